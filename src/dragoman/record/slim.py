"""A readout without its article: for those who may keep what they learned from a text, but not the text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dragoman.model import Readout
from dragoman.record.rows import Coding


def slim(readout: Readout, coding: Coding, keep: Collection[str] = ()) -> tuple[Readout, Coding]:
    """Take the article's words out, all but its title and the sentences that events, meetings, positions and ties rest on.

    Offsets and hashes stay, so that whoever has the text can check them. Statements keep who speaks, the cue and the spans; their content stays only
    within kept sentences. Quotes go where their sentence goes.

    Args:
        readout: of the article.
        coding: how it was made.
        keep: texts of further sentences to keep.
    """
    told = {e.sentence for e in readout.events} | {s for m in readout.meetings for s in m.sentences}
    told |= {p.sentence for p in readout.positions} | {t.sentence for t in readout.ties}
    kept = tuple(s for s in readout.sentences if s.id in told or s.text in keep)
    ids = {s.id for s in kept}
    words = " ".join(s.text for s in kept)
    article = replace(readout.article, text="", standfirst=None, captions=(), disclaimer=None, boilerplate=())
    return replace(
        readout,
        article=article,
        sentences=kept,
        statements=tuple(s if s.content in words else replace(s, content="") for s in readout.statements),
        quotes=tuple(q for q in readout.quotes if q.sentence in ids),
    ), replace(coding, with_text=False, sentence_hashes={i: h for i, h in coding.sentence_hashes.items() if i in ids})
