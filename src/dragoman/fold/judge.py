"""Judgements of people applied to claims: what they put together, part, call otherwise or throw out. A withdrawn one counts no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from dragoman.fold.claim import Claim
from dragoman.fold.cluster import Rulings
from dragoman.model import Judgement, Mark

ACTIONS = ("merge", "split", "retype", "reject", "note", "withdraw")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """The judgements that hold, by what they do to claims."""

    rulings: Rulings
    types: Mapping[str, str]
    # claim -> type, later judgements over earlier ones
    rejected: frozenset[str]
    notes: Mapping[str, tuple[str, ...]]


def holding(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that were not withdrawn, in the order of their time."""
    every = sorted(judgements, key=lambda j: (j.at, j.id))
    gone = {j.value for j in every if j.action == "withdraw"}
    return tuple(j for j in every if j.action != "withdraw" and j.id not in gone)


def verdicts(judgements: Iterable[Judgement], claims: Mapping[str, Claim]) -> Verdicts:
    """What the judgements say of these claims.

    A mark means the claim of its id; where the article was coded anew and has no such claim, the one of its type, else of any, whose evidence
    overlaps its own most.
    """
    finder = _Finder(claims)
    together: list[tuple[str, ...]] = []
    apart: set[tuple[str, str]] = set()
    types: dict[str, str] = {}
    rejected: set[str] = set()
    notes: dict[str, tuple[str, ...]] = {}
    for j in holding(judgements):
        ids = finder.find(j.marks)
        if j.action == "merge":
            together.append(ids)
        elif j.action == "split":
            apart |= {(min(pair), max(pair)) for pair in product(ids, finder.find(j.others))}
        elif j.action == "retype" and j.value:
            types.update(dict.fromkeys(ids, j.value))
        elif j.action == "reject":
            rejected.update(ids)
        elif j.action == "note" and j.value:
            notes |= {i: (*notes.get(i, ()), f"{j.value} ({j.by})") for i in ids}
    return Verdicts(
        rulings=Rulings(together=tuple(together), apart=frozenset(apart)),
        types=types,
        rejected=frozenset(rejected),
        notes=notes,
    )


class _Finder:
    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self._claims = claims
        self._of_article: dict[str, list[Claim]] = {}
        for claim in claims.values():
            self._of_article.setdefault(claim.report.article or "", []).append(claim)

    def find(self, marks: Iterable[Mark]) -> tuple[str, ...]:
        found = (m.event if m.event in self._claims else self._nearest(m) for m in marks)
        return tuple(dict.fromkeys(i for i in found if i is not None))

    def _nearest(self, mark: Mark) -> str | None:
        near = [(_overlap(c, mark), c.event.type == mark.type, c.id) for c in self._of_article.get(mark.article, ())]
        best = max(near, key=lambda n: (n[1], n[0], n[2]), default=None)
        return best[2] if best and best[0] > 0 else None


def _overlap(claim: Claim, mark: Mark) -> int:
    start, end = claim.report.start, claim.report.end
    return 0 if start is None or end is None else min(end, mark.end) - max(start, mark.start)
