"""A claim: one article's telling of one act, with what comparing needs worked out once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.fold.days import Span, day_of, span_of
from dragoman.fold.words import content_words, plain
from dragoman.model import Article, Event, Meeting, Party, Readout, Report, Sentence, Time

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# types whose sides may stand in either order, if nobody is told apart as the one who is agreed with


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one article claims of one act."""

    id: str
    # the event's id in the readout; a hash of article, place and act
    report: Report
    event: Event
    # with time, place and sides filled in from the article's own meeting record where the sentence leaves them open
    part: str
    # title | standfirst | caption | body
    actors: frozenset[str]
    recipients: frozenset[str]
    # codes, else plain names; of mutual acts all parties are actors
    people: tuple[tuple[str, str], ...]
    # (code, name in plain letters) of persons
    span: Span | None
    # days on which it happened or will, as told; None where the text does not tell
    published: int | None
    # ordinal day of the article
    deeds: frozenset[str]
    # types of the acts inside
    thirds: frozenset[str]
    # parties of the acts inside that are not its own
    words: frozenset[str]
    evidence: frozenset[str]
    # content words of the sentence, and of the evidence alone
    meeting: str | None
    # the id of the article's meeting record that it tells of
    origin: tuple[str, ...]
    # who the article or the sentence has it from: outlets and agencies in plain letters, outermost last


def claims_of(readout: Readout, *, codebook: str | None = None, code: str | None = None) -> tuple[Claim, ...]:
    """The claims of one article: one for each event, and one for each act that another one answers.

    A request that is turned down was made, an invitation that is accepted was given: where the act that is answered is another's, it is a claim of its own.

    Args:
        readout: of the article.
        codebook: version of the codebook that coded it.
        code: version of the program.
    """
    sentences = {s.id: s for s in readout.sentences}
    meetings = _meetings_of(readout.meetings)
    return tuple(
        _claim(event, readout.article, sentences[event.sentence], meetings.get(event.sentence, ()), codebook, code)
        for outer in readout.events
        for event in (outer, *_answered(outer, readout.events))
    )


_ANSWERS = frozenset({"REJECT", "AGREE", "SUPPORT"})
_ANSWERED = frozenset({"REQUEST", "AGREE", "THREATEN"})


def _answered(event: Event, told: Iterable[Event]) -> Iterator[Event]:
    """The acts of others that this one answers, as done; not those that are told beside it anyway."""
    if event.type not in _ANSWERS or event.status in ("hypothetical", "negated"):
        return
    own = _codes(event.actor)
    for inner in event.about:
        if inner.type in _ANSWERED and inner.actor and not own & _codes(inner.actor):
            beside = any(e.type == inner.type and e.sentence == event.sentence and _codes(e.actor) & _codes(inner.actor) for e in told)
            if not beside:
                recipient = inner.recipient or event.actor
                yield replace(inner, status="background" if event.status == "background" else "actual", recipient=recipient, time=None)


def _claim(event: Event, article: Article, sentence: Sentence, meetings: tuple[Meeting, ...], codebook: str | None, code: str | None) -> Claim:
    meeting = _meeting_of(event, meetings)
    event = _filled(event, meeting)
    report = Report(
        article=article.id,
        input=article.input,
        outlet=article.outlet,
        published=article.published,
        sentence=sentence.text,
        start=event.evidence.start,
        end=event.evidence.end,
        type=event.type,
        status=event.status,
        attribution=event.attribution,
        event=event.id,
        agencies=article.agencies,
        frame=event.frame,
        codebook=codebook,
        code=code,
    )
    return claim_of(event, report, part=sentence.part, meeting=meeting.id if meeting else None)


def claim_of(event: Event, report: Report, *, part: str = "body", meeting: str | None = None) -> Claim:
    """A claim of an event and the report that tells it."""
    actors, recipients = _codes(event.actor), _codes(event.recipient)
    if event.type in MUTUAL and (event.type == "CONSULT" or not recipients):
        actors, recipients = actors | recipients, frozenset()
    parties = (*event.actor, *event.recipient)
    names = [w for p in parties for w in (p.text, p.name or "", p.person or "")]
    inner = [e for act in event.about for e in _walk(act)]
    published = day_of(report.published)
    return Claim(
        id=report.event,
        report=report,
        event=event,
        part=part,
        actors=actors,
        recipients=recipients,
        people=tuple((party_key(p), plain(p.person)) for p in parties if p.person),
        span=span_of(event.time),
        published=published,
        deeds=frozenset(e.type for e in inner),
        thirds=frozenset(c for e in inner for c in _codes((*e.actor, *e.recipient))) - actors - recipients,
        words=content_words(report.sentence, names),
        evidence=content_words(event.evidence.text, names),
        meeting=meeting,
        origin=_origin(event, report),
    )


