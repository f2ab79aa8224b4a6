"""Who does what to whom, grammatically: the slots of a verb or noun with passives, relatives, participles, control and coordination undone.

Labels are those of :mod:`dragoman.engine.parse`. Every function returns the heads of the phrases that fill a slot.
The small parser often hangs a phrase one step too low ("asked Cairo for help": *for* under *Cairo*); where a slot is empty the
object's own phrases are looked at, too.
"""

from __future__ import annotations

from dragoman.engine.parse import Token

_RELATIVE = frozenset({"WDT", "WP"})
_CLAUSES = ("ccomp", "xcomp", "advcl", "acl")
_SUBJECT_CONTROL = frozenset("promise threaten vow pledge offer agree refuse decline".split())
_REACHING = frozenset("call phone telephone ring contact visit meet join host receive".split())
_ANSWERING = frozenset("testify appear answer explain account order stand".split())
# but who is called to testify does that
_WORD = frozenset({"notice", "word"})
# "gave notice that", "sent word that": what is told hangs on them
_DRAWING = frozenset("win gain secure obtain extract wring wrest coax elicit exact squeeze get receive".split())
_PROMISES = frozenset("promise pledge vow commitment undertaking assurance guarantee".split())
# "won a pledge from Algiers to take them back": who gave it is to do it
_MOODS = frozenset({"day", "it", "time", "life"})
# "spent the day complaining" tells of a mood, "spent much of Friday shuttling" of what was done

_ADDRESSING = frozenset("look call appeal prevail plead lean push press wait ask beg lobby".split())
# verbs whose addressee stands behind a preposition and does the infinitive ("called on Iran to")

_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow week month year""".split()
)
_GIVING = frozenset("give hand offer send grant deny award promise".split())
TEXTS = frozenset(
    """verbale statement letter report note resolution message communique communiqué declaration petition tweet post editorial commentary article speech text
    address memo motion draft decree release cable dispatch video announcement appeal document""".split()
)
# nouns of texts, which speak for whoever made them
_ALLOTTING = frozenset({"give", "allow", "grant", "set"})
_ALLOTTED = frozenset("minute hour day week month year time deadline chance right leave permission opportunity order mandate power authority".split())
_THANKS = frozenset("gratitude thank thanks appreciation thankfulness tribute praise credit homage congratulation congratulations".split())
_LODGING = frozenset("lodge file submit make put table issue bring present".split())
# what one does with an appeal, an offer, a complaint
_SEIZING = frozenset("arrest detain catch capture apprehend seize intercept nab kill shoot wound stop hold jail rescue".split())
# what is done to people who are at something
_NAMING = frozenset("declare find name call deem consider brand label designate pronounce hold judge rule term dub".split())
# verbs that say what their object is


def is_passive(verb: Token) -> bool:
    """A passive clause, or a past participle that modifies a noun ("sanctions imposed by")."""
    if verb.child("nsubjpass", "auxpass", "csubjpass"):
        return True
    if verb.tag == "VBD" and not verb.child("dobj") and any(p.is_proper or p.child("det", "poss") for a in verb.kids("agent") for p in a.kids("pobj")):
        # "the truce, agreed in May by both": a participle that the parser took for the past tense
        return True
    if verb.tag == "VBD" and verb.dep == "acl" and verb.head.dep in ("ROOT", "nsubj") and verb.head.i + 1 == verb.i and _is_bare(verb):
        # "Sudan general killed in drone strike"
        return True
    if verb.dep == "conj" and verb.tag in ("VBN", "VBD") and verb.head.child("auxpass") and not verb.child("dobj", "nsubj", "aux", "ccomp", "xcomp"):
        # "were rounded up and put across the border"
        return True
    return verb.tag == "VBN" and verb.dep == "acl" or verb.tag == "VBN" and verb.child("agent") is not None and not verb.child("aux", "nsubj")


def _is_bare(verb: Token) -> bool:
    """Without object, clause or addressee: what is left of a passive in a headline."""
    return not verb.child("dobj", "nsubj", "xcomp", "ccomp", "advcl", "prt") and not any(p.lower in ("on", "upon", "to") for p in verb.kids("prep"))


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in order."""
    out = [token]
    for c in token.children:
        if c.dep == "appos":
            # "Italy's premier, Giorgia Meloni, and the EU's Ursula von der Leyen": the parser joins the second to the name set in
            out += [n for k in c.kids("conj") if any(p.text == "," and c.i < p.i < k.i for p in c.children) for n in conjuncts(k) if n.is_noun]
        if c.dep in ("conj",) and (c.is_noun or c.tag in ("PRP", "CD", "DT", "WP", "NN", "JJ")):
            out += conjuncts(c)
    return out


