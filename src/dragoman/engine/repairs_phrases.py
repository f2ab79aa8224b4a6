"""Repairs of phrases that the small parser joins: a subject with the place before it, a doing with its object, a receiver with what he is offered."""

from __future__ import annotations

from dragoman.engine.grafting import move, promote, uproot
from dragoman.engine.parse import Parse, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_FIRST_OF_TWO = frozenset(
    """new san santa los las el la port puerto cape addis abu kuala buenos sri south north east west saudi phnom tel hong ho tegucigalpa st saint dar rio
    sao são ulan nur-sultan""".split()
)
# first words of towns and countries with a name of two words
_DOING = frozenset(
    """halt suspend block bar ban cut close shut seal expel deport seize freeze arm fund bomb shell harbour harbor shelter train sponsor finance back
    impose sanction raise slap stop restrict curb withhold withdraw recall arrest detain jail kidnap execute kill invade attack blockade supply sell
    send deploy station mass build open offer grant sign lift ease release free pardon recognise recognize host welcome break violate breach""".split()
)
# what states do to others' people and things, as a participle hardly ever a quality of them
_MEANS = frozenset({"by", "for", "without", "from", "of", "after", "in"})
_OFFICES = frozenset({"secretary", "director", "attorney", "governor", "inspector", "auditor", "consul", "commissioner", "procurator"})
_JUDGING = frozenset("praise welcome hail applaud laud commend salute back endorse support reject denounce condemn oppose criticise criticize deplore".split())
_ACCORDS = frozenset("truce ceasefire accord agreement deal pact treaty understanding armistice settlement compromise memorandum plan roadmap".split())
_MADE = frozenset("agree reach sign strike broker negotiate conclude announce forge seal hammer draft mediate initial propose".split())
# accords, what is done to make them, and how others judge them
_FLYING = frozenset("drone missile rocket projectile uav balloon quadcopter jet aircraft plane shell mortar".split())
# what is shot down
_FEELINGS = frozenset(
    """concern regret alarm satisfaction interest dismay sadness gratitude pride approval appreciation relief surprise sorrow
    pleasure disappointment indignation""".split()
)
# with which something is noted
_SETTINGS = frozenset("call phone telephone conversation letter message telegram interview chat".split())
# in which something is said
_GIVING = frozenset({"offer", "give", "grant", "promise", "hand", "cede", "deny", "pledge", "propose"})


def subject_taken_into_place(opener: Token, parse: Parse) -> None:
    """"In Beijing Wang Wenbin, a spokesman, charged ...": a sentence whose verb has no subject has it in the place that opens it."""
    tokens, nouns = parse.tokens, opener.kids("pobj")
    verb = opener.head
    if verb.tag in _FINITE and verb.dep == "ROOT" and len(nouns) == 2 and nouns[1].i < verb.i and not verb.kids("nsubj", "nsubjpass", "expl", "csubj"):
        # "In Beijing a spokeswoman, Mao Ning, told reporters"
        move(nouns[1], verb, "nsubjpass" if verb.child("auxpass") else "nsubj")
        return
    noun = nouns[0] if nouns else None
    if len(tokens) < 5 or noun is None or tokens[1].tag != "NNP" or tokens[1].dep != "compound" or tokens[1].head is not noun or noun.tag != "NNP":
        return
    place = tokens[2] if tokens[1].lower in _FIRST_OF_TWO else tokens[1]
    if place.i >= noun.i or place.head is not noun:
        return
    if verb.tag not in _FINITE or verb.dep != "ROOT" or verb.i < noun.i or verb.kids("nsubj", "nsubjpass", "expl", "csubj"):
        return
    move(noun, verb, "nsubjpass" if verb.child("auxpass") else "nsubj")
    move(place, opener, "pobj")
    if place is not tokens[1]:
        move(tokens[1], place, "compound")


def opener_taken_into_subject(opener: Token) -> None:
    """"In Bishkek 300 demonstrators massed": what stands before the subject is no part of it."""
    if opener.tag == "IN" and opener.dep == "prep" and opener.head.dep in ("nsubj", "nsubjpass") and opener.head.i > opener.i and opener.child("pobj"):
        move(opener, opener.head.head, "prep")


