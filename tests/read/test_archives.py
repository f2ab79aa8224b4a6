"""Web archives, Parquet and compressed files."""

import gzip
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError, NoArticleError
from dragoman.model import Article
from dragoman.read import read_inputs

PAGE = "<html><head><title>Talks {0} | Lake Herald</title></head><body><article><h1>Talks {0}</h1><p>Oman asked Iran to join the talks of round {0}, and Tehran said that it would.</p></article></body></html>"
RSS = b"<rss version='2.0'><channel><title>Lake Herald</title><item><title>Item one</title><description>Egypt met Sudan.</description></item><item><guid>x</guid></item></channel></rss>"


def record(kind: str, body: bytes, url: str = "https://x.example/1", media: str = "application/http; msgtype=response", more: str = "") -> bytes:
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-01T06:07:08.123Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {media}\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def http(body: bytes, media: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}\r\n".encode() + body


def page(n: int, **more: str) -> bytes:
    return record("response", http(PAGE.format(n).encode(), **more), f"https://x.example/{n}")


def packed(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))


def read(path: Path, raw: bytes | None = None) -> list[Article | InputError]:
    if raw is not None:
        path.write_bytes(raw)
    return list(read_inputs([str(path)]))


def titles(found: list[Article | InputError]) -> list[str | None]:
    return [one.title for one in found if isinstance(one, Article)]


INFO = record("warcinfo", b"software: x\r\n", media="application/warc-fields")


