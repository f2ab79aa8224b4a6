"""Where something happened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named place; coordinates in decimal degrees (WGS 84), None where the gazetteer has none."""

    name: str
    country: str | None
    # ISO 3166-1 alpha-3
    lat: float | None
    lon: float | None
