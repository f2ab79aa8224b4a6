"""Watching feeds on a real server, with a clock that does not wait."""

import gzip
from email.utils import formatdate
from importlib import import_module
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.errors import RecordError
from jobs.site_made import Site, site_here, slow
from jobs.watching import START, Bare, Run, articles, kept

HOUR = 3_600.0
NEWS = {"title": "Talks in Muscat", "description": "Oman hosted envoys.", "pubDate": formatdate(START - HOUR, usegmt=True)}
LONG = "Oman hosted the envoys of Iran and Norway in Muscat on Monday, and both sides agreed to meet again."


@pytest.fixture
def site():
    with site_here() as it:
        it.routes["/robots.txt"] = 200, {}, b"User-agent: *\nDisallow: /private/\n"
        yield it


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(pipeline, "coder", lambda *given: Bare())
    return Run(tmp_path / "record")


def item(site: Site, path: str, **more: str) -> dict[str, str]:
    return {**NEWS, "link": site.base + path, "guid": path, **more}


def test_an_item_is_recorded_with_its_page_and_the_feeds_facts(site, run):
    site.feed("/feed", [item(site, "/1", title="Talks, as the feed has them")])
    site.page("/1", "Envoys meet in Muscat", LONG)
    told = run.round(site.base + "/feed")
    (article,) = articles(run.home)
    assert told.counts == {"recorded": 1}
    assert LONG in article.text
    assert (article.title, article.outlet, article.url) == ("Envoys meet in Muscat", "Lake Herald", site.base + "/1")
    assert article.published == "2026-09-21T13:13:20+00:00"  # the page tells none
    assert article.input == site.base + "/feed"


def test_what_the_page_says_of_its_date_stands(site, run):
    site.feed("/feed", [item(site, "/1")])
    site.page("/1", "Envoys meet", LONG, "2026-09-20T08:00:00+04:00")
    run.round(site.base + "/feed")
    assert articles(run.home)[0].published == "2026-09-20T08:00:00+04:00"


def test_without_pages_and_without_a_page_the_items_words_are_taken(site, run):
    site.feed("/feed", [item(site, "/1")])
    site.feed("/other", [item(site, "/private/2", description="Iran thanked Oman for it.")])
    site.page("/1", "Envoys meet", LONG)
    assert run.round(site.base + "/feed", pages=False).counts == {"recorded": 1}
    assert site.times("/1") == 0
    assert run.round(site.base + "/other").counts == {"recorded": 1, "pages": 1}
    (one, _), (two, how) = kept(run.home)
    assert (one.text, two.text) == ("Talks in Muscat\n\nOman hosted envoys.", "Talks in Muscat\n\nIran thanked Oman for it.")
    assert any("robots.txt" in note.message for note in how.notes)


def test_an_item_that_is_the_article_needs_no_page(site, run):
    site.feed("/feed", [item(site, "/1", description=" ".join([LONG] * 20))])
    run.round(site.base + "/feed")
    assert site.times("/1") == 0
    assert len(articles(run.home)[0].text) > 1_500


def test_a_second_visit_asks_for_what_is_new(site, run):
    def answer(headers):
        if headers.get("if-none-match") == '"v1"' and headers.get("if-modified-since") == "Mon, 21 Sep 2026 10:00:00 GMT":
            return 304, {}, b""
        return 200, {"Content-Type": "text/xml", "ETag": '"v1"', "Last-Modified": "Mon, 21 Sep 2026 10:00:00 GMT"}, feed

    site.feed("/feed", [item(site, "/1")])
    feed = site.routes["/feed"][2]
    site.routes["/feed"] = answer
    site.page("/1", "Envoys meet", LONG)
    assert run.round(site.base + "/feed").outcome == "new"
    assert run.round(later=HOUR).outcome == "same"
    assert site.asked[-1][1]["if-none-match"] == '"v1"'
    assert site.times("/1") == 1


