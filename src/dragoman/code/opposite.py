"""The other side of an act that needs one and names none: who the same sentence or the one before tells to be at odds with its doer.

"Khartoum broke off ties after accusing N'Djamena of arming rebels": ties, ambassadors, borders and talks are with somebody; who that is the act
beside it tells, whose doer or sufferer is the same. Only hostile acts count, only one other party may fit, and a side that is told but unknown
("cut ties with the sect") stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.code.frames import Act, coded, codes_of, each_once, sentence_of, without
from dragoman.code.parties import Mention, Resolver
from dragoman.codebook.schema import Frame
from dragoman.engine.parse import Token

HOSTILE = frozenset({"ACCUSE", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "REJECT", "PROTEST", "MOBILIZE"})
_PROVOKING = HOSTILE | {"AGREE", "SUPPORT", "COOPERATE"}
# deeds that others may answer, by a clause that says why
_CAUSES = frozenset({"after", "because", "when", "as"})
_SEVERING = frozenset({"SANCTION", "COERCE", "ACCUSE"})
# types whose acts may be done to what lies between two states
_BETWEEN = frozenset(
    """tie relation relations link contact ambassador envoy diplomat consul chargé charge attaché attache representative embassy consulate border
    frontier crossing airspace talk negotiation dialogue protest complaint demarche démarche objection""".split()
)
_CALLING_HOME = frozenset({"recall", "withdraw", "summon", "expel"})
_ENVOYS = frozenset({"ambassador", "envoy", "consul"})
# what is done to them answers what their government has done
_TIES = frozenset({"tie", "relation", "relations", "link"})
_BORDERS = frozenset({"border", "frontier", "crossing"})
_PROTESTING = frozenset({"protest", "complain"})
# verbs that need no object for it
_DEMANDING = frozenset("demand seek request insist want ask".split())
_REDRESS = frozenset(
    """apology explanation clarification compensation answer reparation assurance guarantee redress damage release return end halt withdrawal
    inquiry investigation probe evidence proof respect punishment retraction stop cessation""".split()
)
# what one asks of somebody with whom one is at odds
_STEPS = frozenset("step move decision act action behaviour behavior conduct measure gesture threat remark comment language pressure".split())
_SAID_TO = frozenset({"REQUEST", "AGREE", "THREATEN"})
_SAID_TO_ALL = frozenset({"call", "appeal", "plead"})
# a call for a truce in a talk with a third party is not meant for that party
_TELLING = frozenset({"tell", "assure", "inform", "promise", "warn"})
_MEANWHILE = frozenset({"in", "during", "at", "over"})
_BEFORE = 2
# sentences back in which the quarrel may have been told


def wants_redress(verb: Token) -> bool:
    """"accused Turkey of shelling a village and demanded an apology", "told it to leave and denounced the step": of whom the clause beside it tells."""
    objects = verb.kids("dobj")
    if verb.lemma in _DEMANDING:
        return any(o.lemma in _REDRESS for o in objects)
    return any(o.lemma in _STEPS and not o.kids("poss") and not any(c.is_proper for c in o.children) for o in objects) or any(
        c.dep == "ccomp" and any(d.lower == "what" for d in c.subtree()) for c in verb.kids("ccomp", "dobj")
    )


def lacks_other_side(frame: Frame, verb: Token, tokens: Callable[[str], list[Token]]) -> bool:
    """Whether an act is done to what lies between two states, and the other of them is not told at all.

    Args:
        frame: that is tried.
        verb: its word.
        tokens: the phrases in a slot of it.
    """
    if frame.type not in _SEVERING or not verb.is_verb:
        return False
    objects = verb.kids("dobj")
    if verb.lemma in _PROTESTING and not objects:
        blamed = any(s.is_noun for c in verb.kids("ccomp") for s in c.kids("nsubj", "nsubjpass"))
        # "complained that Iran had failed to answer": the clause tells of whom
        return not blamed and not any(t.is_noun for slot in frame.recipient for t in tokens(slot))
    # whoever closes all its borders closes them to nobody in particular
    between = [o for o in objects if o.lemma in _BETWEEN and not (o.lemma in _BORDERS and o.tag == "NNS") and not any(c.is_proper for c in o.children)]
    if any(n.is_proper for h in (verb, *between) for p in h.kids("prep") if p.lower in ("to", "from", "with") for n in p.kids("pobj")):
        return False
    return bool(between) and not any(t not in objects and t.is_noun for slot in frame.recipient for t in tokens(slot))


def opposite(verb: Token, actor: tuple[Mention, ...], acts: Callable[[Token], list[Act]], before: Iterable[Act], sentence: int) -> tuple[Mention, ...]:
    """Who is at odds with the doer, by a clause beside the verb, else by the sentences before; empty where that is not told of one.

    Args:
        verb: of the act.
        actor: who does it.
        acts: the acts at a word of the sentence.
        before: the acts of the sentences before.
        sentence: number of the sentence.
    """
    beside = [a for clause in _beside(verb) for a in acts(clause)]
    causes = [a for clause in verb.kids("advcl") if clause.kids("mark") and clause.kids("mark")[0].lower in _CAUSES for a in acts(clause)]
    # whom an organisation condemns or punishes without a name need not be the doer
    recent = [a for a in before if sentence_of(a) >= sentence - _BEFORE and (a.recipient or not all(m.kind == "organisation" for m in a.actor))]
    met = _at_odds(actor, beside) or _provoker(actor, causes) or next((met for a in reversed(recent) if (met := _at_odds(actor, [a]))), ())
    if met:
        return met
    last = [a for a in recent[-1:] if sentence_of(a) == sentence - 1]
    objects = {o.lemma for o in verb.kids("dobj")}
    if verb.lemma in _CALLING_HOME and objects & _ENVOYS:
        # "Norway recognised Palestine. Israel recalled its envoy": whoever did what was told last
        return _provoker(actor, last)
    # "Colombia bombed a camp of rebels in Ecuador. Quito broke off relations"
    return _provoker(actor, [a for a in last if a.type in HOSTILE]) if objects & _TIES else ()


def faced(verb: Token, actor: tuple[Mention, ...], acts: Callable[[Token], list[Act]]) -> tuple[Mention, ...]:
    """Whom the clauses beside a verb have its doer face, in whatever hostile words: "called on Turkey to leave and denounced the step".

    Args:
        verb: of the act.
        actor: who does it.
        acts: the acts at a word of the sentence.
    """
    near = _beside(verb)
    for t in verb.ancestors():
        if t.dep != "conj" or not t.is_verb:
            near += [t] if t.is_verb and verb.dep == "conj" else []
            break
        near.append(t)
    near += [c for s in verb.kids("nsubj") for c in s.kids("acl") if c.tag == "VBG"]
    # "said Iran was behind it and demanded an apology": the blame stands in what is said
    near += [c for t in tuple(near) for c in t.kids("ccomp") if c.is_verb]
    told = [a for clause in near for a in acts(clause)]
    return _at_odds(actor, told) or _at_odds(actor, [a for a in told if a.type == "REQUEST"], frozenset({"REQUEST"}))


def _beside(verb: Token) -> list[Token]:
    """Verbs of the clauses beside a verb: "after accusing", "accusing", "and accused", "after Somalia signed"."""
    out = [c for c in verb.kids("advcl", "conj", "ccomp", "xcomp") if c.is_verb]
    out += [c for p in verb.kids("prep") for c in p.kids("pcomp")]
    # "vowed to retaliate after the rebels killed six soldiers"
    out += [c for x in verb.kids("xcomp") for c in x.kids("advcl") if c.is_verb]
    if verb.dep in ("conj", "advcl", "xcomp") and verb.head.is_verb:
        out.append(verb.head)
    return out


def _at_odds(actor: tuple[Mention, ...], told: Iterable[Act], types: frozenset[str] = HOSTILE) -> tuple[Mention, ...]:
    own = codes_of(actor)
    for act in told:
        if act.type not in types or len(own) != 1:
            continue
        doers, sufferers = coded(act.actor), coded(act.recipient)
        other = sufferers if own <= codes_of(doers) else doers if own <= codes_of(sufferers) or not sufferers else ()
        met = without(each_once(other), actor)
        if len(met) == 1:
            return met
    return ()


def _provoker(actor: tuple[Mention, ...], causes: Iterable[Act]) -> tuple[Mention, ...]:
    """"Ethiopia recalled its ambassador after Somalia signed a pact with Egypt": who did what it answers, whatever that was."""
    doers = each_once(m for a in causes if a.type in _PROVOKING for m in coded(a.actor))
    met = without(doers, actor)
    return met if len(met) == 1 and len(met) == len(doers) else ()


def told_to(act: Act, verb: Token, r: Resolver) -> tuple[Mention, ...]:
    """"Lavrov told Fidan that Moscow would not return": who hears it, where it is a side of its own and no body of many."""
    if act.type not in _SAID_TO | {"REJECT"} or not act.actor:
        return ()
    clause = verb
    while clause.dep in ("conj", "xcomp") and clause.head.is_verb:
        clause = clause.head
    if clause.dep != "ccomp" or clause.head.lemma not in _TELLING:
        return ()
    heard = [m for m in r.mentions(clause.head.kids("dobj", "dative")) if m.kind in ("person", "state", "role")]
    met = without(each_once(coded(heard)), act.actor)
    return met if len(met) == 1 else ()


def spoken_with(act: Act, verb: Token, acts: Callable[[Token], list[Act]]) -> tuple[Mention, ...]:
    """"In a call with the Indian minister, Blinken urged restraint", "telephoned Kyiv and promised tanks": whom the doer speaks or writes to meanwhile."""
    said = act.type in _SAID_TO or (act.type == "SUPPORT" and verb.dep in ("xcomp", "advcl"))
    if not said or not act.actor or verb.lemma in _SAID_TO_ALL:
        return ()
    words = [n for p in verb.kids("prep") if p.lower in _MEANWHILE for n in p.kids("pobj")]
    words += [c for n in words for c in n.kids("acl")]
    # "in a note handed to the ambassador"
    words += [c for c in verb.kids("advcl") if c.tag == "VBG"]
    if verb.dep in ("conj", "xcomp", "advcl") and verb.head.is_verb and not verb.child("nsubj"):
        # "called the premier to express his support"
        words.append(verb.head)
    for word in words:
        for told in (a for a in acts(word) if a.type == "CONSULT" and a is not act):
            met = without(each_once(coded((*told.actor, *told.recipient))), act.actor)
            if len(met) == 1:
                return met
    return ()
