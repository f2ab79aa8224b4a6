"""What was said, by whom to whom."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.ask.filters import Filter
from dragoman.ask.rows import EVERYTHING, Told, told
from dragoman.lake.serving import Serving
from dragoman.model import Statement


def statements(
    record: Serving, chosen: Filter = EVERYTHING, *, limit: int | None = None, newest: bool = False
) -> Iterator[Told[Statement]]:
    """What articles told of them, by day. In the filter, speaker and addressee are actor and recipient, the cue is the type, the medium the mode."""
    return told(record, "statements", Statement, chosen, limit=limit, newest=newest)
