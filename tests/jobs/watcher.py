"""A process that watches: ``python watcher.py RECORD POINT URL...``. It kills itself at a point ("mark:before:2" is before the second mark), or at none ("-")."""

import os
import signal
import sys
import time
from importlib import import_module
from pathlib import Path
from threading import Event

sys.path.insert(0, str(Path(__file__).parent.parent))

from dragoman.jobs import watch as job
from dragoman.jobs.watch_hands import Threads
from dragoman.jobs.watch_state import State
from dragoman.settings import Settings
from jobs.watching import FETCH, no_engine

PLACES = {"record": (import_module("dragoman.ingest"), "record_results"), "expect": (State, "expect"), "mark": (State, "mark"), "keep": (State, "keep")}


def die_at(point: str) -> None:
    name, when, count = point.split(":")
    owner, attribute = PLACES[name]
    real, left = getattr(owner, attribute), [int(count)]

    def dying(*args, **kwargs):
        left[0] -= 1
        if left[0] == 0 and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*args, **kwargs)
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, attribute, dying)


def main(home: str, point: str, *urls: str) -> None:
    no_engine()
    if point != "-":
        die_at(point)
    job._BATCH = 300  # a commit for every few items
    stop = Event()
    job.watch(
        urls, home, Settings(fetch=FETCH), job.How(every=0.01, once=True, pause=0.0), clock=job.Clock(now=time.time, sleep=time.sleep),
        hands=Threads(stop), stop=stop, tell=lambda told: None, chance=lambda: 0.0,
    )  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
