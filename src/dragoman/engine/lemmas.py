"""Lemmas of single words from the model's own rule tables, without running a pipeline component over every token.

The tables (suffix rules, exceptions, index) are those of spaCy's rule lemmatiser; the look-up order is the same.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

LEMMATISED = ("verb", "noun", "adj", "adv")
# the word classes that the tables know
_KIND = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}


class Lemmas:
    """Answers ``lemma(word, tag)``; words of other classes come back in lower case."""

    def __init__(
        self, rules: Mapping[str, Sequence[Sequence[str]]], exceptions: Mapping[str, Mapping[str, Sequence[str]]], index: Mapping[str, frozenset[str]]
    ) -> None:
        self._rules = rules
        self._exceptions = exceptions
        self._index = index
        self.common = index.get("verb", frozenset()) | index.get("noun", frozenset()) | index.get("adj", frozenset()) | index.get("adv", frozenset())
        # every word the tables know: what a Title-Case headline may lower
        self.lemma = lru_cache(maxsize=50_000)(self._lemma)

    def _lemma(self, lower: str, tag: str) -> str:
        """Args: lower: the word in lower case. tag: its Penn tag. Returns: the dictionary form."""
        if tag == "VBP" and lower not in self._index.get("verb", frozenset()) and (past := self._exceptions.get("verb", {}).get(lower)):
            # "The UN chief rang both presidents": a past form that the tagger took for a present
            return past[0]
        if tag in ("NNP", "VB", "VBP", "JJ", "NN"):
            return "be" if lower in ("am", "are", "'re", "'m") else "have" if lower == "'ve" else lower
        kind = _KIND.get(tag[0]) if tag[:2] in ("VB", "NN", "JJ", "RB") else None
        if tag == "MD":
            return {"'ll": "will", "wo": "will", "ca": "can", "'d": "would"}.get(lower, lower)
        if kind is None:
            return lower
        if lower in ("'s", "'re", "'m") and kind == "verb":
            return "be"
        found = self._exceptions.get(kind, {}).get(lower)
        if found:
            return found[0]
        index = self._index.get(kind, frozenset())
        if lower in index and not lower.endswith("s"):
            return lower
        for old, new in self._rules.get(kind, ()):
            if lower.endswith(old):
                form = lower[: len(lower) - len(old)] + new
                if form in index:
                    return form
        if kind == "noun" and lower.endswith("s") and not lower.endswith("ss") and len(lower) > 3:
            return lower[:-1]
        return lower
