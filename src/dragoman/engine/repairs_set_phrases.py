"""Repairs of set phrases, of what stands set off behind a clause, and of nouns and verbs that the small parser takes for one another."""

from __future__ import annotations

from dragoman.engine.grafting import move
from dragoman.engine.parse import Parse, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUMMARY = frozenset(
    """claim charge accusation allegation demand request appeal offer proposal promise pledge threat warning step move decision measure action act gesture
    deal visit ban breach provocation concession condition idea plan policy ruling refusal remark statement view verdict practice figure""".split()
)
# nouns that sum up what was told, behind a comma
_CONTESTS = frozenset({"head", "toe", "neck", "nose"})
# "go head to head": a match
_MOVED = frozenset(
    """ambassador envoy diplomat chargé charge attaché attache consul nuncio delegate observer worker migrant refugee student soldier troop sailor crew expert
    adviser advisor inspector monitor instructor mercenary contingent battalion brigade fighter""".split()
)
_SENDING = frozenset("send bring fly call order ship take bus drive pack see summon escort".split())
WHERE_TO = frozenset("court trial task book account heel exile prison jail power war market".split())
_TAKING = frozenset("take bring call put send drag haul hold commit go come".split())
# "took Israel to court", "called the junta to account"
_OPENING = frozenset({"if", "unless", "when", "while", "because", "although", "though", "whether"})


def twin_words(token: Token, parse: Parse) -> None:
    """"fight shoulder to shoulder with the rebels", "spoke face to face with": a word said twice says how; what follows it is the verb's."""
    tokens = parse.tokens
    if token.i + 2 >= len(tokens) or tokens[token.i + 1].lower not in ("to", "by"):
        return
    second = tokens[token.i + 2]
    verb = token.head
    if second.lower != token.lower or token.lower in _CONTESTS or not verb.is_verb or verb.i > token.i:
        return
    if token.kids("det", "poss", "amod", "compound", "nummod"):
        return
    between = tokens[token.i + 1]
    for child in [c for c in second.children if c.i > second.i]:
        move(child, verb, child.dep)
    token.dep = "advmod"
    token.retag("RB")
    move(between, token, "prep")
    between.retag("IN")
    move(second, between, "pobj")
    second.lemma = second.lower
    second.retag("NN")


def summary_taken_for_object(noun: Token, parse: Parse) -> None:
    """"..., a claim borne out by a panel", "..., a step that Oslo welcomed": behind a comma it sums up the clause, it is no object of it."""
    first = min(t.i for t in noun.subtree())
    if noun.lemma not in _SUMMARY or first < 2 or parse.tokens[first - 1].text != "," or not noun.kids("acl", "relcl"):
        return
    if parse.tokens[first].lower in ("a", "an", "one") and noun.head.is_verb and noun.head.i < first - 1:
        noun.dep = "appos"


def subject_taken_for_clause(noun: Token) -> None:
    """"would hit back if Kigali so much as moved": a name behind *if* is the subject of the verb that follows, no clause by itself."""
    mark = next((m for m in noun.kids("mark") if m.lower in _OPENING), None)
    if mark is None or not noun.is_noun or noun.child("aux", "nsubj", "cop"):
        return
    later = [c for c in noun.head.children if c.i > noun.i and c.dep in ("advcl", "conj", "ccomp", "dep", "relcl")]
    verb = next((c for c in (*noun.children, *later) if c.i > noun.i and c.tag in _FINITE and not c.kids("nsubj", "nsubjpass", "mark", "cc", "auxpass")), None)
    if verb is None:
        return
    governor = noun.head
    if verb.head is noun:
        move(verb, governor, "advcl")
    verb.dep = "advcl"
    move(noun, verb, "nsubj")
    move(mark, verb, "mark")


def object_taken_for_clause(noun: Token) -> None:
    """"charges that Algerian soldiers train rebels": a verb with a subject of its own before a plural noun is what the clause says of them."""
    verb = next((c for c in noun.kids("compound", "amod", "nmod") if c.tag in ("VBP", "VBZ", "VBD", "VB") and c.i == noun.i - 1 and c.kids("nsubj")), None)
    if verb is None or noun.dep == "compound":
        return
    dep, head = noun.dep, noun.head
    for child in [c for c in noun.children if c is not verb]:
        if child.dep in ("mark", "advcl", "punct", "aux", "advmod"):
            move(child, verb, child.dep)
    if head is noun:
        return
    noun.children = [c for c in noun.children if c is not verb]
    head.children = [c for c in head.children if c is not noun]
    verb.head, verb.dep = head, dep
    head.children = sorted([*head.children, verb], key=lambda c: c.i)
    noun.head, noun.dep = verb, "dobj"
    verb.children = sorted([*verb.children, noun], key=lambda c: c.i)


def subject_taken_for_part(verb: Token, parse: Parse) -> None:
    """"let the first grain ships sail": a bare verb with an article and nouns of its own is what those nouns do."""
    thing = parse.tokens[verb.i - 1] if verb.i else verb
    if thing.head is not verb or thing.dep != "compound" or not thing.is_noun or verb.head.lemma not in ("let", "make", "help", "have", "see", "watch"):
        return
    move_all = [c for c in verb.children if c.i < thing.i and c.dep in ("det", "amod", "compound", "poss", "nummod", "nmod")]
    thing.dep = "nsubj"
    verb.retag("VB")
    for child in move_all:
        move(child, thing, child.dep)


