"""Parquet files with an article a row, under the same names as objects of JSON (see ``rows``); a batch at a time, whatever the size of the file."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from dragoman.errors import InputError
from dragoman.model import Article
from dragoman.read.rows import WORDS, read_row, usual_name

_ROWS = 200
# at a time


def read_parquet(path: str) -> Iterator[Article | InputError]:
    """Read a Parquet file.

    Args:
        path: as given.

    Yields:
        One article for each row that is one, an error with its number for each that has no words, and one where the file is broken.

    Raises:
        InputError: it is no Parquet, or no column has words.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        # without the buffer for whole row groups, which may be as large as the file
        with pq.ParquetFile(path, pre_buffer=False, buffer_size=1 << 20) as file:
            columns = _columns(file.schema_arrow.names, path)
            for batch in file.iter_batches(_ROWS, columns=columns, use_threads=False):
                for row in _rows(batch):
                    number += 1
                    yield read_row(row, path, f"row {number}")
    except (pa.ArrowException, OSError, EOFError) as error:
        if isinstance(error, FileNotFoundError | PermissionError):
            raise
        where = f"after row {number}" if number else None
        yield InputError(path, f"a broken Parquet file ({str(error).splitlines()[0]})", "write it again", where)
        return
    if not number:
        yield InputError(path, "it has no rows", "give a file with an article a row")


def _columns(names: list[str], path: str) -> list[str]:
    if not any(usual_name(name) in WORDS for name in names):
        listed = ", ".join(names[:40]) + (" ..." if len(names) > 40 else "")
        raise InputError(path, f"no column with words among its {len(names)} ({listed})", 'name the columns with words "text" and "title"')
    return [name for name in names if usual_name(name)]


def _rows(batch: Any) -> Iterator[dict[str, Any]]:
    """The rows of a batch as JSON would have them, without what is null."""
    import pyarrow as pa

    plain = [c.cast(pa.timestamp("us", c.type.tz), safe=False) if pa.types.is_timestamp(c.type) else c for c in batch.columns]
    for row in zip(*(column.to_pylist() for column in plain), strict=True):
        yield {name: _plain(value) for name, value in zip(batch.schema.names, row, strict=True) if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return {name: _plain(one) for name, one in value.items()} if isinstance(value, dict) else value
