"""Sides that the words beside an act tell."""

from __future__ import annotations

import pytest

from dragoman.code.cases import article_of
from dragoman.code.coder import Coder

# text, type, actor, recipient
FILLED = [
    ("Two Malian soldiers were killed when Burkinabe troops shelled a post near the border.", "ASSAULT", "BFA", {"MLI"}),
    ("Fiji signed the pact with China despite appeals by Samoa.", "REQUEST", "WSM", {"FJI"}),
    ("Norway handed Malawi 200 tonnes of maize, and the IMF promised a loan of $40 million.", "AGREE", "IMF", {"MWI"}),
    ("Turkey freed two Greek soldiers on Monday. The European Union applauded the release.", "SUPPORT", "EU", {"TUR"}),
]
EMPTY = [
    # nobody of a country was hurt; the plea is for something else; two clauses of different kinds; another's deed in between
    ("Nine were killed when Burkinabe troops shelled a post near the border.", "ASSAULT", "BFA"),
    ("Norway handed Malawi 200 tonnes of maize, and the IMF vowed to cut its staff.", "AGREE", "IMF"),
    ("Turkey freed two Greek soldiers on Monday. The European Union applauded the concert.", "SUPPORT", "EU"),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


@pytest.mark.parametrize(("text", "kind", "actor", "recipient"), FILLED)
def test_the_other_side_is_told_beside(coder: Coder, text: str, kind: str, actor: str, recipient: set[str]) -> None:
    events = [e for e in coder.code(article_of(text)).events if e.type == kind and {p.code for p in e.actor} == {actor}]
    assert [{p.code for p in e.recipient} for e in events] == [recipient]


@pytest.mark.parametrize(("text", "kind", "actor"), EMPTY)
def test_no_other_side_is_guessed(coder: Coder, text: str, kind: str, actor: str) -> None:
    events = [e for e in coder.code(article_of(text)).events if e.type == kind and {p.code for p in e.actor} == {actor}]
    assert not {p.code for e in events for p in e.recipient if p.code}


def test_who_was_hurt_and_how_is_one_deed_at_one_time(coder: Coder) -> None:
    article = article_of("An Indian soldier was killed on 3 May 2019 when Pakistani artillery shelled a post.")
    (event,) = coder.code(article).events
    assert event.time is not None
    assert event.time.start == "2019-05-03"
