"""Contradictions between the reports of one event: kept, with who says what, not settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from dragoman.engine.words import likeness
from dragoman.fold.claim import Claim
from dragoman.fold.days import iso
from dragoman.fold.origins import supported
from dragoman.model import Dispute, Held

_SETTLED = frozenset({"actual", "background"})
OPPOSITE = {"AGREE": "REJECT", "CONCEDE": "REJECT", "SUPPORT": "REJECT", "REJECT": "AGREE"}
# what one outlet may call a yes and another a no
ALIKE = 0.5
# of the content words of the shorter telling, in the other's sentence


def disputes(claims: Sequence[Claim], origin: Mapping[str, str]) -> tuple[Dispute, ...]:
    """The fields on which the claims of one event contradict each other, each value with its reports."""
    fields: tuple[tuple[str, Callable[[Claim], str | None]], ...] = (
        ("time", _day),
        ("place", _place),
        ("status", _truth),
        ("dead", lambda c: _number(c, "dead")),
        ("injured", lambda c: _number(c, "injured")),
        ("size", lambda c: _number(c, "size")),
    )
    found = [
        _dispute(name, ((v, c) for c in claims if (v := read(c)) is not None), dict(origin)) for name, read in fields
    ]
    return tuple(d for d in (*found, *_sides(claims, dict(origin))) if d is not None)


def opposed(own: Sequence[Claim], others: Sequence[Claim]) -> tuple[Dispute, ...]:
    """Where other reports tell the opposite of the same act: agreed or refused, and who asked whom.

    Args:
        own: the claims of the event.
        others: claims that contradict one of them (:func:`contradict`).
    """
    answers = [c for c in others if any(_answers(c, o) for o in own)]
    askers = [c for c in others if any(_asks_back(c, o) for o in own)]
    told = (_against("type", own, answers, lambda c: c.event.type), _against("actor", own, askers, lambda c: ", ".join(sorted(c.actors))))
    return tuple(d for d in told if d is not None)


def _against(name: str, own: Sequence[Claim], others: Sequence[Claim], read: Callable[[Claim], str]) -> Dispute | None:
    if not others:
        return None
    held = [Held(value=v, reports=tuple(sorted(c.id for c in cs if read(c) == v))) for cs in (own, others) for v in sorted({read(c) for c in cs})]
    return Dispute(field=name, values=tuple(held))


def contradict(a: Claim, b: Claim) -> bool:
    """Whether two claims of different outlets and the same days tell opposite things of one act: a yes and a no, or each side as the one who asked."""
    if a.report.outlet == b.report.outlet or {a.event.status, b.event.status} - _SETTLED:
        return False
    near = a.published is None or b.published is None or abs(a.published - b.published) <= 3
    return near and (_answers(a, b) or _asks_back(a, b))


def _answers(a: Claim, b: Claim) -> bool:
    """Opposite answers to one act: same answerer, same other side, about the same thing."""
    if OPPOSITE.get(a.event.type) != b.event.type and OPPOSITE.get(b.event.type) != a.event.type:
        return False
    return bool(a.actors & b.actors and a.recipients & b.recipients and (a.deeds & b.deeds or a.thirds & b.thirds))


def _asks_back(a: Claim, b: Claim) -> bool:
    """Two accounts of who asked whom: one request with its sides changed. Two that ask each other for what each wants tell so in other words."""
    if a.event.type != "REQUEST" or b.event.type != "REQUEST" or a.actors & b.actors or not (a.deeds & b.deeds):
        return False
    swapped = bool(a.actors & b.recipients and a.recipients & b.actors)
    days = a.span is None or b.span is None or a.span.meets(b.span, slack=1)
    return swapped and days and max(likeness(a.evidence, b.words), likeness(b.evidence, a.words)) >= ALIKE


def _dispute(name: str, held: Iterator[tuple[str, Claim]], origin: dict[str, str]) -> Dispute | None:
    ranked = supported(held, origin)
    if len(ranked) < 2 or len({c.report.article for _, cs in ranked for c in cs}) < 2:
        return None
    return Dispute(field=name, values=tuple(Held(value=v, reports=tuple(sorted(c.id for c in cs))) for v, cs in ranked))


def _day(claim: Claim) -> str | None:
    return iso(claim.span.first) if claim.span and claim.span.exact else None


def _place(claim: Claim) -> str | None:
    return claim.event.place.name if claim.event.place else None


def _truth(claim: Claim) -> str | None:
    """Done or not done; that something was planned once does not contradict either."""
    status = claim.event.status
    return "actual" if status in _SETTLED else "negated" if status == "negated" else None


def _number(claim: Claim, field: str) -> str | None:
    size = claim.event.magnitude
    value = getattr(size, field) if size else None
    return None if value is None else str(value)


def _sides(claims: Sequence[Claim], origin: dict[str, str]) -> Iterator[Dispute | None]:
    """Who did it to whom, where two tellings have nobody in common on a side."""
    for name in ("actor", "recipient"):
        sides = [(getattr(c, f"{name}s"), c) for c in claims if getattr(c, f"{name}s")]
        if any(not a & b for a, _ in sides for b, _ in sides):
            yield _dispute(name, ((", ".join(sorted(s)), c) for s, c in sides), origin)
