"""Times as spans of days, so that two tellings can be compared: partial dates are all the days they allow."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from dragoman.model import Time

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
OPEN = 36500
# days that "since" and "until" reach where no other end is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days from first to last, both included, as proleptic ordinals."""

    first: int
    last: int

    @property
    def exact(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    def meets(self, other: Span, slack: int = 0) -> bool:
        """Whether a day is in both, or they are no more than ``slack`` days apart."""
        return self.first <= other.last + slack and other.first <= self.last + slack

    def common(self, other: Span) -> Span:
        """The days in both; of two that only nearly meet, the shorter one, the earlier at a tie."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return (
            Span(first=first, last=last)
            if first <= last
            else min(self, other, key=lambda s: (s.last - s.first, s.first))
        )

    def gap(self, other: Span) -> int:
        """Days between them; 0 where they meet."""
        return max(0, self.first - other.last, other.first - self.last)


def span_of(time: Time | None) -> Span | None:
    """The days that a time allows; None where it has no year."""
    if time is None:
        return None
    start, end = _days(time.start), _days(time.end)
    if start and end:
        return Span(first=start[0], last=max(start[0], end[1]))
    if start:
        return Span(first=start[0], last=start[0] + OPEN)
    return Span(first=end[1] - OPEN, last=end[1]) if end else None


def day_of(moment: str | None) -> int | None:
    """The ordinal day of an ISO 8601 moment, in the zone that it was given in; None for a partial one."""
    days = _days(moment)
    return days[0] if days and days[0] == days[1] else None


def iso(day: int) -> str:
    """``2024-10-05`` of an ordinal day."""
    return date.fromordinal(day).isoformat()


def _days(text: str | None) -> tuple[int, int] | None:
    """First and last day of a possibly partial ISO date."""
    found = _ISO.match(text or "")
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        if day is None:
            return date(year, month, 1).toordinal(), date(year, month, monthrange(year, month)[1]).toordinal()
        return (date(year, month, day).toordinal(),) * 2
    except ValueError:
        return None
