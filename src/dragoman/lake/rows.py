"""The rows of the ledger: what kinds there are, and what each column holds.

One table with all kinds, parted by ``kind``, because a commit of a Delta table is atomic and commits to two tables are not: an article, what was
coded in it and the events that it changed are written together or not at all. ``docs/reference/record.md`` describes the columns for readers of the files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = 1
# the layout of rows; a record of a higher one was written by a newer program and is left alone

KINDS = ("article", "report", "statement", "meeting", "position", "tie", "event", "judgement", "tombstone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One version of one thing. What a kind does not have is None."""

    kind: str
    id: str
    recorded_at: datetime
    # of the commit, UTC; strictly later than that of any commit before it
    article: str | None = None
    # the article's id, for what was taken from one
    outlet: str | None = None
    published: str | None = None
    # of the article, ISO 8601 as it told it
    type: str | None = None
    # PLOVER type; format of a meeting, kind of a tie, issue of a position, action of a judgement
    mode: str | None = None
    status: str | None = None
    actors: tuple[str, ...] = ()
    # codes, else names; speakers, participants, holders of a position
    recipients: tuple[str, ...] = ()
    # addressees of a statement
    sectors: tuple[str, ...] = ()
    # of all parties
    day: date | None = None
    # the first day that the time or else the publication allows
    until: date | None = None
    # the last one
    country: str | None = None
    # of the place
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    quad_class: int | None = None
    score: float | None = None
    confidence: float | None = None
    origins: int | None = None
    outlets: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    # of a folded event
    successor: str | None = None
    # the event that this one became part of, the article that replaced this one; "-" where nothing did and it is no more
    copy_of: str | None = None
    url: str | None = None
    text: str | None = None
    # title, sentence, content, stance, label, reason: what full text search looks through
    payload: str = "{}"
    # the whole thing as JSON


_TYPES = {"str": "string", "int": "int32", "float": "float64", "date": "date32", "tuple": "strings", "datetime": "moment"}


def schema() -> pa.Schema:
    """The Arrow schema of the ledger, in the order of :class:`Row`."""
    import pyarrow as pa

    kinds = {
        "string": pa.string(),
        "int32": pa.int32(),
        "float64": pa.float64(),
        "date32": pa.date32(),
        "strings": pa.list_(pa.string()),
        "moment": pa.timestamp("us", tz="UTC"),
    }
    needed = {"kind", "id", "recorded_at", "payload"}
    return pa.schema([pa.field(f.name, kinds[_TYPES[_word(f.type)]], nullable=f.name not in needed) for f in fields(Row)])


def _word(annotation: Any) -> str:
    """The first word of a field's annotation: ``tuple[str, ...]`` is a tuple, ``str | None`` a str."""
    return str(annotation).split(" ")[0].split("[")[0]


def table(rows: Iterable[Row]) -> pa.Table:
    """The rows as an Arrow table."""
    import pyarrow as pa

    every = list(rows)
    shape = schema()
    return pa.table({name: pa.array([getattr(r, name) for r in every], shape.field(name).type) for name in shape.names}, schema=shape)


def now(after: datetime | None) -> datetime:
    """The moment to stamp a commit with: now, or a millisecond after the last one where the clock stands or was set back.

    Whole milliseconds, because the statistics of Delta files are cut to them (Delta protocol, "Per-file Statistics"), and files are passed over by these.
    """
    from datetime import timedelta

    moment = datetime.now(UTC)
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    return moment if after is None or moment > after else after + timedelta(milliseconds=1)
