"""An event: who did what to whom, with what the act is about coded inside it."""

from dataclasses import dataclass

from dragoman.model.party import Party
from dragoman.model.place import Place
from dragoman.model.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One voice between the reader and a record; a chain runs from the outermost voice inwards."""

    source: Party | None
    # None where nobody is named ("reportedly")
    cue: str | None
    medium: str | None
    # briefing, press release, post, interview, report, speech ...
    anonymous: bool
    hedge: str | None
    # "reportedly", "allegedly", "said to"; None where plainly asserted


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words an event rests on; ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Magnitude:
    """How large an event was, in persons; None where not told."""

    dead: int | None
    injured: int | None
    size: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act in one sentence (PLOVER 2.0), nested acts in ``about``."""

    id: str
    sentence: str
    type: str
    # one of PLOVER's 16 types
    subtype: str | None = None
    # a type of the user's own ontology below `type`; None where the codebook has no such type
    mode: str | None
    contexts: tuple[str, ...]
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    about: tuple["Event", ...]
    status: str
    # actual | planned | hypothetical | negated | background
    time: Time | None
    place: Place | None
    magnitude: Magnitude | None
    attribution: tuple[Attribution, ...]
    evidence: Evidence
    frame: str
    # the id of the rule that fired
    cameo: str | None
    quad_class: int
    # 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
    score: float
    # PLOVER's conflict-cooperation score of type and mode, -10 to 10
    confidence: float
    # 0 to 1
