"""Laws of every article, whatever the text."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError, NoArticleError
from dragoman.model import Article
from dragoman.read import read_bytes, read_text
from dragoman.read.lines import paragraphs
from dragoman.read.page import read_page
from dragoman.read.rows import read_row

LINES = st.sampled_from(
    [
        "Egypt urged the UAE to press the RSF.", "By Jane Roe", "Updated: 10-07-2024 06:47 IST", "CAIRO, Oct 5 (Meridian) - Egypt said so.", "", "  ", "READ ALSO",
        "• Country:", "• United States", "A headline of some kind", "Press Release No. 3", "(Reporting by A; Editing by B)", "Police in the square. Photo: A. B./AFP",
        "NEW DELHI: India said that it would not, in any case, wait for ever and a day.", "The Quayside Review | 4 November 2024", "\u2028", "(ANI)", "Ministry of Foreign Affairs",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(LINES, max_size=14).flatmap(
        lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\r"]).map(lambda end: end.join(lines))
    ),
)


def lawful(article: Article) -> None:
    last = 0
    for number, block in enumerate(article.blocks):
        assert last <= block.start < block.end <= len(article.text)
        assert block.paragraph == number
        assert block.part in ("title", "standfirst", "caption", "body")
        assert article.text[block.start : block.end].strip()
        last = block.end
    assert len(article.id) == 16


_MARKS = str.maketrans("", "", "#^")


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_plain_text_is_kept_and_its_blocks_lie_in_order(text: str) -> None:
    if not text.strip():
        return
    article = read_text(text)
    assert article.text == text
    lawful(article)
    assert read_text(text) == article


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_paragraphs_cover_all_that_is_not_blank(text: str) -> None:
    # but for the marks of headings: Markdown's, and the caret of old wires
    covered = "".join(para.text for para in paragraphs(text))
    assert "".join(covered.translate(_MARKS).split()) == "".join(text.translate(_MARKS).split())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "h1", "h2", "div", "li", "figcaption", "aside", "time", "span"]), TEXTS),
        max_size=8,
    )
)
def test_no_page_breaks_the_reader(parts: list[tuple[str, str]]) -> None:
    html = "<html><body>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in parts) + "</body></html>"
    with suppress(NoArticleError):
        lawful(read_page(html, "page"))


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=40), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["title", "text", "date", "tags", "source", "author", "article", "url"]), inner, max_size=5), max_leaves=8)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(JSON)
def test_no_row_breaks_the_reader(value: object) -> None:
    result = read_row(value, "row", None)
    if isinstance(result, Article):
        lawful(result)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_give_articles_or_errors(raw: bytes) -> None:
    with suppress(InputError):
        for result in read_bytes(raw, "bytes"):
            if isinstance(result, Article):
                lawful(result)
