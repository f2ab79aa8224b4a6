"""Groups of claims: grown along their links, best first, as long as each group stays of one mind; what people ruled goes before all.

Kruskal's order (links by falling score, then by ids) makes the outcome a function of the set of claims and links alone. Two groups are put together
only if they are alike on the whole and not just where they touch: a claim that is silent on what was asked would otherwise chain a request for
ammunition to one for mediation (single linkage's fault; this is average linkage, Sokal and Michener 1958, over a sample).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.fold.claim import Claim
from dragoman.fold.compare import weigh
from dragoman.fold.stance import Stance, join, stance

Link = tuple[str, str, float]
# two ids of claims, the smaller one first, and their score
WHOLE = 1.0
# mean likeness from which two groups are one: well under LINK, for two paraphrases of one act may share no word
BARRED = -4.0
# what a pair counts that something bars
SAMPLE = 6
# claims of each group that speak for it, those first by id, which is a hash: so cost does not grow with groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What people judged of claims."""

    together: tuple[tuple[str, ...], ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
    # pairs of ids, the smaller one first


@dataclass(slots=True)
class _Group:
    members: list[str]
    stance: Stance
    # where people put together what contradicts itself, that of the first
    foes: set[str] = field(default_factory=set)
    ruled: bool = False
    # put together by people: it takes whatever one of its claims is linked to, for it may contradict itself


def cluster(claims: Mapping[str, Claim], links: Iterable[Link], rulings: Rulings = Rulings()) -> list[tuple[str, ...]]:
    """The groups of the claims, each sorted, by their first ids.

    Args:
        claims: by id; links to others are passed over.
        links: between them, of scores that link.
        rulings: of people.
    """
    groups = {i: _Group([i], stance(c)) for i, c in claims.items()}
    scores = {(a, b): score for a, b, score in links}
    alike = _Alike(claims, scores)
    for a, b in rulings.apart:
        if a in groups and b in groups:
            groups[a].foes.add(b)
            groups[b].foes.add(a)
    for ids in rulings.together:
        known = [i for i in ids if i in groups]
        for other in known[1:]:
            _unite(groups, known[0], other, None)
    for a, b in sorted(scores, key=lambda k: (-scores[k], k)):
        if a in groups and b in groups:
            _unite(groups, a, b, alike)
    unique = {id(g): tuple(sorted(g.members)) for g in groups.values()}
    return sorted(unique.values())


class _Alike:
    """Whether two groups are alike on the whole."""

    def __init__(self, claims: Mapping[str, Claim], scores: Mapping[tuple[str, str], float]) -> None:
        self._claims = claims
        self._scores = dict(scores)

    def __call__(self, x: _Group, y: _Group) -> bool:
        if len(x.members) == len(y.members) == 1:
            return True
        pairs = [(min(i, j), max(i, j)) for i in sorted(x.members)[:SAMPLE] for j in sorted(y.members)[:SAMPLE]]
        return sum(self._score(*pair) for pair in pairs) >= WHOLE * len(pairs)

    def _score(self, a: str, b: str) -> float:
        if (a, b) not in self._scores:
            score = weigh(self._claims[a], self._claims[b]).score
            self._scores[a, b] = BARRED if score is None else max(BARRED, score)
        return self._scores[a, b]


def _unite(groups: dict[str, _Group], a: str, b: str, alike: _Alike | None) -> None:
    """Put the groups of two claims together, if nothing speaks against it; without ``alike``, because people said so."""
    x, y = groups[a], groups[b]
    if x is y or x.foes.intersection(y.members):
        return
    joined = join(x.stance, y.stance)
    ruled = alike is None or x.ruled or y.ruled
    if not ruled and (joined is None or alike is None or not alike(x, y)):
        return
    group = _Group(x.members + y.members, joined or (y if y.ruled else x).stance, x.foes | y.foes, ruled)
    groups.update(dict.fromkeys(group.members, group))
