"""Tables in the columns of GDELT's event files, version 2.0 (61 columns) and 1.0 (58), without a header, as GDELT's are (GDELT codebook 2.0, 2015)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dragoman.ask.exporters.column import Column
from dragoman.ask.exporters.dyads import Dyad, country_of, name_of, number_of
from dragoman.ask.exporters.format import Format, table
from dragoman.ask.exporters.icews import spot
from dragoman.codebook.conversion import fips
from dragoman.codebook.phoenix import ORGANISATIONS, ROLES
from dragoman.model import Party

_ROLE_OF: dict[str, str] = {}
for _cameo, _sector in ROLES.items():
    _ROLE_OF.setdefault(_sector, _cameo)
_GROUP_OF = {ours: theirs for theirs, ours in ORGANISATIONS.items()}
_FULL = {"UN": "UNO", "AU": "AFU"}
# where CAMEO has several codes for one organisation


def _country(party: Party | None) -> str | None:
    actor = country_of(party)
    return actor.code if actor else None


def _group(party: Party | None) -> str | None:
    code = (party.code or "") if party else ""
    return _FULL.get(code) or _GROUP_OF.get(code)


def _role(party: Party | None) -> str | None:
    return _ROLE_OF.get(party.sector) if party and party.sector else None


def _code(party: Party | None) -> str | None:
    return "".join(filter(None, (_country(party), _group(party), _role(party)))) or None


def _number(day: date | None, pattern: str) -> str | None:
    return day.strftime(pattern) if day else None


def _fraction(day: date | None) -> str | None:
    return f"{day.year + (day.month * 30 + day.day) / 365:.4f}" if day else None


def _side(n: int) -> tuple[Column[Dyad], ...]:
    def of(read: Callable[[Party | None], object]) -> Callable[[Dyad], object]:
        return lambda d: read(d.actor if n == 1 else d.recipient)

    who = f"Actor{n}"
    return (
        Column(name=f"{who}Code", means="country, known group and role joined", read=of(_code)),
        Column(name=f"{who}Name", means="the person, else the party, in capitals", read=of(lambda p: (name_of(p) or "").upper())),
        Column(name=f"{who}CountryCode", means="ISO 3166-1 alpha-3; CAMEO's codes differ for a few states", read=of(_country)),
        Column(name=f"{who}KnownGroupCode", means="CAMEO's code of an international organisation", read=of(_group)),
        Column(name=f"{who}EthnicCode", means="always empty: not known here"),
        Column(name=f"{who}Religion1Code", means="always empty: not known here"),
        Column(name=f"{who}Religion2Code", means="always empty: not known here"),
        Column(name=f"{who}Type1Code", means="CAMEO's role of the PLOVER sector", read=of(_role)),
        Column(name=f"{who}Type2Code", means="always empty: Dragoman gives a party one sector"),
        Column(name=f"{who}Type3Code", means="always empty: Dragoman gives a party one sector"),
    )


def _geo(who: str, *, second: bool) -> tuple[Column[Dyad], ...]:
    names = ("Type", "FullName", "CountryCode", "ADM1Code", *(("ADM2Code",) if second else ()), "Lat", "Long", "FeatureID")
    if who != "ActionGeo":
        return tuple(Column(name=f"{who}_{n}", means="always empty: where a party is, is not known") for n in names)
    known: dict[str, Column[Dyad]] = {
        "Type": Column(name=f"{who}_Type", means="1 where only the country is told, else empty: towns and regions are not told apart", read=_kind),
        "FullName": Column(name=f"{who}_FullName", means="the place as named", read=lambda d: d.act.event.place and d.act.event.place.name),
        "CountryCode": Column(name=f"{who}_CountryCode", means="FIPS 10-4 of its country", read=_fips),
        "Lat": Column(name=f"{who}_Lat", means="degrees north (WGS 84)", read=lambda d: d.act.event.place and d.act.event.place.lat),
        "Long": Column(name=f"{who}_Long", means="degrees east", read=lambda d: d.act.event.place and d.act.event.place.lon),
    }
    return tuple(known.get(n) or Column(name=f"{who}_{n}", means="always empty: not known here") for n in names)


def _kind(dyad: Dyad) -> int | None:
    place = dyad.act.event.place
    return 1 if place and spot(place) is None else None


def _fips(dyad: Dyad) -> str | None:
    place = dyad.act.event.place
    return fips().get(place.country or "") if place else None


def _added(digits: int) -> Callable[[Dyad], object]:
    return lambda d: "".join(c for c in d.act.event.recorded_at or "" if c.isdigit())[:digits]


def _url(dyad: Dyad) -> str | None:
    return next((r.input for r in dyad.act.event.reports if r.input.startswith(("http://", "https://"))), None)


def _columns(*, second: bool) -> tuple[Column[Dyad], ...]:
    return (
        Column(name="GLOBALEVENTID", means="a number made from the event's id; GDELT counts here", read=lambda d: number_of(d.id)),
        Column(name="SQLDATE", means="first day, YYYYMMDD", read=lambda d: _number(d.act.first, "%Y%m%d")),
        Column(name="MonthYear", means="YYYYMM", read=lambda d: _number(d.act.first, "%Y%m")),
        Column(name="Year", means="YYYY", read=lambda d: _number(d.act.first, "%Y")),
        Column(name="FractionDate", means="year and (month * 30 + day) / 365", read=lambda d: _fraction(d.act.first)),
        *_side(1),
        *_side(2),
        Column(name="IsRootEvent", means="always empty: whether the lead tells it is not kept"),
        Column(name="EventCode", means="CAMEO code", read=lambda d: d.act.cameo),
        Column(name="EventBaseCode", means="its first three digits", read=lambda d: (d.act.cameo or "")[:3]),
        Column(name="EventRootCode", means="its first two digits", read=lambda d: (d.act.cameo or "")[:2]),
        Column(
            name="QuadClass", means="1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", read=lambda d: d.act.quad_class
        ),
        Column(name="GoldsteinScale", means="always empty: PLOVER's score is another scale"),
        Column(name="NumMentions", means="how many reports", read=lambda d: len(d.act.event.reports)),
        Column(name="NumSources", means="how many outlets", read=lambda d: len(d.act.event.outlets)),
        Column(name="NumArticles", means="how many articles", read=lambda d: len({r.article for r in d.act.event.reports if r.article})),
        Column(name="AvgTone", means="always empty: not measured"),
        *_geo("Actor1Geo", second=second),
        *_geo("Actor2Geo", second=second),
        *_geo("ActionGeo", second=second),
        Column(name="DATEADDED", means="when this version was written, " + ("YYYYMMDDHHMMSS" if second else "YYYYMMDD"), read=_added(14 if second else 8)),
        Column(name="SOURCEURL", means="address of the first report that has one", read=_url),
    )


SECOND, FIRST = _columns(second=True), _columns(second=False)
GDELT = Format(
    name="gdelt", suffix=".CSV", means="Tab-separated without a header, in the 61 columns of GDELT 2.0.", columns=SECOND, write=table(SECOND, head=False)
)
GDELT1 = Format(
    name="gdelt1", suffix=".CSV", means="Tab-separated without a header, in the 58 columns of GDELT 1.0.", columns=FIRST, write=table(FIRST, head=False)
)
