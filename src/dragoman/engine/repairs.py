"""Repairs of what the small parser often gets wrong in news prose, made on the tree before anything reads it.

Each repair names the construction, and acts only where the tree cannot be right as it stands.
"""

from __future__ import annotations

import re

from dragoman.engine.grafting import move, promote, rejoin
from dragoman.engine.offices import rehang_offices
from dragoman.engine.parse import Parse, Token
from dragoman.engine.repairs_clauses import (
    NEVER_DONE_TO,
    condition_taken_for_main,
    first_of_two_clauses,
    is_headline_passive,
    judgement_taken_for_head,
    main_clause_under_its_aside,
    main_verb_behind_clause,
    main_verb_taken_for_infinitive,
    participle_taken_for_main,
    past_taken_for_participle,
    relative_taken_for_clause,
    set_in,
    side_taken_into_time,
    speaker_cut_in_two,
    speaker_taken_for_apposition,
    subject_taken_for_time,
    two_subjects,
    verb_taken_for_modifier,
    voice_set_in,
    words_told_behind_time,
)
from dragoman.engine.repairs_gaps import (
    object_taken_for_speaker,
    relative_of_text,
    sides_of_the_first,
    subject_taken_for_part_of_list,
    verb_left_out,
)
from dragoman.engine.repairs_headlines import comma_for_and, headline_infinitive, repair_headline
from dragoman.engine.repairs_openers import (
    first_verb_taken_for_participle,
    main_verb_taken_into_gerund,
    object_taken_into_infinitive,
    subject_taken_into_opener,
    year_taken_for_count,
)
from dragoman.engine.repairs_phrases import (
    accord_taken_for_doer,
    call_taken_into_thing,
    condition_without_if,
    deputy_cut_at_hyphen,
    doing_taken_for_quality,
    let_go_of,
    name_taken_for_doing,
    object_of_let,
    offer_taken_into_place,
    office_cut_at_hyphen,
    opener_taken_into_subject,
    particle_taken_for_preposition,
    promised_each,
    receiver_taken_for_thing,
    relative_behind_quotes,
    second_subject_of_list,
    subject_taken_into_place,
    talks_taken_into_offer,
    two_things_given,
    verb_taken_for_quality,
    verb_taken_into_place,
    what_flies_taken_for_target,
    word_cut_at_hyphen,
    words_taken_into_feeling,
)
from dragoman.engine.repairs_set_phrases import (
    WHERE_TO,
    condition_taken_for_quality,
    court_taken_for_verb,
    home_taken_for_object,
    name_branded_for_object,
    object_taken_for_clause,
    relative_taken_for_participle,
    subject_taken_for_clause,
    subject_taken_for_compound,
    subject_taken_for_part,
    subject_taken_into_phrase,
    summary_taken_for_object,
    twin_words,
)

