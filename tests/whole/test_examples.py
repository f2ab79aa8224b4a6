"""The whole road over the example articles, with nothing replaced."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman import cli, model

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = [str(ROOT / "examples" / name) for name in ("appeal.txt", "analysis.txt")]


@pytest.fixture(scope="module")
def readouts():
    return dragoman.read(*EXAMPLES)


def codes(parties):
    return [party.code for party in parties]


def walk(event):
    yield event
    for inner in event.about:
        yield from walk(inner)


def everything(noun, kind):
    """Every noun of a kind inside another, wherever it stands."""
    if isinstance(noun, kind):
        yield noun
    if hasattr(noun, "__dataclass_fields__"):
        for name in noun.__dataclass_fields__:
            yield from everything(getattr(noun, name), kind)
    elif isinstance(noun, tuple):
        for item in noun:
            yield from everything(item, kind)


def test_the_head_of_the_appeal(readouts):
    article = readouts[0].article
    assert article.title == "Australia asks Indonesia to press Myanmar over blocked aid"
    assert article.published == "2023-08-17T18:20:00+07:00"
    assert article.updated == "2023-08-17T20:05:00+07:00"
    assert article.dateline.place.title() == "Jakarta"
    assert "Harbour News" in article.agencies
    assert article.language == "en"
    assert any("Share this story" in line for line in article.boilerplate)


def test_the_request_inside_the_request(readouts):
    for event in readouts[0].events:
        inside = [(act.type, codes(act.actor), codes(act.recipient)) for act in event.about]
        if event.type == "REQUEST" and codes(event.actor) == ["AUS"] and ("REQUEST", ["IDN"], ["MMR"]) in inside:
            assert codes(event.recipient) == ["IDN"]
            return
    pytest.fail("AUS -REQUEST-> IDN -REQUEST-> MMR is not among the events")


def test_who_did_what_in_the_analysis(readouts):
    acts = {
        (act.type, tuple(codes(act.actor)), tuple(codes(act.recipient))) for e in readouts[1].events for act in walk(e)
    }
    assert ("REQUEST", ("PAK",), ("UZB",)) in acts
    assert any(type == "ACCUSE" and actor == ("TJK",) for type, actor, _ in acts)


@pytest.mark.parametrize("which", [0, 1])
def test_all_offsets_hold(readouts, which):
    readout = readouts[which]
    text = readout.article.text
    for kind in (model.Sentence, model.Evidence, model.Quote, model.Party):
        found = [noun for noun in everything(readout, kind) if noun.start is not None]
        assert all(text[noun.start : noun.end] == noun.text for noun in found), kind
    assert list(everything(readout, model.Sentence))
    ids = {sentence.id for sentence in readout.sentences}
    assert {event.sentence for event in readout.events} <= ids
    assert all(event.evidence.text for event in readout.events)
    assert all(0 <= event.confidence <= 1 for event in readout.events)


def test_a_second_run_changes_nothing(readouts):
    assert dragoman.read(*EXAMPLES) == readouts


def test_two_processes_give_what_one_gives(readouts, monkeypatch, tmp_path):
    out = tmp_path / "out.jsonl"
    program = f"from dragoman.cli import main\nif __name__ == '__main__': main(['read', '--json', '-o', {str(out)!r}, *{EXAMPLES!r}, 'missing.txt'])"
    script = tmp_path / "run.py"
    script.write_text(program)
    monkeypatch.setenv("DRAGOMAN_PROCESSES", "2")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith("dragoman: missing.txt: ")
    from dragoman.view import to_json

    assert out.read_bytes().splitlines() == [to_json(readout) for readout in readouts]


def run(capsys, *args):
    with pytest.raises(SystemExit) as ended:
        cli.main(args)
    out, err = capsys.readouterr()
    return ended.value.code, out, err


def test_read_in_words(capsys):
    status, out, err = run(capsys, "read", EXAMPLES[0])
    assert (status, err) == (0, "")
    assert "WHO ASKED WHAT OF WHOM" in out
    assert "AUS -REQUEST-> IDN -REQUEST-> MMR" in out


def test_try_tells_the_frame_and_the_parties(capsys):
    status, out, _ = run(capsys, "try", "Egypt urged Ethiopia to press Sudan.")
    assert status == 0
    assert "EGY -REQUEST-> ETH -REQUEST-> SDN" in out
    assert "'urged' is request.urge" in out
    assert "'Egypt' is EGY" in out


def test_code_and_pairs(capsys, tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        json.dumps({"id": 1, "text": "Egypt accused Ethiopia of lying.", "actor": "Egypt", "recipient": "Ethiopia"})
    )
    status, out, _ = run(capsys, "code", str(rows))
    assert status == 0
    assert json.loads(out)["events"][0]["type"] == "ACCUSE"
    status, out, _ = run(capsys, "code", "--pairs", str(rows))
    assert json.loads(out)["pair"]["type"] == "ACCUSE"


def test_who_and_codebook_check(capsys, tmp_path):
    status, out, _ = run(capsys, "who", "Kremlin")
    assert status == 0
    assert out.startswith("> RUS  ")
    status, _, err = run(capsys, "who", "Nobody McNowhere")
    assert status == 1
    assert "knows no Nobody McNowhere" in err
    status, out, _ = run(capsys, "codebook", "check")
    assert status == 0
    assert out.startswith("16 types, ")


def test_a_codebook_of_ones_own_is_laid_over(capsys, tmp_path, monkeypatch):
    """The example of docs/how-to/extend-the-codebook.md."""
    page = (ROOT / "docs" / "how-to" / "extend-the-codebook.md").read_text(encoding="utf-8")
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "altyn.yml").write_text(page.partition("```yaml\n")[2].partition("```")[0])
    status, out, _ = run(capsys, "codebook", "check", str(tmp_path), "--cases")
    assert status == 0
    assert out.endswith("1 cases, 0 failed\n")
    monkeypatch.setenv("DRAGOMAN_CODEBOOK", str(tmp_path))
    status, out, _ = run(capsys, "who", "Altyn Gas")
    assert status == 0
    assert out.startswith("ALTYN  Altyn Gas Export")


def test_who_at_a_time_when_the_name_stood_for_nobody(capsys):
    status, _, err = run(capsys, "who", "Manmohan Singh", "--date", "2020-01-01")
    assert status == 1
    assert "another --date may find it" in err
