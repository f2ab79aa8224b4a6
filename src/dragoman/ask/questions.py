"""The register of questions: one file each, all with the same filters."""

from dragoman.ask.about import about
from dragoman.ask.articles import article, articles
from dragoman.ask.compare import compare
from dragoman.ask.events import event, events, history
from dragoman.ask.meetings import meetings
from dragoman.ask.positions import positions
from dragoman.ask.rows import EVERYTHING, count
from dragoman.ask.search import search
from dragoman.ask.statements import statements
from dragoman.ask.storylines import storylines
from dragoman.ask.ties import ties
from dragoman.ask.timeline import timeline

__all__ = [
    "EVERYTHING",
    "about",
    "article",
    "articles",
    "compare",
    "count",
    "event",
    "events",
    "history",
    "meetings",
    "positions",
    "search",
    "statements",
    "storylines",
    "ties",
    "timeline",
]
