"""The rules of hosts (robots.txt, RFC 9309): fetched once a day, kept for a bounded number of hosts."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

if TYPE_CHECKING:
    import httpx

DAY = 86_400.0
_SOON = 600.0
# seconds after which rules that a server in trouble did not give are asked for again
_LONGEST = 500_000
# bytes of a robots.txt that are read; RFC 9309 asks for at least 500 KiB
_SHUT = ["User-agent: *", "Disallow: /"]


class Robots:
    """The rules of the hosts met so far. May be shared by threads.

    Args:
        clock: seconds of any clock that only goes forward.
        hosts: how many are kept; those not asked for the longest are forgotten.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, hosts: int = 1_000) -> None:
        self._clock = clock
        self._hosts = hosts
        self._lock = Lock()
        self._rules: OrderedDict[str, tuple[RobotFileParser, float]] = OrderedDict()

    def known(self, url: str) -> RobotFileParser | None:
        """The rules for an address; None where they are not known, or not any more."""
        origin = _origin(url)
        with self._lock:
            rules, until = self._rules.get(origin, (None, 0.0))
            if rules is None or until <= self._clock():
                return None
            self._rules.move_to_end(origin)
            return rules

    def learn(self, client: "httpx.Client", url: str) -> RobotFileParser:
        """Fetch the rules for an address: a missing robots.txt allows all, a forbidden one nothing.

        Raises:
            httpx.HTTPError: the host does not answer.
        """
        origin = _origin(url)
        status, text = _fetched(client, f"{origin}/robots.txt")
        rules = RobotFileParser()
        if status in (401, 403) or status >= 500:
            rules.parse(_SHUT)
        else:
            rules.parse(text.splitlines() if status < 400 else [])
        with self._lock:
            self._rules[origin] = rules, self._clock() + (_SOON if status >= 500 else DAY)
            self._rules.move_to_end(origin)
            while len(self._rules) > self._hosts:
                self._rules.popitem(last=False)
        return rules

    def delay(self, host: str, agent: str) -> float:
        """Seconds that a host asks for between two visits (Crawl-delay); 0 where it does not."""
        with self._lock:
            found = [rules for origin, (rules, _) in self._rules.items() if urlsplit(origin).netloc == host]
        return max((float(rules.crawl_delay(agent) or 0.0) for rules in found), default=0.0)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _fetched(client: "httpx.Client", url: str) -> tuple[int, str]:
    """(status, the text's beginning)."""
    pieces, size = [], 0
    with client.stream("GET", url, follow_redirects=True) as answer:
        for piece in answer.iter_bytes():
            pieces.append(piece)
            size += len(piece)
            if size >= _LONGEST:
                break
    return answer.status_code, b"".join(pieces)[:_LONGEST].decode("utf-8", "replace")
