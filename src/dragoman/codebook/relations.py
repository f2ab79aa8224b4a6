"""Words of ties and positions from ``relations.yml``."""

from __future__ import annotations

from pathlib import Path

from dragoman.codebook.schema import Relations
from dragoman.codebook.source import read_yaml, strings


def read_relations(folder: Path) -> Relations:
    """Tie nouns by kind, cues and words of stance, issue labels."""
    raw = read_yaml(folder / "relations.yml")
    return Relations(
        ties={noun: kind for kind, nouns in raw["ties"].items() for noun in strings(nouns)},
        bare=frozenset(strings(raw["bare"])),
        held={how: frozenset(strings(verbs)) for how, verbs in raw["held"].items()},
        stance=strings(raw["stance"]),
        silent=strings(raw["silent"]),
        courtesies=frozenset(strings(raw["courtesies"])),
        quoted=strings(raw["quoted"]),
        voiced=frozenset(strings(raw["voiced"])),
        needs=frozenset(strings(raw["needs"])),
        owned=frozenset(strings(raw["owned"])),
        issues={k: strings(v) for k, v in raw["issues"].items()},
    )
