"""Corrections by people: appended like everything else, applied when events are folded, undone by withdrawing.

A judgement names reports, not events: events are made anew from reports, and a judgement must survive that, and the coding of an article anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

import msgspec

from dragoman.errors import RecordError
from dragoman.fold.claim import Claim
from dragoman.fold.judge import ACTIONS
from dragoman.model import Judgement, Mark
from dragoman.record.record import Record, Turn
from dragoman.record.rows import judgement_row, stamp
from dragoman.turns import catch_up, in_turn, opened, write_folding


def judge(home: str, action: str, targets: Sequence[str], *, by: str, why: str, value: str | None = None) -> Judgement:
    """Record a judgement and fold what it touches anew.

    Args:
        home: the record.
        action: ``merge`` the targets into one event; ``split`` the reports that the targets name from the rest of their event; ``retype`` events to ``value``;
            ``reject`` events, which then are none; ``note`` ``value`` on events.
        targets: ids of events, or of single reports.
        by: who judges.
        why: for what reason.
        value: see above.

    Returns:
        The judgement.

    Raises:
        RecordError: a target is not in the record, or the action does not fit its targets; nothing was changed.
    """
    _check(home, action, targets, value)
    return _in_turn(home, lambda record, turn: _made(record, turn, action, targets, by, why, value))


def withdraw(home: str, judgement: str, *, by: str, why: str) -> Judgement:
    """Let a judgement count no more.

    Raises:
        RecordError: there is no such judgement, or it was withdrawn before.
    """

    def made(record: Record[Claim], turn: Turn[Claim]) -> Judgement:
        known = {j.id: j for j in _all(record)}
        if judgement not in known or any(j.action == "withdraw" and j.value == judgement for j in known.values()):
            raise RecordError(home, f"there is no judgement {judgement} that holds", "see dragoman judge list for those that do")
        old = known[judgement]
        return _judgement("withdraw", old.marks, old.others, judgement, by, why, turn.moment)

    return _in_turn(home, made)


def judgements(home: str) -> list[Judgement]:
    """All judgements of a record in the order of their time, withdrawn ones and withdrawals too."""
    with opened(home) as record:
        catch_up(record)
        return sorted(_all(record), key=lambda j: (j.at, j.id))


def _check(home: str, action: str, targets: Sequence[str], value: str | None) -> None:
    if action not in ACTIONS or action == "withdraw":
        raise RecordError(home, f"no judgement is called {action}", f"give one of {', '.join(ACTIONS)}")
    if action == "merge" and len(set(targets)) < 2:
        raise RecordError(home, "one event alone cannot be merged", "name two events or more")
    if action in ("retype", "note") and not value:
        raise RecordError(home, f"nothing was said to {action} it with", "give the type, or the words of the note")


def _in_turn(home: str, made: Callable[[Record[Claim], Turn[Claim]], Judgement]) -> Judgement:
    with opened(home) as record:
        return in_turn(record, lambda turn: _write(record, turn, made(record, turn)))


def _write(record: Record[Claim], turn: Turn[Claim], judgement: Judgement) -> Judgement:
    turn.rows.append(judgement_row(judgement, turn.moment))
    record.index.add_judgement(judgement.id, msgspec.json.encode(judgement))
    touched = record.index.claims_of({m.article for m in (*judgement.marks, *judgement.others)})
    write_folding(turn, touched=[*touched])
    return judgement


def _made(record: Record[Claim], turn: Turn[Claim], action: str, targets: Sequence[str], by: str, why: str, value: str | None) -> Judgement:
    claims, rest = _claims(record, targets, whole=action != "split")
    if action == "split" and not rest:
        raise RecordError(record.home, "nothing would be left of the event", "name some of its reports, not all")
    return _judgement(action, _marks(claims), _marks(rest) if action == "split" else (), value, by, why, turn.moment)


def _claims(record: Record[Claim], targets: Sequence[str], *, whole: bool) -> tuple[list[Claim], list[Claim]]:
    """The claims that targets name, and the other claims of their events.

    Args:
        record: where they are.
        targets: ids of events or reports.
        whole: a report stands for its whole event.
    """
    members = record.index.members(targets)
    events = record.index.events_of([t for t in targets if t not in members])
    unknown = [t for t in targets if t not in members and t not in events]
    if unknown:
        raise RecordError(record.home, f"there is no event or report {', '.join(unknown)}", "see dragoman events --json for ids")
    named = {i for ids in members.values() for i in ids} | set(events)
    every = named | {i for ids in record.index.members({*members, *events.values()}).values() for i in ids}
    chosen = record.index.claims(every if whole else named)
    rest = {} if whole else record.index.claims(every - named)
    return [chosen[i] for i in sorted(chosen)], [rest[i] for i in sorted(rest)]


def _marks(claims: Iterable[Claim]) -> tuple[Mark, ...]:
    return tuple(
        Mark(article=c.report.article or "", start=c.report.start or 0, end=c.report.end or 0, type=c.event.type, event=c.id) for c in claims
    )


def _judgement(
    action: str, marks: tuple[Mark, ...], others: tuple[Mark, ...], value: str | None, by: str, why: str, moment: datetime
) -> Judgement:
    at = stamp(moment.astimezone(UTC))
    key = "\x1f".join((action, at, by, value or "", *(m.event for m in marks)))
    id = hashlib.sha256(key.encode()).hexdigest()[:16]
    return Judgement(id=id, action=action, marks=marks, others=others, value=value, by=by, why=why, at=at)


def _all(record: Record[Claim]) -> list[Judgement]:
    return [msgspec.json.decode(blob, type=Judgement) for blob in record.index.judgements()]
