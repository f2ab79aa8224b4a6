"""Ties: the table of ``ties.yml``."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.code import Coder
from dragoman.code.cases import article_of
from dragoman.model import Readout

TABLE: dict[str, list[dict[str, Any]]] = yaml.load(Path(__file__).with_name("ties.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
CASES = [(group, case) for group, cases in TABLE.items() for case in cases]


@pytest.fixture(scope="module")
def readouts() -> dict[str, Readout]:
    """All texts of the table, read together once."""
    articles = [article_of(case["text"], "2024-10-05") for _, case in CASES]
    return dict(zip([case["text"] for _, case in CASES], Coder.load().code_many(articles), strict=True))


@pytest.mark.parametrize(("group", "case"), CASES, ids=[f"{g}: {c['text']}" for g, c in CASES])
def test_table(group: str, case: dict[str, Any], readouts: dict[str, Readout]) -> None:
    got = [{"pair": {p.code for p in t.parties}, "label": t.label, "kind": t.kind} for t in readouts[case["text"]].ties]
    assert got == [{**g, "pair": set(g["pair"])} for g in case["gives"]]


def test_table_is_large_and_each_text_is_its_own() -> None:
    texts = [case["text"] for _, case in CASES]
    assert len(texts) >= 40
    assert len(set(texts)) == len(texts)


def test_labels_are_words_of_the_article(readouts: dict[str, Readout]) -> None:
    for text, readout in readouts.items():
        assert all(t.label in text for t in readout.ties)