_SUBORDINATORS = frozenset({"after", "before", "since", "until", "till", "as", "when", "while", "because", "once"})
_OPENERS = frozenset({"in", "on", "by", "since", "last", "next"})
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december""".split()
)
_GIVING = frozenset("give lend grant lease sell promise offer deny hand pay loan award".split())
# verbs with two objects: "gave Ukraine tanks"
_PART = frozenset({"late", "early", "mid"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DOERS = frozenset(
    """troop force soldier army government minister president leader side party country state nation ally member company airline ship vessel people
    citizen refugee militia group rebel court parliament authority official diplomat envoy ambassador peacekeeper observer world community""".split()
)
_WISHED = frozenset("call demand appeal request plea pressure ask plead press push".split())
# "a demand for the troops to go home": who is to do what is called for
_ADDRESSING = frozenset(
    """accuse call demand reject condemn denounce urge ask threaten vow promise pledge warn offer blame criticise criticize praise thank welcome
    dismiss insist appeal summon protest invite deplore""".split()
)
# acts in words, by the one who speaks rather than the one spoken of
_THEM = frozenset({"them", "whom"})
_CALLING = frozenset("call brand label dub term deem declare return".split())
# verbs with an object and what it is called, or how it is left
_TELLING = frozenset("tell inform remind assure warn notify".split())
# verbs whose object hears what the that-clause says
_SAYING = frozenset("say tell report write announce add note state claim warn acknowledge".split())
# verbs that may be set in behind the words they introduce
_ASSERTING = _SAYING | frozenset("charge allege complain insist pledge promise vow agree declare confirm deny admit stress demand threaten".split())
# verbs whose words may come behind the time when they were said
_DEMONYM = re.compile(r"^[A-Z]\w+(?:an|ese|ish|i|ch|ek|ic)$")
_REALMS = frozenset({"republic", "kingdom", "state", "federation", "sultanate", "emirate", "principality", "commonwealth"})
_BARRED = frozenset({"and", "or", "but", "that", "who", "which", "what"})
_OF_NOUNS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "ROOT"})
_PAST_OR_PRESENT = frozenset({"VBD", "VBN", "VBZ"})
_PREVAILING = frozenset("prevail lean call appeal plead".split())
# verbs with whom one brings to do a thing behind a preposition
_MARKS = frozenset({",", ".", ":", "``", "''", "HYPH", "POS", "PRP$", "-LRB-", "-RRB-", "$"})
# words that no repair begins at


def repair(parse: Parse) -> None:
    """Mend a parse in place."""
    rehang_offices(parse)
    repair_headline(parse)
    for token in parse.tokens:
        if token.tag in _MARKS:
            continue
        if token.i > 1 and parse.tokens[token.i - 1].text == "-":
            word_cut_at_hyphen(token, parse)
            deputy_cut_at_hyphen(token, parse)
        if token.lower in _SUBORDINATORS and token.dep == "prep":
            _clause_taken_for_phrase(token, parse)
        if token.lower in _OPENERS and token.i == 0:
            _month_taken_for_name(token, parse)
        if token.i == 0 and token.lower in ("in", "at"):
            subject_taken_into_place(token, parse)
            verb_taken_into_place(token, parse)
        if token.dep == "nummod" and 1 < token.i < 8:
            year_taken_for_count(token, parse)
        if token.i == 0 and token.dep == "csubj" and token.tag == "VBG":
            name_taken_for_doing(token, parse, _ASSERTING)
        if token.dep == "ccomp" and token.tag in ("NN", "NNS"):
            object_of_let(token)
        if (token.lower == "aside" and token.dep == "prep") or (token.dep == "prt" and token.child("pobj")):
            particle_taken_for_preposition(token)
        if token.lower == "of" and token.dep == "prep":
            let_go_of(token)
        if token.dep == "advcl" and token.tag == "VB" and token.head.lemma in _PREVAILING:
            _deed_taken_for_purpose(token)
        if token.dep in ("acl", "ccomp", "relcl") and token.head.dep == "pobj":
            words_taken_into_feeling(token)
            what_flies_taken_for_target(token)
        if token.lower in ("in", "over") and token.dep == "prep":
            call_taken_into_thing(token)
        if token.dep == "ccomp" and token.tag in ("VBZ", "VBP", "VB"):
            talks_taken_into_offer(token)
        if token.dep == "ccomp" and token.tag in ("VBD", "VBN"):
            accord_taken_for_doer(token)
        if token.dep == "pobj" and token.tag == "NNS" and token.lower in ("talks", "loans", "visas") and token.head.lower == "of":
            offer_taken_into_place(token)
        if token.dep == "prep" and token.i > 4:
            verb_left_out(token, parse)
            sides_of_the_first(token)
        if token.dep == "relcl" and token.head.dep == "pobj":
            relative_of_text(token)
        if token.dep == "amod" and token.tag == "VBN" and token.i > 2:
            verb_taken_for_quality(token, parse)
            promised_each(token)
        if token.dep in ("amod", "compound") and token.lower.endswith("ing"):
            doing_taken_for_quality(token)
        if token.lower == "general" and token.dep == "amod":
            office_cut_at_hyphen(token, parse)
        if token.tag[0] == "V" and len(token.kids("nsubj")) > 1:
            second_subject_of_list(token, parse)
        if token.dep == "appos" and token.tag == "NNP":
            receiver_taken_for_thing(token)
        if token.lower == "were" and token.i > 2:
            condition_without_if(token, parse)
        if token.lower == "for" and token.dep == "prep":
            _subject_taken_for_beneficiary(token, parse)
        if token.tag == "WP$" and token.dep == "poss":
            relative_behind_quotes(token, parse)
        if token.tag == "NN" and token.dep == "ccomp" and token.kids("mark", "advmod") and token.head.is_verb:
            _wish_taken_for_noun(token)
        if token.tag in ("NN", "NNP") and token.dep in ("xcomp", "ccomp", "advcl", "acl", "relcl") and any(a.tag == "TO" for a in token.kids("aux")):
            # "offered to host talks": what stands behind to and has a clause's place is a verb
            token.retag("VB")
        if token.lower == "general" and token.tag == "JJ" and token.i > 1 and parse.tokens[token.i - 1].text == "-" and token.dep in _OF_NOUNS:
            # "NATO's secretary-general, Jens Stoltenberg": the end of an office, not a quality
            token.retag("NN")
        if token.tag == "VBG" and token.dep in ("dobj", "pobj", "nsubj", "nsubjpass") and _is_thing(token):
            # "the crossing with Belarus", "a meeting of heads": with an article it is a thing, not a doing
            token.lemma = token.lower
            token.retag("NN")
        if token.lower == "last" and token.dep in ("nsubj", "nsubjpass"):
            _last_taken_for_subject(token)
        if token.dep == "conj" and (token.tag in _FINITE or token.tag == "VBN"):
            _main_verb_taken_into_clause(token)
            main_verb_taken_into_gerund(token)
        if token.dep == "conj" and token.tag in _PAST_OR_PRESENT and token.head.tag == "VB":
            main_verb_taken_for_infinitive(token)
        if token.dep in ("advmod", "preconj") and token.lower in ("both", "all"):
            object_taken_into_infinitive(token, parse)
        if token.dep in ("relcl", "acl") and token.tag == "VB" and token.head.dep == "ROOT":
            headline_infinitive(token)
        if token.dep in ("conj", "relcl") and token.tag in _FINITE and token.lemma in _SAYING:
            _saying_set_behind(token, parse)
        if token.dep == "acl" and token.tag in _FINITE and token.head.is_noun and token.kids("nsubj"):
            _relative_taken_for_participle(token)
        if token.dep == "acl" and (token.tag == "VBD" or (token.tag == "VBN" and token.lemma == "call" and token.kids("oprd", "dobj"))):
            first_verb_taken_for_participle(token)
        if token.dep == "acl" and token.tag in ("VBD", "VBN") and token.head.dep == "conj":
            subject_taken_for_part_of_list(token)
        if token.dep == "acl" and token.tag in ("VBD", "VBN") and token.head.dep != "ROOT":
            main_verb_behind_clause(token, parse)
        if token.dep == "acl" and token.tag == "VBN" and token.head.dep == "ROOT" and token.head.is_noun:
            past_taken_for_participle(token, parse)
        if token.lower == "ever" and token.dep == "advmod" and token.head.tag in ("VBD", "VBN"):
            relative_taken_for_clause(token.head)
        if token.dep == "prep" and token.head.dep == "pobj" and token.lower in ("on", "against", "with", "to", "between", "by"):
            side_taken_into_time(token)
        if token.dep == "nsubjpass" and token.head.tag == "VBD" and token.head.lemma in NEVER_DONE_TO and not token.head.kids("auxpass"):
            # "Mothers of the disappeared marched": nobody was marched
            token.dep = "nsubj"
        if token.dep == "amod" and token.tag == "VBD":
            verb_taken_for_modifier(token)
        if token.dep == "npadvmod" and token.tag[:3] == "NNP" and token.head.tag in _FINITE:
            subject_taken_for_time(token, parse)
        if token.dep in ("npadvmod", "nsubj", "dep") and token.is_noun and token.i < 5 and token.head.is_verb:
            voice_set_in(token, parse)
        if token.lower == "opposed" and token.dep in ("acomp", "ROOT") and token.tag == "VBN" and any(p.lower == "to" for p in token.kids("prep")):
            _stance_taken_for_passive(token)
        if token.lower == "among" and token.dep == "prep" and any(p.lower in _THEM for p in token.kids("pobj")):
            _part_taken_for_object(token.head, parse)
        if token.dep in ("npadvmod", "dep", "appos", "nsubj") and token.tag[:3] == "NNP" and token.i < 4:
            comma_for_and(token, parse)
        if token.lower in ("provided", "providing") and token.dep in ("acl", "advcl", "prep", "xcomp", "ccomp", "pcomp"):
            condition_taken_for_quality(token, parse)
        if token.dep == "acl" and token.tag in ("VBN", "VBD"):
            relative_taken_for_participle(token, parse)
        if token.dep == "compound" and token.tag[:3] == "NNP":
            subject_taken_for_compound(token)
        if token.dep == "conj" and token.tag[:3] == "NNP":
            subject_taken_into_phrase(token, parse)
        if token.lower in WHERE_TO and token.tag[:2] == "VB" and token.dep in ("xcomp", "advcl", "ccomp", "acl"):
            court_taken_for_verb(token)
        if token.lower == "home" and token.dep in ("dobj", "nsubjpass"):
            home_taken_for_object(token)
        if token.is_noun and token.dep in ("dobj", "npadvmod"):
            twin_words(token, parse)
            summary_taken_for_object(token, parse)
        if token.is_noun and token.dep in ("advcl", "ccomp", "dep") and token.children:
            subject_taken_for_clause(token)
            object_taken_for_clause(token)
        if token.tag in ("VBP", "VB") and token.dep in ("ccomp", "xcomp"):
            subject_taken_for_part(token, parse)
        if token.dep == "ROOT" and token.tag[0] == "V":
            condition_taken_for_main(token)
            main_clause_under_its_aside(token)
            subject_taken_into_opener(token, parse)
            participle_taken_for_main(token, parse)
        if token.tag[0] == "V" and len(token.kids("nsubj")) > 1:
            first_of_two_clauses(token, parse)
        if token.tag[0] == "V" and len(token.kids("nsubj")) > 1:
            two_subjects(token)
    for token in parse.tokens:
        if token.tag in _MARKS:
            continue
        if token.lower == "it" and token.dep in ("nsubj", "nsubjpass", "expl") and token.i > 1:
            set_in(token, parse)
        if token.lower == "persona":
            _persona_taken_for_verb(token, parse)
        if token.lemma in _GIVING and token.tag[0] == "V":
            _receiver_taken_for_modifier(token, parse)
            two_things_given(token)
        if token.tag == "VBG" and token.dep == "advcl" and token.lemma in _ADDRESSING and token.head.lemma == "be":
            _speaker_goes_on(token, parse)
        if token.lemma in _CALLING and token.tag[0] == "V":
            judgement_taken_for_head(token)
            name_branded_for_object(token)
        if token.lemma in _TELLING and token.tag[0] == "V":
            _words_told_taken_for_relative(token)
        if token.lemma in _SAYING and token.tag in _FINITE and token.i > 3:
            _speaker_taken_into_clause(token, parse)
            speaker_cut_in_two(token, parse)
            speaker_taken_for_apposition(token, parse)
            object_taken_for_speaker(token, parse)
        if token.lemma in _ASSERTING and token.tag in _FINITE:
            words_told_behind_time(token)
        if token.dep == "ROOT" and token.tag in _FINITE and token.i > 5:
            _subject_taken_into_insertion(token, parse)
        if token.dep == "acl" and token.tag == "VBD" and token.head.head is token.head and not is_headline_passive(token, parse):
            _main_verb_taken_for_participle(token)
        if token.dep == "appos" and token.tag == "NNP":
            _name_taken_for_apposition_of_country(token, parse)
            _list_taken_for_apposition(token, parse)
        if token.tag == "NNP" and _DEMONYM.search(token.text) and token.kids("cc") and token.kids("conj"):
            _demonym_taken_for_head(token)
        if token.dep == "conj" and token.head.dep == "appos":
            _office_joined_to_name(token)
        if token.dep in ("nsubj", "nsubjpass") and token.tag in ("VBD", "VBN"):
            _participle_taken_for_subject(token)

    if parse.tokens:
        opener_taken_into_subject(parse.tokens[0])


def _deed_taken_for_purpose(verb: Token) -> None:
    """"prevail upon Canada to relent": what somebody is brought to do, not what for."""
    if any(p.lower in ("on", "upon", "with") for p in verb.head.kids("prep")):
        verb.dep = "xcomp"
        for particle in verb.kids("aux"):
            particle.retag("TO" if particle.lower == "to" else particle.tag)


def _last_taken_for_subject(last: Token) -> None:
    """"The two last sat down in Jakarta": the number before *last* is who sat, and *last* says when."""
    count = next((c for c in last.kids("nummod", "compound", "nmod") if c.i == last.i - 1), None)
    verb = last.head
    if count is None or verb.i != last.i + 1 or verb.tag not in _FINITE:
        return
    label = last.dep
    move(count, verb, label)
    for child in [c for c in last.children if c is not count]:
        move(child, count, child.dep)
    last.dep = "advmod"
    last.retag("RB")


def _is_thing(word: Token) -> bool:
    return any(c.i < word.i for c in word.kids("det", "poss")) and not word.child("dobj", "aux", "nsubj")


def _clause_taken_for_phrase(mark: Token, parse: Parse) -> None:
    """"came three days after the envoy, X, asked Cairo": *after the envoy* is no phrase where a finite verb without a subject follows."""
    noun = mark.child("pobj")
    governor = mark.head
    if noun is None or noun.i < mark.i:
        return
    for verb in parse.tokens[noun.i + 1 :]:
        if verb.tag not in _FINITE or verb.dep not in ("conj", "ccomp", "dep", "advcl", "ROOT") or verb is governor:
            continue
        if verb.kids("nsubj", "nsubjpass", "expl") or any(c.dep == "cc" and c.i > mark.i for c in verb.head.children if verb.dep == "conj" and c.i < verb.i):
            return
        if verb.dep == "ROOT" or verb.head.i > mark.i or any(a is verb for a in governor.ancestors()):
            return
        move(verb, governor, "advcl")
        move(noun, verb, "nsubj")
        move(mark, verb, "mark")
        return


def _month_taken_for_name(opener: Token, parse: Parse) -> None:
    """"In May Somalia boycotted": the month is the phrase, the name behind it the subject of the verb that follows."""
    tokens = [parse.tokens[0], *(t for t in parse.tokens[1:] if t.i > 1 or t.lower not in _PART)]
    if len(tokens) < 4 or tokens[1].lower not in _CALENDAR:
        return
    month = tokens[1]
    noun = month.head
    if month.dep in ("nmod", "compound", "npadvmod") and opener.child("pobj") is None and noun.is_noun and noun.dep in ("nsubj", "nsubjpass", "poss"):
        # "In June Chad's army said"
        move(month, opener, "pobj")
        for part in [c for c in noun.children if c.i < month.i]:
            move(part, month, part.dep)
        return
    if month.dep != "compound" or noun.head is not opener or noun.dep != "pobj":
        return
    verb = next((t for t in tokens[noun.i + 1 :] if t.tag in _FINITE), None)
    if verb is None or verb.kids("nsubj", "nsubjpass") or verb.i - noun.i > 3:
        return
    passive = verb.child("auxpass") is not None
    move(noun, verb, "nsubjpass" if passive else "nsubj")
    move(month, opener, "pobj")


def _persona_taken_for_verb(persona: Token, parse: Parse) -> None:
    """"declared the attache persona non grata and accused ...": the words name what he is declared to be, they are no clause."""
    following = [t.lower for t in parse.tokens[persona.i + 1 : persona.i + 3]]
    verb = persona.head
    if following != ["non", "grata"] or persona.tag[0] != "V" or verb is persona or verb.tag[0] != "V":
        return
    for child in list(persona.children):
        if child.dep == "nsubj":
            move(child, verb, "dobj")
        elif child.dep in ("conj", "cc", "advcl", "punct") and child.i > persona.i + 2:
            move(child, verb, child.dep)
    persona.dep, persona.lemma = "oprd", "persona"
    persona.retag("NN")


def _receiver_taken_for_modifier(verb: Token, parse: Parse) -> None:
    """"has given Ukraine tanks": a name between such a verb and a common noun is who receives, not a modifier."""
    given = verb.child("dobj")
    if given is None or given.tag not in ("NNS", "NN") or verb.child("dative"):
        return
    first = verb.i + 2 if verb.i + 1 < len(parse.tokens) and parse.tokens[verb.i + 1].lower == "the" else verb.i + 1
    if first >= given.i:
        return
    name = parse.tokens[first]
    while name.dep == "compound" and name.head is not given and name.head.i < given.i and name.head.tag[:3] == "NNP":
        name = name.head
    if name.tag == "NNP" and name.head is given and name.dep in ("compound", "nmod", "poss") and not name.child("case"):
        move(name, verb, "dative")


def _subject_taken_for_beneficiary(mark: Token, parse: Parse) -> None:
    """"an appeal by Scholz for Brazil to press Russia": the name between *for* and *to* does what the infinitive says; "a demand for the troops to go home"."""
    name = mark.child("pobj")
    if name is None or not (name.tag[:3] == "NNP" or (name.lemma in _DOERS and mark.head.lemma in _WISHED)):
        return
    last = max(t.i for t in name.subtree())
    if last + 2 >= len(parse.tokens) or parse.tokens[last + 1].tag != "TO":
        return
    verb = parse.tokens[last + 1].head
    if verb.tag != "VB" or verb.kids("nsubj", "nsubjpass") or any(a is mark for a in verb.ancestors()):
        return
    move(name, verb, "nsubj")
    move(mark, verb, "mark")


def _speaker_goes_on(verb: Token, parse: Parse) -> None:
    """"said the results were hard to believe, accusing Caracas of fraud": who says so accuses, not the results."""
    clause = verb.head
    if clause.dep == "ccomp" and clause.head.lemma in _SAYING and clause.head.i < clause.i < verb.i and parse.tokens[verb.i - 1].text == ",":
        move(verb, clause.head, "advcl")


def _wish_taken_for_noun(verb: Token) -> None:
    """"demanded that Turkey apologise": behind *that* and a name, the last word of a clause without a verb is its verb."""
    name = next((c for c in verb.kids("compound") if c.i == verb.i - 1 and c.tag[:3] == "NNP"), None)
    that = next((m for m in verb.kids("mark", "advmod") if m.lower == "that"), None)
    if name is None or verb.kids("det", "poss", "nsubj", "aux", "cop") or that is None:
        return
    if that.dep == "advmod":
        that.dep = "mark"
        that.retag("IN")
    for c in [c for c in verb.kids("compound", "amod") if c is not name]:
        move(c, name, c.dep)
    name.dep = "nsubj"
    verb.retag("VB")


def _main_verb_taken_into_clause(verb: Token) -> None:
    """"denied that the army had attacked and accused the rebels": a plain past goes on with the verb of its own tense, not with *had attacked*.

    Nor does it go on with what is to be: "demanded that Eritrea pull out and accused it", "insists that Iran disarm and has threatened it".
    """
    inner = verb.head
    outer = inner.head
    if inner.dep != "ccomp" or not outer.is_verb or not outer.i < inner.i < verb.i or verb.kids("nsubj", "nsubjpass", "auxpass"):
        return
    perfect = any(a.lower in ("has", "have", "had") for a in verb.kids("aux"))
    spoken = verb.lemma in _ADDRESSING and not verb.kids("aux") and outer.tag == "VBD" and outer.lemma not in _ADDRESSING
    if spoken and verb.tag == "VBN" and inner.tag == "VBN" and any(a.lower == "had" for a in inner.kids("aux")):
        # "denied that its jets had strayed and called the account a lie"
        verb.retag("VBD")
    if (verb.kids("aux") and not perfect) or (verb.tag == "VBN" and not perfect):
        return
    if outer.tag == "VBG" and outer.dep == "advcl" and outer.head.tag == verb.tag and outer.head.i < outer.i:
        # "rejected the protest, saying that aircraft had crossed, and accused Tokyo"
        outer = outer.head
    # "said Iran was behind it and demanded an apology": who speaks goes on speaking
    goes_on = spoken and (inner.lemma == "be" or inner.tag == "VBG")
    if not _is_wish(inner) and not (goes_on and verb.tag == "VBD") and (perfect or outer.tag != verb.tag or inner.child("aux") is None):
        return
    rejoin(verb, outer)


def _is_wish(verb: Token) -> bool:
    """A clause in the subjunctive: "that Eritrea pull out", "that the army be paid"."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or verb.kids("aux"):
        return False
    bare = verb.tag == "VB" or (verb.tag == "VBP" and subject.tag in ("NN", "NNP") and not subject.kids("conj"))
    return bare or any(a.lower == "be" for a in verb.kids("auxpass"))