def name_branded_for_object(verb: Token) -> None:
    """"a step that Kigali branded "colonial arithmetic"": what the relative stands for is branded, the words behind are what it is called."""
    if verb.dep != "relcl" or verb.child("nsubj") is None or verb.child("oprd"):
        return
    that = next((c for c in verb.children if c.tag in ("WDT", "WP") and c.dep in ("advmod", "dobj", "mark", "dep")), None)
    called = [c for c in verb.kids("dobj") if c is not that and c.i > verb.i]
    if that is not None and called and that.i < verb.i:
        called[0].dep = "oprd"
        that.dep = "dobj"


def home_taken_for_object(home: Token) -> None:
    """"would send the French chargé home": whom one sends is the object, *home* is where to."""
    verb = home.head
    person = next((c for c in home.children if c.i == home.i - 1 and c.dep in ("compound", "amod", "nmod") and c.is_noun and c.lemma in _MOVED), None)
    if person is None or verb.lemma not in _SENDING:
        return
    for child in [c for c in home.children if c.i < person.i]:
        move(child, person, child.dep)
    move(person, verb, home.dep)
    home.dep = "advmod"
    home.retag("RB")


def condition_taken_for_quality(word: Token, parse: Parse) -> None:
    """"would back talks provided that the rebels disarm": *provided* opens the condition, it tells nothing of the talks."""
    that = parse.tokens[word.i + 1] if word.i + 1 < len(parse.tokens) else None
    if that is None or that.lower != "that" or that.dep != "mark" or word.child("nsubj", "aux", "auxpass", "agent"):
        return
    clause = that.head
    if clause is word or not clause.is_verb:
        return
    if clause.head is word:
        move(clause, word.head if word.head.is_verb else word.head.head, "advcl")
    for child in [c for c in word.children if c is not clause]:
        move(child, clause, child.dep)
    move(word, clause, "mark")
    clause.dep = "advcl" if clause.dep in ("ccomp", "acl", "advcl") else clause.dep


def subject_taken_into_phrase(name: Token, parse: Parse) -> None:
    """"to restore him by force and Benin pledged soldiers": a name behind *and* right before a verb that has no subject is its subject, not a second means."""
    noun = name.head
    tokens = parse.tokens
    verb = tokens[name.i + 1] if name.i + 1 < len(tokens) else name
    if verb.tag == "RB" and name.i + 2 < len(tokens):
        verb = tokens[name.i + 2]
    if noun.dep not in ("pobj", "dobj") or verb.tag not in _FINITE or verb.dep != "conj" or name.kids("conj", "cc"):
        return
    if verb.kids("nsubj", "nsubjpass", "expl") or tokens[min(t.i for t in name.subtree()) - 1].lower not in ("and", "but", "while"):
        return
    move(name, verb, "nsubjpass" if verb.child("auxpass") else "nsubj")
    for joint in [c for c in noun.kids("cc") if c.i < name.i]:
        move(joint, verb.head, "cc")


def subject_taken_for_compound(name: Token) -> None:
    """"Angola leans on Kigali": a name that a finite verb without a subject has before it is its subject, not part of it."""
    verb = name.head
    if verb.tag in _FINITE and name.i == verb.i - 1 and not verb.kids("nsubj", "nsubjpass", "expl", "det", "poss", "amod"):
        name.dep = "nsubj"


def relative_taken_for_participle(verb: Token, parse: Parse) -> None:
    """"a decision that Turkey's president, Recep Erdogan, condemned": behind a name between commas the verb of the clause, not a participle."""
    subject = verb.head
    tokens = parse.tokens
    if verb.tag not in ("VBN", "VBD") or not subject.is_noun or tokens[verb.i - 1].text != "," or verb.kids("dobj", "agent", "aux", "auxpass", "nsubj"):
        return
    if not any(subject.i < a.i < verb.i for a in subject.kids("appos")):
        return
    words = {t.i for t in subject.subtree()} - {t.i for t in verb.subtree()}
    start = subject.i
    while start - 1 in words and tokens[start - 1].lower not in ("that", "which") and tokens[start - 1].text != ",":
        start -= 1
    that = tokens[start - 1] if start else subject
    thing = tokens[that.i - 1] if that.i else that
    if that.lower not in ("that", "which") or not thing.is_noun or thing is subject:
        return
    move(that, thing, "dobj")
    move(subject, thing, "nsubj")
    move(verb, thing, "relcl")
    verb.retag("VBD")
    that.retag("WDT")
    move(subject, verb, "nsubj")
    move(that, verb, "dobj")


def court_taken_for_verb(word: Token) -> None:
    """"took Israel to court over Gaza": where somebody is taken, nothing that is to be done."""
    verb = word.head
    to = next((a for a in word.kids("aux") if a.lower == "to" and a.i == word.i - 1), None)
    if to is None or verb.lemma not in _TAKING or not verb.is_verb or word.i < verb.i or word.kids("dobj", "nsubj", "xcomp", "ccomp"):
        return
    for child in [c for c in word.children if c is not to]:
        move(child, verb, child.dep)
    move(to, verb, "prep")
    to.retag("IN")
    move(word, to, "pobj")
    word.retag("NN")
    word.lemma = word.lower
