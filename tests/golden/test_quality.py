"""The quality gate: our own gold articles may not be read worse than they are.

The floors stand a little under what was measured on 2026-11-27 (``dragoman eval tests/golden/SET/gold.yaml``). Raise them with what you mend;
lower one only with a reason in the commit. Misses of ``voices_later``, ``desks_later`` and ``posts`` are not read: they are there
for their figures alone.
"""

from functools import cache
from pathlib import Path

import pytest

import dragoman
from dragoman.code.evaluate import Evaluation, evaluate, read_gold

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = {
    "articles": {
        "article": 0.95, "events": 0.83, "status": 0.97, "chains": 0.88, "nesting": 0.76, "times": 0.73, "statements": 0.91, "quotes": 1.0,
        "meetings": 0.77, "precision": 0.86, "silence": 0.88,
    },
    "articles_later": {"events": 0.72, "status": 0.95, "nesting": 0.75, "precision": 0.82},
    "voices": {
        "article": 0.95, "status": 0.97, "events": 0.70, "times": 0.70, "statements": 0.94, "quotes": 1.0, "meetings": 0.87, "precision": 0.84,
        "silence": 0.95,
    },
    "voices_later": {
        "article": 0.95, "status": 0.95, "events": 0.75, "times": 0.60, "statements": 0.75, "quotes": 1.0, "meetings": 0.42, "precision": 0.76,
        "silence": 0.75,
    },
    "desks": {
        "article": 0.97, "status": 0.95, "events": 0.83, "times": 0.74, "statements": 0.93, "quotes": 1.0, "meetings": 0.74, "precision": 0.90,
        "nesting": 0.58, "silence": 0.95,
    },
    "desks_more": {
        "article": 0.95, "status": 0.97, "events": 0.85, "times": 0.80, "statements": 0.86, "quotes": 1.0, "meetings": 0.80, "precision": 0.92,
        "nesting": 0.55, "silence": 0.90,
    },
    "desks_opened": {
        "article": 0.92, "status": 0.95, "events": 0.84, "times": 0.63, "statements": 0.87, "meetings": 0.60, "precision": 0.90, "nesting": 0.80,
    },
    "desks_later": {
        "article": 0.75, "status": 0.95, "events": 0.64, "times": 0.60, "statements": 0.82, "quotes": 1.0, "meetings": 0.42, "precision": 0.81,
        "nesting": 0.50,
    },
    "capitals": {
        "article": 0.97, "status": 0.97, "events": 0.89, "times": 0.84, "statements": 0.85, "quotes": 1.0, "meetings": 0.64, "precision": 0.94,
        "nesting": 0.80, "chains": 0.93, "silence": 0.95,
    },
    "capitals_opened": {
        "article": 0.90, "status": 0.97, "events": 0.78, "times": 0.72, "statements": 0.79, "quotes": 1.0, "meetings": 0.55, "precision": 0.88,
        "nesting": 0.72, "chains": 0.80, "silence": 0.95,
    },
    "posts": {
        "article": 0.93, "status": 0.94, "events": 0.60, "times": 0.50, "statements": 0.74, "quotes": 1.0, "meetings": 0.38, "precision": 0.84,
        "nesting": 0.36, "silence": 0.90,
    },
}  # fmt: skip
WANTED = [(name, facet) for name, floors in FLOORS.items() for facet in floors]


@cache
def evaluation(name: str) -> Evaluation:
    """A set as the coder reads it, once."""
    inputs = sorted(str(p) for p in (HERE / name).iterdir() if p.suffix != ".yaml")
    return evaluate(read_gold(HERE / name / "gold.yaml"), dragoman.read(*inputs))


@pytest.mark.parametrize(("name", "facet"), WANTED)
def test_no_facet_falls_under_its_floor(name: str, facet: str) -> None:
    count = evaluation(name).facets[facet]
    assert count.found / count.wanted >= FLOORS[name][facet], f"{name} {facet}: {count.found} of {count.wanted}"
