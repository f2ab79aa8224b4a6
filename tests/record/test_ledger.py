"""The ledger: commits all or nothing, refused when another came first, compacted without a row changing."""

from datetime import timedelta

import pytest

from dragoman.errors import RecordBusy
from dragoman.lake import ledger as module
from dragoman.lake.ledger import Ledger
from dragoman.lake.rows import Row, now


def row(id: str, ledger: Ledger, **given) -> Row:
    return Row(kind="event", id=id, recorded_at=now(ledger.last_moment()), **given)


def ids(ledger: Ledger) -> list[str]:
    return sorted(r["id"] for r in ledger.read(["event"], columns=("id",)).to_pylist())


def test_of_two_writers_the_second_is_refused_and_wrote_nothing(tmp_path):
    one = Ledger.create(str(tmp_path / "r"))
    two = Ledger.open(str(tmp_path / "r"))
    one.append([row("a", one)])
    with pytest.raises(RecordBusy, match="another process committed first"):
        two.append([row("b", two)])
    assert ids(two) == []
    two.refresh()
    two.append([row("b", two)])
    one.refresh()
    assert ids(one) == ["a", "b"]


def test_rows_come_back_as_they_were(tmp_path):
    ledger = Ledger.create(str(tmp_path / "r"))
    put = row("it's", ledger, actors=("EGY", "ARE"), lat=30.1, text="«Ö»", origins=3)
    ledger.append([put])
    (got,) = ledger.read(["event"], where="id = 'it''s'").to_pylist()
    assert {k: got[k] for k in ("actors", "lat", "text", "origins", "recorded_at")} == {
        "actors": ["EGY", "ARE"], "lat": 30.1, "text": "«Ö»", "origins": 3, "recorded_at": put.recorded_at,
    }  # fmt: skip


def test_moments_are_exact_and_rise(tmp_path):
    """Statistics are cut to milliseconds, so moments are whole ones."""
    ledger = Ledger.create(str(tmp_path / "r"))
    seen = []
    for n in range(20):
        ledger.append([row(str(n), ledger)])
        seen.append(ledger.last_moment())
    assert seen == sorted(set(seen))
    for n, moment in enumerate(seen):
        assert len(ledger.read(["event"], since=moment)) == 19 - n
        assert len(ledger.read(["event"], until=moment)) == n + 1


def test_a_clock_that_was_set_back_does_not_matter():
    later = now(None) + timedelta(days=400)
    assert now(later) == later + timedelta(milliseconds=1)


def test_compaction_changes_files_and_no_row(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "COMPACT", 10)
    ledger = Ledger.create(str(tmp_path / "r"))
    reader = Ledger.open(str(tmp_path / "r"))
    most = 0
    for n in range(25):
        ledger.append([row(f"{n:02}", ledger)])
        most = max(most, len(ledger.files("event")))
    assert most < 12
    assert ids(ledger) == [f"{n:02}" for n in range(25)]
    reader.refresh()
    assert ids(reader) == ids(ledger)


def test_what_is_erased_is_in_no_file(tmp_path):
    ledger = Ledger.create(str(tmp_path / "r"))
    ledger.append([row("a", ledger, text="wisteria"), row("b", ledger, text="heather")])
    assert ledger.erasures() == 0
    ledger.erase("id = 'a'")
    assert ledger.erasures() == 1
    assert ids(ledger) == ["b"]
    assert not [p for p in (tmp_path / "r").rglob("*") if p.is_file() and b"wisteria" in p.read_bytes()]
