"""Readouts that nobody read: a made-up press with a fixed seed, for benches of folding and recording in which parsing is not timed.

The press brings `A_DAY` articles a day. A day has stories; a story has 3 to 8 acts between parties drawn by Zipf's law from the world's states, and is
told by one outlet (half of the stories) up to 12, each in words of its own, with some of the acts left out, some days told and some not. Of one story in
six an agency's text is carried by up to 8 outlets, word for word but for a trimmed end; these copies come as the ingesting road hands them on: uncoded.
One article in fifty is a newer version of a page that was read before. One act in 25 is told as history.
"""

from __future__ import annotations

import hashlib
import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from dragoman.model import (
    SCHEMA,
    Article,
    Block,
    Event,
    Evidence,
    Meeting,
    Party,
    Place,
    Readout,
    Sentence,
    Statement,
    Time,
)

A_DAY = 400
FIRST = date(2022, 1, 3)
STATES = """
USA CHN RUS UKR ISR IRN GBR FRA DEU TUR IND PAK SAU EGY JPN KOR PRK POL ARE QAT SYR LBN IRQ JOR YEM AFG BRA MEX CAN AUS IDN PHL VNM THA MMR MYS SGP
BGD LKA NPL ETH SOM KEN SDN SSD ERI DJI UGA RWA COD NGA GHA SEN MLI NER BFA TCD CMR ZAF ZWE MOZ AGO NAM BWA ZMB TZA DZA MAR TUN LBY ITA ESP PRT NLD
BEL SWE NOR FIN DNK EST LVA LTU CZE SVK HUN AUT CHE ROU BGR SRB HRV BIH MNE MKD ALB GRC CYP GEO ARM AZE KAZ UZB KGZ TJK TKM MNG COL VEN ECU PER BOL
CHL ARG URY PRY CUB HTI DOM GTM HND SLV NIC CRI PAN JAM TTO GUY NZL PNG FJI KHM LAO BTN MDV OMN KWT BHR UN EU NATO AU ASEAN ECOWAS IAEA WHO
""".split()
TYPES = {  # type: (weight, quad class, score, CAMEO root)
    "CONSULT": (30, 1, 2.5, "040"),
    "REQUEST": (15, 3, 0.0, "100"),
    "ACCUSE": (12, 3, -3.0, "110"),
    "AGREE": (10, 1, 2.5, "030"),
    "SUPPORT": (8, 1, 5.0, "050"),
    "REJECT": (6, 3, -2.0, "120"),
    "ASSAULT": (5, 4, -9.0, "190"),
    "THREATEN": (4, 3, -3.5, "130"),
    "AID": (4, 2, 10.0, "070"),
    "SANCTION": (3, 4, -6.0, "160"),
    "COERCE": (2, 4, -7.0, "170"),
    "COOPERATE": (1, 2, 9.5, "060"),
}
_SYLLABLES = "ba ke di mo ru sha le tri po na gu ve sto fi lan der mi ko par tes".split()


def _zipf(n: int) -> list[float]:
    return list(accumulate(1 / (i + 3) for i in range(n)))


@dataclass(frozen=True, slots=True)
class _Act:
    """What happened in a story."""

    type: str
    sides: tuple[str, str]
    day: date
    status: str
    place: str
    words: tuple[str, ...]


