"""A writer's turn at a record: what each begins and ends with, whoever takes it.

A turn begins with learning what others wrote (:func:`learn_news`) and ends with folding what is new and putting the events that changed into its commit
(:func:`write_folding`); :func:`in_turn` takes turns until nobody came before. Used for ingesting, importing, corrections, takedowns and coding anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from dragoman.errors import RecordBusy
from dragoman.fold.claim import Claim, by_words, claims_of, copied
from dragoman.fold.copies import sketch
from dragoman.fold.days import day_of
from dragoman.fold.incremental import fold_in, learn
from dragoman.fold.keys import WEEK
from dragoman.lake.rows import Row
from dragoman.model import Article, Judgement, Readout
from dragoman.read.address import canonical
from dragoman.record.record import Record, Recorded, Turn, folded, recorded
from dragoman.record.rows import Coding, article_rows, event_row, retired_row

_TRIES = 50
# turns that another machine may come before


@contextmanager
def opened(home: str, *, create: bool = False) -> Iterator[Record[Claim]]:
    """A record to write to, closed at the end."""
    record = Record(home, Claim, create=create)
    try:
        yield record
    finally:
        record.close()


def catch_up(record: Record[Claim]) -> None:
    """Let the index learn what others wrote."""
    with record.turn() as turn:
        learn_news(record, turn)


T = TypeVar("T")


def in_turn(record: Record[Claim], work: Callable[[Turn[Claim]], T]) -> T:
    """Do some work in a turn at the record that knows all that others wrote; again and again while others come first.

    Args:
        record: to write to.
        work: puts rows into the turn; it may be called several times, and only what the last call put there is written.
    """
    for attempt in range(_TRIES):
        try:
            with record.turn() as turn:
                learn_news(record, turn)
                return work(turn)
        except RecordBusy:
            if attempt == _TRIES - 1:
                raise
    raise AssertionError("unreachable")


def write_folding(turn: Turn[Claim], fresh: Sequence[Claim] = (), gone: Sequence[str] = (), touched: Sequence[str] = ()) -> None:
    """Fold in what is new and put the events that changed into the turn."""
    judgements = [_judgement(blob) for blob in turn.index.judgements()]
    folding = fold_in(turn.index, fresh, gone, judgements, touched)
    turn.rows += [event_row(event, turn.moment) for event in folding.events]
    turn.rows += [retired_row(old, successor, turn.moment) for old, successor in folding.retired]


def _judgement(blob: bytes) -> Judgement:
    import msgspec

    return msgspec.json.decode(blob, type=Judgement)


def claims_and_rows(readout: Readout, moment: datetime, codebook: str) -> tuple[list[Claim], list[Row]]:
    """The claims and rows of an article that was coded anew with this version of the codebook."""
    coding = coding_of(readout, codebook)
    return list(claims_of(readout, codebook=coding.codebook, code=coding.code)), list(article_rows(readout, coding, moment))


def coding_of(readout: Readout, codebook: str | None, *, supersedes: str | None = None) -> Coding:
    """How an article was coded, to be kept with it.

    Args:
        readout: of the article.
        codebook: version of the codebook; None if it was not coded.
        supersedes: the article that it replaces.
    """
    return Coding(
        schema=readout.schema,
        codebook=codebook,
        code=code_version(),
        text_hash=hashlib.sha256(readout.article.text.encode()).hexdigest(),
        sentence_hashes={s.id: hashlib.sha256(s.text.encode()).hexdigest()[:16] for s in readout.sentences},
        supersedes=supersedes,
    )


def codebook_version(folder: str | None) -> str:
    """The version of the packaged codebook with a user's folder over it."""
    from dragoman.codebook.load import load

    return load([folder] if folder else []).version


@lru_cache(maxsize=1)
def code_version() -> str:
    """The version of the program."""
    from importlib.metadata import version

    return version("dragoman")


def place_mark(address: str) -> str:
    """What stands for an address on a tombstone, for addresses are made of headlines: a hash of it."""
    return f"at {hashlib.sha256(address.encode()).hexdigest()[:16]}"


def week_of(article: Article) -> int:
    """The week of publication, counted from the year 1; 0 where it is unknown."""
    return (day_of(article.published) or 0) // WEEK


def enter(record: Record[Claim], article: Article, root: str) -> None:
    """Let the index know an article, and that it carries the words of ``root``, itself unless it is a copy."""
    url = canonical(article.url) if article.url else None
    record.index.add_article(article.id, url=url, outlet=article.outlet, root=root, week=week_of(article), runs=sketch(article.text))


def learn_news(record: Record[Claim], turn: Turn[Claim]) -> None:
    """Bring the index up to the ledger: what every turn begins with."""
    for commit in record.news():
        # copies have their claims from their originals
        for one in sorted(recorded(commit), key=lambda one: one.kept.coding.codebook is None):
            _learn_article(record, one)
        for row in commit:
            if row.kind == "judgement":
                record.index.add_judgement(row.id, row.payload.encode())
            elif row.kind == "tombstone":
                _learn_end(record, row)
        events = [r for r in commit if r.kind == "event"]
        made = {e.id: [r.event for r in e.reports] for e in (folded(r) for r in events if r.successor is None)}
        record.index.assign(made, [r.id for r in events if r.successor is not None])
    seen = record.index.seen()
    if seen and turn.moment <= seen:
        from dragoman.lake.rows import now

        turn.moment = now(seen)


def _learn_article(record: Record[Claim], one: Recorded) -> None:
    readout, coding = one.readout, one.kept.coding
    article = readout.article
    if one.copy_of and coding.codebook is None:
        sentences = by_words(readout.sentences)
        claims = [c for claim in record.index.claims_of([one.copy_of]).values() if (c := copied(claim, article, sentences))]
    else:
        claims = list(claims_of(readout, codebook=coding.codebook, code=coding.code))
        claims = [replace(c, report=replace(c.report, copy_of=one.copy_of)) for c in claims] if one.copy_of else claims
    old = record.index.claims_of([article.id])
    if old:
        forget(record, old)
    learn(record.index, claims)
    enter(record, article, one.copy_of or article.id)


def forget(record: Record[Claim], claims: dict[str, Claim]) -> None:
    """Take claims out of the index."""
    from dragoman.fold.keys import keys

    record.index.drop({i: keys(c) for i, c in claims.items()})


def _learn_end(record: Record[Claim], row: Row) -> None:
    forget(record, record.index.claims_of([row.id]))
    if row.type == "superseded" and row.successor:
        record.index.replace_article(row.id, row.successor)
    else:
        record.index.bury(row.id, row.mode)
