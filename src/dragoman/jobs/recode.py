"""A new codebook over old articles: coded anew from the stored texts, shown before it is taken.

An article whose coding stays the same is left alone. What is taken becomes a new version of the article; the old one stays readable with ``--as-of``.
Judgements of people are carried over to the reports at the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import msgspec

from dragoman import pipeline
from dragoman.fold.claim import Claim, by_words, copied
from dragoman.lake.serving import Serving, serving
from dragoman.model import Article, Event, Readout
from dragoman.record.record import Record, Turn, derived
from dragoman.record.rows import Kept
from dragoman.settings import Settings
from dragoman.turns import claims_and_rows, codebook_version, in_turn, opened, write_folding

BATCH = 64
# articles coded and written together


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a new coding changes in one article."""

    article: str
    title: str | None
    added: tuple[Event, ...]
    removed: tuple[Event, ...]
    altered: tuple[tuple[Event, Event], ...]
    # (before, after) of the same words
    readout: Readout
    # the new one

    @property
    def is_none(self) -> bool:
        """Whether all events are as they were."""
        return not (self.added or self.removed or self.altered)


@dataclass(slots=True)
class Summary:
    """Counts of a run."""

    articles: int = 0
    changed: int = 0
    without_text: int = 0
    types: Counter[str] = field(default_factory=Counter)
    # "+REQUEST", "-REQUEST", "~REQUEST"


def recode(home: str, settings: Settings, *, take: bool = False, summary: Summary | None = None) -> Iterator[Change]:
    """Code the articles of a record anew.

    Args:
        home: the record.
        settings: with the codebook to code with.
        take: write the changes; else they are only told.
        summary: is filled on the way.

    Yields:
        The change of every article that has one, once it is written if ``take``.
    """
    summary = summary if summary is not None else Summary()
    codebook = codebook_version(settings.codebook)
    with serving(home, derived(home)) as stored:
        articles = _articles(stored, summary)
        while batch := list(islice(articles, BATCH)):
            readouts = pipeline.code_articles([a for a, _ in batch], settings)
            changes = [c for (_, old), new in zip(batch, readouts, strict=True) if not (c := _change(old, new)).is_none]
            if take and changes:
                with opened(home) as record:
                    in_turn(record, lambda turn, changes=changes: _take(record, turn, changes, codebook))  # type: ignore[misc]
            for change in changes:
                _count(summary, change)
                yield change


def _articles(stored: Serving, summary: Summary) -> Iterator[tuple[Article, tuple[Event, ...]]]:
    """Articles that were coded, with their events as they stand."""
    decode, event = msgspec.json.Decoder(Kept).decode, msgspec.json.Decoder(Event).decode
    for id, payload in stored.stream("select id, payload from articles order by day nulls last, id"):
        kept = decode(payload)
        if kept.coding.codebook is None:
            continue
        if not kept.coding.with_text:
            summary.without_text += 1
            continue
        summary.articles += 1
        yield kept.article, tuple(event(p) for (p,) in stored.ask("select payload from reports where article = ?", [id]))


def _change(old: Sequence[Event], new: Readout) -> Change:
    before, after = {_key(e): e for e in old}, {_key(e): e for e in new.events}
    altered = tuple((before[k], after[k]) for k in before.keys() & after.keys() if before[k] != after[k])
    return Change(
        article=new.article.id,
        title=new.article.title,
        added=tuple(e for k, e in after.items() if k not in before),
        removed=tuple(e for k, e in before.items() if k not in after),
        altered=tuple(sorted(altered, key=lambda pair: pair[0].evidence.start)),
        readout=new,
    )


def _key(event: Event) -> tuple[str, str]:
    return event.id, event.type


def _count(summary: Summary, change: Change) -> None:
    summary.changed += 1
    for sign, events in (("+", change.added), ("-", change.removed), ("~", [a for _, a in change.altered])):
        summary.types.update(f"{sign}{e.type}" for e in events)


def _take(record: Record[Claim], turn: Turn[Claim], changes: Sequence[Change], codebook: str) -> None:
    """Write new versions of articles, and of the reports that copies lend from them."""
    fresh: list[Claim] = []
    gone: list[str] = []
    for change in changes:
        claims, rows = claims_and_rows(change.readout, turn.moment, codebook)
        turn.rows += rows
        gone += record.index.claims_of([change.article])
        fresh += claims
        for copy, kept in _copies(record, change.article):
            gone += record.index.claims_of([copy])
            sentences = by_words(kept.sentences)
            fresh += [c for claim in claims if (c := copied(claim, kept.article, sentences))]
    write_folding(turn, fresh, gone)


def _copies(record: Record[Claim], root: str) -> Iterator[tuple[str, Kept]]:
    from dragoman.lake.ledger import quoted
    from dragoman.record.record import recorded

    newest: dict[str, Kept] = {}
    for commit in record.article_rows(f"copy_of = {quoted(root)}"):
        newest |= {one.readout.article.id: one.kept for one in recorded(commit) if one.kept.coding.codebook is None}
    return iter(newest.items())


