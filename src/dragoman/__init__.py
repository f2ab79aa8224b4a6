"""Dragoman reads the news about diplomacy and keeps its record.

    >>> import dragoman
    >>> readouts = dragoman.read("article.txt")          # doctest: +SKIP
    >>> dragoman.code("Egypt urged the UAE to press the RSF.").events      # doctest: +SKIP

Everything heavy is imported when it is first used. ``read``, ``code`` and ``ingest`` are functions here *and* modules of the package;
``dragoman.read`` is always the function, and what is inside a module is imported from it: ``from dragoman.read import ...``.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dragoman.asking import OpenRecord
    from dragoman.ingest import Result
    from dragoman.model import Readout
    from dragoman.settings import Settings
    from dragoman.view import Readouts

__all__ = ["code", "ingest", "open", "read", "read_text", "schema"]


def read(*inputs: str, date: str | None = None, errors: Literal["raise", "skip"] = "raise") -> "Readouts":
    """Read articles and code them.

    Args:
        inputs: files, folders, URLs.
        date: ISO 8601 day that resolves dates in articles that tell none; it never becomes their date.
        errors: ``raise`` stops at the first input that cannot be read; ``skip`` leaves it out with a warning.

    Returns:
        A list of readouts, one for each article, in order; notebooks show it as HTML.

    Raises:
        InputError: an input cannot be read.
    """
    import warnings

    from dragoman import pipeline
    from dragoman.model import Readout
    from dragoman.view import Readouts

    found = Readouts()
    for result in pipeline.read(inputs, _settings(date)):
        if isinstance(result, Readout):
            found.append(result)
        elif errors == "raise":
            raise result
        else:
            warnings.warn(str(result), stacklevel=2)
    return found


def read_text(text: str, date: str | None = None) -> "Readout":
    """Read one article given as text: headline, dateline and boilerplate are told apart from its body.

    Args:
        text: the article, as a wire story or as pasted from a page.
        date: ISO 8601 day that resolves dates where the text tells none.
    """
    from dragoman import pipeline

    return pipeline.read_text(text, _settings(date))


def code(text: str, date: str | None = None) -> "Readout":
    """Code a sentence or passage as it stands.

    Args:
        text: running text, without a headline.
        date: ISO 8601 day that resolves dates ("on Tuesday").
    """
    from dragoman import pipeline

    return pipeline.code(text, _settings(date))


def ingest(*inputs: str, record: str, date: str | None = None, with_text: bool = True) -> "Sequence[Result]":
    """Read articles, code them, and record what is in them; what was recorded before is passed over.

    Args:
        inputs: files, folders, URLs.
        record: the record's folder or address; made where there is none.
        date: as for :func:`read`.
        with_text: False keeps offsets, hashes and the sentences that records rest on, but not the articles.

    Returns:
        What became of each article, and an ``InputError`` for each input that could not be read, in order.

    Raises:
        RecordError: the record cannot be written.
    """
    from dragoman.ingest import ingest as run

    return list(run(inputs, record, _settings(date), with_text=with_text))


def open(record: str, as_of: "str | datetime | None" = None) -> "OpenRecord":
    """Open a record to ask: ``dragoman.open("diplomacy").events(actor="EGY")``.

    Args:
        record: its folder or address.
        as_of: the record as it was at this moment; a day means its end.

    Raises:
        RecordError: there is no record, or it is damaged.
    """
    from dragoman.asking import open_record

    return open_record(record, as_of)


def schema() -> dict[str, Any]:
    """The JSON Schema of a readout."""
    from dragoman import view

    return view.schema()


def _settings(date: str | None) -> "Settings":
    from dataclasses import replace

    from dragoman.settings import load

    return replace(load(), date=date) if date else load()


def __getattr__(name: str) -> str:
    if name == "__version__":
        from importlib.metadata import version

        return version("dragoman")
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


class _Package(ModuleType):
    """Python binds an imported room to its name in the package; here that would take the place of the function."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in ("read", "code", "ingest") and isinstance(value, ModuleType):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
