"""The article: what was read, with its head, times, captions and boilerplate told apart from its body."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Words under a picture."""

    text: str
    credit: str | None
    # who supplied the picture ("ANI", "Photo/White House"); None where no credit is given


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when a wire story says that it was filed ("CAIRO, Oct 5 (Meridian) -")."""

    place: str | None
    date: str | None
    # as ISO 8601, partial where the year is not told ("--10-05")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of the text with one function in the article. Blocks do not overlap and stand in order."""

    part: str
    # title | standfirst | caption | body
    paragraph: int
    # counts from 0 over all blocks
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What one input said, in one text that all offsets point into."""

    id: str
    # a hash of what the article says and where, never of when it was read
    input: str
    # the path or URL as given
    url: str | None
    outlet: str | None
    # the site, the feed's title, or for plain wire copy the agency of its dateline
    title: str | None
    standfirst: str | None
    byline: str | None
    dateline: Dateline | None
    published: str | None
    # ISO 8601 with the page's own offset; a bare date where no time is told
    updated: str | None
    language: str | None
    # ISO 639-1
    text: str
    tags: tuple[str, ...]
    captions: tuple[Caption, ...]
    agencies: tuple[str, ...]
    disclaimer: str | None
    boilerplate: tuple[str, ...]
    blocks: tuple[Block, ...] = ()
    # the parts of `text` that are coded; what no block covers is head matter or boilerplate
    retrieved: str | None = None
    # when a web archive fetched it, ISO 8601 in UTC (WARC-Date); never when it was published. None where it comes from no archive
