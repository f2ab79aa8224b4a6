"""When something happened, as precisely as the text supports and no more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """An interval of calendar time."""

    start: str | None
    # ISO 8601, possibly partial ("2024-07", "--07" where no year can be told)
    end: str | None
    # inclusive, same form as start; None for an open end ("since March")
    precision: str
    # minute | day | week | month | quarter | year | approximate
    text: str
    # the words it rests on