class Press:
    """The made-up press; the same for the same seed."""

    def __init__(self, seed: int = 6) -> None:
        self._dice = random.Random(seed)
        d = self._dice
        self._words = sorted({"".join(d.choices(_SYLLABLES, k=d.choice((2, 3, 4)))) for _ in range(20_000)})
        d.shuffle(self._words)
        self._outlets = [
            f"{self._words[i].title()} {kind}"
            for i, kind in enumerate(("Post", "Times", "Herald", "Wire", "Daily") * 30)
        ]
        self._by_word, self._by_state, self._by_outlet = (
            _zipf(len(self._words)),
            _zipf(len(STATES)),
            _zipf(len(self._outlets)),
        )
        self._kinds, self._by_kind = list(TYPES), list(accumulate(w for w, *_ in TYPES.values()))
        self._pages: list[Article] = []

    def readouts(self, count: int) -> Iterator[Readout]:
        """The first so many articles of the press, day by day."""
        made, day = 0, FIRST
        while made < count:
            today: list[Readout] = []
            while len(today) < A_DAY:
                today += self._story(day)
            self._dice.shuffle(today)
            for readout in today[: min(A_DAY, count - made)]:
                made += 1
                yield readout
            day += timedelta(days=1)

    def _draw(self, things: list[str], by: list[float]) -> str:
        return things[bisect(by, self._dice.random() * by[-1])]

    def _story(self, day: date) -> list[Readout]:
        d = self._dice
        acts = [self._act(day) for _ in range(d.randint(3, 8))]
        own = 1 if d.random() < 0.5 else min(12, 2 + int(d.expovariate(0.4)))
        out = [
            self._article(day, acts if n == 0 else d.sample(acts, max(2, len(acts) - d.randint(0, 3))))
            for n in range(own)
        ]
        if d.random() < 1 / 6:
            out += [self._copy(out[0]) for _ in range(d.randint(1, 8))]
        if d.random() < 0.06 and self._pages:
            out.append(self._update(day, acts))
        self._pages = [*self._pages[-500:], out[0].article]
        return out

    def _act(self, day: date) -> _Act:
        d = self._dice
        a = self._draw(STATES, self._by_state)
        b = next(s for s in iter(lambda: self._draw(STATES, self._by_state), None) if s != a)
        status = d.choices(("actual", "planned", "hypothetical", "background"), (80, 10, 6, 4))[0]
        when = day - timedelta(days=d.choice((0, 0, 0, 1, 1, 2, 4)))
        if status == "planned":
            when = day + timedelta(days=d.randint(1, 30))
        if status == "background":
            when = date(d.randint(1950, 2019), d.randint(1, 12), d.randint(1, 28))
        words = tuple(self._draw(self._words, self._by_word) for _ in range(d.randint(8, 16)))
        return _Act(
            self._draw(self._kinds, self._by_kind), (a, b), when, status, self._words[d.randrange(600)].title(), words
        )

    def _article(self, day: date, acts: list[_Act]) -> Readout:
        d = self._dice
        told = [(self._sentence(act), act) for act in acts]
        told += [(self._filler(), None) for _ in range(d.randint(8, 14))]
        head, *rest = told
        d.shuffle(rest)
        outlet = self._draw(self._outlets, self._by_outlet)
        published = f"{day}T{d.randrange(24):02}:{d.randrange(60):02}:00+00:00"
        return self._readout(outlet, published, [head, *rest])

    def _sentence(self, act: _Act) -> str:
        d = self._dice
        words = [w if d.random() < 0.65 else self._draw(self._words, self._by_word) for w in act.words]
        return f"{act.sides[0]} {act.type.lower()} {act.sides[1]} {' '.join(words)}."

    def _filler(self) -> str:
        return (
            " ".join(self._draw(self._words, self._by_word) for _ in range(self._dice.randint(10, 26))).capitalize()
            + "."
        )

    def _readout(
        self, outlet: str, published: str, told: list[tuple[str, _Act | None]], url: str | None = None
    ) -> Readout:
        text = "\n".join(sentence for sentence, _ in told)
        sentences, events, statements, meetings, at = [], [], [], [], 0
        id = hashlib.sha256(f"{outlet}{published}{text}".encode()).hexdigest()[:16]
        for n, (words, act) in enumerate(told, 1):
            sentence = Sentence(
                id=f"s{n}",
                part="title" if n == 1 else "body",
                paragraph=n - 1,
                text=words,
                start=at,
                end=at + len(words),
            )
            sentences.append(sentence)
            at += len(words) + 1
            if act:
                events.append(self._event(id, sentence, act))
                meetings += (
                    [self._meeting(id, events[-1])] if act.type == "CONSULT" and act.status != "background" else []
                )
            if act is None and self._dice.random() < 0.4:
                statements.append(self._statement(id, sentence))
        blocks = tuple(Block(part=s.part, paragraph=s.paragraph, start=s.start, end=s.end) for s in sentences)
        article = Article(
            id=id,
            input=f"{id}.txt",
            url=url or f"https://{outlet.replace(' ', '').lower()}.example/{id}",
            outlet=outlet,
            title=told[0][0],
            standfirst=None,
            byline=None,
            dateline=None,
            published=published,
            updated=None,
            language="en",
            text=text,
            tags=(),
            captions=(),
            agencies=(),
            disclaimer=None,
            boilerplate=(),
            blocks=blocks,
        )
        return Readout(
            schema=SCHEMA,
            article=article,
            sentences=tuple(sentences),
            events=tuple(events),
            statements=tuple(statements),
            quotes=(),
            meetings=tuple(meetings),
            positions=(),
            ties=(),
            notes=(),
        )

    def _event(self, article: str, sentence: Sentence, act: _Act) -> Event:
        _, quad, score, cameo = TYPES[act.type]
        end = min(len(sentence.text), 40)
        return Event(
            id=hashlib.sha256(f"{article}{sentence.id}".encode()).hexdigest()[:16],
            sentence=sentence.id,
            type=act.type,
            mode=None,
            contexts=("diplomatic",),
            actor=(_party(act.sides[0], sentence),),
            recipient=(_party(act.sides[1], sentence),),
            about=(),
            status=act.status,
            time=self._time(act),
            place=Place(name=act.place, country=act.sides[1], lat=None, lon=None)
            if self._dice.random() < 0.5
            else None,
            magnitude=None,
            attribution=(),
            evidence=Evidence(start=sentence.start, end=sentence.start + end, text=sentence.text[:end]),
            frame=f"{act.type.lower()}.made",
            cameo=cameo,
            quad_class=quad,
            score=score,
            confidence=0.9,
        )

    def _time(self, act: _Act) -> Time | None:
        if act.status == "background":
            return Time(start=str(act.day)[:7], end=str(act.day)[:7], precision="month", text="then")
        return (
            Time(start=str(act.day), end=str(act.day), precision="day", text="that day")
            if self._dice.random() < 0.6
            else None
        )

    def _meeting(self, article: str, event: Event) -> Meeting:
        status = "held" if event.status == "actual" else "planned"
        return Meeting(
            id=f"{article}:m{event.sentence}",
            sentences=(event.sentence,),
            participants=(*event.actor, *event.recipient),
            format="bilateral",
            level="minister",
            place=event.place,
            time=event.time,
            status=status,
            ordinal=None,
            agenda=(),
            outcome=(),
        )

    def _statement(self, article: str, sentence: Sentence) -> Statement:
        speaker = _party(self._draw(STATES, self._by_state), sentence)
        return Statement(
            id=f"{article}:{sentence.id}",
            sentence=sentence.id,
            speaker=(speaker,),
            addressee=(),
            cue="said",
            content=sentence.text,
            source_span=None,
            cue_span=None,
            content_span=(sentence.start, sentence.end),
            directness="indirect",
            medium=None,
            time=None,
            attribution=(),
        )

    def _copy(self, original: Readout) -> Readout:
        """The words of an agency at another outlet, trimmed from the end; uncoded, as the ingesting road hands copies on."""
        d = self._dice
        kept = max(6, int(len(original.sentences) * d.uniform(0.7, 1.0)))
        told = [(s.text, None) for s in original.sentences[:kept]]
        made = self._readout(self._draw(self._outlets, self._by_outlet), original.article.published or "", told)
        return replace(made, statements=())

    def _update(self, day: date, acts: list[_Act]) -> Readout:
        """A page that was read before and now says something else."""
        page = self._dice.choice(self._pages)
        told: list[tuple[str, _Act | None]] = [(self._sentence(act), act) for act in acts]
        told += [(self._filler(), None) for _ in range(10)]
        return self._readout(page.outlet or "", f"{day}T12:00:00+00:00", told, url=page.url)


def _party(code: str, sentence: Sentence) -> Party:
    sector = "IGO" if code in {"UN", "EU", "NATO", "AU", "ASEAN", "ECOWAS", "IAEA", "WHO"} else "GOV"
    return Party(
        text=code,
        start=sentence.start,
        end=sentence.start + len(code),
        name=code,
        code=code,
        sector=sector,
        role=None,
        person=None,
        basis="made",
    )
