"""A position: what a party holds on an issue, in its own words."""

from dataclasses import dataclass

from dragoman.model.party import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One party's stance on one issue."""

    party: Party
    issue: str | None
    stance: str
    # in the article's own words
    statement: str | None
    # the statement it was taken from
    sentence: str
