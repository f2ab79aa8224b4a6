"""Checking a record: that every hash, offset and reference in it still holds. Reads all of it, changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.ask.events import events
from dragoman.lake.serving import Serving, serving
from dragoman.model import Event, Sentence
from dragoman.read.identity import article_id
from dragoman.record.record import derived
from dragoman.record.rows import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that does not hold."""

    kind: str
    # hash | offset | reference | tombstone
    where: str
    # article or event
    found: str


@dataclass(slots=True)
class Checked:
    """How much was looked at."""

    articles: int = 0
    reports: int = 0
    events: int = 0


def verify(home: str, counts: Checked | None = None) -> Iterator[Fault]:
    """The faults of a record.

    Args:
        home: the record.
        counts: is filled with how much was checked.

    Raises:
        RecordError: it cannot be read at all.
    """
    counts = counts or Checked()
    with serving(home, derived(home)) as record:
        yield from _tombstones(record)
        yield from _articles(record, counts)
        yield from _events(record, counts)


def _articles(record: Serving, counts: Checked) -> Iterator[Fault]:
    import msgspec

    decode, event = msgspec.json.Decoder(Kept).decode, msgspec.json.Decoder(Event).decode
    for id, payload in record.stream("select id, payload from articles order by id"):
        counts.articles += 1
        kept = decode(payload)
        yield from _hashes(id, kept)
        sentences = {s.id: s for s in kept.sentences}
        for (report,) in record.ask("select payload from reports where article = ?", [id]):
            counts.reports += 1
            yield from _evidence(id, event(report), sentences, kept)


def _hashes(id: str, kept: Kept) -> Iterator[Fault]:
    a, coding = kept.article, kept.coding
    if coding.with_text:
        if hashlib.sha256(a.text.encode()).hexdigest() != coding.text_hash:
            yield Fault(kind="hash", where=id, found="the text is not the one that was recorded")
        if article_id(url=a.url, outlet=a.outlet, title=a.title, published=a.published, text=a.text) != id:
            yield Fault(kind="hash", where=id, found="the id is not that of the text, title, place and time")
    for s in kept.sentences:
        if coding.with_text and a.text[s.start : s.end] != s.text:
            yield Fault(kind="offset", where=id, found=f"sentence {s.id} is not at {s.start} to {s.end}")
        if hashlib.sha256(s.text.encode()).hexdigest()[:16] != coding.sentence_hashes.get(s.id):
            yield Fault(kind="hash", where=id, found=f"sentence {s.id} is not the one that was recorded")


def _evidence(id: str, event: Event, sentences: dict[str, Sentence], kept: Kept) -> Iterator[Fault]:
    sentence, evidence = sentences.get(event.sentence), event.evidence
    if sentence is None:
        yield Fault(kind="reference", where=id, found=f"event {event.id} stands in a sentence that is not there: {event.sentence}")
    elif sentence.text[evidence.start - sentence.start : evidence.end - sentence.start] != evidence.text:
        yield Fault(kind="offset", where=id, found=f"the evidence of event {event.id} is not at {evidence.start} to {evidence.end}")


def _events(record: Serving, counts: Checked) -> Iterator[Fault]:
    """Every report that stands is in one event, and every event's reports stand."""
    known = {id for (id,) in record.ask("select id from articles")}
    seen: dict[str, str] = {}
    for event in events(record):
        counts.events += 1
        for report in event.reports:
            if report.article is not None and report.article not in known:
                yield Fault(kind="reference", where=event.id, found=f"it has a report of article {report.article}, which is not there")
            if report.event in seen:
                yield Fault(kind="reference", where=event.id, found=f"report {report.event} is also part of {seen[report.event]}")
            seen[report.event] = event.id
    rejected = {m for (payload,) in record.ask("select payload from judgements where type = 'reject'") for m in _marked(payload)}
    for article, id in record.ask("select article, id from reports order by id"):
        if id not in seen and id not in rejected:
            yield Fault(kind="reference", where=article, found=f"its event {id} is in no folded event")


def _marked(payload: str) -> Iterable[str]:
    import msgspec

    return [m["event"] for m in msgspec.json.decode(payload)["marks"]]


def _tombstones(record: Serving) -> Iterator[Fault]:
    gone = {id for (id,) in record.ask("select id from tombstones where type = 'purged'")}
    for (id,) in record.ask("select distinct article from every_article where article is not null"):
        if id in gone:
            yield Fault(kind="tombstone", where=id, found="it was purged, and rows of it are still there; purge it again")


