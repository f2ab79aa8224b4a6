"""Meetings told by where something is said: "told Fidan at a meeting in Ankara", "put the plea to Lula by telephone", "in a tete-a-tete, pleaded with".

Whoever speaks to whom there has met, or rung, them. Gatherings of many (summits, sessions) are not meant: at those one also addresses who stayed away;
nor meetings whose sides are told.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.code import grammar
from dragoman.code.frames import Act, coded, codes_of, each_once, without
from dragoman.code.parties import Mention, Resolver
from dragoman.code.status import Status
from dragoman.codebook.schema import Frame
from dragoman.engine.parse import Parse, Token

_TALKS = frozenset("meeting talk conversation encounter audience lunch dinner breakfast supper tete tête call".split())
_LINES = frozenset({"phone", "telephone", "videolink", "video", "hotline"})
_WHERE = frozenset({"at", "during", "in", "over"})
_BY = frozenset({"by", "over", "on", "via"})
_SIDES = frozenset({"with", "between", "of", "among"})
_TO = frozenset({"to", "with", "from", "by", "on"})
_SPEAKERS = ("person", "role", "body", "state")
_HEARERS = ("person", "role")
_TO_FACE = frozenset(
    "ask beg plead urge press implore exhort tell assure promise warn thank congratulate put appeal lobby request caution offer remind".split()
)
# verbs that have whom they address before them
_OF_MANY = frozenset({"meeting", "encounter"})
# at one that opens a sentence those who stayed away are addressed, too
_SAID = frozenset({"REQUEST", "AGREE", "THREATEN", "SUPPORT"})


def met_at(parse: Parse, r: Resolver, frame: Frame | None, status: Status, acts: Callable[[Token], list[Act]]) -> list[Act]:
    """The meetings and calls at which something was said to somebody.

    Args:
        parse: the sentence.
        r: at the sentence.
        frame: of meetings.
        status: reads the status of a verb.
        acts: those at a word.
    """
    out: list[Act] = []
    for noun in parse.tokens:
        if frame is None or not _is_of_two(noun) or acts(noun):
            continue
        verb = noun.head.head
        while verb.is_noun and verb.dep in ("dobj", "pobj", "appos") and not verb.is_verb:
            # "pressed his counterpart at a meeting": the parser hangs it on whom he pressed
            verb = verb.head
            verb = verb.head if not verb.is_verb and not verb.is_noun else verb
        if not verb.is_verb or any(a.type == "CONSULT" for t in (verb, *verb.children) for a in acts(t)):
            continue
        sides = _sides(verb, noun, r) or _of_act(verb, noun, acts)
        if len(sides) == 2 and not any(codes_of(sides) == codes_of(a.actor) for a in out):
            out.append(Act(frame, "CONSULT", noun, sides, (), support=verb, status=status.of_verb(verb), why=f"«{verb.text}» at a {noun.lemma}"))
    return out


def _is_of_two(noun: Token) -> bool:
    """Whether a noun tells a talk whose sides are not named at it, or the line that it was held on."""
    if noun.dep != "pobj" or any(p.lower in _SIDES for p in noun.kids("prep")):
        return False
    if noun.lemma in _LINES:
        return noun.head.lower in _BY
    return noun.lemma in _TALKS and noun.head.lower in _WHERE and not any(_names_side(c) for c in noun.kids("poss", "amod", "compound"))


def _names_side(word: Token) -> bool:
    """"Friday's" counts, too: whose a talk is may be told so."""
    return word.tag in ("NNP", "NNPS") or (word.dep == "poss" and word.tag != "PRP$") or (word.tag == "JJ" and word.text[:1].isupper())


def _sides(verb: Token, noun: Token, r: Resolver) -> tuple[Mention, ...]:
    """Who speaks to whom, by the verb's own subject and objects."""
    if noun.lemma in _LINES or verb.i > noun.i:
        return ()
    speakers = each_once(m for m in coded(r.mentions(grammar.subjects(verb))) if m.kind in _SPEAKERS)
    heard = [] if grammar.is_passive(verb) else verb.kids("dobj", "dative")
    heard += [n for p in verb.kids("prep", "dative") if p.lower in _TO for n in p.kids("pobj")]
    heard += [n for o in verb.kids("dobj") for p in o.kids("prep") if p.lower in ("to", "with") for n in p.kids("pobj")]
    hearers = each_once(m for m in coded(r.mentions(t for t in heard if t is not noun)) if m.kind in _HEARERS and m.level is not None)
    hearers = without(hearers, speakers)
    return (*speakers, *hearers) if len(speakers) == 1 and len(hearers) == 1 else ()


def _of_act(verb: Token, noun: Token, acts: Callable[[Token], list[Act]]) -> tuple[Mention, ...]:
    """The sides of what is said there; but a government is not met in a tete-a-tete, only rung."""
    if verb.lemma not in _TO_FACE or noun.lemma in _OF_MANY:
        return ()
    rung = noun.lemma in _LINES or noun.lemma == "call" or any(c.lemma in _LINES for c in noun.kids("compound", "nmod"))
    for act in acts(verb):
        sides = (*act.actor, *act.recipient)
        alone = len(codes_of(act.actor)) == 1 and len(codes_of(act.recipient)) == 1
        if act.type in _SAID and act.status == "actual" and alone and (rung or all(m.kind == "person" for m in sides)):
            return each_once(coded(sides))
    return ()
