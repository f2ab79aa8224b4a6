"""``dragoman about``: what is in a record."""

import sys

from dragoman.cli.asking import Asked, question
from dragoman.cli.output import console, draw, write


@question("articles", only=("as_of", "json"))
def about(asked: Asked) -> None:
    """Show what is in a record.

    Articles, copies, outlets and days; events by type and status; the codebooks that it was coded with; its size on disk.

    \b
        dragoman about --record diplomacy
        dragoman about --record diplomacy --as-of 2024-10-06 --json
    """
    import msgspec

    from dragoman.ask.about import about as counted
    from dragoman.record.record import derived
    from dragoman.view import figures

    with asked.opened() as it:
        found = counted(it, asked.record, derived(asked.record))
    if asked.json:
        write(sys.stdout, msgspec.json.encode(found).decode())
    else:
        draw(console(sys.stdout), figures.about(found))
