"""A record made by hand, so that what commands draw of it changes with the drawing alone: three articles, one a copy, that tell of three events."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dragoman.lake.ledger import Ledger
from dragoman.model import Dispute, Event, FoldedEvent, Held, Place, Quote, Readout, Report, Sentence
from dragoman.record.rows import Coding, article_rows, event_row, retired_row
from made import IND, MODI, PUTIN, RUS, SDN, USA, article, event, evidence, readout

NOW = datetime(2024, 5, 7, 12, 30, 15, 250000, tzinfo=UTC)
ASKS = 'Washington asked India to lean on Moscow, which called it "a lecture".'
MEETS = "The leaders met in Moscow, and 300 tonnes of wheat went to Sudan."
OTHER = f"{ASKS}\n\n{MEETS}"
CODING = Coding(schema=1, codebook="c0", code="0.1.0", text_hash="0", sentence_hashes={})


def _other() -> Readout:
    """The same story in the words of another outlet."""
    sentences = (
        Sentence(id="s1", part="body", paragraph=0, text=ASKS, start=0, end=len(ASKS)),
        Sentence(id="s2", part="body", paragraph=1, text=MEETS, start=len(ASKS) + 2, end=len(OTHER)),
    )
    asked = event("REQUEST", (USA,), (IND,), id="f1", mode="yield", evidence=evidence("Washington asked India", OTHER), about=(event("REQUEST", (IND,), (RUS,)),))
    met = event("CONSULT", (MODI, PUTIN), id="f2", sentence="s2", evidence=evidence("met", OTHER), place=Place(name="Moscow", country="RUS", lat=None, lon=None))
    aid = event("AID", (RUS,), (SDN,), id="f3", sentence="s2", evidence=evidence("300 tonnes of wheat", OTHER), quad_class=2, score=10.0, confidence=0.7)
    quote = Quote(id="k1", sentence="s1", text="a lecture", start=OTHER.index("a lecture"), end=OTHER.index("a lecture") + 9, statement=None)
    head = article(OTHER, id="a2", outlet="Quayside Review", published="2024-05-06", title="Lecture for Delhi", input="second.txt", language="en")
    return readout(
        article=head, sentences=sentences, events=(asked, met, aid), quotes=(quote,), statements=(), meetings=(), positions=(), ties=(), notes=()
    )


def _report(told: Readout, act: Event, **given: Any) -> Report:
    a = told.article
    sentence = next(s.text for s in told.sentences if s.id == act.sentence)
    values: dict[str, Any] = {"article": a.id, "input": a.input, "outlet": a.outlet, "published": a.published, "event": act.id, "agencies": a.agencies}
    words = {"sentence": sentence, "start": act.evidence.start, "end": act.evidence.end, "type": act.type, "status": act.status}
    return Report(**{**values, **words, "attribution": act.attribution, "frame": act.frame, "codebook": "c0", "code": "0.1.0", **given})


def _folded(id: str, act: Event, *reports: Report, origins: int, **given: Any) -> FoldedEvent:
    shared = {f.name: getattr(act, f.name) for f in fields(Event) if f.name not in ("id", "sentence")}
    outlets = tuple(sorted({r.outlet for r in reports if r.outlet}))
    return FoldedEvent(**{**shared, "id": id, "sentence": reports[0].sentence, "reports": reports, "outlets": outlets, "origins": origins, "disputed": (), **given})


def write(home: Path) -> None:
    """Two commits: an article with its copy; two days later another article, which changes two events and adds one."""
    first, second = readout(), _other()
    asks, meets, agrees = first.events
    head = replace(first.article, id="a3", outlet="Harbour Post", published="2024-05-05", input="copy.txt")
    copy = readout(article=head, events=(), statements=(), meetings=(), positions=(), ties=())
    told, copied = _report(first, asks), _report(copy, asks, event="e1c", copy_of="a1")
    met, other = _report(first, meets), _report(second, second.events[1])
    place = Dispute(field="place", values=(Held(value="Sochi", reports=("e2",)), Held(value="Moscow", reports=("f2",))))
    request = _folded("0f3a5c7e9b1d2f40", asks, told, copied, origins=1)
    talks = _folded("1a3a5c7e9b1d2f41", meets, met, origins=1)
    ledger = Ledger.create(str(home))
    uncoded = replace(CODING, codebook=None)
    events = [event_row(e, NOW) for e in (request, talks, _folded("2b3a5c7e9b1d2f42", agrees, _report(first, agrees), origins=1))]
    alone = event_row(_folded("3c3a5c7e9b1d2f43", meets, met, origins=1), NOW)
    ledger.append([*article_rows(first, CODING, NOW), *article_rows(copy, uncoded, NOW, copy_of="a1"), *events, alone])
    later = NOW + timedelta(days=1)
    request = replace(request, reports=(told, copied, _report(second, second.events[0])), outlets=("Harbour Post", "Meridian", "Quayside Review"), origins=2)
    talks = replace(talks, reports=(met, other), outlets=("Meridian", "Quayside Review"), origins=2, disputed=(place,), notes=("Sochi, says the host",))
    aid = _folded("4d3a5c7e9b1d2f44", second.events[2], _report(second, second.events[2]), origins=1)
    changed = [event_row(e, later) for e in (request, talks, aid)]
    ledger.append([*article_rows(second, CODING, later), *changed, retired_row("3c3a5c7e9b1d2f43", talks.id, later)])
