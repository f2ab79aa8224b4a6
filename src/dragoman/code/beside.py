"""The other side of an act, where the words around its clause tell it once all acts of the sentence are known.

Four ways of news prose: who was hurt stands before the clause that says how ("Two Malian soldiers were killed when rebels shelled a post"); a plea is
told of as what somebody did not heed ("Fiji signed despite appeals by Samoa"); two who give to one are told side by side, and the second leaves the
one out ("Norway handed Malawi maize, and the bank promised a loan"); a deed that was just told is judged by its bare name ("The bloc applauded the
release"). Only an act that has a doer and no other side is filled, and never with its doer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.code import grammar
from dragoman.code.frames import Act, FrameIndex, coded, codes_of, each_once, sentence_of, without
from dragoman.code.parties import Mention, Resolver
from dragoman.engine.parse import Token

_HURT = frozenset("kill wound injure hurt maim slay shoot die perish".split())
_HOW = frozenset({"when", "as", "after"})
_UNHEARD = frozenset({"despite", "notwithstanding", "at", "after", "amid", "following", "upon"})
_GIVING = frozenset({"AID", "SUPPORT", "COOPERATE"})
_JUDGING = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
_NEAR = 1
# sentences back in which a deed that is judged may have been told


def fill_beside(done: Mapping[int, Sequence[Act]], index: FrameIndex, resolver: Resolver, before: Sequence[Act]) -> None:
    """Give acts without another side the one that the words beside them tell.

    Args:
        done: the acts of the sentence by the place of their word.
        index: the frames, for what a noun tells.
        resolver: at the sentence.
        before: the acts of the sentences before.
    """
    for act in [a for i in sorted(done) for a in done[i]]:
        word = act.trigger
        if word is None or act.recipient or act.frame.mutual or not codes_of(act.actor):
            continue
        found = _hurt(act, word, resolver) or _unheeding(act, word, resolver) or _given_beside(act, word, done) or _judged(act, word, index, before, resolver)
        act.recipient = without(each_once(coded(found)), act.actor)


def _hurt(act: Act, verb: Token, r: Resolver) -> tuple[Mention, ...]:
    """"Two Malian soldiers were killed when rebels shelled a post": whose people the clause above tells to be hurt."""
    if act.type != "ASSAULT" or not tells_of_hurt(verb):
        return ()
    return tuple(m for m in r.mentions(grammar.surface_subjects(verb.head)) if m.kind != "place")


def tells_of_hurt(verb: Token) -> bool:
    """Whether a verb says how those were hurt whom the clause above it tells of ("were killed when rebels shelled a post")."""
    main = verb.head
    if verb.dep != "advcl" or main.lemma not in _HURT or not any(m.lower in _HOW for m in verb.kids("mark", "advmod")):
        return False
    return grammar.is_passive(main) or main.lemma in ("die", "perish")


def _unheeding(act: Act, noun: Token, r: Resolver) -> tuple[Mention, ...]:
    """"Fiji signed despite appeals by Samoa", "at the request of Mali, Chad sent": whoever acts was asked, warned or threatened."""
    if not noun.is_noun or act.type not in ("REQUEST", "THREATEN") or noun.dep != "pobj" or noun.head.lower not in _UNHEARD or act.about:
        return ()
    verb = noun.head.head
    if not verb.is_verb or grammar.is_passive(verb):
        return ()
    found = tuple(m for m in r.mentions(grammar.subjects(verb)) if m.kind not in ("thing", "place"))
    return found if len(codes_of(found)) == 1 else ()


def _given_beside(act: Act, verb: Token, done: Mapping[int, Sequence[Act]]) -> tuple[Mention, ...]:
    """"Norway handed Malawi maize, and the bank promised a loan": to whom the clause before gives."""
    gives = act.type in _GIVING or (act.type == "AGREE" and any(a.type == "AID" for a in act.about))
    if not gives or verb.dep != "conj" or not verb.child("nsubj"):
        return ()
    first = [a for a in done.get(verb.head.i, ()) if a.type in _GIVING and codes_of(a.recipient)]
    return first[0].recipient if first else ()


def _judged(act: Act, verb: Token, index: FrameIndex, before: Sequence[Act], r: Resolver) -> tuple[Mention, ...]:
    """"The bloc applauded the release": whoever did what the bare noun names, told in this sentence or the one before."""
    if act.type not in _JUDGING or not verb.is_verb or act.about:
        return ()
    pointed = [o for o in verb.kids("dobj") if {c.lower for c in o.kids("det")} & {"the", "this", "that"}]
    deeds = [o for o in pointed if not o.kids("prep", "poss", "acl", "relcl", "compound")]
    types = {f.type for o in deeds for f in index.by_word.get(("noun", o.lemma), ())}
    told = [a for a in before if a.type in types and sentence_of(a) >= r.sentence - _NEAR and a.status in ("actual", "planned") and codes_of(a.actor)]
    return told[-1].actor if told and len(codes_of(told[-1].actor)) == 1 else ()
