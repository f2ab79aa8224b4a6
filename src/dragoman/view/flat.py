"""Answers as flat rows: one cell a column, lists joined by semicolons, for spreadsheets and for whoever reads CSV."""

from collections.abc import Iterable
from typing import Any

from dragoman.ask.articles import Known
from dragoman.ask.rows import Told
from dragoman.ask.search import Found
from dragoman.model import FoldedEvent, Meeting, Party, Place, Position, Statement, Storyline, Tie, Time
from dragoman.view import words

Row = dict[str, Any]


def event(found: FoldedEvent) -> Row:
    """One event; ``act`` is the whole chain, with what it is about."""
    size = found.magnitude
    return {
        "id": found.id,
        **_when(found.time),
        "type": found.type,
        "mode": found.mode,
        "status": found.status,
        "actor": _codes(found.actor),
        "recipient": _codes(found.recipient),
        "act": str(words.chain(found)),
        **_where(found.place),
        "dead": size.dead if size else None,
        "injured": size.injured if size else None,
        "size": size.size if size else None,
        "cameo": found.cameo,
        "quad_class": found.quad_class,
        "score": found.score,
        "confidence": found.confidence,
        "attribution": words.via(found.attribution),
        "reports": len(found.reports),
        "origins": found.origins,
        "outlets": ";".join(found.outlets),
        "disputed": ";".join(d.field for d in found.disputed),
        "frame": found.frame,
        "sentence": _plain(found.sentence),
        "recorded_at": found.recorded_at,
    }


def statement(told: Told[Statement]) -> Row:
    """One statement."""
    s = told.noun
    sides = {
        "speaker": _names(s.speaker),
        "speaker_code": _codes(s.speaker),
        "addressee": _names(s.addressee),
        "addressee_code": _codes(s.addressee),
    }
    rest = {
        "cue": s.cue,
        "medium": s.medium,
        "directness": s.directness,
        "content": _plain(s.content),
        "attribution": words.via(s.attribution),
    }
    return {"id": s.id, "day": told.day, **sides, **rest, **_article(told)}


def meeting(told: Told[Meeting]) -> Row:
    """One meeting."""
    m = told.noun
    form = {"format": m.format, "level": m.level, "status": m.status, "ordinal": m.ordinal.n if m.ordinal else None}
    who = {"participants": _names(m.participants), "participant_codes": _codes(m.participants)}
    return {
        "id": m.id,
        **_when(m.time),
        **who,
        **form,
        **_where(m.place),
        "agenda": ";".join(m.agenda),
        "outcome": words.upshot(m),
        **_article(told),
    }


def position(told: Told[Position]) -> Row:
    """One position."""
    p = told.noun
    return {
        "day": told.day,
        "party": _codes([p.party]),
        "name": _names([p.party]),
        "issue": p.issue,
        "stance": _plain(p.stance),
        **_article(told),
    }


def tie(told: Told[Tie]) -> Row:
    """One tie."""
    a, b = (words.short(p) for p in told.noun.parties)
    return {"day": told.day, "a": a, "b": b, "label": told.noun.label, "kind": told.noun.kind, **_article(told)}


def storyline(line: Storyline) -> Row:
    """One storyline."""
    many = {"parties", "words", "events", "outlets"}
    return {n: ";".join(getattr(line, n)) if n in many else getattr(line, n) for n in Storyline.__slots__}


def article(known: Known) -> Row:
    """One article."""
    return {name: getattr(known, name) for name in Known.__slots__}


def hit(found: Found) -> Row:
    """One sentence that has the words."""
    return {name: getattr(found, name) for name in Found.__slots__ if name != "marks"}


def _article(told: Told[Any]) -> Row:
    return {"article": told.article, "outlet": told.outlet, "published": told.published}


def _when(time: Time | None) -> Row:
    return {
        "start": time.start if time else None,
        "end": time.end if time else None,
        "precision": time.precision if time else None,
    }


def _where(place: Place | None) -> Row:
    return {
        "place": place and place.name,
        "country": place and place.country,
        "lat": place and place.lat,
        "lon": place and place.lon,
    }


def _codes(parties: Iterable[Party]) -> str:
    return ";".join(words.short(party) for party in parties)


def _names(parties: Iterable[Party]) -> str:
    return ";".join(party.person or party.name or party.text for party in parties)


def _plain(text: str) -> str:
    return " ".join(text.split())
