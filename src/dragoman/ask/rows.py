"""How rows are picked and decoded: in order, only as many as are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from dragoman.ask.filters import Filter
from dragoman.lake.serving import Serving

N = TypeVar("N")
EVERYTHING = Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Generic[N]):
    """What one article told, and which one."""

    article: str
    # its id
    outlet: str | None
    published: str | None
    day: str | None
    # the first day that its time allows, else that of publication
    noun: N


def nouns(
    record: Serving,
    table: str,
    noun: type[N],
    chosen: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    newest: bool = False,
) -> Iterator[N]:
    """The nouns of a table that a filter lets through, by their day; those without a day come last.

    Args:
        record: to ask.
        table: of the record.
        noun: what its payloads are.
        chosen: which.
        limit: how many at most.
        newest: the latest day first.
    """
    decode = msgspec.json.Decoder(noun).decode
    return (decode(payload) for (payload,) in picked(record, table, ("payload",), chosen, limit=limit, newest=newest))


def told(
    record: Serving,
    table: str,
    noun: type[N],
    chosen: Filter = EVERYTHING,
    *,
    limit: int | None = None,
    newest: bool = False,
) -> Iterator[Told[N]]:
    """The same, each with its article."""
    decode = msgspec.json.Decoder(noun).decode
    columns = ("article", "outlet", "published", "day::varchar", "payload")
    for article, outlet, published, day, payload in picked(record, table, columns, chosen, limit=limit, newest=newest):
        yield Told(article=article, outlet=outlet, published=published, day=day, noun=decode(payload))


def picked(
    record: Serving, table: str, columns: tuple[str, ...], chosen: Filter, *, limit: int | None, newest: bool
) -> Iterator[tuple[Any, ...]]:
    """Columns of the rows that a filter lets through, in the order of all answers."""
    condition, values = chosen.where(table)
    return record.pick(table, columns, condition, values, newest=newest, limit=limit)


def count(record: Serving, table: str, chosen: Filter = EVERYTHING) -> int:
    """How many rows of a table a filter lets through."""
    condition, values = chosen.where(table)
    (found,) = record.ask(f"select count(*) from {table} where {condition}", values)[0]
    return int(found)
