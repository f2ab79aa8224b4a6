"""The parts of a readout in a few words each; shared by the terminal and the HTML view.

An act is drawn as a chain, ``USA (Press Secretary) -REQUEST-> IND -REQUEST-> RUS``: who is asked to act stands between
the two acts. Where the same party does both ("pledged aid"), the acts share one arrow, ``USA -AGREE about AID-> SDN``.
What fits neither is drawn as a branch under the chain.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.model import (
    Article,
    Attribution,
    Event,
    FoldedEvent,
    Grade,
    Meeting,
    Party,
    Place,
    Readout,
    Statement,
    Time,
)

Act = Event | FoldedEvent
UNNAMED = "(unnamed)"
MEETING = ("Who met", "How", "When", "Where", "On what, with what outcome")
# the columns of `row`


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words in a chain, with its function."""

    kind: str
    # party | role | act | status
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One drawn line, and the acts that hang under it."""

    pieces: tuple[Piece, ...]
    branches: tuple["Chain", ...]

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def short(party: Party) -> str:
    """The party in one word or few: its code, else its name, else its words."""
    return party.code or party.name or party.text


def role(party: Party) -> str | None:
    """What tells this voice from the bare state: office and person, or the body that acts; None for the state itself."""
    words = " ".join(part for part in (_office(party), party.person) if part and part != short(party))
    # "the foreign ministry (foreign ministry)" says nothing twice
    return words if words.lower() not in short(party).lower() else None


def _office(party: Party) -> str | None:
    """The role; for a body of state that is no government its name, where that says more: "Indian Navy" for "navy"."""
    is_body = party.person is None and party.name is not None and party.sector not in (None, "GOV", "IGO")
    return party.name if is_body and (party.role or "").lower() in (party.name or "").lower() else party.role


def full(party: Party) -> str:
    """``USA (White House Press Secretary Karine Jean-Pierre)``."""
    detail = role(party)
    return f"{short(party)} ({detail})" if detail else short(party)


def sides(parties: Iterable[Party]) -> str:
    """Several parties on one side of an act or at one table."""
    return " + ".join(full(party) for party in parties) or UNNAMED


def chain(event: Act) -> Chain:
    """The event with everything it is about, as a chain with branches."""
    return _chain(event, outer=True)


def _chain(event: Act, *, outer: bool) -> Chain:
    head = (*_parties(event.actor), *_follow(event, outer))
    inner = _next(event)
    if inner is None:
        return Chain(pieces=head, branches=tuple(_chain(act, outer=False) for act in event.about))
    rest = _chain(inner, outer=False)
    if _passed_on(event, inner):
        return Chain(pieces=(*head, *rest.pieces), branches=rest.branches)
    return Chain(pieces=_merged(event, rest), branches=rest.branches)


def _next(event: Act) -> Event | None:
    """The one act inside that can be drawn on the same line."""
    if len(event.about) != 1:
        return None
    inner = event.about[0]
    own = _codes(inner.actor) == _codes(event.actor) and not _codes(event.recipient) - _codes(inner.recipient)
    return inner if own or _passed_on(event, inner) else None


def _passed_on(event: Act, inner: Event) -> bool:
    """Whether those whom the outer act reaches do the inner one."""
    return bool(event.recipient) and _codes(inner.actor) == _codes(event.recipient)


def _merged(event: Act, rest: Chain) -> tuple[Piece, ...]:
    """``A -AGREE about AID-> B``: the outer act is written into the arrow of the inner one."""
    arrow = next(i for i, piece in enumerate(rest.pieces) if piece.kind == "act")
    act = Piece(kind="act", text=f" -{_label(event)} about {rest.pieces[arrow].text.removeprefix(' -')}")
    return (*_parties(event.actor), act, *rest.pieces[arrow + 1 :])


def _follow(event: Act, outer: bool) -> tuple[Piece, ...]:
    """The arrow and, unless the next link of the chain starts with them, those it points to."""
    pieces = []
    inner = _next(event)
    onward = inner is not None and _passed_on(event, inner)
    status = "" if outer or event.status == "actual" else f" ({event.status})"
    # where the chain goes on, the status stands in the arrow: after it, it would be read as that of the next act's party
    pieces.append(Piece(kind="act", text=f" -{_label(event)}{status if onward else ''}" + ("-> " if event.recipient else "")))
    if event.recipient and not onward:
        pieces.extend(_parties(event.recipient))
    if status and not onward:
        pieces.append(Piece(kind="status", text=status))
    return tuple(pieces)


def _label(event: Act) -> str:
    return f"{event.type}:{event.mode}" if event.mode else event.type


def _codes(parties: Sequence[Party]) -> frozenset[str]:
    return frozenset(short(party) for party in parties)


def _parties(parties: Sequence[Party]) -> tuple[Piece, ...]:
    return tuple(_party_pieces(parties)) or (Piece(kind="party", text=UNNAMED),)


def _party_pieces(parties: Sequence[Party]) -> Iterator[Piece]:
    for i, party in enumerate(parties):
        yield Piece(kind="party", text=(" + " if i else "") + short(party))
        if detail := role(party):
            yield Piece(kind="role", text=f" ({detail})")


def when(time: Time | None) -> str | None:
    """``2024-07-08``, ``2024-07-01 to 2024-07-07 (week)``; the text's own words where no date can be told."""
    if time is None:
        return None
    if time.start is None:
        return f"until {time.end}" if time.end else f'"{time.text}"'
    span = time.start if time.end in (None, time.start) else f"{time.start} to {time.end}"
    return span if time.precision in ("minute", "day") else f"{span} ({time.precision})"


