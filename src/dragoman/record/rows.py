"""From nouns to the rows of the ledger, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec

from dragoman.lake.rows import Row
from dragoman.model import (
    Article,
    Event,
    FoldedEvent,
    Judgement,
    Meeting,
    Note,
    Party,
    Place,
    Position,
    Quote,
    Readout,
    Sentence,
    Statement,
    Tie,
    Time,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """How an article was coded, and what of it is kept."""

    schema: int
    codebook: str | None
    # version of the codebook; None for an article that was not coded (a copy)
    code: str
    # version of the program
    text_hash: str
    # SHA-256 of `article.text`, 64 hexadecimal digits; what is checked where the text itself is not kept
    sentence_hashes: dict[str, str]
    # SHA-256 of each kept sentence by id, 16 digits
    with_text: bool = True
    supersedes: str | None = None
    # the article that this one is a newer version of


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The payload of an article's row: everything of the readout that has no row of its own."""

    article: Article
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    notes: tuple[Note, ...]
    coding: Coding
    order: tuple[str, ...] = ()
    # ids of events, statements and meetings as the readout had them: rows have no order


def article_rows(readout: Readout, coding: Coding, moment: datetime, *, copy_of: str | None = None) -> Iterator[Row]:
    """The rows of one article: its own and one for each thing coded in it.

    Args:
        readout: of the article.
        coding: how it was made.
        moment: of the commit.
        copy_of: the article whose words it carries.
    """
    a = readout.article
    order = tuple(noun.id for nouns in (readout.events, readout.statements, readout.meetings) for noun in nouns)
    kept = Kept(article=a, sentences=readout.sentences, quotes=readout.quotes, notes=readout.notes, coding=coding, order=order)
    about: dict[str, Any] = {"article": a.id, "outlet": a.outlet, "published": a.published, "recorded_at": moment}
    day = _day(a.published)
    yield Row(kind="article", id=a.id, url=a.url, text=a.title, day=day, until=day, copy_of=copy_of, payload=_json(kept), **about)
    for e in readout.events:
        yield Row(kind="report", id=e.id, text=_sentence(readout, e.sentence), payload=_json(e), **_act(e, a.published), **about)
    for s in readout.statements:
        yield Row(kind="statement", id=s.id, text=s.content, payload=_json(s), **_speech(s), **_days(s.time, a.published), **about)
    for m in readout.meetings:
        yield Row(kind="meeting", id=m.id, payload=_json(m), **_encounter(m), **_days(m.time, a.published), **_where(m.place), **about)
    for i, p in enumerate(readout.positions):
        row: dict[str, Any] = {"id": f"{a.id}:p{i}", "type": p.issue, "text": p.stance, "actors": _codes([p.party]), "sectors": _sectors([p.party])}
        yield Row(kind="position", day=day, until=day, payload=_json(p), **row, **about)
    for i, t in enumerate(readout.ties):
        row = {"id": f"{a.id}:t{i}", "type": t.kind, "text": t.label, "actors": _codes(t.parties), "sectors": _sectors(t.parties)}
        yield Row(kind="tie", day=day, until=day, payload=_json(t), **row, **about)


def event_row(event: FoldedEvent, moment: datetime) -> Row:
    """The row of a folded event."""
    published = min((r.published for r in event.reports if r.published), default=None)
    return Row(
        kind="event",
        id=event.id,
        recorded_at=moment,
        published=published,
        text=event.sentence,
        origins=event.origins,
        outlets=event.outlets,
        articles=tuple(dict.fromkeys(r.article for r in event.reports if r.article)),
        payload=_json(replace(event, recorded_at=stamp(moment))),
        **_act(event, published),
    )


