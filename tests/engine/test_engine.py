"""The engine keeps order and offsets, and hides nothing of spaCy from others."""

import subprocess
import sys

import pytest

from dragoman.engine.spacy_engine import Engine

TEXTS = [
    "Egypt urged the UAE to press the RSF.",
    "He left.",
    "The minister, who had flown in from Riyadh on Monday, declined to say whether the two sides would meet again.",
    "“We are ready,” she said.",
]


@pytest.fixture(scope="module")
def engine():
    return Engine()


def test_order_and_offsets(engine):
    parses = engine.parse([(t, 100 * i) for i, t in enumerate(TEXTS)])
    for i, (text, parse) in enumerate(zip(TEXTS, parses, strict=True)):
        assert (parse.start, parse.end) == (100 * i, 100 * i + len(text))
        assert all(text[t.start - 100 * i : t.end - 100 * i] == t.text for t in parse.tokens)


def test_nothing_to_parse(engine):
    assert engine.parse([]) == []


def test_a_tree_has_no_circle(engine):
    for parse in engine.parse([(t, 0) for t in TEXTS]):
        assert all(len(list(t.subtree())) <= len(parse.tokens) for t in parse.tokens)


def python(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_coder_is_imported_without_spacy():
    assert python("import sys, dragoman.code.coder; print('spacy' in sys.modules, 'numpy' in sys.modules)") == ["False", "False"]


def test_spacys_command_line_is_left_out_but_can_be_had():
    code = (
        "import sys; from dragoman.engine.spacy_engine import Engine; Engine().lemma('left', 'VBD'); print('spacy.cli' in sys.modules);"
        "import spacy, spacy.cli; print(spacy.cli.info is not None, 'spacy_version' in spacy.info(silent=True))"
    )
    assert python(code) == ["False", "True", "True"]
