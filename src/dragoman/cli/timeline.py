"""``dragoman timeline``: a party or a dyad over time."""

import sys
from dataclasses import replace
from typing import Annotated

import typer

from dragoman.cli.asking import Asked, party, question
from dragoman.cli.output import console, draw

_LISTED = 40
# events listed under a timeline where no limit was set


@question("events", without=("actor", "recipient"))
def timeline(
    asked: Asked,
    a: Annotated[str, typer.Argument(metavar="ACTOR", help="A code or a name.")],
    b: Annotated[
        str | None, typer.Argument(metavar="[ACTOR]", help="The other party of a dyad; without it, all that the first one does and is done to.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="day|week|month|year", help="How long the periods are; by default as fits.")] = None,
    normalised: Annotated[bool, typer.Option("--normalised", help="Events for every 1,000 articles read in the period, instead of counts.")] = False,
) -> None:
    """Show how often and how one party dealt with another, or with everybody, over time.

    \b
        dragoman timeline EGY ETH --record diplomacy
        dragoman timeline RUS UKR --record diplomacy --by month --normalised --since 2024-01-01
        dragoman timeline IND --record diplomacy --json

    Each direction has its count and its mean score (PLOVER: -10 conflict to 10 cooperation). Only what happened is counted, at its first day; --status
    counts other things. Where nothing was read, it says so: no events then mean nothing. --json and --csv give the series, period by period.
    """
    from dragoman.ask.timeline import PERIODS
    from dragoman.ask.timeline import timeline as series_of
    from dragoman.view import series
    from dragoman.view.answers import counted

    if by is not None and by not in PERIODS:
        raise typer.BadParameter(f"{by} is not one of {', '.join(PERIODS)}", param_hint="--by")
    a, b = party(a), party(b) if b else None
    sides = (a, b) if b else (a,)
    with asked.opened() as it:
        told = series_of(it, a, b, asked.chosen, by=by)
        if not any(point.events for point in told.points) and not told.undated:
            replace(asked, chosen=replace(asked.chosen, party=(*asked.chosen.party, *sides))).none(it)
        if not asked.for_people:
            asked.answer(series.rows(told), row=dict, draw=lambda rows: "")
        elif told.points:
            draw(console(sys.stdout), series.timeline(told, normalised=normalised))
            _list(asked, it, a, b)
    if told.undated:
        typer.echo(f"{counted(told.undated, 'event')} without a day not counted", err=True)
    if vague := sum(point.vague for point in told.points):
        typer.echo(f"{counted(vague, 'event')} dated to no single {told.by}: counted at the first day that it may have been", err=True)


def _list(asked: Asked, it: object, a: str, b: str | None) -> None:
    """The events themselves under the series."""
    from dragoman.ask.timeline import listed
    from dragoman.view import answers

    limit = asked.limit or _LISTED
    found = listed(it, a, b, asked.chosen, limit=limit + 1, newest=asked.newest)  # type: ignore[arg-type]
    if found:
        draw(console(sys.stdout), answers.brief(found[:limit], heading="EVENTS", scores=True))
    if len(found) > limit:
        typer.echo(f"the {'latest' if asked.newest else 'first'} {limit}; --limit lists more, --newest the latest", err=True)
