"""Laws of time-finding, for any text and anchor."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.code.time import Anchor, find_times
from dragoman.code.time_calendar import week, weekday_after, weekday_before
from dragoman.code.time_rules import names
from dragoman.model.time import Time

WORDS = (
    "on in since by until from to between and the a last next this that early mid- late end of week month year quarter day days ago later earlier Monday Friday "
    "Sept. October May March 5 28 30th 2024 1999 2022-2024 9 p.m. 17:05 GMT noon dawn night said will met yesterday today overnight half first third two six "
    "decade 1990s summer weekend FY25 Q3 2023 week's same following previous within attacks , . ; ( ) - – ' $2,024 resolution 1701 W41 00/00/2000 31.02.2024 24:00"
).split(" ")
MONTHS = "January February March April May June July August September October November December".split()
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
STAMPS = st.sampled_from(
    [
        None,
        "2024",
        "--07",
        "--10-05",
        "2024-07",
        "2024-02-29",
        "0001-01-01",
        "9999-12-31",
        "2024-10-05T18:20:00+03:00",
        "nonsense",
        "",
    ]
)
ANCHORS = st.builds(
    Anchor,
    published=STAMPS,
    dateline=STAMPS,
    fallback=STAMPS,
    previous=st.one_of(
        st.none(),
        st.builds(
            Time, start=STAMPS, end=STAMPS, precision=st.sampled_from(["day", "month", "year"]), text=st.just("then")
        ),
    ),
)


@given(text=TEXTS, anchor=ANCHORS, future=st.sampled_from([None, True, False]), day_first=st.booleans())
@settings(max_examples=600, deadline=None)
def test_offsets_match_and_nothing_overlaps(text: str, anchor: Anchor, future: bool | None, day_first: bool) -> None:
    reached = 0
    for when in find_times(text, anchor, future=future, day_first=day_first):
        assert text[when.start : when.end] == when.time.text
        assert reached <= when.start < when.end
        assert when.time.start or when.time.end
        reached = when.end


@given(day=DAYS, published=DAYS)
@settings(deadline=None)
def test_explicit_dates_are_read_whatever_the_anchor(day: date, published: date) -> None:
    month = MONTHS[day.month - 1]
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
        day.strftime("%d.%m.%Y"),
    ):
        found = find_times(f"He left on {text} by train.", Anchor(published=published.isoformat()))
        assert [(w.time.start, w.time.end, w.time.text) for w in found] == [(day.isoformat(), day.isoformat(), text)]


@given(published=DAYS, weekday=st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()))
@settings(deadline=None)
def test_a_weekday_lies_within_a_week(published: date, weekday: str) -> None:
    for future, sign in ((False, -1), (True, 1)):
        (when,) = find_times(f"They met on {weekday}.", Anchor(published=published.isoformat()), future=future)
        found = date.fromisoformat(when.time.start or "")
        assert found.strftime("%A") == weekday
        assert 0 <= (found - published).days * sign < 7


@given(day=DAYS, number=st.integers(0, 6))
def test_weeks_start_on_monday(day: date, number: int) -> None:
    found = week(day)
    assert date.fromisoformat(found.lo or "").weekday() == 0
    assert (found.lo or "") <= day.isoformat() <= (found.hi or "")
    assert weekday_before(day, number) <= day <= weekday_after(day, number)


@given(text=TEXTS)
@settings(deadline=None)
def test_same_input_same_output(text: str) -> None:
    anchor = Anchor(published="2024-10-05")
    assert find_times(text, anchor) == find_times(text, anchor)


def test_months_and_weekdays_have_their_numbers() -> None:
    assert [names().months[m.lower()] for m in MONTHS] == list(range(1, 13))
