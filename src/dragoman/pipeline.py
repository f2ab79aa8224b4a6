"""The road: inputs are read into articles, articles are coded into readouts. Only this file knows the order.

    inputs --read--> Article --code--> Readout

Nothing is dropped: every input gives readouts or the error that says why not, in the order of the inputs.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError, InputError
from dragoman.model import Article, Readout
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.code import Coder

Read = Readout | InputError
Code = Callable[[Article], Read]


def read(inputs: Iterable[str], settings: Settings) -> Iterator[Read]:
    """The readouts of all articles in the inputs, each as soon as it is ready.

    Args:
        inputs: paths, folders, URLs, or ``-`` for standard input.
        settings: what holds for this run.

    Yields:
        A readout for every article, an ``InputError`` for every input (or place in one) that could not be read or coded.

    Raises:
        CodebookError, EngineError: nothing at all can be coded.
    """
    articles = _articles(inputs, settings)
    with _coding(settings) as code:
        yield from code(articles)


def read_text(text: str, settings: Settings) -> Readout:
    """The readout of one article given as text, laid out as a wire story or as pasted from a page."""
    from dragoman.read import read_text as article_of

    return _readout(article_of(text), settings)


def code(text: str, settings: Settings) -> Readout:
    """The readout of a sentence or passage: all of it is body, nothing is looked for around it."""
    from dragoman.read import passage

    return _readout(passage(text), settings)


def pair(text: str, actor: str, recipient: str, settings: Settings, marked: str | None = None) -> tuple[str, float]:
    """What the first of two mentions does to the second: ``(PLOVER type, confidence)``, always answered."""
    from dragoman.code import code_pair

    return code_pair(text, actor, recipient, coder(settings.codebook), marked=marked, date=settings.date)


@lru_cache(maxsize=2)
def coder(folder: str | None) -> "Coder":
    """The coder with the packaged codebook and one's own folder over it; loaded once in a process."""
    from dragoman.code import Coder

    return Coder.load([folder] if folder else [])


def _articles(inputs: Iterable[str], settings: Settings) -> "Iterator[Article | InputError]":
    from dragoman.read import read_inputs

    return read_inputs(
        inputs,
        timeout=settings.fetch.timeout,
        max_bytes=settings.fetch.max_bytes,
        user_agent=settings.fetch.user_agent,
        robots=settings.fetch.robots,
    )


def _readout(article: Article, settings: Settings) -> Readout:
    from dragoman.code import code_article

    return code_article(article, coder(settings.codebook), date=settings.date, min_confidence=settings.min_confidence)


def _coded(settings: Settings, article: Article) -> Read:
    """The readout, or an error that names the article: one article that breaks the coder must not stop the others."""
    try:
        return _readout(article, settings)
    except DragomanError:
        raise
    except Exception as error:
        found = f"the coder broke on this article ({type(error).__name__}: {error})"
        failure = InputError(article.input, found, "please report it together with the article")
        failure.__cause__ = error
        return failure


Coding = Callable[[Iterator[Article | InputError]], Iterator[Read]]


@contextmanager
def _coding(settings: Settings) -> Iterator[Coding]:
    """How articles are coded: one after the other here, or in as many processes as the settings say."""
    one = partial(_coded, settings)
    if settings.processes == 1:
        yield lambda articles: (item if isinstance(item, InputError) else one(item) for item in articles)
        return
    from multiprocessing import get_context

    # spawn: a fork would copy the locks of the engine's threads
    pool = ProcessPoolExecutor(settings.processes, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    try:
        yield lambda articles: _spread(articles, partial(pool.submit, one), 4 * settings.processes)
    finally:
        pool.shutdown(cancel_futures=True)


def _spread(
    articles: Iterator[Article | InputError], submit: Callable[[Article], "Future[Read]"], ahead: int
) -> Iterator[Read]:
    """Results in the order of the articles, with at most ``ahead`` of them under way."""

    def started() -> Iterator["Future[Read]"]:
        for item in articles:
            yield _done(item) if isinstance(item, InputError) else submit(item)

    coming = started()
    waiting = deque(islice(coming, ahead))
    while waiting:
        yield waiting.popleft().result()
        waiting.extend(islice(coming, 1))


def _done(error: InputError) -> "Future[Read]":
    future: Future[Read] = Future()
    future.set_result(error)
    return future


def _leave_interrupts() -> None:
    """Ctrl-C is for the parent, which stops its workers; a worker that also saw it would print a traceback."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
