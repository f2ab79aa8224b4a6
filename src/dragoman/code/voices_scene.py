"""What the finders of voices share: a sentence as they see it, and a statement in the making."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.code.quotes import Span
from dragoman.code.voices_span import Bounds
from dragoman.codebook.schema import Cues
from dragoman.engine.parse import Parse, Token


@dataclass(slots=True)
class Find:
    """A statement in the making."""

    cue: list[Token]
    content: Bounds
    source: list[Token]
    addressee: list[Token]
    verb: Token | None
    how: str
    # the construction: clause, inserted, quote, infinitive, as, about, object, noun, adjective, according, mark
    medium: str | None = None


@dataclass(slots=True)
class Scene:
    """One sentence as the finders see it."""

    parse: Parse
    start: int
    end: int
    text: str
    # of the whole article
    quotes: list[Span]
    # of the paragraph
    cues: Cues

    def between(self, a: int, b: int) -> str:
        """The article's words from a to b."""
        return self.text[a:b]

    def here(self) -> list[Span]:
        """Quotes that touch the sentence."""
        return [q for q in self.quotes if q.start < self.end and q.end > self.start]
