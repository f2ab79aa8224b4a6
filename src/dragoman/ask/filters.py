"""What every question can be narrowed by, as conditions on the columns of the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Narrows a question; what is None or empty does not."""

    actor: tuple[str, ...] = ()
    # codes or names: one of them is among those who act (speak, meet, hold)
    recipient: tuple[str, ...] = ()
    # one of them is among those acted on (spoken to)
    party: tuple[str, ...] = ()
    # each of them is on either side
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

    def where(self) -> tuple[str, list[Any]]:
        """The SQL condition on the tables of :mod:`dragoman.lake.serving`, and its values."""
        parts: list[str] = ["true"]
        values: list[Any] = []

        def add(sql: str, *given: Any) -> None:
            parts.append(sql)
            values.extend(given)

        if self.actor:
            add("list_has_any(actors, ?)", list(self.actor))
        if self.recipient:
            add("list_has_any(recipients, ?)", list(self.recipient))
        for code in self.party:
            add("(list_contains(actors, ?) or list_contains(recipients, ?))", code, code)
        if self.sector:
            add("list_has_any(sectors, ?)", list(self.sector))
        for column, chosen in (("type", self.type), ("mode", self.mode), ("status", self.status), ("country", self.country)):
            if chosen:
                add(f"list_contains(?, {column})", list(chosen))
        if self.since:
            add("until >= ?::date", self.since)
        if self.until:
            add("day <= ?::date", self.until)
        if self.place:
            add("place ilike ?", f"%{self.place}%")
        if self.outlet:
            add("(list_contains(?, outlet) or list_has_any(outlets, ?))", list(self.outlet), list(self.outlet))
        if self.text:
            add("text ilike ?", f"%{self.text}%")
        if self.min_confidence is not None:
            add("confidence >= ?", self.min_confidence)
        if self.min_origins is not None:
            add("origins >= ?", self.min_origins)
        return " and ".join(parts), values
