"""What the codebook does not know yet: verbs and nouns that stand between two parties, or tell something of one, and that no frame covered.

A *gap* is a word, not a sentence: its count over the texts says what to add next. A verb stands between two parties when one is its subject and another
its object, indirect object or behind one of its prepositions; a noun, when one is its possessor and another behind its preposition, or when two stand
behind "between". A word is *covered* where a coded act rests on it (trigger or support verb), and left out where it only introduces words (a cue) or
carries other words ("be", "have"). Parties are told here by names and roles alone, which is enough to count by and needs no second resolution.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.code import grammar
from dragoman.code.draft import Draft, Line
from dragoman.code.frames import FrameIndex
from dragoman.code.noun_phrases import role_at
from dragoman.codebook.schema import Codebook
from dragoman.engine.parse import Parse, Token

_EMPTY = frozenset("be have do get go come make take say let keep seem become need want include begin start continue use".split())
# say nothing by themselves; as support verbs they are in support.yml
_PREPOSITIONS = tuple("to with on against for from over at into between by of about toward towards after as".split())
_EXAMPLE = 160
# characters of an example


@dataclass(slots=True)
class Gap:
    """One word that no frame covered."""

    word: str
    # dictionary form
    pos: str
    # verb | noun
    between: int = 0
    # times between two parties
    alone: int = 0
    # times with one
    frames: int = 0
    # frames of the codebook that this word triggers: where there are some, their conditions did not hold
    slots: Counter[str] = field(default_factory=Counter)
    # where the parties stood, as a frame would name it: "subject + with"
    example: str = ""


def gaps(drafts: Iterable[Draft], index: FrameIndex) -> list[Gap]:
    """All gaps in coded texts, the most frequent first.

    Args:
        drafts: work sheets of the coder.
        index: its frames.

    Returns:
        Gaps by falling count between two parties, then with one, then by word.
    """
    found: dict[tuple[str, str], Gap] = {}
    for draft in drafts:
        for line in draft.lines:
            if line.parse is not None:
                _line(found, line, line.parse, index)
    return sorted(found.values(), key=lambda g: (-g.between, -g.alone, g.word, g.pos))


def _line(found: dict[tuple[str, str], Gap], line: Line, parse: Parse, index: FrameIndex) -> None:
    covered = {t.i for act in line.acts for a in act.walk() for t in (a.trigger, a.support) if t is not None}
    named = {t.i for hit in line.hits for t in parse.at(hit.start, hit.end)}
    for token in parse.tokens:
        if token.i in covered or token.i in named or not _is_candidate(token, index.codebook):
            continue
        slots = _verb_slots(token) if token.is_verb else _noun_slots(token)
        filled = {name: heads for name, heads in ((n, [h for h in hs if _is_party(h, parse, named, index.codebook)]) for n, hs in slots) if heads}
        if not filled or (token.is_verb and "subject" not in filled):
            continue
        gap = found.setdefault((token.lemma, "verb" if token.is_verb else "noun"), Gap(token.lemma, "verb" if token.is_verb else "noun"))
        pair = sum(len(heads) for heads in filled.values()) > 1 and (len(filled) > 1 or "between" in filled)
        if pair and not gap.between or not gap.example:
            gap.example = _shorten(line.sentence.text, token.start - line.sentence.start)
        gap.between += pair
        gap.alone += not pair
        gap.frames = len(index.by_word.get((gap.pos, gap.word), ()))
        gap.slots[" + ".join(filled)] += 1


def _is_candidate(token: Token, codebook: Codebook) -> bool:
    if not token.lemma.isalpha() or len(token.lemma) < 3:
        return False
    if token.is_verb:
        return token.dep not in ("aux", "auxpass", "amod", "prep") and token.lemma not in _EMPTY and token.lemma not in codebook.cues.verbs
    return token.tag in ("NN", "NNS") and token.dep != "compound" and token.lemma not in codebook.roles


def _verb_slots(verb: Token) -> Iterator[tuple[str, list[Token]]]:
    yield "subject", grammar.subjects(verb)
    yield "object", grammar.objects(verb)
    yield "indirect", grammar.indirect_objects(verb)
    for preposition in _PREPOSITIONS:
        yield preposition, grammar.prepositional(verb, preposition)


def _noun_slots(noun: Token) -> Iterator[tuple[str, list[Token]]]:
    yield "possessor", grammar.possessors(noun)
    for preposition in _PREPOSITIONS:
        heads = grammar.prepositional(noun, preposition)
        if preposition != "of":
            yield preposition, [c for h in heads for c in grammar.conjuncts(h)]


def _is_party(head: Token, parse: Parse, named: set[int], codebook: Codebook) -> bool:
    """A name, a role, or something that belongs to a named one ("Iranian exports")."""
    return head.i in named or any(c.i in named for c in head.kids("poss", "amod", "compound", "nmod")) or role_at(head, parse, codebook) is not None


def _shorten(text: str, at: int) -> str:
    """The sentence, or the part of it around the word."""
    flat = " ".join(text.split())
    if len(flat) <= _EXAMPLE:
        return flat
    start = max(0, min(at - _EXAMPLE // 2, len(flat) - _EXAMPLE))
    cut = flat[start : start + _EXAMPLE]
    return f"{'… ' if start else ''}{cut.partition(' ')[2] if start else cut.rpartition(' ')[0]}{'' if start + _EXAMPLE >= len(flat) else ' …'}"
