"""Headlines in Title Case, brought to the case of running text before they are parsed: the parser knows "US urges India", not "US Urges India".

Every word keeps its length, so offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.engine.spacy_engine import Engine

_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_SMALL = frozenset("a an the and or but nor of to in on at by for from with as is are was be vs over via into out up off".split())


def recase(title: str, engine: Engine, known: Collection[str]) -> str:
    """Lower the ordinary words of a Title-Case headline.

    Args:
        title: the headline.
        engine: knows the ordinary words of the language.
        known: words of names that stay as they are.

    Returns:
        A string of the same length; unchanged where the headline is in sentence case.
    """
    words = [m for m in _WORD.finditer(title) if m.group() not in known and m.group().lower() not in _SMALL]
    if len(words) < 3 or sum(m.group()[0].isupper() for m in words[1:]) < 0.7 * (len(words) - 1):
        return title
    out = list(title)
    common = engine.common_words()
    for m in _WORD.finditer(title):
        word = m.group()
        if word in known or word.isupper():
            continue
        lower = word.lower()
        if lower in _SMALL or engine.lemma(lower, "VBZ") in common or engine.lemma(lower, "NNS") in common or engine.lemma(lower, "VBD") in common:
            out[m.start()] = out[m.start()].lower()
    return "".join(out)
