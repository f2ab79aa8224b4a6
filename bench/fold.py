"""What folding costs as a record grows: made-up claims with a few hot dyads, folded in batches; milliseconds of processor time a claim, and what came out.

python bench/fold.py [--claims 40000] [--index] [--days 365] [--profile]
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dragoman.fold.claim import Claim, claim_of
from dragoman.fold.incremental import fold_in
from dragoman.fold.memory import Dictionaries
from dragoman.model import Event, Evidence, Party, Report, Time
from dragoman.record.index import Index

TYPES = {
    "CONSULT": 30,
    "REQUEST": 12,
    "ACCUSE": 14,
    "AGREE": 10,
    "REJECT": 7,
    "SUPPORT": 8,
    "ASSAULT": 7,
    "SANCTION": 4,
    "THREATEN": 3,
    "AID": 3,
    "COERCE": 2,
}
BATCH = 180
# claims folded in one turn: some 60 articles
TELLINGS = 3
# reports of one event, on average


def claims(total: int, days: int, seed: int = 7) -> Iterator[Claim]:
    """Claims in the order of publication: events of dyads that follow Zipf's law, each told one to five times within three days."""
    rng = random.Random(seed)
    codes = [f"C{n:02d}" for n in range(60)]
    weights = [1 / (n + 1) for n in range(60)]
    words = [
        f"{a}{b}{c}"
        for a in ("bar", "tel", "mon", "ris", "gav")
        for b in ("an", "ol", "ik", "ur", "es")
        for c in ("dor", "mit", "pek", "sul", "tan", "vor")
    ]
    made: list[tuple[date, Claim]] = []
    start = date(2024, 1, 1)
    for n in range(total // TELLINGS + 1):
        day = start + timedelta(days=n * days * TELLINGS // total)
        kind = rng.choices(list(TYPES), list(TYPES.values()))[0]
        a, b = rng.choices(codes, weights, k=2)
        subject = rng.sample(words, 4)
        for t in range(rng.randint(1, 2 * TELLINGS - 1)):
            told = day + timedelta(days=rng.choice((0, 0, 1, 2)))
            made.append(
                (
                    told,
                    _claim(
                        f"{n}.{t}",
                        kind,
                        a,
                        b,
                        day if rng.random() < 0.5 else None,
                        told,
                        rng.sample(subject, 3) + rng.sample(words, 3),
                        rng,
                    ),
                )
            )
    made.sort(key=lambda m: m[0])
    return (c for _, c in made[:total])


def _claim(
    name: str, kind: str, a: str, b: str, day: date | None, told: date, words: list[str], rng: random.Random
) -> Claim:
    sentence = f"{a} did to {b} on {' '.join(words)}"
    when = Time(start=day.isoformat(), end=day.isoformat(), precision="day", text="") if day else None
    sides = [(_party(a),), (_party(b),)] if a != b and rng.random() < 0.85 else [(_party(a),), ()]
    event = Event(
        id=f"e{name}", sentence="s1", type=kind, mode=None, contexts=(), actor=sides[0], recipient=sides[1], about=(), status="actual", time=when, place=None,
        magnitude=None, attribution=(), evidence=Evidence(start=0, end=len(sentence), text=sentence), frame="f", cameo=None,
        quad_class=1, score=0.0, confidence=0.8,
    )  # fmt: skip
    outlet = f"outlet {rng.randint(1, 60)}"
    report = Report(
        article=f"a{name}", input=f"{name}.txt", outlet=outlet, published=told.isoformat(), sentence=sentence, start=0, end=1, type=kind, status="actual",
        attribution=(), event=event.id,
    )  # fmt: skip
    return claim_of(event, report, lead=True)


def _party(code: str) -> Party:
    return Party(
        text=code, start=None, end=None, name=code, code=code, sector="GOV", role=None, person=None, basis="made"
    )


def main() -> None:
    """Fold and say what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=40000)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--index", action="store_true", help="the memory on disk, as ingest uses it")
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    made = list(claims(given.claims, given.days))
    with tempfile.TemporaryDirectory() as folder:
        memory = Index(Path(folder) / "index.sqlite", Claim) if given.index else Dictionaries()
        profile = cProfile.Profile()
        if given.profile:
            profile.enable()
        sizes: Counter[str] = Counter()
        since, done = time.process_time(), 0
        for at in range(0, len(made), BATCH):
            batch = made[at : at + BATCH]
            if isinstance(memory, Index):
                with memory.turn():
                    folding = fold_in(memory, batch)
            else:
                folding = fold_in(memory, batch)
            done += len(batch)
            sizes.update({e.id: 1 for e in folding.events})
            if done % (given.claims // 8 // BATCH * BATCH) < BATCH:
                spent = (time.process_time() - since) / done * 1000
                print(
                    f"{at + len(batch):8d} claims {spent:.3f} ms, {len(folding.events) / len(batch):.2f} events written, a claim"
                )
                since, done = time.process_time(), 0
        if given.profile:
            profile.disable()
            pstats.Stats(profile).sort_stats("tottime").print_stats(22)
        events = memory.members(set(memory.events_of([c.id for c in made]).values()))
        right = Counter(
            tuple(sorted(Counter(i.split(".")[0] for i in ids).values(), reverse=True)) for ids in events.values()
        )
        mixed = sum(n for k, n in right.items() if len(k) > 1)
        print(
            f"{len(events)} events of {len({c.id.split('.')[0] for c in made})}; largest {max(map(len, events.values()))}; mixed {mixed}"
        )


if __name__ == "__main__":
    main()
