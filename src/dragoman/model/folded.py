"""A folded event: what all reports of one happening tell together, how many independent origins they have, and where they disagree."""

from dataclasses import dataclass

from dragoman.model.event import Attribution, Event, Evidence, Magnitude
from dragoman.model.party import Party
from dragoman.model.place import Place
from dragoman.model.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article's telling of an event."""

    article: str | None
    # the article's id; None for a row of an imported event file
    input: str
    outlet: str | None
    published: str | None
    sentence: str
    # the sentence's text
    start: int | None
    end: int | None
    # the evidence, in characters of the article's text; None for an imported row
    type: str
    status: str
    attribution: tuple[Attribution, ...]
    event: str
    # the id of the event in the article's readout: what corrections and `disputed` point to
    agencies: tuple[str, ...] = ()
    # who supplied the article's words
    copy_of: str | None = None
    # the article whose words this one carries, whole or in part
    frame: str | None = None
    codebook: str | None = None
    code: str | None = None
    # the rule that fired, and the versions of codebook and program: the way back from an event to why it was coded


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One of several values that reports give, and which reports give it."""

    value: str
    reports: tuple[str, ...]
    # `Report.event` of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A field on which the reports of an event contradict each other."""

    field: str
    # time | place | status | type | actor | recipient | dead | injured | size
    values: tuple[Held, ...]
    # best supported first


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldedEvent:
    """Reports of one event as one record; each field has its best supported value."""

    id: str
    # a hash of what is claimed and where it was first told, never of when we wrote it
    sentence: str
    # the text of the sentence that tells it best
    type: str
    subtype: str | None = None
    mode: str | None
    contexts: tuple[str, ...]
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    about: tuple[Event, ...]
    status: str
    time: Time | None
    place: Place | None
    magnitude: Magnitude | None
    attribution: tuple[Attribution, ...]
    evidence: Evidence
    frame: str
    cameo: str | None
    quad_class: int
    score: float
    confidence: float
    reports: tuple[Report, ...]
    outlets: tuple[str, ...]
    origins: int
    # independent origins: ten outlets that carry one agency's story are one
    disputed: tuple[Dispute, ...]
    recorded_at: str | None = None
    # ISO 8601 in UTC; None before it is written
    notes: tuple[str, ...] = ()
    # what people noted on it