# -- WARC ---------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["x.warc", "x.warc.gz", "one-member.warc.gz"])
def test_a_web_archive(tmp_path, name):
    body = PAGE.format(4).encode()
    records = [
        INFO,
        record("request", b"GET / HTTP/1.1\r\n\r\n", media="application/http; msgtype=request"),
        page(1),
        record("response", http("Türkiye asked Iraq.\n".encode("iso-8859-9"), "text/plain; charset=iso-8859-9"), "https://x.example/2"),
        record("response", http(RSS, "application/rss+xml"), "https://x.example/feed"),
        record("response", http(gzip.compress(PAGE.format(3).encode()), more="Content-Encoding: gzip\r\n"), "https://x.example/3"),
        record("response", http(b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n", more="Transfer-Encoding: chunked\r\n"), "https://x.example/4"),
        record("response", http(b"\x89PNG", "image/png"), "https://x.example/p.png"),
        record("response", b"HTTP/1.1 200 OK\r\n\r\n" + PAGE.format(6).encode(), "https://x.example/6"),
        record("response", b"HTTP/1.1 200 OK\r\n\r\n\x00\x01", "https://x.example/no-type"),
        record("response", http(b"", status="301 Moved", more="Location: /1\r\n"), "https://x.example/old"),
        record("response", http(PAGE.format(9).encode(), status="404 Not Found"), "https://x.example/none"),
        record("response", http(b"User-agent: *\nDisallow: /x\n", "text/plain"), "https://x.example/robots.txt"),
        record("metadata", b"a: b", media="application/warc-fields"),
        record("revisit", http(b""), more="WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"),
        record("resource", PAGE.format(5).encode(), "https://x.example/5", "text/html"),
    ]
    raw = b"".join(records)
    raw = raw if name == "x.warc" else packed(*records) if name == "x.warc.gz" else gzip.compress(raw)
    found = read(tmp_path / name, raw)
    assert titles(found) == ["Talks 1", None, "Item one", "Talks 3", "Talks 4", "Talks 6", "Talks 5"]
    first, second = (one for one in found[:2] if isinstance(one, Article))
    assert (first.url, first.input, first.retrieved, first.published) == ("https://x.example/1", str(tmp_path / name), "2024-05-01T06:07:08Z", None)
    assert second.text.startswith("Türkiye asked Iraq.")
    (error,) = (one for one in found if isinstance(one, InputError))
    assert isinstance(error, NoArticleError)  # the item without words
    assert error.where is not None
    assert "https://x.example/feed" in error.where
    assert "item 2" in error.where


def test_wet_files(tmp_path):
    found = read(tmp_path / "x.warc.wet.gz", packed(INFO, record("conversion", b"Talks resume in Muscat\n\nOman asked Iran to join the talks.", media="text/plain")))
    (article,) = found
    assert isinstance(article, Article)
    assert (article.title, article.url, article.retrieved) == ("Talks resume in Muscat", "https://x.example/1", "2024-05-01T06:07:08Z")


def test_the_same_page_has_the_same_id_from_archive_and_file(tmp_path):
    (tmp_path / "x.html").write_text(PAGE.format(1).replace("<head>", "<head><link rel='canonical' href='https://x.example/1'>"))
    archived = read(tmp_path / "x.warc", record("response", http((tmp_path / "x.html").read_bytes()), "https://x.example/1?from=feed"))
    saved = read(tmp_path / "x.html")
    assert isinstance(archived[0], Article)
    assert isinstance(saved[0], Article)
    assert archived[0].id == saved[0].id


def test_pages_without_an_article_are_named_and_the_rest_is_read(tmp_path):
    home = record("response", http(b"<html><body><ul><li><a href='/1'>One</a></li></ul></body></html>"), "https://x.example/")
    error, article = read(tmp_path / "x.warc.gz", packed(home, page(1)))
    assert isinstance(error, NoArticleError)
    assert error.where == "record at byte 0 (https://x.example/)"
    assert isinstance(article, Article)


def test_an_archive_without_pages_says_what_is_in_it(tmp_path):
    (error,) = read(tmp_path / "x.wat.gz", packed(INFO, record("metadata", b"{}", media="application/json")))
    assert isinstance(error, NoArticleError)
    assert "1 metadata, 1 warcinfo" in error.found


RECORDS = [INFO, page(1), page(2), page(3)]
GZ, BARE = packed(*RECORDS), b"".join(RECORDS)
ENDS = [sum(len(gzip.compress(r)) for r in RECORDS[: n + 1]) for n in range(len(RECORDS))]


@settings(deadline=None, max_examples=60)
@given(cut=st.integers(1, len(GZ) - 1))
def test_a_compressed_archive_cut_anywhere_but_between_records_says_so_after_what_is_whole(tmp_path_factory, cut):
    found = read(tmp_path_factory.mktemp("cut") / "x.warc.gz", GZ[:cut])
    whole = sum(end <= cut for end in ENDS)
    assert len(titles(found)) in (max(0, whole - 1), whole)  # a record may be whole while its member is not
    if cut not in ENDS:
        assert isinstance(found[-1], InputError)
        assert "cut short" in found[-1].found or "broken" in found[-1].found
        assert len([one for one in found if isinstance(one, InputError)]) == 1


@pytest.mark.parametrize("gone", [3, *range(10, len(RECORDS[-1]), 37)])
def test_an_archive_cut_short_says_so_after_what_is_whole(tmp_path, gone):
    found = read(tmp_path / "x.warc", BARE[:-gone])
    assert titles(found)[:2] == ["Talks 1", "Talks 2"]
    if gone > 3:
        assert isinstance(found[-1], InputError)
        assert "cut short" in found[-1].found
        assert f"byte {len(BARE) - len(RECORDS[-1])}" in str(found[-1].where)


def test_a_broken_archive_keeps_what_came_before(tmp_path):
    raw = bytearray(GZ)
    raw[ENDS[1] + 40] ^= 0xFF
    found = read(tmp_path / "x.warc.gz", bytes(raw))
    assert titles(found)[:1] == ["Talks 1"]
    assert isinstance(found[-1], InputError)


# -- Parquet ------------------------------------------------------------------------------------------------------------------------------


def test_parquet_rows_are_read_as_objects_are(tmp_path):
    rows = {
        "title": ["Talks", "Grain", None, "Visit"],
        "body": ["<p>Iran met Oman.</p>", "Egypt bought grain.", None, "The minister visited Doha."],
        "published": [datetime(2025, 3, 1, 10, tzinfo=UTC), datetime(2025, 3, 2, tzinfo=UTC), None, None],
        "day": [date(2025, 3, 1)] * 4,
        "source": ["Strait Notes"] * 4,
        "link": ["https://s.example/1"] * 4,
        "authors": [["Salma Said"], [], None, None],
        "embedding": [[0.1] * 3] * 4,
    }
    pq.write_table(pa.table(rows), tmp_path / "x.parquet")
    one, two, three, four = read(tmp_path / "x.parquet")
    assert isinstance(one, Article)
    assert (one.title, one.text, one.published, one.outlet) == ("Talks", "Talks\n\nIran met Oman.", "2025-03-01T10:00:00+00:00", "Strait Notes")
    assert (one.byline, one.url, one.input) == ("Salma Said", "https://s.example/1", str(tmp_path / "x.parquet"))
    assert isinstance(two, Article)
    assert isinstance(three, NoArticleError)
    assert three.where == "row 3"
    assert isinstance(four, Article)
    assert four.published == "2025-03-01"
    (tmp_path / "x.jsonl").write_text(json.dumps({"title": "Talks", "body": "<p>Iran met Oman.</p>", "published": "2025-03-01T10:00:00+00:00", "source": "Strait Notes", "link": "https://s.example/1", "authors": ["Salma Said"]}))
    (same,) = read(tmp_path / "x.jsonl")
    assert isinstance(same, Article)
    assert same.id == one.id


def test_odd_columns(tmp_path):
    table = pa.table({
        "text": pa.array([b"Iran met Oman."], pa.large_binary()),
        "date": pa.array([1_740_823_200_123_456_789], pa.timestamp("ns")),
        "tags": pa.array(["talks;grain"]).dictionary_encode(),
        "source": pa.array([{"name": "Strait Notes"}]),
    })  # fmt: skip
    pq.write_table(table, tmp_path / "x.parquet")
    (article,) = read(tmp_path / "x.parquet")
    assert isinstance(article, Article)
    assert (article.text, article.published, article.tags, article.outlet) == ("Iran met Oman.", "2025-03-01T10:00:00", ("talks", "grain"), "Strait Notes")


def test_names_in_other_letters(tmp_path):
    pq.write_table(pa.table({"Title": ["Talks"], "BODY": ["Iran met Oman."], "Published_At": ["2025-03-01"]}), tmp_path / "x.parquet")
    (article,) = read(tmp_path / "x.parquet")
    assert isinstance(article, Article)
    assert (article.text, article.published) == ("Talks\n\nIran met Oman.", "2025-03-01")


def test_a_file_without_words_lists_its_columns(tmp_path):
    pq.write_table(pa.table({"actor": ["EGY"], "goldstein": [1.0]}), tmp_path / "x.parquet")
    (error,) = read(tmp_path / "x.parquet")
    assert isinstance(error, InputError)
    assert "(actor, goldstein)" in error.found
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "x.parquet")
    (error,) = read(tmp_path / "x.parquet")
    assert isinstance(error, InputError)
    assert error.found == "it has no rows"


def test_a_parquet_file_cut_short(tmp_path):
    pq.write_table(pa.table({"text": ["Iran met Oman."] * 100}), tmp_path / "x.parquet")
    (error,) = read(tmp_path / "x.parquet", (tmp_path / "x.parquet").read_bytes()[:-20])
    assert isinstance(error, InputError)
    assert "broken Parquet" in error.found


def test_parquet_is_read_in_constant_memory(tmp_path):
    text = [f"Iran met Oman for round {n}. " + str(n) * 300 for n in range(20_000)]
    pq.write_table(pa.table({"text": text}), tmp_path / "x.parquet", row_group_size=20_000, compression="none", use_dictionary=False)
    del text
    before, most = pa.total_allocated_bytes(), 0
    for count, _ in enumerate(read_inputs([str(tmp_path / "x.parquet")])):
        most = max(most, pa.total_allocated_bytes() - before)
        if count == 400:
            break
    assert (tmp_path / "x.parquet").stat().st_size > 25_000_000
    assert most < 8_000_000


# -- compressed ---------------------------------------------------------------------------------------------------------------------------


def test_compressed_files_and_folders(tmp_path):
    for name, raw in {
        "a.jsonl.gz": b'{"text": "Iran met Oman."}\n{"text": "Egypt met Sudan."}\n',
        "b.txt.gz": b"{Japan} protested to Russia over the flight.",
        "c.html.gz": PAGE.format(7).encode(),
        "d.xml.gz": RSS.replace(b"<item><guid>x</guid></item>", b""),
        "e.warc.gz": b"",
        "f.tar.gz": b"passed over",
    }.items():
        (tmp_path / name).write_bytes(GZ if name == "e.warc.gz" else gzip.compress(raw))
    pq.write_table(pa.table({"text": ["Qatar thanked Oman."]}), tmp_path / "g.parquet")
    found = read(tmp_path)
    assert [one.text.partition("\n")[0] for one in found if isinstance(one, Article)] == [
        "Iran met Oman.", "Egypt met Sudan.", "{Japan} protested to Russia over the flight.", "Talks 7", "Item one", "Talks 1", "Talks 2", "Talks 3", "Qatar thanked Oman.",
    ]  # fmt: skip
    assert len(found) == 9


def test_compressed_lines_cut_short_keep_the_lines_before(tmp_path):
    rows = b"".join(b'{"text": "Iran met Oman for round %d of %d."}\n' % (n, n * n) for n in range(2_000))
    raw = gzip.compress(rows)
    found = read(tmp_path / "x.jsonl.gz", raw[: len(raw) // 2])
    assert len(found) > 100
    assert all(isinstance(one, Article) for one in found[:100])
    assert isinstance(found[-1], InputError)
    assert "cut short" in found[-1].found
