"""Whose the offer, plan or demand is that "it" stands for: "Kenya hailed the overture; Uganda turned it down"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.code.grammar import subjects
from dragoman.code.party_countries import countries
from dragoman.code.party_groups import doers
from dragoman.code.party_mention import Mention
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_MATTERS = frozenset(
    """offer proposal plan overture idea suggestion invitation initiative bid demand request appeal plea call ultimatum condition threat warning
    accusation allegation charge claim complaint truce ceasefire deal draft roadmap formula scheme blueprint pause compromise gesture protest
    ruling verdict award""".split()
)
# what somebody puts to somebody else
_ANSWERED = frozenset(
    """reject dismiss turn spurn snub brush shrug wave accept welcome hail praise rebuff refuse decline endorse scorn ignore embrace applaud laud oppose
    ridicule deride swat bat laugh approve back support greet mock consider study weigh discount disregard deny rubbish
    honour honor respect implement ratify sign scrap shelve savage attack assail""".split()
)
# what is done with it by those to whom it is put
_OPPOSED = frozenset("speak come object protest argue vote rail inveigh disagree agree assent consent subscribe".split())
# what is said against it, or with it
_TOLD_AS = {"offer": "offer", "proposal": "propose", "invitation": "invite", "request": "request", "demand": "demand", "appeal": "appeal", "threat": "threaten"}
# nouns and the verbs that tell the same
_PUTTING = frozenset("table propose unveil present float make submit moot offer announce publish circulate issue draft launch".split())
# by whom a plan is put forward, it is
_STANDS = ("dobj", "pobj", "nsubj", "nsubjpass", "appos", "conj")
_REACH = 3
# sentences back in which it may have been put


def answered_matter(token: Token) -> bool:
    """Whether "it" is what somebody answers."""
    if token.lower == "it" and token.dep == "pobj" and token.head.lower in ("against", "to", "with"):
        # "spoke out against it", "objected to it"
        return token.head.head.lemma in _OPPOSED
    return token.lower == "it" and token.dep == "dobj" and token.head.lemma in _ANSWERED


def whose_matter(r: Resolver, token: Token) -> tuple[Mention, ...] | None:
    """Who put it forward; empty where it is told but nobody knows whose it is, None where no such thing is told."""
    noun = next((t for t in reversed(r.parse.tokens[: token.i]) if t.lemma in _MATTERS and t.dep in _STANDS), None)
    if noun is not None:
        found = _makers(r, noun)
    elif r.matter and r.matter_at == r.sentence - 1:
        found = r.matter
    else:
        return None
    own = {m.party.code for m in doers(r, token)}
    return tuple(m for m in found if m.party.code not in own)


def whose_promise(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """"Oman and Qatar offered to host them, and Iran accepted their offer": who did what the noun tells again, in the same sentence."""
    noun = token.head
    doing = _TOLD_AS.get(noun.lemma)
    if token.tag != "PRP$" or doing is None or noun.dep not in ("dobj", "pobj") or not noun.head.is_verb or noun.head.lemma not in _ANSWERED:
        return ()
    verb = next((t for t in reversed(r.parse.tokens[: token.i]) if t.is_verb and t.lemma == doing), None)
    if verb is None:
        return ()
    own = {m.party.code for m in doers(r, token.head)}
    return tuple(m for m in r.mentions(t for t in subjects(verb) if t.i < token.i and not r.is_pending(t)) if m.party.code and m.party.code not in own)


def note_matter(r: Resolver) -> None:
    """Remember whose the last offer, plan or demand of this sentence is."""
    for token in reversed(r.parse.tokens):
        if token.lemma in _MATTERS and token.is_noun and token.dep in _STANDS:
            r.matter, r.matter_at = _makers(r, token), r.sentence
            return


def _makers(r: Resolver, noun: Token) -> tuple[Mention, ...]:
    codes = [code for code, _ in countries(r, noun, prepositions=("by", "from", "of"))]
    if codes:
        named = {m.party.code: m for m in (*r.places, *r.memory) if m.party.code in codes and m.kind != "thing"}
        return tuple(named[c] for c in codes if c in named)
    if noun.dep == "dobj" and noun.head.lemma in _PUTTING and noun.head.kids("nsubj"):
        # "Hungary tabled a plan"
        told = r.mentions(t for t in noun.head.kids("nsubj") if not r.is_pending(t))
        return tuple(m for m in told if m.party.code and m.kind not in ("thing", "place"))
    return r.offered if r.sentence - r.offered_at <= _REACH else ()
