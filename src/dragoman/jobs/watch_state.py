"""What is known of the feeds between two visits, and after a kill: a SQLite file.

An item is marked as seen once its article is in the record, never before; a feed's version (ETag) is kept once all its items are. So whatever a kill
takes away is met again at the next visit, and recording an article twice changes nothing. One thing is written before: the date that the feed told of
an item, since some feeds tell another one each time, and the article would not be the same one again.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from threading import RLock

from dragoman.errors import RecordError
from dragoman.jobs.watch_schedule import DAY
from dragoman.read.address import canonical
from dragoman.read.items import Item

LAYOUT = 2
# a file of another layout is begun anew
_KEEP = 60 * DAY
# an item that its feed dropped so long ago is forgotten; should it come back, the record knows it
RATE = 7 * DAY
# the time over which items a day are counted
_MANY = 500
# variables in one statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One feed."""

    url: str
    # as listed
    address: str
    # where it is now
    title: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    interval: float = 0.0
    failures: int = 0
    next_try: float = 0.0
    # this and all times: seconds since 1970
    not_before: float = 0.0
    # the same for visits that cron decides on
    since: float = 0.0
    # first listed
    parsed: float | None = None
    # when it was last read in full
    success: float | None = None
    error: str | None = None
    error_at: float | None = None
    items: int = 0
    # recorded from it
    restless: bool = False
    # it tells new dates for old items, so its dates are not believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One item of a feed as it was at the last visit."""

    key: str
    link: str | None
    # canonical; None where it does not tell the item
    words: str
    told: str | None
    # the date at first sight
    last_told: str | None
    recorded: bool
    tries: int = 0
    # to fetch its page; 0 where that went well or is not to be tried again
    retry: float | None = None
    # when to try again
    idle: int = 0
    # times in a row that its words changed and its article did not (counters, advertisements)
    rest: float | None = None
    # until when its changes are not looked at


_COLUMNS = ", ".join(f.name for f in fields(Watched))
_SEEN = ", ".join(f.name for f in fields(Seen))
_SCHEMA = f"""
create table if not exists feeds({_COLUMNS}, listed integer default 1, primary key (url)) without rowid;
create table if not exists items(feed, {_SEEN}, here real, at real, primary key (feed, key)) without rowid;
create index if not exists items_by_link on items(link) where link is not null;
create index if not exists items_by_time on items(feed, at);
"""


