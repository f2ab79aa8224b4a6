"""Tells whether a date lies ahead of its article or behind it, from the words around it.

The nearest cue before the expression counts ("**said** he **would** travel on Friday"); where none stands before it, the nearest after it
("On Friday ministers **will** meet"). "To meet on Friday" is a weak cue: it counts only where nothing in front tells of the past, as in
headlines. The cue words are in ``codebook/times.yml``.
"""

import re

from dragoman.code import time_rules

_NEXT = 30  # characters in which a perfect tense follows its deadline ("by March all staff had left")
_REACH = 120  # characters: about twenty words; a cue further off belongs to another clause


def _last(pattern: re.Pattern[str], text: str) -> int:
    position = -1
    for found in pattern.finditer(text):
        position = found.start()
    return position


def lies_ahead(text: str, start: int, end: int) -> bool | None:
    """True for the future, False for the past, None where no cue stands near ``text[start:end]``."""
    before = text[max(0, start - _REACH) : start].rpartition(";")[2]
    cues = time_rules.cues()
    future, past, weak = (_last(p, before) for p in (cues.future, cues.past, cues.weak))
    if future >= 0 and cues.perfect.search(text[end : end + _NEXT]) and before[future:].lower().startswith("by "):
        return False
    if future >= 0 or past >= 0:
        return future >= past
    if weak >= 0:
        return True
    return _after(text[end : end + _REACH].partition(";")[0])


def is_unmet(text: str, start: int, end: int) -> bool:
    """Whether the nearest cue before ``text[start:end]`` tells of what was to be ("was to have begun on Friday", "had been due on Monday")."""
    before = text[max(0, start - _REACH) : start].rpartition(";")[2]
    cues = time_rules.cues()
    found = list(cues.unmet.finditer(before))
    if not found:
        return False
    rest = before[found[-1].end() :]
    return not cues.future.search(rest) and not cues.past.search(rest)


def _after(text: str) -> bool | None:
    cues = time_rules.cues()
    future, past = cues.future.search(text), cues.past.search(text)
    if future and past:
        return future.start() <= past.start()
    return True if future else False if past else None
