"""Cues of statements and attribution from ``cues.yml``."""

from __future__ import annotations

from pathlib import Path

from dragoman.codebook.schema import Cues, CueVerb
from dragoman.codebook.source import read_yaml, strings


def read_cues(folder: Path) -> Cues:
    """All cue words. A verb of several rows takes what any of them allows."""
    raw = read_yaml(folder / "cues.yml")
    verbs: dict[str, CueVerb] = {}
    for row in raw["verbs"]:
        weak = frozenset(strings(row.get("weak")))
        for verb in strings(row["verb"]):
            old = verbs.get(verb)
            verbs[verb] = CueVerb(
                kind=old.kind if old else row["kind"],
                content=frozenset(strings(row.get("content"))) | (old.content if old else frozenset()),
                about=frozenset(strings(row.get("about"))) | (old.about if old else frozenset()),
                addressee=row.get("addressee") == "true" or bool(old and old.addressee),
                medium=row.get("medium") or (old.medium if old else None),
                weak=verb in weak and (old is None or old.weak),
            )
    return Cues(
        verbs=verbs,
        nouns=frozenset(strings(raw["nouns"])),
        adjectives=frozenset(strings(raw["adjectives"])),
        bent=frozenset(strings(raw["bent"])),
        documents=frozenset(strings(raw["documents"])),
        mute=frozenset(strings(raw["mute"])),
        phrases=strings(raw["phrases"]),
        hedges=frozenset(strings(raw["hedges"])),
        hedge_verbs=frozenset(strings(raw["hedge_verbs"])),
        media={k: strings(v) for k, v in raw["media"].items()},
        anonymous=strings(raw["anonymous"]),
        anonymous_nouns=frozenset(strings(raw["anonymous_nouns"])),
    )
