"""``dragoman export``: what a record holds, in the files of the field."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.asking import Asked, question


@question("events", without=("limit", "newest", "json", "csv"))
def export(
    asked: Asked,
    form: Annotated[
        str,
        typer.Option("--as", metavar="FORMAT", help="jsonl, csv, parquet, plover, polecat, icews, gdelt, gdelt1, cameo, graphml or ics."),
    ],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of to standard output.")] = None,
) -> None:
    """Write the events of a record as a file for other programs.

    Every format is described column by column in the reference (exports). What a format cannot hold is left out, and counted on standard error.

    \b
        dragoman export --record diplomacy --as plover -o events.jsonl
        dragoman export --record diplomacy --as parquet --since 2024-01-01 -o events.parquet
        dragoman export --record diplomacy --as ics --party EGY -o egypt.ics
    """
    from dragoman.ask.exporters.formats import FORMATS, of

    format = of(form)
    if format is None:
        raise typer.BadParameter(f"no format {form}; there are {', '.join(f.name for f in FORMATS)}", param_hint="--as")
    with asked.opened() as it:
        if output is None:
            left = format.write(it, asked.chosen, sys.stdout.buffer)
        else:
            try:
                with output.open("wb") as out:
                    left = format.write(it, asked.chosen, out)
            except OSError as error:
                raise typer.BadParameter(f"{output} cannot be written: {error.strerror}", param_hint="--output") from error
    for why, n in sorted(left.items()):
        if n:
            typer.echo(f"left out: {n} {why}; {form} cannot hold them", err=True)
