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


def settings(date: str | None = None, min_confidence: float | None = None) -> Settings:
    """The user's settings with what the command line says over them."""
    given = {"date": date, "min_confidence": min_confidence}
    return replace(load(), **{key: value for key, value in given.items() if value is not None})  # type: ignore[arg-type]
