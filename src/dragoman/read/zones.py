"""Time zones as news pages write them, as offsets from UTC.

Abbreviations are not unique (IST is Indian, Israeli or Irish): an ambiguous one is settled by the country of the outlet, and
where that is unknown by the use that is commonest in English news. A zone with summer time is settled by its date (tz database).
"""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

FIXED: dict[str, str] = {
    "UTC": "+00:00", "GMT": "+00:00", "Z": "+00:00", "WET": "+00:00", "WEST": "+01:00", "CET": "+01:00", "MET": "+01:00",
    "CEST": "+02:00", "MEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "МСК": "+03:00", "TRT": "+03:00", "EAT": "+03:00",
    "CAT": "+02:00", "SAST": "+02:00", "WAT": "+01:00", "IDT": "+03:00", "IRST": "+03:30", "IRDT": "+04:30", "GST": "+04:00",
    "AFT": "+04:30", "PKT": "+05:00", "UZT": "+05:00", "NPT": "+05:45", "MMT": "+06:30", "ICT": "+07:00", "WIB": "+07:00",
    "WITA": "+08:00", "WIT": "+09:00", "HKT": "+08:00", "SGT": "+08:00", "MYT": "+08:00", "PHT": "+08:00", "AWST": "+08:00",
    "JST": "+09:00", "KST": "+09:00", "AEST": "+10:00", "AEDT": "+11:00", "ACST": "+09:30", "ACDT": "+10:30", "NZST": "+12:00",
    "NZDT": "+13:00", "EDT": "-04:00", "CDT": "-05:00", "MDT": "-06:00", "MST": "-07:00", "PDT": "-07:00", "AKST": "-09:00",
    "AKDT": "-08:00", "HST": "-10:00", "ADT": "-03:00", "NST": "-03:30", "BRT": "-03:00", "ART": "-03:00", "UYT": "-03:00",
    "CLST": "-03:00", "CLT": "-04:00", "BOT": "-04:00", "VET": "-04:00", "COT": "-05:00", "PET": "-05:00", "AZT": "+04:00",
    "AMT": "+04:00", "GET": "+04:00",
}  # fmt: skip

# the first country of each is the default
AMBIGUOUS: dict[str, dict[str, str]] = {
    "IST": {"IND": "+05:30", "ISR": "+02:00", "IRL": "+01:00"},
    "CST": {"USA": "-06:00", "CHN": "+08:00", "TWN": "+08:00", "CUB": "-05:00"},
    "BST": {"GBR": "+01:00", "BGD": "+06:00"},
    "AST": {"CAN": "-04:00", "SAU": "+03:00", "KWT": "+03:00", "QAT": "+03:00", "BHR": "+03:00", "IRQ": "+03:00"},
    "EST": {"USA": "-05:00", "AUS": "+10:00"},
    "PST": {"USA": "-08:00", "PHL": "+08:00", "PAK": "+05:00"},
}

BY_DATE: dict[str, str] = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles",
    "EASTERN TIME": "America/New_York", "EASTERN": "America/New_York", "PACIFIC TIME": "America/Los_Angeles",
    "CENTRAL TIME": "America/Chicago", "LONDON TIME": "Europe/London", "UK TIME": "Europe/London", "PARIS TIME": "Europe/Paris",
    "MOSCOW TIME": "Europe/Moscow", "BEIJING TIME": "Asia/Shanghai", "ISRAEL TIME": "Asia/Jerusalem", "KYIV TIME": "Europe/Kyiv",
    "TEHRAN TIME": "Asia/Tehran", "DUBAI TIME": "Asia/Dubai", "UAE TIME": "Asia/Dubai", "CAIRO TIME": "Africa/Cairo",
    "INDIAN STANDARD TIME": "Asia/Kolkata", "BRASILIA TIME": "America/Sao_Paulo", "UHR": "Europe/Berlin",
}  # fmt: skip

US_ZONES = frozenset(
    {"ET", "EST", "EDT", "CT", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "EASTERN TIME", "EASTERN", "AKST", "HST"}
)

_NAMES = "|".join(sorted((re.escape(z) for z in {*FIXED, *AMBIGUOUS, *BY_DATE}), key=len, reverse=True))
ZONE = re.compile(
    rf"\s*[(\[]?\s*(?:(?:(?:GMT|UTC)\s*)?(?P<sign>[+\-−–])(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d{{2}}))?"
    rf"|(?P<name>{_NAMES}|(?i:{'|'.join(z for z in BY_DATE if ' ' in z)}))(?![A-Za-z]))\s*[)\]]?"
)


def offset(match: re.Match[str], moment: datetime, country: str | None) -> str | None:
    """The offset that a zone stands for.

    Args:
        match: a match of ``ZONE``.
        moment: the local time it goes with (summer time depends on it).
        country: ISO 3166-1 alpha-3 of the outlet, or None where unknown.

    Returns:
        "+05:30"; None where the hours are out of range.
    """
    if match["sign"]:
        hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
        sign = "+" if match["sign"] == "+" else "-"
        return f"{sign}{hours:02d}:{minutes:02d}" if hours <= 14 and minutes < 60 else None
    name = match["name"].upper()
    if name in AMBIGUOUS:
        choices = AMBIGUOUS[name]
        return _summer(name, choices.get(country or "", next(iter(choices.values()))), moment)
    if name in BY_DATE:
        return _spelled(moment.replace(tzinfo=ZoneInfo(BY_DATE[name])))
    return FIXED[name]


def _summer(name: str, chosen: str, moment: datetime) -> str:
    """Israeli pages write IST in summer too, when the clock stands at +03:00."""
    if name == "IST" and chosen == "+02:00":
        return _spelled(moment.replace(tzinfo=ZoneInfo("Asia/Jerusalem")))
    return chosen


def _spelled(moment: datetime) -> str:
    text = moment.strftime("%z")
    return f"{text[:3]}:{text[3:5]}"
