"""The head of a plain text: title, standfirst, byline, masthead, stamps, the opening lines of a press release.

The head reaches from the top to the last line of head matter (a stamp, a byline, a masthead ...) that stands before the third
paragraph of prose. A text without such lines has at most a title and a standfirst; whatever ends like a sentence is then body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dragoman.read.agencies import known_agency
from dragoman.read.boilerplate import is_boilerplate
from dragoman.read.captions import caption_shaped
from dragoman.read.dateline import read_dateline
from dragoman.read.letterhead import (
    address_shaped,
    contact_shaped,
    keyed_line,
    letterhead_shaped,
    number_shaped,
    place_shaped,
    section_shaped,
)
from dragoman.read.names import institution_shaped, outlet_shaped, person_shaped, read_byline, read_desk
from dragoman.read.outlets import outlet_by_name
from dragoman.read.stamplines import CLOCK, KEYED, SEPARATOR, is_stamp_line
from dragoman.read.stamps import blank_out, find_stamps

_REACH = 14  # head matter further down than this many paragraphs belongs to the body
_RELEASE = re.compile(
    r"^(?:for immediate release|embargo\w*\b.{0,60}|(?:press|media|news)\s+(?:release|statement|note|communiqu[eé]|briefing"
    r"|advisory)\b.{0,50}|communiqu[eé]\b.{0,40}|readout\s*$"
    r"|(?:ref(?:erence)?|release|statement|no|pr)\b\.?\s*(?:no\.?|number|#|:)?\s*:?\s*[\w/.-]*\d[\w/.-]*|[A-Z]{2,5}(?:/[A-Z]{1,5})*/\d{2,6}"
    r"|meetings coverage|press conference\s*$)",
    re.IGNORECASE,
)
# a release that is named by what it is about, and not by a number
_ON = re.compile(
    r"(?:press|media|news) (?:release|statement|note|communiqu[eé]) (?:on|about|regarding|concerning|following|after)\s+\S+\s.*\S$", re.IGNORECASE
)
_BODY_NAME = re.compile(
    r"\b(?:ministry|department|office|embassy|consulate|mission|government|cabinet|presidency|secretariat|directorate"
    r"|republic|kingdom|sultanate|state of|federation|emirates|united nations"
    r"|european (?:union|commission|council)|commission|council|white house|african union|league|spokesperson|bureau|ministerio|ministère|itamaraty)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|columnist|analyst|writer|bureau chief|journalist|fellow)\b", re.IGNORECASE
)
_LONG = 220
# characters beyond which a line is prose, or boilerplate
_BRIEFING = re.compile(
    r"(?:the )?(?:(?:daily|regular|noon|weekly|special|joint|department|background|monthly) )*(?:press|news|media|noon) (?:briefing|conference|availability)s?",
    re.IGNORECASE,
)
_TRANSCRIPT = re.compile(r"(?:(?:full|verbatim|edited|rush|unofficial|official|partial) )*transcript\b(?:\s*:\s*|\s+(?:of|from)\s+)\S.{4,140}", re.IGNORECASE)
# "PRESS RELEASE: Peru recalls ambassador", the subject of a mail
_RELEASED = re.compile(r"(?:press|media|news) (?:release|statement|note)\s*[:–—-]\s+(?=\S+\s\S+\s\S+\s)(?!no\b|\S*\d)", re.IGNORECASE)
# whose words a release gives: its title where no other follows
_LABEL = re.compile(
    r"(?:(?:press|joint|media|official|opening|national) )*(?:statement|remarks|address|message|communiqu[eé]|declaration"
    r"|speech|comments?)s? (?:by|of|from|issued by)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:office of|the hon|honou?rable|minister|secretary|spokes\w+|press (?:service|office|secretary|department)"
    r"|directorate|department|division|centre|center|bureau)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:The|El|La|Le|Les|Los|Die|Der|Das|Het|O|A)\s")
_ENDS = re.compile(r"[.:;,][\"'”’)\]]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}[\"'”’)]*$|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|vs)\.$")
_LONG_LINE = 90  # characters: "CHAD-SUDAN: Borders to reopen" is shorter, the first paragraph under a dateline longer
_LONGEST_TITLE, _LONGEST_STANDFIRST = 220, 700


@dataclass(slots=True, kw_only=True)
class Head:
    """What the head tells; built up line by line within ``read_head``."""

    size: int = 0
    # paragraphs of the head
    title: int | None = None
    standfirsts: list[int] = field(default_factory=list)
    matter: list[int] = field(default_factory=list)
    # lines that are neither title nor standfirst nor to be read with the body (captions, tags)
    outlet: str | None = None
    byline: str | None = None
    place: str | None = None
    # of a line such as "Cairo, 5 October 2024"
    stamps: list[str] = field(default_factory=list)
    # the lines that hold dates, to be read once the outlet is known


def read_head(paragraphs: Sequence[str]) -> Head:
    """Read the head of a plain text.

    Args:
        paragraphs: all its paragraphs, in order.

    Returns:
        The head; its ``size`` is 0 where the text is body from the first word.
    """
    if len(paragraphs) < 2:
        return Head()
    kinds = [_kind(text) for text in paragraphs[:_REACH]]
    kinds = _settle_clocks(kinds, paragraphs)
    kinds = _settle_letterhead(kinds, paragraphs)
    kinds = _settle_releases(kinds, paragraphs)
    top = next((place for place, kind in enumerate(kinds) if kind not in ("section", "furniture", "release")), len(kinds))
    end = _head_end(kinds, paragraphs)
    if end <= top:
        return _bare_head(paragraphs, top)
    return _fill(paragraphs, kinds, _with_author(paragraphs, kinds, end))


def _with_author(paragraphs: Sequence[str], kinds: Sequence[str], end: int) -> int:
    """The end of a head whose author is named below it, alone on a line, perhaps with a role under the name."""
    place = end
    while place < len(kinds) and kinds[place] == "furniture":
        place += 1
    last = place >= min(len(kinds), len(paragraphs) - 1)
    if last or "words" not in kinds[:end] or not person_shaped(paragraphs[place]) or len(paragraphs[place]) > 45:
        return end
    return place + 1 + (bool(_ROLE.search(paragraphs[place + 1])) and _title_shaped(paragraphs[place + 1]))


def _kind(text: str) -> str:
    """What a line of head matter is: stamp, byline, desk, outlet, release, section, institution, caption, furniture; or words."""
    line = text.strip()
    if _names_briefing(line):
        return "words"
    if caption_shaped(line):
        return "caption"
    if re.match(r"^[\s•*▪■►]*(?:country|tags?|topics?|keywords?)\s*:", line, re.IGNORECASE) or re.match(
        r"^\s*[•▪■►]\s+\S", text
    ):
        return "tags" if len(line) < 80 else "words"
    if is_stamp_line(line):
        return "stamp"
    if len(line) > _LONG and not is_boilerplate(line):
        return "words"
    if _ON.match(line) or _RELEASED.match(line):
        return "words"
    if (_RELEASE.match(line) and len(line) <= 90 and not line.endswith(".")) or number_shaped(line):
        return "release"
    if line[:1].islower() and len(line) < 90 and len(line.split()) > 2 and not _ENDS.search(line):
        return "section"  # what an outlet says of itself: "humanitarian news and analysis"
    if section_shaped(line) or keyed_line(line) or address_shaped(line) or contact_shaped(line):
        return "section"
    if re.fullmatch(r"\S+\s+(?:English|Arabic|Online)(?:\s+(?:Edition|Service))?", line) and known_agency(line.split()[0]):
        return "section"
    if is_boilerplate(line) or (known_agency(line) and not outlet_by_name(line)):
        return "furniture"
    if len(line) > 120:
        return "words"
    if read_byline(line):
        return "byline"
    if read_desk(line):
        return "desk"
    if institution_shaped(line) and _BODY_NAME.search(line):
        return "institution"
    return "outlet" if outlet_by_name(line) or outlet_shaped(line) or _is_masthead(line) else "words"


def _names_briefing(line: str) -> bool:
    """ "Department Press Briefing – September 12, 2023": the kind of a text and its date alone."""
    return len(line) <= 160 and _BRIEFING.search(line) is not None and _BRIEFING.fullmatch(_without_date(line)) is not None


def _without_date(line: str) -> str:
    """ "Department Press Briefing – September 12, 2023" without the date and the dash before it."""
    return blank_out(line, find_stamps(line)).strip(" –—-|,()") if any(char.isdigit() for char in line) else line


def _is_masthead(line: str) -> bool:
    """ "The Quayside Review | Analysis": an outlet and its sections, side by side."""
    names = [piece.strip() for piece in SEPARATOR.split(line) if not section_shaped(piece)]
    named = [outlet_shaped(name) for name in names]
    if len(names) == 1:
        return names[0] != line.strip() and named[0]
    # "RTA | Republican Telegraph Agency", "FRONTIER DAILY — San Cristóbal"
    return any(named) and all(
        one or re.fullmatch(r"[A-Z]{2,8}", name) or (named[0] and place_shaped(name)) for one, name in zip(named, names, strict=True)
    )


def _settle_clocks(kinds: list[str], paragraphs: Sequence[str]) -> list[str]:
    """A bare clock time belongs to the date above it; elsewhere it is that of an entry of a live blog, which is no head matter."""
    settled: list[str] = []
    for place, (kind, text) in enumerate(zip(kinds, paragraphs, strict=False)):
        bare = kind == "stamp" and CLOCK.fullmatch(text.strip()) and kinds[place - 1 : place] != ["stamp"]
        if bare and ("stamp" in settled or not any(stamp.full for above in paragraphs[:place] for stamp in find_stamps(above))):
            kind = "words"
        settled.append(kind)
    return settled


def _settle_letterhead(kinds: list[str], paragraphs: Sequence[str]) -> list[str]:
    """Names above the words "Press release", a number or a date are a letterhead, where a headline follows them.

    So are an office above its date, "Statement by ..." above a headline, and an outlet with its motto at the very top.
    """
    prose = next((i for i, text in enumerate(paragraphs[: len(kinds)]) if kinds[i] == "words" and _prose(text)), len(kinds))
    lines = [i for i in range(prose) if kinds[i] in ("words", "institution") and _title_shaped(paragraphs[i])]

    def follows(place: int) -> bool:
        return any(i > place and not place_shaped(paragraphs[i]) for i in lines)

    settled = list(kinds)
    marks = [i for i in range(prose) if kinds[i] == "release"]
    dates = [i for i in range(prose) if kinds[i] == "stamp"]
    last = max(marks, default=-1)
    late = max([last, *dates])
    for place in range(min(prose, len(kinds))):
        text = paragraphs[place]
        if kinds[place] not in ("words", "institution"):
            continue
        beside = {*kinds[max(0, place - 1) : place], *kinds[place + 1 : place + 2]}
        short = place_shaped(text) and ("," in text or len(text.split()) == 1)
        if "stamp" in beside and short and (follows(place) or any(i < place for i in lines)):
            settled[place] = "place"  # "Manila" over its date
            continue
        above = place < last and follows(last) and letterhead_shaped(text)
        office = last >= 0 and place < late and follows(late) and letterhead_shaped(text) and bool(_OFFICE.search(text))
        label = bool(_LABEL.match(text)) and follows(place) and (place < late or place + 1 in lines)
        top = place == 0 and follows(0) and (_tagline(text) or re.fullmatch(r"[A-Z]{2,8}", text.strip()))
        if above or office or label or top:
            settled[place] = "release"
    first = next((i for i in lines if i > last >= 0 and settled[i] == "institution" and not place_shaped(paragraphs[i])), None)
    if first is not None and not any(settled[i] == "words" for i in lines if i > last):
        settled[first] = "words"  # "Permanent Council Adopts Resolution on Haiti": all in capitals, yet no office
    named = next((i for i in range(prose) if kinds[i] == "words" and _TRANSCRIPT.fullmatch(paragraphs[i].strip())), 0)
    for place in range(named):
        # "Transcript of the weekly briefing" is a title; whose it is stands above it
        if settled[place] in ("words", "institution") and letterhead_shaped(paragraphs[place]):
            settled[place] = "release"
    if last >= 0 and not follows(last):
        _keep_one(settled, paragraphs, last)
    return settled


def _keep_one(kinds: list[str], paragraphs: Sequence[str], last: int) -> None:
    """Of the names above a release that has no headline of its own, the last that is no place serves as its title."""
    words = [i for i in range(last) if kinds[i] in ("words", "institution")]
    if len(words) < 3 or not all(letterhead_shaped(paragraphs[i]) for i in words):
        return
    kept = next((i for i in reversed(words) if not ("," in paragraphs[i] and place_shaped(paragraphs[i]))), words[-1])
    for place in words:
        kinds[place] = "words" if place == kept else "release"


def _tagline(text: str) -> bool:
    """ "The Levant Post - Breaking news from Lebanon and the region": an outlet, and what it says of itself."""
    pieces = re.split(r"\s*\|\s*|\s+[–—:-]\s+", text.strip(), maxsplit=1)
    return len(pieces) == 2 and len(pieces[0].split()) > 1 and outlet_shaped(pieces[0]) and bool(re.search(r"\bnews\b|\bfrom\b|\bfor\b", pieces[1]))


def _prose(text: str) -> bool:
    """Whether a paragraph is a sentence of the body rather than a line of the head."""
    line = text.strip()
    return len(line) > 60 and bool(_ENDS.search(line)) or len(line) > _LONGEST_TITLE or _opens_story(text)


@lru_cache(maxsize=256)  # asked of a line twice or three times
def _opens_story(text: str) -> bool:
    """Whether a line opens with a dateline, and is no headline such as "KUNA: Kuwait urges Iran" or "CHAD-SUDAN: Borders to reopen"."""
    told = read_dateline(text)
    return told is not None and bool(_ENDS.search(text.strip()) or told.agency or told.date or len(text) > _LONG_LINE)


def _settle_releases(kinds: list[str], paragraphs: Sequence[str]) -> list[str]:
    """An institution's name is head matter only beside other marks of a release, and where a title is left without it."""
    marked = any(kind == "stamp" and _RELEASE.match(text) for kind, text in zip(kinds, paragraphs, strict=False))
    # "Press release | No. 44/2023 | 14 March 2023"
    if "release" in kinds or marked or sum(kind == "institution" for kind in kinds) > 1:
        first = next((i for i, k in enumerate(kinds) if k in ("words", "caption")), len(kinds))
        if 0 < first < len(kinds) and kinds[first - 1] == "institution" and not _title_shaped(paragraphs[first]):
            kinds = [*kinds[: first - 1], "words", *kinds[first:]]
            first -= 1
        settled = [
            ("release" if k == "institution" and i < first else "words" if k == "institution" else k)
            for i, k in enumerate(kinds)
        ]
        if any(_title_shaped(paragraphs[i]) for i, k in enumerate(settled[:8]) if k == "words"):
            return settled
        if "release" in kinds:
            return settled
    lone = (
        kinds[0] == "institution" and len(paragraphs[0].split()) <= 5
    )  # "Ministry of External Affairs", then the headline
    if (
        lone
        and any(kind == "words" and _title_shaped(p) for kind, p in zip(kinds[:4], paragraphs, strict=False))
        and "stamp" in kinds
    ):
        kinds = ["release", *kinds[1:]]
    kinds = ["words" if kind == "institution" else kind for kind in kinds]
    # the only headline of a text may look like a masthead ("Post Office Review")
    if (
        "words" in kinds
        and not any(_title_shaped(p) for p, k in zip(paragraphs, kinds, strict=False) if k == "words")
        and kinds[0] in ("outlet", "desk")
        and not re.search(r"\([A-Z]{2,6}\)$", paragraphs[0].strip())
    ):
        kinds[0] = "words"
    return kinds


