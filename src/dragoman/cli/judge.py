"""``dragoman judge``: corrections by people."""

import getpass
import sys
from typing import Annotated

import typer

from dragoman.cli.record_options import Home, Json

app = typer.Typer(
    name="judge",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Correct the events of a record: by whom and why is kept, and every correction can be withdrawn.",
)

Events = Annotated[list[str], typer.Argument(metavar="EVENT", help="Id of an event, or of one of its reports (dragoman events --json).")]
Why = Annotated[str, typer.Option("--why", help="For what reason; it stays in the record.")]
By = Annotated[str | None, typer.Option("--by", help="Who judges; without it, the name you are logged in with.")]


@app.command()
def merge(events: Events, record: Home, why: Why, by: By = None) -> None:
    """Say that several events are one.

    \b
        dragoman judge merge 4f1e2a9b8c7d6e5f 0a1b2c3d4e5f6a7b --record diplomacy --why "one call, told twice"
    """
    _judge(record, "merge", events, by, why)


@app.command()
def split(reports: Events, record: Home, why: Why, by: By = None) -> None:
    """Part reports from the event that they were folded into; those named stay together.

    \b
        dragoman judge split 9b8c7d6e5f4f1e2a --record diplomacy --why "another call, a day later"
    """
    _judge(record, "split", reports, by, why)


@app.command()
def retype(
    events: Events, record: Home, to: Annotated[str, typer.Option("--to", metavar="TYPE", help="A PLOVER type.")], why: Why, by: By = None
) -> None:
    """Say that an event is of another type.

    \b
        dragoman judge retype 4f1e2a9b8c7d6e5f --to REJECT --record diplomacy --why "no polite yes, a no"
    """
    from dragoman.codebook.load import load

    types = load().types
    if to not in types:
        raise typer.BadParameter(f"{to} is no type; known are {', '.join(sorted(types))}", param_hint="--to")
    _judge(record, "retype", events, by, why, to)


@app.command()
def reject(events: Events, record: Home, why: Why, by: By = None) -> None:
    """Say that something is no event at all.

    \b
        dragoman judge reject 4f1e2a9b8c7d6e5f --record diplomacy --why "a football match"
    """
    _judge(record, "reject", events, by, why)


@app.command()
def note(
    events: Events, record: Home, words: Annotated[str, typer.Option("--words", help="What to remark.")], why: Why = "", by: By = None
) -> None:
    """Put a remark on an event.

    \b
        dragoman judge note 4f1e2a9b8c7d6e5f --words "see the ministry's correction of 7 October" --record diplomacy
    """
    _judge(record, "note", events, by, why, words)


@app.command()
def withdraw(judgement: Annotated[str, typer.Argument(help="Id of the judgement (dragoman judge list).")], record: Home, why: Why, by: By = None) -> None:
    """Take a judgement back; what it did is undone.

    \b
        dragoman judge withdraw 7d6e5f4f1e2a9b8c --record diplomacy --why "it was the same call after all"
    """
    from dragoman.jobs.correct import withdraw as taken_back

    typer.echo(taken_back(record, judgement, by=by or getpass.getuser(), why=why).id)


@app.command("list")
def listed(record: Home, json: Json = False) -> None:
    """Show all judgements, withdrawn ones too.

    \b
        dragoman judge list --record diplomacy
    """
    import msgspec

    from dragoman.cli.output import write
    from dragoman.jobs.correct import judgements

    every = judgements(record)
    gone = {j.value for j in every if j.action == "withdraw"}
    for j in every:
        if json:
            write(sys.stdout, msgspec.json.encode(j).decode())
            continue
        state = "  (withdrawn)" if j.id in gone else ""
        what = f" {j.value}" if j.value else ""
        write(sys.stdout, f"{j.id}  {j.at[:16].replace('T', ' ')}  {j.by}: {j.action}{what}, {len(j.marks)} reports: {j.why}{state}")


def _judge(record: str, action: str, targets: list[str], by: str | None, why: str, value: str | None = None) -> None:
    from dragoman.jobs.correct import judge

    typer.echo(judge(record, action, targets, by=by or getpass.getuser(), why=why, value=value).id)
