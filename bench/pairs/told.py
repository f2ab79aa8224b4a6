"""Whole sentences of our own as marked rows, and the same sentences with other names in them.

``told0.txt``: an early set, whose author had read rows of ``dev``. ``told1.txt`` to ``told3.txt``: 3,836 by region, and ``codes1.txt`` to ``codes3.txt``:
2,554 by category of CAMEO, by six authors who had read none (docs/decisions/0006-pairs.md).
"""

import random
import re
from collections.abc import Iterable
from pathlib import Path

from sentences import Maker, Row

_FOLDER = Path(__file__).parent
_EARLY_HELD = 4
# every fourth sentence of a type of `told0.txt` is kept from training
_HELD = {"told": 250, "codes": 200}
_SEED = {"told": 0, "codes": 5}
# and so many of the others, drawn by lot
_NAME = re.compile(r"<([st])>((?:the |The )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)</\1>")


def early() -> tuple[list[Row], list[Row]]:
    """(sentences to train on, sentences held out) of `told0.txt`."""
    known: list[Row] = []
    held: list[Row] = []
    number: dict[str, int] = {}
    for row in _read(_FOLDER / "told0.txt"):
        number[row.type] = number.get(row.type, 0) + 1
        (known if number[row.type] % _EARLY_HELD else held).append(row)
    return known, held


def fresh(kind: str) -> tuple[list[Row], list[Row]]:
    """(sentences to train on, sentences held out) of the files that are called ``told1`` and so on, or ``codes1`` and so on."""
    rows = [row for path in sorted(_FOLDER.glob(f"{kind}[1-9].txt")) for row in _read(path)]
    random.Random(_SEED[kind]).shuffle(rows)
    return rows[_HELD[kind] :], rows[: _HELD[kind]]


def _read(path: Path) -> Iterable[Row]:
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if section := re.fullmatch(r"\[([A-Z]+)\]", line.strip()):
            kind = section[1]
        elif line.strip() and not line.startswith("#"):
            marked = line.replace("[", "<s>").replace("]", "</s>").replace("{", "<t>").replace("}", "</t>")
            yield Row(marked.strip(), kind)


def varied(rows: list[Row], times: int, seed: int) -> list[Row]:
    """Each sentence so many times over, in the copies with other parties where its own is a bare name."""
    rng, maker = random.Random(seed), Maker(seed)
    out = list(rows) if times else []
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
