"""Threats and offers told as conditions: "if Armenia kept stalling, Baku would take its own steps", "would lift the ban if the men were freed".

What a side will do if another does something is a threat where it hurts (PLOVER THREATEN), an offer where it helps (contract: "Offers with a
condition are AGREE, actual; what is offered is hypothetical"). It is neither where somebody else foretells it ("analysts say Russia would attack if"),
nor where no other side could bring it about ("if it rains, the summit will be held indoors").
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.code import grammar
from dragoman.code.frames import Act, coded, codes_of, each_once, without
from dragoman.code.parties import Mention, Resolver
from dragoman.code.saying import speakers
from dragoman.code.status import conditional, negated
from dragoman.codebook.schema import Frame
from dragoman.engine.parse import Token

THREAT = Frame(id="threaten.on-condition", type="THREATEN", pos="verb", lemmas=(), actor=("subject",), about=("that-clause",))
OFFER = Frame(id="agree.on-condition", type="AGREE", pos="verb", lemmas=(), actor=("subject",), about=("that-clause",))
# no words of their own: any verb with will or would above a condition

_HURTS = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "REJECT", "ACCUSE", "PROTEST"})
_FORCE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
_HELPS = frozenset({"AID", "COOPERATE", "RETREAT", "CONCEDE", "SUPPORT"})
_MARKS = frozenset("if unless provided providing".split())
_FIRM = frozenset({"will", "would", "'ll", "'d"})
_LOOSE = frozenset({"could", "may", "might"})
# what a side says that it might do is a threat where it says so itself, not where a paper supposes it
_FORCING = frozenset("force compel oblige".split())
# "will be forced to act": the act is announced by the verb above it
_ARMED = frozenset("force weapon arm missile army troop operation offensive war strike".split())
_USING = frozenset("use employ resort launch start mount open deploy unleash".split())
_LEAVING = frozenset(
    """leave quit abandon exit renounce scrap tear suspend halt stop cut end freeze close shut withhold withdraw pull cancel seal reroute divert
    sever""".split()
)
_BOUND = frozenset(
    """treaty pact accord agreement deal npt statute alliance bloc cooperation transit supply delivery export gas oil border crossing airspace aid
    payment tie relation talk embassy flight visa power electricity shipment gate tap trade participation import purchase business""".split()
)
# what one side can take from the other
_TAKING = frozenset("take adopt face launch impose reimpose restore introduce slap apply enact".split())
_SPOKEN_FOR = frozenset({"GOV", "MIL", "REB", "IGO", "UAF", "PTY", "PRE", "LEG"})
# sectors of those who can threaten or offer what their own side will do; analysts, papers and experts foretell


@dataclass(frozen=True, slots=True, kw_only=True)
class _Condition:
    """The clause that says on what it depends."""

    clause: Token
    unless: bool
    # the other side is to do it, lest it be hurt
    only: bool


def on_condition(verb: Token, found: list[Act], resolver: Resolver, sets: dict[str, frozenset[str]]) -> Act | None:
    """The threat or offer that a verb with will or would tells together with its condition; None if it tells none.

    Args:
        verb: may be any verb.
        found: the acts that it tells by itself.
        resolver: at the sentence.
        sets: word sets of the codebook; ``responses`` and ``retaliation`` are what hurts without saying how.
    """
    carrier = _carrier(verb)
    modals = {a.lower for a in carrier.kids("aux") if a.tag == "MD"}
    if not modals & (_FIRM | _LOOSE) or negated(verb) or negated(carrier):
        return None
    condition = _condition_of(verb) or (_condition_of(carrier) if carrier is not verb else None)
    actor = coded(resolver.mentions(grammar.surface_subjects(carrier) if carrier.lemma in _FORCING else grammar.subjects(verb)))
    if condition is None and not modals & _FIRM and ({a.type for a in found} & _FORCE or (not found and verb.lemma in _curbs(sets))):
        return _announced(verb, found, actor, resolver)
    if condition is None or not actor or any(m.kind == "thing" for m in actor) or not _speaks_for_itself(carrier, actor, resolver):
        return None
    if not modals & _FIRM and not codes_of(coded(resolver.mentions(speakers(carrier)))) & codes_of(actor):
        return None
    # "will destroy the loudspeakers if they are switched on": what is done to is a thing told before
    other = without(coded(resolver.mentions(t for t in condition.clause.kids("nsubj", "nsubjpass") if t.dep == "nsubj" or t.tag != "PRP")), actor)
    met = each_once(other) or without(each_once(coded(m for a in found for m in a.recipient)), actor)
    frame = _kind(verb, found, condition, sets)
    if frame is THREAT and not met:
        # "will launch an operation in Syria if"
        met = each_once(without(coded(resolver.mentions([t for p in ("against", "on", "in") for t in grammar.nearby(verb, p)])), actor))
    if frame is None or not (met or (frame is THREAT and _is_of_people(condition.clause))):
        return None
    if not found and frame is THREAT and any(o.lemma in sets.get("sanctions", ()) for o in verb.kids("dobj")):
        found = [Act(frame, "SANCTION", None, actor, met)]
    act = Act(frame, frame.type, verb, actor, met, list(found), why=f"«{verb.text}» on a condition")
    for inner in found:
        inner.status = "planned" if frame is THREAT else "hypothetical"
    return act


def _announced(verb: Token, found: list[Act], actor: tuple[Mention, ...], resolver: Resolver) -> Act | None:
    """"said it might strike Syria", "said it could suspend visas": what a side says that it may do to another, of itself, is a threat."""
    if not codes_of(coded(resolver.mentions(speakers(verb)))) & codes_of(actor) or any(m.kind == "thing" for m in actor):
        return None
    struck = (m for m in coded(resolver.mentions(verb.kids("dobj"))) if not found)
    met = without(each_once([*coded(m for a in found for m in a.recipient), *struck]), actor)
    for inner in found:
        inner.status = "planned"
    return Act(THREAT, "THREATEN", verb, actor, met, list(found), why=f"«{verb.text}» that may come") if met else None


def _carrier(verb: Token) -> Token:
    """The verb that has the will or would of another: "will be forced to act", "will reroute goods and close the border"."""
    if verb.dep == "xcomp" and verb.head.lemma in _FORCING and grammar.is_passive(verb.head):
        return verb.head
    if verb.dep == "conj" and verb.tag == "VB" and verb.head.is_verb and not verb.kids("aux", "nsubj", "nsubjpass"):
        return verb.head
    return verb


def _is_of_people(clause: Token) -> bool:
    """Whether people could bring the condition about: not "if it rains"."""
    subject = clause.child("nsubj", "nsubjpass")
    return subject is not None and subject.lower not in ("it", "this", "that", "there") and clause.lemma not in ("rain", "snow", "be")


def _kind(verb: Token, found: list[Act], condition: _Condition, sets: dict[str, frozenset[str]]) -> Frame | None:
    types = {a.type for a in found}
    if types & _HURTS:
        return THREAT
    if types & _HELPS or ("CONSULT" in types and condition.only):
        return None if condition.unless else OFFER
    if types:
        return None
    hostile = sets.get("retaliation", frozenset()) | sets.get("sanctions", frozenset())
    things = {o.lemma for o in verb.kids("dobj")}
    curbs = _curbs(sets)
    taken = bool(
        (verb.lemma in _TAKING and things & hostile)
        or (verb.lemma in _USING and things & _ARMED)
        or (verb.lemma in _LEAVING and things & _BOUND)
        or (verb.lemma in curbs and things)
    )
    return THREAT if taken or verb.lemma in sets.get("responses", ()) else None


def _curbs(sets: dict[str, frozenset[str]]) -> frozenset[str]:
    """Verbs of hitting and curbing."""
    return sets.get("hit_verbs", frozenset()) | sets.get("curb_verbs", frozenset())


def _condition_of(verb: Token) -> _Condition | None:
    above = [c for c in verb.head.kids("advcl") if c.i < verb.i] if verb.dep == "ccomp" else []
    # "will take measures to defend itself if": the parser hangs the condition under the aim
    below = [c for aim in verb.kids("xcomp", "advcl") if aim.tag == "VB" for c in aim.kids("advcl")]
    for clause in (*verb.kids("advcl", "prep"), *above, *below):
        marks = {m.lower for m in clause.kids("mark")}
        if any(o.lemma == "way" for o in clause.kids("dobj")):
            # "if the minister has his way" is a wish, no condition
            continue
        if conditional(clause) or marks & _MARKS or clause.lower in ("provided", "providing"):
            inner = clause if clause.lower not in ("provided", "providing") else clause.child("ccomp") or clause
            return _Condition(clause=inner, unless="unless" in marks or negated(inner), only=any(a.lower == "only" for a in clause.kids("advmod")))
    return None


def _speaks_for_itself(verb: Token, actor: tuple[Mention, ...], resolver: Resolver) -> bool:
    """Whether nobody else foretells what the actor will do."""
    said = [c for c in verb.kids("parataxis", "ccomp") if c.child("nsubj") and c.child("nsubj") in c.children and not c.kids("mark")]
    above = [verb.head] if verb.dep in ("ccomp", "advcl", "parataxis", "conj") and verb.head.is_verb else []
    for say in (*above, *said):
        for m in resolver.mentions(grammar.subjects(say)):
            if m.party.code is None and m.party.sector not in _SPOKEN_FOR:
                return False
            if m.party.code is not None and m.party.code not in codes_of(actor) | _members(resolver, actor):
                return False
        if not resolver.mentions(grammar.subjects(say)) and grammar.subjects(say) and say.lemma in ("say", "warn", "believe", "think", "expect", "predict"):
            return False
    return True


def _members(resolver: Resolver, actor: tuple[Mention, ...]) -> set[str]:
    """Members of the organisations among these: a French diplomat speaks for the EU."""
    actors = resolver.codebook.actors
    return {member for code in codes_of(actor) if code in actors for member, _, _ in actors[code].members}
