"""A process that ingests invented stories until it is done or killed: python writer.py HOME FIRST LAST. One commit a story, a line on standard output for each."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from stories import STATES, asked  # noqa: E402

from dragoman.ingest import record_results  # noqa: E402
from dragoman.turns import catch_up, opened  # noqa: E402


def story(n: int):
    """The n-th story: each pair of articles tells one event, by two outlets in their own words."""
    names = sorted(STATES)
    who, whom = names[n // 2 % len(names)], names[(n // 2 + 1 + n // 16 % 6) % len(names)]
    day = f"2024-{1 + n // 2 // 28 % 12:02}-{1 + n // 2 % 28:02}"
    return asked(who, whom, f"open gate {n // 2}", day=day, outlet=f"Outlet {n % 2}", rest=None if n % 2 else " ".join(f"w{n}x{i}" for i in range(60)) + ".")


def main(home: str, first: int, last: int) -> None:
    with opened(home, create=True) as record:
        catch_up(record)
        print("ready", flush=True)
        for n in range(first, last):
            record_results(record, [story(n)], codebook="test")
            print(n, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
