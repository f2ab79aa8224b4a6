"""The list of commands, and what becomes of the errors they raise."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from dragoman.cli import (
    about,
    article,
    articles,
    backup,
    code,
    codebook,
    compare,
    eval,
    event,
    events,
    export,
    import_,
    ingest,
    judge,
    meetings,
    positions,
    purge,
    read,
    recode,
    schema,
    search,
    statements,
    storylines,
    ties,
    timeline,
    try_,
    verify,
    watch,
    who,
)
from dragoman.cli.output import complain
from dragoman.errors import DragomanError, SettingsError

COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("read", read.read),
    ("try", try_.try_sentence),
    ("code", code.code),
    ("who", who.who),
    ("eval", eval.evaluate),
    ("ingest", ingest.ingest),
    ("import", import_.import_events),
    ("watch", watch.watch),
    ("events", events.events),
    ("event", event.event),
    ("article", article.article),
    ("articles", articles.articles),
    ("search", search.search),
    ("compare", compare.compare),
    ("timeline", timeline.timeline),
    ("statements", statements.statements),
    ("storylines", storylines.storylines),
    ("meetings", meetings.meetings),
    ("positions", positions.positions),
    ("ties", ties.ties),
    ("about", about.about),
    ("export", export.export),
    ("verify", verify.verify),
    ("recode", recode.recode),
    ("purge", purge.purge),
    ("backup", backup.backup),
    ("migrate", backup.migrate),
    ("schema", schema.schema),
)
GROUPS = (("codebook", codebook.app), ("judge", judge.app))


def build() -> typer.Typer:
    """The application with all its commands."""
    app = typer.Typer(
        name="dragoman",
        no_args_is_help=True,
        rich_markup_mode=None,  # rich's help costs 0.3 s of imports, more than all the rest of --help
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_dragoman)
    for name, command in COMMANDS:
        app.command(name)(command)
    for name, group in GROUPS:
        app.add_typer(group, name=name)
    return app


def run(args: Sequence[str] | None) -> int:
    """Run one command; its exit status: 0 all done, 1 some of it failed, 2 wrongly called."""
    try:
        build()(args, prog_name="dragoman")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except SettingsError as error:
        complain(error)
        return 2
    except DragomanError as error:
        complain(error)
        return 1
    return 0


def _version(asked: bool) -> None:
    if asked:
        import dragoman

        typer.echo(f"dragoman {dragoman.__version__}")
        raise typer.Exit


def _dragoman(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read the news about diplomacy: who did or said what to whom, when, where, and according to whom.

    \b
        dragoman read article.txt
        dragoman try "Egypt urged the UAE to press the RSF."

    Readouts go to standard output, everything else to standard error.
    """
