"""Readouts built by hand, for tests that are not about reading or coding."""

from typing import Any

from dragoman.model import (
    SCHEMA,
    Article,
    Attribution,
    Event,
    Evidence,
    Magnitude,
    Meeting,
    Note,
    Ordinal,
    Outcome,
    Party,
    Place,
    Position,
    Readout,
    Sentence,
    Statement,
    Tie,
    Time,
)

FIRST = (
    "The State Department urged India to press Russia [on grain], according to a Meridian report citing two officials."
)
SECOND = "Modi and Putin met in Sochi on 3 May and agreed to revive the corridor."
TEXT = f"{FIRST}\n\n{SECOND}"


def article(text: str = TEXT, **given: Any) -> Article:
    empty: dict[str, Any] = dict.fromkeys(
        ("url", "outlet", "title", "standfirst", "byline", "dateline", "published", "updated", "language", "disclaimer")
    )
    lists: dict[str, Any] = dict.fromkeys(("tags", "captions", "agencies", "boilerplate"), ())
    return Article(**{"id": "a1", "input": "wire.txt", "text": text, **empty, **lists, **given})


def party(text: str, code: str | None = None, **given: Any) -> Party:
    values: dict[str, Any] = dict.fromkeys(("start", "end", "name", "sector", "role", "person"))
    return Party(**{"text": text, "code": code, "basis": "test", **values, **given})


def event(type: str, actor: tuple[Party, ...], recipient: tuple[Party, ...] = (), **given: Any) -> Event:
    values: dict[str, Any] = {
        "id": "e1", "sentence": "s1", "mode": None, "contexts": (), "about": (), "status": "actual", "time": None,
        "place": None, "magnitude": None, "attribution": (), "evidence": Evidence(start=0, end=0, text=""),
        "frame": "test.frame", "cameo": None, "quad_class": 1, "score": 0.0, "confidence": 0.5,
    }  # fmt: skip
    return Event(**{**values, "type": type, "actor": actor, "recipient": recipient, **given})


def evidence(words: str, text: str = TEXT) -> Evidence:
    start = text.index(words)
    return Evidence(start=start, end=start + len(words), text=words)


USA = party("The State Department", "USA", name="Department of State", sector="GOV", role="State Department")
IND = party("India", "IND", name="India", sector="GOV")
RUS = party("Russia", "RUS", name="Russia", sector="GOV")
SDN = party("Sudan", "SDN", name="Sudan", sector="GOV")
NAVY = party("the navy", "IND", name="Indian Navy", sector="MIL")
MODI = party("Modi", "IND", name="Narendra Modi", sector="GOV", role="Prime Minister", person="Narendra Modi")
PUTIN = party("Putin", "RUS", name="Vladimir Putin", sector="GOV", role="President", person="Vladimir Putin")

MERIDIAN = Attribution(
    source=party("Meridian", None, name="Meridian", sector="JRN"), cue="according to", medium="report", anonymous=False,
    hedge=None,
)  # fmt: skip
OFFICIALS = Attribution(source=None, cue="citing", medium=None, anonymous=True, hedge=None)


def readout(**given: Any) -> Readout:
    """Two sentences, a chain, a mutual act with a branch, a meeting, a statement, a position, a tie and a note."""
    day = Time(start="2024-05-03", end="2024-05-03", precision="day", text="on 3 May")
    sochi = Place(name="Sochi", country="RUS", lat=43.6, lon=39.7)
    urged = event(
        "REQUEST", (USA,), (IND,), evidence=evidence("urged"), attribution=(MERIDIAN, OFFICIALS), confidence=0.82,
        about=(event("REQUEST", (IND,), (RUS,), status="hypothetical", evidence=evidence("press")),),
    )  # fmt: skip
    met = event("CONSULT", (MODI, PUTIN), id="e2", sentence="s2", evidence=evidence("met"), time=day, place=sochi)
    agreed = event(
        "AGREE", (MODI, PUTIN), id="e3", sentence="s2", evidence=evidence("agreed"),
        about=(event("COOPERATE", (MODI, PUTIN), status="planned"),),
        magnitude=Magnitude(dead=None, injured=2, size=40),
    )  # fmt: skip
    said = Statement(
        id="q1", sentence="s1", speaker=(USA,), addressee=(IND,), cue="urged", content="to press Russia [on grain]",
        source_span=(0, 20), cue_span=(21, 26), content_span=(33, 59), directness="indirect", medium="briefing",
        time=None, attribution=(MERIDIAN,),
    )  # fmt: skip
    meeting = Meeting(
        id="m1", sentences=("s2",), participants=(MODI, PUTIN), format="bilateral", level="head of state or government",
        place=sochi, time=day, status="held", ordinal=Ordinal(n=3, window="this year"), agenda=("the grain corridor",),
        outcome=(Outcome(party=MODI, document="communique", act="signed"),),
    )  # fmt: skip
    values: dict[str, Any] = {
        "schema": SCHEMA,
        "article": article(
            title="Washington asks Delhi to press Moscow [update]", standfirst="A test of <b>chains</b> & branches",
            outlet="Meridian", published="2024-05-04T09:15:00+05:30", updated="2024-05-04T10:00:00+05:30",
            byline="By A. Writer", agencies=("ANI",), language="en",
        ),
        "sentences": (
            Sentence(id="s1", part="body", paragraph=0, text=FIRST, start=0, end=len(FIRST)),
            Sentence(id="s2", part="body", paragraph=1, text=SECOND, start=len(FIRST) + 2, end=len(TEXT)),
        ),
        "events": (urged, met, agreed),
        "statements": (said,),
        "quotes": (),
        "meetings": (meeting,),
        "positions": (Position(party=USA, issue="grain", stance="to press Russia", statement="q1", sentence="s1"),),
        "ties": (Tie(parties=(IND, RUS), label="Grain Partnership", kind="partnership", sentence="s2"),),
        "notes": (Note(stage="code", kind="unresolved", message="two officials: not named", sentence="s1"),),
    }  # fmt: skip
    return Readout(**{**values, **given})
