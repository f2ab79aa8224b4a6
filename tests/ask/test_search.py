"""Full text: what is found, that it follows the ledger, and that nothing can spoil it for good."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.lake import search as full
from dragoman.lake.ledger import Ledger
from dragoman.lake.search import forget, query, searching


@pytest.fixture(scope="module")
def record(asked):
    with dragoman.open(asked.home) as it:
        yield it


def texts(found):
    return [hit.text for hit in found]


def test_all_words_must_stand_in_a_sentence_in_any_form(record):
    found = record.search("ambassadors recalls")
    assert len(found) == 2
    assert all("recalled its ambassador" in text for text in texts(found))
    assert {hit.text[a:b] for hit in found for a, b in hit.marks} == {"recalled", "ambassador"}


@pytest.mark.parametrize(
    ("words", "has", "lacks"),
    [
        ('"relief accord"', None, "accord"),
        ('"lake accord"', "lake accord", None),
        ("talks OR ships", "two ships", None),
        ("boat NOT killing", "boat", "killing"),
        ("boat -killing", "boat", "killing"),
        ("ambass*", "ambassador", None),
        ("sanctions (on) Mongolia!", "sanctions on Mongolia", None),
    ],
)
def test_signs_of_a_query(record, words, has, lacks):
    found = texts(record.search(words))
    assert bool(found) is (has is not None)
    assert not has or any(has in text for text in found)
    assert not lacks or not any(lacks in text for text in found)


def test_a_statement_is_found_by_who_made_it(record):
    """The sentence has "Chile's foreign ministry"; that the ministry is the speaker, only the statement says."""
    hits = record.search('"Chile, foreign ministry"')
    assert {h.kind for h in hits} == {"statement"}
    assert all(h.text.startswith("Chile, foreign ministry: ") for h in hits)


def test_a_sentence_that_has_the_words_itself_is_shown_as_it_stands(record):
    assert {h.kind for h in record.search("Bolivia meddling")} == {"sentence"}


def test_each_sentence_once(record):
    found = record.search("Bolivia")
    assert len({(h.article, h.sentence) for h in found}) == len(found) > 5
    assert [h.rank for h in found] == sorted(h.rank for h in found)
    assert texts(record.search("Bolivia", limit=3)) == texts(found)[:3]


def test_filters(record):
    assert {h.outlet for h in record.search("Bolivia", outlet="harbour post")} == {"Harbour Post"}
    assert {h.published for h in record.search("Bolivia", since="2023-05-08", until="2023-05-08")} == {"2023-05-08"}
    assert {h.outlet for h in record.search("Bolivia", type="ASSAULT")} == {"Andean Courier", "Harbour Post"}
    days = [h.published for h in record.search("Bolivia", newest=True)]
    assert days == sorted(days, reverse=True)


def test_as_of_a_moment_finds_what_stood_there_then(asked, record):
    now = "agreed to ratify"
    then = "rejected the appeal"
    assert {h.outlet for h in record.search(now)} == {"Andean Courier"}
    assert not any(h.text.startswith("Bolivia rejected") and h.outlet == "Andean Courier" for h in record.search(then))
    for n, moment in enumerate(asked.moments):
        with dragoman.open(asked.home, as_of=moment) as former:
            assert bool(former.search(now)) is (n == 2)
            assert any(h.text.startswith("*") or h.text.startswith("Bolivia rejected") and h.outlet == "Andean Courier" for h in former.search(then)) is (n < 2)
            assert bool(former.search("ambassador")) is (n > 0)


@given(st.text(alphabet='ab "*()-^:+{}ORNT~\\\'', max_size=20))
def test_no_sign_is_an_error_of_the_engine(words):
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table t using fts5(text)")
    try:
        found = query(words)
    except ValueError:
        return
    db.execute("select * from t where t match ?", (found,)).fetchall()
    db.close()


def test_nothing_to_look_for_is_said(record):
    with pytest.raises(ValueError, match="no word to look for"):
        record.search(' "" - ')


# -- the file ------------------------------------------------------------------------------------------------------------------------------


def count(home, where, words="Bolivia"):
    with searching(home, where) as it:
        return len(list(it.find(words)))


@pytest.mark.parametrize("harm", ["junk", "cut", "middle", "empty", "layout", "other"])
def test_a_file_that_cannot_be_used_is_built_again(asked, tmp_path, harm):
    right = count(asked.home, tmp_path)
    file = tmp_path / "search.sqlite"
    raw = bytearray(file.read_bytes())
    if harm == "layout":
        with sqlite3.connect(file) as db:
            db.execute("update facts set value='0' where name='layout'")
        db.close()
    elif harm == "other":
        with sqlite3.connect(file) as db:
            db.execute("update facts set value='another record' where name='ledger'")
            db.execute("delete from docs")
        db.close()
    else:
        raw[len(raw) // 3 : 2 * len(raw) // 3] = b"\x00\xff" * (len(raw) // 6)
        file.write_bytes({"junk": b"junk" * 1000, "cut": bytes(raw[: len(raw) // 3]), "middle": bytes(raw), "empty": b""}[harm])
    assert count(asked.home, tmp_path) == right


def test_it_follows_the_ledger_commit_by_commit(asked, tmp_path, monkeypatch):
    """Steps of one commit each give what one step gives."""
    whole = count(asked.home, tmp_path / "whole")
    monkeypatch.setattr(full, "_STEP", 1)
    assert count(asked.home, tmp_path / "steps") == whole


def test_a_takedown_leaves_no_word_behind(asked, tmp_path):
    count(asked.home, tmp_path)
    forget(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_where_no_file_can_be_written_it_is_searched_in_memory(asked, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert count(asked.home, blocked) == count(asked.home, tmp_path / "free")


def test_several_at_once_index_each_sentence_once(asked, tmp_path):
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: count(asked.home, tmp_path), range(8)))) == 1
    with sqlite3.connect(tmp_path / "search.sqlite") as db:
        (docs,), (once,) = db.execute("select count(*) from docs union all select count(*) from (select distinct * from (select article, moment, kind, sentence, text from docs))").fetchall()
    db.close()
    assert docs == once


def test_killed_while_it_indexes(asked, tmp_path):
    right = count(asked.home, tmp_path / "right")
    home = tmp_path / "record"
    shutil.copytree(asked.home, home)
    script = (
        "import sys; from dragoman.lake import search; search._STEP = 1; from pathlib import Path\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    search.forget(Path(sys.argv[2])) if Path(sys.argv[2], 'full').exists() else None\n"
        "    search.Search(sys.argv[1], Path(sys.argv[2])).close(); Path(sys.argv[2], 'full').touch()\n"
    )
    for n in range(6):
        run = subprocess.Popen([sys.executable, "-c", script, str(home), str(tmp_path / "killed")], stdout=subprocess.PIPE)
        run.stdout.readline()
        time.sleep(0.05 + 0.03 * n)
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        run.stdout.close()
        assert count(str(home), tmp_path / "killed") == right
    assert Ledger.open(str(home)).count() > 0
