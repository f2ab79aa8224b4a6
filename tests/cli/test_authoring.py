"""``dragoman eval`` and ``dragoman codebook coverage`` as the shell sees them."""

import csv
import json
from pathlib import Path

import pytest

from dragoman.cli.app import run

STORY = "Egypt urged the UAE to press the RSF.\n\nAnkara flummoxed Baku.\n"
GOLD = "- article: story.txt\n  expect:\n    - {anchor: Egypt urged, must: [{type: REQUEST, actor: [EGY], recipient: [ARE]}]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "gold.yaml").write_text(GOLD)
    return tmp_path


def test_eval_finds_the_articles_beside_the_gold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", str(folder / "gold.yaml"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["facets"]["events"] == {"found": 1, "wanted": 1, "share": 1.0}
    assert answer["types"]["REQUEST"]["f1"] == 1.0
    assert answer["misses"] == []


def test_eval_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", str(folder / "gold.yaml"), str(folder / "story.txt")]) == 0
    assert "REQUEST" in capsys.readouterr().out


def test_eval_names_an_article_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gold.yaml").write_text(GOLD + GOLD.replace("story", "gone"))
    assert run(["eval", str(folder / "gold.yaml"), "--json"]) == 1
    told = capsys.readouterr()
    assert "gone.txt" in told.err
    assert json.loads(told.out)["facets"]["read"] == {"found": 1, "wanted": 2, "share": 0.5}


@pytest.mark.parametrize("text", [None, "nothing: here\n", "- [\n"], ids=["no file", "another format", "no YAML"])
def test_eval_refuses_gold_that_it_cannot_use(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "gold.yaml").write_text(text)
    assert run(["eval", str(tmp_path / "gold.yaml")]) == 2


def test_coverage_in_three_forms(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = str(folder / "story.txt")
    assert run(["codebook", "coverage", story, "--json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (first["word"], first["between"]) == ("flummox", 1)
    assert run(["codebook", "coverage", story, "--csv", "--pairs"]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [r["word"] for r in rows] == ["flummox"]
    assert run(["codebook", "coverage", story]) == 0
    assert "flummox" in capsys.readouterr().out


def test_coverage_goes_on_after_an_input_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["codebook", "coverage", str(folder / "gone.txt"), str(folder / "story.txt"), "--json"]) == 1
    told = capsys.readouterr()
    assert "gone.txt" in told.err
    assert "flummox" in told.out


def test_coverage_takes_one_form(folder: Path) -> None:
    assert run(["codebook", "coverage", str(folder / "story.txt"), "--json", "--csv"]) == 2