def _saying_set_behind(verb: Token, parse: Parse) -> None:
    """"There is no room for talks with Pakistan, India's minister said on Tuesday": who says it all, set behind with a comma."""
    subject = verb.child("nsubj")
    root = next((t for t in verb.ancestors() if t.dep == "ROOT"), None)
    if subject is None or root is None or not root.is_verb or subject.tag in ("WDT", "WP") or verb.kids("ccomp", "dobj", "xcomp", "cc", "mark"):
        return
    first = min(t.i for t in subject.subtree())
    last = max(t.i for t in verb.subtree())
    joined = any(c.i < verb.i for c in verb.head.kids("cc"))
    if joined or first < 2 or parse.tokens[first - 1].text not in (",", ",”", ",\"") or any(t.is_noun or t.is_verb for t in parse.tokens[last + 1 :]):
        return
    move(verb, root, "parataxis")


def _relative_taken_for_participle(verb: Token) -> None:
    """"the accord that Ethiopia and Somaliland signed": *that* is what they signed."""
    that = next((t for t in verb.kids("dobj") if t.lower == "that" and t.i < verb.i), None)
    if that is not None:
        verb.dep = "relcl"
        that.retag("WDT")


def _words_told_taken_for_relative(verb: Token) -> None:
    """"told a news conference that Riyadh would not sit with Iran": a clause with a subject of its own is what the hearer was told."""
    for hearer in verb.kids("dobj"):
        for clause in hearer.kids("relcl", "acl"):
            # "told a meeting of the League on Wednesday that Ethiopia had become": what stands between is the hearer's own, or the time
            marked = clause.dep == "acl" and clause.tag != "VB"
            that = next((t for t in clause.children if t.lower == "that" and (t.i == hearer.i + 1 or (marked and t.dep == "mark"))), None)
            if that is None or that.dep in ("nsubj", "nsubjpass") or not clause.kids("nsubj", "nsubjpass", "expl"):
                continue
            move(clause, verb, "ccomp")
            that.dep = "mark"
            that.retag("IN")


