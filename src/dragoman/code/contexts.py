"""Contexts of an event (PLOVER 2.0) from the words of its paragraph, and the domains in which words are only figures of speech."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from dragoman.codebook.schema import Codebook, Contexts
from dragoman.engine.parse import Parse, Token


class WordIndex:
    """Words and phrases to labels: one look-up a token, phrases checked only where their first word stands."""

    def __init__(self, lists: dict[str, frozenset[str]]) -> None:
        self._alone: dict[str, list[str]] = {}
        # phrases of one word: word -> labels
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        # of more: first word -> second word -> phrases
        for label, phrases in lists.items():
            for phrase in phrases:
                # the parser makes three words of "play-off"
                for words in {tuple(phrase.lower().split()), tuple(phrase.lower().replace("-", " - ").split())} - {()}:
                    if len(words) == 1:
                        self._alone.setdefault(words[0], []).append(label)
                    else:
                        self._longer.setdefault(words[0], {}).setdefault(words[1], []).append((words, label))

        self._first = self._alone.keys() | self._longer.keys()

    def find(self, parse: Parse) -> dict[str, set[str]]:
        """Label -> the different phrases of it that stand in the sentence (lemmas or forms)."""
        out: dict[str, set[str]] = {}
        first = self._first & parse.forms
        if not first:
            return out
        tokens = parse.tokens
        for i, t in enumerate(tokens):
            for form in (t.lemma, t.lower) if t.lower != t.lemma else (t.lemma,):
                if form not in first:
                    # most words open no phrase
                    continue
                for label in self._alone.get(form, ()):
                    out.setdefault(label, set()).add(form)
                longer = self._longer.get(form)
                if longer is None or i + 1 == len(tokens):
                    continue
                after = tokens[i + 1]
                for second in (after.lemma, after.lower) if after.lower != after.lemma else (after.lemma,):
                    for words, label in longer.get(second, ()):
                        if len(words) == 2 or _goes_on(tokens, i + 2, words[2:]):
                            out.setdefault(label, set()).add(" ".join(words))
        return out


def _goes_on(tokens: list[Token], i: int, words: tuple[str, ...]) -> bool:
    """Whether the rest of a phrase stands from token ``i``."""
    for word in words:
        if i >= len(tokens) or word not in (tokens[i].lower, tokens[i].lemma):
            return False
        i += 1
    return True


class ContextFinder:
    """Tells the contexts of a paragraph."""

    def __init__(self, contexts: Contexts) -> None:
        self._strong = WordIndex(contexts.strong)
        self._weak = WordIndex(contexts.weak)
        self._of_type: dict[str, list[str]] = {}
        for context, types in contexts.types.items():
            for kind in types:
                self._of_type.setdefault(kind, []).append(context)

    def of_words(self, parses: Iterable[Parse]) -> frozenset[str]:
        """Contexts that the words of a paragraph tell: one strong phrase, or two different weak ones."""
        out: set[str] = set()
        weak: dict[str, set[str]] = {}
        for parse in parses:
            out |= self._strong.find(parse).keys()
            for label, phrases in self._weak.find(parse).items():
                weak.setdefault(label, set()).update(phrases)
        out |= {label for label, phrases in weak.items() if len(phrases) > 1}
        return frozenset(out)

    def of_type(self, kind: str) -> list[str]:
        """Contexts that a type of event has by itself."""
        return self._of_type.get(kind, [])


_KEPT = 256
# sentences whose words are kept: those of a paragraph are asked for again
_SPREADING = frozenset({"sport"})
# domains whose paragraphs are of one piece; a line on share prices says nothing of the talks told beside it


_HALVES = frozenset({"first half", "second half"})
_PERIOD = re.compile(
    r"\bhalf of (?:(?:the|this|last|next|that) )?(?:(?:current|coming) )?(?:year|month|decade|century|(?:19|20)\d\d"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?!['’]))",
    re.IGNORECASE,
)


class Figures:
    """Tells which types may not fire in a sentence, and at which words, because the words are figures of speech there."""

    def __init__(self, codebook: Codebook) -> None:
        figurative = codebook.figurative
        # one pass over the words for all lists; the word before the colon says which one a word is of
        lists = {f"domain:{k}": v for k, v in figurative.domains.items()}
        lists |= {f"weak:{k}": v for k, v in figurative.weak.items()}
        lists |= {f"unless:{k}": v for k, v in figurative.unless.items()}
        lists |= {f"figure:{k}": frozenset(v) for k, v in figurative.figures.items()}
        lists["stage:politics"] = figurative.stage
        self._words = WordIndex(lists)
        self._recent: dict[int, tuple[list[Token], dict[str, dict[str, set[str]]]]] = {}
        self._blocks = figurative.blocks
        self._every = frozenset(codebook.types)

    def blocked(self, parse: Parse, paragraph: Iterable[Parse] = ()) -> tuple[frozenset[str], frozenset[str]]:
        """(types that do not fire in this sentence, trigger lemmas that are figures in it).

        Args:
            parse: the sentence.
            paragraph: the other sentences of its paragraph: beside a sentence of sport, "Ecuador will meet Senegal" is sport.
        """
        found = self._found(parse)
        unless = found["unless"]
        marked = {d for d, words in found["domain"].items() if not (found["stage"] and len(words | found["weak"].get(d, set())) == 1)}
        # "recalled its ambassador, angered by a talk show": one word of another field beside the words of politics marks nothing
        marked |= {d for d, words in found["weak"].items() if len(words) > (2 if found["stage"] else 1) and d not in unless}
        if not found["stage"]:
            marked |= {d for d in self._spreading(paragraph) if d not in unless}
        types: set[str] = set()
        for domain in marked:
            types |= self._blocks.get(domain, self._every)
        return frozenset(types), frozenset(found["figure"])

    def is_political(self, parse: Parse, beside: Collection[str] = ()) -> bool:
        """Whether a word of the sentence, other than those of ``beside``, puts politics on the stage."""
        return any(words.difference(beside) for words in self._found(parse)["stage"].values())

    def _spreading(self, paragraph: Iterable[Parse]) -> set[str]:
        """Domains of which a paragraph has more than one word: one may be a figure of speech itself ("a trouncing at the polls")."""
        told: dict[str, set[str]] = {}
        for other in paragraph:
            found = self._found(other)
            for domain in _SPREADING & found["domain"].keys():
                told.setdefault(domain, set()).update(found["domain"][domain], found["weak"].get(domain, ()))
        return {domain for domain, words in told.items() if len(words) > 1}

    def _found(self, parse: Parse) -> dict[str, dict[str, set[str]]]:
        """The words of each list that stand in a sentence: list -> domain or trigger -> words. Kept for the last few sentences."""
        known = self._recent.get(id(parse.tokens))
        if known is not None and known[0] is parse.tokens:
            return known[1]
        out: dict[str, dict[str, set[str]]] = {"domain": {}, "weak": {}, "unless": {}, "figure": {}, "stage": {}}
        for label, words in self._words.find(parse).items():
            kind, _, name = label.partition(":")
            out[kind][name] = words
        if _HALVES & out["domain"].get("sport", set()) and _PERIOD.search(" ".join(t.text for t in parse.tokens)):
            # "in the first half of 2024" is no half of a match
            out["domain"]["sport"] -= _HALVES
            if not out["domain"]["sport"]:
                del out["domain"]["sport"]
        if len(self._recent) > _KEPT:
            self._recent.clear()
        self._recent[id(parse.tokens)] = parse.tokens, out
        return out
