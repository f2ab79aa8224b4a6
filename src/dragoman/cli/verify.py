"""``dragoman verify``: whether a record is whole."""

from typing import Annotated

import typer

from dragoman.cli.output import write
from dragoman.cli.record_options import Home, Json


def verify(record: Home, json: Json = False, quiet: Annotated[bool, typer.Option("--quiet", help="Only the exit status.")] = False) -> None:
    """Check every hash, offset and reference of a record.

    Each fault is named; the exit status is 1 if there is any. Nothing is changed.

    \b
        dragoman verify --record diplomacy
    """
    import sys

    import msgspec

    from dragoman.jobs.verify import Checked
    from dragoman.jobs.verify import verify as faults

    counts, found = Checked(), 0
    for fault in faults(record, counts):
        found += 1
        if not quiet:
            write(sys.stdout, msgspec.json.encode(fault).decode() if json else f"{fault.kind}: {fault.where}: {fault.found}")
    if not quiet:
        typer.echo(f"{counts.articles} articles, {counts.reports} reports, {counts.events} events: {found or 'no'} faults", err=True)
    raise typer.Exit(1 if found else 0)
