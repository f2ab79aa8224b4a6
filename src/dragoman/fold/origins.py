"""Independent origins: reports that carry one agency's words, copy one another or cite the same outlet have one origin between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.fold.claim import Claim


def origins(claims: Sequence[Claim]) -> dict[str, str]:
    """The origin of each claim, by id: two claims have the same one if a chain of shared outlets, agencies or copied articles joins them.

    An article whose outlet is not known is an origin of its own.
    """
    root: dict[str, str] = {}
    for claim in claims:
        first, *others = _sources(claim)
        for other in others:
            _join(root, first, other)
        root.setdefault(first, first)
    return {c.id: _find(root, _sources(c)[0]) for c in claims}


def _sources(claim: Claim) -> list[str]:
    report = claim.report
    article = report.copy_of or report.article or claim.id
    named = [f"outlet {name}" for name in claim.origin]
    # copies and their original meet under the original's id, whatever outlets carry them
    return [*named, f"article {article}"]


def _find(root: dict[str, str], name: str) -> str:
    while root.get(name, name) != name:
        name = root[name]
    return name


def _join(root: dict[str, str], a: str, b: str) -> None:
    x, y = sorted((_find(root, a), _find(root, b)))
    root[x] = root[y] = x


def supported(held: Iterable[tuple[str, Claim]], origin: dict[str, str]) -> list[tuple[str, tuple[Claim, ...]]]:
    """Values with the claims that hold them: most origins first, then most claims, then by the value itself.

    Args:
        held: (value, claim) pairs.
        origin: as of :func:`origins`.
    """
    by_value: dict[str, list[Claim]] = {}
    for value, claim in held:
        by_value.setdefault(value, []).append(claim)
    rank = {v: (-len({origin[c.id] for c in cs}), -len(cs), v) for v, cs in by_value.items()}
    return [(v, tuple(by_value[v])) for v in sorted(by_value, key=rank.__getitem__)]