def verb_taken_into_place(opener: Token, parse: Parse) -> None:
    """"In Lima 300 demonstrators massed outside parliament.": of two nouns behind the preposition the second is the subject of its participle."""
    nouns = opener.kids("pobj")
    if opener.dep != "ROOT" or len(nouns) != 2 or parse.tokens[-1].text not in (".", "!", "”", '"'):
        return
    subject = nouns[1]
    verb = next((c for c in subject.kids("acl") if c.tag in ("VBN", "VBD") and c.i == subject.i + 1), None)
    if verb is None:
        return
    uproot(verb)
    verb.retag("VBD")
    move(subject, verb, "nsubj")
    move(opener, verb, "prep")
    for child in verb.children:
        if child.dep == "dobj" and child.kids("amod") and child.kids("amod")[0].i == verb.i + 1 and child.kids("amod")[0].lower in ("outside", "inside"):
            # "massed outside parliament"
            place = child.kids("amod")[0]
            place.lemma = place.lower
            place.retag("IN")
            move(place, verb, "prep")
            move(child, place, "pobj")
            break


def doing_taken_for_quality(participle: Token) -> None:
    """"retaliated by halting cement deliveries to it": right behind the preposition, and without an article, a deed has an object."""
    noun = participle.head
    preposition = noun.head
    lemma = participle.lemma.lower() if participle.tag == "VBG" else _verb_of(participle.lower)
    if noun.dep != "pobj" or preposition.i != participle.i - 1 or preposition.lower not in _MEANS or lemma not in _DOING:
        return
    if preposition.dep == "agent" or preposition.head.kids("auxpass"):
        # "was hurt by falling exports"
        return
    participle.lemma = lemma
    participle.retag("VBG")
    move(participle, preposition, "pcomp")
    move(noun, participle, "dobj")


def _verb_of(word: str) -> str:
    """The verb of a doing that the parser took for a noun: "bombing villagers"."""
    stem = word.removesuffix("ing")
    return next((v for v in (stem, stem + "e", stem[:-1]) if v in _DOING), "") if stem != word else ""


def receiver_taken_for_thing(name: Token) -> None:
    """"offered the two countries Samarkand as a venue": a name right behind the noun, without a comma, is what they are offered."""
    receiver = name.head
    verb = receiver.head
    if name.tag != "NNP" or receiver.tag not in ("NN", "NNS") or verb.lemma not in _GIVING or verb.tag[0] != "V" or not receiver.kids("det", "poss"):
        return
    if min(t.i for t in name.subtree()) != receiver.i + 1 or receiver.dep not in ("dobj", "dative") or receiver.i < verb.i:
        return
    move(name, verb, "dobj")
    receiver.dep = "dative"


def two_things_given(verb: Token) -> None:
    """"offered the two sides Muscat as a venue": of two objects in a row the first receives the second."""
    objects = verb.kids("dobj")
    if len(objects) == 2 and verb.lemma in _GIVING and not verb.child("dative") and min(t.i for t in objects[1].subtree()) == objects[0].i + 1:
        objects[0].dep = "dative"


def condition_without_if(were: Token, parse: Parse) -> None:
    """"would respond were China to build a base": the inverted clause is a condition of what would be done."""
    tokens = parse.tokens
    clause = next((t for t in tokens[were.i + 1 :] if t.tag == "VB" and tokens[t.i - 1].tag == "TO"), None)
    if clause is None or clause.i - were.i > 9 or were.i < 3 or any(t.text in (",", ";") for t in tokens[were.i : clause.i]):
        return
    subject = next((t for t in tokens[were.i + 1 : clause.i] if t.is_noun and t.dep in ("nsubj", "attr", "dobj")), None)
    main = next((t for t in reversed(tokens[: were.i]) if t.tag == "VB" and any(a.lower in ("would", "could", "might") for a in t.kids("aux"))), None)
    if subject is None or main is None or any(t.tag in ("WP", "WDT", "CC") or t.text == "," for t in tokens[main.i : were.i]):
        return
    if any(t is not subject and t.tag in ("NN", "NNS", "PRP") and t.dep == "nsubj" and t.head is were for t in tokens[: were.i]):
        # "whose ships were Chinese": it has a subject of its own
        return
    if any(a is were for a in main.ancestors()):
        if were.head is were:
            uproot(main)
        else:
            move(main, were.head, were.dep)
    move(clause, main, "advcl")
    move(subject, clause, "nsubj")
    for child in list(were.children):
        if child is not clause and child is not main:
            move(child, clause if child.i > were.i else main, child.dep)
    were.retag("MD")
    move(were, clause, "aux")
    if main.dep in ("csubj", "nsubj"):
        uproot(main)


