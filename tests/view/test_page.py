from html.parser import HTMLParser

import made
from dragoman.view import Readouts, html


class Tags(HTMLParser):
    """Checks that every tag is closed in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.seen.add(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onclick"}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_page(golden):
    golden("readout.html", html(made.readout()) + "\n")


def test_page_is_well_formed_and_needs_nothing_from_outside():
    tags = Tags()
    tags.feed(html(made.readout()))
    assert tags.open == []
    assert "mark" in tags.seen
    assert not tags.seen & {"script", "link", "img"}


def test_words_of_the_article_are_escaped():
    readout = made.readout(article=made.article(title="<script>alert(1)</script>", tags=()))
    assert "<script>" not in html(readout)
    assert "&lt;script&gt;alert(1)" in html(readout)


def test_a_list_of_readouts_draws_itself():
    both = Readouts([made.readout(), made.readout()])
    assert both == [made.readout(), made.readout()]
    assert both._repr_html_().count('<div class="dragoman">') == 2
