"""Events: each once, with all its reports; and everything that is known of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from dragoman.ask.filters import Filter
from dragoman.ask.rows import EVERYTHING, nouns
from dragoman.errors import NotRecorded
from dragoman.lake.serving import Serving
from dragoman.model import FoldedEvent

_FEWEST = 4
# letters of an id that may stand for all of it
_WHOLE = 16
# letters of an id


def events(
    record: Serving, chosen: Filter = EVERYTHING, *, limit: int | None = None, newest: bool = False
) -> Iterator[FoldedEvent]:
    """Folded events by their day, oldest first unless ``newest``; those without a day come last."""
    return nouns(record, "events", FoldedEvent, chosen, limit=limit, newest=newest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """How an event stood for a while."""

    recorded_at: str
    # ISO 8601, UTC
    id: str
    event: FoldedEvent | None
    # None where it was folded into another one or is no more
    successor: str | None = None
    # the event that has its reports now; None where no event has


def event(record: Serving, id: str) -> FoldedEvent:
    """One event.

    Args:
        record: to ask.
        id: of the event, now or formerly; its first letters, if no other one begins so; or that of an event in a readout.

    Raises:
        NotRecorded: there is none, it is no more, or several begin so.
    """
    now, _ = current(record, id)
    (payload,) = record.ask("select payload from events where id = ?", [now])[0]
    return msgspec.json.decode(payload, type=FoldedEvent)


def current(record: Serving, id: str) -> tuple[str, tuple[str, ...]]:
    """The id that an event has now, and those that it was found by, oldest first.

    Raises:
        NotRecorded: there is none, it is no more, or several begin so.
    """
    at = _meant(record, id)
    former: list[str] = []
    while True:
        newest = record.ask("select successor from event_versions where id = ? order by recorded_at desc limit 1", [at])
        (successor,) = newest[0]
        if successor is None:
            return at, tuple(former)
        if successor == "-" or successor in former:
            raise NotRecorded(
                "event",
                id,
                "it is no more: the reports that told it were taken out or rejected",
                "see how it stood with --history",
            )
        former.append(at)
        at = successor


def _meant(record: Serving, id: str) -> str:
    """The id that a person means."""
    exact = record.ask("select distinct id from event_versions where id = ?", [id])
    if exact:
        return id
    if len(id) == _WHOLE and (told := _of_report(record, id)):
        return told
    near = (
        record.ask("select distinct id from event_versions where starts_with(id, ?) limit 6", [id])
        if len(id) >= _FEWEST
        else []
    )
    if len(near) == 1:
        return str(near[0][0])
    if near:
        raise NotRecorded(
            "event", id, f"several begin so: {', '.join(sorted(n for (n,) in near))}", "give more letters of it"
        )
    short = f"; of an id, give {_FEWEST} letters or more" if len(id) < _FEWEST else ""
    raise NotRecorded("event", id, "there is none in this record", f"dragoman events --brief shows the ids{short}")


def _of_report(record: Serving, id: str) -> str | None:
    """The event that the event of a readout, or an act inside of one, was folded into."""
    told = f'"event":"{id}"'
    beside = "select e.id from reports r join events e on list_contains(e.articles, r.article) where r.id = ? and contains(e.payload, ?) limit 1"
    found = record.ask(beside, [id, told]) or record.ask("select id from events where contains(payload, ?) limit 1", [told])
    return str(found[0][0]) if found else None



def history(record: Serving, id: str) -> tuple[Version, ...]:
    """All versions of an event, oldest first, with those of the events that became part of it.

    Raises:
        NotRecorded: as :func:`event`.
    """
    meant = _meant(record, id)
    ids = _family(record, meant)
    rows = record.ask(
        "select recorded_at, id, successor, payload from event_versions where list_contains(?, id) order by recorded_at, successor is null, id",
        [sorted(ids)],
    )
    return tuple(
        Version(
            recorded_at=at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            id=one,
            event=msgspec.json.decode(payload, type=FoldedEvent) if successor is None else None,
            successor=None if successor in (None, "-") else successor,
        )
        for at, one, successor, payload in rows
    )


def _family(record: Serving, id: str) -> set[str]:
    """An id, what became part of it and what it became part of."""
    ids, edge = set[str](), {id}
    while edge:
        ids |= edge
        found = record.ask(
            "select id, successor from event_versions where successor is not null and (list_contains(?, id) or list_contains(?, successor))",
            [sorted(edge), sorted(edge)],
        )
        edge = {one for pair in found for one in pair if one != "-"} - ids
    return ids
