"""Positions: what each party holds on an issue, in its own words.

Taken from statements whose content sets a condition, a demand, a refusal or a principle ("must involve both", "cannot be won"), and from what
demands and refusals are about.
"""

from __future__ import annotations

import re

from dragoman.code.draft import Draft
from dragoman.codebook.schema import Relations
from dragoman.model import Event, Position, Statement

_HOLDING = frozenset(
    """insist emphasize emphasise stress underline reiterate underscore maintain demand vow reaffirm reject refuse oppose argue urge call
    warn""".split()
)


def find_positions(draft: Draft) -> None:
    """Find the positions of an article from its statements and events."""
    relations = draft.codebook.relations
    seen: set[tuple[str | None, str]] = set()
    for s in draft.statements:
        party = next((p for p in s.speaker if p.code), None)
        if party is None or not _holds(draft, s, relations):
            continue
        stance = s.content.strip(" .")
        key = (party.code, stance)
        if key in seen:
            continue
        seen.add(key)
        draft.positions.append(Position(party=party, issue=issue_of(relations, stance), stance=stance, statement=s.id, sentence=s.sentence))
    for e in draft.events:
        _from_event(draft, e, seen)


def _holds(draft: Draft, s: Statement, relations: Relations) -> bool:
    low = f" {s.content.lower()} "
    if any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", low) for w in relations.stance):
        return True
    lemma = draft.lemma_of(s)
    return lemma in _HOLDING and s.directness != "indirect"


def _from_event(draft: Draft, e: Event, seen: set[tuple[str | None, str]]) -> None:
    """What is demanded or refused, in the words of the sentence after the act's word."""
    if e.type not in ("REJECT", "REQUEST") or e.status not in ("actual", "planned"):
        return
    party = next((p for p in e.actor if p.code), None)
    if party is None or any(p.sentence == e.sentence and p.party.code == party.code for p in draft.positions):
        return
    sentence = next(line.sentence for line in draft.lines if line.sentence.id == e.sentence)
    stance = draft.article.text[e.evidence.start : sentence.end].strip(" .")
    if (party.code, stance) in seen:
        return
    seen.add((party.code, stance))
    draft.positions.append(
        Position(party=party, issue=issue_of(draft.codebook.relations, stance), stance=stance, statement=None, sentence=e.sentence)
    )


def issue_of(relations: Relations, stance: str) -> str | None:
    """The label of the first issue whose words the stance has."""
    low = stance.lower()
    for label, words in relations.issues.items():
        if any(re.search(rf"\b{re.escape(w)}", low) for w in words):
            return label
    return None
