"""Manners towards hosts: one request at a time, and a pause after each."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

_HOSTS = 1_000
# hosts whose last visit is remembered
_LONGEST = 60.0
# seconds of pause at most, whatever a host asks for (Crawl-delay)


@dataclass(slots=True)
class _Host:
    lock: Lock = field(default_factory=Lock)
    free: float = float("-inf")
    # when it may be asked again
    waiting: int = 0
    # who is at it, or waits for it


class Turns:
    """May be shared by threads.

    Args:
        clock: seconds of any clock.
        sleep: waits so many seconds.
        pause: seconds between the end of a request and the next one to that host.
        asked: given a host, the seconds of pause that it asks for.
    """

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None], pause: float, asked: Callable[[str], float] = lambda host: 0.0) -> None:
        self._clock, self._sleep, self._pause, self._asked = clock, sleep, pause, asked
        self._lock = Lock()
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    @contextmanager
    def __call__(self, host: str) -> Iterator[None]:
        """Wait until a host may be asked, and hold it meanwhile."""
        one = self._enter(host)
        try:
            with one.lock:
                pause = max(self._pause, min(self._asked(host), _LONGEST))
                wait = one.free - self._clock()
                if wait > 0:
                    self._sleep(min(wait, pause))
                try:
                    yield
                finally:
                    one.free = self._clock() + pause
        finally:
            with self._lock:
                one.waiting -= 1

    def _enter(self, host: str) -> _Host:
        with self._lock:
            one = self._hosts.setdefault(host, _Host())
            self._hosts.move_to_end(host)
            one.waiting += 1
            idle = [name for name, h in self._hosts.items() if not h.waiting] if len(self._hosts) > _HOSTS else []
            for name in idle[: len(self._hosts) - _HOSTS]:
                del self._hosts[name]
            return one
