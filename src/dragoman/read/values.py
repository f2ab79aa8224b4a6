"""Values of JSON and XML in their many shapes, as text and as times."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_tz
from typing import Any

_ISO = re.compile(
    r"^\s*(?P<date>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?\s*$",
    re.IGNORECASE,
)

_ZONE = re.compile(r":\d\d\s*(?:[+-]\d{4}|(?:UTC?|GMT|Z|[ECMP][SD]T)\b)")
# RFC 822's


def name_of(value: Any) -> str | None:
    """The one text in a value: itself, its "name", "@id" or "url", or that of the first of a list.

    Args:
        value: a string, a mapping or a list.

    Returns:
        None where it holds no text.
    """
    return next(iter(as_texts(value)), None)


def as_texts(value: Any) -> tuple[str, ...]:
    """All texts in a value, in order.

    Args:
        value: a string, a number, a mapping with a "name", or a list of such.

    Returns:
        The texts without white space around them; empty ones are left out.
    """
    if isinstance(value, str):
        bare = clean(value).strip()
        return (bare,) if bare else ()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return (str(value),)
    if isinstance(value, dict):
        for key in ("name", "title", "label", "term", "text", "@value", "@id", "url"):
            if found := as_texts(value.get(key)):
                return found
        return ()
    if isinstance(value, (list, tuple)):
        return tuple(text for item in value for text in as_texts(item))
    return ()


def clean(text: str) -> str:
    """The text with lone surrogates, which JSON escapes can hold and no encoding can write, replaced."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def iso_moment(value: str) -> str | None:
    """A time in ISO 8601, RFC 822 or seconds since 1970, in the form of the readout.

    Args:
        value: as the page or feed has it.

    Returns:
        "2024-10-16T17:05:00+03:00", without an offset where none is told, a bare date where no time is; None where it is no such time.
    """
    match = _ISO.match(value)
    if match:
        return _valid(match["date"], match["time"], match["zone"])
    if re.fullmatch(r"\d{9,10}|\d{12,13}", value.strip()):
        seconds = int(value) / (1000 if len(value.strip()) > 10 else 1)
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
    parts = (
        parsedate_tz(value)
        if re.match(r"^\s*(?:[A-Za-z]{3,9},\s*)?\d{1,2}[ -][A-Za-z]{3}", value) and ":" in value
        else None
    )
    if not parts:
        return None
    date, time = "{:04d}-{:02d}-{:02d}".format(*parts[:3]), "{:02d}:{:02d}:{:02d}".format(*parts[3:6])
    told = _ZONE.search(value)
    # the parser takes a zone that it does not know, and one that is not told, for UTC
    if told is None:
        return None if re.search(r"[A-Za-z]{2,}\W*$", value) else _valid(date, time, None)
    shift = parts[9] or 0
    sign = "-" if shift < 0 else "+"
    return _valid(date, time, f"{sign}{abs(shift) // 3600:02d}:{abs(shift) % 3600 // 60:02d}")


def _valid(date: str, time: str | None, zone: str | None) -> str | None:
    if time and len(time) == 5:
        time += ":00"
    if zone:
        zone = "+00:00" if zone.upper() in ("Z", "UTC", "GMT") else zone
        zone = zone if len(zone) > 3 else zone + ":00"
        zone = zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    text = date + (f"T{time}{zone or ''}" if time else "")
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return text
