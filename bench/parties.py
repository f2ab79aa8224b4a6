"""How many parties of the gold have the right code: ``python bench/parties.py GOLD.yaml READOUTS.jsonl [--misses]``.

For each `must` event of the gold the coded event of the same sentence and type is taken (the one that shares most parties, each used once, nested
ones count). Of its gold parties (actor, recipient; or both sides where the gold does not part them), a party is *right* if that event has its code,
*wrong* if the event has another code in its place, *missing* if it has none. Parties of events that were not coded at all are shown apart: they are
no question of who is who.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import yaml


def nested(event: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The event and every act inside it."""
    yield event
    for inner in event.get("about") or []:
        yield from nested(inner)


def plain(text: str) -> str:
    """Quotes and white space as the gold writes them."""
    for mark in "’‘":
        text = text.replace(mark, "'")
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("“", '"').replace("”", '"')).lower().strip()


def codes(event: dict[str, Any], *sides: str) -> set[str]:
    """Codes of the parties of some sides."""
    return {p["code"] for side in sides for p in event.get(side) or [] if p.get("code")}


def wanted(want: dict[str, Any]) -> list[set[str]]:
    """The gold's sides: one set where it does not part them."""
    if "one_of" in want:
        return [set(want["one_of"][0])]
    if "parties" in want:
        return [set(want["parties"])]
    return [set(want["actor"]), set(want["recipient"])]


def told(event: dict[str, Any], want: dict[str, Any]) -> list[set[str]]:
    """The coded event's sides, laid out as the gold's."""
    if "parties" in want or "one_of" in want or event["type"] == "CONSULT":
        both = codes(event, "actor", "recipient")
        return [both] if len(wanted(want)) == 1 else [both & wanted(want)[0] or both - wanted(want)[1], both & wanted(want)[1] or both - wanted(want)[0]]
    return [codes(event, "actor"), codes(event, "recipient")]


def compare(want: dict[str, Any], event: dict[str, Any]) -> tuple[int, int, int]:
    """(right, wrong, missing) gold parties of one event."""
    right = wrong = missing = 0
    for gold, got in zip(wanted(want), told(event, want), strict=True):
        right += len(gold & got)
        other = len(got - gold)
        lost = len(gold - got)
        wrong += min(lost, other)
        missing += lost - min(lost, other)
    return right, wrong, missing


def main(argv: list[str]) -> None:
    """Print the shares."""
    with open(argv[1], encoding="utf-8") as f:
        gold = yaml.safe_load(f)
    with open(argv[2], encoding="utf-8") as f:
        readouts = {r["article"]["input"].rsplit("/", 1)[-1]: r for r in map(json.loads, filter(str.strip, f))}
    total, uncoded, extra = [0, 0, 0], 0, 0
    for article in gold:
        readout = readouts.get(article["article"], {"sentences": [], "events": []})
        for expected in article["expect"]:
            ids = {s["id"] for s in readout["sentences"] if plain(expected["anchor"]) in plain(s["text"])}
            events = [n for e in readout["events"] if e["sentence"] in ids for n in nested(e)]
            for want in expected.get("must", []):
                types = want["type"] if isinstance(want["type"], list) else [want["type"]]
                fitting = [e for e in events if e["type"] in types]
                if not fitting:
                    uncoded += sum(map(len, wanted(want)))
                    continue
                event = max(fitting, key=lambda e: compare(want, e)[0] - compare(want, e)[1])
                events.remove(event)
                found = compare(want, event)
                total = [a + b for a, b in zip(total, found, strict=True)]
                extra += sum(len(got - g) for g, got in zip(wanted(want), told(event, want), strict=True)) - found[1]
                if found[1:] != (0, 0) and "--misses" in argv:
                    sides = [[f"{p['text']}={p['code']}" for p in event.get(side) or []] for side in ("actor", "recipient")]
                    print(f"{article['article']} «{expected['anchor']}» {types} wanted {wanted(want)}, got {sides}")
    n = sum(total)
    print(f"{n} gold parties of coded events: right {total[0] / n:.3f}, wrong {total[1] / n:.3f}, missing {total[2] / n:.3f}; {extra} parties beside them")
    print(f"{uncoded} more of events that were not coded")


if __name__ == "__main__":
    main(sys.argv)
