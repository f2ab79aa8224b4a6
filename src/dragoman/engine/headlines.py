"""Headlines in Title Case or in capitals, brought to the case of running text before they are parsed: the parser knows "US urges India", not "US Urges India".

Styles of address ("HH the Amir", "HE Mr. Salih") are blanked, which the parser takes for verbs and pronouns. Every word keeps its length, so offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.engine.spacy_engine import Engine

_ADDRESS = re.compile(r"\b(?:HH|HE|HRH|H\.E\.|H\.H\.|H\.R\.H\.|(?:His|Her|Their) (?:Royal )?(?:Highness|Excellency|Highnesses|Excellencies)),? (?=the |[A-Z])")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_FAMILIAR = {4: "Iran", 5: "Japan", 6: "Turkey", 7: "Britain", 8: "Pakistan", 9: "Argentina", 10: "Bangladesh", 11: "Afghanistan"}
# of several tried on a hundred invented headlines, those that gave most events
_SMALL = frozenset("a an the and or but nor of to in on at by for from with as is are was be vs over via into out up off".split())


def unaddressed(text: str) -> str:
    """The text with styles of address before a title or name blanked: "   the Amir"."""
    return _ADDRESS.sub(lambda m: " " * len(m.group()), text)


def hush(text: str, is_name: Callable[[str], bool]) -> str:
    """A sentence all in capitals, in Title Case; any other as it is.

    Args:
        text: the sentence.
        is_name: whether a word in capitals is a name as it stands ("UN", "NATO").
    """
    words = _WORD.findall(text)
    if len(words) < 4 or not text.isupper():
        return text
    return _WORD.sub(lambda m: m.group() if len(m.group()) < 6 and is_name(m.group()) else m.group().capitalize(), text)


def clauses(title: str) -> list[tuple[int, str]]:
    """The parts of a headline between semicolons, each with its offset: "Iran seizes tanker; Athens protests" is two sentences."""
    out = []
    start = 0
    for part in title.split("; "):
        out.append((start, part))
        start += len(part) + 2
    return out if all(len(p.split()) > 1 for _, p in out) else [(0, title)]


def familiar(text: str, start: int, names: Iterable[tuple[int, int]]) -> str:
    """The text with names of parties put as ones of the same length that every parser knows ("Kyiv slams" as "Iran slams").

    A headline gives a name no context that would show it to be one; the parser takes "Kyiv" for an adjective and "Chad" for part of a compound.

    Args:
        text: the headline.
        start: offset of its first character.
        names: their offsets; those outside the text do not count.
    """
    for a, b in ((a - start, b - start) for a, b in names):
        stand_in = _FAMILIAR.get(b - a)
        if stand_in and a >= 0 and b <= len(text) and text[a:b].isalpha():
            text = text[:a] + stand_in + text[b:]
    return text


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
