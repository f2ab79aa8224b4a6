"""Whom an act meets where no slot of its frame says so: those who are asked, accused, answered, refused, or bound by a tie."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.code import grammar
from dragoman.code.frames import Act, coded, codes_of, each_once, without
from dragoman.code.parties import Mention, Resolver
from dragoman.code.slots import Filler
from dragoman.code.status import conditional
from dragoman.engine.parse import Token

_CLAUSE_SLOTS = frozenset({"to-clause", "that-clause", "wish-clause", "ing-clause"})
_ANSWERS = frozenset({"REJECT", "AGREE", "ACCUSE", "SUPPORT", "THREATEN", "CONCEDE"})
# types whose acts answer or judge somebody else's
_GIVING_WORD = frozenset("offer pledge promise propose accept".split())
# who offers to do a thing for others offers it to them
_FOR_OTHERS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
# what is agreed to, or one is ready for, to somebody's good: to theirs ("agreed to send tanks to Mali")
_OFFERS = frozenset({"AGREE", "REQUEST"})
_DEEDS = frozenset("SANCTION COERCE MOBILIZE ASSAULT RETREAT CONCEDE REJECT THREATEN AGREE SUPPORT AID COOPERATE".split())
_ACT_NOUNS: dict[str, frozenset[str]] = {
    **dict.fromkeys("offer proposal plan suggestion idea invitation initiative bargain pledge overture".split(), _OFFERS),
    **dict.fromkeys("call demand request appeal condition plea".split(), frozenset({"REQUEST", "THREATEN"})),
    **dict.fromkeys("charge claim accusation allegation complaint criticism remark comment".split(), frozenset({"ACCUSE", "REQUEST", "THREATEN"})),
    **dict.fromkeys("tale story account version insinuation assertion".split(), frozenset({"ACCUSE"})),
    **dict.fromkeys("threat ultimatum warning".split(), frozenset({"THREATEN", "REQUEST"})),
    **dict.fromkeys("move step decision measure act action".split(), _DEEDS),
}
# nouns that sum up what was just told, and of what types that may be
_STATES = frozenset({"GOV", "IGO", "MIL", "REB"})
_RULERS = frozenset({"GOV", "LEG", "JUD", "COP", "MIL"})
_STEP_TAKERS = frozenset({"state", "person", "body", "role", "group"})


_UNDONE = frozenset("withdraw lift remove pull recall disarm disband drop revoke repeal suspend cancel scrap reverse dismantle demolish hold".split())
# "demanded that Russian troops be withdrawn": whose troops they are is asked; "that Chinese sailors be freed" asks whoever holds them
_HOLDING = frozenset("hold detain jail imprison seize capture take arrest abduct keep occupy".split())
_THANKS = frozenset({"gratitude", "thanks", "thank", "appreciation", "thankfulness"})
_SENT = frozenset(
    "note letter message memorandum memo request appeal protest call cable telegram statement communication talk speech conversation meeting".split()
)
_SENDING = frozenset("hand send deliver address pass give transmit convey submit".split())
_REACHING = frozenset("write ring telephone phone call cable contact message text email wire".split())
# words that reach somebody, and what one does to reach them


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of the sentence so far."""

    resolver: Resolver
    done: dict[int, list[Act]]
    # acts by the index of their word
    sets: dict[str, frozenset[str]]
    # word sets of the codebook
    before: list[Act]
    # acts of the sentences before


