"""Tellings side by side: what each outlet told and left out."""

import pytest

import dragoman
from dragoman.ask.compare import CONTENT, ITSELF, compare, different
from dragoman.errors import NotRecorded


@pytest.fixture(scope="module")
def record(asked):
    with dragoman.open(asked.home) as it:
        yield it


def told(found, aspect):
    return {v.value: set(v.outlets) for a in found.aspects if a.name == aspect for v in a.values}


def shooting(record):
    (event,) = record.events(type="ASSAULT", disputed=True)
    return record.compare(event.id)


def test_contradictions_stand_with_who_tells_them(record):
    found = shooting(record)
    assert told(found, "dead") == {"3": {"Andean Courier"}, "5": {"Harbour Post"}}
    assert [d.field for d in found.disputed] == ["dead"]
    assert all("dead" not in t.left_out for t in found.tellings)
    assert "dead" in {a.name for a in different(found)}


def test_framing_is_in_the_outlets_own_words(record):
    words = told(shooting(record), "words")
    assert any("shot at" in w and o == {"Andean Courier"} for w, o in words.items())
    assert any("fired on" in w and o == {"Harbour Post"} for w, o in words.items())


def test_voices_that_one_outlet_has_and_another_leaves_out(record):
    (event,) = record.events(actor="PER", recipient="CHL", type="REQUEST")
    found = record.compare(event.id)
    voices = told(found, "voice")
    assert voices["unnamed source of two officials"] == {"Andean Courier", "Lakeside Weekly"}
    harbour = next(t for t in found.tellings if t.outlet == "Harbour Post")
    assert harbour.left_out["voice"] == ("unnamed source of two officials",)


def test_a_copy_tells_what_its_original_tells_and_says_so(record):
    (event,) = record.events(actor="PER", recipient="CHL", type="REQUEST")
    found = record.compare(event.id)
    copy = next(t for t in found.tellings if t.outlet == "Lakeside Weekly")
    original = next(t for t in found.tellings if t.outlet == "Andean Courier")
    assert copy.carries == ("Andean Courier",)
    assert copy.told == original.told


def test_a_copy_of_a_former_version_is_no_origin_of_its_own(record):
    """The Andean Courier changed its article after Lakeside Weekly had copied it."""
    (event,) = record.events(actor="PER", recipient="CHL", type="REQUEST")
    assert {"Andean Courier", "Lakeside Weekly", "Harbour Post"} == set(event.outlets)
    assert event.origins == 2


def test_several_events_are_one_story(record):
    story = record.events(party=("PER", "BOL"), status="actual")
    found = record.compare(*(e.id for e in story))
    events = told(found, "event")
    assert set(events) == {e.id for e in story}
    for telling in found.tellings:
        assert set(telling.told["event"]) | set(telling.left_out.get("event", ())) == set(events)


def test_a_storyline_is_compared_by_its_id(record):
    (line, *_) = record.storylines()
    assert len(line.events) > 1
    assert {e.id for e in record.compare(line.id[:9]).events} == set(line.events)
    with pytest.raises(NotRecorded, match="none in this record"):
        record.compare("eeeeeeee")


def test_told_and_left_out_share_nothing(record):
    for event in record.events():
        found = record.compare(event.id)
        assert sum(t.reports for t in found.tellings) == len(event.reports)
        for telling in found.tellings:
            for name, values in telling.left_out.items():
                assert name in (*CONTENT, "voice")
                assert not set(values) & {*telling.told.get(name, ()), ITSELF}


def test_what_stands_in_the_sentence_is_not_left_out(record):
    for event in record.events():
        for telling in record.compare(event.id).tellings:
            for name in ("number", "quote", "place"):
                assert not any(value in sentence.split() for value in telling.left_out.get(name, ()) for sentence in telling.sentences)


def test_nothing_to_compare_is_said(record):
    with pytest.raises(NotRecorded, match="no event of it"):
        compare(record.serving, "none", ())
