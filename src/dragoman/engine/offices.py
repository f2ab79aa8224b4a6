"""Offices with their holders in a row, as protocol lists them: "the Minister of X of Kenya, A B, and the Minister of Y of Uganda, C D, met".

The small parser joins these names and offices in many ways. Where two or more stand side by side between commas, the words alone tell how they
hang together: each name on its office, the later offices on the first, the first on the verb behind the last comma.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.engine.parse import Parse, Token

_LONGEST = 14
# words of an office: "the Minister for Europe and Foreign Affairs of the Republic of Kenya"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class _Group:
    """An office and the name behind it."""

    start: int
    office: Token
    name: Token
    end: int
    # of the comma behind the name


def rehang_offices(parse: Parse) -> None:
    """Mend a parse in place where offices and names stand in a row; a tree that the words do not settle is left as it is."""
    if sum(t.text == "," for t in parse.tokens) < 3:
        return
    groups = _row(parse.tokens)
    if len(groups) < 2:
        return
    before = parse.tokens[groups[0].start - 1] if groups[0].start else None
    led = before is not None and before.tag == "IN"
    joined = parse.tokens[groups[1].start - 1].lower == "and"
    if led and joined:
        return
    row = groups[1:] if led else groups
    verb = next((t for t in parse.tokens[row[-1].end + 1 : row[-1].end + 2] if t.tag in _FINITE), None)
    if verb is None:
        return
    if verb.dep in ("aux", "auxpass"):
        verb = verb.head
    _hang(row, verb)
    for group in groups:
        _move(group.name, group.office, "appos")
        _move(parse.tokens[group.office.i + 1], group.office, "prep")


def _row(tokens: list[Token]) -> list[_Group]:
    """The first run of groups that follow one another."""
    out: list[_Group] = []
    for i, token in enumerate(tokens):
        if token.lower != "the" or (out and i <= out[-1].end):
            continue
        group = _group(tokens, i)
        if group is None:
            continue
        if out and not (i == out[-1].end + 1 or (i == out[-1].end + 2 and tokens[i - 1].lower == "and")):
            if len(out) > 1:
                break
            out = []
        out.append(group)
    return out


def _group(tokens: list[Token], start: int) -> _Group | None:
    comma = next((t.i for t in tokens[start : start + _LONGEST] if t.text == ","), None)
    if comma is None or any(t.is_verb for t in tokens[start:comma]):
        return None
    office = next((t for t in tokens[start + 1 : comma] if t.is_noun and tokens[t.i + 1].lower in ("of", "for")), None)
    end = next((t.i for t in tokens[comma + 1 : comma + 7] if t.text == ","), None)
    if office is None or end is None or end - comma < 3 or any(t.tag != "NNP" for t in tokens[comma + 1 : end]):
        return None
    return _Group(start, office, tokens[end - 1], end)


def _hang(row: list[_Group], verb: Token) -> None:
    """The offices of a row under the verb, the first as its subject."""
    dep = "nsubjpass" if verb.child("auxpass") is not None else "nsubj"
    for child in verb.kids("nsubj", "nsubjpass"):
        child.dep = "dep"
    for group in row:
        _move(group.office, verb, dep)
    for group in row[1:]:
        _move(group.office, row[0].office, "conj")


def _move(token: Token, head: Token, dep: str) -> None:
    """Hang a token under another head; where that stands below the token, nothing is moved."""
    if head is token or token.head is token or any(a is token for a in head.ancestors()):
        return
    token.head.children = [c for c in token.head.children if c is not token]
    token.head, token.dep = head, dep
    head.children = sorted([*head.children, token], key=lambda c: c.i)
