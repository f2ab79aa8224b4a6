"""What the codebook knows of single outlets (``codebook/outlets/<name>.yml``): names, hosts, country, order of day and month, boilerplate.

Keys of a file: ``name``; ``names`` (other forms, as a masthead or a <title> has them); ``hosts`` (domains); ``country`` (ISO 3166-1
alpha-3, which settles ambiguous zones and the order of numeric dates); ``day_first`` (true | false, where it differs from the
country's use); ``boilerplate`` (regular expressions for whole paragraphs); ``offending`` (the texts that made each of them needed).
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from dragoman.errors import CodebookError

_KEYS = {"name", "names", "hosts", "country", "day_first", "boilerplate", "offending"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet that needs an entry."""

    name: str
    names: tuple[str, ...]
    hosts: tuple[str, ...]
    country: str | None
    day_first: bool | None
    boilerplate: tuple[re.Pattern[str], ...]


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """All entries of the codebook, sorted by file name.

    Raises:
        CodebookError: a file is broken, or has a key that is not known.
    """
    folder = files("dragoman") / "codebook" / "outlets"
    entries = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".yml")), key=lambda entry: entry.name)
    return tuple(_parse(entry.name, entry.read_text(encoding="utf-8")) for entry in entries)


def _parse(file: str, text: str) -> Outlet:
    import yaml

    try:
        raw = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader builds strings only
    except yaml.YAMLError as error:
        raise CodebookError(f"outlets/{file}", "the file", f"no YAML: {error}", "mend it") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("name"), str):
        raise CodebookError(f"outlets/{file}", "the top", "no mapping with a name", "see read/outlets.py for the keys")
    if unknown := set(raw) - _KEYS:
        raise CodebookError(
            f"outlets/{file}", ", ".join(sorted(unknown)), "a key that is not known", f"use {', '.join(sorted(_KEYS))}"
        )
    try:
        patterns = tuple(re.compile(pattern) for pattern in raw.get("boilerplate", ()))
    except re.error as error:
        raise CodebookError(f"outlets/{file}", "boilerplate", f"no regular expression: {error}", "mend it") from error
    first = raw.get("day_first")
    return Outlet(
        name=raw["name"],
        names=tuple(raw.get("names", ())),
        hosts=tuple(raw.get("hosts", ())),
        country=raw.get("country"),
        day_first=None if first is None else first == "true",
        boilerplate=patterns,
    )


def outlet_by_name(name: str | None) -> Outlet | None:
    """The entry of an outlet by one of its names; None where it has none."""
    if not name:
        return None
    wanted = name.strip().casefold()
    return next((o for o in load_outlets() if wanted in {n.casefold() for n in (o.name, *o.names)}), None)


def outlet_by_url(url: str | None) -> Outlet | None:
    """The entry of the outlet at whose host a page lies; None where it has none."""
    host = (urlsplit(url).hostname or "") if url else ""
    return next((o for o in load_outlets() if any(host == h or host.endswith("." + h) for h in o.hosts)), None)


_COUNTRIES = (
    (r"\bIndian?\b|Hindu|Delhi|Mumbai|\.in\b|\bANI\b|\bPTI\b", "IND"),
    (r"Israel|Jerusalem|Haaretz|Tel Aviv|\.il\b", "ISR"),
    (r"\bIrish\b|Dublin|Ireland|\bRT[EÉ]\b|\.ie\b", "IRL"),
    (r"China|Chinese|Beijing|Xinhua|CGTN|Shanghai|\.cn\b", "CHN"),
    (r"Taiwan|Taipei|\.tw\b", "TWN"),
    (r"Dhaka|Bangladesh|\.bd\b", "BGD"),
    (r"Manila|Philippine|Rappler|\.ph\b", "PHL"),
    (r"Sydney|Australia|Melbourne|Canberra|\.au\b", "AUS"),
    (r"Saudi|Riyadh|Jeddah|\.sa\b", "SAU"),
    (r"Kuwait|\.kw\b", "KWT"),
    (r"Havana|Cuba|\.cu\b", "CUB"),
    (r"Pakistan|Islamabad|Karachi|\.pk\b", "PAK"),
    (r"American?\b|\bUSA?\b|U\.S\.|Washington|New York|Chicago|Atlanta|\.gov\b", "USA"),
)


def country_of(*hints: str | None) -> str | None:
    """The country that an outlet's name, its host or the place of a dateline points to.

    Args:
        hints: in order of weight.

    Returns:
        ISO 3166-1 alpha-3, only for the countries whose zones or dates would else be misread; None where nothing points.
    """
    for hint in filter(None, hints):
        known = outlet_by_name(hint)
        if known and known.country:
            return known.country
        for pattern, country in _COUNTRIES:
            if re.search(pattern, hint, re.IGNORECASE if hint.isupper() else 0):
                return country
    return None
