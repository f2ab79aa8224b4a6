"""``dragoman positions``: what parties hold on an issue."""

from dataclasses import replace
from typing import Annotated

import typer

from dragoman.cli.asking import Asked, party, question


@question("positions")
def positions(
    asked: Asked,
    holder: Annotated[str | None, typer.Argument(metavar="[ACTOR]", help="Who holds them: a code or a name.")] = None,
    issue: Annotated[
        str | None, typer.Option("--issue", help="A part of the words of the issue or of the stance.")
    ] = None,
) -> None:
    """Show what parties hold, in the articles' words.

    \b
        dragoman positions RUS --record diplomacy
        dragoman positions ETH --issue dam --record diplomacy
    """
    from dragoman.ask.positions import positions as found
    from dragoman.view import answers, flat

    if holder:
        asked = replace(asked, chosen=replace(asked.chosen, actor=(*asked.chosen.actor, party(holder))))
    with asked.opened() as it:
        told = found(it, asked.chosen, issue=issue, limit=asked.most, newest=asked.newest)
        if not asked.answer(told, row=flat.position, draw=answers.positions):
            asked.none(it)
