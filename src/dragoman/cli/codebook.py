"""``dragoman codebook``: commands for those who edit the rules."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.coverage import coverage
from dragoman.cli.options import settings

if TYPE_CHECKING:
    from dragoman.codebook.phoenix import Taken

app = typer.Typer(no_args_is_help=True, help="Commands for those who edit the codebook.")


app.command()(coverage)


@app.callback()
def _codebook() -> None:
    """Keeps the commands in a group of their own."""


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

    Keys, codes, dates, word sets, identifiers, names that two actors claim;
    with --cases also that every rule does what its own sentences say.

    \b
        dragoman codebook check
        dragoman codebook check my-codebook/ --cases

    The first file that is broken is named with place, reason and remedy, and the exit status is 1.
    """
    from dragoman.codebook.clashes import clashes
    from dragoman.codebook.load import PACKAGED, build

    own = folder or settings().codebook
    if own and not Path(own).is_dir():
        raise typer.BadParameter(f"{own} is not a folder", param_hint="FOLDER")
    folders = (PACKAGED, Path(own)) if own else (PACKAGED,)
    book = build(folders, "check")
    counts = f"{len(book.types)} types, {len(book.frames)} frames, {len(book.actors)} actors, {len(book.entries)} names"
    found = list(clashes(book.entries, book.actors))
    for clash in found:
        typer.echo(clash, err=True)
    typer.echo(f"{counts}: {f'{len(found)} clashes' if found else 'all in order'}")
    failed = cases and not _cases(folders[-1], str(own) if own else None)
    if found or failed:
        raise typer.Exit(1)


@app.command("import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="A .csv table, or a PETRARCH or Phoenix dictionary (.txt).",
        ),
    ],
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FOLDER", help="Your codebook folder; else the one in the settings. Made if missing."),
    ] = None,
    skip_broken: Annotated[
        bool, typer.Option("--skip-broken", help="Leave broken lines of a dictionary out and list them.")
    ] = False,
    list_left: Annotated[bool, typer.Option("--list", help="List every line left out, not only how many.")] = False,
) -> None:
    """Bring your own actors.

    Takes a table of name, code, sector, from, to, or an actor or agent dictionary
    of PETRARCH or Phoenix, into a codebook folder of your own.

    \b
        dragoman codebook import my-actors.csv --to my-codebook/
        dragoman codebook import Phoenix.Countries.actors.txt --to my-codebook/ --skip-broken

    Names of your folder go before the packaged ones. A file with a broken line is refused whole,
    with line and reason; what has no counterpart is listed.
    """
    from dragoman.codebook.load import load
    from dragoman.codebook.phoenix import Taken, read_dictionary
    from dragoman.codebook.table import read_table, unknown_codes, write_agents, write_table

    target = to or settings().codebook
    if not target:
        raise typer.BadParameter("no folder: give one, or set codebook in the settings", param_hint="--to")
    known = load().actors
    is_table = file.suffix.lower() == ".csv"
    taken = Taken(rows=read_table(file)) if is_table else read_dictionary(file, known, skip_broken=skip_broken)
    if taken.rows:
        write_table(Path(target) / "actors" / f"{file.stem}.csv", taken.rows)
    if taken.agents:
        write_agents(Path(target) / "agents" / f"{file.stem}.csv", taken.agents)
    actors = len({row.code for row in taken.rows})
    typer.echo(f"{len(taken.rows)} names of {actors} actors, {len(taken.agents)} roles: taken into {target}")
    new = unknown_codes(taken.rows, known)
    if new:
        typer.echo(f"new actors: {', '.join(new)}", err=True)
    _left(taken, list_left)


def _left(taken: "Taken", every: bool) -> None:
    """Say what was left out, by reason."""
    left = [*taken.broken, *taken.left]
    if every:
        for line, words, reason in sorted(left):
            typer.echo(f"line {line}: {reason}: {words}", err=True)
    for reason, count in Counter(reason for _, _, reason in left).most_common(None if every else 12):
        typer.echo(f"left out, {count} lines: {reason}", err=True)


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
