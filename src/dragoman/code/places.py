"""Where an act or meeting took place: the place phrases that hang on its words, told apart from who acts.

A capital in subject or object place is a government and is not looked at; after *in*, *at*, *near* it is a place, and after a verb of motion
where that leads ("flew to Moscow", "a visit to Brazil"). Names that several places bear are told apart by the parties named so far.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.code.draft import Draft, Line
from dragoman.code.frames import Act
from dragoman.code.noun_phrases import left_edge, words_between
from dragoman.code.place import capital_of, fold, gazetteer, host_of
from dragoman.engine.parse import Token
from dragoman.model import Place

_AT = ("in", "at", "near", "outside", "inside", "across", "around", "off", "aboard")
_TOWARDS = ("to", "for", "into", "on")
_MOTION = frozenset(
    """visit travel fly go arrive head trip tour return come move invitation reconvene pay leave depart send deploy dispatch ship truck deliver
    stopover journey welcome""".split()
)
_PHYSICAL = frozenset({"PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "AID", "CONSULT", "RETREAT"})
# acts of the body: what stands behind their object, or is their object, may tell where they took place
_SENT = frozenset({"AID", "MOBILIZE", "CONSULT"})
_STRUCK = frozenset({"ASSAULT", "COERCE"})


def place_of(draft: Draft, line: Line, act: Act) -> Place | None:
    """Where an act took place.

    Args:
        draft: the article.
        line: the sentence.
        act: the act, with its word and the verb that carries it.

    Returns:
        The place told by a phrase of the act's own clause; None where none is told.
    """
    if act.trigger is None or line.parse is None:
        return None
    heads = _distinct([act.trigger, *([act.support] if act.support else []), *_carriers(act.trigger)])
    physical = act.type in _PHYSICAL
    towards = act.type in _SENT or act.frame.mode == "visit"
    told = next((p for p in _phrases(draft, line, heads, towards=towards) if physical or p.lat is not None), None)
    if not physical or (told is not None and told.lat is not None):
        return told
    if told is None and line.times:
        told = next(iter(_phrases(draft, line, _days(line, heads), towards=False)), None)
        if told is not None and told.lat is not None:
            return told
    objects = [t for head in heads for t in (*head.kids("dobj", "nsubjpass"), *[p for q in head.kids("prep") for p in q.kids("pobj")])]
    bodies = [t for head in heads for t in head.kids("nsubj") if not t.is_proper]
    # "Police in Nairobi arrested"
    closer = next((p for p in _phrases(draft, line, [*objects, *bodies], towards=False) if p.lat is not None), None)
    if told is not None or closer is not None:
        return finer(told, closer)
    near = draft.codes()
    struck = [t for head in heads for t in head.kids("dobj", "nsubjpass")] if act.type in _STRUCK else []
    for token in struck:
        found = named_place(draft, line, token, near)
        if found is not None:
            return found
    return _hosted(draft, line) if act.type == "CONSULT" else None


def place_near(draft: Draft, line: Line, word: Token) -> Place | None:
    """The place of a meeting: an in- or at-phrase on its word or on the verb that carries it; with motion, where it leads.

    Args:
        draft: the article.
        line: the sentence.
        word: the meeting's noun or verb.
    """
    assert line.parse is not None
    near = draft.codes()
    if word.is_noun:
        for name in word.kids("compound", "nmod", "poss"):
            # "the Jeddah talks", "the Geneva conference", "Wednesday's Cairo meeting"
            found = named_place(draft, line, name, near)
            if found is not None and found.lat is not None and name.dep != "poss":
                return found
    behind = [c for q in word.kids("prep") for n in q.kids("pobj") for c in n.kids("acl")] if word.is_noun else []
    # "talks between the two planned for May in Oslo": the parser hangs the clause on the nearest noun
    over = word.head.head.head.head if word.dep == "pobj" and word.head.lower == "of" and word.head.head.dep == "pobj" else None
    # "signed in Oslo at the end of the third round"
    heads = _distinct([word, *_carriers(word), *word.kids("acl", "relcl"), *behind, *([over] if over is not None and over.is_verb else [])])
    for place in _phrases(draft, line, heads, towards=False):
        return place
    for place in _phrases(draft, line, _days(line, heads), towards=False):
        # "planned for Saturday in Niamey"
        return place
    here = _here(draft, line, heads)
    if here is not None:
        return here
    for clause in [h for head in heads for h in head.kids("acomp", "xcomp", "advcl") if head.is_verb]:
        # "is due in Ankara", "are set to meet in Cairo"
        for place in _phrases(draft, line, [clause], towards=False):
            return place
    visited = _visited(draft, line, word, near)
    if visited is not None:
        return visited
    # the parser often hangs the phrase on the other side ("met his counterparts in Ankara")
    others = [t for head in heads if head.is_verb for t in (*head.kids("dobj"), *[p for q in head.kids("prep", "agent") for p in q.kids("pobj")])]
    others += [p for q in word.kids("prep") if word.is_noun for p in q.kids("pobj")]
    for place in _phrases(draft, line, [c for t in others for c in (t, *t.kids("conj", "appos"))], towards=False):
        if place.lat is not None:
            return place
    return _hosted(draft, line) or _unknown(draft, line, heads)


def _unknown(draft: Draft, line: Line, heads: Iterable[Token]) -> Place | None:
    """ "at Singha Durbar": a name behind *in*, *at* or *near* that neither gazetteer nor codebook knows is a place all the same."""
    assert line.parse is not None
    known = {t.i for h in line.hits for t in line.parse.at(h.start, h.end)}
    for head in heads:
        for preposition in _prepositions(head):
            for noun in preposition.kids("pobj") if preposition.lower in ("in", "at", "near") else ():
                dated = any(w.start <= noun.start - line.sentence.start < w.end for w in line.times)
                # two capitals look like a person, who would have an office
                told = any(m.party.code or (m.party.person and m.party.role) for m in draft.resolver.at(noun))
                if noun.is_proper and not dated and not told and noun.i not in known and not noun.text.isupper():
                    return Place(name=words_between(line.parse, left_edge(noun, line.parse), noun.i).removeprefix("the "), country=None, lat=None, lon=None)
    return None


def _days(line: Line, heads: Iterable[Token]) -> list[Token]:
    """The times in the phrases of these words: the parser hangs the place behind on them."""
    start = line.sentence.start
    near = [p for head in heads for q in _prepositions(head) for p in q.kids("pobj")] + [t for head in heads for t in head.kids("npadvmod")]
    return [t for t in near if any(w.start <= t.start - start < w.end for w in line.times)]


def _here(draft: Draft, line: Line, heads: Iterable[Token]) -> Place | None:
    """ "talks with her counterparts here on Thursday": the place of the dateline."""
    dateline = draft.article.dateline
    if dateline is None or not dateline.place:
        return None
    if not any(t.lower == "here" and t.tag == "RB" for head in heads for t in head.subtree()):
        return None
    return gazetteer().lookup(dateline.place.title() if dateline.place.isupper() else dateline.place, near=draft.codes())


def named_place(draft: Draft, line: Line, noun: Token, near: frozenset[str]) -> Place | None:
    """The gazetteer's place for a noun phrase; None where the phrase is a time, a thing or an unknown name."""
    assert line.parse is not None
    if not noun.is_proper and not noun.text[:1].isupper():
        return _capital(draft, noun) if noun.lemma == "capital" else None
    if any(w.start <= noun.start - line.sentence.start < w.end for w in line.times):
        return None
    edge = left_edge(noun, line.parse)
    while edge < noun.i and line.parse.tokens[edge].tag in ("DT", "JJ", "CD") and not line.parse.tokens[edge].text[:1].isupper():
        edge += 1
    while True:
        words = words_between(line.parse, edge, noun.i)
        found = gazetteer().lookup(words, near=near)
        if found is not None:
            # the article's spelling, where the gazetteer's differs by accents alone
            return replace(found, name=words) if fold(words) == fold(found.name) else found
        if edge >= noun.i:
            return None
        edge += 1


