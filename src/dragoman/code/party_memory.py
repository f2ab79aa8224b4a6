"""Pointing back: pronouns, "both sides", "the minister", "the kingdom", "the bloc".

A rule-based salience order (Lappin and Leass 1994, without weights): subjects of this sentence and the last one first, then whoever was named last;
sex and number must fit. What was named as a place only serves where nothing else fits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.code.grammar import TEXTS, subjects
from dragoman.code.party_groups import REACH, doers, named_here
from dragoman.code.party_matters import answered_matter, whose_matter, whose_promise
from dragoman.code.party_mention import FEMALE, Mention, again
from dragoman.code.party_regions import of_region
from dragoman.code.party_speaker import FIRST, SAYING, SECOND, first_person, second_person
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

PERSONAL = frozenset("he she him her his hers himself herself".split())
NEUTER = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
_DEMANDING = frozenset("demand insist request urge propose recommend ask order".split())
_SOMEBODY = frozenset("leader figure politician candidate lawmaker commander activist lawyer judge mayor governor senator deputy prosecutor official".split())
# who is one person where told in the singular
_WISHING = frozenset("ask beg demand request urge propose recommend insist suggest plead".split())
_ASKING = frozenset("ask beg invite urge press offer order summon implore beseech challenge warn tell".split())
# whose subject somebody answers
_OF_STATES = frozenset("capital country homeland nation government president parliament army king monarch".split())
# what a state has one of
_OF_STATES_ALONE = frozenset("army navy airspace soil territory capital citizen national constitution embassy frontier border monarch king".split())
# what no organisation has
_GENERIC_STATE = frozenset("country nation state".split())
# kingdom, republic and the like are nouns of the states that call themselves so
_GENERIC_GROUP = frozenset(
    """group movement militia rebel militant paramilitary insurgent faction organisation organization guerrilla guerilla""".split()
)
_GENERIC_BODY = frozenset("organisation organization agency bloc alliance body grouping union".split())
_JUNTA = frozenset("junta regime ruler general military".split())
# words for those who rule by arms
_WARNING = frozenset("warn tell notify inform remind caution".split())
_DONE_TO = frozenset(
    """hit slap strike punish penalise penalize sanction expel suspend cut bar ban isolate blacklist deprive strip exclude attack bomb destroy invade crush
    freeze sever recall withhold shut close seize refer summon""".split()
)
_BEARING = frozenset("pay face lose suffer incur risk forfeit regret".split())
# what those who are warned have to bear
_FORCEFUL = frozenset(
    """attack shell bomb bombard strike raid violate breach invade fire shoot sink ram seize ambush hit destroy burn storm occupy hack jam poison kill
    abduct kidnap detain torture""".split()
)
_HIT = frozenset(
    """village town city ship vessel boat trawler tanker post base camp convoy soldier troop policeman guard patrol sailor fisherman plane jet helicopter drone
    embassy consulate diplomat citizen national territory airspace border water soil sovereignty network grid website port airport bridge hospital pipeline
    two three four five six one several some dozen""".split()
)
RANKS = frozenset("general colonel major captain marshal admiral brigadier commander commandant sheikh ayatollah".split())
# titles that somebody keeps whatever the office
_ENVOYS = frozenset("envoy ambassador diplomat".split())
_MISSIONS = frozenset("embassy consulate mission".split())
# what speaks for the envoy told before
_GENERIC_PERSON = frozenset("official leader diplomat politician guest statesman".split())
_ANSWERING = frozenset("refuse decline accept agree reject comply promise reply respond answer consent rebuff dismiss ignore balk demur deny".split())
# what those who were asked, or accused, do next
_JUDGING = frozenset("denounce condemn criticise criticize deplore decry slam blast protest praise welcome applaud hail commend lament".split())
_JUDGED = frozenset(
    """decision move step refusal plan attack raid strike offer stance position policy proposal remark comment statement claim vote role effort
    restraint help support treatment conduct behaviour behavior action failure attempt invitation demand threat law""".split()
)
# who judges it speaks of another's ("denounced its decision")
_TELLING = frozenset("tell warn inform remind assure notify advise convince persuade reassure".split())
# verbs with those who are spoken to for an object, and what they are told about themselves in a clause
_RUED = frozenset("regret rue repent doubt".split())
# of deeds and facts, not of states
_EACH_OTHER = frozenset("agree sign meet clash fight quarrel dispute share exchange differ resume negotiate trade have be".split())
# what the two of whom others spoke do themselves
_LISTENERS = frozenset("reporter journalist lawmaker senator delegate listener viewer reader newsman correspondent".split())
# they are told of others
_POINTERS = frozenset("the this that his her its their".split())

_MEANWHILE = frozenset("when once as while after before until if".split())
_IN_CUSTODY = frozenset("release free detain arrest hold jail imprison sentence charge convict deport extradite execute pardon acquit question swap".split())
# what is done to people whom a state took in
_PRIVATE_SECTORS = frozenset("AGR CVL MIL BUS JRN MED EDU REL LAB SPY REF OPP NGO".split())
# whom states take in: no governments, courts or police

_TOWNS = frozenset({"city", "town", "municipality"})
_COMPOSED = frozenset("committee commission council panel board assembly senate parliament congress cabinet ministry police tribunal court jury".split())
# bodies of many, which go by *it*
_STRIKING = frozenset("kill assassinate murder capture seize arrest wound abduct kidnap expel bomb shell jail destroy execute detain sanction poison".split())
_LETTING_GO = frozenset("free release liberate swap exchange parole".split())
_OWN_MEN = frozenset(
    "soldier troop pilot sailor crew citizen national diplomat envoy fisherman fishermen officer man men serviceman servicemen peacekeeper".split()
)


def pronoun(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """Whom he, she, it or they stand for."""
    low = token.lower
    behind = _subject_behind(r, token)
    if behind:
        return tuple(again(m, token) for m in behind)
    owner = _owner_who_tells(r, token)
    if owner is not None:
        return (again(owner, token),)
    promised = whose_promise(r, token) if low in NEUTER or low in PLURAL else ()
    if promised:
        return tuple(again(m, token) for m in promised)
    if low in PERSONAL:
        asked = _asked_beside(r, token)
        if asked is not None:
            return (again(asked, token),)
        found = _teller(r, token) or _last(r, lambda m: m.kind == "person" and not m.plural, token, "f" if low in FEMALE else "m")
        found = found or _taken_in(r, token, plural=False)
    elif low in NEUTER and token.dep == "dobj" and token.head.lemma in _RUED:
        # "invaded the islands and lived to regret it": what was done, not who
        return ()
    elif low in NEUTER:
        put = whose_matter(r, token) if answered_matter(token) else None
        if put is not None:
            return tuple(again(m, token) for m in put)
        bound = _warned(r, token) or _bound_above(r, token) or _struck_before(r, token) or _body_that_tells(r, token)
        if bound is not None:
            return (again(bound, token),)
        found = _last(r, lambda m: m.kind in ("state", "organisation", "group", "body") or (m.kind == "role" and not m.plural), token, None)
        found = found or _last_place(r)
    elif low in FIRST:
        return first_person(r, token)
    elif low in SECOND:
        return second_person(r, token)
    elif low in PLURAL:
        held = _under_condition(r, token)
        if held is not None:
            return (again(held, token),)
        addressed = _addressed(token)
        if addressed is not None:
            return tuple(again(m, token) for m in r.at(addressed))
        above = _plural_above(r, token)
        if above:
            return tuple(again(m, token) for m in above)
        here = named_here(r, token, set()) if token.head.dep in ("advcl", "relcl", "ccomp") else ()
        if len(here) == 2 and not (r.group and max(m.sentence for m in r.group) == r.sentence):
            # "agreed to put it to the Russian president when they speak"
            return tuple(again(m, token) for m in here)
        met = _done_to_before(r, token)
        if met:
            return tuple(again(m, token) for m in met)
        taken = _taken_in(r, token, plural=True)
        if taken is not None:
            return (again(taken, token),)
        if token.dep == "nsubjpass" and token.head.lemma in ("release", "free"):
            # nobody lets a state go
            return ()
        if token.dep == "nsubj" and r.acting and r.acting[0].sentence == r.sentence - 1 and not _is_plural_since(r, token):
            # "France and Germany urged Serbia and Kosovo to sign. They threatened ...": the subject goes on
            return tuple(again(m, token) for m in r.acting)
        many = _many_who_acted(r, token)
        if many is not None:
            return (again(many, token),)
        if r.group and r.sentence - max(m.sentence for m in r.group) <= 2 and not _is_plural_since(r, token) and not _is_of_one(token):
            return tuple(again(m, token) for m in r.group)
        apart = bool(r.group) and _is_plural_since(r, token)
        if r.met and r.sentence - r.met_sentence <= 3 and token.dep not in ("nsubj", "nsubjpass") and token.lower in ("them", "themselves") and not apart:
            # "the second conversation between them"
            return tuple(again(m, token) for m in r.met)
        found = _last(r, lambda m: m.plural or m.kind in ("organisation", "group", "role", "state"), token, None)
    else:
        return ()
    return (again(found, token),) if found is not None else ()


def _taken_in(r: Resolver, token: Token, *, plural: bool) -> Mention | None:
    """"Turkey detained a German journalist in March. She was released": whoever the sentence before tells of last who is nobody in office."""
    if token.dep != "nsubjpass" or token.head.lemma not in _IN_CUSTODY:
        return None
    before = [m for m in r.memory[-12:] if r.sentence - m.sentence == 1 and m.kind == "role" and m.party.code and m.level is None]
    fitting = [m for m in before if m.party.sector in _PRIVATE_SECTORS and m.plural == plural]
    return fitting[-1] if len({m.party.code for m in fitting}) == 1 else None


def _plural_above(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """"EU leaders will weigh a freeze on credits for Turkey when they gather": the subject of the clause above, where it is many itself."""
    clause = token.head
    if token.dep not in ("nsubj", "nsubjpass") or clause.dep != "advcl" or not any(m.lower in _MEANWHILE for m in clause.kids("mark", "advmod")):
        return ()
    many = [t for t in subjects(clause.head) if t.tag in ("NNS", "NNPS") and t.i < token.i and not r.is_pending(t)]
    return tuple(m for t in many for m in r.at(t) if m.kind not in ("thing", "place"))


def _done_to_before(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """"armed the rebels, sent troops against them and lost a minister to their bombers": those to whom the first of joined verbs does something."""
    if token.lower not in ("them", "their") or (r.group and max(m.sentence for m in r.group) == r.sentence):
        return ()
    verb = next((a for a in token.ancestors() if a.is_verb), None)
    while verb is not None and verb.dep == "conj" and verb.head.is_verb:
        verb = verb.head
        many = [t for t in verb.kids("dobj") if t.tag == "NNS" and t.i < token.i and not t.kids("conj") and not r.is_pending(t)]
        own = {m.party.code for t in subjects(verb) if not r.is_pending(t) for m in r.at(t)}
        found = tuple(m for t in many for m in r.at(t) if m.kind in ("role", "group") and m.party.code not in own)
        if found:
            return found
    return ()


def _struck_before(r: Resolver, token: Token) -> Mention | None:
    """"The army crushed the Tigers and killed their leader", "bombed Chad and seized its envoy": nobody strikes his own, but those struck before."""
    verb = token.head.head
    if token.tag != "PRP$" or token.head.dep != "dobj" or verb.dep != "conj" or verb.lemma not in _STRIKING or not verb.head.is_verb:
        return None
    struck = [m for t in verb.head.kids("dobj") if t.i < token.i and not r.is_pending(t) for m in r.at(t) if m.kind in ("state", "group", "organisation")]
    return struck[0] if len(struck) == 1 and struck[0].party.code not in {m.party.code for m in doers(r, token.head)} else None


def _addressed(token: Token) -> Token | None:
    """"Washington told the rebels that they must disarm": the plural that is told what it must do, whoever it is."""
    clause = token.head
    if token.dep not in ("nsubj", "nsubjpass") or clause.dep != "ccomp" or clause.head.lemma not in _TELLING:
        return None
    told = [t for t in clause.head.kids("dobj", "dative") if t.i < token.i and t.tag in ("NNS", "NNPS")]
    return told[0] if len(told) == 1 and told[0].lemma not in _LISTENERS else None


def _under_condition(r: Resolver, token: Token) -> Mention | None:
    """"will strike the FARC off its list if they sign": a group to which something is done if it does something itself."""
    clause = token.head
    if token.dep != "nsubj" or clause.dep != "advcl" or not any(m.lower in ("if", "unless", "until", "once") for m in clause.kids("mark")):
        return None
    told = [m for t in clause.head.kids("dobj") if t.i < token.i and not r.is_pending(t) for m in r.at(t)]
    return told[0] if len(told) == 1 and told[0].kind in ("group", "state") and told[0].party.code else None


def _warned(r: Resolver, token: Token) -> Mention | None:
    """"warned Mali that it would be hit with sanctions", "told Oslo that its envoy would be expelled": nobody threatens themselves."""
    subject = token.head if token.tag == "PRP$" else token
    clause = subject.head
    bears = (subject.dep == "nsubjpass" and clause.lemma in _DONE_TO) or (subject.dep == "nsubj" and clause.lemma in _BEARING and token.tag == "PRP")
    if not bears or clause.dep not in ("ccomp", "acl") or not any(a.lower in ("would", "will", "could", "may", "might") for a in clause.kids("aux")):
        return None
    verb = clause.head
    if clause.dep == "acl":
        things = [n for p in verb.kids("prep") if p.lower == "on" for n in p.kids("pobj")] if verb.lemma == "notice" else []
        up = verb.head.head if verb.dep == "pobj" else verb.head
        things += up.kids("dobj") if verb.lemma == "notice" and up.is_verb else []
    else:
        things = verb.kids("dobj", "dative") if verb.lemma in _WARNING else []
    told = [m for t in things if t.i < token.i and not r.is_pending(t) for m in r.at(t)]
    fitting = [m for m in told if m.party.code and m.kind in ("state", "organisation", "group", "body") and not m.plural]
    return fitting[0] if len(fitting) == 1 else None


def _subject_behind(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """"In their statement, the members thanked": what opens a sentence with somebody's words is by the subject behind it."""
    text, opener = token.head, token.head.head
    if token.tag != "PRP$" or text.dep != "pobj" or opener.dep != "prep" or opener.i > 0 or text.lemma not in TEXTS or not opener.head.is_verb:
        return ()
    behind = [t for t in opener.head.kids("nsubj") if t.i > text.i and t.tag[:3] != "PRP" and not r.is_pending(t)]
    if len(behind) != 1 or (token.lower == "their") != (behind[0].tag in ("NNS", "NNPS") or behind[0].child("conj") is not None):
        return ()
    return tuple(m for m in r.at(behind[0]) if m.party.code and m.kind not in ("thing", "place"))


