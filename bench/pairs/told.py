"""Whole sentences of our own (``told.txt``) as marked rows, and the same sentences with other names in them."""

import random
import re
from pathlib import Path

from sentences import Maker, Row

TOLD = Path(__file__).with_name("told.txt")
_HELD = 4
# every fourth sentence of a type is kept from training, for the choice of a model
_NAME = re.compile(r"<([st])>((?:the |The )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)</\1>")


def told() -> tuple[list[Row], list[Row]]:
    """(sentences to train on, sentences held out)."""
    known: list[Row] = []
    held: list[Row] = []
    kind, number = "", 0
    for line in TOLD.read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"\[[A-Z]+\]", line):
            kind, number = line.strip("[]"), 0
        elif line.strip() and not line.startswith("#"):
            number += 1
            marked = line.replace("[", "<s>").replace("]", "</s>").replace("{", "<t>").replace("}", "</t>")
            (known if number % _HELD else held).append(Row(marked.strip(), kind))
    return known, held


def varied(rows: list[Row], times: int, seed: int) -> list[Row]:
    """Each sentence some times over, in the copies with other parties where its own is a bare name."""
    rng, maker = random.Random(seed), Maker(seed)
    out = list(rows)
    for row in rows:
        for _ in range(times - 1):
            out.append(
                Row(
                    _NAME.sub(
                        lambda m: f"<{m[1]}>{maker.party()}</{m[1]}>" if rng.random() < 0.6 else m[0], row.marked
                    ),
                    row.type,
                )
            )
    return out
