"""Fetching from a real server on this machine."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import FetchError, InputError
from dragoman.model import Article
from dragoman.read import read_inputs
from dragoman.settings import FetchSettings

PAGE = "<html><head><title>Talks | Lake Herald</title></head><body><article><h1>Talks</h1><p>Türkiye asked Iraq to reopen the pipeline, and Baghdad said that it would.</p></article></body></html>"
ROUTES: dict[str, tuple[int, str, bytes]] = {
    "/robots.txt": (200, "text/plain", b"User-agent: *\nDisallow: /private/\n"),
    "/page": (200, "text/html; charset=iso-8859-9", PAGE.encode("iso-8859-9")),
    "/private/page": (200, "text/html", PAGE.encode()),
    "/feed": (
        200,
        "application/rss+xml",
        b"<rss version='2.0'><channel><title>F</title><item><title>T</title><description>Iran met Oman.</description></item></channel></rss>",
    ),
    "/api": (200, "application/json", b'{"title": "T", "text": "Iran met Oman."}'),
    "/text": (200, "text/plain", b"Iran met Oman."),
    "/picture": (200, "image/png", b"\x89PNG"),
    "/large": (200, "text/html", b"<p>" + b"x" * 300_000),
    "/gone": (410, "text/html", b"gone"),
    "/busy": (503, "text/html", b"busy"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            time.sleep(1.5)
        if self.path in ("/loop", "/moved", "/sneaky"):
            self.send_response(302)
            self.send_header("Location", {"/loop": "/loop", "/moved": "/page", "/sneaky": "/private/page"}[self.path])
            self.end_headers()
            return
        status, kind, body = ROUTES.get(self.path, (404, "text/plain", b"none"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def read(url: str) -> Article | InputError:
    (result,) = read_inputs([url], settings=FetchSettings(timeout=0.7, max_bytes=200_000, max_redirects=3))
    return result


@pytest.mark.parametrize("path", ["/page", "/moved", "/feed", "/api", "/text"])
def test_fetched(host: str, path: str) -> None:
    article = read(host + path)
    assert isinstance(article, Article)
    assert article.input == host + path
    if path in ("/page", "/moved"):
        assert (article.title, article.outlet, article.url) == ("Talks", "Lake Herald", host + "/page")
        assert "Türkiye asked Iraq" in article.text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/private/page", "robots.txt"),
        ("/sneaky", "robots.txt"),
        ("/picture", "image/png"),
        ("/large", "larger than"),
        ("/gone", "410"),
        ("/busy", "503"),
        ("/none", "404"),
        ("/loop", "redirects"),
        ("/slow", "no answer within"),
    ],
)
def test_refused(host: str, path: str, words: str) -> None:
    error = read(host + path)
    assert isinstance(error, FetchError)
    assert words in error.found
    assert error.remedy


def test_no_server() -> None:
    assert isinstance(read("http://127.0.0.1:9/x"), FetchError)


def test_own_hosts_may_be_read_without_robots(host: str) -> None:
    (article,) = read_inputs([host + "/private/page"], settings=FetchSettings(robots=False))
    assert isinstance(article, Article)