def _owner_who_tells(r: Resolver, token: Token) -> Mention | None:
    """"Turkey would respond if Armenia went ahead, its minister said": the possessor before a verb of saying is the subject of what is said before it."""
    verb = token.head.head
    if token.tag != "PRP$" or token.head.dep != "nsubj" or verb.lemma not in SAYING:
        return None
    told = [c for c in verb.kids("ccomp") if c.i < token.i and c.child("nsubj", "nsubjpass")]
    if not told:
        return None
    subject = told[-1].child("nsubj", "nsubjpass")
    found = () if subject is None or subject.tag[:3] == "PRP" or r.is_pending(subject) else r.at(subject)
    personal = token.lower in PERSONAL
    fitting = [m for m in found if (m.kind == "person") == personal and (personal or token.lower in PLURAL or not m.plural)]
    return fitting[0] if len(found) == 1 and fitting else None


def _teller(r: Resolver, token: Token) -> Mention | None:
    """"Feleti Teo told parliament that his government": who tells it, unless another person was named since."""
    gender = "f" if token.lower in FEMALE else "m"
    for verb in token.ancestors():
        if verb.dep != "ccomp" or not verb.head.is_verb or verb.head.lemma not in SAYING:
            continue
        told = r.named_before(verb.head.kids("nsubj"), token)
        if len(told) != 1 or not _is_somebody(told[0]) or told[0].gender not in (None, gender) or told[0].plural:
            return None
        since = [m for m in r.memory[-20:] if m.kind == "person" and (told[0].party.end or 0) < (m.party.start or 0) < token.start]
        return None if any(m.party.person and m.party.person != told[0].party.person for m in since) else told[0]
    return None


