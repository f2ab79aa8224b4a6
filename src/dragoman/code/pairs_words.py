"""A passage with two mentions as the numbers that the pair model reads: WordPiece (Wu et al., 2016) with a mark around each mention.

Of a long passage only the words around and between the mentions are kept: what one party does to another is told there, and the model
is the faster for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]

SOURCE, SOURCE_END, TARGET, TARGET_END = 1, 2, 3, 4
# BERT's unused places 0 to 3, trained as the marks of the two mentions
_BEFORE, _AFTER, _AFTER_ALONE = 10, 16, 30
# pieces kept before the first and after the second mention; after one that stands alone
_GAP, _GAP_START, _GAP_END = 40, 25, 15
# longer stretches between the mentions lose their middle
_NAME, _NAME_START, _NAME_END = 8, 5, 3
# and so do long names
_LONGEST = 100
# characters of a word beyond which WordPiece gives up
_WORDS = re.compile(r"[^\W_]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Mentions:
    """A passage and where its two mentions stand; None where one was not found."""

    text: str
    source: Span | None
    target: Span | None


class WordPieces:
    """Cuts words into the pieces of a BERT vocabulary, lower case and without accents."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._of = {piece: i for i, piece in enumerate(vocabulary)}
        self._unknown = self._of["[UNK]"]
        self._start, self._end = self._of["[CLS]"], self._of["[SEP]"]
        self._known: dict[str, tuple[int, ...]] = {}

    def cut(self, text: str) -> list[int]:
        """The pieces of a stretch of text."""
        plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
        return [piece for word in _WORDS.findall(plain) for piece in self._word(word)]

    def _word(self, word: str) -> tuple[int, ...]:
        if word not in self._known:
            self._known[word] = self._pieces(word)
        return self._known[word]

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The longest known piece first, from the left."""
        out: list[int] = []
        start = 0
        while start < len(word):
            lead = "##" if start else ""
            end = next((e for e in range(len(word), start, -1) if lead + word[start:e] in self._of), None)
            if end is None or len(word) > _LONGEST:
                return (self._unknown,)
            out.append(self._of[lead + word[start:end]])
            start = end
        return tuple(out)

    def encode(self, mentions: Mentions) -> list[int]:
        """The passage as piece numbers, its mentions marked."""
        sides = sorted(
            (span, first, last)
            for span, first, last in ((mentions.source, SOURCE, SOURCE_END), (mentions.target, TARGET, TARGET_END))
            if span is not None
        )
        out: list[int] = []
        at = 0
        for n, ((start, end), first, last) in enumerate(sides):
            gap = self.cut(mentions.text[at:start])
            out += _middle_out(gap, _GAP, _GAP_START, _GAP_END) if n else gap[-_BEFORE:]
            out += [first, *_middle_out(self.cut(mentions.text[start:end]), _NAME, _NAME_START, _NAME_END), last]
            at = end
        out += self.cut(mentions.text[at:])[: _AFTER if len(sides) == 2 else _AFTER_ALONE]
        return [self._start, *out, self._end]


def _middle_out(pieces: list[int], most: int, start: int, end: int) -> list[int]:
    return pieces if len(pieces) <= most else pieces[:start] + pieces[-end:]


def find_mentions(text: str, actor: str, recipient: str, marked: str | None = None) -> Mentions:
    """Where two mentions stand: where they are tagged, else where their words stand; of several places the two that lie closest."""
    sources, targets = _places(text, actor, marked, "s"), _places(text, recipient, marked, "t")
    both = [(s, t) for s in sources for t in targets if s[1] <= t[0] or t[1] <= s[0]] or [
        (s, t) for s in sources for t in targets
    ]
    if both:
        return Mentions(text, *min(both, key=lambda pair: abs(pair[0][0] - pair[1][0])))
    return Mentions(text, next(iter(sources), None), next(iter(targets), None))


_TAG = re.compile(r"</?[st]>")


def _places(text: str, words: str, marked: str | None, tag: str) -> list[Span]:
    if marked is not None and _TAG.sub("", marked) == text:
        found = [(m.start(), m.end()) for m in re.finditer(rf"<{tag}>.*?</{tag}>", marked, re.DOTALL)]
        if found:
            return [(_untagged(marked, start), _untagged(marked, end)) for start, end in found]
    return list(_all(text, words))


def _untagged(marked: str, at: int) -> int:
    """A place in tagged text, counted without the tags."""
    return len(_TAG.sub("", marked[:at]))


def _all(text: str, words: str) -> Iterable[Span]:
    """Every place of the words, as whole words where they stand so anywhere."""
    if not words.strip():
        return []
    places = [(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]
    whole = [p for p in places if not (text[p[0] - 1 : p[0]].isalnum() or text[p[1] : p[1] + 1].isalnum())]
    return whole or places
