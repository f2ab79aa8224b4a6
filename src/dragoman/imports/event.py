"""From what a line tells to an event of a record."""

from __future__ import annotations

import hashlib
from functools import cache

from dragoman.codebook.conversion import cameo
from dragoman.codebook.schema import PloverType
from dragoman.imports.parties import codebook, country_code, party
from dragoman.imports.told import Spot, Told, Unreadable
from dragoman.model import Evidence, FoldedEvent, Place, Report, Time
from dragoman.read.event_files import EventLine

UNKNOWN = 0.5
# confidence of an event whose dataset tells none
STATEMENT = "01"
# CAMEO's public statements, for which PLOVER has no type


def is_statement(told: Told) -> bool:
    """Whether it is a mere statement, which is no event in PLOVER."""
    return bool(told.cameo and told.cameo.startswith(STATEMENT))


def event_of(line: EventLine, told: Told) -> FoldedEvent:
    """The event that a line tells; its id is a hash of the dataset and its own id there.

    Raises:
        Unreadable: its act or its coordinates are none.
    """
    kind, mode, contexts = _act(told)
    scale = _types()[kind]
    id = hashlib.sha256(f"import\x1f{line.dataset}\x1f{told.id}".encode()).hexdigest()[:16]
    words = "; ".join(f"{name}: {value}" for name in told.shown if (value := line.cells.get(name, "").strip()))
    report = Report(
        article=None,
        input=f"{line.file}:line {line.line}",
        outlet=told.publisher or line.dataset.upper(),
        published=told.published,
        sentence=words,
        start=None,
        end=None,
        type=kind,
        status="actual",
        attribution=(),
        event=id,
        frame=f"import.{line.dataset}",
        codebook=codebook().version,
    )
    return FoldedEvent(
        id=id,
        sentence=words,
        type=kind,
        mode=mode,
        contexts=contexts,
        actor=(party(told.actor, told.day),) if told.actor else (),
        recipient=(party(told.recipient, told.day),) if told.recipient else (),
        about=(),
        status="actual",
        time=Time(start=told.day, end=told.day, precision="day", text=told.day),
        place=_place(told.place) if told.place else None,
        magnitude=None,
        attribution=(),
        evidence=Evidence(start=0, end=0, text=words),
        frame=f"import.{line.dataset}",
        cameo=told.cameo,
        quad_class=scale.quad_class,
        score=scale.modes.get(mode or "", scale.score),
        confidence=UNKNOWN,
        reports=(report,),
        outlets=(report.outlet or line.dataset.upper(),),
        origins=1,
        disputed=(),
    )


def _act(told: Told) -> tuple[str, str | None, tuple[str, ...]]:
    """Type, mode and contexts: PLOVER's where the dataset has them, else those of its CAMEO code."""
    if told.type is not None:
        if told.type not in _types():
            raise Unreadable(f"no PLOVER type: {told.type!r}")
        return told.type, told.mode, told.contexts
    entry = cameo().get(told.cameo or "")
    if entry is None:
        raise Unreadable(f"no CAMEO code: {told.cameo!r}")
    return entry.type, entry.mode, entry.contexts


@cache
def _types() -> dict[str, PloverType]:
    return codebook().types


def _place(spot: Spot) -> Place:
    return Place(name=spot.name or spot.country or "", country=country_code(spot.country), lat=_degrees(spot.lat, 90), lon=_degrees(spot.lon, 180))


def _degrees(text: str | None, most: int) -> float | None:
    if text is None:
        return None
    try:
        value = float(text)
    except ValueError:
        raise Unreadable(f"no coordinate: {text!r}") from None
    if not -most <= value <= most:
        raise Unreadable(f"no coordinate: {text!r}")
    return value
