"""The numpy network answers as plain spaCy does: same words, tags, heads and labels."""

import warnings
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import numpy as np
import pytest
from threadpoolctl import ThreadpoolController

from dragoman.codebook.load import cases
from dragoman.engine import network
from dragoman.engine.spacy_engine import Engine, model_name
from dragoman.engine.transitions import KINDS, Parser, Scorer
from dragoman.engine.tree import parse_of
from dragoman.engine.weights import encoder_of
from dragoman.errors import EngineError

ODD = [
    "He left.",
    "No",
    "Egypt  urged \n the UAE\tto press  the RSF. ",
    "\n\nWhat did the minister whom Ankara sent want to tell them about?",
    "“We don't — we can't — agree,” she said (at 5 p.m. in N'Djamena): it's :-( for €3.5m… http://example.org/a?b=c",
    "It was the U.S. that they had asked. They would not. He did so and then the talks which he said would fail failed.",
    " ".join(["the envoy, who had met the minister, who had met the"] * 60) + " king, left.",
]


@pytest.fixture(scope="module")
def plain():
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(model_name(), exclude=["ner", "attribute_ruler", "lemmatizer"])


def bare(engine, texts, monkeypatch):
    """Parses without our own repairs."""
    monkeypatch.setattr("dragoman.engine.tree.repair", lambda parse: None)
    return engine.parse([(text, 0) for text in texts])


def described(parse):
    return [(t.text, t.start, t.tag, t.dep, t.head.start) for t in parse.tokens]


def told(doc):
    """spaCy's annotations without its white-space tokens; a word under one of these stands alone."""
    words = [t for t in doc if not t.is_space and t.tag_ != "_SP"]
    return [(t.text, t.idx, t.tag_, t.dep_, t.idx if t.head not in words else t.head.idx) for t in words]


def test_odd_texts_are_read_as_by_spacy(plain, monkeypatch):
    for text, parse in zip(ODD, bare(Engine(), ODD, monkeypatch), strict=True):
        assert described(parse) == told(plain(text))


def test_the_codebooks_cases_are_read_as_by_spacy(plain, monkeypatch):
    texts = sorted({entry["case"]["text"] for entry in cases()})[::5]
    assert len(texts) > 500
    parses = bare(Engine(), texts, monkeypatch)
    wrong = [text for text, parse, doc in zip(texts, parses, plain.pipe(texts), strict=True) if described(parse) != told(doc)]
    assert wrong == []


def test_a_full_word_table_is_started_anew(monkeypatch):
    want = [described(p) for p in Engine().parse([(t, 0) for t in ODD])]
    monkeypatch.setattr(network, "_WORDS", 8)
    engine = Engine()
    assert [described(engine.parse([(t, 0)])[0]) for t in ODD] == want
    assert len(engine._ready()[0]._encoder.table.embeddings) < 40


def test_threads_share_an_engine(monkeypatch):
    want = [described(p) for p in Engine().parse([(t, 0) for t in ODD[:5]])]
    monkeypatch.setattr(network, "_WORDS", 8)
    engine = Engine()
    engine.parse([("Ready.", 0)])
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: described(engine.parse([(text, 0)])[0]), ODD[:5] * 8))
    assert found == want * 8


def test_one_blas_thread_while_it_reads_and_as_many_as_before_afterwards(monkeypatch):
    engine, told = Engine(), []
    reader = engine._ready()[0]
    batch = reader._batch

    def threads():
        return [lib["num_threads"] for lib in ThreadpoolController().info() if lib["user_api"] == "blas"]

    monkeypatch.setattr(reader, "_batch", lambda sentences: told.append(threads()) or batch(sentences))
    with ThreadpoolController().limit(limits=2, user_api="blas"):
        before = threads()
        engine.parse([("Egypt left.", 0)])
        assert threads() == before
    assert told == [[1] * len(before)]


def test_empty_and_blank_sentences_have_no_words():
    parses = Engine().parse([("", 3), ("Egypt left.", 5), (" ", 20)])
    assert [len(p.tokens) for p in parses] == [0, 3, 0]
    assert (parses[0].start, parses[0].end) == (3, 3)
    assert Engine().parse([("", 0)])[0].tokens == []


def test_another_kind_of_model_is_refused():
    layers = [SimpleNamespace(layers=[], name="embed"), None]
    model = SimpleNamespace(get_pipe=lambda _: SimpleNamespace(model=SimpleNamespace(layers=layers)))
    with pytest.raises(EngineError, match="0 layers in embed"):
        encoder_of(model)


def scorer(prefers):
    """Scores moves by their order in ``prefers``, whatever the words."""
    moves = np.array([-prefers.index(k) for k in KINDS], dtype=np.float32)
    zeros = np.zeros
    return Scorer(
        narrow=(zeros((1, 1), "f"), zeros(1, "f")), lower=zeros((1, 16), "f"), absent=zeros(16, "f"), bias=zeros(2, "f"),
        upper=(zeros((1, 5), "f"), moves), kinds=np.arange(5, dtype=np.int8),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("prefers", "heads"),
    [
        ("RSDLB", [0, 0, 1, 2]),  # a chain to the right
        ("LSDRB", [1, 2, 3, 3]),  # each under the next
        ("DSLRB", [0, 1, 2, 3]),  # all roots
        ("BDSLR", [0, 1, 2, 3]),  # every word a sentence
    ],
)
def test_moves_make_the_trees_that_they_should(prefers, heads):
    found, _ = Parser(scorer(prefers)).trees(np.zeros((6, 1), "f"), [2, 4])
    assert found.tolist()[2:] == [h + 2 for h in heads]


def test_a_lifted_word_is_hung_where_its_label_says():
    words = ["what", "did", "he", "want", "to", "do"]
    parse = parse_of(
        words, [1] * 6, ["WP", "VBD", "PRP", "VB", "TO", "VB"], [3, 3, 3, 3, 5, 3], ["dobj||xcomp", "aux", "nsubj", "", "aux", "xcomp"],
        lambda lower, tag: lower, (0, 24),
    )  # fmt: skip
    assert (parse.tokens[0].head.text, parse.tokens[0].dep) == ("do", "dobj")
    alone = parse_of(["what", "now"], [1, 0], ["WP", "RB"], [1, 1], ["dobj||xcomp", ""], lambda lower, tag: lower, (0, 8))
    assert (alone.tokens[0].head.text, alone.tokens[0].dep) == ("now", "dobj")
