"""What parties hold on an issue, in the articles' words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dragoman.ask.filters import Filter
from dragoman.ask.rows import EVERYTHING, Told, told
from dragoman.lake.serving import Serving
from dragoman.model import Position


def positions(
    record: Serving,
    chosen: Filter = EVERYTHING,
    *,
    issue: str | None = None,
    limit: int | None = None,
    newest: bool = False,
) -> Iterator[Told[Position]]:
    """Positions by day.

    Args:
        record: to ask.
        chosen: which; who holds them is its actor.
        issue: a part of the issue's words or of the stance's.
        limit: how many at most.
        newest: the latest day first.
    """
    found = told(record, "positions", Position, chosen, limit=None if issue else limit, newest=newest)
    if not issue:
        return found
    return islice((t for t in found if _is_on(t.noun, issue.lower())), limit)


def _is_on(position: Position, issue: str) -> bool:
    return issue in (position.issue or "").lower() or issue in position.stance.lower()
