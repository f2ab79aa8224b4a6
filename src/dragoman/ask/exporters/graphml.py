"""GraphML: parties as nodes; what they did to each other, and what their relationships are called, as edges with counts.

A million events are a few ten thousand edges: DuckDB adds them up, so memory holds the edges of one export and never its events.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from dragoman.ask.exporters.column import Column
from dragoman.ask.exporters.dyads import codebook
from dragoman.ask.exporters.format import Format, Left
from dragoman.ask.filters import Filter
from dragoman.ask.rows import EVERYTHING
from dragoman.lake.serving import Serving

_KINDS = {"string": "string", "integer": "long", "number": "double"}
_NODE = (
    ("label", "string", "name of the party"),
    ("kind", "string", "state, organisation, group ... as the codebook has it; none for a party it does not know"),
)
_EDGE = (
    ("what", "string", "PLOVER type of the acts; `tie` for a relationship that has a name"),
    ("label", "string", "of a tie: what it is called"),
    ("events", "integer", "how many events, or mentions of a tie"),
    ("origins", "integer", "their independent origins added up; none for ties"),
    ("score", "number", "mean of PLOVER's score; none for ties"),
    ("confidence", "number", "mean confidence; none for ties"),
    ("first", "string", "first day"),
    ("last", "string", "last day"),
)
FIELDS: tuple[Column[Any], ...] = (
    *(Column(name=f"node {name}", means=means) for name, _, means in _NODE),
    Column(name="edge source, target", means="codes of the parties, else names; an edge without direction for meetings of equals and ties"),
    *(Column(name=f"edge {name}", means=means) for name, _, means in _EDGE),
)
_PAIRS = """
    select type as what, null as label, a, b, true as directed, origins, score, confidence, day, until
    from (select *, unnest(actors) as a from {rows}), unnest(recipients) as r(b)
    union all
    select type, null, x.a, y.b, false, origins, score, confidence, day, until
    from {rows}, unnest(actors) with ordinality as x(a, i), unnest(actors) with ordinality as y(b, j)
    where len(recipients) = 0 and i < j
"""
_TIES = """
    select 'tie', text, least(actors[1], actors[2]), greatest(actors[1], actors[2]), false, null, null, null, day, until
    from ties where len(actors) = 2 and {where}
"""
_SUM = """
    select what, label, if(directed, a, least(a, b)) as a, if(directed, b, greatest(a, b)) as b, directed,
        count(*), sum(origins)::bigint, round(avg(score), 3), round(avg(confidence), 3), min(day), max(until)
    from ({pairs}) group by all order by all
"""


def _write(record: Serving, chosen: Filter, out: BinaryIO) -> Left:
    condition, values = chosen.where()
    left: Left = Counter()
    undone = "status in ('negated', 'hypothetical', 'planned')"
    for status, n in record.ask(f"select status, count(*) from events where {condition} and {undone} group by 1", values):
        left[status] = n
    rows = f"(select * from events where {condition} and status in ('actual', 'background'))"
    pairs, given = _PAIRS.format(rows=rows), [*values, *values]
    if chosen == replace(EVERYTHING, party=chosen.party, sector=chosen.sector, since=chosen.since, until=chosen.until, outlet=chosen.outlet):
        where, values = chosen.where("ties")
        pairs += f" union all {_TIES.format(where=where)}"
        given += values
    edges = record.ask(_SUM.format(pairs=pairs), given)
    _document(edges, out)
    return left


def _document(edges: list[tuple[Any, ...]], out: BinaryIO) -> None:
    def line(text: str) -> None:
        out.write(f"{text}\n".encode())

    line('<?xml version="1.0" encoding="UTF-8"?>')
    line('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">')
    for where, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind, _ in keys:
            line(f'<key id="{where[0]}_{name}" for="{where}" attr.name="{name}" attr.type="{_KINDS[kind]}"/>')
    line('<graph id="dragoman" edgedefault="directed">')
    for party in sorted({p for e in edges for p in e[2:4]}):
        known = codebook().actors.get(party)
        line(f"<node id={_quoted(party)}>{_data('n', _NODE, (known.name if known else party, known.kind if known else None))}</node>")
    for n, (what, label, a, b, directed, *numbers) in enumerate(edges):
        ends = f'id="e{n}" source={_quoted(a)} target={_quoted(b)} directed="{str(directed).lower()}"'
        line(f"<edge {ends}>{_data('e', _EDGE, (what, label, *numbers))}</edge>")
    line("</graph></graphml>")


def _data(where: str, keys: tuple[tuple[str, str, str], ...], values: tuple[Any, ...]) -> str:
    found = ((name, value) for (name, _, _), value in zip(keys, values, strict=True) if value is not None)
    return "".join(f'<data key="{where}_{name}">{escape(_legal(str(value)))}</data>' for name, value in found)


def _quoted(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    """Without the control characters that XML 1.0 cannot hold."""
    return "".join(c for c in text if c >= " " or c in "\t\n")


GRAPHML = Format(
    name="graphml",
    suffix=".graphml",
    means="Parties as nodes; edges for each pair and type of act that was done, with counts, and for ties. What was not done is left out.",
    columns=FIELDS,
    write=_write,
)