def addressee_of(act: Act, fill: Filler, told: Told) -> tuple[Mention, ...]:
    """Whom a refusal, an answer or a judgement meets: the one whose act or thing it is about ("rejected Iran's offer")."""
    if act.type in ("REJECT", "THREATEN"):
        met = each_once(without(coded(m for a in act.about for m in (*a.actor, *a.recipient)), act.actor))
        if met:
            return met
    if act.type == "THREATEN":
        met = _who_must_yield(act, told) or _threatened(act, fill, told) or who_faces(fill.token, act, told.resolver)
        if met:
            return met
    if act.type == "REJECT":
        met = _refused_party(act, fill, told)
        if met:
            return met
    if act.type == "REQUEST":
        asked = _asked(act, fill, told)
        if asked:
            return asked
    if act.type == "AID":
        return _accredited(act, told)
    if act.type == "SUPPORT":
        met = _thanked(act, fill, told)
        if met:
            return met
    if act.type in ("SUPPORT", "ACCUSE"):
        doers = without(each_once(coded(m for a in act.about for m in a.actor)), act.actor)
        if doers:
            return doers
    if act.type == "ACCUSE":
        clauses = [t for slot in act.frame.about if slot == "that-clause" for t in fill.tokens(slot)]
        accused = told.resolver.mentions(s for c in clauses for s in c.kids("nsubj", "nsubjpass"))
        if any(m.party.code for m in accused):
            return without(accused, act.actor)
    if act.type == "AGREE" and act.trigger is not None and act.trigger.lemma in _GIVING_WORD:
        inner = [m for a in act.about for n in a.walk() for m in (*n.actor, *n.recipient)]
        met = without(each_once(coded(inner)), act.actor) or _who_must_yield(act, told)
        if met:
            return met
    if act.type == "AGREE":
        met = without(each_once(coded(m for a in act.about if a.type in _FOR_OTHERS for m in (*a.actor, *a.recipient))), act.actor)
        if met:
            return met
        own = {m.party.start for m in act.actor}
        facing = [m for a in act.about if a.type == "CONSULT" for m in (*a.actor, *a.recipient) if m.party.start not in own and m.party.sector in _RULERS]
        if facing and all(m.party.sector not in _RULERS for m in act.actor):
            # "the opposition agreed to talks with the government"
            return tuple(facing)
    if act.type in ("AGREE", "SUPPORT"):
        met = _partner_of_tie(act, fill, told)
        if met:
            return met
    if act.type in _ANSWERS:
        owned = [t for slot in (*act.frame.about, *act.frame.recipient) if slot == "object" for t in fill.tokens(slot)]
        met = tuple(m for m in told.resolver.mentions(owned) if m.party.code and m.kind == "thing")
        return without(met, act.actor) or _answered(act, owned, told) or _owners_of_no_country(owned, told)
    return ()


def _owners_of_no_country(owned: list[Token], told: Told) -> tuple[Mention, ...]:
    """"Unions rejected the government's offer": whose it is, though not of which country."""
    found = told.resolver.mentions(p for t in owned for p in t.kids("poss") if p.tag != "PRP$")
    return tuple(m for m in found if m.kind in ("role", "person") and m.party.code is None and m.party.sector in _RULERS)


def _accredited(act: Act, told: Told) -> tuple[Mention, ...]:
    """"The Russian ambassador to Laos handed over a gift of flour": what an envoy brings is for those to whom he is sent."""
    if act.trigger is None or not act.trigger.is_verb:
        return ()
    sent = [n for t in grammar.subjects(act.trigger) for n in grammar.prepositional(t, "to")]
    if not any(m.level == "envoy" for m in act.actor):
        return ()
    return without(coded(told.resolver.mentions(sent)), act.actor)


def _thanked(act: Act, fill: Filler, told: Told) -> tuple[Mention, ...]:
    """"expressed gratitude for the shelter given by Chad": whoever did what one is thankful for, where the thanks go to nobody else."""
    token = act.trigger
    if token is None:
        return ()
    thanks = [token] if token.is_noun else [t for t in grammar.objects(token) if t.lemma in _THANKS]
    done = [n for t in thanks if t.lemma in _THANKS for n in (*grammar.nearby(t, "for"), *grammar.prepositional(t, "of"))]
    agents = [n for d in done for c in d.kids("acl") for a in c.kids("agent", "prep") if a.lower == "by" for n in a.kids("pobj")]
    doers = [*(n for d in done for n in d.kids("poss")), *agents]
    return without(coded(told.resolver.mentions(doers)), act.actor)


