"""Reading codebook files: YAML with every scalar a string, errors that name file, line and reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import CodebookError

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# BaseLoader leaves every scalar a string: YAML 1.1 would read 043 as 35 and NO as false


def read_yaml(path: Path) -> Any:
    """One file's content.

    Raises:
        CodebookError: the file is not YAML, with the line.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - BaseLoader makes strings, lists and mappings only
    except yaml.MarkedYAMLError as e:
        line = f"line {e.problem_mark.line + 1}" if e.problem_mark else "somewhere"
        raise CodebookError(str(path), line, str(e.problem or e.context), "mend the YAML there") from e


def files(folder: Path, part: str) -> Iterator[Path]:
    """The YAML files of one part of a codebook folder, in the order of their names."""
    yield from sorted((folder / part).glob("*.yml"))


def strings(value: Any) -> tuple[str, ...]:
    """A scalar or a list of scalars as a tuple."""
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        return (value,)
    return tuple(str(v) for v in value)


def refuse_unknown(path: Path, where: str, entry: dict[str, Any], known: frozenset[str]) -> None:
    """Raises CodebookError for a key that no reader knows: a misspelt key would be lost in silence."""
    unknown = sorted(set(entry) - known)
    if unknown:
        raise CodebookError(str(path), where, f"unknown key {', '.join(unknown)}", f"known keys: {', '.join(sorted(known))}")
