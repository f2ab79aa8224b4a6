"""Tables in the columns of the ICEWS coded event data (Boschee et al., Harvard Dataverse, doi:10.7910/DVN/28075)."""

from __future__ import annotations

from dragoman.ask.exporters.column import Column
from dragoman.ask.exporters.dyads import Dyad, codebook, country_of, name_of
from dragoman.ask.exporters.format import Format, table
from dragoman.codebook.conversion import names
from dragoman.model import Party, Place


def country_name(party: Party | None) -> str | None:
    """The name of a party's state."""
    actor = country_of(party)
    return actor.name if actor else None


def land(place: Place | None) -> str | None:
    """The name of a place's country."""
    actor = codebook().actors.get((place.country or "") if place else "")
    return actor.name if actor else None


def spot(place: Place | None) -> str | None:
    """A place's name, unless it is only a country."""
    return place.name if place and place.name != land(place) else None


def _what(dyad: Dyad) -> str | None:
    return next(iter(names().get(dyad.act.cameo or "", ())), None)


COLUMNS: tuple[Column[Dyad], ...] = (
    Column(name="Event ID", means="id of the event, with the number of the pair where it has several; ICEWS has numbers here", read=lambda d: d.id),
    Column(name="Event Date", means="first day, ISO 8601", read=lambda d: d.act.first),
    Column(name="Source Name", means="the person who acts, else the party", read=lambda d: name_of(d.actor)),
    Column(name="Source Sectors", means="PLOVER sector; ICEWS has a finer list of its own", read=lambda d: d.actor and d.actor.sector),
    Column(name="Source Country", means="name of the state that the actor belongs to", read=lambda d: country_name(d.actor)),
    Column(name="Event Text", means="what CAMEO calls the code", read=_what),
    Column(name="CAMEO Code", means="CAMEO code", read=lambda d: d.act.cameo),
    Column(name="Intensity", means="PLOVER's score of type and mode, -10 to 10; ICEWS has a scale of its own from -10 to 10", read=lambda d: d.act.score),
    Column(name="Target Name", means="the person acted on, else the party", read=lambda d: name_of(d.recipient)),
    Column(name="Target Sectors", means="PLOVER sector", read=lambda d: d.recipient and d.recipient.sector),
    Column(name="Target Country", means="name of the state that the recipient belongs to", read=lambda d: country_name(d.recipient)),
    Column(name="Story ID", means="ids of the articles", read=lambda d: tuple(dict.fromkeys(r.article for r in d.act.event.reports if r.article))),
    Column(name="Sentence Number", means="always empty: sentences are found by offsets, which JSON Lines has"),
    Column(name="Publisher", means="who told it", read=lambda d: d.act.event.outlets),
    Column(name="City", means="the place as named, unless it is only a country; towns and regions are not told apart", read=lambda d: spot(d.act.event.place)),
    Column(name="District", means="always empty: not known here"),
    Column(name="Province", means="always empty: not known here"),
    Column(name="Country", means="name of the place's country", read=lambda d: land(d.act.event.place)),
    Column(name="Latitude", means="degrees north (WGS 84)", read=lambda d: d.act.event.place and d.act.event.place.lat),
    Column(name="Longitude", means="degrees east", read=lambda d: d.act.event.place and d.act.event.place.lon),
)
ICEWS = Format(
    name="icews", suffix=".tsv", means="Tab-separated, in the columns of the ICEWS coded event data on Dataverse.", columns=COLUMNS, write=table(COLUMNS)
)
