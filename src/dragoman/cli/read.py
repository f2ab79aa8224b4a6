"""``dragoman read``: inputs in, readouts out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import Date, EventsOnly, MinConfidence, settings
from dragoman.cli.output import complain, opened, progress, shower


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="A file (.txt .html .json .jsonl, .xml feed, .warc.gz, .parquet), a folder, a URL, or - for standard input.",
        ),
    ],
    date: Date = None,
    json: Annotated[bool, typer.Option("--json", help="One readout a line, as JSON; see dragoman schema.")] = False,
    min_confidence: MinConfidence = None,
    events_only: EventsOnly = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write here: .jsonl as JSON Lines, .html as a page, else in words."
        ),
    ] = None,
) -> None:
    """Read articles and say what is in them.

    Acts between parties, meetings, who said what, positions, each with the words it rests on.

    An input that cannot be read is named on standard error, and the others are still read; the exit status is then 1.

    One article on the screen:

    \b
        dragoman read article.txt

    A page, and one without a date:

    \b
        dragoman read https://example.org/story.html
        dragoman read --date 2024-07-10 pasted.txt

    A folder, one JSON line an article:

    \b
        dragoman read --json stories/ > readouts.jsonl
        dragoman read --json --events-only stories/ > events.jsonl
    """
    from dragoman import pipeline
    from dragoman.model import Readout

    chosen = settings(date, min_confidence, events_only)
    failed = False
    with opened(output) as stream, progress(len(inputs)) as tick:
        show = shower(stream, json=json, suffix=output.suffix if output else "")
        batch = 1 if stream.isatty() else pipeline.BATCH  # somebody is waiting for the first one
        for result in pipeline.read(inputs, chosen, stdin=sys.stdin.buffer.read, batch=batch):
            if isinstance(result, Readout):
                show(result)
            else:
                complain(result)
                failed = True
            tick()
    raise typer.Exit(1 if failed else 0)
