"""Who met, where and how."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.ask.filters import Filter
from dragoman.ask.rows import EVERYTHING, Told, told
from dragoman.lake.serving import Serving
from dragoman.model import Meeting


def meetings(
    record: Serving, chosen: Filter = EVERYTHING, *, limit: int | None = None, newest: bool = False
) -> Iterator[Told[Meeting]]:
    """What articles told of them, by day. In the filter, participants are actors, the format is the type, the level the mode."""
    return told(record, "meetings", Meeting, chosen, limit=limit, newest=newest)
