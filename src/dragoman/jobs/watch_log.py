"""What a watch tells people: a line for every visit, and a table of its feeds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from dragoman.jobs.watch_state import Watched


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A visit and what came of it."""

    feed: Watched
    # with its next visit planned
    at: float
    # seconds since 1970
    outcome: str
    # new | same | failed | gone
    counts: Mapping[str, int] = field(default_factory=dict)
    # of articles by what became of them, and of pages that could not be had
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A feed in the table."""

    feed: str
    address: str | None
    # where it is now, if elsewhere
    title: str | None
    last_success: str | None
    # this and all times: ISO 8601, UTC
    last_error: str | None
    last_error_at: str | None
    failures: int
    # in a row up to now
    next_try: str
    items: int
    # recorded from it
    items_a_day: float
    # over the last week, or since it is watched


_WORDS = {"recorded": "new", "update": "updated", "copy": "copied from others", "known": "known", "removed": "taken out for good", "failed": "not coded",
          "empty": "without words", "pages": "without their pages"}  # fmt: skip


def line(told: Told) -> str:
    """``2026-11-27 11:20:03Z  https://...  3 new, 1 updated; next 11:35:02Z``."""
    feed = told.feed
    name = f"{feed.url} ({feed.title})" if feed.title else feed.url
    return f"{stamp(told.at)}  {name}  {_what(told)}; next {_next(feed.next_try, told.at)}"


def _what(told: Told) -> str:
    if told.outcome in ("failed", "gone"):
        often = f" ({told.feed.failures} times in a row)" if told.feed.failures > 1 else ""
        return f"FAILED{often}: {told.feed.error}"
    counts = ", ".join(f"{n} {_WORDS[what]}" for what in _WORDS if (n := told.counts.get(what)))
    return "; ".join((counts or "nothing new", *told.problems))


def _next(moment: float, now: float) -> str:
    text = stamp(moment)
    return text[11:] if text[:10] == stamp(now)[:10] else text


def row(feed: Watched, rate: float) -> Row:
    """A feed as a row of the table."""
    return Row(
        feed=feed.url,
        address=feed.address if feed.address != feed.url else None,
        title=feed.title,
        last_success=_maybe(feed.success),
        last_error=feed.error,
        last_error_at=_maybe(feed.error_at),
        failures=feed.failures,
        next_try=stamp(feed.next_try),
        items=feed.items,
        items_a_day=round(rate, 1),
    )


def stamp(moment: float) -> str:
    """Seconds since 1970 as ``2026-11-27 11:20:03Z``."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%SZ")


def _maybe(moment: float | None) -> str | None:
    return None if moment is None else stamp(moment)