def _is_somebody(m: Mention) -> bool:
    """One person, named or not: "the opposition leader"."""
    return m.kind == "person" or (m.kind == "role" and (m.role_noun or "").split(" ")[-1] in _SOMEBODY)


def _body_that_tells(r: Resolver, token: Token) -> Mention | None:
    """"Angola, whose troops the army had accused, announced that it would leave": who tells it, not whom a clause beside names."""
    if token.dep not in ("nsubj", "nsubjpass") or token.tag != "PRP":
        return None
    verb = token.head
    if verb.dep != "ccomp" or not verb.head.is_verb or verb.head.lemma not in SAYING or verb.head.child("dobj", "dative") or any(
        p.lower in ("to", "of") for p in verb.head.kids("prep")
    ):
        return None
    told = r.named_before(verb.head.kids("nsubj"), token)
    # "a committee said it would": a body without a name, where no bearer of an office is told
    bodies = [m for m in told if m.kind in ("state", "organisation", "group", "body", "role") or (m.role_noun or "").split(" ")[-1] in _COMPOSED]
    return bodies[0] if len(told) == 1 and bodies and not bodies[0].plural else None


def _asked_beside(r: Resolver, token: Token) -> Mention | None:
    """"Telephoned Bainimarama to ask that he bring them", "invited the minister, and he has accepted": who is asked in the same sentence."""
    verb = token.head
    if token.dep != "nsubj":
        return None
    if verb.dep == "ccomp" and verb.head.lemma in _WISHING and verb.tag in ("VB", "VBP"):
        asking = [verb.head, *([verb.head.head] if verb.head.dep in ("xcomp", "advcl") and verb.head.head.is_verb else [])]
    elif verb.dep == "conj" and verb.lemma in _ANSWERING and verb.head.lemma in _ASKING:
        asking = [verb.head]
    else:
        return None
    gender = "f" if token.lower in FEMALE else "m"
    for asks in asking:
        met = [m for m in r.named_before(asks.kids("dobj", "dative"), token) if m.kind == "person" and m.gender in (None, gender)]
        if len(met) == 1:
            return met[0]
    return None