def _antecedent(relative: Token, verb: Token) -> list[Token]:
    """What a relative pronoun stands for: the noun that the clause modifies."""
    for t in (verb, *verb.ancestors()):
        if t.dep == "relcl":
            head = t.head
            # "the EU's foreign policy chief, who": appositions stand for the noun before them
            return [head]
        if t.dep == "ccomp" and t.head.lemma == "be" and t.head.child("attr") is not None and any(c.lower == "it" for c in t.head.kids("nsubj")):
            # "it was Norway that persuaded the two"
            return t.head.kids("attr")
    return [relative]


def _own(verb: Token, *deps: str) -> list[Token]:
    out: list[Token] = []
    for c in verb.kids(*deps):
        if c.tag in _RELATIVE or (c.lower == "that" and c.tag in ("WDT", "IN", "DT") and verb.dep == "relcl"):
            out += _antecedent(c, verb)
        else:
            out.append(c)
    return out


def agents(verb: Token) -> list[Token]:
    """The by-phrase of a passive."""
    out = [p for a in verb.kids("agent") for p in a.kids("pobj")]
    if not out and is_passive(verb):
        # "had been asked for help by the Solomons": the parser hangs the by-phrase under *help*
        asked = [n for q in verb.kids("prep") if q.lower == "for" for n in q.kids("pobj") if not n.child("det", "amod")]
        out = [p for n in asked for a in n.kids("prep", "agent") if a.lower == "by" for p in a.kids("pobj")]
    return out or [p for a in verb.kids("prep") if a.lower == "by" and is_passive(verb) for p in a.kids("pobj")]


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The doers of a verb: its subject, the by-phrase of a passive, or the understood subject."""
    if depth > 8:
        return []
    if is_passive(verb):
        return agents(verb) or _senders(verb, depth)
    own = [_whole(s, verb) for s in _own(verb, "nsubj")]
    return _nearest(own, verb) if own else _understood(verb, depth)


def _whole(part: Token, verb: Token) -> Token:
    """"aircraft, 31 of which crossed the line", "soldiers, most of whom left": a number of those that the relative stands for are such ones."""
    if part.tag not in ("CD", "DT", "JJS", "JJ", "NN", "NNS") or part.is_proper:
        return part
    relative = next((n for p in part.kids("prep") if p.lower == "of" for n in p.kids("pobj") if n.tag in _RELATIVE), None)
    return _antecedent(relative, verb)[0] if relative is not None else part


def _senders(verb: Token, depth: int) -> list[Token]:
    """"In a note handed to the ambassador, Peru demanded": who does the rest sent the text that the phrase before it names."""
    text = verb.head
    governor = text.head.head
    if verb.dep == "acl" and text.lemma in TEXTS and text.dep == "pobj" and text.head.lower in ("in", "by") and governor.is_verb and governor.i > verb.i:
        return subjects(governor, depth + 1)
    return []


def writers(noun: Token) -> list[Token]:
    """"issued a statement calling on Israel to stop", "a letter that urged": what a text says, those say who made it."""
    if noun.lemma not in TEXTS or not noun.is_noun:
        return [noun]
    return [t for t in _noun_control(noun, 0) if t is not noun] or [noun]


def _nearest(heads: list[Token], verb: Token) -> list[Token]:
    """Of several subjects that the parser gave one verb, the one that stands next to it."""
    before = [h for h in heads if h.i < verb.i]
    return [before[-1]] if len(heads) > 1 and before else heads


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The subject of the clause as it stands: for a passive, the one acted upon."""
    if depth > 8:
        return []
    own = _own(verb, "nsubj", "nsubjpass")
    if own:
        return _nearest(own, verb)
    return _understood(verb, depth)


