"""Dates and times as pages and wire copy print them.

A stretch of text is searched for one of five shapes of a date (ISO, day-month-year, month-day-year, numeric, East Asian), then
for a clock time and a zone next to it. Which of two numbers is the day is settled by the numbers, the separator, the zone, and
what is known of the outlet, in this order; failing all, the day comes first, as in most of the world.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from dragoman.read.zones import US_ZONES, ZONE, offset

_MONTH_NAMES = (
    "january jan janvier januar enero janeiro gennaio ocak januari января",
    "february feb février fevrier februar febrero fevereiro febbraio şubat februari февраля",
    "march mar mars märz marzo março mart maret марта",
    "april apr avril abril aprile nisan апреля",
    "may mai mayo maio maggio mayıs mei мая",
    "june jun juin juni junio junho giugno haziran июня",
    "july jul juillet juli julio julho luglio temmuz июля",
    "august aug août aout agosto ağustos agustus августа",
    "september sept sep septembre septiembre setembro settembre eylül сентября",
    "october oct octobre oktober octubre outubro ottobre ekim октября",
    "november nov novembre noviembre novembro kasım ноября",
    "december dec décembre decembre dezember diciembre dezembro dicembre aralık desember декабря",
)
MONTHS: dict[str, int] = {name: n for n, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"

_DATE = re.compile(
    # 2024-10-05, 2023. 7. 14., Juche 112 (2023). 7. 14.
    r"(?<![\d.])(?P<iso_y>(?:19|20)\d\d)\)?(?P<iso_s>[-/]|\. ?)(?P<iso_m>\d{1,2})(?P=iso_s)(?P<iso_d>\d{1,2})(?!\d)"
    r"|(?P<cjk_y>(?:19|20)\d\d)\s?年\s?(?P<cjk_m>\d{1,2})\s?月\s?(?P<cjk_d>\d{1,2})\s?日"
    rf"|(?<![\d.:])(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?(?:\s+day)?(?:\s+(?:de|of))?[\s-]+(?P<dmy_m>{MONTH})"
    r"(?:,?(?:\s+(?:de|del))?[\s-]+(?P<dmy_y>(?:19|20)\d\d)(?!\d))?"
    rf"|(?<!\w)(?P<mdy_m>{MONTH})\s+(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:(?:,?\s+|/)(?P<mdy_y>(?:19|20)\d\d)(?!\d))?"
    r"|(?<![\d.:])(?P<num_a>\d{1,2})(?P<num_s>[-/.])(?P<num_b>\d{1,2})(?P=num_s)(?P<num_y>(?:19|20)\d\d|\d\d)(?![\d.])",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d+\-−.:])(?:T|at\s+)?(?P<h>[01]?\d|2[0-4])(?P<sep>[:h.])(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d+)?)?(?!\d)\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"|(?<![\d:])(?P<h12>1[0-2]|0?[1-9])\s*(?P<half12>[ap]\.?\s?m\b\.?)"
    r"|(?<!\d)(?P<h24>[01]\d|2[0-3])(?P<m24>[0-5]\d)\s*(?=(?:hrs|hours|GMT|UTC|IST|EST|EDT|ET)\b)",
    re.IGNORECASE,
)
# "16:05 Bogota time (UTC-05:00)", "09:30 local time"
_PLACE_TIME = re.compile(r"\s*(?:[Ll]ocal|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}) time\b,?")
_DIGIT = re.compile(r"\d")
UPDATED = r"(?:last\s+)?(?:updated|modified|edited|revised|update|actualizad[oa]|atualizad[oa]|mis\s+à\s+jour|aktualisiert|обновлено)"
PUBLISHED = (
    r"(?:(?:first|original(?:ly)?)\s+)?(?:date\s+)?(?:published|posted|created|issued|released|filed|sent|uploaded|publicad[oa]|publié|veröffentlicht"
    r"|(?:date\s+of\s+)?publication(?:\s+date)?|опубликовано|date)"
)
LABEL = re.compile(
    rf"(?<!\w)(?:(?P<updated>{UPDATED})|(?P<published>{PUBLISHED}))(?!\w)(?:\s+(?:on|at|em|el|le|am))?\s*:?",
    re.IGNORECASE,
)
WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?"
    r"|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b,?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of the place where a stamp was written."""

    country: str | None = None
    # ISO 3166-1 alpha-3 of the outlet
    day_first: bool | None = None
    # None: to be settled by the stamp itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date, perhaps with a time, and which of the two times of an article it is."""

    label: str | None
    # published | updated | None where the text does not say
    date: str
    # ISO 8601; "--10-05" where no year is told
    iso: str
    # as precise as told: date, date and time, or with the offset
    spans: tuple[tuple[int, int], ...]
    # the characters that it takes up, half-open, in the text searched

    @property
    def full(self) -> bool:
        """Whether the year is told."""
        return not self.date.startswith("--")


