"""One record of the claims of one event: for every field the value that most independent origins support."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from math import prod

from dragoman.fold.claim import Claim, party_key
from dragoman.fold.disputes import disputes, opposed
from dragoman.fold.origins import origins, supported
from dragoman.model import Event, FoldedEvent, Magnitude, Party, Place, Time

_CERTAIN = 0.99
# no number of reports makes sure


def event_id(claims: Iterable[Claim]) -> str:
    """The id of an event: a hash of its first telling, by publication and then by id."""
    first = min(claims, key=lambda c: (c.published or 9**9, c.id))
    return hashlib.sha256(f"event\x1f{first.id}".encode()).hexdigest()[:16]


def merge(
    claims: Sequence[Claim], *, against: Sequence[Claim] = (), type: str | None = None, notes: Sequence[str] = ()
) -> FoldedEvent:
    """Fold claims into one event.

    Args:
        claims: of one event, at least one.
        against: claims that tell the opposite, kept as events of their own.
        type: what people ruled that it is.
        notes: what people noted on it.
    """
    claims = sorted(claims, key=lambda c: (c.published or 9**9, c.id))
    origin = origins(claims)
    kind = type or supported(((c.event.type, c) for c in claims), origin)[0][0]
    status = _status(claims, origin)
    of_kind = [c for c in claims if c.event.type == kind] or claims
    best = max(of_kind, key=lambda c: (c.event.status == status, _fullness(c), c.event.confidence, c.id))
    scored = best.event if best.event.type == kind else None
    told = opposed(claims, against)
    return FoldedEvent(
        id=event_id(claims),
        sentence=best.report.sentence,
        type=kind,
        subtype=best.event.subtype,
        mode=_top(((c.event.mode, c) for c in of_kind if c.event.mode), origin),
        contexts=tuple(sorted(set(chain.from_iterable(c.event.contexts for c in claims)))),
        actor=_side(best, claims, lambda e: e.actor),
        recipient=_side(best, claims, lambda e: e.recipient),
        about=_about(of_kind),
        status=status,
        time=_time(claims, origin),
        place=_place(claims, origin),
        magnitude=_magnitude(claims, origin),
        attribution=min(claims, key=lambda c: (len(c.event.attribution), c.id)).event.attribution,
        evidence=best.event.evidence,
        frame=best.event.frame,
        cameo=best.event.cameo,
        quad_class=(scored or best.event).quad_class,
        score=(scored or best.event).score,
        confidence=_confidence(claims, origin),
        reports=tuple(c.report for c in claims),
        outlets=tuple(sorted({c.report.outlet for c in claims if c.report.outlet})),
        origins=len(set(origin.values())),
        disputed=(*disputes(claims, origin), *told),
        notes=tuple(notes),
    )


def _top(held: Iterable[tuple[str, Claim]], origin: dict[str, str]) -> str | None:
    return next((value for value, _ in supported(held, origin)), None)


def _fullness(claim: Claim) -> int:
    """How much a telling says."""
    event = claim.event
    parts = (event.actor, event.recipient, event.about, event.time, event.place, event.mode, claim.part == "body")
    return sum(1 for part in parts if part) + _depth(event.about)


def _about(claims: Sequence[Claim]) -> tuple[Event, ...]:
    """What most tellings are about, as the fullest of these tells it: one misread headline does not change whom the others name."""

    def alike(claim: Claim) -> int:
        return sum(1 for c in claims if c.event.about and (c.thirds & claim.thirds or c.thirds == claim.thirds))

    return max(claims, key=lambda c: (bool(c.event.about), alike(c), _depth(c.event.about), c.event.confidence, c.id)).event.about


def _depth(about: Sequence[Event]) -> int:
    return 1 + max(_depth(e.about) for e in about) if about else 0


def _status(claims: Sequence[Claim], origin: dict[str, str]) -> str:
    """What was planned and then reported as done is done; else what most say."""
    told = {c.event.status for c in claims}
    if "actual" in told and told <= {"actual", "planned", "background"}:
        return "actual"
    return supported(((c.event.status, c) for c in claims), origin)[0][0]


def _side(best: Claim, claims: Sequence[Claim], read: Callable[[Event], tuple[Party, ...]]) -> tuple[Party, ...]:
    """The best telling's side, or that of another where it leaves it open; each party as the most exact telling has it: the minister, not the state."""
    told = {party_key(p) for p in (*best.event.actor, *best.event.recipient)}
    # nobody is put on both sides: who has all parties on one side of a talk has told of the other
    open_side = (read(c.event) for c in claims if not told & {party_key(p) for p in read(c.event)})
    side = read(best.event) or next((found for found in open_side if found), ())
    every = [p for c in claims for p in (*c.event.actor, *c.event.recipient)]
    return tuple(max((p, *(q for q in every if _same_voice(p, q))), key=_exactness) for p in side)


def _same_voice(party: Party, other: Party) -> bool:
    """The same party, no other body of it: the foreign minister stands for the ministry and the state, a general does not."""
    return (
        party_key(party) == party_key(other)
        and (party.sector == other.sector)
        and not (party.person and other.person and party.person != other.person)
    )


def _exactness(party: Party) -> tuple[bool, bool, int]:
    return party.person is not None, party.role is not None, len(party.person or party.role or "")


def _time(claims: Sequence[Claim], origin: dict[str, str]) -> Time | None:
    """The day that most origins tell; without one, the shortest span."""
    exact = [(str(c.span.first), c) for c in claims if c.span and c.span.exact]
    if exact:
        return _most_precise(supported(exact, origin)[0][1])
    spans = [c for c in claims if c.span]
    if spans:
        return min(spans, key=lambda c: (c.span.last - c.span.first if c.span else 0, c.id)).event.time
    return next((c.event.time for c in claims if c.event.time), None)


def _most_precise(claims: Sequence[Claim]) -> Time | None:
    """A time of day says more than a day."""
    return max(claims, key=lambda c: (c.event.time is not None and c.event.time.precision == "minute", c.id)).event.time


def _place(claims: Sequence[Claim], origin: dict[str, str]) -> Place | None:
    top = supported(((c.event.place.name, c) for c in claims if c.event.place), origin)
    return top[0][1][0].event.place if top else None


def _magnitude(claims: Sequence[Claim], origin: dict[str, str]) -> Magnitude | None:
    """Each number as most origins have it; of equally supported ones the latest told, for tolls are corrected."""
    sized = [c for c in claims if c.event.magnitude]
    if not sized:
        return None
    numbers: dict[str, int | None] = {}
    for name in ("dead", "injured", "size"):
        held = [(str(n), c) for c in sized if (n := getattr(c.event.magnitude, name)) is not None]
        numbers[name] = int(_latest(supported(held, origin), origin)) if held else None
    return Magnitude(**numbers)


def _latest(ranked: list[tuple[str, tuple[Claim, ...]]], origin: dict[str, str]) -> str:
    most = len({origin[c.id] for c in ranked[0][1]})
    level = [(v, cs) for v, cs in ranked if len({origin[c.id] for c in cs}) == most]
    return max(level, key=lambda r: (max(c.published or 0 for c in r[1]), r[0]))[0]


def _confidence(claims: Sequence[Claim], origin: dict[str, str]) -> float:
    """That not all origins are wrong at once, each as sure as its surest telling; they are taken for independent, hence the ceiling."""
    surest: dict[str, float] = {}
    for c in claims:
        surest[origin[c.id]] = max(surest.get(origin[c.id], 0.0), c.event.confidence)
    return round(min(max(_CERTAIN, *surest.values()), 1 - prod(1 - s for s in surest.values())), 3)