def _understood(verb: Token, depth: int) -> list[Token]:
    """The subject that a clause without one borrows."""
    head = verb.head
    if head is verb:
        return []
    if verb.tag == "VB" and verb.dep in ("xcomp", "advcl") and head.lemma in _ALLOTTING and (given := _allotted(head)):
        return given
    if verb.dep == "conj" and (head.is_verb or head.tag == "JJ"):
        return surface_subjects(head, depth + 1) if head.is_verb else adjective_subjects(head, depth)
    if verb.dep in ("acl", "relcl"):
        if head.is_noun or head.tag in ("PRP", "DT", "CD"):
            return _noun_control(head, depth) if verb.tag in ("VB",) else [head]
        return surface_subjects(head, depth + 1) if head.is_verb else []
    if verb.dep in ("xcomp", "ccomp") and head.is_verb:
        if _calls_up(head, verb):
            return surface_subjects(head, depth + 1)
        if verb.tag == "VB" or verb.tag == "VBG":
            return controllers(head, depth)
        return surface_subjects(head, depth + 1) if verb.dep == "xcomp" else []
    if verb.dep in ("xcomp", "ccomp", "acomp") and head.tag[:2] == "JJ":
        return adjective_subjects(head, depth)
    if verb.dep == "advcl" and head.is_verb and head.lemma in _ADDRESSING and _is_infinitive(verb) and not _calls_up(head, verb):
        return controllers(head, depth)
    if verb.dep == "advcl" and head.is_verb:
        return surface_subjects(head, depth + 1) if verb.tag in ("VBG", "VBN", "VB") else []
    if verb.dep == "pcomp":
        return _gerund_subjects(head, depth)
    if verb.dep in ("dep", "prep") and head.is_verb:
        return surface_subjects(head, depth + 1)
    return []


def _calls_up(head: Token, verb: Token) -> bool:
    """"Called the premier to congratulate him", "visited Kyiv to sign": who reaches somebody does it to do the rest himself."""
    return head.lemma in _REACHING and _is_infinitive(verb) and verb.lemma not in _ANSWERING and head.child("dobj") is not None


def controllers(verb: Token, depth: int = 0) -> list[Token]:
    """Who does the infinitive that hangs on a verb: its object ("urged Iran to"), else its subject ("agreed to")."""
    if verb.lemma not in _SUBJECT_CONTROL:
        named = objects(verb, depth + 1)
        if verb.lemma == "spend" and named and not is_passive(verb) and not any(t.lower in _MOODS for t in named):
            return surface_subjects(verb, depth + 1)
        if named and not is_passive(verb):
            return named
        if not named and not is_passive(verb):
            addressed = [p for q in verb.kids("prep", "dative") if q.lower in ("on", "upon", "to", "for", "with") for p in q.kids("pobj")]
            if addressed and verb.lemma in _ADDRESSING:
                return addressed
    return surface_subjects(verb, depth + 1)


def adjective_subjects(adjective: Token, depth: int = 0) -> list[Token]:
    """"Iran is ready to talk": the subject of the copula above the adjective."""
    head = adjective.head
    if adjective.dep in ("acomp", "attr", "oprd", "ccomp") and head.is_verb:
        return surface_subjects(head, depth + 1)
    if adjective.dep == "conj" and head.tag[:2] == "JJ":
        return adjective_subjects(head, depth + 1)
    if adjective.dep in ("amod", "relcl") and head.is_noun:
        return [head]
    return []


