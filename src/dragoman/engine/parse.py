"""A parsed sentence in a form of our own, so that nothing outside the engine depends on spaCy.

Labels are those of the CLEAR style that spaCy's English models use (nsubj, dobj, pobj, prep, agent, relcl ...) and Penn Treebank tags.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import Final

_start = attrgetter("start")


@cache
def _classes(tag: str) -> tuple[bool, bool, bool]:
    """Whether a tag is a verb's or modal's, a noun's, a proper noun's."""
    return tag[0] == "V" or tag == "MD", tag[:2] == "NN", tag[:3] == "NNP"


class Token:
    """One word: its form, its place in the article's text, and its place in the tree."""

    __slots__ = ("children", "dep", "end", "head", "i", "is_noun", "is_proper", "is_verb", "lemma", "lower", "start", "tag", "text")

    def __init__(self, i: int, text: str, lemma: str, tag: str, dep: str, start: int) -> None:
        self.i = i
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.tag: Final = tag
        # a Penn tag; written by retag alone, which mypy sees to
        self.is_verb, self.is_noun, self.is_proper = _classes(tag)
        # verb or modal; noun, common or proper; proper noun: told by the tag, and asked for far more often than it changes
        self.dep = dep
        self.start = start
        # in characters of the article's text, half-open
        self.end = start + len(text)
        self.head: Token = self
        self.children: list[Token] = []

    def __repr__(self) -> str:
        return f"<{self.text}/{self.tag}/{self.dep}>"

    def retag(self, tag: str) -> None:
        """Give the word another Penn tag."""
        self.tag = tag  # type: ignore[misc]
        self.is_verb, self.is_noun, self.is_proper = _classes(tag)

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these labels."""
        for c in self.children:
            if c.dep in deps:
                return c
        return None

    def kids(self, *deps: str) -> list[Token]:
        """All children with one of these labels, in order."""
        found = []
        # a loop: of the one or two children that most words have, a comprehension costs more than it saves
        for c in self.children:
            if c.dep in deps:
                found.append(c)
        return found

    def subtree(self) -> Iterator[Token]:
        """The token and all below it, in no promised order."""
        stack = [self]
        while stack:
            t = stack.pop()
            yield t
            stack += t.children

    def ancestors(self) -> Iterator[Token]:
        """The heads above the token, nearest first."""
        t = self
        while t.head is not t:
            t = t.head
            yield t

    def span(self) -> tuple[int, int]:
        """Characters that the subtree covers, from its first word to its last."""
        if not self.children:
            return self.start, self.end
        tokens = list(self.subtree())
        return min([t.start for t in tokens]), max([t.end for t in tokens])


class Parse:
    """The tokens of one sentence with their tree."""

    __slots__ = ("_forms", "_words", "end", "facts", "start", "tokens")

    def __init__(self, tokens: list[Token], start: int, end: int) -> None:
        self.tokens = tokens
        self.start = start
        self.end = end
        self.facts: dict[str, object] = {}
        # what is asked of the sentence again and again, by the name of the question
        self._words: frozenset[str] | None = None
        self._forms: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The words in lower case. Put together when first asked for, which the engine, as it mends the tree, does not."""
        if self._words is None:
            self._words = frozenset([t.lower for t in self.tokens])
        return self._words

    @property
    def forms(self) -> frozenset[str]:
        """The words in lower case and their dictionary forms."""
        if self._forms is None:
            self._forms = self.words.union([t.lemma for t in self.tokens])
        return self._forms

    def extend(self, other: Parse) -> None:
        """Take in the words of what follows: two clauses of a headline, each with a root of its own."""
        for token in other.tokens:
            token.i += len(self.tokens)
        self.tokens = [*self.tokens, *other.tokens]
        self.end = other.end

    def at(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap a half-open span of characters of the article's text."""
        tokens = self.tokens
        i = bisect_right(tokens, start, key=_start)
        if i and tokens[i - 1].end > start:
            i -= 1
        out = []
        while i < len(tokens) and tokens[i].start < end:
            out.append(tokens[i])
            i += 1
        return out
