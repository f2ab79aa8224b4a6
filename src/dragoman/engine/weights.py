"""The weights of spaCy's model, handed to the numpy network in its own layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.engine.network import Convolution, Encoder, Features, Floats
from dragoman.engine.transitions import KINDS, Parser, Scorer
from dragoman.errors import EngineError

if TYPE_CHECKING:
    from spacy.language import Language

FEATURES = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
# what the embedding is made of


def encoder_of(nlp: Language) -> Encoder:
    """The model's ``tok2vec``.

    Raises:
        EngineError: the model is not built as the small English model of spaCy 3.8 is.
    """
    from thinc.api import NumpyOps

    model: Any = nlp.get_pipe("tok2vec")
    extract, _, hashes, mix, _ = _parts(model.model.layers[0], 5)
    _expect(extract.attrs.get("columns") == FEATURES, f"features {extract.attrs.get('columns')}")
    window = model.model.layers[1]
    layers = window.layers[0].layers
    _expect(window.attrs.get("pad") == len(layers), "padding")

    for layer in (*hashes.walk(), *mix.walk()):
        layer.ops = NumpyOps(use_blis=False)  # blis has but a generic kernel for many processors

    def embed(features: Features) -> Floats:
        found: Floats = mix.layers[0].predict(hashes.layers[0].predict(features))
        return found

    return Encoder(embed, [_convolution(layer) for layer in layers])


def tagger_of(nlp: Language) -> tuple[tuple[Floats, Floats], tuple[str, ...]]:
    """The tagger's weights (inputs, tags) with their bias, and its tags."""
    tagger: Any = nlp.get_pipe("tagger")
    return _linear(_named(tagger.model, "softmax")), tuple(tagger.labels)


def parser_of(nlp: Language) -> tuple[Parser, tuple[str, ...]]:
    """The parser, and the label of each of its moves ("" for those that give none).

    Raises:
        EngineError: as of :func:`encoder_of`.
    """
    parser: Any = nlp.get_pipe("parser")
    narrow, lower, upper = _parts(parser.model, 3)
    _expect(not parser.model.attrs["unseen_classes"], "moves without weights")
    names = [name.partition("-") for name in parser.move_names]
    kinds = np.array([KINDS.index(kind) for kind, _, _ in names], dtype=np.int8)
    roles, hidden, pieces, width = lower.get_param("W").shape
    _expect((roles, pieces) == (8, 2), f"{roles} words of {pieces} pieces")
    scorer = Scorer(
        narrow=_linear(_named(narrow, "linear")),
        lower=np.ascontiguousarray(lower.get_param("W").transpose(3, 0, 2, 1).reshape(width, roles * pieces * hidden)),
        absent=np.ascontiguousarray(lower.get_param("pad")[0].transpose(0, 2, 1)).ravel(),
        bias=np.ascontiguousarray(lower.get_param("b").T).ravel(),
        upper=_linear(upper),
        kinds=kinds,
    )
    return Parser(scorer), tuple(label for _, _, label in names)


def _convolution(residual: Any) -> Convolution:
    maxout, norm = _named(residual, "maxout"), _named(residual, "layernorm")
    windows = _named(residual, "expand_window")
    _expect(windows.attrs["window_size"] == 1, f"window {windows.attrs['window_size']}")
    return Convolution.of(maxout.get_param("W"), maxout.get_param("b"), norm.get_param("G"), norm.get_param("b"))


def _linear(layer: Any) -> tuple[Floats, Floats]:
    return np.ascontiguousarray(layer.get_param("W").T), layer.get_param("b")


def _named(model: Any, name: str) -> Any:
    found = [layer for layer in model.walk() if layer.name == name]
    _expect(len(found) == 1, f"{len(found)} layers {name}")
    return found[0]


def _parts(model: Any, count: int) -> list[Any]:
    _expect(len(model.layers) == count, f"{len(model.layers)} layers in {model.name}")
    return list(model.layers)


def _expect(holds: bool, found: str) -> None:
    if not holds:
        raise EngineError(f"the language model is not built as spaCy's small English model 3.8 is ({found}); install dragoman again with its dependencies")