def _noun_control(noun: Token, depth: int) -> list[Token]:
    """"Ankara's refusal to sign": the possessor does what the infinitive says; else the subject that supports the noun."""
    own = possessors(noun)
    if own:
        return own
    head = noun.head
    if noun.dep == "dobj" and head.lemma in _ALLOTTING and noun.lemma in _ALLOTTED and (given := _allotted(head)):
        return given
    if noun.lemma in _PROMISES and head.lemma in _DRAWING and head.is_verb and (givers := prepositional(noun, "from") or prepositional(head, "from")):
        return givers
    if noun.dep in ("dobj", "nsubjpass") and head.is_verb:
        return surface_subjects(head, depth + 1) if noun.dep == "dobj" else agents(head)
    if noun.dep == "attr" and head.is_verb:
        return surface_subjects(head, depth + 1)
    return []


def _allotted(verb: Token) -> list[Token]:
    """"gave Asmara a week to pull out": who is given the time does what is to be done in it."""
    times = [c for c in verb.kids("dobj", "npadvmod") if c.lemma in _ALLOTTED]
    return [c for c in verb.kids("dative", "dobj") if c.is_noun and c not in times] if times else []


def _gerund_subjects(preposition: Token, depth: int) -> list[Token]:
    """"accused Iran of arming": the object; "left without signing": the subject."""
    head = preposition.head
    if head.is_verb and preposition.lower == "in":
        # "thanked him for Peru's generosity in receiving": the noun before it is whose doing it is
        before = next((t for t in head.subtree() if t.i == preposition.i - 1), None)
        if before is not None and before.tag == "NN" and before.dep == "pobj" and before.child("poss"):
            return possessors(before)
    if head.is_verb and preposition.lower == "for":
        # "expressed gratitude to Egypt for treating the wounded": who is thanked did it
        given = next((t for t in head.kids("dobj") if t.lemma in _THANKS), None)
        thanked = [n for t in (head, given) if given is not None and t is not None for p in t.kids("prep", "dative") if p.lower == "to" for n in p.kids("pobj")]
        if thanked:
            return thanked
    if head.is_verb:
        if preposition.lower in ("of", "for", "from", "into", "against") and not is_passive(head):
            named = objects(head, depth + 1)
            if named:
                return named
        return surface_subjects(head, depth + 1)
    if head.is_noun:
        if head.lemma in _THANKS and preposition.lower == "for" and (thanked := prepositional(head, "to")):
            return thanked
        if head.dep in ("dobj",) and preposition.lower in ("of", "for", "from", "into") and head.head.is_verb and not possessors(head):
            return [head]
        return _noun_control(head, depth)
    if head.tag[:2] == "JJ":
        return adjective_subjects(head, depth)
    return []


def objects(verb: Token, depth: int = 0) -> list[Token]:
    """Those acted upon: the direct object, or the subject of a passive; the subject of an infinitive ("wants India to use")."""
    if depth > 8:
        return []
    if is_passive(verb):
        given = _given(verb)
        if given:
            return given
        own = [_whole(s, verb) for s in _own(verb, "nsubjpass")] or (_own(verb, "nsubj") if verb.tag == "VBD" else [])
        if own:
            return own
        if verb.dep == "acl" and verb.head.is_noun:
            return [verb.head]
        return _understood(verb, depth)
    own = _own(verb, "dobj")
    if len(own) == 1 and verb.lemma in _NAMING and own[0].child("nsubj"):
        # "branded Spain's premier an antisemite", as the parser has it
        return own[0].kids("nsubj")
    if own:
        return own
    for c in verb.kids("ccomp", "xcomp"):
        if c.is_noun and verb.lemma == "let":
            # "let a convoy through"
            return [c]
        if c.tag == "VB" and any(a.tag == "TO" for a in c.kids("aux")) or (c.tag in ("VB", "VBP") and verb.lemma in ("make", "let", "help", "have", "see")):
            inner = c.kids("nsubj", "nsubjpass")
            if inner:
                return inner
        if verb.lemma in _NAMING and not c.kids("aux", "mark") and c.child("nsubj"):
            # "declared the envoy persona non grata": the small clause's subject is what the verb acts on
            return c.kids("nsubj")
    if verb.lemma in _SEIZING:
        for c in verb.kids("advcl", "ccomp", "xcomp"):
            if c.tag == "VBG" and c.i > verb.i and not c.kids("aux", "mark") and c.child("nsubj"):
                # "detained fifty people trying to cross": what those were at who were caught
                return c.kids("nsubj")
    if verb.dep == "relcl" and verb.child("nsubj") and verb.head.is_noun and not _ends_in_preposition(verb):
        subject = verb.child("nsubj")
        if subject is not None and subject.tag not in _RELATIVE and not verb.kids("ccomp", "xcomp"):
            return [verb.head]
    for c in verb.kids("conj"):
        # "condemned and rejected the plan": the object stands with the last verb
        if c.is_verb and not verb.kids("prep", "ccomp", "xcomp") and not c.child("nsubj") and c.child("dobj"):
            return c.kids("dobj")
    return []


