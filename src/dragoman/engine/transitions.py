"""The model's transition parser (spaCy's arc-eager system, greedy), run over many sentences in step by numpy.

The trees are spaCy's: tests/engine/test_network.py.

A sentence has a stack and a buffer. Each step scores all moves from eight words (two of the buffer, three of the stack, last children) and takes the
best one that is allowed:

- *shift* the next word onto the stack; *reduce*: drop the top of the stack, or give it back to the buffer if it has no head yet;
- *left*: the next word becomes head of the top, which is dropped; *right*: the top becomes head of the next word, which goes onto the stack;
- *break*: the word after the next begins a new sentence: nothing is linked across.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.engine.network import Floats, Ints

KINDS = "SDLRB"
# kinds of move by spaCy's letters
SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(len(KINDS))
_ROLES = 8
_EACH_ROLE = np.arange(_ROLES)[:, None]
_GUARD = 3
# empty places below the stack and the buffer, read as "no word": the scorer looks three deep


@dataclass(frozen=True, kw_only=True, slots=True)
class Scorer:
    """The weights that score moves."""

    narrow: tuple[Floats, Floats]
    # word vector -> hidden width: weights (inputs, outputs), bias
    lower: Floats
    # hidden width -> candidates of every feature: (inputs, features x pieces x hidden)
    absent: Floats
    # candidates of every feature where there is no such word
    bias: Floats
    # of the candidates, (pieces x hidden)
    upper: tuple[Floats, Floats]
    # hidden -> moves: weights (inputs, moves), bias
    kinds: NDArray[np.int8]
    # SHIFT ... BREAK of each move; its label is the move's own number

    def features(self, vectors: Floats, space: Floats) -> Floats:
        """What each word adds to the candidates in each of its eight roles, a row each: word i in role f is row ``8 * (i + 1) + f``; word -1 is none.

        Args:
            vectors: of the words.
            space: where it is written, as of :meth:`space`; one row more than there are words, at least.
        """
        weights, bias = self.narrow
        out = space[: len(vectors) + 1]
        out[0] = self.absent
        np.matmul(vectors @ weights + bias, self.lower, out=out[1:])
        return out.reshape(len(out) * _ROLES, -1)

    def space(self, count: int) -> Floats:
        """Room for the features of so many words and of no word."""
        return np.empty((count + 1, self.lower.shape[1]), dtype=np.float32)

    def scores(self, features: Floats, words: Ints) -> Floats:
        """The scores of all moves, for sentences whose eight words these are, a role a row."""
        # role after role: so the sums run over whole rows, and are three times as fast
        candidates: Floats = np.add.reduce(features.take(words * _ROLES + _EACH_ROLE, axis=0), axis=0)
        candidates += self.bias
        half = candidates.shape[1] // 2
        weights, bias = self.upper
        out: Floats = np.maximum(candidates[:, :half], candidates[:, half:]) @ weights
        out += bias
        return out


def _allowed(kinds: NDArray[np.int8]) -> Floats:
    """For every set of allowed kinds (bit k: kind k) what is added to the scores: 0 for moves of these kinds, else minus infinity."""
    sets = np.arange(1 << len(KINDS))[:, None] >> kinds[None, :]
    return np.where(sets & 1, np.float32(0), np.float32(-np.inf))


class Trees:
    """The words of several sentences with what has been decided of them: numbers from 1 on, 0 is no word."""

    def __init__(self, count: int) -> None:
        """Args: count: of words."""
        self.heads: Ints = np.zeros(count + 1, dtype=np.intp)
        self.moves: Ints = np.zeros(count + 1, dtype=np.intp)
        # the move that gave a word its head
        self.last_left: Ints = np.zeros(count + 1, dtype=np.intp)
        self.last_right: Ints = np.zeros(count + 1, dtype=np.intp)
        # children
        self.before: Ints = np.zeros(count + 1, dtype=np.intp)
        # the right child that a word's head had before it
        self.begins = np.zeros(count + 1, dtype=np.bool_)
        # a new sentence
        self.returned = np.zeros(count + 1, dtype=np.bool_)
        # given back to the buffer, not to be shifted again


class Parser:
    """Parses sentences in step."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._allowed = _allowed(scorer.kinds)
        self._space = scorer.space(0)
        # kept: 4 kB a word, of which fresh memory costs as much as what is written to it

    def trees(self, vectors: Floats, lengths: Sequence[int]) -> tuple[Ints, Ints]:
        """Heads and labels.

        Args:
            vectors: of the words, sentence after sentence.
            lengths: of the sentences, in words.

        Returns:
            For each word, the index of its head in ``vectors`` (its own for roots) and the number of the move that made it.
        """
        trees = Trees(len(vectors))
        if len(self._space) <= len(vectors):
            self._space = self._scorer.space(len(vectors))
        features = self._scorer.features(vectors, self._space)
        run = _Run(trees, lengths)
        while len(run.top):
            words = run.looked_at()
            scores = self._scorer.scores(features, words)
            scores += self._allowed.take(run.allowed(words), axis=0)
            run.move(words, self._scorer.kinds, scores.argmax(axis=1))
        heads = trees.heads[1:] - 1
        roots = heads < 0
        heads[roots] = np.flatnonzero(roots)
        return heads, trees.moves[1:]


