"""Which of several entries of one name is meant: by date, by a country or title beside it, by whom the article has named.

A name is left open (None) where two could be meant and nothing tells them apart: a wrong party is worse than an unknown one. Rules, in order:
what holds at the article's date; a title asks for a person; a country in the phrase; the file that owns the code before a state file that lists
the same thing as a body; what the article has named before; for people, the only head of state or government of that name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from dragoman.code.names import Hit, valid
from dragoman.code.party_mention import PERSON_KINDS
from dragoman.code.party_rulers import at_its_time
from dragoman.codebook.actors import plain
from dragoman.codebook.schema import Codebook, Entry
from dragoman.engine.parse import Parse

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_ORDER = ("name", "capital", "seat", "body", "demonym", "party", "holder", "person")
_RANK = {"head": 0, "minister": 1}
_REPORTING = frozenset("report quote cite carry publish broadcast say add tell".split())
_WHY = {
    "name": "the file that owns the code goes before bodies and people of that name",
    "capital": "a capital goes before other uses",
    "seat": "what an organisation's seat does is told of the organisation",
    "holder": "the only head of state or government of that name",
}
_YEAR = re.compile(r"(?<![\d-])(19[4-9]\d|20[0-4]\d)(?![\d-])")
_ON_STAGE = ("name", "capital", "seat", "body", "demonym", "party")


def choose(r: Resolver, hit: Hit, near: Collection[str] = (), title: str = "") -> Entry | None:
    """The entry that a name stands for here.

    Args:
        r: at the sentence.
        hit: the name with all its entries.
        near: codes of countries named in the same phrase.
        title: the title before the name, in lower case; empty if none.
    """
    entries = hit.entries
    if len(entries) == 1:
        return AMERICAN_GEORGIA if entries[0].code == "GEO" and is_american_georgia(r, hit) else entries[0]
    pool = at_its_time(r, hit, at_date(entries, r.date))
    if title and any(e.kind in PERSON_KINDS for e in entries):
        pool = [e for e in pool if e.kind in PERSON_KINDS] or [e for e in entries if e.kind in PERSON_KINDS]
    if near:
        pool = [e for e in pool if e.code in near or r.country_of(e.code) in near] or pool
    if len({e.code for e in pool}) == 1:
        return best(pool, r.date)
    named = [e for e in pool if e.kind in _ON_STAGE]
    if named:
        return _named(r, hit, named)
    return _person(r, pool, title)


def bare(codebook: Codebook, name: str, entries: Sequence[Entry], date: str | None) -> tuple[Entry | None, str]:
    """Whom a name stands for where nothing around it tells, and why: for those who ask the codebook itself."""
    from dragoman.code.parties import Resolver

    resolver = Resolver(codebook, date)
    resolver.text = name
    resolver.parse = Parse([], 0, len(name))
    entry = choose(resolver, Hit(0, len(name), tuple(entries)))
    if entry is None:
        return None, "several are meant by this name: the country, the title or the other names in an article decide; else it is left open"
    codes = {e.code for e in entries}
    if len(codes) == 1:
        return entry, f"all of {entry.code}: the name, the highest office, the latest holder goes first"
    return entry, f"{entry.code} unless the article tells otherwise: {_WHY.get(entry.kind, 'the only one of that rank')}"


def at_date(entries: Sequence[Entry], date: str | None) -> list[Entry]:
    """The entries that hold at a date; without a date, those that have not ended; all where none does."""
    if date is None:
        held = [e for e in entries if e.sector != "ELI"] or list(entries)
        return [e for e in held if e.end is None] or held
    return [e for e in entries if valid(e, date)] or list(entries)


def best(pool: Sequence[Entry], date: str | None) -> Entry:
    """Of several entries of one code: names before offices, high offices before low ones, what holds before what held, the latest first."""

    def key(e: Entry) -> tuple[object, ...]:
        ahead = bool(date and e.start and e.start[: len(date)] > date)
        holds = valid(e, date) and (date is not None or e.end is None)
        return (e.kind not in ("name", "capital"), ahead, not holds, _RANK.get(e.level or "", 2) if holds else 0, e.start is None, -_year(e.start))

    return min(pool, key=key)


def _named(r: Resolver, hit: Hit, pool: list[Entry]) -> Entry | None:
    codes = {e.code for e in pool}
    if len(codes) == 1:
        return best(pool, r.date)
    seats = [e for e in pool if e.kind == "seat" and e.owner == "organisation"]
    if seats and all(e.kind in ("capital", "seat") for e in pool):
        # Brussels: what an organisation's seat does is told of the organisation, not of its host, unless the article is about the host
        hosts = [e for e in pool if e.kind == "capital"]
        return hosts[0] if hosts and hosts[0].code in r.seen and seats[0].code not in r.seen else seats[0]
    owners = [e for e in pool if e.kind == "name"]
    doubtful = r.slice(hit.start, hit.end).isupper()
    if len({e.code for e in owners}) == 1 and (not doubtful or all(e in owners or _same_thing(r, e, owners[0]) for e in pool)):
        return owners[0]
    about = r.seen | r.beside
    known = [e for e in pool if e.code in about or r.country_of(e.code) in about]
    if len({e.code for e in known}) == 1:
        return best(known, r.date)
    outlets = [e for e in owners if e.owner == "media"]
    if outlets and any(t.head.lemma in _REPORTING or t.head.lower in ("to", "by") for t in r.parse.at(hit.start, hit.end)):
        return outlets[0]
    if all(e.kind in ("name", "body", "party") for e in pool):
        return None
    # "Congolese" alone is of the larger Congo, whose code happens to come first
    return min(pool, key=lambda e: (_ORDER.index(e.kind), e.code))


def _same_thing(r: Resolver, entry: Entry, owner: Entry) -> bool:
    """Whether a body or party of a state file is what the owner's own file names: it is of that state, or they share the full name."""
    return r.country_of(owner.code) == entry.code or any(e.code == owner.code and e.kind == "name" for e in r.codebook.entries.get(entry.name, ()))


