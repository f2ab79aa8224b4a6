"""Frames from ``events/*.yml``: read, sets expanded, checked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from dragoman.codebook.schema import Frame, PloverType
from dragoman.codebook.source import files, read_yaml, refuse_unknown, strings
from dragoman.errors import CodebookError

_KEYS = frozenset(
    "id verb noun adjective particle actor recipient about words phrase needs inside control mutual mode type status cameo because cases".split()
)
_FILE_KEYS = frozenset("type quad_class score definition modes sets frames parent".split())
_TRIGGERS = ("verb", "noun", "adjective")
_CONTROL_RECIPIENT = frozenset({"REQUEST", "ACCUSE"})
# whoever is asked or blamed does the act inside; in all other types the actor does
_NAMED_SLOTS = frozenset("subject object indirect complement to-clause that-clause ing-clause possessor actor recipient pair".split())
_PREPOSITION = re.compile(r"[a-z]+(?: [a-z]+)?$")


def read_sets(folders: tuple[Path, ...]) -> dict[str, frozenset[str]]:
    """All word sets of all event files; a set may name others with @.

    Raises:
        CodebookError: two files define one name, or a name is not defined.
    """
    raw: dict[str, tuple[str, ...]] = {}
    for folder in folders:
        for path in files(folder, "events"):
            for name, words in (read_yaml(path).get("sets") or {}).items():
                if name in raw:
                    raise CodebookError(str(path), f"set {name}", "this set is defined twice", "give one of them another name")
                raw[name] = strings(words)

    def expand(name: str, seen: tuple[str, ...]) -> frozenset[str]:
        if name not in raw or name in seen:
            raise CodebookError("events", f"set {name}", "no such set, or one that contains itself", "define it under `sets:` of an event file")
        out: set[str] = set()
        for word in raw[name]:
            out |= expand(word[1:], (*seen, name)) if word.startswith("@") else {word}
        return frozenset(out)

    return {name: expand(name, ()) for name in raw}


def _words(value: Any, sets: dict[str, frozenset[str]], path: Path, where: str) -> frozenset[str]:
    out: set[str] = set()
    for word in strings(value):
        if not word.startswith("@"):
            out.add(word)
        elif word[1:] in sets:
            out |= sets[word[1:]]
        else:
            raise CodebookError(str(path), where, f"unknown set {word}", "define it under `sets:` of an event file")
    return frozenset(out)


def _slots(value: Any, path: Path, where: str) -> tuple[str, ...]:
    out = strings(value)
    for slot in out:
        if slot not in _NAMED_SLOTS and not _PREPOSITION.match(slot):
            raise CodebookError(str(path), where, f"unknown slot {slot!r}", "use a slot of docs/reference/codebook.md")
    return out


def _frame(raw: dict[str, Any], home: str, path: Path, sets: dict[str, frozenset[str]]) -> Frame:
    where = f"frame {raw.get('id', '?')}"
    refuse_unknown(path, where, raw, _KEYS)
    pos = [t for t in _TRIGGERS if t in raw]
    if len(pos) != 1 or "id" not in raw:
        raise CodebookError(str(path), where, f"{len(pos)} triggers", "a frame has an id and one of verb, noun, adjective")
    if not raw.get("because"):
        raise CodebookError(str(path), where, "no `because`", "say why this is that act")
    kind = raw.get("type", home)
    actor = _slots(raw.get("actor"), path, where) or (("possessor", "subject") if pos[0] == "noun" else ())
    return Frame(
        id=raw["id"],
        type=kind,
        pos=pos[0],
        lemmas=tuple(sorted(_words(raw[pos[0]], sets, path, where))),
        particle=raw.get("particle"),
        actor=actor,
        recipient=_slots(raw.get("recipient"), path, where),
        about=_slots(raw.get("about"), path, where),
        words={s: _words(w, sets, path, where) for s, w in (raw.get("words") or {}).items()},
        phrase=strings(raw.get("phrase")),
        needs=_slots(raw.get("needs"), path, where),
        inside=raw.get("inside"),
        control=raw.get("control") or ("recipient" if kind in _CONTROL_RECIPIENT else "actor"),
        mutual=raw.get("mutual") == "true",
        mode=raw.get("mode"),
        status=raw.get("status"),
        cameo=raw.get("cameo"),
    )


def read_frames(folders: tuple[Path, ...], sets: dict[str, frozenset[str]]) -> tuple[dict[str, PloverType], tuple[Frame, ...]]:
    """Types and frames of all event files.

    Raises:
        CodebookError: an unknown key, slot, set or type; two frames of one id.
    """
    types: dict[str, PloverType] = {}
    frames: dict[str, Frame] = {}
    for folder in folders:
        for path in files(folder, "events"):
            raw = read_yaml(path)
            refuse_unknown(path, "head", raw, _FILE_KEYS)
            name = raw["type"]
            if name not in types:
                modes = {m: float(s) for m, s in (raw.get("modes") or {}).items() if s not in ("", "null", "~")}
                types[name] = PloverType(
                    name=name, quad_class=int(raw["quad_class"]), score=float(raw["score"]), definition=raw.get("definition", ""), modes=modes
                )
            for item in raw.get("frames") or []:
                frame = _frame(item, name, path, sets)
                if frame.id in frames:
                    raise CodebookError(str(path), f"frame {frame.id}", "this id is used twice", "give one of them another id")
                frames[frame.id] = frame
    for frame in frames.values():
        if frame.type not in types or (frame.inside and frame.inside not in types):
            raise CodebookError("events", f"frame {frame.id}", f"unknown type {frame.type} or {frame.inside}", "use a type that has a file")
    return types, tuple(frames.values())