def test_seen_items_are_not_fetched_again_but_changed_ones_are(site, run):
    site.feed("/feed", [item(site, "/1"), item(site, "/2", title="Grain", description="Egypt bought grain.")])
    site.page("/1", "Envoys meet", LONG)
    site.page("/2", "Grain", "Egypt bought grain from Ukraine on Monday, the ministry of supply said.")
    assert run.round(site.base + "/feed").counts == {"recorded": 2}
    assert run.round(later=HOUR).counts == {}
    site.feed("/feed", [item(site, "/1", description="Oman hosted envoys, who agreed."), item(site, "/2", title="Grain", description="Egypt bought grain.")])
    site.page("/1", "Envoys meet", LONG + " They parted as friends, and the minister saw them off.")
    assert run.round(later=HOUR).counts == {"update": 1}
    assert (site.times("/1"), site.times("/2")) == (2, 1)
    assert len(articles(run.home)) == 2


def test_an_item_that_changes_all_the_time_and_says_nothing_new_is_left_in_peace(site, run):
    site.page("/1", "Envoys meet", LONG)
    for n in range(20):
        site.feed("/feed", [item(site, "/1", description=f"Oman hosted envoys. {n} comments")])
        run.round(site.base + "/feed", later=HOUR)
    assert site.times("/1") == 4
    site.page("/1", "Envoys meet", LONG + " They parted as friends, and the minister saw them off.")
    site.feed("/feed", [item(site, "/1", description="Oman hosted envoys. 99 comments")])
    assert run.round(later=24 * HOUR).counts == {"update": 1}


def test_one_page_in_two_feeds_or_under_new_guids_is_fetched_once(site, run):
    site.feed("/feed", [item(site, "/1")])
    site.page("/1", "Envoys meet", LONG)
    site.feed("/world", [item(site, "/1?utm_source=rss", guid="77", description="Told otherwise.")])
    run.round(site.base + "/feed")
    assert run.round(site.base + "/world").counts == {}
    for n in range(3):
        site.feed("/world", [item(site, "/1?utm_source=rss", guid=f"new-{n}", description="Told otherwise.")])
        assert run.round(later=HOUR).counts == {}
    assert site.times("/1") + site.times("/1?utm_source=rss") == 1


def test_items_that_share_a_link_or_a_guid_are_items_of_their_own(site, run):
    live = [item(site, f"/live#{n}", guid="x", title=f"Line {n}", description=words) for n, words in enumerate(("Iran came to Muscat early.", "Norway followed at noon."))]
    site.feed("/feed", live)
    assert run.round(site.base + "/feed").counts == {"recorded": 2}
    assert {a.url for a in articles(run.home)} == {None}
    assert run.round(later=HOUR).counts == {}


# -- when ---------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "more", "seconds"),
    [({}, "", 900), ({"Cache-Control": "public, max-age=7200"}, "", 7_560), ({}, "<ttl>180</ttl>", 11_340), ({"Cache-Control": "max-age=99999999"}, "", 90_720)],
)
def test_the_next_visit_is_when_the_server_likes(site, run, headers, more, seconds):
    from jobs.site_made import rss

    site.routes["/feed"] = 200, {"Content-Type": "text/xml", **headers}, rss([item(site, "/1")], more=more)
    told = run.round(site.base + "/feed", pages=False)
    assert told.feed.next_try - run.now == pytest.approx(seconds)


def test_silence_slows_down_and_news_speed_up(site, run):
    site.feed("/feed", [item(site, "/0")])
    told = run.watch(site.base + "/feed", seconds=48 * HOUR, pages=False)
    gaps = [b.at - a.at for a, b in zip(told, told[1:], strict=False)]
    assert gaps[0] == pytest.approx(900)
    assert gaps == sorted(gaps)
    assert gaps[-1] == pytest.approx(4 * HOUR)
    site.feed("/feed", [item(site, "/new", description="Qatar came, too.")])
    told = run.watch(seconds=9 * HOUR, pages=False)
    assert told[0].counts == {"recorded": 1}
    assert told[1].at - told[0].at == pytest.approx(2 * HOUR)


def test_failures_back_off_and_end(site, run):
    site.routes["/feed"] = 500, {}, b"oops"
    told = run.watch(site.base + "/feed", seconds=72 * HOUR)
    gaps = [b.at - a.at for a, b in zip(told, told[1:], strict=False)]
    assert gaps[:3] == pytest.approx([1_800, 3_600, 7_200])
    assert max(gaps) == pytest.approx(86_400)
    assert told[-1].feed.failures == len(told)
    site.feed("/feed", [item(site, "/1")])
    told = run.watch(seconds=25 * HOUR, pages=False)
    assert (told[0].outcome, told[0].feed.failures) == ("new", 0)