def _speaker_taken_into_clause(verb: Token, parse: Parse) -> None:
    """"..., its envoy for the Maghreb, Amar Belani, told the agency": a noun phrase between commas right before a verb of saying that has no
    subject is who says it."""
    if verb.kids("nsubj", "nsubjpass", "expl") or verb.kids("auxpass") or verb.dep in ("relcl", "acl"):
        return
    tokens = parse.tokens
    end = verb.i
    while tokens[end - 1].tag in ("RB", "MD") or tokens[end - 1].dep in ("aux", "auxpass"):
        end -= 1
    name: list[Token] = []
    if tokens[end - 1].text == ",":
        name = _segment(tokens, end - 1)
        if not name or any(t.tag != "NNP" for t in name):
            return
        end = name[0].i
        if tokens[end - 1].text != ",":
            return
        end -= 1
    words = _segment(tokens, end)
    if not words or words[0].lower in _BARRED or words[0].tag not in ("DT", "PRP$", "NNP", "JJ", "NN", "NNS", "CD", "NNPS"):
        return
    if not any(t.tag in _FINITE or t.tag == "MD" for t in tokens[: words[0].i]) or any(t.tag[0] == "V" and t.tag != "VBN" for t in words):
        return
    subject = next((t for t in words if t.tag[:2] == "NN" and (t.i + 1 == end or tokens[t.i + 1].tag in ("IN", "VBN"))), None)
    if subject is None or any(t.dep == "case" for t in subject.children):
        return
    move(subject, verb, "nsubj")
    if subject.head is verb and name and name[-1] is not subject:
        move(name[-1], subject, "appos")


