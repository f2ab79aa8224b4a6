import json

import numpy as np
import pytest

import made
from dragoman.code.pairs import Found, filed, find_act, packaged_model, pairs
from dragoman.code.pairs_model import PairModel
from dragoman.code.pairs_words import SOURCE, TARGET, Mentions, WordPieces, find_mentions
from dragoman.errors import EngineError
from made import event, party

TEXT = "Oslo sued Lima after Lima fined Oslo."
UNSURE = {"ACCUSE": 0.3, "SANCTION": 0.3, "CONSULT": 0.4}


def at(words, nth=0):
    start = TEXT.index(words) if not nth else TEXT.rindex(words)
    return party(words, start=start, end=start + len(words))


def readout(*events, text=TEXT):
    return made.readout(article=made.article(text), events=events)


SUED = event("ACCUSE", (at("Oslo"),), (at("Lima"),))
FINED = event("SANCTION", (at("Lima", 1),), (at("Oslo", 1),))


class Says:
    """A model that believes the same of every passage."""

    def __init__(self, **beliefs):
        self.beliefs = beliefs

    def judge(self, passages):
        return [self.beliefs for _ in passages]


def answer(readout, actor, recipient, marked=None, **beliefs):
    return pairs([readout], [(actor, recipient, marked)], Says(**(beliefs or UNSURE)))[0]


@pytest.mark.parametrize(
    ("marked", "type"),
    [
        ("<s>Oslo</s> sued <t>Lima</t> after Lima fined Oslo.", "ACCUSE"),
        ("Oslo sued Lima after <s>Lima</s> fined <t>Oslo</t>.", "SANCTION"),
        (None, "ACCUSE"),
    ],
)
def test_the_act_that_joins_the_marked_mentions_settles_what_the_model_doubts(marked, type):
    actor, recipient = ("Lima", "Oslo") if marked and "<s>Lima" in marked else ("Oslo", "Lima")
    kind, confidence = answer(readout(SUED, FINED), actor, recipient, marked)
    assert kind == type
    assert confidence > 0.6


def test_a_model_that_is_sure_outweighs_an_act():
    assert answer(readout(SUED), "Oslo", "Lima", ACCUSE=0.02, SANCTION=0.98) == (
        "SANCTION",
        pytest.approx(0.896, abs=0.001),
    )


def test_where_both_agree_the_confidence_is_higher_than_the_models_own():
    assert answer(readout(SUED), "Oslo", "Lima", ACCUSE=0.8, SANCTION=0.2)[1] > 0.9


def test_acts_inside_acts_are_found_too():
    asked = event("REQUEST", (), (), about=(FINED,))
    passage = find_mentions(TEXT, "Lima", "Oslo", "Oslo sued Lima after <s>Lima</s> fined <t>Oslo</t>.")
    assert find_act(readout(asked), passage) == Found("SANCTION", 2)


def test_those_who_meet_are_both_sides():
    met = event("CONSULT", (at("Oslo"), at("Lima")))
    assert find_act(readout(met), find_mentions(TEXT, "Oslo", "Lima")) == Found("CONSULT", 2)


def test_what_was_not_done_joins_nobody():
    sued_not = event("ACCUSE", (at("Oslo"),), (at("Lima"),), status="negated")
    assert find_act(readout(sued_not), find_mentions(TEXT, "Oslo", "Lima")) is None


def test_there_is_always_an_answer():
    assert answer(readout(), "Oslo", "Lima") == ("CONSULT", 0.4)
    assert answer(readout(), "Nairobi", "Quito") == ("CONSULT", 0.4)


def test_yielding_is_answered_as_a_type_of_plover():
    assert answer(readout(), "Oslo", "Lima", YIELD=1.0) == ("RETREAT", 1.0)


@pytest.mark.parametrize(
    ("type", "cameo", "status", "want"),
    [
        ("CONSULT", "036", "planned", "AGREE"),
        ("CONSULT", "042", "planned", "AGREE"),
        ("ASSAULT", "190", "planned", "THREATEN"),
        ("SANCTION", "163", "actual", "COERCE"),
        ("SANCTION", "116", "actual", "ACCUSE"),
        ("COERCE", "1712", "actual", "ASSAULT"),
        ("REJECT", "196", "actual", "ASSAULT"),
        ("COERCE", "191", "actual", "ASSAULT"),
        ("COERCE", "176", "actual", "ASSAULT"),
        ("CONCEDE", "081", "actual", "YIELD"),
        ("RETREAT", None, "actual", "YIELD"),
        ("RETREAT", None, "planned", "AGREE"),
        ("REQUEST", None, "planned", "REQUEST"),
    ],
)
def test_acts_are_filed_as_in_plovers_conversion_table(type, cameo, status, want):
    assert filed(event(type, (), cameo=cameo, status=status)) == want


# -- where the mentions stand


def test_mentions_are_found_where_they_are_tagged():
    found = find_mentions("A hit B. A fed B.", "A", "B", "A hit B. <s>A</s> fed <t>B</t>.")
    assert (found.source, found.target) == ((9, 10), (15, 16))


