"""Going through the events of a record by their days, some at a time: a million of them in constant memory, always in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from dragoman.ask.filters import Filter
from dragoman.lake.serving import Serving
from dragoman.model import FoldedEvent

_CHUNK = 10_000
# rows sorted in memory at once; of a day with more of them, all


def walk(record: Serving, chosen: Filter, columns: str = "payload", table: str = "events") -> Iterator[tuple[Any, ...]]:
    """Rows by day, then by id; those without a day come last.

    Args:
        record: to ask.
        chosen: which rows.
        columns: what to read of them, in SQL.
        table: of the record.
    """
    condition, values = chosen.where(table)
    for days, given in _chunks(record, table, condition, values):
        yield from record.ask(f"select {columns} from {table} where {condition} and {days} order by day, id", [*values, *given])


def events(record: Serving, chosen: Filter) -> Iterator[FoldedEvent]:
    """The folded events, decoded."""
    decode = msgspec.json.Decoder(FoldedEvent).decode
    return (decode(payload) for (payload,) in walk(record, chosen))


def _chunks(record: Serving, table: str, condition: str, values: list[Any]) -> Iterator[tuple[str, list[date]]]:
    """Conditions on the day, each for about `_CHUNK` rows."""
    first: date | None = None
    last: date | None = None
    n = 0
    for day, count in record.ask(f"select day, count(*) from {table} where {condition} group by day order by day nulls last", values):
        if day is None or (n and n + count > _CHUNK):
            if first is not None and last is not None:
                yield "day between ? and ?", [first, last]
            first, n = None, 0
        if day is None:
            yield "day is null", []
            return
        first, last, n = first or day, day, n + count
    if first is not None and last is not None:
        yield "day between ? and ?", [first, last]
