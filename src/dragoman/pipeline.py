"""The road: inputs are read into articles, articles are coded into readouts. Only this file knows the order.

    inputs --read--> Article --code--> Readout

Nothing is dropped: every input gives readouts or the error that says why not, in the order of the inputs.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError, EngineError, InputError
from dragoman.model import Article, Readout
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.code import Coder
    from dragoman.code.draft import Draft

BATCH = 40_000
# characters coded together: some 250 sentences, which fill the parser's batches

Item = Article | InputError | Readout
# a readout among the inputs stands for an article that needs no coding
Result = Readout | InputError
Asked = tuple[str, str, str, str | None]


def read(
    inputs: Sequence[str],
    settings: Settings,
    *,
    stdin: Callable[[], bytes] | None = None,
    batch: int = BATCH,
) -> Iterator[Result]:
    """The readouts of all articles in the inputs, a batch at a time.

    Args:
        inputs: paths, folders, URLs, or ``-`` for standard input.
        settings: what holds for this run.
        stdin: gives the bytes of standard input, where ``-`` is among the inputs.
        batch: characters coded together (four times as many for events only, of which a third are parsed); 1 gives every readout as soon as
            its article is read.

    Yields:
        A readout for every article, an ``InputError`` for every input (or place in one) that could not be read or coded.

    Raises:
        CodebookError, EngineError: nothing at all can be coded.
    """
    from dragoman.read import read_inputs

    articles = read_inputs(inputs, stdin=stdin, settings=settings.fetch)
    with workers(settings) as coded:
        yield from chain.from_iterable(coded(batches(articles, batch * 4 if settings.events_only and batch > 1 else batch)))


def read_text(text: str, settings: Settings) -> Readout:
    """The readout of one article given as text, laid out as a wire story or as pasted from a page."""
    from dragoman.read import read_text

    return _one(read_text(text), settings)


def code(text: str, settings: Settings) -> Readout:
    """The readout of a sentence or passage: all of it is body, nothing is looked for around it.

    Raises:
        InputError: the coder broke on it.
    """
    (result,) = passages([(text, settings.date)], settings)
    if isinstance(result, InputError):
        raise result
    return result


def passages(asked: Sequence[tuple[str, str | None]], settings: Settings) -> list[Result]:
    """As :func:`code` for many passages at once, in order.

    Args:
        asked: each text, and the ISO day that its times count from, or None.
        settings: what else holds for this run.

    Returns:
        For each passage its readout, or an ``InputError`` if the coder broke on it.
    """
    from dragoman.code.cases import article_of

    out: list[Result] = []
    for date, rows in groupby(asked, key=itemgetter(1)):
        articles = [replace(article_of(text), input="<text>") for text, _ in rows]
        out += _together_or_singly(articles, replace(settings, date=date))
    return out


def explain(text: str, settings: Settings) -> "Draft":
    """The coder's work sheet of a sentence or passage: what it found, the frames that it tried, and why they fired or not."""
    from dragoman.code.cases import article_of

    return coder(settings.codebook).drafts([article_of(text)], date=settings.date)[0]


def work_sheets(inputs: Sequence[str], settings: Settings) -> "Iterator[Draft | InputError]":
    """The coder's work sheets of all articles in the inputs, a batch at a time; what could not be read as the error that says why."""
    from dragoman.read import read_inputs

    it = coder(settings.codebook)
    for batch in batches(read_inputs(inputs, settings=settings.fetch), BATCH):
        sheets = iter(it.drafts([item for item in batch if isinstance(item, Article)], date=settings.date))
        yield from (item if isinstance(item, InputError) else next(sheets) for item in batch if not isinstance(item, Readout))