def _head_end(kinds: Sequence[str], paragraphs: Sequence[str]) -> int:
    """How many paragraphs the head has; 0 where no line of head matter stands near the top."""
    end, prose, sentences = 0, 0, 0
    for place, kind in enumerate(kinds):
        if kind == "words":
            text = paragraphs[place]
            # "KUNA: Kuwait urges Iran" at the top is a headline
            if _opens_story(text) or prose == 3 or sentences == 2:
                break
            sentences += prose > 0 and bool(_ENDS.search(text.strip()))
            prose += 1
            if prose > 1 and len(text) > _LONGEST_STANDFIRST:
                break
        elif kind in ("caption", "furniture", "tags", "section") and prose > 1 and end == 0 and not _more_head(kinds[place:]):
            break
        elif sentences == 2 and place > len(paragraphs) // 2:
            break  # the foot of a short text
        elif kind != "furniture" and not (kind == "section" and prose > 1) or prose == 0 or _more_head(kinds[place:]):
            end = place + 1
    # prose before the only head matter is a title and standfirst; three paragraphs of it are a body
    return end if sum(kind == "words" for kind in kinds[:end]) <= 3 and end < len(paragraphs) + 1 else 0


def _more_head(kinds: Sequence[str]) -> bool:
    return any(kind in ("stamp", "byline", "desk") for kind in kinds[:4])


