"""Whatever a feed goes through, in the end the record has each of its items once, as it was last told."""

from collections import Counter
from contextlib import suppress
from email.utils import formatdate
from pathlib import Path
from unittest import mock

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import pipeline
from dragoman.jobs.watch_state import State
from jobs.site_made import Site, rss, site_here
from jobs.watching import Bare, Run, articles

TOPICS = "port grain fleet truce loan dam border visa envoy summit cable fish gas rail steel water".split()
STEP = st.one_of(
    st.tuples(st.just("publish"), st.integers(0, 7)),
    st.tuples(st.just("edit"), st.integers(0, 7)),
    st.tuples(st.just("redate"), st.integers(0, 7)),
    st.tuples(st.just("drop"), st.integers(0, 7)),
    st.tuples(st.just("trouble"), st.sampled_from([500, 429, 404, 0])),
    st.tuples(st.just("visit"), st.integers(0, 100_000)),
    st.tuples(st.just("kill"), st.sampled_from(["expect", "mark", "keep"])),
)


class KillError(BaseException):
    """Stands for the end of the process."""


class Story:
    """A feed with a page for each item, as its publisher sees it."""

    def __init__(self, site: Site) -> None:
        self.site, self.items, self.ever = site, {}, {}
        self.trouble, self.edition = 0, 0
        site.routes["/feed"] = self.answer

    def words(self, n: int, version: int) -> str:
        turned = TOPICS[n:] + TOPICS[:n]
        return f"Ministers of country {n} spoke about the {' and the '.join(turned[::2])} {n * n} times, as version {version} has it."

    def publish(self, n: int, *, edit: bool) -> None:
        if edit and n not in self.items:
            return
        self.edition += 1
        self.items[n] = self.ever[n] = self.ever.get(n, 0) + (1 if edit or n not in self.ever else 0)
        self.site.page(f"/{n}", f"Country {n} speaks", self.words(n, self.items[n]))

    def answer(self, headers):
        if self.trouble:
            return self.trouble, {}, b"oops"
        tag = f'"{self.edition}"'
        if headers.get("if-none-match") == tag:
            return 304, {}, b""
        items = [
            {"title": f"Country {n}", "guid": f"g{n}", "link": f"{self.site.base}/{n}", "description": f"Version {v} of {n}", "pubDate": formatdate(1_789_000_000 + 60 * self.edition, usegmt=True)}
            for n, v in self.items.items()
        ]  # fmt: skip
        return 200, {"Content-Type": "text/xml", "ETag": tag}, rss(items)


def visit(run: Run, url: str, killed: str | None = None) -> None:
    if killed is None:
        run.watch(url)
        return
    with mock.patch.object(State, killed, side_effect=KillError), suppress(KillError):
        run.watch(url)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, min_size=3, max_size=14))
def test_in_the_end_every_item_is_there_once_as_it_was_last_told(tmp_path_factory, steps):
    home: Path = tmp_path_factory.mktemp("law") / "record"
    with site_here() as site, mock.patch.object(pipeline, "coder", return_value=Bare()):
        run, story, url = Run(home), Story(site), f"{site.base}/feed"
        for what, value in steps:
            if what in ("publish", "edit"):
                story.publish(value, edit=what == "edit")
            elif what == "redate":
                story.edition += 1
            elif what == "drop" and value in story.items:
                story.edition += 1
                del story.items[value]
            elif what == "trouble":
                story.trouble = value
            elif what == "visit":
                run.now += value
                visit(run, url)
            elif what == "kill":
                run.now += 86_400
                visit(run, url, value)
        story.trouble = 0
        for _ in range(2):
            run.now += 2 * 86_400
            visit(run, url)
        found = articles(home)
        assert not [address for address, n in Counter(a.url for a in found).items() if n > 1]
        texts = {a.url: a.text for a in found}
        for n, version in story.items.items():
            assert story.words(n, version) in texts[f"{site.base}/{n}"]
