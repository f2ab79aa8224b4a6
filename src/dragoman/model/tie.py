"""A tie: a named relationship between two parties."""

from dataclasses import dataclass

from dragoman.model.party import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two parties and what their relationship is called."""

    parties: tuple[Party, Party]
    label: str
    # "Special and Privileged Strategic Partnership"
    kind: str
    # partnership | alliance | friendship | trade | dispute | relations | mediation
    sentence: str
