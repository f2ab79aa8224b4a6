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
        if _is_fronted(t):
            return t.head
        if t.is_verb and beside is not None and (beside.i > t.i or beside.dep == "parataxis") and not beside.kids("ccomp"):
            return beside
        if t.head is t or not (t.dep in _THROUGH or (t.dep == "ccomp" and t.head.tag[:2] == "JJ")):
            return None
        if t.dep == "conj" and (t.kids("nsubj", "nsubjpass") and not t.head.is_verb):
            return None
        t = t.head
    return None


def _is_fronted(t: Token) -> bool:
    """"Hats off to Zambia, said the IMF": what is said has no verb, and the parser takes it for a subject beside the one behind the verb."""
    verb = t.head
    return t.dep in ("nsubj", "dep", "npadvmod") and t.i < verb.i and verb.lemma in _SAYING and any(s.i > verb.i for s in verb.kids("nsubj"))


def speakers(token: Token) -> list[Token]:
    """Those who say the clause in which a word stands, or in whose view it holds."""
    verb = saying_of(token)
    if verb is None:
        return _in_the_view_of(token)
    found = grammar.subjects(verb)
    behind = [s for s in verb.kids("nsubj") if s.i > verb.i]
    # of two subjects the one before the verb is what is said
    return behind if behind and len(verb.kids("nsubj")) > 1 else found


_VIEWS = frozenset("view eye opinion word reading telling account phrase book judgment judgement".split())


def _in_the_view_of(token: Token) -> list[Token]:
    """"According to Kenya's minister", "in the view of Paris", "in Algiers' eyes": who says it without a verb of saying."""
    t = token
    while t.dep in _THROUGH and t.head is not t:
        t = t.head
    out: list[Token] = []
    for p in t.kids("prep"):
        if p.lower == "according":
            out += [n for q in p.kids("prep") if q.lower == "to" for n in q.kids("pobj")]
        elif p.lower in ("in", "by"):
            views = [n for n in p.kids("pobj") if n.lemma in _VIEWS]
            out += [n for v in views for n in (*v.kids("poss"), *grammar.prepositional(v, "of"))]
    return out


def hearers(token: Token) -> list[Token]:
    """Those to whom the clause is said: "told Trump that Greenland was not for sale"."""
    verb = saying_of(token)
    if verb is None or verb.lemma not in ("tell", "remind", "assure", "inform", "warn", "notify"):
        return []
    return [*grammar.indirect_objects(verb), *verb.kids("dobj")]