def _bare_head(paragraphs: Sequence[str], top: int) -> Head:
    """A text with no head matter but sections and menus at its ``top``: a title, and a standfirst where it too is no sentence."""
    head = Head(size=top, matter=list(range(top)))
    left = paragraphs[top:]
    if not left or (not _title_shaped(left[0]) and not _headline_cased(left[0])):
        return head
    rest = [text for text in left[1:] if len(text) > 40 or _ENDS.search(text)]
    if not rest:
        return head
    head.title, head.size = top, top + 1
    if _names_briefing(left[0].strip()) and find_stamps(left[0]):
        head.stamps.append(left[0])
    if len(left) > 2 and _title_shaped(left[1]) and 40 <= len(left[1]) <= 250 and not re.search(r"[?!]$", left[1]):
        head.standfirsts, head.size = [top + 1], top + 2
    return head


def _fill(paragraphs: Sequence[str], kinds: Sequence[str], end: int) -> Head:
    """Give each paragraph of the head its part."""
    head = Head(size=end)
    words = [place for place in range(end) if kinds[place] == "words"]
    people: list[str] = []
    title = _title_place(paragraphs, kinds, words, end)
    if title is not None and title >= end:
        words.append(title)
        head.size = title + 1
    head.title = title
    for place in range(head.size):
        text, kind = paragraphs[place], kinds[place] if place < len(kinds) else "words"
        if place in words:
            _words(head, place, text, people)
        elif kind == "place":
            head.place = head.place or text.split(",")[0].strip()
        elif kind in ("stamp", "byline", "desk", "outlet"):
            _masthead(head, text, kind, people)
    read_on = {i for i, kind in enumerate(kinds) if kind in ("caption", "tags", "furniture")}
    head.matter = [i for i in range(head.size) if i != head.title and i not in head.standfirsts and i not in read_on]
    if head.byline is None and people:
        head.byline = people[0]
    return head


