"""Actors from ``actors/*.yml``: names, demonyms, seats, bodies, offices and their holders, as entries by surface form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.codebook.schema import Actor, Entry
from dragoman.codebook.source import files, read_yaml, refuse_unknown, strings
from dragoman.codebook.table import read_table
from dragoman.errors import CodebookError

_KEYS = frozenset(
    """code kind sector name names demonyms capital seats ids from to successor predecessor region source bodies parties people offices members
    cases country state_media nouns mission_of founded note""".split()
)


def plain(text: str) -> str:
    """The text with diacritics and curly marks taken off letter by letter, so that its length and all offsets stay."""
    return text.translate(_Plain())


class _Plain(dict[int, int]):
    """A translation table that fills itself: each letter to its base letter where that is one letter."""

    def __missing__(self, key: int) -> int:
        char = _SPECIAL.get(chr(key))
        if char is None:
            base = unicodedata.normalize("NFD", chr(key))[0] if key > 127 else chr(key)
            char = base
        self[key] = ord(char)
        return self[key]


_SPECIAL = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " ", "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D"}


def _spans(value: Any) -> Iterator[tuple[str, str | None, str | None]]:
    """(name, from, to) of a scalar, a list of scalars, or a list of mappings with name/text, from, to."""
    items = value if isinstance(value, list) else [value] if value else []
    for item in items:
        if isinstance(item, dict):
            yield item.get("text") or item["name"], item.get("from"), item.get("to")
        else:
            yield str(item), None, None


def _holder_forms(full: str, names: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """(form, is it a short one) of a person: the full name, the given forms; a one-word form is short."""
    for form in dict.fromkeys((full, *names)):
        yield form, " " not in form.strip() and form != full or " " not in form.strip()


class _Builder:
    """Collects the entries of one file."""

    def __init__(self, raw: dict[str, Any], path: Path) -> None:
        self.raw = raw
        self.path = path
        self.code: str = raw["code"]
        self.kind: str = raw["kind"]
        self.out: list[tuple[str, Entry]] = []

    def add(self, form: str, kind: str, name: str, **more: Any) -> None:
        entry = Entry(code=self.code, kind=kind, owner=self.kind, name=name, **more)
        for f in dict.fromkeys((form, plain(form))):
            self.out.append((f, entry))

    def names(self) -> None:
        raw, sector = self.raw, self.raw.get("sector")
        name = raw["name"]
        start, end = raw.get("from"), raw.get("to")
        ends = (start, end) if self.kind == "former state" else (None, None)
        # a group that came to rule hands its name on to the state ("the Taliban" since August 2021)
        handed_on = end if self.kind == "group" and raw.get("successor") else None
        self.add(name, "name", name, sector=sector, start=ends[0], end=handed_on)
        if self.kind in ("organisation", "group", "ngo", "media", "company"):
            # an organisation's code is its usual short name
            self.add(self.code, "name", name, sector=sector, end=handed_on)
        for form, a, _ in _spans(raw.get("names")):
            # a former name stays readable after its end: news goes on telling of Burma and Zaire
            self.add(form, "name", name, sector=sector, start=a, end=handed_on)
        for form, _, _ in _spans(raw.get("demonyms")):
            self.add(form, "demonym", name, sector=sector)
        for form, a, b in _spans(raw.get("capital")):
            self.add(form, "capital", name, sector="GOV", start=a, end=b)
        for form, _, _ in _spans(raw.get("seats")):
            self.add(form, "seat", name, sector="GOV")

    def bodies(self) -> None:
        for body in self.raw.get("bodies") or []:
            forms = (body["name"], *(f for f, _, _ in _spans(body.get("names"))))
            for form in dict.fromkeys(forms):
                self.add(form, "body", body["name"], sector=body.get("sector"), role=body.get("role"), start=body.get("from"), end=body.get("to"))
        for party in self.raw.get("parties") or []:
            forms = (party["name"], *(f for f, _, _ in _spans(party.get("names"))))
            for form in dict.fromkeys(forms):
                self.party(form, party)

    def party(self, form: str, party: dict[str, Any]) -> None:
        """A party governs while it is in power and opposes when it is not; where the file does not tell, its sector stands."""
        terms = [t for t in party.get("in_power") or [] if isinstance(t, dict)]
        out = "OPP" if terms else party.get("sector") or "PTY"
        for term in terms:
            self.add(form, "party", party["name"], sector="GOV", role="political party", start=term.get("from"), end=term.get("to"))
        self.add(form, "party", party["name"], sector=out, role="political party")

    def people(self) -> None:
        for office in self.raw.get("offices") or []:
            title = office.get("title") or office["office"]
            level = office.get("level")
            sector = office.get("sector") or "GOV"
            for holder in office.get("holders") or []:
                self._person(holder, "holder", sector, holder.get("title") or title, level)
        for person in self.raw.get("people") or []:
            self._person(person, "person", person.get("sector"), person.get("role"), person.get("level"))

    def _person(self, raw: dict[str, Any], kind: str, sector: str | None, role: str | None, level: str | None) -> None:
        sure = raw.get("source", "unverified") != "unverified"
        for form, short in _holder_forms(raw["name"], strings(raw.get("names"))):
            self.add(
                form, kind, raw["name"], sector=sector, role=role, level=level, start=raw.get("from"), end=raw.get("to"), sure=sure, short=short
            )


def check_actor(raw: Any, path: Path) -> None:
    """Raises CodebookError where a file lacks what every actor has, or where holders of one office overlap."""
    if not isinstance(raw, dict) or not {"code", "kind", "name"} <= set(raw):
        raise CodebookError(str(path), "head", "no code, kind or name", "every actor has all three")
    refuse_unknown(path, "head", raw, _KEYS)
    for office in raw.get("offices") or []:
        last, before = "", "?"
        for holder in office.get("holders") or []:
            start = holder.get("from") or ""
            if last and start and _later(last, start):
                raise CodebookError(
                    str(path), f"office {office['office']}", f"{holder['name']} begins {start} before {before} ends {last}", "mend the dates"
                )
            last, before = holder.get("to") or "", holder["name"]


def _later(a: str, b: str) -> bool:
    """Whether partial date a is certainly later than b ("2010" is not certainly later than "2010-05")."""
    n = min(len(a), len(b))
    return a[:n] > b[:n]


def read_actors(folders: tuple[Path, ...]) -> tuple[dict[str, Actor], dict[str, tuple[Entry, ...]]]:
    """All actors, and their entries by surface form.

    Raises:
        CodebookError: a broken file, or two files of one code.
    """
    actors: dict[str, Actor] = {}
    entries: dict[str, list[Entry]] = {}
    for folder in folders:
        claimed: dict[str, list[Entry]] = {}
        for path in files(folder, "actors"):
            raw = read_yaml(path)
            check_actor(raw, path)
            actors[raw["code"]] = _over(actors.get(raw["code"]), _actor(raw))
            builder = _Builder(raw, path)
            builder.names()
            builder.bodies()
            builder.people()
            for form, entry in builder.out:
                known = claimed.setdefault(form, [])
                if entry not in known:
                    known.append(entry)
        for path in sorted((folder / "actors").glob("*.csv")):
            _add_table(path, actors, claimed)
        # what a later folder says of a name goes before what earlier ones say
        entries.update(claimed)
    own_their_code(entries, actors)
    return actors, {form: tuple(found) for form, found in entries.items()}


_OWNERS = ("group", "organisation", "company", "ngo", "media")
_ARMED = ("REB", "UAF", "PRM", "CRM")


def own_their_code(entries: dict[str, list[Entry]], actors: dict[str, Actor]) -> None:
    """Settle what stands both in a file of its own and as a body or party of a state's file: the file that owns the code wins.

    An armed group that only a state's file lists gets its usual short name as its code: it does not act for the state it fights.
    """
    forms: dict[tuple[str, str], list[str]] = {}
    for form, found in entries.items():
        for e in found:
            if e.kind in ("body", "party"):
                forms.setdefault((e.code, e.name), []).append(form)
    for (code, name), theirs in forms.items():
        owner = _owner(entries, actors, code, theirs)
        armed = any(e.sector in _ARMED for f in theirs for e in entries[f] if e.code == code and e.name == name)
        if owner is None and armed:
            owner = _armed_group(actors, code, name, theirs)
        if owner is None:
            continue
        for form in theirs:
            kept = [e for e in entries[form] if not (e.code == code and e.name == name and e.kind in ("body", "party"))]
            if not any(e.code == owner.code for e in kept):
                kept.append(Entry(code=owner.code, kind="name", owner=owner.kind, name=owner.name, sector=owner.sector))
            entries[form] = kept


def _owner(entries: dict[str, list[Entry]], actors: dict[str, Actor], code: str, forms: list[str]) -> Actor | None:
    """The actor whose own file has one of these names; an acronym alone proves nothing, unless that actor is of this state."""
    for form in forms:
        for e in (*entries[form], *entries.get(form.upper(), ())):
            if e.kind != "name" or e.owner not in _OWNERS or e.code == code:
                continue
            if actors[e.code].country == code or not form.isupper():
                return actors[e.code]
    return None


def _armed_group(actors: dict[str, Actor], state: str, name: str, forms: list[str]) -> Actor:
    short = next((f for f in forms if f.isupper() and f.isalpha() and len(f) > 1), None) or "".join(w for w in plain(name).upper() if w.isalnum())
    return actors.setdefault(short, Actor(code=short, kind="group", name=name, sector="REB", country=state))


def _over(old: Actor | None, new: Actor) -> Actor:
    """A user's file over the packaged one: what it does not tell stays."""
    if old is None:
        return new
    return Actor(
        code=new.code,
        kind=new.kind,
        name=new.name,
        sector=new.sector or old.sector,
        country=new.country or old.country,
        state_media=new.state_media or old.state_media,
        region=new.region or old.region,
        nouns=new.nouns or old.nouns,
        members=new.members or old.members,
        ids=old.ids | new.ids,
    )


