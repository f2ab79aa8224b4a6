"""A sentence of the article, at its place in the article's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """``article.text[start:end] == text``."""

    id: str
    part: str
    # title | standfirst | caption | body
    paragraph: int
    text: str
    start: int
    end: int
