"""Full text: where something was said, whoever said it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from dragoman.ask.filters import Filter
from dragoman.ask.rows import EVERYTHING
from dragoman.lake.search import END, START, Hit, Search
from dragoman.lake.serving import Serving


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A sentence that has the words, or in which something is said that has them."""

    article: str
    outlet: str | None
    published: str | None
    # ISO 8601 day
    title: str | None
    # of the article
    url: str | None
    sentence: str | None
    # its id in the article; None for a title whose article was not kept
    kind: str
    # title | sentence | statement
    text: str
    marks: tuple[tuple[int, int], ...]
    # the words found, in characters of `text`, half-open
    rank: float
    # BM25, smaller is better


def search(record: Serving, texts: Search, words: str, chosen: Filter = EVERYTHING, *, limit: int | None = None, newest: bool = False) -> Iterator[Found]:
    """Sentences by how well they fit, each once.

    Args:
        record: to ask.
        texts: its full text.
        words: see :meth:`~dragoman.lake.search.Search.find`.
        chosen: outlets and days of articles; other filters let through the articles in which an event fits them.
        limit: how many at most.
        newest: the latest first.

    Raises:
        ValueError: there is no word to look for.
    """
    fitting = _fitting(record, chosen)
    hits = texts.find(words, as_of=record.as_of, outlets=chosen.outlet, since=chosen.since, until=chosen.until, newest=newest)
    heads: dict[str, tuple[str | None, str | None]] = {}
    seen: set[tuple[str, str | None]] = set()
    for hit in hits:
        if (hit.article, hit.sentence) in seen or (fitting is not None and hit.article not in fitting):
            continue
        seen.add((hit.article, hit.sentence))
        if hit.article not in heads:
            heads[hit.article] = _head(record, hit.article)
        yield _found(hit, *heads[hit.article])
        if limit is not None and len(seen) >= limit:
            return


def _fitting(record: Serving, chosen: Filter) -> Collection[str] | None:
    """The articles in which an event fits; None where the filter says nothing of events."""
    rest = replace(chosen, outlet=(), since=None, until=None)
    if rest == EVERYTHING:
        return None
    condition, values = rest.where("events")
    return {id for (id,) in record.ask(f"select distinct unnest(articles) from events where {condition}", values)}


def _head(record: Serving, article: str) -> tuple[str | None, str | None]:
    rows = record.ask("select text, url from articles where id = ? limit 1", [article])
    return rows[0] if rows else (None, None)


def _found(hit: Hit, title: str | None, url: str | None) -> Found:
    text, marks = _marked(hit.snippet)
    return Found(
        article=hit.article,
        outlet=hit.outlet,
        published=hit.day,
        title=title,
        url=url,
        sentence=hit.sentence,
        kind=hit.kind,
        text=text,
        marks=marks,
        rank=hit.rank,
    )


def _marked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A snippet without its marks, and where they stood."""
    text, marks = "", []
    for i, part in enumerate(snippet.split(START)):
        inside, _, after = part.partition(END) if i else ("", "", part)
        if inside:
            marks.append((len(text), len(text) + len(inside)))
        text += inside + after
    return text, tuple(marks)
