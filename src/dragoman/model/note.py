"""A note: what went wrong or was left out, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Odd data is noted and passed by; nothing is dropped in silence."""

    stage: str
    # read | code | fold | record
    kind: str
    message: str
    sentence: str | None
