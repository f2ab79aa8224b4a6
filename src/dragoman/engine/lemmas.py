"""Lemmas of single words from the model's own rule tables, without running a pipeline component over every token.

The tables (suffix rules, exceptions, index) are those of spaCy's rule lemmatiser; the look-up order is the same.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

LEMMATISED = ("verb", "noun", "adj", "adv")
# the word classes that the tables know
_KIND = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}
_AS_THEY_ARE = frozenset({"NNP", "VB", "VBP", "JJ", "NN"})
# tags of words that stand in their dictionary form


class _Class:
    """What the tables tell of one word class."""

    __slots__ = ("_by_last", "exceptions", "index")

    def __init__(self, rules: Sequence[Sequence[str]], exceptions: Mapping[str, Sequence[str]], index: frozenset[str]) -> None:
        self.exceptions = exceptions
        self.index = index
        self._by_last: dict[str, list[tuple[str, str]]] = {}
        # suffix rules by the last letter of the suffix: most words end in none of them
        for old, new in rules:
            self._by_last.setdefault(old[-1:], []).append((old, new))

    def without_suffix(self, lower: str) -> str | None:
        """The word of the index that a suffix rule makes of this one."""
        for old, new in self._by_last.get(lower[-1:], ()):
            if lower.endswith(old):
                form = lower[: len(lower) - len(old)] + new
                if form in self.index:
                    return form
        return None


class Lemmas:
    """Answers ``lemma(word, tag)``; words of other classes come back in lower case."""

    def __init__(
        self, rules: Mapping[str, Sequence[Sequence[str]]], exceptions: Mapping[str, Mapping[str, Sequence[str]]], index: Mapping[str, frozenset[str]]
    ) -> None:
        self._classes = {kind: _Class(rules.get(kind, ()), exceptions.get(kind, {}), index.get(kind, frozenset())) for kind in LEMMATISED}
        self.common = index.get("verb", frozenset()) | index.get("noun", frozenset()) | index.get("adj", frozenset()) | index.get("adv", frozenset())
        # every word the tables know: what a Title-Case headline may lower
        self.lemma = lru_cache(maxsize=50_000)(self._lemma)

    def _lemma(self, lower: str, tag: str) -> str:
        """Args: lower: the word in lower case. tag: its Penn tag. Returns: the dictionary form."""
        if tag == "VBP" and lower not in self._classes["verb"].index and (past := self._classes["verb"].exceptions.get(lower)):
            # "The UN chief rang both presidents": a past form that the tagger took for a present
            return past[0]
        if tag in _AS_THEY_ARE:
            return "be" if lower in ("am", "are", "'re", "'m") else "have" if lower == "'ve" else lower
        kind = _KIND.get(tag[0]) if tag[:2] in ("VB", "NN", "JJ", "RB") else None
        if tag == "MD":
            return {"'ll": "will", "wo": "will", "ca": "can", "'d": "would"}.get(lower, lower)
        if kind is None:
            return lower
        if lower in ("'s", "'re", "'m") and kind == "verb":
            return "be"
        known = self._classes[kind]
        found = known.exceptions.get(lower)
        if found:
            return found[0]
        if lower in known.index and not lower.endswith("s"):
            return lower
        form = known.without_suffix(lower)
        if form is not None:
            return form
        if kind == "noun" and lower.endswith("s") and not lower.endswith("ss") and len(lower) > 3:
            return lower[:-1]
        return lower
