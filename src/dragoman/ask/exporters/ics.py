"""iCalendar (RFC 5545): the meetings of a record, each once, however many articles told of it.

An entry is a folded event of type CONSULT; what articles tell of its meeting beyond the act (form, level, agenda) comes from their meeting records.
A meeting of which no day is told has no place in a calendar: it is left out and counted, as is one that may have been on any day of more than a month.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, BinaryIO

import msgspec

from dragoman.ask.exporters.column import Column
from dragoman.ask.exporters.dyads import name_of
from dragoman.ask.exporters.format import Format, Left
from dragoman.ask.exporters.walk import walk
from dragoman.ask.filters import Filter
from dragoman.lake.serving import Serving
from dragoman.model import FoldedEvent, Meeting, Time

_LONGEST = 31
# days
_STATUS = {"actual": "CONFIRMED", "background": "CONFIRMED", "planned": "TENTATIVE", "hypothetical": "TENTATIVE", "negated": "CANCELLED"}
_OF_MEETING = {"held": "CONFIRMED", "planned": "TENTATIVE", "postponed": "CANCELLED", "cancelled": "CANCELLED"}
FIELDS: tuple[Column[Any], ...] = tuple(
    Column(name=name, means=means)
    for name, means in (
        ("UID", "id of the event and `@dragoman`: the same in every export, so that calendars bring their entry up to date"),
        ("SEQUENCE", "how many versions of it were written before this one"),
        ("DTSTAMP, LAST-MODIFIED", "when this version was written, UTC"),
        ("DTSTART", "a DATE; a DATE-TIME where the time of day is told: UTC where the zone is told, else floating"),
        ("DTEND", "the day after the last one, where several days are told or where it may have been on any of them, which the description then says"),
        ("STATUS", "CONFIRMED: held. TENTATIVE: planned or thought of. CANCELLED: cancelled, postponed, or it did not take place"),
        ("SUMMARY", "who met, and in what form"),
        ("LOCATION, GEO", "place as named, with its country; latitude and longitude where known"),
        ("CATEGORIES", "form and level of the meeting, where told: summit, bilateral, call; minister, envoy"),
        ("DESCRIPTION", "the sentence that tells it best, the agenda, who told it, and how exact the time is"),
        ("TRANSP", "always TRANSPARENT: other people's meetings take none of your time"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """When an entry is."""

    start: date | datetime
    end: date | None
    # exclusive; None where it is one day or a moment
    exact: bool


def _write(record: Serving, chosen: Filter, out: BinaryIO) -> Left:
    left: Left = Counter()
    _lines(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dragoman//Record of diplomacy//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"), out)
    for event, versions, meeting in _meetings(record, chosen, left):
        span = span_of(event.time)
        if span is None:
            left["without a day"] += 1
        else:
            _lines(_entry(event, versions, meeting, span), out)
    _lines(("END:VCALENDAR",), out)
    return left


def _meetings(record: Serving, chosen: Filter, left: Left) -> Iterator[tuple[FoldedEvent, int, Meeting | None]]:
    """Meetings with how often they were written, and a meeting record that tells more."""
    if chosen.type and "CONSULT" not in chosen.type:
        left["no meeting"] = 0
        return
    wanted = replace(chosen, type=("CONSULT",))
    event_of = msgspec.json.Decoder(FoldedEvent).decode
    meeting_of = msgspec.json.Decoder(Meeting).decode
    until = f" and v.recorded_at <= to_timestamp({record.as_of.timestamp()!r})" if record.as_of else ""
    versions = f"(select count(*) from event_versions v where v.id = events.id{until})"
    for payload, n, articles in walk(record, wanted, f"payload, {versions}, articles"):
        event = event_of(payload)
        found = record.ask(_TOLD, [[r.event for r in event.reports], list(articles)]) if articles else []
        yield event, n, next((meeting_of(m) for (m,) in found), None)


_TOLD = """
    select m.payload from reports r join meetings m on m.article = r.article
    where list_contains(?, r.id) and list_contains(?, r.article)
        and list_contains(json_extract_string(m.payload, '$.sentences[*]'), json_extract_string(r.payload, '$.sentence'))
        and list_has_any(m.actors, list_concat(r.actors, r.recipients))
    order by m.type is null, len(m.actors) desc, m.id limit 1
