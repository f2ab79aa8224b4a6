"""Countries told in the plural are their teams: "France visit Cardiff", "Mexico sacked their coach", "Tunisia are preparing for battle".

News gives a state the singular ("France visits", "its minister"); sports pages give its eleven the plural. Two signs, each enough: the finite verb
of the main clause stands in the plural after one singular name of a state; or "their" points back to such a name. Headlines, which drop endings, tell nothing.

Two more signs hold wherever they stand: a verb of play with a bare state for the other side ("before beating Zambia", "lost to Chile"; list ``games``
of ``figurative.yml``), and a score ("3-2") without a word of voting.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from dragoman.code import grammar
from dragoman.code.names import Hit
from dragoman.engine.parse import Parse, Token

_PLURAL = ("NNS", "NNPS")
_PLURAL_NAMES = ("s",)
# the Netherlands, the United States, the Philippines may take either number
_SCORE = re.compile(r"\d{1,3}[-\u2013]\d{1,3}")
_BALLOT = frozenset("vote ballot poll committee council parliament court".split())
# what has scores, too


def is_told_of_team(parse: Parse, hits: Collection[Hit], games: Mapping[str, str]) -> bool:
    """Whether the sentence tells of a state as if it were many, or as a side in a game.

    Args:
        parse: the sentence.
        hits: names of the codebook in it.
        games: verbs of play -> ``object`` or the preposition that the other team stands behind.
    """
    names = [h for h in hits if any(e.kind == "name" and e.owner == "state" for e in h.entries)]
    if not names:
        return False
    if _has_score(parse) or any(_plays(verb, games, names) for verb in parse.tokens if verb.is_verb and verb.lemma in games):
        return True
    for verb in parse.tokens:
        if verb.is_verb and verb.dep in ("ROOT", "conj") and (_is_plural(verb) or _speaks_of_theirs(verb, parse)):
            subjects = grammar.subjects(verb)
            if len(subjects) == 1 and _is_one_state(subjects[0], names):
                return True
    return False


def _has_score(parse: Parse) -> bool:
    """A score, which the parser may have made one word or three of."""
    tokens = parse.tokens
    texts = (*(t.text for t in tokens), *("".join(t.text for t in tokens[i : i + 3]) for i, t in enumerate(tokens) if t.tag == "CD"))
    return any(map(_SCORE.fullmatch, texts)) and not any(t.lemma in _BALLOT for t in tokens)


def _plays(verb: Token, games: Mapping[str, str], names: Collection[Hit]) -> bool:
    """"beat Zambia": but "upset Greece by drilling" tells what was done, as sport does not."""
    where = games[verb.lemma]
    others = verb.kids("dobj") if where == "object" else grammar.prepositional(verb, where)
    if any(c.kids("pcomp") for c in verb.kids("prep")):
        return False
    return any(o.tag == "NNP" and any(h.start <= o.start and o.end == h.end for h in names) and not o.kids("poss") for o in others)


def _is_plural(verb: Token) -> bool:
    if verb.tag == "VBP":
        return True
    return verb.tag in ("VBG", "VBN") and any(c.tag == "VBP" for c in verb.kids("aux", "auxpass"))


def _is_one_state(subject: Token, names: Collection[Hit]) -> bool:
    if subject.kids("conj", "cc") or subject.tag != "NNP" or subject.lower.endswith(_PLURAL_NAMES):
        return False
    return any(h.start <= subject.start and subject.end == h.end for h in names)


def _speaks_of_theirs(verb: Token, parse: Parse) -> bool:
    """"their" behind the verb, with nothing in the plural between the verb and it; "arbitrators drew the line; Chile pronounced their award void" has them
    before it."""
    subject = verb.child("nsubj")
    if any(t.tag in _PLURAL and t.dep in ("nsubj", "nsubjpass", "pobj", "dobj") for t in parse.tokens[: subject.i if subject is not None else verb.i]):
        return False
    for t in parse.tokens[verb.i + 1 :]:
        if t.lower == "their":
            return True
        if t.tag in _PLURAL or t.lower in ("and", "they", "them", "people", "police", "both", "who") or t.is_verb:
            return False
    return False
