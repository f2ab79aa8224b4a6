"""Whom a relative clause says that somebody acts for: "who speaks for the Arakan Army", "who is the bloc's envoy", "who commands the Kenyan army"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.code.noun_phrases import role_at
from dragoman.code.party_countries import countries, links_of
from dragoman.code.party_mention import Mention
from dragoman.codebook.schema import Role
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_HEADING = frozenset("head lead run chair command direct represent steer helm captain govern rule manage".split())
# whose object is what one acts for
_SPEAKING_FOR = frozenset("speak negotiate act talk mediate bargain answer work sit".split())
# and what stands behind *for*
_MINDING = frozenset("handle oversee look manage cover coordinate supervise follow watch deal direct run".split())
# whose object is a matter, and whose place the body one does it for: "who handles Asia at the White House"
_ACTING = ("state", "organisation", "group", "body", "role")
_HEADS = {"negotiate": "envoy", "mediate": "envoy", "represent": "envoy"}
_TRADES = frozenset("diplomat politician lawyer banker economist academic general admiral colonel statesman official jurist professor".split())
# what somebody is by trade, where the clause tells what he is now


def served(r: Resolver, token: Token) -> tuple[Mention, str] | None:
    """Whom a person acts for by the clause that hangs on the name, with the rank that it tells."""
    for clause in _clauses(token):
        slots = _slots(clause)
        for noun in slots:
            found = [m for m in r.at(noun) if m.party.code and m.kind in _ACTING and m.party.sector != "BUS"] if not r.is_pending(noun) else []
            if found:
                return found[0], _HEADS.get(clause.lemma, "official")
    return None


def office_now(r: Resolver, token: Token) -> tuple[list[tuple[str, str]], Role] | None:
    """"The Laotian diplomat who is the bloc's special envoy": of whom his office is, where the noun itself is but a trade."""
    if token.lemma not in _TRADES:
        return None
    for clause in _clauses(token):
        for noun in clause.kids("attr") if clause.lemma == "be" else clause.kids("prep"):
            office = noun if clause.lemma == "be" else noun.child("pobj") if clause.lemma == "serve" and noun.lower == "as" else None
            role = role_at(office, r.parse, r.codebook) if office is not None else None
            if office is None or role is None or r.is_pending(office):
                continue
            carried = countries(r, office, prepositions=links_of(role[0], role[1]))
            if carried:
                return carried, role[0]
    return None


def tells_office(verb: Token) -> bool:
    """"Who chairs the Forum", "who commands the army": what somebody is, no act of theirs."""
    return verb.dep == "relcl" and verb.tag == "VBZ" and verb.lemma in _HEADING and any(w.lower == "who" for w in verb.kids("nsubj")) and bool(_slots(verb))


def _clauses(token: Token) -> list[Token]:
    """Clauses with *who* behind a name, or behind what stands in apposition to it."""
    near = (token, *token.kids("appos"))
    return [c for t in near for c in t.kids("relcl") if any(w.lower == "who" for w in c.kids("nsubj"))]


def _slots(clause: Token) -> list[Token]:
    if clause.kids("neg") or clause.tag == "VBD" or clause.kids("aux"):
        # "who led the army until May" does so no more
        return []
    if clause.lemma in _HEADING and clause.kids("dobj"):
        things = clause.kids("dobj")
        return [*things, *_behind(clause, "at", "in")] if clause.lemma in _MINDING else things
    if clause.lemma in _SPEAKING_FOR:
        return _behind(clause, "for", "on")[:1] if clause.lemma != "work" else []
    return _behind(clause, "at", "in", "for") if clause.lemma in _MINDING else []


def _behind(clause: Token, *prepositions: str) -> list[Token]:
    heads = (clause, *clause.kids("dobj"), *(n for p in clause.kids("prep") for n in p.kids("pobj")))
    return [n for h in heads for p in h.kids("prep") if p.lower in prepositions for n in p.kids("pobj")]
