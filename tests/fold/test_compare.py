"""What links two claims and what bars it, one mechanism a line; and groups as a whole."""

import pytest

from dragoman.fold.compare import LINK, compare
from dragoman.fold.incremental import fold_in
from dragoman.fold.memory import Dictionaries
from fold.made import claim, event

SIEGE, CONVOYS = "lift the siege of the city", "lift the siege and let convoys in"
MEET = {"time": "2024-10-05"}
ABOUT_RUS = {"about": (event("REQUEST", "BRA > RUS"),)}
ABOUT_ARMS = {"about": (event("AID", "BRA > UKR"),)}

LINKED = {
    "one plea in two papers": (("REQUEST", "EGY > ARE", SIEGE, {}), ("REQUEST", "EGY > ARE", CONVOYS, {})),
    "a meeting and its day": (("CONSULT", "EGY, ARE", "", MEET), ("CONSULT", "ARE, EGY", "", MEET)),
    "the minister and the state": (("CONSULT", "DEU:Olaf Scholz, BRA", "", MEET), ("CONSULT", "DEU, BRA", "", MEET)),
    "planned and held": (
        ("CONSULT", "EGY, ARE", "", MEET | {"status": "planned", "published": "2024-10-03"}),
        ("CONSULT", "EGY, ARE", "", MEET),
    ),
    "held and denied": (("CONSULT", "EGY, ARE", "", MEET), ("CONSULT", "EGY, ARE", "", MEET | {"status": "negated"})),
    "either side of midnight": (
        ("CONSULT", "EGY, ARE", "over dams, water, harvests", MEET),
        ("CONSULT", "EGY, ARE", "water, dams, harvests", {"time": "2024-10-06"}),
    ),
    "an expulsion by two names": (
        ("SANCTION", "POL > BLR", "two envoys", MEET | {"size": 2}),
        ("COERCE", "POL > BLR", "two envoys", MEET | {"size": 2}),
    ),
    "men without a country": (
        ("ASSAULT", "ISR > LBN", "block in Tyre", MEET),
        ("ASSAULT", "ISR > ~nine people", "Tyre", MEET),
    ),
    "title and lead": (
        ("REQUEST", "EGY > ARE", "siege", {"article": "a", "part": "title"}),
        ("REQUEST", "EGY > ARE", "convoys", {"article": "a", "lead": True}),
    ),
    "a visit in the same month": (
        ("CONSULT", "USA, PHL", "visit", {"time": "2024-12", "status": "planned"}),
        ("CONSULT", "USA, PHL", "", {"time": "2024-12", "status": "planned"}),
    ),
}
APART = {
    "another pair": (("REQUEST", "EGY > ARE", SIEGE, {}), ("REQUEST", "EGY > SAU", SIEGE, {})),
    "the other way round": (("REQUEST", "EGY > ARE", SIEGE, {}), ("REQUEST", "ARE > EGY", SIEGE, {})),
    "another type": (("REQUEST", "EGY > ARE", SIEGE, {}), ("ACCUSE", "EGY > ARE", SIEGE, {})),
    "another day": (("CONSULT", "EGY, ARE", "", MEET), ("CONSULT", "EGY, ARE", "", {"time": "2024-10-09"})),
    "another person": (
        ("CONSULT", "DEU:Olaf Scholz, BRA", "", MEET),
        ("CONSULT", "DEU:Annalena Baerbock, BRA", "", MEET),
    ),
    "a call and a visit": (
        ("CONSULT", "EGY, ARE", "", MEET | {"mode": "phone"}),
        ("CONSULT", "EGY, ARE", "", MEET | {"mode": "visit"}),
    ),
    "another plea": (
        ("REQUEST", "TCD > LBY", "open the border bridge", {}),
        ("REQUEST", "TCD > LBY", "free captured flour convoys", {}),
    ),
    "about another thing": (("REQUEST", "DEU > BRA", "", ABOUT_RUS), ("REQUEST", "DEU > BRA", "", ABOUT_ARMS)),
    "two towns": (
        ("ASSAULT", "ISR > LBN", "", {"place": ("Tyre", "LBN")}),
        ("ASSAULT", "ISR > LBN", "", {"place": ("Nabatieh", "LBN"), "published": "2024-10-06"}),
    ),
    "done and to come in one article": (
        ("CONSULT", "RUS, BRA", "", {"article": "a"}),
        ("CONSULT", "RUS, BRA", "", {"article": "a", "status": "planned"}),
    ),
    "what might be": (
        ("SANCTION", "EU > SRB", "funds", {}),
        ("SANCTION", "EU > SRB", "funds", {"status": "hypothetical"}),
    ),
    "a group and its member": (("ACCUSE", "G7 > CHN", "coercion", {}), ("ACCUSE", "JPN > CHN", "coercion", {})),
    "half told, days later": (
        ("REQUEST", "EGY > ARE", SIEGE, {}),
        ("REQUEST", "> ARE", SIEGE, {"published": "2024-10-09"}),
    ),
    "a sum and one of its parts": (
        ("ASSAULT", "ISR > LBN", "strikes", {"time": "2024-09-27/"}),
        ("ASSAULT", "ISR > LBN", "", {"time": "2024-10-01"}),
    ),
}


