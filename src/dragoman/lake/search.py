"""Full text: the sentences of articles and what was said in them, in a SQLite FTS5 file derived from the ledger.

It catches up with the ledger when it is asked, from the last commit that it has (its *mark*). Each step is one transaction under SQLite's lock, so several
processes may ask at once and a killed one leaves the file as it was. A file that is damaged, of a former layout, of another record, or older than a takedown
is thrown away and built again; who has it open goes on reading the old one. Where no file can be written, it is built in memory.

All versions of articles are in it, with the moments at which they ended, so that it answers for any moment in the past.
Words are matched by their stems (Porter), blind to case and diacritics; hits are ranked by BM25 (Robertson and Zaragoza 2009).
"""

from __future__ import annotations

import fcntl
import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from dragoman.errors import RecordError
from dragoman.lake.ledger import Ledger

_SCHEMA = """
create table if not exists facts(name text primary key, value text) without rowid;
create table if not exists versions(article text, moment integer, gone integer);
create index if not exists versions_by_article on versions(article, moment);
create table if not exists docs(n integer primary key, kind text, article text, moment integer, outlet text, day text, sentence text, text text);
create virtual table if not exists fts using fts5(text, content='docs', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2');
"""
LAYOUT = "1"
# a file of another layout is built anew
_STEP = 20_000
# sentences between two commits
_PATIENCE = 600.0
# seconds to wait for another process's step
_KINDS = ("article", "statement", "tombstone")
_COLUMNS = ("kind", "id", "recorded_at", "article", "outlet", "day", "text", "payload")
START, END = "\x02", "\x03"
# around the words of a snippet that match
_WORDS = 24
# of a snippet
_FOREVER = 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A sentence, a title or a statement that has the words."""

    kind: str
    # title | sentence | statement
    article: str
    outlet: str | None
    day: str | None
    # of publication
    sentence: str | None
    # its id in the article
    text: str
    snippet: str
    # of the text, with START and END around the words
    rank: float
    # BM25, smaller is better


_HIT = tuple(name for name in Hit.__slots__ if name != "snippet")


class Search:
    """The full text of a record.

    Args:
        home: the record's folder or address.
        where: the folder for what is derived.

    Raises:
        RecordError: there is no record, it is damaged, or the file can be neither used nor made.
    """

    def __init__(self, home: str, where: Path) -> None:
        self.home = home
        self.path = where / "search.sqlite"
        self._ledger = Ledger.open(home)
        self._db = self._ready()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def find(
        self,
        words: str,
        *,
        as_of: datetime | None = None,
        outlets: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        newest: bool = False,
    ) -> Iterator[Hit]:
        """What has the words, best first.

        Args:
            words: all of them must stand in it; "words in marks" together, OR between two for either, NOT or - before one that must
                not, word* for a beginning.
            as_of: the record as it was at this moment; None for now.
            outlets: of these alone; none for all.
            since: published not before this day (ISO 8601).
            until: published not after it.
            newest: the latest first instead.

        Raises:
            ValueError: there is no word to look for.
            RecordError: the file cannot be read.
        """
        moment = round(as_of.timestamp() * 1e6) if as_of else _FOREVER
        conditions, values = _narrowed(outlets, since, until)
        # a statement only where its sentence does not have the words itself
        sql = f"""
            with hits as materialized (
                select d.n, d.kind, d.article, d.moment, d.outlet, d.day, d.sentence, d.text, bm25(fts) as rank from fts join docs d on d.n = fts.rowid
                where fts match ? and d.moment <= ? and not exists (
                    select 1 from versions v where v.article = d.article and v.moment <= ? and (v.moment > d.moment or v.gone and v.moment = d.moment))
                {conditions})
            select n, kind, article, outlet, day, sentence, text, rank from hits h where kind <> 'statement' or not exists (
                select 1 from hits o where o.article = h.article and o.moment = h.moment and o.sentence = h.sentence and o.kind <> 'statement')
            order by {"day desc, rank" if newest else "rank, day desc"}, n"""
        wanted = query(words)
        found = (wanted, moment, moment, *values)
        try:
            first, rest = self._asked(sql, found)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise self._trouble(error) from error
            self._db.close()
            self._db = self._anew()
            first, rest = self._asked(sql, found)
        with self._plain_errors():
            for n, *row in chain(first, rest):
                yield Hit(**dict(zip(_HIT, row, strict=True)), snippet=self._snippet(wanted, n))

    def _snippet(self, wanted: str, n: int) -> str:
        sql = f"select snippet(fts, 0, '{START}', '{END}', '…', {_WORDS}) from fts where fts match ? and rowid = ?"
        return str(self._db.execute(sql, (wanted, n)).fetchone()[0])

    def _asked(self, sql: str, values: Sequence[object]) -> tuple[list[Any], sqlite3.Cursor]:
        """The first row, if there is one, and the rest: ranking reads all that there is to read before it gives one."""
        rows = self._db.execute(sql, values)
        return rows.fetchmany(1), rows

    # -- catching up -------------------------------------------------------------------------------------------------------------------

    def _ready(self) -> sqlite3.Connection:
        """The file, up to the ledger; built anew where it cannot be used."""
        try:
            return self._caught_up()
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise self._trouble(error) from error
        except _Outdated:
            pass
        return self._anew()

    def _anew(self) -> sqlite3.Connection:
        """The file after it was found damaged or outdated; built by one process alone, whoever else waits for the lock uses that."""
        before = _number(self.path)
        with self._plain_errors(), self._alone():
            if _number(self.path) == before:
                forget(self.path.parent)
            return self._caught_up()

    def _caught_up(self) -> sqlite3.Connection:
        db = self._connected()
        try:
            self._check(db)
            while not self._step(db):
                pass
        except BaseException:
            db.close()
            raise
        return db

    def _connected(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            db.execute("pragma journal_mode=wal")
        except (OSError, sqlite3.OperationalError) as error:
            if isinstance(error, sqlite3.OperationalError) and _is_damage(error):
                raise
            db = sqlite3.connect(":memory:", isolation_level=None)  # a read-only place: asking still works, from memory
        db.executescript("pragma synchronous=normal; pragma secure_delete=on; pragma temp_store=memory;")
        return db

    def _check(self, db: sqlite3.Connection) -> None:
        """Make the tables where there are none.

        Raises:
            _Outdated: the file is of another layout or record, or holds what was taken down since.
        """
        with _transaction(db):
            for statement in _SCHEMA.split(";"):
                db.execute(statement)
            found = dict(db.execute("select name, value from facts where name <> 'mark'").fetchall())
            if int(found.get("erasures", 0)) > self._ledger.erasures():
                self._ledger.refresh()  # somebody took an article down after we opened the record
            ours = {"layout": LAYOUT, "ledger": self._ledger.identity(), "erasures": str(self._ledger.erasures())}
            if found and found != ours:
                raise _Outdated
            db.executemany("insert or ignore into facts values (?, ?)", ours.items())

    def _step(self, db: sqlite3.Connection) -> bool:
        """Take in some commits; whether all are."""
        with _transaction(db):
            mark = db.execute("select value from facts where name = 'mark'").fetchone()
            since = datetime.fromtimestamp(int(mark[0]) / 1e6, UTC) if mark else None
            newest = self._ledger.last_moment()
            if newest is None or since is not None and newest <= since:
                return True
            last, done = self._take(db, since)
            if last is not None:
                db.execute("insert or replace into facts values ('mark', ?)", (str(_micros(last)),))
            return done

    def _take(self, db: sqlite3.Connection, since: datetime | None) -> tuple[datetime | None, bool]:
        """Whole commits after a moment: (the last one taken, whether it was the last there is)."""
        last: datetime | None = None
        taken = 0
        for batch in self._ledger.stream(_KINDS, since=since, columns=_COLUMNS, ordered=True):
            for row in batch.to_pylist():
                if last is not None and row["recorded_at"] != last and taken >= _STEP:
                    return last, False
                last = row["recorded_at"]
                taken += _add(db, row)
        # commits without articles end it all the same
        return self._ledger.last_moment() or last, True

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the lock of those who build the file anew."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with (self.path.parent / "search.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise self._trouble(error) from error

    def _trouble(self, error: Exception) -> RecordError:
        return RecordError(self.home, f"its full text cannot be used ({error})", f"free the disk, or delete {self.path}: it is built again")


def _number(path: Path) -> int | None:
    """What tells a file from one that took its place."""
    with suppress(FileNotFoundError):
        return path.stat().st_ino
    return None


class _Outdated(Exception):
    """The file must be built anew."""


def forget(where: Path) -> None:
    """Remove the file; the next search builds it anew. For takedowns: the words that were taken down stand in it.

    Args:
        where: the folder for what is derived.
    """
    for name in ("search.sqlite", "search.sqlite-wal", "search.sqlite-shm"):
        with suppress(FileNotFoundError):
            (where / name).unlink()


@contextmanager
def searching(home: str, where: Path) -> Iterator[Search]:
    """The full text of a record, closed at the end of the block."""
    with closing(Search(home, where)) as it:
        yield it


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("begin immediate")
    try:
        yield
    except BaseException:
        db.execute("rollback")
        raise
    db.execute("commit")


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether a file must be built anew; not where it is only locked, full or read-only."""
    return not re.search(r"locked|busy|full|readonly|read-only|unable to open", str(error))


