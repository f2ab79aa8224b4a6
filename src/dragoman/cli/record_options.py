"""Options of the commands that work with a record."""

from datetime import datetime
from typing import Annotated

import typer

from dragoman.cli.options import day
from dragoman.settings import RECORD

Home = Annotated[
    str,
    typer.Option("--record", metavar="DIR|s3://...", envvar=RECORD, help="The record: a folder, or an address in an object store."),
]
Json = Annotated[bool, typer.Option("--json", help="One object a line, as JSON.")]
Newest = Annotated[bool, typer.Option("--newest", help="The latest first.")]
Csv = Annotated[bool, typer.Option("--csv", help="A table with a header line, as CSV.")]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, help="No more than so many.")]


def moment(text: str) -> str:
    """A moment as ISO 8601 in UTC; a day means its end."""
    from dragoman.ask.moments import moment as read

    try:
        return read(text).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{text} is not a time; write 2024-10-05 or 2024-10-05T18:00Z") from None


AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="TIME", parser=moment, help="The record as it was at that time (UTC); a day means its end."),
]
Actor = Annotated[list[str] | None, typer.Option("--actor", help="Who acts: a code (EGY, UN, RSF) or a name; any of several.")]
Recipient = Annotated[list[str] | None, typer.Option("--recipient", help="Who is acted on; any of several.")]
Party = Annotated[list[str] | None, typer.Option("--party", help="On either side; each of several.")]
About = Annotated[list[str] | None, typer.Option("--about", help="Takes part in what the act is about: C in A urged B to press C; each of several.")]
Sector = Annotated[list[str] | None, typer.Option("--sector", help="PLOVER sector of a party: GOV, MIL, REB ...")]
Kind = Annotated[list[str] | None, typer.Option("--type", help="PLOVER type: CONSULT, REQUEST ...")]
Mode = Annotated[list[str] | None, typer.Option("--mode", help="PLOVER mode: visit, phone ...")]
Status = Annotated[list[str] | None, typer.Option("--status", help="actual, planned, hypothetical, negated, background.")]
Since = Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD", parser=day, help="Not over before this day.")]
Until = Annotated[str | None, typer.Option("--until", metavar="YYYY-MM-DD", parser=day, help="Begun by this day.")]
Country = Annotated[list[str] | None, typer.Option("--country", help="Where it happened, as ISO 3166-1 alpha-3.")]
Place = Annotated[str | None, typer.Option("--place", help="Where it happened: a part of the name.")]
Outlet = Annotated[list[str] | None, typer.Option("--outlet", help="Who reported it.")]
Text = Annotated[str | None, typer.Option("--text", help="Words that stand in the sentence.")]
MinOrigins = Annotated[int | None, typer.Option("--min-origins", min=1, help="Told by at least so many independent origins.")]
MinConfidence = Annotated[float | None, typer.Option("--min-confidence", min=0.0, max=1.0, help="At least so certain.")]
Disputed = Annotated[bool, typer.Option("--disputed", help="Only what reports contradict each other on.")]


def as_moment(as_of: str | None) -> datetime | None:
    """The moment of ``--as-of``."""
    return datetime.fromisoformat(as_of) if as_of else None
