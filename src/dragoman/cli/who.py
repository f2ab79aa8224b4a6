"""``dragoman who``: what the codebook knows by a name."""

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Date, settings

if TYPE_CHECKING:
    from dragoman.codebook import Entry


def who(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name, a demonym, a capital, a seat of power, an office holder.")
    ],
    date: Date = None,
) -> None:
    """Say whom a name stands for.

    And on whose behalf they act, on a given day.

    \b
        dragoman who Kremlin
        dragoman who Lavrov --date 2015-03-01

    The line chosen where an article says no more is marked >, with the reason on standard error;
    none is marked where only an article can tell.
    Without --date, what has ended is left out. A name that the codebook does not know gives exit status 1.
    """
    from dragoman.code.names import valid
    from dragoman.code.party_choice import bare
    from dragoman.codebook import load
    from dragoman.codebook.actors import plain

    chosen = settings(date)
    codebook = load([chosen.codebook] if chosen.codebook else [])
    known = codebook.entries.get(plain(name), ())
    entries = [entry for entry in known if valid(entry, chosen.date) and (chosen.date or not entry.end)]
    if not entries:
        typer.echo(f"dragoman: {_unknown(name, chosen.date, bool(known))}", err=True)
        raise typer.Exit(1)
    best, why = bare(codebook, name, known, chosen.date)
    for entry in entries:
        typer.echo(f"{'> ' if entry is best and len(entries) > 1 else ''}{_line(entry)}")
    if len(entries) > 1:
        typer.echo(why, err=True)


def _unknown(name: str, date: str | None, at_other_times: bool) -> str:
    if at_other_times:
        return f"{name} stands for nobody {f'on {date}' if date else 'today'}; another --date may find it"
    return f"the codebook knows no {name}; names are added in codebook/actors/"


def _line(entry: "Entry") -> str:
    term = f"{entry.start or '...'} to {entry.end or 'now'}" if entry.start or entry.end else None
    doubt = None if entry.sure else "unverified"
    parts = (entry.code, entry.name, entry.kind, entry.role, entry.sector, term, doubt)
    return "  ".join(part for part in parts if part)
