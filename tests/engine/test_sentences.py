"""Sentence splitting: the table of hard boundaries, and laws that hold for any text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dragoman.engine.sentences import split

CASES = [
    pytest.param(case, id=f"{kind}-{i}")
    for kind, cases in yaml.safe_load((Path(__file__).parent / "sentences.yml").read_text(encoding="utf-8")).items()
    for i, case in enumerate(cases)
]
PIECES = ["Mr.", "U.S.", "a.m.", "No.", "7", "Sept.", "He", "left", ".", "?", "!", "...", "…", '"', "“", "”", "(", ")", "\n", "\n\n", " ", "\u00a0", "•", "1.", "—", "é"]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join)


def test_there_are_enough_cases():
    assert len(CASES) >= 120


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case):
    text = case.replace("¦", "")
    assert [text[a:b] for a, b in split(text)] == [piece.strip() for piece in case.split("¦") if piece.strip()]


@given(TEXTS)
def test_spans_are_in_order_and_cover_all_that_is_not_white_space(text):
    spans = split(text)
    ends = [0, *(end for _, end in spans)]
    assert all(start < end for start, end in spans)
    assert all(before <= start for before, (start, _) in zip(ends, spans, strict=False))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(TEXTS, TEXTS, TEXTS)
def test_bounds_are_kept_and_nothing_outside_is_looked_at(before, run, after):
    start, end = len(before), len(before) + len(run)
    assert split(before + run + after, start, end) == [(a + start, b + start) for a, b in split(run)]