@pytest.mark.parametrize(("asked", "seconds"), [("7000", 7_350), (formatdate(START + 9_000, usegmt=True), 9_450)])
def test_retry_after_is_obeyed_by_the_servers_own_clock(site, run, asked, seconds):
    site.routes["/feed"] = 429, {"Retry-After": asked, "Date": formatdate(START, usegmt=True)}, b"slow down"
    told = run.round(site.base + "/feed")
    assert told.feed.next_try - run.now == pytest.approx(seconds)


def test_gone_is_tried_once_a_week(site, run):
    site.routes["/feed"] = 410, {}, b""
    told = run.round(site.base + "/feed")
    assert (told.outcome, told.feed.next_try - run.now) == ("gone", 7 * 86_400)


def test_a_clock_that_was_set_back_does_not_stop_the_watch(site, run):
    site.feed("/feed", [item(site, "/1")])
    run.round(site.base + "/feed", pages=False)
    run.now -= 30 * 86_400
    assert run.round(pages=False).outcome == "same"


def test_a_round_for_cron_comes_when_cron_says_but_not_before_the_server_does(site, run):
    site.feed("/feed", [item(site, "/1")])
    site.routes["/bad"] = 500, {}, b""
    urls = site.base + "/feed", site.base + "/bad"
    assert len(run.watch(*urls, pages=False)) == 2
    run.now += 1.0
    assert len(run.watch(*urls, pages=False)) == 2  # a first failure may be a passing one
    run.now += 1.0
    assert [t.feed.url for t in run.watch(*urls, pages=False)] == [urls[0]]
    site.feed("/feed", [item(site, "/1")], **{"Cache-Control": "max-age=600"})
    run.watch(*urls, pages=False)
    run.now += 599.0
    assert run.watch(*urls, pages=False) == []
    assert len(run.watch(*urls, pages=False, at_once=True)) == 2


# -- where --------------------------------------------------------------------------------------------------------------------------------


def test_a_feed_that_moved_is_asked_where_it_is(site, run):
    site.routes["/old"] = 301, {"Location": "/feed"}, b""
    site.routes["/today"] = 302, {"Location": "/feed"}, b""
    site.feed("/feed", [item(site, "/1")])
    assert run.round(site.base + "/old", pages=False).feed.address == site.base + "/feed"
    run.round(later=HOUR, pages=False)
    assert site.times("/old") == 1
    assert run.round(site.base + "/today", pages=False).feed.address == site.base + "/today"


def test_a_page_leads_to_its_feed(site, run):
    site.routes["/"] = 200, {"Content-Type": "text/html"}, b"<html><head><link rel='alternate' type='application/rss+xml' href='/feed'></head><body>x</body></html>"
    site.routes["/bare"] = 200, {"Content-Type": "text/html"}, b"<html><body><p>Nothing.</p></body></html>"
    site.feed("/feed", [item(site, "/1")])
    told = run.round(site.base + "/", pages=False)
    assert (told.counts, told.feed.address) == ({"recorded": 1}, site.base + "/feed")
    del site.routes["/feed"]
    assert run.round(later=HOUR, pages=False).feed.address == site.base + "/"
    assert "links to no feed" in run.round(site.base + "/bare").feed.error


def test_robots_txt_is_obeyed_and_asked_for_once_a_day(site, run):
    site.feed("/private/feed", [item(site, "/1")])
    site.feed("/feed", [item(site, "/1")])
    assert "robots.txt" in run.round(site.base + "/private/feed").feed.error
    before = site.times("/robots.txt")
    told = run.watch(site.base + "/feed", seconds=47 * HOUR, pages=False)
    assert len(told) > 10
    assert site.times("/robots.txt") - before == 2


# -- bad feeds ----------------------------------------------------------------------------------------------------------------------------


