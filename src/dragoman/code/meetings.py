"""Meetings: one record for each, however many sentences tell of it.

Each sentence gives *glimpses* (:mod:`.meetings_find`): an act of consultation, a noun for a meeting with a time, a place, a number or a fate of its
own, a verb of meeting. They are joined (:mod:`.meetings_join`) when they name a meeting again ("the talks") or have the same parties and the same
status and no two different times or places. Refusals to sign, boycotts and signings are put to the meeting that they happened at
(:mod:`.meetings_outcome`). See ``docs/explanation/meetings.md``.
"""

from __future__ import annotations

import hashlib

from dragoman.code.draft import Draft, Line
from dragoman.code.meetings_agenda import add_agenda
from dragoman.code.meetings_find import glimpses
from dragoman.code.meetings_glimpse import Glimpse, is_elliptic
from dragoman.code.meetings_join import join
from dragoman.code.meetings_outcome import add_outcomes
from dragoman.model import Meeting

__all__ = ["Glimpse", "find_meetings", "glimpse_meetings"]


def glimpse_meetings(draft: Draft, line: Line) -> None:
    """Take what one sentence tells of meetings, and join it to what is known of them."""
    for glimpse in glimpses(draft, line):
        join(draft.glimpses, glimpse)
    _accept(draft, line)
    add_agenda(draft, line)
    add_outcomes(draft, line)


def _accept(draft: Draft, line: Line) -> None:
    """ "accepted the invitation on Tuesday": what somebody was only invited to will now be."""
    if not draft.invitations:
        return
    for act in (n for a in line.acts for n in a.walk()):
        word = act.trigger
        if act.type != "AGREE" or word is None or word.lemma != "accept" or act.status != "actual" or any(a.type == "CONSULT" for a in act.about):
            continue
        codes = {m.party.code for m in act.actor}
        asked = next((g for g in reversed(draft.invitations) if codes & g.codes), None)
        if asked is not None:
            draft.invitations.remove(asked)
            asked.line = line
            join(draft.glimpses, asked)


def find_meetings(draft: Draft) -> None:
    """Make the article's meeting records, but of those of which too little is told."""
    draft.meetings += [_meeting(draft, g) for g in draft.glimpses if _is_told(draft, g)]


def _is_told(draft: Draft, g: Glimpse) -> bool:
    """Two parties; or a place, time, number or outcome beside the noun of a meeting, in an article that is about the doings of several."""
    if len(g.codes) > 1:
        return True
    if not g.codes and g.line.sentence.text.rstrip("\"'”’) ").endswith("?"):
        # "And the conference in Ghadames, is that dead?"
        return False
    if g.word.is_verb:
        return bool(g.codes) and bool(g.parties[1:] or g.place or g.outcome or (g.time and _sits(draft, g)))
    if not (g.time or g.place or g.ordinal or g.outcome):
        return False
    if is_elliptic(g.word):
        # "A third is planned for December": one of those told before
        return True
    # "The conference was held in Boston and drew 3,000 cardiologists"
    alone = not g.codes or g.form in ("visit", "call")
    return not alone or g.word.lemma in draft.codebook.meetings.diplomatic or len(_named(draft)) > 1


_SITTING = frozenset({"meet", "convene", "reconvene", "assemble", "gather"})


def _sits(draft: Draft, g: Glimpse) -> bool:
    """"The Security Council met on Monday": a body of several states is a meeting's participants by itself."""
    kinds = {actor.kind for c in g.codes if (actor := draft.codebook.actors.get(c)) is not None}
    return g.word.lemma in _SITTING and kinds == {"organisation"} and not g.word.child("dobj")


def _named(draft: Draft) -> set[str]:
    """Codes of the parties of the article; places where something only happened are none."""
    return {m.party.code for m in draft.resolver.memory if m.party.code and m.kind not in ("place", "unknown")}


def _meeting(draft: Draft, g: Glimpse) -> Meeting:
    key = f"{draft.article.id}|meeting|{sorted(g.codes)}|{g.status}|{g.sentences[0]}|{g.word.start}"
    return Meeting(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        sentences=tuple(g.sentences),
        participants=tuple(g.parties),
        format=_name(g),
        level=g.level or "unknown",
        place=g.place,
        time=g.time,
        status=g.status or "held",
        ordinal=g.ordinal,
        agenda=tuple(g.agenda),
        outcome=tuple(g.outcome),
    )


def _name(g: Glimpse) -> str | None:
    """ "2+2 ministerial", "informal bilateral", "bilateral visit"."""
    parts = list(g.qualifiers)
    if len(g.codes) == 2 and g.form != "conference" and "2+2" not in parts:
        parts.append("bilateral")
    elif len(g.codes) == 3 and g.form not in ("call", "conference") and "trilateral" not in parts:
        parts.append("trilateral")
    if g.form:
        parts.append(g.form)
    return " ".join(dict.fromkeys(parts)) or None
