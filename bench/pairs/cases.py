"""The codebook's own cases as marked sentences: the second half of what the model of ``--pairs`` learns from, and what it is checked on.

A case tells the type and both codes; the coder tells which words those codes stand for. Status moves the type as in ``sentences.py``;
where PLOVER's conversion table of 2021 files a CAMEO code elsewhere than the contract does, the table's type is taken (see
docs/decisions/0006-pairs.md).
"""

import json
import sys
from pathlib import Path

from table import pair_type

from dragoman.code import Coder
from dragoman.code.cases import article_of, walk
from dragoman.codebook.load import cases
from dragoman.model import Event

_AHEAD = dict.fromkeys(("CONSULT", "SUPPORT", "CONCEDE", "RETREAT", "COOPERATE", "AID"), "AGREE") | dict.fromkeys(
    ("SANCTION", "COERCE", "MOBILIZE", "PROTEST", "ASSAULT"), "THREATEN"
)


def rows() -> list[dict[str, str]]:
    """``{marked, type, text}`` for every case that has both sides."""
    coder = Coder.load()
    listed = [c for c in cases() if "frame" in c and c["case"]["gives"] != "none"]
    out = []
    for start in range(0, len(listed), 200):
        part = listed[start : start + 200]
        for case, draft in zip(part, coder.drafts(article_of(c["case"]["text"]) for c in part), strict=True):
            text = case["case"]["text"]
            wants = case["case"]["gives"]
            for event in draft.events:
                # only acts that the case itself vouches for
                if not any(w.get("type") == event.type for w in (wants if isinstance(wants, list) else [wants])):
                    continue
                out += _marked(text, event, coder)
    return out


def _marked(text: str, event: Event, coder: Coder) -> list[dict[str, str]]:
    found = []
    for act in [*walk(event)][:1]:
        sides = [p for p in (*act.actor, *act.recipient) if p.start is not None and p.end is not None]
        if act.status in ("hypothetical", "negated") or len(sides) < 2:
            continue
        first, second = sides[0], (act.recipient or act.actor[1:])[0]
        if second.start is None or second.end is None or first.start is None or first.end is None:
            continue
        if first.start < second.end and second.start < first.end:
            continue
        kind = pair_type(act.type, act.cameo, coder.codebook)
        kind = _AHEAD.get(kind, kind) if act.status == "planned" else kind
        marks = sorted(
            [(first.start, "<s>"), (first.end, "</s>"), (second.start, "<t>"), (second.end, "</t>")], reverse=True
        )
        marked = text
        for at, mark in marks:
            marked = marked[:at] + mark + marked[at:]
        found.append(
            {
                "marked": marked,
                "type": {"CONCEDE": "YIELD", "RETREAT": "YIELD"}.get(kind, kind),
                "text": text,
                "frame": act.frame,
            }
        )
    return found


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("".join(json.dumps(r) + "\n" for r in rows()), encoding="utf-8")
