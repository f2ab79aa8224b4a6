"""The road with a record at its end: what is read and coded is folded into what is known, and written.

    inputs --read--> Article --known? copy?--> --code--> Readout --fold--> events --record--> one commit a batch

Idempotent: an article that is recorded is passed over before it is coded, so a run that was killed is simply run again. An address that says something new
supersedes what it said before; a text that others carry is linked to where it was coded, and not coded again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from dragoman import pipeline
from dragoman.errors import InputError, RecordBusy
from dragoman.fold.claim import Claim, by_words, claims_of, copied
from dragoman.fold.copies import sketch, verdict
from dragoman.fold.days import day_of
from dragoman.fold.incremental import fold_in, learn
from dragoman.fold.keys import WEEK
from dragoman.lake.rows import Row
from dragoman.model import SCHEMA, Article, Judgement, Note, Readout, Sentence
from dragoman.read.address import canonical
from dragoman.record.record import Record, Recorded, Turn, folded, recorded
from dragoman.record.rows import Coding, article_rows, event_row, retired_row
from dragoman.record.slim import slim
from dragoman.settings import Settings

BATCH = 40_000
# characters coded and committed together: some 15 articles, a second's work that a kill may cost, beside which a commit's few milliseconds do not count
_TRIES = 50
# turns that another machine may come before


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What became of one article."""

    input: str
    article: str
    # its id
    outcome: str
    # recorded | known | copy | update | removed (was taken out for good, and stays out)
    of: str | None = None
    # the article that it is a copy or an update of
    events: int = 0
    # coded in it
    characters: int = 0
    # of its text


Result = Ingested | InputError


def ingest(
    inputs: Sequence[str], home: str, settings: Settings, *, with_text: bool = True, stdin: Callable[[], bytes] | None = None, batch: int = BATCH
) -> Iterator[Result]:
    """Read, code, fold and record.

    Args:
        inputs: as for ``pipeline.read``.
        home: folder or address of the record; made where there is none.
        settings: what holds for this run.
        with_text: False keeps offsets, hashes and the sentences that records rest on, but not the articles.
        stdin: gives the bytes of standard input.
        batch: characters between two commits.

    Yields:
        What became of each article once it is safely written, and an error for each input that cannot be read, in order.

    Raises:
        RecordError: the record cannot be written; what was yielded is in it, the rest is not.
    """
    from dragoman.read import read_inputs

    articles = read_inputs(inputs, stdin=stdin, settings=settings.fetch)
    yield from ingest_articles(articles, home, settings, with_text=with_text, batch=batch)


def ingest_articles(items: Iterable[Article | InputError], home: str, settings: Settings, *, with_text: bool = True, batch: int = BATCH) -> Iterator[Result]:
    """The same for articles that were read already."""
    with recording(home, settings, with_text=with_text, batch=batch) as take:
        yield from take(items, {})


Take = Callable[[Iterable[Article | InputError], Mapping[str, tuple[Note, ...]]], Iterator[Result]]


@contextmanager
def recording(home: str, settings: Settings, *, with_text: bool = True, batch: int = BATCH) -> Iterator[Take]:
    """A record held open for articles that come now and then; the language engine is loaded with the first one that must be coded.

    What it gives takes articles, and notes on them by their ids, and yields what became of each once it is safely written.
    """
    with opened(home, create=True) as record, pipeline.workers(settings) as coded:
        catch_up(record)

        def take(items: Iterable[Article | InputError], notes: Mapping[str, tuple[Note, ...]]) -> Iterator[Result]:
            codebook = codebook_version(settings.codebook)
            for group in coded(_unknown(record, pipeline.batches(iter(items), batch))):
                yield from record_results(record, [_noted(one, notes) for one in group], codebook=codebook, with_text=with_text)

        yield take


