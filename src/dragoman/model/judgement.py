"""A judgement: what a person says of events, by whom and why. It is never changed, only withdrawn by a later one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A report that a judgement is about, so told that it is found again after its article was coded anew."""

    article: str
    start: int
    end: int
    # its evidence, in characters of the article's text
    type: str
    event: str
    # the id of the event in the readout at the time


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One correction."""

    id: str
    action: str
    # merge | split | retype | reject | note | withdraw
    marks: tuple[Mark, ...]
    # merge: reports of one event. split: reports that are parted from the others. retype, reject, note: reports of the event meant
    others: tuple[Mark, ...] = ()
    # split: those they are parted from
    value: str | None = None
    # retype: the type; note: the words; withdraw: the id of the judgement that no longer holds
    by: str
    why: str
    at: str
    # ISO 8601 in UTC
