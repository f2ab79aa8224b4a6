"""``dragoman event``: everything on one event."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.asking import Asked, question
from dragoman.cli.output import coloured, console, draw, write

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.ask.events import Version
    from dragoman.model import FoldedEvent


@question("events", only=("as_of", "json"))
def event(
    asked: Asked,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The event's id, or the first letters of it; a former id leads to what it became part of.",
        ),
    ],
    history: Annotated[
        bool, typer.Option("--history", help="All its versions, with what changed from one to the next.")
    ] = False,
) -> None:
    """Show one event with all its reports.

    Each with its outlet, its sentence, the place of its evidence in the article, the rule that fired, and the versions of codebook and program.

    \b
        dragoman event 7fab023e21bfae15 --record diplomacy
        dragoman event 7fab --record diplomacy --history

    An id that the record does not have gives exit status 1.
    """
    import msgspec

    from dragoman.ask.events import current
    from dragoman.ask.events import event as found
    from dragoman.ask.events import history as versions

    with asked.opened() as it:
        if history:
            told = versions(it, id)
            if asked.json:
                for version in told:
                    write(sys.stdout, msgspec.json.encode(version).decode())
            else:
                draw(console(sys.stdout), _history(told))
            return
        now, former = current(it, id)
        one = found(it, now)
    if asked.json:
        write(sys.stdout, msgspec.json.encode(one).decode())
        return
    for old in former:
        typer.echo(f"{old} became part of {now}", err=True)
    draw(console(sys.stdout), _page(one))


def _page(event: "FoldedEvent") -> "RenderableType":
    from dragoman.view import answers

    return answers.event(event, colours=coloured(sys.stdout))


def _history(versions: "tuple[Version, ...]") -> "RenderableType":
    from dragoman.view import answers

    return answers.history(versions)
