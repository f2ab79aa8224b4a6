"""One visit to a feed: what is new in it, each item's page, and what was learnt of the feed.

A visit reads and decides, it records nothing: it yields what came, piece by piece, and at its end how it went. Whatever a feed or a page does wrong ends
in that last word, so one bad feed never stops the others.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dragoman.errors import DragomanError, FetchError, InputError, NoArticleError
from dragoman.jobs.watch_state import Seen, State, Watched
from dragoman.model import Article, Note
from dragoman.read.address import canonical
from dragoman.read.decode import decode
from dragoman.read.facts import beside, dated, doubt
from dragoman.read.fetch import Fetched, Version
from dragoman.read.items import Feed, Item, Page, read_items
from dragoman.read.kinds import kind_of
from dragoman.read.page import read_page
from dragoman.read.values import iso_moment

RETRIES = 3
# times that a page is tried again whose server was busy or silent
_RETRY = 1_800.0
# seconds to the first of them; three times as long to each next one
_TIRED = 2
# pages in a row without an answer after which the others are left for later
_CROWD = 3
# items that must all be dated to the moment of the visit before a feed's dates are doubted
_MOMENT = 120.0
# seconds

Get = Callable[[str, Version | None], Fetched]


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One item that is new or changed."""

    feed: str
    # as listed
    seen: Seen
    # to be marked once the article is recorded
    article: Article | None
    # None where neither item nor page has words
    notes: tuple[Note, ...]
    page: str
    # had | none (not looked for) | not had


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """How a visit went."""

    feed: Watched
    # as it is known now, but for when it is visited next
    outcome: str
    # new | same | failed | gone
    floor: float = 0.0
    # seconds that the server asks to be left alone for
    present: tuple[Item, ...] | None = None
    # what it listed; None where it was not read
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """What visits need."""

    get: Get
    state: State
    now: Callable[[], float]
    # seconds since 1970
    pages: bool
    # whether the pages of items are fetched

    def visit(self, feed: Watched) -> Iterator[Came | Visited]:
        """Visit one feed.

        Raises:
            RecordError: the state cannot be used.
        """
        try:
            yield from self._visit(feed)
        except FetchError as error:
            lost = error.status in (404, 410) and feed.address != feed.url
            if lost:  # it moved on: the address as listed may know where to
                feed = replace(feed, address=feed.url, etag=None, last_modified=None)
            outcome = "gone" if error.status == 410 and not lost else "failed"
            yield Visited(feed=feed, outcome=outcome, floor=error.wait or 0.0, error=_words(error))
        except InputError as error:
            yield Visited(feed=feed, outcome="failed", error=_words(error))
        except DragomanError:
            raise
        except Exception as error:  # a page that breaks the parser must not end the watch
            yield Visited(feed=feed, outcome="failed", error=f"it cannot be read ({type(error).__name__}: {error}); tell us, for this is a fault of ours")

    def _visit(self, feed: Watched) -> Iterator[Came | Visited]:
        again = self.state.retries(feed.url, self.now())
        got, found = self._feed(feed, None if again else Version(etag=feed.etag, last_modified=feed.last_modified))
        address = got.moved or feed.address
        if found is None:
            yield Visited(feed=replace(feed, address=address), outcome="same", floor=got.max_age or 0.0)
            return
        known = self.state.known(feed.url, found.items)
        feed = replace(feed, address=address, title=found.title or feed.title, restless=_restless(feed, found.items, known, got.date or self.now()))
        wanted = [i for i in reversed(found.items) if self._wants(i, known.get(i.key), feed)]
        read_anew = {i.key for i in wanted}
        self.state.adopt(feed.url, [s for key, s in known.items() if s.link and key not in read_anew], self.now())
        tired = 0
        for item in wanted:
            came = self._read(feed, item, known.get(item.key), tired >= _TIRED)
            tired = tired + 1 if came.seen.retry else tired if came.page == "none" else 0
            yield came
        learnt = replace(feed, etag=got.version.etag, last_modified=got.version.last_modified, parsed=self.now())
        floor = max(got.max_age or 0.0, found.ttl or 0.0)
        yield Visited(feed=learnt, outcome="new" if wanted else "same", floor=floor, present=found.items)

    # -- the feed --------------------------------------------------------------------------------------------------------------------------

    def _feed(self, feed: Watched, version: Version | None) -> tuple[Fetched, Feed | None]:
        """The answer and what it says; None where nothing changed. A page is asked for its first feed."""
        got = self.get(feed.address, version)
        if not got.fresh:
            return got, None
        found = self._items(got, feed.url)
        if isinstance(found, Page):
            if not found.feeds:
                raise NoArticleError(feed.url, "a page that links to no feed", "give the address of the feed itself")
            got = self.get(found.feeds[0], None)
            got = replace(got, moved=got.moved or found.feeds[0])
            found = self._items(got, feed.url)
            if isinstance(found, Page):
                raise NoArticleError(feed.url, f"a page whose feed {got.url} is a page", "give the address of the feed itself")
        return got, found

    def _items(self, got: Fetched, url: str) -> Feed | Page:
        return read_items(decode(got.raw, url, got.charset), url, got.url, got.content_type)

    def _wants(self, item: Item, seen: Seen | None, feed: Watched) -> bool:
        """Whether an item is new, changed, or waits for its page."""
        if seen is None or not seen.recorded:
            return True
        if seen.retry is not None and seen.retry <= self.now():
            return True
        changed = item.words != seen.words or (item.told != seen.last_told and not feed.restless)
        return changed and (seen.rest is None or seen.rest <= self.now())

    # -- an item ---------------------------------------------------------------------------------------------------------------------------

    def _read(self, feed: Watched, item: Item, seen: Seen | None, tired: bool) -> Came:
        notes: list[Note] = []
        entry = item.make()
        told = entry.published if entry else None
        if seen and not seen.recorded:  # a visit was cut short; the date is the one told then
            told = seen.told
        if entry:
            entry = self._dated(replace(entry, input=feed.url), told, entry.updated, feed.restless, "feed", notes)
        page, failure = self._page(feed, item, tired) if self._looks(item) else (None, None)
        if page and entry and len(page.text) < len(entry.text):
            page = None  # a wall, or a page that says less than the feed
        if page:
            page = self._dated(page, page.published, page.updated, False, "page", notes)
            entry = beside(page, entry) if entry else page
        if failure:
            notes.append(Note(stage="read", kind="page", message=f"only what the feed holds: {_words(failure)}", sentence=None))
        return Came(
            feed=feed.url,
            seen=self._seen(item, seen, told, failure, tired),
            article=entry,
            notes=tuple(notes),
            page="not had" if failure else "had" if page else "none",
        )

    def _dated(self, article: Article, published: str | None, updated: str | None, restless: bool, who: str, notes: list[Note]) -> Article:
        """The article with the dates that can be believed, and a note of those that cannot."""
        why = {date: "it tells a new date at every visit" if restless else doubt(date, self.now()) for date in (published, updated) if date}
        for date, reason in why.items():
            if reason:
                notes.append(Note(stage="read", kind="date", message=f"the {who}'s date {date} is left out: {reason}", sentence=None))
        return dated(article, *(None if date is None or why[date] else date for date in (published, updated)))

    def _looks(self, item: Item) -> bool:
        return self.pages and item.link is not None and not item.shared and not item.whole

    def _page(self, feed: Watched, item: Item, tired: bool) -> tuple[Article | None, InputError | None]:
        """The article on an item's page, or why there is none."""
        link = item.link or ""
        if tired:
            return None, FetchError(link, "not tried now, since its host did not answer", "nothing; it is tried again", passing=True)
        try:
            got = self.get(link, None)
            text = decode(got.raw, link, got.charset)
            if kind_of(text, got.url, got.content_type) != "html":
                raise NoArticleError(link, "it is no page", "nothing; the feed's words are taken")
            return read_page(text, feed.url, got.url), None
        except InputError as error:
            return None, error

    def _seen(self, item: Item, seen: Seen | None, told: str | None, failure: InputError | None, tired: bool) -> Seen:
        tries = seen.tries if seen else 0
        passing = isinstance(failure, FetchError) and failure.passing and tries < RETRIES
        asked = (failure.wait or 0.0) if isinstance(failure, FetchError) else 0.0
        return Seen(
            key=item.key,
            link=canonical(item.link) if item.link and not item.shared else None,
            words=item.words,
            told=told,
            last_told=item.told,
            recorded=True,
            tries=tries + (not tired) if passing else 0,
            retry=self.now() + max(asked, _RETRY * 3.0**tries) if passing else None,
            idle=seen.idle + 1 if seen and seen.recorded else 0,
        )


def _restless(feed: Watched, items: tuple[Item, ...], known: dict[str, Seen], now: float) -> bool:
    """Whether a feed tells the time of the visit, or new dates for old words."""
    pairs = [(i, s) for i in items if (s := known.get(i.key)) and s.recorded and s.words == i.words and i.told and s.last_told]
    if not pairs:
        return feed.restless or (len(items) >= _CROWD and all(_near(i.told, now) for i in items))
    moved = [i for i, s in pairs if i.told != s.last_told]
    return len(moved) * 2 > len(pairs) and (len(moved) > 1 or _near(moved[0].told, now))


def _near(told: str | None, now: float) -> bool:
    iso = iso_moment(told) if told else None
    if not iso or "T" not in iso:
        return False
    moment = datetime.fromisoformat(iso)
    return abs((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now) <= _MOMENT


def _words(error: InputError) -> str:
    return f"{error.found}; {error.remedy}"