def _noted(result: Readout | InputError, notes: Mapping[str, tuple[Note, ...]]) -> Readout | InputError:
    more = notes.get(result.article.id, ()) if isinstance(result, Readout) else ()
    return replace(result, notes=(*more, *result.notes)) if isinstance(result, Readout) and more else result


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


def record_results(
    record: Record[Claim], results: Sequence[Readout | InputError], *, codebook: str, with_text: bool = True
) -> list[Result]:
    """Write a batch in one commit, again and again while others come first.

    Args:
        record: to write to.
        results: readouts, and errors, which are passed on.
        codebook: the version of the codebook that they were coded with.
        with_text: see :func:`ingest`.

    Raises:
        RecordError: it cannot be written; nothing of the batch was.
    """
    return in_turn(record, lambda turn: _put(record, turn, results, codebook, with_text))


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


# -- before coding -------------------------------------------------------------------------------------------------------------------------


def _unknown(record: Record[Claim], groups: Iterable[list[pipeline.Item]]) -> Iterator[list[pipeline.Item]]:
    """What needs no coding as readouts without events: known articles and copies. The turn judges them again."""
    for group in groups:
        yield [_bare(item) if isinstance(item, Article) and not _is_new(record, item) else item for item in group]


def _is_new(record: Record[Claim], article: Article) -> bool:
    if record.index.knows(article.id) or _is_out(record, article):
        return False
    # what an address says anew is much like what it said before, and yet no copy of it
    updates = article.url is not None and record.index.at_url(canonical(article.url)) is not None
    return updates or _original(record, article)[0] not in ("same", "copy")


def _bare(article: Article) -> Readout:
    """A readout of an article that is not coded: its sentences alone."""
    from dragoman.engine.sentences import split

    spans = [(block, a, b) for block in article.blocks for a, b in split(article.text, block.start, block.end)]
    sentences = tuple(
        Sentence(id=f"s{n}", part=block.part, paragraph=block.paragraph, text=article.text[a:b], start=a, end=b) for n, (block, a, b) in enumerate(spans, 1)
    )
    return _uncoded(article, sentences)


def _uncoded(article: Article, sentences: tuple[Sentence, ...]) -> Readout:
    return Readout(
        schema=SCHEMA, article=article, sentences=sentences, events=(), statements=(), quotes=(), meetings=(), positions=(), ties=(), notes=(UNCODED,)
    )


UNCODED = Note(stage="record", kind="copy", message="not coded: it carries the words of an article that was", sentence=None)


def _original(record: Record[Claim], article: Article) -> tuple[str | None, str | None]:
    """(what it is to a known article, the id of that article's original)."""
    runs = sketch(article.text)
    week = _week(article)
    near = record.index.alike({week - 1, week, week + 1, 0} if week else {0}, runs)
    for id, root, outlet, shared, size in near:
        found = verdict(shared, len(runs), size)
        if found == "same" and outlet != article.outlet:
            found = "copy"
        if found and id != article.id:
            return found, root
    return None, None


def _is_out(record: Record[Claim], article: Article) -> bool:
    """Whether it was taken out for good, or comes from where something was: a page that is touched up is still that page."""
    return record.index.is_buried(article.id) or bool(article.url and record.index.is_buried(place_mark(canonical(article.url))))


def place_mark(address: str) -> str:
    """What stands for an address on a tombstone, for addresses are made of headlines: a hash of it."""
    return f"at {hashlib.sha256(address.encode()).hexdigest()[:16]}"


def _week(article: Article) -> int:
    return (day_of(article.published) or 0) // WEEK


# -- the turn ------------------------------------------------------------------------------------------------------------------------------


def _put(record: Record[Claim], turn: Turn[Claim], results: Sequence[Readout | InputError], codebook: str, with_text: bool) -> list[Result]:
    out: list[Result] = []
    fresh: list[Claim] = []
    gone: list[str] = []
    for result in results:
        if isinstance(result, InputError):
            out.append(result)
            continue
        done, claims, lost = _take(record, turn, result, fresh, codebook, with_text)
        out.append(done)
        if done.outcome == "update":  # its former version may be in the same batch
            fresh = [c for c in fresh if c.report.article != done.of]
        fresh += claims
        gone += lost
    write_folding(turn, fresh, gone)
    return out


