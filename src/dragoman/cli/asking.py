"""Questions on the command line: the filters and the forms of an answer, told once for all commands that ask.

    @question("statements")
    def statements(asked: Asked) -> None: ...

gives the command the options of every filter that its table has columns for, with ``--as-of``, ``--limit``, ``--newest``, ``--json`` and ``--csv``;
what was typed reaches it as one :class:`Asked`.
"""

import functools
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from dragoman.cli import record_options as options

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.ask.filters import Filter
    from dragoman.lake.serving import Serving

N = TypeVar("N")
PAGE = 100
# answers shown to a person who set no limit; programs get all

_FILTERS: dict[str, Any] = {
    "actor": options.Actor,
    "recipient": options.Recipient,
    "party": options.Party,
    "about": options.About,
    "sector": options.Sector,
    "type": options.Kind,
    "mode": options.Mode,
    "status": options.Status,
    "since": options.Since,
    "until": options.Until,
    "country": options.Country,
    "place": options.Place,
    "outlet": options.Outlet,
    "text": options.Text,
    "min_confidence": options.MinConfidence,
    "min_origins": options.MinOrigins,
    "disputed": options.Disputed,
}
_OF_SPEECH = ("actor", "recipient", "party", "sector", "type", "mode", "since", "until", "outlet", "text")
HAS: dict[str, tuple[str, ...]] = {
    "events": tuple(_FILTERS),
    "statements": _OF_SPEECH,
    "meetings": (
        "actor",
        "party",
        "sector",
        "type",
        "mode",
        "status",
        "since",
        "until",
        "country",
        "place",
        "outlet",
        "text",
    ),
    "positions": ("actor", "sector", "type", "since", "until", "outlet", "text"),
    "ties": ("party", "sector", "type", "since", "until", "outlet", "text"),
    "articles": ("since", "until", "outlet", "text"),
}
# the filters that the rows of a table have columns for
_FORMS: dict[str, Any] = {
    "as_of": options.AsOf,
    "limit": options.Limit,
    "newest": options.Newest,
    "json": options.Json,
    "csv": options.Csv,
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was typed."""

    record: str
    table: str
    chosen: "Filter"
    as_of: datetime | None = None
    limit: int | None = None
    newest: bool = False
    json: bool = False
    csv: bool = False

    @contextmanager
    def opened(self) -> Iterator["Serving"]:
        """The record to ask."""
        from dragoman.lake.serving import serving
        from dragoman.record.record import derived

        with serving(self.record, derived(self.record), self.as_of) as it:
            yield it

    @property
    def for_people(self) -> bool:
        """Whether the answer is drawn."""
        return not (self.json or self.csv)

    @property
    def most(self) -> int | None:
        """How many to fetch: one more than a page, so that it shows whether there are more."""
        return self.limit if self.limit is not None or not self.for_people else PAGE + 1

    def answer(
        self, found: Iterable[N], *, row: Callable[[N], dict[str, Any]], draw: Callable[[list[N]], "RenderableType"]
    ) -> int:
        """Write the answer in the form that was asked for.

        Args:
            found: the nouns; of JSON each is a line.
            row: a noun as the cells of a line of CSV.
            draw: the nouns as a person reads them.

        Returns:
            How many there were.
        """
        if self.json:
            return _lines(found)
        if self.csv:
            return _table(found, row)
        return self._page(list(found), draw)

    def _page(self, found: list[N], draw: Callable[[list[N]], "RenderableType"]) -> int:
        from dragoman.cli.output import console
        from dragoman.cli.output import draw as paint

        shown = found if self.limit is not None else found[:PAGE]
        if shown:
            paint(console(sys.stdout), draw(shown))
        if len(shown) < len(found):
            typer.echo(
                f"the {'latest' if self.newest else 'first'} {PAGE}; --limit shows more, --json and --csv give all",
                err=True,
            )
        return len(found)

    def none(self, record: "Serving", what: str | None = None) -> None:
        """Say that nothing fits, and why that may be.

        Args:
            record: that was asked.
            what: was asked for; None for the rows of the table.
        """
        from dragoman.ask.names import doubts

        typer.echo(f"no {what or self.table} fit", err=True)
        for doubt in doubts(record, self.table, self.chosen, own_codebook()):
            typer.echo(doubt, err=True)


def question(
    table: str, *, only: Iterable[str] | None = None, without: Iterable[str] = ()
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of every question to a table.

    Args:
        table: whose columns the filters are of.
        only: the options that make sense for the command; None for all.
        without: options that make none.
    """
    fitting = set(HAS[table]) | set(_FORMS) if only is None else set(only)
    fitting -= set(without)
    filters = {name: _FILTERS[name] for name in HAS[table] if name in fitting}
    shared = {"record": options.Home, **filters, **{k: v for k, v in _FORMS.items() if k in fitting}}

    def extend(command: Callable[..., None]) -> Callable[..., None]:
        own = [p for p in inspect.signature(command).parameters.values() if p.name != "asked"]

        @functools.wraps(command)
        def run(**given: Any) -> None:
            typed = {name: given.pop(name) for name in shared}
            command(**given, asked=_asked(table, typed, filters))

        parameters = [
            *(p.replace(kind=p.KEYWORD_ONLY) for p in own),
            *(_parameter(name, kind) for name, kind in shared.items()),
        ]
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in parameters}
        return run

    return extend


