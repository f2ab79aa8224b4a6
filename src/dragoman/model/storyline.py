"""A storyline: events that belong together over time, with a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyline:
    """Events of the same parties about the same things, none of them far in time from the next."""

    id: str
    # a hash of its first event
    name: str
    # "EGY, ARE: Darfur siege, convoys"
    parties: tuple[str, ...]
    # codes, else names, of those that take part most, most first
    words: tuple[str, ...]
    # what it is about, in the words of its reports, most telling first
    since: str | None
    until: str | None
    # ISO days of its first and last event; None where no event has a day
    events: tuple[str, ...]
    # ids of the folded events, in the order of their days
    reports: int
    # of all its events
    outlets: tuple[str, ...]
