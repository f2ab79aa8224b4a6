"""The commands that ask, as people and programs see them."""

import csv
import io
import json
import re

import pytest

from dragoman.cli.app import run

COMMANDS = {
    "events": ["events"],
    "events-brief": ["events", "--brief", "--party", "India"],
    "event": ["event", "1a3a"],
    "event-former": ["event", "3c3a"],
    "event-history": ["event", "1a3a5c7e", "--history"],
    "article": ["article", "second.txt"],
    "article-copied": ["article", "a1"],
    "articles": ["articles", "--newest"],
    "timeline": ["timeline", "IND", "RUS", "--since", "2024-05-01", "--until", "2024-05-07"],
    "timeline-normalised": ["timeline", "RUS", "--by", "week", "--normalised"],
    "statements": ["statements"],
    "meetings": ["meetings"],
    "positions": ["positions", "--issue", "grain"],
    "ties": ["ties"],
    "compare": ["compare", "0f3a"],
    "compare-story": ["compare", "0f3a", "1a3a", "4d3a"],
    "search": ["search", "Moscow OR Russia"],
    "about": ["about"],
}


def called(home: str, capsys, monkeypatch, words: tuple[str, ...], width: int) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command on a record."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(width))
    status = run([*words, "--record", home])
    told = capsys.readouterr()
    return status, told.out, told.err


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> str:
    """The record made by hand."""
    from shown import write

    home = tmp_path_factory.mktemp("shown") / "r"
    write(home)
    return str(home)


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("name", COMMANDS)
def test_what_people_read(shown, capsys, monkeypatch, golden, name, width):
    status, out, err = called(shown, capsys, monkeypatch, tuple(COMMANDS[name]), width)
    text = re.sub(r"\d+\.\d kB", "SIZE", out.replace(shown, "RECORD"))
    assert status == 0
    assert "\x1b" not in out
    assert max(map(len, text.splitlines())) <= width
    golden(f"{name}-{width}.txt", text + (f"--\n{err}" if err else ""))


@pytest.fixture
def ask(asked, capsys, monkeypatch):
    """``ask(words...)`` of the record of invented articles."""
    return lambda *words: called(asked.home, capsys, monkeypatch, words, 80)


@pytest.fixture
def ids(ask):
    def one(*filters: str) -> str:
        (line,) = ask("events", "--json", *filters)[1].splitlines()
        return json.loads(line)["id"]

    return {"{shooting}": one("--type", "ASSAULT", "--disputed"), "{accord}": one("--type", "REQUEST", "--actor", "PER", "--recipient", "CHL")}


LISTS = ("events", "statements", "meetings", "positions", "ties", "articles")


@pytest.mark.parametrize("name", LISTS)
def test_json_and_csv_say_the_same(ask, name):
    status, out, err = ask(name, "--json")
    assert (status, err) == (0, "")
    lines = [json.loads(line) for line in out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(ask(name, "--csv")[1])))
    assert len(lines) == len(rows) > 0
    assert [line.get("outlet") for line in lines] == [row.get("outlet") or None for row in rows]
    limited = ask(name, "--json", "--limit", "1", "--newest")[1].splitlines()
    assert len(limited) == 1


def test_an_event_as_json_is_that_of_the_contract(ask, ids):
    told = json.loads(ask("event", ids["{shooting}"], "--json")[1])
    assert {"id", "reports", "outlets", "origins", "disputed", "recorded_at", "sentence"} <= told.keys()
    assert {"article", "input", "outlet", "published", "sentence", "start", "end", "type", "status", "attribution"} <= told["reports"][0].keys()


def test_the_series_of_a_timeline(ask):
    series = [json.loads(line) for line in ask("timeline", "PER", "BOL", "--by", "day", "--since", "2023-05-01", "--json")[1].splitlines()]
    assert [point["start"] for point in series][:2] == ["2023-05-01", "2023-05-02"]
    unread = [point for point in series if not point["read"]]
    assert unread
    assert all(point["per_1000"] is None for point in unread)
    told = next(point for point in series if point["start"] == "2023-05-08")
    assert told["per_1000"] == 1000 * told["events"] / told["read"]


def test_a_table_of_tellings(ask, ids):
    rows = list(csv.DictReader(io.StringIO(ask("compare", ids["{shooting}"], "--csv")[1])))
    assert {(r["value"], r["outlet"], r["told"]) for r in rows if r["aspect"] == "dead"} == {
        ("3", "Andean Courier", "1"), ("3", "Harbour Post", "0"), ("5", "Andean Courier", "0"), ("5", "Harbour Post", "1")
    }  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_answer_says_so(ask, name):
    status, out, err = ask(name, "--since", "2031-01-01")
    assert (status, out) == (0, "")
    assert err == f"no {name} fit\n"


def test_a_wrong_code_is_answered_with_near_ones(ask):
    err = ask("events", "--actor", "BOK")[2]
    assert "no party is called BOK; did you mean BOL (Bolivia)" in err
    assert "EGY (Egypt) is in none of the record's events" in ask("events", "--party", "Egypt")[2]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("events", "--type", "REQUST"), "did you mean REQUEST"),
        (("events", "--status", "done"), "no event is done; known are actual"),
        (("events", "--since", "May"), "May is not a day"),
        (("events", "--as-of", "May"), "May is not a time"),
        (("timeline", "PER", "--by", "decade"), "decade is not one of day, week"),
        (("search", "()"), "no word to look for"),
        (("statements", "--min-origins", "2"), "No such option"),
    ],
)
def test_a_wrong_call_says_what_is_right(ask, words, found):
    status, out, err = ask(*words)
    assert (status, out) == (2, "")
    assert found in " ".join(err.split())


@pytest.mark.parametrize("words", [("event", "0000"), ("article", "nowhere.html"), ("compare", "ffffffffffffffff")])
def test_what_is_not_there_is_exit_status_one(ask, words):
    status, out, err = ask(*words)
    assert (status, out) == (1, "")
    assert "there is none in this record" in err


def test_no_record_is_exit_status_one(capsys, tmp_path):
    assert run(["events", "--record", str(tmp_path)]) == 1
    assert "there is no record here" in capsys.readouterr().err


def test_a_page_for_people_ends_after_a_hundred(ask, monkeypatch):
    monkeypatch.setattr("dragoman.cli.asking.PAGE", 3)
    _, out, err = ask("events", "--brief")
    assert len(re.findall(r"[0-9a-f]{8}$", out, re.MULTILINE)) == 3
    assert "the first 3; --limit shows more" in err
    assert len(ask("events", "--json")[1].splitlines()) > 3


def test_as_of_a_day_before_there_was_anything(ask):
    assert ask("events", "--as-of", "2020-01-01") == (0, "", "no events fit\n")
