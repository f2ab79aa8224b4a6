"""Sentences of a run of text: where one ends and the next begins.

A plain rule list: an end mark, its closing quotes, white space, and a next word that may open a sentence. Abbreviations, initials and numbers
are the exceptions. Measured against the kept libraries in docs/decisions/0004-sentences.md.
"""

from __future__ import annotations

import re

_END = re.compile(r"""([.!?…]+)([”"’')\]»]*)(\s+)(?=([“"‘'(\[«—–-]*)(\w))""")
_TITLES = frozenset(
    """mr mrs ms dr prof gen col lt maj capt cmdr adm sgt brig rev hon sen rep gov pres st ste mt ft jr sr vs etc messrs mme mlle h.e fr bros
    art no nos fig vol pp para dept univ assn inc ltd co corp bhd pvt approx est min max sq""".split()
)
# abbreviations that something always follows
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_ENDINGS = frozenset("inc ltd co corp jr sr etc bros".split())
# abbreviations that may also end a sentence
_ACRONYM = re.compile(r"(?:^|[\s(“\"'‘])((?:[A-Za-z]\.)+[A-Za-z]?)$")
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.]*)$")
_STARTERS = frozenset(
    """the a an he she it they we i you his her its their this that these those in on at by for from with as but and or so yet after before
    when while if since although though however meanwhile last earlier some many most both each all no not there here officials president
    prime minister foreign""".split()
)


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Split a run of text.

    Args:
        text: the article's text.
        start, end: half-open bounds of the run in it.

    Returns:
        (start, end) of each sentence in characters of ``text``, without the white space around it.
    """
    end = len(text) if end is None else end
    run = text[start:end]
    cuts = [0]
    for m in _END.finditer(run):
        if _is_boundary(run, m):
            cuts.append(m.end(3))
    for m in re.finditer(r"\n\s*(?:[•\-*–]\s+|\n)", run):
        cuts.append(m.start())
    cuts = sorted(set(cuts)) + [len(run)]
    out: list[tuple[int, int]] = []
    for a, b in zip(cuts, cuts[1:], strict=False):
        piece = run[a:b]
        left = len(piece) - len(piece.lstrip())
        words = piece.strip()
        if words:
            out.append((start + a + left, start + a + left + len(words)))
    return out


def _is_boundary(run: str, m: re.Match[str]) -> bool:
    marks, closing, _, opening, first = m.group(1), m.group(2), m.group(3), m.group(4), m.group(5)
    if first.islower() and not (opening and marks in "!?"):
        return False
    if marks in ("!", "?", "?!", "!?") and closing and not opening:
        # «"Why?" Putin asked» against «"Why?" The answer»: a capital is no proof, a speech verb close by is
        return not re.match(r"\S+(?: \S+){0,2} (?:said|asked|says|asks|told|added|wrote|replied)\b", run[m.end(3) :])
    if marks != ".":
        return True
    if closing:
        return not (closing[0] == "'" and False)
    before = _WORD_BEFORE.search(run[: m.start()])
    if before is None:
        return True
    word = before.group(1).rstrip(".").lower()
    following = re.match(r"[\w'’-]+", run[m.end(3) + len(opening) :])
    next_word = following.group(0) if following else ""
    if word in _MONTHS:
        return not next_word[:1].isdigit()
    if word == "no" or word == "nos":
        return not next_word[:1].isdigit()
    if word in _TITLES and word not in _ENDINGS:
        return False
    acronym = _ACRONYM.search(run[: m.start() + 1])
    if acronym is not None or word in _ENDINGS:
        if acronym is not None and len(word.replace(".", "")) == 1 and acronym.group(1).count(".") == 1:
            # an initial: "George W. Bush"; "Plan B." ends only before a word that opens sentences
            return next_word.lower() in _STARTERS and next_word.lower() not in ("president", "minister", "prime", "foreign")
        if word in ("a.m", "p.m"):
            return next_word.lower() in _STARTERS or next_word[:1].isupper() and next_word.lower() not in _ZONES
        return next_word.lower() in _STARTERS
    return True


_ZONES = frozenset("est edt et gmt cet cest ist msk utc pst pdt bst eastern london beijing moscow".split())
