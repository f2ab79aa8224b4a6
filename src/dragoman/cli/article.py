"""``dragoman article``: an article as it was recorded."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.asking import Asked, question
from dragoman.cli.output import coloured, console, draw, write

if TYPE_CHECKING:
    from dragoman.asking import Recorded


@question("articles", only=("as_of", "json"))
def article(
    asked: Asked,
    what: Annotated[str, typer.Argument(metavar="ID|URL|PATH", help="The article's id or its first letters, its address, or the path that it was read from.")],
) -> None:
    """Show an article as it was recorded: its readout, its copies, its other versions.

    \b
        dragoman article https://example.org/story.html --record diplomacy
        dragoman article stories/appeal.txt --record diplomacy --json

    An article that a newer version took the place of is found by its id; a URL means the newest. --json gives the readout, as dragoman read does.
    An article that the record does not have gives exit status 1.
    """
    import msgspec

    from dragoman.ask.articles import article as found
    from dragoman.asking import recorded
    from dragoman.read.address import canonical
    from dragoman.view.terminal import render

    with asked.opened() as it:
        told = recorded(found(it, what, canonical))
    if asked.json:
        write(sys.stdout, msgspec.json.encode(told.readout).decode())
        return
    draw(console(sys.stdout), render(told.readout, colours=coloured(sys.stdout)))
    _others(told)


def _others(told: "Recorded") -> None:
    from dragoman.view import answers

    draw(console(sys.stdout), answers.provenance(told.known, told.coding.codebook, told.coding.code, with_text=told.coding.with_text))
    groups = (("CARRIES THE WORDS OF", (told.original,) if told.original else ()), ("COPIES", told.copies), ("VERSIONS", told.versions))
    for heading, found in groups:
        if found:
            draw(console(sys.stdout), answers.listed(heading, found))
