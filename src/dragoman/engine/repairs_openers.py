"""Repairs of subjects, objects and verbs that the small parser takes into the phrase before them."""

from __future__ import annotations

import re

from dragoman.engine.grafting import move, rejoin, uproot
from dragoman.engine.parse import Parse, Token

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def subject_taken_into_opener(verb: Token, parse: Parse) -> None:
    """"Speaking in Geneva, Moussa Faki, the chairman, condemned ...": the name behind the comma is the subject, not another name of the place."""
    opener = verb.child("csubj")
    if opener is None or opener.tag != "VBG" or verb.child("nsubj", "nsubjpass"):
        return
    names = [t for t in opener.subtree() if t.dep == "appos" and t.is_noun and opener.i < t.i < verb.i and _follows_comma(t, parse)]
    if names:
        opener.dep = "advcl"
        move(min(names, key=lambda t: t.i), verb, "nsubjpass" if verb.child("auxpass") else "nsubj")


def year_taken_for_count(year: Token, parse: Parse) -> None:
    """"In the spring of 1992 Russian gunners shelled": the year ends the opener, it does not count the gunners, who are the subject."""
    noun = year.head
    of = noun.head
    first = of.head.head if of.head.is_noun else of
    if noun.dep != "pobj" or of.dep != "prep" or first.i != 0 or year.i != of.i + 1 or not _YEAR.fullmatch(year.text):
        return
    verb = next((t for t in parse.tokens[noun.i + 1 :] if t.tag in ("VBD", "VBZ", "VBP", "VBN")), None)
    if verb is None or verb.child("nsubj", "nsubjpass") or any(t.text == "," for t in parse.tokens[noun.i : verb.i]):
        return
    move(noun, verb, "nsubjpass" if verb.child("auxpass") else "nsubj")
    move(year, of, "pobj")


def _follows_comma(token: Token, parse: Parse) -> bool:
    first = min(t.i for t in token.subtree())
    return first > 0 and parse.tokens[first - 1].text == ","


def object_taken_into_infinitive(token: Token, parse: Parse) -> None:
    """"Urged both to stop": whom one urges is the verb's object, not how the infinitive is done."""
    clause = token.head
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if after is not None and after.tag == "TO" and after.head is clause and clause.dep == "xcomp" and clause.head.i == token.i - 1 and clause.head.is_verb:
        move(token, clause.head, "dobj")


def main_verb_taken_into_gerund(verb: Token) -> None:
    """"Accused Kigali of sending arms and expelled its envoy": a finite verb goes on with the finite verb above, not with the gerund."""
    inner = verb.head
    if inner.tag != "VBG" or inner.dep != "pcomp" or inner.child("aux") or verb.kids("nsubj", "nsubjpass", "aux", "auxpass"):
        return
    outer = next((a for a in inner.ancestors() if a.tag in ("VBD", "VBZ", "VBP")), None)
    if outer is None or outer.i > inner.i or (outer.tag == "VBD") != (verb.tag == "VBD"):
        return
    rejoin(verb, outer)


def first_verb_taken_for_participle(verb: Token) -> None:
    """"The ministers called upon Chad to talk and commended Mali": a past right behind the subject and joined to the next verb is the main verb."""
    subject = verb.head
    root = subject.head
    joints = [c for c in subject.kids("cc") if verb.i < c.i < root.i]
    if subject.dep != "nsubj" or verb.i != subject.i + 1 or root.dep != "ROOT" or root.tag != "VBD" or not joints or root.i < verb.i:
        return
    uproot(verb)
    for name in verb.kids("oprd") if verb.tag == "VBN" else ():
        # "Trump called Erdogan on Monday and urged him": somebody is rung up, not called so
        name.dep = "dobj"
    verb.retag("VBD")
    move(subject, verb, "nsubj")
    move(root, verb, "conj")
    for joint in joints:
        move(joint, verb, "cc")
