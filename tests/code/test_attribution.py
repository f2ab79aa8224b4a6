"""Voices: the cases of ``attribution.yml``, the grade of evidence, and how often cases may be known to fail."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.code import Coder
from dragoman.model import Article, Attribution, Grade, Party, Readout
from dragoman.model.article import Block

CASES: dict[str, list[dict[str, Any]]] = yaml.load(
    (Path(__file__).parent / "attribution.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
ALL = [pytest.param(c, id=f"{kind}: {c['text'][:60]}") for kind, rows in CASES.items() for c in rows]


def article(text: str) -> Article:
    blocks = tuple(Block(part="body", paragraph=i, start=m.start(), end=m.end()) for i, m in enumerate(re.finditer(r"[^\n]+", text)))
    return Article(
        id="a", input="-", url=None, outlet=None, title=None, standfirst=None, byline=None, dateline=None, published=None, updated=None,
        language="en", text=text, tags=(), captions=(), agencies=(), disclaimer=None, boilerplate=(), blocks=blocks,
    )  # fmt: skip


@pytest.fixture(scope="session")
def readouts() -> dict[str, Readout]:
    texts = [c["text"] for rows in CASES.values() for c in rows]
    return dict(zip(texts, Coder.load().code_many([article(t) for t in texts], date="2024-10-05"), strict=True))


def names(parties: tuple[Party, ...]) -> str:
    return "+".join(p.code or p.text for p in parties)


def link(a: Attribution) -> set[str]:
    source = a.source
    words = {source.code, source.text, source.name} if source else {""}
    return {f"{w}{'?' if a.anonymous else ''}{m}" for w in words if w for m in ("", f"/{a.medium}")}


def told(chain: tuple[Attribution, ...], want: list[str]) -> bool:
    return len(chain) == len(want) and all(w in link(a) for a, w in zip(chain, want, strict=True))


@pytest.mark.parametrize("case", ALL)
def test_case(case: dict[str, Any], readouts: dict[str, Readout], request: pytest.FixtureRequest) -> None:
    if "xfail" in case:
        request.applymarker(pytest.mark.xfail(reason=case["xfail"], strict=True))
    r = readouts[case["text"]]
    said = [(names(s.speaker), s.cue, s.content) for s in r.statements]
    for speaker, cue, content in case.get("says", []):
        assert any(a == speaker and cue in b and c == content for a, b, c in said), said
    if case.get("silent"):
        assert not said
    if case.get("alone"):
        assert len(said) == 1, said
    if "quotes" in case:
        assert [("*" if q.statement else "-") + q.text for q in r.quotes] == case["quotes"]
    chains = [e.attribution for e in r.events] + [s.attribution for s in r.statements]
    if case.get("chain"):
        assert any(told(c, case["chain"]) for c in chains), chains
    elif "chain" in case:
        assert not any(e.attribution for e in r.events), chains
    if "medium" in case:
        assert [s.medium for s in r.statements] == [case["medium"] or None]
    if "hedge" in case:
        assert any(a.hedge == case["hedge"] for e in r.events for a in e.attribution), chains


def test_offsets(readouts: dict[str, Readout]) -> None:
    for text, r in readouts.items():
        for s in r.statements:
            assert s.cue_span is not None
            assert s.content_span is not None
            assert text[slice(*s.cue_span)] == s.cue
            assert text[slice(*s.content_span)] == s.content
        ids = {s.id for s in r.statements}
        for q in r.quotes:
            assert text[q.start : q.end] == q.text
            assert q.statement is None or q.statement in ids


def test_few_known_failures() -> None:
    rows = [c for kind in CASES.values() for c in kind]
    assert len(rows) >= 150
    assert sum("xfail" in c for c in rows) < 0.05 * len(rows)


def _link(
    code: str | None, sector: str | None, medium: str | None = None, anonymous: bool = False, hedge: str | None = None
) -> Attribution:
    source = Party(text="x", start=0, end=1, name="X", code=code, sector=sector, role=None, person=None, basis="")
    return Attribution(source=source, cue="said", medium=medium, anonymous=anonymous, hedge=hedge)


@pytest.mark.parametrize(
    ("chain", "want"),
    [
        ((), "none"),
        ((Attribution(source=None, cue=None, medium=None, anonymous=False, hedge="reportedly"),), "none"),
        ((_link("USA", "GOV", "press release"),), "official document"),
        ((_link("USA", "GOV"),), "named official on record"),
        ((_link(None, "CVL"),), "named other"),
        ((_link("USA", "GOV", anonymous=True),), "unnamed"),
        ((_link("REUTERS", "JRN"), _link("USA", "GOV")), "second-hand"),
        ((_link("REUTERS", "JRN"),), "second-hand"),
        ((_link("REUTERS", "JRN"), _link("USA", "GOV", anonymous=True)), "unnamed"),
    ],
)
def test_grade(chain: tuple[Attribution, ...], want: str) -> None:
    found, why = Grade.of(chain).name, Grade.of(chain).why
    assert found == want
    assert why
