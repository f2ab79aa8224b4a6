"""First persons: "we", "our", "I" are whoever speaks, by the verb of saying above or beside their clause, else who spoke last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.code.party_mention import Mention, again
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

FIRST = frozenset("we us our ours ourselves i me my mine myself".split())
_OF_ONE = frozenset("i me my mine myself".split())
SECOND = frozenset("you your yours yourself yourselves".split())
SAYING = frozenset("say tell add declare state announce insist write warn argue stress note reply remark claim vow reiterate explain affirm ask".split())


def first_person(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """Whom "we" or "I" stands for: the side that the speaker speaks for, or the speaker."""
    return tuple(again(m, token) if token.lower in _OF_ONE else _as_side(r, m, token) for m in speakers(r, token))


def second_person(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """Whom "you" and "your" stand for in a question of a transcript: the side of whoever answers."""
    if r.turn_mark is None or r.turn or token.head.lemma == "thank":
        return ()
    return tuple(_as_side(r, m, token) for m in r.answers)


def speakers(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """Whose words a token stands in ("We will not sign," said X): the subject of the verb of saying above or beside it, else who spoke last."""
    below = token
    for verb in token.ancestors():
        aside = [c for c in verb.kids("parataxis", "ccomp", "dep", "advcl") if c is not below and c.lemma in SAYING]
        # "he asked me": who is spoken to is not who speaks
        spoken_to = below is token and token.dep in ("dobj", "dative")
        above = [verb] if verb.lemma in SAYING and not spoken_to and below.dep in ("ccomp", "parataxis", "dep", "dobj", "advcl") else []
        for say in (*above, *aside):
            told = [t for t in say.kids("nsubj") if t.lower not in FIRST and not r.is_pending(t)]
            found = tuple(m for t in told for m in r.at(t) if m.kind not in ("thing", "place"))
            if found:
                return found
        below = verb
    if r.turn:
        return r.turn
    return r.spoke if r.spoke and r.sentence - r.spoke_at <= 2 else ()


def last_speakers(r: Resolver) -> tuple[Mention, ...]:
    """Who speaks in a sentence that quotes: the subject of its last verb of saying."""
    if not any(mark in r.slice(r.parse.start, r.parse.end) for mark in "\"“”‘"):
        return ()
    for verb in reversed(r.parse.tokens):
        if verb.lemma in SAYING and verb.is_verb:
            found = tuple(m for t in verb.kids("nsubj") for m in r.at(t) if m.party.code and m.kind not in ("thing", "place"))
            if found:
                return found
    return ()


def _as_side(r: Resolver, m: Mention, token: Token) -> Mention:
    """"We" is the side that the speaker speaks for, not the speaker alone."""
    side = again(m, token)
    actor = r.codebook.actors.get(m.party.code or "")
    if actor is None:
        return side
    return replace(side, party=replace(side.party, name=actor.name, person=None, role=None))
