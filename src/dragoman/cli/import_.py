"""``dragoman import``: event files of others become events of a record."""

from typing import Annotated

import typer

from dragoman.cli import record_options as options
from dragoman.cli.output import complain, working


def import_events(
    inputs: Annotated[list[str], typer.Argument(metavar="FILE", help="A table of ICEWS, POLECAT or GDELT (1.0 or 2.0): plain, .gz or .zip.")],
    record: options.Home,
    source: Annotated[
        str, typer.Option("--from", metavar="DATASET", help="icews, polecat, gdelt, or auto: told by the header or the number of columns.")
    ] = "auto",
    json: options.Json = False,
) -> None:
    """Import events that others coded, so that old data can be asked with the same commands.

    Each line becomes one event, with the file and line that it comes from. The same file again changes nothing. A broken line is named and the rest is
    still imported. Statements without an act (CAMEO 01) are left out, for PLOVER has no type for them.

    \b
        dragoman import events.2014.tab.zip --record icews
        dragoman import 20240101.export.CSV.zip --from gdelt --record gdelt
        dragoman events --record icews --party IRN --party IRQ --limit 20
    """
    import sys

    import msgspec

    from dragoman.cli.output import write
    from dragoman.errors import InputError
    from dragoman.imports.road import Imported
    from dragoman.imports.road import import_events as road
    from dragoman.read.event_files import DATASETS

    if source not in (*DATASETS, "auto"):
        raise typer.BadParameter(f"no dataset {source}; there are {', '.join(DATASETS)} and auto", param_hint="--from")
    events = known = statements = broken = 0
    with working("thousand events") as tick:
        for done in road(inputs, record, None if source == "auto" else source):
            if isinstance(done, InputError):
                complain(done)
                broken += 1
                continue
            for _ in range((events + known + done.events + done.known) // 1000 - (events + known) // 1000):
                tick()
            events, known, statements = events + done.events, known + done.known, statements + done.statements
    if json:
        write(sys.stdout, msgspec.json.encode(Imported(events=events, known=known, statements=statements)).decode())
    else:
        typer.echo(f"{events} imported, {known} known, {statements} statements left out, {broken} broken", err=True)
    raise typer.Exit(1 if broken else 0)
