"""Forms, levels, verbs and papers of meetings from ``meetings.yml``."""

from __future__ import annotations

from pathlib import Path

from dragoman.codebook.schema import MeetingWords
from dragoman.codebook.source import read_yaml, strings


def read_meetings(folder: Path) -> MeetingWords:
    """All words about meetings, rows in the order of the file."""
    raw = read_yaml(folder / "meetings.yml")
    sets = {key: frozenset(strings(value)) for key, value in raw.items() if isinstance(value, list)}
    return MeetingWords(
        formats={k: strings(v) for k, v in raw["formats"].items()},
        qualifiers={k: strings(v) for k, v in raw["qualifiers"].items()},
        levels={k: strings(v) for k, v in raw["levels"].items()},
        nouns=sets["nouns"],
        attend=sets["attend"],
        avoid=sets["avoid"],
        quit=sets["quit"],
        gather=sets["gather"],
        compounds={str(k): str(v) for k, v in raw["compounds"].items()},
        broker=sets["broker"],
        edges=sets["edges"],
        beside=sets["beside"],
        documents=sets["documents"],
        remote=sets["remote"],
        in_person=sets["in_person"],
        verbs=sets["verbs"],
        spoken=sets["spoken"],
        unsettled=sets["unsettled"],
        inviting=sets["inviting"],
        happening=sets["happening"],
        same_time=strings(raw["same_time"]),
        guests=sets["guests"],
        upcoming=sets["upcoming"],
        fresh=sets["fresh"],
        diplomatic=sets["diplomatic"],
        written=sets["written"],
    )
