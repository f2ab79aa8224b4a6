"""What was compiled once is kept in the user's cache folder as MessagePack (data, never code), under a name that changes with its sources.

A folder that cannot be written or read only costs time. Of each kind the newest files are kept, the rest is removed.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

_KEPT = 6  # files of a kind: some folders of one's own, some releases beside each other


def load_or_make(kind: str, version: str, make: Callable[[], dict[str, str]]) -> dict[str, str]:
    """A mapping from the cache, else made and kept.

    Args:
        kind: what it is; the first part of the file's name.
        version: changes with everything that it was made of.
        make: makes it.
    """
    path = folder() / f"{kind}-{version}.msgpack"
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError):
        made = make()
    store(path, msgspec.msgpack.encode(made))
    return made


def folder() -> Path:
    """The user's cache folder for Dragoman."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("dragoman"))


def store(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and drop the oldest of its kind."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as f:
            f.write(content)
        os.replace(name, path)
        kind = path.name.rpartition("-")[0]
        for old in sorted(path.parent.glob(f"{kind}-*.msgpack"), key=lambda p: p.stat().st_mtime, reverse=True)[_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return
