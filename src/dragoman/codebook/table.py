"""Actors and roles as tables: ``actors/*.csv`` (name, code, sector, from, to) and ``agents/*.csv`` (noun, sector) of a user's codebook folder.

A table is checked line by line and taken whole or not at all.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import CodebookError

SECTORS = frozenset(
    "GOV MIL REB OPP PTY LEG JUD COP SPY UAF PRM CVL BUS JRN EDU REL MED LAB AGR REF ELI CRM NGO IGO SOC UNK PRE".split()
)
HEAD = ("name", "code", "sector", "from", "to")
_CODE = re.compile(r"[A-Z][A-Z0-9-]+")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Row(NamedTuple):
    """One name of one actor, with the term in which it stands for it."""

    name: str
    code: str
    sector: str | None = None
    start: str | None = None
    # inclusive, partial ISO date; None: always
    end: str | None = None
    # exclusive


def read_table(path: Path) -> list[Row]:
    """The rows of a table of actors.

    Raises:
        CodebookError: a line is broken, with its number and the reason; nothing is taken.
    """
    rows = []
    for number, fields in _lines(path):
        if number == 1 and [f.lower() for f in fields[:2]] == ["name", "code"]:
            continue
        rows.append(_row(path, number, fields))
    return rows


def _lines(path: Path) -> Iterable[tuple[int, list[str]]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise CodebookError(str(path), f"byte {e.start}", "not UTF-8", "save the table as UTF-8") from e
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for fields in reader:
            told = [f.strip() for f in fields]
            if any(told) and not told[0].startswith("#"):
                yield reader.line_num, told
    except csv.Error as e:
        raise CodebookError(str(path), f"line {reader.line_num}", str(e), "mend the quotation marks there") from e


def _row(path: Path, number: int, fields: list[str]) -> Row:
    def refuse(found: str, remedy: str) -> CodebookError:
        return CodebookError(str(path), f"line {number}", found, remedy)

    if not 2 <= len(fields) <= len(HEAD):
        raise refuse(f"{len(fields)} fields", f"expected {', '.join(HEAD)}; the last three may be missing")
    name, code, sector, start, end = (*fields, *[""] * (len(HEAD) - len(fields)))
    if not name or not any(c.isalpha() for c in name):
        raise refuse(f"name {name!r}", "a name has letters")
    if not _CODE.fullmatch(code):
        raise refuse(f"code {code!r}", "a code is two or more capitals or digits: ISO 3166-1 alpha-3 for states")
    if sector and sector not in SECTORS:
        raise refuse(f"sector {sector!r}", f"one of {' '.join(sorted(SECTORS))}")
    for date in (start, end):
        if date and not _DATE.fullmatch(date):
            raise refuse(f"date {date!r}", "a date is 2014, 2014-05 or 2014-05-26")
    if start and end and start[: len(end)] > end[: len(start)]:
        raise refuse(f"from {start} to {end}", "a term ends after it begins")
    return Row(name, code, sector or None, start or None, end or None)


def write_table(path: Path, rows: Iterable[Row]) -> None:
    """Write a table whole."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows([field or "" for field in row] for row in rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(out.getvalue(), encoding="utf-8")


def read_agents(path: Path) -> dict[str, str]:
    """Role nouns and their sectors.

    Raises:
        CodebookError: a line is broken.
    """
    roles: dict[str, str] = {}
    for number, fields in _lines(path):
        if number == 1 and fields[0].lower() == "noun":
            continue
        if len(fields) != 2 or fields[1] not in SECTORS:
            raise CodebookError(str(path), f"line {number}", f"{', '.join(fields)!r}", "expected a noun and a sector")
        roles[fields[0].lower()] = fields[1]
    return roles


def write_agents(path: Path, roles: dict[str, str]) -> None:
    """Write role nouns whole."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("noun", "sector"))
    writer.writerows(sorted(roles.items()))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(out.getvalue(), encoding="utf-8")


def unknown_codes(rows: Iterable[Row], known: Collection[str]) -> list[str]:
    """Codes of a table that no actor of the codebook has: they become actors of their own."""
    return sorted({row.code for row in rows} - set(known))
