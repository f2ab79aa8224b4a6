"""How often and how one party dealt with another, or with everybody, over time.

Counts are of events by their first day. Beside each count stands the mean of PLOVER's scores (-10 conflict to 10 cooperation) and how many articles of that
time were read: where nothing was read, no events says nothing. Rates are events for
every 1,000 articles read, because the amount of news that is read grows and shrinks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

import msgspec

from dragoman.ask.filters import Filter, on_sides
from dragoman.ask.rows import EVERYTHING
from dragoman.lake.serving import Serving
from dragoman.model import FoldedEvent

PERIODS = ("day", "week", "month", "year")
HAPPENED = ("actual",)
# what is planned, threatened, denied or history is not counted as if it had happened then
_LONGEST = {"day": 62, "week": 548, "month": 3653}
# days of a timeline up to which its periods are so long, where nobody says how long they should be
_SPAN = {"day": 1, "week": 7, "month": 31, "year": 366}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Events of one direction in one period."""

    events: int = 0
    score: float | None = None
    # mean of PLOVER's scores, -10 to 10; None without events


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One period."""

    start: str
    end: str
    # first and last day, ISO 8601
    read: int
    # articles published in it that the record has, copies too
    forth: Side
    # the first party acts: on the second one, or on anybody
    back: Side
    # the second one, or anybody, acts on the first
    both: Side
    # both act together: meetings and agreements without a host; always empty for one party
    vague: int = 0
    # of all these, events dated no more closely than to a longer time, and counted at its first day

    @property
    def events(self) -> int:
        """All of them."""
        return self.forth.events + self.back.events + self.both.events


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A series without gaps."""

    a: str
    b: str | None
    by: str
    # day | week | month | year; weeks begin on Monday
    points: tuple[Point, ...]
    undated: int
    # events that fit but have no day; they are in no point


def per_thousand(events: int, read: int) -> float | None:
    """Events for every 1,000 articles read; None where nothing was read."""
    return 1000 * events / read if read else None


def timeline(record: Serving, a: str, b: str | None = None, chosen: Filter = EVERYTHING, *, by: str | None = None) -> Timeline:
    """The series of a party or a dyad.

    Args:
        record: to ask.
        a: a code, or a name as the record has it.
        b: the other party of a dyad; None for all that the first does and is done to.
        chosen: which events; only what happened, unless it names a status.
        by: one of ``PERIODS``; None for one that fits the length of the series.

    Raises:
        ValueError: no such period.
    """
    if by is not None and by not in PERIODS:
        raise ValueError(f"no period is called {by}; there are {', '.join(PERIODS)}")
    chosen = happened(chosen)
    rows = _rows(record, a, b, chosen, by or "month")
    if by is None:
        by = _fitting(rows)
        rows = rows if by == "month" else _rows(record, a, b, chosen, by)
    cells: dict[date, list[_Cell]] = {}
    for row in rows:
        if row.start is not None:
            cells.setdefault(row.start, []).append(row)
    undated = sum(row.events for row in rows if row.start is None)
    return Timeline(a=a, b=b, by=by, points=tuple(_points(cells, _read(record, chosen, by), by, chosen)), undated=undated)


def happened(chosen: Filter) -> Filter:
    """The filter, with only what happened where it leaves the status open."""
    return chosen if chosen.status else replace(chosen, status=HAPPENED)


def between(a: str, b: str | None) -> tuple[str, list[Any]]:
    """The condition that an event is between two parties, or has one of them on any side, and its values."""
    acts, acts_values = on_sides("events", ("actors",), (a,))
    meets, meets_values = on_sides("events", ("recipients",), (a,))
    if b is None:
        return f"({acts} or {meets})", [*acts_values, *meets_values]
    other, other_values = on_sides("events", ("actors",), (b,))
    reached, reached_values = on_sides("events", ("recipients",), (b,))
    return f"(({acts} and ({reached} or {other})) or ({other} and {meets}))", [*acts_values, *reached_values, *other_values, *other_values, *meets_values]