def pair(told):
    return [claim(kind, sides, text, id=str(n), **given) for n, (kind, sides, text, given) in enumerate(told)]


@pytest.mark.parametrize("told", LINKED.values(), ids=LINKED)
def test_linked(told):
    assert compare(*pair(told)).linked, compare(*pair(told))


@pytest.mark.parametrize("told", APART.values(), ids=APART)
def test_apart(told):
    assert not compare(*pair(told)).linked, compare(*pair(told))


def test_a_score_carries_its_reasons():
    found = compare(*pair(LINKED["one plea in two papers"]))
    assert found.score == sum(weight for _, weight in found.reasons) >= LINK
    assert {"sides", "words"} <= {why for why, _ in found.reasons}


def grouped(*claims):
    memory = Dictionaries()
    fold_in(memory, claims)
    events = memory.events_of([c.id for c in claims])
    return sorted(sorted(i for i in events if events[i] == e) for e in set(events.values()))


def test_a_claim_that_is_silent_does_not_chain_two_requests():
    errand = [
        claim("REQUEST", "DEU > BRA", "push Moscow towards peace", id=f"a{n}", published="2024-03-12", **ABOUT_RUS)
        for n in range(2)
    ]
    arms = [
        claim("REQUEST", "DEU > BRA", "release shells for the guns", id=f"b{n}", published="2024-03-12", **ABOUT_ARMS)
        for n in range(2)
    ]
    silent = claim("REQUEST", "DEU > BRA", "peace and shells", id="c", published="2024-03-12")
    groups = grouped(*errand, *arms, silent)
    assert not any({"a0", "b0"} <= set(ids) for ids in groups)
    assert any({"a0", "a1"} <= set(ids) for ids in groups)
    assert any({"b0", "b1"} <= set(ids) for ids in groups)


def test_a_meeting_is_one_from_its_announcement_to_its_aftermath():
    life = [
        claim(
            "CONSULT",
            "EGY, ARE",
            "will meet on dams",
            id="a",
            published="2024-10-01",
            time="2024-10-09",
            status="planned",
        ),
        claim("CONSULT", "EGY, ARE", "met on dams", id="b", published="2024-10-09", time="2024-10-09"),
        claim("CONSULT", "EGY, ARE", "had met", id="c", published="2024-10-20", time="2024-10-09"),
    ]
    assert grouped(*life, claim("CONSULT", "EGY, ARE", "met", id="d", published="2024-10-21", time="2024-10-20")) == [
        ["a", "b", "c"],
        ["d"],
    ]
