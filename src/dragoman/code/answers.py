"""Acts that are told by their answer to one told before: "Bolivia followed suit", "Déby accepted at once", "Athens demanded its release".

They name neither what is done nor to whom; the act before them, in the same sentence or the one before, tells both. Where it does not, nothing is
coded: storms follow, too, and shops accept cards.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.code import grammar
from dragoman.code.frames import Act, coded, codes_of, each_once, sentence_of, without
from dragoman.code.parties import Mention, Resolver
from dragoman.code.status import negated
from dragoman.codebook.schema import Frame
from dragoman.engine.parse import Token

_REPEATED = frozenset({"SANCTION", "SUPPORT", "AID", "COERCE", "RETREAT", "REJECT", "ACCUSE", "AGREE", "CONCEDE"})
# what one side may do after another ("Bahrain followed"); who meets somebody after another meets them on their own
_ASKING = frozenset({"REQUEST", "AGREE", "THREATEN"})
_ANSWER = {
    **dict.fromkeys("accept consent comply oblige acquiesce assent relent".split(), "AGREE"),
    **dict.fromkeys("demur balk".split(), "REJECT"),
}
# verbs that by themselves, without an object, answer what was asked or offered
_FREED = frozenset({"release", "free", "freedom", "return", "liberation", "handover", "repatriation", "hand"})
# what is asked of those who hold somebody or something
_SAME = frozenset({"same", "so", "likewise"})
_EXAMPLES = frozenset({"suit", "example", "lead"})
# what is followed by who does the same
_SINCE = 3
# and in which who was asked may answer, behind a quote of who asked
_NEAR = 1
# sentences back in which the act may have been told


def only_answers(verb: Token) -> bool:
    """Whether a verb may tell no act but that it answers one ("followed", "accepted")."""
    return _repeats(verb) or _replies(verb)


def answer(verb: Token, r: Resolver, told: Iterable[Act]) -> list[Act]:
    """The act of a verb that only answers one told before.

    Args:
        verb: that no frame fires at, and that only answers.
        r: at the sentence.
        told: the acts before it, in the order of reading.
    """
    actor = coded(r.mentions(grammar.subjects(verb)))
    recent = [a for a in told if not actor or sentence_of(a) >= r.sentence - _NEAR]
    if not actor or not recent or (verb.lemma == "do" and negated(verb)) or any(m.kind in ("thing", "place") for m in actor):
        return []
    return _repeated(verb, actor, recent) if _repeats(verb) else _reply(verb, actor, recent)


def _repeats(verb: Token) -> bool:
    """"Followed suit", "did the same"; "Bahrain and Sudan followed"."""
    if verb.lemma not in ("do", "follow"):
        return False
    objects = {c.lower for c in verb.kids("dobj", "advmod")}
    if verb.lemma == "do":
        return bool(objects & _SAME)
    return verb.dep in ("ROOT", "conj", "ccomp") and (bool(objects & _EXAMPLES) or not verb.child("dobj", "xcomp", "ccomp", "prt"))


def _replies(verb: Token) -> bool:
    if verb.tag == "MD":
        # "Netanyahu said he would not"
        return verb.lower in ("would", "will") and verb.dep in ("ROOT", "ccomp", "conj") and not any(c.is_verb for c in verb.children)
    if any(o.lower != "it" for o in verb.kids("dobj")):
        # "Baghdad accepted it" answers, too
        return False
    return verb.lemma in _ANSWER and not verb.child("xcomp", "ccomp", "attr", "acomp", "nsubjpass") and not verb.kids("prt")


def _repeated(verb: Token, actor: tuple[Mention, ...], told: list[Act]) -> list[Act]:
    own = codes_of(actor)
    before = next((a for a in reversed(told) if a.type in _REPEATED and coded(a.actor)), None)
    if before is None or own & codes_of(before.actor) or own == codes_of(before.recipient):
        return []
    recipient = without(before.recipient, actor)
    return [Act(before.frame, before.type, verb, actor, recipient, why=f"«{verb.text}»: as {', '.join(sorted(codes_of(before.actor)))} before")]


def _reply(verb: Token, actor: tuple[Mention, ...], told: list[Act]) -> list[Act]:
    own = codes_of(actor)
    asked = next((a for a in reversed(told) if a.type in _ASKING and own <= codes_of(a.recipient)), None)
    if asked is None:
        return []
    refused = verb.tag == "MD" and negated(verb)
    type_ = "REJECT" if refused else _ANSWER.get(verb.lemma, "AGREE")
    frame = REFUSES if type_ == "REJECT" else ACCEPTS
    about = [Act(a.frame, a.type, None, a.actor, a.recipient, status="hypothetical" if refused else "planned") for a in asked.about]
    return [Act(frame, type_, verb, actor, without(coded(asked.actor), actor), about, why=f"«{verb.text}»: what {sorted(codes_of(asked.actor))} asked")]


ACCEPTS = Frame(id="agree.answer", type="AGREE", pos="verb", lemmas=(), actor=("subject",))
REFUSES = Frame(id="reject.answer", type="REJECT", pos="verb", lemmas=(), actor=("subject",))
# no words of their own: they answer what another frame has told


def asker(act: Act, told: Iterable[Act], sentence: int) -> tuple[Mention, ...]:
    """Whom a bare "agreed" or "refused" answers: who asked, offered or threatened last.

    Args:
        act: that names nobody it is done to.
        told: the acts before it, in the order of reading.
        sentence: number of the sentence.
    """
    if act.type not in ("AGREE", "REJECT") or act.about or act.trigger is None or act.trigger.child("dobj"):
        return ()
    own = codes_of(act.actor)
    asked = (a for a in reversed(list(told)) if a.type in _ASKING and a is not act and own and own <= codes_of(a.recipient))
    last = next(asked, None)
    return without(each_once(coded(last.actor)), act.actor) if last is not None and sentence_of(last) > sentence - _SINCE else ()


def holder(act: Act, told: Iterable[Act], sentence: int) -> tuple[Mention, ...]:
    """Who is asked to free whom they hold: "Iran seized a tanker. Athens demanded its release".

    Args:
        act: a request without addressee.
        told: the acts before it, in the order of reading.
        sentence: number of the sentence.
    """
    if act.type != "REQUEST" or act.trigger is None or not any(t.lemma in _FREED for t in act.trigger.subtree()):
        return ()
    held = next((a for a in reversed(list(told)) if a.type == "COERCE" and coded(a.actor) and sentence_of(a) >= sentence - 2), None)
    return without(each_once(coded(held.actor)), act.actor) if held is not None else ()
