"""``dragoman watch``: live feeds into a record."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import settings
from dragoman.cli.output import complain, console, draw, write
from dragoman.cli.record_options import Home, Json

if TYPE_CHECKING:
    from dragoman.jobs.watch import How
    from dragoman.jobs.watch_log import Row, Told


def watch(
    record: Home,
    feeds: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FEEDS", help="Addresses of feeds or of pages that link to one, OPML files, text files with an address a line; none for those of last time."
        ),
    ] = None,
    every: Annotated[float, typer.Option("--every", metavar="MINUTES", min=0.05, help="Minutes between visits to a feed that has news.")] = 15.0,
    pages: Annotated[bool, typer.Option("--pages/--no-pages", help="Fetch the page of an item that is only a summary.")] = True,
    once: Annotated[bool, typer.Option("--once", help="Visit each feed once, but those that asked for more time or keep failing, and end; for cron.")] = False,
    now: Annotated[bool, typer.Option("--now", help="Begin with all feeds, whatever was planned.")] = False,
    no_text: Annotated[bool, typer.Option("--no-text", help="As for dragoman ingest: keep no articles.")] = False,
    log: Annotated[Path | None, typer.Option("--log", metavar="FILE", help="Append a line for every visit here instead of to standard error.")] = None,
    status: Annotated[bool, typer.Option("--status", help="Show the feeds and how they fare, and end.")] = False,
    json: Json = False,
) -> None:
    """Watch feeds, and record what they bring.

    Feeds are asked only for what is new, and as often as they and their hosts like. Kill it at any time: nothing is lost or doubled. Ctrl-C and SIGTERM
    end it after the commit under way.

    \b
        dragoman watch feeds.opml --record diplomacy --log watch.log
        dragoman watch https://example.org/feed.xml https://example.net/ --record diplomacy

    One round, for cron, and how the feeds fare:

    \b
        dragoman watch --once --record diplomacy
        dragoman watch --status --record diplomacy
    """
    if status:
        _show(record, json)
        return
    from dragoman.jobs.watch import How

    failed = _run(feeds or [], record, How(every=every * 60.0, pages=pages, once=once, at_once=now, with_text=not no_text), log)
    raise typer.Exit(1 if failed and once else 0)


def _run(feeds: list[str], record: str, how: "How", log: Path | None) -> bool:
    """Watch; whether a visit failed."""
    import time

    from dragoman.errors import InputError
    from dragoman.jobs.watch import Clock, Piece
    from dragoman.jobs.watch import watch as job
    from dragoman.jobs.watch_hands import Threads
    from dragoman.jobs.watch_list import addresses

    try:
        urls = addresses(feeds)
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="FEEDS") from error
    stop, failed, visits = Event(), False, 0
    hands: Threads[Piece] = Threads(stop)
    with _teller(log) as say:

        def tell(told: "Told") -> None:
            nonlocal failed, visits
            visits += 1
            failed = failed or told.outcome in ("failed", "gone")
            say(told)

        def end() -> None:
            stop.set()
            hands.wake()

        def sleep(seconds: float) -> None:
            stop.wait(seconds)

        clock = Clock(now=time.time, sleep=sleep)
        with _signals(end) as interrupted:
            job(urls, record, settings(), how, clock=clock, hands=hands, stop=stop, tell=tell)
    if interrupted():
        raise KeyboardInterrupt
    if how.once and not visits:
        typer.echo("no feed is due; see dragoman watch --status", err=True)
    return failed


@contextmanager
def _teller(log: Path | None) -> "Iterator[Callable[[Told], None]]":
    """How lines are written. The log is opened for each, so that it can be moved away at any time."""
    from dragoman.jobs.watch_log import line

    def to_file(told: "Told") -> None:
        assert log is not None
        try:
            with log.open("a", encoding="utf-8") as stream:
                stream.write(line(told) + "\n")
        except OSError as error:  # a full disk must not end the watch before it ends the record
            complain(error)
            to_screen(told)

    def to_screen(told: "Told") -> None:
        write(sys.stderr, line(told))

    if log is not None:
        try:
            log.open("a").close()
        except OSError as error:
            raise typer.BadParameter(f"{log} cannot be written: {error.strerror}", param_hint="--log") from error
    yield to_file if log else to_screen


@contextmanager
def _signals(end: Callable[[], None]) -> Iterator[Callable[[], bool]]:
    """The first Ctrl-C or SIGTERM asks for an end, the second makes it. Gives whether Ctrl-C was pressed."""
    pressed = False

    def handler(number: int, frame: Any) -> None:
        nonlocal pressed
        pressed = pressed or number == signal.SIGINT
        signal.signal(number, before[signal.Signals(number)])
        end()

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, handler)
    try:
        yield lambda: pressed
    finally:
        for number, old in before.items():
            signal.signal(number, old)


def _show(record: str, json: bool) -> None:
    import time

    from dragoman.jobs.watch import status

    rows = status(record, time.time())
    if json:
        import msgspec

        for row in rows:
            write(sys.stdout, msgspec.json.encode(row).decode())
        return
    draw(console(sys.stdout), _table(rows))


def _table(rows: "list[Row]") -> Any:
    from rich import box
    from rich.table import Table

    table = Table("feed", "last success", "last error", "next try", box=box.SIMPLE_HEAD)
    table.add_column("items", justify="right")
    table.add_column("a day", justify="right")
    for row in rows:
        name = f"{row.title}\n{row.feed}" if row.title else row.feed
        trouble = f"{row.last_error_at}\n{row.last_error}" if row.last_error else "never"
        table.add_row(name, row.last_success or "never", trouble, row.next_try, str(row.items), f"{row.items_a_day:g}")
    return table
