"""A party: one mention of a state, an organisation, a group or a person, and whom it acts for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A mention resolved as far as the text and the codebook allow; what is unknown is None."""

    text: str
    # the words in the sentence ("New Delhi", "she"); for a party that is understood, the words it was last named by
    start: int | None
    end: int | None
    name: str | None
    # who that is ("India", "Karine Jean-Pierre")
    code: str | None
    # whom they act for: ISO 3166-1 alpha-3 or a code of the codebook
    sector: str | None
    # PLOVER sector, IGO or NGO
    role: str | None
    # "White House Press Secretary"
    person: str | None
    basis: str
    # how it was resolved: codebook entry, rule, antecedent
