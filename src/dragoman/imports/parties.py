"""Who the sides of an imported event are, by the codebook: states by name or code, organisations, holders of offices in their terms, roles in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from dragoman.codebook.load import PACKAGED, load
from dragoman.codebook.phoenix import ORGANISATIONS, ROLES
from dragoman.codebook.schema import Codebook, Entry
from dragoman.codebook.source import read_yaml
from dragoman.codebook.table import SECTORS
from dragoman.imports.told import Side
from dragoman.model import Party

_BRACKET = re.compile(r"(.+?)\s*\(([^()]+)\)")
# "Police (Australia)": how ICEWS names those who have no name
_WHOLE = frozenset({"name", "body", "holder", "person", "party"})
_STATES = frozenset({"state", "former state", "de facto state"})


@cache
def codebook() -> Codebook:
    """The packaged codebook."""
    return load()


@cache
def _tables() -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
    raw = read_yaml(PACKAGED / "imports.yml")
    return tuple((r["part"], r["sector"]) for r in raw["icews_sectors"]), dict(raw["countries"])


def party(side: Side, day: str) -> Party:
    """A side as a party of ours; what cannot be told stays None.

    Args:
        side: as the dataset has it.
        day: ISO; offices are held for a time.
    """
    return _party(side, day[:7])


@lru_cache(maxsize=200_000)
def _party(side: Side, month: str) -> Party:
    name = side.name or side.country or side.group or ""
    entry = _entry(side.name, month) if side.name else None
    bracket = _BRACKET.fullmatch(side.name or "")
    code = country_code(side.country) or _organisation(side.group) or (entry.code if entry else None)
    code = code or (country_code(bracket[2]) if bracket else None)
    if entry is not None and entry.code != code:
        entry = None  # another of that name: the dataset knows better whose it is
    sector = _sector(side.sectors) or (entry.sector if entry else None) or (_role(bracket[1]) if bracket and code else None)
    person = entry.name if entry and entry.kind in ("holder", "person") else None
    return Party(
        text=name,
        start=None,
        end=None,
        name=entry.name if entry else name,
        code=code,
        sector=sector,
        role=side.title or (entry.role if entry else None) or (bracket[1] if bracket and code else None),
        person=person,
        basis=f"import: codebook {code}" if code else "import: no code known",
    )


@lru_cache(maxsize=5000)
def country_code(told: str | None) -> str | None:
    """ISO 3166-1 alpha-3 of a country's name, or of a code that is one or CAMEO's."""
    if not told:
        return None
    book = codebook()
    code = _tables()[1].get(told, told)
    if code in book.actors:
        return code if book.actors[code].kind in _STATES else None
    found = {e.code for form in _forms(told) for e in book.entries.get(form, ()) if e.kind == "name" and e.owner in _STATES}
    return found.pop() if len(found) == 1 else None


def _forms(name: str) -> Iterator[str]:
    """A country's name as told and in title case: GDELT shouts, ICEWS writes "Occupied Palestinian Territory"."""
    yield name
    if name.isupper():
        yield name.title()


def _organisation(group: str | None) -> str | None:
    found = ORGANISATIONS.get(group or "", group)
    return found if found in codebook().actors else None


def _entry(name: str, month: str) -> Entry | None:
    """What a name stands for at a time, if that is one thing; no surnames alone."""
    found = [
        e
        for form in _forms(name)
        for e in codebook().entries.get(form, ())
        if e.kind in _WHOLE and not e.short and (e.start is None or e.start[:7] <= month) and (e.end is None or month <= e.end[:7])
    ]
    return found[0] if found and len({e.code for e in found}) == 1 else None


def _sector(told: tuple[str, ...]) -> str | None:
    """The PLOVER sector of a dataset's words for it: its own, a CAMEO role, a name of ICEWS."""
    for word in told:
        if word in ROLES:
            return ROLES[word]
        if word in SECTORS:
            return word
    names = [word.lower() for word in told]
    return next((sector for part, sector in _tables()[0] if any(part in name for name in names)), None)


def _role(noun: str) -> str | None:
    """The sector of a role noun: "Police" of "Police (Australia)"."""
    roles = codebook().roles
    word = noun.lower()
    known = roles.get(word) or roles.get(word.split("/")[0].strip()) or roles.get(word.split()[-1])
    return known.sector if known else None
