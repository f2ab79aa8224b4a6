"""An article's home country: that of its dateline, else of its outlet. Roles that name no country ("police arrested") are supposed to be of it."""

from __future__ import annotations

from dragoman.code.place import gazetteer
from dragoman.codebook.actors import plain
from dragoman.codebook.schema import Codebook
from dragoman.model import Article

_OF_MEETINGS = frozenset({"geneva", "vienna", "brussels", "the hague", "new york", "united nations", "strasbourg", "davos"})
# where the ministers of others meet: a dateline there tells nothing of whose "the minister" is
_EVERYWHERE = frozenset({"UN", "EU"})


def home_of(article: Article, codebook: Codebook) -> str | None:
    """ISO3 of the home country; None where neither dateline nor outlet tells it.

    Args:
        article: as read.
        codebook: knows the countries of outlets and agencies.
    """
    place = article.dateline.place if article.dateline else None
    if place and plain(place).lower() not in _OF_MEETINGS:
        found = gazetteer().lookup(place)
        if found is not None and found.country in codebook.actors:
            return found.country
    if article.outlet:
        for entry in codebook.entries.get(plain(article.outlet), ()):
            country = codebook.actors[entry.code].country
            if entry.kind == "name" and country and country not in _EVERYWHERE:
                return country
    return None
