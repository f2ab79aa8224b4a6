"""Whether two claims tell of one act: what bars it, and how much speaks for it, with the reasons.

The sum is in the manner of Fellegi and Sunter (1969): each agreement and disagreement adds the logarithm, to base 2, of how much likelier it is
between two tellings of one act than between two acts of the same parties. The weights are estimates, set on the half of our own stories that
may be looked at (``tests/fold/stories``), not fitted.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.engine.words import likeness
from dragoman.fold.claim import MUTUAL, Claim
from dragoman.fold.days import Span
from dragoman.fold.keys import DEEDS, NEAR, akin, is_open, window
from dragoman.fold.stance import fits, stance

LINK = 3.0
# sum from which two claims are one act
SELDOM = frozenset({"SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "THREATEN", "PROTEST", "MOBILIZE"})
# what one party seldom does to another twice in a few days; talks, pleas, charges, refusals and strikes come in series
_HEADS = frozenset({"title", "standfirst"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two claims are. ``score`` is None where something bars it."""

    score: float | None
    reasons: tuple[tuple[str, float], ...]

    @property
    def linked(self) -> bool:
        """Whether they are taken for one act."""
        return self.score is not None and self.score >= LINK


_BARRED = Likeness(score=None, reasons=(("other act, parties, time or persons", 0.0),))
_UNTOLD = Likeness(score=None, reasons=(("half told, elsewhere or on other days", 0.0),))


def compare(a: Claim, b: Claim) -> Likeness:
    """Compare two claims; ``compare(a, b) == compare(b, a)``."""
    return weigh(a, b) if _told_enough(a, b) else _UNTOLD


def weigh(a: Claim, b: Claim) -> Likeness:
    """The same for two of which it is known from others that they may be one: half-told acts are weighed, too."""
    if not _may_be_one(a, b):
        return _BARRED
    reasons = tuple((why, weight) for why, weight in _weights(a, b) if weight)
    return Likeness(score=round(sum(w for _, w in reasons), 3), reasons=reasons)


def _may_be_one(a: Claim, b: Claim) -> bool:
    if not akin(a.event.type, b.event.type):
        return False
    if _same_article(a, b) and a.meeting and b.meeting and a.meeting != b.meeting and not is_open(a) and not is_open(b):
        return False
    return fits(stance(a), stance(b))


def _told_enough(a: Claim, b: Claim) -> bool:
    """An act of which one tells only half must be told in the same article, on the same days, or at the same place, and must share a party."""
    if not is_open(a) and not is_open(b):
        return True
    if _same_place(a, b):
        return True
    if (a.actors or a.recipients or b.actors or b.recipients) and (a.actors | a.recipients).isdisjoint(
        b.actors | b.recipients
    ):
        return False
    if a.published is None or b.published is None:
        return _same_article(a, b)
    return abs(a.published - b.published) <= NEAR


def _same_article(a: Claim, b: Claim) -> bool:
    return a.report.article is not None and a.report.article == b.report.article


def _same_place(a: Claim, b: Claim) -> bool:
    x, y = a.event.place, b.event.place
    return x is not None and y is not None and x.name == y.name and _are_deeds(a, b)


def _weights(a: Claim, b: Claim) -> tuple[tuple[str, float], ...]:
    return (
        ("sides", _sides(a, b)),
        ("time", _time(a, b)),
        ("words", _words(a, b)),
        ("story", _story(a, b)),
        ("what it is about", _about(a, b)),
        ("mode", _mode(a, b)),
        ("type", _type(a, b)),
        ("place", _place(a, b)),
        ("numbers", _numbers(a, b)),
        ("sentence", _sentence(a, b)),
        ("persons", _persons(a, b)),
        ("meeting record", 3.0 if a.meeting and a.meeting == b.meeting else 0.0),
        ("head of the article", _head(a, b)),
        ("status", _status(a, b)),
    )


def _sides(a: Claim, b: Claim) -> float:
    """2 for the same parties on both sides, less for each party that one of them leaves out."""
    if a.event.type in MUTUAL or b.event.type in MUTUAL:
        alike = _share(a.actors | a.recipients, b.actors | b.recipients)
    else:
        alike = (_share(a.actors, b.actors) + _share(a.recipients, b.recipients)) / 2
    if is_open(a) and is_open(b):
        alike /= 2
    return round(2 * alike + (0.75 if a.vague & b.vague else 0.0), 3)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    if a and b:
        return len(a & b) / len(a | b)
    # who is told in one alone speaks for neither
    return 0.25 if a or b else 0.5


def _time(a: Claim, b: Claim) -> float:
    x, y = window(a), window(b)
    if x is None or y is None:
        return -0.5
    deed = _are_deeds(a, b)
    if a.span and b.span:
        return -1.0 if _is_sum(a) != _is_sum(b) else _by_day(x, y, deed)
    if a.span is None and b.span is None:
        return _by_publication(a, b)
    told, untold = (a, b) if a.span else (b, a)
    return _by_day_and_publication(told, untold, deed)


def _by_day(x: Span, y: Span, deed: bool) -> float:
    if x.exact and y.exact:
        day = 2.0 if x.first == y.first else -2.0
        return day if deed or day < 0 else 1.0
    if x == y:
        return 1.0
    return 0.5 if min(x.last - x.first, y.last - y.first) <= 7 else 0.0


def _is_sum(claim: Claim) -> bool:
    """Whether it sums up all that was done since a day."""
    time = claim.event.time
    return time is not None and time.start is not None and time.end is None