def pairs(asked: Sequence[Asked], settings: Settings) -> list[tuple[str, float] | InputError]:
    """What the first of two mentions does to the second, for many passages at once, in order.

    Args:
        asked: for each passage its text, the words of both mentions, and the text with them tagged, or None.
        settings: what holds for this run.

    Returns:
        For each passage ``(PLOVER type, confidence)``, always answered, or an ``InputError`` if the coder broke on it.
    """
    from dragoman.code.cases import article_of
    from dragoman.code.pairs import pairs

    results = (
        _together_or_singly([replace(article_of(text), input="<text>") for text, *_ in asked], settings)
        if asked
        else []
    )
    coded = [(r, a) for r, a in zip(results, asked, strict=True) if isinstance(r, Readout)]
    answers = iter(
        pairs([r for r, _ in coded], [(actor, recipient, marked) for _, (_, actor, recipient, marked) in coded])
    )
    return [next(answers) if isinstance(r, Readout) else r for r in results]


def code_articles(articles: Sequence[Article], settings: Settings) -> list[Readout]:
    """The readouts of articles that were read before, in order.

    Raises:
        InputError: the coder broke on one of them.
    """
    results = _together_or_singly(list(articles), settings) if articles else []
    for result in results:
        if isinstance(result, InputError):
            raise result
    return [r for r in results if isinstance(r, Readout)]


@lru_cache(maxsize=2)
def coder(folder: str | None, events_only: bool = False) -> "Coder":
    """The coder with the packaged codebook and one's own folder over it; loaded once in a process."""
    from dragoman.code import Coder

    return Coder.load([folder] if folder else [], events_only=events_only)


def _one(article: Article, settings: Settings) -> Readout:
    (result,) = _together_or_singly([article], settings)
    if isinstance(result, InputError):
        raise result
    return result


def _readouts(articles: list[Article], settings: Settings) -> list[Readout]:
    it = coder(settings.codebook, settings.events_only)
    return list(it.code_many(articles, date=settings.date, min_confidence=settings.min_confidence))


def batches(items: Iterable[Item], enough: int) -> Iterator[list[Item]]:
    """Items together until their articles have enough characters."""
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.text) if isinstance(item, Article) else 0
        if size >= enough:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _coded(settings: Settings, batch: list[Item]) -> list[Result]:
    """The batch with readouts in place of its articles."""
    articles = [item for item in batch if isinstance(item, Article)]
    results = iter(_together_or_singly(articles, settings) if articles else [])
    return [next(results) if isinstance(item, Article) else item for item in batch]


def _together_or_singly(articles: list[Article], settings: Settings) -> list[Result]:
    """One article that breaks the coder must not take the others with it: then they are coded one by one."""
    try:
        return [*_readouts(articles, settings)]
    except DragomanError:
        raise
    except Exception as error:
        if len(articles) > 1:
            return [result for article in articles for result in _together_or_singly([article], settings)]
        found = f"the coder broke on this article ({type(error).__name__}: {error})"
        failure = InputError(articles[0].input, found, "please report it together with the article")
        failure.__cause__ = error
        return [failure]


Coding = Callable[[Iterator[list[Item]]], Iterator[list[Result]]]


@contextmanager
def workers(settings: Settings) -> Iterator[Coding]:
    """How batches are coded: one after the other here, or in as many processes as the settings say."""
    one = partial(_coded, settings)
    if settings.processes == 1:
        yield partial(map, one)
        return
    from multiprocessing import get_context

    # spawn: a fork would copy the locks of the engine's threads
    pool = ProcessPoolExecutor(settings.processes, mp_context=get_context("spawn"), initializer=_die_quietly)
    try:
        yield partial(_spread, partial(pool.submit, one), 2 * settings.processes)
    except BrokenExecutor as error:
        raise EngineError("a worker process died, perhaps for want of memory; set fewer processes") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _spread(
    submit: Callable[[list[Item]], "Future[list[Result]]"], ahead: int, batches: Iterator[list[Item]]
) -> Iterator[list[Result]]:
    """Results in the order of the batches, with at most ``ahead`` of them under way."""
    coming = map(submit, batches)
    waiting = deque(islice(coming, ahead))
    while waiting:
        yield waiting.popleft().result()
        waiting.extend(islice(coming, 1))


def _die_quietly() -> None:
    """Ctrl-C ends a worker at once; Python's own answer to it would be a traceback."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
