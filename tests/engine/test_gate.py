"""The gate lets through whatever the codebook's own cases hold, and its conditions are those of the frames."""

import pytest

from dragoman.code.gate import Gate
from dragoman.code.names import Names, within
from dragoman.codebook.load import cases, load
from dragoman.engine.spacy_engine import Engine


@pytest.fixture(scope="module")
def gate():
    return Gate(load(), Engine().lemma)


@pytest.fixture(scope="module")
def names():
    return Names(load())


def passing(test, names, texts):
    return [t for t in texts if test(t, tuple(names.find(t)))]


def test_every_case_that_gives_an_event_passes(gate, names):
    texts = [c["case"]["text"] for c in cases() if "frame" in c and c["case"].get("gives") not in (None, "none")]
    assert len(texts) > 1000
    assert set(texts) - set(passing(gate.wide, names, texts)) == set()
    assert len(passing(gate.acts, names, texts)) >= 0.97 * len(texts)


@pytest.mark.parametrize(
    ("text", "wide", "acts"),
    [
        ("Egypt urged the UAE to press the RSF.", True, True),
        ("Egypt will not answer Iran.", True, True),
        ("She said that it rained.", True, False),
        ("“Rain”, once more.", True, False),
        ("The sun shone on empty fields.", False, False),
        ("Egypt is as dry as Libya.", True, False),
        ("Vladimir Putin threatened the farmers.", True, False),
        ("Vladimir Putin threatened Recep Tayyip Erdogan.", True, True),
        ("The Kremlin threatened the farmers.", True, True),
        ("The farmers told Reuters that they would attack.", True, False),
    ],
)
def test_what_passes(gate, names, text, wide, acts):
    hits = tuple(names.find(text))
    assert (gate.wide(text, hits), gate.acts(text, hits)) == (wide, acts)


def test_hits_fall_into_their_spans(names):
    text = "Egypt met Iran. Nothing. Libya."
    spans = [(0, 15), (16, 24), (25, 31)]
    found = within(names.find(text), spans)
    assert [[text[h.start : h.end] for h in hits] for hits in found] == [["Egypt", "Iran"], [], ["Libya"]]
