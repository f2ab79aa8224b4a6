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
) -> None:
    """Check every file of the codebook.

    Keys, codes, dates, word sets, identifiers; the sentences that rules bring along are run by make test.

    \b
        dragoman codebook check
        dragoman codebook check my-codebook/

    The first file that is broken is named with place, reason and remedy, and the exit status is 1.
    """
    from dragoman.codebook.load import PACKAGED, build

    own = folder or settings().codebook
    if own and not Path(own).is_dir():
        raise typer.BadParameter(f"{own} is not a folder", param_hint="FOLDER")
    folders = (PACKAGED, Path(own)) if own else (PACKAGED,)
    book = build(folders, "check")
    typer.echo(
        f"{len(book.types)} types, {len(book.frames)} frames, {len(book.actors)} actors, {len(book.entries)} names: all in order"
    )
