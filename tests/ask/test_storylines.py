"""Storylines: what belongs together, what does not, their names; the same however the events came."""

import json
import random
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from dragoman.ask.storylines import GAP, storylines
from dragoman.cli.app import build
from dragoman.fold.merge import merge
from dragoman.ingest import ingest
from dragoman.settings import Settings

sys.path.insert(0, str(Path(__file__).parent.parent))
from fold.made import claim, crowds


def event(id, kind, sides, text, day, **given):
    return merge([claim(kind, sides, text, id=id, published=day, time=day, **given)])


DARFUR = [
    event("d1", "REQUEST", "EGY > ARE", "press the militia to lift the Darfur siege", "2024-10-05", outlet="Meridian"),
    event("d2", "CONSULT", "EGY, ARE >", "talks in Abu Dhabi on convoys for Darfur", "2024-10-09", outlet="Nile Gazette"),
    event("d3", "AGREE", "ARE > EGY", "let convoys into Darfur while the siege lasts", "2024-10-15", outlet="Meridian"),
]
GRAIN = [
    event("g1", "REQUEST", "TUR > RUS", "return to the grain corridor", "2024-10-06"),
    event("g2", "REJECT", "RUS > TUR", "no grain corridor while fertiliser is held back", "2024-10-08"),
]


def test_events_of_one_story_are_one_storyline_with_a_name():
    (line, other) = storylines([*GRAIN, *DARFUR])
    assert line.name == "ARE, EGY: convoys Darfur, siege"
    assert line.events == tuple(e.id for e in DARFUR)
    assert (line.since, line.until, line.reports, line.outlets) == ("2024-10-05", "2024-10-15", 3, ("Meridian", "Nile Gazette"))
    assert other.name == "RUS, TUR: grain corridor"


def test_the_same_parties_about_another_thing_are_another_story():
    games = event("x1", "AGREE", "ARE > EGY", "broadcast football matches from next season", "2024-10-12")
    assert [line.events for line in storylines([*DARFUR, games])] == [tuple(e.id for e in DARFUR)]


def test_a_story_is_over_after_a_gap():
    late = (date(2024, 10, 15) + timedelta(days=GAP + 1)).isoformat()
    again = event("d4", "REQUEST", "EGY > ARE", "lift the Darfur siege for convoys", late)
    assert [line.events for line in storylines([*DARFUR, again], least=1)] == [tuple(e.id for e in DARFUR), (again.id,)]
    assert len(storylines([*DARFUR, again], gap=GAP + 1)[0].events) == 4


def test_one_event_is_no_storyline_unless_asked_for():
    assert storylines(GRAIN[:1]) == ()
    assert [line.events for line in storylines(GRAIN[:1], least=1)] == [(GRAIN[0].id,)]


def test_events_without_a_day_are_in_none():
    assert storylines([event("n1", "REQUEST", "EGY > ARE", "lift the siege", None)], least=1) == ()


@settings(max_examples=40, deadline=None)
@given(crowds(), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_no_event_is_in_two(crowd, shuffler):
    events = [merge([c]) for c in crowd]
    shuffled = list(events)
    shuffler.shuffle(shuffled)
    lines = storylines(events, least=1)
    assert storylines(shuffled, least=1) == lines
    held = [id for line in lines for id in line.events]
    assert sorted(held) == sorted(e.id for e in events if (e.time and len(e.time.start or "") == 10) or any(r.published for r in e.reports))


def test_adding_a_later_story_leaves_the_earlier_ones_whole():
    rng = random.Random(5)
    noise = [event(f"z{n}", "SUPPORT", "CHL > PER", " ".join(rng.sample(("copper", "harbour", "quake", "rail"), 2)), "2024-12-01") for n in range(4)]
    assert {line.events for line in storylines([*DARFUR, *GRAIN])} <= {line.events for line in storylines([*DARFUR, *GRAIN, *noise])}


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("storylines")
    rows = [
        {"outlet": "Lagoon Times", "published": "2024-03-05", "text": "Chad on Tuesday urged Niger to reopen the salt road."},
        {"outlet": "Coast Herald", "published": "2024-03-08", "text": "Niger on Friday rejected Chad's request to reopen the salt road."},
        {"outlet": "Port Gazette", "published": "2024-03-12", "text": "Chad on Tuesday accused Niger of closing the salt road."},
    ]
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert len(list(ingest([str(folder / "rows.jsonl")], str(folder / "record"), Settings()))) == 3
    return str(folder / "record")


@pytest.mark.parametrize("form", ["--json", "--csv", None])
def test_the_command_tells_them(home, form):
    done = CliRunner().invoke(build(), ["storylines", "--record", home, *([form] if form else [])])
    assert done.exit_code == 0, done.output
    heads = {"--json": '"name":"', "--csv": "id,name,parties,words,since,until,events,reports,outlets", None: "Storyline"}
    assert heads[form] in done.stdout
