"""What each party did at a meeting: signed, declined, adopted, boycotted, walked out."""

from __future__ import annotations

from dragoman.code import grammar
from dragoman.code.draft import Draft, Line
from dragoman.code.events import is_background, when_of
from dragoman.code.frames import Act
from dragoman.code.meetings_glimpse import Glimpse, codes_of
from dragoman.codebook.schema import MeetingWords
from dragoman.engine.parse import Token
from dragoman.model import Outcome, Time

_SIGN = ("sign", "initial", "ink")
_ADOPT = ("adopt", "endorse", "approve")
_STAY_AWAY = ("boycott", "shun", "snub", "skip")


def add_outcomes(draft: Draft, line: Line) -> None:
    """Put the deeds of one sentence to the meetings they belong to."""
    words = draft.codebook.meetings
    for act in (n for a in line.acts for n in a.walk()):
        if act.trigger is None or act.status not in ("actual", "background"):
            continue
        verb, document = _deed(act, words)
        if verb is None:
            continue
        mentions = (*act.actor, *act.recipient)
        when = when_of(line, act)
        meeting = _meeting_of(draft, line, codes_of(m.party for m in act.actor), codes_of(m.party for m in mentions), verb, when.time if when else None)
        if meeting is None:
            continue
        for m in act.actor:
            if not any(o.party and o.party.code == m.party.code and o.act == verb for o in meeting.outcome):
                meeting.outcome.append(Outcome(party=m.party, document=document, act=verb))
        if line.sentence.id not in meeting.sentences:
            meeting.sentences.append(line.sentence.id)


def _deed(act: Act, words: MeetingWords) -> tuple[str | None, str | None]:
    trigger = act.trigger
    assert trigger is not None
    paper = _paper(trigger, words)
    if act.type == "REJECT" and any(t.lemma in (*_SIGN, *_ADOPT) for t in trigger.subtree()) and paper is not None:
        return "declined", paper.text
    if act.type == "REJECT" and act.support is None and any(a.trigger is not None and a.trigger.lemma in _SIGN for a in act.about):
        return "declined", None
    if trigger.lemma in _SIGN and act.type in ("AGREE", "SUPPORT", "COOPERATE"):
        return "signed", paper.text if paper else None
    if act.support is not None and act.support.lemma in _SIGN and act.type in ("AGREE", "SUPPORT", "COOPERATE"):
        return "signed", trigger.text
    if trigger.lemma in _ADOPT and paper is not None and act.type in ("AGREE", "SUPPORT"):
        return "adopted", paper.text
    if trigger.lemma in _STAY_AWAY and any(t.lemma in words.nouns for t in (*trigger.subtree(), *grammar.objects(trigger), *grammar.surface_subjects(trigger))):
        return "boycotted", None
    if trigger.lemma in ("walk", "storm") and any(c.lower == "out" for c in trigger.children):
        return "walked out", None
    return None, None


def _paper(trigger: Token, words: MeetingWords) -> Token | None:
    near = sorted((t for t in trigger.subtree() if t.is_noun and t.lemma in words.documents), key=lambda t: t.i)
    return near[0] if near else None


def _meeting_of(draft: Draft, line: Line, doers: frozenset[str], codes: frozenset[str], verb: str, time: Time | None) -> Glimpse | None:
    """The meeting at which something was done: for a boycott one in this sentence; else the last one held, in this sentence or before, with those
    parties and at a time that does not speak against it."""
    if verb == "boycotted":
        here = [k for k in draft.glimpses if line.sentence.id in k.sentences]
        return here[-1] if here else next((k for k in reversed(draft.glimpses) if k.form in ("summit", "conference") and k.status == "held"), None)
    old = time is not None and is_background(time, draft.date)
    for k in reversed(draft.glimpses):
        if k.status != "held" or not codes or not (codes <= k.codes or (verb in ("declined", "walked out") and doers and doers <= k.codes)):
            continue
        if old != k.past or (time is not None and k.time is not None and _later(time, k.time)):
            continue
        return k
    return None


def _later(deed: Time, meeting: Time) -> bool:
    """Whether a deed and a meeting have no day in common, as far as both are told."""
    a, b, c, d = (str(x)[:10] for x in (deed.start, deed.end or deed.start, meeting.start, meeting.end or meeting.start))
    n = min(len(x) for x in (a, b, c, d))
    return not (a[:n] <= d[:n] and c[:n] <= b[:n])
