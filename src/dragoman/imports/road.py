"""The road of an import: lines to events to commits of the record, each event once however often its file is imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from dragoman.errors import InputError
from dragoman.fold.claim import Claim
from dragoman.imports.event import event_of, is_statement
from dragoman.imports.told import Unreadable, told
from dragoman.model import FoldedEvent
from dragoman.read.event_files import read_event_file
from dragoman.record.record import Record, Turn
from dragoman.record.rows import event_row
from dragoman.turns import in_turn, opened

BATCH = 50_000
# events a commit: written in about 5 s, and 100 MB in memory
_HOPELESS = 20
# broken lines at the beginning of a file after which it is left alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of some lines, once it is safely written."""

    events: int
    # new in the record
    known: int = 0
    # recorded before, or told twice
    statements: int = 0
    # CAMEO 01: left out, for PLOVER has no type for them


Result = Imported | InputError


def import_events(inputs: Sequence[str], home: str, dataset: str | None = None, *, batch: int = BATCH) -> Iterator[Result]:
    """Import event files into a record; made where there is none.

    Args:
        inputs: paths of files.
        home: folder or address of the record.
        dataset: icews, polecat or gdelt; None: told by each file.
        batch: events a commit.

    Yields:
        Counts after every commit, and an error for each line or file that cannot be read; the rest is still imported.

    Raises:
        RecordError: the record cannot be written; what was counted is in it, the rest is not.
    """
    with opened(home, create=True) as record:
        known = _Known()
        waiting: list[FoldedEvent] = []
        statements = 0
        for found in _events(inputs, dataset):
            if isinstance(found, InputError):
                yield found
            elif found is None:
                statements += 1
            else:
                waiting.append(found)
            if len(waiting) >= batch or statements >= batch:
                yield _write(record, known, waiting, statements)
                waiting, statements = [], 0
        if waiting or statements:
            yield _write(record, known, waiting, statements)


def _events(inputs: Sequence[str], dataset: str | None) -> Iterator[FoldedEvent | InputError | None]:
    """Events, None for each mere statement, and errors."""
    for path in inputs:
        try:
            yield from _file(path, dataset)
        except InputError as error:
            yield error


def _file(path: str, dataset: str | None) -> Iterator[FoldedEvent | InputError | None]:
    good = broken = 0
    for line in read_event_file(path, dataset):
        if isinstance(line, InputError):
            broken += 1
            yield line
        else:
            try:
                said = told(line)
                event = None if is_statement(said) else event_of(line, said)
            except Unreadable as error:
                broken += 1
                yield line.fault(str(error))
            else:
                good += 1
                yield event
        if not good and broken == _HOPELESS:
            raise InputError(path, f"its first {_HOPELESS} lines are all broken", "check what file it is; the rest of it was left alone")


def _write(record: Record[Claim], known: _Known, events: Sequence[FoldedEvent], statements: int) -> Imported:
    def put(turn: Turn[Claim]) -> int:
        fresh = known.unknown(record, events)
        turn.rows = [event_row(e, turn.moment) for e in fresh]
        return len(fresh)

    written = in_turn(record, put) if events else 0
    return Imported(events=written, known=len(events) - written, statements=statements)


class _Known:
    """The ids of all events of the record, 8 bytes each."""

    def __init__(self) -> None:
        self._ids = np.empty(0, dtype=np.uint64)
        self._until: datetime | None = None
        self._begun = False

    def unknown(self, record: Record[Claim], events: Iterable[FoldedEvent]) -> list[FoldedEvent]:
        """Those events that the record does not have, each once."""
        self._see(record)
        once = {e.id: e for e in events}
        new = ~np.isin(_numbers(once), self._ids)
        return [e for e, is_new in zip(once.values(), new, strict=True) if is_new]

    def _see(self, record: Record[Claim]) -> None:
        """Learn what was written since the last time."""
        moment = record.ledger.last_moment()
        if moment is None or (self._until is not None and moment <= self._until):
            return
        column = record.ledger.read(["event"], since=self._until, columns=("id",))["id"].to_pylist()
        self._ids = np.unique(np.concatenate([self._ids, _numbers(column)]))
        self._until = moment


def _numbers(ids: Iterable[str]) -> np.typing.NDArray[np.uint64]:
    """Ids of 16 hexadecimal digits as numbers."""
    return np.array([int(i, 16) for i in ids], dtype=np.uint64)
