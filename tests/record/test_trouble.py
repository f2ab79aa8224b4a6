"""When something is wrong with the disk, the place or the record: a clear error, and nothing changed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from stories import asked

from dragoman.ask.questions import events
from dragoman.errors import RecordError
from dragoman.ingest import record_results
from dragoman.jobs.verify import verify
from dragoman.lake.backup import backup, migrate
from dragoman.lake.ledger import Ledger
from dragoman.lake.rows import FORMAT, Row, now, schema, table
from dragoman.lake.serving import serving
from dragoman.record.record import derived
from dragoman.turns import opened

FIRST = asked("Chad", "Niger", "reopen the bridge", day="2024-03-05", outlet="Lake Post")
SECOND = asked("Togo", "Benin", "lift the toll", day="2024-03-07", outlet="Lake Post")


def put(home: Path, *readouts):
    with opened(str(home), create=True) as record:
        return record_results(record, readouts, codebook="test")


def now_there(home: Path):
    with serving(str(home), derived(str(home))) as it:
        return list(events(it))


@pytest.fixture
def home(tmp_path):
    put(tmp_path / "r", FIRST)
    return tmp_path / "r"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and "derived" not in p.parts}


def test_a_record_of_a_newer_program_is_left_alone(home):
    from deltalake import DeltaTable

    DeltaTable(str(home / "ledger")).alter.set_table_properties({"dragoman.format": str(FORMAT + 1)}, raise_if_not_exists=False)
    before = contents(home)
    for work in (lambda: put(home, SECOND), lambda: now_there(home), lambda: list(verify(str(home)))):
        with pytest.raises(RecordError, match=rf"format {FORMAT + 1}.*use a newer dragoman; nothing was changed"):
            work()
    assert contents(home) == before


def test_a_record_of_an_older_format_is_migrated(tmp_path):
    import pyarrow as pa
    from deltalake import DeltaTable, write_deltalake

    home = tmp_path / "old"
    home.mkdir()
    former = pa.schema([f for f in schema() if f.name not in ("sectors", "copy_of")])
    DeltaTable.create(
        str(home / "ledger"), schema=former, partition_by=["kind"], configuration={"dragoman.format": "0"}, raise_if_key_not_exists=False
    )
    write_deltalake(str(home / "ledger"), table([Row(kind="tombstone", id="a", recorded_at=now(None))]).select(former.names), mode="append")
    with pytest.raises(RecordError, match="run dragoman migrate"):
        put(home, SECOND)
    assert migrate(str(home)) == (0, FORMAT)
    assert migrate(str(home)) == (FORMAT, FORMAT)
    put(home, SECOND)
    assert len(now_there(home)) == 1
    assert Ledger.open(str(home)).read(["tombstone"], columns=("id", "sectors")).to_pylist() == [{"id": "a", "sectors": None}]


def test_a_missing_data_file_is_named_as_damage(home):
    for file in (home / "ledger" / "kind=event").glob("*.parquet"):
        file.unlink()
    with pytest.raises(RecordError, match=r"the record is damaged|restore it from a backup"):
        now_there(home)


def test_a_cut_data_file_is_named_as_damage(home):
    for file in (home / "ledger" / "kind=event").glob("*.parquet"):
        file.write_bytes(file.read_bytes()[:100])
    with pytest.raises(RecordError, match="restore it from a backup"):
        now_there(home)


def test_a_broken_log_is_named(home):
    (home / "ledger" / "_delta_log" / "00000000000000000001.json").write_text("{not json")
    with pytest.raises(RecordError, match=str(home)):
        now_there(home)


def test_broken_derived_files_are_built_again(home):
    for name in ("index.sqlite", "serve.duckdb"):
        (derived(str(home)) / name).write_bytes(b"nonsense" * 1000)
    assert len(now_there(home)) == 1
    assert [d.outcome for d in put(home, FIRST, SECOND)] == ["known", "recorded"]
    assert len(now_there(home)) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(tmp_path):
    (tmp_path / "shut").mkdir(mode=0o500)
    with pytest.raises(RecordError, match="ask for permission"):
        put(tmp_path / "shut" / "r", FIRST)


def test_a_read_only_record_can_be_asked_but_not_written(home, tmp_path):
    """Rights are dropped within the process, after it has loaded what it needs: root may write everywhere, and nobody may read root's libraries."""
    code = (
        "import os, sys\n"
        f"sys.path[:0] = [{str(Path(__file__).parent)!r}, {str(Path(__file__).parent.parent)!r}]\n"
        "from test_trouble import *\n"
        "home = Path(sys.argv[1])\n"
        "put(home.with_name('other'), SECOND); now_there(home)\n"
        "for path in (home, *home.rglob('*')):\n"
        "    path.chmod(0o555 if path.is_dir() else 0o444)\n"
        "for path in list(home.parents)[:3]: path.chmod(0o755)\n"
        "if os.geteuid() == 0: os.setresgid(65534, 65534, 65534); os.setresuid(65534, 65534, 65534)\n"
        "print(len(now_there(home)))\n"
        "put(home, SECOND)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(home)], capture_output=True, text=True)
    for path in (home, *home.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert done.stdout == "1\n", done.stderr
    assert "RecordError" in done.stderr.splitlines()[-1]
    assert "you may not write here" in done.stderr.splitlines()[-1]
    assert len(now_there(home)) == 1


def test_a_full_disk_changes_nothing(home, tmp_path):
    """The size of files is limited instead: to the program it is the same failure, without a disk to fill."""
    before = contents(home)
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"sys.path[:0] = [{str(Path(__file__).parent)!r}, {str(Path(__file__).parent.parent)!r}]\n"
        "from test_trouble import *\n"
        "from pathlib import Path\n"
        "with opened(sys.argv[1]) as record:\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "    record_results(record, [SECOND], codebook='test')\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(home)], capture_output=True, text=True)
    assert "RecordError" in done.stderr.splitlines()[-1]
    assert "free" in done.stderr.splitlines()[-1]
    left = contents(home)
    assert {k: v for k, v in left.items() if k in before} == before
    assert len(now_there(home)) == 1
    assert [d.outcome for d in put(home, SECOND)] == ["recorded"]
    assert len(now_there(home)) == 2
    assert not list(verify(str(home)))


def test_a_backup_is_a_record_like_the_other(home, tmp_path):
    put(home, SECOND)
    copied = backup(str(home), str(tmp_path / "copy"))
    assert copied == Ledger.open(str(home)).count()
    assert now_there(tmp_path / "copy") == now_there(home)
    with pytest.raises(RecordError, match="a record here already"):
        backup(str(home), str(tmp_path / "copy"))
    assert [d.outcome for d in put(tmp_path / "copy", FIRST)] == ["known"]
    shutil.rmtree(home)
    assert len(now_there(tmp_path / "copy")) == 2


def test_faults_are_found(home):
    """A row is put beside the others with a word changed, as bad memory or a bad tool might."""
    ledger = Ledger.open(str(home))
    (row,) = ledger.read(["article"]).to_pylist()
    moment = now(ledger.last_moment())
    changed = row["payload"].replace("reopen the bridge", "reopen the brigde")
    others = [{**r, "recorded_at": moment} for r in ledger.read(["report"]).to_pylist()]
    rows = [{**row, "payload": changed, "recorded_at": moment}, *others]
    lists = ("actors", "recipients", "sectors", "outlets", "articles")
    ledger.append([Row(**{k: tuple(v or ()) if k in lists else v for k, v in r.items()}) for r in rows])
    kinds = {f.kind for f in verify(str(home))}
    assert "hash" in kinds