def _add(db: sqlite3.Connection, row: dict[str, Any]) -> int:
    """Take a row in; how many sentences that were."""
    moment = _micros(row["recorded_at"])
    if row["kind"] != "statement":
        db.execute("insert into versions values (?, ?, ?)", (row["id"], moment, int(row["kind"] == "tombstone")))
    texts = list({"article": _sentences, "statement": _statement}.get(row["kind"], _nothing)(row))
    day = row["day"] and row["day"].isoformat()
    for kind, sentence, text in texts:
        n = db.execute(
            "insert into docs(kind, article, moment, outlet, day, sentence, text) values (?, ?, ?, ?, ?, ?, ?)",
            (kind, row["article"] or row["id"], moment, row["outlet"], day, sentence, text),
        ).lastrowid
        db.execute("insert into fts(rowid, text) values (?, ?)", (n, text))
    return len(texts)


Text = tuple[str, str | None, str]
# (kind, id of the sentence, text)


def _sentences(row: dict[str, Any]) -> Iterator[Text]:
    """What an article says; its title also where no text was kept."""
    found = json.loads(row["payload"])["sentences"]
    if row["text"] and not any(s["part"] == "title" for s in found):
        yield "title", None, row["text"]
    for s in found:
        yield "title" if s["part"] == "title" else "sentence", s["id"], " ".join(s["text"].split())


