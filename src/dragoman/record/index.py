"""The writers' index: what is known, by what writers ask for. A SQLite file derived from the ledger; thrown away, it is built again.

It answers: is this article known, at this address or in these words; which claims share a key, which are linked, which event are they part of. It is the
:class:`~dragoman.fold.incremental.Memory` of folding on disk. One transaction is one writer's turn: it holds the file's lock, so writers on one
machine take turns
and a killed one leaves the file as it was. What is new stands together in it (keys begin with a week), so that its cost stays flat as it grows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

_SCHEMA = """
create table if not exists facts(name text primary key, value text) without rowid;
create table if not exists articles(id text primary key, url text, outlet text, root text, size integer, successor text) without rowid;
create index if not exists articles_by_url on articles(url) where url is not null;
create table if not exists sketches(week integer, run integer, article text, primary key (week, run, article)) without rowid;
create table if not exists claims(n integer primary key, id text unique, article text, event text, blob blob);
create index if not exists claims_by_article on claims(article);
create index if not exists claims_by_event on claims(event);
create table if not exists keys(week integer, name integer, claim integer, primary key (week, name, claim)) without rowid;
create table if not exists links(a integer, b integer, score real, primary key (a, b)) without rowid;
create index if not exists links_by_b on links(b);
create table if not exists judgements(id text primary key, blob blob) without rowid;
create table if not exists tombstones(id text primary key) without rowid;
"""
LAYOUT = "5"
# a file of another layout is built anew
_PATIENCE = 600.0
# seconds to wait for another writer's turn
_MANY = 500
# variables in one statement

C = TypeVar("C")


class Index(Generic[C]):
    """See the module.

    Args:
        path: the file; made where there is none.
        claim: the type of claims, which this room does not know.
    """

    def __init__(self, path: Path, claim: type[C]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        try:
            self._db = _connect(path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:  # no database, or a damaged one: it is derived, so it is built again
            for part in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
                part.unlink(missing_ok=True)
            self._db = _connect(path)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(claim).decode
        self._numbers: dict[str, int] = {}
        self._read: dict[str, C] = {}
        self._prepare()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the file until the end of the block; what was done in it stays only if it ends well."""
        self._db.execute("begin immediate")
        self._numbers.clear()
        self._read.clear()
        try:
            yield
        except BaseException:
            self._db.execute("rollback")
            raise
        self._db.execute("commit")

    def _prepare(self) -> None:
        with self.turn():
            for statement in _SCHEMA.split(";"):
                self._db.execute(statement)
            if self._fact("layout") not in (None, LAYOUT):
                self.clear()
            self._set("layout", LAYOUT)

    def clear(self) -> None:
        """Forget everything."""
        for (name,) in self._db.execute("select name from sqlite_master where type='table'").fetchall():
            self._db.execute(f"delete from {name}")

    # -- how far it is ------------------------------------------------------------------------------------------------------------------

    def seen(self) -> datetime | None:
        """``recorded_at`` of the newest commit that is in the index."""
        value = self._fact("seen")
        return datetime.fromtimestamp(int(value) / 1e6, UTC) if value else None

    def version(self) -> int:
        """The ledger's version that the index has seen all of; -1 for none."""
        return int(self._fact("version") or -1)

    def see(self, version: int, moment: datetime | None) -> None:
        """Note that all of the ledger up to this version, and so to this moment, is in the index."""
        self._set("version", str(version))
        if moment:
            self._set("seen", str(round(moment.timestamp() * 1e6)))

    def _fact(self, name: str) -> str | None:
        row = self._db.execute("select value from facts where name=?", (name,)).fetchone()
        return str(row[0]) if row else None

    def _set(self, name: str, value: str) -> None:
        self._db.execute("insert or replace into facts values (?, ?)", (name, value))

    # -- articles ----------------------------------------------------------------------------------------------------------------------

    def knows(self, article: str) -> bool:
        """Whether an article is recorded, or was taken out for good."""
        return bool(self._db.execute("select 1 from articles where id=? union all select 1 from tombstones where id=?", (article, article)).fetchone())

    def is_buried(self, mark: str) -> bool:
        """Whether an article, told by its id or by the mark of its address, was taken out for good."""
        return self._db.execute("select 1 from tombstones where id=?", (mark,)).fetchone() is not None

    def at_url(self, url: str) -> str | None:
        """The newest article at an address."""
        row = self._db.execute("select id from articles where url=? and successor is null", (url,)).fetchone()
        return str(row[0]) if row else None

    def add_article(self, id: str, *, url: str | None, outlet: str | None, root: str, week: int, runs: Collection[int]) -> None:
        """Keep an article.

        Args:
            id: of the article.
            url: its address in the form that :meth:`at_url` is asked with.
            outlet: who published it.
            root: the article whose words it carries, else its own id.
            week: of publication, 0 where unknown.
            runs: the sample of its text.
        """
        self._db.execute("insert or replace into articles values (?, ?, ?, ?, ?, null)", (id, url, outlet, root, len(runs)))
        self._db.executemany("insert or ignore into sketches values (?, ?, ?)", [(week, run, id) for run in runs])

    def replace_article(self, old: str, new: str) -> None:
        """Say that one article was replaced by another."""
        self._db.execute("update articles set successor=? where id=?", (new, old))

    def alike(self, weeks: Iterable[int], runs: Collection[int]) -> list[tuple[str, str, str | None, int, int]]:
        """Articles of these weeks that share sampled runs: (id, root, outlet, shared, size), most shared first."""
        shared: dict[str, int] = {}
        for week in weeks:
            for part in _parts(runs):
                sql = f"select article, count(*) from sketches where week=? and run in ({_marks(part)}) group by article"
                for article, n in self._db.execute(sql, (week, *part)):
                    shared[article] = shared.get(article, 0) + n
        top = sorted(shared.items(), key=lambda s: (-s[1], s[0]))[:5]
        rows = ((self._db.execute("select id, root, outlet, size from articles where id=?", (a,)).fetchone(), n) for a, n in top)
        return [(id, root, outlet, n, size) for (id, root, outlet, size), n in rows]

    def address(self, article: str) -> str | None:
        """Where an article stood, in the form of :meth:`at_url`."""
        row = self._db.execute("select url from articles where id=?", (article,)).fetchone()
        return row[0] if row else None

    def bury(self, article: str, place: str | None) -> None:
        """Forget an article and never take it again, nor what comes from its place.

        Args:
            article: its id.
            place: the mark of its address, as :meth:`is_buried` is asked with it.
        """
        self._db.execute("delete from articles where id=?", (article,))
        self._db.execute("delete from sketches where article=?", (article,))
        self._db.executemany("insert or ignore into tombstones values (?)", [(mark,) for mark in (article, place) if mark])

    def shred(self) -> None:
        """Overwrite what was deleted, so that no words of it stay in the file."""
        self._db.execute("vacuum")
        self._db.execute("pragma wal_checkpoint(truncate)")

    # -- judgements --------------------------------------------------------------------------------------------------------------------

    def add_judgement(self, id: str, blob: bytes) -> None:
        """Keep a judgement as JSON."""
        self._db.execute("insert or replace into judgements values (?, ?)", (id, blob))

    def judgements(self) -> list[bytes]:
        """All judgements."""
        return [row[0] for row in self._db.execute("select blob from judgements order by id")]

    # -- the memory of folding -----------------------------------------------------------------------------------------------------------

    def candidates(self, found: Collection[tuple[int, int]]) -> set[str]:
        """Ids of the claims under any of these keys."""
        out: set[str] = set()
        for week, name in found:
            out.update(row[0] for row in self._db.execute("select c.id from keys k join claims c on c.n=k.claim where k.week=? and k.name=?", (week, name)))
        return out

    def claims(self, ids: Collection[str]) -> dict[str, C]:
        """Claims by id; within a turn each is read and decoded once."""
        if not self._db.in_transaction:
            return self._claims("id", ids)
        self._read.update(self._claims("id", [i for i in ids if i not in self._read]))
        return {i: self._read[i] for i in ids if i in self._read}

    def claims_of(self, articles: Collection[str]) -> dict[str, C]:
        """All claims of some articles."""
        return self._claims("article", articles)

    def _claims(self, column: str, values: Collection[str]) -> dict[str, C]:
        rows = self._in(f"select id, blob from claims where {column} in ", values)
        return {id: self._decode(blob) for id, blob in rows}

    def links(self, ids: Collection[str]) -> list[tuple[str, str, float]]:
        """Links that any of these claims stands in."""
        numbers = self._of(ids)
        rows = {(a, b): s for way in ("a", "b") for a, b, s in self._in(f"select a, b, score from links where {way} in ", numbers.values())}
        names = self._names({n for pair in rows for n in pair})
        return [(*sorted((names[a], names[b])), score) for (a, b), score in rows.items() if a in names and b in names]

    def events_of(self, ids: Collection[str]) -> dict[str, str]:
        """The event of each claim that is part of one."""
        return dict(self._in("select id, event from claims where event is not null and id in ", ids))

    def members(self, events: Collection[str]) -> dict[str, list[str]]:
        """The claims of events."""
        out: dict[str, list[str]] = {}
        for event, id in self._in("select event, id from claims where event in ", events):
            out.setdefault(event, []).append(id)
        return out

    def add(self, claims: Sequence[C], found: Mapping[str, Collection[tuple[int, int]]], links: Sequence[tuple[str, str, float]]) -> None:
        """Keep new claims with their keys, and new links."""
        for claim in claims:
            id: str = claim.id  # type: ignore[attr-defined]
            article: str | None = claim.report.article  # type: ignore[attr-defined]
            cursor = self._db.execute("insert into claims(id, article, blob) values (?, ?, ?)", (id, article, self._encode(claim)))
            assert cursor.lastrowid is not None
            self._numbers[id] = cursor.lastrowid
            self._read[id] = claim
            self._db.executemany("insert or ignore into keys values (?, ?, ?)", [(week, name, cursor.lastrowid) for week, name in found[id]])
        numbers = self._of({i for a, b, _ in links for i in (a, b)})
        self._db.executemany("insert or replace into links values (?, ?, ?)", [(*sorted((numbers[a], numbers[b])), s) for a, b, s in links])

    def drop(self, found: Mapping[str, Collection[tuple[int, int]]]) -> None:
        """Forget claims, told with their keys."""
        for id, n in self._of(found).items():
            self._read.pop(id, None)
            self._db.execute("delete from claims where n=?", (n,))
            self._db.executemany("delete from keys where week=? and name=? and claim=?", [(week, name, n) for week, name in found[id]])
            self._db.execute("delete from links where a=? or b=?", (n, n))

    def assign(self, events: Mapping[str, Collection[str]], gone: Collection[str]) -> None:
        """Say of which claims events consist, and which are no more."""
        for event in (*gone, *events):
            self._db.execute("update claims set event=null where event=?", (event,))
        self._db.executemany("update claims set event=? where id=?", [(event, id) for event, ids in events.items() for id in ids])

    # -- parts -------------------------------------------------------------------------------------------------------------------------

    def _of(self, ids: Collection[str]) -> dict[str, int]:
        """The numbers of claims."""
        unknown = [i for i in ids if i not in self._numbers]
        self._numbers.update(self._in("select id, n from claims where id in ", unknown))
        return {i: self._numbers[i] for i in ids if i in self._numbers}

    def _names(self, numbers: Collection[int]) -> dict[int, str]:
        return dict(self._in("select n, id from claims where n in ", numbers))

    def _in(self, sql: str, values: Iterable[str | int]) -> list[tuple]:  # type: ignore[type-arg]
        return [row for part in _parts(values) for row in self._db.execute(f"{sql}({_marks(part)})", part)]


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    db.executescript("pragma journal_mode=wal; pragma synchronous=normal; pragma cache_size=-200000; pragma temp_store=memory; pragma secure_delete=on;")
    return db


V = TypeVar("V")


def _parts(values: Iterable[V]) -> Iterator[list[V]]:
    every = list(values)
    return (every[i : i + _MANY] for i in range(0, len(every), _MANY))


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
