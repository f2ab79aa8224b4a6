"""An article comes out of the record as it went in."""

import pytest

import dragoman
from dragoman import pipeline
from dragoman.errors import NotRecorded
from dragoman.settings import Settings


@pytest.fixture(scope="module")
def record(asked):
    with dragoman.open(asked.home) as it:
        yield it


def test_the_readout_is_that_of_the_coder(asked, record):
    """Of all articles that were coded, older versions too, in the order that the coder gave."""
    coded = {r.article.id: r for n in range(3) for r in pipeline.read([asked.home.replace("record", f"turn-{n}.jsonl")], Settings())}
    same = 0
    for id, readout in coded.items():
        told = record.article(id)
        if told.coding.codebook is None:
            assert told.original is not None
            continue
        assert told.readout == readout
        same += 1
    assert same == 6


def test_an_article_is_found_by_id_address_and_path(asked, record):
    known = next(k for k in record.articles() if k.outlet == "Strait Observer")
    for what in (known.id, known.id[:6], known.url, known.url.replace("https", "http") + "/"):
        assert record.article(what).known == known


def test_a_path_with_several_articles_names_them(record):
    with pytest.raises(NotRecorded, match="several fit"):
        record.article("turn-1.jsonl")
    with pytest.raises(NotRecorded, match="none in this record"):
        record.article("turn-7.jsonl")


def test_copies_and_versions_know_each_other(record):
    copy = next(k for k in record.articles() if k.outlet == "Lakeside Weekly")
    assert copy.copy_of
    first, second = record.article(copy.copy_of).versions
    assert record.article("https://courier.example/appeal").known == second
    assert record.article(first.id).copies == (copy,)
    assert "Bolivia rejected the appeal." in record.article(first.id).readout.article.text
    assert "Bolivia agreed to ratify the accord." in record.article(second.id).readout.article.text


def test_what_an_address_said_then_is_what_it_says_as_of_then(asked, record):
    for n, moment in enumerate(asked.moments):
        with dragoman.open(asked.home, as_of=moment) as then:
            text = then.article("https://courier.example/appeal").readout.article.text
            assert ("Bolivia agreed" in text) is (n == 2)
