"""The parts of a noun phrase: the words before its head, its title and its name."""

from __future__ import annotations

from dragoman.code.derived import derived
from dragoman.codebook.schema import Codebook, Role
from dragoman.engine.parse import Parse, Token

_LEFT = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det", "punct", "quantmod", "advmod", "predet", "case", "nn", "conj", "cc", "appos"})
_NAME_JOINTS = frozenset("al el bin ibn bint abu abd ul ur al- el- de da dos do la le van von der den ter - ' of".split())
_HONORIFICS = frozenset(
    """mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady sheikh sheik prince princess king queen gen. gen general col. col maj. lt. capt. adm. sgt.
    h.e. hon. rep. sen. gov. representative senator brig. marshal imam ayatollah mullah pope cardinal archbishop""".split()
)


def left_edge(head: Token, parse: Parse) -> int:
    """Index of the first word of the phrase before its head; clauses and phrases that follow the head do not count."""
    first = head.i
    stack = [c for c in head.children if c.i < head.i and c.dep in _LEFT]
    while stack:
        t = stack.pop()
        first = min(first, t.i)
        stack.extend(c for c in t.children if c.i < head.i)
    return first


def words_between(parse: Parse, first: int, last: int) -> str:
    """The words from token ``first`` to token ``last`` inclusive, with single blanks where the text has any white space."""
    tokens = parse.tokens[first : last + 1]
    out = ""
    for before, t in zip([None, *tokens], tokens, strict=False):
        out += (" " if before is not None and t.start > before.end else "") + t.text
    return out


def singular(token: Token) -> str:
    """The head's dictionary form in lower case, also for capitalised titles ("Ministers")."""
    if token.tag == "NNPS" or (token.tag == "NNP" and token.lower.endswith("ies")):
        return token.lower[:-3] + "y" if token.lower.endswith("ies") else token.lower.removesuffix("s")
    if token.tag == "NNP" and token.i == 0 and token.lower.endswith("s") and not token.lower.endswith("ss"):
        # the first word of a sentence is taken for a name ("Mobs looted shops")
        return token.lower[:-1]
    return token.lemma if token.tag[:2] == "NN" and token.tag != "NNP" else token.lower


def _ends(roles: dict[str, Role]) -> frozenset[str]:
    """The last words of roles: most nouns are none, and need not be looked up with the words before them."""
    return frozenset(end for role in roles for end in (role.split(" ")[-1], role.split("-")[-1].split(" ")[-1]))


def role_at(token: Token, parse: Parse, codebook: Codebook) -> tuple[Role, str, int] | None:
    """The role that ends at a token: (role, its noun, index of its first word). The longest one wins ("foreign policy chief")."""
    roles = codebook.roles
    head = singular(token)
    if head not in (ends := derived(roles, _ends)) and token.lower not in ends:
        return None
    for n in (3, 2, 1, 0):
        first = token.i - n
        if first < 0:
            continue
        before = " ".join(t.lower for t in parse.tokens[first : token.i])
        noun = f"{before} {head}" if before else head
        if noun in roles:
            return _of_field(token, parse, codebook, head) or roles[noun], noun, first
        if n and (hyphened := noun.replace(" - ", "-")) != noun and hyphened in roles:
            return roles[hyphened], hyphened, first
    if token.lower in roles:
        return roles[token.lower], token.lower, token.i
    return None


def _of_field(token: Token, parse: Parse, codebook: Codebook, head: str) -> Role | None:
    """The role that goes on behind its head: "the assistant secretary *of state* for Asia"."""
    after = parse.tokens[token.i + 1 : token.i + 4]
    if not after or after[0].lower != "of":
        return None
    words = [t.lower for t in after]
    return next((codebook.roles[noun] for n in (2, 3) if (noun := " ".join([head, *words[:n]])) in codebook.roles), None)


def is_honorific(token: Token) -> bool:
    """Mr, Gen., Sheikh: a title that comes with any name."""
    return token.lower in _HONORIFICS


def name_start(head: Token, parse: Parse, codebook: Codebook, edge: int) -> int:
    """Index of the first word of the proper name that ends at ``head``: back to a title, a role or an ordinary word."""
    first = head.i
    i = head.i - 1
    while i >= edge:
        t = parse.tokens[i]
        if is_honorific(t) and t.lower not in ("prince", "princess", "sheikh", "sheik", "king", "queen"):
            break
        if not (t.is_proper or t.lower in _NAME_JOINTS) or t.lower == "of":
            break
        if role_at(t, parse, codebook) is not None and t.lower not in ("prince", "princess", "sheikh", "sheik", "king", "queen"):
            break
        first = i
        i -= 1
    while first < head.i and parse.tokens[first].lower not in ("al", "el"):
        if parse.tokens[first].is_proper and parse.tokens[first].text not in (".", "-", "'"):
            break
        first += 1
    return first


_SERVING = frozenset("open use lead link connect join serve carry reserve bind run cross need cherish rely depend".split())
# what a way, a line or a post does for those on its other side, and what they do with it


def users_of(head: Token) -> list[Token]:
    """"the last crossing still open **to Bolivian trucks**", "a post used **by Ugandan lorries**", "the road that leads **to Togo**": for whom it is there."""
    clauses = head.kids("acl", "relcl", "amod")
    if head.dep in ("dobj", "nsubjpass"):
        # the parser hangs an adjective behind the object on the verb
        clauses += [c for c in head.head.kids("advcl", "acomp", "oprd", "xcomp") if head.i < c.i <= head.i + 2 and c.tag == "JJ"]
    fitting = [c for c in clauses if c.i > head.i and c.lemma in _SERVING]
    return [n for c in fitting for p in c.kids("prep", "agent") if p.lower in ("to", "by", "with", "for", "into") for n in p.kids("pobj")]
