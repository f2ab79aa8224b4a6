"""What one given mention does to another in one passage: the form in which pair-labelled corpora ask (Hu et al., ACL 2024).

The passage is coded as ever; the act that best joins the two mentions answers. Where no act joins them, the passage's first act does, and
where there is none, CONSULT, the commonest type between two parties, with confidence 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.code.cases import walk
from dragoman.model import Event, Party, Readout

Span = tuple[int, int]

FALLBACK = "CONSULT"
_TAG = re.compile(r"</?[st]>")


def pair(readout: Readout, actor: str, recipient: str, marked: str | None = None) -> tuple[str, float]:
    """The type of what the first mention does to the second.

    Args:
        readout: of the passage.
        actor: the words of the first mention.
        recipient: the words of the second.
        marked: the passage with the mentions tagged ``<s>..</s>`` and ``<t>..</t>``, which tells two like ones apart.

    Returns:
        A PLOVER type and a confidence of 0 to 1.
    """
    text = readout.article.text
    source, target = _span(text, actor, marked, "s"), _span(text, recipient, marked, "t")
    acts = [(act, event.confidence) for event in readout.events for act in walk(event)]
    best = max(acts, key=lambda found: _fit(found[0], source, target), default=None)
    if best is None:
        return FALLBACK, 0.0
    act, confidence = best
    return act.type, round(confidence * (1 + _fit(act, source, target)) / 4, 3)


def _fit(act: Event, source: Span | None, target: Span | None) -> int:
    """0 to 3: a mention on its own side is worth more than one that merely takes part."""
    forward = _at(act.actor, source) + _at(act.recipient, target)
    together = not act.recipient and _at(act.actor, source) and _at(act.actor, target)
    return 3 if forward == 2 or together else forward


def _at(parties: Iterable[Party], span: Span | None) -> bool:
    """Whether one of the parties stands within or around the mention."""
    return span is not None and any(
        p.start is not None and p.end is not None and p.start < span[1] and span[0] < p.end for p in parties
    )


def _span(text: str, words: str, marked: str | None, tag: str) -> Span | None:
    """Where the mention stands: where it is tagged, else where its words come first; None where neither is told."""
    tagged = re.search(rf"<{tag}>(.*?)</{tag}>", marked, re.DOTALL) if marked else None
    if tagged and marked and _TAG.sub("", marked) == text:
        start = len(_TAG.sub("", marked[: tagged.start()]))
        return start, start + len(_TAG.sub("", tagged.group(1)))
    start = text.find(words)
    return (start, start + len(words)) if start >= 0 else None
