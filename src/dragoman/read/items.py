"""A feed as one who comes back to it sees it: its items with what they are known by, what they say, and how soon it wants to be asked again.

RSS and Atom by feedparser, and JSON Feed. An article is made of an item only when it is asked for, since most items were seen before.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from dragoman.errors import InputError, NoArticleError
from dragoman.model import Article
from dragoman.read.address import canonical
from dragoman.read.feed import article_of, link_of, parse, placed
from dragoman.read.fragments import fragment_line, fragment_paragraphs
from dragoman.read.kinds import kind_of
from dragoman.read.rows import read_row
from dragoman.read.values import clean

WHOLE = 1_500
# characters from which an item's text is taken for the article and not for its summary: some 250 words; summaries rarely have 100
_CUT = re.compile(r"(?:…|\.\.\.|\[&hellip;\])\s*\]?\s*$|(?:continue reading|read more|read the full (?:story|article))\W*$", re.IGNORECASE)
_PERIODS = {"hourly": 3_600.0, "daily": 86_400.0, "weekly": 604_800.0, "monthly": 2_592_000.0, "yearly": 31_536_000.0}
# sy:updatePeriod of RSS 1.0's syndication module
_ALTERNATE = re.compile(r"application/(?:rss\+xml|atom\+xml|feed\+json)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a feed."""

    key: str
    # what it is known by in its feed: its guid, or where that is missing or shared, its link, or its title
    link: str | None
    # of the page it announces, absolute; None where it has none
    shared: bool
    # other items have the same link, so it does not tell the item
    words: str
    # a hash of title and text, without markup
    told: str | None
    # when it was published or updated, as the feed puts it
    whole: bool
    # its text is the article's and not a summary
    make: Callable[[], Article | None]
    # the article that it holds by itself; None where it has no words


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says."""

    title: str | None
    items: tuple[Item, ...]
    # in the feed's order; an item that it lists twice is there once
    ttl: float | None
    # seconds between two visits that it asks for


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page where a feed was expected."""

    feeds: tuple[str, ...]
    # the addresses that it gives for its feeds (link rel=alternate), in its order


def read_items(text: str, input: str, url: str, content_type: str = "") -> Feed | Page:
    """Read a feed, or find out where a page's feeds are.

    Args:
        text: what the server sent.
        input: the address as given.
        url: the address that it was sent from.
        content_type: as the server told it.

    Raises:
        InputError: it is neither feed nor page.
    """
    kind = kind_of(text, url, content_type)
    if kind == "html":
        return Page(feeds=tuple(_alternates(text, url)))
    if kind == "feed":
        return _of_xml(text, input, url)
    if kind == "json" and (value := _json(text)) is not None:
        return _of_json(value, input, url)
    raise InputError(input, "it is no feed", "give a feed in RSS, Atom or JSON Feed, or a page that links to one")


# -- RSS and Atom --------------------------------------------------------------------------------------------------------------------------


def _of_xml(text: str, input: str, url: str) -> Feed:
    parsed = parse(text)
    if not parsed.entries and parsed.get("bozo") and not parsed.feed:
        raise NoArticleError(input, f"a broken feed ({parsed.bozo_exception})", "tell its publisher")
    rough = [_rough(entry, url) for entry in parsed.entries]
    makers = [_maker(entry, parsed.feed, input) for entry in parsed.entries]
    return Feed(title=fragment_line(parsed.feed.get("title")), items=_told_apart(rough, makers), ttl=_ttl(parsed.feed))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rough:
    """An item before its neighbours are known."""

    guid: str | None
    link: str | None
    title: str
    text: str
    # as the feed has it, markup and all
    told: str | None


def _rough(entry: Any, url: str) -> _Rough:
    texts = [clean(one.get("value") or "") for one in entry.get("content", ())]
    texts.append(clean(entry.get("summary") or ""))
    told = dict.get(entry, "updated") or dict.get(entry, "published")
    return _Rough(guid=entry.get("id") or None, link=_absolute(link_of(entry), url), title=entry.get("title") or "", text=max(texts, key=len), told=told)


def _maker(entry: Any, feed: Any, input: str) -> Callable[[], Article | None]:
    return lambda: article_of(entry, feed, input)


