"""Meetings told by where something is said: "told Fidan at a meeting in Ankara", "the plea was put to the envoy by the minister at a meeting".

Whoever speaks to whom there has met them. Gatherings of many (summits, sessions) are not meant, nor meetings whose sides are told.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.code import grammar
from dragoman.code.frames import Act, coded, each_once, without
from dragoman.code.parties import Mention, Resolver
from dragoman.code.status import Status
from dragoman.codebook.schema import Frame
from dragoman.engine.parse import Parse, Token

_MEETINGS = frozenset("meeting talk conversation encounter audience lunch dinner breakfast".split())
_WHERE = frozenset({"at", "during", "in", "over"})
_SIDES = frozenset({"with", "between", "of", "among"})
_TO = frozenset({"to", "with", "from", "by", "on"})
_SPEAKERS = ("person", "role", "body", "state")
_HEARERS = ("person", "role")


def met_at(parse: Parse, r: Resolver, frame: Frame | None, status: Status, acts: Callable[[Token], list[Act]]) -> list[Act]:
    """The meetings at which something was said to somebody.

    Args:
        parse: the sentence.
        r: at the sentence.
        frame: of meetings.
        status: reads the status of a verb.
        acts: those at a word.
    """
    out: list[Act] = []
    for noun in parse.tokens:
        if frame is None or noun.lemma not in _MEETINGS or noun.dep != "pobj" or noun.head.lower not in _WHERE or acts(noun):
            continue
        verb = noun.head.head
        while verb.is_noun and verb.dep in ("dobj", "pobj", "appos") and not verb.is_verb:
            # "pressed his counterpart at a meeting": the parser hangs it on whom he pressed
            verb = verb.head
            verb = verb.head if not verb.is_verb and not verb.is_noun else verb
        named = any(p.lower in _SIDES for p in noun.kids("prep")) or any(c.dep in ("poss", "amod", "compound") for c in noun.children if c.tag != "PRP$")
        if not verb.is_verb or verb.i > noun.i or named or any(a.type == "CONSULT" for a in acts(verb)):
            continue
        sides = _sides(verb, noun, r)
        if len(sides) == 2:
            out.append(Act(frame, "CONSULT", noun, sides, (), support=verb, status=status.of_verb(verb), why=f"«{verb.text}» at a {noun.lemma}"))
    return out


def _sides(verb: Token, noun: Token, r: Resolver) -> tuple[Mention, ...]:
    speakers = each_once(m for m in coded(r.mentions(grammar.subjects(verb))) if m.kind in _SPEAKERS)
    heard = [] if grammar.is_passive(verb) else verb.kids("dobj", "dative")
    heard += [n for p in verb.kids("prep", "dative") if p.lower in _TO for n in p.kids("pobj")]
    heard += [n for o in verb.kids("dobj") for p in o.kids("prep") if p.lower in ("to", "with") for n in p.kids("pobj")]
    hearers = each_once(m for m in coded(r.mentions(t for t in heard if t is not noun)) if m.kind in _HEARERS and m.level is not None)
    hearers = without(hearers, speakers)
    return (*speakers, *hearers) if len(speakers) == 1 and len(hearers) == 1 else ()
