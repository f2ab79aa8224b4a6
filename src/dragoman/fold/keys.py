"""Blocking keys: two claims that may tell of one act share one (Christen 2012, ch. 4). What shares none is never compared.

A key is a kind of act, parties, and days. Kinds are groups of types that coders take for each other. There are four sorts:

- ``pair``: two parties and the weeks in which the act may have been. Claims that tell both sides meet here.
- ``full`` and ``open``: one party and the day of publication. A claim with a side untold (a headline, a passive without agent) stands under
  ``open``, one with both under ``full``. Open ones ask for both, full ones for ``open`` alone: so a half-told act is compared with all that was
  told of its party within a day, and fully told acts of one party are not compared with each other.
- ``place``: a half-told deed and all deeds at its place in these weeks.
- ``answer``: as ``pair``, for a yes and a no to one thing.

What a claim stands under (:func:`keys`) and what it asks for (:func:`probes`) differ for this reason alone. The law: if :func:`~dragoman.fold.compare.compare`
links two claims, each asks for a key that the other stands under (``tests/fold/test_keys.py``).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, product

from dragoman.fold.claim import MUTUAL, Claim
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
EITHER_WAY = frozenset({"meet", "accord", "help", "answer"})
# kinds in which one telling may have both as actors where another has an actor and a recipient
ANSWERS = frozenset({"AGREE", "CONCEDE", "SUPPORT", "REJECT"})
# types that meet under one more key where they say what they answer, so that a yes and a no to one thing are found
DEEDS = frozenset({"CONSULT", "SANCTION", "COERCE", "ASSAULT", "RETREAT", "MOBILIZE", "AID", "COOPERATE", "PROTEST"})
# what two parties seldom do twice on a day, so that parties and day nearly settle it; of words there are many
WEEK = 7
BEFORE, AFTER, AHEAD = 10, 1, 45
# days that an act may lie before the article that tells no time, after it (zones), and for one still to come
LONG = 70
# days from which a span is no help in finding an act: it is compared with other such spans of its year alone
NEAR = 1
# days between two articles of which one tells only half of an act
MANY = 10
# parties of one act that are paired; longer lists are those of summits, whose pairs all stand under the first of them


@lru_cache(maxsize=1024)
def akin(a: str, b: str) -> bool:
    """Whether two types may be codings of one act."""
    return a == b or any(a in g and b in g for g in GROUPS.values())


def groups(claim: Claim) -> tuple[str, ...]:
    """The kinds of act that a claim may be."""
    return tuple(name for name, types in GROUPS.items() if claim.event.type in types)


def is_open(claim: Claim) -> bool:
    """Whether a side is untold."""
    return (
        not claim.recipients and len(claim.actors) < 2
        if claim.event.type in MUTUAL
        else not (claim.actors and claim.recipients)
    )


def window(claim: Claim) -> Span | None:
    """The days on which the act may have been: as told, else around the article; None where neither is known."""
    if claim.span is not None:
        return claim.span
    if claim.published is None:
        return None
    if claim.event.status in ("planned", "hypothetical"):
        return Span(first=claim.published - AFTER, last=claim.published + AHEAD)
    return Span(first=claim.published - BEFORE, last=claim.published + AFTER)


def is_long(span: Span | None) -> bool:
    """Whether a span says too little to look for an act in it."""
    return span is not None and span.last - span.first > LONG


def keys(claim: Claim) -> tuple[tuple[int, int], ...]:
    """What a claim stands under: (week, hash of the rest). The week comes first so that an index that sorts them keeps what is new together."""
    own = "open" if is_open(claim) else "full"
    return tuple(
        {
            (when, zlib.crc32(name.encode())): None
            for name, when in (*_paired(claim), *_placed(claim, own), *_printed(claim, (own,), 0))
        }
    )


def probes(claim: Claim) -> tuple[tuple[int, int], ...]:
    """What a claim asks for."""
    others = ("open", "full") if is_open(claim) else ("open",)
    placed = (found for other in others for found in _placed(claim, other))
    return tuple(
        {
            (when, zlib.crc32(name.encode())): None
            for name, when in (*_paired(claim), *placed, *_printed(claim, others, NEAR))
        }
    )


def _paired(claim: Claim) -> Iterator[tuple[str, int]]:
    if is_open(claim):
        return
    answer = ("answer",) if claim.event.type in ANSWERS and claim.deeds else ()
    weeks = tuple(_weeks(claim))
    for group in (*groups(claim), *answer):
        for a, b in _pairs(claim, group):
            yield from ((f"pair {group} {a} {b}", week) for week in weeks)
            if group == "ask" and claim.deeds:  # so that two accounts of who asked whom meet
                yield from ((f"either {group} {min(a, b)} {max(a, b)}", week) for week in weeks)


def _pairs(claim: Claim, group: str) -> Iterator[tuple[str, str]]:
    if group in EITHER_WAY:
        return combinations(sorted(claim.actors | claim.recipients)[:MANY], 2)
    return product(sorted(claim.actors), sorted(claim.recipients))


def _printed(claim: Claim, sorts: tuple[str, ...], reach: int) -> Iterator[tuple[str, int]]:
    """Keys of one party and the day of publication; where that is unknown, of the article."""
    for sort in sorts:
        for group in groups(claim):
            for who in sorted(claim.actors | claim.recipients) or ("?",):
                if claim.published is None:
                    yield f"{sort} {group} {who} {claim.report.article}", 0
                else:
                    days = range(claim.published - reach, claim.published + reach + 1)
                    yield from ((f"{sort} {group} {who} {day}", day // WEEK) for day in days)


def _placed(claim: Claim, sort: str) -> Iterator[tuple[str, int]]:
    place = claim.event.place
    if place is None or claim.event.type not in DEEDS:
        return
    weeks = tuple(_weeks(claim))
    for group in groups(claim):
        yield from ((f"place {sort} {group} {place.name}", week) for week in weeks)


def _weeks(claim: Claim) -> Iterator[int]:
    span = window(claim)
    if span is None:
        yield 0
    elif is_long(span):
        # as negative numbers, which no week has
        yield -(span.first // 366)
    else:
        yield from range((span.first - 1) // WEEK, (span.last + 1) // WEEK + 1)
