"""Real kill -9 at random moments, two writers at once, somebody asking all the while: nothing lost, nothing doubled, no error for who asks."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from writer import story

from dragoman.ask.questions import events
from dragoman.jobs.verify import verify
from dragoman.lake.serving import serving
from dragoman.record.record import derived

WRITER = str(Path(__file__).parent / "writer.py")
KILLS = 50


def start(home: str, first: int, last: int) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, WRITER, home, str(first), str(last)], stdout=subprocess.PIPE, text=True, env=os.environ)


class Reader(threading.Thread):
    """Asks again and again; keeps what went wrong, and how many events it saw."""

    def __init__(self, home: str) -> None:
        super().__init__(daemon=True)
        self.home, self.errors, self.counts, self.done = home, [], [], threading.Event()

    def run(self) -> None:
        while not self.done.is_set():
            try:
                with serving(self.home, derived(self.home)) as it:
                    self.counts.append(len({r.event for e in events(it) for r in e.reports}))
            except Exception as error:
                self.errors.append(error)
            time.sleep(0.3)


def expected(last: int) -> set[str]:
    return {e.id for n in range(last) for e in story(n).events}


@pytest.mark.parametrize("kills", [KILLS])
def test_writers_killed_at_any_moment_lose_and_double_nothing(tmp_path, kills):
    home, draw = str(tmp_path / "r"), random.Random(7)
    subprocess.run([sys.executable, WRITER, home, "0", "1"], check=True, capture_output=True)
    reader = Reader(home)
    reader.start()
    last, killed = 1, 0
    while killed < kills:
        # both begin at 0 again, as a user would who runs the same command again; what is known is passed over
        writers = [start(home, max(0, last - 3), last + 40), start(home, max(0, last - 3), last + 40)]
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
        for writer in draw.sample(writers, 2):
            time.sleep(draw.uniform(0.0, 0.15))
            killed += writer.poll() is None
            writer.send_signal(signal.SIGKILL)
            said, _ = writer.communicate()
            last = max([last, *(int(n) + 1 for n in said.split())])
    subprocess.run([sys.executable, WRITER, home, "0", str(last)], check=True, capture_output=True)
    reader.done.set()
    reader.join()
    assert not reader.errors
    assert reader.counts == sorted(reader.counts), "what was seen once stays"
    with serving(home, derived(home)) as it:
        reports = [r.event for e in events(it) for r in e.reports]
        rows = it.ask("select id, count(*) from reports group by id")
    assert len(reports) == len(set(reports))
    assert last > kills, "the writers were killed at work"
    assert expected(last) <= set(reports)
    assert all(n == 1 for _, n in rows)
    assert not list(verify(home))


def test_first_writers_at_once_make_one_record(tmp_path):
    home = str(tmp_path / "r")
    writers = [start(home, 0, 4) for _ in range(4)]
    for writer in writers:
        writer.communicate()
    assert [w.returncode for w in writers] == [0] * 4
    with serving(home, derived(home)) as it:
        reports = [r.event for e in events(it) for r in e.reports]
    assert sorted(reports) == sorted(expected(4))
    assert not list(verify(home))