def _answered(act: Act, objects: list[Token], told: Told) -> tuple[Mention, ...]:
    """"offered to chair the talks, an idea that Ethiopia dismissed": the noun stands for the act told before it, and its doer is met."""
    # "further measures" are new ones, "the measures" those that were told
    objects = [t for t in objects if t.lemma in _ACT_NOUNS and not t.kids("poss") and (t.kids("det") or _ACT_NOUNS[t.lemma] is not _DEEDS)]
    if act.trigger is None or not objects:
        return ()
    types = frozenset[str]().union(*(_ACT_NOUNS[t.lemma] for t in objects))
    here = [a for i in sorted(told.done) if i < act.trigger.i for a in told.done[i] if a is not act]
    for a in reversed([*told.before, *here]):
        met = without(coded(a.actor), act.actor)
        asked = codes_of(a.recipient)
        own = bool(asked & codes_of(act.actor))
        if met and a.type in types and (own or (a.type != act.type and (a in here or not asked or types >= _DEEDS))):
            return met
    return _before_it(act, told.resolver) if types >= _DEEDS and act.type == "ACCUSE" else ()


def _before_it(act: Act, r: Resolver) -> tuple[Mention, ...]:
    """"Maduro has unveiled a new map. Georgetown denounced the measures": the one subject of the sentence before took them."""
    near = [m for m in r.memory[-40:] if m.subject and m.party.code and m.sentence == r.sentence - 1 and m.kind in _STEP_TAKERS]
    if any(m.sentence == r.sentence - 1 for m in r.group):
        # several were told together: whose step it is is not told
        return ()
    met = each_once(without(coded(near), act.actor))
    return met if len(codes_of(met)) == 1 and len(codes_of(tuple(near))) == 1 else ()


def _asked(act: Act, fill: Filler, told: Told) -> tuple[Mention, ...]:
    """"requested that the Emirates prevail", "an appeal for Brazil to help": who is to do it."""
    token = fill.token
    clauses = [c for slot in act.frame.about if slot in ("that-clause", "wish-clause") for c in fill.tokens(slot)]
    clauses += [t for t in grammar.nearby(token, "for") if t.is_verb]
    found = told.resolver.mentions(s for c in clauses for s in c.kids("nsubj", "nsubjpass") if s.dep == "nsubj" or c.lemma in _UNDONE)
    return without(coded(found), act.actor) or _written_to(act, told) or _holders(act, told)


def _holders(act: Act, told: Told) -> tuple[Mention, ...]:
    """"demanded the release of two soldiers held by Venezuela": whoever holds them is asked."""
    if act.trigger is None:
        return ()
    held = [t for t in act.trigger.subtree() if t.i > act.trigger.i and t.dep in ("acl", "relcl") and t.lemma in _HOLDING]
    return without(coded(told.resolver.mentions(a for t in held for a in grammar.agents(t))), act.actor)


def _written_to(act: Act, told: Told) -> tuple[Mention, ...]:
    """"In a note to Ecuador, Peru demanded ...", "wrote to the AU to ask for an inquiry": whoever the words are sent to is asked."""
    verb = act.trigger
    if verb is None or not verb.is_verb:
        return ()
    found: list[Token] = []
    for p in verb.kids("prep"):
        for text in p.kids("pobj") if p.lower == "in" else ():
            if text.lemma in _SENT:
                sent = [c for c in text.kids("acl") if c.lemma in _SENDING]
                found += [n for head in (text, *sent) for to in ("to", "with") for n in grammar.prepositional(head, to)]
    if verb.dep in ("acl", "conj") and verb.tag == "VBG":
        # "handed the ambassador a note demanding an apology", "sent Ankara a letter asking"
        top = verb.head if verb.dep == "conj" and verb.head.tag == "VBG" else verb
        text = top.head
        if top.dep == "acl" and text.lemma in _SENT and text.head.lemma in _SENDING:
            found += [t for t in text.head.kids("dobj", "dative") if t is not text]
            found += [*grammar.prepositional(text.head, "to"), *grammar.prepositional(text, "to")]
    if verb.dep in ("xcomp", "advcl") and verb.head.lemma in _REACHING and verb.tag in ("VB", "VBG"):
        found += [*verb.head.kids("dobj"), *grammar.prepositional(verb.head, "to"), *grammar.prepositional(verb.head, "with")]
    return without(tuple(m for m in coded(told.resolver.mentions(found)) if m.kind != "place"), act.actor)


