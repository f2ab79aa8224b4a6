import pytest

import made
from dragoman.model import Attribution, Place, Time
from dragoman.view import words
from made import IND, MODI, NAVY, RUS, SDN, USA, event, party


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (IND, "IND"),
        (USA, "USA (State Department)"),
        (MODI, "IND (Prime Minister Narendra Modi)"),
        (NAVY, "IND (Indian Navy)"),
        (party("Meridian", name="Meridian", sector="JRN"), "Meridian"),
        (party("the minister", role="minister"), "the minister"),
        (party("Ali", name="Ali Aden", role="elder", person="Ali Aden"), "Ali Aden (elder)"),
        (party("the fleet", "IND", name="Indian Navy", role="navy", sector="MIL"), "IND (Indian Navy)"),
        (party("a spokesman", "USA", name="United States", role="spokesman", sector="MED"), "USA (spokesman)"),
        (party("the envoy", role="special envoy"), "the envoy (special envoy)"),
    ],
)
def test_a_party_is_its_code_with_what_tells_it_from_the_state(who, expected):
    assert words.full(who) == expected


def test_asked_to_ask_is_a_chain():
    act = event("REQUEST", (USA,), (IND,), about=(event("REQUEST", (IND,), (RUS,)),))
    drawn = words.chain(act)
    assert str(drawn) == "USA (State Department) -REQUEST-> IND -REQUEST-> RUS"
    assert not drawn.branches


def test_a_chain_of_three():
    inner = event("REJECT", (RUS,), (SDN,), status="hypothetical")
    act = event("REQUEST", (USA,), (IND,), about=(event("REQUEST", (IND,), (RUS,), about=(inner,)),))
    assert str(words.chain(act)).endswith("IND -REQUEST-> RUS -REJECT-> SDN (hypothetical)")


def test_what_the_actor_does_itself_shares_the_arrow():
    act = event("AGREE", (IND,), about=(event("AID", (IND,), (SDN,), status="planned"),))
    assert str(words.chain(act)) == "IND -AGREE about AID-> SDN (planned)"


def test_a_promise_to_the_one_who_gains_shares_the_arrow_too():
    act = event("AGREE", (IND,), (SDN,), about=(event("AID", (IND,), (SDN,)),))
    assert str(words.chain(act)) == "IND -AGREE about AID-> SDN"


def test_nobody_named_anywhere_is_drawn_once():
    act = event("THREATEN", (), about=(event("SANCTION", (), (RUS,)),))
    assert str(words.chain(act)) == "(unnamed) -THREATEN about SANCTION-> RUS"


def test_two_things_asked_are_branches():
    act = event("REQUEST", (USA,), (IND,), about=(event("AID", (IND,), (SDN,)), event("REJECT", (IND,), (RUS,))))
    drawn = words.chain(act)
    assert str(drawn) == "USA (State Department) -REQUEST-> IND"
    assert [str(branch) for branch in drawn.branches] == ["IND -AID-> SDN", "IND -REJECT-> RUS"]


def test_an_accusation_about_third_parties_is_a_branch():
    act = event("ACCUSE", (USA,), (IND,), about=(event("ASSAULT", (RUS,), (SDN,)),))
    assert [str(branch) for branch in words.chain(act).branches] == ["RUS -ASSAULT-> SDN"]


def test_an_unnamed_actor_mode_and_many_actors():
    assert str(words.chain(event("SANCTION", (), (RUS,), mode="expel"))) == "(unnamed) -SANCTION:expel-> RUS"
    assert str(words.chain(event("CONSULT", (IND, RUS)))) == "IND + RUS -CONSULT"


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2024-07-08", "2024-07-08", "day", "2024-07-08"),
        ("2024-07-01", "2024-07-07", "week", "2024-07-01 to 2024-07-07 (week)"),
        ("2024-03", None, "month", "2024-03 (month)"),
        (None, None, "approximate", '"lately"'),
        (None, "2024", "year", "until 2024"),
    ],
)
def test_time_in_words(start, end, precision, expected):
    assert words.when(Time(start=start, end=end, precision=precision, text="lately")) == expected


def test_place_in_words():
    assert words.where(Place(name="Geneva", country="CHE", lat=None, lon=None)) == "Geneva, CHE"
    assert words.where(Place(name="the border", country=None, lat=None, lon=None)) == "the border"
    assert words.where(None) is None


def test_voices_outermost_first():
    assert words.via((made.MERIDIAN, made.OFFICIALS)) == "according to Meridian (report), then an unnamed source"
    hedged = Attribution(source=None, cue="reportedly", medium=None, anonymous=False, hedge="reportedly")
    of_state = Attribution(source=USA, cue="say", medium="interview", anonymous=True, hedge=None)
    assert words.via((hedged,)) == "reportedly"
    assert words.via((hedged, made.OFFICIALS)) == "reportedly, according to an unnamed source"
    assert words.via((of_state,)) == "according to unnamed source of USA (State Department) (interview)"
    paper = Attribution(source=None, cue="the draft", medium="report", anonymous=False, hedge=None)
    assert words.via((paper,)) == "according to report"
    assert words.via(()) is None


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2024-05-04T09:15:00+05:30", "2024-05-04 09:15 +05:30"),
        ("2024-05-04T09:15:30Z", "2024-05-04 09:15 UTC"),
        ("2024-05-04T09:15", "2024-05-04 09:15"),
        ("2024-05-04", "2024-05-04"),
    ],
)
def test_stamps_are_read_without_effort(stamp, expected):
    assert words.stamp(stamp) == expected


def test_evidence_marks_exactly_its_words_and_loses_none():
    readout = made.readout()
    for sentence in readout.sentences:
        events = tuple(e for e in readout.events if e.sentence == sentence.id)
        runs = list(words.marked(readout, sentence.id, events))
        assert "".join(text for text, _ in runs) == sentence.text
        assert {text for text, evidence in runs if evidence} == {e.evidence.text for e in events}


def test_overlapping_evidence_is_marked_once():
    readout = made.readout()
    two = tuple(event("AGREE", (), evidence=made.evidence(text)) for text in ("agreed to", "to revive"))
    runs = list(words.marked(readout, "s2", two))
    assert [text for text, evidence in runs if evidence] == ["agreed to revive"]


def test_an_unknown_sentence_has_no_words():
    assert list(words.marked(made.readout(), "s9", ())) == []


def test_tally_counts_and_says_when_there_is_nothing():
    assert words.tally(made.readout()).startswith("3 events, 1 statement, 1 meeting")
    nothing = made.readout(events=(), statements=(), meetings=(), positions=(), ties=())
    assert words.tally(nothing) == "nothing coded in 2 sentences"
