"""How good the evidence for a record is, judged from the voices that it comes through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.event import Attribution

_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO"})
# sectors whose word is on record
_DOCUMENTS = frozenset({"press release", "joint statement", "statement", "document", "letter", "report"})
_SECOND_HAND = frozenset({"state media"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade of evidence and its reason."""

    name: str
    # official document | named official on record | named other | second-hand | unnamed | none
    why: str
    # a clause for the reader

    @classmethod
    def of(cls, attribution: Sequence[Attribution]) -> Grade:
        """Judge a chain by its weakest joint.

        Args:
            attribution: links, outermost voice first.

        Returns:
            The grade; ``none`` where the outlet itself asserts it, or a hedge stands without a source.
        """
        links = [a for a in attribution if a.source is not None or a.anonymous]
        if not links:
            hedge = next((a.hedge for a in attribution if a.hedge), None)
            return cls(name="none", why=f"told as «{hedge}», with no source" if hedge else "told by the outlet itself")
        nameless = next((a for a in links if a.anonymous), None)
        if nameless is not None:
            return cls(name="unnamed", why=f"rests on a source without a name: {_name(nameless)}")
        if len(links) > 1:
            return cls(name="second-hand", why=f"{_name(links[0])} passes on what {_name(links[-1])} said")
        return _of_one(links[0])


def _of_one(link: Attribution) -> Grade:
    """The grade of a single voice with a name."""
    name, sector = _name(link), link.source.sector if link.source else None
    if link.medium in _SECOND_HAND or sector == "JRN":
        return Grade(name="second-hand", why=f"{name} reports it without naming where it has it from")
    if sector in _OFFICIAL and link.medium in _DOCUMENTS:
        return Grade(name="official document", why=f"{link.medium} of {name}")
    if sector in _OFFICIAL:
        return Grade(name="named official on record", why=f"{name} said so")
    return Grade(name="named other", why=f"{name} said so, who holds no office here")


def _name(link: Attribution) -> str:
    source = link.source
    if source is None:
        return "nobody told by name"
    return source.person or (source.text if link.anonymous else source.name or source.text)
