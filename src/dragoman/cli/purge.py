"""``dragoman purge``: an article taken out for good."""

import getpass
from typing import Annotated

import typer

from dragoman.cli.options import settings
from dragoman.cli.record_options import Home


def purge(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="Id or address of an article.")],
    record: Home,
    why: Annotated[str, typer.Option("--why", help="For what reason; it stays in the record, on the tombstone.")],
    by: Annotated[str | None, typer.Option("--by", help="Who asks for it; without it, the name you are logged in with.")] = None,
) -> None:
    """Take articles out of a record for good, as after a takedown.

    Their words are deleted from the record's files, in all versions; a tombstone without any of them says when, by whom and why. They are not taken in
    again. Articles of others that carry the same words stay; backups made before are yours to purge.

    \b
        dragoman purge https://example.org/story --record diplomacy --why "takedown notice of 3 May"
    """
    from dragoman.jobs.purge import purge as take_out

    for done in take_out(record, articles, by=by or getpass.getuser(), why=why, settings=settings()):
        heirs = f"; coded from its copy {', '.join(done.heirs)}" if done.heirs else ""
        typer.echo(f"{done.article}: out, {done.events} events written anew{heirs}")
