"""Statements and quotes: who said what, in which words."""

from dataclasses import dataclass

from dragoman.model.event import Attribution
from dragoman.model.party import Party
from dragoman.model.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A voice with its words: speech, but also beliefs, wishes, plans, documents and polls that "say"."""

    id: str
    sentence: str
    # the sentence of the cue
    speaker: tuple[Party, ...]
    # empty where the speaker is unnamed
    addressee: tuple[Party, ...]
    cue: str
    content: str
    source_span: tuple[int, int] | None
    cue_span: tuple[int, int] | None
    content_span: tuple[int, int] | None
    directness: str
    # direct | indirect | mixed
    medium: str | None
    time: Time | None
    attribution: tuple[Attribution, ...]
    # the voices between the reader and this statement, not the speaker's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words within quotation marks, without the marks; ``article.text[start:end] == text``."""

    id: str
    sentence: str
    text: str
    start: int
    end: int
    statement: str | None
    # the statement whose words these are; None for scare quotes
