"""Stories of our own and what a careful reader would fold in them: loading, folding through the real ingest, scoring.

A member of a group is ``[article, words of its sentence, "TYPES status ACTOR code"]``: the report whose sentence holds the words, of one of
the types, and of the status and with the actor where they are told. A group is right pair by pair; a look-alike pair is right if both
are there and apart.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from dragoman.ask.questions import events
from dragoman.ingest import ingest
from dragoman.lake.serving import serving
from dragoman.model import FoldedEvent
from dragoman.record.record import derived
from dragoman.settings import Settings

FOLDER = Path(__file__).parent / "stories"
STATUSES = {"actual", "planned", "hypothetical", "negated", "background"}


@dataclass
class Tally:
    """Pairs that were folded right; ``coded`` counts the pairs of which the coder gave both reports."""

    linked: list[bool] = field(default_factory=list)
    apart: list[bool] = field(default_factory=list)
    coded: list[bool] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    @property
    def fold(self) -> float:
        return (share(self.linked) + share(self.apart)) / 2

    @property
    def fold_of_coded(self) -> float:
        """The same over the pairs that the coder gave at all: what folding itself is worth."""
        n = len(self.linked)
        linked, apart = (
            [ok for ok, there in zip(v, c, strict=True) if there]
            for v, c in ((self.linked, self.coded[:n]), (self.apart, self.coded[n:]))
        )
        return (share(linked) + share(apart)) / 2


def share(values: Sequence[bool]) -> float:
    return sum(values) / max(1, len(values))


def stories(half: str) -> list[dict[str, Any]]:
    every = (yaml.safe_load(p.read_text(encoding="utf-8")) | {"name": p.stem} for p in sorted(FOLDER.glob("*.yml")))
    return [s for s in every if s["half"] == half]


def fold(articles: Sequence[dict[str, Any]], folder: Path) -> list[FoldedEvent]:
    """The folded events of articles that go the whole road, in the order given."""
    for a in articles:
        (folder / a["name"]).write_text(
            json.dumps(a | {"published": str(a["published"]).replace(" ", "T")}), encoding="utf-8"
        )
    home = str(folder / "record")
    for _ in ingest([str(folder / a["name"]) for a in articles], home, Settings()):
        pass
    with serving(home, derived(home), None) as it:
        return list(events(it))


def score(story: dict[str, Any], folded: Sequence[FoldedEvent]) -> Tally:
    tally = Tally()
    seen = []
    for group in story["same"]:
        for a, b in combinations(group["members"], 2):
            x, y = _holding(a, folded), _holding(b, folded)
            ok = bool(x & y) and len(x | y) <= 2 and (len(x) == 1 or len(y) == 1)
            tally.linked.append(ok)
            seen.append(
                (
                    bool(x and y),
                    ok,
                    f"not linked ({group['label']}): {a[0]} «{a[1]}» {len(x)} ~ {b[0]} «{b[1]}» {len(y)}",
                )
            )
    for d in story["different"]:
        x, y = (_holding(m, folded) for m in d["pair"])
        ok = bool(x and y) and not x & y
        tally.apart.append(ok)
        seen.append(
            (
                bool(x and y),
                ok,
                f"{'merged' if x & y else 'not coded'} ({d['why']}): {[m[1] for m in d['pair']]} {len(x)} {len(y)}",
            )
        )
    tally.coded = [there for there, _, _ in seen]
    tally.misses = [f"{story['name']}: {words}" for _, ok, words in seen if not ok]
    return tally


def total(tallies: Sequence[Tally]) -> Tally:
    out = Tally()
    for t in tallies:
        n = len(t.linked)
        out.linked += t.linked
        out.apart += t.apart
        out.misses += t.misses
        out.coded[len(out.linked) - n : len(out.linked) - n] = t.coded[:n]
        out.coded += t.coded[n:]
    return out


def _holding(member: Sequence[str], folded: Sequence[FoldedEvent]) -> set[str]:
    """The events that hold this report."""
    name, words, kind = member[0], member[1], member[2].split()
    status = next((k for k in kind if k in STATUSES), None)
    actor = kind[kind.index("ACTOR") + 1] if "ACTOR" in kind else None
    return {
        e.id
        for e in folded
        for r in e.reports
        if r.input.rsplit("/", 1)[-1] == name and _flat(words) in _flat(r.sentence) and r.type in kind
        and (status is None or r.status == status) and (actor is None or actor in {p.code for p in e.actor})
    }  # fmt: skip


def _flat(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def told(halves: Sequence[str]) -> Iterator[tuple[str, Tally]]:
    """Each half's figure."""
    for half in halves:
        chosen = stories(half)
        with tempfile.TemporaryDirectory() as folder:
            folded = fold([a for s in chosen for a in s["articles"]], Path(folder))
        yield half, total([score(s, folded) for s in chosen])


if __name__ == "__main__":  # python tests/fold/story.py [seen] [blind] [--misses]
    halves = [a for a in sys.argv[1:] if a in ("seen", "blind", "later")] or ["seen", "later", "blind"]
    for half, tally in told(halves):
        n = len(tally.linked)
        print(
            f"{half}: linked {share(tally.linked):.3f} of {n}, apart {share(tally.apart):.3f} of {len(tally.apart)}: fold {tally.fold:.3f}; of coded {tally.fold_of_coded:.3f} ({sum(tally.coded)} of {len(tally.coded)})"
        )
        if "--misses" in sys.argv:
            print(*tally.misses, sep="\n")