def _bound_above(r: Resolver, token: Token) -> Mention | None:
    """"urged Iran to keep the accord that it signed": a subject inside an infinitive is whoever is to do what the infinitive says."""
    if token.dep not in ("nsubj", "nsubjpass") or token.tag != "PRP" or token.head.dep not in ("relcl", "advcl", "ccomp"):
        return None
    clause = token.head
    if clause.dep == "advcl" and any(m.lower in ("until", "unless") for m in clause.kids("mark")) and clause.head.is_verb:
        # "will not lift sanctions on Iran until it frees the crew"
        things = [*clause.head.kids("dobj"), *(n for p in clause.head.kids("prep") for n in p.kids("pobj"))]
        things += [n for t in things for p in t.kids("prep") for n in p.kids("pobj")]
        others = [m for t in things if t.i < token.i and not r.is_pending(t) for m in r.at(t)]
        return next((m for m in others if m.party.code and m.kind in ("state", "organisation", "group", "body")), None)
    for verb in token.head.ancestors():
        if verb.dep == "xcomp" and verb.tag == "VB" and verb.head.is_verb:
            named = [m for t in verb.head.kids("dobj") if t.i < verb.i and not r.is_pending(t) for m in r.at(t)]
            return next((m for m in named if m.party.code and m.kind in ("state", "organisation", "group", "body")), None)
    return None