def _given(verb: Token) -> list[Token]:
    """"Russia's ambassador was handed a note": with verbs of giving, what stands behind the passive is its object, its subject who got it."""
    return verb.kids("dobj") if verb.lemma in _GIVING and verb.child("nsubjpass") is not None else []


def _ends_in_preposition(verb: Token) -> bool:
    return any(p.dep == "prep" and not p.children for p in verb.children)


def indirect_objects(verb: Token) -> list[Token]:
    """"gave Ukraine tanks", "gave tanks to Ukraine", "told Modi that"."""
    if is_passive(verb) and _given(verb):
        return _own(verb, "nsubjpass")
    plain = [c for c in verb.kids("dative") if c.is_noun or c.tag == "PRP"]
    if plain:
        return plain
    named = [p for d in verb.kids("dative") for p in d.kids("pobj")]
    if named:
        return named
    return [c for c in verb.kids("dobj") if verb.child("ccomp")]


def possessors(noun: Token) -> list[Token]:
    """"Egypt's appeal", "the Saudi invitation", "the Kremlin appeal", "the appeal by Egypt"."""
    out = noun.kids("poss")
    if not out and noun.kids("compound"):
        # "Israel-Hamas truce talks"
        last = noun.kids("compound")[0]
        out = [*last.kids("compound"), last] if last.is_proper and last.child("punct") and all(c.is_proper for c in last.kids("compound")) else []
        out = out if len(out) > 1 else []
    if not out:
        made = [c for c in noun.kids("acl") if c.lemma in _LODGING]
        # "the appeal lodged by Egypt"
        out = [p for h in (noun, *made) for q in h.kids("prep", "agent") if q.lower == "by" for p in q.kids("pobj")]
    if not out:
        out = [c for c in noun.kids("amod", "compound", "nmod") if c.tag in ("JJ", "NNP", "NNPS", "NN", "PRP$") and c.text[:1].isupper()]
    return out


def prepositional(head: Token, preposition: str) -> list[Token]:
    """Objects (nouns and -ing forms) of a preposition that hangs on a verb, adjective or noun."""
    first, _, second = preposition.partition(" ")
    out: list[Token] = []
    for p in head.children:
        if p.lower != first or p.dep not in ("prep", "agent", "dative", "prt", "advmod", "mark", "pcomp"):
            continue
        if second:
            for q in p.kids("prep", "pcomp"):
                if q.lower == second:
                    out += q.kids("pobj", "pcomp")
        else:
            # "described it as barbaric": the parser takes the adjective for no object
            bare = p.kids("amod") if first == "as" and not p.kids("pobj", "pcomp") else []
            out += [*bare, *(n for n in p.kids("pobj", "pcomp") if not _stands_apart(p, n))]
    if first == "as":
        out += [c for c in head.kids("advcl") if c.tag == "JJ" and not c.child("nsubj") and any(a.lower == "as" for a in c.kids("advmod", "mark"))]
    for clause in head.kids("advcl", "ccomp", "xcomp", "acl"):
        # "called for Israel to stop": the preposition opens an infinitive with a subject of its own
        if any(m.lower == first for m in clause.kids("mark")) and _is_infinitive(clause):
            out += [*clause.kids("nsubj", "nsubjpass"), clause]
    return out


