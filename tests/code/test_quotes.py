"""Quotes: marks of all kinds, unbalanced and nested ones, and the laws that every text obeys."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.code.quotes import find_quotes

CASES = [
    ("He said “yes” and left.", ["yes"]),
    ('He said "yes" and left.', ["yes"]),
    ("He said ‘yes’ and left.", ["yes"]),
    ("He said 'yes' and left.", ["yes"]),
    ("He said «yes» and left.", ["yes"]),
    ("He said „yes“ and left.", ["yes"]),
    ("He said „yes” and left.", ["yes"]),
    ("He said ''yes'' and left.", ["yes"]),
    ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
    ("'It's the end,' he said.", ["It's the end,"]),
    ("‘It’s the states’ money,’ he said.", ["It’s the states’ money,"]),
    ("The ministers' cars and the '90s.", []),
    ("the Emirates' capital, the two sides' third round", []),
    ("’tis the season, rock 'n' roll", []),
    ("“territorial integrity and “sovereignty.”", ["territorial integrity and “sovereignty.”"]),
    ("“We waited.\n\n“Now we act.”", ["We waited.", "Now we act."]),
    ("“We waited.", ["We waited."]),
    ('"They [the Russians] lied," he said.', ["They [the Russians] lied,"]),
    ('("yes"), he wrote', ["yes"]),
    ("no marks at all", []),
    ("“”", []),
    ('5\'10" tall and 6" wide', []),
]


@pytest.mark.parametrize(("text", "want"), CASES)
def test_marks(text: str, want: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotes(text, 0, len(text))] == want


PIECES = st.lists(st.sampled_from([*"“”‘’«»„\"' .,\n", "''", "word", "it's", "ministers'", "A", "9"]), max_size=60).map("".join)


@settings(max_examples=300, deadline=None)
@given(PIECES | st.text(max_size=80))
def test_laws(text: str) -> None:
    """Never raises; spans lie within bounds, in order, without overlap, and hold something."""
    last = 0
    for q in find_quotes(text, 0, len(text)):
        assert 0 < q.start <= q.end <= len(text)
        assert q.start - q.mark >= last
        assert text[q.start : q.end].strip()
        last = q.end


@settings(max_examples=200, deadline=None)
@given(PIECES, st.integers(0, 20), st.integers(0, 20))
def test_bounds(text: str, a: int, b: int) -> None:
    """A paragraph's quotes stay in it."""
    start, end = min(a, len(text)), min(a + b, len(text))
    for q in find_quotes(text, start, end):
        assert start <= q.start - 1
        assert q.end <= end
