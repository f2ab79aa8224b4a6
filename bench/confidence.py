"""What confidence is worth: events by confidence against the share that the gold allows. Nothing here is trained; the bins are looked at.

    python bench/confidence.py GOLD.yaml [--date YYYY-MM-DD] [GOLD.yaml ...]

Right is what an ``expect`` entry lists (`must` or `may`), by type and sides; nested events are not asked. The articles are those that the gold names,
beside it. `gap` is the mean confidence of a bin less its share; ECE is the mean absolute gap, weighted by events (Naeini et al. 2015).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman import pipeline
from dragoman.code.evaluate import event_fits, read_gold
from dragoman.model import Readout
from dragoman.settings import Settings

EDGES = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


def judged(gold: Path, date: str | None) -> Iterator[tuple[float, bool, str]]:
    """(confidence, right, words) of every event in the gold's articles."""
    entries = read_gold(gold)
    names = dict.fromkeys(e["article"] for e in entries)
    results = pipeline.read([str(gold.parent / n) for n in names], Settings(date=date))
    by_file = {r.article.input.rsplit("/", 1)[-1]: r for r in results if isinstance(r, Readout)}
    for entry in entries:
        r = by_file.get(entry["article"])
        for event in r.events if r is not None else ():
            text = next(s.text for s in r.sentences if s.id == event.sentence)
            wants = [w for x in entry["expect"] if _flat(x["anchor"]) in _flat(text) for w in (*(x.get("must") or []), *(x.get("may") or []))]
            yield event.confidence, any(event_fits(event, w) for w in wants), f"{event.type} {event.frame} «{event.evidence.text[:70]}»"


def _flat(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def table(rows: Iterable[tuple[float, bool, str]]) -> str:
    """Bins, and the expected calibration error."""
    every = list(rows)
    lines, error = ["confidence     events  right  share  mean    gap"], 0.0
    for low, high in zip(EDGES, EDGES[1:], strict=False):
        inside = [(c, ok) for c, ok, _ in every if low <= c < high]
        if inside:
            share, mean = sum(ok for _, ok in inside) / len(inside), sum(c for c, _ in inside) / len(inside)
            error += abs(mean - share) * len(inside) / len(every)
            lines.append(f"{low:.2f} to {min(high, 1):.2f} {len(inside):9} {sum(ok for _, ok in inside):6} {share:6.2f} {mean:6.2f} {mean - share:+6.2f}")
    return "\n".join([*lines, f"ECE {error:.3f} over {len(every)} events"])


def main(words: list[str]) -> None:
    """Print the table of all gold files; with --misses also what was wrong, least certain first."""
    date = words[words.index("--date") + 1] if "--date" in words else None
    golds = [Path(w) for w in words if w.endswith((".yaml", ".yml"))]
    rows = [row for gold in golds for row in judged(gold, date)]
    print(table(rows))
    if "--misses" in words:
        print(*sorted(f"{c:.2f} {what}" for c, ok, what in rows if not ok), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