def name_taken_for_doing(word: Token, parse: Parse, saying: frozenset[str]) -> None:
    """"Khaing Thu Kha, who speaks for the rebels, denied ...": whoever says it is a name, though its first word looks like a participle."""
    verb, name = word.head, word.child("dobj")
    if name is None or name.tag != "NNP" or verb.lemma not in saying or verb.kids("nsubj", "nsubjpass") or verb.tag not in _FINITE:
        return
    if any(t.head is not name for t in parse.tokens[1 : name.i]) or name.kids("det") or not name.kids("relcl", "appos"):
        return
    move(name, verb, "nsubj")
    move(word, name, "compound")
    word.lemma = word.text
    word.retag("NNP")


def object_of_let(noun: Token) -> None:
    """"let food trucks through to Gaza": a noun without a verb is no clause, but whom or what one lets."""
    verb = noun.head
    if verb.lemma == "let" and noun.i > verb.i and not noun.kids("aux", "mark", "cop", "dobj"):
        noun.dep = "dobj"
        for child in noun.kids("nsubj"):
            child.dep = "compound"
        for child in noun.kids("advmod", "prt"):
            if child.i > noun.i:
                move(child, verb, "prt")


def particle_taken_for_preposition(word: Token) -> None:
    """"brushes aside a truce plan", "shrugs off a ceasefire": what stands behind a particle is the verb's object."""
    verb, noun = word.head, word.child("pobj")
    if noun is not None and verb.tag[0] == "V" and noun.i > word.i:
        move(noun, verb, "dobj")
        word.dep = "prt"
        word.retag("RP")


_JOINED = {
    ("cease", "fire"): "ceasefire", ("cease", "fires"): "ceasefire",
    ("co", "operation"): "cooperation", ("co", "operate"): "cooperate", ("co", "ordination"): "coordination", ("co", "ordinate"): "coordinate",
}  # fmt: skip
# words that some write with a hyphen, at which the tokeniser cuts them


def word_cut_at_hyphen(last: Token, parse: Parse) -> None:
    """"a cease-fire", "co-operated": one word, told by its last piece."""
    first, hyphen = parse.tokens[last.i - 2], parse.tokens[last.i - 1]
    whole = _JOINED.get((first.lower, last.lower)) or _JOINED.get((first.lower, last.lemma))
    if whole is None or first.end != hyphen.start or hyphen.end != last.start:
        return
    if last.head is first and first.dep == "ROOT":
        uproot(last)
        for name in last.kids("compound", "nmod") if last.is_verb and not last.kids("nsubj", "nsubjpass") else ():
            name.dep = "nsubj"
    elif last.head is first:
        # the parser took the first piece for the word
        move(last, first.head, first.dep)
    for child in [c for c in first.children if c is not last]:
        move(child, last, child.dep)
    move(first, last, "compound")
    move(hyphen, last, "punct")
    last.lemma = whole


def second_subject_of_list(verb: Token, parse: Parse) -> None:
    """"Anna Berg, who runs the ministry, and Elina Valtonen talked": what *and* joins to the subject is no subject of its own."""
    first, second = verb.kids("nsubj")[:2]
    edge = min(t.i for t in second.subtree())
    joint = parse.tokens[edge - 1] if edge else None
    if joint is not None and second.tag != "PRP" and joint.lower in ("and", "or") and joint.head is first and first.i < joint.i and not first.kids("conj"):
        move(second, first, "conj")


