"""A readout for the terminal, as rich renderables.

Who asked what of whom comes first, each act as a chain with its sentence under it; then meetings, who said what,
positions, ties and notes. Without colours the evidence is marked by asterisks, so that a piped readout loses nothing.
"""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.model import Attribution, Event, Readout, Statement
from dragoman.view import words

_STYLES = {"party": "bold", "role": "italic", "act": "bold cyan", "status": "dim"}


def render(readout: Readout, *, colours: bool = True) -> RenderableType:
    """The whole readout.

    Args:
        readout: what to show.
        colours: False where styles are lost (a pipe, a file): evidence is then marked by asterisks.
    """
    return Group(*_parts(readout, colours))


def events(readout: Readout, *, colours: bool = True) -> RenderableType:
    """The acts alone, each with its sentence."""
    return Group(*_events(readout, colours))


def _parts(readout: Readout, colours: bool) -> Iterator[RenderableType]:
    yield from _head(readout)
    sections = (
        ("WHO ASKED WHAT OF WHOM", _events(readout, colours)),
        ("MEETINGS", _meetings(readout)),
        ("WHO SAID WHAT", _statements(readout)),
        ("POSITIONS", _positions(readout)),
        ("TIES", _ties(readout)),
        ("NOTES", _notes(readout)),
    )
    for title, section in sections:
        shown = list(section)
        if shown:
            yield Text()
            yield Rule(Text(title, "bold"), align="left", characters="-", style="dim")
            yield from shown


def _head(readout: Readout) -> Iterator[RenderableType]:
    article = readout.article
    yield Text(article.title or "(no title)", "bold")
    if article.standfirst:
        yield Padding(Text(article.standfirst, "italic"), (0, 0, 0, 2))
    yield Text(words.source_line(article), "dim")
    yield Text(words.tally(readout))


def _events(readout: Readout, colours: bool) -> Iterator[RenderableType]:
    for i, (sentence, found) in enumerate(words.by_sentence(readout)):
        if i:
            yield Text()
        for event in found:
            yield from _event(event)
        yield indented(_sentence(readout, sentence, found, colours))


def _event(event: Event) -> Iterator[RenderableType]:
    drawn = words.chain(event)
    yield line_of(drawn)
    yield from branches(drawn.branches, 2)
    yield indented(Text(words.circumstances(event), "dim"))
    yield from _via(event.attribution)


def line_of(drawn: words.Chain) -> Text:
    """A chain in its colours."""
    return Text.assemble(*((piece.text, _STYLES[piece.kind]) for piece in drawn.pieces))


def branches(hanging: Sequence[words.Chain], depth: int) -> Iterator[RenderableType]:
    """The acts that hang under a chain."""
    for branch in hanging:
        yield indented(Text("about ", "dim") + line_of(branch), depth)
        yield from branches(branch.branches, depth + 2)


def _sentence(readout: Readout, sentence: str, found: Sequence[Event], colours: bool) -> Text:
    text = Text()
    for run, evidence in words.marked(readout, sentence, found):
        text.append(f"*{run}*" if evidence and not colours else run, "bold underline" if evidence else "")
    return text


def _meetings(readout: Readout) -> Iterator[RenderableType]:
    if readout.meetings:
        yield table(words.MEETING, [words.row(meeting) for meeting in readout.meetings])


def _statements(readout: Readout) -> Iterator[RenderableType]:
    for statement in readout.statements:
        yield from _statement(statement)


def _statement(statement: Statement) -> Iterator[RenderableType]:
    speaker, manner = words.speech(statement)
    yield Text.assemble((speaker, "bold"), " ", (manner, "cyan"))
    yield indented(Text(" ".join(statement.content.split())))
    yield from _via(statement.attribution)


def _via(attribution: Sequence[Attribution]) -> Iterator[RenderableType]:
    """The voices between reader and record, with the grade of their evidence."""
    if voices := words.via(attribution):
        yield indented(Text.assemble((voices, "magenta"), (f" [{words.grade(attribution)}]", "dim")))


def _positions(readout: Readout) -> Iterator[RenderableType]:
    if readout.positions:
        rows = [(words.full(held.party), held.issue, held.stance) for held in readout.positions]
        yield table(("Party", "On", "Holds"), rows)


def _ties(readout: Readout) -> Iterator[RenderableType]:
    for tie in readout.ties:
        a, b = (words.short(party) for party in tie.parties)
        yield Text.assemble((f"{a} -- {b}", "bold"), f"  {tie.label} ", (f"({tie.kind})", "dim"))


def _notes(readout: Readout) -> Iterator[RenderableType]:
    for note in readout.notes:
        yield Text(f"{note.stage}, {note.kind}: {note.message}", "yellow")


def table(columns: Sequence[str], rows: Sequence[Sequence[str | None]]) -> Table:
    """Rows under a head, without lines; no row is wider than the screen."""
    drawn = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        # Text, because rich reads a str as markup, and square brackets are common in news
        drawn.add_row(*(Text(cell or "") for cell in row))
    return drawn


def pairs(rows: Sequence[tuple[str, str]]) -> Table:
    """Names with what they stand for, without a head."""
    drawn = table(("", ""), rows)
    drawn.show_header = False
    return drawn


def indented(text: Text, depth: int = 4) -> Padding:
    """Under what it belongs to."""
    return Padding.indent(text, depth)
