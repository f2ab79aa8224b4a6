"""Whether an act is drawn into a field of private life by what stands in it: "Japan agreed terms with a new coach", "Paris rejected the bid for its store".

States and capitals lend their names to teams and cities. A noun of sport, culture or trade for a side or an object of the act (list ``private`` of
``figurative.yml``) tells that this is so, as long as nothing else in the sentence is of politics: no word of ``stage``, no official, body, armed
group or organisation that the codebook names. In acts of force such nouns count as doers alone: a singer may be arrested.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

from dragoman.code import grammar
from dragoman.code.contexts import Figures
from dragoman.code.frames import Act, FrameIndex
from dragoman.code.names import Hit
from dragoman.engine.parse import Parse, Token

_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AID", "COOPERATE"})
# acts that private people and things suffer or receive: there only private doers tell of private life
_WHERE = frozenset("in at near inside outside on from after before during since by".split())
# what stands behind these is the scene: a summit may be held in a theatre; but what is told after a match is told of sport
_ON_STAGE = frozenset({"body", "holder", "person", "party", "seat"})
_OWNERS = frozenset({"organisation", "group", "ngo"})
# entries and files of the codebook that are of politics by themselves, where states, firms and outlets are not


class Stage:
    """A sentence, and whether politics is on its stage. Looked at only where an act asks."""

    def __init__(self, parse: Parse, hits: Iterable[Hit], index: FrameIndex, figures: Figures, told: Callable[[], Collection[str]]) -> None:
        """
        Args:
            parse: the sentence.
            hits: names of the codebook in it.
            index: the frames and the codebook.
            figures: finds the codebook's ``stage`` words.
            told: codes of the parties that the article has named so far, other than by capitals.
        """
        self.parse = parse
        self.hits = tuple(hits)
        self.codebook = index.codebook
        self._index = index
        self._told = told
        self._figures = figures

    @cached_property
    def is_political(self) -> bool:
        """Whether the sentence names an official, a body, an armed group or an organisation, or has another word of politics."""
        return self.is_political_beside(())

    @cached_property
    def _is_named(self) -> bool:
        entries = (e for h in self.hits for e in h.entries if e.code not in self.codebook.figurative.offstage)
        return any(e.kind in _ON_STAGE or e.owner in _OWNERS for e in entries)

    @cached_property
    def told(self) -> Collection[str]:
        """Codes of the parties that the article has named so far, other than by capitals."""
        return self._told()

    def is_political_beside(self, words: Collection[str]) -> bool:
        """Whether politics is on the stage even without some words: no queen reigns by a beauty queen."""
        return self._is_named or self._figures.is_political(self.parse, words)

    def names_act(self, noun: Token) -> bool:
        """Whether some frame knows the noun: what it names is done between parties."""
        return noun.is_noun and bool(self._index.at(noun))


def private_matter(act: Act, stage: Stage) -> str | None:
    """The field of private life that draws an act in; None if none does."""
    if act.type == "PROTEST" or act.trigger is None:
        return None
    lists = stage.codebook.figurative
    for word in nouns_of(act, force=act.type in _FORCE):
        names = {word.lemma, word.lower, *(f"{c.lower} {word.lemma}" for c in word.kids("compound", "amod"))}
        is_scene = word.dep == "pobj" and word.head.lower in _WHERE
        for field, nouns in lists.private.items():
            found = names & nouns
            if not found or (field in lists.touches and (is_scene or act.type not in lists.touches[field])):
                continue
            if not stage.is_political_beside({w for name in found if " " in name for w in name.split()}):
                return f"«{word.text}» makes it a matter of {field}"
    return None


def nouns_of(act: Act, *, force: bool = False) -> Iterator[Token]:
    """Heads of what does the act and, but for acts of force, of what it is done to, with, for or about."""
    for word in filter(None, (act.trigger, act.support)):
        if word.is_verb:
            yield from grammar.subjects(word)
            if word.dep in ("ccomp", "parataxis"):
                # whose words they are
                yield from word.head.kids("nsubj")
        if force:
            continue
        objects = [o for verb in (word, *word.kids("xcomp")) for o in verb.kids("dobj", "dative", "attr", "oprd")]
        yield from objects
        if word.is_verb:
            for clause in word.kids("ccomp"):
                # what the words are about: "protested that the pitch was unplayable"
                yield from clause.kids("nsubj", "nsubjpass", "dobj")
        near = [n for holder in (word, *objects) for n in _behind(holder)]
        yield from near
        for noun in near:
            yield from _behind(noun)


def _behind(holder: Token) -> Iterator[Token]:
    """Nouns behind a word's prepositions."""
    for preposition in holder.kids("prep", "agent", "dative"):
        yield from preposition.kids("pobj")