def _is_of_one(token: Token) -> bool:
    """"Their capital", "their country": of one people, not of two states."""
    return token.tag == "PRP$" and token.head.tag == "NN" and token.head.lemma in _OF_STATES


def _is_plural_since(r: Resolver, token: Token) -> bool:
    """Whether a plural party was the subject after the last pair was named ("The rebels said they")."""
    last = max((m.party.start or 0) for m in r.group)
    return any(
        m.subject and m.plural and m.party.start is not None and last < m.party.start < token.start and m.sentence == r.sentence and m not in r.group
        for m in r.memory
    )


def _many_who_acted(r: Resolver, token: Token) -> Mention | None:
    """"The Tigers set out their terms. They demanded ...": the only subject of the sentence before, where that is many and no pair was told since."""
    if token.dep != "nsubj" or token.tag != "PRP":
        return None
    before = [m for m in r.memory[-20:] if m.subject and m.party.code and m.sentence == r.sentence - 1]
    here = any(m.subject and m.sentence == r.sentence and (m.plural or m.kind == "group") and (m.party.start or 0) < token.start for m in r.memory[-20:])
    last = max((m.party.start or 0 for m in r.group), default=-1)
    if len({m.party.code for m in before}) > 1:
        # "talks of the three, which ended when the Ethiopians left. They have accused ...": of one of those told together, told by its people since
        people = [m for m in before if (m.party.start or 0) > last and (m.plural or ": demonym" in m.party.basis)]
        many = before[0].kind == "role" and before[0].plural and not any(m.plural for m in before[1:])
        # "Members of the League denounced the raid by Israel. They demanded": the many, not one of several
        before = (
            people[-1:]
            if before[-1] in people[-1:] and people[-1].party.code in {m.party.code for m in r.group}
            else before[:1] if many else []
        )
    if here or not before:
        return None
    first = before[0]
    spoken_of = r.acted or not any(m.subject for m in r.group)
    if first.plural and first.kind == "role" and spoken_of and token.head.lemma not in _EACH_OTHER:
        # "The members welcomed the deal between Chad and Mali. They called on both ...": two who were only spoken of do not go on speaking
        return first
    return first if (first.kind == "group" or first.plural or ": demonym" in first.party.basis) and (first.party.start or 0) > last else None


def _last_place(r: Resolver) -> Mention | None:
    near = [m for m in r.places if r.sentence - m.sentence <= 1 and m.party.code]
    return near[-1] if near else None


def _demanding(r: Resolver, token: Token) -> list[Mention]:
    """"Demanding that it negotiate": whoever demands it does not mean itself."""
    clause = token.head
    if token.dep not in ("nsubj", "nsubjpass") or clause.dep != "ccomp" or clause.head.lemma not in _DEMANDING:
        return []
    return [m for t in subjects(clause.head) if t.i < token.i and not r.is_pending(t) for m in r.at(t)]


