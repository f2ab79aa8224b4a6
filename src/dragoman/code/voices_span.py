"""Bounds of what is said: clauses without the cue that stands in them, quotes with their marks, and words quoted on over sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.code.quotes import Span
from dragoman.codebook.schema import Cues
from dragoman.engine.parse import Token

Bounds = tuple[int, int]
# half-open, in characters of the article's text

_MEDIUM = re.compile(
    r"[,\s]+(?:in|on|at|during|via) (?:an?|the|his|her|its|their) (?:\w+ ){0,2}?"
    r"(?:post|tweet|statement|speech|interview|letter|address|briefing|conference|call|rally|broadcast|video|communiqué|release)\b[^\"“”‘]*$"
)
# ", in a post on X": how it was said, not what
_EDGE = frozenset({",", ":", ";", "-", "–", "—", "."})


def outer(q: Span) -> Bounds:
    """A quote with its marks."""
    return q.start - q.mark, q.end + (q.mark if q.closed else 0)


def hull(parts: Iterable[Bounds]) -> Bounds:
    """From the first start to the last end."""
    kept = list(parts)
    return min(p[0] for p in kept), max(p[1] for p in kept)


def without_medium(text: str, content: Bounds) -> Bounds:
    """Content without "in a post on X" at its end, which tells how it was said."""
    found = _MEDIUM.search(text, content[0], content[1])
    return (content[0], found.start()) if found is not None and found.start() > content[0] + 3 else content


def tree_span(clause: Token, verb: Token) -> Bounds:
    """A content clause without the cue that stands inside or behind it ("Iran, he said, would")."""
    inside = {t.i for t in verb.subtree()} - {t.i for t in clause.subtree()} | {verb.i}
    tokens = sorted((t for t in clause.subtree() if t.i not in inside), key=lambda t: t.i)
    while len(tokens) > 1 and tokens[0].text in _EDGE:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].text in _EDGE:
        tokens = tokens[:-1]
    return tokens[0].start, tokens[-1].end


def around(cue: Bounds, start: int, end: int, text: str) -> Bounds:
    """The sentence but for a "he said" set in at one of its ends."""
    low, high = cue
    if low - start < 3:
        return stripped(text, high, end)
    if not text[high:end].strip(" .,;\"'”’"):
        return stripped(text, start, low)
    return start, end


def stripped(text: str, start: int, end: int) -> Bounds:
    """Bounds without white space, commas and dashes at the ends."""
    while start < end and text[start] in " ,;\n—–":
        start += 1
    while end > start and text[end - 1] in " ,;\n—–":
        end -= 1
    return start, end


def cut_back(clause: Token, verb: Token, bounds: Bounds, cues: Cues) -> int:
    """Where a content clause ends before the speaker's next act ("said he would order a review and warned against"; ", arguing that")."""
    modal = any(a.tag == "MD" for a in clause.kids("aux"))
    for t in sorted(clause.subtree(), key=lambda t: t.i):
        if t is clause or not t.is_verb or t.start <= clause.end or t.lemma not in cues.verbs:
            continue
        if (
            t.dep == "conj"
            and t.head is clause
            and t.tag == "VBD"
            and not t.child("nsubj", "nsubjpass")
            and (modal or clause.tag in ("VBZ", "VBP"))
            and verb.tag == "VBD"
        ):
            joint = [c for c in clause.children if c.dep == "cc" and c.i < t.i]
            return _before(clause, joint[-1] if joint else t, bounds)
        contrast = t.child("mark")
        if (
            t.dep == "advcl"
            and contrast is not None
            and contrast.lower in ("while", "whereas")
            and t.child("nsubj")
            and _comma_before(t, clause)
        ):
            return _before(clause, contrast, bounds)
        if t.tag == "VBG" and t.dep in ("advcl", "acl") and _comma_before(t, clause):
            return _before(clause, t, bounds)
    return bounds[1]


def _comma_before(t: Token, clause: Token) -> bool:
    first = min(x.i for x in t.subtree())
    before = sorted((x for x in clause.subtree() if first - 3 < x.i < first), key=lambda x: x.i)
    return bool(before) and (before[-1].text == "," or before[-1].text in ("”", '"', "''", "’") and before[0].text == ",")


def _before(clause: Token, t: Token, bounds: Bounds) -> int:
    ends = [x.end for x in clause.subtree() if x.i < t.i and x.text != ","]
    return max(ends) if ends else bounds[1]


def run_on(content: Bounds, sentence: Bounds, quotes: Sequence[Span], text: str, owned: Iterable[Bounds] = ()) -> Bounds:
    """Content with all that is quoted on: back to where its quote began, on to its end, and over quotes that follow it at once.

    Args:
        content: what the cue's sentence shows.
        sentence: bounds of that sentence.
        quotes: quotes of the paragraph, and of those after it that go on.
        text: the article's.
        owned: bounds of sentences whose quotes have a cue of their own.

    Returns:
        The wider bounds; they may hold the cue itself.
    """
    start, end = content
    direct = False
    for q in quotes:
        a, b = outer(q)
        if b > start and a < end + 2 and (a < start or b > end or (b >= end - 3 and a <= start + 3)):
            # a quote that sticks out of the content, or is all of it
            if a < start and start - a > 2 and q.start >= sentence[0] and text[a:start].strip(" \"'“‘«"):
                continue
            start, end, direct = min(start, a), max(end, b), True
        elif a <= end and b >= end - 3 and a >= start:
            direct = direct or b >= sentence[1] - 2
    if not direct:
        return start, end
    edge = max(end, sentence[1])
    for q in quotes:
        a, b = outer(q)
        if a < edge - 1:
            continue
        if text[edge:a].strip() or not _own_sentence(q, text) or any(x <= a < y for x, y in owned):
            break
        end = edge = b
    return start, end


def _own_sentence(q: Span, text: str) -> bool:
    """Whether a quote is whole sentences, with nothing of the reporter's in them."""
    after = text[q.end + q.mark : q.end + 80].lstrip(" ") if q.closed else ""
    return text[q.end - 1 : q.end] in (".", "!", "?", "…", "'", "’", "-", "—") and (not after or not after[0].islower()) or not q.closed
