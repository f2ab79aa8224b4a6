"""What each outlet told of an event or a storyline, what it left out, and how it framed it.

Everything that reports tell is held as *aspects*: a name, and for each value the outlets that tell it. What an outlet left out are the values that others
tell and it does not; where two outlets frame one act in two ways, they stand under two values of one aspect.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from dragoman.ask.events import event, events
from dragoman.ask.storylines import storylines
from dragoman.errors import NotRecorded
from dragoman.lake.serving import Serving
from dragoman.model import Attribution, Dispute, Event, FoldedEvent, Grade, Party, Report

UNNAMED = "(outlet not named)"
ITSELF = "the outlet itself"
# the voice of what is told without another one
FRAMING = ("type", "mode", "status", "frame", "words", "voice", "evidence")
# how it is told; the other aspects are what is told
CONTENT = ("event", "party", "person", "time", "place", "about", "dead", "injured", "size", "number", "quote")
_ONE = ("time", "dead", "injured", "size")
# who tells another value of these contradicts, and leaves nothing out
_MONTH = "|".join(calendar.month_name[1:])
_DAY = re.compile(rf"(?:{_MONTH})\s\d{{1,2}}\b|\d{{1,2}}\s(?:{_MONTH})\b")
_NUMBER = re.compile(r"(?<![\w.,])(?!(?:1[89]|20)\d\d\b(?![.,]?\d))\d[\d.,]*(?<![.,])%?(?:\s(?:million|billion|trillion))?(?!\w)")
# numbers in figures, but for days and years; those of the dead and injured are aspects of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of an aspect."""

    value: str
    outlets: tuple[str, ...]
    # that tell it, in the order of their first reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One thing that reports tell, of `FRAMING` or `CONTENT`."""

    name: str
    values: tuple[Value, ...]
    # those that most outlets tell first


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One outlet's telling."""

    outlet: str
    first: str | None
    # when it first published on it
    articles: tuple[str, ...]
    reports: int
    carries: tuple[str, ...]
    # outlets and agencies whose words it carries
    sentences: tuple[str, ...]
    told: dict[str, tuple[str, ...]]
    # values by aspect
    left_out: dict[str, tuple[str, ...]]
    # values of `CONTENT`, and voices, that others tell and this outlet does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All tellings side by side."""

    id: str
    # of the event or storyline
    events: tuple[FoldedEvent, ...]
    tellings: tuple[Telling, ...]
    # in the order of their first reports
    aspects: tuple[Aspect, ...]
    disputed: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """One report with what was coded in it."""

    report: Report
    event: str
    # id of the folded event
    act: Event | None
    # None where the article is no longer there to look at
    quotes: tuple[str, ...]

    @property
    def outlet(self) -> str:
        return self.report.outlet or UNNAMED


def compare(record: Serving, id: str, told_of: Sequence[FoldedEvent]) -> Comparison:
    """Put the tellings of some events side by side.

    Args:
        record: to ask.
        id: of the event or storyline that the events are or make up.
        told_of: at least one.

    Raises:
        NotRecorded: there is no event to compare.
    """
    if not told_of:
        raise NotRecorded("storyline", id, "no event of it is in the record", "ask for another one, or as of another day")
    told = sorted(_tellings(record, told_of), key=lambda t: (_instant(t.report.published), t.outlet))
    aspects = tuple(_aspects(told, several=len(told_of) > 1))
    outlets = dict.fromkeys(t.outlet for t in told)
    copied = sorted({t.report.copy_of for t in told if t.report.copy_of})
    names = dict(record.ask("select id, coalesce(outlet, ?) from article_versions where list_contains(?, id)", [UNNAMED, copied]))
    tellings = tuple(_telling(outlet, [t for t in told if t.outlet == outlet], names, aspects) for outlet in outlets)
    return Comparison(id=id, events=tuple(told_of), tellings=tellings, aspects=aspects, disputed=tuple(d for e in told_of for d in e.disputed))


