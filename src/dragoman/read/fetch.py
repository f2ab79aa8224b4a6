"""Pages and feeds from the network, with manners: the host's robots.txt is honoured, time and size are bounded."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from dragoman.errors import FetchError

if TYPE_CHECKING:
    import httpx

USER_AGENT = "Dragoman/0.1 (reads diplomacy news; obeys robots.txt)"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How to fetch."""

    timeout: float = 20.0
    # seconds to connect, and between two pieces of an answer
    total_timeout: float = 60.0
    # seconds for a whole answer
    max_bytes: int = 20_000_000
    max_redirects: int = 5
    robots: bool = True
    # False only for hosts that are your own
    user_agent: str = USER_AGENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a server sent."""

    url: str
    # after redirects
    content_type: str
    # lower case, without parameters
    charset: str | None
    raw: bytes


@dataclass(slots=True)
class Robots:
    """The rules of the hosts met so far in one run."""

    rules: dict[str, RobotFileParser] = field(default_factory=dict)


def fetch(url: str, settings: FetchSettings, robots: Robots) -> Fetched:
    """Fetch one address.

    Args:
        url: http or https.
        settings: bounds and manners.
        robots: rules already fetched; new ones are added.

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
            return _follow(client, url, settings, robots)
        except httpx.TimeoutException as error:
            raise FetchError(
                url, f"no answer within {settings.timeout:g} s", "try again later, or allow more time"
            ) from error
        except httpx.ConnectError as error:
            raise FetchError(url, f"no connection ({error})", "check the address and the network") from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise FetchError(
                url, f"the transfer failed ({error or type(error).__name__})", "try again later"
            ) from error


@contextmanager
def _client(settings: FetchSettings) -> "Iterator[httpx.Client]":
    import httpx

    accept = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/json;q=0.9,text/plain;q=0.8,*/*;q=0.1"
    with httpx.Client(
        timeout=settings.timeout, headers={"User-Agent": settings.user_agent, "Accept": accept}
    ) as client:
        yield client


def _follow(client: "httpx.Client", url: str, settings: FetchSettings, robots: Robots) -> Fetched:
    """Follow redirects by hand, so that each address is checked against its host's robots.txt."""
    here = url
    for _ in range(settings.max_redirects + 1):
        if settings.robots and not _allowed(client, here, settings, robots):
            raise FetchError(
                url, f"the host's robots.txt forbids reading {here}", "save the page yourself and give the file"
            )
        with client.stream("GET", here) as answer:
            if answer.is_redirect and answer.next_request is not None:
                here = str(answer.next_request.url)
                if urlsplit(here).scheme not in ("http", "https"):
                    raise FetchError(url, f"a redirect to {here}", "give the address of the page itself")
                continue
            return _take(answer, url, here, settings)
    raise FetchError(url, f"more than {settings.max_redirects} redirects", "give the address they lead to")


def _take(answer: "httpx.Response", url: str, here: str, settings: FetchSettings) -> Fetched:
    import time

    if answer.status_code >= 400:
        raise FetchError(
            url,
            f"the server answered {answer.status_code} {answer.reason_phrase}".rstrip(),
            _remedy(answer.status_code),
        )
    if int(answer.headers.get("content-length", "0") or 0) > settings.max_bytes:
        raise FetchError(url, f"it is larger than {settings.max_bytes / 1_000_000:g} MB", "save it and give the file")
    pieces, size, begun = [], 0, time.monotonic()
    for piece in answer.iter_bytes():
        size += len(piece)
        if size > settings.max_bytes:
            raise FetchError(
                url, f"it is larger than {settings.max_bytes / 1_000_000:g} MB", "save it and give the file"
            )
        if time.monotonic() - begun > settings.total_timeout:
            raise FetchError(
                url, f"the answer took more than {settings.total_timeout:g} s", "try again later, or allow more time"
            )
        pieces.append(piece)
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind and not (kind.startswith("text/") or any(word in kind for word in ("html", "xml", "json", "octet-stream"))):
        raise FetchError(url, f"it is {kind}, not a page, feed, JSON or text", "give the address of the article itself")
    return Fetched(url=here, content_type=kind, charset=answer.charset_encoding, raw=b"".join(pieces))


def _remedy(status: int) -> str:
    if status in (401, 402, 403, 451):
        return "the host refuses; save the page yourself and give the file"
    if status in (404, 410):
        return "check the address"
    return "slow down and try again later" if status == 429 else "try again later"


def _allowed(client: "httpx.Client", url: str, settings: FetchSettings, robots: Robots) -> bool:
    """Whether the host lets us read an address; a missing robots.txt allows all, a forbidden one nothing (RFC 9309)."""
    parts = urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc}"
    if origin not in robots.rules:
        robots.rules[origin] = _rules(client, f"{origin}/robots.txt")
    return robots.rules[origin].can_fetch(settings.user_agent, url)


def _rules(client: "httpx.Client", url: str) -> RobotFileParser:
    rules = RobotFileParser(url)
    answer = client.get(url, follow_redirects=True)
    if answer.status_code in (401, 403) or answer.status_code >= 500:
        rules.parse(["User-agent: *", "Disallow: /"])
    else:
        rules.parse(answer.text[:500_000].splitlines() if answer.status_code < 400 else [])
    return rules
