"""Those who were told together: "both sides", "the two ministers", "all three governments", "the parties", "the latter"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.code.grammar import subjects, writers
from dragoman.code.noun_phrases import singular
from dragoman.code.party_mention import Mention, again
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

PAIR_WORDS = frozenset("both two each neither either sides side".split())
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_OFTEN = 3
# weight of what two have done to each other: one hostile act and another act of any kind
_POINTING = frozenset("the these those their all its our both".split())
_PAIR_NOUNS = frozenset(
    """side country leader minister capital party nation neighbour neighbor government president ally power state rival foe diplomat delegation army
    premier envoy militarie military adversary organisation group bloc king prime-minister foreign-minister man woman negotiator team panel
    belligerent chief head junta counterpart ministry delegate pair duo trio monarch member interlocutor""".split()
)
_OF_STATES = frozenset(
    "ally rival foe country capital nation neighbour neighbor government president premier state army militarie military king monarch".split()
)
# of which organisations have none
_AT_TABLE = frozenset("side party delegation negotiator team belligerent panel".split())
# nouns for those who talk with each other
_RANKS = {"head": ("leader", "president", "premier", "king", "prime-minister", "head"), "minister": ("minister", "foreign-minister"), "any": ("man", "woman")}
_OFFICES = frozenset("minister leader president premier head".split())
_MEDIATING = frozenset(
    """urge call appeal exhort implore press beseech beg plead ask tell advise encourage impose mediate broker separate reconcile remind warn lift
    slap enforce extend""".split()
)
# what a third party does to two that are at odds
_THESE = frozenset("the these those their".split())
_BETWEEN = frozenset({"party", "side"})
_TOGETHER = frozenset(
    "side leader minister party president premier neighbour neighbor foe rival counterpart delegation pair duo trio principal interlocutor".split()
)
# nouns that without a number, too, are those who were told to act together last: "the ministers", "the parties", "the pair"
_AROUND = frozenset({"neighbour", "neighbor"})
REACH = 12
# sentences: an article calls back its main parties from anywhere, but a longer reach finds the wrong minister


def doers(r: Resolver, token: Token) -> list[Mention]:
    """Who does what is done to a token: the subject of the verb that it is an object of; none where it is no object."""
    head = token.head if token.dep != "pobj" else token.head.head
    if token.dep == "pobj" and head.is_noun and head.dep == "dobj" and token.head.lower in ("on", "against", "with", "over", "from"):
        # "lifted its sanctions against it": nor is it whose sanctions they were
        head = head.head
    if token.dep not in ("dobj", "dative", "pobj") or not head.is_verb:
        return []
    return [m for t in subjects(head) for w in writers(t) if w.i < token.i for m in r.at(w)]


def latter(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """The latter, the former: the last of the two who were named last, or the first of them."""
    two: list[Mention] = []
    if len({m.party.code for m in r.group}) == 2 and r.sentence - max(m.sentence for m in r.group) <= 1:
        pair = sorted(r.group, key=lambda m: m.party.start or 0)
        return (again(pair[token.lower == "latter"], token),)
    for m in reversed(r.memory[-30:]):
        told = m.party.code and m.kind not in ("thing", "place") and m.party.start is not None and m.party.start < token.start
        if told and r.sentence - m.sentence <= 1 and m.party.code not in [o.party.code for o in two]:
            two.append(m)
    if len(two) < 2:
        return ()
    return (again(two[token.lower == "former"], token),)


def pair(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """Both, the two, each: the last two parties."""
    if token.lower in ("side", "sides") and token.dep == "compound":
        return ()
    if token.tag == "CD" and any(p.lower == "of" and p.child("pobj") is not None for p in token.kids("prep")):
        # "two of its guards": of those told behind; "two of its members, Chad and Niger"
        beside = [c for n in (token, *(n for p in token.kids("prep") for n in p.kids("pobj"))) for c in n.kids("appos", "conj") if c.is_proper]
        named = [m for m in r.mentions(beside) if m.party.code and m.kind in ("state", "organisation", "group", "place")] if beside else []
        return tuple(again(replace(m, kind="state" if m.kind == "place" else m.kind, place=False), token) for m in named)
    if token.lower in ("two", "both"):
        # "telephoned Gorbachev; a summit between the two": two persons of this sentence come first
        here = {m.party.code: m for m in r.memory if m.sentence == r.sentence and m.kind == "person" and m.party.person and m.party.code}
        if len(here) == 2 and not any(m.sentence == r.sentence for m in r.group):
            return tuple(again(m, token) for m in here.values())
    return tuple(again(m, token) for m in last_pair(r, token))


def last_pair(r: Resolver, token: Token | None = None) -> tuple[Mention, ...]:
    """The last two parties that were named together, else the two that faced each other most, else the last two named.

    Who speaks of "both" is not one of them; two governments, presidents or neighbours are those of states.
    """
    speaks = {m.party.code for m in doers(r, token)} if token is not None else set()
    of_states = token is not None and singular(token) in _OF_STATES
    if of_states:
        speaks |= {m.party.code for m in (*r.memory[-60:], *r.group) if not r.is_state(m)}
    here = named_here(r, token, speaks) if token is not None else ()
    if len(here) == 2 and not (r.group and max(m.sentence for m in r.group) == r.sentence):
        return here
    grouped = _pair_of(r.group)
    sides = token is not None and singular(token) == "side" and not _is_fresh(r)
    quarrel = _at_odds(r, token, speaks) if token is not None else ()
    if quarrel:
        return quarrel
    facing = _facing(r, speaks) if of_states or sides else ()
    if of_states and r.dyads[grouped] and (token is None or token.dep == "nsubj" or r.dyads[_pair_of(facing)] <= 2 * r.dyads[grouped]):
        # who just met goes before those at odds, unless it is others who call on both
        facing = ()
    if facing:
        return facing
    if len(grouped) == 2 and r.sentence - max(m.sentence for m in r.group) <= 2 and not speaks & {m.party.code for m in r.group}:
        return r.group
    out: list[Mention] = []
    for m in reversed(r.memory):
        if m.party.code in speaks:
            continue
        if m.party.code and m.kind not in ("thing", "place") and m.party.code not in [o.party.code for o in out] and r.sentence - m.sentence <= 3:
            out.append(m)
        if len(out) == 2:
            break
    return tuple(reversed(out)) if len(out) == 2 else () if of_states and grouped & speaks else r.group


def acted_together(r: Resolver) -> tuple[Mention, ...]:
    """Those who acted or were told together in this paragraph or the two sentences before: who stands behind "it was agreed"."""
    if r.met and r.sentence - r.met_sentence <= REACH:
        return r.met
    return r.group if r.group and r.sentence - max(m.sentence for m in r.group) <= 2 else ()


def _pair_of(mentions: tuple[Mention, ...]) -> frozenset[str]:
    return frozenset(m.party.code for m in mentions if m.party.code)


def _last_of(r: Resolver, pair: frozenset[str]) -> tuple[Mention, ...]:
    """The last mention of each of two, where both are remembered."""
    last = {m.party.code: m for m in r.memory if m.party.code in pair and m.kind not in ("thing", "place")}
    return tuple(last.values()) if len(last) == 2 else ()


def _facing(r: Resolver, speaks: set[str | None]) -> tuple[Mention, ...]:
    """The two that faced each other more than any others, and more than once."""
    met = [(n, pair) for pair, n in r.dyads.most_common(4) if not pair & speaks]
    if not met or met[0][0] < _OFTEN or (len(met) > 1 and met[1][0] == met[0][0]):
        return ()
    return _last_of(r, met[0][1])


def _at_odds(r: Resolver, token: Token, speaks: set[str | None]) -> tuple[Mention, ...]:
    """"urged both governments to respect the truce", "an embargo on the two countries": a third party speaks to, or acts on, those at odds, not to
    two others who were told together since; empty where those told last are at odds themselves, or where several quarrels are told."""
    head = token.head if token.dep != "pobj" else token.head.head
    verb = head if head.is_verb else head.head
    if not verb.is_verb or verb.lemma not in _MEDIATING or not subjects(verb):
        return ()
    if r.feuds[_pair_of(r.group)]:
        return ()
    told = [(n, pair) for pair, n in r.feuds.most_common(3) if n and not pair & speaks]
    if not told or (len(told) > 1 and told[0][0] == told[1][0]):
        return ()
    return _last_of(r, told[0][1])


def _is_fresh(r: Resolver) -> bool:
    """Whether two who were told together just now are "both sides" at once: named in one breath, met, or at odds more than once.

    Those of whom one praised the other are so only where nobody else is at odds.
    """
    named = max((m.sentence for m in r.group), default=-2)
    pair = _pair_of(r.group)
    return r.sentence - named <= 1 and all(_is_party(r, m) for m in r.group) and (not r.acted or r.met_sentence == named or r.dyads[pair] >= _OFTEN)


def _is_party(r: Resolver, m: Mention) -> bool:
    """A state or armed group, which may be one of two sides; organisations stand between them."""
    actor = r.actor_of(m)
    return r.is_state(m) or (actor is not None and actor.kind == "group")


def named_here(r: Resolver, token: Token, speaks: set[str | None]) -> tuple[Mention, ...]:
    """The parties that the sentence has named before a word, if these are two."""
    found: dict[str, Mention] = {}
    for m in r.memory[-20:]:
        here = m.sentence == r.sentence and m.party.start is not None and m.party.start < token.start
        if here and m.party.code and m.kind not in ("thing", "place") and m.party.code not in speaks:
            found[m.party.code] = m
    return tuple(found.values())


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
        within = _of_one_country(r, noun)
        if within is not None:
            return (again(within, token),)
    else:
        return ()
    return tuple(again(m, token) for m in _together(r, token, noun, count))


def _of_one_country(r: Resolver, noun: str) -> Mention | None:
    """"the parties", told as "the Zimbabwean parties" before: those of one country, and not the states that spoke of them."""
    if noun not in ("party", "belligerent"):
        return None
    near = [m for m in r.memory[-40:] if m.kind == "role" and m.plural and m.role_noun == noun and m.party.code and r.sentence - m.sentence <= REACH // 2]
    told = [m for m in near if "->" not in (m.party.basis or "")]
    return near[-1] if told and len({m.party.code for m in near}) == 1 else None


def _together(r: Resolver, token: Token, noun: str, count: int) -> tuple[Mention, ...]:
    """The last so many parties that belong together: persons of that rank, those at the table, those named in one breath."""
    level = next((rank for rank, nouns in _RANKS.items() if noun in nouns), None)
    if noun == "minister" and any(t.lower == "prime" for t in r.parse.tokens[max(0, token.i - 2) : token.i]):
        level = "head"
    if not count and noun in _OFFICES:
        # "The ministers signed": those who meet, if ministers they are
        met, at = (r.met, r.met_sentence) if r.met_sentence > r.table_sentence else (r.table, r.table_sentence)
        ranks = [m.level for m in met if m.kind in ("person", "role")]
        ranked = bool(ranks) and all(rank in (level, None) for rank in ranks)
        return met if ranked and r.sentence - at <= REACH and len({m.party.code for m in met}) > 1 else ()
    grouped = {m.party.code for m in r.group}
    if noun == "side" and count == len(grouped) and max(m.sentence for m in r.group) > r.table_sentence and _is_fresh(r):
        # "The truce agreed by the army and the rebels was broken. Each side blamed the other": not those who talked of it before
        return r.group
    seated = {m.party.code for m in r.table if m.party.code}
    fits = bool(r.table) and r.sentence - r.table_sentence <= REACH and (len(seated) == count or not count)
    if fits and count == 2 and token.dep not in ("nsubj", "nsubjpass") and seated & {m.party.code for m in doers(r, token)}:
        # "The Council urged both parties to withdraw": who urges both is not one of them, whomever it met before
        fits = False
    if fits and noun in _BETWEEN and not all(_is_party(r, m) for m in r.table):
        # "It offered to host them, should the parties agree": two states at odds, not one of them and the body that came to see it
        told = [pair for pair, n in r.feuds.most_common(1) if n and pair & seated]
        between = _last_of(r, told[0]) if told and (count == 2 or (not count and token.dep == "nsubj")) else ()
        if between and all(_is_party(r, m) for m in between):
            return between
    near = bool(r.group) and r.sentence - max(m.sentence for m in r.group) <= 2
    if level is not None and not (near and all(m.kind == "person" for m in r.group)):
        if fits and all(m.kind == "person" and m.level in (level, None) for m in r.table):
            return r.table
        persons = _persons(r, token, level, noun, count)
        if persons or level == "any":
            return persons or _two_told(r)
    facing = _facing(r, set()) if count == 2 and noun == "side" and fits else ()
    if facing and r.dyads[_pair_of(facing)] > r.dyads[_pair_of(r.table)]:
        # "Each side blamed the other": those at odds, not one of them with those whom it told of it
        return facing
    if fits and (noun in _AT_TABLE or (level is not None and not near) or (count == 3 and len(grouped) != count)):
        # "the two governments" are rather those named last
        return r.table
    if count == 3:
        return r.group if near and len(grouped) == count else ()
    return last_pair(r, token) if count else ()


def _persons(r: Resolver, token: Token, level: str, noun: str, count: int) -> tuple[Mention, ...]:
    """The last so many persons of an office, else of its rank, that speak for different parties; one of no told office may be the last."""
    acting = {m.party.code for m in doers(r, token)} | _newcomer(r)
    out: list[Mention] = []
    for step in ("office", "rank", "any"):
        if step == "any" and not out:
            break
        out = out if step == "any" else []
        for m in reversed(r.memory):
            if r.sentence - m.sentence > REACH or len(out) == count:
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


def _newcomer(r: Resolver) -> set[str | None]:
    """"The UN envoy shuttled all day, and both men agreed": whom this sentence names first, and alone, is neither of the two told before."""
    near = [m for m in r.memory[-60:] if m.kind == "person" and m.party.code and r.sentence - m.sentence <= 2]
    here = {m.party.person: m.party.code for m in near if m.sentence == r.sentence and m.party.person}
    before = {m.party.person: m.party.code for m in near if m.sentence < r.sentence and m.party.person}
    alone = len(here) == 1 and not set(here) & set(before) and len(set(before.values())) > 1
    return {m.party.code for m in near if m.party.person in here} if alone else set()


def _two_told(r: Resolver) -> tuple[Mention, ...]:
    """"the two men", of whom "two Greek soldiers" were told before."""
    near = [m for m in r.memory[-60:] if m.plural and m.party.code and r.sentence - m.sentence <= REACH]
    told = [m for m in near if m.party.text.lower().startswith(("two ", "the two "))]
    return tuple(told[-1:])


def counted_group(r: Resolver, token: Token, edge: int) -> tuple[Mention, ...]:
    """"the two ministers", "both sides", "all three governments", "the parties": those who were named or acted together last."""
    noun = singular(token)
    if noun not in _PAIR_NOUNS or _is_told_apart(r, token) and not token.child("nsubj"):
        return ()
    at_table = counted_pair(r, token, edge)
    if at_table:
        return at_table
    words = {t.lower for t in r.parse.tokens[edge : token.i]}
    number = next((n for w, n in _NUMBERS.items() if w in words), 0)
    if noun in _RANKS["any"]:
        # two men are no two states
        return ()
    if words & {"both", "each", "either", "neither"} or (number == 2 and words & _POINTING):
        return tuple(again(m, token) for m in last_pair(r, token))
    if number > 2 and words & _POINTING:
        return tuple(again(m, token) for m in _last_of_number(r, number))
    if number or noun not in _TOGETHER or words != {"the"} or (token.tag != "NNS" and noun not in ("pair", "duo", "trio")):
        # "two officials" are others than those named before; "the rebel leaders" are told by more than their having acted together
        return ()
    if any(p.lower in ("of", "from", "in") for p in token.kids("prep")):
        return ()
    if noun in _AROUND and token.dep == "pobj":
        # "talks with the neighbours": all those around whoever holds them
        return ()
    level = next((rank for rank, nouns in _RANKS.items() if noun in nouns and rank != "any"), None)
    ranked = {m.party.code for m in r.memory if m.level == level and m.kind == "person" and m.party.code and r.sentence - m.sentence <= REACH}
    if level is not None and len(ranked) == 2 and not {m.party.code for m in r.group} & ranked:
        # "the ministers" of an article with two of them
        return tuple(again(m, token) for m in _persons(r, token, level, noun, 2))
    if level is not None and r.table and r.sentence - r.table_sentence <= REACH and not {m.party.code for m in r.group} & {m.party.code for m in r.table}:
        return tuple(again(m, token) for m in r.table)
    if not r.group:
        return ()
    since = max(m.sentence for m in r.group)
    called = [m for m in r.memory[-30:] if m.plural and m.role_noun and singular(token) in m.role_noun and m.sentence >= since and m.party.start != token.start]
    if r.sentence - since > 2 or (called and called[-1] not in r.group):
        return ()
    return tuple(again(m, token) for m in r.group)


def _is_told_apart(r: Resolver, token: Token) -> bool:
    """"The two countries that signed" are told by their clause; "the two countries, which signed" are those named before."""
    firsts = (min(c.subtree(), key=lambda t: t.i) for c in token.kids("acl", "relcl"))
    return any(first.i == 0 or r.parse.tokens[first.i - 1].text != "," for first in firsts)


def _last_of_number(r: Resolver, number: int) -> tuple[Mention, ...]:
    """The last group of that many, else the last so many that were named, if no more were named in their sentences."""
    if r.group and len({m.party.code for m in r.group}) == number and r.sentence - max(m.sentence for m in r.group) <= 4:
        return r.group
    for reach in range(4):
        found = {m.party.code: m for m in r.memory if m.party.code and m.kind not in ("thing", "place") and r.sentence - m.sentence <= reach}
        if len(found) >= number:
            return tuple(found.values()) if len(found) == number else ()
    return ()


def _is_bare(token: Token) -> bool:
    """Nothing behind a noun tells whose it is ("the ministers", "the Heads of State")."""
    owners = [q for q in token.kids("prep", "relcl", "acl") if not any(p.lower in ("state", "government", "delegation", "mission") for p in q.kids("pobj"))]
    return not owners
