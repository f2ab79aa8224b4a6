"""Files, folders, standard input and everything that can be wrong with them."""

import json
import os
from importlib import import_module
from pathlib import Path

import pytest

from dragoman.errors import InputError, NoArticleError
from dragoman.model import Article
from dragoman.read import read_inputs, read_text

PROSE = "Japan protested to Russia over the flight. Tokyo called it unacceptable."
FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Strait Notes</title><link>https://s.example/</link><language>en-gb</language>
<item><title>Oman hosts &amp;amp; feeds envoys</title><link>https://s.example/1</link><pubDate>Tue, 04 Mar 2025 08:00:00 GMT</pubDate><category>Oman</category>
<dc:creator>By Salma Said</dc:creator><description>Three envoys met.</description>
<content:encoded><![CDATA[<p>MUSCAT, March 4 (ONA) - Oman hosted three envoys on Tuesday.</p><p><strong>READ ALSO:</strong> <a href="/x">Iran sends ship</a></p><p>They will meet again.</p>
<p>The post <a href="/1">Oman hosts</a> appeared first on <a href="/">Strait Notes</a>.</p>]]></content:encoded></item>
<item><title>Second item</title><pubDate>2025-03-05T10:00:00+05:30</pubDate><description>Iran &lt;b&gt;thanked&lt;/b&gt; Oman.</description></item>
<item><guid>x</guid></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry news</title><entry><title>Visit</title><link href="https://m.example/v"/><id>v</id>
<published>2025-01-02T03:04:05Z</published><updated>2025-01-02T04:04:05Z</updated><summary>The minister visited Doha.</summary></entry></feed>"""


def only(path: Path | str) -> Article | InputError:
    (result,) = read_inputs([str(path)])
    return result


def test_order_is_that_of_the_inputs(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{PROSE} {name}", encoding="utf-8")
    results = list(
        read_inputs([str(tmp_path / "b.txt"), str(tmp_path / "none.txt"), str(tmp_path), "-"], stdin=PROSE.encode)
    )
    names = [os.path.relpath(r.input, tmp_path) if r.input != "-" else "-" for r in results]
    assert names == ["b.txt", "none.txt", "a.txt", "b.txt", "sub/c.txt", "-"]
    assert isinstance(results[1], InputError)


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("dashes.txt", b"--- ***", "no words"),
        ("binary.txt", b"ab\0\0cd" * 20, "binary"),
        ("paper.txt", b"%PDF-1.7 x", "PDF"),
        ("letter.txt", b"PK\x03\x04xx", "ZIP"),
        ("x.warc.gz", b"\x1f\x8b", "broken"),
        ("x.warc", b"no archive at all", "broken after the record at byte 0"),
        ("x.parquet", b"PAR1", "broken Parquet"),
        ("x.txt.gz", b"\x1f\x8b\x08", "cut short"),
        ("x.json", b"{broken", "broken JSON"),
        ("list.json", b"[]", "without an article"),
        (
            "home.html",
            b"<html><body><ul><li><a href='/1'>One headline</a></li><li><a href='/2'>Two</a></li></ul></body></html>",
            "without an article",
        ),
        ("feed.xml", b"<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>", "without items"),
    ],
)
def test_what_fails_says_why_and_what_to_do(tmp_path: Path, name: str, raw: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(raw)
    error = only(tmp_path / name)
    assert isinstance(error, InputError)
    assert words in error.found
    assert error.remedy


def test_missing_forbidden_and_foreign_inputs(tmp_path: Path) -> None:
    assert isinstance(only(tmp_path / "none.txt"), InputError)
    assert isinstance(only(tmp_path), NoArticleError)
    assert isinstance(only("ftp://x.example/a"), InputError)
    assert isinstance(only("http://[broken"), InputError)
    assert isinstance(only("-"), InputError)
    assert isinstance(only("a\0b"), InputError)
    if os.geteuid() != 0:
        (tmp_path / "shut.txt").write_text(PROSE)
        (tmp_path / "shut.txt").chmod(0)
        assert isinstance(only(tmp_path / "shut.txt"), InputError)


def test_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("decode", "inputs"):  # by name, since `dragoman.read` is also a function
        monkeypatch.setattr(import_module(f"dragoman.read.{room}"), "LIMIT", 1000)
    (tmp_path / "large.txt").write_text("word " * 400)
    error = only(tmp_path / "large.txt")
    assert isinstance(error, InputError)
    assert "larger than" in error.found


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\ufeffParís pidió calma.\r\n".encode(), "París pidió calma.\r\n"),
        ("París pidió calma.".encode("utf-16"), "París pidió calma."),
        (
            "Le ministre a été reçu à l'Élysée. La réunion a duré une heure, a précisé le porte-parole.".encode(
                "latin-1"
            ),
            None,
        ),
        (
            "Президент России встретился с министром. Они обсудили мирные переговоры в Женеве.".encode("cp1251"),
            "Президент",
        ),
        ("Zażądano odpowiedzi ąęśćźżół".encode() + b"\xff", "Zażądano"),
    ],
)
def test_encodings(tmp_path: Path, raw: bytes, text: str | None) -> None:
    (tmp_path / "x.txt").write_bytes(raw)
    article = only(tmp_path / "x.txt")
    assert isinstance(article, Article)
    assert article.text.startswith(text or "Le ministre a été reçu à l'Élysée")


def test_feed(tmp_path: Path) -> None:
    (tmp_path / "f.xml").write_text(FEED, encoding="utf-8")
    one, two, three = read_inputs([str(tmp_path / "f.xml")])
    assert isinstance(one, Article)
    assert (one.title, one.outlet, one.published, one.tags) == (
        "Oman hosts & feeds envoys",
        "Strait Notes",
        "2025-03-04T08:00:00+00:00",
        ("Oman",),
    )
    assert (one.byline, one.url, one.language, one.agencies, one.standfirst) == (
        "Salma Said",
        "https://s.example/1",
        "en",
        ("ONA",),
        "Three envoys met.",
    )
    assert [one.text[b.start : b.end] for b in one.blocks if b.part == "body"] == [
        "Oman hosted three envoys on Tuesday.",
        "They will meet again.",
    ]
    assert isinstance(two, Article)
    assert (two.published, two.text) == ("2025-03-05T10:00:00+05:30", "Second item\n\nIran thanked Oman.")
    assert isinstance(three, NoArticleError)
    assert three.where == "item 3"


def test_items_that_share_a_link_have_no_address_of_their_own(tmp_path: Path) -> None:
    items = "".join(f"<item><title>Line {n}</title><link>https://s.example/live#{n}</link></item>" for n in range(2))
    last = "<item><title>Story</title><link>https://s.example/story</link></item><item><title>Bare</title><guid>tag:7</guid></item>"
    (tmp_path / "f.xml").write_text(f"<rss version='2.0'><channel><title>Strait Notes</title>{items}{last}</channel></rss>", encoding="utf-8")
    found = [one for one in read_inputs([str(tmp_path / "f.xml")]) if isinstance(one, Article)]
    assert [one.url for one in found] == [None, None, "https://s.example/story", None]
    assert len({one.id for one in found}) == 4


def test_atom(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(ATOM, encoding="utf-8")
    article = only(tmp_path / "a.atom")
    assert isinstance(article, Article)
    assert (article.outlet, article.published, article.updated) == (
        "Ministry news",
        "2025-01-02T03:04:05+00:00",
        "2025-01-02T04:04:05+00:00",
    )


def test_json_lines_skip_broken_ones(tmp_path: Path) -> None:
    rows = [
        '{"title": "One", "body": "Japan protested.", "date": "2025-03-01"}',
        "{broken",
        "",
        '{"headline": "Two", "text": ""}',
        "3",
        '{"text": "Russia denied it."}',
    ]
    (tmp_path / "x.jsonl").write_text("\n".join(rows), encoding="utf-8")
    one, two, three, four, five = read_inputs([str(tmp_path / "x.jsonl")])
    assert isinstance(one, Article)
    assert (one.title, one.published) == ("One", "2025-03-01")
    assert isinstance(two, InputError)
    assert two.where == "line 2"
    assert isinstance(three, Article)  # a headline alone is still something said
    assert isinstance(four, NoArticleError)
    assert four.where == "line 5"
    assert isinstance(five, Article)
    assert five.text == "Russia denied it."


@pytest.mark.parametrize(
    "row",
    [
        {
            "title": "Talks",
            "content": "<p>Iran met Oman.</p>",
            "publishedAt": "2025-03-01T10:00:00Z",
            "source": {"id": None, "name": "Strait Notes"},
            "author": "Salma Said",
        },
        {
            "headline": "Talks",
            "articleBody": "Iran met Oman.",
            "datePublished": "2025-03-01T10:00:00+00:00",
            "publisher": {"name": "Strait Notes"},
            "author": [{"name": "Salma Said"}],
        },
        {
            "title": "Talks",
            "text": "Talks\n\nIran met Oman.",
            "date": "Sat, 01 Mar 2025 10:00:00 +0000",
            "outlet": "Strait Notes",
            "authors": ["Salma Said"],
        },
        {
            "webTitle": "Talks",
            "body": ["Iran met Oman."],
            "seendate": "20250301T100000Z",
            "site": "Strait Notes",
            "byline": "By Salma Said",
        },
    ],
)
def test_json_under_many_names(tmp_path: Path, row: dict[str, object]) -> None:
    for value in (row, [row], {"status": "ok", "articles": [row]}, {"response": {"results": [row]}}):
        (tmp_path / "x.json").write_text(json.dumps(value), encoding="utf-8")
        article = only(tmp_path / "x.json")
        assert isinstance(article, Article)
        told = (article.title, article.outlet, article.published, article.byline, article.text)
        assert told == ("Talks", "Strait Notes", "2025-03-01T10:00:00+00:00", "Salma Said", "Talks\n\nIran met Oman.")


def test_an_id_says_what_and_where_not_when_or_from_which_file(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PROSE + "\n" * (name == "b.txt"), encoding="utf-8")
    one, two = read_inputs([str(tmp_path)])
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert one.id == two.id
    assert read_text(PROSE + " Moscow denied it.").id != one.id


def test_interrupts_pass_through() -> None:
    def stdin() -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(read_inputs(["-"], stdin=stdin))


def test_importing_costs_nothing() -> None:
    import subprocess
    import sys

    script = "import sys, dragoman.read.inputs; print({'httpx', 'trafilatura', 'feedparser', 'lxml', 'fasttext', 'yaml'} & set(sys.modules))"
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()
        == "set()"
    )
