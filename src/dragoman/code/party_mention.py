"""A mention: a party as it stands in the text, with what is needed to point back to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.code.names import Hit
from dragoman.code.noun_phrases import words_between
from dragoman.engine.parse import Parse, Token
from dragoman.model import Party

PERSON_KINDS = ("holder", "person")
FEMALE = frozenset("she her hers herself ms ms. mrs mrs. queen princess dame lady spokeswoman chairwoman congresswoman policewoman".split())
MALE = frozenset("he him his himself mr mr. king prince sheikh lord sir spokesman chairman congressman policeman".split())


@dataclass(slots=True)
class Mention:
    """A party as it stands in the text, with what is needed to point back to it."""

    party: Party
    kind: str
    # state | organisation | group | body | person | role | thing | place | unknown
    role_noun: str | None = None
    level: str | None = None
    plural: bool = False
    subject: bool = False
    sentence: int = 0
    gender: str | None = None
    actor_kind: str | None = None
    low: bool = False
    # resolved by a weak rule: lowers confidence
    place: bool = False
    # told as the place where something is, though a state (of kind "state": acts in it may be acts on it) or its capital (of kind "place")


def again(m: Mention, token: Token) -> Mention:
    """The same party under the words that point back to it."""
    basis = f"«{token.text}» -> «{m.party.text}»: {root_of(m.party.basis)}"
    party = replace(m.party, text=token.text, start=token.start, end=token.end, basis=basis)
    return replace(m, party=party, subject=False)


def hit_text(hit: Hit, parse: Parse) -> str:
    """The words of a hit, from the parse."""
    tokens = parse.at(hit.start, hit.end)
    return words_between(parse, tokens[0].i, tokens[-1].i) if tokens else ""


def root_of(basis: str) -> str:
    """The first link of a chain of antecedents."""
    return basis.rsplit("»: ", 1)[-1] if basis.startswith(("«", "earlier mention")) else basis


def gender_of(parse: Parse, edge: int, last: int) -> str | None:
    """What the words of a phrase tell of a person's sex: "m", "f" or None."""
    words = {t.lower for t in parse.tokens[edge : last + 1]}
    return "f" if words & FEMALE else "m" if words & MALE else None
