"""Repairs of clauses: which verb is the main one, whose subject a name is, what goes on with what."""

from __future__ import annotations

from dragoman.engine.grafting import move, promote, rejoin, uproot
from dragoman.engine.parse import Parse, Token

_STOPS = (".", "!", "?", "”", '"')
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CONCEDING = frozenset({"though", "although", "while", "whereas", "because"})
_JUDGEMENTS = frozenset(
    """blackmail aggression provocation piracy genocide nonsense propaganda extortion terrorism treason interference betrayal hypocrisy theft bullying
    coercion apartheid occupation intimidation slander folly madness illegal unacceptable unlawful unjust regrettable unread unopened""".split()
)
# words without an article that say what something is called
_SPANS = frozenset("decade year month week day century generation hour quarter".split())
# what a thing is the first or worst in
_TOLD = frozenset("tell inform ask give hand show remind assure call name dub".split())
# verbs whose participle may have an object or clause ("a paper handed the envoy", "officials told that")
NEVER_DONE_TO = frozenset("protest demonstrate rally march riot rampage clash mass converge surrender walk fast strike rebel revolt".split())
# what nobody has done to him: "miners protested in Sofia on Monday." tells what they did
_HEARSAY = frozenset("tell assure understand learn hear inform gather believe".split())
# verbs of the clause in which a writer says from whom he has it
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december""".split()
)


def main_verb_taken_for_infinitive(verb: Token) -> None:
    """"urged Mali to hold elections and suspended aid": no infinitive goes on in the past; the verb goes on with the one that governs it."""
    inner = verb.head
    if verb.kids("nsubj", "nsubjpass", "aux", "auxpass") or not any(a.tag == "TO" for a in inner.kids("aux")):
        return
    for outer in inner.ancestors():
        if outer.tag in ("VBD", "VBN", "VBZ") and outer.i < inner.i:
            if verb.tag == "VBN" and outer.tag == "VBD":
                verb.retag("VBD")
            rejoin(verb, outer)
            return


def condition_taken_for_main(verb: Token) -> None:
    """"threatened to review the treaty should the interference go on": the inverted clause at the end is the condition, not the main one."""
    subject = verb.child("nsubj", "nsubjpass")
    opener = next((a for a in verb.kids("aux") if a.lower in ("should", "were", "had")), None)
    clause = verb.child("ccomp")
    if opener is None or subject is None or clause is None or opener.i > subject.i or clause.i > opener.i or not clause.child("nsubj", "nsubjpass"):
        return
    promote(clause, "advcl")


def two_subjects(verb: Token) -> None:
    """"Peru, its foreign minister told reporters, will not attend": the first name is the subject of the verb behind the clause set in."""
    first, second = verb.kids("nsubj")[:2]
    later = next((c for c in verb.kids("ccomp", "conj") if c.i > verb.i and not c.kids("nsubj", "nsubjpass", "mark")), None)
    if later is None or not first.i < second.i < verb.i or not any(c.text == "," for c in verb.children if first.i < c.i < second.i):
        return
    if later.kids("aux") or later.tag in _FINITE:
        move(first, later, "nsubj")


def first_of_two_clauses(verb: Token, parse: Parse) -> None:
    """"The minister, X, repeated that ..., and he turned down the plan": the first verb, taken for a participle, is the main one."""
    subjects = verb.kids("nsubj")
    if len(subjects) != 2 or not subjects[0].is_noun or subjects[1].tag != "PRP" or subjects[1].i < 1:
        return
    noun, he = subjects
    joint = parse.tokens[he.i - 1]
    first = next((c for c in noun.kids("acl") if c.tag in ("VBN", "VBD") and noun.i < c.i < he.i and not c.kids("nsubj", "aux", "auxpass", "agent")), None)
    if first is None or joint.lower not in ("and", "but") or parse.tokens[first.i - 1].text != ",":
        return
    first.retag("VBD")
    _take_place_of(verb, first)
    move(verb, first, "conj")
    move(noun, first, "nsubj")
    move(joint, first, "cc")


def _take_place_of(old: Token, new: Token) -> None:
    """Hang a word where another hangs that is above it."""
    if old.head is old:
        uproot(new)
    else:
        move(new, old.head, old.dep)


def set_in(it: Token, parse: Parse) -> None:
    """"Bush, it was learned, telephoned Gorbachev": a name that the parser hung under the clause set in is the subject of the verb behind it."""
    tokens, inner = parse.tokens, it.head
    if tokens[it.i - 1].text != "," or not inner.is_verb or inner.i + 2 >= len(tokens) or tokens[inner.i + 1].text != ",":
        return
    outer = inner.head if inner.dep in ("ccomp", "parataxis", "advcl") and inner.head.i > inner.i else None
    outer = outer or next((c for c in inner.children if c.is_verb and c.i > inner.i + 1 and c.dep in ("dep", "ccomp", "conj")), None)
    name = next((c for c in inner.children if c.is_noun and c.i < it.i and c.dep in ("npadvmod", "nsubj", "dep", "nsubjpass")), None)
    if outer is None or name is None or not outer.is_verb or outer.kids("nsubj", "nsubjpass"):
        return
    move(name, outer, "nsubj")


def voice_set_in(name: Token, parse: Parse) -> None:
    """"Cuba, we are told by two officials, pressed Caracas", "Jordan, this newspaper understands, rejected it": who tells stands between commas;
    the name before is the subject of the verb behind."""
    inner, tokens = name.head, parse.tokens
    if inner.lemma not in _HEARSAY or inner.i < name.i or tokens[max(t.i for t in name.subtree()) + 1].text != ",":
        return
    main = ("ROOT", "advcl", "acl", "conj", "ccomp", "dep")
    outer = next((t for t in tokens[inner.i + 2 :] if t.tag in (*_FINITE, "VBN") and t.dep in main), None)
    if outer is None or outer.kids("nsubj", "nsubjpass", "mark") or (outer.tag == "VBN" and outer.kids("auxpass")):
        return
    first = min(t.i for t in outer.subtree() if t.i > inner.i and t.dep in ("aux", "advmod", "neg", "auxpass") or t is outer)
    if tokens[first - 1].text != ",":
        return
    if outer.tag == "VBN" and not outer.kids("aux"):
        outer.retag("VBD")
    if outer.dep != "ROOT":
        uproot(outer)
        move(inner, outer, "parataxis")
    move(name, outer, "nsubj")


def past_taken_for_participle(verb: Token, parse: Parse) -> None:
    """"The Danish and Swedish ministers conferred by video link.": a sentence with a full stop has a main verb."""
    if parse.tokens[-1].text not in _STOPS or verb.kids("nsubj", "aux", "auxpass") or verb.i < verb.head.i:
        return
    if any(t.tag in _FINITE and t.dep not in ("relcl", "ccomp", "advcl", "acl", "conj") for t in parse.tokens):
        return
    # "the minister, X, repeated on Sunday that ...": no participle has an object or a clause of its own
    has_own = verb.child("dobj") is not None or any(c.child("mark", "nsubj") for c in verb.kids("ccomp"))
    # "a report called for sanctions": nobody is called for a thing
    asks = verb.lemma == "call" and any(p.lower in ("for", "on", "upon") for p in verb.kids("prep"))
    # "France's last troops left in March."
    goes = verb.lemma == "leave" and verb.i == verb.head.i + 1 and not any(p.lower in ("of", "to") for p in verb.kids("prep"))
    goes = goes and bool(verb.head.kids("poss", "det", "amod"))
    active = asks or goes or verb.lemma in NEVER_DONE_TO or (verb.lemma not in _TOLD and has_own)
    if not active and (verb.child("agent") is None or any(p.is_proper or p.child("det") for a in verb.kids("agent") for p in a.kids("pobj"))):
        # "a treaty signed in 1994 by both" is a phrase, full stop or not
        return
    verb.retag("VBD")
    promote(verb, "nsubj")


def main_clause_under_its_aside(verb: Token) -> None:
    """"X is due in Oslo next week, though neither side has confirmed it": a clause with a conjunction at the end is not what governs the sentence."""
    mark = next((m for m in verb.kids("mark") if m.lower in _CONCEDING), None)
    clause = next((c for c in verb.kids("ccomp") if mark is not None and c.is_verb and c.i < mark.i), None)
    if mark is None or clause is None or clause.child("mark") or not clause.kids("nsubj", "nsubjpass", "expl"):
        return
    early = [c for c in verb.children if c.i < mark.i and c is not clause and c.dep in ("prep", "npadvmod", "advmod", "nsubj")]
    stop = [c for c in verb.children if c.text in _STOPS]
    promote(clause, "advcl")
    for c in early:
        move(c, clause, "dep" if c.dep == "nsubj" else c.dep)
    for c in stop:
        move(c, clause, "punct")


def speaker_cut_in_two(verb: Token, parse: Parse) -> None:
    """"..., a source close to the junta said": what stands behind a preposition left without its noun is that noun, and the whole phrase speaks."""
    end = verb.child("nsubj")
    if end is None or end.i > verb.i:
        return
    first = min(t.i for t in end.subtree())
    preposition = parse.tokens[first - 1] if first else None
    if preposition is None or preposition.dep != "prep" or preposition.children:
        return
    whole = preposition.head
    while not whole.is_noun and whole.head is not whole and whole.dep in ("amod", "acl", "prep", "advmod", "acomp"):
        whole = whole.head
    start = min((t.i for t in whole.children if t.dep in ("det", "amod", "compound", "poss", "nummod") and t.i < whole.i), default=whole.i)
    if not whole.is_noun or whole.dep == "nsubj" or start == 0 or parse.tokens[start - 1].text != "," or whole.i > preposition.i:
        return
    move(end, preposition, "pobj")
    move(whole, verb, "nsubj")


def speaker_taken_for_apposition(verb: Token, parse: Parse) -> None:
    """"..., many of them Zaghawa, Human Rights Watch said": an apposition has a comma behind it, too; what has none speaks."""
    subject = verb.child("nsubj")
    name = next((c for c in reversed(subject.kids("appos")) if c.i > subject.i), None) if subject is not None and subject.i < verb.i else None
    if subject is None or name is None or verb.child("ccomp") is None:
        return
    words = sorted(t.i for t in name.subtree())
    if words[-1] != verb.i - 1 or parse.tokens[words[0] - 1].text != ",":
        return
    move(name, verb, "nsubj")
    move(subject, verb.kids("ccomp")[0], "dep")


def verb_taken_for_modifier(verb: Token) -> None:
    """"Kuwait's emir expressed regret that ...": a past tense with a subject of its own is no modifier of the noun behind it, but its verb."""
    noun = verb.head
    name = verb.child("npadvmod")
    if name is not None and name.tag[:3] == "NNP" and name.i + 1 == verb.i and noun.dep == "ROOT" and any(d.i < name.i for d in noun.kids("det")):
        # "The UN suspended aid deliveries in Nigeria."
        name.dep = "nsubj"
        for d in [d for d in noun.kids("det") if d.i < name.i]:
            move(d, name, "det")
    if not noun.is_noun or verb.child("nsubj") is None or noun.i < verb.i or noun.child("det", "poss") or noun.dep not in ("ROOT", "ccomp", "conj"):
        return
    _take_place_of(noun, verb)
    move(noun, verb, "dobj")
    for c in [c for c in noun.children if c.dep in ("punct", "nsubj", "advmod") and c.i < verb.i or c.text in _STOPS]:
        move(c, verb, c.dep)


def participle_taken_for_main(verb: Token, parse: Parse) -> None:
    """"The army, backed by mercenaries, retaliated": of two verbs of one subject, the one between commas with a by-phrase is the participle."""
    name = verb.child("nsubj")
    if name is None or verb.child("agent") is None or verb.kids("aux") or verb.i < 2 or parse.tokens[verb.i - 1].text != ",":
        return
    later = next((c for c in name.kids("acl", "relcl") if c.tag in ("VBD", "VBZ", "VBP") and c.i > verb.i and not c.kids("nsubj", "mark")), None)
    if later is None or parse.tokens[later.i - 1].text != ",":
        return
    name.children = [c for c in name.children if c is not later]
    later.head, later.dep = later, "ROOT"
    verb.children = [c for c in verb.children if c is not name]
    verb.dep, verb.head = "acl", name
    verb.retag("VBN")
    name.head, name.dep = later, "nsubj"
    name.children = sorted([*name.children, verb], key=lambda c: c.i)
    later.children = sorted([name, *later.children], key=lambda c: c.i)


def main_verb_behind_clause(verb: Token, parse: Parse) -> None:
    """"X, who went into hiding after the vote, called on Malawi ...", "X, noting that Y had left, called on ...": behind a clause between commas the main
    verb of a sentence that has none."""
    root = next((t for t in verb.ancestors() if t.head is t), verb)
    if not root.is_noun or parse.tokens[-1].text not in _STOPS or parse.tokens[verb.i - 1].text != "," or verb.kids("nsubj", "aux", "auxpass", "agent"):
        return
    if root.child("relcl", "appos", "acl") is None or parse.tokens[min(root.i + 1, len(parse.tokens) - 1)].text != ",":
        return
    verb.retag("VBD")
    verb.head.children = [c for c in verb.head.children if c is not verb]
    verb.head, verb.dep = verb, "ROOT"
    move(root, verb, "nsubj")


def words_told_behind_time(verb: Token) -> None:
    """"said after seeing X in Madrid on Sunday that ...": what is said hangs on the verb of saying, not on what was done, or the place, before."""
    if verb.child("ccomp") is not None:
        return
    for time in verb.kids("prep"):
        if time.i < verb.i or time.lower not in ("after", "before", "following", "during"):
            continue
        inside = time.kids("pcomp", "pobj")
        for _ in range(2):
            # "after a meeting with X in Doha": as deep as the parser hangs it
            inside += [n for one in inside for n in (*one.kids("dobj"), *(n for p in one.kids("prep") for n in p.kids("pobj"))) if n not in inside]
        clause = next((c for one in inside for c in one.kids("ccomp", "acl", "advcl", "relcl") if _is_told_behind(c, one)), None)
        if clause is not None:
            move(clause, verb, "ccomp")
            return


def _is_told_behind(clause: Token, before: Token) -> bool:
    """Whether a that-clause is not its head's own, as in "after learning that", "after reports that"."""
    mark = next((m for m in clause.kids("mark") if m.lower == "that"), None)
    if mark is None or clause.child("nsubj", "nsubjpass") is None:
        return False
    return before.tag[:3] == "NNP" or (mark.i > before.i + 1 and before.child("dobj", "prep") is not None)