def copied(claim: Claim, article: Article, sentences: Mapping[str, Sentence]) -> Claim | None:
    """The claim as a copy of its article tells it, in the copy's own words and places; None where the copy left the sentence out.

    Args:
        claim: of the article that was coded.
        article: the copy, not coded itself.
        sentences: those of the copy, by their words in plain letters.
    """
    told = sentences.get(_flat(claim.report.sentence))
    if told is None:
        return None
    at = told.text.find(claim.event.evidence.text)
    start, end = (told.start + at, told.start + at + len(claim.event.evidence.text)) if at >= 0 else (told.start, told.end)
    key = hashlib.sha256(f"{article.id}\x1f{claim.id}".encode()).hexdigest()[:16]
    report = replace(
        claim.report,
        article=article.id,
        input=article.input,
        outlet=article.outlet,
        published=article.published,
        sentence=told.text,
        start=start,
        end=end,
        event=key,
        agencies=article.agencies,
        copy_of=claim.report.article,
    )
    return claim_of(replace(claim.event, id=key), report, part=claim.part, meeting=claim.meeting)


def by_words(sentences: Iterable[Sentence]) -> dict[str, Sentence]:
    """Sentences by their words, blind to case, marks and blanks."""
    return {_flat(s.text): s for s in sentences}


def _flat(text: str) -> str:
    return "".join(c for c in plain(text) if c.isalnum())


# -- parts -------------------------------------------------------------------------------------------------------------------------------


def party_key(party: Party) -> str:
    """The code of a party, else its plain name marked with a tilde."""
    return party.code or f"~{plain(party.name or party.text)}"


def _codes(parties: Iterable[Party]) -> frozenset[str]:
    """Codes; parties without one stand under their plain names, marked with a tilde."""
    return frozenset(party_key(p) for p in parties)


def _walk(event: Event) -> Iterator[Event]:
    yield event
    for inner in event.about:
        yield from _walk(inner)


def _meetings_of(meetings: Iterable[Meeting]) -> dict[str, tuple[Meeting, ...]]:
    """The meetings that each sentence tells of."""
    out: dict[str, tuple[Meeting, ...]] = {}
    for m in meetings:
        for s in m.sentences:
            out[s] = (*out.get(s, ()), m)
    return out


def _meeting_of(event: Event, meetings: tuple[Meeting, ...]) -> Meeting | None:
    """The meeting record that this event tells of: it shares two parties with it, or all that the event has."""
    if event.type != "CONSULT":
        return None
    own = _codes((*event.actor, *event.recipient))
    fitting = [m for m in meetings if own and len(own & _codes(m.participants)) >= min(2, len(own)) and _agree(event.time, m.time)]
    return max(fitting, key=lambda m: (len(own & _codes(m.participants)), m.id)) if fitting else None


def _agree(a: Time | None, b: Time | None) -> bool:
    x, y = span_of(a), span_of(b)
    return x is None or y is None or x.meets(y)


def _filled(event: Event, meeting: Meeting | None) -> Event:
    """The event with what the article tells of its meeting elsewhere: when, where, and a second side."""
    if meeting is None:
        return event
    own = _codes((*event.actor, *event.recipient))
    missing = tuple(p for p in meeting.participants if party_key(p) not in own) if len(own) < 2 else ()
    return replace(event, time=event.time or meeting.time, place=event.place or meeting.place, actor=(*event.actor, *missing))


def _origin(event: Event, report: Report) -> tuple[str, ...]:
    """Whom this telling comes from: the outlet, the agencies whose words it carries, the media that it cites."""
    cited = [plain(link.source.name or link.source.text) for link in event.attribution if link.source and link.source.sector == "JRN"]
    chain = [plain(name) for name in ((report.outlet,) if report.outlet else ()) + report.agencies] + cited
    return tuple(dict.fromkeys(_bare(name) for name in chain if name))


def _bare(name: str) -> str:
    """An outlet's name without article: "the Meridian" is "meridian"."""
    return name.removeprefix("the ").strip()
