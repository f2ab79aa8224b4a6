"""Filters: what SQL lets through is what a plain reading of the nouns would."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.ask.events import events
from dragoman.ask.filters import Filter, chosen
from dragoman.ask.rows import count, nouns
from dragoman.lake.serving import serving
from dragoman.model import FoldedEvent
from dragoman.record.record import derived
from dragoman.record.rows import event_row

CODES = ("PER", "BOL", "CHL", "JPN", "KOR", "EGY")
FILTERS = st.builds(
    Filter,
    actor=st.lists(st.sampled_from(CODES), max_size=2).map(tuple),
    recipient=st.lists(st.sampled_from(CODES), max_size=2).map(tuple),
    party=st.lists(st.sampled_from(CODES), max_size=2).map(tuple),
    about=st.lists(st.sampled_from(CODES), max_size=1).map(tuple),
    type=st.lists(st.sampled_from(("REQUEST", "assault", "REJECT", "CONSULT")), max_size=2).map(tuple),
    status=st.lists(st.sampled_from(("actual", "planned", "negated")), max_size=2).map(tuple),
    country=st.lists(st.sampled_from(("JPN", "CHL", "BOL")), max_size=1).map(tuple),
    outlet=st.lists(st.sampled_from(("Harbour Post", "harbour post", "Andean Courier", "Nobody")), max_size=1).map(tuple),
    since=st.sampled_from((None, "2023-05-01", "2023-05-07", "2023-05-09")),
    until=st.sampled_from((None, "2023-05-02", "2023-05-08")),
    text=st.sampled_from((None, "bolivia", "Ambassador")),
    min_confidence=st.sampled_from((None, 0.5, 0.9, 0.95)),
    min_origins=st.sampled_from((None, 1, 2)),
    disputed=st.booleans(),
)


@pytest.fixture(scope="module")
def record(asked):
    with serving(asked.home, derived(asked.home)) as it:
        yield it


def inner(event) -> set[str]:
    return {code for act in event.about for code in ({p.code for p in (*act.actor, *act.recipient)} | inner(act))}


def fits(event: FoldedEvent, f: Filter) -> bool:
    """The filter as a person would read it."""
    row = event_row(event, __import__("datetime").datetime(2023, 1, 1))
    sides = {*row.actors, *row.recipients}
    outlets = {o.lower() for o in event.outlets}
    return (
        (not f.actor or bool(set(f.actor) & set(row.actors)))
        and (not f.recipient or bool(set(f.recipient) & set(row.recipients)))
        and set(f.party) <= sides
        and set(f.about) <= inner(event)
        and (not f.type or event.type in {t.upper() for t in f.type})
        and (not f.status or event.status in f.status)
        and (not f.country or (event.place is not None and event.place.country in f.country))
        and (not f.outlet or bool({o.lower() for o in f.outlet} & outlets))
        and (not f.since or (row.until is not None and row.until.isoformat() >= f.since))
        and (not f.until or (row.day is not None and row.day.isoformat() <= f.until))
        and (not f.text or f.text.lower() in event.sentence.lower())
        and (f.min_confidence is None or event.confidence >= f.min_confidence)
        and (f.min_origins is None or event.origins >= f.min_origins)
        and (not f.disputed or bool(event.disputed))
    )


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(f=FILTERS)
def test_a_filter_lets_through_what_fits_and_nothing_else(record, f):
    every = list(events(record))
    assert len(every) > 10
    found = list(events(record, f))
    assert [e.id for e in found] == [e.id for e in every if fits(e, f)]
    assert count(record, "events", f) == len(found)


@given(limit=st.integers(1, 30), newest=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_limit_gives_the_first_of_all(record, limit, newest):
    every = [e.id for e in events(record, newest=newest)]
    assert [e.id for e in events(record, limit=limit, newest=newest)] == every[:limit]


def test_persons_and_offices_are_found_by_name(record):
    every = list(events(record))
    ministers = list(events(record, chosen(actor="foreign minister")))
    assert ministers
    assert [e.id for e in ministers] == [e.id for e in every if any("foreign minister" in (p.role or "") for p in e.actor)]


def test_a_filter_takes_one_word_or_several():
    assert chosen(actor="PER, BOL", type=["REQUEST", "AID"], text="lake") == Filter(actor=("PER", "BOL"), type=("REQUEST", "AID"), text="lake")


def test_a_filter_that_does_not_exist_is_refused():
    with pytest.raises(TypeError, match="no filter called sender; there are actor"):
        chosen(sender="PER")


def test_payloads_are_the_nouns(record):
    for event in nouns(record, "events", FoldedEvent):
        assert msgspec.json.decode(msgspec.json.encode(event), type=FoldedEvent) == event
        assert event.reports
        assert event.origins >= 1
