"""Corrections by people: applied, undone, kept through new reports and a new coding."""

from pathlib import Path

import pytest
from stories import asked, filler

from dragoman.ask.questions import events
from dragoman.errors import RecordError
from dragoman.ingest import record_results
from dragoman.jobs.correct import judge, judgements, withdraw
from dragoman.jobs.verify import verify
from dragoman.lake.ledger import Ledger
from dragoman.lake.serving import serving
from dragoman.record.record import derived
from dragoman.turns import opened

BRIDGE = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post")
BRIDGE_TOO = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="River Daily", rest=filler("river"))
BRIDGE_THREE = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Hill Times", rest=filler("hill"))
TOLL = asked("Togo", "Benin", "lift the toll", day="2024-03-07", outlet="Lake Post")


def put(home: Path, *readouts):
    with opened(str(home), create=True) as record:
        return record_results(record, readouts, codebook="test")


def there(home: Path, as_of=None):
    with serving(str(home), derived(str(home)), as_of) as it:
        return list(events(it))


@pytest.fixture
def home(tmp_path):
    put(tmp_path / "r", BRIDGE, BRIDGE_TOO, TOLL)
    return tmp_path / "r"


def who(event) -> list[str]:
    return sorted(r.outlet for r in event.reports)


def test_merge_and_its_withdrawal(home):
    before = there(home)
    done = judge(str(home), "merge", [e.id for e in before], by="ana", why="one talk")
    (event,) = there(home)
    assert who(event) == ["Lake Post", "Lake Post", "River Daily"]
    withdraw(str(home), done.id, by="ben", why="two talks after all")
    assert [who(e) for e in there(home)] == [who(e) for e in before]
    assert [(j.action, j.by) for j in judgements(str(home))] == [("merge", "ana"), ("withdraw", "ben")]
    assert not list(verify(str(home)))


def test_the_merged_event_leads_from_its_former_id(home):
    one, two = there(home)
    judge(str(home), "merge", [one.id, two.id], by="ana", why="one talk")
    (event,) = there(home)
    gone = ({one.id, two.id} - {event.id}).pop()
    with serving(str(home), derived(str(home))) as it:
        assert (event.id,) in it.ask("select successor from event_versions where id = ? and ended is null", [gone])


def test_split_keeps_reports_apart_and_lets_later_ones_choose(home):
    bridge = max(there(home), key=lambda e: len(e.reports))
    report = next(r.event for r in bridge.reports if r.outlet == "River Daily")
    judge(str(home), "split", [report], by="ana", why="another bridge")
    assert sorted(who(e) for e in there(home)) == [["Lake Post"], ["Lake Post"], ["River Daily"]]
    put(home, BRIDGE_THREE)
    assert sorted(len(e.reports) for e in there(home)) == [1, 1, 2]
    assert not list(verify(str(home)))


def test_retype_note_and_reject(home):
    toll = next(e for e in there(home) if len(e.reports) == 1)
    judge(str(home), "retype", [toll.id], by="ana", why="it was a threat", value="THREATEN")
    judge(str(home), "note", [toll.id], by="ana", why="", value="see the correction")
    changed = next(e for e in there(home) if e.id == toll.id)
    assert (changed.type, changed.notes) == ("THREATEN", ("see the correction (ana)",))
    judge(str(home), "reject", [toll.id], by="ana", why="a play on a stage")
    assert [e.id for e in there(home) if e.id == toll.id] == []
    assert not list(verify(str(home)))


def test_the_record_before_a_judgement_can_still_be_asked(home):
    then = Ledger.open(str(home)).last_moment()
    before = there(home)
    judge(str(home), "merge", [e.id for e in before], by="ana", why="one talk")
    assert there(home, then) == before


def test_a_judgement_holds_for_what_comes_later(home):
    judge(str(home), "merge", [e.id for e in there(home)], by="ana", why="one talk")
    put(home, BRIDGE_THREE)
    (event,) = there(home)
    assert len(event.reports) == 4


@pytest.mark.parametrize(
    ("action", "targets", "value", "message"),
    [
        ("merge", ["x", "y"], None, "there is no event or report x, y"),
        ("merge", ["x"], None, "two events or more"),
        ("improve", ["x"], None, "no judgement is called improve"),
        ("retype", ["x"], None, "give the type"),
    ],
)
def test_a_judgement_of_nothing_is_refused_and_changes_nothing(home, action, targets, value, message):
    version = Ledger.open(str(home)).version
    with pytest.raises(RecordError, match=message):
        judge(str(home), action, targets, by="ana", why="", value=value)
    assert Ledger.open(str(home)).version == version


def test_what_does_not_hold_cannot_be_withdrawn(home):
    with pytest.raises(RecordError, match="no judgement nope"):
        withdraw(str(home), "nope", by="ana", why="")
    done = judge(str(home), "note", [there(home)[0].id], by="ana", why="", value="x")
    withdraw(str(home), done.id, by="ana", why="")
    with pytest.raises(RecordError, match="that holds"):
        withdraw(str(home), done.id, by="ana", why="")
