"""``dragoman codebook``: commands for those who edit the rules."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import settings

app = typer.Typer(no_args_is_help=True, help="Commands for those who edit the codebook.")


@app.callback()
def _codebook() -> None:
    """Keeps `check` a command of its own while it is the only one."""


@app.command()
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="FOLDER",
            help="A folder of your own, laid over the packaged codebook; else the one in the settings.",
        ),
    ] = None,
    cases: Annotated[bool, typer.Option("--cases", help="Run the sentences that its rules bring along, too.")] = False,
) -> None:
    """Check every file of the codebook.

    Keys, codes, dates, word sets, identifiers; with --cases also that every rule does what its own sentences say.

    \b
        dragoman codebook check
        dragoman codebook check my-codebook/ --cases

    The first file that is broken is named with place, reason and remedy, and the exit status is 1.
    """
    from dragoman.codebook.load import PACKAGED, build

    own = folder or settings().codebook
    if own and not Path(own).is_dir():
        raise typer.BadParameter(f"{own} is not a folder", param_hint="FOLDER")
    folders = (PACKAGED, Path(own)) if own else (PACKAGED,)
    book = build(folders, "check")
    counts = f"{len(book.types)} types, {len(book.frames)} frames, {len(book.actors)} actors, {len(book.entries)} names"
    typer.echo(f"{counts}: all in order")
    if cases and not _cases(folders[-1], str(own) if own else None):
        raise typer.Exit(1)


def _cases(folder: Path, own: str | None) -> bool:
    """Run the cases of one folder against the whole codebook; name those that fail."""
    from dragoman import pipeline
    from dragoman.code.cases import run_cases
    from dragoman.codebook.load import cases

    results = run_cases(pipeline.coder(own), cases(folder))
    failed = [result for result in results if not result.ok]
    for result in failed:
        typer.echo(f"{result.file}, {result.owner}: {result.text} | {result.why}", err=True)
    typer.echo(f"{len(results)} cases, {len(failed)} failed")
    return not failed
