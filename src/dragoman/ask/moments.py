"""Moments as people write them."""

from datetime import UTC, datetime


def moment(text: str) -> datetime:
    """A moment in UTC; a day means its end.

    Raises:
        ValueError: it is neither.
    """
    found = datetime.fromisoformat(text.replace("Z", "+00:00"))
    if len(text) == len("2024-10-05"):
        found = found.replace(hour=23, minute=59, second=59, microsecond=999999)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
