"""Timelines: every event of a period is counted once, in its direction, beside what was read."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.ask.filters import chosen
from dragoman.ask.timeline import PERIODS, first_day, listed, per_thousand
from dragoman.view.series import sparkline

CODES = ("PER", "BOL", "CHL", "JPN", "KOR", "EGY")


@pytest.fixture(scope="module")
def record(asked):
    with dragoman.open(asked.home) as it:
        yield it


def days(record):
    return dict(record.serving.ask("select id, day from events"))


def side(event, a, b):
    """The direction as a person would tell it; None where the event is not between them."""
    actors, recipients = ({p.code or p.name or p.text for p in s} for s in (event.actor, event.recipient))
    if b is None:
        return "forth" if a in actors else "back" if a in recipients else None
    if a in actors and b in recipients:
        return "forth"
    if b in actors and a in recipients:
        return "back"
    return "both" if {a, b} <= actors else None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    a=st.sampled_from(CODES), b=st.none() | st.sampled_from(CODES), by=st.sampled_from(PERIODS), status=st.sampled_from((None, "planned", ("actual", "negated")))
)
def test_counts_are_those_of_the_events(record, a, b, by, status):
    if a == b:
        return
    when = days(record)
    told = record.timeline(a, b, by=by, **({"status": status} if status else {}))
    events = record.events(status=status or "actual")
    for name in ("forth", "back", "both"):
        counted = {p.start: getattr(p, name).events for p in told.points if getattr(p, name).events}
        mine = [e for e in events if side(e, a, b) == name]
        assert counted == {
            start: n for start in {first_day(when[e.id], by).isoformat() for e in mine} if (n := sum(first_day(when[e.id], by).isoformat() == start for e in mine))
        }
        scores = sum(s.score * s.events for p in told.points if (s := getattr(p, name)).score is not None)
        assert scores == pytest.approx(sum(e.score for e in mine))
    assert {e.id for e in listed(record.serving, a, b, chosen(status=status))} == {e.id for e in events if side(e, a, b)}


@pytest.mark.parametrize("by", PERIODS)
def test_a_series_has_no_gaps_and_knows_what_was_read(record, by):
    points = record.timeline("PER", by=by, since="2023-04-01", until="2023-06-30").points
    for one, after in zip(points, points[1:], strict=False):
        assert (date.fromisoformat(after.start) - date.fromisoformat(one.end)).days == 1
    read = sum(p.read for p in points)
    assert read == len(record.articles())
    assert points[0].start <= "2023-04-01" <= points[0].end
    assert points[-1].start <= "2023-06-30" <= points[-1].end


def test_what_was_read_is_that_of_the_outlet_asked_for(record):
    points = record.timeline("PER", by="year", outlet="Harbour Post").points
    assert sum(p.read for p in points) == len(record.articles(outlet="Harbour Post"))


def test_where_nothing_was_read_there_is_no_rate():
    assert per_thousand(3, 0) is None
    assert per_thousand(3, 1500) == 2.0
    assert sparkline([(0, 0), (0, 5), (1, 5), (2, 5)]) == "·_▅█"
    assert sparkline([(1, 0), (1, 5), (1, 10)], normalised=True) == "?█▅"


def test_a_long_series_is_joined_to_fit():
    assert len(sparkline([(1, 1)] * 1000)) <= 60


def test_an_unknown_period_is_refused(record):
    with pytest.raises(ValueError, match="no period is called hour; there are day, week"):
        record.timeline("PER", by="hour")