def _take(
    record: Record[Claim], turn: Turn[Claim], readout: Readout, earlier: Sequence[Claim], codebook: str, with_text: bool
) -> tuple[Ingested, list[Claim], list[str]]:
    """Put one article into the turn: (what became of it, its claims, the claims that hold no more)."""
    article = readout.article
    if record.index.knows(article.id) or _is_out(record, article):
        outcome = "removed" if _is_out(record, article) else "known"
        return Ingested(input=article.input, article=article.id, outcome=outcome, characters=len(article.text)), [], []
    former = record.index.at_url(canonical(article.url)) if article.url else None
    kind, root = ("update", former) if former else _original(record, article)
    if kind == "copy" and root is not None:
        found = record.index.claims_of([root])
        found |= {c.id: c for c in earlier if c.report.article == root}
        sentences = by_words(readout.sentences)
        claims = [c for claim in found.values() if (c := copied(claim, article, sentences))]
    elif kind == "same":
        claims = []
    else:
        claims = list(claims_of(readout, codebook=codebook, code=code_version()))
        if kind == "carries":
            claims = [replace(c, report=replace(c.report, copy_of=root)) for c in claims]
    uncoded = kind in ("copy", "same")
    if uncoded:  # it was coded where its original came in only just before it
        readout = _uncoded(article, readout.sentences)
    coding = coding_of(readout, None if uncoded else codebook, supersedes=former)
    kept, coding = slim(readout, coding, keep={c.report.sentence for c in claims}) if not with_text else (readout, coding)
    turn.rows += article_rows(kept, coding, turn.moment, copy_of=None if kind == "update" else root)
    _index(record, article, root if kind in ("copy", "carries") and root else article.id)
    lost: list[str] = []
    if former:
        lost = [*record.index.claims_of([former])]
        record.index.replace_article(former, article.id)
        turn.rows.append(Row(kind="tombstone", id=former, recorded_at=turn.moment, type="superseded", successor=article.id, article=former))
    outcome = {"same": "known", "copy": "copy", "update": "update"}.get(kind or "", "recorded")
    done = Ingested(
        input=article.input, article=article.id, outcome=outcome, of=root, events=len(readout.events), characters=len(article.text)
    )
    return done, claims, lost


def claims_and_rows(readout: Readout, moment: datetime, codebook: str) -> tuple[list[Claim], list[Row]]:
    """The claims and rows of an article that was coded anew with this version of the codebook."""
    coding = coding_of(readout, codebook)
    return list(claims_of(readout, codebook=coding.codebook, code=coding.code)), list(article_rows(readout, coding, moment))


def _index(record: Record[Claim], article: Article, root: str) -> None:
    url = canonical(article.url) if article.url else None
    record.index.add_article(article.id, url=url, outlet=article.outlet, root=root, week=_week(article), runs=sketch(article.text))


def write_folding(turn: Turn[Claim], fresh: Sequence[Claim] = (), gone: Sequence[str] = (), touched: Sequence[str] = ()) -> None:
    """Fold in what is new and put the events that changed into the turn."""
    judgements = [_judgement(blob) for blob in turn.index.judgements()]
    folding = fold_in(turn.index, fresh, gone, judgements, touched)
    turn.rows += [event_row(event, turn.moment) for event in folding.events]
    turn.rows += [retired_row(old, successor, turn.moment) for old, successor in folding.retired]


def _judgement(blob: bytes) -> Judgement:
    import msgspec

    return msgspec.json.decode(blob, type=Judgement)


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


# -- learning what others wrote ------------------------------------------------------------------------------------------------------------


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
    _index(record, article, one.copy_of or article.id)


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
