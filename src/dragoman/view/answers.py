"""Answers of a record for the terminal, as rich renderables: events in blocks or one a line, statements, meetings, positions, ties, articles."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.ask.articles import Known
from dragoman.ask.events import Version
from dragoman.ask.rows import Told
from dragoman.ask.search import Found
from dragoman.model import Dispute, FoldedEvent, Meeting, Position, Report, Statement, Storyline, Tie
from dragoman.view import words
from dragoman.view.terminal import branches, indented, line_of, table

_ID = 8
# letters of an id in a table; `dragoman event` takes them
_MANY = 4
# outlets named before the rest is counted


def events(found: Sequence[FoldedEvent], *, colours: bool) -> RenderableType:
    """Events one under the other: the act, its circumstances, the sentence that tells it best, who reported it, what is disputed."""
    return Group(*_spaced([Group(*_event(event, colours)) for event in found]))


def _spaced(blocks: Sequence[RenderableType]) -> Iterator[RenderableType]:
    for i, block in enumerate(blocks):
        if i:
            yield Text()
        yield block


def _event(event: FoldedEvent, colours: bool) -> Iterator[RenderableType]:
    drawn = words.chain(event)
    yield line_of(drawn)
    yield from branches(drawn.branches, 2)
    yield indented(Text(words.circumstances(event), "dim"))
    if voices := words.via(event.attribution):
        yield indented(Text(voices, "magenta"))
    yield indented(sentence(event, colours))
    yield indented(Text.assemble((reported(event), "dim"), (f" · {event.id}", "dim")))
    for dispute in event.disputed:
        yield indented(disputed(dispute, event.reports))
    for note in event.notes:
        yield indented(Text(f"note: {note}", "yellow"))


def sentence(event: FoldedEvent, colours: bool) -> Text:
    """The sentence with its evidence marked."""
    whole, told = " ".join(event.sentence.split()), " ".join(event.evidence.text.split())
    before, found, after = whole.partition(told) if told else (whole, "", "")
    if not found:
        return Text(whole)
    return Text.assemble(before, (found if colours else f"*{found}*", "bold underline"), after)


def reported(event: FoldedEvent) -> str:
    """``3 reports, 2 origins: Meridian, Quayside Review``."""
    named = ", ".join(event.outlets[:_MANY]) + (
        f" and {len(event.outlets) - _MANY} more" if len(event.outlets) > _MANY else ""
    )
    return f"{counted(len(event.reports), 'report')}, {counted(event.origins, 'origin')}{f': {named}' if named else ''}"


def counted(n: int, what: str, many: str | None = None) -> str:
    """``1 report``, ``2,000 reports``."""
    return f"{n:,} {what if n == 1 else many or f'{what}s'}"


def disputed(dispute: Dispute, reports: Sequence[Report]) -> Text:
    """``disputed time: 2024-10-04 (Meridian), 2024-10-05 (Volga Monitor)``."""
    outlet = {r.event: r.outlet or "an outlet that is not named" for r in reports}
    held = [
        (v.value, dict.fromkeys(outlet.get(r, "another event's reports") for r in v.reports)) for v in dispute.values
    ]
    told = "; ".join(f"{value} ({', '.join(who)})" for value, who in held)
    return Text(f"disputed {dispute.field}: {told}", "red")


BRIEF = ("When", "Who did what to whom", "Where", "Origins", "Id")


def brief(found: Sequence[FoldedEvent], *, heading: str | None = None, scores: bool = False) -> RenderableType:
    """Events one a line, parties by their codes alone; a star marks what is disputed.

    Args:
        found: to show.
        heading: to stand above.
        scores: with PLOVER's score of each.
    """
    rows = [(*_brief(event)[:-2], *((f"{event.score:+.1f}",) if scores else ()), *_brief(event)[-2:]) for event in found]
    drawn = _narrow(table((*BRIEF[:-2], *(("Score",) if scores else ()), *BRIEF[-2:]), rows))
    return Group(Text(), rule(heading), drawn) if heading else drawn


def rule(heading: str) -> Rule:
    """A line under which something else begins."""
    return Rule(Text(heading, "bold"), align="left", characters="-", style="dim")


def _brief(event: FoldedEvent) -> tuple[str | None, ...]:
    act = "".join(piece.text for piece in words.chain(event).pieces if piece.kind != "role")
    status = "" if event.status == "actual" else f" ({event.status})"
    doubt = " *" if event.disputed else ""
    place = event.place.name if event.place else None
    return _day(event), f"{act}{status}{doubt}", place, f"{event.origins}", event.id[:_ID]


def _day(event: FoldedEvent) -> str:
    """A date as exact as it is known: ``2024-10-05``, ``2024-10``, ``2024``; ``told 2024-10-05`` where only the report is dated."""
    time = event.time
    if time is not None and (day := time.start or time.end):
        return f"~{day[:10]}" if time.precision == "approximate" else day[:10]
    published = min((r.published for r in event.reports if r.published), default="")
    return f"({published[:10]})" if published else ""


def statements(found: Sequence[Told[Statement]]) -> RenderableType:
    """Who said what, each with the outlet that told it."""
    return Group(*_spaced([Group(*_statement(told)) for told in found]))


def _statement(told: Told[Statement]) -> Iterator[RenderableType]:
    speaker, manner = words.speech(told.noun)
    yield Text.assemble((speaker, "bold"), " ", (manner, "cyan"))
    content = " ".join(told.noun.content.split())
    yield indented(Text(content or "(its words were not kept)", "" if content else "dim"))
    if voices := words.via(told.noun.attribution):
        yield indented(Text(voices, "magenta"))
    yield indented(Text(told_by(told), "dim"))


def told_by(told: Told[Statement] | Told[Meeting] | Told[Position] | Told[Tie]) -> str:
    """``Meridian · 2024-10-05 · 1f2e...``."""
    return words.line(told.outlet, words.stamp(told.published)[:10] if told.published else None, told.article)


def meetings(found: Sequence[Told[Meeting]]) -> RenderableType:
    """Who met, one under the other."""
    return Group(*_spaced([Group(*_meeting(told)) for told in found]))


def _meeting(told: Told[Meeting]) -> Iterator[RenderableType]:
    meeting = told.noun
    yield Text(words.sides(meeting.participants), "bold")
    yield indented(Text(words.line(words.when(meeting.time), words.where(meeting.place), words.form(meeting)), "cyan"))
    if upshot := words.upshot(meeting):
        yield indented(Text(upshot))
    yield indented(Text(told_by(told), "dim"))


def positions(found: Sequence[Told[Position]]) -> RenderableType:
    """Who holds what on what."""
    rows = [
        (told.day, words.full(told.noun.party), told.noun.issue, " ".join(told.noun.stance.split()), told.outlet)
        for told in found
    ]
    return table(("When", "Party", "On", "Holds", "Told by"), rows)


def ties(found: Sequence[Told[Tie]]) -> RenderableType:
    """Ties between two parties."""
    rows = [
        (" -- ".join(words.short(p) for p in told.noun.parties), told.noun.label, told.noun.kind, told.day, told.outlet)
        for told in found
    ]
    return table(("Between", "Tie", "Kind", "Told on", "Told by"), rows)


def storylines(found: Sequence[Storyline]) -> RenderableType:
    """Storylines one a line."""
    rows = [(line.since, line.until, line.name, str(len(line.events)), str(line.reports), line.id[:_ID]) for line in found]
    return table(("Since", "Until", "Storyline", "Events", "Reports", "Id"), rows)


def articles(found: Sequence[Known]) -> RenderableType:
    """Articles one a line."""
    return _narrow(table(("Published", "Outlet", "Title", "Id"), [(k.published and k.published[:10], k.outlet, k.title, k.id[:_ID]) for k in found]))


def _narrow(drawn: Table) -> Table:
    """With dates and ids in one piece."""
    for column in (drawn.columns[0], drawn.columns[-1]):
        column.no_wrap = True
    return drawn


def event(found: FoldedEvent, *, colours: bool) -> RenderableType:
    """Everything on one event: itself, then its reports."""
    return Group(
        *_event(found, colours),
        Text(),
        rule("REPORTS"),
        reports(found),
    )


def history(versions: Sequence[Version]) -> RenderableType:
    """How an event came to be what it is: each version with what it changed in the one before of the same id."""
    before: dict[str, FoldedEvent] = {}
    blocks = []
    for version in versions:
        blocks.append(Group(*_version(version, before.get(version.id))))
        if version.event is not None:
            before[version.id] = version.event
    return Group(*_spaced(blocks))


def _version(version: Version, before: FoldedEvent | None) -> Iterator[RenderableType]:
    yield Text.assemble((version.recorded_at.replace("T", " ").replace("000Z", " UTC"), "bold"), f" · {version.id}")
    if version.event is None:
        yield indented(Text(f"became part of {version.successor}" if version.successor else "is no more", "yellow"))
        return
    yield indented(line_of(words.chain(version.event)))
    yield indented(Text(words.line(words.circumstances(version.event), reported(version.event)), "dim"))
    if before is not None and (changed := changes(before, version.event)):
        yield indented(Text(f"changed: {', '.join(changed)}", "cyan"))


def changes(before: FoldedEvent, after: FoldedEvent) -> tuple[str, ...]:
    """The names of the fields that differ between two versions."""
    names = (f.name for f in fields(FoldedEvent) if f.name != "recorded_at")
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def hits(found: Sequence[Found], *, colours: bool) -> RenderableType:
    """Where words were found."""
    return Group(*_spaced([Group(*_hit(hit, colours)) for hit in found]))


def _hit(hit: Found, colours: bool) -> Iterator[RenderableType]:
    text, at = Text(), 0
    for start, end in hit.marks:
        text.append(hit.text[at:start])
        text.append(hit.text[start:end] if colours else f"*{hit.text[start:end]}*", "bold underline")
        at = end
    yield text + Text(hit.text[at:])
    title = hit.title if hit.kind != "title" else None
    yield indented(Text(words.line(hit.outlet, hit.published, title, "a statement" if hit.kind == "statement" else None, hit.article[:_ID]), "dim"))


def listed(heading: str, found: Sequence[Known]) -> RenderableType:
    """Articles one a line under a heading."""
    rows = [(words.stamp(k.recorded_at)[:16], k.outlet, k.published and k.published[:10], k.title, k.id[:_ID]) for k in found]
    return Group(Text(), rule(heading), _narrow(table(("Recorded", "Outlet", "Published", "Title", "Id"), rows)))


def provenance(known: Known, codebook: str | None, code: str, *, with_text: bool) -> RenderableType:
    """How an article came to be what it is here."""
    coded = f"codebook {codebook}" if codebook else "not coded"
    text = None if with_text else "its text was not kept"
    return Group(Text(), Text(words.line(f"article {known.id}", f"recorded {words.stamp(known.recorded_at)}", coded, f"dragoman {code}", text), "dim"))


def reports(event: FoldedEvent) -> RenderableType:
    """Every report of an event: who, when, in which words, at which place of the article, by which rule and versions."""
    return Group(*_spaced([Group(*_report(report)) for report in event.reports]))


def _report(report: Report) -> Iterator[RenderableType]:
    published = words.stamp(report.published) if report.published else "no date told"
    yield Text.assemble(
        (report.outlet or "(outlet not named)", "bold"), f" · {published}", (f" · {report.input}", "dim")
    )
    yield Padding.indent(Text(" ".join(report.sentence.split())), 4)
    if voices := words.via(report.attribution):
        yield indented(Text(voices, "magenta"))
    copied = f"carries the words of {report.copy_of}" if report.copy_of else None
    agencies = f"with {', '.join(report.agencies)}" if report.agencies else None
    yield indented(Text(words.line(report.type, report.status, agencies, copied), "dim"))
    place = f"characters {report.start} to {report.end}" if report.start is not None else "no place in a text"
    article = f"article {report.article}" if report.article else "an imported row"
    yield indented(Text(words.line(article, place, report.frame and f"frame {report.frame}"), "dim"))
    versions = words.line(
        report.codebook and f"codebook {report.codebook}",
        report.code and f"dragoman {report.code}",
        f"report {report.event}",
    )
    yield indented(Text(versions, "dim"))