def _title_place(paragraphs: Sequence[str], kinds: Sequence[str], words: Sequence[int], end: int) -> int | None:
    """The headline: the first words of the head that look like one; for a release, those after its opening lines."""
    shaped = [
        place
        for place in words
        if _title_shaped(paragraphs[place]) or (place == words[0] and _one_sentence(paragraphs[place]))
    ]
    shaped = [place for place in shaped if not ("," in paragraphs[place] and place_shaped(paragraphs[place]))] or shaped
    shaped = [place for place in shaped if not person_shaped(paragraphs[place]) or _names_briefing(paragraphs[place].strip())] or shaped
    shaped = [place for place in shaped if not paragraphs[place][0].islower()] or shaped
    if (
        len(shaped) > 1
        and _kicker(paragraphs[shaped[0]])
        and len(paragraphs[shaped[1]].split()) > 4
        and _title_shaped(paragraphs[shaped[1]])
    ):
        return shaped[1]
    if shaped:
        return shaped[0]
    after = end < len(paragraphs) - 1 and not words and _title_shaped(paragraphs[end])
    return end if after and (end >= len(kinds) or kinds[end] == "words") else None


def _words(head: Head, place: int, text: str, people: list[str]) -> None:
    if place == head.title:
        if _names_briefing(text.strip()) and find_stamps(text):
            head.stamps.append(text)
        return
    name, _, office = text.partition(",")
    if office and person_shaped(name) and _OFFICE.search(office) and len(text) < 90 and not _ENDS.search(text):
        return  # "Matthew Miller, Department Spokesperson"
    if person_shaped(text) and len(text) < 40 and (head.title is None or place > head.title):
        people.append(_without_place(text))
    elif people and _ROLE.search(text) and len(text) < 80 and not _ENDS.search(text):
        return  # "Africa editor, BBC World Service" under the author's name
    elif head.title is None or place > head.title:
        head.standfirsts.append(place)


