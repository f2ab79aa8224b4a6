"""The word lists beside frames and actors: roles and sectors, support verbs, contexts, figurative domains, CAMEO codes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dragoman.codebook.schema import Contexts, Deed, Figurative, Role, Support
from dragoman.codebook.source import read_yaml, strings
from dragoman.codebook.table import read_agents


def read_roles(folder: Path) -> tuple[dict[str, Role], dict[str, frozenset[str]]]:
    """Head nouns with sector and level, and the adjectives (former, keeps, elect) that change them."""
    raw = read_yaml(folder / "sectors.yml")
    roles: dict[str, Role] = {}
    for item in raw["sectors"]:
        body, things = item.get("body") == "true", item.get("things") == "true"
        role = Role(sector=item["sector"], level=item.get("level"), body=body, things=things, country=item.get("country"))
        for noun in strings(item["noun"]):
            roles.setdefault(noun.lower(), role)
    return roles, {k: frozenset(strings(raw.get(k))) for k in ("former", "keeps", "elect")}


def read_user_roles(folders: Iterable[Path]) -> dict[str, Role]:
    """Role nouns of users' tables (``agents/*.csv``)."""
    return {noun: Role(sector=sector) for folder in folders for path in sorted((folder / "agents").glob("*.csv")) for noun, sector in read_agents(path).items()}


def _support(item: dict[str, Any]) -> Support:
    return Support(
        verb=item["verb"],
        particle=item.get("particle"),
        slot=item.get("slot") or "object",
        converse=item.get("converse") == "true",
        bystander=item.get("subject") == "none",
        types=frozenset(strings(item.get("types"))),
        status=item.get("status"),
        meeting=item.get("meeting"),
    )


def read_support(folder: Path) -> tuple[tuple[Support, ...], tuple[Support, ...]]:
    """Verbs that carry an act, and verbs that change its status."""
    raw = read_yaml(folder / "support.yml")
    return tuple(map(_support, raw["support"])), tuple(map(_support, raw["operators"]))


def read_deeds(folder: Path) -> tuple[Deed, ...]:
    """What plain verbs come to inside other acts."""
    out = []
    for item in read_yaml(folder / "deeds.yml")["deeds"]:
        verbs = frozenset((lemma, particle or None) for lemma, _, particle in (v.partition(" ") for v in strings(item["verb"])))
        deed = Deed(
            id=item["id"], type=item["type"], verbs=verbs, around=frozenset(strings(item.get("in"))), never=frozenset(strings(item.get("never")))
        )
        out.append(deed)
    return tuple(out)


def _sets(raw: dict[str, Any] | None) -> dict[str, frozenset[str]]:
    return {name: frozenset(strings(words)) for name, words in (raw or {}).items()}


def read_contexts(folder: Path) -> Contexts:
    """PLOVER context -> words and phrases that tell it."""
    raw = read_yaml(folder / "contexts.yml")
    return Contexts(strong=_sets(raw["contexts"]), weak=_sets(raw.get("weak")), types={k: strings(v) for k, v in (raw.get("types") or {}).items()})


def read_figurative(folder: Path) -> Figurative:
    """Domain (sport, markets, culture ...) -> words that mark a sentence as belonging to it."""
    raw = read_yaml(folder / "figurative.yml")
    return Figurative(
        domains=_sets(raw["domains"]),
        weak=_sets(raw.get("weak")),
        unless=_sets(raw.get("unless")),
        blocks=_sets(raw.get("blocks")),
        figures={k: strings(v) for k, v in (raw.get("figures") or {}).items()},
        idle=frozenset(strings(raw.get("idle"))),
        untouchable=frozenset(strings(raw.get("untouchable"))),
        public=frozenset(strings(raw.get("public"))),
        private=_sets(raw.get("private")),
        touches=_sets(raw.get("touches")),
        stage=frozenset(strings(raw.get("stage"))),
        bystanders=frozenset(strings(raw.get("bystanders"))),
        offstage=frozenset(strings(raw.get("offstage"))),
        forecasts=frozenset(strings(raw.get("forecasts"))),
        games={str(k): str(v) for k, v in (raw.get("games") or {}).items()},
    )


def read_cameo(folder: Path) -> dict[str, str]:
    """The default CAMEO code of a type ("REQUEST") and of a type with mode ("REQUEST assist")."""
    raw = read_yaml(folder / "cameo.yml")
    return {str(k): str(v) for k, v in raw["defaults"].items()}
