"""Meetings: the table of ``meetings.yml``, and what a table cannot say."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.code import Coder
from dragoman.code.cases import article_of
from dragoman.model import Meeting, Readout

TABLE: dict[str, list[dict[str, Any]]] = yaml.load(Path(__file__).with_name("meetings.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
CASES = [(group, case) for group, cases in TABLE.items() for case in cases]
DATE = "2024-10-05"


@pytest.fixture(scope="module")
def readouts() -> dict[str, Readout]:
    """All texts of the table, read together once."""
    articles = [article_of(case["text"], case.get("date", DATE)) for _, case in CASES]
    return dict(zip([case["text"] for _, case in CASES], Coder.load().code_many(articles), strict=True))


def told(m: Meeting, want: dict[str, Any]) -> dict[str, Any]:
    """What a meeting says on the fields that a case asks for, in the case's form."""
    start = m.time.start if m.time else None
    got: dict[str, Any] = {
        "who": sorted(p.code for p in m.participants if p.code),
        "status": m.status,
        "format": want.get("format") if want.get("format", "") in (m.format or "") else m.format,
        "level": want.get("level") if m.level.startswith(want.get("level", "")) else m.level,
        "place": m.place.name if m.place else None,
        "time": want.get("time") if start and start.startswith(want.get("time", "")) else start or "none",
        "ordinal": str(m.ordinal.n) if m.ordinal else None,
        "window": m.ordinal.window if m.ordinal else None,
        "agenda": want.get("agenda") if want.get("agenda") in m.agenda else list(m.agenda),
        "outcome": want.get("outcome") if want.get("outcome") in outcomes(m) else outcomes(m),
    }
    return {key: got[key] for key in want}


def outcomes(m: Meeting) -> list[str]:
    return [f"{o.party.code} {o.act}" for o in m.outcome if o.party]


@pytest.mark.parametrize(("group", "case"), CASES, ids=[f"{g}: {c['text']}" for g, c in CASES])
def test_table(group: str, case: dict[str, Any], readouts: dict[str, Readout]) -> None:
    wants = [{**g, "who": sorted(g["who"])} for g in case["gives"]]
    meetings = readouts[case["text"]].meetings
    got = [told(m, w) for m, w in zip(meetings, wants, strict=False)]
    assert got == wants
    assert len(meetings) == len(wants), [(m.status, m.format, [p.code for p in m.participants]) for m in meetings]


def test_table_is_large_and_each_text_is_its_own() -> None:
    texts = [case["text"] for _, case in CASES]
    assert len(texts) >= 60
    assert len(set(texts)) == len(texts)


def test_meetings_rest_on_sentences_of_the_article(readouts: dict[str, Readout]) -> None:
    for readout in readouts.values():
        ids = {s.id for s in readout.sentences}
        for m in readout.meetings:
            assert m.sentences
            assert set(m.sentences) <= ids


def test_ids_are_of_what_is_told_and_do_not_repeat(readouts: dict[str, Readout]) -> None:
    for readout in readouts.values():
        ids = [m.id for m in readout.meetings]
        assert len(set(ids)) == len(ids)
