"""What is derived from a part of the codebook is made once for each, not once a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

_Part = TypeVar("_Part")
_Made = TypeVar("_Made")

_KEPT = 64
# a process has one codebook or two; those who load many start anew
_made: dict[tuple[int, Callable[..., Any]], tuple[Any, Any]] = {}
# by the identity of the part, which is kept beside so that it stays its own


def derived(part: _Part, make: Callable[[_Part], _Made]) -> _Made:
    """What ``make`` gives for a part of the codebook.

    Args:
        part: never changed once loaded.
        make: a function of a module, not one made anew for each call.
    """
    key = id(part), make
    known = _made.get(key)
    if known is None:
        if len(_made) >= _KEPT:
            _made.clear()
        known = _made[key] = part, make(part)
    found: _Made = known[1]
    return found
