"""A record in figures, for the terminal."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from dragoman.ask.about import About, Coded
from dragoman.view import words
from dragoman.view.answers import counted
from dragoman.view.terminal import pairs

_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def about(found: About) -> RenderableType:
    """What is in a record."""
    span = f", {words.stamp(found.recorded[0])} to {words.stamp(found.recorded[1])}" if found.recorded else ""
    head = Text.assemble((found.home, "bold"), f"  {counted(found.commits, 'commit')}{span}")
    return Group(head, Text(), pairs([(name, value) for name, value in _lines(found) if value]))


def _lines(found: About) -> list[tuple[str, str]]:
    published = f"{found.published[0]} to {found.published[1]}, {counted(found.days, 'day')} with articles" if found.published else "no days told"
    other = (counted(found.copies, "copy", "copies"), counted(found.former, "former version"), f"{found.removed:,} taken out")
    told = (f"told {found.tellings:,} times", f"{found.confirmed:,} of two or more origins", f"{found.disputed:,} disputed")
    kept = ((found.statements, "statement"), (found.meetings, "meeting"), (found.positions, "position"), (found.ties, "tie"), (found.judgements, "judgement"))
    more = found.outlets_in_all - len(found.outlets)
    return [
        ("Articles", f"{found.articles:,} ({', '.join(other)})"),
        ("Published", published),
        ("Outlets", _ranks(found.outlets) + (f", {more:,} more" if more else "")),
        ("Events", f"{found.events:,} ({', '.join(told)})"),
        ("By type", _ranks(found.types)),
        ("By status", _ranks(found.statuses)),
        ("Parties", _ranks(found.parties)),
        ("Also", ", ".join(counted(n, what) for n, what in kept)),
        ("Coded with", "\n".join(map(_coding, found.coded))),
        ("On disk", f"{size(found.bytes_of_ledger)}, and {size(found.bytes_derived)} that can be built again"),
    ]


def _coding(coded: Coded) -> str:
    return f"codebook {coded.codebook}, dragoman {coded.code}: {counted(coded.articles, 'article')}, {coded.first[:10]} to {coded.last[:10]}"


def _ranks(ranks: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {n:,}" for name, n in ranks)


def size(n: int) -> str:
    """``1.2 MB``: bytes in decimal units."""
    value, unit = float(n), 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.1f} {_UNITS[unit]}" if unit else f"{n} bytes"
