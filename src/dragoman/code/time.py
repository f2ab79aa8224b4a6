"""Finds the times that a sentence tells and resolves them, as far as its words and the article's own date go and no further.

How it works: one expression tells which classes of time words the sentence holds (most hold none); the rules of these classes are tried; the
longest match wins and bars what it covers, also where it tells that something is no time ("the 1967 borders"); each match is resolved against
the anchor; neighbours are joined ("from ... to", "at 9 p.m. on"). Rules and cue words are in ``codebook/times.yml``; why there is no library
beneath is in ``docs/decisions/0003-time-expressions.md``. Pure: no clock, no network.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.code import time_rules
from dragoman.code.time_context import Anchor, Context, context
from dragoman.code.time_join import Atom, join
from dragoman.code.time_relative import counted_on
from dragoman.code.time_resolve import RESOLVERS
from dragoman.code.time_rules import Rule
from dragoman.model.time import Time

__all__ = ["Anchor", "When", "find_times", "story_time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time expression in a sentence."""

    start: int
    end: int
    # half-open, in characters of the sentence
    time: Time
    kind: str
    # date | weekday | relative | anaphoric | range | duration-since | deadline | name
    # name: the date names a thing ("the 2015 nuclear deal", "the Oct. 7 attacks") and need not be when the act told took place


def find_times(text: str, anchor: Anchor, *, future: bool | None = None, day_first: bool = True) -> tuple[When, ...]:
    """All time expressions of a sentence, in order, not overlapping.

    Args:
        text: the sentence.
        anchor: publication, dateline, the user's date, and the time of the sentence before.
        future: True where the caller knows that the acts told lie ahead, False where they lie behind; None: decide from the words.
        day_first: how "08/10/2024" is read; False for American outlets.

    Returns:
        Resolved expressions; what nothing settles is left out.
    """
    classes = time_rules.classes_of(text)
    if not classes:
        return ()
    hits = _longest(_matches(text, classes))
    if not hits:
        return ()
    ctx = context(text, anchor, future, day_first)
    atoms = join(_resolved(hits, ctx), ctx)
    return tuple(_when(atom, text) for atom in atoms)


def _matches(text: str, classes: frozenset[str]) -> list[tuple[int, int, Rule, re.Match[str]]]:
    found = []
    lower = text.lower()
    for rule in time_rules.rules_for(classes):
        if rule.words and not _any_of(rule.words, lower):
            continue
        for match in rule.pattern.finditer(text):
            start, end = match.span(rule.span)
            if end > start:
                found.append((start, end, rule, match))
    return found


def _any_of(words: tuple[str, ...], lower: str) -> bool:
    # a loop: a generator would cost more than it finds
    for word in words:  # noqa: SIM110
        if word in lower:
            return True
    return False


def _longest(found: list[tuple[int, int, Rule, re.Match[str]]]) -> list[tuple[int, int, Rule, re.Match[str]]]:
    """Longest first, then leftmost, then first in the codebook; in order of the text."""
    found.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
    kept: list[tuple[int, int, Rule, re.Match[str]]] = []
    for hit in found:
        if all(hit[1] <= other[0] or hit[0] >= other[1] for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit[0])


def _resolved(hits: list[tuple[int, int, Rule, re.Match[str]]], ctx: Context) -> list[Atom]:
    """Resolve in order: "two days later" counts from a date told earlier in the same sentence, if there is one."""
    atoms: list[Atom] = []
    last = len(hits) - 1
    asides = _asides(ctx.text) if last else []
    for n, (start, end, rule, match) in enumerate(hits):
        interval = RESOLVERS[rule.gives](match, ctx) if rule.gives != "none" else None
        if interval is None:
            if rule.gives == "act_offset" and not ctx.here and n < last:
                atoms += _from_behind(hits[n], hits[n + 1], ctx)
            continue
        atoms.append(Atom(start=start, end=end, interval=interval))
        told = Time(start=interval.lo, end=interval.hi, precision=interval.precision, text=ctx.text[start:end])
        nxt = hits[n + 1][0] if n < last else end
        if not any(a <= start < b <= nxt for a, b in asides) and not _is_window(ctx.text, start):
            ctx = replace(ctx, previous=told, here=True)
    return atoms


def _from_behind(
    hit: tuple[int, int, Rule, re.Match[str]], dated: tuple[int, int, Rule, re.Match[str]], ctx: Context
) -> list[Atom]:
    """ "He resigned two days after the vote of 3 May": from the date behind it in the same clause; "A day after the talks, he left on 3 May": back from it."""
    start, end, rule, match = hit
    if dated[2].gives in ("none", "act_offset") or (told := RESOLVERS[dated[2].gives](dated[3], ctx)) is None:
        return []
    if "," in ctx.text[end : dated[0]]:
        back = replace(ctx, previous=Time(start=told.lo, end=told.hi, precision=told.precision, text=""), here=True)
        found = RESOLVERS[rule.gives](match, back) if start == 0 else None
    else:
        found, end = counted_on(match, told), match.start("side") - 1
    return [Atom(start=start, end=end, interval=found)] if found else []


def _asides(text: str) -> list[tuple[int, int]]:
    """Relative clauses beside the story ("which broke ties in 2017", "the ties that Morocco had cut in 1976")."""
    return [m.span() for m in time_rules.pattern("aside").finditer(text)]


def _is_window(text: str, start: int) -> bool:
    """ "the third since November": the beginning of a stretch, not when something was done."""
    return time_rules.pattern("since").search(text[max(0, start - 30) : start]) is not None


def story_time(text: str, whens: Sequence[When]) -> Time | None:
    """The time that the next sentence counts from ("the following day"): the last one told outside asides, windows and names."""
    told = [w for w in whens if w.time.start]
    if len(told) > 1:
        asides = _asides(text)
        main = [w for w in told if w.kind not in ("name", "duration-since") and not any(a <= w.start < b for a, b in asides)]
        told = main or told
    return told[-1].time if told else None


def _when(atom: Atom, text: str) -> When:
    interval = atom.interval
    time = Time(start=interval.lo, end=interval.hi, precision=interval.precision, text=text[atom.start : atom.end])
    return When(start=atom.start, end=atom.end, time=time, kind=interval.kind)
