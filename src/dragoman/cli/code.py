"""``dragoman code``: passages in, acts out, for programs and scorers."""

import sys
from collections.abc import Iterator
from datetime import date as Day
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from dragoman.cli.options import EventsOnly, settings
from dragoman.cli.output import complain, write
from dragoman.errors import InputError
from dragoman.settings import Settings

_TOGETHER = 128
# rows coded at once: they fill the parser's and the model's batches


def code(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="JSON Lines with {id, text, date?}; - is standard input.")
    ] = "-",
    pairs: Annotated[
        bool,
        typer.Option("--pairs", help="Rows also have actor and recipient: say what the first does to the second."),
    ] = False,
    events_only: EventsOnly = None,
) -> None:
    """Code passages given as JSON Lines.

    Answers come in the same order, one a line.

    Events, statements and quotes of each row:

    \b
        echo '{"id": 1, "text": "Egypt urged the UAE to press the RSF."}' | dragoman code

    Events alone of many rows (statements and quotes stay empty):

    \b
        dragoman code --events-only rows.jsonl

    One type for two given mentions:

    \b
        dragoman code --pairs rows.jsonl

    A row that is broken is named on standard error with its line; the others are still coded, and the exit status is 1.
    """
    chosen = settings(events_only=events_only)
    failed = False
    # one by one from a program that may wait for each answer
    together = pairs or chosen.events_only or file != "-"
    for part in _batches(_lines(file), _TOGETHER if together else 1):
        for number, answer in _answers(part, chosen, pairs):
            if isinstance(answer, InputError):
                complain(InputError(file, answer.found, answer.remedy, f"line {number}"))
                failed = True
            else:
                write(sys.stdout, answer.decode())
    raise typer.Exit(1 if failed else 0)


def _batches(lines: Iterator[tuple[int, str]], size: int) -> Iterator[list[tuple[int, str]]]:
    while part := list(islice(lines, size)):
        yield part


def _answers(lines: list[tuple[int, str]], chosen: Settings, pairs: bool) -> Iterator[tuple[int, bytes | InputError]]:
    """Each line's answer, or what is wrong with it, in order."""
    rows: list[tuple[int, dict[str, Any] | InputError]] = []
    for number, line in lines:
        try:
            rows.append((number, _row(line, pairs)))
        except InputError as error:
            rows.append((number, error))
    good = [row for _, row in rows if not isinstance(row, InputError)]
    made = iter((_pairs if pairs else _acts)(good, chosen))
    for number, row in rows:
        yield number, row if isinstance(row, InputError) else next(made)


def _lines(file: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers."""
    if file == "-":
        yield from _numbered(sys.stdin)
        return
    try:
        with Path(file).open(encoding="utf-8") as stream:
            yield from _numbered(stream)
    except OSError as error:
        raise typer.BadParameter(f"{file} cannot be read: {error.strerror}", param_hint="FILE") from error


def _numbered(stream: TextIO) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(stream, 1) if line.strip())


def _row(line: str, pairs: bool) -> dict[str, Any]:
    """The row, or an error that says what is wrong with it."""
    import msgspec

    try:
        row = msgspec.json.decode(line, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise InputError("row", f"not a JSON object ({error})", "write one object a line") from error
    for key in ("text", "actor", "recipient") if pairs else ("text",):
        if not isinstance(row.get(key), str):
            raise InputError("row", f"no {key}", f"give {key} as a string")
    if row.get("date") is not None:
        _check_day(row["date"])
    return row


def _check_day(value: Any) -> None:
    try:
        Day.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise InputError("row", f"date is {value!r}", "write a day as 2024-07-10") from error


def _acts(rows: list[dict[str, Any]], chosen: Settings) -> list[bytes | InputError]:
    import msgspec

    from dragoman import pipeline

    results = pipeline.passages([(row["text"], row.get("date") or chosen.date) for row in rows], chosen)
    return [
        found
        if isinstance(found, InputError)
        else msgspec.json.encode(
            {"id": row.get("id"), "events": found.events, "statements": found.statements, "quotes": found.quotes}
        )
        for row, found in zip(rows, results, strict=True)
    ]


def _pairs(rows: list[dict[str, Any]], chosen: Settings) -> list[bytes | InputError]:
    """Rows coded together; the date of a row does not matter here: it moves no type."""
    import msgspec

    from dragoman import pipeline

    asked = [(row["text"], row["actor"], row["recipient"], row.get("marked")) for row in rows]
    return [
        found
        if isinstance(found, InputError)
        else msgspec.json.encode({"id": row.get("id"), "pair": dict(zip(("type", "confidence"), found, strict=True))})
        for row, found in zip(rows, pipeline.pairs(asked, chosen), strict=True)
    ]
