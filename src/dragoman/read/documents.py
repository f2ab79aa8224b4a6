"""One document to its articles: a page, a feed, JSON, JSON Lines or a text, told by its contents."""

from collections.abc import Iterable, Iterator

from dragoman.errors import InputError, NoArticleError
from dragoman.model import Article
from dragoman.read.decode import decode
from dragoman.read.feed import read_feed
from dragoman.read.kinds import kind_of
from dragoman.read.page import read_page
from dragoman.read.plain import read_plain
from dragoman.read.rows import read_json, read_jsonl


def read_bytes(
    raw: bytes, input: str, *, url: str | None = None, content_type: str = "", charset: str | None = None, name: str | None = None
) -> Iterator[Article | InputError]:
    """Read one document.

    Args:
        raw: its bytes.
        input: the path or URL as given.
        url: where it was fetched from.
        content_type: as the server told it.
        charset: as the server told it.
        name: of the file, where it is not the input (compressed files).

    Yields:
        Its articles, and errors for parts that cannot be read.

    Raises:
        InputError: the whole cannot be read.
    """
    text = decode(raw, input, charset)
    kind = kind_of(text, url or name or input, content_type)
    if kind == "html":
        yield read_page(text, input, url)
    elif kind == "feed":
        yield from read_feed(text, input)
    elif kind == "json":
        yield from read_json(text, input)
    elif kind == "jsonl":
        yield from read_jsonl(_split(text), input)
    elif any(char.isalnum() for char in text):
        yield read_plain(text, input, url)
    else:
        raise NoArticleError(input, "it holds no words", "give a file or page with an article in it")


def _split(text: str) -> Iterable[str]:
    """Lines at line feeds only: JSON strings may hold other separators raw (U+2028)."""
    return text.split("\n")
