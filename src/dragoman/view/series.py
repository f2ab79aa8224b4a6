"""A timeline for the terminal: a line of blocks for each direction, and a row for each period in which something happened."""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.ask.timeline import Point, Side, Timeline, per_thousand
from dragoman.view.answers import counted
from dragoman.view.terminal import table

_BLOCKS = "▁▂▃▄▅▆▇█"
_NOTHING = "_"
# read, and nothing of the kind told
_UNREAD = "·"
# nothing was read
_WIDEST = 60
# signs of a line of blocks; a longer series is joined from several periods each
Row = dict[str, object]


def rows(series: Timeline) -> Iterator[Row]:
    """The series as flat rows; ``per_1000`` is empty where nothing was read."""
    for point in series.points:
        sides = (("forth", point.forth), ("back", point.back), ("both", point.both))
        row: Row = {"start": point.start, "end": point.end, "read": point.read, "events": point.events, "per_1000": _rate(point.events, point.read)}
        for name, side in sides:
            score = None if side.score is None else round(side.score, 2)
            row |= {name: side.events, f"{name}_score": score, f"{name}_per_1000": _rate(side.events, point.read)}
        yield row | {"vague": point.vague}


def _rate(events: int, read: int) -> float | None:
    rate = per_thousand(events, read)
    return None if rate is None else round(rate, 2)


def timeline(series: Timeline, *, normalised: bool = False) -> RenderableType:
    """The whole: what it is of, the lines, the table.

    Args:
        series: at least one point.
        normalised: rates for every 1,000 articles read instead of counts.
    """
    return Group(_head(series, normalised), Text(), *_lines(series, normalised), Text(), _table(series, normalised))


def _head(series: Timeline, normalised: bool) -> Text:
    who = f"{series.a} and {series.b}" if series.b else series.a
    told = sum(p.events for p in series.points)
    read = sum(p.read for p in series.points)
    span = f"{series.points[0].start} to {series.points[-1].end}"
    rate = ", for every 1,000 articles read" if normalised else ""
    return Text.assemble((who, "bold"), f" by {series.by}{rate}, {span}: {counted(told, 'event')}, {counted(read, 'article')} read")


def directions(series: Timeline) -> list[tuple[str, Callable[[Point], Side]]]:
    """``(name, how to read it off a point)`` of those that have any events."""
    names = (f"{series.a} -> {series.b}", f"{series.b} -> {series.a}", f"{series.a} + {series.b}") if series.b else (f"{series.a} ->", f"-> {series.a}", "")
    read = (attrgetter("forth"), attrgetter("back"), attrgetter("both"))
    return [(name, side) for name, side in zip(names, read, strict=True) if name and any(side(p).events for p in series.points)]


def _lines(series: Timeline, normalised: bool) -> Iterator[Text]:
    shown = directions(series)
    width = max((len(name) for name, _ in shown), default=0)
    for name, side in shown:
        sides = [side(p) for p in series.points]
        told = sum(s.events for s in sides)
        score = sum((s.score or 0.0) * s.events for s in sides) / told
        line = sparkline([(s.events, p.read) for s, p in zip(sides, series.points, strict=True)], normalised=normalised)
        yield Text.assemble((f"{name:<{width}}  ", "bold"), (line, "cyan"), f"  {counted(told, 'event')}, mean score {score:+.1f}")
    yield Text(f"{'':<{width}}  {_UNREAD} nothing read   {_NOTHING} read, and nothing told", "dim")


def sparkline(cells: Sequence[tuple[int, int]], *, normalised: bool = False) -> str:
    """Counts or rates as blocks of eight heights; no more than ``_WIDEST`` of them.

    Args:
        cells: ``(events, articles read)`` of each period.
        normalised: events for every 1,000 read.
    """
    size = -(-len(cells) // _WIDEST)
    joined = [_joined(cells[i : i + size]) for i in range(0, len(cells), size)]
    heights = [per_thousand(n, read) or 0.0 if normalised else float(n) for n, read in joined]
    most = max(heights, default=0.0)
    return "".join(_sign(height, most, *cell) for height, cell in zip(heights, joined, strict=True))


def _joined(cells: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(n for n, _ in cells), sum(read for _, read in cells)


def _sign(height: float, most: float, events: int, read: int) -> str:
    if height > 0:
        return _BLOCKS[min(len(_BLOCKS) - 1, int(height / most * len(_BLOCKS)))]
    return "?" if events else _NOTHING if read else _UNREAD


def _table(series: Timeline, normalised: bool) -> Table:
    """Periods with events; those between are one row as long as nothing was read in them, or something."""
    shown = directions(series)
    heads = [head for name, _ in shown for head in (name, "Score")]
    drawn = table((_PERIOD[series.by], "Read", *heads), list(_rows(series, [side for _, side in shown], normalised)))
    for column in drawn.columns[1:]:
        column.justify = "right"
    return drawn


_PERIOD = {"day": "Day", "week": "Week of", "month": "Month", "year": "Year"}


def _rows(series: Timeline, sides: Sequence[Callable[[Point], Side]], normalised: bool) -> Iterator[tuple[str, ...]]:
    empty: list[Point] = []
    for point in series.points:
        if not point.events:
            if empty and bool(empty[-1].read) is not bool(point.read):
                yield from _gap(empty, series.by, len(sides))
                empty = []
            empty.append(point)
            continue
        yield from _gap(empty, series.by, len(sides))
        empty = []
        cells = [cell for side in sides for cell in _cells(side(point), point.read, normalised)]
        yield (name(point.start, series.by), _count(point.read), *cells)
    yield from _gap(empty, series.by, len(sides))


def _gap(points: Sequence[Point], by: str, sides: int) -> Iterator[tuple[str, ...]]:
    if points:
        first, last = name(points[0].start, by), name(points[-1].start, by)
        read = sum(p.read for p in points)
        yield (first if first == last else f"{first} .. {last}", _count(read), *("" if not read else "0", "") * sides)


def _count(read: int) -> str:
    return f"{read:,}" if read else "nothing"


def _cells(side: Side, read: int, normalised: bool) -> tuple[str, str]:
    score = "" if side.score is None else f"{side.score:+.1f}"
    if not normalised:
        return f"{side.events}", score
    rate = per_thousand(side.events, read)
    return ("?" if side.events else "") if rate is None else f"{rate:,.1f}", score


def name(start: str, by: str) -> str:
    """A period by its first day, no longer than it needs to be: ``2024-10``, ``2024``."""
    return start[: {"month": 7, "year": 4}.get(by, 10)]
