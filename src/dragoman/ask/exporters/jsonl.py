"""JSON Lines: each folded event whole, as `dragoman events --json` prints it."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import BinaryIO

from dragoman.ask.exporters.column import Column
from dragoman.ask.exporters.format import Format, Left
from dragoman.ask.exporters.walk import walk
from dragoman.ask.filters import Filter
from dragoman.lake.serving import Serving
from dragoman.model import FoldedEvent

_MEANS = {
    "id": "hash of what is claimed and where it was first told",
    "sentence": "the words of the sentence that tells it best",
    "type": "one of PLOVER's 16 types",
    "subtype": "a type of your own below it",
    "mode": "PLOVER mode",
    "contexts": "PLOVER contexts",
    "actor": "the parties that act, as in the readout",
    "recipient": "the parties acted on",
    "about": "the acts inside: what was asked, promised, threatened, refused",
    "status": "actual, planned, hypothetical, negated, background",
    "time": "when, as precisely as told",
    "place": "where",
    "magnitude": "persons dead, injured, taking part",
    "attribution": "the voices between the reader and the record",
    "evidence": "the words it rests on, with offsets in the article of the best report",
    "frame": "the rule that fired",
    "cameo": "CAMEO code",
    "quad_class": "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    "score": "PLOVER's score of type and mode, -10 to 10",
    "confidence": "0 to 1",
    "reports": "every article's telling of it: article, input, outlet, published, sentence, offsets, type, status, attribution, frame, versions",
    "outlets": "who told it",
    "origins": "independent origins among them",
    "disputed": "fields on which reports contradict each other, with who says what",
    "recorded_at": "when this version was written, UTC",
    "notes": "what people noted on it",
}


FIELDS: tuple[Column[FoldedEvent], ...] = tuple(Column(name=f.name, means=_MEANS[f.name]) for f in fields(FoldedEvent))


def _write(record: Serving, chosen: Filter, out: BinaryIO) -> Left:
    for (payload,) in walk(record, chosen):
        out.write(payload.encode() + b"\n")
    return Counter()


JSONL = Format(
    name="jsonl",
    suffix=".jsonl",
    means="One JSON object a line: every folded event with all that is known of it. The only format that leaves nothing out.",
    columns=FIELDS,
    write=_write,
)
