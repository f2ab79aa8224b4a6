"""A meeting: one record, however many sentences tell of it."""

from dataclasses import dataclass

from dragoman.model.party import Party
from dragoman.model.place import Place
from dragoman.model.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """The place of a meeting in a series ("their 16th meeting in a decade")."""

    n: int
    window: str | None
    # the words that bound the series ("in a decade")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one party did with a meeting or its document."""

    party: Party | None
    document: str | None
    act: str
    # signed | declined | adopted | boycotted | walked out


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Participants, form, place and time of one meeting."""

    id: str
    sentences: tuple[str, ...]
    participants: tuple[Party, ...]
    format: str | None
    # bilateral, 2+2, trilateral, summit, conference, call, visit, ministerial, negotiation, informal ...
    level: str
    # head of state or government | minister | official | envoy | unknown
    place: Place | None
    time: Time | None
    status: str
    # held | planned | postponed | cancelled
    ordinal: Ordinal | None
    agenda: tuple[str, ...]
    outcome: tuple[Outcome, ...]
