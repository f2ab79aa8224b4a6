"""Calendar arithmetic on ISO 8601 strings that may be partial ("2024-07", "2024", "--07", "--10-05").

Pure functions; weeks start on Monday. A partial date is kept as text because that is what the readout carries: the missing part is unknown,
not the first of the month.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_PARTIAL = re.compile(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?\Z")

UNITS = ("day", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A resolved stretch of the calendar, before it is tied to words."""

    lo: str | None
    # ISO 8601, possibly partial; None for an open beginning
    hi: str | None
    # inclusive; None for an open end
    precision: str
    # minute | day | week | month | quarter | year | approximate
    kind: str = "date"
    open_year: bool = False
    # the year was inferred: a range may move it


def split(iso: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a possibly partial ISO string; None for what is not told, all None for what is no date."""
    found = _PARTIAL.match(iso)
    if not found:
        return None, None, None
    year, month, day = found.groups()
    return (None if year == "-" else int(year)), (int(month) if month else None), (int(day) if day else None)


def full_date(iso: str | None) -> date | None:
    """The calendar day of an ISO string that tells year, month and day; None for any other."""
    if iso is None:
        return None
    year, month, day = split(iso)
    return make_date(year, month, day) if year and month and day else None


def make_date(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has none (30 February)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def iso_month(year: int | None, month: int) -> str:
    """ "2024-07", or "--07" where the year is unknown."""
    return f"{year:04d}-{month:02d}" if year else f"--{month:02d}"


def day(when: date, kind: str = "date", *, open_year: bool = False) -> Interval:
    """One calendar day."""
    return Interval(lo=when.isoformat(), hi=when.isoformat(), precision="day", kind=kind, open_year=open_year)


def month(year: int | None, number: int, kind: str = "date", *, open_year: bool = False) -> Interval:
    """One month; its year may be unknown."""
    text = iso_month(year, number)
    return Interval(lo=text, hi=text, precision="month", kind=kind, open_year=open_year)


def year(number: int, kind: str = "date") -> Interval:
    """One calendar year."""
    return Interval(lo=f"{number:04d}", hi=f"{number:04d}", precision="year", kind=kind)


def years(first: int, last: int, precision: str = "year", kind: str = "date") -> Interval:
    """Several calendar years, both ends included."""
    return Interval(lo=f"{first:04d}", hi=f"{last:04d}", precision=precision, kind=kind)


def months(first: str, last: str, precision: str, kind: str = "date") -> Interval:
    """A run of months given as "YYYY-MM"."""
    return Interval(lo=first, hi=last, precision=precision, kind=kind)


def week(when: date, kind: str = "relative") -> Interval:
    """The calendar week, Monday to Sunday, that holds a day."""
    monday = when - timedelta(days=when.weekday())
    return Interval(lo=monday.isoformat(), hi=shift_days(monday, 6).isoformat(), precision="week", kind=kind)


def quarter(year_number: int, number: int, kind: str = "date") -> Interval:
    """A calendar quarter, 1 to 4."""
    first = 3 * number - 2
    return months(iso_month(year_number, first), iso_month(year_number, first + 2), "quarter", kind)


def shift_days(when: date, days: int) -> date:
    """A day so many days away, held inside the calendar that Python knows."""
    ordinal = min(max(when.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(ordinal)


def shift_month(year_number: int, number: int, by: int) -> tuple[int, int]:
    """Year and month so many months away."""
    index = year_number * 12 + number - 1 + by
    return index // 12, index % 12 + 1


def unit_away(base: date, unit: str, count: int, kind: str) -> Interval | None:
    """The day, week, month, quarter or year that lies `count` units from `base` (negative: before it)."""
    if unit in ("day", "week"):
        moved = shift_days(base, count * (7 if unit == "week" else 1))
        return day(moved, kind) if unit == "day" else week(moved, kind)
    if unit in ("month", "quarter"):
        year_number, number = shift_month(base.year, base.month, count * (3 if unit == "quarter" else 1))
        if year_number < 1:
            return None
        return month(year_number, number, kind) if unit == "month" else quarter(year_number, (number + 2) // 3, kind)
    number = base.year + count
    return year(number, kind) if number > 0 else None


def weekday_before(base: date, weekday: int, *, strictly: bool = False) -> date:
    """The most recent such weekday (Monday is 0) on or before a day."""
    back = (base.weekday() - weekday) % 7
    return shift_days(base, -(7 if strictly and back == 0 else back))


def weekday_after(base: date, weekday: int, *, strictly: bool = False) -> date:
    """The next such weekday on or after a day."""
    ahead = (weekday - base.weekday()) % 7
    return shift_days(base, 7 if strictly and ahead == 0 else ahead)


def weekday_of_week(base: date, weekday: int, weeks: int) -> date:
    """A weekday of the calendar week that lies `weeks` from the week of `base`."""
    return shift_days(base, weeks * 7 + weekday - base.weekday())


def span_of(lo: date, hi: date, precision: str, kind: str) -> Interval:
    """A run of days, both ends included."""
    return Interval(lo=lo.isoformat(), hi=hi.isoformat(), precision=precision, kind=kind)
