"""Groups of claims: grown along their links, best first, as long as each group stays of one mind; what people ruled goes before all.

Kruskal's order (links by falling score, then by ids) makes the outcome a function of the set of claims and links alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.fold.claim import Claim
from dragoman.fold.stance import Stance, join, stance

Link = tuple[str, str, float]
# two ids of claims, the smaller one first, and their score


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What people judged of claims."""

    together: tuple[tuple[str, ...], ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
    # pairs of ids, the smaller one first


@dataclass(slots=True)
class _Group:
    members: list[str]
    stance: Stance | None
    # None once people put together what contradicts itself: such a group takes everything that a link leads to, but for rulings
    foes: set[str] = field(default_factory=set)


def cluster(claims: Mapping[str, Claim], links: Iterable[Link], rulings: Rulings = Rulings()) -> list[tuple[str, ...]]:
    """The groups of the claims, each sorted, by their first ids.

    Args:
        claims: by id; links to others are passed over.
        links: between them, of scores that link.
        rulings: of people.
    """
    groups = {i: _Group([i], stance(c)) for i, c in claims.items()}
    for a, b in rulings.apart:
        if a in groups and b in groups:
            groups[a].foes.add(b)
            groups[b].foes.add(a)
    for ids in rulings.together:
        known = [i for i in ids if i in groups]
        for other in known[1:]:
            _unite(groups, known[0], other, forced=True)
    for a, b, _ in sorted(links, key=lambda k: (-k[2], k[0], k[1])):
        if a in groups and b in groups:
            _unite(groups, a, b)
    unique = {id(g): tuple(sorted(g.members)) for g in groups.values()}
    return sorted(unique.values())


def _unite(groups: dict[str, _Group], a: str, b: str, *, forced: bool = False) -> None:
    x, y = groups[a], groups[b]
    if x is y or x.foes.intersection(y.members):
        return
    joined = join(x.stance, y.stance) if x.stance and y.stance else None
    if joined is None and not forced:
        return
    group = _Group(x.members + y.members, joined, x.foes | y.foes)
    groups.update(dict.fromkeys(group.members, group))
