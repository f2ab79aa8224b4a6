"""What a line of an event file tells, in words of ours: one reader for each dataset."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.codebook.conversion import cameo, code_of, from_fips
from dragoman.read.event_files import EventLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of an event as the dataset has it; what it does not tell is None."""

    name: str | None
    country: str | None
    # a name or a code of three letters
    group: str | None = None
    # GDELT's code of an organisation
    sectors: tuple[str, ...] = ()
    # in the dataset's own words
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where, as the dataset has it."""

    name: str | None
    country: str | None
    # a name, or a code of three letters
    lat: str | None
    lon: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event as a dataset tells it."""

    id: str
    # the dataset's own; of a dataset without, a hash of what the line says
    day: str
    # ISO 8601
    cameo: str | None
    type: str | None = None
    # PLOVER's, where the dataset has it
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actor: Side | None
    recipient: Side | None
    place: Spot | None
    publisher: str | None
    published: str | None
    url: str | None = None
    shown: tuple[str, ...]
    # the columns that tell the event, for its sentence


class Unreadable(Exception):
    """A line does not say what an event needs; never leaves this room."""


def told(line: EventLine) -> Told:
    """What a line tells.

    Raises:
        Unreadable: it lacks a day or an act, or has one that is none.
    """
    return _READERS[line.dataset](line)


def _icews(line: EventLine) -> Told:
    get = _getter(line)
    code = code_of(get("Event Text") or "") or _code(get("CAMEO Code"))
    if code is None:
        raise Unreadable(f"no CAMEO act: {get('Event Text') or get('CAMEO Code')!r}")
    own = get("Event ID") or _hash(line.cells.values())
    return Told(
        id=own,
        day=_day(get("Event Date")),
        cameo=code,
        actor=_icews_side(line, "Source"),
        recipient=_icews_side(line, "Target"),
        place=_spot(get("City") or get("District") or get("Province") or get("Country"), get("Country"), get("Latitude"), get("Longitude")),
        publisher=get("Publisher"),
        published=None,
        shown=("Source Name", "Event Text", "Intensity", "Target Name"),
    )


def _icews_side(line: EventLine, side: str) -> Side | None:
    get = _getter(line)
    name, country = get(f"{side} Name"), get(f"{side} Country")
    if name is None and country is None:
        return None
    return Side(name=name, country=country, sectors=_split(get(f"{side} Sectors")))


def _polecat(line: EventLine) -> Told:
    get = _getter(line)
    kind = (get("Event Type") or "").upper()
    if not kind:
        raise Unreadable("no Event Type")
    return Told(
        id=get("Event ID") or _hash(line.cells.values()),
        day=_day(get("Event Date")),
        cameo=None,
        type=kind,
        mode=get("Event Mode"),
        contexts=_split(get("Contexts")),
        actor=_polecat_side(line, "Actor"),
        recipient=_polecat_side(line, "Recipient"),
        place=_spot(get("Placename") or get("City") or get("Province") or get("Country"), get("Country"), get("Latitude"), get("Longitude")),
        publisher=get("Source"),
        published=_day(get("Publication Date")) if get("Publication Date") else None,
        shown=("Actor Name Raw", "Actor Name", "Event Type", "Event Mode", "Intensity", "Recipient Name Raw", "Recipient Name", "Headline"),
    )


def _polecat_side(line: EventLine, side: str) -> Side | None:
    get = _getter(line)
    name, country = get(f"{side} Name"), get(f"{side} Country")
    if name is None and country is None:
        return None
    return Side(name=name, country=country, sectors=_split(get(f"Primary {side} Sector")), title=get(f"{side} Title"))


def _gdelt(line: EventLine) -> Told:
    get = _getter(line)
    code = _code(get("EventCode"))
    if code is None:
        raise Unreadable(f"no CAMEO act: {get('EventCode')!r}")
    geo = get("ActionGeo_CountryCode")
    return Told(
        id=get("GLOBALEVENTID") or _hash(line.cells.values()),
        day=_day(get("SQLDATE")),
        cameo=code,
        actor=_gdelt_side(line, "Actor1"),
        recipient=_gdelt_side(line, "Actor2"),
        place=_spot(get("ActionGeo_FullName"), from_fips().get(geo or ""), get("ActionGeo_Lat"), get("ActionGeo_Long")),
        publisher=None,
        published=_day((get("DATEADDED") or "")[:8]) if get("DATEADDED") else None,
        url=get("SOURCEURL"),
        shown=("Actor1Code", "Actor1Name", "EventCode", "GoldsteinScale", "Actor2Code", "Actor2Name", "NumMentions", "SOURCEURL"),
    )


def _gdelt_side(line: EventLine, side: str) -> Side | None:
    get = _getter(line)
    name, country, group = get(f"{side}Name"), get(f"{side}CountryCode"), get(f"{side}KnownGroupCode")
    if name is None and country is None and group is None:
        return None
    roles = tuple(role for n in (1, 2, 3) if (role := get(f"{side}Type{n}Code")))
    return Side(name=name, country=country, group=group, sectors=roles)


_READERS: dict[str, Callable[[EventLine], Told]] = {"icews": _icews, "polecat": _polecat, "gdelt": _gdelt}
_NOTHING = frozenset({"", "NULL", "NA", "None", "nan", "---"})


def _getter(line: EventLine) -> Callable[[str], str | None]:
    cells = line.cells

    def get(name: str) -> str | None:
        value = cells.get(name, "").strip()
        return None if value in _NOTHING else value

    return get


def _day(text: str | None) -> str:
    """An ISO day of `2014-05-03`, `20140503` or either with a time behind it."""
    digits = (text or "").split(" ")[0].split("T")[0]
    if len(digits) == 8 and digits.isdigit():
        digits = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    try:
        return date.fromisoformat(digits).isoformat()
    except ValueError:
        raise Unreadable(f"no day: {text!r}") from None


def _code(text: str | None) -> str | None:
    """A CAMEO code with the leading zero that spreadsheets take off."""
    if not text or not text.isdigit():
        return None
    code = f"0{text}" if len(text) == 2 else text
    return f"0{code}" if len(code) == 3 and code not in cameo() and not code.startswith("01") and f"0{code}" in cameo() else code


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(part for raw in (text or "").replace(";", ",").split(",") if (part := raw.strip()))


def _spot(name: str | None, country: str | None, lat: str | None, lon: str | None) -> Spot | None:
    return Spot(name=name, country=country, lat=lat, lon=lon) if name or country else None


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
