"""Bytes to characters."""

import re

from dragoman.errors import InputError
from dragoman.read.language import detect_language

LIMIT = 50_000_000
# bytes of one document; a news page is under 1 MB, a long feed under 10
_MAGIC = (
    (b"%PDF", "a PDF document", "turn it into text first (pdftotext)"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as plain text"),
    (b"\x1f\x8b", "gzip-compressed data", "unpack it first (gunzip)"),
    (b"BZh", "bzip2-compressed data", "unpack it first (bunzip2)"),
    (b"\xfd7zXZ", "xz-compressed data", "unpack it first (unxz)"),
    (b"\x89PNG", "a picture", "give a text, a page or a feed"),
    (b"\xff\xd8\xff", "a picture", "give a text, a page or a feed"),
    (b"GIF8", "a picture", "give a text, a page or a feed"),
    (b"PAR1", "a Parquet file", "give it as a file"),
    (b"SQLite format 3", "a database", "export it as JSON Lines"),
)
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})|^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{3,20})""",
    re.IGNORECASE,
)


def decode(raw: bytes, input: str, charset: str | None = None) -> str:
    """Decode a document.

    The order: a byte order mark (which is dropped), UTF-8, the charset that the server or the document names, a guess.

    Args:
        raw: all its bytes.
        input: the path or URL as given, for the error.
        charset: as a server's header names it.

    Returns:
        Its characters; line endings as they are.

    Raises:
        InputError: it is empty, too large or not text.
    """
    check_text(raw, input)
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(codec, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _other(raw, input, charset)


def check_text(raw: bytes, input: str) -> None:
    """Refuse what cannot be text.

    Args:
        raw: the bytes of a document, or its first ones.
        input: the path or URL as given, for the error.

    Raises:
        InputError: it is empty, too large or not text.
    """
    if not raw.strip():
        raise InputError(input, "it is empty", "give a file or page with an article in it")
    if len(raw) > LIMIT:
        raise InputError(
            input,
            f"it is larger than {LIMIT // 1_000_000} MB",
            "split it, or give its articles as JSON Lines (.jsonl), which are read one by one",
        )
    for magic, what, remedy in _MAGIC:
        if raw.startswith(magic):
            raise InputError(input, f"it is {what}", remedy)
    start = raw[:4096]
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    control = sum(byte < 9 or 14 <= byte < 27 for byte in start)
    if not marked and (b"\0" in start or control > 0.02 * len(start)):
        raise InputError(input, "it is binary data, not text", "give a text, a page, a feed or JSON")


def _other(raw: bytes, input: str, charset: str | None) -> str:
    """Text that is not UTF-8, or nearly."""
    lax = raw.decode("utf-8", "replace")
    broken = lax.count("\ufffd")
    foreign = sum(ord(char) > 127 for char in lax) - broken
    # in another encoding nearly every foreign letter is broken, so one in four is far from both cases
    if foreign > 3 * broken:  # UTF-8 with a few damaged bytes, such as a text cut short
        return lax
    match = _CHARSET.search(raw[:4096])
    named = (match[1] or match[2]).decode("ascii") if match else None
    for name in filter(None, (charset, named)):
        try:
            return raw.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:200_000]).best()
    if best is None:
        raise InputError(input, "its encoding cannot be told", "save it as UTF-8")
    return _western(raw) or raw.decode(best.encoding, "replace")


def _western(raw: bytes) -> str | None:
    """The text in Windows-1252, where it then reads as a Western language: the guesser mistakes it for its neighbours (cp1250)."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = [char for char in text if ord(char) > 127]
    letters = sum(char.isalpha() or char in "“”‘’–—…«»€£§°ºª¿¡©®·" for char in foreign)
    # Cyrillic or Greek bytes read as runs of accented capitals and make up most of a text
    fits = letters == len(foreign) and len(foreign) < 0.2 * len(text)
    return (
        text
        if fits
        and detect_language(text) in ("en", "fr", "es", "pt", "de", "it", "nl", "da", "sv", "no", "fi", "ca", "is")
        else None
    )
