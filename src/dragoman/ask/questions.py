"""The plain questions: events, a timeline, statements, meetings, positions, ties; each gives nouns, newest or oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from dragoman.ask.filters import Filter
from dragoman.lake.serving import Serving
from dragoman.model import FoldedEvent

N = TypeVar("N")
EVERYTHING = Filter()


def events(record: Serving, chosen: Filter = EVERYTHING, *, limit: int | None = None, newest: bool = False) -> Iterator[FoldedEvent]:
    """Folded events by their day, oldest first unless ``newest``; those without a day come last.

    Args:
        record: to ask.
        chosen: which.
        limit: how many at most.
        newest: the latest first.
    """
    return rows(record, "events", FoldedEvent, chosen, limit=limit, newest=newest)


def rows(record: Serving, table: str, noun: type[N], chosen: Filter, *, limit: int | None = None, newest: bool = False) -> Iterator[N]:
    """The nouns of a table that a filter lets through."""
    decode = msgspec.json.Decoder(noun).decode
    condition, values = chosen.where()
    order = "day desc nulls last, recorded_at desc, id" if newest else "day nulls last, recorded_at, id"
    sql = f"select payload from {table} where {condition} order by {order}{f' limit {int(limit)}' if limit is not None else ''}"
    return (decode(payload) for (payload,) in record.stream(sql, values))


def count(record: Serving, table: str, chosen: Filter = EVERYTHING) -> int:
    """How many rows of a table a filter lets through."""
    condition, values = chosen.where()
    (found,) = record.ask(f"select count(*) from {table} where {condition}", values)[0]
    return int(found)


def payload(record: Serving, table: str, id: str) -> dict[str, Any] | None:
    """One row's payload by its id, or None."""
    found = record.ask(f"select payload from {table} where id = ? limit 1", [id])
    return msgspec.json.decode(found[0][0]) if found else None