def test_of_several_tagged_places_the_closest_two_are_taken():
    found = find_mentions("A said A fed B.", "A", "B", "<s>A</s> said <s>A</s> fed <t>B</t>.")
    assert (found.source, found.target) == ((7, 8), (13, 14))


def test_untagged_mentions_are_whole_words_where_they_can_be():
    found = find_mentions("Omani boats met the US near Oman, thus.", "Oman", "US")
    assert (found.source, found.target) == ((28, 32), (20, 22))


def test_tags_of_another_text_are_not_believed():
    assert find_mentions("A fed B.", "A", "B", "<s>C</s> fed <t>B</t>.").source == (0, 1)


def test_words_that_are_not_there_have_no_place():
    assert find_mentions("A fed B.", "X", "", None) == Mentions("A fed B.", None, None)


# -- pieces


def pieces():
    return WordPieces(
        [
            "[PAD]",
            "[unused0]",
            "[unused1]",
            "[unused2]",
            "[unused3]",
            "[UNK]",
            "[CLS]",
            "[SEP]",
            "a",
            "fed",
            "feed",
            "##ing",
            "b",
            "_",
            ".",
        ]
    )


def test_words_are_cut_at_the_longest_known_piece():
    assert pieces().cut("Feeding A_Féd zzz.") == [10, 11, 8, 13, 9, 5, 14]


def test_both_mentions_are_marked_in_the_order_of_the_text():
    found = pieces().encode(find_mentions("B fed A.", "A", "B"))
    assert found == [6, TARGET, 12, TARGET + 1, 9, SOURCE, 8, SOURCE + 1, 14, 7]


def test_long_passages_are_cut_around_the_mentions():
    words = "fed " * 200
    assert len(pieces().encode(find_mentions(f"{words}A {words}B {words}", "A", "B"))) < 110


# -- the packaged model

OWN = [
    ("<s>Norway</s> accused <t>Chad</t> of hiding the report.", "ACCUSE"),
    ("<s>Peru</s> will send two field hospitals to <t>Haiti</t>.", "AGREE"),
    ("<s>Japan</s> sent blankets and tents to <t>Nepal</t> after the quake.", "AID"),
    ("<s>Gunmen</s> killed <t>five Malian soldiers</t> in an ambush.", "ASSAULT"),
    ("<s>Kenyan police</s> arrested <t>an opposition leader</t> on Friday.", "COERCE"),
    ("<s>The Dutch prime minister</s> met <t>his Greek counterpart</t> in Athens.", "CONSULT"),
    ("<s>Chile</s> and <t>Peru</t> held joint naval exercises.", "COOPERATE"),
    ("<s>Ghana</s> put its troops on high alert along the border with <t>Togo</t>.", "MOBILIZE"),
    ("<s>Thousands of students</s> marched against <t>the government's pension plan</t>.", "PROTEST"),
    ("<s>Cuba</s> refused to meet <t>the European envoy</t>.", "REJECT"),
    ("<s>Fiji</s> urged <t>Australia</t> to cut its emissions.", "REQUEST"),
    ("<s>Sweden</s> suspended development aid to <t>Burundi</t>.", "SANCTION"),
    ("<s>Ireland</s> praised <t>Malta</t> for its role in the talks.", "SUPPORT"),
    ("<s>Sudan</s> threatened to bomb <t>Juba</t> if the talks failed.", "THREATEN"),
    ("<s>Laos</s> freed <t>three Thai fishermen</t> on Sunday.", "YIELD"),
    ("<t>Chad</t> was accused of espionage by <s>Niger</s>.", "ACCUSE"),
    ("<s>Egypt</s> lifted its ban on <t>Kenyan tea</t>.", "YIELD"),
]


@pytest.fixture(scope="module")
def model():
    return packaged_model()


def test_the_packaged_model_knows_every_type(model):
    beliefs = model.judge([find_mentions(made_plain(marked), "", "", marked) for marked, _ in OWN])
    assert [max(b, key=b.get) for b in beliefs] == [type for _, type in OWN]
    assert all(sum(b.values()) == pytest.approx(1, abs=1e-4) for b in beliefs)


def made_plain(marked):
    return marked.replace("<s>", "").replace("</s>", "").replace("<t>", "").replace("</t>", "")


def test_a_passage_is_judged_alike_alone_and_among_others(model):
    passages = [find_mentions(made_plain(marked), "", "", marked) for marked, _ in OWN]
    together = model.judge(passages)
    for passage, beliefs in zip(passages[:3], together, strict=False):
        alone = model.judge([passage])[0]
        assert alone == {kind: pytest.approx(p, abs=1e-4) for kind, p in beliefs.items()}


def test_no_passages_no_beliefs(model):
    assert model.judge([]) == []


def test_an_empty_passage_is_still_judged(model):
    assert sum(model.judge([Mentions("", None, None)])[0].values()) == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize("content", [None, b"no weights", json.dumps({}).encode()])
def test_weights_that_cannot_be_read_are_named(tmp_path, content):
    path = tmp_path / "pairs.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(EngineError, match="pair model"):
        PairModel(path)


def test_weights_of_another_kind_are_refused(tmp_path):
    path = tmp_path / "pairs.npz"
    np.savez(path, something=np.zeros(3))
    with pytest.raises(EngineError, match="pair model"):
        PairModel(path)
