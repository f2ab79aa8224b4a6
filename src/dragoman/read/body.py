"""The body of an article: which paragraphs are prose, which captions, which furniture, and where a dateline ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.read.agencies import known_agency, named_agencies
from dragoman.read.boilerplate import DISCLAIMER, is_boilerplate, is_list_label
from dragoman.read.captions import caption_shaped, read_caption
from dragoman.read.dateline import Prefix, lone_place, read_dateline, speakers
from dragoman.read.foot import read_foot
from dragoman.read.letterhead import address_shaped, keyed_line, letterhead_shaped, number_shaped
from dragoman.read.names import person_shaped
from dragoman.read.outlets import Outlet
from dragoman.read.stamplines import CLOCK, is_stamp_line
from dragoman.read.stamps import Setting, find_stamps

_TAG_LABEL = re.compile(
    r"^[\s•*▪■►-]*(?:country|countries|tags?|topics?|keywords?|filed under|categories|category|regions?|in this story|related topics)\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*[•*▪■►‣·-]\s+")
_SIGNED = re.compile(
    r"\s*(?:\(\s*(?P<a>[A-Z][\w /&,.-]{1,40})\s*\)|/(?P<b>[A-Z]{2,8})/|[-–—]\s?(?P<c>[A-Z][\w ]{1,20}))\s*\.?$"
)
_CLOSED = re.compile(
    r"(?<=[.!?\"”’])\s+(?:(?:Enditem|ENDS?|-?ends-?|-0-|\(end\)|///|###|\*{3})"
    r"|\((?:Additional |With )?(?:[Rr]eporting|Writing|Compiled|Edited|Editing|Translated) by [^()]{3,200}\))\s*$"
)
_OFFICE = re.compile(r"(?:the )?(?:office|ministry|department|embassy|government|permanent mission|delegation|secretariat|directorate)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one paragraph is."""

    kind: str
    # body | caption | boilerplate
    start: int
    end: int
    # the coded words, half-open in the paragraph; empty for boilerplate
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The paragraphs of a body with what they tell about its origin."""

    pieces: tuple[Piece, ...]
    # one for each paragraph
    dateline: Prefix | None
    tags: tuple[str, ...]
    agencies: tuple[str, ...]
    disclaimer: str | None
    stamps: tuple[str, ...]
    # lines at the foot that say when it was published or updated
    issued: tuple[str, ...]
    # lines at the foot that tell a date without saying of what


def read_body(paragraphs: Sequence[str], *, outlet: Outlet | None = None, setting: Setting | None = None) -> Body:
    """Tell the parts of a body apart.

    Args:
        paragraphs: what follows the head, in order.
        outlet: the outlet's entry in the codebook, for its own furniture.
        setting: what is known of the outlet, for numeric dates.

    Returns:
        One piece for each paragraph, and what was learnt from them.
    """
    tags, tag_places = _tags(paragraphs)
    links = _links(paragraphs)
    foot = read_foot(paragraphs)
    colon = speakers(tuple(paragraphs)) < 2
    stamps = {place: text for place, text in enumerate(paragraphs) if _labelled(text)}
    pieces: list[Piece] = []
    agencies: list[str] = []
    dateline: Prefix | None = None
    prose = 0
    for place, text in enumerate(paragraphs):
        furniture = (
            place in tag_places
            or place in links
            or place in stamps
            or place in foot.places
            or (prose == 0 and _heads(text))
            or CLOCK.fullmatch(text.strip())
            or is_boilerplate(text)
            or (outlet is not None and any(p.fullmatch(text) for p in outlet.boilerplate))
        )
        if furniture or _only_agency(text):
            agencies.extend(named_agencies(text) or _only_agency(text))
            pieces.append(Piece(kind="boilerplate", start=0, end=0))
        elif dateline is None and prose == 0 and (alone := lone_place(text, paragraphs[place + 1 : place + 2])):
            dateline = alone
            pieces.append(Piece(kind="boilerplate", start=0, end=0))
        elif caption_shaped(text):
            caption = read_caption(text)
            agencies.extend(caption.agencies)
            pieces.append(Piece(kind="caption", start=caption.start, end=caption.end, credit=caption.credit))
        else:
            prefix = None if dateline or prose > 2 else read_dateline(text, colon=colon, setting=setting)
            dateline = prefix or dateline
            if prefix and prefix.agency:
                agencies.insert(0, prefix.agency)
            # a heading or a summary before the first paragraph does not rule a dateline out
            prose += bool(_SENTENCE_END.search(text))
            end, signed = _signature(text)
            agencies.extend(signed)
            pieces.append(Piece(kind="body", start=prefix.end if prefix else 0, end=end))
    disclaimer = next(
        (text.strip(" ()[]*") for text in paragraphs if DISCLAIMER.match(text) and is_boilerplate(text)), None
    )
    return Body(
        pieces=tuple(pieces),
        dateline=dateline,
        tags=tags,
        agencies=tuple(dict.fromkeys(agencies)),
        disclaimer=disclaimer,
        stamps=tuple(stamps.values()),
        issued=foot.stamps,
    )


def _heads(text: str) -> bool:
    """Whether a line above the first sentence belongs to a letterhead ("Office of the Prime Minister")."""
    line = text.strip()
    return keyed_line(line) or number_shaped(line) or address_shaped(line) or (bool(_OFFICE.match(line)) and letterhead_shaped(line))


def _labelled(text: str) -> bool:
    """Whether a line says when the article was published or updated, and no more."""
    return len(text) < 160 and any(stamp.label for stamp in find_stamps(text)) and is_stamp_line(text)


def _signature(text: str) -> tuple[int, tuple[str, ...]]:
    """Where a paragraph ends before "(ANI)" or "- Xinhua", and the agencies named there."""
    closed = _CLOSED.search(text, max(0, len(text) - 300))
    if closed:
        return closed.start(), ()
    match = _SIGNED.search(text, max(0, len(text) - 80))
    if not match or not _SENTENCE_END.search(text[: match.start()]):
        return len(text), ()
    names = [name.strip() for name in re.split(r"[/,&]", match["a"] or match["b"] or match["c"])]
    if not all(known_agency(name) for name in names):
        return len(text), ()
    return match.start(), tuple(names)


def _only_agency(text: str) -> tuple[str, ...]:
    """The agency in a paragraph that is no more than "(Reuters)" or "Source: Xinhua"."""
    bare = re.sub(r"^(?:source|agency|agencies)\s*:\s*", "", text.strip(" ()[]-–—./"), flags=re.IGNORECASE)
    names = [name.strip() for name in re.split(r"[/,&]|\band\b", bare)] if len(bare) < 60 else []
    if len(names) == 2 and "/" in bare and person_shaped(names[1]):  # WAM/Hazem Lutfi
        names.pop()
    return tuple(names) if names and all(known_agency(name) for name in names) else ()


def tells_origin(text: str) -> bool:
    """Whether a line at the foot tells the agency, the tags or when the article was published."""
    return bool(_only_agency(text)) or (len(text) < 300 and bool(_TAG_LABEL.match(text))) or _labelled(text)


def line_tags(text: str) -> tuple[str, ...]:
    """The tags in a line such as "Tags: Jordan, water"; empty where it is no such line."""
    match = _TAG_LABEL.match(text)
    return tuple(_split(match["rest"])) if match and len(text) < 300 else ()


def _tags(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], frozenset[int]]:
    """Tags in a line ("Tags: A, B") or in bullets under a label ("• Country:", "• United States")."""
    tags: list[str] = []
    places: set[int] = set()
    for place, text in enumerate(paragraphs):
        match = _TAG_LABEL.match(text)
        if not match or len(text) > 300 or _SENTENCE_END.search(text) or place in places:
            continue
        places.add(place)
        if match["rest"]:
            tags.extend(_split(match["rest"]))
            continue
        for after in range(place + 1, len(paragraphs)):
            line = paragraphs[after]
            if not _BULLET.match(line) or len(line) > 60 or _TAG_LABEL.match(line):
                break
            places.add(after)
            tags.append(_BULLET.sub("", line).strip())
    return tuple(dict.fromkeys(tags)), frozenset(places)


def _split(line: str) -> list[str]:
    return [tag.strip(" #.•") for tag in re.split(r"\s*[,;|•]\s*|\s+#", line) if tag.strip(" #.•")]


def _links(paragraphs: Sequence[str]) -> frozenset[int]:
    """Headlines of other articles under "READ ALSO" and the like: up to eight lines that do not end as sentences do."""
    places: set[int] = set()
    for place, text in enumerate(paragraphs):
        if not is_list_label(text):
            continue
        for after in range(place + 1, min(place + 9, len(paragraphs))):
            if _SENTENCE_END.search(paragraphs[after]) or len(paragraphs[after]) > 160:
                break
            places.add(after)
    return frozenset(places)
