"""A record that is served from a base file and the rows since gives the answers of one read from the ledger alone."""

import shutil

import pytest

from dragoman.ask.events import event, events, history
from dragoman.ask.rows import count
from dragoman.ask.statements import statements
from dragoman.errors import NotRecorded
from dragoman.lake import serving as served
from dragoman.lake.ledger import Ledger
from dragoman.lake.serving import TABLES, serving
from dragoman.record.record import derived


def state(home, folder, as_of=None):
    with serving(home, folder, as_of) as it:
        lists = {limit: [list(events(it, limit=limit, newest=newest)) for newest in (True, False)] for limit in (None, 1, 5, 100)}
        return lists, list(statements(it)), {table: count(it, table) for table in TABLES}


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_base_of_any_age_changes_no_answer(asked, tmp_path, monkeypatch, turns):
    monkeypatch.setattr(served, "LONG", 1)
    moment = asked.moments[turns - 1]
    bare = {as_of: state(asked.home, tmp_path / "none", as_of) for as_of in (None, *asked.moments)} if turns == 1 else None
    # a base of the ledger as it was after some turns
    older = Ledger.open(asked.home)
    monkeypatch.setattr(Ledger, "last_moment", lambda self: moment)
    real = Ledger._query
    monkeypatch.setattr(Ledger, "_query", lambda self, kinds, since, until, columns, where: real(self, kinds, since, moment, columns, where))
    assert served._build(tmp_path / "serve.duckdb", older) == moment
    monkeypatch.undo()
    monkeypatch.setattr(served, "LONG", 10_000)
    for as_of in (None, *asked.moments):
        expected = bare[as_of] if bare else state(asked.home, tmp_path / "none", as_of)
        assert state(asked.home, tmp_path, as_of) == expected


def test_as_of_a_commit_gives_what_was_asked_then(asked, tmp_path):
    """The record is taken back to each commit, as it lay on the disk then."""
    versions = []
    home = str(tmp_path / "then")
    shutil.copytree(asked.home, home)
    for moment in reversed(asked.moments):
        log = sorted((tmp_path / "then" / "ledger" / "_delta_log").glob("*.json"))
        while Ledger.open(home).last_moment() != moment:
            log.pop().unlink()
        now = state(home, tmp_path / "none")
        assert now == state(asked.home, derived(asked.home), moment)
        versions.append(now)
    assert versions[0] != versions[1] != versions[2]


def test_before_the_first_commit_there_is_nothing(asked):
    from datetime import timedelta

    with serving(asked.home, derived(asked.home), asked.moments[0] - timedelta(days=1)) as it:
        assert list(events(it)) == []
        assert count(it, "articles") == 0


def test_history_ends_with_what_is_asked_now(asked):
    with serving(asked.home, derived(asked.home)) as it:
        changed = 0
        for now in events(it):
            told = history(it, now.id)
            changed += len(told) > 1
            assert [v.event for v in told if v.id == now.id][-1] == now
            assert [v.recorded_at for v in told] == sorted(v.recorded_at for v in told)
            assert event(it, now.id) == now
            assert event(it, now.id[:10]) == now
            assert event(it, now.reports[0].event) == now
        assert changed


def test_a_former_id_leads_to_what_the_event_became_part_of(asked):
    with serving(asked.home, derived(asked.home)) as it:
        moved = it.ask("select id, successor from event_versions where successor is not null and successor <> '-'")
        assert moved
        for old, successor in moved:
            assert event(it, old) == event(it, successor)


def test_an_unknown_event_is_an_error_that_says_what_to_do(asked):
    with serving(asked.home, derived(asked.home)) as it, pytest.raises(NotRecorded, match="none in this record; dragoman events --brief"):
        event(it, "no such id")