class _Run:
    """Stacks and buffers of the sentences that are not done. Both grow upwards in rows of one array each; their tops are places in it."""

    def __init__(self, trees: Trees, lengths: Sequence[int]) -> None:
        self.trees = trees
        width = max(lengths) + _GUARD
        self.stack: Ints = np.zeros(len(lengths) * width, dtype=np.intp)
        self.buffer: Ints = np.zeros(len(lengths) * width, dtype=np.intp)
        self.floor: Ints = np.arange(len(lengths)) * width + _GUARD - 1
        # where either is empty
        self.top = self.floor.copy()
        self.next = self.floor + np.asarray(lengths)
        first = 1
        for length, end in zip(lengths, self.next.tolist(), strict=True):
            self.buffer[end - length + 1 : end + 1] = np.arange(first + length - 1, first - 1, -1)
            first += length
        self._leave_out_done()

    def looked_at(self) -> Ints:
        """The eight words that moves are scored by, a row a role, a column a sentence."""
        trees = self.trees
        out = np.empty((_ROLES, len(self.top)), dtype=np.intp)
        out[:2] = self.buffer.take(self.next - _EACH_ROLE[:2])
        out[2:5] = self.stack.take(self.top - _EACH_ROLE[:3])
        out[5:7] = trees.last_left.take(out[0:3:2])
        out[7] = trees.last_right.take(out[2])
        return out

    def allowed(self, words: Ints) -> NDArray[np.uint8]:
        """The set of kinds of move that each sentence may make, bit k for kind k."""
        trees = self.trees
        following, second = words[0], words[1]
        may = np.empty((len(KINDS), len(following)), dtype=np.bool_)
        stacked = np.greater(words[2], 0, out=may[REDUCE])
        two = second > 0
        begins = trees.begins.take(following)
        np.logical_or(~stacked, two & ~(begins | trees.returned.take(following)), out=may[SHIFT])
        link = np.logical_and(stacked & (following > 0), ~begins, out=may[LEFT])
        may[RIGHT] = link
        np.logical_and(two & (second == following + 1), ~trees.begins.take(second), out=may[BREAK])
        out: NDArray[np.uint8] = np.packbits(may, axis=0, bitorder="little")[0]
        return out

    def move(self, words: Ints, kinds: NDArray[np.int8], moves: Ints) -> None:
        """Make each sentence's move, and leave out those that are done."""
        kind = kinds.take(moves)
        following, top = words[0], words[2]
        self.trees.begins[words[1][kind == BREAK]] = True
        back = (kind == REDUCE) & (self.trees.heads.take(top) == 0) & (self.top - 1 > self.floor)
        self._link(kind, following, top, moves)
        pushed, popped = (kind == SHIFT) | (kind == RIGHT), (kind == LEFT) | (kind == REDUCE)
        self.next += back
        self.next -= pushed
        self.top += pushed
        self.top -= popped
        self.buffer[self.next[back]] = top[back]
        self.trees.returned[top[back]] = True
        self.stack[self.top[pushed]] = following[pushed]
        self._leave_out_done()

    def _leave_out_done(self) -> None:
        bare = self.top == self.floor
        if not bare.any():
            # few stacks are: the end of the buffer need not be looked at
            return
        going = ~(bare & (self.next == self.floor))
        if not going.all():
            self.top, self.next, self.floor = self.top[going], self.next[going], self.floor[going]

    def _link(self, kind: NDArray[np.int8], following: Ints, top: Ints, moves: Ints) -> None:
        trees = self.trees
        left = kind == LEFT
        child, head = top[left], following[left]
        # the top may have a head to its left, whose last child it then is
        trees.last_right[trees.heads[child]] = trees.before[child]
        trees.heads[child], trees.moves[child] = head, moves[left]
        trees.last_left[head], trees.returned[head] = child, False
        right = kind == RIGHT
        child, head = following[right], top[right]
        trees.heads[child], trees.moves[child] = head, moves[right]
        trees.before[child], trees.last_right[head] = trees.last_right[head], child
