"""Storylines: events that belong together over time, named after who takes part and what it is about.

Events are gone through by their days. Each joins the storyline that it is most like, of those that had an event in the last weeks, or begins one of
its own: single-pass clustering with a time window, as topic detection does with news (Allan, Papka and Lavrenko 1998, "On-line new event
detection and tracking"). Likeness is the cosine of weighted features: the pair of parties, each party, parties of the acts inside, place, and the
words of the sentences that neither name the parties nor say what type of act it is. Features count the more the fewer events have them, so
that "Darfur" binds and "USA" does not. The order is that of days and ids, so the same events give the same storylines however they came.
"""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from math import log, sqrt

from dragoman.engine.words import content_terms, plain, plain_words
from dragoman.model import Event, FoldedEvent, Party, Storyline

GAP = 21
# days after which a storyline without a new event is over: talks are resumed within weeks, and what comes later is another round
ALIKE = 0.22
# least cosine; set on the stories of tests/fold/stories that may be looked at
_WEIGHTS = {"pair": 1.5, "party": 0.75, "third": 1.0, "place": 1.0, "word": 0.6}
# a sentence has a dozen words and one pair of parties; most words of two reports of one story differ
_SENTENCES = 6
# of an event that give its words: more of them say the same
_COMMON = 200
# storylines going on that may share a feature before it leads to none of them: so a hot party does not make every event meet every other
_SOON = 2
# days in which what the same parties do is one affair, though the words be others: a charge, the answer, the note
_RECENT = 12
# events that say what a storyline is about now
_NOTHING = 1e-9
_NAMED, _WORDS = 3, 3
# parties and words of a name
_VERBS = ("ed", "ing", "ly")
# endings of words that seldom name a thing
_NUMBERS = frozenset(
    "three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million billion".split()
)
_SHARE = 0.25
# of a storyline's events that a party must be in to be named

Feature = tuple[str, str]


@dataclass(slots=True)
class _Told:
    """An event as far as storylines go."""

    event: FoldedEvent
    day: int
    # that on which it began, else that of its first report
    features: Counter[Feature]
    terms: dict[str, str]
    # stem -> the word as it stands first
    neighbours: frozenset[tuple[str, str]]
    # stems that stand side by side
    names: frozenset[str]
    # stems of the words that parties are called by, those of the acts inside too


@dataclass(slots=True)
class _Line:
    members: list[_Told] = field(default_factory=list)
    recent: deque[dict[Feature, float]] = field(default_factory=deque)
    # the weights of its last events: a storyline that is long may have moved on
    sums: dict[Feature, float] = field(default_factory=dict)
    # of these
    square: float = 0.0
    # of the length of `sums`
    last: int = 0

    def add(self, one: _Told, weights: dict[Feature, float]) -> None:
        self.members.append(one)
        self.last = one.day
        self.recent.append(weights)
        self._count(weights, 1)
        if len(self.recent) > _RECENT:
            self._count(self.recent.popleft(), -1)

    def _count(self, weights: dict[Feature, float], sign: int) -> None:
        for f, w in weights.items():
            before = self.sums.get(f, 0.0)
            self.square += 2 * sign * before * w + w * w
            self.sums[f] = before + sign * w
            if self.sums[f] < _NOTHING:
                del self.sums[f]


def storylines(events: Iterable[FoldedEvent], *, gap: int = GAP, least: int = 2) -> tuple[Storyline, ...]:
    """The storylines of some events, by their first days.

    Args:
        events: of a record; events without any day are left out.
        gap: days after which a storyline without a new event is over.
        least: events below which it is none.
    """
    told = sorted((t for t in map(_told, events) if t is not None), key=lambda t: (t.day, t.event.id))
    rarity = _rarity(told)
    lines: list[_Line] = []
    going = _Going(gap)
    for one in told:
        weights = _unit({f: n * rarity[f] for f, n in one.features.items()})
        near = [(_cosine(weights, line, one.day), -n) for n, line in going.near(one, weights)]
        alike, n = max(near, default=(0.0, 0))
        if alike < ALIKE:
            n = -len(lines)
            lines.append(_Line())
        lines[-n].add(one, weights)
        going.note(-n, lines[-n], weights)
    names = frozenset(stem for one in told for stem in one.names)
    return tuple(_noun(line, rarity, names) for line in lines if len(line.members) >= least)


class _Going:
    """The storylines that go on, by their features."""

    def __init__(self, gap: int) -> None:
        self._gap = gap
        self._by_feature: dict[Feature, dict[int, _Line]] = {}

    def near(self, one: _Told, features: Iterable[Feature]) -> Iterator[tuple[int, _Line]]:
        found: dict[int, _Line] = {}
        for f in features:
            lines = self._by_feature.get(f, {})
            over = [n for n, line in lines.items() if one.day - line.last > self._gap]
            for n in over:
                del lines[n]
            if len(lines) <= _COMMON:
                found |= lines
        return iter(found.items())

    def note(self, n: int, line: _Line, features: Iterable[Feature]) -> None:
        for f in features:
            self._by_feature.setdefault(f, {})[n] = line


def _unit(weights: dict[Feature, float]) -> dict[Feature, float]:
    length = sqrt(sum(w * w for w in weights.values())) or 1.0
    return {f: w / length for f, w in weights.items()}


def _cosine(weights: dict[Feature, float], line: _Line, day: int) -> float:
    """Likeness to the mean of a storyline's last events. Who shares no party is not of it; parties alone join only what was told days before."""
    shared = {f[0] for f in weights if f in line.sums}
    if shared.isdisjoint(("party", "third")) or (shared <= {"party", "pair"} and day - line.last > _SOON):
        return 0.0
    return sum(w * line.sums[f] for f, w in weights.items() if f in line.sums) / (sqrt(line.square) or 1.0)