def _who_must_yield(act: Act, told: Told) -> tuple[Mention, ...]:
    """"threatened to cut supplies unless Iceland reversed its vote": the threat is meant for who can avert it."""
    if act.trigger is None:
        return ()
    for clause in act.trigger.subtree():
        if clause.is_verb and (conditional(clause) or any(m.lower == "until" for m in clause.kids("mark"))):
            met = without(coded(told.resolver.mentions(clause.kids("nsubj", "nsubjpass"))), act.actor)
            if met:
                return met
    return ()


def who_faces(word: Token, act: Act, resolver: Resolver) -> tuple[Mention, ...]:
    """"Teachers will not end the strike until the government pays": those who rule them can end it. Between states, what ends it is a condition."""
    if any(m.party.sector in _STATES or m.kind == "state" for m in act.actor):
        return ()
    for clause in word.subtree():
        if clause.is_verb and any(m.lower in ("until", "unless") for m in clause.kids("mark")):
            found = resolver.mentions([*clause.kids("nsubj"), *grammar.agents(clause)])
            met = tuple(m for m in found if m.kind in ("role", "person", "body") and m.party.sector in _RULERS)
            if met:
                return met
    return ()


def _threatened(act: Act, fill: Filler, told: Told) -> tuple[Mention, ...]:
    """"warned that it would strike Pakistan again", "that Lebanon would be sent back": the one other party that what is threatened names."""
    found: list[Token] = []
    slots = [s for s in act.frame.about if s == "that-clause" or (s == "to-clause" and not act.about)]
    for clause in (c for slot in slots for c in fill.tokens(slot) if c.is_verb):
        found += clause.kids("dobj", "dative", "nsubj", "nsubjpass")
        found += [n for p in clause.kids("prep") if p.lower in ("on", "against", "from") for n in p.kids("pobj")]
    met = without(coded(told.resolver.mentions(found)), act.actor)
    return met if len(codes_of(met)) == 1 else ()


def _refused_party(act: Act, fill: Filler, told: Told) -> tuple[Mention, ...]:
    """"declined to act as Berlin's go-between", "refused to answer Iran": the one party that the refused doing names."""
    found: list[Mention] = []
    for clause in (c for slot in act.frame.about if slot in _CLAUSE_SLOTS for c in fill.tokens(slot)):
        heads = [*clause.kids("dobj", "dative"), *(n for p in clause.kids("prep") if p.lower in ("as", "with", "to", "from") for n in p.kids("pobj"))]
        found += [m for m in told.resolver.mentions(heads) if m.party.code and m.kind != "place"]
    met = without(tuple(found), act.actor)
    return met if len(codes_of(met)) == 1 else ()


def _partner_of_tie(act: Act, fill: Filler, told: Told) -> tuple[Mention, ...]:
    """"intends to deepen the partnership between India and Russia", "vowed to strengthen ties with Iran": the other side of the tie."""
    sets = told.sets
    ties = sets.get("ties", frozenset()) | sets.get("offers", frozenset()) | sets.get("requests", frozenset())
    clauses = [t for slot in (*act.frame.about, "object") for t in fill.tokens(slot)]
    for clause in clauses:
        for noun in clause.subtree():
            if not noun.is_noun or (noun.lemma not in ties and noun.lower.rstrip("s") not in ties):
                continue
            bound = sets.get("ties", frozenset())
            joined = ("with", "between", "to") if noun.lemma in bound or noun.lower.rstrip("s") in bound else ("by", "from")
            sides = [*noun.kids("poss"), *(t for p in joined for t in (grammar.nearby if p == "with" else grammar.prepositional)(noun, p))]
            found = coded((*told.resolver.at(noun), *told.resolver.mentions(sides)))
            met = without(found, act.actor)
            if met:
                return met
    return ()
