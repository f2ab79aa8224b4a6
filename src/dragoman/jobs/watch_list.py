"""Which feeds to watch: addresses, OPML files, and files with an address a line."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from dragoman.errors import InputError

_REMEDY = "give addresses (https://...), an OPML file, or a text file with an address a line"


def addresses(feeds: Sequence[str]) -> tuple[str, ...]:
    """The addresses that arguments stand for.

    Args:
        feeds: addresses, and paths of OPML files or of text files with an address a line (what follows a # is passed over).

    Returns:
        http(s) addresses in the order given, each once.

    Raises:
        InputError: an argument is neither, or a file holds none.
    """
    return tuple(dict.fromkeys(address for one in feeds for address in _of(one)))


def _of(one: str) -> Iterator[str]:
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:(?!\\)", one) and not Path(one).exists():
        yield _checked(one, one, None)
        return
    try:
        raw = Path(one).read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(one, getattr(error, "strerror", None) or str(error), _REMEDY) from error
    found = [*(_opml(raw, one) if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else _lines(raw, one))]
    if not found:
        raise InputError(one, "there is no feed in it", _REMEDY)
    yield from found


def _lines(raw: bytes, file: str) -> Iterator[str]:
    for number, line in enumerate(raw.decode("utf-8-sig", "replace").splitlines(), 1):
        bare = re.sub(r"(?:^|\s)#.*", "", line).strip()
        if bare:
            yield _checked(bare, file, f"line {number}")


def _opml(raw: bytes, file: str) -> Iterator[str]:
    """The xmlUrl of every outline, however deep; programs write OPML with bare ampersands, so it is read with patience."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(raw, parser)
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise InputError(file, "it is not OPML", _REMEDY)
    for outline in root.iter("outline", "Outline"):
        told = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        if told.get("xmlurl", "").strip():
            yield _checked(told["xmlurl"].strip(), file, f"line {outline.sourceline}")


def _checked(text: str, file: str, where: str | None) -> str:
    address = re.sub(r"^feed:(?://)?(?=https?:)", "", text)
    address = re.sub(r"^feed:(?://)?", "http://", address)
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good:
        raise InputError(file, f"{text} is no address of a feed", _REMEDY, where)
    return address
