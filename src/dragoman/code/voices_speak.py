"""Who can speak: persons, states, bodies and groups can; documents and polls can where the verb says so; markets and weather cannot."""

from __future__ import annotations

from dragoman.codebook.schema import Cues
from dragoman.engine.parse import Token

_PERSONAL = frozenset(
    """he she they we i you who someone somebody everyone
    everybody anyone many some others most those few both one another all""".split()
)
_OFFICES = frozenset({"head", "arm", "body", "board"})
# those of something speak ("the head of the council", "its political arm"), those of nobody do not
_DOCUMENT_PRONOUNS = frozenset({"it", "which", "that", "this"})


def can_speak(source: Token, kind: str, cues: Cues) -> bool:
    """Whether a source can be one of a statement of this kind.

    Args:
        source: head of the source's phrase.
        kind: of the cue: speech | thought | plan | document.
        cues: has the nouns that never speak (``mute``) and those that only say in writing (``documents``).
    """
    if any(c.dep == "det" and c.lower in ("no", "neither") for c in source.children):
        # "no one has claimed": nobody speaks
        return False
    if source.lower in _PERSONAL:
        return True
    if source.tag in ("EX",):
        return False
    if source.lower in _DOCUMENT_PRONOUNS:
        return source.lower == "it" or kind != "thought"
    if source.tag in ("DT", "WDT", "WRB"):
        return False
    if source.is_verb:
        return False
    if source.lemma in _OFFICES and not source.is_proper and not source.kids("prep", "compound", "amod", "poss", "appos"):
        return False
    if source.is_noun and not source.is_proper and source.lemma in cues.mute:
        return False
    return not (source.lemma in cues.documents and kind in ("thought", "plan"))
