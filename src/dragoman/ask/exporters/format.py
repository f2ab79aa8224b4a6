"""What a format of export is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from dragoman.ask.exporters.column import Column, write_table
from dragoman.ask.exporters.dyads import Act, Dyad, acts, dyads
from dragoman.ask.exporters.walk import walk
from dragoman.ask.filters import Filter
from dragoman.lake.serving import Serving
from dragoman.model import FoldedEvent

Left = Counter[str]
# what a format cannot hold, by why


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format of export."""

    name: str
    suffix: str
    # of a file in it
    means: str
    # what it is, for the documentation
    columns: Sequence[Column[Any]]
    # or fields, or attributes: whatever its parts are called
    write: Callable[[Serving, Filter, BinaryIO], Left]
    # writes what a filter lets through, and tells what was left out


def done(record: Serving, chosen: Filter, left: Left) -> Iterator[Act]:
    """The acts that tables of dyads can hold, by day."""
    import msgspec

    decode = msgspec.json.Decoder(FoldedEvent).decode
    rows = walk(record, chosen, "payload, day, until")
    return acts(((decode(payload), day, until) for payload, day, until in rows), left)


def table(columns: Sequence[Column[Dyad]], *, head: bool = True) -> Callable[[Serving, Filter, BinaryIO], Left]:
    """A writer of a tab-separated table of dyads."""

    def write(record: Serving, chosen: Filter, out: BinaryIO) -> Left:
        left: Left = Counter()
        rows: Iterable[Dyad] = dyads(done(record, chosen, left))
        write_table(rows, columns, out, head=head)
        return left

    return write
