"""Sentences of a run of text: where one ends and the next begins.

A plain rule list: an end mark, its closing quotes, white space, and a next word that may open a sentence. Abbreviations, initials and numbers
are the exceptions. Measured against the kept libraries in docs/decisions/0004-sentences.md; the cases are in tests/engine/sentences.yml.
"""

from __future__ import annotations

import re
import string

_END = re.compile(
    r"""([.!?…]+)([”"’')\]»]*)(\s+)(?=((?:[“"‘'(\[«—–-]|[—–]\s|(?:\.\.\.|…)\s?)*)([\w€$£#@]))""",
)
# end marks, closing marks, white space, then: opening marks, first character of a word
_BREAK = re.compile(r"\n[^\S\n]*(?=[•*–-]\s+|\n)|(?<=[.:;,!?])\n[^\S\n]*(?=\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+[A-Z“\"])")
# a blank line, or a new item of a list
_NUMBERING = re.compile(r"(?:^|[.:;,!?]\s*\n|\n\s*\n)[^\S\n]*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$")
_TITLES = frozenset(
    """mr mrs ms dr prof profs gen gens col lt maj capt cmdr adm sgt brig rev hon sen sens rep reps gov govs pres st ste mt ft sr vs
    messrs mme mmes mlle h.e fr amb supt insp det cpl pfc art arts fig figs vol vols pp para paras dept univ assn pvt approx est min max sq cf
    al ca bros br""".split()
)
# abbreviations that something always follows
_ENDINGS = frozenset(
    """inc ltd co corp bhd jr sr etc bros st al calif fla tex ariz mass conn wis minn ill okla ore tenn wash colo del ga pa va md la ky ala ark miss
    mo neb nev mich ind kan mont""".split()
)
# abbreviations that may also end a sentence: they do before a word that opens sentences
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_DAYS = frozenset("mon tue tues wed weds thu thur thurs fri".split())
_ACRONYM = re.compile(r"(?:^|[\s(“\"'‘-])((?:[A-Za-z]\.)+[A-Za-z]?)$")
_OF_WORDS = string.ascii_letters + "."
_WORD = re.compile(r"[\w'’-]+")
_STARTERS = frozenset(
    """the a an he she it they we i you his her its their this that these those in on at by for from with as but and or so yet after before
    when while if since although though however meanwhile last earlier some many most both each all no not there here what who how""".split()
)
_ZONES = frozenset("est edt et gmt cet cest ist msk utc pst pdt bst eastern local".split())
_SPOKEN_ON = re.compile(r"\S+(?: \S+){0,2} (?:said|asked|says|asks|told|added|wrote|writes|replied|shouted|cried|reads?)\b|\S+ was all\b")
# «"Why?" Putin asked» against «"Why?" The answer»: a capital is no proof, a verb of speech close by is
_NEAR = 40  # characters before an end mark in which its abbreviation, initial or numbering stands


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Split a run of text.

    Args:
        text: the article's text.
        start, end: half-open bounds of the run in it.

    Returns:
        (start, end) of each sentence in characters of ``text``, without the white space around it.
    """
    end = len(text) if end is None else end
    run = text if (start, end) == (0, len(text)) else text[start:end]
    cuts = [m.end(3) for m in _END.finditer(run) if _is_boundary(run, m)]
    if "\n" in run:
        cuts = sorted({*cuts, *(m.start() for m in _BREAK.finditer(run))})
    out: list[tuple[int, int]] = []
    for a, b in zip([0, *cuts], [*cuts, len(run)], strict=True):
        piece = run[a:b]
        words = piece.strip()
        if words:
            left = start + a + len(piece) - len(piece.lstrip())
            out.append((left, left + len(words)))
    return out


def _is_boundary(run: str, m: re.Match[str]) -> bool:
    marks, closing, opening, at = m.group(1), m.group(2), m.group(4), m.start(5)
    quoted = any(mark in opening for mark in "“\"‘'«")
    if run[at].islower() and not quoted and not _capital_inside(run, at):
        return False
    if "." not in marks and "…" not in marks:
        return not (closing and not opening and _SPOKEN_ON.match(run, at))
    if marks != ".":
        # an ellipsis that opens a sentence does not end one
        return not (closing == "" and re.search(r"[.!?]\s+$", run[max(0, m.start() - 4) : m.start()]))
    if closing:
        return True
    before = run[max(0, m.start() - _NEAR) : m.start()]
    if opening[:1] in "—–-" and opening and _ACRONYM.search(before + "."):
        # a dateline: "CHARLESTON, S.C. — In the fall"
        return False
    return _ends_word(before, run, at)


def _capital_inside(run: str, at: int) -> bool:
    """iRobot, al-Shabaab: words that begin small at the head of a sentence too."""
    return run[at + 1 : at + 2].isupper() or (run[at : at + 3] in ("al-", "el-") and run[at + 3 : at + 4].isupper())


def _ends_word(before: str, run: str, at: int) -> bool:
    """Whether a full stop ends a sentence or belongs to the word before it."""
    tail = before[-5:]
    in_word = len(tail) == 5 and tail.isalpha()
    # most sentences end in a word of five letters and more, which is no number of a line and no acronym
    if not in_word and _NUMBERING.search(before):
        # "1. Lift the siege" at the head of a line, also of the run
        return False
    written = _word_before(before)
    if not written:
        return True
    word = written.rstrip(".").lower()
    following = _WORD.match(run, at)
    after = following.group(0) if following else ""
    opens = after.lower() in _STARTERS
    if word in _MONTHS and written[:1].isupper() or word in ("no", "nos"):
        return not after[:1].isdigit()
    if word in _DAYS and written[:1].isupper():
        return opens
    if word in _ENDINGS and written[:1].isupper() | (word in ("etc", "al")):
        return opens
    if word in _TITLES and not (written.isupper() and len(written) > 2 and word != "h.e"):
        return False
    if in_word or _ACRONYM.search(before + ".") is None:
        return True
    if word in ("a.m", "p.m"):
        return opens or (after[:1].isupper() and after.lower() not in _ZONES and not run.startswith(" time", at + len(after)))
    # an initial or an acronym: "George W. Bush", "the U.S. President"; "Plan B." ends only before a word that opens sentences
    return opens and run[at + 1 : at + 2] != "."


def _word_before(before: str) -> str:
    """The letters and full stops that a stretch ends with, from the first letter on."""
    stretch = before.removesuffix("\n")
    return stretch[len(stretch.rstrip(_OF_WORDS)) :].lstrip(".")
