"""What the words of a sentence must be for a frame to fire in it, told without a parse. The gate asks it of raw words, the matcher of lemmas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.codebook.schema import Frame

_PREPOSITIONS = frozenset(
    """about above across after against along among around as at before behind below between by during for from in inside into of off on onto
    out outside over through to toward towards under until up upon via with within without ahead alongside""".split()
)
# slots named so are phrases that the preposition opens


_MARKS = re.compile("[\"\u201c\u201d\u2018]|(?<!\\w)'|'(?= )")
# quotation marks, not apostrophes


def unmarked(lower: str) -> str:
    """A text with itself without quotation marks behind it: phrases run across them ("would pay 'a heavy price'")."""
    bare = _MARKS.sub("", lower)
    return lower if bare == lower else f"{lower}\n{bare}"


@dataclass(frozen=True, slots=True)
class Demand:
    """What must stand in a sentence beside a frame's trigger: of every set at least one word, and of the phrases one."""

    words: tuple[frozenset[str], ...]
    phrases: tuple[str, ...]

    def met(self, forms: frozenset[str], lower: str) -> bool:
        """Whether the words (all dictionary forms and forms) and the text in lower case hold it."""
        for words in self.words:
            if forms.isdisjoint(words):
                return False
        # a loop: a generator would cost more than it finds
        for phrase in self.phrases:
            if phrase in lower:
                return True
        return not self.phrases


class Choices:
    """The demands of a trigger's frames, found by the words of a sentence: of 37 frames of "call" few need be asked."""

    def __init__(self, demands: Sequence[Demand]) -> None:
        self._demands = demands
        self._always: list[int] = []
        # those that ask for no word, only perhaps for a phrase
        self._by_word: dict[str, list[int]] = {}
        for place, demand in enumerate(demands):
            if not demand.words:
                self._always.append(place)
            for word in min(demand.words, key=len, default=()):
                self._by_word.setdefault(word, []).append(place)

    def met(self, forms: frozenset[str], lower: str) -> list[int]:
        """The places of the demands that a sentence meets, in order; as of :meth:`Demand.met`."""
        places = set(self._always)
        for word in self._by_word.keys() & forms:
            places.update(self._by_word[word])
        return [place for place in sorted(places) if self._demands[place].met(forms, lower)]


def demand_of(frame: Frame) -> Demand:
    """What a frame asks for."""
    words: list[frozenset[str]] = []
    if frame.particle is not None:
        words.append(frozenset(p.strip() for p in frame.particle.split(",")))
    for lemmas in frame.words.values():
        if any(w.isupper() for w in lemmas):
            # PARTY, PERSON, PEOPLE, CROWD and the like: no word of their own
            continue
        words.append(lemmas | {part for lemma in lemmas if "-" in lemma for part in lemma.split("-")})
    words += [frozenset({w}) for slot in (*frame.words, *frame.needs) for w in slot.split() if slot.split()[0] in _PREPOSITIONS]
    return Demand(tuple(words), tuple(p.lower() for p in frame.phrase))
