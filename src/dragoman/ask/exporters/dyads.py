"""From events with many sides, states of being planned or denied, and acts inside acts to what the tables of the field hold: rows of one actor, one recipient,
one act that was done.

An event with several parties on a side becomes a row for each pair. A mutual act without a recipient (a meeting) becomes a row for each two of those who
took part, in the order they are told. What was not done is not in these tables: a negated or hypothetical act is left out. A planned one stands there as
the intent or threat that it is (CAMEO 03 and 13), on the day of the report; where CAMEO has no such code it is left out too. What was left out is counted.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations, product

from dragoman.codebook.conversion import cameo, planned
from dragoman.codebook.load import load
from dragoman.codebook.schema import Actor, Codebook
from dragoman.model import FoldedEvent, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An event as the field's tables tell it."""

    event: FoldedEvent
    type: str
    # PLOVER's, after the conversion table of its manual
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    quad_class: int
    score: float
    first: date | None
    last: date | None
    # the days it may have been on, both included


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """One actor, one recipient, one act; a side is None where it is not told."""

    id: str
    # of the row: the event's, with the number of the pair where there are several
    act: Act
    actor: Party | None
    recipient: Party | None


def acts(found: Iterable[tuple[FoldedEvent, date | None, date | None]], left: Counter[str]) -> Iterator[Act]:
    """The events that the tables can hold; what they cannot is counted by its status.

    Args:
        found: events with their first and last day.
        left: is added to.
    """
    for event, first, last in found:
        act = _act(event, first, last)
        if act is None:
            left[event.status] += 1
        else:
            yield act


def dyads(found: Iterable[Act]) -> Iterator[Dyad]:
    """The pairs of each act."""
    for act in found:
        pairs = _pairs(act.event)
        for n, (actor, recipient) in enumerate(pairs, 1):
            id = act.event.id if len(pairs) == 1 else f"{act.event.id}-{n}"
            yield Dyad(id=id, act=act, actor=actor, recipient=recipient)


def _pairs(event: FoldedEvent) -> list[tuple[Party | None, Party | None]]:
    if len(event.actor) > 1 and not event.recipient:
        return list(combinations(event.actor, 2))
    return list(product(event.actor or (None,), event.recipient or (None,)))


def _act(event: FoldedEvent, first: date | None, last: date | None) -> Act | None:
    if event.status in ("negated", "hypothetical"):
        return None
    if event.status == "planned":
        return _intent(event)
    entry = cameo().get(event.cameo or "")
    kind = entry.plover if entry and entry.type == event.type else event.type
    same = kind == event.type
    quad, score = (event.quad_class, event.score) if same else _scale(kind, event.mode)
    return Act(
        event=event, type=kind, mode=event.mode, contexts=event.contexts, cameo=event.cameo, quad_class=quad, score=score, first=first, last=last
    )


def _intent(event: FoldedEvent) -> Act | None:
    """A planned act as what was told of it: that somebody intends or threatens it."""
    code = planned().get(event.type)
    if code is None:
        return None
    entry = cameo()[code]
    quad, score = _scale(entry.plover, entry.mode)
    day = published(event)
    contexts = tuple(sorted({*event.contexts, *entry.contexts}))
    return Act(
        event=event, type=entry.plover, mode=entry.mode, contexts=contexts, cameo=code, quad_class=quad, score=score, first=day, last=day
    )


def _scale(kind: str, mode: str | None) -> tuple[int, float]:
    known = codebook().types[kind]
    return known.quad_class, known.modes.get(mode or "", known.score)


def published(event: FoldedEvent) -> date | None:
    """The day of the first report."""
    days = sorted(r.published[:10] for r in event.reports if r.published and len(r.published) >= 10)
    return date.fromisoformat(days[0]) if days else None


def version(event: FoldedEvent) -> str | None:
    """Of the program that coded the first report."""
    return next((r.code for r in event.reports if r.code), None)


@cache
def codebook() -> Codebook:
    """The packaged codebook, for the names of countries and the scores of types."""
    return load()


def country_of(party: Party | None) -> Actor | None:
    """The state that a party belongs to, as far as its code tells."""
    actor = codebook().actors.get(party.code or "") if party else None
    if actor is None or actor.kind in ("state", "former state", "de facto state"):
        return actor
    return codebook().actors.get(actor.country or "")


def name_of(party: Party | None) -> str | None:
    """The person, else what the party is called, else its words."""
    return (party.person or party.name or party.text) if party else None


def number_of(id: str) -> int:
    """A positive number below 2**62 for tables whose ids are numbers: a hash of ours."""
    return int.from_bytes(hashlib.sha256(id.encode()).digest()[:8], "big") >> 2