def _masthead(head: Head, text: str, kind: str, people: list[str]) -> None:
    """Take the pieces of a line such as "Rhine Ledger | Jonas Wedekind in Brasilia | 12 March 2024, 22:10 CET"."""
    stamps = find_stamps(text)
    if CLOCK.fullmatch(text):
        head.stamps[-1:] = [" ".join((*head.stamps[-1:], text))]
        return
    if stamps:
        head.stamps.append(text)
    pieces = [piece.strip(" ,.;:()[]/|-–—") for piece in SEPARATOR.split(blank_out(text, stamps))]
    pieces = [re.sub(r"^(?:on|at|in)\b|\b(?:at|on)$", "", piece).strip(" ,") for piece in pieces if piece]
    rest: list[str] = []
    for piece in filter(None, pieces):
        keyed = KEYED.match(piece)
        if keyed:
            known = outlet_by_name(keyed["who"])
            head.outlet = head.outlet or (
                keyed["who"] if known or outlet_shaped(keyed["who"]) or known_agency(keyed["who"]) else None
            )
            continue
        desk, byline = read_desk(piece), read_byline(piece)
        if byline and not (kind == "outlet" and outlet_shaped(piece)):
            inner = read_desk(byline)
            head.byline = head.byline or byline
            head.outlet = head.outlet or (inner[0] if inner else None)
        elif desk:
            head.outlet, head.byline = head.outlet or desk[0], head.byline or desk[1]
        elif outlet_by_name(piece) or outlet_shaped(piece) or known_agency(piece):
            head.outlet = head.outlet or piece
        elif not is_boilerplate(piece):
            rest.append(piece)
    _left_over(head, rest, people, pieces=len(re.split(r"\s[|•·—–-]\s", text)), stamped=bool(stamps))


