"""The nouns of Dragoman: frozen, typed, and importing nothing else of the package.

One noun per file; fields in reading order, named as in the readout's contract (``dragoman schema``).
Every offset is a half-open pair in characters of ``Article.text``.
"""

from dragoman.model.article import Article, Block, Caption, Dateline
from dragoman.model.event import Attribution, Event, Evidence, Magnitude
from dragoman.model.folded import Dispute, FoldedEvent, Held, Report
from dragoman.model.grade import Grade
from dragoman.model.judgement import Judgement, Mark
from dragoman.model.meeting import Meeting, Ordinal, Outcome
from dragoman.model.note import Note
from dragoman.model.party import Party
from dragoman.model.place import Place
from dragoman.model.position import Position
from dragoman.model.readout import SCHEMA, Readout
from dragoman.model.sentence import Sentence
from dragoman.model.statement import Quote, Statement
from dragoman.model.storyline import Storyline
from dragoman.model.tie import Tie
from dragoman.model.time import Time

__all__ = [
    "SCHEMA",
    "Article",
    "Attribution",
    "Block",
    "Caption",
    "Dateline",
    "Dispute",
    "Event",
    "Evidence",
    "FoldedEvent",
    "Grade",
    "Held",
    "Judgement",
    "Magnitude",
    "Mark",
    "Meeting",
    "Note",
    "Ordinal",
    "Outcome",
    "Party",
    "Place",
    "Position",
    "Quote",
    "Readout",
    "Report",
    "Sentence",
    "Statement",
    "Storyline",
    "Tie",
    "Time",
]
