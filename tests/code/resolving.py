"""Runs the resolver over the sentences of ``resolution.yml`` and ``metonymy.yml``; ``python -m tests.code.resolving FILE`` prints what is missed."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from dragoman.code.names import Names
from dragoman.code.parties import Mention, Resolver
from dragoman.codebook import load
from dragoman.engine.sentences import split
from dragoman.engine.spacy_engine import Engine

HERE = Path(__file__).parent


def read(name):
    """The cases of a file, kind by kind: every scalar a string."""
    with open(HERE / name, encoding="utf-8") as f:
        return [{"kind": kind, **case} for kind, cases in yaml.load(f, yaml.BaseLoader).items() for case in cases]


def heads(parse, start, end):
    """The token of a phrase that governs the others."""
    inside = parse.at(start, end)
    return [t for t in inside if t.head not in inside or t.head is t]


def resolve(cases):
    """``(case, mentions at the head of its words)`` of every case, in order."""
    engine, book = Engine(), load()
    names = Names(book)
    texts = [case["text"] for case in cases]
    spans = [list(split(text, 0, len(text))) for text in texts]
    parses = iter(engine.parse([(text[a:b], a) for text, parts in zip(texts, spans, strict=True) for a, b in parts]))
    for case, parts in zip(cases, spans, strict=True):
        yield case, _found(case, [next(parses) for _ in parts], names, book)


def _found(case, parses, names, book) -> tuple[Mention, ...]:
    text = case["text"]
    resolver = Resolver(book, case.get("date"), case.get("home"))
    resolver.text = text
    hits = names.find(text)
    nth = int(case.get("nth", "1"))
    start = -1
    for _ in range(nth):
        start = text.find(case["mention"], start + 1)
    if start < 0:
        raise ValueError(f"{case['mention']} is not in {text}")
    end = start + len(case["mention"])
    found = ()
    for parse in parses:
        resolver.begin(parse, [h for h in hits if h.start >= parse.start and h.end <= parse.end])
        if parse.start <= start < parse.end:
            found = resolver.mentions(heads(parse, start, end)[:1])
    return found


def as_told(found) -> list[dict]:
    """What the resolver tells, in the words of the cases; a name read as a place or a thing's owner acts for nobody."""
    return [
        {
            "code": m.party.code or "none",
            "sector": m.party.sector or "none",
            "person": m.party.person or "none",
            "role": m.party.role or "none",
            "kind": m.kind,
            "place": m.place,
        }
        for m in found
    ]


def is_right(case, found) -> bool:
    gives = case["gives"]
    told = as_told(found)
    if gives == "none":
        return all(m["code"] == "none" or m["place"] or m["kind"] in ("place", "thing") for m in told)
    codes = gives["code"] if isinstance(gives["code"], list) else [gives["code"]]
    if {m["code"] for m in told} != set(codes) or any(m["kind"] == "place" for m in told):
        return bool(codes == ["none"] and not told and len(gives) == 1)
    return all(any(gives[key].lower() in m[key].lower() for m in told) for key in ("sector", "person", "role") if key in gives)


def classes(found) -> str:
    """The class of a mention in the metonymy set: government, place or other (a team, a firm, a product, a person)."""
    told = [m for m in found if m.party.code and m.party.sector != "BUS"]
    if not told or all(m.kind == "thing" for m in told):
        return "other"
    return "place" if all(m.place or m.kind == "place" for m in told) else "government"


def main(names):
    for name in names:
        right, all_ = {}, {}
        for case, found in resolve(read(name)):
            if "is" in case:
                got = classes(found)
                ok = got == {"team": "other", "product": "other"}.get(case["is"], case["is"])
            else:
                ok = is_right(case, found)
            all_[case["kind"]] = all_.get(case["kind"], 0) + 1
            right[case["kind"]] = right.get(case["kind"], 0) + ok
            if not ok:
                want = case.get("is") or case.get("gives")
                print(f"{case['kind']}: {case['text']} ({case.get('date')})\n    «{case['mention']}» is {want}, got {[(m.party.code, m.party.sector, m.kind, m.party.person, m.party.role, m.party.basis) for m in found]}")
        for kind in all_:
            print(f"{kind:20} {right[kind]:4} / {all_[kind]}")
        print(f"{name}: {sum(right.values())} of {sum(all_.values())}, {sum(right.values()) / sum(all_.values()):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
