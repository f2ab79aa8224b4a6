"""Countries told in the plural are their teams: "France visit Cardiff", "Mexico sacked their coach", "Tunisia are preparing for battle".

News gives a state the singular ("France visits", "its minister"); sports pages give its eleven the plural. Two signs, each enough: the finite verb
of the main clause stands in the plural after one singular name of a state; or "their" points back to such a name. Headlines, which drop endings, tell nothing.
"""

from __future__ import annotations

from collections.abc import Collection

from dragoman.code import grammar
from dragoman.code.names import Hit
from dragoman.engine.parse import Parse, Token

_PLURAL = ("NNS", "NNPS")
_PLURAL_NAMES = ("s",)
# the Netherlands, the United States, the Philippines may take either number


def is_told_of_team(parse: Parse, hits: Collection[Hit]) -> bool:
    """Whether the sentence tells of a state as if it were many."""
    names = [h for h in hits if any(e.kind == "name" and e.owner == "state" for e in h.entries)]
    if not names:
        return False
    for verb in parse.tokens:
        if verb.is_verb and verb.dep in ("ROOT", "conj") and (_is_plural(verb) or _speaks_of_theirs(verb, parse)):
            subjects = grammar.subjects(verb)
            if len(subjects) == 1 and _is_one_state(subjects[0], names):
                return True
    return False


def _is_plural(verb: Token) -> bool:
    if verb.tag == "VBP":
        return True
    return verb.tag in ("VBG", "VBN") and any(c.tag == "VBP" for c in verb.kids("aux", "auxpass"))


def _is_one_state(subject: Token, names: Collection[Hit]) -> bool:
    if subject.kids("conj", "cc") or subject.tag != "NNP" or subject.lower.endswith(_PLURAL_NAMES):
        return False
    return any(h.start <= subject.start and subject.end == h.end for h in names)


def _speaks_of_theirs(verb: Token, parse: Parse) -> bool:
    """"their" behind the verb, with nothing in the plural between the verb and it."""
    for t in parse.tokens[verb.i + 1 :]:
        if t.lower == "their":
            return True
        if t.tag in _PLURAL or t.lower in ("and", "they", "them", "people", "police", "both", "who") or t.is_verb:
            return False
    return False