def _ttl(feed: Any) -> float | None:
    told = str(feed.get("ttl") or "").strip()
    if re.fullmatch(r"\d{1,6}", told):
        return 60.0 * int(told)
    period = _PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    often = str(feed.get("sy_updatefrequency") or "1").strip()
    return period / max(1, int(often)) if period and re.fullmatch(r"\d{1,4}", often) else None


# -- JSON Feed -----------------------------------------------------------------------------------------------------------------------------


def _json(text: str) -> Mapping[str, Any] | None:
    """A JSON Feed's object; None where it is something else."""
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and isinstance(value.get("items"), list) and "jsonfeed.org" in str(value.get("version")) else None


def _of_json(value: Mapping[str, Any], input: str, url: str) -> Feed:
    title = str(value.get("title") or "") or None
    rows = [row for row in value["items"] if isinstance(row, dict)]
    rough = [
        _Rough(
            guid=str(row.get("id") or "") or None,
            link=_absolute(row.get("url") or row.get("external_url"), url),
            title=str(row.get("title") or ""),
            text=str(row.get("content_html") or row.get("content_text") or row.get("summary") or ""),
            told=str(row.get("date_modified") or row.get("date_published") or "") or None,
        )
        for row in rows
    ]
    makers = [_row_maker({"outlet": title, **row}, input) for row in rows]
    return Feed(title=title, items=_told_apart(rough, makers), ttl=None)


def _row_maker(row: dict[str, Any], input: str) -> Callable[[], Article | None]:
    def make() -> Article | None:
        found = read_row(row, input, None)
        return found if isinstance(found, Article) else None

    return make


# -- both ----------------------------------------------------------------------------------------------------------------------------------


def _told_apart(rough: list[_Rough], makers: list[Callable[[], Article | None]]) -> tuple[Item, ...]:
    """Items with keys of their own: some feeds give all items one guid, or one link."""
    guids, links = Counter(r.guid for r in rough), Counter(canonical(r.link) for r in rough if r.link)
    items: dict[str, Item] = {}
    for one, make in zip(rough, makers, strict=True):
        shared = one.link is not None and (links[canonical(one.link)] > 1 or urlsplit(one.link).path in ("", "/"))
        words = _hash(one.title, re.sub(r"<[^>]*>", " ", one.text))
        if one.guid and guids[one.guid] == 1:
            key = one.guid
        elif one.link and not shared:
            key = canonical(one.link)
        else:
            key = words
        item = Item(key=key, link=one.link, shared=shared, words=words, told=one.told, whole=_whole(one.text), make=_placed(make, one.link, shared))
        items.setdefault(key, item)
    return tuple(items.values())


def _placed(make: Callable[[], Article | None], link: str | None, shared: bool) -> Callable[[], Article | None]:
    """The article with the item's link made absolute; without one where it would pass for the address of all its neighbours."""

    def at_its_place() -> Article | None:
        article, url = make(), None if shared else link
        return article if article is None or article.url == url else placed(article, url)

    return at_its_place


def _whole(text: str) -> bool:
    paragraphs = fragment_paragraphs(text) if len(text) >= WHOLE else ()
    return sum(map(len, paragraphs)) >= WHOLE and not _CUT.search(paragraphs[-1])


def _hash(*texts: str) -> str:
    level = (re.sub(r"\s+", " ", text).strip() for text in texts)
    return hashlib.sha256("\x1f".join(level).encode("utf-8", "replace")).hexdigest()[:16]


def _absolute(link: Any, url: str) -> str | None:
    try:
        found = urljoin(url, str(link or "").strip()) if link else ""
        return found if urlsplit(found).scheme in ("http", "https") and urlsplit(found).hostname else None
    except ValueError:
        return None


def _alternates(html: str, url: str) -> Iterator[str]:
    from lxml import etree
    from lxml.html import document_fromstring

    try:
        root = document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", html).replace("\x00", ""))
    except (etree.LxmlError, ValueError):
        return
    seen = set()
    for link in root.iter("link"):
        found = _absolute(link.get("href"), url)
        if "alternate" in (link.get("rel") or "").lower().split() and _ALTERNATE.match(link.get("type") or "") and found and found not in seen:
            seen.add(found)
            yield found
