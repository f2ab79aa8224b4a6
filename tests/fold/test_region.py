"""A run of look-alike acts over many days: growing anew only what changes gives the groups that growing everything gives, and does not go through all of it."""

import random
from datetime import date, timedelta

import pytest

from dragoman.fold.claim import Claim, claim_of
from dragoman.fold.compare import compare
from dragoman.fold.incremental import fold_in
from dragoman.fold.memory import Dictionaries
from dragoman.model import Report, Time
from made import event, evidence, party

WORDS = "grain convoy harbour truce border envoy sanction prisoner pipeline corridor ceasefire tariff embassy visa summit accord".split()
TYPES = ("CONSULT", "CONSULT", "AGREE", "REJECT", "REQUEST", "SANCTION")
DAY = date(2024, 1, 1)


def told(dice: random.Random, n: int) -> Claim:
    """A claim of one of few acts of two states, on one of 60 days, the day told or not."""
    day = DAY + timedelta(days=dice.randrange(60))
    kind, text = dice.choice(TYPES), " ".join(dice.sample(WORDS, 5))
    sides = [party("Cairo", "EGY", sector="GOV"), party("Rome", "ITA", sector="GOV")]
    dice.shuffle(sides)
    time = Time(start=str(day), end=str(day), precision="day", text="") if dice.random() < 0.5 else None
    act = event(
        kind, (sides[0],), (sides[1],), id=f"{dice.randrange(10**9):09}", evidence=evidence(text, text), time=time
    )
    report = Report(
        article=f"a{n}", input="", outlet=f"Outlet {dice.randrange(9)}", published=str(day + timedelta(days=dice.randrange(3))), sentence=text, start=0,
        end=len(text), type=kind, status="actual", attribution=(), event=act.id,
    )  # fmt: skip
    return claim_of(act, report)


def test_types_that_are_taken_for_each_other_compare_alike_both_ways():
    dice = random.Random(3)
    claims = [told(dice, n) for n in range(80)]
    assert all(compare(a, b) == compare(b, a) for a in claims for b in claims)


class Counting(Dictionaries):
    """Counts the claims that are read."""

    read = 0

    def claims(self, ids):
        self.read += len(ids)
        return super().claims(ids)


def held(memory, calls):
    events = {}
    for batch, gone in calls:
        folding = fold_in(memory, batch, gone)
        for old, _ in folding.retired:
            events.pop(old, None)
        events |= {e.id: e for e in folding.events}
    return events


@pytest.mark.parametrize("seed", range(12))
def test_growing_what_changes_is_growing_everything(seed):
    dice = random.Random(seed)
    claims = [told(dice, n) for n in range(160)]
    calls, rest, here = [], list(claims), []
    while rest:
        batch, rest = rest[: (size := dice.randint(1, 12))], rest[size:]
        gone = [c.id for c in here if dice.random() < 0.02]
        here = [c for c in (*here, *batch) if c.id not in gone]
        calls.append((batch, gone))
    assert held(Dictionaries(), calls) == held(Dictionaries(), [(here, ())])


def test_a_new_report_does_not_go_through_all_that_its_parties_ever_did():
    dice = random.Random(1)
    memory = Counting()
    fold_in(memory, [told(dice, n) for n in range(400)])
    linked = {i for pair in memory._links.values() for a, b in pair for i in (a, b)}
    assert len(linked) > 300
    memory.read = 0
    fold_in(memory, [told(dice, 401)])
    assert memory.read < 300
