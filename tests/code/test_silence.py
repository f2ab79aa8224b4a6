"""Sentences that tell no political act: business, sport, culture, weather, science, local life, full of verbs of battle and bargaining.

``silence.yml`` holds two sets: `written` was written before the rules it tests and then worked on, `fresh` was written afterwards and never worked
on; each has a ceiling of its own.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from dragoman.code import Coder
from dragoman.code.cases import article_of, describe

FILE = Path(__file__).with_name("silence.yml")
CEILING = {"written": 0.03, "fresh": 0.12}
# share of sentences that may get an event; measured in November 2026: 0.017 and 0.100


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def sentences(part: str) -> Iterator[str]:
    for field in yaml.safe_load(FILE.read_text(encoding="utf-8"))[part].values():
        yield from field


@pytest.mark.parametrize("part", CEILING)
def test_few_sentences_of_private_life_get_an_event(coder: Coder, part: str) -> None:
    every = list(sentences(part))
    drafts = coder.drafts(article_of(s) for s in every)
    loud = [f"{s} | {'; '.join(map(describe, d.events))}" for s, d in zip(every, drafts, strict=True) if d.events]
    assert len(loud) / len(every) < CEILING[part], "\n".join(loud)


POLITICAL = {
    "firm and state": "Gazprom agreed to supply gas to Moldova.",
    "two firms": "Rosneft signed an agreement with CNPC.",
    "private people, public side": "Polish farmers urged the government to ban Ukrainian grain.",
    "private people, force": "Gunmen killed a Dutch tourist in Egypt.",
    "private people, protest": "Lebanese students poured into the streets.",
    "ships": "Chinese vessels patrolled near the Japanese islands.",
    "public side inside": "An Israeli author urged Washington to press Israel.",
}


@pytest.mark.parametrize("what", POLITICAL)
def test_what_touches_politics_is_still_coded(coder: Coder, what: str) -> None:
    assert coder.drafts([article_of(POLITICAL[what])])[0].events


def test_a_dropped_act_says_why(coder: Coder) -> None:
    (draft,) = coder.drafts([article_of("The Dutch engineer urged young drivers to slow down.")])
    assert any("nobody in it acts for a state" in t.why for t in draft.lines[0].trials)
