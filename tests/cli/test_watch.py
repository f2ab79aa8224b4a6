"""``dragoman watch`` as people use it."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.cli.app import run
from jobs.site_made import site_here
from jobs.watching import Bare, articles

ITEM = {"title": "Talks in Muscat", "guid": "1", "description": "Oman hosted envoys."}


@pytest.fixture
def site():
    with site_here() as it:
        it.feed("/feed", [ITEM])
        yield it


@pytest.fixture(autouse=True)
def coder(monkeypatch):
    monkeypatch.setattr(pipeline, "coder", lambda *given: Bare())


def test_a_round_its_log_and_the_table(site, tmp_path, capsys):
    home, log = str(tmp_path / "r"), tmp_path / "watch.log"
    (tmp_path / "list.txt").write_text(f"{site.base}/feed\n{site.base}/bad\n")
    assert run(["watch", str(tmp_path / "list.txt"), "--record", home, "--once", "--log", str(log)]) == 1  # one failed
    lines = log.read_text().splitlines()
    assert len(lines) == 2, lines
    (good,) = (line for line in lines if f"{site.base}/feed" in line)
    (bad,) = (line for line in lines if f"{site.base}/bad" in line)
    assert re.fullmatch(r"\S+ [\d:]+Z  \S+ \(Lake Herald\)  1 new; next .*[\d:]+Z", good)
    assert re.fullmatch(r"\S+ [\d:]+Z  \S+  FAILED: the server answered 404 Not Found; check the address; next .*[\d:]+Z", bad)
    site.routes["/bad"] = site.routes["/feed"] = 429, {"Retry-After": "60"}, b""
    assert run(["watch", "--record", home, "--once"]) == 1  # cron decides, not the plan
    assert capsys.readouterr().err.count("429") == 2
    assert run(["watch", "--record", home, "--once"]) == 0
    assert "no feed is due" in capsys.readouterr().err
    assert run(["watch", "--record", home, "--once", "--now"]) == 1
    assert capsys.readouterr().err.count("429") == 2
    assert run(["watch", "--record", home, "--status", "--json"]) == 0
    rows = {row["feed"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert rows[f"{site.base}/feed"]["items"] == 1
    assert rows[f"{site.base}/feed"]["items_a_day"] == 1.0
    assert rows[f"{site.base}/bad"]["last_success"] is None
    assert "429" in rows[f"{site.base}/bad"]["last_error"]
    assert run(["watch", "--record", home, "--status"]) == 0
    assert "Lake Herald" in capsys.readouterr().out


def test_wrong_calls(site, tmp_path, capsys):
    home = str(tmp_path / "r")
    assert run(["watch", "--record", home, "--status"]) == 1
    assert "no feeds are watched" in capsys.readouterr().err
    assert run(["watch", "nothing.opml", "--record", home, "--once"]) == 2
    assert run(["watch", f"{site.base}/feed", "--record", home, "--once", "--log", str(tmp_path / "no" / "log")]) == 2
    assert run(["watch", "--record", home, "--once"]) == 1


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_a_signal_ends_it(site, tmp_path, sent, status):
    command = [sys.executable, "-c", "from dragoman.cli import main; main()", "watch", f"{site.base}/feed", "--record", str(tmp_path / "r"), "--log", str(tmp_path / "log")]
    site.feed("/feed", [])
    process = subprocess.Popen(command)
    until = time.monotonic() + 60
    while not (tmp_path / "log").exists() or not (tmp_path / "log").read_text():
        assert time.monotonic() < until
        time.sleep(0.05)
    process.send_signal(sent)
    assert process.wait(timeout=60) == status


def test_the_engine_is_not_loaded_before_something_is_new(site, tmp_path):
    site.feed("/feed", [])
    script = f"""
import sys
from dragoman.cli.app import run
assert run(["watch", "{site.base}/feed", "--record", "{tmp_path / "r"}", "--once"]) == 0
print([name for name in ("spacy", "dragoman.engine.spacy_engine", "dragoman.code.coder") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout.strip() == "[]"


def test_what_was_watched_is_in_the_record(site, tmp_path: Path):
    assert run(["watch", f"{site.base}/feed", "--record", str(tmp_path / "r"), "--once", "--no-pages"]) == 0
    assert [a.title for a in articles(tmp_path / "r")] == ["Talks in Muscat"]
