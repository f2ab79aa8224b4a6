"""Where PLOVER's CAMEO conversion table of 2021 files an act otherwise than the contract does."""

from typing import Any

_MOVED = {
    "163": "COERCE",  # embargo, boycott, sanctions
    "115": "ACCUSE",
    "116": "ACCUSE",  # found guilty
    "09": "ACCUSE",  # investigations
    "175": "ASSAULT",  # violent repression
    "1712": "ASSAULT",  # destroyed property
    "176": "ASSAULT",  # cyber attack
    "191": "ASSAULT",  # blockade: the table has COERCE, the pair set files all of CAMEO's 19 as force
    "192": "ASSAULT",  # occupation: likewise
    "196": "ASSAULT",  # a broken truce
    "184": "ASSAULT",
    "173": "COERCE",
    "174": "COERCE",
    "172": "COERCE",
    "166": "SANCTION",
    "075": "AID",
    "062": "COOPERATE",
}


def pair_type(kind: str, cameo: str | None, codebook: Any = None) -> str:
    """The table's type of an act of this type and CAMEO code; the act's own where the table does not move it."""
    if cameo:
        for n in (4, 3, 2):
            if cameo[:n] in _MOVED and len(cameo) >= n:
                return _MOVED[cameo[:n]]
    return kind