def _capital(draft: Draft, noun: Token) -> Place | None:
    """ "in the Gambian capital", "in France's capital", "in the capital of Peru"."""
    owners = [*noun.kids("amod", "poss", "compound", "nmod"), *[n for p in noun.kids("prep") if p.lower == "of" for n in p.kids("pobj")]]
    codes = {m.party.code for m in draft.resolver.mentions(owners) if m.party.code}
    return capital_of(next(iter(codes))) if len(codes) == 1 else None


def finer(a: Place | None, b: Place | None) -> Place | None:
    """The more exact of two places: a town before its country."""
    if a is None or b is None:
        return a or b
    return b if a.lat is None and b.lat is not None and a.country == b.country else a


def _distinct(tokens: Iterable[Token]) -> list[Token]:
    return list({t.i: t for t in tokens}.values())


def _carriers(word: Token) -> list[Token]:
    """The verb whose object, subject or phrase the word is: its place phrases are the act's own."""
    head = word.head
    if word.is_verb:
        # "are due to meet in Cairo", "In Geneva, the sides agreed to meet": the verb's own phrase comes first
        return [head] if word.dep in ("xcomp", "advcl") and word.tag == "VB" and head.is_verb and not word.kids("prep") else []
    if head is word:
        return []
    if head.is_verb:
        return [head]
    if word.dep == "pobj" and head.head.is_verb:
        return [head.head]
    return []


def _phrases(draft: Draft, line: Line, heads: Iterable[Token], *, towards: bool) -> Iterator[Place]:
    """Places told by the phrases of these words, in their order."""
    near = draft.codes()
    for head in heads:
        wanted = (*_AT, *_TOWARDS) if head.lemma in _MOTION or towards else _AT
        for preposition in sorted(_prepositions(head), key=lambda p: p.lower not in _AT if head.lemma not in _MOTION else p.lower != "to"):
            if preposition.lower not in wanted:
                continue
            for noun in preposition.kids("pobj"):
                found = named_place(draft, line, noun, near)
                if found is not None:
                    yield found


def _prepositions(head: Token) -> list[Token]:
    """A word's prepositions, also behind an adverb ("back to", "here in")."""
    return [*head.kids("prep"), *[p for a in head.kids("advmod", "prt") for p in a.kids("prep")]]


def _visited(draft: Draft, line: Line, word: Token, near: frozenset[str]) -> Place | None:
    """"visited Ankara", "toured the Baltic states": the object of a verb of motion."""
    if not word.is_verb or word.lemma not in ("visit", "tour", "reach"):
        return None
    for token in word.kids("dobj"):
        found = named_place(draft, line, token, near)
        if found is not None:
            return found
    return None


def _hosted(draft: Draft, line: Line) -> Place | None:
    return host_of(line.sentence.text, near=draft.codes()) if "hosted" in line.sentence.text else None
