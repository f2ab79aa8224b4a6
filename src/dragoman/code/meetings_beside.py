"""Meetings held beside another one: "on the sidelines of the summit" they have its day and place."""

from __future__ import annotations

from datetime import date, timedelta

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
    day = eve(draft, line, word) if status == "held" else None
    if day is not None:
        return day, None
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


def eve(draft: Draft, line: Line, word: Token) -> Time | None:
    """ "spoke on the eve of the meeting": the day before the meeting told last, where that is known to the day.

    Args:
        draft: the article; its meetings told before.
        line: the sentence.
        word: the act's word, over the phrase.
    """
    assert line.parse is not None
    edge = next((t for t in line.parse.tokens if t.lower == "eve" and t.dep == "pobj" and any(a is word for a in t.ancestors())), None)
    noun = next((p for q in edge.kids("prep") if q.lower == "of" for p in q.kids("pobj")), None) if edge is not None else None
    if edge is None or noun is None or noun.lemma not in draft.codebook.meetings.nouns:
        return None
    for known in reversed(draft.glimpses):
        start = known.time.start if known.time else None
        if start and len(start) >= 10 and start[0] != "-" and known.status in ("held", "planned"):
            before = (date.fromisoformat(start[:10]) - timedelta(days=1)).isoformat()
            return Time(start=before, end=before, precision="day", text=draft.article.text[edge.start : noun.end])
    return None
