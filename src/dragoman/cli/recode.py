"""``dragoman recode``: a new codebook over old articles."""

import sys
from typing import Annotated

import typer

from dragoman.cli.options import settings
from dragoman.cli.output import working, write
from dragoman.cli.record_options import Home, Json


def recode(
    record: Home,
    take: Annotated[bool, typer.Option("--take", help="Write the changes; without it they are only shown.")] = False,
    json: Json = False,
) -> None:
    """Code the articles of a record anew with the codebook as it is now, and show what changes.

    Lines begin with + (a new event), - (an event that is coded no more) or ~ (the same words coded otherwise). Old versions stay
    readable with --as-of; judgements of people are carried over.

    \b
        dragoman recode --record diplomacy
        dragoman recode --record diplomacy --take
    """
    from dragoman.jobs.recode import Summary
    from dragoman.jobs.recode import recode as changes

    summary = Summary()
    with working("articles") as tick:
        for change in changes(record, settings(), take=take, summary=summary):
            tick()
            for line in _json(change) if json else _words(change):
                write(sys.stdout, line)
    types = ", ".join(f"{n} {what}" for what, n in sorted(summary.types.items()))
    left = f"; {summary.without_text} were recorded without text and stay as they are" if summary.without_text else ""
    done = "written" if take else "nothing was written (use --take)"
    typer.echo(f"{summary.changed} of {summary.articles} articles change{left}; {types or 'no event'}; {done}", err=True)


def _words(change: object) -> list[str]:
    from dragoman.jobs.recode import Change
    from dragoman.view.words import chain, circumstances

    assert isinstance(change, Change)
    lines = [f"{change.article}  {change.title or '(no title)'}"]
    for sign, events in (("+", change.added), ("-", change.removed)):
        lines += [f"  {sign} {chain(e)}  {circumstances(e)}  «{e.evidence.text}»" for e in events]
    for before, after in change.altered:
        lines += [f"  ~ {chain(before)}  {circumstances(before)}", f"    {chain(after)}  {circumstances(after)}  «{after.evidence.text}»"]
    return lines


def _json(change: object) -> list[str]:
    import msgspec

    from dragoman.jobs.recode import Change

    assert isinstance(change, Change)
    parts = {"article": change.article, "title": change.title, "added": change.added, "removed": change.removed, "altered": change.altered}
    return [msgspec.json.encode(parts).decode()]
