"""Who says a clause: "Iran was behind the raid, Bahrain said", "Poland's premier said there would be no talks".

A few acts in words are told by the clause that is said, not by the verb of saying: to say of somebody that they are to blame is to blame them, to say
that a demand is baseless is to refuse it. Frames of such clauses name the slot ``speaker``.
"""

from __future__ import annotations

from dragoman.code import grammar
from dragoman.engine.parse import Token

_SAYING = frozenset(
    """say tell add announce note declare state warn insist stress argue reiterate maintain claim assert write tweet post vow repeat underline
    emphasise emphasize contend charge allege remind comment retort reply respond counter conclude complain hint suggest signal indicate""".split()
)
# verbs whose subject stands for what the clause says; those of belief ("analysts think") and of report ("papers report") do not
_THROUGH = frozenset({"acomp", "attr", "oprd", "xcomp", "conj", "dobj", "pobj", "prep"})


def saying_of(token: Token) -> Token | None:
    """The verb of saying above the clause in which a word stands, or the one set beside it ("..., the minister said"); None if nobody says it."""
    t = token
    for _ in range(6):
        if t.dep in ("ccomp", "parataxis") and t.head.lemma in _SAYING and t.head.is_verb:
            return t.head
        beside = next((c for c in t.kids("parataxis", "ccomp") if c.lemma in _SAYING and c.child("nsubj") is not None and not c.kids("mark")), None)
        if t.is_verb and beside is not None and (beside.i > t.i or beside.dep == "parataxis") and not beside.kids("ccomp"):
            return beside
        if t.head is t or not (t.dep in _THROUGH or (t.dep == "ccomp" and t.head.tag[:2] == "JJ")):
            return None
        if t.dep == "conj" and (t.kids("nsubj", "nsubjpass") and not t.head.is_verb):
            return None
        t = t.head
    return None


def speakers(token: Token) -> list[Token]:
    """Those who say the clause in which a word stands."""
    verb = saying_of(token)
    return grammar.subjects(verb) if verb is not None else []


def hearers(token: Token) -> list[Token]:
    """Those to whom the clause is said: "told Trump that Greenland was not for sale"."""
    verb = saying_of(token)
    if verb is None or verb.lemma not in ("tell", "remind", "assure", "inform", "warn", "notify"):
        return []
    return [*grammar.indirect_objects(verb), *verb.kids("dobj")]
