"""A column of a table: its name, what it holds, and where that comes from."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Generic, TypeVar

T = TypeVar("T")
_FLUSH = 1000
# rows between two writes


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[T]):
    """One column. What is not known stays empty."""

    name: str
    means: str
    # for the documentation
    read: Callable[[T], object] | None = None
    # None: always empty, for the record does not know it


def write_table(rows: Iterable[T], columns: Sequence[Column[T]], out: BinaryIO, *, tabs: bool = True, head: bool = True) -> int:
    """Write rows as a delimited table in UTF-8; how many there were.

    Args:
        rows: of the table.
        columns: in order.
        out: to write to.
        tabs: tab-separated, with tabs and line ends in values made blanks, as the public releases are; else CSV (RFC 4180).
        head: whether a line of column names comes first.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n") if tabs else csv.writer(text)
    if head:
        writer.writerow(c.name for c in columns)
    n = 0
    for n, row in enumerate(rows, 1):
        writer.writerow([_cell(c.read(row), tabs) if c.read else "" for c in columns])
        if n % _FLUSH == 0:
            _flush(text, out)
    _flush(text, out)
    return n


def _flush(text: io.StringIO, out: BinaryIO) -> None:
    out.write(text.getvalue().encode())
    text.seek(0)
    text.truncate()


def _cell(value: object, tabs: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else str(value)
    text = ";".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
    return " ".join(text.split()) if tabs else text
