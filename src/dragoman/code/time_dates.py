"""Resolves explicit dates: days, months, quarters, years, seasons and weekdays written out by the calendar.

Each function takes a match of a rule and the context, and gives an interval or None where the words settle nothing (30 February, "on Friday"
without publication date). Where no year is told: the past one on or before publication, the next one for what lies ahead; where no cue tells,
the coming one if it is near (see `_NEAR`).
"""

import re
from calendar import monthrange
from datetime import date

from dragoman.code import time_calendar as cal
from dragoman.code import time_rules
from dragoman.code.time_calendar import Interval
from dragoman.code.time_context import Context

Groups = dict[str, str | None]

# days and months that count as near when no cue tells the direction: announcements look two months ahead, seldom more, while
# agency copy names older dates with their year
_NEAR_DAYS = 60
_NEAR_MONTHS = 2


def groups(match: re.Match[str]) -> Groups:
    """The named groups, lower case."""
    return {name: value.lower() if value else None for name, value in match.groupdict().items()}


def pick(got: Groups, *names: str) -> str | None:
    """The first of these groups that matched."""
    return next((got[name] for name in names if got.get(name)), None)


def month_number(word: str) -> int:
    """ "sept." to 9."""
    return time_rules.names().months[word.strip().rstrip(".")]


def weekday_number(word: str) -> int:
    """ "thurs." to 3; Monday is 0."""
    return time_rules.names().weekdays[word.strip().rstrip(".")]


def day_number(word: str) -> int:
    """ "5th" to 5."""
    return int(re.sub(r"\D", "", word))


def year_near(ctx: Context, number: int, ahead: bool | None) -> int | None:
    """The year of a month named without one."""
    if ctx.base is None:
        return _year_of_previous(ctx)
    distance = number - ctx.base.month
    if ahead is None:
        ahead = 0 <= distance % 12 <= _NEAR_MONTHS
    if ahead:
        return ctx.base.year + (1 if distance < 0 else 0)
    return ctx.base.year - (1 if distance > 0 else 0)


def _year_of_previous(ctx: Context) -> int | None:
    return cal.split(ctx.previous.start or ctx.previous.end or "")[0] if ctx.previous else None


def day_near(ctx: Context, number: int, day: int, ahead: bool | None) -> Interval | None:
    """A day named without its year; "--10-05" where no year can be told."""
    if ctx.base is None:
        year = _year_of_previous(ctx)
        if year is None:
            valid = cal.make_date(2024, number, day)  # a leap year: 29 February is a day
            text = f"--{number:02d}-{day:02d}"
            return Interval(lo=text, hi=text, precision="day", kind="date", open_year=True) if valid else None
        told = cal.make_date(year, number, day)
        return cal.day(told, open_year=True) if told else None
    days = [d for y in range(ctx.base.year - 4, ctx.base.year + 5) if (d := cal.make_date(y, number, day))]
    past = max((d for d in days if d <= ctx.base), default=None)
    coming = min((d for d in days if d >= ctx.base), default=None)
    if ahead is None:
        ahead = coming is not None and (coming - ctx.base).days <= _NEAR_DAYS
    chosen = coming if ahead else past
    return cal.day(chosen, open_year=True) if chosen else None


