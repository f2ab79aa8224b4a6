"""Whether two claims tell of one act: what bars it, and how much speaks for it, with the reasons.

The sum is in the manner of Fellegi and Sunter (1969): each agreement and disagreement adds the logarithm, to base 2, of how much likelier it is
between two tellings of
one act than between two acts of the same parties. The weights are our estimates, set on stories of our own (``tests/fold/stories.yml``), not fitted.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.fold.claim import Claim
from dragoman.fold.keys import akin, window
from dragoman.fold.stance import Stance, join, stance
from dragoman.fold.words import likeness

LINK = 3.0
# sum from which two claims are one act
DEEDS = frozenset({"CONSULT", "SANCTION", "COERCE", "ASSAULT", "RETREAT", "MOBILIZE", "AID", "COOPERATE", "PROTEST"})
# what two parties seldom do twice on a day, so that parties and day nearly settle it; of words there are many


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two claims are. ``score`` is None where something bars it."""

    score: float | None
    reasons: tuple[tuple[str, float], ...]

    @property
    def linked(self) -> bool:
        """Whether they are taken for one act."""
        return self.score is not None and self.score >= LINK


def compare(a: Claim, b: Claim) -> Likeness:
    """Compare two claims; ``compare(a, b) == compare(b, a)``."""
    if not _may_be_one(a, b):
        return Likeness(score=None, reasons=(("other act, parties, time or persons", 0.0),))
    reasons = tuple((why, weight) for why, weight in _weights(a, b) if weight)
    return Likeness(score=round(sum(w for _, w in reasons), 3), reasons=reasons)


def _may_be_one(a: Claim, b: Claim) -> bool:
    if not akin(a.event.type, b.event.type) and not _is_planned_meeting(a, b):
        return False
    if a.report.article == b.report.article and a.meeting and b.meeting and a.meeting != b.meeting:
        return False
    return join(stance(a), stance(b)) is not None


def _is_planned_meeting(a: Claim, b: Claim) -> bool:
    """ "Agreed to meet" and "will meet"."""
    x, y = sorted((a, b), key=lambda c: c.event.type)
    return x.event.type == "AGREE" and "CONSULT" in x.deeds and y.event.type == "CONSULT" and y.event.status == "planned"


def _weights(a: Claim, b: Claim) -> tuple[tuple[str, float], ...]:
    return (
        ("sides", _sides(a, b)),
        ("time", _time(a, b)),
        ("words", _words(a, b)),
        ("what it is about", _about(a, b)),
        ("mode", _mode(a, b)),
        ("type", 0.0 if a.event.type == b.event.type else -1.0),
        ("place", _place(a, b)),
        ("persons", _persons(a, b)),
        ("meeting record", 3.0 if a.meeting and a.meeting == b.meeting else 0.0),
        ("head of the article", _head(a, b)),
        ("status", _status(a, b)),
    )


def _sides(a: Claim, b: Claim) -> float:
    if a.actors == b.actors and a.recipients == b.recipients:
        return 2.0 if a.actors and (a.recipients or len(a.actors) > 1) else 0.5
    return 1.0 if a.actors & b.actors and (a.recipients & b.recipients or a.recipients == b.recipients) else 0.0


def _time(a: Claim, b: Claim) -> float:
    x, y = window(a), window(b)
    if x is None or y is None:
        return -0.5
    if a.span is None or b.span is None:
        return _by_publication(a, b)
    if x.exact and y.exact:
        day = {0: 2.0, 1: -1.0}.get(x.gap(y), -4.0)
        return day if a.event.type in DEEDS else day / 2
    return 0.5 if min(x.last - x.first, y.last - y.first) <= 7 else 0.0


def _by_publication(a: Claim, b: Claim) -> float:
    """Where a time is untold: articles of the same days tell of the same acts, more so if it is one article."""
    if a.report.article == b.report.article:
        return 0.5
    if a.published is None or b.published is None:
        return 0.0
    return {0: 1.0, 1: 0.75, 2: 0.25}.get(abs(a.published - b.published), -0.75)


def _words(a: Claim, b: Claim) -> float:
    """Words of the evidence count against the other's whole sentence: a long sentence tells of several acts."""
    alike = max(likeness(a.evidence, b.words), likeness(b.evidence, a.words), likeness(a.words, b.words) * 0.8)
    return round(4.0 * alike - (0.0 if a.event.type in DEEDS else 0.5), 3)


def _about(a: Claim, b: Claim) -> float:
    """What was asked, offered, refused: alike or another thing."""
    if not a.deeds or not b.deeds:
        return 0.0
    acts = 0.5 if a.deeds & b.deeds else -1.5
    if a.thirds and b.thirds:
        return acts + (1.5 if a.thirds & b.thirds else -2.0)
    return acts


def _mode(a: Claim, b: Claim) -> float:
    x, y = a.event.mode, b.event.mode
    if not x or not y or a.event.type != b.event.type:
        return 0.0
    return 0.5 if x == y else -1.0


def _place(a: Claim, b: Claim) -> float:
    x, y = a.event.place, b.event.place
    if x is None or y is None:
        return 0.0
    if x.name == y.name:
        return 1.0
    return -2.0 if x.country and y.country and x.country != y.country else -0.25


def _persons(a: Claim, b: Claim) -> float:
    """The same named persons; those of another name were barred where it matters."""
    x, y = dict(a.people), dict(b.people)
    shared = x.keys() & y.keys()
    if not shared:
        return 0.0
    return 0.75 if all(same_person(x[c], y[c]) for c in shared) else -1.5


def _head(a: Claim, b: Claim) -> float:
    """Title and standfirst say again what the body says."""
    heads = {"title", "standfirst"}
    same = a.report.article is not None and a.report.article == b.report.article
    return 1.0 if same and (a.part in heads) != (b.part in heads) else 0.5 if same and {a.part, b.part} == heads else 0.0


def _status(a: Claim, b: Claim) -> float:
    return 0.0 if a.event.status == b.event.status else -0.5


def same_person(a: str, b: str) -> bool:
    """Whether two plain names share a word of three letters or more."""
    return bool({w for w in a.split() if len(w) > 2} & {w for w in b.split() if len(w) > 2})


__all__ = ["DEEDS", "LINK", "Likeness", "Stance", "compare", "same_person"]
