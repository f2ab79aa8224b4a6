"""Live feeds into a record, for as long as one likes.

    feeds --visit--> what is new, with its pages --ingest--> record, then the items are marked as seen, then the feed is told what it is asked next time

Visits go on side by side, one for each host; recording goes on in one place. The order of writing is what makes a kill harmless: the record first, then
the marks, last the feed's version. Memory does not grow: visits hand over an article at a time, and what is remembered of hosts is bounded.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import random
from threading import Event
from urllib.parse import urlsplit

from dragoman.errors import InputError, RecordError
from dragoman.ingest import Take, recording
from dragoman.jobs.watch_hands import Hands
from dragoman.jobs.watch_log import Row, Told, row
from dragoman.jobs.watch_schedule import DAY, is_due, next_visit
from dragoman.jobs.watch_state import Seen, State, Watched
from dragoman.jobs.watch_turns import Turns
from dragoman.jobs.watch_visit import Came, Visited, Visitor
from dragoman.model import Article
from dragoman.read.fetch import Fetched, Robots, Version, fetch
from dragoman.record.record import derived
from dragoman.settings import Settings

EVERY = 900.0
# seconds between visits to a feed that has news
_BATCH = 40_000
# characters coded and committed together; whoever wants to stop the watch waits for no more
_PATIENCE = 20.0
# seconds that an article waits for others to be committed with
_NEWS = ("recorded", "copy", "update")
# outcomes that bring the record something
_IDLE = 3
# changes that brought nothing after which an item's changes are looked at once a day
_LOOK = 60.0
# seconds after which clocks that were set are noticed

Piece = Came | Visited


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The time, which tests make pass faster."""

    now: Callable[[], float]
    # seconds since 1970
    sleep: Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How to watch."""

    every: float = EVERY
    # seconds between visits to a feed that has news
    pages: bool = True
    # fetch the pages of items that are summaries
    once: bool = False
    # visit the feeds that their servers let us, and end
    at_once: bool = False
    # begin with all feeds, whatever was planned
    with_text: bool = True
    pause: float = 1.0
    # seconds between two requests to one host


def watch(
    urls: Sequence[str],
    home: str,
    settings: Settings,
    how: How,
    *,
    clock: Clock,
    hands: Hands[Piece],
    stop: Event,
    tell: Callable[[Told], None],
    chance: Callable[[], float] = random,
) -> None:
    """Watch feeds until told to stop.

    Args:
        urls: addresses of feeds, or of pages that link to one; none for those of the last time.
        home: the record; made where there is none.
        settings: what holds for this run.
        how: see there.
        clock: the time.
        hands: who does the visits.
        stop: set it to end after the commit under way.
        tell: hears of every visit once all that came of it is recorded.
        chance: gives numbers from 0 to 1, to spread visits.

    Raises:
        RecordError: the record or the state cannot be written, or another process watches; everything told is recorded.
    """
    # one process: news trickle in, and a signal meant for this one would kill its workers
    alone = replace(settings, processes=1)
    with recording(home, alone, with_text=how.with_text, batch=_BATCH) as take, closing(State(state_path(home))) as state:
        if urls:
            state.enlist(urls, clock.now(), how.every)
        if how.at_once:
            state.hurry(clock.now())
        feeds = {feed.url: feed for feed in state.feeds()}
        if not feeds:
            raise RecordError(home, "no feeds are watched for it", "give addresses or an OPML file")
        visitor = Visitor(get=_web(settings, how, clock), state=state, now=clock.now, pages=how.pages)
        _Watch(state, feeds, visitor, take, how, clock, hands, stop, tell, chance).run()


def status(home: str, now: float) -> list[Row]:
    """The feeds that are watched for a record, by their next visit.

    Raises:
        RecordError: none ever were, or the state cannot be read.
    """
    path = state_path(home)
    if not path.exists():
        raise RecordError(home, "no feeds are watched for it", "begin with dragoman watch FEEDS --record DIR")
    with closing(State(path, alone=False)) as state:
        rates = state.rates(now)
        return [row(feed, rates.get(feed.url, 0.0)) for feed in state.feeds()]


def state_path(home: str) -> Path:
    """Where the state of a record's watch is kept."""
    return derived(home) / "watch.sqlite"


def _web(settings: Settings, how: How, clock: Clock) -> Callable[[str, Version | None], Fetched]:
    robots = Robots(clock.now)
    agent = settings.fetch.user_agent
    turns = Turns(clock.now, clock.sleep, how.pause, lambda host: robots.delay(host, agent))
    return lambda url, version: fetch(url, settings.fetch, robots, known=version, turn=turns)


