"""Benches of the record: what asking costs beside raw DuckDB, and what an article costs as the record grows.

    python bench/record.py ask  [--events 1000000] [--at DIR]   # dyad timeline and last 50, ours against raw DuckDB on the same rows
    python bench/record.py cost [--articles 200000] [--at DIR]  # fold and record cost of an article; writes bench/record-cost.svg

Parsing is in neither: `ask` writes generated events, `cost` is fed with generated readouts (made_readouts.py, fixed seed).
What `cost` counts for each article: whether it is known or a copy (its sketch and a look-up), its claims, the search for other reports of the same acts,
folding, the rows, the commit to the ledger with its compactions, and the index. Batches are of 64 readouts, as many as the ingesting road commits at once.
Both wall time and processor time are told; on a machine that others use too, processor time is what counts.
"""

import argparse
import resource
import shutil
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp

import duckdb

from dragoman.ask.filters import Filter
from dragoman.ask.questions import events
from dragoman.ingest import record_results
from dragoman.lake.ledger import Ledger
from dragoman.lake.serving import serving
from dragoman.record.rows import event_row
from dragoman.turns import catch_up, opened
from made_events import made
from made_readouts import Press
from plot import svg

BATCH = 64
WINDOW = 10_000
# articles between two figures
COMMIT = 50_000
PAIR = ("CHN", "USA")
TIMES = 7


def main() -> None:
    """One of the two benches."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=("ask", "cost"))
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--at", type=Path, help="keep the record here; `ask` uses the one that is there")
    given = parser.parse_args()
    home = given.at or Path(mkdtemp(prefix="dragoman-bench-"))
    try:
        if given.what == "ask":
            ask(home, given.events)
        else:
            cost(home, given.articles)
    finally:
        if given.at is None:
            shutil.rmtree(home, ignore_errors=True)


# -- asking --------------------------------------------------------------------------------------------------------------------------------


def ask(home: Path, count: int) -> None:
    """Ours against raw DuckDB, on one table of events."""
    record = home / "record"
    if not record.exists():
        begun = time.perf_counter()
        ledger = Ledger.create(str(record))
        moment, source = datetime.now(UTC).replace(microsecond=0) - timedelta(days=1), made(count)
        while rows := list(islice(source, COMMIT)):
            moment += timedelta(seconds=1)
            ledger.append([event_row(e, moment) for e in rows])
        print(f"wrote {count:,} generated events in {time.perf_counter() - begun:.0f} s")
    base = record / "derived" / "serve.duckdb"
    base.unlink(missing_ok=True)
    begun, used = time.perf_counter(), time.process_time()
    with serving(str(record), base.parent):
        took, cpu = time.perf_counter() - begun, time.process_time() - used
        print(f"base built in {took:.1f} s ({cpu:.1f} s of processor time), {base.stat().st_size / 1e6:.0f} MB", flush=True)
    raw = home / "raw.duckdb"
    if not raw.exists():
        files = [f"{record}/ledger/kind=event/*.parquet"]
        with duckdb.connect(str(raw)) as db:
            db.execute("create table events as select * from read_parquet(?) order by day", files)
    print(f"{'question':<40}{'raw ms':>9}{'ours ms':>9}{'ratio':>7}{'raw cpu':>9}{'ours cpu':>9}{'ratio':>7}")
    both = Filter(party=PAIR)
    plain_pair = "list_contains(actors, ?) or list_contains(recipients, ?)"
    timeline = f"select payload from events where ({plain_pair}) and ({plain_pair}) order by day, recorded_at, id"
    last = "select payload from events order by day desc nulls last, recorded_at desc, id limit 50"
    pair = [p for code in PAIR for p in (code, code)]
    for name, sql, values, ours in (
        (f"timeline {'-'.join(PAIR)}", timeline, pair, lambda it: list(events(it, both))),
        ("last 50", last, [], lambda it: list(events(it, limit=50, newest=True))),
    ):
        _compare(name, raw, record, sql, values, ours)


def _compare(name: str, raw: Path, record: Path, sql: str, values: list[str], ours: Callable) -> None:
    def raw_cold() -> None:
        with duckdb.connect(str(raw), read_only=True) as db:
            db.execute(sql, values).fetchall()

    def ours_cold() -> None:
        with serving(str(record), record / "derived") as it:
            ours(it)

    _row(f"{name}, open included", _median(raw_cold), _median(ours_cold))
    with duckdb.connect(str(raw), read_only=True) as db, serving(str(record), record / "derived") as it:
        n = len(db.execute(sql, values).fetchall())
        assert n == len(ours(it)), "both must find the same"
        _row(f"{name} ({n}), warm", _median(lambda: db.execute(sql, values).fetchall()), _median(lambda: ours(it)))


def _median(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of wall and of processor time of all threads, medians of several after one that does not count."""
    work()
    took, used = [], []
    for _ in range(TIMES):
        begun, cpu = time.perf_counter(), time.process_time()
        work()
        took.append((time.perf_counter() - begun) * 1e3)
        used.append((time.process_time() - cpu) * 1e3)
    return statistics.median(took), statistics.median(used)


