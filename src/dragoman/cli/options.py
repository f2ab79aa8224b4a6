"""Options that several commands share."""

from dataclasses import replace
from datetime import date as Day
from typing import Annotated

import typer

from dragoman.settings import Settings, load


def day(text: str) -> str:
    """An ISO 8601 day as it was typed."""
    try:
        return Day.fromisoformat(text).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{text} is not a day; write it as 2024-07-10") from None


Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        parser=day,
        help="The day that 'yesterday' and 'on Tuesday' count from where an article tells none. It never becomes the article's date.",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        min=0.0,
        max=1.0,
        help="Leave out what is less certain than this, and note how much that was.",
    ),
]


EventsOnly = Annotated[
    bool | None,
    typer.Option(
        "--events-only/--everything",
        help="Acts alone, for bulk work, several times as fast: sentences that name no state, organisation or group and no two known persons "
        "are passed over; no statements, quotes, meetings, positions, ties.",
        show_default=False,
    ),
]


def settings(date: str | None = None, min_confidence: float | None = None, events_only: bool | None = None) -> Settings:
    """The user's settings with what the command line says over them."""
    given = {"date": date, "min_confidence": min_confidence, "events_only": events_only}
    return replace(load(), **{key: value for key, value in given.items() if value is not None})  # type: ignore[arg-type]
