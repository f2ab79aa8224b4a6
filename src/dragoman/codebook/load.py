"""The way from YAML files to a Codebook: read, check, compile once, cache.

The compiled codebook is kept in the user's cache folder as MessagePack (data, never code), under the hash of all the files it was made of:
a changed file is a changed name, so a stale cache cannot be read. Compiling takes seconds, loading the cache tenths of one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from dragoman.codebook.cache import folder, store
from dragoman.codebook.schema import Codebook

PACKAGED = Path(__file__).parent


def load(folders: Iterable[str | Path] = ()) -> Codebook:
    """The packaged codebook with the user's folders layered over it.

    Args:
        folders: folders laid out like the packaged one (``events/``, ``actors/``), later ones over earlier ones.

    Raises:
        CodebookError: a file is broken; nothing is loaded.
    """
    return _load(tuple(Path(f).resolve() for f in folders))


@lru_cache(maxsize=4)
def _load(folders: tuple[Path, ...]) -> Codebook:
    every = (PACKAGED, *folders)
    version = _version(every)
    cached = folder() / f"codebook-{version}.msgpack"
    try:
        return msgspec.msgpack.decode(cached.read_bytes(), type=Codebook)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        codebook = build(every, version)
    store(cached, msgspec.msgpack.encode(codebook))
    return codebook


def _version(folders: tuple[Path, ...]) -> str:
    """Hash of names and contents of all files, and of the code that compiles them."""
    digest = hashlib.sha256()
    for home in folders:
        paths = sorted([*home.glob("**/*.yml"), *home.glob("**/*.csv")])
        if home == PACKAGED:
            paths += sorted(home.glob("*.py"))
        for path in paths:
            digest.update(str(path.relative_to(home)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def build(folders: tuple[Path, ...], version: str) -> Codebook:
    """Read and check all files.

    Raises:
        CodebookError: with file, place and reason.
    """
    from dragoman.codebook.actors import read_actors
    from dragoman.codebook.cues import read_cues
    from dragoman.codebook.frames import read_frames, read_sets
    from dragoman.codebook.lists import (
        read_cameo,
        read_contexts,
        read_deeds,
        read_figurative,
        read_roles,
        read_support,
        read_user_roles,
    )
    from dragoman.codebook.meetings import read_meetings
    from dragoman.codebook.relations import read_relations

    sets = read_sets(folders)
    types, subtypes, frames = read_frames(folders, sets)
    actors, entries = read_actors(folders)
    roles, adjectives = read_roles(PACKAGED)
    support, operators = read_support(PACKAGED)
    return Codebook(
        version=version,
        types=types,
        subtypes=subtypes,
        frames=frames,
        entries=entries,
        actors=actors,
        roles={**read_user_roles(folders[1:]), **roles},
        former=adjectives["former"],
        keeps=adjectives["keeps"],
        elect=adjectives["elect"],
        support=support,
        operators=operators,
        deeds=read_deeds(PACKAGED),
        sets=sets,
        contexts=read_contexts(PACKAGED),
        figurative=read_figurative(PACKAGED),
        cameo=read_cameo(PACKAGED),
        cues=read_cues(PACKAGED),
        meetings=read_meetings(PACKAGED),
        relations=read_relations(PACKAGED),
    )


def cases(folder: Path = PACKAGED) -> list[dict[str, Any]]:
    """All cases of all frames and actors of a folder, for the test that runs them: {file, frame|actor, type, case}."""
    from dragoman.codebook.source import files, read_yaml

    out: list[dict[str, Any]] = []
    for path in files(folder, "events"):
        raw = read_yaml(path)
        for frame in raw.get("frames") or []:
            kind = frame.get("type", raw["type"])
            out += [{"file": path.name, "frame": frame["id"], "type": kind, "case": c} for c in frame.get("cases") or []]
    if (folder / "deeds.yml").is_file():
        for deed in read_yaml(folder / "deeds.yml")["deeds"]:
            out += [{"file": "deeds.yml", "frame": deed["id"], "type": deed["type"], "case": c} for c in deed["cases"]]
    for path in files(folder, "actors"):
        raw = read_yaml(path)
        out += [{"file": path.name, "actor": raw["code"], "case": c} for c in raw.get("cases") or []]
    return out
