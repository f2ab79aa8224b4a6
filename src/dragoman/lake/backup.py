"""Copies of a whole ledger, and ledgers of older formats brought up to date."""

from __future__ import annotations

from dragoman.errors import RecordError
from dragoman.lake.ledger import Ledger
from dragoman.lake.rows import FORMAT, KINDS


def backup(home: str, to: str) -> int:
    """Copy a record as it is at this moment; writers may go on meanwhile.

    The copy is one commit with all rows of all versions, so it is a whole record or none. What is derived is not copied: it is built again when it is needed.

    Args:
        home: the record.
        to: a new folder or address.

    Returns:
        How many rows were copied.

    Raises:
        RecordError: there is something at ``to`` already, or it cannot be written.
    """
    source = Ledger.open(home)
    target = Ledger.create(to)
    if target.count():
        raise RecordError(to, "there is a record here already", "give a new folder for the copy")
    target.append_all(source.stream(KINDS))
    if target.count() != source.count():
        raise RecordError(to, f"{target.count()} of {source.count()} rows arrived", "delete it and make another copy")
    return target.count()


def migrate(home: str) -> tuple[int, int]:
    """Bring a record of an older format up to this program's, in place; nothing is rewritten, and a record of this format is left alone.

    Returns:
        (format before, format now).
    """
    ledger = Ledger.open(home, older=True)
    before = ledger.format()
    if before < FORMAT:
        ledger.upgrade()
    return before, ledger.format()