def stamp(moment: datetime) -> str:
    """``2024-10-05T15:20:00.000001Z``: always with microseconds, so that stamps sort as they were made."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def retired_row(id: str, successor: str | None, moment: datetime) -> Row:
    """The row that says that an event is no more, and which one took its reports."""
    return Row(kind="event", id=id, recorded_at=moment, successor=successor or "-")


def judgement_row(judgement: Judgement, moment: datetime) -> Row:
    """The row of a judgement."""
    articles = tuple(dict.fromkeys(m.article for m in (*judgement.marks, *judgement.others)))
    return Row(kind="judgement", id=judgement.id, recorded_at=moment, type=judgement.action, text=judgement.why, articles=articles, payload=_json(judgement))


def readout_of(
    kept: Kept,
    events: Iterable[Event],
    statements: Iterable[Statement],
    meetings: Iterable[Meeting],
    positions: Iterable[Position],
    ties: Iterable[Tie],
) -> Readout:
    """The readout as it was.

    Args:
        kept: from the article's row.
        events: from rows, in any order; statements and meetings too.
        positions: from rows by their id; ties too.
    """
    place = {id: n for n, id in enumerate(kept.order)}

    def at(noun: Event | Statement | Meeting) -> int:
        return place.get(noun.id, len(place))

    return Readout(
        schema=kept.coding.schema,
        article=kept.article,
        sentences=kept.sentences,
        events=tuple(sorted(events, key=at)),
        statements=tuple(sorted(statements, key=at)),
        quotes=kept.quotes,
        meetings=tuple(sorted(meetings, key=at)),
        positions=tuple(positions),
        ties=tuple(ties),
        notes=kept.notes,
    )


def _json(noun: Any) -> str:
    return msgspec.json.encode(noun).decode()


def _act(event: Event | FoldedEvent, published: str | None) -> dict[str, Any]:
    parties = (*event.actor, *event.recipient)
    return {
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "actors": _codes(event.actor),
        "recipients": _codes(event.recipient),
        "sectors": _sectors(parties),
        "quad_class": event.quad_class,
        "score": event.score,
        "confidence": event.confidence,
        **_days(event.time, published),
        **_where(event.place),
    }


def _speech(statement: Statement) -> dict[str, Any]:
    every = (*statement.speaker, *statement.addressee)
    sides = {"actors": _codes(statement.speaker), "recipients": _codes(statement.addressee), "sectors": _sectors(every)}
    return {**sides, "type": statement.cue, "mode": statement.medium}


def _encounter(meeting: Meeting) -> dict[str, Any]:
    agenda = "; ".join(meeting.agenda) or None
    people = meeting.participants
    return {"actors": _codes(people), "sectors": _sectors(people), "type": meeting.format, "mode": meeting.level, "status": meeting.status, "text": agenda}


def _codes(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.code or p.name or p.text for p in parties))


def _sectors(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.sector for p in parties if p.sector))


def _where(place: Place | None) -> dict[str, Any]:
    return {} if place is None else {"country": place.country, "place": place.name, "lat": place.lat, "lon": place.lon}


def _sentence(readout: Readout, id: str) -> str | None:
    return next((s.text for s in readout.sentences if s.id == id), None)


def _days(time: Time | None, published: str | None) -> dict[str, Any]:
    """First and last day of a time; of one without a year, and of none, the day of publication."""
    first, last = _bounds(time)
    if first is None and last is None:
        day = _day(published)
        return {"day": day, "until": day}
    return {"day": first or last, "until": last or first}


def _bounds(time: Time | None) -> tuple[date | None, date | None]:
    return (None, None) if time is None else (_day(time.start), _last(time.end or time.start))


def _day(moment: str | None) -> date | None:
    """The first day that a possibly partial ISO date allows."""
    return _calendar(moment, "-01")


def _last(moment: str | None) -> date | None:
    from calendar import monthrange

    if moment and len(moment) == 7:
        first = _calendar(moment, "-01")
        return first and first.replace(day=monthrange(first.year, first.month)[1])
    return _calendar(moment, "-12-31" if moment and len(moment) == 4 else "")


def _calendar(moment: str | None, rest: str) -> date | None:
    if not moment or moment.startswith("-"):
        return None
    text = moment[:10]
    text += {4: rest if len(rest) > 3 else "-01-01", 7: "-01"}.get(len(text), "")
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
