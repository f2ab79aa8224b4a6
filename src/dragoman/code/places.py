"""Where an act or meeting took place: the place phrases that hang on its words, told apart from who acts."""

from __future__ import annotations

from dragoman.code.draft import Draft, Line
from dragoman.code.noun_phrases import left_edge, words_between
from dragoman.code.place import gazetteer, host_of
from dragoman.engine.parse import Token
from dragoman.model import Place

_AT = ("in", "at", "near", "outside", "inside", "across", "around")
_TOWARDS = ("to", "for", "into", "on")
_MOTION = frozenset("visit travel fly go arrive head trip tour return come move invitation reconvene pay".split())


def place_near(draft: Draft, line: Line, word: Token) -> Place | None:
    """The place of an act: an in- or at-phrase on its word or on the verb that carries it; with motion, where it leads.

    Args:
        draft: the article.
        line: the sentence.
        word: the act's word.
    """
    assert line.parse is not None
    near = draft.codes()
    for name in word.kids("compound"):
        # "the Jeddah talks", "the Geneva conference"
        found = named_place(draft, line, name, near) if word.is_noun else None
        if found is not None and found.lat is not None:
            return found
    heads = [word, *([word.head] if word.head.is_verb and word.head is not word else []), *word.kids("acl", "relcl")]
    for head in heads:
        for preposition in head.kids("prep"):
            wanted = _AT if head.lemma not in _MOTION else (*_AT, *_TOWARDS)
            if preposition.lower not in wanted:
                continue
            for noun in preposition.kids("pobj"):
                found = named_place(draft, line, noun, near)
                if found is not None:
                    return found
    return host_of(line.sentence.text, near=near) if "-hosted" in line.sentence.text else None


def named_place(draft: Draft, line: Line, noun: Token, near: frozenset[str]) -> Place | None:
    """The gazetteer's place for a noun phrase; None where the phrase is a time, a thing or an unknown name."""
    assert line.parse is not None
    if not noun.is_proper and not noun.text[:1].isupper():
        return None
    if any(w.start <= noun.start - line.sentence.start < w.end for w in line.times):
        return None
    edge = left_edge(noun, line.parse)
    while edge < noun.i and line.parse.tokens[edge].tag in ("DT", "JJ", "CD") and not line.parse.tokens[edge].text[:1].isupper():
        edge += 1
    while True:
        found = gazetteer().lookup(words_between(line.parse, edge, noun.i), near=near)
        if found is not None or edge >= noun.i:
            return found
        edge += 1
