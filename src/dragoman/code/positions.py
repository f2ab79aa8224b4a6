"""Positions: what each party holds on an issue, in its own words.

Taken from statements that set a condition, a demand, a refusal or a principle ("must involve both", "cannot be won", "insists that", "the need
for"), and from refusals on record ("turned down the request"). That one party asks another for something is an act, not yet a position. Of an
attribution inside another ("the agency reported that Lula said") only the inner one holds; "reiterated India's approach" is India's.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.code.draft import Draft
from dragoman.codebook.schema import Relations
from dragoman.model import Event, Party, Position, Statement

_PRESS = frozenset({"JRN", "MED"})
_LEAD = re.compile(r"^(?:that|because|,|and)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^(?:the\s+)?(?:[\w.-]+\s+){0,3}?([\w.-]+)['’]s?\s+(?:[\w-]+\s+){0,3}?(\w+)\b")
_RECORDED = frozenset({"REJECT"})
# types whose events are positions even where no statement tells them
_DEEDS = ("boycott", "walk-out", "stay-away")
# refusals by deed, which are outcomes of a meeting
_GAP = 60
# characters between a cue and its content at most for both to be one phrase ("again turned down Germany's request")
_REFUSING = ("declined to", "refused to", "would not", "will not", "declines to", "refuses to")
_MARKS = " .,;:"
_OPEN, _CLOSE = "\"“«", "\"”»"


def find_positions(draft: Draft) -> None:
    """Find the positions of an article from its statements and its refusals."""
    relations = draft.codebook.relations
    titles = {line.sentence.id for line in draft.lines if line.sentence.part in ("title", "standfirst")} if len(draft.lines) > 3 else set()
    seen: set[tuple[str | None, str]] = set()
    told: list[Statement] = [s for s in draft.statements if s.sentence not in titles and _holds(draft, s, relations)]
    for s in told:
        stance = _own_words(draft, s, relations)
        if not stance or _is_outer(s, told):
            continue
        for party in _holders(draft, s, relations):
            if (party.code, stance) not in seen:
                seen.add((party.code, stance))
                draft.positions.append(Position(party=party, issue=issue_of(relations, stance), stance=stance, statement=s.id, sentence=s.sentence))
    ends = {line.sentence.id: line.sentence.end for line in draft.lines}
    held = {(p.sentence, p.party.code) for p in draft.positions}
    for e in draft.events:
        if e.sentence not in titles:
            _from_event(draft, e, ends[e.sentence], held)


def _own_words(draft: Draft, s: Statement, relations: Relations) -> str:
    """The content; with its cue where that tells the stand ("refused to meet the envoy", "rejects any deal")."""
    content = _stance(s.content)
    if s.cue_span is None or s.content_span is None or s.directness == "direct":
        return content
    if draft.lemma_of(s) not in relations.held["refusal"] | relations.held["demand"] and _words(relations.stance).search(content.lower()):
        return content
    if not any(draft.lemma_of(s) in verbs for verbs in relations.held.values()) or not 0 <= s.content_span[0] - s.cue_span[1] <= _GAP:
        return content
    return draft.article.text[s.cue_span[0] : s.content_span[1]].strip(_MARKS)


def _stance(content: str) -> str:
    """The words without lead-in, closing marks, and quotation marks around the whole."""
    bare = _LEAD.sub("", content.strip(_MARKS)).strip(_MARKS)
    if len(bare) > 2 and bare[0] in _OPEN and bare[-1] in _CLOSE and not any(c in _OPEN + _CLOSE for c in bare[1:-1].replace("’", "")):
        return bare[1:-1].strip(_MARKS)
    return bare


def _holds(draft: Draft, s: Statement, relations: Relations) -> bool:
    """Whether a statement takes a stand: by a modal word of its content, by its cue, or by the need that it stresses."""
    if all(p.code is None or p.sector in _PRESS for p in s.speaker):
        return False
    low = _stance(s.content).lower()
    if _is_silence(f"{s.cue} {low}", relations) or any(w in relations.courtesies for w in re.findall(r"[\w’'-]+", low)[:4]):
        return False
    if _words(relations.stance).search(low) or (s.directness != "indirect" and _words(relations.quoted).search(low)):
        return True
    lemma = draft.lemma_of(s)
    if s.cue.lower().startswith("to "):
        # what somebody is asked to back or refuse is not yet held
        return False
    if any(lemma in verbs for verbs in relations.held.values()):
        return len(low.split()) > 2
    first = re.findall(r"[\w’'-]+", low)[:4]
    return lemma in relations.voiced and (any(w in relations.needs for w in first) or _owner(low, relations) is not None)


def _is_silence(words: str, relations: Relations) -> bool:
    """"declined to comment", "would not say what they discussed": nothing is held."""
    low = words.lower()
    return any(f"{how} {what}" in low for what in relations.silent for how in _REFUSING)


def _is_outer(s: Statement, told: list[Statement]) -> bool:
    """Whether another position's words stand within this one's: the inner voice holds it. A quotation within is the same voice and falls away there."""
    if s.content_span is None:
        return False
    a, b = s.content_span
    others = [(o.cue_span, o.content_span) for o in told if o is not s and o.cue_span is not None and o.content_span is not None]
    return any(a <= cue[0] and cue[1] <= b and content[1] <= b for cue, content in others)


def _holders(draft: Draft, s: Statement, relations: Relations) -> list[Party]:
    """Who holds it: the owner that the words name ("India's approach"), else whoever says it, each of several."""
    speakers = list({p.code: p for p in reversed(s.speaker) if p.code and p.sector not in _PRESS}.values())[::-1]
    owner = _owner(_stance(s.content), relations)
    if owner is None or not speakers:
        return speakers
    known = [m.party for m in draft.resolver.memory if m.party.code and m.party.name and owner.lower() in (m.party.text.lower(), m.party.name.lower())]
    return known[-1:] or speakers


def _owner(content: str, relations: Relations) -> str | None:
    found = _POSSESSIVE.match(content)
    return found[1] if found and found[2].lower() in relations.owned else None


def _from_event(draft: Draft, e: Event, end: int, held: set[tuple[str, str | None]]) -> None:
    """A refusal on record, in the words of the sentence after the act's word."""
    if e.type not in _RECORDED or e.status != "actual" or any(d in e.frame for d in _DEEDS):
        return
    party = next((p for p in e.actor if p.code), None)
    if party is None or (e.sentence, party.code) in held:
        return
    held.add((e.sentence, party.code))
    stance = draft.article.text[e.evidence.start : end].strip(" .")
    if _is_silence(stance, draft.codebook.relations):
        return
    draft.positions.append(
        Position(party=party, issue=issue_of(draft.codebook.relations, stance), stance=stance, statement=None, sentence=e.sentence)
    )


def issue_of(relations: Relations, stance: str) -> str | None:
    """The issue of which most words stand in a stance; None where none does."""
    low = stance.lower()
    counts = {label: len(_starts(words).findall(low)) for label, words in relations.issues.items()}
    best = max(counts, key=lambda label: counts[label])
    return best if counts[best] else None


@cache
def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


@cache
def _starts(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})")