def find_stamps(text: str, setting: Setting | None = None) -> tuple[Stamp, ...]:
    """All stamps of a line of head matter.

    Args:
        text: the line, or a few of them.
        setting: what is known of the outlet.

    Returns:
        One stamp for each label ("Updated: ...", "Posted ..."), or one where there is no label; in reading order.
    """
    if not _DIGIT.search(text):
        return ()
    setting = setting or Setting()
    labels = list(LABEL.finditer(text))
    cuts = [0, *(m.start() for m in labels), len(text)]
    found: list[Stamp] = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        label = next((m for m in labels if m.start() == start), None)
        stamp = _stamp(text, start, end, label, setting, found[-1].date if found else None)
        if stamp:
            found.append(stamp)
    return tuple(found)


def _stamp(
    text: str, start: int, end: int, label: re.Match[str] | None, setting: Setting, last: str | None
) -> Stamp | None:
    """The first stamp of one stretch; a bare time after a label takes the date told before it."""
    begin = label.end() if label and label.start() == start else start
    match = _first_date(text, begin, end)
    name = None if label is None else ("updated" if label["updated"] else "published")
    head = ((start, begin),) if label else ()
    if match is None:
        clock = _TIME.search(text, begin, end)
        if label is None or clock is None or last is None:
            return None
        iso, spans = _with_time(text, last, clock, end, setting)
        return Stamp(label=name, date=last, iso=iso, spans=(*head, *spans))
    clock = _clock(text, match.end(), end) or _clock(text, begin, match.start())
    zone = ZONE.match(text, _after(clock), end) if clock else None
    date = read_date(match, setting, zone["name"] if zone and zone["name"] else None)
    if date is None:
        return None
    behind = match.end() if clock and clock.start() < match.start() else None
    iso, spans = _with_time(text, date, clock, end, setting, behind) if clock else (date, ())
    return Stamp(label=name, date=date, iso=iso, spans=(*head, match.span(), *spans))


def _first_date(text: str, begin: int, end: int) -> re.Match[str] | None:
    for match in _DATE.finditer(text, begin, end):
        if read_date(match, Setting(), None) is not None:
            return match
    return None


def _clock(text: str, begin: int, end: int) -> re.Match[str] | None:
    """A time in a stretch; one with a full stop ("06.47 WIB") only where a zone or a half of the day follows."""
    for match in _TIME.finditer(text, begin, end):
        if match["sep"] != "." or match["half"] or ZONE.match(text, match.end(), end):
            return match
    return None


def _after(clock: re.Match[str]) -> int:
    """Where a zone may begin: after the time and a word like "hrs"."""
    skipped = re.compile(r"\s*(?:hrs|hours|h)?\.?,?").match(clock.string, clock.end())
    return skipped.end() if skipped else clock.end()


