"""A readout as HTML: one self-contained fragment for notebooks and reports, everything from outside escaped.

Colours are inherited, so the fragment sits in a light or a dark page; it carries its few style rules and no script.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from dragoman.model import Attribution, Event, Grade, Readout, Statement
from dragoman.view import words

_STYLE = """<style>
.dragoman{font-family:sans-serif;max-width:60em;line-height:1.4;margin-bottom:2em}
.dragoman h3{margin:0}.dragoman h4{margin:1.2em 0 .4em;border-bottom:1px solid;opacity:.8}
.dragoman p{margin:.2em 0}.dragoman blockquote{margin:.2em 0 1em 1.5em;font-style:normal}
.dragoman ul{margin:.1em 0}.dragoman small{opacity:.75}.dragoman table{border-collapse:collapse}
.dragoman th,.dragoman td{text-align:left;vertical-align:top;padding:.2em 1em .2em 0}
.dragoman .party{font-weight:bold}.dragoman .role{font-style:italic}.dragoman .act{color:#0a7d8c;font-weight:bold}
</style>"""


def html(readout: Readout) -> str:
    """The whole readout as an HTML fragment."""
    sections = (
        ("Who asked what of whom", _events(readout)),
        ("Meetings", _meetings(readout)),
        ("Who said what", map(_statement, readout.statements)),
        ("Positions", _positions(readout)),
        ("Ties", _ties(readout)),
        ("Notes", _notes(readout)),
    )
    body = "\n".join(_section(title, list(parts)) for title, parts in sections)
    return f'<div class="dragoman">{_STYLE}\n{_head(readout)}\n{body}</div>'


def _section(title: str, parts: Sequence[str]) -> str:
    return f"<h4>{title}</h4>\n" + "\n".join(parts) if parts else ""


def _head(readout: Readout) -> str:
    article = readout.article
    standfirst = f"<p><em>{escape(article.standfirst)}</em></p>" if article.standfirst else ""
    source = f"<p><small>{escape(words.source_line(article))}</small></p>"
    return f"<h3>{escape(article.title or '(no title)')}</h3>{standfirst}{source}<p>{words.tally(readout)}</p>"


def _events(readout: Readout) -> Iterator[str]:
    for sentence, found in words.by_sentence(readout):
        yield "\n".join(_event(event) for event in found)
        runs = words.marked(readout, sentence, found)
        marked = "".join(f"<mark>{escape(run)}</mark>" if evidence else escape(run) for run, evidence in runs)
        yield f"<blockquote>{marked}</blockquote>"


def _event(event: Event) -> str:
    drawn = words.chain(event)
    details = f"<p><small>{escape(words.circumstances(event))}{_via(event.attribution)}</small></p>"
    return f"<p>{_pieces(drawn)}</p>{_branches(drawn.branches)}{details}"


def _pieces(drawn: words.Chain) -> str:
    return "".join(f'<span class="{piece.kind}">{escape(piece.text)}</span>' for piece in drawn.pieces)


def _branches(branches: Sequence[words.Chain]) -> str:
    items = "".join(f"<li>about {_pieces(branch)}{_branches(branch.branches)}</li>" for branch in branches)
    return f"<ul>{items}</ul>" if items else ""


def _via(attribution: Sequence[Attribution]) -> str:
    """The voices between reader and record, with the grade of their evidence and, on pointing, its reason."""
    voices = words.via(attribution)
    if not voices:
        return ""
    return f' · {escape(voices)} · <abbr title="{escape(Grade.of(attribution).why)}">{escape(words.grade(attribution) or "")}</abbr>'


def _statement(statement: Statement) -> str:
    speaker, manner = words.speech(statement)
    voice = f'<span class="party">{escape(speaker)}</span> <span class="role">{escape(manner)}</span>'
    via = f"<small>{_via(statement.attribution)}</small>"
    return f"<p>{voice}{via}</p><blockquote>{escape(statement.content)}</blockquote>"


def _meetings(readout: Readout) -> Iterator[str]:
    if readout.meetings:
        yield _table(words.MEETING, map(words.row, readout.meetings))


def _positions(readout: Readout) -> Iterator[str]:
    if readout.positions:
        yield _table(("Party", "On", "Holds"), ((words.full(p.party), p.issue, p.stance) for p in readout.positions))


def _ties(readout: Readout) -> Iterator[str]:
    for tie in readout.ties:
        a, b = (words.short(party) for party in tie.parties)
        pair = f'<span class="party">{escape(a)} &mdash; {escape(b)}</span>'
        yield f"<p>{pair} {escape(tie.label)} <small>({escape(tie.kind)})</small></p>"


def _notes(readout: Readout) -> Iterator[str]:
    for note in readout.notes:
        yield f"<p><small>{escape(f'{note.stage}, {note.kind}: {note.message}')}</small></p>"


def _table(columns: Iterable[str], rows: Iterable[Iterable[str | None]]) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell or '')}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"
