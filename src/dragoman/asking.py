"""A record that is open to be asked, from Python: ``dragoman.open``. Every question of the room ``ask`` as a method that gives a list of nouns.

What is asked is the record as it stood when it was opened: nothing changes under a notebook's hands. Open it again to see what is new.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any

import msgspec

from dragoman.ask import questions
from dragoman.ask.about import About
from dragoman.ask.articles import CODED, Known, Stored
from dragoman.ask.compare import Comparison, subject
from dragoman.ask.events import Version
from dragoman.ask.filters import Filter, chosen
from dragoman.ask.moments import moment
from dragoman.ask.names import code, coded
from dragoman.ask.rows import Told
from dragoman.ask.search import Found
from dragoman.ask.timeline import Timeline
from dragoman.lake.search import Search, searching
from dragoman.lake.serving import Serving, serving
from dragoman.model import Event, FoldedEvent, Meeting, Position, Readout, Statement, Storyline, Tie
from dragoman.read.address import canonical
from dragoman.record.record import derived
from dragoman.record.rows import Coding, Kept, readout_of

_NOUNS: dict[str, Any] = {"report": Event, "statement": Statement, "meeting": Meeting, "position": Position, "tie": Tie}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An article as it was recorded."""

    readout: Readout
    coding: Coding
    # versions of codebook and program, hashes, and whether the text was kept
    known: Known
    original: Known | None
    # the article whose words it carries
    copies: tuple[Known, ...]
    # those that carry its words
    versions: tuple[Known, ...]
    # what its address said before and after, oldest first; empty where it never changed


class OpenRecord:
    """A record to ask; see :func:`open_record`. Close it, or use it in a ``with`` block.

    Questions take the filters of :class:`~dragoman.ask.filters.Filter` by name: ``record.events(actor="EGY", type=["REQUEST", "REJECT"],
    since="2024-10-01")``. Parties are codes, names of states, or names of persons as the record has them.
    """

    def __init__(self, home: str, as_of: datetime | None = None, codebooks: tuple[str, ...] = ()) -> None:
        self.home = home
        self.as_of = as_of
        self._codebooks = codebooks
        self._open = ExitStack()
        self._texts: Search | None = None
        # opened when something is looked for
        self.serving: Serving = self._open.enter_context(serving(home, derived(home), as_of))
        # its tables, for questions of one's own: `record.serving.ask("select ...")`

    def close(self) -> None:
        """Close the files."""
        self._open.close()

    def __enter__(self) -> OpenRecord:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        moment = f", as_of={self.as_of.isoformat()!r}" if self.as_of else ""
        return f"dragoman.open({self.home!r}{moment})"

    def events(self, *, limit: int | None = None, newest: bool = False, **filters: Any) -> list[FoldedEvent]:
        """Folded events by their day."""
        return list(questions.events(self.serving, self._chosen(filters), limit=limit, newest=newest))

    def event(self, id: str) -> FoldedEvent:
        """One event, by its id now or formerly.

        Raises:
            NotRecorded: there is none.
        """
        return questions.event(self.serving, id)

    def history(self, id: str) -> list[Version]:
        """All versions of an event, oldest first.

        Raises:
            NotRecorded: there is none.
        """
        return list(questions.history(self.serving, id))

    def compare(self, *ids: str) -> Comparison:
        """What each outlet told of an event, of several as one story, or of a storyline, what it left out, and how it framed it.

        Raises:
            NotRecorded: there is no such event or storyline.
        """
        return questions.compare(self.serving, ids[0], subject(self.serving, ids))

    def storylines(self, **filters: Any) -> list[Storyline]:
        """Events that belong together over time, of the events that fit."""
        return list(questions.storylines(questions.events(self.serving, self._chosen(filters))))

    def articles(self, *, limit: int | None = None, newest: bool = False, **filters: Any) -> list[Known]:
        """Articles by the day of their publication, each in one line."""
        return list(questions.articles(self.serving, self._chosen(filters), limit=limit, newest=newest))

    def article(self, what: str) -> Recorded:
        """An article as it was recorded, by its id, address or path.

        Raises:
            NotRecorded: there is none, or it was taken out for good.
        """
        return recorded(questions.article(self.serving, what, canonical))

    def search(self, words: str, *, limit: int | None = None, newest: bool = False, **filters: Any) -> list[Found]:
        """Sentences that have the words, best first.

        Args:
            words: all of them; "in marks" together; OR between two; NOT before one; word* for a beginning.
            limit: how many at most.
            newest: the latest first.
            filters: outlets and days are of the article; others let through articles in which an event fits them.

        Raises:
            ValueError: there is no word to look for.
        """
        texts = self._texts = self._texts or self._open.enter_context(searching(self.home, derived(self.home)))
        return list(questions.search(self.serving, texts, words, self._chosen(filters), limit=limit, newest=newest))

    def statements(self, *, limit: int | None = None, newest: bool = False, **filters: Any) -> list[Told[Statement]]:
        """What was said, each with its article."""
        return list(questions.statements(self.serving, self._chosen(filters), limit=limit, newest=newest))

    def meetings(self, *, limit: int | None = None, newest: bool = False, **filters: Any) -> list[Told[Meeting]]:
        """Who met, each with its article."""
        return list(questions.meetings(self.serving, self._chosen(filters), limit=limit, newest=newest))

    def positions(self, *, issue: str | None = None, limit: int | None = None, newest: bool = False, **filters: Any) -> list[Told[Position]]:
        """What parties hold, each with its article."""
        return list(questions.positions(self.serving, self._chosen(filters), issue=issue, limit=limit, newest=newest))

    def ties(self, *, limit: int | None = None, newest: bool = False, **filters: Any) -> list[Told[Tie]]:
        """How parties are tied to each other, each with its article."""
        return list(questions.ties(self.serving, self._chosen(filters), limit=limit, newest=newest))

    def timeline(self, a: str, b: str | None = None, *, by: str | None = None, **filters: Any) -> Timeline:
        """Counts and scores of a party or a dyad over time.

        Args:
            a: a code or a name.
            b: the other party of a dyad.
            by: day, week, month or year; None for what fits.
            filters: which events; only what happened, unless ``status`` says otherwise.
        """
        sides = [code(side, self._codebooks) if side else None for side in (a, b)]
        return questions.timeline(self.serving, sides[0] or a, sides[1], self._chosen(filters), by=by)

    def about(self) -> About:
        """What is in the record, in figures."""
        return questions.about(self.serving, self.home, derived(self.home))

    def _chosen(self, filters: dict[str, Any]) -> Filter:
        return coded(chosen(**filters), self._codebooks)


def open_record(home: str, as_of: str | datetime | None = None) -> OpenRecord:
    """Open a record to ask.

    Args:
        home: a folder, or ``s3://bucket/path``.
        as_of: the record as it was at this moment: ISO 8601, UTC where it says no zone; a bare day means its end.

    Raises:
        RecordError: there is no record, or it is damaged.
        ValueError: ``as_of`` is no moment.
    """
    from dragoman.settings import load

    folder = load().codebook
    return OpenRecord(home, moment(as_of) if isinstance(as_of, str) else as_of, (folder,) if folder else ())


def recorded(stored: Stored) -> Recorded:
    """The rows of an article as nouns."""
    kept = msgspec.json.decode(stored.payload, type=Kept)
    parts = [[msgspec.json.decode(payload, type=_NOUNS[kind]) for payload in stored.coded[kind]] for kind in CODED]
    return Recorded(
        readout=readout_of(kept, *parts),
        coding=kept.coding,
        known=stored.known,
        original=stored.original,
        copies=stored.copies,
        versions=stored.versions,
    )
