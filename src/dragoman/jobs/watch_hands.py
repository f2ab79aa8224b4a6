"""Who does the visits: some threads, so that a slow host holds up nobody; or nobody else, where a test counts the seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Event, Thread
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
_HANDS = 8
_AHEAD = 32
# pieces that wait to be recorded; what is more waits in the threads


class Hands(Protocol[T]):
    """Does jobs, each a stream of pieces."""

    free: int
    # jobs that can be begun now

    def start(self, job: Iterator[T]) -> None:
        """Begin a job."""

    def next(self, seconds: float) -> T | None:
        """The next piece of any job; None where none came in that time, or where :meth:`wake` was called."""

    def wake(self) -> None:
        """End a wait. May be called by a signal's handler."""


class Threads(Generic[T]):
    """Hands that work at the same time. They end with the process, in the middle of what they do: nothing of theirs is lost by that."""

    def __init__(self, stop: Event, hands: int = _HANDS) -> None:
        self.free = hands
        self._stop = stop
        self._jobs: SimpleQueue[Iterator[T]] = SimpleQueue()
        self._came: SimpleQueue[tuple[T | None, BaseException | None, int]] = SimpleQueue()  # its put may be called in a signal's handler
        self._room = BoundedSemaphore(_AHEAD)
        for _ in range(hands):
            Thread(target=self._work, daemon=True).start()

    def start(self, job: Iterator[T]) -> None:
        """Begin a job."""
        self.free -= 1
        self._jobs.put(job)

    def next(self, seconds: float) -> T | None:
        """The next piece."""
        try:
            piece, error, freed = self._came.get(timeout=seconds)
        except Empty:
            return None
        self.free += freed
        if error:
            raise error
        if piece is not None:
            self._room.release()
        return piece

    def wake(self) -> None:
        """End a wait."""
        self._came.put((None, None, 0))

    def _work(self) -> None:
        while not self._stop.is_set():
            job = self._jobs.get()
            try:
                for piece in job:
                    self._room.acquire()
                    if self._stop.is_set():
                        return
                    self._came.put((piece, None, 0))
                self._came.put((None, None, 1))
            except BaseException as error:  # it is raised where the pieces are taken
                self._came.put((None, error, 1))


class OneByOne(Generic[T]):
    """A job at a time, done while its pieces are taken; waiting is what the clock says it is."""

    def __init__(self, sleep: Callable[[float], None]) -> None:
        self.free = 1
        self._sleep = sleep
        self._job: Iterator[T] | None = None

    def start(self, job: Iterator[T]) -> None:
        """Begin a job."""
        self.free, self._job = 0, job

    def next(self, seconds: float) -> T | None:
        """The next piece."""
        if self._job is None:
            self._sleep(seconds)
            return None
        piece = next(self._job, None)
        if piece is None:
            self.free, self._job = 1, None
        return piece

    def wake(self) -> None:
        """Nobody waits here."""
