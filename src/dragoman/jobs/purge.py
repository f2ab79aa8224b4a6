"""Taking an article out for good, as a publisher or a court may ask: its words leave the ledger's files, the index, and what is derived.

First a commit says that it is gone (a tombstone) and writes the events without it; then the rows that hold its words are deleted, former versions of
those events among
them. Killed between the two, the article is out of every answer but still in files: purging it again finishes the work, and ``dragoman verify`` tells.
What others wrote in the same words is theirs: copies stay, and the first of them is coded in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman import pipeline
from dragoman.errors import RecordError
from dragoman.fold.claim import Claim, by_words, claims_of, copied
from dragoman.lake.ledger import quoted
from dragoman.lake.rows import Row
from dragoman.lake.search import forget
from dragoman.model import Event, Evidence, Readout, Sentence
from dragoman.record.record import Record, Recorded, Turn, derived, recorded
from dragoman.record.rows import Coding, article_rows
from dragoman.settings import Settings
from dragoman.turns import codebook_version, coding_of, in_turn, opened, place_mark, write_folding


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """What a purge did."""

    article: str
    events: int
    # folded events that were written anew or are no more
    heirs: tuple[str, ...]
    # copies that were coded in its place


def purge(home: str, articles: Sequence[str], *, by: str, why: str, settings: Settings) -> list[Purged]:
    """Take articles out for good.

    Args:
        home: the record.
        articles: ids or addresses.
        by: who asks for it.
        why: for what reason; both stay in the record.
        settings: to code copies with.

    Raises:
        RecordError: an article is not in the record; nothing was changed.
    """
    with opened(home) as record:
        ids = in_turn(record, lambda turn: [_known(record, a) for a in articles])
        done = [_purge(record, id, by, why, settings) for id in ids]
        record.index.shred()
    for path in derived(home).glob("serve.duckdb*"):  # what a killed builder left, too
        path.unlink(missing_ok=True)
    forget(derived(home))
    return done


def _known(record: Record[Claim], article: str) -> str:
    from dragoman.read.address import canonical

    id = record.index.at_url(canonical(article)) or article
    if not record.index.knows(id):
        raise RecordError(record.home, f"there is no article {article}", "give its id (dragoman search, dragoman article) or its address")
    return id


def _purge(record: Record[Claim], id: str, by: str, why: str, settings: Settings) -> Purged:
    heirs = _heirs(record, id, settings)
    done = in_turn(record, lambda turn: _bury(record, turn, id, f"{why} ({by})", heirs))
    own = f"article = {quoted(id)} and kind <> 'tombstone'"
    versions = f"kind = 'event' and array_has(articles, {quoted(id)})"
    record.ledger.erase(f"({own}) or ({versions})")
    return done


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heirs:
    """Who carried the words of an article: the first one, coded in its place, and the others."""

    first: Readout | None = None
    coding: Coding | None = None
    others: tuple[Recorded, ...] = ()


def _heirs(record: Record[Claim], id: str, settings: Settings) -> _Heirs:
    newest = {one.readout.article.id: one for commit in record.article_rows(f"copy_of = {quoted(id)}") for one in recorded(commit)}
    copies = sorted((c for c in newest.values() if c.kept.coding.codebook is None), key=lambda c: (c.moment, c.readout.article.id))
    if not copies:
        return _Heirs()
    first, *others = copies
    if first.kept.coding.with_text:
        (coded,) = pipeline.code_articles([first.readout.article], settings)
        coding = coding_of(coded, codebook_version(settings.codebook))
    else:
        coded, versions = _lent(record, first.readout)
        coding = replace(first.kept.coding, codebook=versions)
    return _Heirs(first=coded, coding=coding, others=tuple(others))


def _lent(record: Record[Claim], copy: Readout) -> tuple[Readout, str]:
    """A copy whose text was not kept, with the events that it had from its original, in its own places; and the codebook that coded them."""
    claims = record.index.claims_of([copy.article.id]).values()
    sentences = {s.text: s for s in copy.sentences}
    events = [(sentences[c.report.sentence], c) for c in claims if c.report.sentence in sentences]
    placed = tuple(_placed(c, s) for s, c in sorted(events, key=lambda e: (e[0].start, e[1].id)))
    return replace(copy, events=placed, notes=()), next((c.report.codebook for c in claims if c.report.codebook), "unknown")


def _placed(claim: Claim, sentence: Sentence) -> Event:
    start, end = claim.report.start or sentence.start, claim.report.end or sentence.end
    words = sentence.text[start - sentence.start : end - sentence.start]
    return replace(claim.event, sentence=sentence.id, evidence=Evidence(start=start, end=end, text=words))


def _bury(record: Record[Claim], turn: Turn[Claim], id: str, why: str, heirs: _Heirs) -> Purged:
    gone = [*record.index.claims_of([id])]
    events = set(record.index.events_of(gone).values())
    fresh: list[Claim] = []
    if heirs.first is not None and heirs.coding is not None:
        gone += record.index.claims_of([heirs.first.article.id])
        fresh = [*claims_of(heirs.first, codebook=heirs.coding.codebook, code=heirs.coding.code)]
        turn.rows += article_rows(heirs.first, heirs.coding, turn.moment)
        for one in heirs.others:
            article = one.readout.article
            gone += record.index.claims_of([article.id])
            sentences = by_words(one.readout.sentences)
            fresh += [c for claim in fresh if claim.report.article == heirs.first.article.id and (c := copied(claim, article, sentences))]
            turn.rows += article_rows(one.readout, one.kept.coding, turn.moment, copy_of=heirs.first.article.id)
    address = record.index.address(id)
    place = place_mark(address) if address else None
    record.index.bury(id, place)
    turn.rows.append(Row(kind="tombstone", id=id, recorded_at=turn.moment, type="purged", mode=place, article=id, text=why, successor="-"))
    write_folding(turn, fresh, gone)
    return Purged(article=id, events=len(events), heirs=(heirs.first.article.id,) if heirs.first else ())