def test_bad_feeds_never_stop_the_others(site, run):
    bad = {
        "/garbage": (200, {"Content-Type": "text/xml"}, b"\x00\x01\x02" * 500),
        "/empty": (200, {"Content-Type": "text/xml"}, b""),
        "/half": (200, {"Content-Type": "text/xml"}, b"<rss><channel><title>x"),
        "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
        "/large": (200, {"Content-Type": "text/xml"}, b"<rss>" + b"x" * 300_000),
        "/bomb": (200, {"Content-Type": "text/xml", "Content-Encoding": "gzip"}, gzip.compress(b"<rss>" + b"x" * 5_000_000)),
        "/notgzip": (200, {"Content-Type": "text/xml", "Content-Encoding": "gzip"}, b"<rss>"),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/mail": (301, {"Location": "mailto:x@y.example"}, b""),
        "/slow": slow((200, {}, b""), 0.8),
        "/json": (200, {"Content-Type": "application/json"}, b'{"a": 1}'),
    }
    young = 200, {"Content-Type": "text/xml"}, b"<rss version='2.0'><channel><title>x</title></channel></rss>"
    site.routes |= {**bad, "/young": young}
    site.feed("/feed", [item(site, "/1")])
    told = run.watch(*(site.base + path for path in bad), "http://127.0.0.1:9/closed", site.base + "/young", site.base + "/feed", pages=False)
    outcomes = {t.feed.url.removeprefix(site.base): t.outcome for t in told}
    assert outcomes.pop("/feed") == "new"
    assert outcomes.pop("/young") == "same"  # a feed without items as yet
    assert set(outcomes.values()) == {"failed"}
    assert len(outcomes) == len(bad) + 1


def test_a_parser_that_breaks_is_one_feeds_trouble(site, run, monkeypatch):
    from dragoman.jobs import watch_visit

    def broken(text, input, url, content_type=""):
        if "Lake" in text:
            raise ZeroDivisionError("division by zero")
        return read_items(text, input, url, content_type)

    read_items = watch_visit.read_items
    monkeypatch.setattr(watch_visit, "read_items", broken)
    site.feed("/feed", [item(site, "/1")])
    site.routes["/good"] = 200, {"Content-Type": "text/xml"}, b"<rss><channel><title>Sea</title><item><title>Iran met Oman</title></item></channel></rss>"
    told = run.watch(site.base + "/feed", site.base + "/good")
    assert "ZeroDivisionError" in told[0].feed.error
    assert told[1].counts == {"recorded": 1}


def test_gzip_and_packed_files(site, run):
    site.feed("/feed", [item(site, "/1")])
    raw = gzip.compress(site.routes["/feed"][2])
    site.routes["/feed"] = 200, {"Content-Type": "text/xml", "Content-Encoding": "gzip"}, raw
    site.routes["/feed.xml.gz"] = 200, {"Content-Type": "application/gzip"}, gzip.compress(site.routes["/feed"][2] and gzip.decompress(raw).replace(b"Muscat", b"Doha"))
    assert run.round(site.base + "/feed", pages=False).counts == {"recorded": 1}
    assert run.round(site.base + "/feed.xml.gz", pages=False).outcome in ("new", "same")


def test_a_page_whose_host_is_in_trouble_is_tried_again_and_supersedes_the_summary(site, run):
    site.feed("/feed", [item(site, "/1")], ETag='"v1"')
    site.routes["/1"] = 503, {}, b"busy"
    assert run.round(site.base + "/feed").counts == {"recorded": 1, "pages": 1}
    assert articles(run.home)[0].text.endswith("Oman hosted envoys.")
    site.page("/1", "Envoys meet", LONG)
    assert run.round(later=HOUR).counts == {"update": 1}
    (article,) = articles(run.home)
    assert LONG in article.text
    assert run.round(later=HOUR).counts == {}


def test_pages_are_tried_a_few_times_only_and_a_silent_host_not_for_every_item(site, run):
    site.feed("/feed", [item(site, f"/{n}", description=f"Envoy {n} came to Muscat.") for n in range(9)])
    for n in range(9):
        site.routes[f"/{n}"] = 500, {}, b""
    assert run.round(site.base + "/feed").counts == {"recorded": 9, "pages": 9}
    assert sum(site.times(f"/{n}") for n in range(9)) == 2
    run.watch(seconds=400 * HOUR)
    assert [site.times(f"/{n}") for n in range(9)] == [4] * 9
    assert len(articles(run.home)) == 9


