"""What the narrow gate lets through and what it costs: ``python bench/gate.py [GOLD folder]``.

- *kept*: share of the sentences of PolNeAR's development texts, and of their words, that are parsed for events alone.
- *events*: how many events ``events_only`` gives there, against the same with every sentence parsed; and how many of the same kind between the same
  codes in the same sentence.
- *pairs*: share of the sentences of both halves of ``pairs`` that pass, and share of those in which the coder finds an event.

All sentences are parsed once and once with the gate: a minute of one core.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dragoman.code import Coder
from dragoman.code.cases import article_of
from dragoman.model import Article, Readout
from dragoman.read import read_text

GOLD = Path(__file__).resolve().parent.parent.parent / "shared/gold"


def told(readouts: Iterable[Readout]) -> Counter[tuple[object, ...]]:
    """The events of some readouts: article, sentence, type, codes."""
    return Counter(
        (k, e.sentence, e.type, tuple(p.code for p in e.actor), tuple(p.code for p in e.recipient))
        for k, r in enumerate(readouts)
        for e in r.events
    )


def kept(coder: Coder, readouts: list[Readout]) -> list[list[bool]]:
    """Of each sentence of each readout whether it passes."""
    out = []
    for r in readouts:
        text = r.article.text
        hits = coder.names.find(text)
        inside = [tuple(h for h in hits if h.start >= s.start and h.end <= s.end) for s in r.sentences]
        out.append([coder.gate.acts(s.text, found) for s, found in zip(r.sentences, inside, strict=True)])
    return out


def measure(name: str, gated: Coder, every: Coder, articles: list[Article]) -> None:
    """Print the figures of one set."""
    full = list(every.code_many(articles))
    passed = kept(gated, full)
    sentences = [(s, ok) for r, oks in zip(full, passed, strict=True) for s, ok in zip(r.sentences, oks, strict=True)]
    words = sum(len(s.text.split()) for s, _ in sentences)
    share = sum(ok for _, ok in sentences) / len(sentences)
    of_words = sum(len(s.text.split()) for s, ok in sentences if ok) / words
    all_events, some = told(full), told(gated.code_many(articles))
    holding = [ok for r, oks in zip(full, passed, strict=True) for s, ok in zip(r.sentences, oks, strict=True) if any(e.sentence == s.id for e in r.events)]
    print(
        f"{name:12} {len(sentences):5} sentences: kept {share:.3f} of them, {of_words:.3f} of the words; "
        f"of {len(holding)} with an event {sum(holding) / len(holding):.3f}; "
        f"events {some.total()} of {all_events.total()}, the same {(some & all_events).total() / all_events.total():.3f}"
    )


def main() -> None:
    """Measure and print."""
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    gated, every = Coder.load(events_only=True), Coder.load(events_only=True, gated=False)
    texts = sorted((gold / "polnear/dev/text").glob("*.txt"))
    measure("polnear dev", gated, every, [read_text(p.read_text(encoding="utf-8")) for p in texts])
    for half in ("dev", "blind"):
        rows = (gold / f"pairs/{half}.jsonl").read_text(encoding="utf-8").splitlines()
        measure(f"pairs {half}", gated, every, [article_of(json.loads(row)["text"]) for row in rows])


if __name__ == "__main__":
    main()