def is_headline_passive(verb: Token, parse: Parse) -> bool:
    """"Sudan general killed in drone strike", "envoy recalled": right behind its noun, without object or clause, in a line without a full stop."""
    stop = parse.tokens[-1].text in _STOPS
    return not stop and verb.i == verb.head.i + 1 and not verb.kids("dobj", "xcomp", "ccomp", "prt")


def subject_taken_for_time(name: Token, parse: Parse) -> None:
    """"Nauru switched recognition": a name that opens the sentence right before its verb is no time."""
    verb = name.head
    first = min(t.i for t in name.subtree())
    if first == 0 and name.i + 1 == verb.i and name.lower not in _CALENDAR and not verb.kids("nsubj", "nsubjpass"):
        move(name, verb, "nsubj")


def judgement_taken_for_head(verb: Token) -> None:
    """"called the embargo blackmail": what is called so is the object, not a modifier of what it is called."""
    objects = verb.kids("dobj")
    if len(objects) == 2 and verb.i < objects[0].i and objects[1].child("det"):
        # "branded the leader a puppet"
        objects[1].dep = "oprd"
        return
    called = verb.kids("oprd")
    if len(called) == 2 and not verb.kids("dobj", "nsubjpass", "auxpass") and verb.i < called[0].i and called[0].is_noun:
        # "called the account a fabrication"
        called[0].dep = "dobj"
        return
    word = verb.child("oprd", "dobj")
    quoted = [c for c in word.children if c.tag == "``" and c.i == word.i - 1] if word is not None else []
    if word is None or (word.lower not in _JUDGEMENTS and not quoted):
        return
    thing = next((c for c in word.kids("compound", "nmod", "amod") if c.i == word.i - 1 - len(quoted) and (c.dep == "compound" or c.is_noun)), None)
    if thing is None or not word.kids("det", "poss") or word.i < verb.i:
        return
    for c in [c for c in word.children if c.i < thing.i]:
        move(c, thing, c.dep)
    move(thing, verb, "dobj")
    word.dep = "oprd"