def subject(record: Serving, ids: Sequence[str]) -> tuple[FoldedEvent, ...]:
    """The events that ids mean: those of events, or one of a storyline.

    Raises:
        NotRecorded: there is none of them.
    """
    try:
        return tuple({e.id: e for e in (event(record, id) for id in ids)}.values())
    except NotRecorded as error:
        lines = [line for line in storylines(events(record)) if len(ids) == 1 and line.id.startswith(ids[0])]
        if len(lines) != 1:
            raise error
        return tuple(event(record, id) for id in lines[0].events)


def different(comparison: Comparison) -> tuple[Aspect, ...]:
    """The aspects that not all outlets tell alike."""
    every = len(comparison.tellings)
    return tuple(a for a in comparison.aspects if any(len(v.outlets) < every for v in a.values))


def _instant(published: str | None) -> datetime:
    """When something was published, for sorting across time zones; what tells no date comes last."""
    try:
        found = datetime.fromisoformat(published or "")
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)  # none, or a partial one
    return found if found.tzinfo else found.replace(tzinfo=UTC)


# -- what is told --------------------------------------------------------------------------------------------------------------------------


def _tellings(record: Serving, told_of: Sequence[FoldedEvent]) -> Iterator[_Told]:
    ids = {a for e in told_of for r in e.reports for a in (r.article, r.copy_of) if a}
    acts, quotes = _acts(record, ids), _quotes(record, ids)
    for one in told_of:
        for report in one.reports:
            act = _act(report, acts)
            home = report.copy_of if report.copy_of and act not in acts.get(report.article or "", []) else report.article
            said = quotes.get((home or "", act.sentence), ()) if act else ()
            yield _Told(report, one.id, act, said)


def _acts(record: Serving, articles: Iterable[str]) -> dict[str, list[Event]]:
    """All acts of articles, those inside others too."""
    out: dict[str, list[Event]] = {}
    rows = record.ask("select article, payload from report_versions where list_contains(?, article) order by recorded_at desc", [sorted(articles)])
    for article, payload in rows:
        out.setdefault(article, []).extend(_walk(msgspec.json.decode(payload, type=Event)))
    return out


def _walk(event: Event) -> Iterator[Event]:
    yield event
    for inner in event.about:
        yield from _walk(inner)


def _act(report: Report, acts: dict[str, list[Event]]) -> Event | None:
    """What was coded for a report. A copy was not coded itself: its words are those of the article that it carries."""
    own = next((e for e in acts.get(report.article or "", []) if e.id == report.event), None)
    if own or not report.copy_of:
        return own
    alike = (e for e in acts.get(report.copy_of, []) if e.type == report.type and e.frame == report.frame and e.evidence.text in report.sentence)
    return next(alike, None)


