"""What a feed tells of an article, laid beside what its page tells; and dates that cannot be true."""

from dataclasses import replace
from datetime import UTC, datetime

from dragoman.model import Article, Block
from dragoman.read.dateline import Prefix
from dragoman.read.draft import dateline_of
from dragoman.read.identity import article_id

_OLDEST = 1990
# year; there were no news sites before, and the zero of every clock in use (1601, 1899, 1970, 1980) is
_AHEAD = 86_400.0
# seconds that a date may be ahead of us: time zones left out, clocks that run fast


def doubt(told: str | None, now: float) -> str | None:
    """Why a date cannot be when something was published.

    Args:
        told: ISO 8601, with or without time and offset; None for no date.
        now: seconds since 1970.

    Returns:
        The reason; None where nothing speaks against it.
    """
    if told is None:
        return None
    if int(told[:4]) < _OLDEST:
        return "before there were news sites: a clock that was never set"
    moment = datetime.fromisoformat(told)
    seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    return "more than a day ahead of us" if seconds > now + _AHEAD else None


def dated(article: Article, published: str | None, updated: str | None) -> Article:
    """The article with other dates, and the id that goes with them."""
    if (published, updated) == (article.published, article.updated):
        return article
    line = article.dateline
    if line and line.date and line.date.startswith("--") and published:
        line = dateline_of(Prefix(place=line.place, date=line.date, agency=None, end=0), published)
    return _named(replace(article, published=published, updated=updated, dateline=line))


def beside(page: Article, item: Article) -> Article:
    """The page's article, with what it leaves open taken from the feed's item.

    Args:
        page: as its page tells it; what it says stands.
        item: as the feed tells it.
    """
    told = replace(
        page,
        outlet=page.outlet or item.outlet,
        byline=page.byline or item.byline,
        url=page.url or item.url,
        tags=page.tags or item.tags,
    )
    if page.title is None and item.title:
        told = _titled(told, item.title)
    if told != page:
        told = _named(told)
    return dated(told, item.published, page.updated or item.updated) if page.published is None else told


def _titled(article: Article, title: str) -> Article:
    shift = len(title) + 2
    moved = (replace(b, paragraph=b.paragraph + 1, start=b.start + shift, end=b.end + shift) for b in article.blocks)
    head = Block(part="title", paragraph=0, start=0, end=len(title))
    return replace(article, title=title, text=f"{title}\n\n{article.text}", blocks=(head, *moved))


def _named(a: Article) -> Article:
    return replace(a, id=article_id(url=a.url, outlet=a.outlet, title=a.title, published=a.published, text=a.text))