def _by_publication(a: Claim, b: Claim) -> float:
    """Where both times are untold: articles of the same days tell of the same acts."""
    if _same_article(a, b):
        return 0.5
    if a.published is None or b.published is None:
        return 0.0
    return {0: 1.0, 1: 0.75, 2: 0.25}.get(abs(a.published - b.published), -0.75)


def _by_day_and_publication(told: Claim, untold: Claim, deed: bool) -> float:
    """An act without a time was most likely on the day of its article or the day before; one still to come, after it."""
    assert told.span is not None
    if untold.published is None or not told.span.exact:
        return 0.0
    before = untold.published - told.span.first
    if untold.event.status == "planned":
        return 0.5 if before < 0 else -1.5
    if _same_article(told, untold):
        return 0.5
    return 1.0 if before in (0, 1) else 0.25 if before in (2, 3) else -0.25 if deed else -0.75


def _words(a: Claim, b: Claim) -> float:
    """Words of the evidence count against the other's whole sentence: a long sentence tells of several acts. Within one, only evidence counts."""
    if _same_sentence(a, b):
        return round(3.0 * likeness(a.evidence, b.evidence), 3)
    alike = max(likeness(a.evidence, b.words), likeness(b.evidence, a.words), likeness(a.words, b.words) * 0.8)
    if alike:
        return round(4.0 * alike, 3)
    # pleas, charges and refusals come in series, and what sets them apart are their words
    return 0.0 if _are_deeds(a, b) or min(len(a.words), len(b.words)) < 3 else -1.0


def _story(a: Claim, b: Claim) -> float:
    """Two articles about the same things tell of the same acts, in whatever words; a quarter of the words of a head is as much as papers share."""
    return 0.0 if _same_article(a, b) else round(min(1.0, 4.0 * likeness(a.topic, b.topic)), 3)


def _type(a: Claim, b: Claim) -> float:
    """The rarer an act, the more it says that both tell of one."""
    if a.event.type != b.event.type:
        return -1.0
    return 0.5 if a.event.type in SELDOM else 0.0


def _about(a: Claim, b: Claim) -> float:
    """What was asked, offered, refused: alike or another thing."""
    if not a.deeds or not b.deeds:
        return 0.0
    acts = 0.25 if a.deeds & b.deeds else -1.0
    if a.thirds and b.thirds:
        return acts + (1.5 if a.thirds & b.thirds else -2.0)
    return acts


def _mode(a: Claim, b: Claim) -> float:
    """A call is no visit; what kind of blame or plea it was, coders tell apart less surely."""
    x, y = a.event.mode, b.event.mode
    if not x or not y or a.event.type != b.event.type:
        return 0.0
    if x == y:
        return 0.5
    if a.event.type == "CONSULT" and "phone" in (x, y):
        return -3.0
    return -0.5 if _are_deeds(a, b) else -0.25


def _place(a: Claim, b: Claim) -> float:
    x, y = a.event.place, b.event.place
    if x is None or y is None:
        return 0.0
    if x.name == y.name:
        return 1.0
    if x.country and y.country and x.country != y.country:
        return -2.0
    return -1.5 if a.event.type == b.event.type == "ASSAULT" else -0.25


def _numbers(a: Claim, b: Claim) -> float:
    """The same number of two or more is told of one act; other numbers say little, for tolls grow."""
    x, y = a.event.magnitude, b.event.magnitude
    if x is None or y is None:
        return 0.0
    pairs = [
        (m, n)
        for m, n in ((x.dead, y.dead), (x.injured, y.injured), (x.size, y.size))
        if m is not None and n is not None
    ]
    return 1.0 if any(m == n and m > 1 for m, n in pairs) else -0.25 if pairs else 0.0


def _sentence(a: Claim, b: Claim) -> float:
    """A deed told twice in one sentence, once without its other side: "struck the town, killing three"."""
    return 2.0 if _same_sentence(a, b) and _are_deeds(a, b) and is_open(a) != is_open(b) else 0.0


def _same_sentence(a: Claim, b: Claim) -> bool:
    return a.report.sentence == b.report.sentence and _same_article(a, b)


def _persons(a: Claim, b: Claim) -> float:
    """The same named persons; those of another name were barred where it matters."""
    x, y = dict(a.people), dict(b.people)
    shared = x.keys() & y.keys()
    if not shared:
        return 0.0
    return 0.75 if all(same_person(x[c], y[c]) for c in shared) else -1.5


def _head(a: Claim, b: Claim) -> float:
    """Title and standfirst say again what the body says, most likely its beginning."""
    if not _same_article(a, b) or a.part == b.part:
        return 0.0
    if a.part in _HEADS and b.part in _HEADS:
        return 1.0
    if (a.part in _HEADS) == (b.part in _HEADS):
        return 0.0
    return 1.5 if a.lead or b.lead else 0.75


def _status(a: Claim, b: Claim) -> float:
    return 0.0 if a.event.status == b.event.status else -0.5


def _are_deeds(a: Claim, b: Claim) -> bool:
    """Both of them, so that the order in which two claims are compared does not matter: an expulsion is SANCTION to one outlet and REJECT to another."""
    return a.event.type in DEEDS and b.event.type in DEEDS


def same_person(a: str, b: str) -> bool:
    """Whether two plain names share a word of three letters or more."""
    return bool({w for w in a.split() if len(w) > 2} & {w for w in b.split() if len(w) > 2})


__all__ = ["DEEDS", "LINK", "Likeness", "compare", "same_person", "weigh"]
