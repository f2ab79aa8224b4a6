"""A readout as one line of JSON, and the JSON Schema that it obeys."""

from typing import Any

from dragoman.model import SCHEMA, Readout


def to_json(readout: Readout) -> bytes:
    """One line of JSON in UTF-8, without its newline; fields in the order of the contract, spans as ``[start, end]``."""
    import msgspec

    return msgspec.json.encode(readout)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a readout."""
    import msgspec

    described = msgspec.json.schema(Readout)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Dragoman readout, schema {SCHEMA}",
        **described,
    }
