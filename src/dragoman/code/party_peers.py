"""Those who are told by what they are to somebody else: "her counterpart", "its neighbour", "its treaty ally".

A counterpart is the other side of the talks told last, else who of the same rank was named last; an ally, neighbour or foe is the one other state
that its own sentence, or the nearest one before it, names. Where two others could be meant the party stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.code.noun_phrases import singular
from dragoman.code.party_groups import REACH
from dragoman.code.party_mention import Mention, again
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

OF_OFFICE = frozenset({"counterpart", "colleague", "number"})
# who has the same office as somebody else ("his opposite number")
OF_STATE = frozenset("ally neighbour neighbor partner rival foe adversary enemy archenemy".split())
# what one state is to another
OF_VISIT = frozenset({"host", "guest", "visitor"})
# who is met, or comes
_NEAR = 3
# sentences back in which "its neighbour" may have been named


def peer(r: Resolver, token: Token, noun: str) -> tuple[Mention, ...]:
    """Whom "her counterpart", "Kenya's counterpart", "its eastern neighbour" stand for; empty where that is not told."""
    last = noun.split(" ")[-1]
    owners = token.kids("poss")
    if not owners or token.tag not in ("NN", "NNP") or last not in OF_OFFICE | OF_STATE | OF_VISIT:
        return ()
    whose = tuple(m for o in owners for m in r.mentions([o]))
    codes = {m.party.code for m in whose if m.party.code}
    if len(codes) != 1:
        # "Its neighbour to the north, Burkina Faso", of whomever
        beside = _set_beside(r, token, codes)
        return (again(beside, token),) if beside is not None else ()
    found = _set_beside(r, token, codes) or (_of_state(r, token, codes) if last in OF_STATE else _of_office(r, token, whose, codes))
    return (again(found, token),) if found is not None else ()


def _set_beside(r: Resolver, token: Token, codes: set[str]) -> Mention | None:
    """"Its ally Japan", "Vietnam, its neighbour": the name in apposition."""
    beside = [*token.kids("appos"), *([token.head] if token.dep == "appos" else [])]
    return _other((m for t in beside if not r.is_pending(t) for m in r.at(t)), codes)


def _other(mentions: Iterable[Mention], codes: set[str]) -> Mention | None:
    """The one party of another state among some, its last mention; None where there are several or none."""
    found = {m.party.code: m for m in mentions if m.party.code and m.party.code not in codes and m.kind != "thing"}
    return next(iter(found.values())) if len(found) == 1 else None


def _of_office(r: Resolver, token: Token, whose: tuple[Mention, ...], codes: set[str]) -> Mention | None:
    for group, at in ((r.met, r.met_sentence), (r.table, r.table_sentence)):
        if codes & {m.party.code for m in group} and r.sentence - at <= REACH:
            other = _other(group, codes)
            if other is not None:
                return other
    if singular(token) in OF_VISIT:
        return None
    ranks = {m.level for m in whose if m.level}
    for m in reversed(r.memory):
        if r.sentence - m.sentence > _NEAR:
            break
        before = m.party.start is not None and m.party.start < token.start
        if m.kind == "person" and before and m.party.code and m.party.code not in codes and m.level and (m.level in ranks or not ranks):
            return m
    return None


def _of_state(r: Resolver, token: Token, codes: set[str]) -> Mention | None:
    named = [
        m for m in (*r.memory[-40:], *(p for p in r.places[-10:] if p.kind == "state"))
        if m.party.start is not None and m.party.start < token.start and r.sentence - m.sentence <= _NEAR and r.is_state(m) and m.kind != "thing"
    ]  # fmt: skip
    for back in range(_NEAR + 1):
        here = [m for m in named if r.sentence - m.sentence == back]
        if {m.party.code for m in here} - codes:
            return _other(here, codes) or _other((m for m in here if any(r.dyads[frozenset((str(m.party.code), c))] for c in codes)), codes)
    return None


def is_peer(token: Token) -> bool:
    """Whether a noun tells somebody by what they are to its possessor."""
    return singular(token) in OF_OFFICE | OF_STATE | OF_VISIT