def _stands_apart(preposition: Token, thing: Token) -> bool:
    """"with the president in the chair", "with its envoy looking on": what is told beside the clause, no part of its doing."""
    if preposition.lower != "with" or preposition.dep != "prep":
        return False
    return any(c.lower == "in" and any(n.lower in ("chair", "attendance") for n in c.kids("pobj")) for c in thing.kids("prep")) or any(
        c.tag == "VBG" and c.lemma in ("look", "chair", "preside", "mediate", "watch") for c in thing.kids("acl")
    )


def is_calendar(token: Token) -> bool:
    """A day or month: "on Sept. 24" fills no slot of "sanctions on"; "between the two" does."""
    return token.lower.rstrip(".") in _CALENDAR or (token.tag == "CD" and token.lower not in ("two", "both", "three"))


# "was postponed at the request of the Polish side": that side is whose request it was
_MADE = frozenset("reach sign strike conclude make broker negotiate hold forge seal hammer thrash draw agree arrange initial ink clinch mediate hatch".split())
# what is done to an accord before its sides are told
_ASKED = frozenset("request invitation behest initiative insistence urging suggestion expense".split())


def nearby(head: Token, preposition: str) -> list[Token]:
    """As :func:`prepositional`, looking one step lower or higher where the parser may have hung the phrase wrongly."""
    own = [t for t in prepositional(head, preposition) if not is_calendar(t)]
    if own:
        return own
    if head.is_verb:
        for child in (*head.kids("dobj", "attr", "acomp", "prt", "advmod", "xcomp", "nsubjpass", "npadvmod"), *_last_objects(head)):
            if child.is_verb or (preposition == "of" and child.lemma in _ASKED):
                continue
            found = prepositional(child, preposition)
            if found:
                return found
    elif head.is_noun and preposition == "of":
        # "the release on 27 April of the president": the parser hangs what follows a date under it
        return [t for p in head.kids("prep") for n in p.kids("pobj") if is_calendar(n) for t in prepositional(n, "of") if not is_calendar(t)]
    elif (
        head.is_noun
        and preposition in ("between", "among")
        and (made := [t for c in head.kids("acl") if c.lemma in _MADE for t in prepositional(c, preposition)])
    ):
        # "the accord reached on Sunday between the two"
        return made
    elif head.is_noun and head.head is not head:
        verb = head.head
        if head.dep in ("dobj", "nsubjpass", "attr", "nsubj") and verb.is_verb:
            found = prepositional(verb, preposition)
            if found:
                return found
        for child in head.kids("prep"):
            for noun in child.kids("pobj"):
                found = prepositional(noun, preposition)
                if found:
                    return found
    elif head.is_noun and not head.kids("acl", "relcl"):
        return _strung(head, preposition)
    return []


def _strung(head: Token, preposition: str) -> list[Token]:
    """"A rap on the knuckles **for Malta** from the Commission": in a headline without a verb each phrase hangs under the one before it."""
    behind = [n for p in head.kids("prep") for n in p.kids("pobj")]
    while behind:
        found = [t for n in behind for t in prepositional(n, preposition) if not is_calendar(t)]
        if found:
            return found
        behind = [n for b in behind for p in b.kids("prep") for n in p.kids("pobj")]
    return []


def farther(head: Token, preposition: str) -> list[Token]:
    """As :func:`nearby`, all places together: "slapped curbs **on Israel** on 54 goods", "packages of sanctions **against Minsk**", "gave a million
    for relief **in Iraq**", "a battery **from Germany** arrived"."""
    if not head.is_verb:
        return []
    # "flew to Hanoi for talks with": those are not flown with
    phrases = [n for p in head.kids("prep") if preposition != "with" for n in p.kids("pobj")]
    nouns = [c for c in head.kids("dobj", "nsubjpass") or head.kids("nsubj") if not c.is_verb]
    below = [n for c in nouns for p in c.kids("prep") for n in p.kids("pobj")]
    return [t for n in (*nouns, *below, *phrases) for t in prepositional(n, preposition) if not is_calendar(t)]


_SERVING = frozenset(
    """help assist support aid promote pay fund finance feed fight combat rebuild restore improve boost protect relieve alleviate address strengthen
    train tackle respond ease treat vaccinate house shelter evacuate rescue clear contain curb battle cover meet build reconstruct back bolster
    ameliorate""".split()
)
# purposes of what is given


