"""Pages and feeds from the network, with manners: the host's robots.txt is honoured, time and size are bounded."""

import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.errors import FetchError
from dragoman.read.headers import max_age, moment, retry_after
from dragoman.read.robots import Robots
from dragoman.settings import FetchSettings

if TYPE_CHECKING:
    import ssl

    import httpx

_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/json;q=0.9,text/plain;q=0.8,*/*;q=0.1"
_PERMANENT = (301, 308)
_PASSING = (408, 425, 429)
_GZIP = b"\x1f\x8b"

Turn = Callable[[str], AbstractContextManager[None]]
# given a host, holds until it may be asked, and while it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a server calls the answer that we have, to be asked whether there is a newer one."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a server sent."""

    url: str
    # after redirects
    content_type: str
    # lower case, without parameters
    charset: str | None
    raw: bytes
    fresh: bool = True
    # False where the server says that nothing changed (304); raw is empty then
    version: Version = Version()
    max_age: float | None = None
    # seconds that it stays good for, as the server says
    date: float | None = None
    # seconds since 1970 on the server's clock
    moved: str | None = None
    # the address that took this one's place for good; None where it did not move


def fetch(url: str, settings: FetchSettings, robots: Robots, *, known: Version | None = None, turn: Turn = lambda host: nullcontext()) -> Fetched:
    """Fetch one address.

    Args:
        url: http or https.
        settings: bounds and manners.
        robots: rules already fetched; new ones are added.
        known: the version that we have; the answer may then be that it is still the newest.
        turn: entered with the host's name and port for every request.

    Returns:
        The bytes and what the server says of them.

    Raises:
        FetchError: it cannot be had, with the reason and what to do.
    """
    import httpx

    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise FetchError(url, f"no valid address ({error})", "check the address") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError(url, "no valid address", "give one that begins with http:// or https://")
    with _client(settings) as client:
        try:
            return _follow(client, url, settings, robots, known, turn)
        except httpx.TimeoutException as error:
            raise FetchError(url, f"no answer within {settings.timeout:g} s", "try again later, or allow more time", passing=True) from error
        except httpx.ConnectError as error:
            raise FetchError(url, f"no connection ({error})", "check the address and the network", passing=True) from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise FetchError(url, f"the transfer failed ({error or type(error).__name__})", "try again later", passing=True) from error


@contextmanager
def _client(settings: FetchSettings) -> "Iterator[httpx.Client]":
    """A client of its own for every fetch: no cookie outlives it."""
    import httpx

    with httpx.Client(timeout=settings.timeout, headers={"User-Agent": settings.user_agent, "Accept": _ACCEPT}, verify=_certificates()) as client:
        yield client


@lru_cache(maxsize=1)
def _certificates() -> "ssl.SSLContext":
    """Loaded once: it takes longer than many an answer."""
    import httpx

    return httpx.create_ssl_context()


def _follow(client: "httpx.Client", url: str, settings: FetchSettings, robots: Robots, known: Version | None, turn: Turn) -> Fetched:
    """Follow redirects by hand, so that each address is checked against its host's robots.txt."""
    here, moved, for_good = url, None, True
    headers = _conditions(known) if known else {}
    for _ in range(settings.max_redirects + 1):
        if settings.robots and not _allowed(client, here, settings, robots, turn):
            raise FetchError(url, f"the host's robots.txt forbids reading {here}", "save the page yourself and give the file")
        with turn(urlsplit(here).netloc), client.stream("GET", here, headers=headers) as answer:
            if not answer.is_redirect or answer.next_request is None:
                return _take(answer, url, here, settings, moved)
            here = str(answer.next_request.url)
            for_good = for_good and answer.status_code in _PERMANENT
            moved = here if for_good else moved
        if urlsplit(here).scheme not in ("http", "https"):
            raise FetchError(url, f"a redirect to {here}", "give the address of the page itself")
    raise FetchError(url, f"more than {settings.max_redirects} redirects", "give the address they lead to")


def _conditions(known: Version) -> dict[str, str]:
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in told.items() if value}


def _take(answer: "httpx.Response", url: str, here: str, settings: FetchSettings, moved: str | None) -> Fetched:
    status, headers = answer.status_code, answer.headers
    if status >= 400:
        found = f"the server answered {status} {answer.reason_phrase}".rstrip()
        passing = status in _PASSING or status >= 500
        raise FetchError(url, found, _remedy(status), status=status, wait=retry_after(headers, time.time()), passing=passing)
    raw = b"" if status == 304 else _body(answer, url, settings)
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if raw.startswith(_GZIP):
        raw = _unpacked(raw, url, settings)
    elif kind and not (kind.startswith("text/") or any(word in kind for word in ("html", "xml", "json", "octet-stream"))):
        raise FetchError(url, f"it is {kind}, not a page, feed, JSON or text", "give the address of the article itself")
    return Fetched(
        url=here,
        content_type="" if "gzip" in kind else kind,
        charset=answer.charset_encoding,
        raw=raw,
        fresh=status != 304,
        version=Version(etag=headers.get("etag"), last_modified=headers.get("last-modified")),
        max_age=max_age(headers),
        date=moment(headers.get("date", "")),
        moved=moved,
    )


def _body(answer: "httpx.Response", url: str, settings: FetchSettings) -> bytes:
    if int(answer.headers.get("content-length", "0") or 0) > settings.max_bytes:
        raise _too_large(url, settings)
    pieces, size, begun = [], 0, time.monotonic()
    for piece in answer.iter_bytes():
        size += len(piece)
        if size > settings.max_bytes:
            raise _too_large(url, settings)
        if time.monotonic() - begun > settings.total_timeout:
            raise FetchError(url, f"the answer took more than {settings.total_timeout:g} s", "try again later, or allow more time", passing=True)
        pieces.append(piece)
    return b"".join(pieces)


def _unpacked(raw: bytes, url: str, settings: FetchSettings) -> bytes:
    """A file that is compressed itself (feed.xml.gz)."""
    try:
        out = zlib.decompressobj(31).decompress(raw, settings.max_bytes + 1)
    except zlib.error as error:
        raise FetchError(url, f"broken gzip data ({error})", "try again later") from error
    if len(out) > settings.max_bytes:
        raise _too_large(url, settings)
    return out


def _too_large(url: str, settings: FetchSettings) -> FetchError:
    return FetchError(url, f"it is larger than {settings.max_bytes / 1_000_000:g} MB", "save it and give the file")


def _remedy(status: int) -> str:
    if status in (401, 402, 403, 451):
        return "the host refuses; save the page yourself and give the file"
    if status in (404, 410):
        return "check the address"
    return "slow down and try again later" if status == 429 else "try again later"


def _allowed(client: "httpx.Client", url: str, settings: FetchSettings, robots: Robots, turn: Turn) -> bool:
    """Whether the host lets us read an address."""
    rules = robots.known(url)
    if rules is None:
        with turn(urlsplit(url).netloc):
            rules = robots.learn(client, url)
    return rules.can_fetch(settings.user_agent, url)


__all__ = ["Fetched", "Robots", "Turn", "Version", "fetch"]
