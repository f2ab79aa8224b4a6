"""The commands of the record from end to end, with the real reader and coder: each step leaves what the next one needs."""

import json

import pytest

ONE = """Chad asks Niger to reopen the bridge

N'DJAMENA, March 5, 2024 (Lake Wire) - Chad on Tuesday asked Niger to reopen the bridge over the river, which has been shut since the rains of last year.

Niger's foreign minister told reporters that the works would take another month, and thanked Chad for its patience in a long dry season.
"""
TWO = """Togo urges Benin to lift the toll

LOME, March 7, 2024 (Coast News) - Togo on Thursday urged Benin to lift the toll on the coast road before the harvest fair.
"""


@pytest.fixture
def home(run, tmp_path):
    (tmp_path / "one.txt").write_text(ONE)
    (tmp_path / "two.txt").write_text(TWO)
    assert run("ingest", "one.txt", "two.txt", "--record", "r") == (0, "", "2 recorded\n")
    return "r"


def listed(run, *more: str) -> list[dict]:
    status, out, _ = run("events", "--record", "r", "--json", *more)
    assert status == 0
    return [json.loads(line) for line in out.splitlines()]


def test_ingest_twice(run, home):
    assert run("ingest", "one.txt", "two.txt", "--record", "r") == (0, "", "2 known\n")


def test_ingest_names_what_fails_and_does_the_rest(run, home, tmp_path):
    (tmp_path / "three.txt").write_text(TWO.replace("Togo", "Kenya").replace("Benin", "Rwanda").replace("Coast", "Hill"))
    status, out, err = run("ingest", "none.txt", "three.txt", "--record", "r", "--json")
    assert status == 1
    assert [json.loads(line)["outcome"] for line in out.splitlines()] == ["recorded"]
    assert "none.txt: No such file" in err


def test_events_are_the_contracts(run, home):
    events = listed(run)
    keys = {"id", "reports", "outlets", "origins", "disputed", "recorded_at", "type", "actor", "recipient", "about", "status", "time", "evidence"}
    assert events
    assert all(keys <= e.keys() for e in events)
    asked = [e for e in events if e["type"] == "REQUEST" and e["actor"][0]["code"] == "TCD"]
    assert {"article", "input", "outlet", "published", "sentence", "start", "end", "type", "status", "attribution"} <= asked[0]["reports"][0].keys()
    assert {r["sentence"] for e in asked for r in e["reports"]} >= {"Chad asks Niger to reopen the bridge"}


def test_events_are_filtered(run, home):
    assert {e["actor"][0]["code"] for e in listed(run, "--actor", "TGO")} == {"TGO"}
    assert listed(run, "--since", "2024-03-06", "--until", "2024-03-06") == []
    assert listed(run, "--as-of", "2020-01-01") == []
    assert len(listed(run, "--limit", "1")) == 1


def test_judgements(run, home):
    events = listed(run, "--actor", "TGO")
    status, id, _ = run("judge", "note", events[0]["id"], "--words", "see page 3", "--by", "ana", "--record", "r")
    assert status == 0
    assert any(e["notes"] == ["see page 3 (ana)"] for e in listed(run))
    status, out, _ = run("judge", "list", "--record", "r")
    assert id.strip() in out
    assert run("judge", "withdraw", id.strip(), "--why", "wrong page", "--by", "ben", "--record", "r")[0] == 0
    assert not any(e["notes"] for e in listed(run))
    assert "(withdrawn)" in run("judge", "list", "--record", "r")[1]


def test_a_wrong_type_is_a_usage_error(run, home):
    status, _, err = run("judge", "retype", "x", "--to", "PLEAD", "--why", "", "--record", "r")
    assert status == 2
    assert "known are ACCUSE" in err


def test_verify_backup_migrate_recode(run, home):
    assert run("verify", "--record", "r")[0] == 0
    assert run("backup", "copy", "--record", "r")[0] == 0
    assert run("verify", "--record", "copy")[2] == run("verify", "--record", "r")[2]
    assert "as it should be" in run("migrate", "--record", "r")[2]
    status, out, err = run("recode", "--record", "r")
    assert (status, out) == (0, "")
    assert err.startswith("0 of 2 articles change")


def test_purge(run, home):
    gone = listed(run, "--actor", "TGO")[0]["reports"][0]["article"]
    status, out, _ = run("purge", gone, "--why", "takedown", "--by", "ana", "--record", "r")
    assert status == 0
    assert out.startswith(f"{gone}: out")
    assert listed(run, "--actor", "TGO") == []
    assert run("ingest", "two.txt", "--record", "r")[2] == "1 removed\n"


@pytest.mark.parametrize("command", [("events",), ("verify",), ("recode",), ("backup", "x"), ("migrate",), ("judge", "list")])
def test_without_a_record_each_says_so(run, command):
    status, _, err = run(*command, "--record", "none")
    assert status == 1
    assert "there is no record here; make one with dragoman ingest" in err


def test_the_record_may_be_named_in_the_environment(run, home, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_RECORD", "r")
    assert run("verify")[0] == 0
    assert run("ingest", "one.txt")[2] == "1 known\n"
