"""A record at a place, and a writer's turn at it.

A turn is: take the index's lock, see what others committed, add rows, commit them to the ledger, then let the index have them too. Killed before the
ledger's commit, nothing was written; killed after it, the index is rolled back and learns the rows from the ledger at the next turn. Either way the next
writer sees one state. Between machines, which share no lock, the ledger refuses all but the first of two turns, and the others try again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from dragoman.errors import RecordError
from dragoman.lake.ledger import Ledger, is_remote, quoted
from dragoman.lake.rows import Row, now
from dragoman.model import Event, FoldedEvent, Meeting, Position, Readout, Statement, Tie
from dragoman.record.index import Index
from dragoman.record.rows import Kept, readout_of

C = TypeVar("C")
_CODED = ("article", "report", "statement", "meeting", "position", "tie")


def derived(home: str) -> Path:
    """Where what is derived from a record is kept: in its folder, or in the user's cache for a record in an object store."""
    if not is_remote(home):
        return Path(home) / "derived"
    from platformdirs import user_cache_path

    return user_cache_path("dragoman") / "records" / hashlib.sha256(home.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One article as it stands in the ledger."""

    readout: Readout
    kept: Kept
    copy_of: str | None
    successor: str | None
    moment: datetime


@dataclass(slots=True)
class Turn(Generic[C]):
    """What a writer sees and adds in its turn."""

    ledger: Ledger
    index: Index[C]
    moment: datetime
    # to stamp rows with
    rows: list[Row] = field(default_factory=list)
    # to be committed at the end of the turn


class Record(Generic[C]):
    """A record to write to.

    Args:
        home: a folder, or ``s3://bucket/path``.
        claim: the type of the claims that folding keeps in the index.
        create: make it where there is none.

    Raises:
        RecordError: see :class:`~dragoman.lake.ledger.Ledger`.
    """

    def __init__(self, home: str, claim: type[C], *, create: bool = False) -> None:
        self.home = home
        self.ledger = Ledger.create(home) if create else Ledger.open(home)
        import sqlite3

        try:
            self.index = Index(derived(home) / "index.sqlite", claim)
        except (OSError, sqlite3.Error) as error:
            raise RecordError(home, f"its index cannot be opened ({error})", _remedy(error, derived(home))) from error

    def close(self) -> None:
        """Close the files."""
        self.index.close()

    @contextmanager
    def turn(self) -> Iterator[Turn[C]]:
        """Take a turn: what is put into ``rows`` is committed when the block ends well, and nothing otherwise.

        The one whose turn it is must first learn what :meth:`news` has.

        Raises:
            RecordBusy: a writer on another machine committed meanwhile; take another turn.
        """
        import sqlite3

        try:
            with self.index.turn():
                self.ledger.refresh()
                turn = Turn(self.ledger, self.index, now(self._last()))
                yield turn
                if turn.rows:
                    turn.moment = turn.rows[0].recorded_at
                    self.index.see(self.ledger.append(turn.rows), turn.moment)
        except sqlite3.Error as error:
            raise RecordError(self.home, f"its index cannot be used ({error})", _remedy(error, self.index.path)) from error

    def _last(self) -> datetime | None:
        return self.index.seen() if self.index.version() == self.ledger.version else self.ledger.last_moment()

    def news(self) -> Iterator[list[Row]]:
        """Rows that others committed and this index has not seen, a commit at a time, oldest first. Those of one commit share their moment."""
        if self.index.version() == self.ledger.version:
            return
        kinds = (*_CODED, "event", "judgement", "tombstone")
        version, last = self.ledger.version, self.index.seen()
        commit: list[Row] = []
        for batch in self.ledger.stream(kinds, since=last, ordered=True):
            for row in _rows(batch):
                if commit and commit[0].recorded_at != row.recorded_at:
                    yield commit
                    commit = []
                commit.append(row)
        if commit:
            yield commit
            last = commit[0].recorded_at
        self.index.see(version, last)


    def article_rows(self, where: str) -> list[list[Row]]:
        """The rows of the articles that fit a condition, and of what was coded in them, by commit, oldest first.

        Args:
            where: in SQL on the columns of ``article`` rows, on literals of ours only.
        """
        heads = [*_rows(self.ledger.read(["article"], where=where))]
        if not heads:
            return []
        ids = ", ".join(quoted(i) for i in dict.fromkeys(h.id for h in heads))
        found: dict[datetime, list[Row]] = {}
        for row in _rows(self.ledger.read(_CODED, where=f"article in ({ids})")):
            found.setdefault(row.recorded_at, []).append(row)
        return [found[moment] for moment in sorted(found)]


def _rows(batch: Any) -> Iterator[Row]:
    """The rows of an Arrow batch or table."""
    for raw in batch.to_pylist():
        values: dict[str, Any] = {k: v if k not in _TUPLES else tuple(v or ()) for k, v in raw.items()}
        yield Row(**values)


def _remedy(error: Exception, place: Path) -> str:
    words = str(error)
    if "readonly" in words or "unable to open" in words:
        return f"ask for permission to write to {place}"
    return "free some space on the disk and run it again" if "full" in words else f"run it again, or delete {place}: it is built again"


_NOUNS: tuple[tuple[str, type[Any]], ...] = (("report", Event), ("statement", Statement), ("meeting", Meeting), ("position", Position), ("tie", Tie))
_TUPLES = frozenset({"actors", "recipients", "sectors", "outlets", "articles"})


def recorded(rows: Sequence[Row]) -> Iterator[Recorded]:
    """The articles among rows of one commit, each with all that was coded in it."""
    by_article: dict[str, list[Row]] = {}
    for row in rows:
        if row.article and row.kind in _CODED:
            by_article.setdefault(row.article, []).append(row)
    for group in by_article.values():
        head = next(r for r in group if r.kind == "article")
        kept = decode(head, Kept)
        parts = [_all(group, kind, noun) for kind, noun in _NOUNS]
        yield Recorded(readout=readout_of(kept, *parts), kept=kept, copy_of=head.copy_of, successor=head.successor, moment=head.recorded_at)


def _all(rows: Iterable[Row], kind: str, noun: type[Any]) -> list[Any]:
    return [decode(r, noun) for r in rows if r.kind == kind]


T = TypeVar("T")


def decode(row: Row, noun: type[T]) -> T:
    """The noun that a row holds.

    Raises:
        RecordError: the row is damaged.
    """
    try:
        return msgspec.json.decode(row.payload, type=noun)
    except msgspec.DecodeError as error:
        raise RecordError("", f"the {row.kind} {row.id} is damaged ({error})", "restore the record from a backup (dragoman backup)") from error


def folded(row: Row) -> FoldedEvent:
    """The event of a row."""
    return decode(row, FoldedEvent)
