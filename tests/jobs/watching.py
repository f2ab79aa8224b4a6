"""A watch whose seconds pass at once, and a look into its record."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from dragoman import pipeline
from dragoman.jobs.watch import Clock, How, watch
from dragoman.jobs.watch_hands import OneByOne
from dragoman.jobs.watch_log import Told
from dragoman.lake.ledger import Ledger
from dragoman.lake.rows import Row
from dragoman.model import SCHEMA, Article, Readout
from dragoman.record.record import decode
from dragoman.record.rows import Kept
from dragoman.settings import FetchSettings, Settings

START = 1_790_000_000.0  # 2026-09-21T14:13:20Z
FETCH = FetchSettings(timeout=0.5, total_timeout=2.0, max_bytes=200_000, max_redirects=3)


class Bare:
    """Codes nothing, for tests that are not about coding."""

    def code_many(self, articles, **how):
        for article in articles:
            yield Readout(schema=SCHEMA, article=article, sentences=(), events=(), statements=(), quotes=(), meetings=(), positions=(), ties=(), notes=())


def no_engine() -> None:
    pipeline.coder = lambda *given: Bare()


@dataclass
class Run:
    """Watches run after run, each for some simulated time."""

    home: Path
    now: float = START
    told: list[Told] = field(default_factory=list)

    def watch(self, *urls: str, seconds: float = 0.0, **how) -> list[Told]:
        """Watch for so long, at least one round; what it told."""
        stop, end, begun = Event(), self.now + seconds, len(self.told)

        def sleep(s: float) -> None:
            self.now += s
            if self.now >= end and not how.get("once"):
                stop.set()

        if not seconds:
            how["once"] = True
        watch(
            urls, str(self.home), Settings(fetch=FETCH), How(**{"pause": 0.0, **how}), clock=Clock(now=lambda: self.now, sleep=sleep),
            hands=OneByOne(sleep), stop=stop, tell=self.told.append, chance=lambda: 0.5,
        )  # fmt: skip
        return self.told[begun:]

    def round(self, *urls: str, later: float = 0.0, **how) -> Told:
        """One round of one feed, so many seconds later."""
        self.now += later
        (told,) = self.watch(*urls, **how)
        return told


def kept(home: Path) -> list[tuple[Article, Kept]]:
    """Every article in a record that no newer version replaced, in the order of recording."""
    raw = Ledger.open(str(home)).read(("article", "tombstone")).to_pylist()
    rows = [Row(**{k: v if not isinstance(v, list) else tuple(v) for k, v in one.items()}) for one in raw]
    gone = {r.id for r in rows if r.kind == "tombstone"}
    found: list[tuple[Row, Kept]] = [(r, decode(r, Kept)) for r in rows if r.kind == "article" and r.id not in gone]
    return [(k.article, k) for _, k in sorted(found, key=lambda f: f[0].recorded_at)]


def articles(home: Path) -> list[Article]:
    return [article for article, _ in kept(home)]
