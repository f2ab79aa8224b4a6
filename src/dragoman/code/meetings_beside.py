"""Meetings held beside another one: "on the sidelines of the summit" they have its day and place."""

from __future__ import annotations

from dragoman.code.draft import Draft, Line
from dragoman.code.meetings_when import time_of
from dragoman.code.places import place_near
from dragoman.engine.parse import Token
from dragoman.model import Place, Time


def beside(draft: Draft, line: Line, word: Token, status: str | None) -> tuple[Time | None, Place | None]:
    """Day and place of the meeting on whose margins another one is held.

    Args:
        draft: the article; its meetings told before.
        line: the sentence.
        word: noun or verb of the meeting held beside.
        status: of the meeting held beside.

    Returns:
        What the sentence tells of the other meeting, else what is known of the last one with the same status; None where nothing is.
    """
    words = draft.codebook.meetings
    heads = [word, *([word.head] if word.is_noun else [])]
    edge = next((p for h in heads for q in h.kids("prep") for p in q.kids("pobj") if p.lemma in words.beside), None)
    if edge is None:
        return None, None
    other = next((p for q in edge.kids("prep") if q.lower == "of" for p in q.kids("pobj")), None)
    time = time_of(draft, line, other, status) if other is not None else None
    place = place_near(draft, line, other) if other is not None else None
    if other is not None and other.lemma in words.nouns:
        known = next((k for k in reversed(draft.glimpses) if k.status == status and (k.time or k.place)), None)
        if known is not None:
            time, place = time or known.time, place or known.place
    return time, place
