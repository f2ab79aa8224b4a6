"""``dragoman compare``: one event, many tellings."""

import sys
from typing import Annotated

import typer

from dragoman.cli.asking import Asked, question
from dragoman.cli.output import console, draw, write


@question("events", only=("as_of", "json", "csv"))
def compare(
    asked: Asked,
    ids: Annotated[list[str], typer.Argument(metavar="EVENT...", help="Ids of events, or their first letters; several are compared as one story.")],
) -> None:
    """Show what each outlet told of an event, what it left out, and how it framed it.

    \b
        dragoman compare 7fab023e --record diplomacy
        dragoman compare 7fab023e 2943f81e --record diplomacy --csv

    Types, modes, status, wording and voices are framing; parties, persons, times, places, numbers, quotes and (of several events) the events themselves are
    what can be left out. --csv has a row for every value and outlet, with 1 where the outlet tells it.
    """
    import msgspec

    from dragoman.ask.compare import compare as compared
    from dragoman.ask.events import event
    from dragoman.view import comparison

    with asked.opened() as it:
        events = {e.id: e for e in (event(it, id) for id in ids)}
        found = compared(it, ids[0], tuple(events.values()))
    if asked.json:
        write(sys.stdout, msgspec.json.encode(found).decode())
    elif asked.csv:
        asked.answer(comparison.rows(found), row=dict, draw=lambda rows: "")
    else:
        draw(console(sys.stdout), comparison.comparison(found))