def far_behind(verb: Token, preposition: str) -> list[Token]:
    """"returned a pendant engraved with the image of Peter **to Russian authorities**": a phrase that the parser hung deep within the object."""
    inside = [t for o in verb.kids("dobj", "nsubjpass") for t in o.subtree() if t.i > o.i and t.dep == "prep" and t.lower == preposition]
    return [n for p in inside for n in p.kids("pobj") if not is_calendar(n)]


def served(verb: Token) -> list[Token]:
    """"gave ten vehicles to support clinics **in Somalia**", "sent a team to help **Chile** put out fires": for whom and where a purpose is."""
    heads = [verb, *verb.kids("dobj")]
    clauses = [c for h in heads for c in h.kids("advcl", "xcomp", "acl", "relcl") if c.lemma in _SERVING and _is_infinitive(c) and c.i > verb.i]
    things = [n for c in clauses for o in objects(c) for n in conjuncts(o)]
    things += [n for c in clauses for k in c.kids("ccomp", "xcomp") for n in k.kids("nsubj")]
    below = [n for h in (*clauses, *things) for p in h.kids("prep") if p.lower in ("in", "for", "of", "across", "throughout") for n in p.kids("pobj")]
    deep = [n for h in below for p in h.kids("prep") if p.lower in ("in", "of") for n in p.kids("pobj")]
    return [t for t in (*things, *below, *deep) if not is_calendar(t)]


def owners_of(head: Token) -> list[Token]:
    """"the flagship **of Russia's fleet**", "the first **of four corvettes**": what stands behind *of*, one step down and two."""
    first = [n for p in head.kids("prep") if p.lower == "of" for n in p.kids("pobj") if n.is_noun]
    return [*first, *(n for f in first for p in f.kids("prep") if p.lower == "of" for n in p.kids("pobj") if n.is_noun)]


def deeper(verb: Token, preposition: str) -> list[Token]:
    """Objects of a preposition that hangs on a phrase of the verb's object ("discussed the situation at the border with Mr Putin")."""
    inner = [n for o in verb.kids("dobj") for p in o.kids("prep") for n in p.kids("pobj")]
    return [t for n in inner for t in prepositional(n, preposition)]


def _last_objects(verb: Token) -> list[Token]:
    """Objects of the verb's own phrases, where a later phrase may hang."""
    return [n for p in verb.kids("prep", "dative", "agent") for n in p.kids("pobj")]


def to_clauses(head: Token) -> list[Token]:
    """Infinitives that hang on a verb, adjective or noun, or on the verb's object."""
    out = [c for c in head.kids(*_CLAUSES) if c.is_verb and _is_infinitive(c)]
    if not out and head.is_verb:
        low = (*head.kids("dobj", "nsubjpass", "attr", "ccomp"), *_last_objects(head))
        out = [c for o in low if o.is_noun for c in o.kids("acl", "relcl", "xcomp", "advcl") if c.is_verb and _is_infinitive(c)]
    if not out and head.is_noun and head.dep in ("dobj", "nsubjpass") and head.head.is_verb:
        # "resisted calls from Washington to cut off supplies": the parser hangs the clause under the verb
        out = [c for c in head.head.kids("advcl") if c.is_verb and c.i > head.i and _is_infinitive(c) and head.child("prep") is not None]
    if head.lemma in ("make", "let", "help", "have"):
        out += [c for c in head.kids("ccomp", "xcomp") if c.tag == "VB" and c not in out]
    return out


def _is_infinitive(verb: Token) -> bool:
    return any(a.tag == "TO" for a in verb.kids("aux"))


