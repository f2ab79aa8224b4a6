"""Folding what is new into what is there: only the groups that new, changed or gone claims touch are grown again, and theirs if they change.

``fold_in`` reads and writes a :class:`Memory`, which the record keeps on disk and tests keep in a dictionary. The events after any sequence of calls are those
of one call with all claims that are left (``tests/fold/test_laws.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dragoman.fold.claim import Claim
from dragoman.fold.cluster import Link, cluster
from dragoman.fold.compare import LINK, compare
from dragoman.fold.disputes import contradict
from dragoman.fold.judge import Verdicts, verdicts
from dragoman.fold.keys import keys, probes
from dragoman.fold.merge import event_id, merge
from dragoman.model import FoldedEvent, Judgement

OPPOSED = -1.0
# the score of a link between claims that contradict each other


class Memory(Protocol):
    """The claims and links that are known, and which event each claim is part of."""

    def candidates(self, found: Collection[tuple[int, int]]) -> set[str]:
        """Ids of the claims that stand under any of these keys."""

    def claims(self, ids: Collection[str]) -> dict[str, Claim]:
        """Claims by id; unknown ids are left out."""

    def claims_of(self, articles: Collection[str]) -> dict[str, Claim]:
        """All claims of some articles, by id."""

    def links(self, ids: Collection[str]) -> list[Link]:
        """The links that any of these claims stands in."""

    def events_of(self, ids: Collection[str]) -> dict[str, str]:
        """The event of each claim that is part of one."""

    def members(self, events: Collection[str]) -> dict[str, list[str]]:
        """The claims of events."""

    def add(
        self, claims: Sequence[Claim], found: Mapping[str, Collection[tuple[int, int]]], links: Sequence[Link]
    ) -> None:
        """Keep new claims with their keys, and new links."""

    def drop(self, found: Mapping[str, Collection[tuple[int, int]]]) -> None:
        """Forget claims, told with their keys, and their links."""

    def assign(self, events: Mapping[str, Collection[str]], gone: Collection[str]) -> None:
        """Say of which claims events consist, and which events are no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folding:
    """What changed."""

    events: tuple[FoldedEvent, ...]
    # new ones, and those with other reports or another reading than before
    retired: tuple[tuple[str, str | None], ...]
    # ids that are no event any more, with the event that most of its claims went to


def fold_in(
    memory: Memory,
    fresh: Sequence[Claim] = (),
    gone: Collection[str] = (),
    judgements: Sequence[Judgement] = (),
    touched: Collection[str] = (),
) -> Folding:
    """Fold new claims in, and those that are gone out.

    Args:
        memory: what is known; it is brought up to date.
        fresh: new claims. One that is known already is passed over.
        gone: ids of claims that hold no more.
        judgements: all that people judged.
        touched: claims that a new judgement is about.
    """
    left = _neighbours(memory, gone)
    before = set(memory.events_of(gone).values())
    memory.drop({i: keys(c) for i, c in memory.claims(gone).items()})
    fresh, _ = learn(memory, fresh)
    marked = memory.claims_of({m.article for j in judgements for m in (*j.marks, *j.others)}) if judgements else {}
    ruled = verdicts(judgements, marked)
    shaken = {*(c.id for c in fresh), *touched, *left} - (set(gone) - {c.id for c in fresh})
    before |= set(memory.events_of(shaken).values())
    return _regroup(memory, _region(memory, shaken, ruled), ruled, before)


def learn(memory: Memory, claims: Sequence[Claim]) -> tuple[list[Claim], list[Link]]:
    """Keep claims with their links without saying which events they make: for those that were folded before.

    Returns:
        The claims that were not known, and the links of these.
    """
    known = memory.claims([c.id for c in claims])
    fresh = [c for c in {c.id: c for c in claims}.values() if c.id not in known]
    own = {c.id: keys(c) for c in fresh}
    links = _links(memory, fresh, own)
    memory.add(fresh, own, links)
    return fresh, links


def _neighbours(memory: Memory, gone: Collection[str]) -> set[str]:
    """The claims that shared an event or a link with those that are gone."""
    events = set(memory.events_of(gone).values())
    mates = {i for ids in memory.members(events).values() for i in ids}
    return (mates | {i for a, b, _ in memory.links(gone) for i in (a, b)}) - set(gone)


def _links(memory: Memory, fresh: Sequence[Claim], own: Mapping[str, Collection[tuple[int, int]]]) -> list[Link]:
    """Links between the new claims and all that stand under what they ask for."""
    asked = {c.id: probes(c) for c in fresh}
    every = {k for found in asked.values() for k in found}
    near = memory.claims(memory.candidates(every) - asked.keys())
    by_key: dict[tuple[int, int], list[Claim]] = {}
    for claim in (*near.values(), *fresh):
        for k in every.intersection(own.get(claim.id) or keys(claim)):
            by_key.setdefault(k, []).append(claim)
    out: dict[tuple[str, str], float] = {}
    for claim in fresh:
        others = {c.id: c for k in asked[claim.id] for c in by_key.get(k, ()) if c.id != claim.id}
        for other in others.values():
            pair = (min(claim.id, other.id), max(claim.id, other.id))
            if pair not in out and (score := _score(claim, other)) is not None:
                out[pair] = score
    return [(a, b, score) for (a, b), score in out.items()]


def _score(a: Claim, b: Claim) -> float | None:
    found = compare(a, b)
    if found.score is not None and found.score >= LINK:
        return found.score
    return OPPOSED if contradict(a, b) else None


