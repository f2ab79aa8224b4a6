"""Groups that came to rule hand their name on to the state: which of the two an undated text means.

Since August 2021 the Taliban are Afghanistan's government. A text without a date is read as of today, unless its words tell of the time before: the
state's own forces, offices or people in office beside the group, the group's insurgents and bombers, a truce or talks with it, force that it uses
in its own country.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.code.names import Hit
from dragoman.code.noun_phrases import role_at
from dragoman.code.party_mention import PERSON_KINDS
from dragoman.codebook.schema import Entry
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_INSURGENT = frozenset(
    """insurgent insurgency militant gunman gunmen bomber attacker assailant fighter guerrilla guerilla rebel rebellion militia militiaman infiltrator hideout
    stronghold sanctuary offensive""".split()
)
# what those who rule are not called
_TRUCES = frozenset("truce ceasefire cease-fire cease peace reconciliation fire".split())
# what a state offers those who fight it
_FORCE = frozenset(
    """attack storm assault ambush kill behead bomb raid capture overrun seize abduct kidnap shoot detonate fight wound injure hit target besiege massacre
    launch claim execute""".split()
)
_OF_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
_REACH = 4
# words that a noun phrase has behind a nationality: "Afghan National Security Forces"


def at_its_time(r: Resolver, hit: Hit, pool: Sequence[Entry]) -> list[Entry]:
    """Of the entries of a name, those of the group where an undated text tells of the time before it ruled; else those given."""
    groups = [e for e in hit.entries if e.owner == "group" and e.kind == "name" and e.end]
    if r.date is not None or not groups or r.years:
        return list(pool)
    group = groups[0]
    state = r.country_of(group.code)
    if state not in {e.code for e in pool}:
        return list(pool)
    return groups if group.code in r.seen or _fights(r, hit, str(state), str(group.end)) else list(pool)


def _fights(r: Resolver, hit: Hit, state: str, risen: str) -> bool:
    own = r.parse.at(hit.start, hit.end)
    if any(_is_of_insurgents(t) for t in own) or any(t.lemma == "responsibility" and t.head.lemma in ("claim", "deny") for t in r.parse.tokens):
        return True
    told = [t for t in r.parse.tokens if (h := r.hits.get(t.i)) is not None and h.start != hit.start and any(e.code == state for e in h.entries)]
    if any(_is_state_at_work(r, t, risen) for t in told):
        return True
    return bool(told) and any(t.dep == "nsubj" and t.head.lemma in _FORCE for t in own)


def _is_of_insurgents(token: Token) -> bool:
    """"Taliban gunmen", "a suicide bomber of the Taliban", "a cease-fire with the Taliban", "peace talks with them": nouns of one phrase with the name."""
    for t in token.ancestors():
        if t.is_verb:
            return False
        if t.lemma in _INSURGENT | _TRUCES or any(c.lemma in _TRUCES for c in t.kids("compound", "amod", "nmod")):
            return True
    return False


def _is_state_at_work(r: Resolver, token: Token, risen: str) -> bool:
    """"The Afghan army base", "Afghanistan's government", "Ghani": the state as somebody else than the group."""
    hit = r.hits[token.i]
    if any(e.kind in PERSON_KINDS and (e.end or "9") <= risen for e in hit.entries):
        return True
    if any(e.kind == "body" for e in hit.entries):
        return True
    if not any(e.kind in ("demonym", "name", "capital") for e in hit.entries):
        return False
    for t in r.parse.tokens[token.i + 1 : token.i + 1 + _REACH]:
        if not (t.is_noun or t.tag[0] in "JP"):
            return False
        found = role_at(t, r.parse, r.codebook)
        if found is not None and found[0].sector in _OF_STATE and not found[0].things and found[0].level != "envoy":
            return True
    return False
