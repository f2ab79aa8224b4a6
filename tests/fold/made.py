"""Claims built by hand and at random, for the tests of folding."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dragoman.fold.claim import Claim, claim_of
from dragoman.model import Attribution, Event, Evidence, Magnitude, Party, Place, Report, Time


def party(code: str) -> Party:
    """``DEU``, ``DEU:Olaf Scholz`` for a person, ``~two men`` for a party without a code."""
    code, _, person = code.partition(":")
    known = not code.startswith("~")
    return Party(
        text=code.lstrip("~"), start=None, end=None, name=person or code.lstrip("~"), code=code if known else None, sector="GOV" if known else None,
        role="minister" if person else None, person=person or None, basis="made",
    )  # fmt: skip


def parties(codes: str) -> tuple[Party, ...]:
    return tuple(party(c.strip()) for c in codes.split(",") if c.strip())


def day(text: str | None) -> Time | None:
    """``2024-10-05``; ``2024-10``; ``2024-10-01/2024-10-07``; ``2024-10-01/`` since then."""
    if text is None:
        return None
    start, slash, end = text.partition("/")
    precision = {10: "day", 7: "month", 4: "year"}[len(start)] if not slash else "approximate"
    return Time(start=start or None, end=(end or None) if slash else start, precision=precision, text=text)


def place(name: str | None, country: str | None = None) -> Place | None:
    return Place(name=name, country=country, lat=None, lon=None) if name else None


def event(kind: str, sides: str, **given: Any) -> Event:
    """``event("REQUEST", "EGY > ARE")``; given fields go over what is usual."""
    actors, _, recipients = sides.partition(">")
    values: dict[str, Any] = {
        "id": "e1", "sentence": "s1", "type": kind, "mode": None, "contexts": (), "actor": parties(actors), "recipient": parties(recipients),
        "about": (), "status": "actual", "time": None, "place": None, "magnitude": None, "attribution": (),
        "evidence": Evidence(start=0, end=0, text=""), "frame": "made", "cameo": None, "quad_class": 1, "score": 0.0, "confidence": 0.8,
    }  # fmt: skip
    return Event(**{**values, **given})


def claim(
    kind: str,
    sides: str,
    text: str = "",
    *,
    id: str,
    article: str | None = None,
    published: str | None = "2024-10-05",
    **given: Any,
) -> Claim:
    """A claim whose sentence is its evidence. Keywords: time, place, status, mode, about, dead, size, outlet, agencies, copy_of, cited, part, lead,
    meeting, confidence."""
    sized = {n: given.pop(n, None) for n in ("dead", "injured", "size")}
    own = {n: given.pop(n, None) for n in ("outlet", "copy_of")}
    agencies, cited = given.pop("agencies", ()), given.pop("cited", None)
    told = {n: given.pop(n) for n in ("part", "lead", "meeting") if n in given}
    where = given.pop("place", None)
    act = event(
        kind, sides, id=id, time=day(given.pop("time", None)), place=place(*where) if isinstance(where, tuple) else place(where),
        magnitude=Magnitude(**sized) if any(v is not None for v in sized.values()) else None,
        attribution=(_cited(cited),) if cited else (), evidence=Evidence(start=0, end=len(text), text=text), **given,
    )  # fmt: skip
    report = Report(
        article=article or f"article of {id}", input=f"{article or id}.txt", published=published, sentence=text or f"{kind} {sides}", start=0, end=len(text),
        type=kind, status=act.status, attribution=act.attribution, event=id, agencies=agencies, **own,
    )  # fmt: skip
    return claim_of(act, report, **told)


def _cited(outlet: str) -> Attribution:
    source = Party(
        text=outlet, start=None, end=None, name=outlet, code=None, sector="JRN", role=None, person=None, basis="made"
    )
    return Attribution(source=source, cue="according to", medium="report", anonymous=False, hedge=None)


# -- at random: retellings of two acts that look alike, so that many claims link, some chain, and some contradict one another ---------------

_WORDS = ("convoy", "siege", "grain", "fertiliser", "harbour", "sailor", "embargo", "border", "ammunition", "ceasefire")
_KINDS = (
    ("CONSULT", "EGY:Badr Abdelatty, ARE >", "EGY, ARE, SDN >", "ARE >", "EGY:Abdel Sisi, ARE >"),
    ("REQUEST", "EGY > ARE", "EGY, SDN > ARE", "> ARE", "EGY > ~two men"),
    ("AGREE", "EGY > ARE", "EGY, ARE >", "ARE >", "ARE > EGY"),
    ("REJECT", "EGY > ARE", "EGY >", "~the ministry > ARE", "SDN > ARE"),
    ("ASSAULT", "EGY > ARE", "> ARE", ">", "EGY > ~two men"),
    ("SANCTION", "EGY > ARE", "EGY > SDN, ARE", "EGY >", "ARE > EGY"),
)
_AKIN = {"AGREE": "SUPPORT", "ASSAULT": "COERCE", "SANCTION": "COERCE", "REJECT": "SANCTION"}
_TIMES = (
    None,
    None,
    "2024-10-05",
    "2024-10-05",
    "2024-10-06",
    "2024-10-05/",
    "/2024-10-20",
    "2024-10",
    "2024",
    "2023-05-01/2024-10-01",
    "2021",
)
_ARTICLES = {
    "a1": None, "a2": "2024-10-04", "a3": "2024-10-05", "a4": "2024-10-05", "a5": "2024-10-06", "a6": "2024-10-09", "a7": "2024-10-14", "a8": None,
}  # fmt: skip
_STATUSES = ("actual", "actual", "actual", "actual", "planned", "negated", "background", "hypothetical")


def claims() -> st.SearchStrategy[Claim]:
    return st.sampled_from(_KINDS).flatmap(_retelling)


@st.composite
def _retelling(draw: st.DrawFn, act: tuple[str, ...]) -> Claim:
    """One claim of an act; its id is drawn, too, for order depends on it."""
    kind, *sides = act
    article = draw(st.sampled_from(sorted(_ARTICLES)))
    about = draw(st.sampled_from((None, None, "AID", "CONSULT")))
    return claim(
        draw(st.sampled_from((kind, kind, kind, _AKIN.get(kind, kind)))),
        draw(st.sampled_from((sides[0], sides[0], *sides))),
        " ".join(draw(st.lists(st.sampled_from(_WORDS[:5]), max_size=4))),
        id=draw(st.text("0123456789abcdef", min_size=6, max_size=6)),
        article=article,
        published=_ARTICLES[article],
        time=draw(st.sampled_from(_TIMES)),
        place=draw(st.sampled_from((None, None, ("Tyre", "LBN"), ("Cairo", "EGY")))),
        status=draw(st.sampled_from(_STATUSES)),
        mode=draw(st.sampled_from((None, None, "visit", "phone"))) if kind == "CONSULT" else None,
        about=(event(about, draw(st.sampled_from(("EGY >", "SDN > ARE"))), status="hypothetical"),) if about else (),
        part=draw(st.sampled_from(("title", "body", "body"))),
        lead=draw(st.booleans()),
        outlet=draw(st.sampled_from((None, "Meridian", "Nile Gazette", "Cedar Post"))),
        dead=draw(st.sampled_from((None, 3, 8))) if kind == "ASSAULT" else None,
    )


def crowds(most: int = 14) -> st.SearchStrategy[list[Claim]]:
    """Retellings of one or two acts."""
    acts = st.lists(st.sampled_from(_KINDS), min_size=1, max_size=2)
    return acts.flatmap(
        lambda kinds: st.lists(st.one_of(*map(_retelling, kinds)), max_size=most, unique_by=lambda c: c.id)
    )
