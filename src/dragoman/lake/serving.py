"""What questions are asked of: the rows of a record as DuckDB tables, of now or of a moment in the past.

A *base* file holds all versions of everything up to some commit, each with the moment at which it ended; what was committed since (the *tail*) is read from the
ledger into memory when a question is asked. So an answer is never behind the ledger, asking writes nothing that others read, and a base is only built
when the tail has grown
long. It is built beside the old one and takes its place at once (``os.replace``): whoever has the old one open goes on reading it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import RecordError
from dragoman.lake.ledger import Ledger
from dragoman.lake.rows import Row

if TYPE_CHECKING:
    import duckdb

TABLES = {
    "articles": "article",
    "reports": "report",
    "statements": "statement",
    "meetings": "meeting",
    "positions": "position",
    "ties": "tie",
    "events": "event",
    "judgements": "judgement",
    "tombstones": "tombstone",
}
LAYOUT = "2"
# a base of another layout is built anew
LONG = 20_000
# rows of a tail from which a base is worth building: they are read in about 0.2 s
_PIECE = 1000
# rows read at a time
_COLUMNS = tuple(f for f in Row.__dataclass_fields__ if f != "kind")


class Serving:
    """An open record to ask. Use :func:`serving`."""

    def __init__(self, db: duckdb.DuckDBPyConnection, version: int, as_of: datetime | None, fresh: set[str], lost: dict[str, int]) -> None:
        self.db = db
        self._fresh = fresh
        # tables that are read from the tail: all of them without a base
        self._lost = lost
        # rows of the base that do not hold any more, by table; only of tables that base and tail both have rows of
        self.version = version
        # of the ledger
        self.as_of = as_of

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query over the tables of ``TABLES``; ``?`` stand for the values."""
        return self.db.execute(sql, list(values)).fetchall()

    def stream(self, sql: str, values: Sequence[Any] = (), size: int = 1000) -> Iterator[tuple[Any, ...]]:
        """The same, some at a time, for answers that do not fit into memory."""
        cursor = self.db.cursor().execute(sql, list(values))
        while rows := cursor.fetchmany(size):
            yield from rows

    def pick(
        self, table: str, columns: Sequence[str], where: str, values: Sequence[Any], *, newest: bool = False, limit: int | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """Rows by their day, those without one last; within a day as they were recorded, within a commit by id.

        First the numbers of the rows are found, without their payloads, which are most of the file; then the columns are read of these alone,
        some at a time.

        Args:
            table: of ``TABLES``.
            columns: what to read of them.
            where: a condition on its columns, with ``?`` for the values.
            values: those.
            newest: in the opposite order, but for those without a day.
            limit: how many at most.
        """
        chosen = self._numbers(table, where, values, newest, limit)
        for start in range(0, len(chosen), _PIECE):
            piece = chosen[start : start + _PIECE]
            found = {fresh: self._rows(table, columns, fresh, [row for new, row in piece if new is fresh]) for fresh in (True, False)}
            yield from (found[fresh][row] for fresh, row in piece)

    def _numbers(self, table: str, where: str, values: Sequence[Any], newest: bool, limit: int | None) -> list[tuple[bool, int]]:
        """``(is of the tail, number)`` of rows in their order. Both parts lie in it, so that within each the number stands for moment and id.

        The base gives as many more than the limit as the tail ended in it, so that it stops at the last of them.
        """
        down = " desc" if newest else ""
        some = "" if limit is None else f" limit {limit}"
        within = f"order by day{down} nulls last, row{down}"
        if table not in self._lost:
            fresh = table in self._fresh
            return [(fresh, row) for (row,) in self.ask(f"select row from {table} where {where} {within}{some}", values)]
        more = "" if limit is None else f" {within} limit {limit + self._lost[table]}"
        keys = "row, day, recorded_at, id"
        old = f"select false as fresh, t.* from (select {keys} from {table}_base where {where}{more}) t anti join lost_{table} l on t.row = l.row"
        new = f"select true as fresh, {keys} from {table}_tail where {where}"
        across = f"order by day{down} nulls last, recorded_at{down}, id{down}"
        found = self.ask(f"select fresh, row from ({new} union all {old}) {across}{some}", [*values, *values])
        return [(bool(fresh), int(row)) for fresh, row in found]

    def _rows(self, table: str, columns: Sequence[str], fresh: bool, rows: Sequence[int]) -> dict[int, tuple[Any, ...]]:
        """Rows by their number. A list to unnest and no literal ``in``, which reads all the file: 3 ms for 50 rows of a million instead of 2,400."""
        if not rows:
            return {}
        sql = f"select rowid, {', '.join(columns)} from {'tail' if fresh else 'base'}.{table} where rowid in (select unnest(?))"
        return {row: tuple(cells) for row, *cells in self.ask(sql, [list(rows)])}


@contextmanager
def serving(home: str, where: Path, as_of: datetime | None = None) -> Iterator[Serving]:
    """Open a record to ask.

    Args:
        home: the record's folder or address.
        where: the folder for the base file.
        as_of: the record as it was at this moment; None for now.

    Raises:
        RecordError: there is no record, or it is damaged.
    """
    import duckdb

    ledger = Ledger.open(home)
    base = where / "serve.duckdb"
    try:
        db = duckdb.connect(config={"threads": os.cpu_count() or 1})
        db.execute("set timezone='UTC'")
        with db:
            moment = _usable(db, base, ledger)
            if moment is None or ledger.count(since=moment) > LONG:
                db.execute("detach database if exists base")
                moment = _build(base, ledger) or moment
                _attach(db, base if moment else None)
            _tail(db, ledger, moment)
            fresh, lost = _views(db, moment is not None, as_of)
            yield Serving(db, ledger.version, as_of, fresh, lost)
    except duckdb.Error as error:
        raise RecordError(home, f"it cannot be asked ({str(error).splitlines()[0]})", f"delete {base} and ask again: it is built anew") from error


def _usable(db: duckdb.DuckDBPyConnection, base: Path, ledger: Ledger) -> datetime | None:
    """The moment up to which the base that is attached now holds everything; None where there is none that can be used. Opened once: that takes 20 ms."""
    import duckdb

    if not base.exists():
        return None
    try:
        _attach(db, base)
        facts = dict(db.execute("select name, value from base.facts").fetchall())
    except duckdb.Error:
        return None  # damaged or of a former layout: it is derived, so it is built anew
    fits = facts.get("layout") == LAYOUT and facts.get("ledger") == ledger.identity() and int(facts["erasures"]) == ledger.erasures()
    return datetime.fromtimestamp(int(facts["moment"]) / 1e6, UTC) if fits else None


def _build(base: Path, ledger: Ledger) -> datetime | None:
    """Build a base of the whole ledger if it is long; its moment. Where no file can be written all is read into memory instead."""
    import duckdb

    moment = ledger.last_moment()
    if moment is None or ledger.count() <= LONG:
        return None
    fresh = base.with_name(f"{base.name}.{os.getpid()}")
    try:
        base.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            fresh.unlink()
        with duckdb.connect(str(fresh)) as db:
            db.execute("set timezone='UTC'")
            for table, kind in TABLES.items():
                _load(db, table, ledger, kind, None)
            _end(db)
            facts = {"layout": LAYOUT, "ledger": ledger.identity(), "erasures": ledger.erasures(), "moment": round(moment.timestamp() * 1e6)}
            db.execute("create table facts(name text, value text)")
            db.executemany("insert into facts values (?, ?)", [(k, str(v)) for k, v in facts.items()])
        os.replace(fresh, base)
    except OSError:
        return None  # a read-only place: asking still works, from memory
    finally:
        with suppress(OSError):
            fresh.unlink()
    return moment


def _load(db: duckdb.DuckDBPyConnection, table: str, ledger: Ledger, kind: str, since: datetime | None) -> None:
    """A table of the rows of a kind, those of like days together."""
    rows = ledger.stream([kind], since=since, columns=_COLUMNS)  # noqa: F841 - DuckDB finds it by its name
    order = "order by day, recorded_at, id" if since is None else ""
    db.execute(f"create table {table} as select *, null::timestamptz as ended from rows {order}")


def _tail(db: duckdb.DuckDBPyConnection, ledger: Ledger, since: datetime | None) -> None:
    db.execute("create schema tail; use tail")
    every = ledger.read(list(TABLES.values()), since=since, columns=("kind", *_COLUMNS))
    columns = ", ".join(_COLUMNS)
    if not every.num_rows:
        db.execute(f"create table articles as select {columns}, null::timestamptz as ended from every")
        db.execute(";".join(f"create table {table} as from articles" for table in TABLES if table != "articles"))
        db.execute("create table ends(kind text, id text, moment timestamptz, gone boolean)")
        db.execute("use memory.main")
        return
    for table, kind in TABLES.items():
        db.execute(f"create table {table} as select {columns}, null::timestamptz as ended from every where kind = '{kind}' order by day, recorded_at, id")
    _end(db)
    db.execute("use memory.main")


def _attach(db: duckdb.DuckDBPyConnection, base: Path | None) -> None:
    if base is not None:
        db.execute(f"attach '{str(base).replace(chr(39), chr(39) * 2)}' as base (read_only)")


_OF_ARTICLES = ("reports", "statements", "meetings", "positions", "ties")


def _end(db: duckdb.DuckDBPyConnection) -> None:
    """Tell when each version ended: with the next one of its id; of an article also with its tombstone, and with it all that was coded in it."""
    db.execute(
        """
        create table ends as
        select kind, id, moment, gone from (
            select 'event' as kind, id, recorded_at as moment, false as gone from events
            union all select 'article', id, recorded_at, false from articles
            union all select 'article', id, recorded_at, true from tombstones
            union all select 'judgement', json_extract_string(payload, '$.value'), recorded_at, true from judgements where type = 'withdraw')
        """
    )
    # an article may be replaced in the very commit that brought it
    later = "(e.moment > t.recorded_at or e.gone and e.moment = t.recorded_at)"
    next_one = f"(select min(moment) from ends e where e.kind = '{{kind}}' and e.id = t.{{key}} and {later})"
    several = "select kind from ends group by kind, id having count(*) > 1 or bool_or(gone)"
    ended = {kind for (kind,) in db.execute(f"select distinct kind from ({several})").fetchall()}
    for table, kind, key in (
        ("events", "event", "id"),
        ("articles", "article", "id"),
        ("judgements", "judgement", "id"),
        *((t, "article", "article") for t in _OF_ARTICLES),
    ):
        if kind not in ended:
            continue
        many = f"select id from ends where kind = '{kind}' group by kind, id having count(*) > 1 or bool_or(gone)"
        db.execute(f"update {table} t set ended = {next_one.format(kind=kind, key=key)} where t.{key} in ({many})")


def _views(db: duckdb.DuckDBPyConnection, with_base: bool, as_of: datetime | None) -> tuple[set[str], dict[str, int]]:
    """Views of what holds at the moment asked for, base and tail together.

    Returns:
        The tables that the tail has rows of; and for each table that base and tail have rows of, how many of the base the tail ended: those are taken
        out by an anti-join.
    """
    until = f"make_timestamptz({round(as_of.timestamp() * 1e6)})" if as_of else None
    holds = f"recorded_at <= {until} and (ended is null or ended > {until})" if until else "ended is null"
    lost = _lost(db, f" and moment <= {until}" if until else "") if with_base else {}
    fresh = set[str]()
    for table in TABLES:
        live = f"{holds} and successor is null" if table == "events" else holds
        for part, home in (("tail", "tail"), *((("base", "base"),) if with_base else ())):
            db.execute(f"create view {table}_{part} as select *, rowid as row from {home}.{table} where {live}")
        kept = f" t anti join lost_{table} l on t.row = l.row" if lost.get(table) else ""
        base = f"select * from {table}_base{kept}"
        if not with_base or db.execute(f"select 1 from tail.{table} limit 1").fetchone():
            fresh.add(table)
        elif not lost[table]:
            del lost[table]
        parts = [f"select * from {table}_tail"] * (table in fresh) + [base] * with_base
        db.execute(f"create view {table} as {' union all by name '.join(parts)}")
    _versions(db, with_base, until)
    _every_article(db, with_base)
    return fresh, lost


def _lost(db: duckdb.DuckDBPyConnection, moments: str) -> dict[str, int]:
    """Tables ``lost_<table>`` of the rows that the base takes for valid and the tail ended."""
    lost: dict[str, int] = {}
    if not db.execute(f"select 1 from tail.ends where true{moments} limit 1").fetchone():
        for table in TABLES:
            db.execute(f"create table lost_{table}(row bigint)")
        return dict.fromkeys(TABLES, 0)
    for table, kind in TABLES.items():
        owner, key = ("article", "article") if table in _OF_ARTICLES else (kind, "id")
        ended = f"select id from tail.ends where kind = '{owner}'{moments}"
        if owner == "article" and key == "article" and not lost["articles"]:
            ended = "select null where false"  # what was coded in articles ends with them alone
        db.execute(f"create table lost_{table} as select rowid as row from base.{table} where ended is null and {key} in ({ended})")
        ((lost[table],),) = db.execute(f"select count(*) from lost_{table}").fetchall()
    return lost


def _versions(db: duckdb.DuckDBPyConnection, with_base: bool, until: str | None) -> None:
    """``event_versions``, ``article_versions`` ...: every version there was by the moment asked for, for those who ask how a record came about."""
    known = f" where recorded_at <= {until}" if until else ""
    for table, kind in TABLES.items():
        base = f" union all by name select * from base.{table}{known}" if with_base else ""
        db.execute(f"create view {kind}_versions as select * from tail.{table}{known}{base}")


def _every_article(db: duckdb.DuckDBPyConnection, with_base: bool) -> None:
    """``every_article``: whose words any row still holds, of whatever version; what a purge must leave nothing in."""
    homes = ("tail", "base") if with_base else ("tail",)
    own = [f"select article from {home}.{table}" for home in homes for table in ("articles", *_OF_ARTICLES)]
    folded = [f"select unnest(articles) as article from {home}.events" for home in homes]
    db.execute(f"create view every_article as {' union all '.join([*own, *folded])}")


__all__ = ["LONG", "TABLES", "Serving", "serving"]