def _segment(tokens: list[Token], end: int) -> list[Token]:
    """The words before a place, back to the comma before them; none where the sentence begins first."""
    start = end
    while start > 0 and tokens[start - 1].text != ",":
        start -= 1
        if end - start > 12:
            return []
    return tokens[start:end] if start > 0 else []


def _name_taken_for_apposition_of_country(name: Token, parse: Parse) -> None:
    """"the representative of the United States, Nikki Haley, called": the name is that of the office, not of the country."""
    country = name.head
    office = country.head.head if country.dep == "pobj" and country.head.lower == "of" else None
    if office is None or not office.is_noun or country.tag[:3] != "NNP" or not name.kids("compound") or name.kids("det", "prep"):
        return
    first = min(name.subtree(), key=lambda t: t.i)
    behind = parse.tokens[name.i + 1 : name.i + 2]
    if parse.tokens[first.i - 1].text == "," and behind and behind[0].text == ",":
        move(name, office, "appos")


def _main_verb_taken_for_participle(verb: Token) -> None:
    """"The Russian side called upon Ankara to yield.": a plain past behind the noun that stands for the sentence is its verb."""
    noun = verb.head
    if not noun.is_noun or noun.i > verb.i or verb.kids("nsubj", "nsubjpass") or any(c.is_verb for c in noun.children if c is not verb):
        return
    later = [c for c in noun.children if c.i > verb.i]
    noun.children = [c for c in noun.children if c.i < verb.i]
    verb.head, verb.dep = verb, "ROOT"
    for child in later:
        child.head = verb
    noun.head, noun.dep = verb, "nsubj"
    verb.children = sorted([noun, *verb.children, *later], key=lambda c: c.i)


