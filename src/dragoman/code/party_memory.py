"""Pointing back: pronouns, "both sides", "the minister", "the kingdom", "the bloc".

A rule-based salience order (Lappin and Leass 1994, without weights): subjects of this sentence and the last one first, then whoever was named last;
sex and number must fit. What was named as a place only serves where nothing else fits.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.code.grammar import subjects
from dragoman.code.noun_phrases import singular
from dragoman.code.party_mention import FEMALE, Mention, again
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

PERSONAL = frozenset("he she him her his hers himself herself".split())
NEUTER = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
PAIR_WORDS = frozenset("both two each neither either sides side".split())
_PAIR_NOUNS = frozenset(
    """side country leader minister capital party nation neighbour neighbor government president ally power state rival foe diplomat delegation army
    premier envoy militarie military adversary organisation group bloc king prime-minister foreign-minister man woman negotiator team
    belligerent head""".split()
)
_AT_TABLE = frozenset("side party delegation negotiator team belligerent".split())
# nouns for those who talk with each other
_RANKS = {"head": ("leader", "president", "premier", "king", "prime-minister", "head"), "minister": ("minister", "foreign-minister"), "any": ("man", "woman")}
_OFFICES = frozenset("minister leader president premier head".split())
_THESE = frozenset("the these those their".split())
_GENERIC_STATE = frozenset("country nation state".split())
# kingdom, republic and the like are nouns of the states that call themselves so
_GENERIC_GROUP = frozenset(
    """group movement militia rebel militant paramilitary insurgent faction organisation organization guerrilla guerilla""".split()
)
_GENERIC_BODY = frozenset("organisation organization agency bloc alliance body grouping union".split())
_JUNTA = frozenset("junta regime ruler general military".split())
# words for those who rule by arms
_GENERIC_PERSON = frozenset("official leader diplomat politician guest statesman".split())
_POINTERS = frozenset("the this that his her its their".split())
_REACH = 12
# sentences: an article calls back its main parties from anywhere, but a longer reach finds the wrong minister


def pronoun(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """Whom he, she, it or they stand for."""
    low = token.lower
    if low in PERSONAL:
        found = _last(r, lambda m: m.kind == "person" and not m.plural, token, "f" if low in FEMALE else "m")
    elif low in NEUTER:
        found = _last(r, lambda m: m.kind in ("state", "organisation", "group", "body") or (m.kind == "role" and not m.plural), token, None)
        found = found or _last_place(r)
    elif low in PLURAL:
        if r.group and r.sentence - max(m.sentence for m in r.group) <= 2 and not _is_plural_since(r, token):
            return tuple(again(m, token) for m in r.group)
        if r.met and r.sentence - r.met_sentence <= 3 and token.dep not in ("nsubj", "nsubjpass") and token.lower in ("them", "themselves"):
            # "the second conversation between them"
            return tuple(again(m, token) for m in r.met)
        found = _last(r, lambda m: m.plural or m.kind in ("organisation", "group", "role", "state"), token, None)
    else:
        return ()
    return (again(found, token),) if found is not None else ()


def _is_plural_since(r: Resolver, token: Token) -> bool:
    """Whether a plural party was the subject after the last pair was named ("The rebels said they")."""
    last = max((m.party.start or 0) for m in r.group)
    return any(
        m.subject and m.plural and m.party.start is not None and last < m.party.start < token.start and m.sentence == r.sentence and m not in r.group
        for m in r.memory
    )


def _last_place(r: Resolver) -> Mention | None:
    near = [m for m in r.places if r.sentence - m.sentence <= 1 and m.party.code]
    return near[-1] if near else None


def doers(r: Resolver, token: Token) -> list[Mention]:
    """Who does what is done to a token: the subject of the verb that it is an object of; none where it is no object."""
    head = token.head if token.dep != "pobj" else token.head.head
    if token.dep not in ("dobj", "dative", "pobj") or not head.is_verb:
        return []
    return [m for t in subjects(head) if t.i < token.i for m in r.at(t)]


def _last(r: Resolver, test: Callable[[Mention], bool], token: Token, gender: str | None) -> Mention | None:
    """The mention a pronoun points to: subjects of this and the last sentence first, then whoever was named last."""
    pool = [m for m in r.memory[-60:] if r.sentence - m.sentence <= 4 and test(m) and m.party.start is not None and m.party.start < token.start]
    if token.tag == "PRP" and token.lower not in ("himself", "herself", "itself", "themselves"):
        # "telephoned Macron and asked him": who is asked is not who asks
        own = {(m.party.code, m.party.person) for m in doers(r, token)}
        pool = [m for m in pool if (m.party.code, m.party.person) not in own]
    if gender:
        told = [m for m in pool if m.gender == gender]
        # whose sex is known goes before others only as somebody whom the last sentences are about
        about = any(m.subject and m.sentence >= r.sentence - 1 for m in told)
        pool = told if about else [m for m in pool if m.gender in (None, gender)]
    if not pool:
        return None
    for back in (0, 1):
        recent = [m for m in pool if r.sentence - m.sentence == back]
        acting = [m for m in recent if m.subject]
        if token.tag == "PRP$" and back == 0 and recent:
            # a possessive in the same clause belongs to the clause's subject, else to the nearest name
            chosen = acting[-1] if acting else recent[-1]
        elif acting:
            chosen = acting[-1] if back == 0 else acting[0]
        elif recent:
            chosen = recent[-1]
        else:
            continue
        if gender and chosen.gender is None:
            chosen.gender = gender
        return chosen
    return pool[-1]


def pair(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """Both, the two, each: the last two parties."""
    if token.lower in ("side", "sides") and token.dep == "compound":
        return ()
    if token.lower in ("two", "both"):
        # "telephoned Gorbachev; a summit between the two": two persons of this sentence come first
        here = {m.party.code: m for m in r.memory if m.sentence == r.sentence and m.kind == "person" and m.party.person and m.party.code}
        if len(here) == 2 and not any(m.sentence == r.sentence for m in r.group):
            return tuple(again(m, token) for m in here.values())
    return tuple(again(m, token) for m in last_pair(r, token))


def last_pair(r: Resolver, token: Token | None = None) -> tuple[Mention, ...]:
    """The last two parties that were named together, else the last two named; who speaks of "both" is not one of them."""
    speaks = {m.party.code for m in doers(r, token)} if token is not None else set()
    if r.group and r.sentence - max(m.sentence for m in r.group) <= 2 and not speaks & {m.party.code for m in r.group}:
        return r.group
    out: list[Mention] = []
    for m in reversed(r.memory):
        if m.party.code in speaks:
            continue
        if m.party.code and m.kind not in ("thing", "place") and m.party.code not in [o.party.code for o in out] and r.sentence - m.sentence <= 3:
            out.append(m)
        if len(out) == 2:
            break
    return tuple(reversed(out)) if len(out) == 2 else r.group


def counted_pair(r: Resolver, token: Token, edge: int) -> tuple[Mention, ...]:
    """"the two ministers", "both sides", "each side", "the three leaders"; "the parties" are those at the table."""
    words = {t.lower for t in r.parse.tokens[edge : token.i]}
    noun = singular(token)
    if noun not in _PAIR_NOUNS:
        # "two officials" are others than those named before
        return ()
    if words & {"both", "each", "either", "neither"} or ("two" in words and words & _THESE):
        count = 2
    elif "three" in words and words & (_THESE | {"all"}):
        count = 3
    elif (noun in _AT_TABLE or noun in _OFFICES) and words == {"the"} and token.tag in ("NNS", "NNPS") and _is_bare(token):
        count = 0
    else:
        return ()
    return tuple(again(m, token) for m in _together(r, token, noun, count))


def _is_bare(token: Token) -> bool:
    """Nothing behind a noun tells whose it is ("the ministers", "the Heads of State")."""
    owners = [q for q in token.kids("prep", "relcl", "acl") if not any(p.lower in ("state", "government", "delegation", "mission") for p in q.kids("pobj"))]
    return not owners


def _together(r: Resolver, token: Token, noun: str, count: int) -> tuple[Mention, ...]:
    """The last so many parties that belong together: persons of that rank, those at the table, those named in one breath."""
    level = next((rank for rank, nouns in _RANKS.items() if noun in nouns), None)
    if noun == "minister" and any(t.lower == "prime" for t in r.parse.tokens[max(0, token.i - 2) : token.i]):
        level = "head"
    if not count and noun in _OFFICES:
        # "The ministers signed": those who meet, if ministers they are
        ranks = [m.level for m in r.table if m.kind in ("person", "role")]
        ranked = bool(ranks) and all(rank in (level, None) for rank in ranks)
        return r.table if ranked and r.sentence - r.table_sentence <= _REACH else ()
    grouped = {m.party.code for m in r.group}
    seated = {m.party.code for m in r.table if m.party.code}
    fits = bool(r.table) and r.sentence - r.table_sentence <= _REACH and (len(seated) == count or not count)
    near = bool(r.group) and r.sentence - max(m.sentence for m in r.group) <= 2
    if level is not None and not (near and all(m.kind == "person" for m in r.group)):
        if fits and all(m.kind == "person" and m.level in (level, None) for m in r.table):
            return r.table
        persons = _persons(r, token, level, noun, count)
        if persons:
            return persons
    if fits and (noun in _AT_TABLE or (level is not None and not near) or (count == 3 and len(grouped) != count)):
        # "the two governments" are rather those named last
        return r.table
    if count == 3:
        return r.group if near and len(grouped) == count else ()
    return last_pair(r, token) if count else ()


def _persons(r: Resolver, token: Token, level: str, noun: str, count: int) -> tuple[Mention, ...]:
    """The last so many persons of an office, else of its rank, that speak for different parties; one of no told office may be the last."""
    acting = {m.party.code for m in doers(r, token)}
    out: list[Mention] = []
    for step in ("office", "rank", "any"):
        if step == "any" and not out:
            break
        out = out if step == "any" else []
        for m in reversed(r.memory):
            if r.sentence - m.sentence > _REACH or len(out) == count:
                break
            fits = (
                noun in (m.party.role or "").lower()
                if step == "office"
                else level in (m.level, "any") or (step == "any" and m.level is None)
            )
            known = {o.party.code for o in out} | acting
            if m.kind == "person" and m.party.person and m.party.code and fits and m.party.code not in known:
                out.append(m)
        if len(out) == count:
            break
    return tuple(reversed(out)) if len(out) == count else ()


def call_back(r: Resolver, token: Token, noun: str, edge: int) -> tuple[Mention, ...] | None:
    """"the minister", "the press secretary", "the kingdom", "the bloc": the last mention of that kind."""
    determiner = {t.lower for t in r.parse.tokens[edge : token.i]}
    if not determiner & _POINTERS and not token.is_proper:
        return None
    last_word = noun.split(" ")[-1]
    plural = token.tag in ("NNS", "NNPS")
    kept = r.called.get(last_word)
    if kept is not None and not determiner & {"his", "her", "its", "their"}:
        # "the bloc" stays the one it was
        for m in reversed(r.memory):
            if m.party.code == kept and r.sentence - m.sentence <= _REACH and m.kind in ("organisation", "group"):
                return (again(m, token),)
    for m in reversed(r.memory):
        if r.sentence - m.sentence > _REACH:
            break
        if m.party.start == token.start or (determiner & {"his", "her", "its", "their"} and m.kind == "person"):
            continue
        if _is_called(r, m, noun, last_word, plural):
            if m.kind in ("organisation", "group") and m.party.code:
                r.called[last_word] = m.party.code
            return (again(m, token),)
    if not plural:
        found = [m for m in r.places if r.sentence - m.sentence <= 3 and _is_such_a_place(r, m, last_word)]
        if found:
            return (again(found[-1], token),)
    return None


def _is_such_a_place(r: Resolver, m: Mention, noun: str) -> bool:
    actor = r.codebook.actors.get(m.party.code or "")
    return actor is not None and (noun in _GENERIC_STATE or noun in actor.nouns)


def _is_called(r: Resolver, m: Mention, noun: str, last_word: str, plural: bool) -> bool:
    """Whether a noun can call back this mention."""
    alike = m.plural == plural or last_word in _JUNTA
    if m.kind in ("person", "role", "body") and m.role_noun and m.party.code and alike:
        fits = " " not in noun or " " not in m.role_noun or noun.split(" ")[0] in (m.party.role or m.role_noun).lower()
        if m.role_noun.split(" ")[-1] == last_word and fits:
            return True
        if last_word in _JUNTA and m.role_noun.split(" ")[-1] in _JUNTA and m.kind != "person":
            return True
        if m.kind == "person" and last_word in _GENERIC_PERSON and m.level and (last_word != "leader" or m.level == "head"):
            return True
    actor = r.codebook.actors.get(m.party.code or "")
    if actor is None or m.kind not in ("state", "organisation", "group"):
        return False
    if last_word in actor.nouns:
        return True
    if plural and m.kind != "group":
        return False
    generic = {"state": _GENERIC_STATE, "group": _GENERIC_GROUP, "organisation": _GENERIC_BODY}[m.kind]
    return last_word in generic
