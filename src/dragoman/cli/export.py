"""``dragoman export``: what a record holds, in the files of the field."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import record_options as options


def export(
    record: options.Home,
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help="jsonl, csv, parquet, plover, polecat, icews, gdelt, gdelt1, cameo, graphml or ics.")],
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    party: options.Party = None,
    sector: options.Sector = None,
    type: options.Kind = None,
    mode: options.Mode = None,
    status: options.Status = None,
    since: options.Since = None,
    until: options.Until = None,
    country: options.Country = None,
    place: options.Place = None,
    outlet: options.Outlet = None,
    text: options.Text = None,
    min_confidence: options.MinConfidence = None,
    min_origins: options.MinOrigins = None,
    as_of: options.AsOf = None,
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
    from dragoman.ask.filters import Filter
    from dragoman.lake.serving import serving
    from dragoman.record.record import derived

    chosen = Filter(
        actor=tuple(actor or ()),
        recipient=tuple(recipient or ()),
        party=tuple(party or ()),
        sector=tuple(sector or ()),
        type=tuple(type or ()),
        mode=tuple(mode or ()),
        status=tuple(status or ()),
        since=since,
        until=until,
        country=tuple(country or ()),
        place=place,
        outlet=tuple(outlet or ()),
        text=text,
        min_confidence=min_confidence,
        min_origins=min_origins,
    )
    format = of(form)
    if format is None:
        raise typer.BadParameter(f"no format {form}; there are {', '.join(f.name for f in FORMATS)}", param_hint="--as")
    with serving(record, derived(record), options.as_moment(as_of)) as it:
        if output is None:
            left = format.write(it, chosen, sys.stdout.buffer)
        else:
            try:
                with output.open("wb") as out:
                    left = format.write(it, chosen, out)
            except OSError as error:
                raise typer.BadParameter(f"{output} cannot be written: {error.strerror}", param_hint="--output") from error
    for why, n in sorted(left.items()):
        if n:
            typer.echo(f"left out: {n} {why}; {form} cannot hold them", err=True)