def _statement(row: dict[str, Any]) -> Iterator[Text]:
    """Who says what: the names of speakers stand in no sentence where it says "she"."""
    told = json.loads(row["payload"])
    speakers = dict.fromkeys(name for p in told["speaker"] for name in (p["person"] or p["name"] or p["text"], p["role"]) if name)
    if row["text"]:
        yield "statement", told["sentence"], f"{', '.join(speakers) or 'unnamed'}: {' '.join(row['text'].split())}"


def _nothing(row: dict[str, Any]) -> Iterator[Text]:
    return iter(())


def _micros(moment: datetime) -> int:
    return round(moment.timestamp() * 1e6)


def _narrowed(outlets: Sequence[str], since: str | None, until: str | None) -> tuple[str, list[str]]:
    conditions, values = "", list[str]()
    if outlets:
        conditions += f" and lower(d.outlet) in ({', '.join('?' * len(outlets))})"
        values += [o.lower() for o in outlets]
    for sign, day in ((">=", since), ("<=", until)):
        if day:
            conditions += f" and d.day {sign} ?"
            values.append(day)
    return conditions, values


_PART = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')


def query(words: str) -> str:
    """What a person types as a query of FTS5, whatever signs are in it.

    Raises:
        ValueError: there is no word to look for.
    """
    wanted: list[str] = []
    barred: list[str] = []
    before = ""
    for minus, phrase, word in _PART.findall(words):
        if word in ("OR", "NOT"):
            before = word
            continue
        term = _term(phrase or word)
        if term and (minus or before == "NOT"):
            barred.append(term)
        elif term and before == "OR" and wanted:
            wanted[-1] = f"{wanted[-1]} OR {term}"
        elif term:
            wanted.append(term)
        before = ""
    if not wanted:
        raise ValueError(f"there is no word to look for in {words!r}")
    found = " AND ".join(f"({term})" for term in wanted)
    return found + "".join(f" NOT ({term})" for term in barred)


def _term(text: str) -> str:
    """One word or phrase; a star at its end stands for any ending."""
    star = "*" if text.endswith("*") else ""
    bare = re.sub(r"[^\w\s]", " ", text).strip()
    return f'"{bare}"{star}' if re.search(r"\w", bare) else ""
