"""The work sheet of one article while it is coded: what every step reads and adds to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.code.frames import Act, Trial
from dragoman.code.names import Hit
from dragoman.code.parties import Mention, Resolver
from dragoman.code.quotes import Span
from dragoman.code.status import Status
from dragoman.code.time import When, find_times, story_time
from dragoman.code.time_context import Anchor
from dragoman.codebook.schema import Codebook
from dragoman.engine.parse import Parse
from dragoman.model import Article, Event, Meeting, Note, Position, Quote, Sentence, Statement, Tie
from dragoman.model.time import Time

if TYPE_CHECKING:
    from dragoman.code.meetings import Glimpse


@dataclass(slots=True)
class Line:
    """One sentence with what has been found in it so far."""

    sentence: Sentence
    parse: Parse | None
    # None where the gate let the sentence pass unparsed
    hits: tuple[Hit, ...]
    skip: int = 0
    # characters at the head that tell whose turn it is in a transcript, and are not parsed
    times: tuple[When, ...] = ()
    anchor: Anchor | None = None
    # what the times were resolved against
    by_tense: dict[bool, tuple[When, ...]] = field(default_factory=dict)
    # the same expressions read as past and as future, made when a verb's tense asks for it
    acts: list[Act] = field(default_factory=list)
    trials: list[Trial] = field(default_factory=list)
    # the frames tried, for ``dragoman try``
    of_act: dict[int, Event] = field(default_factory=dict)
    # id(act) -> the event made of it

    def read_as(self, when: When, future: bool) -> When:
        """The same time expression, read as lying before or after publication."""
        if self.anchor is None:
            return when
        if future not in self.by_tense:
            self.by_tense[future] = find_times(self.sentence.text, self.anchor, future=future)
        return next((w for w in self.by_tense[future] if w.start == when.start and w.end == when.end), when)


@dataclass(slots=True)
class Draft:
    """One article in the making."""

    article: Article
    codebook: Codebook
    resolver: Resolver
    status: Status
    date: str | None
    # publication date, or the user's, for resolving times and office-holders
    transcript: bool = False
    # whether its paragraphs are turns of speakers, each named before a colon
    explain: bool = False
    # whether the frames tried are kept
    lines: list[Line] = field(default_factory=list)
    by_paragraph: dict[int, list[Line]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    paragraph_quotes: dict[int, list[Span]] = field(default_factory=dict)
    # quotes by paragraph, found once
    paragraph_contexts: dict[int, frozenset[str]] = field(default_factory=dict)
    glimpses: list[Glimpse] = field(default_factory=list)
    # tellings of meetings, joined as they are read
    invitations: list[Glimpse] = field(default_factory=list)
    # meetings to which somebody was only invited so far
    acts: list[Act] = field(default_factory=list)
    # what has been done so far, in the order of telling
    last_meeting: tuple[Mention, ...] = ()
    # the parties of the meeting told last
    untold: list[Line] = field(default_factory=list)
    # sentences whose times are still to be found, the next one last
    last_told: Time | None = None
    # the time that the sentences before told last
    cue_lemmas: dict[str, str] = field(default_factory=dict)
    # statement id -> dictionary form of its cue verb

    def paragraph(self, number: int) -> list[Line]:
        """The lines of one paragraph. Sorted out once: an article may have hundreds of thousands."""
        if not self.by_paragraph:
            for line in self.lines:
                self.by_paragraph.setdefault(line.sentence.paragraph, []).append(line)
        return self.by_paragraph.get(number, [])

    def tell_times(self, line: Line | None = None) -> None:
        """Find the times of the sentences up to a line (None: of all), each against what the ones before told; once for each."""
        article = self.article
        dateline = article.dateline.date if article.dateline else None
        while self.untold and (line is None or line.anchor is None):
            this = self.untold.pop()
            this.anchor = Anchor(published=article.published, dateline=dateline, fallback=self.date, previous=self.last_told)
            this.times = find_times(this.sentence.text, this.anchor)
            told = story_time(this.sentence.text, this.times) if this.times else None
            self.last_told = told or self.last_told

    def codes(self) -> frozenset[str]:
        """Codes of all parties named so far: what a doubtful place name is told apart by."""
        return frozenset(m.party.code for m in self.resolver.memory if m.party.code)

    def told(self) -> frozenset[str]:
        """Codes of the parties named so far other than by a capital: whose capital is the state and not the city."""
        return frozenset(m.party.code for m in self.resolver.memory if m.party.code and ": capital «" not in m.party.basis)

    def lemma_of(self, statement: Statement) -> str | None:
        """The dictionary form of a statement's cue verb; None where a noun or phrase is the cue."""
        return self.cue_lemmas.get(statement.id)
