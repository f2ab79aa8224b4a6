"""``dragoman events``: the folded events of a record."""

import sys
from typing import Annotated

import typer

from dragoman.cli import record_options as options


def events(
    record: options.Home,
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
    limit: options.Limit = None,
    newest: Annotated[bool, typer.Option("--newest", help="The latest first.")] = False,
    json: options.Json = False,
) -> None:
    """Show the events of a record, each once, with all its reports.

    \b
        dragoman events --record diplomacy --party EGY --party ARE
        dragoman events --record diplomacy --type REQUEST --since 2024-10-01 --json
        dragoman events --record diplomacy --newest --limit 50

    As the record was on a day in the past:

    \b
        dragoman events --record diplomacy --as-of 2024-10-06
    """
    import msgspec

    from dragoman.ask.filters import Filter
    from dragoman.ask.questions import events as asked
    from dragoman.cli.output import write
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
    with serving(record, derived(record), options.as_moment(as_of)) as it:
        for event in asked(it, chosen, limit=limit, newest=newest):
            write(sys.stdout, msgspec.json.encode(event).decode() if json else f"{event.id} {event.type}")
