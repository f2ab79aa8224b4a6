"""Every kind of input to articles: files, folders, addresses, standard input.

What fails is yielded as an error in its place and the rest is still read.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

from dragoman.errors import InputError, NoArticleError
from dragoman.model import Article
from dragoman.read.decode import LIMIT, check_text, decode
from dragoman.read.documents import read_bytes
from dragoman.read.fetch import Robots, fetch
from dragoman.read.plain import read_plain
from dragoman.read.rows import read_jsonl
from dragoman.read.warc import is_warc, read_warc
from dragoman.settings import FetchSettings

_PLAIN = (".txt", ".text", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson", ".xml", ".rss", ".atom")
READABLE = (*_PLAIN, ".warc", ".wet", ".parquet")
# what is taken from a folder, also compressed; other files in it are passed over, but a file named by itself is always tried
_TAKEN = (*READABLE, *(f"{suffix}.gz" for suffix in (*_PLAIN, ".warc", ".wet")))
_GZIP = b"\x1f\x8b"


def read_inputs(
    inputs: Sequence[str], *, stdin: Callable[[], bytes] | None = None, settings: FetchSettings | None = None
) -> Iterator[Article | InputError]:
    """Read inputs in their order.

    Args:
        inputs: paths of files or folders, addresses (http, https), or "-" for standard input.
        stdin: gives the bytes of standard input; needed only where "-" is among the inputs.
        settings: how to fetch.

    Yields:
        The articles of each input, and an error for each thing in it that cannot be read. A folder is read with all below it, sorted by name.
    """
    settings, robots = settings or FetchSettings(), Robots()
    for one in inputs:
        try:
            yield from _read_one(one, stdin, settings, robots)
        except InputError as error:
            yield error
        except OSError as error:
            yield InputError(one, error.strerror or str(error), _advice(error))
        except (ValueError, LookupError, RecursionError, ArithmeticError) as error:
            yield InputError(
                one,
                f"it cannot be read ({type(error).__name__}: {error})",
                "save it in another form; and tell us, for this is a fault of ours",
            )


def read_text(text: str, *, input: str = "<text>") -> Article:
    """Read a plain text: pasted from a page, wire copy, a press release, or no more than a sentence.

    Args:
        text: the text; ``article.text`` is exactly this.
        input: what the article's ``input`` says.

    Returns:
        The article.

    Raises:
        NoArticleError: the text is empty.
    """
    if not text.strip():
        raise NoArticleError(input, "it is empty", "give some words")
    return read_plain(text, input)


def _read_one(
    one: str, stdin: Callable[[], bytes] | None, settings: FetchSettings, robots: Robots
) -> Iterator[Article | InputError]:
    if one == "-":
        if stdin is None:
            raise InputError("-", "there is no standard input here", "give a file")
        yield from read_bytes(stdin(), "-")
    elif re.match(r"[a-zA-Z][a-zA-Z0-9+.-]+://", one):
        got = fetch(one, settings, robots)
        yield from read_bytes(got.raw, one, url=got.url, content_type=got.content_type, charset=got.charset)
    elif os.path.isdir(one):
        yield from _folder(one, settings, robots)
    else:
        yield from _file(one)


def _folder(folder: str, settings: FetchSettings, robots: Robots) -> Iterator[Article | InputError]:
    """All that can be read in a folder and those below it, by name; hidden files are left aside."""
    paths = _readable(folder)
    if not paths:
        raise NoArticleError(
            folder, "a folder without anything to read", f"it needs files that end in {', '.join(READABLE)}"
        )
    yield from read_inputs(paths, settings=settings)


def _readable(folder: str) -> list[str]:
    return sorted(
        os.path.join(here, name)
        for here, _, names in os.walk(folder)
        for name in names
        if name.lower().endswith(_TAKEN)
        and not any(part.startswith(".") for part in Path(here, name).relative_to(folder).parts)
    )


def file_sizes(inputs: Sequence[str]) -> list[tuple[str, int]]:
    """The files that inputs stand for, in the order in which they are read, with their bytes.

    Addresses and standard input are left out, and so is what is not there.
    """
    paths = [p for one in inputs for p in (_readable(one) if os.path.isdir(one) else [one])]
    return [(p, os.path.getsize(p)) for p in paths if os.path.isfile(p)]


def _file(path: str) -> Iterator[Article | InputError]:
    with open(path, "rb") as file:
        start = file.peek(4)[:4]
        if is_warc(path):
            yield from read_warc(file, path)
        elif start == b"PAR1" or path.lower().endswith(".parquet"):
            from dragoman.read.parquet import read_parquet

            yield from read_parquet(path)
        elif start.startswith(_GZIP):
            yield from _packed(file, path)
        else:
            yield from _document(file, path, path)


def _document(file: IO[bytes], path: str, name: str) -> Iterator[Article | InputError]:
    """A file that is not an archive; its name tells JSON Lines and plain text."""
    if name.lower().endswith((".jsonl", ".ndjson")):
        yield from read_jsonl(_lines(file, path), path)
    else:
        yield from read_bytes(file.read(LIMIT + 1), path, name=name)


def _packed(file: IO[bytes], path: str) -> Iterator[Article | InputError]:
    """A compressed file."""
    import gzip
    import zlib

    with gzip.GzipFile(fileobj=file) as unpacked:
        try:
            yield from _document(unpacked, path, re.sub(r"\.gz$", "", path, flags=re.IGNORECASE))  # type: ignore[arg-type]
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            remedy = "of JSON Lines, the lines before are read; get the file again"
            raise InputError(path, f"the compressed file is cut short or broken ({error})", remedy) from error


def _lines(file: IO[bytes], path: str) -> Iterator[str]:
    """The lines of a file of any size, one at a time; a line beyond the limit ends it."""
    first = True
    while raw := file.readline(LIMIT + 1):
        if first and raw.strip():
            check_text(raw, path)
            first = False
        yield decode(raw, path) if raw.strip() else ""


def _advice(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "check the path"
    return "check who may read it" if isinstance(error, PermissionError) else "check the path and the disk"