def _quotes(record: Serving, articles: Iterable[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The quotes of each sentence of articles."""
    rows = record.ask(
        "select id, payload -> '$.quotes' from article_versions where list_contains(?, id)"
        " qualify row_number() over (partition by id order by recorded_at desc) = 1",
        [sorted(articles)],
    )
    out: dict[tuple[str, str], tuple[str, ...]] = {}
    for id, quotes in rows:
        for quote in msgspec.json.decode(quotes or "[]", type=list[dict[str, Any]]):
            key = (id, quote["sentence"])
            out[key] = (*out.get(key, ()), " ".join(quote["text"].split()))
    return out


# -- aspects -------------------------------------------------------------------------------------------------------------------------------


def _aspects(told: Sequence[_Told], *, several: bool) -> Iterator[Aspect]:
    held: dict[str, dict[str, dict[str, None]]] = {name: {} for name in (*FRAMING, *CONTENT)}
    for one in told:
        for name, value in _values(one):
            held[name].setdefault(value, {})[one.outlet] = None
    if not several:
        del held["event"]
    _read_again(told, held)
    for name, values in held.items():
        if values:
            ranked = sorted(values.items(), key=lambda item: (-len(item[1]), item[0]))
            yield Aspect(name=name, values=tuple(Value(value=v, outlets=tuple(outlets)) for v, outlets in ranked))


def _read_again(told: Sequence[_Told], held: dict[str, dict[str, dict[str, None]]]) -> None:
    """What stands in an outlet's sentences is told, though nothing was coded from it: "his counterpart, Jane Doe" names her."""
    words: dict[str, str] = {}
    for one in told:
        words[one.outlet] = f"{words.get(one.outlet, '')} {' '.join(one.report.sentence.split())}"
    for name in ("person", "place", "number", "quote"):
        for value, outlets in held[name].items():
            sign = value.split()[-1] if name == "person" else value
            found = re.compile(rf"(?<!\w){re.escape(sign)}(?!\w)")
            outlets.update(dict.fromkeys(outlet for outlet, text in words.items() if found.search(text)))


def _values(one: _Told) -> Iterator[tuple[str, str]]:
    """``(aspect, value)`` pairs of one report."""
    report, act = one.report, one.act
    yield "event", one.event
    yield "type", report.type
    yield "status", report.status
    yield "voice", voice(report.attribution)
    yield "evidence", Grade.of(report.attribution).name
    for number in _NUMBER.findall(_DAY.sub(" ", report.sentence)):
        yield "number", number
    for quote in one.quotes:
        yield "quote", quote
    if report.frame:
        yield "frame", report.frame
    if act is not None:
        yield from _of_act(act)


def _of_act(act: Event) -> Iterator[tuple[str, str]]:
    yield "words", " ".join(act.evidence.text.split())
    if act.mode:
        yield "mode", act.mode
    for party in (p for inner in _walk(act) for p in (*inner.actor, *inner.recipient)):
        if party.code or party.name:  # "three people" are no party
            yield "party", _name(party)
        if party.person:
            yield "person", party.person
    if act.time is not None and (act.time.start or act.time.end):
        yield "time", act.time.start or act.time.end or ""
    if act.place is not None:
        yield "place", act.place.name
    for inner in act.about:
        yield "about", _short(inner)
    for name in ("dead", "injured", "size"):
        value = getattr(act.magnitude, name) if act.magnitude else None
        if value is not None:
            yield name, str(value)


def _short(act: Event) -> str:
    sides = [" + ".join(map(_name, side)) for side in (act.actor, act.recipient)]
    return " ".join(part for part in (sides[0], act.type, sides[1]) if part)


def _name(party: Party) -> str:
    return party.code or party.name or party.text


def voice(attribution: Sequence[Attribution]) -> str:
    """A chain of voices in one line, the outermost first; of an act that the outlet tells itself, ``the outlet itself``."""
    links = [_link(link) for link in attribution]
    return " > ".join(links) or ITSELF


def _link(link: Attribution) -> str:
    source = link.source
    name = _voice(source) if source else None
    if link.anonymous:
        return f"unnamed source of {name}" if name else "unnamed source"
    return name or link.hedge or link.medium or "a voice that is not named"


def _voice(source: Party) -> str:
    """A person, or a body with its state: ``Egypt (foreign ministry)``."""
    name = source.person or source.name or source.text
    role = source.role if source.person is None and source.role and source.role.lower() not in name.lower() else None
    return f"{name} ({role})" if role else name


# -- outlets -------------------------------------------------------------------------------------------------------------------------------


def _telling(outlet: str, own: Sequence[_Told], names: dict[str, str], aspects: Sequence[Aspect]) -> Telling:
    carried = [names.get(t.report.copy_of, t.report.copy_of) for t in own if t.report.copy_of]
    agencies = [agency for t in own for agency in t.report.agencies]
    told = {a.name: tuple(v.value for v in a.values if outlet in v.outlets) for a in aspects}
    lacks = {
        a.name: tuple(v.value for v in a.values if outlet not in v.outlets and v.value != ITSELF)
        for a in aspects
        if a.name in (*CONTENT, "voice") and not (a.name in _ONE and told[a.name])
    }
    return Telling(
        outlet=outlet,
        first=own[0].report.published,
        articles=tuple(dict.fromkeys(t.report.article for t in own if t.report.article)),
        reports=len(own),
        carries=tuple(dict.fromkeys(name for name in (*carried, *agencies) if name and name != outlet)),
        sentences=tuple(dict.fromkeys(" ".join(t.report.sentence.split()) for t in own)),
        told={name: values for name, values in told.items() if values},
        left_out={name: values for name, values in lacks.items() if values},
    )