def where(place: Place | None) -> str | None:
    """``Geneva, CHE``."""
    if place is None:
        return None
    return f"{place.name}, {place.country}" if place.country else place.name


def via(attribution: Sequence[Attribution]) -> str | None:
    """The voices between reader and record, outermost first: ``according to Bloomberg (report), then an unnamed source``."""
    doubts = [link.hedge for link in attribution if _is_hedge(link)]
    voices = ", then ".join(_voice(link) for link in attribution if not _is_hedge(link))
    return ", ".join(part for part in (*doubts, f"according to {voices}" if voices else None) if part) or None


def grade(attribution: Sequence[Attribution]) -> str | None:
    """How good the evidence of these voices is, ``named official on record``; None where the outlet itself asserts it."""
    if not attribution:
        return None
    name = Grade.of(attribution).name
    return name if name != "none" else "no source named"


def _is_hedge(link: Attribution) -> bool:
    """A "reportedly", behind which nobody is named."""
    return link.source is None and not link.anonymous and link.medium is None and link.hedge is not None


def _voice(link: Attribution) -> str:
    voice = full(link.source) if link.source else ""
    if link.anonymous:
        voice = f"unnamed source of {voice}" if voice else "an unnamed source"
    asides = ", ".join(part for part in (link.medium, link.hedge) if part)
    if not voice:
        return asides or link.cue or "a voice that is not named"
    return f"{voice} ({asides})" if asides else voice


def circumstances(event: Act) -> str:
    """Status, time, place, size and confidence of an event on one line."""
    return line(event.status, when(event.time), where(event.place), size(event), f"confidence {event.confidence:.2f}")


def size(event: Act) -> str | None:
    """``3 dead, 12 injured``; None where no number is told."""
    told_of = event.magnitude
    if told_of is None:
        return None
    told = ((told_of.dead, "dead"), (told_of.injured, "injured"), (told_of.size, "persons"))
    return ", ".join(f"{number} {what}" for number, what in told if number is not None) or None


def speech(statement: Statement) -> tuple[str, str]:
    """Who speaks, and how: ``("USA (...)", "urged · to IND · briefing")``."""
    to = f"to {sides(statement.addressee)}" if statement.addressee else None
    return sides(statement.speaker), line(statement.cue, to, statement.medium, when(statement.time))


def row(meeting: Meeting) -> tuple[str | None, ...]:
    """A meeting as the cells of a table whose head is ``MEETING``."""
    return (
        sides(meeting.participants),
        form(meeting),
        when(meeting.time),
        where(meeting.place),
        upshot(meeting),
    )


