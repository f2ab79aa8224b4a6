"""The readout: everything Dragoman takes from one article."""

from dataclasses import dataclass

from dragoman.model.article import Article
from dragoman.model.event import Event
from dragoman.model.meeting import Meeting
from dragoman.model.note import Note
from dragoman.model.position import Position
from dragoman.model.sentence import Sentence
from dragoman.model.statement import Quote, Statement
from dragoman.model.tie import Tie

SCHEMA = 1
# bumped when a field is renamed or re-typed; fields may be added without


@dataclass(frozen=True, slots=True, kw_only=True)
class Readout:
    """One article in, one readout out."""

    schema: int
    article: Article
    sentences: tuple[Sentence, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]
    meetings: tuple[Meeting, ...]
    positions: tuple[Position, ...]
    ties: tuple[Tie, ...]
    notes: tuple[Note, ...]