"""


def span_of(time: Time | None) -> Span | None:
    """When a calendar has it; None where it has no place in one."""
    if time is None or not time.start or time.start.startswith("-"):
        return None
    if time.precision == "minute" and "T" in time.start:
        moment = datetime.fromisoformat(time.start.replace("Z", "+00:00"))
        return Span(start=moment, end=None, exact=True)
    first, last = _first(time.start), _last(time.end or time.start)
    if first is None or last is None or not 0 <= (last - first).days < _LONGEST:
        return None
    exact = time.precision == "day"
    return Span(start=first, end=last + timedelta(days=1) if last > first else None, exact=exact)


def _first(text: str) -> date | None:
    return date.fromisoformat(text[:10]) if len(text) >= 10 else date.fromisoformat(f"{text}-01") if len(text) == 7 else None


def _last(text: str) -> date | None:
    if len(text) == 7:
        first = date.fromisoformat(f"{text}-01")
        return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return _first(text)


def _entry(event: FoldedEvent, versions: int, meeting: Meeting | None, span: Span) -> Iterator[str]:
    stamp = datetime.fromisoformat((event.recorded_at or "1970-01-01T00:00:00Z").replace("Z", "+00:00"))
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@dragoman"
    yield f"SEQUENCE:{max(0, versions - 1)}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"LAST-MODIFIED:{stamp:%Y%m%dT%H%M%SZ}"
    yield _moment("DTSTART", span.start)
    if span.end:
        yield _moment("DTEND", span.end)
    yield f"STATUS:{_status(event, meeting)}"
    yield f"SUMMARY:{_text(_summary(event, meeting))}"
    if event.place:
        yield f"LOCATION:{_text(', '.join(dict.fromkeys(filter(None, (event.place.name, event.place.country)))))}"
        if event.place.lat is not None and event.place.lon is not None:
            yield f"GEO:{event.place.lat:.6f};{event.place.lon:.6f}"
    words = [w for w in ((meeting.format, meeting.level) if meeting else (event.mode,)) if w and w != "unknown"]
    if words:
        yield f"CATEGORIES:{','.join(map(_text, words))}"
    yield f"DESCRIPTION:{_text(_description(event, meeting, span))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _moment(name: str, at: date | datetime) -> str:
    if not isinstance(at, datetime):
        return f"{name};VALUE=DATE:{at:%Y%m%d}"
    return f"{name}:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}" if at.tzinfo else f"{name}:{at:%Y%m%dT%H%M%S}"


def _status(event: FoldedEvent, meeting: Meeting | None) -> str:
    """What is folded goes before what one article's meeting record says; only that knows of postponing."""
    told = _STATUS[event.status]
    return _OF_MEETING.get(meeting.status, told) if meeting and told == "TENTATIVE" else told


def _summary(event: FoldedEvent, meeting: Meeting | None) -> str:
    parties = (*event.actor, *event.recipient)
    who = " + ".join(dict.fromkeys(f"{p.code or name_of(p)}{f' ({p.person or p.role})' if p.person or p.role else ''}" for p in parties))
    form = (meeting.format if meeting else None) or event.mode or "meeting"
    return f"{who or 'Untold parties'}: {form}"


def _description(event: FoldedEvent, meeting: Meeting | None, span: Span) -> str:
    parts = [event.sentence]
    if meeting and meeting.agenda:
        parts.append("On: " + "; ".join(meeting.agenda))
    if not span.exact:
        parts.append(f"Some time in these days ({event.time.text})." if event.time else "")
    if meeting and meeting.status in ("postponed", "cancelled"):
        parts.append(f"It was {meeting.status}.")
    parts.append(f"Told by {', '.join(event.outlets) or 'an unnamed outlet'}; {event.origins} independent.")
    return "\n".join(filter(None, parts))


def _text(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    text = "".join(c for c in text.replace("\r\n", "\n") if c >= " " or c in "\t\n")
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _lines(lines: Iterable[str], out: BinaryIO) -> None:
    """Content lines, none longer than 75 octets and no character torn apart (RFC 5545, 3.1)."""
    for line in lines:
        out.write(b"\r\n ".join(_folded(line)) + b"\r\n")


def _folded(line: str) -> Iterator[bytes]:
    part = b""
    limit = 75
    for char in line:
        octets = char.encode()
        if len(part) + len(octets) > limit:
            yield part
            part, limit = b"", 74  # the blank that goes before counts
        part += octets
    yield part


ICS = Format(
    name="ics",
    suffix=".ics",
    means="A calendar of meetings (RFC 5545): every folded event of type CONSULT whose day is told.",
    columns=FIELDS,
    write=_write,
)
