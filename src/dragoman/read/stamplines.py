"""Lines that tell when an article was published or updated, and perhaps by whom and where."""

import re

from dragoman.read.agencies import known_agency
from dragoman.read.boilerplate import is_boilerplate
from dragoman.read.names import outlet_shaped, person_shaped, read_byline, read_desk
from dragoman.read.stamps import blank_out, find_stamps

SEPARATOR = re.compile(r"\s*[|•·]\s*|\s+[–—]\s+|\s+-\s+|\s{2,}|\s*\n\s*")
# a time on a line of its own, under its date
CLOCK = re.compile(r"[0-2]?\d[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s+[A-Z]{2,5})?", re.IGNORECASE)
# what a release calls itself, and its number
RELEASE = re.compile(
    r"(?:(?:press|media|news) (?:release|statement|note|communiqu[eé])|communiqu[eé]|readout|statement)"
    r"|(?:(?:daily|weekly|monthly|morning|evening) )?(?:analysis|briefing|bulletin|digest|update|report|note)"
    r"|(?:no|ref|nr)\b\.?\s*:?\s*[\w/.-]*\d[\w/.-]*",
    re.IGNORECASE,
)
# the same day by another calendar: "4 Ramadan 1444H corresponding to", "25 Baisakh 2078"
_OTHER_CALENDAR = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?,?\s+[A-Z][\w'’-]+(?:[ -](?:al|Al|ul|I{1,2}|[A-Z])[\w'’-]*)?,?\s+(?:1[34]\d\d|20[5-9]\d|25\d\d)"
    r"\s?(?:A\.?H\.?|H|B\.?S\.?|B\.?E\.?)?(?!\w)"
    r"|\b(?:corresponding|equivalent) to\b|\bi\.e\."
)
KEYED = re.compile(r"^(?:source|editor|agency|via|from|(?:newspaper )?section|category|writer|author|place|location)\s*:\s*(?P<who>\S.{0,40})$", re.IGNORECASE)


def is_stamp_line(line: str) -> bool:
    """Whether a line is no more than dates with their labels, and perhaps who wrote it where.

    Args:
        line: one paragraph.

    Returns:
        False for prose that happens to tell a date.
    """
    if CLOCK.fullmatch(line):
        return True
    stamps = find_stamps(line) if len(line) <= 200 else ()
    if not stamps:
        return False
    rest = _OTHER_CALENDAR.sub(" ", blank_out(line, stamps))
    if not any(char.isalpha() for char in rest):
        return True
    labelled = any(stamp.label for stamp in stamps)
    if not labelled and not any(stamp.full for stamp in stamps):
        return False
    return all(_stamp_rest(piece, labelled) for piece in SEPARATOR.split(rest))


def _stamp_rest(piece: str, labelled: bool) -> bool:
    """Whether what stands beside a date is empty, a place, a person, an outlet, a desk or a reading time."""
    piece = re.sub(r"\b\d{1,2}\s*(?:and|to|&|-|–)\s*$", "", piece.rstrip())
    # "7 and 8 February": the first of two days
    bare = re.sub(
        r"^(?:on|at|in|the|and)\b|\b(?:at|on|by|the|this)\s*$", "", piece.strip(" ,.;:()[]/|-–—"), flags=re.IGNORECASE
    ).strip(" ,.;:()[]/|-–—")
    if (
        not bare
        or KEYED.match(bare)
        or RELEASE.fullmatch(bare)
        or known_agency(bare)
        or read_byline(bare)
        or read_desk(bare)
        or person_shaped(bare)
        or all(person_shaped(name) for name in re.split(r"\s*,\s*|\s+and\s+", bare))
        or outlet_shaped(bare)
        or is_boilerplate(bare)
    ):
        return True
    words = bare.split()
    proper = all(word[0].isupper() or not word[0].isalpha() for word in words)
    return proper and len(words) <= (4 if labelled else 3)