def _person(r: Resolver, pool: list[Entry], title: str) -> Entry | None:
    if len({plain(e.name) for e in pool}) == 1:
        return best(pool, r.date)
    if title:
        last = title.split(" ")[-1]
        pool = [e for e in pool if last in (e.role or "").lower()] or pool
    codes = {e.code for e in pool}
    if len(codes) > 1:
        known = [e for e in pool if e.code in r.seen]
        pool = known if len({e.code for e in known}) == 1 else pool
        codes = {e.code for e in pool}
    if len(codes) == 1:
        return best(pool, r.date)
    heads = [e for e in pool if e.level == "head" and (r.date is None or valid(e, r.date))]
    return best(heads, r.date) if len({e.code for e in heads}) == 1 else None


AMERICAN_GEORGIA = Entry(code="USA", kind="name", owner="state", name="Georgia (US state)", sector="GOV")
_AMERICAN = frozenset(
    """atlanta savannah augusta governor gov. republican republicans democrat democrats democratic sheriff county runoff bulldogs alabama tennessee
    florida carolina texas ohio michigan pennsylvania arizona nevada wisconsin peach peaches interstate swing electors midterm senator
    congressman mississippi louisiana kentucky virginia maryland missouri oklahoma california oregon minnesota iowa kansas""".split()
)
_CAUCASIAN = frozenset("tbilisi russia russian caucasus abkhazia ossetia moscow nato armenia azerbaijan eu ukraine moldova batumi gori".split())


def is_american_georgia(r: Resolver, hit: Hit) -> bool:
    """Whether Georgia is the American state here: words of American politics or another state of the Union in the sentence, and no Tbilisi."""
    if r.slice(hit.start, hit.end) != "Georgia" or "GEO" in r.seen:
        return False
    words = r.parse.words
    return bool(words & _AMERICAN) and not words & _CAUCASIAN


def told_years(text: str) -> tuple[str, ...]:
    """The years that a sentence names: an office held in one of them was held when what it tells happened."""
    return tuple(_YEAR.findall(text))


def held_in(entry: Entry, years: Collection[str]) -> bool:
    """Whether an office was held in one of these years."""
    return any(valid(entry, year) for year in years)


def _year(date: str | None) -> int:
    return int((date or "0")[:4] or 0)
