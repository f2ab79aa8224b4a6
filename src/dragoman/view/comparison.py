"""Tellings side by side, for the terminal and as flat rows."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from dragoman.ask.compare import Aspect, Comparison, Telling, different
from dragoman.view import words
from dragoman.view.answers import counted, rule
from dragoman.view.answers import disputed as dispute
from dragoman.view.terminal import indented, line_of, pairs, table

_NAMES = {
    "event": "Event",
    "type": "Type",
    "mode": "Mode",
    "status": "Status",
    "frame": "Rule",
    "words": "In the words",
    "voice": "According to",
    "evidence": "Evidence",
    "party": "Party",
    "person": "Person",
    "time": "Time",
    "place": "Place",
    "about": "About",
    "dead": "Dead",
    "injured": "Injured",
    "size": "Persons",
    "number": "Number",
    "quote": "Quote",
}


def rows(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """One row for every value and outlet, with whether the outlet tells it."""
    for aspect in comparison.aspects:
        for value in aspect.values:
            for telling in comparison.tellings:
                yield {"aspect": aspect.name, "value": value.value, "outlet": telling.outlet, "told": int(telling.outlet in value.outlets)}


def comparison(found: Comparison) -> RenderableType:
    """The events, what is told alike, what differently, and outlet by outlet what was left out."""
    return Group(*_parts(found))


def _parts(found: Comparison) -> Iterator[RenderableType]:
    for event in found.events:
        yield line_of(words.chain(event))
        yield indented(Text(words.line(words.circumstances(event), event.id), "dim"))
        for one in event.disputed:
            yield indented(dispute(one, event.reports))
    yield Text(_tally(found))
    unlike = different(found)
    alike = [a for a in found.aspects if a not in unlike and a.name != "event"]
    if alike and len(found.tellings) > 1:
        yield from _section("ALL TELL", [pairs([(_NAMES[a.name], "; ".join(_values(a, found))) for a in alike])])
    if unlike:
        yield from _section("NOT ALL TELL", [table(("", "", "Told by"), list(_differences(unlike, found)))])
    yield from _section("OUTLET BY OUTLET", _outlets(found))


def _tally(found: Comparison) -> str:
    origins = f", {counted(found.events[0].origins, 'origin')}" if len(found.events) == 1 else f" of {counted(len(found.events), 'event')}"
    reports = sum(t.reports for t in found.tellings)
    return f"{counted(len(found.tellings), 'outlet')}, {counted(reports, 'report')}{origins}"


def _section(heading: str, parts: Sequence[RenderableType]) -> Iterator[RenderableType]:
    yield Text()
    yield rule(heading)
    yield from parts


def _differences(aspects: Sequence[Aspect], found: Comparison) -> Iterator[tuple[str, str, str]]:
    for aspect in aspects:
        for i, (value, text) in enumerate(zip(aspect.values, _values(aspect, found), strict=True)):
            yield _NAMES[aspect.name] if i == 0 else "", text, ", ".join(value.outlets)


def _values(aspect: Aspect, found: Comparison) -> list[str]:
    return [_shown(aspect.name, value.value, found) for value in aspect.values]


def _shown(aspect: str, value: str, found: Comparison) -> str:
    """A value as a person reads it: an event by its chain, words in marks."""
    if aspect == "event":
        return next((str(words.chain(e)) for e in found.events if e.id == value), value)
    return f"«{value}»" if aspect in ("words", "quote") else value


def _outlets(found: Comparison) -> list[RenderableType]:
    return [part for i, telling in enumerate(found.tellings) for part in ([Text()] if i else []) + list(_outlet(telling, found))]


def _outlet(telling: Telling, found: Comparison) -> Iterator[RenderableType]:
    first = words.stamp(telling.first) if telling.first else "no date told"
    carries = f"carries {', '.join(telling.carries)}" if telling.carries else None
    yield Text.assemble((telling.outlet, "bold"), f" · {words.line(first, counted(telling.reports, 'report'), carries)}")
    for sentence in telling.sentences:
        yield indented(Text(sentence))
    for name, values in telling.left_out.items():
        shown = "; ".join(_shown(name, value, found) for value in values)
        yield indented(Text.assemble(("left out ", "yellow"), (f"{name}: {shown}", "dim")))