def office_cut_at_hyphen(word: Token, parse: Parse) -> None:
    """"Its secretary-general, Stanislav Zas, said": the end of an office is its head, not a quality behind it."""
    office = word.head
    if office.i != word.i - 2 or parse.tokens[word.i - 1].text != "-" or office.lower not in _OFFICES or office.head is office:
        return
    move(word, office.head, office.dep)
    for child in [c for c in office.children if c is not word]:
        move(child, word, child.dep)
    move(office, word, "compound")
    word.retag("NN")
    word.lemma = word.lower


def let_go_of(preposition: Token) -> None:
    """"let go of 25 sailors": whom one lets go hangs on the verb that lets."""
    go = preposition.head
    if go.lower == "go" and go.head.lemma == "let" and preposition.i == go.i + 1:
        move(preposition, go.head, "prep")


def verb_taken_for_quality(verb: Token, parse: Parse) -> None:
    """"Crowds in Tbilisi hurled paint at the consulate.": in a sentence without a verb, a past behind the name of a place is its verb."""
    thing, before = verb.head, parse.tokens[verb.i - 1]
    preposition, root = thing.head, next((t for t in parse.tokens if t.head is t), verb)
    if parse.tokens[-1].text not in (".", "!", "”", '"') or any(t.tag in _FINITE for t in parse.tokens) or thing.dep != "pobj" or thing.i < verb.i:
        return
    if before.tag != "NNP" or before.head is not thing or preposition.head is not root or root.tag not in ("NNS", "NN", "NNP") or root.i > 3:
        return
    uproot(verb)
    verb.retag("VBD")
    move(before, preposition, "pobj")
    move(thing, verb, "dobj")
    move(root, verb, "nsubj")
    for child in [c for c in (*root.children, *thing.children) if c.i > verb.i and c.dep in ("prep", "punct", "npadvmod")]:
        move(child, verb, child.dep)


def promised_each(participle: Token) -> None:
    """"Chad and Togo had each promised a million": behind a floating *each*, *both* or *all* the participle is the verb, not a quality."""
    thing, have = participle.head, participle.head.head
    float_ = next((c for c in thing.children if c.i == participle.i - 1 and c.lower in ("each", "both", "all", "jointly", "variously")), None)
    if thing.dep != "dobj" or have.lower not in ("had", "have") or float_ is None or have.i != float_.i - 1:
        return
    for child in list(thing.children):
        if child.dep in ("prep", "npadvmod") and child.i > thing.i:
            move(child, participle, child.dep)
    above, dep = have.head, have.dep
    if above is have:
        uproot(participle)
    else:
        move(participle, above, dep)
    for child in list(have.children):
        if child is not participle:
            move(child, participle, child.dep)
    move(have, participle, "aux")
    move(float_, participle, "advmod")
    move(thing, participle, "dobj")


def call_taken_into_thing(preposition: Token) -> None:
    """"agreed to the mission in a phone call with": in which something is said hangs on the verb, not on what is said."""
    thing = preposition.head
    if not thing.is_noun or thing.is_proper or thing.dep not in ("dobj", "pobj") or not any(n.lemma in _SETTINGS for n in preposition.kids("pobj")):
        return
    verb = thing.head if thing.dep == "dobj" else thing.head.head
    if verb.is_verb and any(p.lower in ("with", "to") for n in preposition.kids("pobj") for p in n.kids("prep")):
        move(preposition, verb, "prep")


def talks_taken_into_offer(verb: Token) -> None:
    """"offered Colombian rebels talks over": what is offered is no verb of those to whom it is."""
    giver = verb.head
    receiver = verb.child("nsubj")
    if verb.lower not in ("talks", "aid", "help", "access", "shelter", "loans") or giver.lemma not in _GIVING or receiver is None or verb.i != receiver.i + 1:
        return
    if verb.kids("dobj", "ccomp", "xcomp", "aux", "mark"):
        return
    verb.lemma = verb.lower.removesuffix("s") if verb.lower in ("talks", "loans") else verb.lower
    verb.retag("NNS" if verb.lower.endswith("s") and verb.lower != "access" else "NN")
    move(receiver, giver, "dative")
    move(verb, giver, "dobj")