def form(meeting: Meeting) -> str:
    """``bilateral, head of state or government, held, no. 16, in a decade``."""
    nth = f"no. {meeting.ordinal.n}" if meeting.ordinal else None
    window = meeting.ordinal.window if meeting.ordinal else None
    level = meeting.level if meeting.level != "unknown" else None
    return ", ".join(part for part in (meeting.format, level, meeting.status, nth, window) if part)


def upshot(meeting: Meeting) -> str:
    """Agenda and outcome of a meeting."""
    agenda = "; ".join(meeting.agenda)
    done = "; ".join(
        " ".join(part for part in (full(out.party) if out.party else None, out.act, out.document) if part)
        for out in meeting.outcome
    )
    return line(agenda, done)


def stamp(moment: str) -> str:
    """An ISO 8601 moment without T and seconds: ``2024-05-04 09:15 +05:30``."""
    day, _, clock = moment.partition("T")
    zone = next((clock[i:] for i, char in enumerate(clock) if char in "+-Z"), "")
    return " ".join(part for part in (day, clock[:5], "UTC" if zone == "Z" else zone) if part)


def source_line(article: Article) -> str:
    """Outlet, times, byline, agencies, language and where the article came from."""
    updated = f"updated {stamp(article.updated)}" if article.updated and article.updated != article.published else None
    return line(
        article.outlet,
        stamp(article.published) if article.published else "no date told",
        updated,
        article.byline,
        f"with {', '.join(article.agencies)}" if article.agencies else None,
        article.language,
        article.url or article.input,
    )


def tally(readout: Readout) -> str:
    """``9 events, 4 statements, 1 meeting``: what was found, in counts."""
    counts = (
        (len(readout.events), "event"),
        (len(readout.statements), "statement"),
        (len(readout.meetings), "meeting"),
        (len(readout.positions), "position"),
        (len(readout.ties), "tie"),
    )
    found = ", ".join(f"{n} {what}{'' if n == 1 else 's'}" for n, what in counts if n)
    return f"{found or 'nothing coded'} in {len(readout.sentences)} sentences"


def by_sentence(readout: Readout) -> Iterator[tuple[str, tuple[Event, ...]]]:
    """``(sentence id, its events)`` for every sentence that has any, in the order of the text."""
    groups: dict[str, list[Event]] = {sentence.id: [] for sentence in readout.sentences}
    for event in readout.events:
        groups.setdefault(event.sentence, []).append(event)
    return ((sentence, tuple(events)) for sentence, events in groups.items() if events)


def marked(readout: Readout, sentence: str, events: Sequence[Event]) -> Iterator[tuple[str, bool]]:
    """The words of a sentence in runs of ``(text, is evidence)``; an identifier that is not a sentence yields nothing."""
    found = next((s for s in readout.sentences if s.id == sentence), None)
    if found is None:
        return
    at = 0
    for start, end in _spans(events, found.start, found.end):
        yield from _runs(found.text, (at, start - found.start), (start - found.start, end - found.start))
        at = end - found.start
    yield from _runs(found.text, (at, len(found.text)), (0, 0))


def _runs(text: str, plain: tuple[int, int], evidence: tuple[int, int]) -> Iterator[tuple[str, bool]]:
    for (start, end), is_evidence in ((plain, False), (evidence, True)):
        if start < end:
            yield " ".join(text[start:end].split("\n")), is_evidence


def _spans(events: Sequence[Event], start: int, end: int) -> list[tuple[int, int]]:
    """The evidence of the events within one sentence, in order, overlapping ones made one."""
    spans = sorted((max(start, e.evidence.start), min(end, e.evidence.end)) for e in events)
    joined: list[tuple[int, int]] = []
    for a, b in spans:
        if joined and a <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(b, joined[-1][1]))
        elif a < b:
            joined.append((a, b))
    return joined


def line(*parts: str | None) -> str:
    """The parts that there are, with dots between."""
    return " · ".join(part for part in parts if part)