def _last(r: Resolver, test: Callable[[Mention], bool], token: Token, gender: str | None) -> Mention | None:
    """The mention a pronoun points to: subjects of this and the last sentence first, then whoever was named last."""
    pool = [m for m in r.memory[-60:] if r.sentence - m.sentence <= 4 and test(m) and m.party.start is not None and m.party.start < token.start]
    # whoever speaks of himself, or is spoken to, is none of those spoken of
    pool = [m for m in pool if m.party.text.lower() not in FIRST | SECOND]
    if token.tag == "PRP" and token.lower not in ("himself", "herself", "itself", "themselves"):
        # "telephoned Macron and asked him": who is asked is not who asks
        acting = [*doers(r, token), *_demanding(r, token)]
        own = {_who(m) for m in acting}
        # "The Secretary urged him": an office without a name may be anybody of that side
        nameless = {m.party.code for m in acting if m.party.code and not m.party.person and not (m.kind == "role" and m.plural)}
        pool = [m for m in pool if _who(m) not in own and m.party.code not in nameless]
    if token.tag == "PRP$" and token.head.dep == "dobj" and token.head.head.lemma in _JUDGING and token.head.lemma in _JUDGED:
        # "Kyiv denounced its decision": nobody denounces their own
        judges = {(m.party.code, m.party.person) for m in doers(r, token.head)}
        pool = [m for m in pool if (m.party.code, m.party.person) not in judges]
    if token.tag == "PRP$" and (deed := _harmed(token)) is not None:
        # "told the Council that Peru had shelled its villages": nobody harms their own
        doing = {m.party.code for t in subjects(deed) if not r.is_pending(t) for m in r.at(t)}
        pool = [m for m in pool if m.party.code not in doing] or pool
        telling = {m.party.code for t in subjects(deed.head) if t.i < token.i and not r.is_pending(t) for m in r.at(t)}
        pool = [m for m in pool if m.party.code in telling] or pool
    if token.tag == "PRP$" and token.head.lemma in _OWN_MEN and _is_let_go(token.head):
        # "if the rebels freed its soldiers": nobody holds their own
        free = token.head.head if token.head.dep == "dobj" else token.head.head.head
        holders = {m.party.code for t in subjects(free) if not r.is_pending(t) for m in r.at(t)}
        pool = [m for m in pool if m.party.code not in holders] or pool
    if token.lower == "it" and token.dep == "dobj" and token.head.lemma in _JUDGING:
        # "Namibia's observers praised the poll. Senegal condemned it": nobody but a doer is condemned, not whose observers judged otherwise
        pool = [m for m in pool if m.subject and r.sentence - m.sentence <= 1]
    if token.lower == "it" and token.dep == "dobj" and token.head.lemma in _JUDGING | _ANSWERING:
        # "The Front's negotiator rejected it": nobody rejects or blames what he acts for
        own_codes = {m.party.code for m in doers(r, token) if m.party.code}
        pool = [m for m in pool if m.party.code not in own_codes]
    if token.lower == "its" and _is_of_a_state(token.head):
        # "the Council condemned the seizure of power from Mali's government by its armed forces": no organisation has an army or a capital
        states = [m for m in pool if not _is_organisation(r, m)]
        of_organisation = any(m.subject and m.sentence == r.sentence and _is_organisation(r, m) for m in r.memory[-12:])
        if of_organisation and (near := _nearest_state(r, token)) is not None:
            return near
        pool = states or pool
    if gender:
        told = [m for m in pool if m.gender == gender]
        # whose sex is known goes before others only as somebody whom the last sentences are about
        about = any(m.subject and m.sentence >= r.sentence - 1 for m in told)
        # "He left. Landsbergis sent a letter in which he appealed": nor before somebody of unknown sex who acts in this very sentence
        about = about and not any(m.subject and m.gender is None and m.sentence == r.sentence for m in pool)
        pool = told if about else [m for m in pool if m.gender in (None, gender)]
    if not pool:
        return None
    if token.dep == "nsubj" and token.head.lemma in _ANSWERING and not any(c.lower in ("also", "too") for c in token.head.kids("advmod")):
        # "Macron asked Erdogan to withdraw the ship. He refused": who was asked answers
        starts = {m.party.start for m in r.asked}
        asked = [m for m in pool if r.sentence - m.sentence == 1 and m.party.start in starts]
        if asked:
            return asked[-1]
    for back in (0, 1):
        recent = [m for m in pool if r.sentence - m.sentence == back]
        acting = [m for m in recent if m.subject]
        if not back and not acting and token.dep == "nsubj" and token.head.dep == "ROOT" and any(m.subject and r.sentence - m.sentence == 1 for m in pool):
            # "On Georgia, it urged": what a sentence opens with is no subject, who acted in the one before is
            continue
        if token.tag == "PRP$" and back == 0 and recent:
            # a possessive in the same clause belongs to the clause's subject, else to the nearest name
            chosen = acting[-1] if acting else recent[-1]
        elif acting:
            chosen = acting[-1] if back == 0 else acting[0]
        elif recent:
            chosen = recent[-1]
        else:
            continue
        if gender and chosen.gender is None:
            chosen.gender = gender
        return chosen
    return pool[-1]


