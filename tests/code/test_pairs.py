import pytest

import made
from dragoman.code.pairs import pair
from made import event, party

TEXT = "Oslo sued Lima after Lima fined Oslo."


def at(words, nth=0):
    start = TEXT.index(words) if not nth else TEXT.rindex(words)
    return party(words, start=start, end=start + len(words))


def readout(*events):
    return made.readout(article=made.article(TEXT), events=events)


SUED = event("ACCUSE", (at("Oslo"),), (at("Lima"),), confidence=0.8)
FINED = event("SANCTION", (at("Lima", 1),), (at("Oslo", 1),), confidence=0.4)


@pytest.mark.parametrize(
    ("marked", "type", "confidence"),
    [
        ("<s>Oslo</s> sued <t>Lima</t> after Lima fined Oslo.", "ACCUSE", 0.8),
        ("Oslo sued Lima after <s>Lima</s> fined <t>Oslo</t>.", "SANCTION", 0.4),
        (None, "ACCUSE", 0.8),
    ],
)
def test_the_act_that_joins_the_marked_mentions_answers(marked, type, confidence):
    actor, recipient = ("Lima", "Oslo") if marked and "<s>Lima" in marked else ("Oslo", "Lima")
    assert pair(readout(SUED, FINED), actor, recipient, marked) == (type, confidence)


def test_acts_inside_acts_answer_too():
    asked = event("REQUEST", (), (), about=(FINED,), confidence=0.8)
    assert pair(readout(asked), "Lima", "Oslo", "Oslo sued Lima after <s>Lima</s> fined <t>Oslo</t>.") == (
        "SANCTION",
        0.8,
    )


def test_those_who_meet_answer_for_each_other():
    met = event("CONSULT", (at("Oslo"), at("Lima")), confidence=0.8)
    assert pair(readout(FINED, met), "Oslo", "Lima") == ("CONSULT", 0.8)


def test_one_side_alone_is_worth_half():
    half = event("REJECT", (at("Oslo"),), (), confidence=0.8)
    assert pair(readout(half), "Oslo", "Lima") == ("REJECT", 0.4)


def test_there_is_always_an_answer():
    assert pair(readout(), "Oslo", "Lima") == ("CONSULT", 0.0)
    assert pair(readout(SUED), "Nairobi", "Quito") == ("ACCUSE", 0.2)
