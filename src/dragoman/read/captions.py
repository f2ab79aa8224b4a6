"""Captions and their credits: "... in Brasilia. © Presidencia / R. Prado", "(Photo/White House). Image Credit: ANI"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.read.agencies import KNOWN, credit_agencies

_LONGEST = 220  # characters of the longest credit: nothing before them is searched
_WORD = r"(?:photo(?:graph)?s?|image|picture|pic|foto|fotos|file photo|file image|handout)"
_LABEL = (
    rf"(?:{_WORD}\s*(?:credits?|courtesy|source)?\s*(?:by\b|:|/|—|–|-)"
    rf"|(?:credits?|photo credits?|image credits?|image source|representative image)\s*:"
    rf"|courtesy(?:\s+of)?\s*:?|©|\(c\)\s)"
)
_AGENCY = "REUTERS|" + "|".join(sorted((re.escape(name) for name in KNOWN), key=len, reverse=True))
_CREDITS = (
    # (Photo/White House) ... (AP Photo/John Doe) ... [Reuters/Jane Roe] ... (Photo by A. B. / AFP)
    re.compile(
        rf"[(\[]\s*(?:(?:file\s+)?{_WORD}\s*(?:credits?|courtesy)?\s*(?:by\b"
        rf"|:|/|courtesy)\s*[^()\[\]]{{2,100}}|©[^()\[\]]{{2,80}}|(?:{_AGENCY})(?:\s+(?:file\s+)?photo)?(?:\s*[/"
        rf"|:,][^()\[\]]{{2,80}})?"
        rf"|file(?:\s+{_WORD})?(?:\s*[:/][^()\[\]]{{2,80}})?|[^()\[\]/]{{2,50}}/\s*(?:{_AGENCY})[^()\[\]]{{0,30}})\s*[)\]]\.?",
        re.IGNORECASE,
    ),
    # Photo: Arben Krasniqi/DPI ... Image Credit: ANI ... © Presidencia / R. Prado
    re.compile(
        rf"(?<!\w)[|–—-]?\s*{_LABEL}\s*(?P<who>[^.()\[\]]{{2,100}}(?:\.(?=\s?[A-Z]|\w)[^.()\[\]]{{1,60}}){{0,3}})\.?$",
        re.IGNORECASE,
    ),
    # ... | AP / ... REUTERS/Jane Roe / ... — AFP
    re.compile(
        rf"\s*(?:[|–—]\s*|(?<=[.!?])\s+)(?P<who>(?:{_AGENCY})(?:\s*/\s*[^.()]{{2,60}})?|[^.|/]{{2,40}}/\s*(?:{_AGENCY}))\.?$"
    ),
)
_WORDS = ("photo", "foto", "image", "pic", "handout", "credit", "courtesy", "©", "(c)")
_SIGNS = "|/–—"
_SHORT_END = re.compile(r"[.!?]\s+[^.!?]{2,40}\.?$")
_STRIP = re.compile(rf"^[(\[|\s–—-]*(?:(?:file\s+)?{_LABEL}\s*(?:by\b)?:?\s*)?", re.IGNORECASE)
_OPENING = re.compile(r"^(?:caption|photo caption|image caption|file photo|file)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """A caption taken apart."""

    start: int
    end: int
    # the words of the caption without its credit, half-open in the text given; empty where there is only a credit
    credit: str | None
    agencies: tuple[str, ...]


def read_caption(text: str) -> Credited:
    """Split a caption from the credits at its end.

    Args:
        text: the words under a picture.

    Returns:
        Where the caption's own words stand, and who is credited (the last credit named, as the page spells it).
    """
    end, credits = len(text.rstrip()), []
    while True:
        match = _last_credit(text[:end])
        if not match:
            break
        credits.append(_name(match))
        end = len(text[: match.start()].rstrip())
        if text[end - 1 : end] not in (".", "") and text[match.start() - 1 : match.start()] == ".":
            end += 1
    opening = _OPENING.match(text[:end])
    start = opening.end() if opening else len(text[:end]) - len(text[:end].lstrip())
    credit = credits[0] if credits else None
    agencies = [agency for one in credits for agency in credit_agencies(one)]
    return Credited(start=min(start, end), end=end, credit=credit, agencies=tuple(dict.fromkeys(agencies)))


def _last_credit(text: str) -> re.Match[str] | None:
    """The credit that a text ends with."""
    start = max(0, len(text) - _LONGEST)
    for pattern, possible in zip(_CREDITS, _hints(text[start:]), strict=True):
        for match in pattern.finditer(text, start) if possible else ():
            if not text[match.end() :].strip(" ."):
                return match
    return None


def _hints(end: str) -> tuple[bool, bool, bool]:
    """Whether each of the credits may stand at the end of a text: most paragraphs hold none, and are looked through quickly."""
    lower = end.lower()
    signed = any(sign in end for sign in _SIGNS) or _SHORT_END.search(end[-60:]) is not None
    return end.rstrip(" .").endswith((")", "]")), any(word in lower for word in _WORDS), signed


def _name(match: re.Match[str]) -> str:
    """The one credited, without the label and the brackets."""
    words = _STRIP.sub("", match[0]).strip()
    return words.strip("()[].,| ") or match[0].strip("()[]. ")


@lru_cache(maxsize=256)  # the head and the body both ask
def caption_shaped(text: str) -> bool:
    """Whether a paragraph of plain text is a caption: it ends with a credit to a picture, or says that it is one."""
    line = text.strip()
    if len(line) > 500 or "\n\n" in line:
        return False
    if _OPENING.match(line) or re.match(rf"^{_WORD}\s*(?:credits?|courtesy|by)?\s*:", line, re.IGNORECASE):
        return True
    match = _last_credit(line)
    if match is None:
        return False
    strong = re.search(rf"{_WORD}|credit|©|courtesy", match[0], re.IGNORECASE) or "/" in match[0]
    return bool(strong) and not re.match(r"[\"“]", line)