def that_clauses(head: Token) -> list[Token]:
    """Finite clauses that hang on a verb, adjective or noun and say what is said; not those that say when or why."""
    words = [n for n in (*head.kids("dobj"), *prepositional(head, "on")) if n.lemma in _WORD] if head.is_verb else []
    if words and not head.kids("ccomp"):
        # "served notice on Chad that it would leave"
        return [c for n in words for c in that_clauses(n)]
    clauses = [c for c in head.kids("ccomp", "acl", "advcl", "relcl") if (c.tag != "VBG" or _is_progressive(c)) and not _is_infinitive(c)]
    if any(c.text == ";" for c in head.children):
        # "X raised the matter; the two agreed": what stands before a semicolon is no content
        clauses = [c for c in clauses if c.i > head.i]
    clauses = [c for c in clauses if not _is_turned(c)]
    return [c for c in clauses if c.dep == "ccomp" or any(m.lower in ("that", "if", "whether") for m in c.kids("mark")) or _is_said(c)]


def _is_turned(clause: Token) -> bool:
    """"should they want one", "had it known": a condition, told by its order."""
    subject = clause.child("nsubj", "nsubjpass")
    return subject is not None and any(a.lower in ("should", "had", "were") and a.i < subject.i for a in clause.kids("aux"))


def _is_progressive(verb: Token) -> bool:
    """"that Ukraine was punishing it", "that Chad is arming them": an -ing form that is finite by what stands before it."""
    return any(a.lemma == "be" and a.tag in ("VBD", "VBZ", "VBP", "VBN") and a.i < verb.i for a in verb.kids("aux"))


def _is_said(clause: Token) -> bool:
    """"a request that France withdraw": the parser takes the conjunction for an object of the clause."""
    return clause.dep == "acl" and clause.child("nsubj", "nsubjpass") is not None and any(k.lower == "that" and k.tag == "IN" for k in clause.kids("dobj"))


def stands_for(it: Token) -> Token | None:
    """"imposed a ban on Somalia and lifted it in May", "the embargo was laid in May; it was dropped in June": the thing of the clause that a verb goes on from
    for which "it" or "them" stands."""
    verb = it.head
    if it.lower not in ("it", "them", "they") or it.dep not in ("dobj", "nsubjpass"):
        return None
    above = [c for c in verb.kids("ccomp") if c.i < it.i] or ([verb.head] if verb.dep in ("conj", "ccomp", "parataxis") else [])
    before = [o for v in above if v.is_verb for o in objects(v) if o.is_noun and o.i < it.i]
    fitting = [o for o in before if (o.tag in ("NNS", "NNPS")) == (it.lower != "it")]
    return fitting[0] if len(fitting) == 1 else None


def wish_clauses(head: Token) -> list[Token]:
    """That-clauses that say what is to be, not what is: "insisted that Chile grant it access", "... must leave"."""
    out = []
    for c in that_clauses(head):
        modals = [a.lower for a in c.kids("aux") if a.tag == "MD"]
        modal = any(m in ("must", "should", "shall", "ought") for m in modals)
        # "that the men be freed", not "that they would be freed"
        modal = modal or (not modals and any(a.lower == "be" and a.tag == "VB" for a in c.kids("aux", "auxpass")))
        subject = c.child("nsubj", "nsubjpass")
        # "had to leave", "needs to yield"
        modal = modal or (c.lemma in ("have", "need") and any(_is_infinitive(x) for x in c.kids("xcomp")))
        bare = c.tag in ("VB", "VBP") and not c.kids("aux") and (c.tag == "VB" or (subject is not None and subject.tag in ("NN", "NNP")))
        if bare or (modal and not any(a.lower in ("has", "have") for a in c.kids("aux"))):
            out.append(c)
    return out


def ing_clauses(head: Token) -> list[Token]:
    """Bare -ing complements: "stopped supplying arms"."""
    return [c for c in head.kids("xcomp", "ccomp", "dobj", "advcl", "pcomp") if c.tag == "VBG" and not _is_progressive(c)]


def complements(verb: Token) -> list[Token]:
    """"is an ally", "declared him persona non grata", "held Syria responsible"."""
    small = [c for c in verb.kids("ccomp", "xcomp") if not c.is_verb and not c.kids("aux", "mark")] if verb.lemma in _NAMING else []
    small += [c for c in verb.kids("dobj") if c.child("nsubj")] if verb.lemma in _NAMING else []
    return verb.kids("attr", "oprd", "acomp") + small
