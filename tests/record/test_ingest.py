"""The road with a record at its end: nothing doubled, nothing lost, copies linked, updates kept beside what they replace."""

import shutil
from pathlib import Path

import pytest
from stories import asked, filler

from dragoman.ask.questions import count, events
from dragoman.errors import InputError, RecordError
from dragoman.ingest import record_results
from dragoman.jobs.verify import verify
from dragoman.lake.ledger import Ledger
from dragoman.lake.serving import serving
from dragoman.record.record import derived
from dragoman.turns import catch_up, opened


def put(home: Path, *readouts, **given):
    with opened(str(home), create=True) as record:
        return record_results(record, readouts, codebook="test", **given)


def now(home: Path):
    with serving(str(home), derived(str(home))) as it:
        return list(events(it))


def test_reports_of_several_outlets_are_one_event_with_their_origins(tmp_path):
    home = tmp_path / "r"
    own = "Both sides have other worries this spring, among them a strike of dockers and the price of rice. The envoy left in the evening."
    put(home, asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post"))
    put(home, asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="River Daily", rest=own))
    (event,) = now(home)
    assert (event.outlets, event.origins, len(event.reports)) == (("Lake Post", "River Daily"), 2, 2)
    assert {r.outlet for r in event.reports} == {"Lake Post", "River Daily"}
    assert not list(verify(str(home)))


def test_the_same_again_changes_nothing(tmp_path):
    home = tmp_path / "r"
    story = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post")
    assert [d.outcome for d in put(home, story)] == ["recorded"]
    version = Ledger.open(str(home)).version
    assert [d.outcome for d in put(home, story)] == ["known"]
    assert Ledger.open(str(home)).version == version


def test_one_page_at_two_addresses_is_one_report(tmp_path):
    home = tmp_path / "r"
    first = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post", url="https://lake.example/a")
    again = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post", url="https://lake.example/world/a")
    tracked = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post", url="https://www.lake.example/a?utm_source=x")
    put(home, first)
    assert [d.outcome for d in put(home, again)] == ["known"]
    put(home, tracked)
    (event,) = now(home)
    assert len(event.reports) == 1


def test_wire_copy_is_linked_and_not_an_origin_of_its_own(tmp_path):
    home = tmp_path / "r"
    wire = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Sahel Wire")
    copy = asked("Chad", "Niger", "reopen the bridge", day="2024-03-06", outlet="Coast Herald")
    (done,) = put(home, wire) and put(home, copy)
    assert (done.outcome, done.of) == ("copy", wire.article.id)
    (event,) = now(home)
    assert (event.origins, event.outlets) == (1, ("Coast Herald", "Sahel Wire"))
    assert {r.article: r.copy_of for r in event.reports} == {wire.article.id: None, copy.article.id: wire.article.id}


def test_copies_within_one_batch_are_told_too(tmp_path):
    home = tmp_path / "r"
    wire = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Sahel Wire")
    copy = asked("Chad", "Niger", "reopen the bridge", day="2024-03-06", outlet="Coast Herald")
    assert [d.outcome for d in put(home, wire, copy)] == ["recorded", "copy"]
    (event,) = now(home)
    assert (event.origins, len(event.reports)) == (1, 2)


def test_a_page_that_says_something_new_supersedes_what_it_said(tmp_path):
    home = tmp_path / "r"
    url = "https://lake.example/a"
    old = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post", url=url)
    new = asked("Chad", "Gabon", "send a ferry", day="2024-03-05", outlet="Lake Post", url=url, rest=filler("news"))
    put(home, old)
    then = Ledger.open(str(home)).last_moment()
    assert [(d.outcome, d.of) for d in put(home, new)] == [("update", old.article.id)]
    (event,) = now(home)
    assert [p.code for p in event.recipient] == ["GAB"]
    with serving(str(home), derived(str(home)), then) as it:
        assert [p.code for e in events(it) for p in e.recipient] == ["NER"]
        assert count(it, "articles") == 1
    assert not list(verify(str(home)))


def test_two_versions_in_one_batch(tmp_path):
    home = tmp_path / "r"
    url = "https://lake.example/a"
    old = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post", url=url)
    new = asked("Chad", "Gabon", "send a ferry", day="2024-03-05", outlet="Lake Post", url=url)
    put(home, old, new)
    assert [[p.code for p in e.recipient] for e in now(home)] == [["GAB"]]
    assert not list(verify(str(home)))