def explicit_date(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "5 October", "Thursday, Oct. 3, 2024"; a weekday beside the day settles the year where none is told."""
    got = groups(match)
    number, day = month_number(pick(got, "m", "m2") or ""), day_number(pick(got, "d", "d2") or "")
    if got.get("y"):
        told = cal.make_date(int(got["y"] or ""), number, day)
        return cal.day(told) if told else None
    if got.get("w") and ctx.base:
        fitting = _with_weekday(ctx.base, number, day, weekday_number(got["w"] or ""))
        if fitting:
            return cal.day(fitting)
    named = time_rules.pattern("name").match(
        ctx.text, match.end()
    )  # "the Oct. 7 attacks" lie behind, whatever the sentence plans
    return day_near(ctx, number, day, False if named else ctx.ahead(*match.span()))


def day_edge(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "the last day of February"."""
    number = month_number(match["m"].lower())
    year = int(match["y"]) if match["y"] else year_near(ctx, number, ctx.ahead(*match.span()))
    if year is None:
        return None
    day = 1 if match["edge"].lower() == "first" else monthrange(year, number)[1]
    told = cal.make_date(year, number, day)
    return cal.day(told) if told else None


def day_alone(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "on the 25th", "on the 3rd of next month": the last such day for what is over, the next for what lies ahead."""
    if ctx.base is None:
        return None
    which, day = (match["which"] or "").lower(), day_number(match["d"])
    step = {"last": -1, "next": 1}.get(which, 0)
    ahead = ctx.ahead(*match.span())
    if not which and ahead and day < ctx.base.day:
        step = 1
    if not which and not ahead and day > ctx.base.day:
        step = -1
    number = ctx.base.month + step
    told = cal.make_date(ctx.base.year + (number - 1) // 12, (number - 1) % 12 + 1, day)
    return cal.day(told) if told else None


def _with_weekday(base: date, number: int, day: int, weekday: int) -> date | None:
    """The day of last, this or next year that falls on that weekday."""
    for year in (base.year, base.year - 1, base.year + 1):
        found = cal.make_date(year, number, day)
        if found and found.weekday() == weekday:
            return found
    return None


def days(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "3-5 May", "May 3-5, 2024"."""
    got = groups(match)
    number = month_number(pick(got, "m", "mB") or "")
    first, last = day_number(pick(got, "d", "dB") or ""), day_number(pick(got, "d2", "d2B") or "")
    year = pick(got, "y", "yB")
    if year:
        lo, hi = cal.make_date(int(year), number, first), cal.make_date(int(year), number, last)
        return cal.span_of(lo, hi, "day", "range") if lo and hi and lo <= hi else None
    begin = day_near(ctx, number, first, ctx.ahead(match.start(), match.end()))
    if begin is None or begin.lo is None or last < first:
        return None
    return Interval(lo=begin.lo, hi=f"{begin.lo[:-2]}{last:02d}", precision="day", kind="range", open_year=True)


def iso(match: re.Match[str], ctx: Context) -> Interval | None:
    """ISO 8601 date, with or without time."""
    told = cal.make_date(int(match["y"]), int(match["mm"]), int(match["dd"]))
    if told is None:
        return None
    if not match["clock"]:
        return cal.day(told)
    hour, minute = match["clock"].split(":")
    if int(hour) > 23 or int(minute) > 59:
        return None
    offset = (match["offset"] or ctx.offset).upper().replace("Z", "+00:00")
    text = f"{told.isoformat()}T{match['clock']}:00{offset}"
    return Interval(lo=text, hi=text, precision="minute", kind="date")


def iso_week(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "2024-W41"."""
    try:
        found = date.fromisocalendar(int(match["y"]), int(match["wk"]), int(match["wd"] or 1))
    except ValueError:
        return None
    return cal.day(found) if match["wd"] else cal.week(found, "date")


def numeric(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "08/10/2024", day first or month first; the other way where only that is a date."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    orders = ((b, a), (a, b)) if ctx.day_first else ((a, b), (b, a))
    found = next((d for number, day in orders if (d := cal.make_date(year, number, day))), None)
    return cal.day(found) if found else None


def nine_eleven(match: re.Match[str], ctx: Context) -> Interval | None:
    """9/11."""
    return Interval(lo="2001-09-11", hi="2001-09-11", precision="day", kind="name")


def known(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "the Oct. 7 attacks": the group's name is the day; no known day lies after publication."""
    stamp = match.lastgroup or ""
    found = cal.make_date(int(stamp[1:5]), int(stamp[5:7]), int(stamp[7:9]))
    if found is None or (ctx.base and ctx.base < found):
        return None
    return cal.day(found, "name")


def feast(match: re.Match[str], ctx: Context) -> Interval | None:
    """Christmas and New Year, day and eve."""
    christmas = match[0].lower().startswith("christmas")
    eve = match["feast"].lower() == "eve"
    number, day = (12, 24 if eve else 25) if christmas else ((12, 31) if eve else (1, 1))
    if match["y"]:
        told = cal.make_date(int(match["y"]), number, day)
        return cal.day(told) if told else None
    return day_near(ctx, number, day, ctx.ahead(match.start(), match.end())) if ctx.base else None


def month(match: re.Match[str], ctx: Context) -> Interval | None:
    """A month, by name or number, with or without its year."""
    got = groups(match)
    number = int(got["mm"] or "") if got.get("mm") else month_number(got["m"] or "")
    if got.get("y"):
        return cal.month(int(got["y"] or ""), number)
    year = year_near(ctx, number, ctx.ahead(match.start("m"), match.end("m")))
    return cal.month(year, number, open_year=True)


def months(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "March-June 2024"; the first may belong to the year before ("November-February 2024")."""
    got = groups(match)
    year, first, last = int(got["y"] or ""), month_number(got["m"] or ""), month_number(got["m2"] or "")
    begin = year - (1 if first > last else 0)
    return cal.months(cal.iso_month(begin, first), cal.iso_month(year, last), "month", "range")


def month_which(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "last July", "next March", "that August"."""
    got = groups(match)
    which, number = (got["which"] or "").split()[0], month_number(got["m"] or "")
    if (got["which"] or "").split()[-1] in ("that", "same", "following", "previous", "preceding") or (
        (got["which"] or "") == "the next" and ctx.previous is not None
    ):
        return _month_from_previous(got["which"] or "", number, ctx)
    if ctx.base is None:
        return cal.month(None, number)
    which = "next" if which == "the" else which
    if which == "this" and not (got["which"] or "").endswith(("past", "coming")):
        return cal.month(ctx.base.year, number)
    if which in ("last", "past", "this") and not (got["which"] or "").endswith("coming"):
        return cal.month(ctx.base.year - (1 if number >= ctx.base.month else 0), number)
    return cal.month(ctx.base.year + (1 if number <= ctx.base.month else 0), number)


def _month_from_previous(which: str, number: int, ctx: Context) -> Interval | None:
    year, before, _ = cal.split(ctx.previous.start or "") if ctx.previous else (None, None, None)
    if year is None:
        return cal.month(year_near(ctx, number, False), number, "anaphoric") if ctx.base else None
    step = 0
    if ("following" in which or "next" in which) and before and number <= before:
        step = 1
    if ("previous" in which or "preceding" in which) and before and number >= before:
        step = -1
    return cal.month(year + step, number, "anaphoric")


def month_of_year(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "July last year"."""
    year = year_which(match["which"], ctx)
    return cal.month(year, month_number(match["m"].lower())) if year else None


def day_of_year(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "7 October last year"."""
    got, year = groups(match), year_which(match["which"], ctx)
    number, day = month_number(pick(got, "m", "m2") or ""), day_number(pick(got, "d", "d2") or "")
    told = cal.make_date(year, number, day) if year else None
    return cal.day(told) if told else None


def year_which(words: str, ctx: Context) -> int | None:
    """The year that "last year", "that year" means."""
    word = words.lower().split()[-1]
    if word in ("previous", "following", "same", "that"):
        known = _year_of_previous(ctx)
        return known + {"previous": -1, "following": 1}.get(word, 0) if known else None
    return ctx.base.year + {"last": -1, "next": 1}.get(word, 0) if ctx.base else None


def quarter(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "the third quarter of 2023", "Q3"; without a year the last one begun, or the next for what lies ahead."""
    got = groups(match)
    number = int(got["qd"] or "") if got.get("qd") else time_rules.names().numbers[got["q"] or ""]
    if got.get("yy"):
        return cal.quarter(2000 + int(got["yy"] or ""), number)
    if got.get("y"):
        return cal.quarter(int(got["y"] or ""), number)
    if ctx.base is None:
        return None
    if got.get("which"):
        year = year_which((got["which"] or "").replace("current", "this").replace("the previous", "last"), ctx)
        return cal.quarter(year, number) if year else None
    begun = 3 * number - 2 <= ctx.base.month
    ahead = ctx.ahead(match.start(), match.end())
    return cal.quarter(ctx.base.year - (0 if begun or ahead else 1), number)


def half(match: re.Match[str], ctx: Context) -> Interval | None:
    """Half of a year or of a month."""
    got = groups(match)
    first = (pick(got, "q", "hd") or "") in ("first", "1")
    if got.get("m"):
        year = (
            int(got["y2"] or "")
            if got.get("y2")
            else year_near(ctx, month_number(got["m"] or ""), ctx.ahead(*match.span()))
        )
        return _half_month(year, month_number(got["m"] or ""))
    told = pick(got, "y", "yB")
    number = int(told) if told else year_which((got["which"] or "").replace("the current", "this"), ctx)
    if number is None:
        return None
    return cal.months(f"{number}-{'01' if first else '07'}", f"{number}-{'06' if first else '12'}", "approximate")


def _half_month(year: int | None, number: int) -> Interval:
    """Half a month is only as precise as "early" or "late": the month, approximate."""
    text = cal.iso_month(year, number)
    return cal.months(text, text, "approximate")


def fiscal(match: re.Match[str], ctx: Context) -> Interval | None:
    """A fiscal year: from the calendar year before the one it is named after, to that one; approximate."""
    got = groups(match)
    first = int(got["y"] or "") if got.get("y") else 2000 + int(got["only"] or "")
    told = pick(got, "yy", "yy2")
    if told:
        last = int(told) if len(told) == 4 else first // 100 * 100 + int(told)
        return cal.years(first, last, "approximate") if first < last <= first + 2 else None
    return cal.years(first - 1, first, "approximate")


def year_range(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "2022-2024", "2022-24"."""
    got = groups(match)
    first, told = int(pick(got, "y", "yA") or ""), pick(got, "y2", "yB") or ""
    last = int(told) if len(told) == 4 else first // 100 * 100 + int(told)
    return cal.years(first, last, "year", "range") if first < last else None


def decade(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "the 1990s", "the early 1990s", "the '90s"."""
    got = groups(match)
    first = int(got["decade"] or "") if got.get("decade") else 1900 + int(got["short"] or "")
    lo, hi = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(got.get("edge") or "", (0, 9))
    return cal.years(first + lo, first + hi, "approximate" if got.get("edge") else "year")


def century(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "the 19th century": 1801 to 1900."""
    number = int(match["c"])
    return cal.years(number * 100 - 99, number * 100, "approximate")


def year_bare(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "in 2017"."""
    return cal.year(int(match["y"]))


def year_name(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "the 2015 nuclear deal": when the thing named happened, not the act told."""
    return cal.year(int(match["y"]), "name")


def season(match: re.Match[str], ctx: Context) -> Interval | None:
    """A meteorological season of the northern half; winter is named after the year it begins in."""
    got = groups(match)
    first = time_rules.names().seasons[got["season"] or ""]
    year = int(got["y"] or "") if got.get("y") else _season_year(got.get("which") or "", first, ctx)
    if year is None:
        return None
    last_year, last = cal.shift_month(year, first, 2)
    return cal.months(cal.iso_month(year, first), cal.iso_month(last_year, last), "approximate")


def _season_year(which: str, first: int, ctx: Context) -> int | None:
    if which == "that":
        return _year_of_previous(ctx)
    if ctx.base is None:
        return None
    year = ctx.base.year - (
        1 if first == 12 and ctx.base.month < 3 else 0
    )  # January belongs to the winter that began in December
    if which in ("last", "this past"):
        return year - (0 if first + 3 <= ctx.base.month else 1)
    if which in ("next", "this coming"):
        return year + (1 if first <= ctx.base.month else 0)
    return year
