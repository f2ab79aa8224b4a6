"""Joins atoms (a weekday, a month, a date) with the words beside them: hours, parts of the day, "early", ranges, "since", "by".

Three passes: each atom is widened by what belongs to it alone; neighbours are joined into ranges; what is left gets its outer words. The
patterns are in the `joins` part of ``codebook/times.yml``.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from dragoman.code import time_calendar as cal
from dragoman.code import time_rules
from dragoman.code.time_calendar import Interval
from dragoman.code.time_context import Context

_REACH = 48  # characters looked at on each side of an atom: longer than any prefix of the codebook
_NOT = re.compile(r"\bnot (?:again )?\Z", re.IGNORECASE)
_PART = re.compile(r"(?:dawn|dusk|noon|midday|midnight|sunrise|sunset|nightfall)\b", re.IGNORECASE)
_COARSE = ("week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """A resolved expression; half-open offsets."""

    start: int
    end: int
    interval: Interval


def join(atoms: list[Atom], ctx: Context) -> list[Atom]:
    """All three passes; atoms stand in order and do not overlap, before and after."""
    return _outer(_ranges(_widen(atoms, ctx), ctx), ctx)


def _before(atoms: list[Atom], i: int, text: str, floor: int) -> str:
    return text[max(floor, atoms[i].start - _REACH) : atoms[i].start]


def _after(atoms: list[Atom], i: int, text: str) -> str:
    ceiling = atoms[i + 1].start if i + 1 < len(atoms) else len(text)
    return text[atoms[i].end : min(ceiling, atoms[i].end + _REACH)]


def _widen(atoms: list[Atom], ctx: Context) -> list[Atom]:
    done: list[Atom] = []
    for i, atom in enumerate(atoms):
        before = _before(atoms, i, ctx.text, done[-1].end if done else 0)
        after = _after(atoms, i, ctx.text)
        if atom.interval.precision == "day" and atom.interval.lo == atom.interval.hi:
            done.append(_day(atom, before, after, ctx))
        else:
            done.append(_edge(atom, before))
    return done


def _edge(atom: Atom, before: str) -> Atom:
    """ "early March", "mid-December", "around 2010": approximate."""
    found = time_rules.pattern("fine").search(before)
    if not found or atom.interval.precision not in (*_COARSE, "approximate"):
        return atom
    return Atom(
        start=atom.start - len(found[0]), end=atom.end, interval=replace(atom.interval, precision="approximate")
    )


def _day(atom: Atom, before: str, after: str, ctx: Context) -> Atom:
    """ "at dawn on Saturday", "Monday night", "17:05 GMT on Tuesday", "Friday at 9 p.m."."""
    start, end, interval = atom.start, atom.end, atom.interval
    part = time_rules.pattern("part_after").match(after)
    if part:
        end, after = end + part.end(), after[part.end() :]
    clock = time_rules.pattern("clock_before").search(before) if before[-1:] == " " else None
    if clock and (timed := _at(interval, clock, ctx)):
        return Atom(start=start - len(clock[0]), end=end, interval=timed)
    clock = time_rules.pattern("clock_after").match(after) if after[:1] in (" ", ",") else None
    if clock and (timed := _at(interval, clock, ctx)):
        return Atom(start=start, end=end + clock.end() + (after[clock.end() : clock.end() + 1] == ")"), interval=timed)
    found = time_rules.pattern("part_before").search(before)
    return Atom(start=start - len(found[0]) if found else start, end=end, interval=interval)


def _at(interval: Interval, clock: re.Match[str], ctx: Context) -> Interval | None:
    """That day at that hour; the zone is the one told, else that of publication."""
    time = _hour(clock["clock"].lower())
    day = cal.full_date(interval.lo)
    if time is None or day is None:
        return None
    zone = (clock["zone"] or clock["zone2"] or "").lower()
    theirs = "" if "time" in clock[0].lower() else ctx.offset  # "local time" is not that of the outlet
    offset = _offset(zone) if zone else theirs
    text = f"{day.isoformat()}T{time}:00{offset}"
    return Interval(lo=text, hi=text, precision="minute", kind=interval.kind)


def _offset(zone: str) -> str:
    """ "gmt" to "+00:00", "utc+3" to "+03:00"; "" for a zone that is not in the codebook."""
    told = re.search(r"([+-])(\d{1,2})(?::(\d\d))?\Z", zone)
    if told:
        return f"{told[1]}{int(told[2]):02d}:{told[3] or '00'}" if int(told[2]) <= 14 else ""
    return time_rules.names().zones.get(zone, "")


def _hour(words: str) -> str | None:
    """ "9 p.m.", "17.05", "1705", "noon" to "21:00" and so on; "midnight" is left alone: it may begin or end the day."""
    if words in ("noon", "midday"):
        return "12:00"
    digits = re.findall(r"\d+", words)
    if not digits:
        return None
    run = len(digits[0]) == 4  # "1705"
    hour, minute = (
        (int(digits[0][:-2]), int(digits[0][-2:]))
        if run
        else (int(digits[0]), int(digits[-1]) if len(digits) > 1 else 0)
    )
    if "p" in words and hour < 12:
        hour += 12
    if "a" in words and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 else None


def _ranges(atoms: list[Atom], ctx: Context) -> list[Atom]:
    done: list[Atom] = []
    for i, atom in enumerate(atoms):
        joined = _range(done, atom, ctx) if done else None
        if joined:
            done[-1] = joined
        elif atom.interval.kind == "range":
            found = time_rules.pattern("range_before").search(_before(atoms, i, ctx.text, done[-1].end if done else 0))
            done.append(replace(atom, start=atom.start - len(found[0]) if found else atom.start))
        else:
            done.append(atom)
    return done


def _range(done: list[Atom], last: Atom, ctx: Context) -> Atom | None:
    """ "from March to June", "Monday-Wednesday", "between 1999 and 2005"."""
    first, text = done[-1], ctx.text
    gap = text[first.end : last.start]
    if len(gap) > 20 or first.interval.kind == "range":
        return None
    floor = done[-2].end if len(done) > 1 else 0
    before = text[max(floor, first.start - _REACH) : first.start]
    opened = time_rules.pattern("range_before").search(before)
    between = (
        opened is not None
        and time_rules.pattern("and_gap").fullmatch(gap) is not None
        and "from" not in opened[0].lower()
    )
    if not between and not (time_rules.pattern("range_gap").fullmatch(gap) and (opened or _alike(first, last))):
        return None
    interval = _reconcile(first.interval, last.interval)
    if interval is None or time_rules.pattern("moved").search(before):
        return None
    return Atom(start=first.start - (len(opened[0]) if opened else 0), end=last.end, interval=interval)


def _alike(a: Atom, b: Atom) -> bool:
    return a.interval.precision == b.interval.precision and a.interval.kind == b.interval.kind


def _reconcile(a: Interval, b: Interval) -> Interval | None:
    """One interval from two: inferred years and weekdays give way, so that the end does not stand before the beginning."""
    if a.lo is None or b.hi is None:
        return None
    if b.kind == "weekday" and (day := cal.full_date(b.hi)) and b.hi < a.lo:
        b = cal.day(day + timedelta(days=7), "weekday")
    year_a, year_b = cal.split(a.lo)[0], cal.split(b.hi or "")[0]
    if a.open_year and not b.open_year and year_b:
        a = _with_year(a, year_b)
        a = _with_year(a, year_b - 1) if (a.lo or "") > (b.hi or "") else a
    elif b.open_year and year_a:
        b = _with_year(b, year_a)
        b = _with_year(b, year_a + 1) if (b.hi or "") < (a.lo or "") else b
    if (a.lo or "")[:1] != "-" and (b.hi or "") < (a.lo or "")[: len(b.hi or "")]:
        return None
    precision = a.precision if a.precision == b.precision else "approximate"
    return Interval(lo=a.lo, hi=b.hi, precision=precision, kind="range")


def _with_year(interval: Interval, year: int) -> Interval:
    lo, hi = (f"{year:04d}-{s[2:] if s.startswith('--') else s[5:]}" if s else s for s in (interval.lo, interval.hi))
    return replace(interval, lo=lo, hi=hi)


def _outer(atoms: list[Atom], ctx: Context) -> list[Atom]:
    done: list[Atom] = []
    for i, atom in enumerate(atoms):
        before = _before(atoms, i, ctx.text, done[-1].end if done else 0)
        words = ctx.text[atom.start : atom.end]
        done.append(_bounded(_named(atom, _after(atoms, i, ctx.text)), words, before, _after(atoms, i, ctx.text)))
    return done


def _named(atom: Atom, after: str) -> Atom:
    """ "the Oct. 7 attacks": the date names the thing and need not be when the act told took place."""
    explicit = atom.interval.kind == "date" and atom.interval.precision in ("day", "month")
    if explicit and time_rules.pattern("name").match(after):
        return replace(atom, interval=replace(atom.interval, kind="name"))
    return atom


def _bounded(atom: Atom, words: str, before: str, after: str) -> Atom:
    """Open or bounded by "since", "onwards", "by", "until", "before", "after"."""
    interval = atom.interval
    if interval.kind in ("range", "deadline", "duration-since"):
        return atom
    onwards = time_rules.pattern("onwards").match(after)
    if onwards:
        return Atom(
            start=atom.start, end=atom.end + onwards.end(), interval=replace(interval, hi=None, kind="duration-since")
        )
    if before[-1:] != " ":
        return atom
    for name, bound in _BOUNDS:
        found = time_rules.pattern(name).search(before)
        if found and ((name == "until" and _NOT.search(before[: found.start()])) or (name in ("before", "after") and _PART.match(words))):
            # "not until 2012 did it free them": in 2012; "shortly before dawn on Tuesday": on Tuesday
            return atom
        if found and not (name in ("before", "after") and time_rules.pattern("possessive").match(after)):
            return Atom(start=atom.start - len(found[0]), end=atom.end, interval=bound(interval))
    return atom


def _since(interval: Interval) -> Interval:
    return replace(interval, hi=None, kind="duration-since")


def _by(interval: Interval) -> Interval:
    return replace(interval, precision="approximate", kind="deadline")


def _until(interval: Interval) -> Interval:
    return replace(interval, lo=None, kind="deadline")


def _before_that(interval: Interval) -> Interval:
    return replace(interval, lo=None, precision="approximate", kind="deadline")


def _after_that(interval: Interval) -> Interval:
    return replace(interval, hi=None, precision="approximate", kind="duration-since")


_BOUNDS = (("since", _since), ("by", _by), ("until", _until), ("before", _before_that), ("after", _after_that))