@dataclass(slots=True)
class _Region:
    """The claims that are grouped anew, with what is known of them."""

    seen: set[str] = field(default_factory=set)
    claims: dict[str, Claim] = field(default_factory=dict)
    # those of `seen` that people did not reject
    links: dict[tuple[str, str], float] = field(default_factory=dict)
    # all that any of them stands in
    former: dict[str, str] = field(default_factory=dict)
    # the event of each as it was
    changed: list[tuple[str, ...]] = field(default_factory=list)
    # the groups that are not what they were


def _region(memory: Memory, shaken: set[str], ruled: Verdicts) -> _Region:
    """The claims whose groups are not what they were, and all that bear on that.

    Whether two groups are put together depends on them alone (:mod:`~dragoman.fold.cluster`), and events are groups that were grown from the same links. So a
    group with the members that it had came about as it did before, and its links to others failed as they did before. Only the links of groups that
    changed lead further. This gives the groups that growing everything anew would give, while a run of look-alike acts between two states, which links
    may join over years, is not gone through for each new report.

    Args:
        memory: what is known.
        shaken: claims that are new, judged anew, or were linked to or grouped with some that are gone: their groups count as changed.
        ruled: what people judged.
    """
    region = _Region()
    edge = set(shaken)
    while edge:
        edge = _whole(memory, edge, ruled) - region.seen
        region.seen |= edge
        region.claims |= {i: c for i, c in memory.claims(edge).items() if i not in ruled.rejected}
        region.links |= {(a, b): score for a, b, score in memory.links(edge)}
        region.former |= memory.events_of(edge)
        groups = cluster(region.claims, [(a, b, s) for (a, b), s in region.links.items() if s >= LINK], ruled.rulings)
        region.changed = _changed(groups, region.former, shaken)
        moved = {i for ids in region.changed for i in ids}
        edge = {
            i for (a, b), s in region.links.items() if s >= LINK and (a in moved or b in moved) for i in (a, b)
        } - region.seen
    return region


def _whole(memory: Memory, ids: set[str], ruled: Verdicts) -> set[str]:
    """These claims with all of their events and all that people put together with any of them."""
    every, edge = set[str](), set(ids)
    while edge:
        every |= edge
        mates = {i for found in memory.members(set(memory.events_of(edge).values())).values() for i in found}
        bound = {i for together in ruled.rulings.together if edge.intersection(together) for i in together}
        edge = (mates | bound) - every
    return every


def _changed(groups: Sequence[tuple[str, ...]], former: Mapping[str, str], shaken: set[str]) -> list[tuple[str, ...]]:
    """The groups that are new, have other members than before, or one that is shaken."""
    size = Counter(former.values())
    out = []
    for ids in groups:
        events = {former.get(i) for i in ids}
        event = next(iter(events))
        if len(events) > 1 or event is None or size[event] != len(ids) or not shaken.isdisjoint(ids):
            out.append(ids)
    return out


def _regroup(memory: Memory, region: _Region, ruled: Verdicts, before: set[str]) -> Folding:
    moved = {i for ids in region.changed for i in ids}
    links = [(a, b, s) for (a, b), s in region.links.items() if s == OPPOSED and (a in moved or b in moved)]
    against = _against(memory, links, moved)
    former = {i: event for i, event in region.former.items() if i in moved}
    before = before | set(former.values())
    events = {event_id([region.claims[i] for i in ids]): ids for ids in region.changed}
    memory.assign(events, before - events.keys())
    made = [_event(region.claims, ids, links, against, ruled) for ids in events.values()]
    made += _others(memory, against, links, ruled, set(events))
    return Folding(events=tuple(made), retired=tuple(_retired(former, events, before)))


def _event(
    claims: Mapping[str, Claim],
    ids: Collection[str],
    links: Iterable[Link],
    against: Mapping[str, Claim],
    ruled: Verdicts,
) -> FoldedEvent:
    members = frozenset(ids)
    foes = {b if a in members else a for a, b, score in links if score == OPPOSED and (a in members) != (b in members)}
    opposite = [c for i in sorted(foes) if (c := claims.get(i) or against.get(i)) is not None]
    kind = next((ruled.types[i] for i in sorted(ids) if i in ruled.types), None)
    notes = dict.fromkeys(n for i in sorted(ids) for n in ruled.notes.get(i, ()))
    return merge([claims[i] for i in ids], against=opposite, type=kind, notes=tuple(notes))


def _against(memory: Memory, links: Iterable[Link], reached: set[str]) -> dict[str, Claim]:
    """Claims outside of what is regrouped that contradict one inside."""
    return memory.claims({i for a, b, score in links if score == OPPOSED for i in (a, b)} - reached)


def _others(
    memory: Memory, against: Mapping[str, Claim], links: Sequence[Link], ruled: Verdicts, done: set[str]
) -> list[FoldedEvent]:
    """The events of those, written anew: they are disputed by more reports than before."""
    out = []
    for event, ids in memory.members(set(memory.events_of(against).values()) - done).items():
        claims = memory.claims(ids)
        every = memory.links(ids)
        foes = memory.claims({i for a, b, score in every if score == OPPOSED for i in (a, b)} - set(ids))
        if claims and event not in done:
            out.append(_event(claims, ids, every, foes, ruled))
    return out


def _retired(
    former: Mapping[str, str], events: Mapping[str, Collection[str]], before: set[str]
) -> Iterable[tuple[str, str | None]]:
    now = {i: event for event, ids in events.items() for i in ids}
    for old in sorted(before - events.keys()):
        went = [now[i] for i, event in former.items() if event == old and i in now]
        yield old, max(sorted(set(went)), key=went.count) if went else None
