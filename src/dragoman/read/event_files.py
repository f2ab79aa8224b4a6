"""Event files of others, line by line: ICEWS, POLECAT and GDELT tables, plain, gzipped or zipped. What the columns mean is not known here.

A file is told by its header; one without is told by the number of its columns: 61 are GDELT 2.0, 58 and 57 GDELT 1.0 (which had no address before April 2013),
4 the short form of ICEWS in which research files come (actor, act, actor, day).
"""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError

_SIDE = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
_MIDDLE = "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone".split()


def _gdelt(second: bool) -> tuple[str, ...]:
    geo = ["Type", "FullName", "CountryCode", "ADM1Code", *(["ADM2Code"] if second else []), "Lat", "Long", "FeatureID"]
    return (
        *"GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(),
        *(f"Actor{n}{name}" for n in (1, 2) for name in _SIDE),
        *_MIDDLE,
        *(f"{who}_{name}" for who in ("Actor1Geo", "Actor2Geo", "ActionGeo") for name in geo),
        "DATEADDED",
        "SOURCEURL",
    )


_HEADLESS = {61: ("gdelt", _gdelt(True)), 58: ("gdelt", _gdelt(False)), 57: ("gdelt", _gdelt(False)[:-1])}
_SHORT = ("icews", ("Source Name", "Event Text", "Target Name", "Event Date"))
_HEADS = {"icews": {"Event Date", "Source Name", "Event Text", "Target Name"}, "polecat": {"Event ID", "Event Date", "Event Type", "Actor Name"}}
DATASETS = ("icews", "polecat", "gdelt")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One line of an event file, by the names of its columns."""

    file: str
    line: int
    dataset: str
    cells: dict[str, str]

    def fault(self, found: str, remedy: str = "mend or delete the line") -> InputError:
        """An error that names this line."""
        return InputError(self.file, found, remedy, f"line {self.line}")


def read_event_file(path: str, dataset: str | None = None) -> Iterator[EventLine | InputError]:
    """The lines of an event file, and an error for each that is broken.

    Args:
        path: of the file; .zip and .gz are unpacked on the way. Several files in a .zip are read one after the other.
        dataset: of `DATASETS`; None: told by the header or the number of columns.

    Raises:
        InputError: it cannot be read, or is no event file that is known here.
    """
    try:
        for name, stream in _streams(path):
            yield from _lines(name, stream, dataset)
    except (OSError, EOFError, zipfile.BadZipFile, gzip.BadGzipFile) as error:
        raise InputError(path, getattr(error, "strerror", None) or str(error), "check the path and the file, and copy it again if it is cut short") from error


def _streams(path: str) -> Iterator[tuple[str, Iterable[bytes]]]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for member in archive.namelist():
                if not member.endswith("/"):
                    with archive.open(member) as stream:
                        yield f"{path}/{member}", stream
    elif path.endswith(".gz"):
        with gzip.GzipFile(path) as packed:
            yield path, packed
    else:
        with Path(path).open("rb") as plain:
            yield path, plain


def _lines(name: str, stream: Iterable[bytes], dataset: str | None) -> Iterator[EventLine | InputError]:
    numbered = enumerate((_decoded(raw) for raw in stream), 1)
    first = next(((n, line) for n, line in numbered if line.strip()), None)
    if first is None:
        return
    cells = _cells(first[1])
    found = _by_header(cells)
    known, columns = found or _by_width(name, cells)
    if dataset and known != dataset:
        raise InputError(name, f"it looks like {known}, not {dataset}", f"import it with --from {known} or --from auto")
    if found is None:
        yield _line(name, first[0], known, columns, cells)
    for number, text in numbered:
        if text.strip():
            yield _line(name, number, known, columns, _cells(text))


def _line(name: str, number: int, dataset: str, columns: Sequence[str], cells: list[str]) -> EventLine | InputError:
    if len(cells) != len(columns):
        return InputError(name, f"{len(cells)} columns where {len(columns)} were expected", "mend or delete the line", f"line {number}")
    return EventLine(file=name, line=number, dataset=dataset, cells=dict(zip(columns, cells, strict=True)))


def _decoded(raw: bytes) -> str:
    """A line of text; old files have lines in Latin-1 among others in UTF-8."""
    try:
        return raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        return raw.decode("latin-1").rstrip("\r\n")


def _cells(line: str) -> list[str]:
    if "\t" in line:
        return line.split("\t")
    return next(csv.reader(io.StringIO(line)), [])


def _by_header(cells: list[str]) -> tuple[str, tuple[str, ...]] | None:
    names = tuple(_name(c) for c in cells)
    if "GLOBALEVENTID" in names:
        return "gdelt", names
    return next(((dataset, names) for dataset, needed in _HEADS.items() if needed <= set(names)), None)


def _name(cell: str) -> str:
    """A column's name as the public files have it; tables that went through R have dots for blanks."""
    return " ".join(cell.strip().strip('"').replace(".", " ").split())


def _by_width(name: str, cells: list[str]) -> tuple[str, tuple[str, ...]]:
    if len(cells) in _HEADLESS:
        return _HEADLESS[len(cells)]
    if len(cells) == len(_SHORT[1]):
        return _SHORT
    raise InputError(
        name, f"no event file that is known here: {len(cells)} columns and no known header", "give a table of ICEWS, POLECAT or GDELT, with tabs or commas"
    )
