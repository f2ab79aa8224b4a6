"""Titles and appositions: "White House Press Secretary" before a name, "Kosovo's prime minister" behind it, "former", "then"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.code.noun_phrases import is_honorific, left_edge, role_at, words_between
from dragoman.code.party_mention import Mention
from dragoman.codebook.schema import Role
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_STILL = frozenset("jailed imprisoned exiled convicted impeached disgraced defeated".split())
# no office is lost by these alone: a jailed opposition leader leads on
_TITLES = frozenset("minister president premier secretary chairman chief commander speaker commissioner chancellor".split())
_OFFICE = frozenset({"GOV", "MIL", "LEG", "JUD", "IGO", "COP", "SPY"})


_HYPHENS = ("-", "–")
_COMPOUNDED = frozenset({"vice", "deputy", "secretary", "attorney", "co", "major", "lieutenant", "brigadier", "under"})
# first parts of offices with a hyphen


def role_text(r: Resolver, token: Token, edge: int, first: int) -> str:
    """The title's words: without article, possessor and adjective of nationality."""
    start = edge
    tokens = r.parse.tokens
    owner = {t.i for c in token.kids("poss", "det") for t in c.subtree()}
    while start < first:
        hit = r.hits.get(start)
        demonym = hit is not None and any(e.kind in ("demonym", "name") for e in hit.entries)
        if start in owner or demonym or tokens[start].tag in ("DT", "PRP$", "POS", "CC", ",", "CD"):
            start += 1
        else:
            break
    while start > 1 and tokens[start - 1].text in _HYPHENS and tokens[start - 2].lower in _COMPOUNDED:
        # "the vice-president", as the parser cuts it
        start -= 2
    return words_between(r.parse, start, token.i)


def is_bare_title(token: Token) -> bool:
    """A capitalised title without article or owner, as it stands before a name."""
    return token.tag == "NNP" and token.lower in _TITLES and not token.child("det", "poss")


def name_of_titles(token: Token) -> Token | None:
    """The name at the end of coordinated titles ("Prime Minister and Minister of Defence X"); None where a title stands for somebody else."""
    first = token.head if token.dep == "conj" and is_bare_title(token.head) else token
    if not is_bare_title(token) or not is_bare_title(first):
        return None
    last = first.kids("conj")[-1:] or [first]
    deeper = last[0].kids("conj")[-1:] or last
    name = deeper[0]
    return name if name.is_proper and name.i > token.i and not is_bare_title(name) and not name.child("det") else None


_RANKS = frozenset({"general", "marshal", "admiral", "colonel", "brigadier", "commodore"})
# styles that say what somebody is


def title_before(r: Resolver, token: Token, edge: int) -> str | None:
    """The title before a name: "White House Press Secretary" Karine Jean-Pierre."""
    last = None
    for t in r.parse.tokens[edge : token.i]:
        if t.is_noun and role_at(t, r.parse, r.codebook) is not None and not (is_honorific(t) and t.lower not in _RANKS):
            last = t
    if last is None:
        return None
    found = role_at(last, r.parse, r.codebook)
    return role_text(r, last, edge, found[2] if found else last.i)


def role_in(r: Resolver, token: Token, edge: int) -> Role | None:
    """The role that a title before a name tells."""
    out = None
    for t in r.parse.tokens[edge : token.i]:
        if t.is_noun:
            found = role_at(t, r.parse, r.codebook)
            out = found[0] if found else out
    return out


def apposed(token: Token) -> list[Token]:
    """What stands in apposition to a noun, behind it or before it; "Y, who is X's premier" counts, too."""
    out = [*token.kids("appos"), *([token.head] if token.dep == "appos" else [])]
    if token.dep == "conj" and token.is_proper and is_bare_title(token.head):
        # "Deputy Prime Minister and Minister of Defence Salem Al Sabah": the last title before the name tells most
        out += [*reversed([c for c in token.head.kids("conj") if is_bare_title(c)]), token.head]
    for clause in token.kids("relcl"):
        if clause.lemma == "be" and any(c.tag == "WP" for c in clause.kids("nsubj")):
            out += clause.kids("attr")
    return out


def role_of_apposition(r: Resolver, token: Token) -> tuple[Role, Token] | None:
    """The role that an apposition tells, with the noun that tells it."""
    for other in apposed(token):
        found = role_at(other, r.parse, r.codebook)
        if found:
            return found[0], other
    return None


def apposed_role(r: Resolver, token: Token) -> str | None:
    """"Albin Kurti, Kosovo's prime minister", "Sudan's army chief, Gen. al-Burhan": the title's words."""
    for other in apposed(token):
        found = role_at(other, r.parse, r.codebook)
        if found:
            return role_text(r, other, left_edge(other, r.parse), found[2])
    return None


def apposed_person(r: Resolver, token: Token) -> Mention | None:
    """The person named in apposition to a role."""
    for other in (*token.kids("appos"), *([token.head] if token.dep == "appos" else [])):
        if other.is_proper and not r.is_pending(other):
            for m in r.at(other):
                if m.party.person:
                    return m
    return None


def is_former(r: Resolver, edge: int, last: int, role: Role | None = None) -> bool:
    """Whether the words before a title or name say that the office is over."""
    words = [t.lower for t in r.parse.tokens[edge:last]]
    gone = [w for w in words if w in r.codebook.former or w.startswith("ex-")]
    if any(r.slice(max(0, t.start - 4), t.start).lower().lstrip(" (“\"") == "ex-" for t in r.parse.tokens[edge : last + 1]):
        gone.append("ex")
    if role is not None and role.sector not in _OFFICE:
        gone = [w for w in gone if w not in _STILL]
    if "late" in words and "-" in words:
        gone = [w for w in gone if w != "late"]
    return bool(gone)


def is_then(r: Resolver, edge: int, last: int) -> bool:
    """ "then-president Abe", "the outgoing chancellor": in office when it happened."""
    return any(t.lower in r.codebook.keeps or t.lower.startswith("then-") for t in r.parse.tokens[edge:last] if t.lower != "new")
