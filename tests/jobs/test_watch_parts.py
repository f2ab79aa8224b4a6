"""The parts of a watch by themselves: lists of feeds, the plan of visits, turns at hosts, threads, memory."""

import gc
import threading
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import pipeline
from dragoman.errors import InputError, RecordError
from dragoman.jobs.watch_hands import Threads
from dragoman.jobs.watch_list import addresses
from dragoman.jobs.watch_schedule import DAY, is_due, next_visit
from dragoman.jobs.watch_turns import Turns
from jobs.site_made import rss, site_here
from jobs.watching import START, Bare, Run, articles

OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine & yours</title></head><body>
<outline text="Ministries"><outline text="Asia"><outline type="rss" text="A" xmlUrl="https://a.example/feed?x=1&y=2"/></outline>
<outline TEXT="B" xmlURL=" http://b.example/atom "/></outline><outline text="no feed" htmlUrl="https://c.example/"/><outline xmlUrl="https://a.example/feed?x=1&amp;y=2"/></body></opml>"""


# -- lists --------------------------------------------------------------------------------------------------------------------------------


def test_addresses_opml_and_lists(tmp_path):
    (tmp_path / "mine.opml").write_text(OPML.replace("&y", "&amp;y").replace("Mine &", "Mine &amp;"))
    (tmp_path / "list.txt").write_text("# ministries\nhttps://d.example/feed\n\nfeed://e.example/rss # spoken for\nfeed:https://f.example/\nhttps://g.example/#top\n")
    found = addresses(["https://z.example/", str(tmp_path / "mine.opml"), str(tmp_path / "list.txt"), "https://z.example/"])
    assert found == (
        "https://z.example/", "https://a.example/feed?x=1&y=2", "http://b.example/atom", "https://d.example/feed", "http://e.example/rss", "https://f.example/", "https://g.example/#top",
    )  # fmt: skip


def test_opml_with_bare_ampersands_is_read(tmp_path):
    (tmp_path / "mine.opml").write_text(OPML)
    assert "http://b.example/atom" in addresses([str(tmp_path / "mine.opml")])


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "no feed in it"), ("# none\n", "no feed in it"), ("<html><body>x</body></html>", "not OPML"), ("nonsense here\n", "line 1: nonsense here is no address"),
     ("<opml><body><outline xmlUrl='ftp://x.example'/></body></opml>", "no address"), ("<opml><body/></opml>", "no feed in it"), ("<opml", "no feed in it"), ("<", "not OPML")],
)  # fmt: skip
def test_a_list_without_feeds_says_so(tmp_path, text, words):
    (tmp_path / "x").write_text(text)
    with pytest.raises(InputError, match=words):
        addresses([str(tmp_path / "x")])


@pytest.mark.parametrize("one", ["none.opml", "ftp://x.example/", "http://[broken", "a\0b", "mailto:x@y.example"])
def test_what_is_no_feed_is_refused(one):
    with pytest.raises(InputError):
        addresses([one])


# -- plans --------------------------------------------------------------------------------------------------------------------------------

SECONDS = st.floats(0, 1e8)


@given(
    outcome=st.sampled_from(["new", "same", "failed", "gone"]), interval=st.floats(60, 1e5), failures=st.integers(0, 10_000), base=st.floats(60, 1e5), floor=SECONDS, luck=st.floats(0, 1)
)  # fmt: skip
def test_a_plan_is_never_sooner_than_asked_nor_later_than_any_plan(outcome, interval, failures, base, floor, luck):
    plan = next_visit(outcome, interval=interval, failures=failures, now=0.0, base=base, floor=floor, chance=lambda: luck)
    assert plan.next_try >= min(floor, DAY) * 0.999 or outcome == "gone"
    assert plan.next_try > 0
    assert min(floor, DAY) * 0.999 <= plan.not_before <= plan.next_try * 1.001 or outcome == "gone"
    assert is_due(plan.next_try, plan.next_try)
    assert not is_due(plan.next_try, 0.0)
    assert (plan.failures > failures) == (outcome in ("failed", "gone"))


# -- turns --------------------------------------------------------------------------------------------------------------------------------


def test_a_host_is_asked_by_one_at_a_time_and_with_pauses():
    now, inside, most = [0.0], [0], [0]
    lock = threading.Lock()

    def sleep(seconds):
        with lock:
            now[0] += seconds

    turns = Turns(lambda: now[0], sleep, 2.0)

    def ask():
        for _ in range(5):
            with turns("a.example"):
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                time.sleep(0.001)
                inside[0] -= 1

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert now[0] == pytest.approx(2.0 * 29)


def test_turns_honour_crawl_delay_up_to_a_bound_forget_hosts_and_mind_no_clock_set_back():
    now, slept = [1_000.0], []
    turns = Turns(lambda: now[0], slept.append, 1.0, lambda host: {"slow.example": 10.0, "mad.example": 1e9}.get(host, 0.0))
    for host in ("slow.example", "mad.example"):
        for _ in range(2):
            with turns(host):
                pass
    assert slept == [10.0, 60.0]
    now[0] = 0.0
    with turns("slow.example"):
        pass
    assert slept[-1] == 10.0
    for n in range(3_000):
        with turns(f"{n}.example"):
            pass
    assert len(turns._hosts) <= 1_001


# -- threads ------------------------------------------------------------------------------------------------------------------------------


def test_threads_hand_over_pieces_and_errors_and_wait_for_the_taker():
    stop, made = threading.Event(), []

    def job(name, count):
        for n in range(count):
            made.append(n)
            yield f"{name}{n}"
        if name == "c":
            raise RecordError("x", "broken", "mend it")

    hands: Threads[str] = Threads(stop, 2)
    hands.start(job("a", 200))
    time.sleep(0.2)
    assert len(made) < 50
    hands.start(job("b", 3))
    found = []
    while hands.free < 2:
        found += [piece] if (piece := hands.next(1.0)) else []
    assert sorted(found) == sorted([*(f"a{n}" for n in range(200)), "b0", "b1", "b2"])
    hands.start(job("c", 0))
    with pytest.raises(RecordError):
        hands.next(5.0)
    begun = time.monotonic()
    hands.wake()
    assert hands.next(30.0) is None
    assert time.monotonic() - begun < 10.0
    stop.set()


# -- memory -------------------------------------------------------------------------------------------------------------------------------


def test_memory_does_not_grow_with_the_visits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Some hundred visits of three feeds, of which one moves its items on, one says that nothing is new, one fails: bench/watch.py takes tens of thousands."""
    monkeypatch.setattr(pipeline, "coder", lambda *given: Bare())
    with site_here() as site:
        run = Run(tmp_path / "r")
        count = [0]

        def moving(headers):
            count[0] += 1
            items = [{"title": f"Item {n}", "guid": str(n), "description": f"Envoy {n} came to the port of call number {n}."} for n in range(count[0] // 9, count[0] // 9 + 5)]
            return 200, {"Content-Type": "text/xml"}, rss(items)

        site.routes |= {"/moving": moving, "/still": lambda headers: (304 if "if-none-match" in headers else 200, {"ETag": "1", "Content-Type": "text/xml"}, b"" if "if-none-match" in headers else rss([])), "/bad": (500, {}, b"")}
        run.watch(*(site.base + path for path in ("/moving", "/still", "/bad")), seconds=100_000)

        def grown() -> int:
            run.told.clear()
            site.asked.clear()
            gc.collect()
            return tracemalloc.get_traced_memory()[0]

        tracemalloc.start()
        run.watch(seconds=100_000)
        begun = grown()
        visits = count[0]
        run.watch(seconds=700_000)
        more = grown() - begun
        tracemalloc.stop()
        assert count[0] - visits > 45
        assert more < 300_000
        assert run.now - START > 850_000
        assert len(articles(run.home)) > 10
