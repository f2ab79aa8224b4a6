"""Settings: one TOML file and the environment.

The file is ``./dragoman.toml``, else ``dragoman.toml`` in the user's configuration folder (``~/.config/dragoman`` on Linux);
the first that exists is read, alone. ``DRAGOMAN_*`` variables override it, and the command line overrides both. A key that
is not known is refused: a setting that is silently ignored is worse than none.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from dragoman.errors import SettingsError

FILE = "dragoman.toml"
PREFIX = "DRAGOMAN_"
RECORD = "DRAGOMAN_RECORD"
# stands for the option --record, and is no setting


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How URLs are fetched."""

    timeout: float = 20.0
    # seconds to connect, and between two pieces of an answer
    total_timeout: float = 60.0
    # seconds for a whole answer
    max_bytes: int = 20_000_000
    # a longer answer is refused, also one that grows longer as it is unpacked
    max_redirects: int = 5
    user_agent: str = "Dragoman/0.1 (reads diplomacy news; obeys robots.txt)"
    # sent to every host, and the name looked up in its robots.txt
    robots: bool = True
    # False fetches what robots.txt forbids: only for hosts that allowed it


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may set once instead of with every command."""

    date: str | None = None
    # ISO 8601 day that resolves dates in articles that tell none
    min_confidence: float = 0.0
    # 0 to 1; records below are left out, and a note says how many
    processes: int = 1
    # processes that read at the same time
    codebook: str | None = None
    # a folder of one's own, laid out like the packaged codebook (actors/, events/), layered over it
    events_only: bool = False
    # acts and their events alone, of sentences that the narrow gate lets through: for bulk work
    fetch: FetchSettings = field(default_factory=FetchSettings)


def keys() -> dict[str, Any]:
    """Every setting as ``name -> default``, nested ones with a dot (``fetch.timeout``)."""
    return dict(_leaves(Settings(), ""))


def variable(key: str) -> str:
    """The environment variable of a setting: ``fetch.timeout`` is ``DRAGOMAN_FETCH_TIMEOUT``."""
    return PREFIX + key.replace(".", "_").upper()


def load(folder: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """The settings that hold here.

    Args:
        folder: where ``dragoman.toml`` is looked for first; None for the working directory.
        environ: the environment; None for the process's own.

    Raises:
        SettingsError: an unknown key, or a value of the wrong kind.
    """
    found = _from_file(folder or Path())
    return _build(found | _from_environment(os.environ if environ is None else environ))


def _from_file(folder: Path) -> dict[str, tuple[str, Any]]:
    """``key -> (where it was set, value)`` of the first settings file there is."""
    for path in (folder / FILE, _user_file()):
        if path.is_file():
            return {key: (str(path), value) for key, value in _flat(_toml(path), "")}
    return {}


def _user_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("dragoman") / FILE


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read as TOML: {error}; mend the file or take it away") from error


def _from_environment(environ: Mapping[str, str]) -> dict[str, tuple[str, Any]]:
    known = {variable(key): key for key in keys()}
    found = {}
    for name, text in environ.items():
        if not name.startswith(PREFIX) or name == RECORD:
            continue
        if name not in known:
            raise SettingsError(f"environment: no setting is called {name}{_nearest(name, known)}")
        found[known[name]] = (f"environment variable {name}", text)
    return found


def _build(found: Mapping[str, tuple[str, Any]]) -> Settings:
    known = keys()
    values = {}
    for key, (where, value) in found.items():
        if key not in known:
            raise SettingsError(f"{where}: no setting is called {key}{_nearest(key, known)}")
        values[key] = _checked(key, value, where)
    fetch = {key.removeprefix("fetch."): value for key, value in values.items() if key.startswith("fetch.")}
    top = {key: value for key, value in values.items() if "." not in key}
    return replace(Settings(fetch=FetchSettings(**fetch)), **top)


def _nearest(name: str, known: Mapping[str, Any]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}?" if near else ""
    return hint or f"; known are {', '.join(known)}"


def _leaves(settings: object, prefix: str) -> Iterator[tuple[str, Any]]:
    for item in fields(settings):  # type: ignore[arg-type]
        value = getattr(settings, item.name)
        if is_dataclass(value):
            yield from _leaves(value, f"{prefix}{item.name}.")
        else:
            yield prefix + item.name, value


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


_Number = TypeVar("_Number", int, float)


def _checked(key: str, value: Any, where: str) -> Any:
    """The value as its type, or a refusal that says what was found, what was expected, and where."""
    check = _CHECKS[key]
    try:
        return check(value)
    except (TypeError, ValueError) as error:
        raise SettingsError(f"{where}: {key} is {value!r}; expected {error}") from error


def _day(value: Any) -> str:
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise ValueError("a day such as 2024-07-10") from None


def _share(value: Any) -> float:
    number = _number(float, value)
    if not 0 <= number <= 1:
        raise ValueError("a number from 0 to 1")
    return number


def _at_least_one(value: Any) -> int:
    number = _number(int, value)
    if number < 1:
        raise ValueError("a whole number of at least 1")
    return number


def _seconds(value: Any) -> float:
    number = _number(float, value)
    if number <= 0:
        raise ValueError("a number of seconds above 0")
    return number


def _number(kind: type[_Number], value: Any) -> _Number:
    if isinstance(value, bool):
        raise ValueError("a number, not true or false")
    try:
        return kind(str(value))
    except ValueError:
        raise ValueError("a whole number" if kind is int else "a number") from None


def _yes_or_no(value: Any) -> bool:
    text = str(value).lower()
    if text not in {"true", "false", "1", "0", "yes", "no"}:
        raise ValueError("true or false")
    return text in {"true", "1", "yes"}


def _words(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text that is not empty")
    return value


_CHECKS = {
    "date": _day,
    "min_confidence": _share,
    "processes": _at_least_one,
    "codebook": _words,
    "events_only": _yes_or_no,
    "fetch.timeout": _seconds,
    "fetch.total_timeout": _seconds,
    "fetch.max_bytes": _at_least_one,
    "fetch.max_redirects": _at_least_one,
    "fetch.user_agent": _words,
    "fetch.robots": _yes_or_no,
}
