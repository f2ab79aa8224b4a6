"""What one or many claims hold of an act, as far as it can bar another: sides, days, persons, status. Two stances join, or they do not.

A group of claims has one stance, so whether a claim fits a group costs the same for two claims as for two hundred.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.fold.claim import MUTUAL, Claim
from dragoman.fold.days import Span
from dragoman.fold.keys import is_long, window

_UNREAL = frozenset({"hypothetical"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What a group is of one mind about."""

    mutual: bool
    actors: frozenset[str]
    recipients: frozenset[str]
    span: Span | None
    # as told, made narrower by every telling
    window: Span | None
    # as told or from publication
    people: frozenset[tuple[str, str]]
    statuses: frozenset[str]
    articles: frozenset[tuple[str, str]]
    # (article, status) of each telling


@lru_cache(maxsize=8192)
def stance(claim: Claim) -> Stance:
    """The stance of one claim."""
    return Stance(
        mutual=claim.event.type in MUTUAL and not claim.recipients,
        actors=claim.actors,
        recipients=claim.recipients,
        span=claim.span,
        window=window(claim),
        people=frozenset(claim.people) if claim.event.type == "CONSULT" else frozenset(),
        statuses=frozenset({claim.event.status}),
        articles=frozenset({(claim.report.article or claim.id, claim.event.status)}),
    )


def fits(a: Stance, b: Stance) -> bool:
    """Whether they do not contradict each other on what an act cannot be of two minds about."""
    return _sides_fit(a, b) and _times_fit(a, b) and _people_fit(a, b) and _statuses_fit(a, b)


def join(a: Stance, b: Stance) -> Stance | None:
    """Both as one, or None where they do not fit."""
    if not fits(a, b):
        return None
    return Stance(
        mutual=a.mutual or b.mutual,
        actors=a.actors | b.actors,
        recipients=a.recipients | b.recipients,
        span=a.span.common(b.span) if a.span and b.span else a.span or b.span,
        window=a.window.common(b.window) if a.window and b.window else a.window or b.window,
        people=a.people | b.people,
        statuses=a.statuses | b.statuses,
        articles=a.articles | b.articles,
    )


def _sides_fit(a: Stance, b: Stance) -> bool:
    if a.mutual or b.mutual:
        every_a, every_b = a.actors | a.recipients, b.actors | b.recipients
        return every_a <= every_b or every_b <= every_a or len(every_a & every_b) > 1
    return _side_fits(a.actors, b.actors) and _side_fits(a.recipients, b.recipients)


def _side_fits(a: frozenset[str], b: frozenset[str]) -> bool:
    """Sides of one act share a party, or one of them is untold."""
    return not a or not b or not a.isdisjoint(b)


def _times_fit(a: Stance, b: Stance) -> bool:
    x, y = a.span or a.window, b.span or b.window
    if x is None or y is None:
        return x is y
    if is_long(x) or is_long(y):
        return is_long(x) and is_long(y) and x.first // 366 == y.first // 366
    if a.span and b.span:
        # outlets east and west of midnight differ by a day
        return x.meets(y, slack=1 if x.exact and y.exact else 0)
    return x.meets(y, slack=1)


def _people_fit(a: Stance, b: Stance) -> bool:
    """Of a party that both name persons of, one at least must be the same: the minister's call is not the president's."""
    if not a.people or not b.people:
        return True
    for code in {c for c, _ in a.people} & {c for c, _ in b.people}:
        ours, theirs = ({w for c, name in s.people if c == code for w in name.split() if len(w) > 2} for s in (a, b))
        if not ours & theirs:
            return False
    return True


def _statuses_fit(a: Stance, b: Stance) -> bool:
    """What might happen is not what did; one article does not tell an act both as done and as not done, or as done and to come."""
    if bool(a.statuses & _UNREAL) != bool(b.statuses & _UNREAL):
        return False
    if len(a.statuses) == 1 and a.statuses == b.statuses:
        return True
    told = dict(a.articles)
    return not any(
        article in told and told[article] != status and "background" not in (status, told[article])
        for article, status in b.articles
    )
