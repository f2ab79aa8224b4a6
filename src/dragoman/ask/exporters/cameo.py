"""A plain table of dyads with CAMEO codes."""

from __future__ import annotations

from dragoman.ask.exporters.column import Column
from dragoman.ask.exporters.dyads import Dyad, name_of
from dragoman.ask.exporters.format import Format, table

COLUMNS: tuple[Column[Dyad], ...] = (
    Column(name="id", means="id of the event, with the number of the pair where it has several", read=lambda d: d.id),
    Column(name="date", means="first day, ISO 8601", read=lambda d: d.act.first),
    Column(name="enddate", means="last day", read=lambda d: d.act.last),
    Column(name="source", means="code of the one who acts, else the name", read=lambda d: d.actor and (d.actor.code or name_of(d.actor))),
    Column(name="source_sector", means="PLOVER sector", read=lambda d: d.actor and d.actor.sector),
    Column(name="target", means="code of the one acted on, else the name", read=lambda d: d.recipient and (d.recipient.code or name_of(d.recipient))),
    Column(name="target_sector", means="PLOVER sector", read=lambda d: d.recipient and d.recipient.sector),
    Column(name="cameo", means="CAMEO code", read=lambda d: d.act.cameo),
    Column(name="root", means="its first two digits", read=lambda d: (d.act.cameo or "")[:2]),
    Column(name="plover", means="PLOVER type", read=lambda d: d.act.type),
    Column(name="quad_class", means="1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", read=lambda d: d.act.quad_class),
    Column(name="score", means="PLOVER's score of type and mode, -10 to 10", read=lambda d: d.act.score),
    Column(name="origins", means="independent origins among the reports", read=lambda d: d.act.event.origins),
    Column(name="confidence", means="0 to 1", read=lambda d: d.act.event.confidence),
)
CAMEO = Format(name="cameo", suffix=".tsv", means="A plain tab-separated table of dyads.", columns=COLUMNS, write=table(COLUMNS))
