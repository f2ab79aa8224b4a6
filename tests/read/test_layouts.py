"""Heads, bodies and furniture of invented articles in many layouts."""

from typing import Any

import pytest

from dragoman.model import Article
from dragoman.read import read_text
from dragoman.read.page import read_page
from tests.read import layouts, layouts_archives, layouts_calendars, layouts_heads, layouts_more

PLAIN = {**layouts.PLAIN, **layouts_more.PLAIN, **layouts_heads.PLAIN, **layouts_archives.PLAIN, **layouts_calendars.PLAIN}
PAGES = {**layouts.PAGES, **layouts_more.PAGES, **layouts_heads.PAGES, **layouts_archives.PAGES, **layouts_calendars.PAGES}


def coded(article: Article) -> list[tuple[str, str]]:
    return [(block.part, article.text[block.start : block.end]) for block in article.blocks]


def check(article: Article, case: dict[str, Any]) -> None:
    for field, wanted in case["want"].items():
        found = getattr(article, field)
        if field == "dateline" and found:
            found = (found.place, found.date)
        assert found == wanted, field
    body = [words for part, words in coded(article) if part == "body"]
    assert len(body) == len(case["body"]), body
    for words, opening in zip(body, case["body"], strict=True):
        assert words.startswith(opening)
    for words in case["not_coded"]:
        assert not any(words in text for _, text in coded(article)), words


@pytest.mark.parametrize("name", PLAIN)
def test_plain_text(name: str) -> None:
    article = read_text(PLAIN[name]["text"])
    assert article.text == PLAIN[name]["text"]
    check(article, PLAIN[name])


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    check(read_page(PAGES[name]["html"], name), PAGES[name])
