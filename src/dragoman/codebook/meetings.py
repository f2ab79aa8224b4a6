"""Forms, levels and papers of meetings from ``meetings.yml``."""

from __future__ import annotations

from pathlib import Path

from dragoman.codebook.schema import MeetingWords
from dragoman.codebook.source import read_yaml, strings


def read_meetings(folder: Path) -> MeetingWords:
    """All words about meetings, rows in the order of the file."""
    raw = read_yaml(folder / "meetings.yml")
    return MeetingWords(
        formats={k: strings(v) for k, v in raw["formats"].items()},
        qualifiers={k: strings(v) for k, v in raw["qualifiers"].items()},
        nouns=frozenset(strings(raw["nouns"])),
        levels={k: strings(v) for k, v in raw["levels"].items()},
        attend=frozenset(strings(raw["attend"])),
        documents=frozenset(strings(raw["documents"])),
    )
