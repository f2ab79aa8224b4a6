"""An article's home country: that of the office whose letterhead it bears, of its dateline, else of its outlet.

Roles that name no country ("police arrested") are supposed to be of it. A ministry's release is of its state wherever it was
written: "Republica de Colombia" over "Quito, 26 November" speaks of Colombia's minister.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dragoman.code.place import gazetteer
from dragoman.codebook.actors import plain
from dragoman.codebook.schema import Codebook
from dragoman.model import Article

OF_MEETINGS = frozenset({"geneva", "vienna", "brussels", "the hague", "new york", "united nations", "strasbourg", "davos"})
# where the ministers of others meet: a dateline there tells nothing of whose "the minister" is
_OFFICE = re.compile(
    r"\b(?:ministry|ministries|minist[eéè]ri[oe]|department|embassy|embajada|ambassade|embaixada|consulate|government|gobierno|gouvernement"
    r"|governo|office|mission|presidency|presidencia|présidence|cabinet|republic|r[eé]p[uúù]bli(?:ca|que)|kingdom)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+)*")
_OFTEN = 4
# times that an article names the state that it is about
_LETTERHEAD = 8
# lines of head matter in which an issuing body is looked for
_EVERYWHERE = frozenset({"UN", "EU"})
_SMALL = re.compile(r"\b(?:OF|The|And)\b")
_DATED = re.compile(
    r"(?P<place>[A-Z][\w'’. -]{2,30}?)\s*[,–—-]\s*(?:[A-Z][a-z]+day,?\s+)?"
    r"(?:(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2}),?\s+\d{4}\.?"
)
# "Phnom Penh, 14 August 2025": where a letter or statement is dated


def origins(article: Article, codebook: Codebook) -> tuple[str | None, str | None]:
    """Where an article comes from: (its home country, whose letterhead it bears).

    Args:
        article: as read.
        codebook: knows the countries of outlets and agencies, states and organisations.

    Returns:
        The code of the home country as ISO3; the code of the state whose office, else of the organisation ("United Nations"), the head names. None
        for what nothing tells.
    """
    state = _issuer(article, codebook)
    office = state if any(_OFFICE.search(line) for line in article.boilerplate[:_LETTERHEAD]) else None
    home = office or _home(article, codebook) or state or _mostly_of(article, codebook)
    return home, office or _organisation(article, codebook)


def _home(article: Article, codebook: Codebook) -> str | None:
    """The country of the dateline, else of the outlet."""
    place = article.dateline.place if article.dateline else None
    if place and plain(place).lower() not in OF_MEETINGS:
        found = gazetteer().lookup(place)
        if found is not None and found.country in codebook.actors:
            return found.country
    if article.outlet:
        for entry in codebook.entries.get(plain(article.outlet), ()):
            country = codebook.actors[entry.code].country
            if entry.kind == "name" and country and country not in _EVERYWHERE:
                return country
    return None


def _mostly_of(article: Article, codebook: Codebook) -> str | None:
    """The state that an article without dateline is about: its title names it alone, and the text names it oftener than any two others together."""
    heading = set(_states_in(article.title or "", codebook))
    if len(heading) != 1 or (article.dateline and article.dateline.place):
        return None
    told = Counter(_states_in(article.text, codebook))
    first, *others = told.most_common(3)
    enough = first[1] >= _OFTEN and first[1] > sum(n for _, n in others)
    return first[0] if enough and first[0] in heading else None


def _states_in(text: str, codebook: Codebook) -> Iterator[str]:
    """The states that a text names by name, capital or adjective, each as often as it is named."""
    for run in _NAMED.finditer(plain(text)):
        words = run[0].split(" ")
        i = 0
        while i < len(words):
            for n in (3, 2, 1):
                entries = codebook.entries.get(" ".join(words[i : i + n]), ()) if i + n <= len(words) else ()
                codes = {e.code for e in entries if e.owner == "state" and e.kind in ("name", "capital", "demonym")}
                if len(codes) == 1:
                    yield codes.pop()
                    i += n - 1
                    break
            i += 1


def _organisation(article: Article, codebook: Codebook) -> str | None:
    """The organisation whose name the head or the outlet is ("International Atomic Energy Agency")."""
    for line in (*article.boilerplate[:_LETTERHEAD], *((article.outlet,) if article.outlet else ())):
        for name in (line, *re.split(r"\s+[|–—-]\s+|,\s*", line)):
            found = {e.code for e in codebook.entries.get(plain(name.strip()), ()) if e.kind == "name"}
            bodies = [c for c in found if codebook.actors[c].kind == "organisation"]
            if len(bodies) == 1:
                return bodies[0]
    return None


def _issuer(article: Article, codebook: Codebook) -> str | None:
    """The state whose ministry or office a letterhead names, else where it is dated.

    "U.S. Department of State", "Ministry of Foreign Affairs of the Republic of Kazakhstan"; "Phnom Penh, 14 August 2025".
    """
    for line in article.boilerplate[:_LETTERHEAD]:
        if len(line) > 120:
            continue
        dated = _DATED.fullmatch(line.strip())
        if dated and plain(dated["place"]).lower() not in OF_MEETINGS:
            place = gazetteer().lookup(dated["place"])
            if place is not None and place.country in codebook.actors:
                return str(place.country)
        if line.isupper():
            # "MINISTRY OF FOREIGN AFFAIRS OF GREECE", "KINGDOM OF CAMBODIA": letterheads are often in capitals, names are not
            line = _SMALL.sub(lambda m: m[0].lower(), re.sub(r"[A-Z]{3,}", lambda m: m[0].capitalize(), line))
        names = [line, *re.split(r"\s+[|–—-]\s+|,\s*", line)]
        names += [tail for match in _OFFICE.finditer(line) for tail in _tails(line[match.end() :])]
        for name in names:
            found = {e.code for e in codebook.entries.get(plain(name.strip()), ()) if e.kind in ("name", "body")}
            states = [c for c in found if codebook.actors[c].kind == "state"]
            if len(states) == 1:
                return states[0]
    return None


def _tails(words: str) -> list[str]:
    """ "Foreign Affairs of the Republic of Kazakhstan" -> "the Republic of Kazakhstan", "Republic of Kazakhstan", "Kazakhstan"."""
    ends = [m.end() for m in re.finditer(r"\b(?:of|the|de|du|da|do|del|la)\s+", words, re.IGNORECASE)]
    return [re.split(r"\s+(?:in|to)\s+", words[end:], flags=re.IGNORECASE)[0] for end in ends]
