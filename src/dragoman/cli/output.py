"""Where words go: readouts to standard output or a file, everything else to standard error."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

import typer

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from dragoman.model import Readout

Show = Callable[["Readout"], None]


def complain(error: Exception) -> None:
    """One line on standard error."""
    typer.echo(f"dragoman: {error}", err=True)


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """The stream to write to: the file, else standard output."""
    if output is None:
        yield sys.stdout
        return
    try:
        stream = output.open("w", encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{output} cannot be written: {error.strerror}", param_hint="--output") from error
    with stream:
        yield stream


def shower(stream: TextIO, *, json: bool, suffix: str) -> Show:
    """How readouts are written: as JSON Lines where asked for, as HTML into an .html file, else in words."""
    if json or suffix in {".json", ".jsonl"}:
        return lambda readout: _line(stream, readout)
    if suffix in {".html", ".htm"}:
        write(stream, '<!doctype html><meta charset="utf-8"><title>Dragoman</title>')
        return lambda readout: _fragment(stream, readout)
    return _in_words(stream)


def _line(stream: TextIO, readout: "Readout") -> None:
    from dragoman.view import to_json

    write(stream, to_json(readout).decode())


def _fragment(stream: TextIO, readout: "Readout") -> None:
    from dragoman.view import html

    write(stream, html(readout))


def _in_words(stream: TextIO) -> Show:
    from rich.console import Group
    from rich.rule import Rule

    from dragoman.view import terminal

    screen = console(stream)
    shown = 0

    def show(readout: "Readout") -> None:
        nonlocal shown
        if shown:
            draw(screen, Group("", Rule(characters="="), ""))
        shown += 1
        draw(screen, terminal.render(readout, colours=screen.color_system is not None))

    return show


def write(stream: TextIO, line: str) -> None:
    """A line, out of our hands at once: what was shown before an interrupt stays shown."""
    stream.write(line + "\n")
    stream.flush()


def console(stream: TextIO) -> "Console":
    """A console that colours only terminals and lets words be."""
    from rich.console import Console

    return Console(file=stream, highlight=False, emoji=False)


def coloured(stream: TextIO) -> bool:
    """Whether what is drawn there keeps its colours."""
    return console(stream).color_system is not None


def draw(screen: "Console", what: "RenderableType") -> None:
    """Draw on a terminal; elsewhere without the blanks that rich fills lines with."""
    if screen.is_terminal:
        screen.print(what)
        return
    with screen.capture() as captured:
        screen.print(what)
    write(screen.file, "\n".join(line.rstrip() for line in captured.get().splitlines()))  # type: ignore[arg-type]


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """A count of articles on standard error; only for several inputs, and where nobody watches the readouts themselves."""
    if total < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda: bar.advance(task)


class Tick(Protocol):
    """Called after each thing that is done."""

    def __call__(self, far: int = 0) -> None:
        """``far``: how far it is now."""


class Road:
    """How far a run over files is: whole files that are behind it, and of the one at hand what its articles so far had in characters.

    Of a compressed file that is a guess, so it never says that a file is done before the next one has begun.
    """

    def __init__(self, files: Sequence[tuple[str, int]]) -> None:
        """
        Args:
            files: paths in the order in which they are read, with their bytes.
        """
        self.total = sum(size for _, size in files)
        self._files = list(files)
        self._behind = 0
        self._within = 0

    def pass_by(self, input: str, characters: int) -> int:
        """Bytes behind us once an article of this input is done."""
        at = next((i for i, (path, _) in enumerate(self._files) if input.startswith(path)), None)
        if at:
            self._behind += sum(size for _, size in self._files[:at])
            self._within = 0
            del self._files[:at]
        if at is not None:
            self._within = min(self._files[0][1], self._within + characters)
        return self._behind + self._within


@contextmanager
def working(what: str, total: int | None = None) -> Iterator[Tick]:
    """A count with the rate of work on standard error, where somebody watches it.

    Args:
        what: what is counted.
        total: how far it is to go, in the units of what the yielded function is told each time (how far it is now); None where nobody knows, and then no
            remaining time is shown.
    """
    if not sys.stderr.isatty():
        yield lambda far=0: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        ProgressColumn,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    ahead: tuple[ProgressColumn, ...] = (BarColumn(), TextColumn("{task.percentage:.0f}%"), TextColumn("left"), TimeRemainingColumn()) if total else ()
    columns = (SpinnerColumn(), TextColumn(f"{{task.fields[count]}} {what}, {{task.fields[rate]:.1f}}/s"), TimeElapsedColumn(), *ahead)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total or None, count=0, rate=0.0)
        count = 0

        def tick(far: int = 0) -> None:
            nonlocal count
            count += 1
            bar.update(task, completed=far, count=count, rate=count / (bar.tasks[0].elapsed or 1.0))

        yield tick