def _who(m: Mention) -> tuple[str | None, str | None, str | None]:
    """Of several people of one country, those of another calling are others: the police and the students whom they scatter."""
    return m.party.code, m.party.person, m.role_noun if m.kind == "role" and m.plural else None


def _harmed(possessive: Token) -> Token | None:
    """The verb of force in a that-clause of which somebody's men or things are the object: "said that X had shelled two of its villages"."""
    noun = possessive.head
    if noun.dep == "pobj" and noun.head.lower in ("of", "on", "at") and noun.head.head.dep in ("dobj", "pobj"):
        noun = noun.head.head
    verb = noun.head if noun.dep == "dobj" else noun.head.head if noun.dep == "pobj" and noun.head.lower in ("on", "at") else None
    told = verb is not None and verb.dep == "ccomp" and verb.head.lemma in SAYING and noun.lemma in _HIT
    return verb if told and verb is not None and verb.lemma in _FORCEFUL else None


def _is_let_go(noun: Token) -> bool:
    """"freed its soldiers", "let its troops go"."""
    verb = noun.head
    if noun.dep == "dobj":
        return verb.lemma in _LETTING_GO
    return noun.dep == "nsubj" and verb.dep in ("ccomp", "xcomp") and verb.head.lemma == "let" and verb.lemma in ("go", "leave", "return", "pass", "through")


def _is_of_a_state(noun: Token) -> bool:
    """Words for what states have and organisations have not: an army, airspace, a capital, soil."""
    return noun.lemma in _OF_STATES_ALONE or (noun.lemma == "force" and any(c.lower in ("armed", "security") for c in noun.kids("amod", "compound")))


def _is_organisation(r: Resolver, m: Mention) -> bool:
    actor = r.actor_of(m)
    return actor is not None and actor.kind == "organisation"


def _nearest_state(r: Resolver, token: Token) -> Mention | None:
    """The state named last before a word in its own sentence, whether or not it has been taken note of yet."""
    for t in reversed(r.parse.tokens[: token.i]):
        if t.i in r.hits and not r.is_pending(t):
            for m in r.at(t):
                if m.party.code and m.kind in ("state", "body", "place") and not _is_organisation(r, m):
                    return m
    return None


def call_back(r: Resolver, token: Token, noun: str, edge: int) -> tuple[Mention, ...] | None:
    """"the minister", "the press secretary", "the kingdom", "the bloc": the last mention of that kind."""
    determiner = {t.lower for t in r.parse.tokens[edge : token.i]}
    last_word = noun.split(" ")[-1]
    if not determiner & _POINTERS and (not token.is_proper or last_word in _GENERIC_STATE):
        return None
    if any(c.kids("agent") for c in token.kids("acl")):
        # "the working group created by the Organization of American States" is named nowhere before
        return None
    plural = token.tag in ("NNS", "NNPS")
    region = of_region(r, token, edge) if last_word in _GENERIC_STATE else None
    if region is not None:
        return tuple(again(m, token) for m in region)
    told_of = _told_of_most(r, token) if last_word in _GENERIC_STATE and determiner == {"the"} else None
    if told_of is not None:
        return (again(told_of, token),)
    kept = r.called.get(last_word)
    owner = _owner_of_noun(r, last_word, determiner) if not plural else None
    if owner is not None:
        return (again(owner, token),)
    here = [m for m in r.memory[-20:] if m.sentence == r.sentence and (m.party.start or 0) < token.start and _is_called(r, m, noun, last_word, plural)]
    if here and here[-1].kind == "organisation" and here[-1].party.code:
        r.called[last_word] = here[-1].party.code
        return (again(here[-1], token),)
    if kept is not None and not determiner & {"his", "her", "its", "their"}:
        # "the bloc" stays the one it was
        for m in reversed(r.memory):
            if m.party.code == kept and r.sentence - m.sentence <= REACH and m.kind in ("organisation", "group"):
                return (again(m, token),)
    for m in reversed(r.memory):
        if r.sentence - m.sentence > REACH:
            break
        if m.party.start == token.start or (determiner & {"his", "her", "its", "their"} and m.kind == "person"):
            continue
        if _is_called(r, m, noun, last_word, plural):
            if m.kind in ("organisation", "group") and m.party.code:
                r.called[last_word] = m.party.code
            return (again(m, token),)
    if not plural:
        town = last_word in _TOWNS and token.dep == "poss"
        # "The city's mayor": that of the town named last
        found = [m for m in r.places if r.sentence - m.sentence <= 3 and (_is_such_a_place(r, m, last_word) or (town and m.party.code and m.kind == "place"))]
        if found:
            return (again(found[-1], token),)
    return None


