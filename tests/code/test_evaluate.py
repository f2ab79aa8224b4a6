"""Scores of one's own gold, worked by hand on two sentences."""

from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.code.evaluate import Evaluation, evaluate, event_fits, pair_up, read_gold
from dragoman.errors import CodebookError
from dragoman.model import Readout
from dragoman.settings import Settings

TEXT = "Egypt urged the UAE to press the RSF.\n\nGermany expelled two Russian diplomats.\n"
GOLD = """
- article: story.txt
  expect:
    - anchor: "Egypt urged"
      must: [{type: REQUEST, actor: [EGY], recipient: [ARE], about: [REQUEST], chain: [EGY, ARE, RSF]}]
    - anchor: "expelled two"
      must: [{type: SANCTION, actor: [DEU], recipient: [RUS]}, {type: ACCUSE, actor: [DEU], recipient: [RUS]}]
"""


def gold(tmp_path: Path, text: str = GOLD) -> list[dict[str, object]]:
    file = tmp_path / "gold.yaml"
    file.write_text(text)
    return read_gold(file)


@pytest.fixture(scope="module")
def readout(tmp_path_factory: pytest.TempPathFactory) -> Readout:
    story = tmp_path_factory.mktemp("articles") / "story.txt"
    story.write_text(TEXT)
    (result,) = pipeline.read([str(story)], Settings())
    assert isinstance(result, Readout)
    return result


def figures(found: Evaluation) -> dict[str, tuple[int, int]]:
    return {name: (c.found, c.wanted) for name, c in found.facets.items()}


def test_found_and_wanted_by_facet(readout: Readout, tmp_path: Path) -> None:
    found = figures(evaluate(gold(tmp_path), [readout]))
    assert found["events"] == (2, 3)
    assert found["precision"] == (2, 2)
    assert found["chains"] == found["nesting"] == (1, 1)
    assert found["sentences"] == (2, 2)


def test_precision_recall_and_f1_by_type(readout: Readout, tmp_path: Path) -> None:
    types = evaluate(gold(tmp_path), [readout]).by_type()
    assert types["REQUEST"] == types["SANCTION"] == (1.0, 1.0, 1.0)
    assert types["ACCUSE"] == (None, 0.0, None)


def test_misses_say_what_was_wanted(readout: Readout, tmp_path: Path) -> None:
    (miss,) = evaluate(gold(tmp_path), [readout]).misses
    assert (miss.facet, miss.anchor, miss.what) == ("events", "expelled two", "type ACCUSE, actor DEU, recipient RUS")


def test_what_the_gold_does_not_allow_is_spurious(readout: Readout, tmp_path: Path) -> None:
    found = evaluate(gold(tmp_path, "- article: story.txt\n  expect: []\n"), [readout])
    assert figures(found)["precision"] == (0, 2)
    assert figures(found)["silence"] == (0, 2)


def test_an_article_without_readout_counts_as_read_and_empty(tmp_path: Path) -> None:
    found = evaluate(gold(tmp_path), [])
    assert figures(found)["read"] == (0, 1)
    assert figures(found)["events"] == (0, 3)


def test_one_coded_event_answers_one_wanted_one(readout: Readout) -> None:
    wanted = [{"type": ["SANCTION", "ACCUSE"], "parties": ["DEU", "RUS"]}, {"type": "SANCTION", "actor": ["DEU"], "recipient": ["RUS"]}]
    expelled = [e for e in readout.events if e.type == "SANCTION"]
    assert all(event_fits(expelled[0], w) for w in wanted)
    assert len(pair_up(wanted, expelled)) == 1
    assert len(pair_up(wanted, [*expelled, *expelled])) == 2


BROKEN = {
    "not a list": ("article: a.txt\n", "not a list"),
    "misspelt key": ("- article: a.txt\n  expct: []\n", "unknown key expct"),
    "event without sides": ("- article: a.txt\n  expect: [{anchor: x, must: [{type: AID}]}]\n", "give `type`, and `actor`"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_broken_gold_is_refused(tmp_path: Path, what: str) -> None:
    with pytest.raises(CodebookError, match=BROKEN[what][1]):
        gold(tmp_path, BROKEN[what][0])
