"""Places: what a name means, with and without the countries of the parties."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.code import place as places
from dragoman.code.place import Gazetteer, fold, gazetteer, host_of

CASES = [
    # capitals and large cities
    ("Ankara", (), "Ankara", "TUR"),
    ("Nairobi", (), "Nairobi", "KEN"),
    ("Tbilisi", (), "Tbilisi", "GEO"),
    ("Addis Ababa", (), "Addis Ababa", "ETH"),
    ("Buenos Aires", (), "Buenos Aires", "ARG"),
    ("Abu Dhabi", (), "Abu Dhabi", "ARE"),
    ("Geneva", (), "Geneva", "CHE"),
    ("The Hague", (), "The Hague", "NLD"),
    ("Hague", (), "The Hague", "NLD"),
    ("Sochi", (), "Sochi", "RUS"),
    ("N'Djamena", (), "N'Djamena", "TCD"),
    ("N’Djamena", (), "N'Djamena", "TCD"),
    ("Tripoli", (), "Tripoli", "LBY"),
    ("VIENNA", (), "Vienna", "AUT"),
    # diacritics and other names
    ("Brasilia", (), "Brasília", "BRA"),
    ("Brasília", (), "Brasília", "BRA"),
    ("Sao Paulo", (), "São Paulo", "BRA"),
    ("Kiev", (), "Kyiv", "UKR"),
    ("Bombay", (), "Mumbai", "IND"),
    ("Peking", (), "Beijing", "CHN"),
    ("Cracow", (), "Kraków", "POL"),
    ("Rangoon", (), "Yangon", "MMR"),
    ("Mecca", (), "Makkah", "SAU"),
    ("Sana'a", (), "Sanaa", "YEM"),
    ("St. Petersburg", (), "Saint Petersburg", "RUS"),
    ("Zvecan", ("XKX",), "Zvečan", "XKX"),
    # several of one name
    ("Washington", (), "Washington", "USA"),
    ("Washington, DC", (), "Washington", "USA"),
    ("New York", (), "New York City", "USA"),
    ("San Jose", ("CRI",), "San José", "CRI"),
    ("San Jose", (), "San Jose", "USA"),
    ("Valencia", ("ESP",), "Valencia", "ESP"),
    ("Cordoba", ("ARG",), "Córdoba", "ARG"),
    ("Cordoba", ("ESP",), "Córdoba", "ESP"),
    ("London", ("CAN",), "London", "CAN"),
    ("London", (), "London", "GBR"),
    ("Paris, Texas", (), "Paris", "USA"),
    ("Geneva, Switzerland", (), "Geneva", "CHE"),
    # countries and states
    ("Georgia", (), "Georgia", "GEO"),
    ("Georgia", ("USA",), "Georgia", "USA"),
    ("Georgia", ("USA", "GEO"), "Georgia", "GEO"),
    ("Jordan", (), "Jordan", "JOR"),
    ("Turkey", (), "Turkey", "TUR"),
    ("Türkiye", (), "Turkey", "TUR"),
    ("Britain", (), "United Kingdom", "GBR"),
    ("U.S.", (), "United States", "USA"),
    ("the Netherlands", (), None, "NLD"),
    ("Ivory Coast", (), "Ivory Coast", "CIV"),
    ("Kosovo", (), "Kosovo", "XKX"),
    ("Texas", (), "Texas", "USA"),
    ("Singapore", (), "Singapore", "SGP"),
    # venues
    ("Camp David", (), "Camp David", "USA"),
    ("Élysée Palace", (), "Elysee Palace", "FRA"),
    ("the Elysee", (), "Elysee Palace", "FRA"),
    ("Planalto Palace", (), "Planalto", "BRA"),
    ("Davos", (), "Davos", "CHE"),
    ("Sharm el-Sheikh", (), "Sharm el-Sheikh", "EGY"),
    ("Sharm El Sheikh", (), "Sharm el-Sheikh", "EGY"),
    ("Palais des Nations", (), "Palais des Nations", "CHE"),
    ("UN headquarters", (), "UN headquarters", "USA"),
    ("Bürgenstock", (), "Burgenstock", "CHE"),
    ("Downing Street", (), "Downing Street", "GBR"),
    ("Kremlin", (), "Kremlin", "RUS"),
    ("Quai d’Orsay", (), "Quai d'Orsay", "FRA"),
    # regions
    ("Gaza", (), "Gaza", "PSE"),
    ("the West Bank", (), "West Bank", "PSE"),
    ("Crimea", (), "Crimea", "UKR"),
    ("Darfur", (), "Darfur", "SDN"),
    ("Tigray", (), "Tigray", "ETH"),
    ("Donbas", (), "Donbas", "UKR"),
    ("Nagorno-Karabakh", (), "Nagorno-Karabakh", "AZE"),
    ("Kashmir", (), "Kashmir", None),
    ("Xinjiang", (), "Xinjiang", "CHN"),
    ("Horn of Africa", (), "Horn of Africa", None),
    ("Somaliland", (), "Somaliland", "SOM"),
    ("Northern Ireland", (), "Northern Ireland", "GBR"),
]


@pytest.mark.parametrize(("name", "near", "usual", "country"), CASES, ids=[f"{c[0]}-{','.join(c[1])}" for c in CASES])
def test_lookup(name: str, near: tuple[str, ...], usual: str | None, country: str | None) -> None:
    found = gazetteer().lookup(name, near=near)
    assert found is not None
    assert found.country == country
    assert usual is None or found.name == usual


@pytest.mark.parametrize(
    "name",
    ["", "  ", "Xyzzyville", "Most", "Obama", "Of", "Trump", "Paris, Nowhere", "Geneva, Peru", "鳥取", ",", "the"],
)
def test_unknown_or_unsafe_names_are_none(name: str) -> None:
    assert gazetteer().lookup(name) is None


def test_a_small_town_needs_a_party_of_its_country() -> None:
    assert gazetteer().lookup("Zubin Potok") is None
    assert gazetteer().lookup("Most") is None
    found = gazetteer().lookup("Most", near={"CZE"})
    assert found is not None
    assert found.country == "CZE"


def test_cities_have_coordinates_and_venues_borrow_them() -> None:
    ankara, elysee, paris = (gazetteer().lookup(name) for name in ("Ankara", "Elysee Palace", "Paris"))
    assert ankara is not None
    assert (round(ankara.lat or 0), round(ankara.lon or 0)) == (40, 33)
    assert elysee is not None
    assert paris is not None
    assert (elysee.lat, elysee.lon) == (paris.lat, paris.lon)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Swiss-hosted conference ended.", "Switzerland", "CHE"),
        ("Ankara-hosted talks resumed.", "Ankara", "TUR"),
        ("The Saudi-hosted round failed.", "Saudi Arabia", "SAU"),
        ("A South Korean-hosted forum opened.", "South Korea", "KOR"),
        ("An Abu Dhabi-hosted call followed.", "Abu Dhabi", "ARE"),
        ("At a UN-hosted meeting nothing was agreed.", None, None),
        ("A self-hosted server failed.", None, None),
        ("Nothing is hosted here.", None, None),
    ],
)
def test_host_of(text: str, name: str | None, country: str | None) -> None:
    found = host_of(text)
    assert (found.name if found else None, found.country if found else None) == (name, country)


def test_names_hold_what_news_calls_places_and_no_common_words() -> None:
    names = gazetteer().names
    assert {
        "Ankara",
        "Brasilia",
        "Brasília",
        "Camp David",
        "Gaza",
        "Britain",
        "Texas",
        "Kyiv",
        "Sharm el-Sheikh",
        "Zagreb",
    } <= names
    assert not {"Of", "Man", "Nice", "Reading", "Most", "Split", "Mobile"} & names


def test_every_name_of_the_codebook_is_known() -> None:
    listed = [
        name.strip()
        for g in places._book()["groups"]
        for es in g["places"].values()
        for e in es
        for name in e.partition("@")[0].split("|")
    ]
    assert len(listed) >= 250
    assert [name for name in listed if gazetteer().lookup(name) is None] == []
    assert all(group["source"] for group in places._book()["groups"])


def test_every_city_that_lends_coordinates_is_in_the_gazetteer() -> None:
    lent = [(city, code) for _, code, city in places._venues().values() if city]
    assert [pair for pair in lent if pair[1] is None or places._city_in(pair[0], pair[1]) is None] == []


def test_codes_of_the_codebook_are_iso3() -> None:
    known = set(places._iso3().values())
    used = (
        {code for g in places._book()["groups"] for code in g["places"]}
        | set(places._book()["countries"])
        | set(places._book()["demonyms"].values())
    )
    assert used - known == {"none"}


def test_another_layout_of_the_file_gives_the_same_rows() -> None:
    row = {
        "name": "Córdoba",
        "latitude": 1.5,
        "longitude": -2.0,
        "countrycode": "ES",
        "population": 7,
        "timezone": "x",
        "admin1code": "51",
        "alternatenames": ["a"],
    }
    raw = places._rows_from_json(json.dumps({"1": row}, indent=1))
    assert places._names_of(raw) == ["Córdoba"]
    assert places._city(raw[0]) == ("Córdoba", 1.5, -2.0, "ESP", 7, "51")


@given(text=st.text(max_size=40))
@settings(deadline=None)
def test_fold_is_idempotent_and_lookup_never_raises(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    Gazetteer().lookup(text)
    host_of(text)