def _add_table(path: Path, actors: dict[str, Actor], claimed: dict[str, list[Entry]]) -> None:
    """The rows of a user's table; a code that no actor has becomes one."""
    for row in read_table(path):
        actor = actors.setdefault(row.code, Actor(code=row.code, kind="organisation", name=row.name, sector=row.sector))
        entry = Entry(
            code=row.code, kind="name", owner=actor.kind, name=row.name, sector=row.sector or actor.sector, start=row.start, end=row.end, sure=False
        )
        for form in dict.fromkeys((row.name, plain(row.name))):
            known = claimed.setdefault(form, [])
            if entry not in known:
                known.append(entry)


_REALMS = ("kingdom", "republic", "emirate", "sultanate", "principality", "federation")


def _nouns(raw: dict[str, Any]) -> tuple[str, ...]:
    """The words that call an actor back: those of its file, and for states what they call themselves ("the kingdom")."""
    own = strings(raw.get("nouns"))
    if raw["kind"] not in ("state", "de facto state", "former state"):
        return own
    names = [raw["name"], *(form for form, _, _ in _spans(raw.get("names")))]
    words = {w.lower().rstrip("s") for name in names for w in name.split()}
    return (*own, *(noun for noun in _REALMS if noun in words and noun not in own))


def _actor(raw: dict[str, Any]) -> Actor:
    members = tuple((m["code"], m.get("from"), m.get("to")) if isinstance(m, dict) else (str(m), None, None) for m in raw.get("members") or [])
    return Actor(
        code=raw["code"],
        kind=raw["kind"],
        name=raw["name"],
        sector=raw.get("sector"),
        country=raw.get("country"),
        state_media=raw.get("state_media") == "true",
        region=raw.get("region"),
        nouns=_nouns(raw),
        members=members,
        ids={k: str(v) for k, v in (raw.get("ids") or {}).items()},
    )
