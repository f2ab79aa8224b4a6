"""A news site on this machine that says what a test wants, and remembers what it was asked."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]


def rss(items: list[dict[str, str]], title: str = "Lake Herald", more: str = "") -> bytes:
    def tags(item: dict[str, str]) -> str:
        return "".join(f"<{name}>{value}</{name}>" for name, value in item.items())

    body = "".join(f"<item>{tags(item)}</item>" for item in items)
    return f"<rss version='2.0'><channel><title>{title}</title>{more}{body}</channel></rss>".encode()


def page(title: str, text: str, published: str | None = None) -> bytes:
    stamp = f"<meta property='article:published_time' content='{published}'>" if published else ""
    return f"<html><head><title>{title} | Lake Herald</title><meta property='og:site_name' content='Lake Herald'>{stamp}</head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>".encode()


class Site:
    """Routes by path: an answer, or a function of the request's headers that gives one."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.routes: dict[str, Answer | Callable[[dict[str, str]], Answer]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.most = 0  # requests at one time
        self.lock, self.now = threading.Lock(), 0

    def feed(self, path: str, items: list[dict[str, str]], **headers: str) -> None:
        self.routes[path] = 200, {"Content-Type": "application/rss+xml", **headers}, rss(items)

    def page(self, path: str, title: str, text: str, published: str | None = None) -> None:
        self.routes[path] = 200, {"Content-Type": "text/html"}, page(title, text, published)

    def times(self, path: str) -> int:
        return sum(p == path for p, _ in self.asked)


@contextmanager
def site_here() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with site.lock:
                site.now += 1
                site.most = max(site.most, site.now)
                headers = {name.lower(): value for name, value in self.headers.items()}
                site.asked.append((self.path, headers))
            try:
                found = site.routes.get(self.path, (404, {}, b"none"))
                status, told, body = found(headers) if callable(found) else found
                self.send_response_only(status)
                for name, value in told.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except BrokenPipeError:
                pass
            finally:
                with site.lock:
                    site.now -= 1

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def slow(answer: Answer, seconds: float) -> Callable[[dict[str, str]], Answer]:
    def wait(headers: dict[str, str]) -> Answer:
        time.sleep(seconds)
        return answer

    return wait
