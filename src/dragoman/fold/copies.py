"""Copies: articles that carry another's words, whole, trimmed or touched up. Told from samples of their shingles.

Of the hashes of all runs of four words those that are 0 modulo `SAMPLE` are kept, which samples two texts alike (Broder 1997, "On the resemblance and
containment of
documents"), so that containment can be told as well as resemblance. MinHash signatures tell resemblance alone, and desks trim wire copy from its end:
half of an
agency's story resembles it by a half, and is contained in it whole (docs/decisions/0008-record.md).
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache

from dragoman.engine.words import plain

RUN = 4
SAMPLE = 4
SAME = 0.95
# share of the longer text's sample: what is left for a changed word or two
COPY = 0.75
# share of the new text's sample that is in the known one's; from here on it is not coded again
LEAST = 12
# sampled runs (about 50 words) below which nothing is told: two briefs of one event share most of their words
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=256)
def sketch(text: str) -> frozenset[int]:
    """The sampled runs of a text as 32-bit hashes; about a quarter as many as it has words. Asked for twice of each article: before and after coding."""
    words = _WORD.findall(plain(text))
    runs = (zlib.crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1))
    return frozenset(h for h in runs if h % SAMPLE == 0)


def verdict(shared: int, own: int, other: int) -> str | None:
    """What a new text is to one that is known.

    Args:
        shared: how many sampled runs they share.
        own: how many the new one has.
        other: how many the known one has.

    Returns:
        ``same``: each carries nearly all of the other. ``copy``: what the new one says, the known one says. ``carries``: the new one carries
        the known one's words
        and more of its own, so it is worth coding, yet no independent origin. None: a text of its own.
    """
    if min(own, other) < LEAST:
        return None
    if shared >= SAME * max(own, other):
        return "same"
    if shared >= COPY * own:
        return "copy"
    return "carries" if shared >= COPY * other or shared >= own / 2 else None