def offer_taken_into_place(thing: Token) -> None:
    """"offered the fishermen of Algeciras talks": behind a place and without an article stands what is offered."""
    preposition = thing.head
    receiver = preposition.head
    place = thing.child("compound")
    if place is None or place.tag != "NNP" or place.i != thing.i - 1 or receiver.dep not in ("dobj", "dative") or receiver.head.lemma not in _GIVING:
        return
    giver = receiver.head
    move(thing, giver, "dobj")
    move(place, preposition, "pobj")
    move(receiver, giver, "dative")


def relative_behind_quotes(whose: Token, parse: Parse) -> None:
    """"Togo, whose “patience” it praised": a clause that opens with *whose* hangs on the noun before it, whatever marks stand in it."""
    clause = whose.head.head
    if not clause.is_verb or clause.dep not in ("ccomp", "parataxis", "advcl", "dep", "ROOT") or whose.i < 2 or parse.tokens[whose.i - 1].text != ",":
        return
    noun = parse.tokens[whose.i - 2]
    if not noun.is_noun:
        return
    if clause.dep == "ROOT":
        main = next((c for c in clause.kids("ccomp") if c.is_verb and c.i < noun.i and any(t is noun for t in c.subtree())), None)
        if main is None:
            return
        promote(main, "relcl")
    move(clause, noun, "relcl")


def words_taken_into_feeling(clause: Token) -> None:
    """"noted with concern that prices rose": what is noted is no part of the feeling with which it is."""
    feeling, preposition = clause.head, clause.head.head
    if feeling.dep != "pobj" or preposition.lower != "with" or feeling.lemma not in _FEELINGS or not any(m.lower == "that" for m in clause.kids("mark")):
        return
    if preposition.head.is_verb and not preposition.head.kids("ccomp", "dobj"):
        move(clause, preposition.head, "ccomp")


def what_flies_taken_for_target(clause: Token) -> None:
    """"launched drones towards the rig, which the navy shot down": what is shot down is what flew, not what it flew at."""
    target, preposition = clause.head, clause.head.head
    if preposition.lower == "of" and preposition.head.dep == "pobj":
        # "over the port of Haifa, which"
        target, preposition = preposition.head, preposition.head.head
    downed = clause.lemma in ("intercept", "down") or (clause.lemma in ("shoot", "bring") and any(p.lower == "down" for p in clause.kids("prt", "advmod")))
    if not downed or target.dep != "pobj" or preposition.dep != "prep" or target.lemma in _FLYING:
        return
    thing = preposition.head if preposition.head.is_noun else preposition.head.child("dobj")
    if thing is not None and thing.lemma in _FLYING:
        move(clause, thing, "relcl")


def accord_taken_for_doer(made: Token) -> None:
    """"praised the truce agreed on Sunday": no truce agrees to anything, and nobody praises that it does."""
    judging, accord = made.head, made.child("nsubj")
    if accord is None or judging.lemma not in _JUDGING or made.lemma not in _MADE or accord.i != made.i - 1 or made.kids("mark", "aux", "dobj", "ccomp"):
        return
    if accord.lemma in _ACCORDS and accord.i > judging.i:
        move(accord, judging, "dobj")
        move(made, accord, "acl")
        made.retag("VBN")


def deputy_cut_at_hyphen(office: Token, parse: Parse) -> None:
    """"Nicaragua's vice-president said": three subjects are one, and whose it is hangs on the office."""
    hyphen, deputy = parse.tokens[office.i - 1], parse.tokens[office.i - 2]
    if deputy.lower not in ("vice", "deputy", "ex", "co", "under") or office.tag not in ("NN", "NNS") or deputy.head is office or office.head is deputy:
        return
    if any(a is hyphen for a in office.ancestors()):
        # the whole name hangs on the hyphen: other repairs know that tree
        return
    for child in [c for c in deputy.children if c.i < deputy.i]:
        move(child, office, child.dep)
    move(deputy, office, "compound")
    hyphen.retag("HYPH")
    move(hyphen, office, "punct")
