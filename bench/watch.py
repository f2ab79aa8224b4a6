"""Does a watch stay as small as it began, and does it live through kills?

    .venv/bin/python bench/watch.py --visits 20000      memory over so many visits of 20 feeds, whose days pass at once
    .venv/bin/python bench/watch.py --kills 50          processes killed at random moments; then: is each item in the record, and once?

Feeds and pages come from a server in this process; nothing is coded, so that visits and commits are what is measured. Memory is that of the whole process.
"""

import argparse
import gc
import os
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from jobs import test_watch_kills as killing
from jobs.site_made import rss, site_here
from jobs.watching import START, Run, no_engine

FEEDS = 20


def resident() -> float:
    """Megabytes that this process holds."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def memory(visits: int) -> None:
    """Resident memory as the visits go by: a tenth of the feeds fails, a third says 304, the others have a new item every third visit."""
    no_engine()
    with site_here() as site, tempfile.TemporaryDirectory() as folder:
        asked = [0] * FEEDS

        def answer(n: int):
            def feed(headers):
                asked[n] += 1
                if n % 10 == 9:
                    return 503, {}, b""
                if n % 3 == 0 and "if-none-match" in headers:
                    return 304, {}, b""
                first = asked[n] // 3
                rng = random.Random(n)
                words = [" ".join(rng.choices(killing.WORDS, k=12)) for _ in range(30)]
                items = [
                    {"title": f"Feed {n}, story {i}", "guid": f"{n}-{i}", "description": f"{words[i % 30]} {i} {n}."} for i in range(first, first + 15)
                ]
                return 200, {"Content-Type": "text/xml", "ETag": str(first)}, rss(items, title=f"Feed {n}")

            return feed

        site.routes |= {f"/{n}": answer(n) for n in range(FEEDS)}
        run, begun, urls = Run(Path(folder) / "record"), time.monotonic(), [f"{site.base}/{n}" for n in range(FEEDS)]
        print("visits  items  resident MB  visits/s")
        step, done, items = visits // 10, 0, 0
        while done < visits:
            told = run.watch(*urls, seconds=step * 5000 / FEEDS)
            done += len(told)
            items += sum(t.counts.get("recorded", 0) for t in told)
            run.told.clear()
            told.clear()
            site.asked.clear()
            print(f"{done:6d} {items:6d} {resident():10.1f} {done / (time.monotonic() - begun):9.1f}", flush=True)
        size = sum(f.stat().st_size for f in (Path(folder) / "record" / "derived").glob("watch.sqlite*"))
        print(f"state on disk: {size / 1e6:.1f} MB; {(run.now - START) / 86_400:.0f} days passed")


def kills(count: int) -> None:
    """Kill watching processes at random moments, then look."""
    killing.KILLS = count
    with site_here() as site, tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        killing.test_kills_at_any_moment(site, Path(folder))
        print(f"{count} kills in {time.monotonic() - begun:.0f} s: {20 + count - 1} items, each in the record, and once; none in an old version")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--visits", type=int, default=0)
    parser.add_argument("--kills", type=int, default=0)
    chosen = parser.parse_args()
    if chosen.visits:
        memory(chosen.visits)
    if chosen.kills:
        kills(chosen.kills)
