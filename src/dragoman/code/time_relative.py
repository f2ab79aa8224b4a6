"""Resolves what counts from publication ("yesterday", "last week") or from the sentence before ("the next day", "six years later").

Each function takes a match of a rule and the context, and gives an interval, or None where there is nothing to count from.
"""

import re
from datetime import date, timedelta

from dragoman.code import time_calendar as cal
from dragoman.code import time_rules
from dragoman.code.time_calendar import Interval
from dragoman.code.time_context import Context
from dragoman.code.time_dates import explicit_date, groups, pick, weekday_number

_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


_EXACT_WEEKS = 3
# "ten weeks after" is a round number, "a week after" is seven days


def _count(words: str) -> int:
    """ "3", "a", "twenty-one", "a couple of" to a number."""
    words = words.strip().lower()
    if words.isdigit():
        return int(words)
    if "couple" in words:
        return 2
    return sum(time_rules.names().numbers[word] for word in re.split(r"[ -]", words))


def deictic(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "today", "last night", "this afternoon"."""
    if ctx.base is None:
        return None
    word = match["word"].lower()
    if word == "overnight":
        return _overnight(ctx.base, ctx.ahead(*match.span()))
    return cal.day(cal.shift_days(ctx.base, _DAYS.get(word, 0)), "relative")


def _overnight(base: date, ahead: bool | None) -> Interval:
    """The night touches two days: the last one, or the coming one for what lies ahead."""
    lo, hi = (0, 1) if ahead else (-1, 0)
    return cal.span_of(cal.shift_days(base, lo), cal.shift_days(base, hi), "approximate", "relative")


def weekday(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "on Thursday": the most recent one on or before publication, the next on or after it for what lies ahead."""
    if ctx.base is None:
        return None
    number = weekday_number(match["w"].lower())
    if ctx.nearest(*match.span()):
        return cal.day(_nearest(ctx.base, number), "weekday")
    if ctx.ahead(*match.span()):
        return cal.day(cal.weekday_after(ctx.base, number), "weekday")
    return cal.day(cal.weekday_before(ctx.base, number), "weekday")


def _nearest(base: date, number: int) -> date:
    """The weekday closest to a day, on either side."""
    before, after = cal.weekday_before(base, number), cal.weekday_after(base, number)
    return before if base - before < after - base else after


def weekday_which(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "last Friday", "next Monday", "the following Tuesday"."""
    which, number = match["which"].lower(), weekday_number(match["w"].lower())
    if which in ("the following", "the next", "the previous", "the preceding", "that", "that same", "the same"):
        return _weekday_from_previous(which, number, ctx)
    if ctx.base is None:
        return None
    if which in ("last", "past", "this past"):
        return cal.day(cal.weekday_before(ctx.base, number, strictly=True), "weekday")
    if which in ("next", "coming", "this coming"):
        return cal.day(cal.weekday_after(ctx.base, number, strictly=True), "weekday")
    if ctx.ahead(*match.span()) is False:
        return cal.day(cal.weekday_before(ctx.base, number), "weekday")
    return cal.day(cal.weekday_after(ctx.base, number), "weekday")


def _weekday_from_previous(which: str, number: int, ctx: Context) -> Interval | None:
    previous = ctx.previous_day(last="previous" not in which and "preceding" not in which)
    if previous is None:
        if ctx.base is None or "same" in which or which in ("the following", "the next"):
            return None
        return cal.day(cal.weekday_before(ctx.base, number), "weekday")
    if "previous" in which or "preceding" in which:
        return cal.day(cal.weekday_before(previous, number, strictly=True), "anaphoric")
    if "that" in which or "same" in which:
        return cal.day(cal.weekday_of_week(previous, number, 0), "anaphoric")
    return cal.day(cal.weekday_after(previous, number, strictly=True), "anaphoric")


def weekday_week(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "Wednesday of next week"."""
    got = groups(match)
    which, number = pick(got, "which", "which2") or "", weekday_number(pick(got, "w", "w2") or "")
    base = ctx.previous_day(last=False) if which in ("that", "the following", "the previous") else ctx.base
    weeks = {"last": -1, "next": 1, "the following": 1, "the previous": -1}.get(which, 0)
    return cal.day(cal.weekday_of_week(base, number, weeks), "weekday") if base else None


def weekday_ago(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "a week ago on Monday", "a week from Friday"."""
    if ctx.base is None:
        return None
    weeks = {"two weeks": 2, "three weeks": 3}.get(match["n"].lower(), 1)
    side, number = match["side"].lower(), weekday_number(match["w"].lower())
    if side in ("from", "after", "later"):
        return cal.day(cal.shift_days(cal.weekday_after(ctx.base, number), 7 * weeks), "weekday")
    return cal.day(cal.shift_days(cal.weekday_before(ctx.base, number), -7 * weeks), "weekday")


def weekday_on(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "on Saturday week": a week after the coming one."""
    if ctx.base is None:
        return None
    days = 14 if match["n"].lower() == "fortnight" else 7
    return cal.day(cal.shift_days(cal.weekday_after(ctx.base, weekday_number(match["w"].lower())), days), "weekday")


def relative_unit(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "last week", "earlier this year", "next weekend"."""
    if ctx.base is None:
        return None
    got = groups(match)
    which, unit, edge = got.get("which") or "", got["u"] or "", got.get("edge") or ""
    step = -1 if which in ("last", "this past") else 1 if which in ("next", "this coming", "the coming") else 0
    if unit == "weekend":
        return _weekend(ctx.base, which, ctx.ahead(*match.span()))
    found = _decade(ctx.base, step) if unit == "decade" else cal.unit_away(ctx.base, unit, step, "relative")
    return found if found is None or edge in ("", "earlier", "later") else _approximate(found)


def _weekend(base: date, which: str, ahead: bool | None) -> Interval:
    """Saturday and Sunday; "last weekend" is over, "the weekend" may be the one we are in."""
    saturday = cal.weekday_of_week(base, 5, 0)
    over = cal.shift_days(saturday, -7)
    inside = base >= saturday
    if which in ("next", "this coming", "the coming"):
        chosen = cal.shift_days(saturday, 7 if inside else 0)
    elif which in ("last", "this past"):
        chosen = over
    else:
        chosen = saturday if inside or ahead or (which == "this" and ahead is None) else over
    return cal.span_of(chosen, cal.shift_days(chosen, 1), "day", "relative")


def _decade(base: date, step: int) -> Interval:
    first = base.year // 10 * 10 + 10 * step
    return cal.years(first, first + 9, "year", "relative")


def _approximate(found: Interval, kind: str | None = None) -> Interval:
    return Interval(
        lo=found.lo, hi=found.hi, precision="approximate", kind=kind or found.kind, open_year=found.open_year
    )


def edge_of_unit(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "by the end of the year": that year, approximate."""
    if ctx.base is None:
        return None
    got = groups(match)
    unit = got["u"] or "year"
    found = _decade(ctx.base, 0) if unit == "decade" else cal.unit_away(ctx.base, unit, 0, "relative")
    deadline = pick(got, "by", "by2")
    kind = "deadline" if deadline and deadline.strip() in ("by", "before", "until", "till") else "relative"
    return _approximate(found, kind) if found else None


def _away(base: date, unit: str, count: int, kind: str, rough: bool) -> Interval | None:
    """So many units away; rough counts and counted-out decades are approximate."""
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if unit == "decade":
        unit, count, rough = "year", 10 * count, True
    found = cal.unit_away(base, unit, count, kind)
    return _approximate(found) if found and rough else found


def ago(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "three days ago"."""
    if ctx.base is None:
        return None
    if match["same"] and match["u"].lower() == "year":
        # "eight years ago this week": finer than the month the week may be another's
        return cal.month(ctx.base.year - _count(match["n"]), ctx.base.month, "relative")
    return _away(ctx.base, match["u"].lower(), -_count(match["n"]), "relative", bool(match["rough"]))


def hours_ago(match: re.Match[str], ctx: Context) -> Interval | None:
    """The day on which that hour fell; without a time of publication only what stays within that day."""
    if ctx.base is None:
        return None
    hours = _count(match["n"]) / (60 if match["u"].lower() == "minute" else 1)
    if ctx.moment is None:
        return cal.day(cal.shift_days(ctx.base, -round(hours / 24)), "relative")
    return cal.day((ctx.moment - timedelta(hours=hours)).date(), "relative") if ctx.moment.year > 1 else None


def from_now(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "in two weeks' time"."""
    return _away(ctx.base, match["u"].lower(), _count(match["n"]), "relative", False) if ctx.base else None


def in_units(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "in two days", "within 30 days": only where something tells that it lies ahead."""
    if ctx.base is None or not ctx.ahead(*match.span()):
        return None
    unit, count = match["u"].lower(), _count(match["n"])
    if match[0].lower().startswith("within") or " the " in match[0].lower():
        return _until(ctx.base, unit, count)
    return _away(ctx.base, unit, count, "relative", False)


def _until(base: date, unit: str, count: int) -> Interval | None:
    end = _away(base, unit, count, "deadline", False)
    if end is None or end.hi is None:
        return None
    start = cal.unit_away(base, "day" if unit == "fortnight" else "year" if unit == "decade" else unit, 0, "deadline")
    return Interval(lo=start.lo if start else None, hi=end.hi, precision="approximate", kind="deadline")


def past_units(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "over the past two years", "the coming week"."""
    if ctx.base is None:
        return None
    got = groups(match)
    if not got["n"] and match[0].lower().rstrip().endswith("s"):
        return None  # "the past weeks": how many is not told
    unit, count, side = got["u"] or "", _count(got["n"] or "a"), pick(got, "side", "side2")
    if side in ("next", "coming"):
        return _until(ctx.base, unit, count)
    begin, now = (
        _away(ctx.base, unit, -count, "relative", False),
        cal.unit_away(ctx.base, "year" if unit == "decade" else unit, 0, "relative"),
    )
    if begin is None or now is None:
        return None
    return Interval(
        lo=begin.lo, hi=ctx.base.isoformat()[: len(now.lo or "")], precision="approximate", kind="duration-since"
    )


def half_ago(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "half a year ago", "a decade and a half ago"."""
    if ctx.base is None:
        return None
    back = {"half a year": 6, "a year and a half": 18}.get(match["half"].lower())
    found = cal.unit_away(ctx.base, "month" if back else "year", -(back or 15), "relative")
    return _approximate(found) if found else None


def week_of(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "the week of 7 October"."""
    found = explicit_date(match, ctx)
    first = cal.full_date(found.lo) if found else None
    return cal.week(first, "date") if first else None


def anaphor_day(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "the next day", "a day earlier", "the same evening"."""
    word = match["word"].lower()
    back = any(w in word for w in ("previous", "preceding", "before", "prior")) or (
        word.endswith("earlier") and "that" not in word
    )
    on = any(w in word for w in ("next", "following")) or (word.endswith(("later", "after")) and "that" not in word)
    origin = ctx.previous_day(last=on)
    if origin is None and back and ctx.previous is None:
        origin = ctx.base
    if "in the" in word and ctx.base and ctx.previous and (ctx.previous.start or "") > ctx.base.isoformat():
        # "In the afternoon", behind what lies ahead: the day of writing
        origin = ctx.base
    if origin is None:
        return _same_as_previous(ctx) if not back and not on else None
    return cal.day(cal.shift_days(origin, -1 if back else 1 if on else 0), "anaphoric")


def _same_as_previous(ctx: Context) -> Interval | None:
    """ "that day" after a day without a year stays as partial as it was."""
    if ctx.previous is None or ctx.previous.precision != "day":
        return None
    return Interval(lo=ctx.previous.start, hi=ctx.previous.end, precision="day", kind="anaphoric")


def anaphor_units(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "three days earlier", "six years later"; a unit finer than what the sentence before told settles nothing."""
    unit, side = match["u"].lower(), match["side"].lower()
    back = side in ("earlier", "before", "prior", "previously")
    count = _count(match["n"]) * (-1 if back else 1)
    if ctx.previous is None:
        return _away(ctx.base, unit, count, "anaphoric", bool(match["rough"])) if ctx.base and back else None
    origin = _origin(ctx.previous.start if back else ctx.previous.end or ctx.previous.start, unit)
    return _away(origin, unit, count, "anaphoric", bool(match["rough"])) if origin else None


def came_after(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "It came three days after the envoy asked": when the envoy asked."""
    unit, count = match["u"].lower(), -_count(match["n"])
    origin = _origin(ctx.previous.start, unit) if ctx.previous else ctx.base
    return _away(origin, unit, count, "anaphoric", bool(match["rough"])) if origin else None


def act_offset(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "on Tuesday, nine days after Riyadh severed ties": when Riyadh did, counted from the date told before it in the sentence."""
    if not ctx.here or ctx.previous is None:
        # "officials said, a day after the minister flew in": of a first sentence, counted from the day of writing
        lead = ctx.previous is None and ctx.base is not None and ctx.text[: match.start()].rstrip().endswith(",")
        return _lead_offset(match, ctx.base) if lead and ctx.base is not None else None
    unit, back = match["u"].lower(), match["side"].lower() == "after"
    count = _count(match["n"]) * (-1 if back else 1)
    return _counted(ctx.previous.start, unit, count, bool(match["rough"]))


def _lead_offset(match: re.Match[str], base: date) -> Interval | None:
    """Days before the day of writing; roughly, as what is told first need not have happened on that day."""
    if match["u"].lower() not in ("day", "week") or match["side"].lower() != "after":
        return None
    found = _counted(base.isoformat(), match["u"].lower(), -_count(match["n"]), bool(match["rough"]))
    return _approximate(found) if found else None


def counted_on(match: re.Match[str], told: Interval) -> Interval | None:
    """ "two days after the vote of 3 May": counted on from the date told behind it."""
    count = _count(match["n"]) * (1 if match["side"].lower() == "after" else -1)
    return _counted(told.lo, match["u"].lower(), count, bool(match["rough"]))


def _counted(stamp: str | None, unit: str, count: int, rough: bool) -> Interval | None:
    """So many units from a date; weeks from a known day are seven days each, as news counts them ("a week after he was freed")."""
    origin = _origin(stamp, unit)
    if origin is None:
        return None
    if unit in ("week", "fortnight"):
        found: Interval | None = cal.day(cal.shift_days(origin, 7 * count * (2 if unit == "fortnight" else 1)), "anaphoric")
        return _approximate(found) if found and (rough or abs(count) > _EXACT_WEEKS) else found
    return _away(origin, unit, count, "anaphoric", rough)


def anaphor_hours(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "within hours": the day told before, which may have ended meanwhile."""
    same = _same_as_previous(ctx)
    return _approximate(same) if same else None


def _origin(stamp: str | None, unit: str) -> date | None:
    """A day to count from, if the stamp is at least as fine as the unit."""
    year, number, day = cal.split(stamp or "")
    if year is None or (number is None and unit not in ("year", "decade")):
        return None
    if day is None and unit in ("day", "week", "fortnight"):
        return None
    return cal.make_date(year, number or 1, day or 1)


def anaphor_beside(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "the week before", "the year after"."""
    unit, back = match["u"].lower(), match["side"].lower() != "after"
    if unit == "weekend":
        return None
    origin = _origin(ctx.previous.start, "week" if unit == "week" else unit) if ctx.previous else None
    if origin is None and back and ctx.previous is None:
        origin = ctx.base
    return cal.unit_away(origin, unit, -1 if back else 1, "anaphoric") if origin else None


def anaphor_unit(match: re.Match[str], ctx: Context) -> Interval | None:
    """ "the following month", "later that year"."""
    word, unit = match["word"].lower(), match["u"].lower()
    back = "previous" in word or "preceding" in word
    on = "following" in word or "next" in word
    stamp = (ctx.previous.end if on else ctx.previous.start) if ctx.previous else None
    origin = _origin(stamp, "week" if unit == "weekend" else unit)
    if origin is None and back and ctx.previous is None:
        origin = ctx.base
    if origin is None:
        return None
    step = -1 if back else 1 if on else 0
    if unit == "weekend":
        saturday = cal.weekday_of_week(origin, 5, step)
        return cal.span_of(saturday, cal.shift_days(saturday, 1), "day", "anaphoric")
    return cal.unit_away(origin, unit, step, "anaphoric")
