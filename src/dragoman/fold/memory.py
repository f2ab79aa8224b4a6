"""A memory in dictionaries: for tests, and for folding a handful of readouts without a record."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dragoman.fold.claim import Claim
from dragoman.fold.cluster import Link


class Dictionaries:
    """See :class:`~dragoman.fold.incremental.Memory`."""

    def __init__(self) -> None:
        self._claims: dict[str, Claim] = {}
        self._keys: dict[tuple[int, int], set[str]] = {}
        self._links: dict[str, dict[tuple[str, str], float]] = {}
        self._events: dict[str, str] = {}

    def candidates(self, found: Collection[tuple[int, int]]) -> set[str]:
        return {i for k in found for i in self._keys.get(k, ())}

    def claims(self, ids: Collection[str]) -> dict[str, Claim]:
        return {i: self._claims[i] for i in ids if i in self._claims}

    def claims_of(self, articles: Collection[str]) -> dict[str, Claim]:
        return {i: c for i, c in self._claims.items() if c.report.article in articles}

    def links(self, ids: Collection[str]) -> list[Link]:
        found = {pair: score for i in ids for pair, score in self._links.get(i, {}).items()}
        return [(a, b, score) for (a, b), score in found.items()]

    def events_of(self, ids: Collection[str]) -> dict[str, str]:
        return {i: self._events[i] for i in ids if i in self._events}

    def members(self, events: Collection[str]) -> dict[str, list[str]]:
        out: dict[str, list[str]] = {}
        for i, event in self._events.items():
            if event in events:
                out.setdefault(event, []).append(i)
        return out

    def add(
        self, claims: Sequence[Claim], found: Mapping[str, Collection[tuple[int, int]]], links: Sequence[Link]
    ) -> None:
        for claim in claims:
            self._claims[claim.id] = claim
            for k in found[claim.id]:
                self._keys.setdefault(k, set()).add(claim.id)
        for a, b, score in links:
            for i in (a, b):
                self._links.setdefault(i, {})[a, b] = score

    def drop(self, found: Mapping[str, Collection[tuple[int, int]]]) -> None:
        for i in found:
            self._claims.pop(i, None)
            self._events.pop(i, None)
            for a, b in self._links.pop(i, {}):
                self._links.get(b if a == i else a, {}).pop((a, b), None)
        for i, own in found.items():
            for k in own:
                self._keys[k].discard(i)

    def assign(self, events: Mapping[str, Collection[str]], gone: Collection[str]) -> None:
        lost = set(gone) | set(events)
        self._events = {i: e for i, e in self._events.items() if e not in lost}
        for event, ids in events.items():
            self._events.update(dict.fromkeys(ids, event))
