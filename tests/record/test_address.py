"""Addresses of one page are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.address import canonical

PAGE = "news.example/world/talks?id=7"


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/world/talks?id=7",
        "http://www.news.example/world/talks/?id=7",
        "https://m.news.example/world/talks?id=7#comments",
        "https://amp.news.example/world/talks?utm_source=x&id=7&fbclid=abc",
        "https://NEWS.example:443/world/talks?id=7&gclid=q",
        "https://news.example/world/talks/amp?id=7",
    ],
)
def test_what_was_added_to_follow_readers_is_taken_off(url):
    assert canonical(url) == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/world/talks?id=8",
        "https://news.example/world/talks",
        "https://news.example/World/talks?id=7",
        "https://other.example/world/talks?id=7",
        "https://news.example:8080/world/talks?id=7",
        "https://news.example/world/talks?id=7&page=2",
    ],
)
def test_other_pages_stay_other_pages(url):
    assert canonical(url) != PAGE


@pytest.mark.parametrize("url", ["story.txt", "ftp://x.example/a", "https://[broken", ""])
def test_what_is_no_web_address_stays_as_it_is(url):
    assert canonical(url) == url


@given(st.text(max_size=30))
def test_twice_is_once(path):
    once = canonical(f"https://news.example/{path}")
    assert canonical(f"https://{once}") == once
