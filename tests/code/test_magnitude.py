"""Persons that an act counts, and numbers as news writes them."""

import pytest

from dragoman.code import Coder
from dragoman.code.cases import article_of, walk
from dragoman.code.magnitude import read_number
from dragoman.model import Magnitude

NUMBERS = [
    ("at least 14", 14), ("2,000", 2_000), ("1.5 million", 1_500_000), ("some 2,000", 2_000), ("two dozen", 24), ("a dozen", 12), ("dozens", 24),
    ("half a dozen", 6), ("half a million", 500_000), ("scores", 40), ("hundreds", 200), ("thousands", 2_000), ("tens of thousands", 20_000), ("hundreds of thousands", 200_000),
    ("millions", 2_000_000), ("twenty - five", 25), ("twenty-five", 25), ("two hundred and fifty", 250), ("ten thousand", 10_000),
    ("a hundred", 100), ("several", None), ("14 - year - old", None), ("many", None), ("", None),
]  # fmt: skip

SENTENCES = [
    ("An Israeli strike on Gaza killed at least 14 people and wounded 30.", (14, 30, None)),
    ("Russian missiles hit Kharkiv, killing 14 people and wounding dozens.", (14, 24, None)),
    ("A Saudi airstrike on Yemen left nine people dead.", (9, None, None)),
    ("The RSF killed two soldiers and a child in Sudan.", (3, None, None)),
    ("Twenty-five Ukrainian soldiers were killed by Russian forces.", (25, None, None)),
    ("The attack by Al-Shabaab on Somali troops claimed 17 lives.", (17, None, None)),
    ("Thousands marched in Tbilisi against the government.", (None, None, 2_000)),
    ("Some 2,000 people protested in Cairo.", (None, None, 2_000)),
    ("Tens of thousands of Serbs demonstrated in Belgrade.", (None, None, 20_000)),
    ("Police detained 40 protesters in Minsk.", (None, None, 40)),
    ("Germany expelled two Russian diplomats.", (None, None, 2)),
    ("Poland deployed 10,000 troops to the border with Belarus.", (None, None, 10_000)),
    ("Hamas released 24 hostages to Israel.", (None, None, 24)),
    ("Colombian rebels kidnapped three American contractors.", (None, None, 3)),
    ("Turkish drones destroyed 12 Syrian tanks.", None),
    ("Egypt urged 22 states to press the RSF.", None),
    ("Iran and Oman held two rounds of talks.", None),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


@pytest.mark.parametrize(("words", "number"), NUMBERS)
def test_a_number_is_read_as_its_least(words: str, number: int | None) -> None:
    assert read_number(words.split()) == number


@pytest.mark.parametrize(("text", "want"), SENTENCES)
def test_persons_are_counted(coder: Coder, text: str, want: tuple[int | None, int | None, int | None] | None) -> None:
    (draft,) = coder.drafts([article_of(text)])
    told = [e.magnitude for top in draft.events for e in walk(top) if e.magnitude is not None]
    if want is None:
        assert not told
    else:
        assert Magnitude(dead=want[0], injured=want[1], size=want[2]) in told
