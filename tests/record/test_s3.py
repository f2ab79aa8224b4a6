"""The same record in an object store: a real S3 server on this machine (moto), real processes, real kills, two machines' indexes."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from writer import story

from dragoman.ask.questions import events
from dragoman.jobs.verify import verify
from dragoman.lake.backup import backup
from dragoman.lake.ledger import Ledger
from dragoman.lake.serving import serving
from dragoman.record.record import derived

WRITER = str(Path(__file__).parent / "writer.py")
HOME = "s3://bucket/diplomacy"
KILLS = 50


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A server of its own process: the table library holds Python's lock while it waits, so a thread could not answer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [str(Path(sys.executable).with_name("moto_server")), "-H", "127.0.0.1", "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            try:
                urllib.request.urlopen(urllib.request.Request(f"{url}/bucket", method="PUT"), timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield url
    finally:
        server.kill()
        server.wait()


@pytest.fixture
def store(address, monkeypatch, tmp_path):
    keys = {"AWS_ENDPOINT_URL": address, "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y", "AWS_REGION": "us-east-1"}
    for name, value in (keys | {"XDG_CACHE_HOME": str(tmp_path / "cache")}).items():
        monkeypatch.setenv(name, value)
    return tmp_path


def run(home: str, first: int, last: int, cache: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, WRITER, home, str(first), str(last)], stdout=subprocess.PIPE, text=True, env=os.environ | {"XDG_CACHE_HOME": str(cache)}
    )


def test_two_machines_write_at_once_and_are_killed(store):
    draw = random.Random(11)
    first = run(HOME, 0, 1, store / "one")
    first.communicate()
    assert first.returncode == 0
    last, killed = 1, 0
    while killed < KILLS:
        # a cache of its own for each: as two machines, which share nothing but the store
        writers = [run(HOME, max(0, last - 3), last + 20, store / name) for name in ("one", "two")]
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
        for writer in draw.sample(writers, 2):
            time.sleep(draw.uniform(0.05, 0.6))
            killed += writer.poll() is None
            writer.send_signal(signal.SIGKILL)
            said, _ = writer.communicate()
            last = max([last, *(int(n) + 1 for n in said.split())])
    final = run(HOME, 0, last, store / "one")
    final.communicate()
    assert final.returncode == 0
    with serving(HOME, derived(HOME)) as it:
        reports = [r.event for e in events(it) for r in e.reports]
        assert all(n == 1 for _, n in it.ask("select id, count(*) from reports group by id"))
    assert len(reports) == len(set(reports))
    assert {e.id for n in range(last) for e in story(n).events} <= set(reports)
    assert not list(verify(HOME))


def test_a_record_moves_between_disk_and_store(store):
    home = f"s3://bucket/{store.name}"
    writer = run(home, 0, 6, store / "one")
    writer.communicate()
    assert backup(home, str(store / "here")) == Ledger.open(home).count()
    assert backup(str(store / "here"), f"{home}-again") == Ledger.open(home).count()
    with serving(home, derived(home)) as there, serving(str(store / "here"), derived(str(store / "here"))) as here:
        assert list(events(there)) == list(events(here)) != []


def test_where_no_store_answers_the_error_says_so(store, monkeypatch):
    from dragoman.errors import RecordError

    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(RecordError, match="check the disk and the network"):
        Ledger.open("s3://bucket/none")