def _row(name: str, raw: tuple[float, float], ours: tuple[float, float]) -> None:
    (wall, cpu), (our_wall, our_cpu) = raw, ours
    print(f"{name:<40}{wall:>9.1f}{our_wall:>9.1f}{our_wall / wall:>7.2f}{cpu:>9.1f}{our_cpu:>9.1f}{our_cpu / cpu:>7.2f}", flush=True)


# -- the cost of an article ----------------------------------------------------------------------------------------------------------------


def cost(home: Path, count: int) -> None:
    """Milliseconds an article in windows, and whether the windows from the first 10,000 on are flat."""
    shutil.rmtree(home / "cost", ignore_errors=True)
    print(f"{'articles':>9}{'wall ms':>9}{'cpu ms':>9}{'MB':>7}   outcomes", flush=True)
    points = []
    title = "Fold and record: milliseconds of an article, by how many there are already"
    for point in _windows(str(home / "cost"), count):
        points.append(point)
        lines = {"processor": [(n, cpu) for n, _, cpu in points], "wall": [(n, wall) for n, wall, _ in points]}
        Path(__file__).with_name("record-cost.svg").write_text(svg(lines, title=title))
    figures = [(n, cpu) for n, _, cpu in points]
    later = [value for n, value in figures if n > WINDOW]
    first = figures[0][1]
    if later:
        mean = statistics.fmean(later)
        print(f"processor time after the first {WINDOW:,}: mean {mean:.2f} ms, from {min(later):.2f} to {max(later):.2f}")
        print(f"largest distance from the mean: {max(abs(v - mean) for v in later) / mean:.0%}; last window to first {later[-1] / first:.2f}")


def _windows(home: str, count: int) -> Iterator[tuple[int, float, float]]:
    """(articles so far, wall and processor milliseconds of an article in the last window)."""
    source = Press().readouts(count)
    done = since = 0
    wall = cpu = 0.0
    outcomes: Counter[str] = Counter()
    with opened(home, create=True) as record:
        catch_up(record)
        while batch := list(islice(source, BATCH)):
            begun, used = time.perf_counter(), time.process_time()
            results = record_results(record, batch, codebook="bench")
            wall, cpu = wall + time.perf_counter() - begun, cpu + time.process_time() - used
            outcomes.update(getattr(r, "outcome", "failed") for r in results)
            done, since = done + len(batch), since + len(batch)
            if since >= WINDOW or done >= count:
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                told = ", ".join(f"{n} {what}" for what, n in sorted(outcomes.items()))
                print(f"{done:>9,}{wall / since * 1e3:>9.2f}{cpu / since * 1e3:>9.2f}{peak:>7.0f}   {told}", flush=True)
                yield done, wall / since * 1e3, cpu / since * 1e3
                since, wall, cpu = 0, 0.0, 0.0
                outcomes.clear()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
