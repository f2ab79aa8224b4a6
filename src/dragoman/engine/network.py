"""The model's word vectors in context (spaCy's ``tok2vec``) and its tags, by numpy alone. Annotations are spaCy's: tests/engine/test_network.py.

The model is a hash embedding of each word and four convolutions over a word and its two neighbours, each with maxout, layer norm and a residual.
What depends on a word alone is computed once a word and kept: its embedding, and its three shares (as left neighbour, as the word itself, as right
neighbour) of the first convolution, which then is three look-ups and two additions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
Features = NDArray[np.uint64]

_WORDS = 16_384
# word types kept, 4 kB each; when they are full all are forgotten
_ROWS = 512
# words computed together: their windows and candidates stay in the processor's cache
_EPSILON = 1e-8
# thinc's, in the layer norm


@dataclass(frozen=True, kw_only=True, slots=True)
class Convolution:
    """One maxout layer over a window of three words, with its layer norm."""

    weights: Floats
    # (3 x width + 1, pieces x width): the last row is the bias; the first candidates of all outputs come first, then the second ones
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, weights: Floats, bias: Floats, gain: Floats, shift: Floats) -> Convolution:
        """From thinc's layout: weights (outputs, pieces, inputs), bias (outputs, pieces)."""
        inputs = weights.shape[2]
        by_piece = weights.transpose(1, 0, 2).reshape(-1, inputs)
        return cls(weights=np.ascontiguousarray(np.vstack([by_piece.T, bias.T.reshape(1, -1)])), gain=gain, shift=shift)

    def normed(self, candidates: Floats, out: Floats) -> Floats:
        """The best candidate of each output, normed over the outputs; written to ``out``."""
        width = len(self.gain)
        np.maximum(candidates[:, :width], candidates[:, width : 2 * width], out=out)
        for start in range(2 * width, candidates.shape[1], width):
            np.maximum(out, candidates[:, start : start + width], out=out)
        out -= out.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", out, out) / np.float32(width) + np.float32(_EPSILON)
        out *= (1 / np.sqrt(spread))[:, None]
        out *= self.gain
        out += self.shift
        return out


class WordTable:
    """What depends on a word alone, by numbers of word types. Number 0 is the row of zeros that stands between sentences."""

    def __init__(self, embed: Callable[[Features], Floats], first: Convolution) -> None:
        """
        Args:
            embed: the embeddings of word types, given their features a row each.
            first: the convolution that comes next.
        """
        self._embed = embed
        self._weights = first.weights
        self._numbers: dict[int, int] = {}
        self._clear(_WORDS)

    def _clear(self, size: int) -> None:
        width = (len(self._weights) - 1) // 3
        self._numbers.clear()
        self.embeddings: Floats = np.zeros((size, width), dtype=np.float32)
        # shares as left neighbour, as the word itself (with the bias), as right neighbour
        self.shares: tuple[Floats, Floats, Floats] = tuple(np.zeros((size, self._weights.shape[1]), dtype=np.float32) for _ in range(3))  # type: ignore[assignment]
        self.shares[1][0] = self._weights[-1]

    def numbers(self, keys: Sequence[int], features: Features) -> Ints:
        """The numbers of word types; those not met before are computed.

        Args:
            keys: of distinct word types.
            features: theirs, a row each.
        """
        known = self._numbers
        new = [i for i, key in enumerate(keys) if key not in known]
        if 1 + len(known) + len(new) > len(self.embeddings):
            new = list(range(len(keys)))
            self._clear(max(_WORDS, 1 + len(new)))
        if new:
            self._learn([keys[i] for i in new], features[new])
        return np.array([known[key] for key in keys], dtype=np.intp)

    def _learn(self, keys: Sequence[int], features: Features) -> None:
        start = 1 + len(self._numbers)
        rows = slice(start, start + len(keys))
        self._numbers.update(zip(keys, range(start, start + len(keys)), strict=True))
        found = self.embeddings[rows] = self._embed(features)
        width = found.shape[1]
        for side, share in enumerate(self.shares):
            np.matmul(found, self._weights[side * width : (side + 1) * width], out=share[rows])
        self.shares[1][rows] += self._weights[-1]


class Encoder:
    """Word vectors in context."""

    def __init__(self, embed: Callable[[Features], Floats], layers: Sequence[Convolution]) -> None:
        """
        Args:
            embed: as of :class:`WordTable`.
            layers: the convolutions, in order.
        """
        self.table = WordTable(embed, layers[0])
        self._layers = tuple(layers)
        self.pad = len(layers)
        # rows of zeros before, between and after sentences, one a convolution: so no sentence sees another
        self._room = _Room(layers[0], 0)

    def vectors(self, words: Ints) -> Floats:
        """The vectors of words in context.

        Args:
            words: numbers of the table, sentence after sentence, with :attr:`pad` zeros before, between and after them.

        Returns:
            A row for each, good until the next call; those of the zeros mean nothing.
        """
        count = len(words)
        if count > self._room.count:
            self._room = _Room(self._layers[0], count)
        x, out = (rows[: count + 2] for rows in self._room.rows)
        for rows in (x, out):
            rows[0] = rows[-1] = 0
        self.table.embeddings.take(words, axis=0, out=x[1:-1], mode="clip")
        self._first(words, x[1:-1])
        for layer in self._layers[1:]:
            self._room.convolve(x, layer, out)
            x, out = out, x
        return x[1:-1]

    def _first(self, words: Ints, x: Floats) -> None:
        left, own, right = self.table.shares
        around = np.concatenate([[0], words, [0]])
        for start in range(0, len(words), _ROWS):
            end = min(start + _ROWS, len(words))
            candidates, share, best = (room[: end - start] for room in (self._room.candidates, self._room.share, self._room.best))
            own.take(words[start:end], axis=0, out=candidates, mode="clip")
            for side, beside in ((left, around[start:end]), (right, around[start + 2 : end + 2])):
                candidates += side.take(beside, axis=0, out=share, mode="clip")
            x[start:end] += self._layers[0].normed(candidates, best)


class _Room:
    """Where the encoder writes what it makes on the way. Kept from batch to batch: fresh memory costs as much as what is written to it."""

    def __init__(self, layer: Convolution, count: int) -> None:
        """
        Args:
            layer: one of the convolutions, which are of one size.
            count: of words that there is room for.
        """
        self.count = count
        inputs, outputs = layer.weights.shape
        width = len(layer.gain)
        self.rows = [np.empty((count + 2, width), dtype=np.float32) for _ in range(2)]
        # word vectors, before a convolution and after it, between two rows of zeros
        self._windows = np.ones((_ROWS, inputs), dtype=np.float32)
        self.candidates, self.share = (np.empty((_ROWS, outputs), dtype=np.float32) for _ in range(2))
        self.best = np.empty((_ROWS, width), dtype=np.float32)

    def convolve(self, x: Floats, layer: Convolution, out: Floats) -> None:
        """Write to ``out`` what a layer makes of the rows of ``x``, added to them."""
        width = x.shape[1]
        for start in range(0, len(x) - 2, _ROWS):
            end = min(start + _ROWS, len(x) - 2)
            window, candidates, best = (room[: end - start] for room in (self._windows, self.candidates, self.best))
            for side in range(3):
                window[:, side * width : (side + 1) * width] = x[start + side : end + side]
            np.matmul(window, layer.weights, out=candidates)
            np.add(x[start + 1 : end + 1], layer.normed(candidates, best), out=out[start + 1 : end + 1])
