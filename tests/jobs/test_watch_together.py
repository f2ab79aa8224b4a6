"""Visits that go on side by side, with real threads and real seconds."""

import time
from threading import Event

import pytest

from dragoman import pipeline
from dragoman.jobs.watch import Clock, How, watch
from dragoman.jobs.watch_hands import Threads
from dragoman.settings import Settings
from jobs.site_made import rss, site_here, slow
from jobs.watching import FETCH, Bare, articles


@pytest.fixture(autouse=True)
def coder(monkeypatch):
    monkeypatch.setattr(pipeline, "coder", lambda *given: Bare())


def once(home, urls, pause):
    """One round by threads; the lines it told, with the seconds at which it did."""
    stop, told, begun = Event(), [], time.monotonic()
    watch(
        urls, str(home), Settings(fetch=FETCH), How(once=True, pause=pause), clock=Clock(now=time.time, sleep=time.sleep),
        hands=Threads(stop), stop=stop, tell=lambda t: told.append((time.monotonic() - begun, t)), chance=lambda: 0.5,
    )  # fmt: skip
    stop.set()
    return told


def words(n: int) -> str:
    return f"Envoy {n} of {n * 7 % 11} came to port {n * 13 % 17} with letter {n * n}."


def test_a_host_is_asked_one_thing_at_a_time_while_hosts_are_asked_together(tmp_path):
    with site_here() as one, site_here() as two:
        for site, first in ((one, 0), (two, 100)):
            for n in range(5):
                number = first + n
                answer = 200, {"Content-Type": "text/xml"}, rss([{"title": f"Visit {number}", "guid": f"{number}", "link": f"{site.base}/p{n}", "description": words(number)}])
                site.routes[f"/f{n}"] = slow(answer, 0.1)
                site.page(f"/p{n}", f"Visit {number}", words(number) + " " + words(number + 50))
        told = once(tmp_path / "r", [f"{site.base}/f{n}" for n in range(5) for site in (one, two)], 0.02)
        assert [t.outcome for _, t in told] == ["new"] * 10
        assert (one.most, two.most) == (1, 1)
        assert len(articles(tmp_path / "r")) == 10


def test_a_host_that_is_slow_holds_up_nobody(tmp_path):
    with site_here() as good, site_here() as bad:
        good.feed("/feed", [{"title": "Talks", "description": "Oman hosted envoys."}])
        bad.routes["/feed"] = slow((200, {}, b""), 3.0)
        told = once(tmp_path / "r", [f"{bad.base}/feed", f"{good.base}/feed"], 0.0)
        found = {t.outcome: t.feed.error for _, t in told}
        assert set(found) == {"new", "failed"}
        assert "no answer within 0.5 s" in found["failed"]
