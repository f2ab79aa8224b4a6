"""Positions: the table of ``positions.yml``."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.code import Coder
from dragoman.code.cases import article_of
from dragoman.model import Position, Readout

TABLE: dict[str, list[dict[str, Any]]] = yaml.load(Path(__file__).with_name("positions.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
CASES = [(group, case) for group, cases in TABLE.items() for case in cases]


@pytest.fixture(scope="module")
def readouts() -> dict[str, Readout]:
    """All texts of the table, read together once."""
    articles = [article_of(case["text"], "2024-10-05") for _, case in CASES]
    return dict(zip([case["text"] for _, case in CASES], Coder.load().code_many(articles), strict=True))


def told(p: Position, want: dict[str, Any]) -> dict[str, Any]:
    got = {"party": p.party.code, "stance": want["stance"] if want["stance"] in p.stance else p.stance, "issue": p.issue}
    return {key: got[key] for key in want}


@pytest.mark.parametrize(("group", "case"), CASES, ids=[f"{g}: {c['text']}" for g, c in CASES])
def test_table(group: str, case: dict[str, Any], readouts: dict[str, Readout]) -> None:
    positions = readouts[case["text"]].positions
    assert [told(p, w) for p, w in zip(positions, case["gives"], strict=False)] == case["gives"]
    assert len(positions) == len(case["gives"]), [(p.party.code, p.stance) for p in positions]


def test_table_is_large_and_each_text_is_its_own() -> None:
    texts = [case["text"] for _, case in CASES]
    assert len(texts) >= 40
    assert len(set(texts)) == len(texts)


def test_stances_are_words_of_the_article(readouts: dict[str, Readout]) -> None:
    for text, readout in readouts.items():
        assert all(p.stance in text for p in readout.positions)
        assert all(p.sentence in {s.id for s in readout.sentences} for p in readout.positions)
