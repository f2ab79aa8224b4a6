"""The dateline of a wire story: "CAIRO, Oct 5 (Meridian) - ", "NEW DELHI: ", "MOSCOW, October 5. /TASS/. ".

A place in capitals may stand alone before a dash or colon; a place in mixed case needs a date or an agency beside it, so that
prose such as "London - and Paris" is left whole. Transcripts ("QUESTION: ...", "MR MILLER: ...") are not datelines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.read.agencies import known_agency
from dragoman.read.stamps import MONTH, Setting, find_stamps

_UP = r"[A-ZÀ-ÞŁŞĞİŻŹŚČŠŽЀ-Я][A-ZÀ-ÞŁŞĞİŻŹŚČŠŽЀ-Я'’.\-]*"
_UPPER = rf"{_UP}(?:[ /]{_UP}|[ /](?:de|do|da|del|la|el|al)(?=[ /])){{0,4}}"
_CAP = r"[A-ZÀ-ÞŁŞĞİ][\w'’.\-]+"
_MIXED = rf"{_CAP}(?:[ /](?:{_CAP}|de|da|do|del|la|el|al)){{0,3}}"
_REGION = rf"(?:,\s*(?!(?i:{MONTH})|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w.'’ ]{{1,25}}(?!\w)|\s*\[[A-Z][\w .,'’()-]{{1,30}}\])"
_DATE = (
    r"[,.]?\s*(?P<date{n}>(?:[A-Z][a-z]+day,?\s+)?(?:[^\W\d_]{{3,10}}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd"
    r"|rd|th)?\s+(?:de\s+)?[^\W\d_]{{3,10}}\.?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)(?:(?:,?\s+|/)\d{{4}})?)[.,]?"
)
_HIJRI = r",\s*[A-Z][\w'’ -]{2,20}\s\d{1,2},\s*1[34]\d\d(?:\s*A?H)?"
_AGENCY = r"\s*(?:\((?P<p{n}>[^()\n]{{2,40}})\)|/(?P<s{n}>[^/\n]{{2,30}})/|\[(?P<b{n}>[A-Z][^\[\]\n]{{1,30}})\])[.,]?"
_DASH = r"\s*(?:--+|[-–—―_]|:)\s+"
# bare white space may follow an agency between slashes only ("/TASS/. The ...")
_SEP = r"(?P<sep>" + _DASH + r"|\s*[—–―]\s*|\s+(?=[\"“‘«A-ZЀ-Я]))"


def _part(template: str, n: int) -> str:
    return template.replace("{n}", str(n)).replace("{{", "{").replace("}}", "}")


_FORMS = (
    # CAIRO, Oct 5 (Meridian) - / New Delhi [India], July 10 (ANI): / MOSCOW, October 5. /TASS/.
    re.compile(rf"(?P<place>{_UPPER}|{_MIXED}){_REGION}{{0,2}}{_part(_DATE, 1)}{_part(_AGENCY, 1)}{_SEP}"),
    # ANKARA (AP) — / Abu Dhabi (WAM) -
    re.compile(rf"(?P<place>{_UPPER}|{_MIXED}){_REGION}{{0,2}}{_part(_AGENCY, 1)}{_SEP}"),
    # Riyadh, Oct 5, 2024, SPA --
    re.compile(rf"(?P<place>{_UPPER}|{_MIXED}){_REGION}{{0,2}}(?:{_HIJRI})?{_part(_DATE, 1)}\s*(?P<p1>[A-Z]{{2,6}}){_DASH}"),
    # CAIRO (Meridian), Oct 5 -
    re.compile(rf"(?P<place>{_UPPER}|{_MIXED}){_REGION}{{0,2}},?{_part(_AGENCY, 1)}{_part(_DATE, 1)}{_DASH}"),
    # ASTANA. KAZNEWS - / BAKU. Report -
    re.compile(rf"(?!(?:ST|FT|MT|U\.S)\.)(?P<place>{_UPPER})\.\s+(?P<p1>[A-Z][\w-]{{1,20}}(?:\.[a-z]{{2,3}})?)\s*(?:--+|[-–—/])\s+"),
    # BAKU, Azerbaijan, October 4. The ...
    re.compile(rf"(?P<place>{_UPPER}){_REGION}{{0,2}},{_part(_DATE, 1)}(?<=\.)(?P<sep>\s+)(?=[\"“]?[A-Z])"),
    # Quito, 26 November 2010. The Minister ...: a release; the year keeps prose out
    re.compile(
        rf"(?!\w+day\b)(?P<place>{_MIXED}){_REGION}{{0,2}}{_part(_DATE, 1)}(?<=\d\d\d\d\.)\s+(?=[\"“]?(?:The|An?|At|In|On|Today|[A-ZÀ-Þ][\w'’-]+ )[\w ])"
    ),
    # BRASILIA, March 12 - / Moscow, 5 October 2024 –
    re.compile(rf"(?P<place>{_UPPER}|{_MIXED}){_REGION}{{0,2}}{_part(_DATE, 1)}{_DASH}"),
    # WASHINGTON - / FAIRVIEW, W.Va. - / NEW DELHI:
    re.compile(
        rf"(?P<place>{_UPPER})(?:,\s*[A-Z][\w.]{{0,12}}(?: [A-Z][\w.]{{0,12}})?)?(?P<mark>\s*(?:--+|[-–—―_])\s+|\s*[—–―]\s*|:\s+)(?=[\"“‘'’]*[A-ZÀ-Þ\d])"
    ),
    # Riyadh - The Secretary General
    re.compile(rf"(?P<place>{_CAP}(?: {_CAP})?)\s+[-–—]+\s+(?=(?:The|An?|Its?|[A-Z]\w+['’]s|[A-Z]\w+n|President|Foreign|Prime)\s)"),
    # (Reuters) -
    re.compile(rf"(?P<place>)\((?P<p1>[A-Z][^()\n]{{1,30}})\){_DASH}"),
)
_LABELS = re.compile(
    r"^(?:BREAKING|UPDATE\w*|EXCLUSIVE|WATCH|ANALYSIS|OPINION|EDITORIAL|COMMENT\w*|EXPLAINER|EXPLAINED|FACTBOX"
    r"|TIMELINE|VIDEO|LIVE|NOTE|NB|PS|Q|A|QUESTION"
    r"|ANSWER|MODERATOR|INTERVIEWER|HOST|OPERATOR|REPORTER|JUST IN|WRAPUP|CORRECTED|REFILE|FOCUS|FEATURE|INSIGHT|PHOTOS?"
    r"|AUDIO|READ\w*|SEE|MORE|RELATED|FULL TEXT"
    r"|TRANSCRIPT|PRESS|STATEMENT|SUMMARY|ABSTRACT|KEY POINTS|HIGHLIGHTS|URGENT|ALERT|WARNING|IMPORTANT|TL;?DR|CONTEXT"
    r"|BACKGROUND|TOPSHOT|ADVISORY|SOURCES?|SUBJECT|RE"
    r"|MR|MRS|MS|DR|SECRETARY|PRESIDENT|MINISTER|PRIME MINISTER|AMBASSADOR|SENATOR|GENERAL|FOREIGN MINISTER|SPOKES\w+"
    r"|UNDER SECRETARY|DEPUTY|SPEAKER|CHAIR\w*)\b"
)

_NOT_PLACES = frozenset(
    "On In At By Since Until After Before From The This That Last Next Early Late During Between And But For".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix:
    """A dateline at the start of a paragraph."""

    place: str | None
    date: str | None
    # ISO 8601, partial where no year is told
    agency: str | None
    end: int
    # where the prose begins, in characters of the paragraph


def read_dateline(paragraph: str, *, colon: bool = True, setting: Setting | None = None) -> Prefix | None:
    """The dateline that a paragraph opens with.

    Args:
        paragraph: the first paragraph of a story.
        colon: whether "NEW DELHI: " may be one (not in a transcript).
        setting: what is known of the outlet, for numeric dates.

    Returns:
        Its parts, or None where the paragraph opens with prose.
    """
    for form in _FORMS:
        match = form.match(paragraph)
        prefix = match and _checked(match, colon, setting)
        if prefix and prefix.end < len(paragraph):
            return prefix
    return None


def lone_place(paragraph: str, after: Sequence[str]) -> Prefix | None:
    """A dateline that is no more than a place in capitals on a line of its own ("ANKARA"), above the first sentence.

    Args:
        paragraph: a line before any prose.
        after: the paragraph that follows it, if any.

    Returns:
        A dateline that takes up the whole line; None where the line is anything else.
    """
    line = paragraph.strip()
    if not re.fullmatch(rf"{_UP}(?:[ /-]{_UP}){{0,2}}", line) or len(line) < 4 or _LABELS.match(line):
        return None
    follows = bool(after) and len(after[0]) > 60 and bool(re.search(r"[.!?][\"”’)]*$", after[0].strip()))
    return Prefix(place=line, date=None, agency=None, end=len(paragraph)) if follows else None


def _checked(match: re.Match[str], colon: bool, setting: Setting | None) -> Prefix | None:
    groups = match.groupdict()
    place = groups["place"] or None
    if place and (_LABELS.match(place) or place.split()[0] in _NOT_PLACES):
        return None
    agency, inner_date = _agency(groups, setting)
    # "Addis Ababa, January 2/2024 (ENA) Ethiopia ...": no dash where a date and an agency do its work
    # "MINSK, 17 November 2021 (Republic Telegraph Agency). Polish ...": nor where a full stop does
    dated = agency and groups.get("date1") and (known_agency(agency) or ((place or "x").isupper() and match.group().rstrip().endswith(").")))
    sure = groups.get("s1") or groups.get("date2") or dated
    if groups.get("sep") is not None and not (groups["sep"] or "").strip() and not sure:
        return None
    told = find_stamps(groups.get("date1") or inner_date or "", setting)
    if groups.get("date1") and not told:
        return None
    mark = groups.get("mark")
    if mark is not None and (len(place or "") < 3 or (mark.startswith(":") and not colon)):
        return None
    named = groups.get("p1") or groups.get("s1") or groups.get("b1")
    if named and not agency and not inner_date and not told:
        return None
    if not place and not (agency and known_agency(agency)):
        return None
    return Prefix(place=place, date=told[0].date if told else None, agency=agency, end=match.end())


def _agency(groups: dict[str, str | None], setting: Setting | None) -> tuple[str | None, str | None]:
    """The agency in brackets, and a date where the brackets hold one."""
    named = (groups.get("p1") or groups.get("s1") or groups.get("b1") or "").strip()
    if not named:
        return None, None
    if find_stamps(named, setting):
        return None, named
    if known_agency(named) or groups.get("s1") or groups.get("date1"):
        return named, None
    words = named.split()
    proper = len(words) <= 4 and all(word[0].isupper() or word[0].isdigit() for word in words)
    upper = (groups["place"] or "x").isupper()
    return (named if proper and upper else None), None


def speakers(paragraphs: tuple[str, ...]) -> int:
    """How many different "NAME: " openings a text has; two or more are a transcript, not a dateline. A name in mixed case counts where it comes again."""
    pattern = re.compile(rf"(?P<who>{_UPPER}|{_MIXED}):\s")
    told = [match["who"] for paragraph in paragraphs if (match := pattern.match(paragraph))]
    again = any(told.count(who) > 1 for who in told)
    return len({who for who in told if again or who.isupper()})
