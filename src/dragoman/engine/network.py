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

    def normed(self, candidates: Floats) -> Floats:
        """The best candidate of each output, normed over the outputs."""
        width = len(self.gain)
        out = np.maximum(candidates[:, :width], candidates[:, width : 2 * width])
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
            share[rows] = found @ self._weights[side * width : (side + 1) * width]
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

    def vectors(self, words: Ints) -> Floats:
        """The vectors of words in context.

        Args:
            words: numbers of the table, sentence after sentence, with :attr:`pad` zeros before, between and after them.

        Returns:
            A row for each; those of the zeros mean nothing.
        """
        x = self.table.embeddings[words]
        self._first(words, x)
        for layer in self._layers[1:]:
            x = _convolved(x, layer)
        return x

    def _first(self, words: Ints, x: Floats) -> None:
        left, own, right = self.table.shares
        around = np.concatenate([[0], words, [0]])
        for start in range(0, len(words), _ROWS):
            end = min(start + _ROWS, len(words))
            candidates = own[words[start:end]]
            candidates += left[around[start:end]]
            candidates += right[around[start + 2 : end + 2]]
            x[start:end] += self._layers[0].normed(candidates)


def _convolved(x: Floats, layer: Convolution) -> Floats:
    """What a layer makes of the rows of x, added to them."""
    count, width = x.shape
    around = np.zeros((count + 2, width), dtype=np.float32)
    around[1:-1] = x
    out = np.empty_like(x)
    windows = np.ones((min(_ROWS, count), 3 * width + 1), dtype=np.float32)
    for start in range(0, count, _ROWS):
        end = min(start + _ROWS, count)
        window = windows[: end - start]
        for side in range(3):
            window[:, side * width : (side + 1) * width] = around[start + side : end + side]
        np.add(x[start:end], layer.normed(window @ layer.weights), out=out[start:end])
    return out
