"""When a feed is visited next.

A feed that has news is visited at the pace asked for; one that has none ever less often; one that fails, less often with every failure. What the server
asks for (max-age, Retry-After, ttl) is never undercut. Chance spreads the visits, so that a thousand feeds do not come due in one second.
"""

from collections.abc import Callable
from dataclasses import dataclass

DAY = 86_400.0
_SLOWEST = 16.0
# times the pace of news for a feed that is silent for long (4 hours for 15 minutes): a quiet ministry may wake up
_SLOWER = 1.5
_FASTER = 0.5
_GONE = 7 * DAY
# 410 Gone is meant for good, but some servers say it by mistake


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How a feed is visited."""

    interval: float
    # seconds between visits while all goes well
    failures: int
    # visits in a row that failed
    next_try: float
    # seconds since 1970
    not_before: float
    # the same for whoever decides by himself when to come (cron): what the server asks for, and after a second failure the plan


def next_visit(outcome: str, *, interval: float, failures: int, now: float, base: float, floor: float, chance: Callable[[], float]) -> Pace:
    """Plan the next visit.

    Args:
        outcome: of the last one: new | same | failed | gone.
        interval: seconds between visits up to now.
        failures: in a row before this visit.
        now: seconds since 1970.
        base: seconds between visits to a feed that has news.
        floor: seconds that the server asks to be left alone for; beyond a day it is not believed.
        chance: gives numbers from 0 to 1.

    Returns:
        The plan; the next visit is at least ``floor`` away.
    """
    if outcome == "failed":
        wait = min(base * 2.0 ** min(failures + 1, 20), DAY) * (0.75 + 0.5 * chance())
        next_try = now + max(wait, _floor(floor, chance))
        return Pace(interval=interval, failures=failures + 1, next_try=next_try, not_before=next_try if failures else now + min(floor, DAY))
    if outcome == "gone":
        return Pace(interval=interval, failures=failures + 1, next_try=now + _GONE, not_before=now + _GONE)
    interval = max(base, interval * _FASTER) if outcome == "new" else max(base, min(interval * _SLOWER, base * _SLOWEST))
    wait = max(interval * (0.9 + 0.2 * chance()), _floor(floor, chance))
    return Pace(interval=interval, failures=0, next_try=now + wait, not_before=now + min(floor, DAY))


def is_due(time: float, now: float) -> bool:
    """Whether the time of a visit has come; one further off than any plan was made by a clock that ran ahead."""
    return time <= now or time > now + _GONE + DAY


def _floor(floor: float, chance: Callable[[], float]) -> float:
    return min(floor, DAY) * (1.0 + 0.1 * chance())