def _stance_taken_for_passive(word: Token) -> None:
    """"Serbia is opposed to the plan": how it stands to it, nothing that was done to Serbia."""
    word.lemma = "opposed"
    word.retag("JJ")
    copula = word.child("auxpass")
    if copula is not None and word.dep == "ROOT":
        promote(copula, "acomp")
        for c in [c for c in word.children if c.i < copula.i or c.dep in ("punct", "neg", "advcl")]:
            move(c, copula, "nsubj" if c.dep == "nsubjpass" else c.dep)


def _part_taken_for_object(part: Token, parse: Parse) -> None:
    """"urged the FARC to free its hostages, three Americans among them": some of those named before the comma, no second object."""
    first = min(t.i for t in part.subtree())
    if part.dep not in ("dobj", "conj", "npadvmod", "dep", "appos") or first < 2 or parse.tokens[first - 1].text != ",":
        return
    whole = parse.tokens[first - 2]
    while not (whole.is_noun and whole.dep in ("dobj", "nsubjpass", "pobj", "nsubj")) and whole.head is not whole and whole.head.i < first:
        whole = whole.head
    if whole.is_noun and whole is not part.head:
        move(part, whole, "appos")


def _subject_taken_into_insertion(verb: Token, parse: Parse) -> None:
    """"President Bush, it was learned, telephoned Gorbachev": what stands before the clause set in is the subject of the verb behind it."""
    tokens = parse.tokens
    clause = next((c for c in verb.kids("ccomp", "parataxis") if c.i < verb.i and tokens[c.i + 1].text == ","), None)
    it = clause.child("nsubj", "nsubjpass") if clause is not None else None
    if clause is None or it is None or it.lower != "it" or it.i < 2 or verb.kids("nsubj", "nsubjpass") or tokens[it.i - 1].text != ",":
        return
    subject = tokens[it.i - 2]
    if subject.is_noun and subject.head is clause:
        move(subject, verb, "nsubj")
        clause.dep = "parataxis"


