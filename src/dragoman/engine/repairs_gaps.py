"""Clauses whose verb is left out because it is that of the clause before: "accused Chad of arming rebels and Sudan of paying them"."""

from __future__ import annotations

from dragoman.engine.grafting import move
from dragoman.engine.parse import Parse, Token
from dragoman.engine.repairs_clauses import NEVER_DONE_TO

_LEFT_OUT = frozenset({"of", "with", "for"})
_TEXTS = frozenset("draft text resolution motion bill petition letter statement proposal paper plan memo note report memorandum document".split())
_SAID_BY_TEXTS = frozenset(
    """call urge demand condemn ask invite require order accuse deplore impose authorise authorize denounce request back endorse welcome oblige bar ban
    allow set threaten offer promise commit bind""".split()
)
# what texts say and do
_BEFORE = frozenset({"before", "to", "at", "in"})
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest".split())
_JOINING = frozenset({"and", "but"})


def verb_left_out(preposition: Token, parse: Parse) -> None:
    """What stands between *and* and the same preposition again is a second object of the verb, and the preposition is its own."""
    if preposition.i < 5 or preposition.lower not in _LEFT_OUT:
        return
    tokens = parse.tokens
    name = tokens[preposition.i - 1]
    joint = name.i - 1
    while joint > 0 and tokens[joint].head is name and tokens[joint].i < name.i and tokens[joint].lower not in _JOINING:
        joint -= 1
    if not name.is_noun or name.dep != "conj" or tokens[joint].lower not in _JOINING:
        return
    for verb in name.ancestors():
        objects = [o for o in verb.kids("dobj") if verb.i < o.i < name.i] if verb.is_verb else []
        if not objects:
            continue
        first = [p for p in verb.kids("prep") if p.lower == preposition.lower and objects[0].i < p.i < name.i]
        kinds = {tuple(c.dep for c in p.kids("pcomp", "pobj")) for p in (*first[-1:], preposition)}
        # "of arming rebels and soldiers of the north": a doing goes on with a doing
        if first and len(kinds) == 1 and any(t is name for t in first[-1].subtree()):
            move(name, objects[0], "conj")
            move(preposition, name, "prep")
            return


def relative_of_text(verb: Token) -> None:
    """"put a draft before the Council that urges Mali to vote": what asks and judges is the text, not the body that has it before it."""
    body = verb.head
    if verb.lemma not in _SAID_BY_TEXTS or body.dep != "pobj" or not body.is_proper or not any(t.lower in ("that", "which") for t in verb.kids("nsubj")):
        return
    preposition = body.head
    governor = preposition.head
    texts = [governor] if governor.lemma in _TEXTS else [o for o in governor.kids("dobj") if o.lemma in _TEXTS and o.i < body.i]
    if preposition.lower in _BEFORE and texts:
        move(verb, texts[-1], "relcl")


def subject_taken_for_part_of_list(verb: Token) -> None:
    """"led the force, and its last soldiers left in March": no noun goes on from a verb; it is the subject of the past behind it."""
    noun = verb.head
    going = verb.lemma == "leave" or verb.lemma in NEVER_DONE_TO
    if not going or noun.dep != "conj" or not noun.head.is_verb or verb.i < noun.i or verb.kids("agent", "nsubj", "aux"):
        return
    outer = noun.head
    verb.retag("VBD")
    move(verb, outer, "conj")
    move(noun, verb, "nsubj")


def object_taken_for_speaker(said: Token, parse: Parse) -> None:
    """"will train Chadian troops on the lake, its envoy, X, said": what stands right behind a verb without object is that object; the envoy speaks."""
    told = [c for c in said.kids("nsubj") if c.i < said.i]
    if len(told) != 1 or said.i - told[0].i < 3:
        return
    thing = told[0]
    first = min(t.i for t in thing.subtree())
    verb = parse.tokens[first - 1] if first else None
    if verb is None or verb.tag not in ("VB", "VBG") or verb.kids("dobj") or verb.dep != "xcomp" or not any(a is said for a in verb.ancestors()):
        return
    behind = [t for t in thing.subtree() if t.dep == "appos" and t.kids("poss", "det") and t.i < said.i]
    for speaker in behind:
        start = min(t.i for t in speaker.subtree())
        if parse.tokens[start - 1].text == "," and parse.tokens[said.i - 1].text in (",", parse.tokens[max(t.i for t in speaker.subtree())].text):
            move(speaker, said, "nsubj")
            move(thing, verb, "dobj")
            return


def sides_of_the_first(preposition: Token) -> None:
    """"The encounter was the first between Chad and Mali": whom it was between belongs to what was the first."""
    first = preposition.head
    if preposition.lower not in ("between", "with", "among") or first.dep != "attr" or first.lower not in _ORDINALS or first.head.lemma != "be":
        return
    subjects = [t for t in first.head.kids("nsubj") if t.is_noun]
    if len(subjects) == 1:
        move(preposition, subjects[0], "prep")