def relative_taken_for_clause(verb: Token) -> None:
    """"are to begin on Friday the largest exercises ever staged there": a verb behind *ever* tells of the noun before it, which is the first one's object."""
    thing = verb.child("nsubj")
    if thing is None or thing.i > verb.i or verb.kids("aux", "auxpass", "dobj", "cc") or not any(c.lower == "ever" for c in verb.kids("advmod")):
        return
    if not any(c.tag in ("JJS", "RBS") or c.lower == "first" for c in thing.children):
        return
    above = verb.head
    last = next((c for c in reversed(above.kids("xcomp")) if c.i < thing.i), above)
    if last.kids("dobj", "attr") or any(c.lower in ("and", "but", "or") for c in above.kids("cc")):
        return
    move(thing, last, "dobj")
    verb.retag("VBN")
    move(verb, thing, "acl")


def side_taken_into_time(preposition: Token) -> None:
    """"the harshest sanctions in two decades on Libya": whom it is about belongs to the thing, not to the time it took."""
    span = preposition.head
    inner = span.head
    if span.lemma not in _SPANS or span.dep != "pobj" or inner.lower not in ("in", "for") or inner.dep != "prep" or not inner.head.is_noun:
        return
    if span.child("nummod", "amod") is not None or span.tag == "NNS":
        move(preposition, inner.head, "prep")
