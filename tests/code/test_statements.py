"""Statements: who can speak, where content ends, mediums, and runs of quoted words."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.code.cases import article_of
from dragoman.code.coder import Coder
from dragoman.code.quotes import Span, find_quotes
from dragoman.code.statements import medium_of
from dragoman.code.voices_span import hull, outer, run_on, stripped, without_medium
from dragoman.code.voices_speak import can_speak
from dragoman.codebook.load import load
from dragoman.codebook.schema import Cues
from dragoman.codebook.source import read_yaml
from dragoman.engine.parse import Token


@pytest.fixture(scope="module")
def cues() -> Cues:
    return load().cues


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


@pytest.mark.parametrize(
    ("noun", "tag", "kind", "want"),
    [
        ("minister", "NN", "speech", True),
        ("he", "PRP", "thought", True),
        ("economy", "NN", "speech", False),
        ("past", "NN", "speech", False),
        ("hotel", "NNS", "document", False),
        ("report", "NN", "speech", True),
        ("report", "NN", "thought", False),
        ("poll", "NN", "plan", False),
        ("Kremlin", "NNP", "thought", True),
        ("there", "EX", "speech", False),
        ("this", "DT", "thought", False),
    ],
)
def test_who_can_speak(noun: str, tag: str, kind: str, want: bool, cues: Cues) -> None:
    assert can_speak(Token(0, noun, noun.lower(), tag, "nsubj", 0), kind, cues) is want


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Macron said so in a post on X.", "post"),
        ("He told reporters that he would go.", "briefing"),
        ("She spoke in an interview.", "interview"),
        ("The two issued a joint statement.", "joint statement"),
        ("It was in a letter to Xi.", "letter"),
        ("They met in Cairo.", None),
    ],
)
def test_medium(words: str, want: str | None, cues: Cues) -> None:
    assert medium_of(cues, words) == want


def test_medium_stands_outside_the_words_told(cues: Cues) -> None:
    assert medium_of(cues, "Xi said the interview was over.", "the interview was over") is None


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ('Scholz for "saying it" in a post on Telegram', 'Scholz for "saying it"'),
        ("Israel must withdraw in a joint statement", "Israel must withdraw"),
        ("the plan in his speech on Monday", "the plan"),
        ('the "words in a statement"', 'the "words in a statement"'),
        ("to meet in Cairo", "to meet in Cairo"),
    ],
)
def test_content_without_its_medium(text: str, want: str) -> None:
    start, end = without_medium(text, (0, len(text)))
    assert text[start:end] == want


def test_words_run_on_over_sentences() -> None:
    text = '"A b c," X said. "D e f. G h i." Then it rained.'
    quotes = find_quotes(text, 0, len(text))
    start, end = run_on((0, 8), (0, 16), quotes, text)
    assert text[start:end] == '"A b c," X said. "D e f. G h i."'


def test_words_with_a_cue_of_their_own_do_not_run_on() -> None:
    text = '"A b c," X said. "D e f," Y said.'
    quotes = find_quotes(text, 0, len(text))
    assert run_on((0, 8), (0, 16), quotes, text, [(17, len(text))]) == (0, 8)


def test_words_that_began_before() -> None:
    text = "“A b. C d. E f,” X said."
    quotes = find_quotes(text, 0, len(text))
    assert run_on((11, 14), (11, 24), quotes, text) == (0, 16)


def test_bounds() -> None:
    assert outer(Span(1, 3, True)) == (0, 4)
    assert outer(Span(2, 4, True, 2)) == (0, 6)
    assert outer(Span(1, 3, False)) == (0, 3)
    assert hull([(3, 5), (1, 2)]) == (1, 5)
    assert stripped(" , a b — ", 0, 9) == (3, 6)


SPEAKERS = read_yaml(Path(__file__).parent / "speakers.yml")["cases"]


@pytest.mark.parametrize("case", SPEAKERS, ids=lambda c: str(c["text"])[:40])
def test_who_speaks(coder: Coder, case: dict[str, str]) -> None:
    heard = [p for s in coder.code(article_of(case["text"], "2024-09-18")).statements for p in s.speaker]
    if case.get("speaker") == "none":
        assert not heard
        return
    wanted = {"code": case.get("speaker"), "sector": case.get("sector")}
    assert any(
        all(value in (None, getattr(p, field)) for field, value in wanted.items()) and case.get("person", "") in (p.person or "") for p in heard
    ), [(p.code, p.person, p.sector) for p in heard]
