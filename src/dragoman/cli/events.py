"""``dragoman events``: the folded events of a record."""

import sys
from typing import Annotated

import typer

from dragoman.cli.asking import Asked, question


@question("events")
def events(
    asked: Asked,
    brief: Annotated[bool, typer.Option("--brief", help="One event a line.")] = False,
) -> None:
    """Show the events of a record, each once, with all its reports.

    \b
        dragoman events --record diplomacy --party EGY --party ARE
        dragoman events --record diplomacy --type REQUEST --since 2024-10-01 --json
        dragoman events --record diplomacy --newest --limit 50 --brief

    As the record was on a day in the past:

    \b
        dragoman events --record diplomacy --as-of 2024-10-06

    Parties are codes (EGY, UN), names of states (Egypt) or of persons as the record has them ("Sergey Lavrov"). A star in --brief marks what reports
    contradict each other on. Without --limit a person sees the first hundred; --json and --csv give all.
    """
    from dragoman.ask.events import events as found
    from dragoman.cli.output import coloured
    from dragoman.view import answers, flat

    draw = answers.brief if brief else lambda shown: answers.events(shown, colours=coloured(sys.stdout))
    with asked.opened() as it:
        n = asked.answer(found(it, asked.chosen, limit=asked.most, newest=asked.newest), row=flat.event, draw=draw)
        if not n:
            asked.none(it)
