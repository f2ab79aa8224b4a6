"""Transcripts: whose words follow a name with a colon, and who "we" are in them."""

from __future__ import annotations

import pytest

from dragoman.code.coder import Coder
from dragoman.read import read_text

STATE = """U.S. Department of State
Office of the Spokesperson
Department Press Briefing – September 12, 2023
Matthew Miller, Department Spokesperson
Washington, D.C.

1:22 p.m. EDT

MR MILLER: Good afternoon.

We call on the junta in Niger to release the French official.

QUESTION: Russia says the drills in Armenia are unfriendly. Any response?

MR MILLER: We reject that charge, and we thank Armenia for its invitation.

QUESTION: Can you confirm that the Secretary spoke with Prime Minister Pashinyan?

MR MILLER: He did.
"""
DELHI = """Transcript of Weekly Media Briefing by the Official Spokesperson
March 15, 2019

Official Spokesperson, Shri Raveesh Kumar: Good evening.

Question: What about the corridor?

Official Spokesperson: We have asked Pakistan to ensure the safety of the pilgrims.
"""
ASTANA = """Ministry of Foreign Affairs of the Republic of Kazakhstan
Press Release
Briefing of the official representative
6 October 2023

Spokesperson: Good morning.

Journalist: Will Kazakhstan join the embargo?

Spokesperson: We will not join any embargo against Russia.
"""
VIENNA = """Organization for Security and Co-operation in Europe
Press and Public Information Section

Transcript of the press conference of the Secretary General
2 December 2021

Check against delivery

SECRETARY GENERAL HELGA SCHMID: Good evening. Sweden hands the chair to Poland tonight.

I would like to thank Sweden for its year at the helm. The Permanent Council condemned the shelling of Avdiivka.

QUESTION (Baltic Radio): Madam Secretary General, Belarus accused you of meddling. What do you say?

MS. SCHMID: Foreign Minister Makei phoned me in Warsaw on Monday, and he asked me to recall the mission. We will not recall any mission.

QUESTION (Vienna Courier): Thank you. Is there snow?

MS. SCHMID: Yes, a lot.

END OF TRANSCRIPT
"""
INTERVIEW = """The Guardian
"We will wait", says Iran's foreign minister

3 March 2016

Mohammad Javad Zarif, the foreign minister of Iran, sat down with us in Munich.

Q: Will you meet the Saudis?

A: We will not sit with Saudi Arabia.

Q: Why?

A: We condemn the execution of the cleric by Saudi Arabia.
"""


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


@pytest.mark.parametrize(("text", "words", "code"), [(STATE, "call", "USA"), (STATE, "reject", "USA"), (DELHI, "have asked", "IND"), (ASTANA, "We will not join", "KAZ")])
def test_who_we_are(coder: Coder, text: str, words: str, code: str) -> None:
    said = [s for s in coder.code(read_text(text)).statements if words in (s.cue or "") or words in s.content]
    assert code in {p.code for s in said for p in s.speaker}


def test_pleasantries_and_questions_are_silent(coder: Coder) -> None:
    readout = coder.code(read_text(STATE))
    silent = {s.id for s in readout.sentences if s.text.endswith(("Good afternoon.", "He did.", "Pashinyan?"))}
    assert silent
    assert not silent & {s.sentence for s in readout.statements}
    assert readout.article.title == "Department Press Briefing – September 12, 2023"
    assert readout.article.standfirst is None


def test_a_list_with_colons_is_no_transcript(coder: Coder) -> None:
    text = "Scores\n\nGhana: We lost to Egypt.\n\nKenya: They beat Chad.\n\nMali: A draw with Togo."
    assert not coder.code(read_text(text)).events


def test_an_organisation_speaks_in_its_own_transcript(coder: Coder) -> None:
    readout = coder.code(read_text(VIENNA))
    told = {(e.type, tuple(p.code for p in e.actor), tuple(p.code for p in e.recipient), e.status) for e in readout.events}
    assert ("SUPPORT", ("OSCE",), ("SWE",), "actual") in told
    assert ("ACCUSE", ("BLR",), ("OSCE",), "actual") in told
    assert ("REQUEST", ("BLR",), ("OSCE",), "actual") in told
    assert ("REJECT", ("OSCE",), (), "actual") in told
    assert any(e.type == "CONSULT" and {p.code for p in (*e.actor, *e.recipient)} == {"BLR", "OSCE"} for e in readout.events)
    assert not {"Check against delivery", "END OF TRANSCRIPT"} & {s.text for s in readout.sentences}


def test_each_sentence_of_substance_is_a_statement_of_whose_turn_it_is(coder: Coder) -> None:
    readout = coder.code(read_text(VIENNA))
    by_sentence = {s.id: s.text for s in readout.sentences}
    said = {by_sentence[s.sentence] for s in readout.statements if {p.code for p in s.speaker} == {"OSCE"}}
    assert "Sweden hands the chair to Poland tonight." in said
    assert any(text.endswith("We will not recall any mission.") for text in said)
    assert not any("snow" in text or text.endswith(("Good evening.", "Yes, a lot.")) for text in said)
    turn = next(s for s in readout.statements if "hands the chair" in s.content)
    assert turn.cue == ":"
    assert turn.source_span is not None
    assert readout.article.text[slice(*turn.source_span)] == "SECRETARY GENERAL HELGA SCHMID"


@pytest.mark.parametrize(("text", "status"), [("We wish to congratulate Ghana.", "actual"), ("We would like to sanction Ghana.", None)])
def test_what_is_done_by_wishing(coder: Coder, text: str, status: str | None) -> None:
    transcript = STATE.replace("We call on the junta in Niger to release the French official.", text)
    found = [e.status for e in coder.code(read_text(transcript)).events if {p.code for p in e.recipient} == {"GHA"}]
    assert found == [status] if status else "actual" not in found


def test_a_town_where_somebody_spoke_is_no_he(coder: Coder) -> None:
    article = read_text("Talks\n\nEgypt's foreign minister saw Ajay Banga of the World Bank in Santa Cruz. He asked for a loan.")
    assert not any(p.person == "Santa Cruz" for s in coder.code(article).statements for p in s.speaker)


def test_whoever_is_interviewed_answers_for_his_own_country(coder: Coder) -> None:
    readout = coder.code(read_text(INTERVIEW))
    doers = {p.code for e in readout.events if e.type in ("REJECT", "ACCUSE") for p in e.actor}
    assert doers == {"IRN"}
    assert not any(p.code == "GBR" for s in readout.statements for p in s.speaker)
