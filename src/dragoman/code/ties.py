"""Ties: named relationships of two parties, with the label the text gives them.

"the strategic partnership between A and B", "A's close ties with B", "its special relationship with Moscow", "A is B's fourth-largest trading
partner", "A and B have been bound by a strategic partnership".
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.code import grammar
from dragoman.code.draft import Draft, Line
from dragoman.code.noun_phrases import left_edge, words_between
from dragoman.code.parties import Mention
from dragoman.engine.parse import Parse, Token
from dragoman.model import Tie

_PREPOSITIONS = ("with", "between", "to", "of", "among")


def find_ties(draft: Draft, line: Line) -> None:
    """Find the ties of one sentence while its mentions are resolved."""
    if line.parse is None:
        return
    for token in line.parse.tokens:
        if not token.is_noun or token.dep == "compound":
            continue
        kind = _kind(draft.codebook.relations.ties, token, line.parse)
        if kind is None:
            continue
        pair = _pair(draft, token)
        if pair is None:
            continue
        a, b = pair
        label = _label(line, token)
        if label.split(" ")[-1] == label and label.lower() in ("ties", "tie", "relations", "relation", "ally", "partner", "cooperation", "link", "links"):
            continue
        draft.ties.append(Tie(parties=(a.party, b.party), label=label, kind=kind, sentence=line.sentence.id))


def _kind(ties: dict[str, str], token: Token, parse: Parse) -> str | None:
    lemma = token.lemma if token.tag in ("NN", "NNS") else token.lower.removesuffix("s")
    before = parse.tokens[token.i - 1].lower if token.i else ""
    return ties.get(f"{before} {lemma}") or ties.get(lemma)


def _label(line: Line, token: Token) -> str:
    """The relationship's own words: adjectives and compounds before the noun, without article, possessor and nationality."""
    assert line.parse is not None
    edge = left_edge(token, line.parse)
    owned = {t.i for c in token.kids("poss", "det") for t in c.subtree()}
    tokens = line.parse.tokens
    while edge < token.i and (edge in owned or tokens[edge].tag in ("DT", "PRP$", "POS", "''", "``", ",", "IN", ":") or not tokens[edge].text.strip("'\"‘’“”")):
        edge += 1
    return words_between(line.parse, edge, token.i)


def _pair(draft: Draft, token: Token) -> tuple[Mention, Mention] | None:
    """The two parties: from between/with/to-phrases, the possessor, and the subject of the verb that carries the noun."""
    found: list[Mention] = []

    def add(mentions: Iterable[Mention]) -> None:
        for m in mentions:
            if m.party.code and m.party.code not in [f.party.code for f in found]:
                found.append(m)

    resolver = draft.resolver
    add(resolver.mentions(token.kids("poss")))
    for preposition in _PREPOSITIONS:
        add(resolver.mentions(grammar.nearby(token, preposition)))
    add(m for m in resolver.at(token) if m.kind in ("thing", "role"))
    head = token.head
    if len(found) < 2 and head.is_verb and token.dep in ("dobj", "attr", "pobj"):
        add(resolver.mentions(grammar.surface_subjects(head)))
    if len(found) < 2 and token.dep == "pobj" and head.head.is_verb:
        add(resolver.mentions(grammar.surface_subjects(head.head)))
        add(resolver.mentions(grammar.objects(head.head)))
    if len(found) < 2 and token.dep == "pobj" and head.head.is_noun:
        # "India's stance as a strategic partner to the US"
        add(resolver.mentions(head.head.kids("poss")))
    return (found[0], found[1]) if len(found) >= 2 else None
