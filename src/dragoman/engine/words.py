"""What two sentences have in common, told by their content words: likeness without a model, the same on every machine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_IDLE = frozenset(
    """a an the this that these those some any each every no not nor and or but if as at by for from in into of off on onto out over to under up upon with
    within without about after against before between during through until while since than then there here when where who whom whose which what how why
    he she it they them him her his hers its their theirs we us our you your i me my be is are was were been being am do does did done doing have has had having
    will would shall should can could may might must also again still yet already just only even more most less very such own same other another both
    say says said saying told tell tells adding added according statement spokesman spokeswoman spokesperson minister ministry foreign president
    prime government
    official officials leader leaders country countries state states monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
    week month year day days weeks months years january february march april june july august september october november december new two one first last
    """.split()
)
# function words, words of every report, and names of days: they are in all news and tell nothing apart
_ENDINGS = ("ation", "ment", "ing", "ion", "ied", "ie", "ed", "er", "ly", "e", "y")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its commonest endings, never shorter than four letters: *talks*, *talking* and *talked* are one, as are *expelled* and *expels*."""
    if word.endswith("s") and not word.endswith("ss") and len(word) > 4:
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def plain(text: str) -> str:
    """Lower case without accents: *Vučić* and *Vucic* are one."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def content_terms(text: str, without: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The content words of a text in order, each as (stem, the word as it stands there).

    Args:
        text: a sentence.
        without: words of the parties, which both sides of a comparison share anyway.
    """
    bare = {w for name in without for w in _WORD.findall(plain(name))}
    words = ((plain(word), word) for word in _WORD.findall(text))
    return [(stem(w), word) for w, word in words if w not in _IDLE and w not in bare and (len(w) > 2 or w.isdigit())]


def content_words(text: str, without: Iterable[str] = ()) -> frozenset[str]:
    """The stems of the content words of a text; see :func:`content_terms`."""
    return frozenset(stem for stem, _ in content_terms(text, without))


@lru_cache(maxsize=32)
def plain_words(type: str | None = None) -> frozenset[str]:
    """The stems that say of an act no more than that it is of this type, or of any type at all (``plain_words.yml``)."""
    import yaml

    listed = yaml.safe_load((files("dragoman.engine") / "plain_words.yml").read_text(encoding="utf-8"))
    chosen = listed.values() if type is None else (listed["all"], listed.get(type, ()))
    return frozenset(stem(w) for words in chosen for w in words)


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the shorter of two sets of words is in the other, 0 to 1; sets of fewer than three words count as three, for a single shared word
    proves little."""
    return len(a & b) / max(3, min(len(a), len(b)))
