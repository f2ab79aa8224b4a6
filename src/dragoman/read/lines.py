"""Paragraphs of plain text, at their places in it.

Three layouts are told apart: paragraphs parted by blank lines, one paragraph a line, and lines hard-wrapped at some width. A line
break is a wrap where the first word of the next line would not have fitted on this one: that is how every wrapping program decides,
so the breaks of a wrapped text satisfy it and those of other layouts rarely do.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]+")
_NARROW, _WIDE = 40, 132  # widths that texts are wrapped at, from narrow mails to wide terminals
_SLACK = 10  # some editors wrap before hyphens, or at a ragged right edge
_SHARE = 0.7  # of the breaks must be wraps; the others are headings and last lines
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
# "Subject: Fwd: [Sahel Brief] ...", "HEADLINE: ...", and the caret of old wires
_HEADING = re.compile(
    r"#{1,6}[ \t]+(?=\S)|\^(?=[A-Z])|(?:subject|headline|title)\s*:\s*(?:(?:re|fwd?)\s*:\s*)*(?:\[[^\]]{2,40}\]\s*)?(?=\S)", re.IGNORECASE
)
_KEY = re.compile(r"(?:from|to|cc|bcc|date|sent|subject|reply-to)\s*:\s", re.IGNORECASE)
_TOP = 4  # groups of lines; the headers of a mail or an archive stand in the first ones
_BULLET = re.compile(r"^\s*(?:[•▪■►*·‣–—-]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Para:
    """A run of a text without the white space around it."""

    text: str
    start: int
    end: int
    chunk: int
    # counts the groups of lines that blank lines part


def paragraphs(text: str) -> tuple[Para, ...]:
    """Split a text into its paragraphs.

    Args:
        text: plain text with any line endings.

    Returns:
        The paragraphs in order, stripped, with half-open offsets into the text.
    """
    chunks = _chunks(text)
    width = _wrap_width([[text[a:b] for a, b in chunk] for chunk in chunks])
    found: list[Para] = []
    for number, chunk in enumerate(chunks):
        for start, end in _joined(text, chunk, width):
            start += _mark(text[start:end], top=number < _TOP)
            found.append(Para(text=text[start:end], start=start, end=end, chunk=number))
    return tuple(found)


def _mark(line: str, *, top: bool) -> int:
    """How many characters the mark of a heading takes up: Markdown's, and at the top of a text a mail's or an archive's."""
    match = (_HEADING if top else _HASHES).match(line)
    return match.end() if match else 0


def _chunks(text: str) -> list[list[tuple[int, int]]]:
    """Lines without their outer white space, grouped between blank lines."""
    chunks: list[list[tuple[int, int]]] = []
    last = 0
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        if not line.strip():
            continue
        gap = text[last : match.start()]
        lines = gap.replace("\r\n", "\n").replace("\r", "\n").count("\n")
        if not chunks or lines > 1:
            chunks.append([])
        chunks[-1].append((start, match.start() + len(line.rstrip())))
        last = match.end()
    return chunks


def _wrap_width(chunks: Sequence[Sequence[str]]) -> int | None:
    """The width at which a text is hard-wrapped; None where it is not."""
    breaks = [(one, two) for chunk in chunks for one, two in zip(chunk, chunk[1:], strict=False)]
    if not breaks:
        return None
    width = max(len(one) for one, _ in breaks)
    if not _NARROW <= width <= _WIDE or len(breaks) < 2:
        return None
    if sum(len(line) > width for chunk in chunks for line in chunk) > 1:
        return None  # the width holds for all lines, but for a headline that was left whole
    wraps = sum(_wraps(one, two, width) for one, two in breaks)
    ends = sum(bool(_ENDS.search(one)) for one, _ in breaks)
    return width if wraps >= _SHARE * len(breaks) and ends <= 0.5 * len(breaks) else None


def _wraps(one: str, two: str, width: int) -> bool:
    first = two.split(maxsplit=1)[0] if two.split() else ""
    return not _BULLET.match(two) and len(one) + 1 + len(first) > width - _SLACK


def _joined(text: str, chunk: Sequence[tuple[int, int]], width: int | None) -> list[tuple[int, int]]:
    """The runs of one chunk, wrapped lines joined."""
    runs: list[tuple[int, int]] = []
    for start, end in chunk:
        if runs:
            last_line = text[runs[-1][0] : runs[-1][1]].splitlines()[-1]
            line = text[start:end]
            if not _KEY.match(line) and ((width and _wraps(last_line, line, width)) or _runs_on(last_line, line)):
                runs[-1] = (runs[-1][0], end)
                continue
        runs.append((start, end))
    return runs


def _runs_on(one: str, two: str) -> bool:
    """A line of ordinary width that ends in mid-sentence, before one that goes on in lower case."""
    return (
        _NARROW <= len(one) <= _WIDE
        and two[0].islower()
        and not _ENDS.search(one)
        and one[-1].isalnum()
        and len(two) <= _WIDE
    )
