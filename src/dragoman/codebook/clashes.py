"""What no reader of one file can see: names that two actors claim with no rule to tell them apart, and codes that no actor has.

The rules that do tell actors apart (see ``code/party_choice.py``): terms that do not overlap; a file that owns its code before a state file's body or
party; a capital before an organisation's seat; for people, parties, bodies and demonyms the country, title and names that the article gives, else the
name is left open. Two actors with one proper name, or two states with one capital at one time, no rule can part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dragoman.codebook.schema import Actor, Entry

_FIXED = ("name", "capital")
_TERRITORIES = frozenset(
    """ABW AIA ASM BES BLM BMU CCK COK CUW CXR CYM FLK FRO GGY GIB GLP GUF GUM HKG IMN IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SHN SJM
    SPM SXM TCA TKL VGB VIR WLF""".split()
)
# ISO 3166-1 codes of territories that may be members or homes without being actors


def clashes(entries: Mapping[str, Sequence[Entry]], actors: Mapping[str, Actor]) -> Iterator[str]:
    """Each clash in words."""
    for form, found in sorted(entries.items()):
        for kind in _FIXED:
            same = [e for e in found if e.kind == kind]
            for a, b in combinations(same, 2):
                if a.code != b.code and _overlap(a, b):
                    yield f"{form}: {kind} of {a.code} and of {b.code} at one time"
    for actor in actors.values():
        if actor.country and actor.country not in actors and actor.country not in _TERRITORIES:
            yield f"{actor.code}: country {actor.country} is no actor"
        for code, _, _ in actor.members:
            if code not in actors and code not in _TERRITORIES:
                yield f"{actor.code}: member {code} is no actor"


def _overlap(a: Entry, b: Entry) -> bool:
    return _before(a.start, b.end) and _before(b.start, a.end)


def _before(start: str | None, end: str | None) -> bool:
    # to the month: a state's last day and its successor's first may differ by days
    n = min(len(start or ""), len(end or ""), 7)
    return not start or not end or start[:n] < end[:n]
