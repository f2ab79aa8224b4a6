"""Invented articles as readouts made by hand, so that tests of the record need no language engine; and as texts, for those that do."""

import random
from dataclasses import replace
from typing import Any

from dragoman.engine.sentences import split
from dragoman.model import Block, Event, Evidence, Party, Readout, Sentence, Time
from dragoman.read.identity import article_id
from made import article, event, party

STATES = {"Chad": "TCD", "Niger": "NER", "Gabon": "GAB", "Ghana": "GHA", "Togo": "TGO", "Benin": "BEN", "Kenya": "KEN", "Rwanda": "RWA"}
_WORDS = """rains lorries ferry river market rice dockers strike prices bridge border town toll road works village guards school hill lamp
canal harvest clinic camel salt boats nets mill fair letters wells fences goats tents drums ford ruin valley quarry orchard warehouse ledger""".split()


def filler(*seed: str) -> str:
    """Sentences that are the same for the same seed and share next to nothing for another: the rest of an article."""
    draw = random.Random("|".join(seed))
    lines = [" ".join(draw.choices(_WORDS, k=12)).capitalize() + "." for _ in range(5)]
    return " ".join(lines)


def _side(name: str, text: str) -> Party:
    start = text.index(name)
    return party(name, STATES[name], name=name, sector="GOV", start=start, end=start + len(name))


def asked(who: str, whom: str, what: str, *, day: str, outlet: str, url: str | None = None, rest: str | None = None, **given: Any) -> Readout:
    """An article whose first sentence says that one state asked another to do something, on the day that it was published."""
    first = f"{who} on Tuesday asked {whom} to {what}."
    text = f"{first}\n\n{rest or filler(who, whom, what)}"
    blocks = (Block(part="body", paragraph=0, start=0, end=len(first)), Block(part="body", paragraph=1, start=len(first) + 2, end=len(text)))
    id = article_id(url=url, outlet=outlet, title=None, published=day, text=text)
    sentences = tuple(
        Sentence(id=f"s{n}", part="body", paragraph=b.paragraph, text=text[x:y], start=x, end=y)
        for n, (b, x, y) in enumerate(((b, x, y) for b in blocks for x, y in split(text, b.start, b.end)), 1)
    )
    act: Event = event(
        "REQUEST", (_side(who, text),), (_side(whom, text),), id=f"{id[:8]}request1", evidence=Evidence(start=0, end=len(first) - 1, text=first[:-1]),
        time=Time(start=day, end=day, precision="day", text="on Tuesday"), confidence=0.9, frame="request.ask", quad_class=3,
    )  # fmt: skip
    paper = article(text, id=id, input=f"{outlet}-{day}.txt", outlet=outlet, published=day, url=url, language="en", blocks=blocks, **given)
    empty = dict.fromkeys(("statements", "quotes", "meetings", "positions", "ties", "notes"), ())
    return Readout(schema=1, article=paper, sentences=sentences, events=(act,), **empty)


def uncoded(readout: Readout) -> Readout:
    """The same before coding."""
    return replace(readout, events=())
