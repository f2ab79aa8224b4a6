"""RSS and Atom feeds: one article for each item."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dragoman.errors import NoArticleError
from dragoman.model import Article
from dragoman.read.address import canonical
from dragoman.read.draft import Draft, compose
from dragoman.read.fragments import fragment_line, fragment_paragraphs
from dragoman.read.identity import article_id
from dragoman.read.names import read_byline
from dragoman.read.stamps import find_stamps
from dragoman.read.values import clean, iso_moment


def read_feed(text: str, input: str) -> Iterator[Article | NoArticleError]:
    """Read a feed.

    Args:
        text: the feed's XML.
        input: the path or URL as given.

    Yields:
        One article for each item in the feed's order; an error for an item without words.

    Raises:
        NoArticleError: it is no feed, or has no item.
    """
    parsed = parse(text)
    if not parsed.entries:
        broken = f" ({parsed.bozo_exception})" if parsed.get("bozo") else ""
        raise NoArticleError(input, f"a feed without items{broken}", "give a feed in RSS or Atom that has some")
    links = Counter(canonical(link) for entry in parsed.entries if (link := link_of(entry)))
    for number, entry in enumerate(parsed.entries, 1):
        article = article_of(entry, parsed.feed, input)
        if article and article.url and links[canonical(article.url)] > 1:
            article = placed(article, None)
        yield article or NoArticleError(
            input, "an item without words", "nothing; the other items are read", f"item {number}"
        )


def parse(text: str) -> Any:
    """feedparser's view of a feed."""
    import feedparser

    # feedparser takes a str for a path or URL if it looks like one, so bytes it is
    return feedparser.parse(re.sub(r"^(\s*<\?xml[^>]*?)\sencoding=[\"'][^\"']*[\"']", r"\1", text).encode("utf-8", "replace"))


def article_of(entry: Any, feed: Any, input: str) -> Article | None:
    """The article that an item of a parsed feed holds; None where it holds no words."""
    title = fragment_line(entry.get("title"))
    standfirst, body = _words(entry)
    if not title and not body:
        return None
    # feedparser's own get() stands "published" in for a missing "updated", with a warning
    published, updated = (_moment(dict.get(entry, key)) for key in ("published", "updated"))
    published = published or updated
    author = entry.get("author")
    return compose(
        Draft(
            url=link_of(entry),
            outlet=fragment_line(feed.get("title")),
            title=title,
            standfirst=standfirst,
            byline=(read_byline(author) or author) if author else None,
            published=published,
            updated=updated if updated != published else None,
            language=_language(entry, feed),
            tags=tuple(dict.fromkeys(clean(tag["term"]).strip() for tag in entry.get("tags", ()) if tag.get("term"))),
            captions=_captions(entry),
            body=tuple(text for text in body if text != title),
        ),
        input,
    )


def placed(article: Article, url: str | None) -> Article:
    """The article at another address, with the id that goes with it.

    What several items link to (a live blog) is the address of none of them: under it, each would pass for a new version of the one before.
    """
    id = article_id(url=url, outlet=article.outlet, title=article.title, published=article.published, text=article.text)
    return replace(article, url=url, id=id)


def link_of(entry: Any) -> str | None:
    """An item's link; a guid stands in for it (RSS says that it may) only where it is an address."""
    link = entry.get("link") or None
    return None if link and link == entry.get("id") and "://" not in link else link


def _words(entry: Any) -> tuple[str | None, tuple[str, ...]]:
    """The standfirst and the paragraphs of an item: where it has both a summary and its content, the summary is the standfirst."""
    contents = [clean(one.get("value") or "") for one in entry.get("content", ())]
    summary = fragment_paragraphs(clean(entry.get("summary") or ""))
    content = fragment_paragraphs(max(contents, key=len)) if contents else ()
    if len(" ".join(content)) <= len(" ".join(summary)):
        return None, _unlinked(summary)
    first = " ".join(summary)
    fresh = first and len(first) <= 500 and re.sub(r"\W+", "", first)[:60] not in re.sub(r"\W+", "", " ".join(content))
    return (first if fresh else None), _unlinked(content)


def _unlinked(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """Paragraphs without what feed plug-ins append ("The post ... appeared first on ...", "[…]")."""
    kept = (
        re.sub(r"\s*(?:\[(?:…|\.\.\.|&hellip;)\]|(?:Continue reading|Read more)\W*)$", "", text) for text in paragraphs
    )
    return tuple(
        text
        for text in kept
        if text and not re.match(r"The post .{1,300} (?:appeared first|first appeared) on\b", text)
    )


def _captions(entry: Any) -> tuple[str, ...]:
    """Descriptions of pictures (media:description)."""
    words = (
        fragment_line(media.get("description")) for media in entry.get("media_content", ()) if isinstance(media, dict)
    )
    return tuple(text for text in words if text)


def _moment(value: str | None) -> str | None:
    if not value:
        return None
    told = iso_moment(value)
    if told:
        return told
    stamps = find_stamps(value)
    return stamps[0].iso if stamps and stamps[0].full else None


def _language(entry: Any, feed: Any) -> str | None:
    told = str(entry.get("language") or feed.get("language") or "")
    return told[:2].lower() if re.match(r"[a-zA-Z]{2}(?:[-_]|$)", told) else None
