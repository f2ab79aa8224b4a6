"""The tree of a page: its furniture taken out, the rest as runs of text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.read.draft import level

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hgroup hr li main nav ol p pre"
    " section summary"
    " table tbody td tfoot th thead tr ul amp-img video audio".split()
)
_DEAD = frozenset(
    "script style noscript template svg iframe object embed button input select textarea form canvas video audio map"
    " amp-ad amp-embed amp-sidebar link meta".split()
)
_INLINE = frozenset(("a", "span", "time", "small", "label"))
_CHROME_TAGS = frozenset("nav footer aside dialog menu".split())
_CHROME = re.compile(
    r"(?<![a-z])(?:cookies?|consent|gdpr|cmp|shar(?:e|ing|ebar|e-?tools?)|social|socials|sharethis|addthis|newsletters?"
    r"|subscri(?:be|ption|ptions)|sign-?up|promo|promos|related|inline-related|read-?(?:also|more|next)"
    r"|also-?read|see-?also|recommend(?:ed|ations?)?|most-?(?:read|popular|viewed)|popular|trending|sidebar|side-?bar"
    r"|rail|breadcrumbs?|comments?|disqus|advert(?:isement|s)?|ads?|ad-slot|banner|sponsor(?:ed)?"
    r"|footer|navigation|navbar|nav|menu|toolbar|paywall|outbrain|taboola|widgets?|author-?bio|about-?author|bio|copyright"
    r"|hidden|visually-?hidden|sr-only|screen-reader(?:-text)?|modal|popup|overlay|skip-?link"
    r"|toc|table-of-contents|pagination|pager|print-only|more-?(?:stories|from|on|news)|top-?stories|latest-?news|ticker"
    r"|masthead|site-?header|topbar|follow-?us|app-?promo|tags?|tag-?list|topics|keywords|fact-?box-ad|donate|donation)(?![a-z])"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text in one block of the page."""

    text: str
    element: "HtmlElement"
    # the block it stands in
    links: float
    # the share of its characters that are links, 0 to 1

    @property
    def heading(self) -> bool:
        """Whether it stands in h1 to h6."""
        return str(self.element.tag) in ("h1", "h2", "h3", "h4", "h5", "h6")


def words_of(element: "HtmlElement") -> str:
    """The words of an element, white space levelled; <br> and blocks part words."""
    return level(" ".join(run.text for run in runs(element)))


def names(element: "HtmlElement") -> str:
    """Class and id of an element in lower case, camel case and underscores turned to hyphens."""
    raw = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"
    return _CAMEL.sub("-", raw).replace("_", "-").lower()


def prune(root: "HtmlElement") -> tuple[str, ...]:
    """Take the furniture out of a page.

    Nothing is taken out that holds the headline or more than a third of the page's prose, whatever it is called.

    Args:
        root: the page's tree; it is changed.

    Returns:
        The words of what was taken out, scripts and styles left aside.
    """
    from lxml import etree

    for element in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        element.drop_tree()
    for element in list(root.iter(*_DEAD)):
        if element.getparent() is not None and not (element.tag == "form" and _prose(element) > 0.3 * _prose(root)):
            element.drop_tree()
    total = _prose(root)
    removed: list[str] = []
    for element in list(root.iter()):
        if (
            element.getparent() is None
            or not isinstance(element.tag, str)
            or element.tag in ("html", "body", "main", "head", "h1")
        ):
            continue
        if _attached(element, root) and _is_chrome(element) and not _keeps(element, total):
            removed.append(words_of(element))
            element.drop_tree()
    return tuple(dict.fromkeys(text for text in removed if text))


def _attached(element: "HtmlElement", root: "HtmlElement") -> bool:
    """Whether an element is still part of the tree."""
    top = element
    while (parent := top.getparent()) is not None:
        top = parent
    return top is root or top is root.getroottree().getroot()


def _is_chrome(element: "HtmlElement") -> bool:
    if element.tag in _CHROME_TAGS or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.get("role") in (
        "navigation",
        "dialog",
        "banner",
        "complementary",
        "contentinfo",
        "search",
    ) or _HIDDEN.search(element.get("style") or ""):
        return True
    if element.tag == "header" and not any(True for _ in element.iterancestors("article", "main")):
        return True
    if element.tag in ("p", "article") and len(element.text_content()) > 300:
        return False
    return bool(_CHROME.search(names(element)))


def _keeps(element: "HtmlElement", total: int) -> bool:
    """Whether an element that is called furniture holds the article all the same."""
    if element.tag not in ("nav", "footer") and element.find(".//h1") is not None:
        return True
    return _prose(element) > max(0.34 * total, 200)


def _prose(element: "HtmlElement") -> int:
    """Characters in paragraphs that are not mostly links."""
    found = 0
    for paragraph in element.iter("p"):
        text = paragraph.text_content().strip()
        if len(text) > 60 and _link_share(paragraph, len(text)) < 0.5:
            found += len(text)
    return found


def _link_share(element: "HtmlElement", length: int) -> float:
    linked = sum(len(a.text_content().strip()) for a in element.iter("a"))
    return min(1.0, linked / length) if length else 0.0


def _lines(text: str) -> Iterator[str]:
    """A text parted at its line breaks (NUL): at two in a row, and at one where a sentence or a short line ends."""
    for piece in re.split(r"\x00\s*\x00[\s\x00]*", text):
        held = ""
        for line in piece.split("\x00"):
            short = len(held.strip()) < 90 and not line.lstrip()[:1].islower()
            if held.strip() and (short or re.search(r"[.!?:][\"'”’)]*\s*$", held)):
                yield held
                held = ""
            held += " " + line
        yield held


def runs(root: "HtmlElement") -> Iterator[Run]:
    """The runs of text below an element, in reading order; two <br> in a row part runs.

    Args:
        root: an element.

    Yields:
        Runs that hold a letter or digit, white space levelled.
    """
    buffer: list[str] = []
    linked = [0]

    def flush(block: "HtmlElement") -> Iterator[Run]:
        text = "".join(buffer)
        share = linked[0] / max(1, len("".join(text.split())))
        for piece in _lines(text):
            bare = level(piece)
            if any(char.isalnum() for char in bare):
                yield Run(bare, block, min(1.0, share))
        buffer.clear()
        linked[0] = 0

    def walk(element: "HtmlElement", block: "HtmlElement", in_link: bool) -> Iterator[Run]:
        def take(text: str | None, link: bool) -> None:
            if text:
                buffer.append(text)
                linked[0] += len("".join(text.split())) if link else 0

        take(element.text, in_link)
        for child in element:
            if isinstance(child.tag, str):
                if child.tag in BLOCKS:
                    yield from flush(block)
                    yield from walk(child, child, in_link)
                    yield from flush(child)
                elif child.tag == "br":
                    buffer.append("\x00")
                elif child.tag not in _DEAD:
                    if child.tag in _INLINE and (before := child.getprevious()) is not None:
                        # style sheets part neighbours such as <a>Name</a><span>5 min</span>
                        buffer.append(" " if before.tag in _INLINE and not before.tail else "")
                    yield from walk(child, block, in_link or child.tag == "a")
            take(child.tail, in_link)

    yield from walk(root, root, False)
    yield from flush(root)
