"""CSV and Parquet: one row an event, whatever its status and however many its sides. Made by DuckDB from the record's own columns."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass
from typing import Any, BinaryIO

from dragoman.ask.exporters.column import Column, write_table
from dragoman.ask.exporters.format import Format, Left
from dragoman.ask.exporters.walk import walk
from dragoman.ask.filters import Filter
from dragoman.lake.serving import Serving


@dataclass(frozen=True, slots=True, kw_only=True)
class _Flat:
    """A column with the SQL that makes it."""

    name: str
    sql: str
    means: str


def _json(path: str, kind: str = "") -> str:
    value = f"json_extract_string(payload, '$.{path}')"
    return f"try_cast({value} as {kind})" if kind else value


def _list(path: str) -> str:
    """All values at a path with a star in it."""
    return f"json_extract_string(payload, '$.{path}')"


COLUMNS = (
    _Flat(name="id", sql="id", means="the event's id"),
    _Flat(name="day", sql="day", means="first day that the time told allows, else the day of the first report; `time_start` says whether one was told"),
    _Flat(name="until", sql="until", means="last such day"),
    _Flat(name="time_start", sql=_json("time.start"), means="time as told, ISO 8601, perhaps partial; empty where none is told"),
    _Flat(name="time_end", sql=_json("time.end"), means="its end, inclusive"),
    _Flat(name="time_precision", sql=_json("time.precision"), means="minute, day, week, month, quarter, year, approximate"),
    _Flat(name="type", sql="type", means="PLOVER type"),
    _Flat(name="mode", sql="mode", means="PLOVER mode"),
    _Flat(name="status", sql="status", means="actual, planned, hypothetical, negated, background: read it before you count"),
    _Flat(name="actors", sql="actors", means="codes of those who act, else names"),
    _Flat(name="recipients", sql="recipients", means="codes of those acted on, else names"),
    _Flat(name="actor_names", sql=_list("actor[*].name"), means="their names"),
    _Flat(name="recipient_names", sql=_list("recipient[*].name"), means="their names"),
    _Flat(name="sectors", sql="sectors", means="PLOVER sectors of all parties"),
    _Flat(name="about", sql=_list("about[*].type"), means="types of the acts inside: what was asked, promised, threatened, refused"),
    _Flat(name="contexts", sql=_list("contexts[*]"), means="PLOVER contexts"),
    _Flat(name="place", sql="place", means="where, as named"),
    _Flat(name="country", sql="country", means="ISO 3166-1 alpha-3 of the place"),
    _Flat(name="lat", sql="lat", means="degrees north (WGS 84)"),
    _Flat(name="lon", sql="lon", means="degrees east"),
    _Flat(name="quad_class", sql="quad_class", means="1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    _Flat(name="score", sql="score", means="PLOVER's score of type and mode, -10 to 10"),
    _Flat(name="cameo", sql=_json("cameo"), means="CAMEO code"),
    _Flat(name="dead", sql=_json("magnitude.dead", "integer"), means="persons dead, as told"),
    _Flat(name="injured", sql=_json("magnitude.injured", "integer"), means="persons injured, as told"),
    _Flat(name="size", sql=_json("magnitude.size", "integer"), means="persons taking part, as told"),
    _Flat(name="confidence", sql="confidence", means="0 to 1"),
    _Flat(name="origins", sql="origins", means="independent origins among its reports"),
    _Flat(name="reports", sql="cast(json_array_length(payload, '$.reports') as integer)", means="how many reports"),
    _Flat(name="outlets", sql="outlets", means="who told it"),
    _Flat(name="articles", sql="articles", means="ids of the articles"),
    _Flat(name="disputed", sql=_list("disputed[*].field"), means="fields on which reports contradict each other"),
    _Flat(name="frame", sql=_json("frame"), means="the rule that fired"),
    _Flat(name="sentence", sql="text", means="the sentence that tells it best"),
    _Flat(name="evidence", sql=_json("evidence.text"), means="the words it rests on"),
    _Flat(name="published", sql="published", means="when the first report was published"),
    _Flat(name="recorded_at", sql="recorded_at", means="when this version was written, UTC"),
)
_SELECT = ", ".join(f'{c.sql} as "{c.name}"' for c in COLUMNS)


def _value(i: int) -> Any:
    return lambda row: row[i]


_CELLS: tuple[Column[tuple[Any, ...]], ...] = tuple(Column(name=c.name, means=c.means, read=_value(i)) for i, c in enumerate(COLUMNS))


def _csv(record: Serving, chosen: Filter, out: BinaryIO) -> Left:
    write_table(walk(record, chosen, _SELECT), _CELLS, out, tabs=False)
    return Counter()


def _parquet(record: Serving, chosen: Filter, out: BinaryIO) -> Left:
    """DuckDB writes files, not streams: beside the work, then copied."""
    condition, values = chosen.where()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "events.parquet")
        quoted = path.replace("'", "''")
        record.db.execute(f"copy (select {_SELECT} from events where {condition}) to '{quoted}' (format parquet, compression zstd)", values)
        with open(path, "rb") as made:
            shutil.copyfileobj(made, out)
    return Counter()


CSV = Format(
    name="csv",
    suffix=".csv",
    means="One row an event, every status. Several values stand in one cell, parted by semicolons.",
    columns=_CELLS,
    write=_csv,
)
PARQUET = Format(
    name="parquet",
    suffix=".parquet",
    means="The same columns as CSV with their types; several values are lists. Rows are not sorted.",
    columns=_CELLS,
    write=_parquet,
)
