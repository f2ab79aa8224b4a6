"""``dragoman compare``: one event, many tellings."""

import sys
from typing import Annotated

import typer

from dragoman.cli.asking import Asked, question
from dragoman.cli.output import console, draw, write


@question("events", only=("as_of", "json", "csv"))
def compare(
    asked: Asked,
    ids: Annotated[list[str], typer.Argument(metavar="EVENT|STORYLINE...", help="Ids or their first letters; several events are compared as one story.")],
) -> None:
    """Show what each outlet told of an event or a storyline, what it left out, and how it framed it.

    \b
        dragoman compare 7fab023e --record diplomacy
        dragoman compare 7fab023e 2943f81e --record diplomacy --csv

    Of a storyline, by its id from dragoman storylines:

    \b
        dragoman compare 5c1d --record diplomacy

    Types, modes, status, wording and voices are framing; parties, persons, times, places, numbers, quotes and (of several events) the events themselves are
    what can be left out. --csv has a row for every value and outlet, with 1 where the outlet tells it.
    """
    import msgspec

    from dragoman.ask.compare import compare as compared
    from dragoman.ask.compare import subject
    from dragoman.view import comparison

    with asked.opened() as it:
        found = compared(it, ids[0], subject(it, ids))
    if asked.json:
        write(sys.stdout, msgspec.json.encode(found).decode())
    elif asked.csv:
        asked.answer(comparison.rows(found), row=dict, draw=lambda rows: "")
    else:
        draw(console(sys.stdout), comparison.comparison(found))
