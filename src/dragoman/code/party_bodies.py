"""Bodies that name no owner: "the Commission", "the Secretary-General" of the organisation named before, "the Maduro regime" of its head."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from dragoman.code.derived import derived
from dragoman.code.party_choice import choose
from dragoman.code.party_groups import REACH
from dragoman.code.party_mention import Mention
from dragoman.code.party_speaker import SAYING
from dragoman.codebook.schema import Entry, Role
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_TURN = re.compile(
    r"(?:Turning to|On|As for|As regards|Regarding|Concerning|With regard to|With respect to) "
    r"(?:the (?:\w+ )?(?:situation|crisis|conflict|war|coup) (?:in|on) )?(?=[A-Z])"
)
# how a passage turns to another country
_GOVERNING = frozenset(
    "government cabinet ministry presidency office department authority authorities minister president premier chancellor secretary king emir".split()
)
# who acts for the country that the sentence before is about, where no other is told
_SERVING = frozenset("spokesman spokeswoman spokesperson official source".split())
# who speaks for one of them
_RULE = frozenset("government regime administration cabinet junta leadership dictatorship presidency".split())
# what goes by the name of who heads it
_BODY = Role(sector="IGO")
_OF_NOBODY = frozenset({"leader", "minister", "counterpart", "side", "ally", "neighbour", "neighbor"})
# roles that any country may be told to have at a meeting
_UN_ENVOYS = frozenset("representative envoy adviser coordinator".split())
# the Secretary-General whose envoy is told of is the United Nations', where no other body has one


def _parts(entries: Mapping[str, tuple[Entry, ...]]) -> dict[str, frozenset[str]]:
    """The last word of each body and office of an organisation -> whose: "commission" -> EU, AU, ECOWAS ..."""
    out: dict[str, set[str]] = {}
    for found in entries.values():
        for e in found:
            words = (e.name if e.kind in ("name", "body") else e.role if e.kind == "holder" else "") or ""
            if e.owner == "organisation" and words:
                out.setdefault(words.lower().split(" ")[-1], set()).add(e.code)
                # "Board of Governors" -> board
                out.setdefault(words.lower().split(" of ")[0].split(" ")[-1], set()).add(e.code)
    return {word: frozenset(codes) for word, codes in out.items()}


def owner_of_body(r: Resolver, token: Token, kind: Role, noun: str, first: int) -> tuple[str, str] | None:
    """Whose a body or office is that names no owner, with how that is known.

    Args:
        r: at the sentence.
        token: the role's head.
        kind: the role.
        noun: its words.
        first: index of the first of them.
    """
    told = country_of_teller(r, token) if is_of_government(kind, noun, token) and not token.child("poss") and token.tag != "NNP" else None
    return only_state_with(kind, token) or told or _of_organisation(r, token, kind, noun, first) or _of_ruler(r, token, noun) or _of_topic(r, token, kind, noun)


def owner_by_name(r: Resolver, token: Token) -> tuple[str, str] | None:
    """Whose "the Board", "the Assembly" is, a name in one word that is no role of states: of the organisation that issues the article or was named before."""
    return _of_organisation(r, token, _BODY, token.lower, token.i)


def turned_to(r: Resolver) -> tuple[str, str, int] | None:
    """"Turning to Mali, ...", "On the crisis in Sudan, ...": the country that a sentence turns to, with its words and where they end."""
    start = r.parse.start
    opening = _TURN.match(r.slice(start, start + 80))
    first = next(iter(r.parse.at(start + opening.end(), start + opening.end() + 1)), None) if opening else None
    hit = r.hits.get(first.i) if first is not None else None
    if hit is None or r.slice(hit.end, hit.end + 1) != ",":
        return None
    entry = choose(r, hit)
    return (entry.code, r.slice(hit.start, hit.end), hit.end) if entry is not None and entry.kind in ("name", "capital") and entry.owner == "state" else None


def only_state_with(kind: Role, token: Token) -> tuple[str, str] | None:
    """"The secretary of state": the one state that has such an office. Others have secretaries of state for something ("for Europe")."""
    if kind.level == "minister" and any(p.lower == "for" for t in (token, token.head) for p in t.kids("prep")):
        return None
    return (kind.country, "an office of that country alone") if kind.country is not None else None


def _of_topic(r: Resolver, token: Token, kind: Role, noun: str) -> tuple[str, str] | None:
    """"Turning to Mali, ... persuaded the junta": the country that the sentence, or one before it in the paragraph, turned to."""
    if r.topic is None or kind.sector not in ("GOV", "MIL", "COP", "LEG", "JUD", "OPP", "REB") or kind.things or kind.level == "envoy":
        return None
    code, text, end = r.topic
    bare = {t.lower for t in token.kids("det")} == {"the"} and not token.child("poss") and not any(c.is_proper for c in token.kids("compound", "amod"))
    held = end <= token.start and "\n" not in r.slice(end, token.start)
    if not (bare and held) or noun in _OF_NOBODY or any(p.lower in ("of", "from", "in") for p in token.kids("prep")):
        return None
    # troops in a country are often others'
    return (code, f"turned to «{text}»") if token.tag in ("NN", "NNP") or kind.sector != "MIL" else None


def _of_organisation(r: Resolver, token: Token, kind: Role, noun: str, first: int) -> tuple[str, str] | None:
    """"The Commission", "the Council": with a capital and no owner, that of the organisation named last that has one."""
    bare = not token.child("poss", "appos") and all(c.i >= first for c in token.kids("compound", "amod"))
    if token.tag != "NNP" or not bare or any(p.lower == "of" for p in token.kids("prep")) or not any(d.lower == "the" for d in token.kids("det")):
        return None
    if kind.level == "head" and kind.sector == "GOV" and any(_is_head_of_state(r, m, noun) for m in r.memory[-60:]):
        # "The EU widened its sanctions. The President said": the president told before, not a union's
        return None
    owners = derived(r.codebook.entries, _parts).get(noun.split(" ")[-1].lower(), frozenset())
    last = noun.split(" ")[-1].lower()
    near = [m for m in reversed(r.memory) if r.sentence - m.sentence <= REACH] if owners else []
    # "the Council" is the Security Council told before, whatever other bodies with one were named since
    for m in sorted(near, key=lambda m: (m.party.text or "").lower().split(" ")[-1] != last):
        alike = m.kind in ("organisation", "body") or (m.kind == "role" and m.role_noun == noun)
        if m.party.code in owners and alike and m.party.start != token.start:
            return m.party.code, f"of «{m.party.text}», named before"
    if r.issuer in owners:
        return r.issuer or "", "of the body that issues the article"
    served = token.head.head if token.dep == "pobj" else token
    if "UN" in owners and noun.startswith("secretary") and served.lower in _UN_ENVOYS:
        return "UN", "an envoy of the Secretary-General is the United Nations'"
    return None


def _is_head_of_state(r: Resolver, m: Mention, noun: str) -> bool:
    """Whether somebody who heads a state was named with this title."""
    return m.kind == "person" and m.role_noun == noun and m.level == "head" and _is_state(r, m)


def _of_ruler(r: Resolver, token: Token, noun: str) -> tuple[str, str] | None:
    """"The Maduro regime", "the Lukashenko government": that of the head whose name stands before it."""
    if noun.split(" ")[-1] not in _RULE:
        return None
    for head in token.kids("compound", "nmod"):
        for m in () if r.is_pending(head) or not head.is_proper else r.at(head):
            if m.kind == "person" and m.party.code and m.level == "head":
                return m.party.code, f"under «{m.party.text}»"
    return None


def is_of_government(kind: Role, noun: str, token: Token) -> bool:
    """Whether a role is one that each country has one of: "the government", "the foreign minister", "a ministry spokesman", "Defence Minister X"."""
    last = noun.split(" ")[-1]
    if kind.sector != "GOV" or kind.things or any(p.lower in ("of", "from") for p in token.kids("prep")):
        return False
    if last in _SERVING:
        return any(c.lower in _GOVERNING for c in token.kids("compound"))
    if token.dep in ("pobj", "conj") and not token.child("det", "poss"):
        # "Heads of State and Government"
        return False
    single = token.tag in ("NN", "NNP") or token.lower == "authorities"
    return single and last in _GOVERNING and not any(d.lower in ("a", "an", "another", "no", "any", "every", "each") for d in token.kids("det"))


def country_in_charge(r: Resolver, token: Token) -> tuple[str, str] | None:
    """The country whose government is meant where none is told: that of the subject of the sentence before, in the same paragraph, else the home desk's.

    Where both are told and differ, neither.
    """
    acting = {m.party.code: m for m in r.memory[-12:] if m.subject and m.party.code and r.sentence - m.sentence == 1 and _is_state(r, m)}
    last = next(iter(acting.values())) if len(acting) == 1 else None
    if last is not None and r.home in (None, last.party.code):
        return str(last.party.code), f"as «{last.party.text}» before"
    if last is not None and r.home and token.tag == "NNP" and token.i > 0 and "\n" in r.slice(last.party.end or 0, token.start):
        # "The Ministry rejects" at the head of a paragraph of its release
        return r.home, "the article's home country"
    if last is not None and "\n" not in r.slice(last.party.end or 0, token.start):
        return str(last.party.code), f"as «{last.party.text}» before"
    if last is None and r.home:
        return r.home, "the article's home country"
    return None


def country_of_teller(r: Resolver, token: Token) -> tuple[str, str] | None:
    """"A coastguard official in Manila says that the government ...": officials tell of their own government; ministers of others', too."""
    for verb in token.ancestors():
        if verb.dep == "ccomp" and verb.head.is_verb and verb.head.lemma in SAYING:
            told = r.named_before(verb.head.kids("nsubj"), token)
            own = len(told) == 1 and told[0].level == "official" and _is_state(r, told[0])
            return (str(told[0].party.code), f"as «{told[0].party.text}» tells") if own else None
    return None


def _is_state(r: Resolver, m: Mention) -> bool:
    return r.is_state(m) and m.kind not in ("thing", "place")
