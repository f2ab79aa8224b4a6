"""``dragoman code``: passages in, acts out, for programs and scorers."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Day
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from dragoman.cli.options import settings
from dragoman.cli.output import complain, write
from dragoman.errors import InputError
from dragoman.settings import Settings


def code(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="JSON Lines with {id, text, date?}; - is standard input.")
    ] = "-",
    pairs: Annotated[
        bool,
        typer.Option("--pairs", help="Rows also have actor and recipient: say what the first does to the second."),
    ] = False,
) -> None:
    """Code passages given as JSON Lines.

    Answers come in the same order, one a line.

    Events, statements and quotes of each row:

    \b
        echo '{"id": 1, "text": "Egypt urged the UAE to press the RSF."}' | dragoman code

    One type for two given mentions:

    \b
        dragoman code --pairs rows.jsonl

    A row that is broken is named on standard error with its line; the others are still coded, and the exit status is 1.
    """
    chosen = settings()
    failed = False
    for number, line in _lines(file):
        try:
            answer = _answer(_row(line, pairs), chosen, pairs)
        except InputError as error:
            complain(InputError(file, error.found, error.remedy, f"line {number}"))
            failed = True
        else:
            write(sys.stdout, answer.decode())
    raise typer.Exit(1 if failed else 0)


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


def _answer(row: dict[str, Any], chosen: Settings, pairs: bool) -> bytes:
    import msgspec

    from dragoman import pipeline

    chosen = replace(chosen, date=row.get("date") or chosen.date)
    answer: dict[str, Any] = {"id": row.get("id")}
    if pairs:
        type, confidence = pipeline.pair(row["text"], row["actor"], row["recipient"], chosen, row.get("marked"))
        answer["pair"] = {"type": type, "confidence": confidence}
    else:
        readout = pipeline.code(row["text"], chosen)
        answer |= {"events": readout.events, "statements": readout.statements, "quotes": readout.quotes}
    return msgspec.json.encode(answer)
