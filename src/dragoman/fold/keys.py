"""Blocking keys: two claims that may tell of one act share one (Christen 2012, ch. 4). What shares none is never compared.

A key is a kind of act, the parties, and a stretch of days. Kinds are groups of types that coders take for each other. Claims with a side untold have
keys of one party, which the full ones also stand under; so every pair that :mod:`~dragoman.fold.compare` could link meets somewhere.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import combinations

from dragoman.fold.claim import Claim
from dragoman.fold.days import Span

GROUPS: dict[str, frozenset[str]] = {
    "meet": frozenset({"CONSULT"}),
    "accord": frozenset({"AGREE", "SUPPORT", "COOPERATE"}),
    "help": frozenset({"AID", "COOPERATE"}),
    "press": frozenset({"SANCTION", "COERCE", "REJECT"}),
    "force": frozenset({"ASSAULT", "COERCE"}),
    "yield": frozenset({"RETREAT", "CONCEDE"}),
    "ask": frozenset({"REQUEST"}),
    "blame": frozenset({"ACCUSE"}),
    "warn": frozenset({"THREATEN"}),
    "crowd": frozenset({"PROTEST"}),
    "arm": frozenset({"MOBILIZE"}),
}
# types that are coded for one act, where the codebook leaves it open: a signing is AGREE or SUPPORT, an expulsion SANCTION or COERCE
ANSWERS = frozenset({"AGREE", "CONCEDE", "SUPPORT", "REJECT"})
# types that meet under one more key where they say what they answer, so that a yes and a no to one thing are found
WEEK = 7
BEFORE, AFTER, AHEAD = 10, 1, 62
# days that an act may lie before the article that tells no time, after it (zones), and for one still to come
_LONG = 10
# spans of more weeks than this stand under years


def akin(a: str, b: str) -> bool:
    """Whether two types may be codings of one act."""
    return a == b or any(a in g and b in g for g in GROUPS.values())


def groups(claim: Claim) -> tuple[str, ...]:
    """The kinds of act that a claim may be."""
    meets = claim.event.type == "AGREE" and "CONSULT" in claim.deeds
    answers = claim.event.type in ANSWERS and claim.deeds
    return (*(name for name, types in GROUPS.items() if claim.event.type in types), *(("meet",) if meets else ()), *(("answer",) if answers else ()))


def window(claim: Claim) -> Span | None:
    """The days on which the act may have been: as told, else around the article; None where neither is known."""
    if claim.span is not None:
        return claim.span
    if claim.published is None:
        return None
    if claim.event.status in ("planned", "hypothetical"):
        return Span(first=claim.published - BEFORE, last=claim.published + AHEAD)
    return Span(first=claim.published - BEFORE, last=claim.published + AFTER)


def keys(claim: Claim) -> tuple[tuple[int, int], ...]:
    """The keys of a claim: (week, hash of kind and parties). The week comes first so that an index that sorts them keeps what is new together."""
    names = [f"{group}:{who}" for group in groups(claim) for who in _who(claim)]
    return tuple((when, zlib.crc32(name.encode())) for name in names for when in _weeks(claim))


def _who(claim: Claim) -> Iterator[str]:
    """Pairs of parties; one party where no other is told, and for full claims also every single one, to be found by those."""
    known = sorted(claim.actors | claim.recipients)
    pairs = [(a, b) for a, b in combinations(known, 2) if claim.recipients == frozenset() or (a in claim.actors) != (b in claim.actors)]
    yield from (f"{a}|{b}" for a, b in pairs)
    if not pairs or claim.part in ("title", "standfirst"):
        yield from known or ("?",)


def _weeks(claim: Claim) -> Iterator[int]:
    span = window(claim)
    if span is None:
        yield 0
        return
    first, last = (span.first - 1) // WEEK, (span.last + 1) // WEEK
    if last - first > _LONG:
        # as negative numbers, which no week has
        yield -((span.first if span.last - span.first < 36000 else claim.published or span.first) // 366)
        return
    yield from range(first, last + 1)
