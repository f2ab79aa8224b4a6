"""Frames from ``events/*.yml``: read, sets expanded, checked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from dragoman.codebook.schema import Frame, PloverType
from dragoman.codebook.source import files, read_yaml, refuse_unknown, strings
from dragoman.errors import CodebookError

_KEYS = frozenset(
    "id verb noun adjective particle actor recipient about words never phrase needs inside control mutual mode type status cameo because cases".split()
)
_FILE_KEYS = frozenset("type quad_class score definition modes sets frames parent".split())
_TRIGGERS = ("verb", "noun", "adjective")
_CONTROL_RECIPIENT = frozenset({"REQUEST", "ACCUSE"})
# whoever is asked or blamed does the act inside; in all other types the actor does
_NAMED_SLOTS = frozenset(
    """subject object indirect complement to-clause that-clause ing-clause wish-clause that-subject to-object speaker hearer possessor actor
    recipient pair""".split()
)
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
        never={s: _words(w, sets, path, where) for s, w in (raw.get("never") or {}).items()},
        phrase=strings(raw.get("phrase")),
        needs=_slots(raw.get("needs"), path, where),
        inside=raw.get("inside"),
        control=raw.get("control") or "",  # settled when the parents of types are known
        mutual=raw.get("mutual") == "true",
        mode=raw.get("mode"),
        status=raw.get("status"),
        cameo=raw.get("cameo"),
    )


def read_frames(folders: tuple[Path, ...], sets: dict[str, frozenset[str]]) -> tuple[dict[str, PloverType], dict[str, PloverType], tuple[Frame, ...]]:
    """Types, the user's own types, and frames of all event files.

    The first folder brings PLOVER's types. A file of a later folder may bring frames for them, or a type of its own that names one as `parent`: its
    quad class, score and modes are the parent's where it does not say otherwise.

    Raises:
        CodebookError: an unknown key, slot, set or type; two frames of one id; a type of one's own without a parent.
    """
    types: dict[str, PloverType] = {}
    own: dict[str, PloverType] = {}
    frames: dict[str, Frame] = {}
    for folder in folders:
        for path in files(folder, "events"):
            raw = read_yaml(path)
            refuse_unknown(path, "head", raw, _FILE_KEYS)
            name = raw.get("type")
            if not name:
                raise CodebookError(str(path), "head", "no `type`", "say which type the frames of this file are of")
            if raw.get("parent"):
                own.setdefault(name, _own_type(raw, types, path))
            elif name not in types and name not in own:
                if folder != folders[0]:
                    raise CodebookError(str(path), "head", f"{name} is not a type of PLOVER", "name one of the 16 types as its `parent`")
                types[name] = _type(raw, None)
            for item in raw.get("frames") or []:
                frame = _frame(item, name, path, sets)
                if frame.id in frames:
                    raise CodebookError(str(path), f"frame {frame.id}", "this id is used twice", "give one of them another id")
                frames[frame.id] = frame
    for frame in frames.values():
        known = types.keys() | own.keys()
        if frame.type not in known or (frame.inside and frame.inside not in known):
            raise CodebookError("events", f"frame {frame.id}", f"unknown type {frame.type} or {frame.inside}", "use a type that has a file")
    return types, own, tuple(_under_parent(frame, own) for frame in frames.values())


def _type(raw: dict[str, Any], parent: PloverType | None) -> PloverType:
    modes = {m: float(s) for m, s in (raw.get("modes") or {}).items() if s not in ("", "null", "~")}
    if parent is None:
        return PloverType(name=raw["type"], quad_class=int(raw["quad_class"]), score=float(raw["score"]), definition=raw.get("definition", ""), modes=modes)
    return PloverType(
        name=raw["type"],
        quad_class=int(raw.get("quad_class") or parent.quad_class),
        score=float(raw.get("score") or parent.score),
        definition=raw.get("definition", ""),
        modes=parent.modes | modes,
        parent=parent.name,
    )


def _own_type(raw: dict[str, Any], types: dict[str, PloverType], path: Path) -> PloverType:
    if raw["type"] in types:
        raise CodebookError(str(path), "head", f"{raw['type']} is a type of PLOVER and has no parent", "leave out `parent`, or choose another name")
    if raw["parent"] not in types:
        raise CodebookError(str(path), "head", f"parent {raw['parent']} is not a type of PLOVER", f"use one of {', '.join(sorted(types))}")
    return _type(raw, types[raw["parent"]])


def _under_parent(frame: Frame, own: dict[str, PloverType]) -> Frame:
    """The frame as one of the parent's type, its own type kept as `subtype`: all that is told of a type then holds for its kinds, too."""
    kind = (own[frame.type].parent if frame.type in own else None) or frame.type
    control = frame.control or ("recipient" if kind in _CONTROL_RECIPIENT else "actor")
    inside = own[frame.inside].parent if frame.inside in own else frame.inside
    return replace(frame, type=kind, subtype=frame.type if frame.type in own else None, inside=inside, control=control)