def read_date(match: re.Match[str], setting: Setting, zone: str | None) -> str | None:
    """The ISO date of a match of the date pattern.

    Args:
        match: the match.
        setting: what is known of the outlet.
        zone: the name of the zone that follows, which may tell the country.

    Returns:
        "2024-10-05" or "--10-05"; None where no such day exists.
    """
    for shape in ("iso", "cjk"):
        if match[f"{shape}_y"]:
            return _iso(match[f"{shape}_y"], int(match[f"{shape}_m"]), int(match[f"{shape}_d"]))
    for shape in ("dmy", "mdy"):
        if match[f"{shape}_m"]:
            month = MONTHS[match[f"{shape}_m"].lower().rstrip(".")]
            return _iso(match[f"{shape}_y"], month, int(match[f"{shape}_d"]))
    a, b = int(match["num_a"]), int(match["num_b"])
    day, month = (a, b) if _day_first(a, b, match["num_s"], setting, zone) else (b, a)
    year = match["num_y"]
    # no news of the web is older than 1970, and none is dated ahead by decades
    century = "" if len(year) == 4 else "19" if year >= "70" else "20"
    return _iso(century + year, month, day)


def _day_first(a: int, b: int, separator: str, setting: Setting, zone: str | None) -> bool:
    if a > 12 or b > 12:
        return a > 12
    if separator == ".":
        return True
    if setting.day_first is not None:
        return setting.day_first
    if setting.country:
        return setting.country not in ("USA", "PHL")
    return not (zone and zone.upper() in US_ZONES)


def _iso(year: str | None, month: int, day: int) -> str | None:
    try:
        datetime(int(year) if year else 2024, month, day)  # 2024: a leap year, so that a bare 29 February stands
    except ValueError:
        return None
    return f"{year}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"


def _with_time(
    text: str, date: str, clock: re.Match[str], end: int, setting: Setting, behind: int | None = None
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The date with its time and offset, and the characters they take up; ``behind``: where a date that follows the time ends."""
    hour, minute, second = _hours(clock), int(clock["m"] or clock["m24"] or 0), clock["s"]
    if hour > 23 or date.startswith("--"):
        return date, (clock.span(),)
    told = f"{date}T{hour:02d}:{minute:02d}:{second or '00'}"
    zone, close = ZONE.match(text, _after(clock), end), clock.end()
    place = _PLACE_TIME.match(text, _after(clock), end) if zone is None else None
    if place is not None:
        zone, close = ZONE.match(text, place.end(), end), place.end()
    if zone is None and behind is not None:
        # "01:12, 7 Sep 2013 (UTC+01:00)"
        zone = ZONE.match(text, behind, end)
        zone = zone if zone and (zone["name"] or {"GMT", "UTC"} & set(re.findall("[A-Z]{3}", zone[0]))) else None
    shift = offset(zone, datetime.fromisoformat(told), setting.country) if zone else None
    span = (clock.start(), zone.end() if zone and shift else close)
    return told + (shift or ""), (span,)


def _hours(clock: re.Match[str]) -> int:
    hour = int(clock["h"] or clock["h12"] or clock["h24"])
    half = (clock["half"] or clock["half12"] or "").lower()
    if half.startswith("p") and hour < 12:
        return hour + 12
    return 0 if half.startswith("a") and hour == 12 else hour


def numbers_day_first(text: str) -> bool | None:
    """Whether the numeric dates of a text put the day first, where one of them settles it ("13/10/2024"); else None."""
    for match in _DATE.finditer(text):
        if match["num_a"] and (int(match["num_a"]) > 12) != (int(match["num_b"]) > 12):
            return int(match["num_a"]) > 12
    return None


def blank_out(text: str, stamps: tuple[Stamp, ...]) -> str:
    """The text with the characters of its stamps, labels and weekdays made blank, at the same offsets."""
    chars = list(text)
    for stamp in stamps:
        for start, end in stamp.spans:
            chars[start:end] = " " * (end - start)
    return WEEKDAY.sub(lambda m: " " * len(m[0]), "".join(chars))