class State:
    """See the module. May be shared by threads.

    Args:
        path: the file; made where there is none.
        alone: refuse where another process has it.

    Raises:
        RecordError: it cannot be opened, or another process watches.
    """

    def __init__(self, path: Path, *, alone: bool = True) -> None:
        self._path = path
        self._lock = RLock()
        self._guard: sqlite3.Connection | None = None
        with self._plain():
            path.parent.mkdir(parents=True, exist_ok=True)
            if alone:
                self._guard = self._guarded()
            self._db = sqlite3.connect(path, timeout=60.0, isolation_level=None, check_same_thread=False)
            self._db.executescript("pragma journal_mode=wal; pragma synchronous=normal; pragma cache_size=-8000;")
        self._prepare()

    def _prepare(self) -> None:
        with self._turn() as db:
            if db.execute("pragma user_version").fetchone()[0] not in (0, LAYOUT):
                for table in ("feeds", "items"):
                    db.execute(f"drop table if exists {table}")
            for statement in _SCHEMA.split(";"):
                db.execute(statement)
            db.execute(f"pragma user_version = {LAYOUT}")

    def _guarded(self) -> sqlite3.Connection:
        """A lock that the system frees however this process ends."""
        guard = sqlite3.connect(self._path.with_suffix(".lock"), timeout=0.0, isolation_level=None, check_same_thread=False)
        try:
            guard.execute("begin exclusive")
        except sqlite3.OperationalError as error:
            guard.close()
            if "locked" not in str(error):
                raise
            raise RecordError(str(self._path.parent), "another process watches feeds for this record", "stop that one first") from error
        return guard

    def close(self) -> None:
        """Close the file and let others have it."""
        with self._lock:
            self._db.close()
            if self._guard:
                self._guard.close()

    @contextmanager
    def _plain(self) -> Iterator[None]:
        try:
            with self._lock:
                yield
        except (OSError, sqlite3.Error) as error:
            remedy = "free the disk, or delete it: feeds are then read from the start, and the record knows their items"
            raise RecordError(str(self._path), f"the state of the watch cannot be used ({error})", remedy) from error

    @contextmanager
    def _turn(self) -> Iterator[sqlite3.Connection]:
        with self._plain():
            self._db.execute("begin immediate")
            try:
                yield self._db
            except BaseException:
                self._db.execute("rollback")
                raise
            self._db.execute("commit")

    # -- feeds -----------------------------------------------------------------------------------------------------------------------------

    def enlist(self, urls: Iterable[str], now: float, base: float) -> None:
        """From now on these feeds are watched and no others; what is known of them stays."""
        with self._turn() as db:
            db.execute("update feeds set listed = 0")
            for url in urls:
                new = Watched(url=url, address=url, interval=base, since=now, next_try=now)
                db.execute(f"insert or ignore into feeds({_COLUMNS}) values ({_marks(Watched)})", astuple(new))
                db.execute("update feeds set listed = 1 where url = ?", (url,))

    def hurry(self, now: float) -> None:
        """All feeds are due."""
        with self._turn() as db:
            db.execute("update feeds set next_try = ?, not_before = ?", (now, now))

    def feeds(self) -> list[Watched]:
        """The feeds that are watched, by their next visit."""
        with self._plain():
            rows = self._db.execute(f"select {_COLUMNS} from feeds where listed order by next_try, url").fetchall()
        return [Watched(**dict(zip((f.name for f in fields(Watched)), row, strict=True))) for row in rows]

    def keep(self, feed: Watched, present: Sequence[Item] | None, now: float) -> None:
        """What a visit taught of a feed.

        Args:
            feed: as it is known now.
            present: the items that it listed; None where it was not read.
            now: seconds since 1970.
        """
        names = [f.name for f in fields(Watched) if f.name != "items"]
        with self._turn() as db:
            values = [getattr(feed, name) for name in names]
            db.execute(f"update feeds set {', '.join(f'{n} = ?' for n in names)} where url = ?", (*values, feed.url))
            if present is not None:
                db.executemany("update items set here = ?, last_told = ? where feed = ? and key = ?", [(now, i.told, feed.url, i.key) for i in present])
                db.execute("delete from items where feed = ? and here < ?", (feed.url, now - _KEEP))

    # -- items -----------------------------------------------------------------------------------------------------------------------------

    def known(self, feed: str, items: Sequence[Item]) -> dict[str, Seen]:
        """What is known of items, by key. One that comes under a new guid is known by its link, and so is one that another feed brought."""
        with self._plain():
            found = {s.key: s for _, s in self._select("feed = ? and key in", (feed,), [i.key for i in items])}
            astray = {canonical(i.link): i for i in items if i.key not in found and i.link and not i.shared}
            strays = [*self._select("recorded and retry is null and link in", (), [*astray])]
        for of, seen in strays:
            item = astray[seen.link or ""]
            same = seen if of == feed else replace(seen, words=item.words, last_told=item.told)
            found[item.key] = replace(same, key=item.key)
        return found

    def _select(self, where: str, given: tuple[str, ...], keys: Sequence[str]) -> Iterator[tuple[str, Seen]]:
        names = [f.name for f in fields(Seen)]
        for start in range(0, len(keys), _MANY):
            some = keys[start : start + _MANY]
            sql = f"select feed, {_SEEN} from items where {where} ({', '.join('?' * len(some))})"
            for feed, *row in self._db.execute(sql, (*given, *some)).fetchall():
                yield feed, Seen(**dict(zip(names, row, strict=True)))

    def retries(self, feed: str, now: float) -> bool:
        """Whether pages of a feed's items are to be tried again by now."""
        with self._plain():
            return self._db.execute("select 1 from items where feed = ? and retry <= ? limit 1", (feed, now)).fetchone() is not None

    def adopt(self, feed: str, items: Sequence[Seen], now: float) -> None:
        """Items that are known under another guid, or from another feed, are this feed's by these keys."""
        with self._turn() as db:
            for seen in items:
                db.execute("delete from items where feed = ? and link = ? and key <> ?", (feed, seen.link, seen.key))
                db.execute(f"insert or ignore into items(feed, {_SEEN}, here, at) values (?, {_marks(Seen)}, ?, null)", (feed, *astuple(seen), now))

    def expect(self, feed: str, items: Sequence[Seen], now: float) -> None:
        """Items are about to be recorded; what is known of them already stays."""
        with self._turn() as db:
            sql = f"insert or ignore into items(feed, {_SEEN}, here, at) values (?, {_marks(Seen)}, ?, null)"
            db.executemany(sql, [(feed, *astuple(s), now) for s in items])

    def mark(self, feed: str, items: Sequence[Seen], now: float, *, recorded: int) -> None:
        """Items are safely in the record.

        Args:
            feed: the feed's address as listed.
            items: as they were read, in place of what was known of them.
            now: seconds since 1970.
            recorded: how many of them brought something new.
        """
        with self._turn() as db:
            sql = f"insert or replace into items(feed, {_SEEN}, here, at) values (?, {_marks(Seen)}, ?, ?)"
            db.executemany(sql, [(feed, *astuple(s), now, now) for s in items])
            db.execute("update feeds set items = items + ? where url = ?", (recorded, feed))

    def rates(self, now: float) -> dict[str, float]:
        """Items a day of each feed over the last week, or since it is watched."""
        with self._plain():
            counts = self._db.execute("select feed, count(*) from items where at > ? group by feed", (now - RATE,)).fetchall()
            since = dict(self._db.execute("select url, since from feeds").fetchall())
        days = {url: max(min(now - begun, RATE) / DAY, 1.0) for url, begun in since.items()}
        return {feed: n / days.get(feed, 1.0) for feed, n in counts}


def _marks(noun: type) -> str:
    return ", ".join("?" for _ in fields(noun))
