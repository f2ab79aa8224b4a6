"""Sentences to parses, in batches: spaCy's tokeniser, the network, the trees."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from threadpoolctl import ThreadpoolController

from dragoman.engine.network import Ints
from dragoman.engine.parse import Parse
from dragoman.engine.tree import parse_of
from dragoman.engine.weights import FEATURES, encoder_of, parser_of, tagger_of

if TYPE_CHECKING:
    from spacy.language import Language

_BATCH = 256
# sentences together, of like length; 64 to 256 measured alike
_LETTERS = 24_000
# but no more than this many characters, unless it is one sentence
_SALTS = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))
# odd numbers that mix what tells word types apart into one key


@dataclass(frozen=True, kw_only=True, slots=True)
class _Words:
    """The words of a batch, sentence after sentence."""

    texts: list[str]
    spaces: list[int]
    numbers: Ints
    # of the encoder's word table
    lengths: list[int]
    # of the sentences


class Reader:
    """Parses sentences with the model's weights."""

    def __init__(self, nlp: Language, lemma: Callable[[str, str], str]) -> None:
        """
        Args:
            nlp: the model, loaded.
            lemma: the dictionary form of a word in lower case, read as a Penn tag.

        Raises:
            EngineError: it is another kind of model.
        """
        # a compiled module without type stubs
        attrs: Any = importlib.import_module("spacy.attrs")
        names = [*FEATURES, "ORTH"]
        self._columns = [getattr(attrs, name) for name in names]
        # a new word costs what is computed of it: nothing but this is asked for
        vocabulary: Any = nlp.vocab
        vocabulary.lex_attr_getters = {k: v for k, v in vocabulary.lex_attr_getters.items() if k in self._columns}
        self._lock = Lock()
        # between a word's number and its use no other thread may start the word table anew
        self._blas = ThreadpoolController()
        # More threads are slower on these small matrices, on a busy machine by far. The environment sets one, but too late where numpy is loaded before.
        self._tokenise = nlp.tokenizer
        self._strings = nlp.vocab.strings
        self._lemma = lemma
        self._encoder = encoder_of(nlp)
        self._tagger, self._tags = tagger_of(nlp)
        self._parser, self._labels = parser_of(nlp)

    def parses(self, sentences: Sequence[tuple[str, int]]) -> list[Parse]:
        """One parse a sentence, in order. See :meth:`dragoman.engine.spacy_engine.Engine.parse`."""
        out: dict[int, Parse] = {}
        for batch in _batches(sentences):
            with self._lock, self._blas.limit(limits=1, user_api="blas"):
                parses = list(self._batch([sentences[i] for i in batch]))
            out.update(zip(batch, parses, strict=True))
        return [out[i] for i in range(len(sentences))]

    def _batch(self, sentences: list[tuple[str, int]]) -> Iterator[Parse]:
        words = self._words([text for text, _ in sentences])
        padded, places = _apart(words.numbers, words.lengths, self._encoder.pad)
        vectors = self._encoder.vectors(padded)[places]
        weights, bias = self._tagger
        tags = iter([self._tags[t] for t in (vectors @ weights + bias).argmax(axis=1).tolist()])
        heads, moves = (iter(a.tolist()) for a in self._parser.trees(vectors, words.lengths))
        texts, spaces = iter(words.texts), iter(words.spaces)
        first = 0
        for (text, offset), length in zip(sentences, words.lengths, strict=True):
            yield parse_of(
                list(islice(texts, length)),
                list(islice(spaces, length)),
                list(islice(tags, length)),
                [head - first for head in islice(heads, length)],
                [self._labels[move] for move in islice(moves, length)],
                self._lemma,
                (offset, offset + len(text)),
            )
            first += length

    def _words(self, sentences: list[str]) -> _Words:
        tables = [self._tokenise(text).to_array(self._columns) for text in sentences]
        table = np.concatenate(tables)
        norms, spaces, forms = table[:, 0], table[:, FEATURES.index("SPACY")], table[:, -1]
        keys, first, which = np.unique((forms * _SALTS[0] ^ norms) * _SALTS[1] ^ spaces, return_index=True, return_inverse=True)
        numbers = self._encoder.table.numbers(keys.tolist(), table[first, :-1])
        texts = [self._strings[form] for form in forms[first].tolist()]
        return _Words(
            texts=[texts[i] for i in which.tolist()],
            spaces=spaces.tolist(),
            numbers=numbers[which],
            lengths=[len(t) for t in tables],
        )


def _batches(sentences: Sequence[tuple[str, int]]) -> Iterator[list[int]]:
    """Indices of sentences of like length, a batch at a time."""
    batch: list[int] = []
    for i in sorted(range(len(sentences)), key=lambda i: len(sentences[i][0])):
        if batch and (len(batch) == _BATCH or (len(batch) + 1) * len(sentences[i][0]) > _LETTERS):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _apart(numbers: Ints, lengths: list[int], pad: int) -> tuple[Ints, Ints]:
    """The words with ``pad`` zeros before, between and after the sentences, and where each then stands."""
    which = np.repeat(np.arange(len(lengths)), lengths)
    places = np.arange(len(numbers)) + (which + 1) * pad
    padded = np.zeros(len(numbers) + (len(lengths) + 1) * pad, dtype=np.intp)
    padded[places] = numbers
    return padded, places