# -- dates --------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "published", "why"),
    [
        (formatdate(START + 40 * HOUR, usegmt=True), None, "ahead of us"),
        (formatdate(START + 5 * HOUR, usegmt=True), "2026-09-21T19:13:20+00:00", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None, "never set"),
        ("Mon, 21 Sep 2026 09:00:00", "2026-09-21T09:00:00", None),
        ("some day", None, None),
    ],
)
def test_dates_that_cannot_be_are_left_out_with_a_note(site, run, told, published, why):
    site.feed("/feed", [item(site, "/1", pubDate=told)])
    run.round(site.base + "/feed", pages=False)
    ((article, how),) = kept(run.home)
    assert article.published == published
    assert [note.message for note in how.notes if note.kind == "date" and (why or "?") in note.message] == [n.message for n in how.notes]
    assert bool(how.notes) == bool(why)


def test_a_page_from_the_future_gives_way_to_the_feed(site, run):
    site.feed("/feed", [item(site, "/1")])
    site.page("/1", "Envoys meet", LONG, "2031-01-01T00:00:00Z")
    run.round(site.base + "/feed")
    ((article, how),) = kept(run.home)
    assert article.published == "2026-09-21T13:13:20+00:00"
    assert "2031-01-01" in how.notes[0].message


def test_a_feed_that_dates_all_to_the_moment_is_not_believed(site, run):
    def answer(headers):
        when = formatdate(run.now, usegmt=True)
        items = [item(site, f"/{n}", pubDate=when, description=f"Envoy {n} came.") for n in range(4)]
        from jobs.site_made import rss

        return 200, {"Content-Type": "text/xml", "Date": when}, rss(items)

    site.routes["/feed"] = answer
    assert run.round(site.base + "/feed", pages=False).counts == {"recorded": 4}
    assert {a.published for a in articles(run.home)} == {None}
    for _ in range(3):
        assert run.round(later=HOUR, pages=False).counts == {}


def test_a_new_date_on_old_words_is_an_update_unless_the_feed_does_it_always(site, run):
    site.feed("/feed", [item(site, "/1"), item(site, "/2", description="Egypt bought grain.")])
    site.page("/1", "Envoys meet", LONG)
    site.page("/2", "Grain", "Egypt bought grain from Ukraine on Monday, the ministry of supply said.")
    run.round(site.base + "/feed")
    site.page("/1", "Envoys meet", LONG + " They parted as friends, and the minister saw them off.")
    site.feed("/feed", [item(site, "/1", pubDate=formatdate(START - 60, usegmt=True)), item(site, "/2", description="Egypt bought grain.")])
    assert run.round(later=HOUR).counts == {"update": 1}


# -- the state ----------------------------------------------------------------------------------------------------------------------------


def test_one_watch_for_a_record(site, run):
    from dragoman.jobs.watch import state_path
    from dragoman.jobs.watch_state import State

    site.feed("/feed", [item(site, "/1")])
    run.round(site.base + "/feed", pages=False)
    other = State(state_path(str(run.home)))
    with pytest.raises(RecordError, match="another process watches"):
        run.round(pages=False)
    other.close()
    assert run.round(later=HOUR, pages=False).outcome == "same"


def test_nothing_to_watch_says_so(run):
    with pytest.raises(RecordError, match="no feeds are watched"):
        run.watch()


def test_what_is_not_recorded_is_not_marked(site, run, monkeypatch):
    """A record that cannot be written ends the watch; the next one meets the items again."""
    site.feed("/feed", [item(site, "/1")], ETag='"v1"')

    def full(*args, **kwargs):
        raise RecordError("x", "the disk is full", "free it")

    with monkeypatch.context() as m:
        m.setattr(import_module("dragoman.ingest"), "record_results", full)  # by name, since `dragoman.ingest` is also a function
        with pytest.raises(RecordError, match="full"):
            run.round(site.base + "/feed", pages=False)
    assert run.round(pages=False).counts == {"recorded": 1}


def test_a_kill_between_record_and_mark_doubles_nothing_even_if_the_feed_lies_about_dates(site, run, monkeypatch):
    from dragoman.jobs.watch_state import State

    def answer(headers):
        from jobs.site_made import rss

        old = {**NEWS, "title": "Talks", "pubDate": formatdate(run.now, usegmt=True)}  # no link, no guid
        return 200, {"Content-Type": "text/xml"}, rss([old])

    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    site.routes["/feed"] = answer
    with monkeypatch.context() as m:
        m.setattr(State, "mark", killed)
        with pytest.raises(KeyboardInterrupt):
            run.round(site.base + "/feed")
    assert run.round(later=HOUR).counts == {"known": 1}
    assert len(articles(run.home)) == 1
