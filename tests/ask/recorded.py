"""A small record of made-up events, written as the road writes them, at a fixed moment."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dragoman.lake.ledger import Ledger
from dragoman.lake.serving import serving
from dragoman.model import Evidence, FoldedEvent, Place, Report, Time
from dragoman.record.rows import Coding, article_rows, event_row
from made import MODI, PUTIN, event, party, readout

NOW = datetime(2024, 6, 1, 12, 30, 15, 250000, tzinfo=UTC)
EGY = party("Cairo", "EGY", name="Egypt", sector="GOV")
ARE = party("the UAE", "ARE", name="United Arab Emirates", sector="GOV")
RSF = party("the paramilitary", "RSF", name="Rapid Support Forces", sector="REB")
UN = party("the UN envoy", "UN", name="United Nations", sector="IGO", role="envoy", person="Ana\tMaría, Ruiz; jr")
ELDERS = party("the elders", None, name="Council of Elders")
ON_THIRD = Time(start="2024-05-03", end="2024-05-03", precision="day", text="on 3 May")
SOCHI = Place(name="Sochi", country="RUS", lat=43.6, lon=39.7)


def folded(id: str, type: str, actor: tuple, recipient: tuple = (), **given: Any) -> FoldedEvent:
    sentence = given.pop("sentence", f"A sentence that tells of {id}, with \"marks\"; commas,\ta tab\nand a line.")
    report = Report(
        article="a1", input="https://meridian.example/a1", outlet="Meridian", published="2024-05-04T09:15:00+05:30", sentence=sentence, start=3, end=9,
        type=type, status=given.get("status", "actual"), attribution=(), event=given.pop("claim", f"{id}-c"), frame="test.frame", codebook="c0", code="0.1.0",
    )  # fmt: skip
    act = event(type, actor, recipient, **given)
    values = {name: getattr(act, name) for name in act.__slots__ if name not in ("id", "sentence", "evidence")}
    outlets = ("Meridian", "Quayside Review")
    second = replace(report, article="a2", input="second.txt", outlet="Quayside Review", published="2024-05-05")
    return FoldedEvent(
        id=id, sentence=sentence, evidence=Evidence(start=3, end=9, text="sentence"), reports=(report, second), outlets=outlets, origins=1, disputed=(), **values
    )  # fmt: skip


EVENTS = (
    folded("0a", "REQUEST", (EGY,), (ARE, RSF), mode="change", cameo="104", quad_class=3, score=-1.0, contexts=("diplomatic", "military"), confidence=0.82),
    folded("0b", "CONSULT", (MODI, PUTIN, UN), time=ON_THIRD, place=SOCHI, cameo="040", score=2.5, claim="e2"),
    folded("0c", "CONSULT", (MODI, PUTIN), status="planned", time=replace(ON_THIRD, start="2024-06-10T14:00+03:00", end=None, precision="minute"), score=2.5),
    folded("0d", "CONSULT", (EGY,), (ARE,), status="negated", time=replace(ON_THIRD, start="2024-05-06", end="2024-05-12", precision="week"), score=2.5),
    folded("0e", "SANCTION", (ARE,), (RSF,), cameo="163", mode="discontinue", quad_class=4, score=-6.0, place=Place(name="Egypt", country="EGY", lat=None, lon=None)),
    folded("0f", "ASSAULT", (RSF,), status="hypothetical", quad_class=4, score=-9.0),
    folded("1a", "AID", (), (ELDERS,), status="background", time=replace(ON_THIRD, start="1999", end="1999", precision="year"), quad_class=2, score=10.0),
    folded("1b", "ACCUSE", (EGY,), (ARE,), status="planned", quad_class=3, score=-3.0),
    folded("1c", "AGREE", (EGY, ARE), about=(event("COOPERATE", (EGY, ARE), status="planned"),), cameo="031", score=2.5),
    folded("1d", "CONSULT", (EGY, ARE), time=replace(ON_THIRD, start="--07", end="--07", precision="month"), score=2.5),
)  # fmt: skip


def write(home: Path) -> None:
    """One article, ten events, and a second version of one of them."""
    ledger = Ledger.create(str(home))
    told = readout()
    hashes = dict.fromkeys((s.id for s in told.sentences), "0")
    coding = Coding(schema=1, codebook="c0", code="0.1.0", text_hash="0", sentence_hashes=hashes)
    ledger.append([*article_rows(told, coding, NOW), *(event_row(e, NOW) for e in EVENTS)])
    later = NOW + timedelta(days=1)
    ledger.append([event_row(replace(EVENTS[1], origins=2), later)])


@contextmanager
def asked(home: Path, **given: Any):
    with serving(str(home), home / "derived", **given) as it:
        yield it
