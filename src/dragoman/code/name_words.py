"""Names whose first word is a little word of English: "To Lam", "Than Swe", "Than Shwe"."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.code.names import Hit
from dragoman.code.party_mention import PERSON_KINDS
from dragoman.engine.grafting import move
from dragoman.engine.parse import Parse

_LITTLE = frozenset({"IN", "TO"})


def mend_names(parse: Parse, hits: Iterable[Hit]) -> None:
    """Hang a person's name, taken for a preposition and its noun, where a name would hang."""
    for hit in hits:
        if not all(e.kind in PERSON_KINDS for e in hit.entries):
            continue
        tokens = parse.at(hit.start, hit.end)
        if len(tokens) < 2 or tokens[0].tag not in _LITTLE or tokens[-1].head is not tokens[0]:
            continue
        first, last = tokens[0], tokens[-1]
        governor = first.head
        before = parse.tokens[max(0, first.i - 2) : first.i]
        if len(before) == 2 and before[1].text == "," and before[0].is_noun:
            # "the regime's foreign minister, Than Swe, to Bangkok"
            governor = before[0]
        dep = "appos" if governor.is_noun else "nsubj" if last.i < governor.i else "dobj"
        if governor is first or (dep != "appos" and governor.kids(dep)):
            continue
        move(last, governor, dep)
        move(first, last, "compound")
        first.lemma = first.text
        first.retag("NNP")