# -- events ----------------------------------------------------------------------------------------------------------------------------------


def _told(event: FoldedEvent) -> _Told | None:
    start = event.time.start if event.time else None
    days = [start] if start and len(start) >= 10 else [r.published for r in event.reports if r.published]
    if not days:
        return None
    parties = _names((*event.actor, *event.recipient))
    thirds = [
        n
        for n in dict.fromkeys(_names(p for e in _walk(event.about) for p in (*e.actor, *e.recipient)))
        if n not in parties
    ]
    texts = list(dict.fromkeys(r.sentence for r in event.reports))[:_SENTENCES]
    called = [w for p in (*event.actor, *event.recipient) for w in (p.text, p.name or "", p.person or "")]
    idle = plain_words(event.type)
    runs = [[t for t in content_terms(text, called) if t[0] not in idle] for text in texts]
    features: Counter[Feature] = Counter({("party", p): 1 for p in parties})
    features.update(("third", t) for t in thirds)
    features.update(("pair", f"{a} {b}") for a, b in combinations(sorted(parties)[:6], 2))
    features.update(("word", stem) for stem in {s for run in runs for s, _ in run})
    if event.place:
        features["place", event.place.name] += 1
    terms = {stem: word for run in reversed(runs) for stem, word in reversed(run)}
    beside = frozenset((a, b) for run in runs for (a, _), (b, _) in zip(run, run[1:], strict=False))
    inside = [
        w for e in _walk(event.about) for p in (*e.actor, *e.recipient) for w in (p.text, p.name or "", p.person or "")
    ]
    names = frozenset(stem for w in (*called, *inside) for stem, word in content_terms(w) if word[0].isupper())
    return _Told(event, date.fromisoformat(min(days)[:10]).toordinal(), features, terms, beside, names)


def _names(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.code or p.name or p.text for p in parties if p.code or p.name))


def _walk(events: Iterable[Event]) -> Iterator[Event]:
    todo = deque(events)
    while todo:
        event = todo.popleft()
        yield event
        todo.extend(event.about)


def _rarity(told: Sequence[_Told]) -> dict[Feature, float]:
    """How much each feature says: the fewer events have it, the more."""
    common: Counter[Feature] = Counter(f for one in told for f in one.features)
    return {f: _WEIGHTS[f[0]] * log(1 + len(told) / n) for f, n in common.items()}


# -- names -----------------------------------------------------------------------------------------------------------------------------------


def _noun(line: _Line, rarity: dict[Feature, float], names: frozenset[str]) -> Storyline:
    events = [m.event for m in line.members]
    parties = _leading(line)
    words = _telling(line, rarity, names)
    dated = sorted(e.time.start for e in events if e.time and e.time.start and len(e.time.start) >= 10)
    days = dated or sorted(r.published for e in events for r in e.reports if r.published)
    return Storyline(
        id=hashlib.sha256(f"storyline\x1f{events[0].id}".encode()).hexdigest()[:16],
        name=f"{', '.join(parties)}: {', '.join(words)}" if words else ", ".join(parties),
        parties=parties,
        words=words,
        since=days[0][:10] if days else None,
        until=days[-1][:10] if days else None,
        events=tuple(e.id for e in events),
        reports=sum(len(e.reports) for e in events),
        outlets=tuple(sorted({o for e in events for o in e.outlets})),
    )


def _leading(line: _Line) -> tuple[str, ...]:
    """The parties that take part most; at least two where there are, so that a name says who with whom."""
    held = Counter(f[1] for m in line.members for f in m.features if f[0] == "party")
    ranked = sorted(held, key=lambda p: (-held[p], p))
    often = [p for p in ranked if held[p] >= _SHARE * len(line.members)]
    return tuple((often if len(often) > 1 else ranked[:2])[:_NAMED])


def _telling(line: _Line, rarity: dict[Feature, float], names: frozenset[str]) -> tuple[str, ...]:
    """The words that most of its events and few others have; two that often stand side by side are one."""
    held = Counter(f[1] for m in line.members for f in m.features if f[0] == "word")
    shown = {stem: word for m in reversed(line.members) for stem, word in m.terms.items()}
    fit = [
        w
        for w in held
        if not _is_name(shown[w], names) and w.isalpha() and not shown[w].endswith(_VERBS) and w not in _NUMBERS
    ]
    often = [w for w in fit if held[w] > 1] or fit
    value = {w: held[w] * rarity["word", w] for w in often}
    beside = Counter(pair for m in line.members for pair in m.neighbours if pair[0] in value and pair[1] in value)
    out: list[tuple[str, ...]] = []
    for stem in sorted(value, key=lambda w: (-value[w], w)):
        taken = {w for words in out for w in words}
        if stem in taken or len(out) == _WORDS:
            continue
        mates = [
            p for p, n in sorted(beside.items()) if stem in p and n > 1 and 2 * n >= held[stem] and taken.isdisjoint(p)
        ]
        best = max(mates, key=beside.__getitem__, default=None)
        out.append(best or (stem,))
    return tuple(" ".join(shown[w] for w in words) for words in out)


def _is_name(word: str, names: frozenset[str]) -> bool:
    """Whether it is a party's name or made from one: *Egyptian* says no more than EGY."""
    stem = plain(word)
    return word[0].isupper() and any(n.startswith(stem[:4]) for n in names if len(n) > 3)
