"""The register: names that ``codebook/times.yml`` gives to the functions that resolve."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from dragoman.code import time_dates as dates
from dragoman.code import time_relative as relative
from dragoman.code.time_calendar import Interval
from dragoman.code.time_context import Context

Resolver = Callable[[re.Match[str], Context], Interval | None]

RESOLVERS: Mapping[str, Resolver] = MappingProxyType(
    {
        "date": dates.explicit_date,
        "days": dates.days,
        "iso": dates.iso,
        "iso_week": dates.iso_week,
        "numeric": dates.numeric,
        "nine_eleven": dates.nine_eleven,
        "known": dates.known,
        "feast": dates.feast,
        "month": dates.month,
        "months": dates.months,
        "month_which": dates.month_which,
        "month_of_year": dates.month_of_year,
        "day_of_year": dates.day_of_year,
        "quarter": dates.quarter,
        "half": dates.half,
        "fiscal": dates.fiscal,
        "years": dates.year_range,
        "decade": dates.decade,
        "century": dates.century,
        "year_bare": dates.year_bare,
        "year_name": dates.year_name,
        "season": dates.season,
        "deictic": relative.deictic,
        "weekday": relative.weekday,
        "weekday_which": relative.weekday_which,
        "weekday_week": relative.weekday_week,
        "weekday_ago": relative.weekday_ago,
        "relative_unit": relative.relative_unit,
        "edge_of_unit": relative.edge_of_unit,
        "ago": relative.ago,
        "hours_ago": relative.hours_ago,
        "from_now": relative.from_now,
        "in_units": relative.in_units,
        "past_units": relative.past_units,
        "half_ago": relative.half_ago,
        "week_of": relative.week_of,
        "day_edge": dates.day_edge,
        "day_alone": dates.day_alone,
        "anaphor_day": relative.anaphor_day,
        "anaphor_units": relative.anaphor_units,
        "came_after": relative.came_after,
        "anaphor_beside": relative.anaphor_beside,
        "weekday_on": relative.weekday_on,
        "act_offset": relative.act_offset,
        "anaphor_hours": relative.anaphor_hours,
        "anaphor_unit": relative.anaphor_unit,
    }
)
