"""Who is who: the resolution table, the metonymy sets, and laws of the resolver. Floors are pinned below what was measured."""

from collections import Counter
from dataclasses import replace

import pytest
from tests.code.resolving import as_told, classes, is_right, read, resolve

from dragoman.code.cases import article_of
from dragoman.code.home import origins
from dragoman.codebook import load
from dragoman.model.article import Dateline


@pytest.fixture(scope="module")
def resolved():
    return [(case, found) for case, found in resolve(read("resolution.yml"))]


def share(results):
    results = list(results)
    return sum(results) / len(results)


def test_resolution_cases_are_many_and_right(resolved):
    assert len(resolved) >= 380
    missed = [case["text"] for case, found in resolved if not is_right(case, found)]
    assert len(missed) <= 0.03 * len(resolved), missed


def test_every_kind_of_difficulty_is_mostly_right(resolved):
    kinds = Counter(case["kind"] for case, _ in resolved)
    right = Counter(case["kind"] for case, found in resolved if is_right(case, found))
    assert not {kind: right[kind] / kinds[kind] for kind in kinds if right[kind] < 0.85 * kinds[kind]}


def test_wrong_codes_are_rare(resolved):
    wrong = 0
    for case, found in resolved:
        wanted = case["gives"].get("code", []) if isinstance(case["gives"], dict) else []
        codes = {m["code"] for m in as_told(found)} - {"none"}
        wrong += bool(codes and wanted != "none" and wanted and not codes <= set(wanted if isinstance(wanted, list) else [wanted]))
    assert wrong <= 0.02 * len(resolved)


@pytest.mark.parametrize(("name", "floor"), [("metonymy.yml", 0.94), ("metonymy_later.yml", 0.95)])
def test_metonymy(name, floor):
    other = {"team": "other", "product": "other"}
    assert share(classes(found) == other.get(case["is"], case["is"]) for case, found in resolve(read(name))) >= floor


def test_every_party_says_how_it_was_resolved(resolved):
    assert all(m.party.basis for _, found in resolved for m in found)


def test_offsets_are_the_words(resolved):
    for case, found in resolved:
        for m in found:
            assert case["text"][m.party.start : m.party.end] == m.party.text


def test_home_is_that_of_the_dateline_or_none():
    assert origins(article_of("Police arrested six people."), load())[0] is None


@pytest.mark.parametrize(
    ("line", "home"),
    [
        ("MINISTRY OF FOREIGN AFFAIRS OF GREECE", "GRC"),
        ("MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF KAZAKHSTAN", "KAZ"),
        ("Ministry of Foreign Affairs of Peru", "PER"),
        ("MINISTRY OF MAGIC", None),
    ],
)
def test_home_is_that_of_the_letterhead(line, home):
    assert origins(replace(article_of("We will sign."), boilerplate=(line,)), load())[0] == home


@pytest.mark.parametrize(("lines", "home"), [
    (("KINGDOM OF CAMBODIA", "STATEMENT OF THE SPOKESPERSON"), "KHM"),
    (("Spokesperson's Office", "Lomé, 14 August 2025"), "TGO"),
    (("Spokesperson's Office", "Geneva, 14 August 2025"), None),
])  # fmt: skip
def test_letterheads_tell_the_home_country(lines: tuple[str, ...], home: str | None) -> None:
    assert origins(replace(article_of("The Ministry rejects the charge."), boilerplate=lines), load())[0] == home


@pytest.mark.parametrize(
    ("letterhead", "home"),
    [
        (("MINISTERIO DE RELACIONES EXTERIORES", "REPUBLICA DE COLOMBIA"), "COL"),
        (("Ministry of Foreign Affairs of the Republic of Kazakhstan",), "KAZ"),
        (("Ministère des Affaires étrangères", "République du Niger"), "NER"),
        (("Embassy of Japan in Kenya",), "JPN"),
        (("REPUBLIC OF KENYA", "Ministry of Foreign and Diaspora Affairs"), "KEN"),
        (("Gobierno de Chile",), "CHL"),
        (("By Ana Mora", "Politics"), "ECU"),
        (("Peru", "By Ana Mora"), "ECU"),
    ],
)
def test_a_letterhead_tells_the_home_wherever_the_release_was_written(letterhead, home):
    article = replace(article_of("The minister arrived."), boilerplate=letterhead, dateline=Dateline(place="Quito", date=None))
    assert origins(article, load())[0] == home