class _Cell(NamedTuple):
    """Events of one direction in one period."""

    start: date | None
    direction: str
    # forth | back | both
    events: int
    score: float | None
    # the sum of their scores
    vague: int
    first: date | None
    last: date | None


def _rows(record: Serving, a: str, b: str | None, chosen: Filter, by: str) -> list[_Cell]:
    condition, values = chosen.where("events")
    pair, pair_values = between(a, b)
    forth, forth_values = on_sides("events", ("actors",), (a,))
    back, back_values = on_sides("events", ("recipients",), (a,))
    if b is None:
        direction, direction_values = f"case when {forth} then 'forth' else 'back' end", forth_values
    else:
        to, to_values = on_sides("events", ("recipients",), (b,))
        direction = f"case when {forth} and {to} then 'forth' when {back} then 'back' else 'both' end"
        direction_values = [*forth_values, *to_values, *back_values]
    sql = f"""
        select date_trunc('{by}', day)::date, {direction} as direction, count(*), sum(score), count(*) filter (until >= day + {_SPAN[by]}), min(day), max(day)
        from events where {pair} and {condition} group by 1, 2"""
    return [_Cell(*row) for row in record.ask(sql, [*direction_values, *pair_values, *values])]


def _fitting(rows: Sequence[_Cell]) -> str:
    days = [day for row in rows for day in (row.first, row.last) if day is not None]
    length = (max(days) - min(days)).days if days else 0
    return next((by for by, most in _LONGEST.items() if length <= most), "year")


def first_day(day: date, by: str) -> date:
    """The first day of the period that a day is in."""
    if by == "week":
        return day - timedelta(days=day.weekday())
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[by]


def _read(record: Serving, chosen: Filter, by: str) -> dict[date, int]:
    """Articles by period, of the outlets asked for."""
    condition, values = Filter(outlet=chosen.outlet).where("articles")
    rows = record.ask(f"select date_trunc(?, day)::date, count(*) from articles where day is not null and {condition} group by 1", [by, *values])
    return dict(rows)


def _points(cells: dict[date, list[_Cell]], read: dict[date, int], by: str, chosen: Filter) -> Iterator[Point]:
    """Every period from the first with events to the last, or from and to the days that were asked for."""
    asked = [first_day(date.fromisoformat(day), by) for day in (chosen.since, chosen.until) if day]
    bounds = [*cells, *asked]
    if not bounds:
        return
    at, last = min(bounds), max(bounds)
    if chosen.since:
        at = first_day(date.fromisoformat(chosen.since), by)
    while at <= last:
        after = first_day(at + timedelta(days=_SPAN[by]), by)
        yield _point(at, after - timedelta(days=1), cells.get(at, []), read.get(at, 0))
        at = after


def _point(start: date, end: date, cells: Sequence[_Cell], read: int) -> Point:
    sides = {name: _side([cell for cell in cells if cell.direction == name]) for name in ("forth", "back", "both")}
    return Point(start=start.isoformat(), end=end.isoformat(), read=read, vague=sum(cell.vague for cell in cells), **sides)


def _side(cells: Sequence[_Cell]) -> Side:
    events = sum(cell.events for cell in cells)
    return Side(events=events, score=sum(cell.score or 0.0 for cell in cells) / events) if events else Side()


def listed(record: Serving, a: str, b: str | None = None, chosen: Filter = EVERYTHING, *, limit: int | None = None, newest: bool = False) -> list[FoldedEvent]:
    """The events that a timeline counts, by day."""
    condition, values = happened(chosen).where("events")
    pair, pair_values = between(a, b)
    rows = record.pick("events", ("payload",), f"{pair} and {condition}", [*pair_values, *values], newest=newest, limit=limit)
    return [msgspec.json.decode(payload, type=FoldedEvent) for (payload,) in rows]
