"""What the headers of an answer say about time: how long it stays good, how long to wait, what the server's clock shows (RFC 9110, RFC 9111)."""

import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime


def max_age(headers: Mapping[str, str]) -> float | None:
    """How long an answer stays good.

    Args:
        headers: of the answer, looked up without regard to case.

    Returns:
        Seconds from now, at least 0; None where the answer does not say. "no-cache" and "no-store" are 0.
    """
    told = headers.get("cache-control", "").lower()
    if re.search(r"\bno-(?:cache|store)\b", told):
        return 0.0
    match = re.search(r"(?<![\w-])max-age\s*=\s*\"?(\d{1,10})", told)
    if not match:
        return None
    age = headers.get("age", "").strip()
    return max(0.0, float(match[1]) - (float(age) if re.fullmatch(r"\d{1,10}", age) else 0.0))


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """How long a server asks to be left alone.

    Args:
        headers: of the answer.
        now: seconds since 1970, for servers that tell a time of day but not what their clock shows.

    Returns:
        Seconds, at least 0; None where it does not ask. A date counts from the server's own clock, which may be wrong.
    """
    told = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,10}", told):
        return float(told)
    until = moment(told)
    if until is None:
        return None
    return max(0.0, until - (moment(headers.get("date", "")) or now))


def moment(text: str) -> float | None:
    """An HTTP date as seconds since 1970; None where it is none."""
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
