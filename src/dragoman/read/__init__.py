"""Reading: bytes from files, folders, feeds, pages and the network to articles.

The way of an input: ``inputs`` finds its bytes, ``decode`` and ``kinds`` tell what they are, and ``plain``, ``page``, ``feed`` or ``rows``
make articles of them; ``warc`` and ``parquet`` open archives of them.
Nothing is guessed: what an input does not tell is None. Names are loaded on first use, so that importing
this package costs nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.read.documents import read_bytes
    from dragoman.read.inputs import file_sizes, read_inputs, read_text

__all__ = ["file_sizes", "read_bytes", "read_inputs", "read_text"]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "read_bytes":
        return import_module("dragoman.read.documents").read_bytes
    if name in ("file_sizes", "read_inputs", "read_text"):
        return getattr(import_module("dragoman.read.inputs"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
