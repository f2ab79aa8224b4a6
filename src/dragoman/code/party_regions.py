"""States called back by where they lie: "the Central American nation", "the West African country"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.code.derived import derived
from dragoman.code.party_groups import REACH, doers
from dragoman.code.party_mention import Mention
from dragoman.codebook.schema import Actor
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_ADJECTIVES = {"america": "american", "africa": "african", "asia": "asian", "europe": "european", "oceania": "pacific"}


def _adjectives(actors: dict[str, Actor]) -> dict[str, frozenset[str]]:
    """What a state of each code is called after its region: "west african", and "african" alone."""
    out = {}
    for code, actor in actors.items():
        words = (actor.region or "").lower().replace("south-east", "southeast").split()
        if words:
            last = _ADJECTIVES.get(words[-1], words[-1])
            out[code] = frozenset({" ".join([*words[:-1], last]), last})
    return out


def of_region(r: Resolver, token: Token, edge: int) -> tuple[Mention, ...] | None:
    """The state named last that lies in the region that stands before a noun for states; None where no region does, empty where none fits."""
    known = derived(r.codebook.actors, _adjectives)
    words = " ".join(t.lower for t in r.parse.tokens[edge : token.i] if t.tag != "DT").replace("south - east", "southeast").replace("south-east", "southeast")
    if not words or not any(words in names for names in known.values()):
        return None
    acting = {m.party.code for m in doers(r, token)}
    for m in reversed([*r.memory[-60:], *(p for p in r.places[-10:] if p.sentence == r.sentence)]):
        near = r.sentence - m.sentence <= REACH and m.party.start is not None and m.party.start < token.start
        if near and m.party.code not in acting and words in known.get(m.party.code or "", ()):
            return (m,)
    return ()
