"""Web archives (WARC 1.0 and 1.1, ISO 28500): pages, feeds and texts from their response, resource and conversion records (WET).

FastWARC reads them. It takes a file that was cut short for one that ends, so lengths are checked here: of each record against its own header, and at the
end of the file that its last gzip member is whole.
"""

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.errors import InputError, NoArticleError
from dragoman.model import Article
from dragoman.read.decode import LIMIT, decode
from dragoman.read.documents import read_bytes
from dragoman.read.plain import read_plain

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PIECE = 1 << 20
_REMEDY = "the records before it are read; fetch the file again"
_HTML = ("text/html", "application/xhtml+xml")
_FEED = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
_TEXT = ("text/plain",)


def is_warc(path: str) -> bool:
    """Whether a file is a web archive by its name."""
    return path.lower().endswith((".warc", ".warc.gz", ".wet", ".wet.gz", ".wat.gz"))


def read_warc(file: IO[bytes], path: str) -> Iterator[Article | InputError]:
    """Read a web archive, a record at a time.

    Args:
        file: the archive, opened at its start.
        path: as given.

    Yields:
        The articles of its records with 200 as their status that hold pages, feeds or texts, in order; ``retrieved`` is when each was archived. An error
        for each of those records without an article, and one where the file is broken or cut short. Other records (requests, pictures, redirects) are
        passed over.
    """
    from fastwarc.warc import ArchiveIterator

    found, passed, at = False, Counter[str](), 0
    try:
        for record in ArchiveIterator(file, parse_http=False):
            at = record.stream_pos
            kind = str(record.record_type)
            if "Content-Length" not in record.headers:
                yield _cut(path, at, "its header")
                return
            what = _what(record)
            if what is None:
                passed[kind] += 1
                continue
            found = True
            if _length(record) > LIMIT:
                yield InputError(path, f"larger than {LIMIT // 1_000_000} MB", "nothing; the other records are read", _where(record))
                continue
            record.freeze()
            if record.content_length < _length(record):
                yield _cut(path, at, "it")
                return
            yield from _record(record, path, what)
    except OSError as error:
        yield InputError(path, f"broken after the record at byte {at} ({error})", _REMEDY)
        return
    if not _whole(path, at):
        yield _cut(path, at, "what follows it")
    elif not found:
        told = ", ".join(f"{n} {kind}" for kind, n in sorted(passed.items())) or "nothing"
        yield NoArticleError(path, f"an archive without pages, feeds or texts ({told})", "give one with response or conversion records")


def _what(record: "WarcRecord") -> str | None:
    """The kind of payload by its record's type: http | plain; None for records that hold no document. Loads nothing but headers."""
    kind = str(record.record_type)
    if kind == "response":
        return "http" if record.is_http else None
    media = str(record.headers.get("Content-Type", "")).partition(";")[0].strip().lower()
    if kind == "resource" and media in (*_HTML, *_FEED, *_TEXT):
        return "plain"
    return "plain" if kind == "conversion" and media in _TEXT else None


def _url(record: "WarcRecord") -> str:
    return str(record.headers.get("WARC-Target-URI", "")).strip("<>")


def _where(record: "WarcRecord") -> str:
    return f"record at byte {record.stream_pos} ({_url(record)})"


def _record(record: "WarcRecord", path: str, what: str) -> Iterator[Article | InputError]:
    """The articles of a frozen record."""
    where = _where(record)
    try:
        yield from (_placed(one, record, where) for one in _documents(record, path, _url(record), what))
    except InputError as error:
        yield type(error)(path, error.found, error.remedy, where)
    except (ValueError, LookupError, RecursionError, ArithmeticError, OSError) as error:
        yield InputError(path, f"it cannot be read ({type(error).__name__}: {error})", "nothing; the other records are read", where)


def _documents(record: "WarcRecord", path: str, url: str, what: str) -> Iterator[Article | InputError]:
    if what == "plain":
        media = str(record.headers.get("Content-Type", "")).partition(";")[0].strip().lower()
        raw = record.reader.read()
        if media in _TEXT:
            yield read_plain(decode(raw, path), path, url or None)
        else:
            yield from read_bytes(raw, path, url=url, content_type=media)
        return
    record.parse_http(auto_decode="all")
    media = (record.http_content_type or "").lower()
    readable = media in (*_HTML, *_FEED) or (media in _TEXT and urlsplit(url).path != "/robots.txt")
    if record.http_headers is None or record.http_headers.status_code != 200 or not (readable or not media):
        return
    raw = record.reader.read()
    if media or raw.lstrip()[:1] == b"<":  # what tells no type may be a page
        yield from read_bytes(raw, path, url=url, content_type=media, charset=record.http_charset)


def _placed(one: Article | InputError, record: "WarcRecord", where: str) -> Article | InputError:
    if isinstance(one, InputError):
        return type(one)(one.input, one.found, one.remedy, f"{where}, {one.where}" if one.where else where)
    date = record.record_date
    return replace(one, retrieved=date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if date else None)


# -- lengths -------------------------------------------------------------------------------------------------------------------------------


def _length(record: "WarcRecord") -> int:
    """Bytes that a record says it has."""
    return int(record.headers["Content-Length"])


def _cut(path: str, at: int, what: str) -> InputError:
    return InputError(path, f"the archive is cut short: {what} is not whole", _REMEDY, f"record at byte {at}")


def _whole(path: str, at: int) -> bool:
    """Whether the last record's gzip member, and what may follow it, ends where the file does."""
    with Path(path).open("rb") as file:
        if file.read(2) != b"\x1f\x8b":
            return True
        file.seek(at)
        if file.read(2) != b"\x1f\x8b":  # one member holds many records
            at = 0
        file.seek(at)
        member, left = zlib.decompressobj(31), b""
        while piece := left or file.read(_PIECE):
            if member.eof:
                member = zlib.decompressobj(31)
            try:
                member.decompress(piece)
            except zlib.error:
                return False
            left = member.unused_data if member.eof else b""
        return member.eof