def test_errors_are_passed_on_in_their_place(tmp_path):
    broken = InputError("x.html", "no words", "give another")
    story = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post")
    done = put(tmp_path / "r", broken, story)
    assert done[0] is broken
    assert done[1].outcome == "recorded"


def test_what_is_derived_can_be_thrown_away(tmp_path):
    home = tmp_path / "r"
    stories = [
        asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Sahel Wire"),
        asked("Chad", "Niger", "reopen the bridge", day="2024-03-06", outlet="Coast Herald"),
        asked("Togo", "Benin", "lift the toll", day="2024-03-07", outlet="Lake Post"),
    ]
    put(home, *stories[:2])
    put(home, stories[2])
    before = now(home)
    shutil.rmtree(derived(str(home)))
    assert now(home) == before
    own = "A second reporter was at the ford. The minister drove back at night, and nothing was signed. Rain fell on the tents of the fair."
    put(home, asked("Togo", "Benin", "lift the toll", day="2024-03-07", outlet="River Daily", rest=own))
    after = now(home)
    assert sorted(len(e.reports) for e in after) == [2, 2]
    assert {e.id for e in after} == {e.id for e in before}
    assert [d.outcome for d in put(home, *stories)] == ["known"] * 3


def test_an_index_of_its_own_learns_what_another_machine_wrote(tmp_path, monkeypatch):
    """Two indexes over one ledger, as two machines have them over an object store."""
    home = tmp_path / "r"
    put(home, asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Sahel Wire"))
    monkeypatch.setattr("dragoman.record.record.derived", lambda _: tmp_path / "other")
    with opened(str(home)) as record:
        catch_up(record)
        assert record.index.members([e.id for e in now(home)])
        copy = asked("Chad", "Niger", "reopen the bridge", day="2024-03-06", outlet="Coast Herald")
        assert [d.outcome for d in record_results(record, [copy], codebook="test")] == ["copy"]
    monkeypatch.undo()
    put(home, asked("Togo", "Benin", "lift the toll", day="2024-03-07", outlet="Lake Post"))
    assert sorted(len(e.reports) for e in now(home)) == [1, 2]
    assert not list(verify(str(home)))


def test_without_text_the_words_stay_out_of_the_files(tmp_path):
    home = tmp_path / "r"
    secret = "The heron at the weir was seen by nobody. Its feathers were counted by the ferryman's daughter, who keeps such books."
    put(home, asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post", rest=secret), with_text=False)
    (event,) = now(home)
    assert event.reports[0].sentence == "Chad on Tuesday asked Niger to reopen the bridge."
    with serving(str(home), derived(str(home))) as it:
        ((payload,),) = it.ask("select payload from articles")
        assert "heron" not in payload
        assert "ferryman" not in payload
    assert not list(verify(str(home)))


def test_recorded_at_rises_from_commit_to_commit(tmp_path):
    home = tmp_path / "r"
    moments = []
    for n, (who, whom) in enumerate((("Chad", "Niger"), ("Togo", "Benin"), ("Kenya", "Rwanda"))):
        put(home, asked(who, whom, "open the gate", day=f"2024-03-0{n + 1}", outlet="Lake Post"))
        moments.append(Ledger.open(str(home)).last_moment())
    assert moments == sorted(set(moments))
    for n, moment in enumerate(moments):
        with serving(str(home), derived(str(home)), moment) as it:
            assert count(it, "events") == n + 1


@pytest.mark.parametrize("what", ["a file in it", "a file"])
def test_a_place_that_is_no_record_is_left_alone(tmp_path, what):
    home = tmp_path / "r"
    if what == "a file":
        home.write_text("mine")
    else:
        home.mkdir()
        (home / "mine.txt").write_text("mine")
    with pytest.raises(RecordError, match=r"holds no record|cannot be made"):
        put(home, asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post"))
    assert [p.name for p in tmp_path.rglob("*")] in (["r", "mine.txt"], ["r"])


def test_asking_where_there_is_no_record_says_so(tmp_path):
    with pytest.raises(RecordError, match="there is no record here"):
        now(tmp_path / "none")
