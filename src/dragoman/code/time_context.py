"""What a time expression is resolved against: the article's own time, the sentence before, the words around."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from dragoman.code import time_calendar as cal
from dragoman.code.time_cues import is_unmet, lies_ahead
from dragoman.model.time import Time

_CLOCK = re.compile(r"[T ](\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What is known about when the article was written."""

    published: str | None = None
    # ISO 8601, with or without time and offset
    dateline: str | None = None
    # ISO 8601, partial where the year is not told ("--10-05")
    fallback: str | None = None
    # the date that the user gave for articles that tell none
    previous: Time | None = None
    # the time of the sentence before


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One sentence and what its times count from."""

    text: str
    base: date | None
    # the day of writing; None where unknown
    moment: datetime | None
    # the instant of publication, where its time of day is told
    offset: str
    # offset of publication ("+03:00"), or ""
    previous: Time | None
    future: bool | None
    # the caller's hint; None: decide from the words
    day_first: bool
    here: bool = False
    # whether `previous` was told in this very sentence

    def ahead(self, start: int, end: int) -> bool | None:
        """Whether ``text[start:end]`` lies ahead of publication; None where nothing tells."""
        return self.future if self.future is not None else lies_ahead(self.text, start, end)

    def nearest(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` dates a plan that was dropped or moved ("was to have opened on Friday"): it may lie on either side."""
        return self.future is not False and is_unmet(self.text, start, end)

    def previous_day(self, *, last: bool) -> date | None:
        """The first or last day of the sentence before, None where it is not known to the day."""
        if self.previous is None:
            return None
        return cal.full_date((self.previous.end if last else None) or self.previous.start)


def context(text: str, anchor: Anchor, future: bool | None, day_first: bool) -> Context:
    """Bring the anchor into one shape: publication counts first, then a full dateline, then the user's date, then the sentence before."""
    base, moment, offset = None, None, ""
    for stamp in (anchor.published, anchor.dateline, anchor.fallback):
        base = cal.full_date(stamp)
        if base and stamp:
            moment, offset = _moment(stamp)
            break
    if base is None and anchor.previous is not None:
        base = cal.full_date(anchor.previous.start) or cal.full_date(anchor.previous.end)
    return Context(
        text=text, base=base, moment=moment, offset=offset, previous=anchor.previous, future=future, day_first=day_first
    )


def _moment(stamp: str) -> tuple[datetime | None, str]:
    clock = _CLOCK.search(stamp)
    if not clock:
        return None, ""
    offset = (clock[2] or "").upper().replace("Z", "+00:00")
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    try:
        return datetime.fromisoformat(f"{stamp[:10]}T{clock[1]}"), offset
    except ValueError:
        return None, offset
