"""Sentences that tell no political act: business, sport, culture, weather, science, local life, full of verbs of battle and bargaining.

``silence.yml`` holds several sets, each written before the coder saw it; what each gave at its first run is in docs/explanation/quality.md, the
ceilings here hold what was reached since. ``political.yml`` holds the other side: acts of politics told in the words of the same fields.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from dragoman.code import Coder
from dragoman.code.cases import article_of, describe, walk

FILE = Path(__file__).with_name("silence.yml")
CEILING = {"written": 0.02, "fresh": 0.02, "second": 0.03, "third": 0.02, "fourth": 0.02, "fifth": 0.03, "sixth": 0.03, "seventh": 0.02, "eighth": 0.02, "ninth": 0.03, "tenth": 0.04}
# share of sentences that may get an event; measured in November 2026: 0.003, 0, 0.020, 0.013, 0.007, 0.020, 0.020, 0.013, 0.010 and 0.021
RECALL = 0.88
# of the political sentences, share whose act is coded; measured in November 2026: 57 of 63


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


def test_politics_in_the_words_of_trade_and_sport_is_coded(coder: Coder) -> None:
    wanted = yaml.safe_load(FILE.with_name("political.yml").read_text(encoding="utf-8"))["political"]
    every = [(kind, text) for kind, texts in wanted.items() for text in texts]
    drafts = coder.drafts(article_of(text) for _, text in every)
    missed = [text for (kind, text), d in zip(every, drafts, strict=True) if kind not in {a.type for e in d.events for a in walk(e)}]
    assert 1 - len(missed) / len(every) >= RECALL, "\n".join(missed)


def test_a_team_is_no_state(coder: Coder) -> None:
    told = {
        "France visit Cardiff on Saturday.": False,
        "France visits Cardiff on Saturday.": True,
        "Iran, with its allies, meets Oman on Monday.": True,
        "Cuba threatened to walk out before losing to Chile.": False,
        "Cuba threatened to walk out before losing patience with Chile.": True,
        "Peru thanked Bolivia after a 2-1 win.": False,
        "Peru thanked Bolivia after the council voted 12-1.": True,
    }
    assert {t: bool(d.events) for t, d in zip(told, coder.drafts(article_of(t) for t in told), strict=True)} == told


def test_what_a_firm_expects_of_a_state_is_a_forecast(coder: Coder) -> None:
    told = ["The broker expects Turkey to lower its rates.", "The ministry expects Turkey to lower its rates.", "Chad expects Turkey to lower its rates."]
    assert [bool(d.events) for d in coder.drafts(article_of(t) for t in told)] == [False, True, True]


def test_a_court_that_lets_private_people_go_is_no_retreat(coder: Coder) -> None:
    told = ["A Dutch court acquitted a baker of arson.", "A Dutch court released a Moldovan lawyer.", "A Dutch court released an opposition politician."]
    assert [bool(d.events) for d in coder.drafts(article_of(t) for t in told)] == [False, True, True]


def test_a_federation_of_sport_puts_no_politics_on_the_stage(coder: Coder) -> None:
    told = ["Ghana have asked UEFA for a new date.", "The Ghanaian government has asked UEFA to ban Mali."]
    assert [bool(d.events) for d in coder.drafts(article_of(t) for t in told)] == [False, True]


def test_a_queen_of_beauty_puts_no_politics_on_the_stage(coder: Coder) -> None:
    told = ["A Danish beauty queen condemned her rival from Malta.", "The Danish queen condemned the attack on Malta."]
    assert [bool(d.events) for d in coder.drafts(article_of(t) for t in told)] == [False, True]


def test_a_capital_named_as_a_state_before_is_no_city(coder: Coder) -> None:
    alone = "Copenhagen refuses to let go of its bicycles."
    told = [alone, f"The Danish government was angry. {alone}"]
    assert [bool(d.events) for d in coder.drafts(article_of(t) for t in told)] == [False, True]


POLITICAL = {
    "firm and state": "Gazprom agreed to supply gas to Moldova.",
    "two firms": "Rosneft signed an agreement with CNPC.",
    "private people, public side": "Polish farmers urged the government to ban Ukrainian grain.",
    "private people, force": "Gunmen killed a Dutch tourist in Egypt.",
    "private people, protest": "Lebanese students poured into the streets.",
    "ships": "Chinese vessels patrolled near the Japanese islands.",
    "a court of the land": "Russia's Supreme Court rejected an appeal by a religious movement.",
    "armed men and a firm": "Militants attacked Chevron in the delta.",
    "public side inside": "An Israeli author urged Washington to press Israel.",
}


@pytest.mark.parametrize("what", POLITICAL)
def test_what_touches_politics_is_still_coded(coder: Coder, what: str) -> None:
    assert coder.drafts([article_of(POLITICAL[what])])[0].events


def test_a_dropped_act_says_why(coder: Coder) -> None:
    (draft,) = coder.drafts([article_of("The Dutch engineer urged young drivers to slow down.")])
    assert any("nobody in it acts for a state" in t.why for t in draft.lines[0].trials)
