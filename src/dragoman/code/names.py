"""Names of the codebook in a text: one Aho-Corasick pass over the whole article, longest match first, whole words only."""

from __future__ import annotations

from dataclasses import dataclass

import ahocorasick_rs

from dragoman.codebook.actors import plain
from dragoman.codebook.schema import Codebook, Entry

_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the codebook in the article's text; offsets are half-open."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Names:
    """Finds the codebook's names. Built once a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        forms = [f for f in codebook.entries if len(f) > 1]
        self._entries = [codebook.entries[f] for f in forms]
        self._forms = forms
        self._matcher = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.Standard)

    def find(self, text: str) -> list[Hit]:
        """All names in a text, in order, without overlap; the longest of those that begin together wins."""
        folded = plain(text)
        found: list[tuple[int, int, int]] = []
        for which, start, end in self._matcher.find_matches_as_indexes(folded, overlapping=True):
            before = folded[start - 1] if start else " "
            after = folded[end] if end < len(folded) else " "
            if before in _WORD or after in _WORD or (before == "-" and _lower_before(folded, start)):
                continue
            found.append((start, -end, which))
        found.sort()
        hits: list[Hit] = []
        last = 0
        for start, minus_end, which in found:
            if start >= last:
                last = -minus_end
                hits.append(Hit(start, last, self._entries[which]))
        return hits


def within(hits: list[Hit], spans: list[tuple[int, int]]) -> list[tuple[Hit, ...]]:
    """The hits that lie wholly in each of these spans; both in order, spans without overlap."""
    out: list[tuple[Hit, ...]] = []
    i = 0
    for start, end in spans:
        while i < len(hits) and hits[i].start < start:
            i += 1
        first = i
        while i < len(hits) and hits[i].end <= end:
            i += 1
        out.append(tuple(hits[first:i]))
    return out


def _lower_before(text: str, start: int) -> bool:
    """Whether the hyphen before ``start`` belongs to a lower-case prefix ("pro-Russia" stays a name; "al-Sham" after "al" does not)."""
    return text[max(0, start - 4) : start].lower().endswith(("al-", "el-"))


def valid(entry: Entry, date: str | None) -> bool:
    """Whether an entry holds at a date; without a date all do."""
    if date is None:
        return True
    n = len(date)
    starts = entry.start is None or entry.start[:n] <= date[: len(entry.start)]
    ends = entry.end is None or date[: len(entry.end)] <= entry.end[:n]
    # the day of change itself counts for both: dates are often known to the year or month alone
    return starts and ends
