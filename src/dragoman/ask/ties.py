"""How two parties are tied to each other, in the articles' words."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.ask.filters import Filter
from dragoman.ask.rows import EVERYTHING, Told, told
from dragoman.lake.serving import Serving
from dragoman.model import Tie


def ties(
    record: Serving, chosen: Filter = EVERYTHING, *, limit: int | None = None, newest: bool = False
) -> Iterator[Told[Tie]]:
    """What articles told of them, by day. In the filter, the kind is the type."""
    return told(record, "ties", Tie, chosen, limit=limit, newest=newest)
