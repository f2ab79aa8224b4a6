"""The ledger: one Delta table that rows are only added to. The only module that imports ``deltalake``.

Writers do not wait for each other: each says which version it read, and a commit that somebody else's came before is refused with
:class:`~dragoman.errors.RecordBusy`; its writer reads what is new and tries again. On a disk the commit is a link that must not exist, on S3 a conditional put,
so this holds between machines too. A killed writer leaves at most data files that no commit names.

Many small commits make a table slow to open: every `COMPACT` commits the small files of each kind are put together and a checkpoint is written.
Rows are never changed by that. Statistics are kept of ids and times alone, so that no words stay behind in the log after a purge.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import RecordBusy, RecordError
from dragoman.lake.rows import FORMAT, Row, schema, table

if TYPE_CHECKING:
    import pyarrow as pa
    from deltalake import DeltaTable

COMPACT = 100
# commits between two compactions: at 200 small files opening takes 10 ms instead of 3, at 2,000 it takes 100
_TARGET = 32 * 1024 * 1024
# bytes of a compacted file: a smaller one is written again at each compaction, so this bounds what a compaction costs and the memory it needs
_GRACE = 1
# hours that files stay after they were put together into others
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]+://")
_NEWEST = "dragoman.format"
_ERASED = "dragoman.erased"


class Ledger:
    """A record's rows. Make one with :meth:`open` or :meth:`create`."""

    def __init__(self, home: str, delta: DeltaTable, options: dict[str, str]) -> None:
        self.home = home
        self._delta = delta
        self._options = options

    # -- coming to have one ------------------------------------------------------------------------------------------------------------

    @classmethod
    def create(cls, home: str) -> Ledger:
        """Open the record at ``home``, making it where there is none.

        Args:
            home: a folder, or ``s3://bucket/path``.

        Raises:
            RecordError: it cannot be made or read.
        """
        from deltalake import DeltaTable

        if not is_remote(home):
            _may_write(home)
        options = storage_options(home)
        with _plain_errors(home, "it cannot be made"):
            if not DeltaTable.is_deltatable(_ledger(home), storage_options=options):
                _refuse_strangers(home)
                DeltaTable.create(
                    _ledger(home),
                    schema=schema(),
                    mode="ignore",
                    partition_by=["kind"],
                    name="dragoman record",
                    configuration={
                        _NEWEST: str(FORMAT),
                        "delta.dataSkippingStatsColumns": "recorded_at,id",
                        "delta.checkpointInterval": str(COMPACT),
                        "delta.logRetentionDuration": "interval 3650 days",
                    },
                    storage_options=options,
                    raise_if_key_not_exists=False,
                )
        return cls.open(home)

    @classmethod
    def open(cls, home: str, *, older: bool = False) -> Ledger:
        """Open the record at ``home``.

        Args:
            home: a folder, or ``s3://bucket/path``.
            older: take one of an older format, too.

        Raises:
            RecordError: there is none, it is damaged, or it was written by a newer program, or by an older one.
        """
        from deltalake import DeltaTable

        options = storage_options(home)
        with _plain_errors(home, "it cannot be opened"):
            if not DeltaTable.is_deltatable(_ledger(home), storage_options=options):
                raise RecordError(home, "there is no record here", "make one with dragoman ingest ... --record")
            delta = DeltaTable(_ledger(home), storage_options=options)
            found = delta.metadata().configuration.get(_NEWEST)
        if found is None or not found.isdigit():
            raise RecordError(home, "it is a Delta table, but no record of Dragoman's", "give the folder of a record")
        if int(found) > FORMAT:
            raise RecordError(home, f"it is of format {found}, this program knows {FORMAT}", "use a newer dragoman; nothing was changed")
        if int(found) < FORMAT and not older:
            raise RecordError(home, f"it is of format {found}, this program writes {FORMAT}", f"run dragoman migrate --record {home}")
        return cls(home, delta, options)

    # -- reading -----------------------------------------------------------------------------------------------------------------------

    @property
    def version(self) -> int:
        """The number of the newest commit seen; 0 after creation."""
        return int(self._delta.version())

    def refresh(self) -> int:
        """See what others have committed; the version seen."""
        with _plain_errors(self.home, "its log cannot be read"):
            self._delta.update_incremental()
        return self.version

    def last_moment(self) -> datetime | None:
        """``recorded_at`` of the newest commit; None where nothing was written yet. Read from the files' statistics, not the files."""
        import pyarrow as pa

        moments = [m for m in pa.table(self._delta.get_add_actions(flatten=True)).to_pydict().get("max.recorded_at", ()) if m is not None]
        return max(moments) + timedelta(0) if moments else None

    def read(
        self, kinds: Sequence[str], *, since: datetime | None = None, until: datetime | None = None, columns: Sequence[str] = ("*",), where: str = "true"
    ) -> pa.Table:
        """Rows of some kinds, in no order.

        Args:
            kinds: of ``KINDS``.
            since: only later commits than this one.
            until: no later commits than this one.
            columns: what to read of them.
            where: a further condition in SQL (DataFusion), on literals of ours only.
        """
        import pyarrow as pa

        with _plain_errors(self.home, "its rows cannot be read"):
            return pa.table(self._query(kinds, since, until, columns, where).read_all())

    def stream(self, kinds: Sequence[str], *, since: datetime | None = None, columns: Sequence[str] = ("*",), ordered: bool = False) -> pa.RecordBatchReader:
        """The same, a batch at a time, for what does not fit into memory; ``ordered`` by commit."""
        import pyarrow as pa

        order = " order by recorded_at" if ordered else ""
        return pa.RecordBatchReader.from_stream(self._query(kinds, since, None, columns, f"true{order}"))

    def _query(self, kinds: Sequence[str], since: datetime | None, until: datetime | None, columns: Sequence[str], where: str) -> Any:
        from deltalake import QueryBuilder

        conditions = [f"kind in ({', '.join(map(quoted, kinds))})"]
        conditions += [f"recorded_at > {_moment(since)}"] if since else []
        conditions += [f"recorded_at <= {_moment(until)}"] if until else []
        conditions += [where]
        sql = f"select {', '.join(columns)} from ledger where {' and '.join(conditions)}"  # noqa: S608 - literals are quoted above
        return QueryBuilder().register("ledger", self._delta).execute(sql)

    def count(self, *, since: datetime | None = None) -> int:
        """How many rows there are, of commits later than ``since``; read from the files' statistics, so rows of a file that straddles it count as later."""
        import pyarrow as pa

        files = pa.table(self._delta.get_add_actions(flatten=True)).to_pydict()
        newest = files.get("max.recorded_at", ())
        return sum(n for n, at in zip(files.get("num_records", ()), newest, strict=True) if since is None or at is None or at > since)

    def size(self) -> int:
        """Bytes of the data files that hold the rows now; not those that compaction or a takedown left for a while."""
        import pyarrow as pa

        return sum(pa.table(self._delta.get_add_actions(flatten=True)).to_pydict()["size_bytes"])

    def identity(self) -> str:
        """What tells this record from another one at the same place."""
        return str(self._delta.metadata().id)

    def erasures(self) -> int:
        """How often rows were deleted for good; what was derived before the last time must go too."""
        return int(self._delta.transaction_version(_ERASED) or 0)

    def files(self, kind: str) -> list[str]:
        """The data files that hold the rows of a kind now; absolute paths or addresses."""
        return [uri for uri in self._delta.file_uris() if f"/kind={kind}/" in uri]

    # -- writing -----------------------------------------------------------------------------------------------------------------------

    def append(self, rows: Iterable[Row]) -> int:
        """Commit rows, all or none of them.

        Returns:
            The version that holds them.

        Raises:
            RecordBusy: somebody committed since this ledger was last refreshed; nothing was written.
            RecordError: it cannot be written (disk, permission); nothing was written.
        """
        from deltalake import CommitProperties, write_deltalake
        from deltalake.exceptions import CommitFailedError

        version = self.version
        with _plain_errors(self.home, "it cannot be written"):
            try:
                write_deltalake(self._delta, table(rows), mode="append", commit_properties=CommitProperties(max_commit_retries=0))
            except CommitFailedError as error:
                raise RecordBusy(self.home, "another process committed first", "read again and retry") from error
        if self.version // COMPACT > version // COMPACT:
            self.compact()
        return self.version

    def append_all(self, batches: pa.RecordBatchReader) -> None:
        """Commit rows that do not fit into memory, all or none of them: a copy of another ledger's."""
        from deltalake import CommitProperties, write_deltalake

        with _plain_errors(self.home, "it cannot be written"):
            write_deltalake(self._delta, batches, mode="append", commit_properties=CommitProperties(max_commit_retries=0))

    def format(self) -> int:
        """The layout of its rows; see ``rows.FORMAT``."""
        return int(self._delta.metadata().configuration[_NEWEST])

    def upgrade(self) -> None:
        """Add the columns that an older format lacks, then say that it is of this one: killed between the two, it is done again."""
        from deltalake.schema import Schema

        with _plain_errors(self.home, "it cannot be brought up to date"):
            have = {f.name for f in self._delta.schema().fields}
            missing = [f for f in Schema.from_arrow(schema()).fields if f.name not in have]
            if missing:
                self._delta.alter.add_columns(missing)
            self._delta.alter.set_table_properties({_NEWEST: str(FORMAT)}, raise_if_not_exists=False)
            self.refresh()

    def compact(self) -> None:
        """Put small files together and write a checkpoint; rows stay as they are. Another writer's commit meanwhile does no harm: it is left for later."""
        from deltalake.exceptions import CommitFailedError

        with _plain_errors(self.home, "it cannot be compacted"):
            try:
                self._delta.optimize.compact(target_size=_TARGET)
            except CommitFailedError:
                self._delta.update_incremental()
            self._delta.create_checkpoint()
            # what is replaced may still be being read by who asked before
            self._delta.vacuum(retention_hours=_GRACE, enforce_retention_duration=False, dry_run=False)

    def erase(self, where: str) -> None:
        """Delete rows for good: out of the table, then out of the files. For takedowns alone.

        Args:
            where: which, in SQL, on literals of ours only.
        """
        from deltalake import CommitProperties, Transaction

        mark = Transaction(_ERASED, self.erasures() + 1)
        with _plain_errors(self.home, "rows cannot be deleted"):
            self._delta.delete(where, commit_properties=CommitProperties(max_commit_retries=15, app_transactions=[mark]))
            self.sweep()

    def sweep(self) -> None:
        """Remove data files that no version of the table needs any more: those of erased rows, of compaction, of killed writers."""
        with _plain_errors(self.home, "old files cannot be removed"):
            self._delta.vacuum(retention_hours=0, enforce_retention_duration=False, dry_run=False)


