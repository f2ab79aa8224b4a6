"""The register of export formats."""

from __future__ import annotations

from dragoman.ask.exporters.cameo import CAMEO
from dragoman.ask.exporters.flat import CSV, PARQUET
from dragoman.ask.exporters.format import Format
from dragoman.ask.exporters.gdelt import GDELT, GDELT1
from dragoman.ask.exporters.graphml import GRAPHML
from dragoman.ask.exporters.icews import ICEWS
from dragoman.ask.exporters.ics import ICS
from dragoman.ask.exporters.jsonl import JSONL
from dragoman.ask.exporters.plover import PLOVER
from dragoman.ask.exporters.polecat import POLECAT

FORMATS: tuple[Format, ...] = (JSONL, CSV, PARQUET, PLOVER, POLECAT, ICEWS, GDELT, GDELT1, CAMEO, GRAPHML, ICS)


def of(name: str) -> Format | None:
    """The format of a name."""
    return next((f for f in FORMATS if f.name == name), None)