def _list_taken_for_apposition(name: Token, parse: Parse) -> None:
    """"the ministers of Fiji, Tonga and Samoa met", "of the Republic of Kenya, the United Republic of Tanzania and ...": names of a list, where
    no comma closes an apposition."""
    office = name.head
    behind_of = [p for q in office.kids("prep") if q.lower == "of" and q.i < name.i for p in q.kids("pobj")] if office.is_noun else []
    first = office if office.dep == "pobj" and office.is_proper else behind_of[-1] if behind_of else None
    others = name.kids("conj")
    if first is None or not first.is_proper or not others or not name.kids("cc") or (name.kids("compound", "det", "prep") and name.lower not in _REALMS):
        return
    last = others[-1]
    end = max(t.i for t in last.subtree())
    between = parse.tokens[max(t.i for t in first.subtree() if t.i < name.i) + 1 : min(t.i for t in name.subtree())]
    behind = parse.tokens[end + 1 : end + 2]
    if [t.text for t in between if t.text != ","] or not last.is_proper or (behind and behind[0].text == ","):
        return
    move(name, first, "conj")


def _office_joined_to_name(office: Token) -> None:
    """"the minister of Kenya, Musalia Mudavadi, and the minister of Uganda, Jeje Odongo, met": the second office goes with the first, not with the name."""
    name = office.head
    if name.dep == "appos" and name.is_proper and name.head.is_noun and office.kids("det") and office.is_noun and name.head is not name:
        for joint in name.kids("cc"):
            move(joint, name.head, "cc")
        move(office, name.head, "conj")


