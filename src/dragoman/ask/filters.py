"""What every question can be narrowed by, as conditions on the columns of the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

SIDES = {
    "events": (("$.actor[*]",), ("$.recipient[*]",)),
    "reports": (("$.actor[*]",), ("$.recipient[*]",)),
    "statements": (("$.speaker[*]",), ("$.addressee[*]",)),
    "meetings": (("$.participants[*]",), ()),
    "positions": (("$.party",), ()),
    "ties": (("$.parties[*]",), ()),
}
# where the payload of a table's rows has the parties of either side
TYPES = tuple(
    """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT""".split()
)
# PLOVER's sixteen
STATUSES = ("actual", "planned", "hypothetical", "negated", "background")
_NAMES = ("name", "person", "role")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Narrows a question; what is None or empty does not."""

    actor: tuple[str, ...] = ()
    # codes, or names of persons and offices; one of them is among those who act (speak, meet, hold)
    recipient: tuple[str, ...] = ()
    # one of them is among those acted on (spoken to)
    party: tuple[str, ...] = ()
    # each of them is on either side
    about: tuple[str, ...] = ()
    # each of them takes part in what the act is about, however deep: C in "A urged B to press C"
    sector: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    # ISO days, both included; what may have happened between them
    country: tuple[str, ...] = ()
    place: str | None = None
    # a part of its name
    outlet: tuple[str, ...] = ()
    text: str | None = None
    # words that stand in the sentence
    min_confidence: float | None = None
    min_origins: int | None = None
    disputed: bool = False
    # only what reports contradict each other on

    def where(self, table: str = "events") -> tuple[str, list[Any]]:
        """The SQL condition on a table of :mod:`dragoman.lake.serving`, and its values."""
        parts: list[str] = ["true"]
        values: list[Any] = []

        def add(sql: str, *given: Any) -> None:
            parts.append(sql)
            values.extend(given)

        for columns, names in (
            (("actors",), self.actor),
            (("recipients",), self.recipient),
            *((("actors", "recipients"), (p,)) for p in self.party),
        ):
            if names:
                sql, given = on_sides(table, columns, names)
                add(sql, *given)
        for code in self.about:
            add("(contains(payload, ?) and contains((payload -> '$.about')::varchar, ?))", *[f'"code":"{code.upper()}"'] * 2)
        if self.sector:
            add("list_has_any(sectors, ?)", _spelled(self.sector))
        for column, chosen in (
            ("type", self.type),
            ("mode", self.mode),
            ("status", self.status),
            ("country", self.country),
        ):
            if chosen:
                add(f"{column} in ({_marks(_spelled(chosen))})", *_spelled(chosen))
        if self.since:
            add("until >= ?::date", self.since)
        if self.until:
            add("day <= ?::date", self.until)
        if self.place:
            add("contains(lower(place), lower(?))", self.place)
        if self.outlet:
            add(f"({' or '.join([_outlet(table)] * len(self.outlet))})", *self.outlet)
        if self.text:
            add("contains(lower(text), lower(?))", self.text)
        if self.min_confidence is not None:
            add("confidence >= ?", self.min_confidence)
        if self.min_origins is not None:
            add("origins >= ?", self.min_origins)
        if self.disputed:
            add("not contains(payload, '\"disputed\":[]')")
        return " and ".join(parts), values


def chosen(**given: Any) -> Filter:
    """A filter of what a person gives: one word or several for what may be several, None for what is left open.

    Raises:
        TypeError: there is no such filter.
    """
    known = {f.name: f for f in fields(Filter)}
    if strange := given.keys() - known.keys():
        raise TypeError(f"there is no filter called {', '.join(sorted(strange))}; there are {', '.join(known)}")
    values: dict[str, Any] = {k: tuple(_several(v)) if "tuple" in str(known[k].type) else v for k, v in given.items() if v is not None}
    return Filter(**values)


def _several(given: str | Iterable[str]) -> list[str]:
    """``"EGY, ARE"`` and ``["EGY", "ARE"]`` alike."""
    words = given.split(",") if isinstance(given, str) else [w for item in given for w in item.split(",")]
    return [w.strip() for w in words if w.strip()]


def on_sides(table: str, columns: Sequence[str], names: Sequence[str]) -> tuple[str, list[Any]]:
    """That one of the names is on one of the sides; what is no code may be the name of a person or an office, which only the payload has."""
    codes = [*dict.fromkeys(code for name in names for code in (name, name.upper()))]
    # one list_contains a code: list_has_any takes five times as long
    parts = [f"list_contains({column}, ?)" for column in columns for _ in codes]
    values: list[Any] = [*codes] * len(columns)
    people = [name for name in names if any(c.islower() for c in name)]
    paths = [path for column in columns for path in SIDES.get(table, ((), ()))[column == "recipients"]]
    for name in people if paths else ():
        told = " || '|' || ".join(
            f"coalesce(json_extract_string(payload, '{path}.{key}')::varchar, '')" for path in paths for key in _NAMES
        )
        parts.append(f"(contains(payload, ?) and contains({told}, ?))")
        values += [name, name]
    return f"({' or '.join(parts)})", values


def _outlet(table: str) -> str:
    return (
        "len(list_filter(outlets, lambda o: lower(o) = lower(?))) > 0"
        if table == "events"
        else "lower(outlet) = lower(?)"
    )


def _spelled(words: Sequence[str]) -> list[str]:
    """As given, and in the case that the column has: types and codes are upper, modes and statuses lower."""
    return [*dict.fromkeys(form for word in words for form in (word, word.upper(), word.lower()))]


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
