"""What one given mention does to another in one passage: the form in which pair-labelled corpora ask (Hu et al., ACL 2024).

Two voices answer. The coder's own acts: one whose sides are the two mentions names its type. The pair model, which judges any passage
from its words (:mod:`dragoman.code.pairs_model`). Their beliefs are multiplied; so there is always an answer, a rule settles what the
model doubts, and the confidence is low where the two differ.

Pair-labelled corpora file some acts elsewhere than the contract does, by PLOVER's conversion table from CAMEO (draft 0.8, 2021): an act
that is promised is AGREE and one that is threatened THREATEN, whatever it is about; embargoes are COERCE, verdicts and investigations
ACCUSE, blockades, occupations, cyber attacks and broken truces ASSAULT (docs/decisions/0006-pairs.md).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from dragoman.code.cases import walk
from dragoman.code.pairs_model import PairModel
from dragoman.code.pairs_words import Mentions, Span, find_mentions
from dragoman.model import Event, Party, Readout

YIELD = "YIELD"
# CONCEDE and RETREAT in one, as the corpora have it; answered as RETREAT, which is one of PLOVER's types
_FILED = {
    "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": YIELD, "09": "ACCUSE", "10": "REQUEST",
    "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "163": "COERCE",
    "17": "COERCE", "1712": "ASSAULT", "175": "ASSAULT", "176": "ASSAULT", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
# CAMEO code, or the start of one -> type; the longest start holds
_AHEAD = dict.fromkeys(("CONSULT", "SUPPORT", YIELD, "COOPERATE", "AID"), "AGREE") | dict.fromkeys(
    ("SANCTION", "COERCE", "MOBILIZE", "PROTEST", "ASSAULT"), "THREATEN"
)
# what an act that is still to come counts as
_WEIGHT = {2: math.log(0.85 / 0.15), 1: math.log(0.6 / 0.4)}
# what an act with both sides, and with one, adds to its type: the odds that it is right. 0.85: most frames that join two mentions are right, some
# name a lesser act of the passage; 0.6: the other side may belong to another act
_TOLD = ("actual", "background", "planned")


class Judge(Protocol):
    """Anything that judges passages as the pair model does."""

    def judge(self, passages: Sequence[Mentions]) -> list[dict[str, float]]:
        """The share of belief in each type, for each passage."""


@dataclass(frozen=True, slots=True)
class Found:
    """The act that best joins two mentions."""

    type: str
    sides: int
    # how many of the mentions stand on their own side of it: 1 or 2


def pairs(
    readouts: Sequence[Readout], asked: Sequence[tuple[str, str, str | None]], model: Judge | None = None
) -> list[tuple[str, float]]:
    """What the first of two mentions does to the second, for many passages at once.

    Args:
        readouts: one a passage.
        asked: for each passage the words of the first and the second mention, and the passage with them tagged ``<s>..</s>`` and
            ``<t>..</t>``, which tells like ones apart, or None.
        model: the pair model; the packaged one if left out.

    Returns:
        PLOVER type and confidence of 0 to 1 for each passage, in order.

    Raises:
        EngineError: the weights of the packaged model cannot be read.
    """
    passages = [find_mentions(r.article.text, *a) for r, a in zip(readouts, asked, strict=True)]
    beliefs = (model or packaged_model()).judge(passages)
    return [_answer(b, find_act(r, p)) for r, p, b in zip(readouts, passages, beliefs, strict=True)]


@lru_cache(maxsize=1)
def packaged_model() -> PairModel:
    """The model that comes with the package; loaded once in a process."""
    return PairModel()


def find_act(readout: Readout, passage: Mentions) -> Found | None:
    """The act of a readout that best joins the two mentions; None where none touches them."""
    best: Found | None = None
    for event in readout.events:
        for act in walk(event):
            sides = _sides(act, passage)
            if act.status in _TOLD and sides > (best.sides if best else 0):
                best = Found(filed(act), sides)
    return best


def filed(act: Event) -> str:
    """The type that pair-labelled corpora give an act of this CAMEO code and status."""
    code = act.cameo or ""
    kind = next((_FILED[code[:n]] for n in (4, 3, 2) if code[:n] in _FILED), act.type)
    kind = YIELD if kind in ("CONCEDE", "RETREAT") else kind
    return _AHEAD.get(kind, kind) if act.status == "planned" else kind


def _answer(beliefs: Mapping[str, float], found: Found | None) -> tuple[str, float]:
    """The likeliest type once the act has had its say."""
    odds = dict(beliefs)
    if found is not None and found.type in odds:
        odds[found.type] *= math.exp(_WEIGHT[found.sides])
    kind = max(odds, key=odds.__getitem__)
    return ("RETREAT" if kind == YIELD else kind), round(odds[kind] / sum(odds.values()), 3)


def _sides(act: Event, passage: Mentions) -> int:
    """How many of the mentions stand on their own side of an act; those who meet do so on one side."""
    on = _at(act.actor, passage.source) + _at(act.recipient, passage.target)
    together = not act.recipient and _at(act.actor, passage.source) and _at(act.actor, passage.target)
    return 2 if together else on


def _at(parties: Iterable[Party], span: Span | None) -> bool:
    """Whether one of the parties stands within or around the mention."""
    return span is not None and any(
        p.start is not None and p.end is not None and p.start < span[1] and span[0] < p.end for p in parties
    )