def _left_over(head: Head, rest: Sequence[str], people: list[str], *, pieces: int, stamped: bool) -> None:
    """Pieces that neither a word nor a mark tells: a lone one beside a date is a place, a person's name an author, else the outlet."""
    capitals = [piece for piece in rest if stamped and piece.isupper()]
    head.place = head.place or (capitals[0] if capitals else None)
    rest = [piece for piece in rest if piece not in capitals]
    article = next((piece for piece in rest if _ARTICLE.match(piece)), None)
    if article and pieces > 1 and head.outlet is None:
        head.outlet = article
        rest = [piece for piece in rest if piece != article]
    persons = [piece for piece in rest if person_shaped(piece)]
    others = [piece for piece in rest if piece not in persons]
    if stamped and pieces == 1 and rest and not (persons and " in " in rest[0]):
        place = rest[0].split(",")[0].strip()
        if len(place.split()) <= 3 and not (persons and head.byline is None and len(place.split()) > 1):
            head.place = head.place or place
            return
    people.extend(_without_place(person) for person in persons)
    if head.outlet is None and pieces > 1 and others and (persons or len(others[0].split()) > 1):
        head.outlet = others[0]


def _without_place(person: str) -> str:
    return re.sub(r"\s+(?:in|em|en)\s+[A-ZÀ-Þ].*$", "", person.strip())


def _title_shaped(text: str) -> bool:
    """Whether a paragraph reads as a headline: short, two words or more, without a full stop at its end."""
    line = text.strip()
    if len(line) > _LONGEST_TITLE or len(line.split()) < 2 or "\n" in line and len(line.splitlines()) > 3:
        return False
    return not _ENDS.search(line) or bool(_ABBREVIATED.search(line)) or line.endswith("...")


def _one_sentence(text: str) -> bool:
    line = text.strip()
    return len(line) <= 160 and not re.search(r"[.!?][\"'”’)]*\s+[\"“‘]?[A-ZÀ-Þ]", line[:-1])


def _headline_cased(text: str) -> bool:
    """A headline with a full stop: one sentence in which every longer word is capitalised."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 4]
    return _one_sentence(text) and len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _kicker(text: str) -> bool:
    return len(text.split()) <= 3 and not re.search(r"[.?!]$", text)
