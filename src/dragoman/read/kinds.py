"""What kind of document an input is: told by its first characters; its name and content type count where these are silent."""

import re

_FEED = re.compile(
    r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE rss[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML = re.compile(
    r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|article|main|section|div|meta|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(text: str, name: str = "", content_type: str = "") -> str:
    """The kind of a document.

    Args:
        text: its first characters, or all.
        name: its path or URL.
        content_type: as a server told it.

    Returns:
        html, feed, json, jsonl or text.
    """
    start = text[:20_000].lstrip("\ufeff")
    suffix = name.rsplit("?", 1)[0].rsplit(".", 1)[-1].lower()
    if suffix in ("jsonl", "ndjson") or "ndjson" in content_type or "jsonl" in content_type:
        return "jsonl"
    if suffix in ("txt", "text") and not content_type:
        return "text"  # whatever it looks like, a .txt is its own characters
    if _FEED.match(start):
        return "feed"
    if (
        _HTML.match(start)
        or ("html" in content_type and "<" in start)
        or (suffix in ("html", "htm", "xhtml") and "<" in start)
    ):
        return "html"
    if start.lstrip()[:1] in ("{", "["):
        return _json(start, text, suffix, content_type)
    return "feed" if suffix in ("xml", "rss", "atom") and start.lstrip().startswith("<") else "text"


def _json(start: str, text: str, suffix: str, content_type: str) -> str:
    """JSON, JSON Lines, or a text that opens with a bracket."""
    told = suffix == "json" or "json" in content_type
    lines = [line for line in text[:200_000].splitlines() if line.strip()]
    rows = len(lines) > 1 and all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines[:2])
    if rows:
        return "jsonl"
    shaped = re.match(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:[\[{\]\"]))", start)
    return "json" if told or shaped else "text"
