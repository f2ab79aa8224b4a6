"""Words within quotation marks, in all kinds of marks: curly, straight, single, angled; nested and unbalanced ones.

A mark opens where a word begins and closes where one ends; an apostrophe inside or at the end of a word is none. A quote that is not closed
ends with its paragraph, as running quotes over paragraphs do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN = {"“": "”", "«": "»", "„": "“”"}
_MARK = re.compile("[“«„\"‘']")
# what may open a quote
_PLURAL_APOSTROPHE = re.compile(r"\w*s$")


@dataclass(frozen=True, slots=True)
class Span:
    """Quoted words without their marks; offsets are half-open in the article's text."""

    start: int
    end: int
    closed: bool
    mark: int = 1
    # characters of each mark: 2 where an outlet writes '' for "


def find_quotes(text: str, start: int, end: int) -> list[Span]:
    """All outermost quotes of one paragraph.

    Args:
        text: the article's text.
        start, end: half-open bounds of the paragraph.
    """
    out = []
    for a, b, closed in _scan(text, start, end):
        if text[a:b].strip():
            double = text[a - 2 : a] == "''" and (not closed or text[b : b + 2] == "''")
            out.append(Span(a, b, closed, 2 if double else 1))
    return out


def _scan(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    i = start
    while (mark := _MARK.search(text, i, end)) is not None:
        i = mark.start()
        char = mark.group()
        if char in _OPEN:
            close = _closing(text, i + 1, end, char, _OPEN[char])
        elif text.startswith("''", i) and _opens(text, i + 1, start, end, before=i):
            close = text.find("''", i + 2, end)
            if close < 0:
                yield i + 2, _trimmed(text, i + 2, end), False
                return
            yield i + 2, close, True
            i = close + 2
            continue
        elif char == '"' and _opens(text, i, start, end):
            close = _straight(text, i + 1, end)
        elif char in "‘'" and _opens_single(text, i, start, end):
            close = _single(text, i + 1, end, "’" if char == "‘" else "'")
            if close < 0:
                i += 1
                continue
        else:
            i += 1
            continue
        if close < 0:
            stop = _next_paragraph(text, i + 1, end, char)
            yield i + 1, _trimmed(text, i + 1, stop), False
            i = stop
            continue
        yield i + 1, close, True
        i = close + 1


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _next_paragraph(text: str, i: int, end: int, mark: str) -> int:
    """Where an unclosed quote ends: at a line that opens with the same mark (words quoted on), else with the block."""
    while (at := text.find("\n", i, end)) >= 0:
        i = at + 1
        while i < end and text[i].isspace():
            i += 1
        if text[i : i + 1] == mark:
            return i
    return end


def _closing(text: str, i: int, end: int, opening: str, closing: str) -> int:
    depth = 1
    while i < end:
        if text[i] in closing:
            depth -= 1
            if depth == 0:
                return i
        elif text[i] == opening:
            if "\n" in text[max(0, i - 2) : i]:
                return -1
            if not text[i - 1].isspace() or depth > 1:
                return i
            depth += 1
        elif text[i] == '"' and i + 1 < end and text[i + 1].isspace() and not text[i - 1].isspace():
            return i
        i += 1
    # a second opening mark without its closing: the quote ends where the next one begins
    return -1


def _opens(text: str, i: int, start: int, end: int, before: int | None = None) -> bool:
    at = i if before is None else before
    return _opens_at(text, at, i, start, end)


def _opens_at(text: str, at: int, i: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[i + 1] if i + 1 < end else " "
    return not after.isspace() and (before.isspace() or before in "([{—–-/:‘'…")


def _straight(text: str, i: int, end: int) -> int:
    while i < end:
        if text[i] in '"”':
            return i
        i += 1
    return -1


def _opens_single(text: str, i: int, start: int, end: int) -> bool:
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < end else " "
    # 'tis, '90s: no quotes
    return (
        (before.isspace() or before in "([—–")
        and after.isalnum()
        and not re.match(r"(?:tis|twas|em|cause|til|n)\b|\d\ds?\b", text[i + 1 : i + 7])
    )


def _single(text: str, i: int, end: int, mark: str) -> int:
    """The mark that closes a single quote: at a word's end; a plural's apostrophe only if no better one follows."""
    fallback = -1
    while i < end:
        if text[i] in (mark, "’"):
            after = text[i + 1] if i + 1 < end else " "
            if not after.isalnum() and not text[i - 1].isspace():
                if _PLURAL_APOSTROPHE.search(text[max(0, i - 12) : i]) and after.isspace():
                    fallback = i if fallback < 0 else fallback
                else:
                    return i
        i += 1
    return fallback
