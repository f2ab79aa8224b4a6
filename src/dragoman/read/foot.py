"""The foot of an article: contacts, links, signatures, place and date of issue, editors, notices.

A foot is read in two ways. Down from a heading that announces one ("Contacts", "Associated links", "Best regards,"), until prose begins
again; and up from the last line, through lines that have the shape of a contact, an address, a credit or a date of issue. Whatever
reads as prose ends it, since losing prose is worse than keeping a line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.read.boilerplate import is_boilerplate
from dragoman.read.letterhead import (
    address_shaped,
    contact_shaped,
    credit_shaped,
    keyed_line,
    letterhead_shaped,
    number_shaped,
    place_shaped,
)
from dragoman.read.names import outlet_shaped
from dragoman.read.stamplines import CLOCK, is_stamp_line

_REACH = 16  # lines above the last that a foot may reach; the longest seen had twelve
_HEADING = re.compile(
    r"(?:(?:media|press|public|for)\s+)?(?:contacts?|enquir\w+|inquir\w+|further information|more information|(?:press|media) (?:office|service|contact))\s*:?"
    r"|(?:associated|related|external|useful|quick|other|additional|see)\s+(?:links?|documents?|resources?|products?|content|pages?|files|information)\s*:?"
    r"|(?:tags|topics|(?:related )?(?:tags|topics)|like this"
    r"|documents|downloads?|attachments?|links?|key events|multimedia|follow us|social media|leave a (?:comment|reply)|post a comment|comments)\s*:?"
    r"|for (?:more|further|additional|any) (?:information|details|enquir\w+|inquir\w+|queries)\b[^.]{0,60}[:,]?"
    r"|(?:press|media) enquir\w+[^.]{0,40}:",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:best|kind|warm|with best|with kind) (?:regards|wishes)|regards|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)"
    r"|signed|sgd\.?|respectfully)\s*[,:.]?",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"^.{0,20}\b(?:office|secretariat|ministry|department|directorate|service|embassy|division|unit|spokes\w+|newsroom)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What was found at the foot."""

    places: frozenset[int]
    # the paragraphs that are no prose
    stamps: tuple[str, ...]
    # those of them that tell a date of issue


def read_foot(paragraphs: Sequence[str]) -> Foot:
    """Find the foot of an article.

    Args:
        paragraphs: of the body, in order.

    Returns:
        The paragraphs of the foot, and the dates told in it.
    """
    places = _upwards(paragraphs) | _downwards(paragraphs)
    stamps = tuple(paragraphs[place] for place in sorted(places) if is_stamp_line(paragraphs[place]))
    return Foot(places=frozenset(places), stamps=stamps)


def _downwards(paragraphs: Sequence[str]) -> set[int]:
    """What stands under headings of a foot, until prose begins again."""
    found: set[int] = set()
    for place, text in enumerate(paragraphs[1:], 1):
        if place in found or len(text) > 100 or not (_HEADING.fullmatch(text.strip()) or _CLOSING.fullmatch(text.strip())):
            continue
        after = place + 1
        while after < len(paragraphs) and not _prose(paragraphs[after]):
            after += 1
        if after - place <= _REACH:
            found.update(range(place, after))
    return found


def _upwards(paragraphs: Sequence[str]) -> set[int]:
    """The lines from the last up to the first one that has the shape of a foot, with no prose between."""
    marks: list[int] = []
    place = len(paragraphs) - 1
    while place > 0 and len(paragraphs) - place <= _REACH and not _prose(paragraphs[place]):
        if _mark(paragraphs[place]):
            marks.append(place)
        place -= 1
    if not marks:
        return set()
    top = marks[-1]
    stamped = is_stamp_line(paragraphs[top])
    postal = address_shaped(paragraphs[top]) or contact_shaped(paragraphs[top])
    # the place above its date, the office above its address
    while top - 1 > place and (
        (stamped and place_shaped(paragraphs[top - 1]))
        or (postal and (letterhead_shaped(paragraphs[top - 1]) or _OFFICE.search(paragraphs[top - 1])))
    ):
        top -= 1
        stamped = False
    return set(range(top, len(paragraphs)))


def _mark(text: str) -> bool:
    """Whether a line has the shape of a foot."""
    return (
        is_boilerplate(text)
        or contact_shaped(text)
        or address_shaped(text)
        or credit_shaped(text)
        or keyed_line(text)
        or number_shaped(text)
        or is_stamp_line(text)
        or (len(text) < 40 and outlet_shaped(text))
        or bool(_CLOSING.fullmatch(text.strip()))
    )


def _prose(text: str) -> bool:
    """Whether a line is a sentence or a longer run of words rather than a line of a foot."""
    if is_boilerplate(text) or contact_shaped(text) or credit_shaped(text) or address_shaped(text) or CLOCK.fullmatch(text.strip()):
        return False
    return len(text) > 160 or bool(_ENDS.search(text.strip())) or text.lstrip()[:1] in "\"“«"
