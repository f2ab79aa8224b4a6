"""PLOVER 2.0 records (Open Event Data Alliance, draft manual of 2021) as JSON Lines."""

from __future__ import annotations

from collections import Counter
from typing import Any, BinaryIO

import msgspec

from dragoman.ask.exporters.column import Column
from dragoman.ask.exporters.dyads import Act, name_of, version
from dragoman.ask.exporters.format import Format, Left, done
from dragoman.ask.filters import Filter
from dragoman.lake.serving import Serving
from dragoman.model import FoldedEvent, Party, Place


def _entity(party: Party) -> dict[str, str | None]:
    known = bool(party.code)
    return {
        "code": party.code,
        "sector": party.sector,
        "entity_text": party.text,
        "identifier_id": party.code,
        "identifier_text": party.basis if known else None,
        "office": party.role,
    }


def _where(place: Place | None) -> dict[str, Any] | None:
    return {"name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon} if place else None


def _cited(event: FoldedEvent) -> list[dict[str, Any]]:
    return [{"id": r.article, "source": r.outlet, "date": r.published, "url": r.input, "start": r.start, "end": r.end} for r in event.reports]


def _comment(act: Act) -> str | None:
    event = act.event
    inside = ", ".join(f"{e.type} by {'+'.join(name_of(p) or '?' for p in e.actor) or '?'}" for e in event.about)
    said = (f"planned {event.type}" if event.status == "planned" else "history" if event.status == "background" else "", f"about {inside}" if inside else "")
    return "; ".join(filter(None, said)) or None


FIELDS: tuple[Column[Act], ...] = (
    Column(name="id", means="id of the event", read=lambda a: a.event.id),
    Column(name="date", means="first day, ISO 8601; null where unknown", read=lambda a: a.first and a.first.isoformat()),
    Column(name="enddate", means="last day, null where it is the first", read=lambda a: a.last.isoformat() if a.last and a.last != a.first else None),
    Column(
        name="actor",
        means="entities that act: code, sector, entity_text (the words), identifier_id (the code), identifier_text (how it was resolved), office",
        read=lambda a: [_entity(p) for p in a.event.actor],
    ),
    Column(name="recipient", means="entities acted on; of a meeting of equals all are actors", read=lambda a: [_entity(p) for p in a.event.recipient]),
    Column(name="event", means="PLOVER type, in a list", read=lambda a: [a.type]),
    Column(name="mode", means="PLOVER mode, in a list; empty where the type has none", read=lambda a: [a.mode] if a.mode else []),
    Column(name="context", means="PLOVER contexts", read=lambda a: list(a.contexts)),
    Column(name="event_loc", means="name, country (ISO 3166-1 alpha-3), lat, lon; null where untold", read=lambda a: _where(a.event.place)),
    Column(name="quad_code", means="1 to 4", read=lambda a: a.quad_class),
    Column(name="event_scale", means="PLOVER's score of type and mode, -10 to 10", read=lambda a: a.score),
    Column(name="text", means="the sentence that tells it best", read=lambda a: a.event.sentence),
    Column(
        name="text_info",
        means="start, end and evidence: the words it rests on, in characters of the article of the best report",
        read=lambda a: {"start": a.event.evidence.start, "end": a.event.evidence.end, "evidence": a.event.evidence.text},
    ),
    Column(name="cite_info", means="every report: id of the article, source, date, url, start, end", read=lambda a: _cited(a.event)),
    Column(name="coder", means="`dragoman` with its version", read=lambda a: " ".join(filter(None, ("dragoman", version(a.event))))),
    Column(name="coded_date", means="day on which this version was written", read=lambda a: (a.event.recorded_at or "")[:10] or None),
    Column(name="comment", means="what PLOVER has no field for: that the act was planned or is history, and the acts inside", read=_comment),
)


def _write(record: Serving, chosen: Filter, out: BinaryIO) -> Left:
    left: Left = Counter()
    for act in done(record, chosen, left):
        out.write(msgspec.json.encode({f.name: f.read(act) if f.read else None for f in FIELDS}) + b"\n")
    return left


PLOVER = Format(name="plover", suffix=".jsonl", means="One PLOVER 2.0 record a line, as JSON.", columns=FIELDS, write=_write)
