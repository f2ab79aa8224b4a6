"""A new codebook over old articles: shown, then taken; old versions stay, judgements are carried over."""

from pathlib import Path

import pytest

from dragoman.ask.questions import events
from dragoman.ingest import ingest
from dragoman.jobs.correct import judge
from dragoman.jobs.recode import Summary, recode
from dragoman.jobs.verify import verify
from dragoman.lake.ledger import Ledger
from dragoman.lake.serving import serving
from dragoman.record.record import derived
from dragoman.settings import Settings

STORY = """Chad asks Niger to reopen the bridge

N'DJAMENA, March 5 (Lake Wire) - Chad on Tuesday asked Niger to reopen the bridge over the river.

Niger's foreign minister beseeched Benin to lift the toll on the coast road. Togo supplicated Ghana to send a ferry.
"""
FRAME = """
type: REQUEST
frames:
  - id: request.supplicate
    verb: supplicate
    actor: subject
    recipient: object
    about: to-clause
    because: A humble appeal. Not the supplicant's posture.
    cases:
      - {text: "Egypt supplicated the UAE to press the RSF.", gives: {type: REQUEST, actor: [EGY], recipient: [ARE]}}
      - {text: "The supplicant's knees were sore.", gives: none}
"""


def there(home: Path, as_of=None):
    with serving(str(home), derived(str(home)), as_of) as it:
        return list(events(it))


@pytest.fixture
def home(tmp_path):
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "copy.txt").write_text(STORY.replace("(Lake Wire)", "(Coast News)"))
    done = list(ingest([str(tmp_path / "story.txt"), str(tmp_path / "copy.txt")], str(tmp_path / "r"), Settings(date="2024-03-05")))
    assert [d.outcome for d in done] == ["recorded", "copy"]
    return tmp_path / "r"


@pytest.fixture
def newer(tmp_path):
    (tmp_path / "book" / "events").mkdir(parents=True)
    (tmp_path / "book" / "events" / "request.yml").write_text(FRAME)
    return Settings(date="2024-03-05", codebook=str(tmp_path / "book"))


def asked(found, code):
    return [e for e in found if e.type == "REQUEST" and [p.code for p in e.actor] == [code]]


def test_the_same_codebook_changes_nothing(home):
    version = Ledger.open(str(home)).version
    assert list(recode(str(home), Settings(date="2024-03-05"), take=True)) == []
    assert Ledger.open(str(home)).version == version


def test_a_new_frame_is_shown_and_then_taken(home, newer):
    assert not asked(there(home), "TGO")
    before, summary = there(home), Summary()
    (change,) = recode(str(home), newer, summary=summary)
    assert [(e.type, [p.code for p in e.actor]) for e in change.added] == [("REQUEST", ["TGO"])]
    assert not change.removed
    assert (summary.articles, summary.changed, summary.types["+REQUEST"]) == (1, 1, 1)
    assert there(home) == before
    then = Ledger.open(str(home)).last_moment()
    list(recode(str(home), newer, take=True))
    (event,) = asked(there(home), "TGO")
    assert len(event.reports) == 2, "the copy tells it, too"
    assert there(home, then) == before
    assert not list(verify(str(home)))
    assert list(recode(str(home), newer)) == []


def test_judgements_are_carried_over(home, newer):
    (event,) = [e for e in asked(there(home), "TCD") if e.time and len(e.outlets) > 1]
    judge(str(home), "note", [event.id], by="ana", why="", value="look again")
    list(recode(str(home), newer, take=True))
    (event,) = [e for e in asked(there(home), "TCD") if e.time and len(e.outlets) > 1]
    assert event.notes == ("look again (ana)",)
