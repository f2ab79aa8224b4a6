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