def _parameter(name: str, kind: Any) -> inspect.Parameter:
    """An option as typer reads it off a signature."""
    default: Any = False if name in ("newest", "json", "csv", "disputed") else None
    default = inspect.Parameter.empty if name == "record" else default
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default)


def _asked(table: str, typed: dict[str, Any], filters: Iterable[str]) -> Asked:
    from dragoman.ask.filters import chosen
    from dragoman.ask.names import coded

    narrowed = chosen(**{name: typed[name] for name in filters})
    if table == "events":
        _known_words(narrowed)
    narrowed = coded(narrowed, own_codebook())
    forms = {name: typed[name] for name in ("limit", "newest", "json", "csv") if name in typed}
    return Asked(
        record=typed["record"], table=table, chosen=narrowed, as_of=options.as_moment(typed.get("as_of")), **forms
    )


def own_codebook() -> list[str]:
    """The folder of the user's own codebook, if there is one."""
    from dragoman.cli.options import settings

    folder = settings().codebook
    return [folder] if folder else []


def party(word: str) -> str:
    """Whom a word of the command line means: a code for the name of a state or organisation, else the word itself."""
    from dragoman.ask.names import code

    return code(word, own_codebook())


def _known_words(narrowed: "Filter") -> None:
    """Refuse a type or status that no event can have, before an empty answer makes somebody think that nothing happened."""
    from difflib import get_close_matches

    from dragoman.ask.filters import STATUSES, TYPES

    for option, words, known in (("--type", narrowed.type, TYPES), ("--status", narrowed.status, STATUSES)):
        for word in words:
            if word.upper() not in known and word.lower() not in known:
                near = get_close_matches(word.upper() if known is TYPES else word.lower(), known, n=2, cutoff=0.4)
                hint = f"did you mean {' or '.join(near)}?" if near else f"known are {', '.join(known)}"
                raise typer.BadParameter(f"no event is {word}; {hint}", param_hint=option)


def _lines(found: Iterable[N]) -> int:
    import msgspec

    from dragoman.cli.output import write

    n = 0
    for noun in found:
        write(sys.stdout, msgspec.json.encode(_object(noun)).decode())
        n += 1
    return n


def _object(noun: Any) -> Any:
    """What an article told, as one object with the article's own fields beside."""
    from dragoman.ask.rows import Told

    if not isinstance(noun, Told):
        return noun
    import msgspec

    return msgspec.to_builtins(noun.noun) | {
        "article": noun.article,
        "outlet": noun.outlet,
        "published": noun.published,
    }


def _table(found: Iterable[N], row: Callable[[N], dict[str, Any]]) -> int:
    import csv

    writer, n = None, 0
    for noun in found:
        cells = row(noun)
        if writer is None:
            writer = csv.DictWriter(sys.stdout, cells, lineterminator="\n")
            writer.writeheader()
        writer.writerow(cells)
        n += 1
    return n