def _told_of_most(r: Resolver, token: Token) -> Mention | None:
    """"The bank suspended its work in the country": at the head of a paragraph, the state that the article has named far more often than any other."""
    states = [m for m in (*r.memory, *r.places) if m.kind in ("state", "place") and m.party.code in r.named and _is_such_a_place(r, m, "country")]
    ranked = [n for n in r.named.most_common(6) if any(m.party.code == n[0] for m in states)]
    near = max((m.party.end or 0 for m in states), default=0)
    if not ranked or ranked[0][1] < 4 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]) or "\n" not in r.slice(near, token.start):
        return None
    told = [m for m in reversed(states) if m.party.code == ranked[0][0]]
    return replace(next((m for m in told if m.kind == "state"), told[0]), kind="state", place=False)


def _owner_of_noun(r: Resolver, noun: str, determiner: set[str]) -> Mention | None:
    """Who calls itself so: "the alliance" is NATO, whatever other bodies were named since."""
    if determiner & {"his", "her", "its", "their"} or noun in _GENERIC_STATE:
        return None
    for m in reversed(r.memory):
        if r.sentence - m.sentence > REACH:
            break
        actor = r.codebook.actors.get(m.party.code or "")
        if actor is not None and m.kind == "organisation" and noun in actor.nouns:
            return m
    return None


def _is_such_a_place(r: Resolver, m: Mention, noun: str) -> bool:
    actor = r.codebook.actors.get(m.party.code or "")
    return actor is not None and (noun in _GENERIC_STATE or noun in actor.nouns)


def _is_called(r: Resolver, m: Mention, noun: str, last_word: str, plural: bool) -> bool:
    """Whether a noun can call back this mention."""
    if last_word == "amir":
        last_word, noun = "emir", noun.replace("amir", "emir")
    alike = m.plural == plural or last_word in _JUNTA
    if m.kind == "person" and m.level == "head" and m.party.person in r.ranks.values() and last_word in r.ranks and plural and m.party.code:
        # "the colonels": those who rule with a colonel at their head
        return True
    if m.kind == "person" and m.level == "head" and last_word == "junta" and m.party.person in r.ranks.values() and m.party.code:
        return True
    if m.kind in ("person", "role", "body") and m.role_noun and m.party.code and alike:
        held = m.party.role or m.role_noun
        # "the foreign secretary" is no permanent secretary
        fits = " " not in noun or " " not in held or noun.split(" ")[0] in held.lower()
        if m.role_noun.split(" ")[-1] == last_word and fits:
            return True
        if m.kind == "person" and m.party.person and r.ranks.get(last_word) == m.party.person:
            # "the colonel", told as "Colonel Assimi Goita" before
            return True
        if m.kind == "person" and " " in noun and (m.party.role or "").lower() == noun:
            # "the Field Marshal": the title that the words gave, whatever the office
            return True
        if last_word in _JUNTA and m.role_noun.split(" ")[-1] in _JUNTA and m.kind != "person":
            return True
        if last_word in _ENVOYS and m.level == "envoy" and m.role_noun.split(" ")[-1] in _ENVOYS:
            return True
        if last_word in _MISSIONS and m.level == "envoy":
            return True
        if m.kind == "person" and last_word in _GENERIC_PERSON and m.level and (last_word != "leader" or m.level == "head"):
            return True
    actor = r.codebook.actors.get(m.party.code or "")
    if actor is None or m.kind not in ("state", "organisation", "group"):
        return False
    if last_word in actor.nouns:
        return True
    if plural and m.kind != "group":
        return False
    generic = {"state": _GENERIC_STATE, "group": _GENERIC_GROUP, "organisation": _GENERIC_BODY}[m.kind]
    return last_word in generic
