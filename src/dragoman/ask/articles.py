"""Articles as they were recorded: found by id, address or path, with their copies and versions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.ask.filters import Filter
from dragoman.ask.rows import EVERYTHING, picked
from dragoman.errors import NotRecorded
from dragoman.lake.serving import Serving

_FEWEST = 4
# letters of an id that may stand for all of it
CODED = ("report", "statement", "meeting", "position", "tie")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An article in one line."""

    id: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    recorded_at: str
    # ISO 8601, UTC
    copy_of: str | None = None
    # the article whose words it carries


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An article as its rows stand in the record; payloads are JSON."""

    known: Known
    payload: str
    coded: dict[str, tuple[str, ...]]
    # payloads by kind, for `CODED`
    original: Known | None
    # the article whose words it carries, whole or in part
    copies: tuple[Known, ...]
    # those that carry its words
    versions: tuple[Known, ...]
    # what its address said before and after, oldest first, itself among them; empty where it never changed


_COLUMNS = ("id", "outlet", "published", "text", "url", "recorded_at", "copy_of")


def articles(
    record: Serving, chosen: Filter = EVERYTHING, *, limit: int | None = None, newest: bool = False
) -> Iterator[Known]:
    """Articles by the day of their publication."""
    return map(_known, picked(record, "articles", _COLUMNS, chosen, limit=limit, newest=newest))


def article(record: Serving, what: str, address: Callable[[str], str] = str) -> Stored:
    """An article, also one that a newer version took the place of.

    Args:
        record: to ask.
        what: its id, or the first letters of it; its address; the path that it was read from.
        address: the form in which two addresses of one page are the same.

    Raises:
        NotRecorded: there is none, it was taken out for good, or several fit.
    """
    id = _meant(record, what, address)
    rows = record.ask(
        f"select {', '.join(_COLUMNS)}, payload from article_versions where id = ? order by recorded_at desc limit 1",
        [id],
    )
    if not rows:
        raise _gone(record, id)
    *columns, payload = rows[0]
    known = _known(columns)
    moment = columns[_COLUMNS.index("recorded_at")]
    coded = {
        kind: tuple(
            p
            for (p,) in record.ask(
                f"select payload from {kind}_versions where article = ? and recorded_at = ? order by length(id), id", [id, moment]
            )
        )
        for kind in CODED
    }
    return Stored(
        known=known,
        payload=payload,
        coded=coded,
        original=next(iter(_of(record, [known.copy_of])), None) if known.copy_of else None,
        copies=tuple(_of(record, _ids(record, "select id from articles where copy_of = ?", id))),
        versions=_versions(record, id),
    )


def _meant(record: Serving, what: str, address: Callable[[str], str]) -> str:
    known = record.ask(
        "select id from article_versions where id = ? union select id from tombstones where id = ?", [what, what]
    )
    if known:
        return what
    if at := _at(record, what, address):
        return at
    near = (
        _ids(record, "select distinct id from article_versions where starts_with(id, ?) limit 6", what)
        if len(what) >= _FEWEST
        else []
    )
    near = near or _read_from(record, what)
    if len(near) == 1:
        return near[0]
    if near:
        raise NotRecorded("article", what, f"several fit: {', '.join(sorted(near))}", "give one of these ids")
    raise NotRecorded(
        "article",
        what,
        "there is none in this record",
        "give an id, an address, or the path that it was read from; dragoman search finds words",
    )


def _at(record: Serving, what: str, address: Callable[[str], str]) -> str | None:
    """The newest article at an address."""
    wanted = address(what)
    rows = record.ask("select id, url from article_versions where url is not null order by recorded_at desc")
    return next((id for id, url in rows if url == what or address(url) == wanted), None)


def _read_from(record: Serving, path: str) -> list[str]:
    """Articles by the input that they came from, as it was given or by the last parts of its path; the newest versions only."""
    inputs = "select id, json_extract_string(payload, '$.article.input') as input from articles"
    return _ids(record, f"select id from ({inputs}) where input = ? or ends_with(input, ?)", path, f"/{path}")


def _ids(record: Serving, sql: str, *values: str) -> list[str]:
    return [id for (id,) in record.ask(sql, values)]


def _of(record: Serving, ids: Sequence[str | None]) -> list[Known]:
    rows = record.ask(
        f"select {', '.join(_COLUMNS)} from article_versions where list_contains(?, id)"
        " qualify row_number() over (partition by id order by recorded_at desc) = 1 order by recorded_at, id",
        [list(ids)],
    )
    return [_known(row) for row in rows]


def _versions(record: Serving, id: str) -> tuple[Known, ...]:
    """What one address said, over time."""
    pairs = record.ask("select id, successor from tombstones where type = 'superseded' and successor is not null")
    after, before = dict(pairs), {new: old for old, new in pairs}
    chain = [id]
    while chain[0] in before:
        chain.insert(0, before[chain[0]])
    while chain[-1] in after:
        chain.append(after[chain[-1]])
    return tuple(_of(record, chain)) if len(chain) > 1 else ()


def _gone(record: Serving, id: str) -> NotRecorded:
    told = record.ask("select recorded_at, text from tombstones where id = ? order by recorded_at desc limit 1", [id])
    when = f"on {told[0][0]:%Y-%m-%d}" if told else "some time ago"
    why = f" ({told[0][1]})" if told and told[0][1] else ""
    return NotRecorded(
        "article", id, f"it was taken out for good {when}{why}", "its words are no more; read it where it was published"
    )


def _known(row: Sequence[Any]) -> Known:
    id, outlet, published, title, url, recorded_at, copy_of = row
    return Known(
        id=id,
        outlet=outlet,
        published=published,
        title=title,
        url=url,
        recorded_at=f"{recorded_at:%Y-%m-%dT%H:%M:%S.%fZ}",
        copy_of=copy_of,
    )
