"""Fragments of HTML, such as feeds and JSON carry, to paragraphs."""

import re

from dragoman.read.draft import level
from dragoman.read.lines import paragraphs

_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|img|figure|h[1-6]|blockquote|table|section|article|font)\b[^>]*>|&(?:#\d+|#x[\da-f]+|\w{2,8});",
    re.IGNORECASE,
)


def fragment_paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a fragment.

    Args:
        text: HTML, or plain text where it holds no markup.

    Returns:
        Paragraphs without markup, white space levelled; captions and links to other articles are still among them.
    """
    if not _MARKUP.search(text):
        return tuple(level(para.text) for para in paragraphs(text))
    from lxml import etree
    from lxml.html import fragment_fromstring

    from dragoman.read.pagetree import prune, runs

    try:
        root = fragment_fromstring(text.replace("\x00", ""), create_parent="div")
    except (etree.LxmlError, ValueError):
        return tuple(level(para.text) for para in paragraphs(re.sub(r"<[^>]+>", " ", text)))
    prune(root)
    return tuple(run.text for run in runs(root) if run.links < 0.8 or len(run.text) > 120)


def fragment_line(text: str | None) -> str | None:
    """A title or a name without markup, on one line; None where nothing is left."""
    return " ".join(fragment_paragraphs(text)) or None if text else None
