"""The road with a record at its end: what is read and coded is folded into what is known, and written.

    inputs --read--> Article --known? copy?--> --code--> Readout --fold--> events --record--> one commit a batch

Idempotent: an article that is recorded is passed over before it is coded, so a run that was killed is simply run again. An address that says something new
supersedes what it said before; a text that others carry is linked to where it was coded, and not coded again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from dragoman import pipeline
from dragoman.errors import InputError
from dragoman.fold.claim import Claim, by_words, claims_of, copied
from dragoman.fold.copies import sketch, verdict
from dragoman.lake.rows import Row
from dragoman.model import SCHEMA, Article, Note, Readout, Sentence
from dragoman.read.address import canonical
from dragoman.record.record import Record, Turn
from dragoman.record.rows import article_rows
from dragoman.record.slim import slim
from dragoman.settings import Settings
from dragoman.turns import (
    catch_up,
    code_version,
    codebook_version,
    coding_of,
    enter,
    in_turn,
    opened,
    place_mark,
    week_of,
    write_folding,
)

BATCH = 40_000
# characters coded and committed together: some 15 articles, a second's work that a kill may cost, beside which a commit's few milliseconds do not count


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
    week = week_of(article)
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
    enter(record, article, root if kind in ("copy", "carries") and root else article.id)
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
