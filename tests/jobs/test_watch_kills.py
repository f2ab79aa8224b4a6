"""Processes that are killed in the middle of a watch: nothing is lost, nothing doubled."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from jobs.site_made import Site, site_here
from jobs.watching import articles

SCRIPT = Path(__file__).parent / "watcher.py"
POINTS = [f"{name}:{when}:{n}" for name in ("expect", "record", "mark", "keep") for when, n in (("before", 1), ("after", 1 + (name != "keep")))]
KILLS = int(os.environ.get("WATCH_KILLS", "3"))  # at random moments; bench/watch.py takes more
WORDS = "port grain fleet truce loan dam border visa envoy summit cable fish gas rail steel water wheat ferry oil tariff".split()


@pytest.fixture
def site():
    with site_here() as it:
        yield it


def publish(site: Site, numbers: range, version: int) -> None:
    """Items with pages that all differ; their feed tells when it was asked as their date."""
    rng = random.Random(7)
    items = []
    for n in range(numbers.stop):
        text = " ".join(rng.choice(WORDS) for _ in range(40)) + f" talks {n}."
        if n in numbers:
            site.page(f"/{n}", f"Talks {n} on {WORDS[n % 20]}", text + (f" Version {version} of it." if n % 3 == 0 else ""))
            items.append({"title": f"Talks {n}", "link": f"{site.base}/{n}", "guid": f"g{n}", "description": f"{text[:60]} {version if n % 3 == 0 else ''}", "pubDate": time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime())})
    site.feed("/feed", items, ETag=f'"{numbers}-{version}"')


def start(home: Path, point: str, site: Site) -> "subprocess.Popen[bytes]":
    with open(home.with_suffix(".txt"), "ab") as words:
        return subprocess.Popen([sys.executable, str(SCRIPT), str(home), point, site.base + "/feed"], stderr=words)


def finish(home: Path, site: Site) -> None:
    """A watch that nobody kills, of a feed whose time has come."""
    process = start(home, "-", site)
    assert process.wait(timeout=120) == 0, home.with_suffix(".txt").read_text()


def check(home: Path, count: int, version: int) -> None:
    found = articles(home)
    doubled = {url: n for url, n in Counter(a.url for a in found).items() if n > 1}
    assert not doubled
    assert {a.url.rpartition("/")[2] for a in found} == {str(n) for n in range(count)}
    old = [a.title for a in found if "Version" in a.text and f"Version {version} " not in a.text]
    assert not old


def test_kills_at_every_point_of_writing(site, tmp_path):
    publish(site, range(12), 0)
    for version, point in enumerate(POINTS, 1):
        publish(site, range(12 + version), version)
        assert start(tmp_path / "r", point, site).wait(timeout=120) == -9, point
    finish(tmp_path / "r", site)
    check(tmp_path / "r", 12 + len(POINTS), len(POINTS))


def test_kills_at_any_moment(site, tmp_path):
    for version in range(KILLS):
        publish(site, range(20 + version), version)
        process = start(tmp_path / "r", "-", site)
        time.sleep(random.uniform(0.7, 3.0))
        process.kill()
        process.wait(timeout=120)
    finish(tmp_path / "r", site)
    check(tmp_path / "r", 20 + KILLS - 1, KILLS - 1)
