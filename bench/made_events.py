"""Folded events that nobody coded, with a fixed seed: for benches of asking."""

import random
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from dragoman.model import Evidence, FoldedEvent, Party, Place, Report, Time
from made_readouts import STATES, TYPES

FIRST = date(1995, 1, 1)
DAYS = 10_950
# thirty years


def made(count: int, seed: int = 7) -> Iterator[FoldedEvent]:
    """So many events, spread over thirty years, between states by Zipf's law, each told by one to five outlets."""
    dice = random.Random(seed)
    by = list(accumulate(1 / (i + 3) for i in range(len(STATES))))
    kinds, weights = list(TYPES), list(accumulate(w for w, *_ in TYPES.values()))

    def draw(things: list[str], up_to: list[float]) -> str:
        return things[bisect(up_to, dice.random() * up_to[-1])]

    for _ in range(count):
        a, b, kind = draw(STATES, by), draw(STATES, by), draw(kinds, weights)
        yield _event(dice, kind, a, b if b != a else "UN", FIRST + timedelta(days=dice.randrange(DAYS)))


def _party(code: str) -> Party:
    return Party(text=code, start=0, end=3, name=code, code=code, sector="GOV", role=None, person=None, basis="made")


def _event(dice: random.Random, kind: str, a: str, b: str, day: date) -> FoldedEvent:
    _, quad, score, cameo = TYPES[kind]
    id = f"{dice.getrandbits(64):016x}"
    words = f"{a} {kind.lower()} {b} over the matter of {dice.getrandbits(40):x} as {dice.getrandbits(40):x} was told in some words on {day}."
    outlets = tuple(f"Outlet {dice.randrange(200)}" for _ in range(dice.choice((1, 1, 1, 2, 3, 5))))
    reports = tuple(
        Report(
            article=f"{dice.getrandbits(64):016x}", input="x", outlet=outlet, published=str(day), sentence=words, start=0, end=20, type=kind, status="actual",
            attribution=(), event=f"{dice.getrandbits(64):016x}", frame="made", codebook="c", code="0",
        )
        for outlet in outlets
    )  # fmt: skip
    return FoldedEvent(
        id=id, sentence=words, type=kind, mode=None, contexts=("diplomatic",), actor=(_party(a),), recipient=(_party(b),), about=(), status="actual",
        time=Time(start=str(day), end=str(day), precision="day", text="that day"), place=Place(name="Somewhere", country=b, lat=1.0, lon=2.0), magnitude=None,
        attribution=(), evidence=Evidence(start=0, end=20, text=words[:20]), frame="made", cameo=cameo, quad_class=quad, score=score, confidence=0.9,
        reports=reports, outlets=outlets, origins=len(outlets), disputed=(),
    )  # fmt: skip
