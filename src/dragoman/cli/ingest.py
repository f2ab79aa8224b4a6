"""``dragoman ingest``: inputs in, a record of them on disk."""

import sys
from collections import Counter
from typing import Annotated

import typer

from dragoman.cli.options import Date, settings
from dragoman.cli.output import Road, complain, working
from dragoman.cli.record_options import Home, Json


def ingest(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="A file, a folder, a feed, a URL, or - for standard input; as for dragoman read.")],
    record: Home,
    date: Date = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Keep offsets, hashes and the sentences that events rest on, but not the articles.")
    ] = False,
    json: Json = False,
) -> None:
    """Read articles and record what is in them.

    What was recorded before is passed over, so the same command can be run again, also after it was killed. A page that says something new replaces
    what it said before; copies of one text are linked and coded once; reports of one event become one event. Several processes may ingest at once.

    \b
        dragoman ingest stories/ --record diplomacy
        dragoman ingest https://example.org/feed.xml --record s3://bucket/diplomacy

    Then ask: dragoman events --record diplomacy
    """
    from dragoman.errors import InputError
    from dragoman.ingest import ingest as road
    from dragoman.read import file_sizes

    counts: Counter[str] = Counter()
    way = Road(file_sizes(inputs))
    with working("articles", way.total) as tick:
        for done in road(inputs, record, settings(date), with_text=not no_text, stdin=sys.stdin.buffer.read):
            tick(way.pass_by(done.input, 0 if isinstance(done, InputError) else done.characters))
            if isinstance(done, InputError):
                complain(done)
                counts["failed"] += 1
                continue
            counts[done.outcome] += 1
            if json:
                _say(done)
    if not json:
        typer.echo(", ".join(f"{n} {what}" for what, n in sorted(counts.items())) or "nothing to read", err=True)
    raise typer.Exit(1 if counts["failed"] else 0)


def _say(done: object) -> None:
    import msgspec

    from dragoman.cli.output import write

    write(sys.stdout, msgspec.json.encode(done).decode())