def quoted(text: str) -> str:
    """A string literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


def _moment(moment: datetime) -> str:
    return f"to_timestamp_micros({round(moment.timestamp() * 1e6)})"


def is_remote(home: str) -> bool:
    """Whether a record lies in an object store."""
    return _REMOTE.match(home) is not None


def _ledger(home: str) -> str:
    return f"{home.rstrip('/')}/ledger" if is_remote(home) else str(Path(home).resolve() / "ledger")


def storage_options(home: str) -> dict[str, str]:
    """What the object store is asked for; keys and region come from the environment (AWS_ACCESS_KEY_ID ...), as for other programs."""
    if not is_remote(home):
        return {}
    options = {"conditional_put": "etag"}
    endpoint = os.environ.get("AWS_ENDPOINT_URL", "")
    return options | ({"allow_http": "true"} if endpoint.startswith("http://") else {})


def _may_write(home: str) -> None:
    path = Path(home)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(home, f"it cannot be made ({error.strerror})", "give a folder that you may write to") from error
    if not os.access(path, os.W_OK):
        raise RecordError(home, "you may not write here", "ask for permission, or give another folder")


def _refuse_strangers(home: str) -> None:
    """A folder with other things in it is no place for a record."""
    if not is_remote(home) and any(not name.startswith(".") for name in os.listdir(home)):
        raise RecordError(home, "the folder is not empty and holds no record", "give a new folder, or one with a record")


@contextmanager
def _plain_errors(home: str, what: str) -> Iterator[None]:
    """Errors of the table library and of the machine as ours, with what to do."""
    from deltalake.exceptions import DeltaError

    try:
        yield
    except (DeltaError, OSError) as error:
        raise RecordError(home, f"{what} ({_first_line(error)})", _advice(str(error))) from error
    except Exception as error:
        # DataFusion and Arrow raise exceptions of no common kind, all named in their modules
        if type(error).__module__.partition(".")[0] in {"_internal", "deltalake", "arro3", "pyarrow"} or type(error) is Exception:
            raise RecordError(home, f"{what} ({_first_line(error)})", _advice(str(error))) from error
        raise


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:200] or type(error).__name__


_REMEDIES: tuple[tuple[str, str], ...] = (
    ("No space left", "free some space on the disk and run it again: nothing was changed"),
    ("File too large", "free some space on the disk and run it again: nothing was changed"),
    ("Permission denied", "ask for permission to write there: nothing was changed"),
    ("Read-only", "give a place that can be written: nothing was changed"),
    ("not found", "the record is damaged: restore it from a backup (dragoman backup)"),
    ("No such file", "the record is damaged: restore it from a backup (dragoman backup)"),
    ("Invalid", "the record is damaged: restore it from a backup (dragoman backup)"),
    ("Parquet", "the record is damaged: restore it from a backup (dragoman backup)"),
)


def _advice(words: str) -> str:
    return next((remedy for sign, remedy in _REMEDIES if sign.lower() in words.lower()), "check the disk and the network, and run it again")


