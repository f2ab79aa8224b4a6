"""A takedown: the words are in no file any more, in no version, and do not come back."""

from pathlib import Path

import pytest
from stories import asked, filler

from dragoman import pipeline
from dragoman.ask.questions import events
from dragoman.errors import RecordError
from dragoman.ingest import record_results
from dragoman.jobs.purge import purge
from dragoman.jobs.verify import verify
from dragoman.lake.ledger import Ledger
from dragoman.lake.serving import serving
from dragoman.record.record import derived
from dragoman.settings import Settings
from dragoman.turns import opened

WORDS = "reopen the wisteria bridge"
URL = "https://lake.example/bridge"
FIRST = asked("Chad", "Niger", WORDS, day="2024-03-05", outlet="Lake Post", url=URL)
OTHER = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="River Daily", rest=filler("river"))


def put(home: Path, *readouts, **given):
    with opened(str(home), create=True) as record:
        return record_results(record, readouts, codebook="test", **given)


def there(home: Path, as_of=None):
    with serving(str(home), derived(str(home)), as_of) as it:
        return list(events(it))


def holds(home: Path, words: str) -> list[str]:
    """Files that hold the words, as text or in any column of a Parquet file."""
    import pyarrow.parquet as pq

    found = [str(p) for p in home.rglob("*") if p.is_file() and words.encode() in p.read_bytes()]
    for p in home.rglob("*.parquet"):
        found += [str(p)] if words in str(pq.ParquetFile(p).read().to_pylist()) else []
    return found


@pytest.mark.parametrize("name", [FIRST.article.id, URL])
def test_an_article_is_taken_out_of_every_file_and_version(tmp_path, name):
    home = tmp_path / "r"
    put(home, FIRST)
    then = Ledger.open(str(home)).last_moment()
    put(home, OTHER)
    assert holds(home, "wisteria")
    (done,) = purge(str(home), [name], by="ana", why="takedown notice", settings=Settings())
    assert (done.article, done.events, done.heirs) == (FIRST.article.id, 1, ())
    assert holds(home, "wisteria") == []
    (event,) = there(home)
    assert [r.outlet for r in event.reports] == ["River Daily"]
    assert there(home, then) == []
    with serving(str(home), derived(str(home))) as it:
        assert it.ask("select id, type, text from tombstones") == [(FIRST.article.id, "purged", "takedown notice (ana)")]
    assert [d.outcome for d in put(home, FIRST)] == ["removed"]
    later = asked("Chad", "Niger", f"{WORDS} soon", day="2024-03-06", outlet="Lake Post", url=URL + "?utm_source=x", rest=filler("later"))
    assert [d.outcome for d in put(home, later)] == ["removed"], "a page that is touched up is still that page"
    assert holds(home, "wisteria") == []
    (home / "derived" / "index.sqlite").unlink()
    assert [d.outcome for d in put(home, later)] == ["removed"]
    assert not list(verify(str(home)))


def test_a_copy_is_coded_in_the_place_of_its_original(tmp_path, monkeypatch):
    home = tmp_path / "r"
    copy = asked("Chad", "Niger", WORDS, day="2024-03-06", outlet="Coast Herald")
    third = asked("Chad", "Niger", WORDS, day="2024-03-07", outlet="Port Gazette")
    put(home, FIRST)
    assert [d.outcome for d in put(home, copy, third)] == ["copy", "copy"]
    known = {r.article.id: r for r in (copy, third)}
    monkeypatch.setattr(pipeline, "code_articles", lambda articles, settings: [known[a.id] for a in articles])
    (done,) = purge(str(home), [FIRST.article.id], by="ana", why="takedown notice", settings=Settings())
    heir = min(known)
    assert done.heirs == (heir,)
    (event,) = there(home)
    assert {r.article: r.copy_of for r in event.reports} == {heir: None, max(known): heir}
    assert not list(verify(str(home)))
    (home / "derived" / "index.sqlite").unlink()
    assert [d.outcome for d in put(home, asked("Togo", "Benin", "lift the toll", day="2024-03-07", outlet="Lake Post"))] == ["recorded"]
    assert sorted(len(e.reports) for e in there(home)) == [1, 2]


def test_a_copy_without_text_keeps_what_it_told(tmp_path):
    home = tmp_path / "r"
    copy = asked("Chad", "Niger", WORDS, day="2024-03-06", outlet="Coast Herald")
    put(home, FIRST, with_text=False)
    put(home, copy, with_text=False)
    (done,) = purge(str(home), [FIRST.article.id], by="ana", why="takedown notice", settings=Settings())
    (event,) = there(home)
    assert done.heirs == (copy.article.id,)
    assert [r.outlet for r in event.reports] == ["Coast Herald"]
    assert not list(verify(str(home)))


def test_what_is_not_there_cannot_be_purged(tmp_path):
    home = tmp_path / "r"
    put(home, OTHER)
    with pytest.raises(RecordError, match="there is no article nope"):
        purge(str(home), ["nope"], by="ana", why="", settings=Settings())


def test_a_purge_that_was_killed_half_way_is_told_and_finished(tmp_path, monkeypatch):
    home = tmp_path / "r"
    put(home, FIRST, OTHER)

    def killed(self, where):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "erase", killed)
        with pytest.raises(KeyboardInterrupt):
            purge(str(home), [FIRST.article.id], by="ana", why="takedown notice", settings=Settings())
    assert [r.outlet for e in there(home) for r in e.reports] == ["River Daily"]
    assert {f.kind for f in verify(str(home))} == {"tombstone"}
    purge(str(home), [FIRST.article.id], by="ana", why="takedown notice", settings=Settings())
    assert holds(home, "wisteria") == []
    assert not list(verify(str(home)))
