"""Tables in the columns of the POLECAT releases (Halterman et al. 2023, Harvard Dataverse), as far as known to us: checked against no release (unverified)."""

from __future__ import annotations

from dragoman.ask.exporters.column import Column
from dragoman.ask.exporters.dyads import Dyad, country_of, name_of, published, version
from dragoman.ask.exporters.format import Format, table
from dragoman.ask.exporters.icews import land, spot
from dragoman.model import Party

QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}


def _country(party: Party | None) -> str | None:
    actor = country_of(party)
    return actor.code if actor else None


def _cow(party: Party | None) -> str | None:
    actor = country_of(party)
    return actor.ids.get("cow") if actor else None


def _side(word: str, read: str) -> tuple[Column[Dyad], ...]:
    def party(dyad: Dyad) -> Party | None:
        return dyad.actor if read == "actor" else dyad.recipient

    return (
        Column(name=f"{word} Name", means="the person, else the party", read=lambda d: name_of(party(d))),
        Column(name=f"{word} Country", means="ISO 3166-1 alpha-3 of the state that the party belongs to", read=lambda d: _country(party(d))),
        Column(name=f"{word} COW", means="its number in the Correlates of War list", read=lambda d: _cow(party(d))),
        Column(name=f"Primary {word} Sector", means="PLOVER sector", read=lambda d: (p := party(d)) and p.sector),
        Column(name=f"{word} Sectors", means="the same: Dragoman gives a party one sector", read=lambda d: (p := party(d)) and p.sector),
        Column(name=f"{word} Title", means="office or role", read=lambda d: (p := party(d)) and p.role),
        Column(name=f"{word} Name Raw", means="the words in the sentence", read=lambda d: (p := party(d)) and p.text),
        Column(name=f"Wikipedia {word} ID", means="always empty: not known here"),
    )


COLUMNS: tuple[Column[Dyad], ...] = (
    Column(name="Event ID", means="id of the event, with the number of the pair where it has several", read=lambda d: d.id),
    Column(name="Story ID", means="ids of the articles", read=lambda d: tuple(dict.fromkeys(r.article for r in d.act.event.reports if r.article))),
    Column(name="Event Date", means="first day, ISO 8601", read=lambda d: d.act.first),
    Column(name="Event Type", means="PLOVER type", read=lambda d: d.act.type),
    Column(name="Event Mode", means="PLOVER mode", read=lambda d: d.act.mode),
    Column(name="Intensity", means="PLOVER's score of type and mode, -10 to 10", read=lambda d: d.act.score),
    Column(name="Quad Code", means="VERBAL COOPERATION, MATERIAL COOPERATION, VERBAL CONFLICT, MATERIAL CONFLICT", read=lambda d: QUADS[d.act.quad_class]),
    Column(name="Contexts", means="PLOVER contexts", read=lambda d: d.act.contexts),
    *_side("Actor", "actor"),
    *_side("Recipient", "recipient"),
    Column(name="Placename", means="the place as named", read=lambda d: d.act.event.place and d.act.event.place.name),
    Column(name="City", means="the place, unless it is only a country; towns and regions are not told apart", read=lambda d: spot(d.act.event.place)),
    Column(name="District", means="always empty: not known here"),
    Column(name="Province", means="always empty: not known here"),
    Column(name="Country", means="name of the place's country", read=lambda d: land(d.act.event.place)),
    Column(name="Latitude", means="degrees north (WGS 84)", read=lambda d: d.act.event.place and d.act.event.place.lat),
    Column(name="Longitude", means="degrees east", read=lambda d: d.act.event.place and d.act.event.place.lon),
    Column(name="GeoNames ID", means="always empty: not kept"),
    Column(name="Raw Placename", means="always empty: not kept"),
    Column(name="Feature Type", means="always empty: not kept"),
    Column(name="Source", means="who told it", read=lambda d: d.act.event.outlets),
    Column(name="Publication Date", means="day of the first report", read=lambda d: published(d.act.event)),
    Column(name="Headline", means="always empty: not part of an event"),
    Column(name="Language", means="always empty: not part of an event"),
    Column(name="Version", means="version of the program that coded the first report", read=lambda d: version(d.act.event)),
)
POLECAT = Format(
    name="polecat",
    suffix=".tsv",
    means="Tab-separated, in the columns of the POLECAT releases as far as known to us (not checked against one).",
    columns=COLUMNS,
    write=table(COLUMNS),
)
