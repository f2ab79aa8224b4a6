"""Plain verbs inside other acts: "asked Canada to contribute to a fund", "will not abandon its policy", where no frame of the inner verb holds.

Outside an act such verbs tell nothing between parties; inside one, what is asked, promised or refused is between its sides. Which verb comes to which
type is in ``deeds.yml``.
"""

from __future__ import annotations

from dragoman.code import grammar
from dragoman.code.frames import Act, FrameIndex, coded, without
from dragoman.code.parties import Mention, Resolver
from dragoman.code.status import negated
from dragoman.codebook.schema import Deed, Frame
from dragoman.engine.parse import Token

_TOWARDS = ("to", "with", "from", "on", "against", "for", "into", "out of")


def deed(verb: Token, outer: Act, doer: tuple[Mention, ...], index: FrameIndex, resolver: Resolver) -> Act | None:
    """The act that a plain verb comes to.

    Args:
        verb: of the clause inside.
        outer: the act around it.
        doer: who would do it, where the clause names nobody.
        index: the frames and the codebook.
        resolver: at the sentence.
    """
    found = _of_verb(verb, outer.type, index)
    # "announced that it will not attend" promises nothing; what is refused is negated by the refusal itself
    if found is None or (negated(verb) and outer.type != "REJECT"):
        return None
    frame = Frame(id=found.id, type=found.type, pos="verb", lemmas=(), actor=("subject",))
    passive = grammar.is_passive(verb)
    above = outer.trigger.i if outer.trigger is not None else -1
    own = coded(resolver.mentions(grammar.agents(verb) if passive else [t for t in verb.kids("nsubj") if t.i > above]))
    actor = own or (() if passive else doer)
    heads = [*grammar.objects(verb), *verb.kids("dative"), *(t for p in _TOWARDS for t in grammar.prepositional(verb, p))]
    heads += verb.kids("nsubjpass") if passive else []
    others = tuple(m for m in coded(resolver.mentions(heads)) if m.kind != "place")
    return Act(frame, found.type, verb, actor, without(others, actor), why=f"«{verb.text}» inside {outer.type}")


def knows_better(verb: Token, frame: Frame, around: str, index: FrameIndex) -> bool:
    """Whether a frame that asks nothing of the words behind its verb gives way: "convince him that his troops should halt" is no sanction."""
    if frame.words.keys() - {"subject"} or frame.phrase or frame.particle or not frame.lemmas or not verb.is_verb:
        return False
    found = _of_verb(verb, around, index)
    return found is not None and found.type != frame.type


def _of_verb(verb: Token, around: str, index: FrameIndex) -> Deed | None:
    near = [c.lower for c in verb.kids("prt", "advmod", "prep")]
    things = {t.lemma for t in (*verb.kids("dobj", "nsubjpass"), *(n for p in verb.kids("prep") for n in p.kids("pobj")))}
    for key in (*((verb.lemma, particle) for particle in near), (verb.lemma, None)):
        for found in index.deeds.get(key, ()):
            if (not found.around or around in found.around) and not things & found.never:
                return found
    return None
