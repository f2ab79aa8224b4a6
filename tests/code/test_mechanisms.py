"""How acts are told, by mechanism (``mechanisms.yml``): each case against the whole codebook."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.code.cases import article_of, describe, matches, walk
from dragoman.code.coder import Coder
from dragoman.codebook.source import read_yaml

CASES = read_yaml(Path(__file__).parent / "mechanisms.yml")


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize(("mechanism", "case"), [(m, c) for m, cases in CASES.items() for c in cases], ids=lambda x: x if isinstance(x, str) else x["text"][:40])
def test_what_is_told_is_coded(coder: Coder, mechanism: str, case: dict[str, Any]) -> None:
    article = article_of(case["text"], case.get("date", "2024-07-10"))
    if case.get("title"):
        article = replace(article, title=article.text, blocks=(replace(article.blocks[0], part="title"),))
    readout = coder.code(article)
    events = [n for e in readout.events for n in walk(e)]
    told = "; ".join(describe(e) for e in readout.events) or "nothing"
    if case.get("gives") == "none":
        assert not events, f"{mechanism}: {told}"
        return
    for want in _list(case.get("gives", [])):
        assert any(matches(e, want) for e in events), f"{mechanism}: wanted {want}, got {told}"
    for unwanted in _list(case.get("not", [])):
        assert not any(matches(e, unwanted) for e in events), f"{mechanism}: {unwanted} in {told}"