def _participle_taken_for_subject(participle: Token) -> None:
    """"Talks between Chad and Sudan set for May were called off": the subject is the noun that the participle tells of."""
    noun = participle.child("nsubj", "nsubjpass")
    verb = participle.head
    if noun is None or not noun.is_noun or noun.i > participle.i or not verb.is_verb or participle.kids("aux", "auxpass"):
        return
    dep = participle.dep
    move(noun, verb, dep)
    if noun.head is verb:
        move(participle, noun, "acl")
        participle.retag("VBN")


def _demonym_taken_for_head(first: Token) -> None:
    """"The Kenyan and Ugandan Ministers expressed": both names stand before the noun that the parser joined to the second."""
    noun = first.kids("conj")[0]
    second = next((c for c in noun.kids("compound", "amod", "nmod") if c.i == noun.i - 1 and _DEMONYM.search(c.text)), None)
    if noun.tag == "NNP" and not noun.lower.endswith("s"):
        # "Iran and Saudi Arabia"
        return
    if second is None or second.i != first.i + 2 or noun.tag not in ("NNS", "NNPS", "NNP", "NN") or noun.head is not first or first.head is first:
        return
    head, dep = first.head, first.dep
    first.children = [c for c in first.children if c is not noun]
    head.children = sorted([*[c for c in head.children if c is not first], noun], key=lambda c: c.i)
    noun.head, noun.dep = head, dep
    if noun.is_proper:
        # capitals of protocol
        noun.retag("NNS" if noun.lower.endswith("s") else "NN")
        noun.lemma = noun.lower.removesuffix("s")
    noun.children.append(first)
    for child in [c for c in first.children if c.dep in ("det", "poss")]:
        move(child, noun, child.dep)
    first.head, first.dep = noun, "amod"
    second.dep = "conj"
    noun.children = sorted([c for c in noun.children if c is not second], key=lambda c: c.i)
    second.head = first
    first.children = sorted([*first.children, second], key=lambda c: c.i)