@dataclass(slots=True)
class _Watch:
    """One run."""

    state: State
    feeds: dict[str, Watched]
    # as the state has them, which no other process changes
    visitor: Visitor
    take: Take
    how: How
    clock: Clock
    hands: Hands[Piece]
    stop: Event
    tell: Callable[[Told], None]
    chance: Callable[[], float]
    under_way: dict[str, str] = field(default_factory=dict)
    # the host of each feed that is being visited
    done: set[str] = field(default_factory=set)
    # feeds visited, for a run of one round
    waiting: list[Came] = field(default_factory=list)
    # what came and is not recorded yet
    ended: list[Visited] = field(default_factory=list)
    # visits of which something waits
    first: float = 0.0
    # when the first of it came
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    # by feed under way
    problems: dict[str, list[str]] = field(default_factory=dict)

    def run(self) -> None:
        """Go on until told to stop, or for one round."""
        while not self.stop.is_set():
            wait, left = self._begin()
            if self.how.once and not left:
                return
            self._take(self.hands.next(min(wait, self._patience())))
            enough = sum(len(c.article.text) for c in self.waiting if c.article) >= _BATCH
            all_ended = len(self.ended) == len(self.under_way)
            if not self.stop.is_set() and (enough or all_ended or self._patience() <= 0.0):
                self._write()

    def _take(self, piece: Piece | None) -> None:
        """Keep a piece until what came before it is recorded."""
        if isinstance(piece, Came):
            self.first = self.first if self.waiting else self.clock.now()
            self.waiting.append(piece)
        elif piece and any(c.feed == piece.feed.url for c in self.waiting):
            self.ended.append(piece)
        elif piece:
            self._end(piece)

    def _patience(self) -> float:
        """Seconds until what waits is recorded in any case."""
        return max(0.0, min(self.first + _PATIENCE - self.clock.now(), _PATIENCE)) if self.waiting else _LOOK

    # -- beginning -------------------------------------------------------------------------------------------------------------------------

    def _begin(self) -> tuple[float, bool]:
        """Begin the visits that are due, one for each host: (seconds until there is something to begin, whether a feed is due or under way)."""
        now = self.clock.now()
        idle = [f for f in self.feeds.values() if f.url not in self.under_way and not (self.how.once and f.url in self.done)]
        for feed in sorted(idle, key=self._time) if self.hands.free else ():
            host = urlsplit(feed.address).netloc
            if self.hands.free and is_due(self._time(feed), now) and host not in self.under_way.values():
                self.under_way[feed.url] = host
                self.counts[feed.url], self.problems[feed.url] = Counter(), []
                self.hands.start(self.visitor.visit(feed))
        later = [self._time(feed) - now for feed in idle if not is_due(self._time(feed), now)]
        return max(0.0, min([*later, _LOOK])), bool(self.under_way) or len(later) < len(idle)

    def _time(self, feed: Watched) -> float:
        """When a feed is due."""
        return feed.not_before if self.how.once else feed.next_try

    # -- recording -------------------------------------------------------------------------------------------------------------------------

    def _write(self) -> None:
        """Record what waits, mark it as seen, then end the visits it came from."""
        came, self.waiting = self.waiting, []
        if came:
            self._record(came, self.clock.now())
        ended, self.ended = self.ended, []
        for visit in ended:
            self._end(visit)

    def _record(self, came: Sequence[Came], now: float) -> None:
        for feed, group in _by_feed(came):
            self.state.expect(feed, [replace(c.seen, recorded=False) for c in group], now)
        told = [c for c in came if c.article]
        articles: Iterator[Article | InputError] = (c.article for c in told if c.article)
        results = dict(zip(map(id, told), self.take(articles, {c.article.id: c.notes for c in told if c.article}), strict=True))
        for feed, group in _by_feed(came):
            outcomes = [self._count(c, results.get(id(c))) for c in group]
            seen = [_rested(c.seen, outcome, now) for c, outcome in zip(group, outcomes, strict=True)]
            self.state.mark(feed, seen, now, recorded=sum(o in _NEWS for o in outcomes))

    def _count(self, came: Came, result: object) -> str:
        """What became of an item, counted."""
        counts = self.counts[came.feed]
        if came.page == "not had":
            counts["pages"] += 1
        if isinstance(result, InputError):
            self.problems[came.feed].append(str(result))
        outcome = "empty" if result is None else "failed" if isinstance(result, InputError) else str(getattr(result, "outcome", "known"))
        counts[outcome] += 1
        return outcome

    # -- ending ----------------------------------------------------------------------------------------------------------------------------

    def _end(self, visit: Visited) -> None:
        """Plan a feed's next visit, and tell."""
        now, feed = self.clock.now(), visit.feed
        counts, problems = self.counts.pop(feed.url), self.problems.pop(feed.url)
        outcome = "same" if visit.outcome == "new" and not any(counts[o] for o in _NEWS) else visit.outcome
        plan = next_visit(
            outcome, interval=feed.interval, failures=feed.failures, now=now, base=self.how.every, floor=visit.floor, chance=self.chance
        )
        went = {"error": visit.error, "error_at": now} if visit.error else {"success": now}
        feed = replace(feed, interval=plan.interval, failures=plan.failures, next_try=plan.next_try, not_before=plan.not_before, **went)
        self.state.keep(feed, visit.present, now)
        self.feeds[feed.url] = feed
        del self.under_way[feed.url]
        self.done.add(feed.url)
        self.tell(Told(feed=feed, at=now, outcome=outcome, counts=counts, problems=tuple(problems)))


def _rested(seen: Seen, outcome: str, now: float) -> Seen:
    """An item whose words change at every visit while its article does not is left in peace."""
    idle = seen.idle if outcome == "known" else 0
    return replace(seen, idle=idle, rest=now + DAY if idle >= _IDLE else None)


def _by_feed(came: Sequence[Came]) -> Iterator[tuple[str, list[Came]]]:
    for feed in dict.fromkeys(c.feed for c in came):
        yield feed, [c for c in came if c.feed == feed]
