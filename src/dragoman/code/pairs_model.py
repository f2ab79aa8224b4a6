"""The pair model: what the first of two mentions does to the second, judged from the words alone.

The six layers of MiniLM-L6 (Wang et al., 2020; Apache-2.0) trained further on sentences of our own (``bench/pairs/``) and kept in 8 bits
a weight, a scale a row (docs/decisions/0006-pairs.md, docs/explanation/pair-model.md). The arithmetic is numpy's, so that no further package is needed; GELU
is the tanh form, which differs from the one trained with by less than 0.001.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.code.pairs_words import SOURCE, TARGET, Mentions, WordPieces
from dragoman.errors import EngineError

WEIGHTS = Path(__file__).with_name("weights") / "pairs.npz"
_BATCH = 32
# passages of like length judged together
_HEADS = 12
_EPSILON = 1e-12

Matrix = NDArray[np.float32]


class PairModel:
    """Judges passages; load it once and keep it."""

    def __init__(self, path: Path = WEIGHTS) -> None:
        """
        Raises:
            EngineError: the weights are missing or not ours.
        """
        try:
            with np.load(path, allow_pickle=False) as stored:
                arrays = {name: stored[name] for name in stored.files}
            head: dict[str, Any] = json.loads(bytes(arrays.pop("card")).decode())
        except (OSError, KeyError, ValueError) as error:
            raise EngineError(
                f"the weights of the pair model cannot be read from {path} ({error}); install dragoman again"
            ) from error
        self.types: tuple[str, ...] = tuple(head["types"])
        self._layers: int = head["layers"]
        self._temperature: float = head["temperature"]
        self._words = WordPieces(bytes(arrays.pop("vocabulary")).decode().split("\n"))
        self._embedding: tuple[NDArray[np.int8], Matrix] = arrays.pop("words"), arrays.pop("words.scale")
        self._of: dict[str, Matrix] = {}
        for name, array in arrays.items():
            if not name.endswith(".scale"):
                scale = arrays.get(name + ".scale")
                self._of[name] = (
                    array.astype(np.float32) if scale is None else array.astype(np.float32) * scale[:, None]
                )

    def judge(self, passages: Sequence[Mentions]) -> list[dict[str, float]]:
        """The share of belief in each type, for each passage; the shares of one passage sum to 1."""
        coded = [self._words.encode(p) for p in passages]
        order = sorted(range(len(coded)), key=lambda i: len(coded[i]))
        out: list[dict[str, float]] = [{} for _ in coded]
        for start in range(0, len(order), _BATCH):
            part = order[start : start + _BATCH]
            for i, row in zip(part, self._batch([coded[i] for i in part]), strict=True):
                out[i] = {kind: float(p) for kind, p in zip(self.types, row, strict=True)}
        return out

    def _batch(self, coded: list[list[int]]) -> Matrix:
        width = max(map(len, coded))
        ids = np.zeros((len(coded), width), dtype=np.int64)
        mask = np.zeros((len(coded), width), dtype=np.float32)
        for i, row in enumerate(coded):
            ids[i, : len(row)] = row
            mask[i, : len(row)] = 1
        x = self._read(ids, mask)
        rows = np.arange(len(coded))
        # a mention that was not found is stood for by the first piece
        sides = [x[rows, (ids == mark).argmax(axis=1)] for mark in (SOURCE, TARGET)]
        mean = (x * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        logits = self._linear("head", np.concatenate([*sides, mean], axis=1))
        return _softmax(logits / np.float32(self._temperature))

    def _read(self, ids: NDArray[np.int64], mask: Matrix) -> Matrix:
        """The layers: a vector for every piece."""
        words, scale = self._embedding
        x = words[ids].astype(np.float32) * scale[ids][:, :, None] + self._of["places"][: ids.shape[1]]
        x = self._norm("norm", x)
        unseen = (1 - mask)[:, None, None, :] * np.float32(-1e9)
        for n in range(self._layers):
            x = self._norm(f"{n}.norm1", x + self._linear(f"{n}.out", self._attend(n, x, unseen)))
            x = self._norm(f"{n}.norm2", x + self._linear(f"{n}.down", _gelu(self._linear(f"{n}.up", x))))
        return x

    def _attend(self, n: int, x: Matrix, unseen: Matrix) -> Matrix:
        size, width, depth = x.shape
        q, k, v = (
            self._linear(f"{n}.{name}", x).reshape(size, width, _HEADS, depth // _HEADS).transpose(0, 2, 1, 3)
            for name in ("query", "key", "value")
        )
        weights = _softmax(q @ k.transpose(0, 1, 3, 2) / np.float32(np.sqrt(depth // _HEADS)) + unseen)
        return (weights @ v).transpose(0, 2, 1, 3).reshape(size, width, depth)

    def _linear(self, name: str, x: Matrix) -> Matrix:
        out: Matrix = x @ self._of[name].T + self._of[f"{name}.bias"]
        return out

    def _norm(self, name: str, x: Matrix) -> Matrix:
        centred = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(_EPSILON))
        out: Matrix = centred / spread * self._of[name] + self._of[f"{name}.bias"]
        return out


def _softmax(x: Matrix) -> Matrix:
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    out: Matrix = e / e.sum(axis=-1, keepdims=True)
    return out


def _gelu(x: Matrix) -> Matrix:
    out: Matrix = np.float32(0.5) * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)))
    return out
