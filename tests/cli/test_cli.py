"""The command line with the rooms behind it replaced: what goes where, and with which exit status."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

import made
from dragoman import pipeline
from dragoman.errors import EngineError, InputError


@pytest.fixture
def inputs(monkeypatch):
    """Every input gives the made readout, but those called bad."""
    asked = []

    def read(names, settings, stdin, batch):
        asked.append((tuple(names), settings))
        for name in names:
            bad = InputError(name, "nothing in it", "write something")
            yield bad if name.startswith("bad") else made.readout(article=made.article(input=name, title=name))

    monkeypatch.setattr(pipeline, "read", read)
    return asked


@pytest.fixture
def passages(monkeypatch):
    asked = []

    def passages(rows, settings):
        asked.append((rows, settings))
        return [made.readout() if "press" in text else made.readout(events=(), notes=()) for text, _ in rows]

    monkeypatch.setattr(pipeline, "passages", passages)
    return asked


def test_read_shows_every_article_in_words(run, inputs):
    status, out, err = run("read", "a.txt", "b.txt")
    assert (status, err) == (0, "")
    assert out.count("-REQUEST-> IND -REQUEST-> RUS (hypothetical)") == 2
    assert out.index("a.txt") < out.index("b.txt")
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


def test_read_json_prints_one_readout_a_line_in_order(run, inputs):
    status, out, err = run("read", "--json", "a.txt", "b.txt")
    assert (status, err) == (0, "")
    assert [json.loads(line)["article"]["input"] for line in out.splitlines()] == ["a.txt", "b.txt"]


def test_read_names_what_failed_and_does_the_rest(run, inputs):
    status, out, err = run("read", "--json", "a.txt", "bad.txt", "b.txt")
    assert status == 1
    assert len(out.splitlines()) == 2
    assert err == "dragoman: bad.txt: nothing in it; write something\n"


def test_read_hands_its_options_on_over_the_settings(run, inputs, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_MIN_CONFIDENCE", "0.9")
    monkeypatch.setenv("DRAGOMAN_FETCH_TIMEOUT", "7")
    run("read", "a.txt", "--date", "2024-07-10", "--min-confidence", "0.3")
    names, settings = inputs[0]
    assert names == ("a.txt",)
    assert (settings.date, settings.min_confidence, settings.fetch.timeout) == ("2024-07-10", 0.3, 7)
    run("read", "a.txt")
    assert inputs[1][1].min_confidence == 0.9


@pytest.mark.parametrize(
    ("name", "begins"),
    [("out.jsonl", '{"schema":1'), ("out.html", "<!doctype html>"), ("out.txt", "a.txt\n")],
)
def test_read_writes_into_a_file_by_its_suffix(run, inputs, name, begins):
    status, out, _ = run("read", "a.txt", "-o", name)
    assert (status, out) == (0, "")
    assert Path(name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["read"], "Missing argument"),
        (["read", "a.txt", "--date", "10-07-2024"], "write it as 2024-07-10"),
        (["read", "a.txt", "--min-confidence", "2"], "min-confidence"),
        (["read", "a.txt", "--nonsense"], "No such option"),
        (["read", "a.txt", "-o", "no/such/folder.txt"], "cannot be written"),
        (["code", "missing.jsonl"], "cannot be read"),
        (["codebook", "check", "missing"], "is not a folder"),
        (["nonsense"], "No such command"),
    ],
)
def test_wrongly_called_is_2(run, inputs, args, says):
    status, out, err = run(*args)
    assert (status, out) == (2, "")
    assert says in err


def test_a_setting_nobody_knows_is_2_and_named(run, inputs):
    Path("dragoman.toml").write_text("dat = 2024-07-10\n")
    status, out, err = run("read", "a.txt")
    assert (status, out) == (2, "")
    assert "no setting is called dat; did you mean date?" in err


def test_an_engine_that_is_missing_is_1_without_traceback(run, monkeypatch):
    def read(names, settings, stdin, batch):
        raise EngineError("no model; run make setup")
        yield

    monkeypatch.setattr(pipeline, "read", read)
    assert run("read", "a.txt") == (1, "", "dragoman: no model; run make setup\n")


def test_interrupted_is_130_and_what_was_read_stays(run, monkeypatch):
    def read(names, settings, stdin, batch):
        yield made.readout()
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read", read)
    status, out, err = run("read", "--json", "a.txt", "b.txt")
    assert status == 130
    assert len(out.splitlines()) == 1
    assert "Traceback" not in err


def test_interrupted_while_starting_is_130(run, monkeypatch):
    def start(args):
        raise KeyboardInterrupt

    monkeypatch.setattr("dragoman.cli.app.run", start)
    assert run("read", "a.txt")[0] == 130


def test_version(run):
    status, out, _ = run("--version")
    assert status == 0
    assert out.startswith("dragoman 0.")


def test_schema_is_json(run):
    status, out, _ = run("schema")
    assert status == 0
    assert json.loads(out)["$ref"] == "#/$defs/Readout"


def test_code_answers_in_order_with_the_rows_own_ids_and_dates(run, passages):
    rows = [{"id": 7, "text": "Egypt urged the UAE to press on."}, {"id": "b", "text": "x", "date": "2024-07-10"}]
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n\n")
    status, out, err = run("code", "rows.jsonl")
    answers = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [list(answer) for answer in answers] == [["id", "events", "statements", "quotes"]] * 2
    assert [answer["id"] for answer in answers] == [7, "b"]
    assert answers[0]["events"][0]["type"] == "REQUEST"
    assert [rows for rows, _ in passages] == [[("Egypt urged the UAE to press on.", None), ("x", "2024-07-10")]]


@pytest.mark.parametrize(("args", "together"), [(["-"], [1, 1]), (["-", "--events-only"], [2])])
def test_a_program_that_waits_gets_each_answer_at_once_unless_it_asks_for_events_only(run, passages, monkeypatch, args, together):
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"text": "x"}\n{"text": "y"}\n'))
    status, out, _ = run("code", *args)
    assert (status, len(out.splitlines())) == (0, 2)
    assert [len(rows) for rows, _ in passages] == together
    assert {settings.events_only for _, settings in passages} == {len(together) == 1}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "not a JSON object"),
        ("[1]", "not a JSON object"),
        ('{"id": 1}', "no text"),
        ('{"id": 1, "text": "x", "date": "July"}', "date is 'July'"),
    ],
)
def test_code_names_the_line_that_is_broken_and_does_the_rest(run, passages, line, says):
    Path("rows.jsonl").write_text(f'{line}\n{{"id": 2, "text": "x"}}\n')
    status, out, err = run("code", "rows.jsonl")
    assert status == 1
    assert [json.loads(answer)["id"] for answer in out.splitlines()] == [2]
    assert f"rows.jsonl, line 1: {says}" in err


def test_code_pairs_from_standard_input(run, monkeypatch):
    def pairs(asked, settings):
        assert asked == [("A sued B.", "A", "B", "<s>A</s> sued <t>B</t>.")]
        return [("ACCUSE", 0.75)]

    monkeypatch.setattr(pipeline, "pairs", pairs)
    row = {"id": "p", "text": "A sued B.", "actor": "A", "recipient": "B", "marked": "<s>A</s> sued <t>B</t>."}
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(row) + '\n{"id": "q", "text": "A sued B."}\n'))
    status, out, err = run("code", "--pairs")
    assert status == 1
    assert json.loads(out) == {"id": "p", "pair": {"type": "ACCUSE", "confidence": 0.75}}
    assert "line 2: no actor" in err


@pytest.mark.parametrize(("ok", "status"), [(True, 0), (False, 1)])
def test_codebook_check_runs_cases_and_names_those_that_fail(run, monkeypatch, ok, status):
    book = SimpleNamespace(types=[1], frames=[], actors={}, entries={})
    result = SimpleNamespace(
        ok=ok, file="request.yml", owner="request.urge", text="Egypt urged Iran.", why="got nothing"
    )
    monkeypatch.setattr(import_module("dragoman.codebook.load"), "build", lambda folders, version: book)
    monkeypatch.setattr(import_module("dragoman.codebook.load"), "cases", lambda folder: [{}])
    monkeypatch.setattr(import_module("dragoman.code.cases"), "run_cases", lambda *_: [result])
    monkeypatch.setattr(pipeline, "coder", lambda folder: None)
    found, out, err = run("codebook", "check", "--cases")
    assert found == status
    assert "1 types, 0 frames" in out
    assert f"1 cases, {1 - ok} failed" in out
    assert ok or err == "request.yml, request.urge: Egypt urged Iran. | got nothing\n"


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_each_article_at_once_and_others_a_count(run, inputs, monkeypatch):
    asked = []
    read = pipeline.read
    monkeypatch.setattr(pipeline, "read", lambda *a, batch, **k: asked.append(batch) or read(*a, batch=batch, **k))
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    run("read", "a.txt")
    monkeypatch.undo()
    assert "-REQUEST-> IND" in re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue())
    assert asked == [1]


def test_a_count_runs_on_standard_error_while_output_goes_to_a_file(run, inputs, monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    status, out, _ = run("read", "--json", "a.txt", "b.txt")
    assert status == 0
    assert len(out.splitlines()) == 2
    assert "2 articles" in screen.getvalue()


@pytest.fixture
def explained(monkeypatch):
    """What the coder says of the made readout."""
    trials = [
        SimpleNamespace(word="urged", frame="request.urge", fired=True, why="subject and object"),
        SimpleNamespace(word="press", frame="coerce.press", fired=False, why="no object"),
    ]
    readout = made.readout()
    draft = SimpleNamespace(
        lines=[SimpleNamespace(trials=trials)],
        events=readout.events,
        notes=readout.notes,
        resolver=SimpleNamespace(memory=[SimpleNamespace(party=made.NAVY)]),
    )
    monkeypatch.setattr(pipeline, "explain", lambda text, settings: draft)
    monkeypatch.setattr("dragoman.cli.try_._reasons", lambda frames: dict.fromkeys(frames, "PLOVER REQUEST."))
    return draft


def test_try_shows_acts_frames_and_parties(run, passages, explained):
    status, out, _ = run("try", "A urged B to press C.", "--date", "2024-07-10")
    assert status == 0
    assert "-REQUEST-> IND -REQUEST-> RUS" in out
    assert "'urged' is request.urge: subject and object | PLOVER REQUEST." in out
    assert "'press' is not coerce.press: no object" in out
    assert "'Russia' is RUS: Russia, GOV (test)" in out
    assert "'the navy' is IND: Indian Navy, MIL (test)" in out
    assert out.count("'India' is IND") == 1
    assert "unresolved: two officials: not named" in out
    assert passages[0][1].date == "2024-07-10"


def test_try_says_when_nothing_fires(run, passages, explained):
    explained.lines, explained.events, explained.notes, explained.resolver.memory = [], (), (), []
    assert run("try", "It rained.")[1].strip() == "No act: no frame of the codebook fits this sentence."


HEAVY = {"spacy", "trafilatura", "httpx", "yaml", "feedparser", "numpy", "msgspec"}


def test_help_imports_nothing_heavy():
    program = (
        "import sys\nfrom dragoman import cli\n"
        "try: cli.main(['--help'])\nexcept SystemExit: pass\n"
        "print('LOADED', *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("LOADED")[2].split())
    assert "typer" in loaded
    assert not loaded & HEAVY


SLOW = """
import sys, time
sys.path.insert(0, {tests!r})
import made
from dragoman import cli, pipeline
def read(names, settings, stdin, batch):
    while True:
        yield made.readout()
        time.sleep({pause})
pipeline.read = read
cli.main(["read", "--json", "a.txt"])
"""


def start(pause: float) -> "subprocess.Popen[str]":
    program = SLOW.format(tests=str(Path(__file__).parent.parent), pause=pause)
    return subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    )


def test_ctrl_c_leaves_whole_lines_and_no_traceback():
    with start(pause=0.05) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in err
    for line in (first, *out.splitlines()):
        assert json.loads(line)["schema"] == 1


def test_a_reader_that_goes_away_is_no_error_to_shout_about():
    with start(pause=0.0) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        deadline = time.monotonic() + 20
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        assert process.stderr.read() == ""
    assert process.returncode == 1
