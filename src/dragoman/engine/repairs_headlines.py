"""Repairs of headlines, whose present tense the small parser takes for plural nouns: "Niger expels EU ambassador", "Athens protests".

They act only on lines in which nothing else is a verb.
"""

from __future__ import annotations

from dragoman.engine.grafting import move, promote
from dragoman.engine.parse import Parse, Token

_BEFORE_INFINITIVES = frozenset(
    """refusal plan decision offer bid move attempt effort pledge promise threat call request demand vow proposal deal agreement order push drive right
    need chance way mandate mission readiness willingness reluctance failure ability desire intention invitation appeal pressure time reason""".split()
)
# nouns whose infinitive says what they are about, in headlines, too
_VERBAL = ("VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD")
_PLURALS = frozenset(
    """sports arms sanctions savings sales drugs humans relations affairs elections operations news politics economics games goods rights services forces
    headquarters airlines systems communications logistics materials securities states nations works talks rules customs weapons troops migrants""".split()
)
# plural nouns that do stand before others
_TOGETHER = frozenset("trade exchange swap agree sign plan vow seek urge condemn back press launch pledge resume meet clash hold discuss accuse".split())
# what two names before it may do in the base form


_ASKING = frozenset({"leans", "calls", "appeals", "turns", "looks", "pleads", "presses", "pushes", "prevails", "waits", "counts"})


def _asks(parse: Parse) -> bool:
    """"Angola leans on Kigali to rein in rebels": of a line whose only verb is an infinitive, the word behind the first name that asks somebody."""
    tokens = parse.tokens
    if any(t.tag in _VERBAL and t.tag != "VB" for t in tokens):
        return False
    verb = next((t for t in tokens[1:-3] if t.lower in _ASKING and t.tag == "NNS"), None)
    infinitive = next((t for t in tokens if t.tag == "VB"), None)
    if verb is None or infinitive is None or verb.head is not verb or infinitive.head is not verb or not tokens[verb.i - 1].is_proper:
        return False
    subject = tokens[verb.i - 1]
    if subject.head is not verb or not any(n.is_proper for p in verb.kids("prep") for n in p.kids("pobj")):
        return False
    verb.lemma = verb.lower.removesuffix("es") if verb.lower in ("presses", "pushes") else verb.lower.removesuffix("s")
    verb.retag("VBZ")
    subject.dep, infinitive.dep = "nsubj", "xcomp"
    return True


def repair_headline(parse: Parse) -> None:
    """Find the verb of a headline that has none, and hang its subject and object under it."""
    tokens = parse.tokens
    if 3 < len(tokens) <= 24 and _asks(parse):
        return
    if len(tokens) < 3 or len(tokens) > 24 or any(t.tag in _VERBAL for t in tokens):
        return
    for token in tokens:
        if token.tag in ("NN", "NNS") and token.child("nsubj") is not None and token.text[:1].islower():
            token.retag("VBZ")
            return
    verb = next((t for t in tokens[1:-1] if _is_verb(t, tokens)), None)
    if verb is not None:
        _hang(verb, tokens)


def _is_verb(token: Token, tokens: list[Token]) -> bool:
    """A plural in lower case that modifies the noun behind it, behind a name; or, behind two names, a verb that two may do."""
    if token.dep not in ("compound", "nmod") or token.head.i <= token.i or not token.text[:1].islower():
        return False
    before = tokens[token.i - 1]
    if not before.is_noun:
        return False
    if token.tag == "NNS":
        return token.lower not in _PLURALS
    return token.lower in _TOGETHER and before.is_proper and token.i > 2 and any(t.text in (",", "and", "&") for t in tokens[: token.i - 1])


def _hang(verb: Token, tokens: list[Token]) -> None:
    """What stands before the verb is its subject, the noun that it seemed to modify its object."""
    thing = verb.head
    subject = tokens[verb.i - 1]
    before = [t for t in tokens[: verb.i] if t is not subject]
    for t in (*before, subject, verb):
        t.head.children = [c for c in t.head.children if c is not t]
    if thing.head is thing or thing.head.i < verb.i:
        verb.head, verb.dep = verb, "ROOT"
        thing.head.children = [c for c in thing.head.children if c is not thing]
    else:
        verb.head, verb.dep = thing.head, thing.dep
        thing.head.children = sorted([*(c for c in thing.head.children if c is not thing), verb], key=lambda c: c.i)
    thing.head, thing.dep = verb, "dobj"
    subject.head, subject.dep = verb, "nsubj"
    joined = any(t.text in (",", "and", "&") for t in before)
    for t in before:
        t.head = subject
        named = joined and t.is_proper and not tokens[t.i + 1].is_proper
        t.dep = "conj" if named else t.dep if t.dep in ("amod", "punct", "det") else "compound"
        t.children = []
    subject.children = before
    verb.retag("VBZ" if verb.tag == "NNS" else "VBP")
    verb.children = sorted([subject, thing, *(c for c in verb.children if c.i > verb.i)], key=lambda c: c.i)


def headline_infinitive(verb: Token) -> None:
    """"Macron to visit Beirut": in a headline without a finite verb the name does what the infinitive says."""
    name = verb.head
    to = next((a for a in verb.kids("aux") if a.tag == "TO"), None)
    if to is None or not name.is_noun or name.lemma in _BEFORE_INFINITIVES or verb.kids("nsubj", "nsubjpass") or name.child("det"):
        return
    if not any(t.text[:1].isupper() for t in name.subtree() if t.i <= name.i) or any(t.is_verb for t in name.subtree() if name.i < t.i < to.i):
        return
    promote(verb, "nsubj")


def comma_for_and(name: Token, parse: Parse) -> None:
    """"US, Japan agree on tariffs": two names before a headline's verb are both its subjects."""
    tokens = parse.tokens
    last = max(t.i for t in name.subtree() if t.i < name.i + 3)
    if last + 2 >= len(tokens) or tokens[last + 1].text != "," or min(t.i for t in name.subtree()) != 0 or last != name.i:
        return
    other = next((t for t in tokens[last + 2 : last + 5] if t.tag[:3] != "NNP"), None)
    second = tokens[other.i - 1] if other is not None else None
    if other is None or second is None or second.tag[:3] != "NNP" or second.i < last + 2 or second.dep != "nsubj":
        return
    follows = other.tag in ("VBZ", "VBP", "MD", "TO") or (other.tag == "VBD" and other.dep == "ROOT")
    if follows and (second.head is other or other.head is second.head) and not any(t.text == "," for t in tokens[second.i + 1 : other.i + 1]):
        move(name, second, "conj")
