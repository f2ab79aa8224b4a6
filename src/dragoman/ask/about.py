"""What is in a record: how much of what, of which days, from whom, coded by which codebooks, and how large it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.lake.ledger import Ledger
from dragoman.lake.serving import Serving

_MOST = 10
# outlets and parties named
_PARTIES = "select unnest(list_distinct(list_concat(actors, recipients))) as party from events"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """Articles coded by one version of the codebook and of the program."""

    codebook: str
    code: str
    articles: int
    first: str
    last: str
    # when the first and last of them were recorded, ISO 8601


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A record in figures; all of what holds at the moment asked for."""

    home: str
    commits: int
    recorded: tuple[str, str] | None
    # the first and last commit, ISO 8601, UTC
    articles: int
    copies: int
    # of these, articles that carry the words of others
    former: int
    # versions of articles that newer ones took the place of; not among `articles`
    removed: int
    # articles taken out for good
    published: tuple[str, str] | None
    # first and last day
    days: int
    # days with articles
    outlets: tuple[tuple[str, int], ...]
    # those with most articles
    outlets_in_all: int
    events: int
    tellings: int
    # articles that tell of an event, added up over events
    confirmed: int
    # events of two or more independent origins
    disputed: int
    types: tuple[tuple[str, int], ...]
    # events by PLOVER type, most first
    statuses: tuple[tuple[str, int], ...]
    parties: tuple[tuple[str, int], ...]
    # those in most events
    statements: int
    meetings: int
    positions: int
    ties: int
    judgements: int
    coded: tuple[Coded, ...]
    bytes_of_ledger: int
    bytes_derived: int
    # of files that can be thrown away and are built again


def about(record: Serving, home: str, where: Path) -> About:
    """Count what is in a record.

    Args:
        record: to ask.
        home: its folder or address.
        where: the folder of what is derived from it.
    """
    tables = ("articles", "events", "statements", "meetings", "positions", "ties", "judgements")
    counts = {table: _one(record, f"select count(*) from {table}") for table in tables}
    first, last, days = record.ask("select min(day)::varchar, max(day)::varchar, count(distinct day) from articles")[0]
    begun, ended = record.ask(
        "select min(recorded_at), max(recorded_at) from (select recorded_at from article_versions union all select recorded_at from event_versions)"
    )[0]
    outlets = _ranked(record, "select outlet, count(*) from articles where outlet is not null group by 1")
    ledger = Ledger.open(home)
    return About(
        home=home,
        commits=ledger.version,
        recorded=(_stamp(begun), _stamp(ended)) if begun else None,
        copies=_one(record, "select count(*) from articles where copy_of is not null"),
        former=_one(record, "select count(distinct id) from tombstones where type = 'superseded'"),
        removed=_one(record, "select count(distinct id) from tombstones where type <> 'superseded'"),
        published=(first, last) if first else None,
        days=days,
        outlets=outlets[:_MOST],
        outlets_in_all=len(outlets),
        tellings=_one(record, "select coalesce(sum(len(articles)), 0) from events"),
        confirmed=_one(record, "select count(*) from events where origins > 1"),
        disputed=_one(record, "select count(*) from events where not contains(payload, '\"disputed\":[]')"),
        types=_ranked(record, "select type, count(*) from events group by 1"),
        statuses=_ranked(record, "select status, count(*) from events group by 1"),
        parties=_ranked(record, f"select party, count(*) from ({_PARTIES}) group by 1")[:_MOST],
        coded=tuple(_coded(record)),
        bytes_of_ledger=ledger.size(),
        bytes_derived=sum(path.stat().st_size for path in where.rglob("*") if path.is_file()) if where.is_dir() else 0,
        **counts,
    )


def _one(record: Serving, sql: str) -> int:
    return int(record.ask(sql)[0][0])


def _ranked(record: Serving, sql: str) -> tuple[tuple[str, int], ...]:
    return tuple(record.ask(f"{sql} order by 2 desc, 1"))


def _coded(record: Serving) -> list[Coded]:
    version = "payload ->> '$.coding.codebook'"
    rows: list[tuple[Any, ...]] = record.ask(
        f"select {version}, payload ->> '$.coding.code', count(*), min(recorded_at), max(recorded_at) from articles where {version} is not null"
        " group by 1, 2 order by 4"
    )
    return [Coded(codebook=book, code=code, articles=n, first=_stamp(first), last=_stamp(last)) for book, code, n, first, last in rows]


def _stamp(moment: Any) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
