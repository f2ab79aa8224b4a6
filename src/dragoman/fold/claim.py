"""A claim: one article's telling of one act, with what comparing needs worked out once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.engine.words import content_words, plain, plain_words
from dragoman.fold.days import Span, day_of, span_of
from dragoman.model import Article, Event, Meeting, Party, Readout, Report, Sentence, Time

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# types whose sides may stand in either order, if nobody is told apart as the one who is agreed with


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Claim:
    """What one article claims of one act. Told apart by identity, so that what is worked out of one is found again at once."""

    id: str
    # the event's id in the readout; a hash of article, place and act
    report: Report
    event: Event
    # with time, place and sides filled in from the article's own meeting record where the sentence leaves them open
    part: str
    # title | standfirst | caption | body
    lead: bool
    # whether it stands in the first paragraphs of the body, which titles sum up
    actors: frozenset[str]
    recipients: frozenset[str]
    # codes; of mutual acts all parties are actors
    vague: frozenset[str]
    # plain names of parties without a code ("two staff members"): they speak for likeness, never against an act
    people: tuple[tuple[str, str], ...]
    # (code, name in plain letters) of persons
    span: Span | None
    # days on which it happened or will, as told and as far as it can be told on that day; None where the text does not tell
    published: int | None
    # ordinal day of the article
    deeds: frozenset[str]
    # types of the acts inside
    thirds: frozenset[str]
    # parties of the acts inside that are not its own
    words: frozenset[str]
    evidence: frozenset[str]
    # content words of the sentence, and of the evidence alone, but for those that tell the type
    topic: frozenset[str]
    # content words of the article's head and first paragraphs, but for parties and acts: of which story this is part
    meeting: str | None
    # the id of the article's meeting record that it tells of
    origin: tuple[str, ...]
    # who the article or the sentence has it from: outlets and agencies in plain letters, outermost last


def claims_of(readout: Readout, *, codebook: str | None = None, code: str | None = None) -> tuple[Claim, ...]:
    """The claims of one article: one for each event, and one for each act that another one implies.

    A request that is turned down was made, an invitation that is accepted was given: where the act that is answered is another's, it is a claim of its own.
    Parties that agree to meet plan a meeting.

    Args:
        readout: of the article.
        codebook: version of the codebook that coded it.
        code: version of the program.
    """
    context = _Context(readout, codebook, code)
    return tuple(
        _claim(event, context) for outer in readout.events for event in (outer, *_implied(outer, readout.events))
    )


class _Context:
    """What a claim takes from the rest of its article."""

    def __init__(self, readout: Readout, codebook: str | None, code: str | None) -> None:
        self.article = readout.article
        self.sentences = {s.id: s for s in readout.sentences}
        self.meetings = _meetings_of(readout.meetings)
        self.first = min((s.paragraph for s in readout.sentences if s.part == "body"), default=0)
        self.versions = (codebook, code)
        self.names: dict[str, set[str]] = {}
        for event in (e for outer in readout.events for e in _walk(outer)):
            for p in (*event.actor, *event.recipient):
                self.names.setdefault(party_key(p), set()).update(w for w in (p.text, p.name, p.person) if w)
        called = [w for words in self.names.values() for w in words]
        head = " ".join(s.text for s in readout.sentences if self.is_head(s))
        self.topic = content_words(head, called) - plain_words()

    def is_lead(self, sentence: Sentence) -> bool:
        """Whether it stands in the first two paragraphs of the body."""
        return sentence.part == "body" and sentence.paragraph <= self.first + 1

    def is_head(self, sentence: Sentence) -> bool:
        """Whether it says what the article is about."""
        return sentence.part in ("title", "standfirst") or self.is_lead(sentence)

    def names_of(self, event: Event) -> list[str]:
        """All names that the article has for the parties of an event: *Berlin* and *Scholz* say no more of an act of Germany's."""
        return sorted(w for p in (*event.actor, *event.recipient) for w in self.names.get(party_key(p), {p.text}))


_ANSWERS = frozenset({"REJECT", "AGREE", "SUPPORT"})
_ANSWERED = frozenset({"REQUEST", "AGREE", "THREATEN"})


def _implied(event: Event, told: Iterable[Event]) -> Iterator[Event]:
    if event.status in ("hypothetical", "negated"):
        return
    if event.type in _ANSWERS:
        yield from _answered(event, told)
    if event.type == "AGREE" and not event.recipient:
        yield from _agreed(event, told)


def _answered(event: Event, told: Iterable[Event]) -> Iterator[Event]:
    """The acts of others that this one answers, as done; not those that are told beside it anyway."""
    own = _codes(event.actor)
    for inner in event.about:
        if (
            inner.type in _ANSWERED - {event.type}
            and inner.actor
            and not own & _codes(inner.actor)
            and not _beside(inner, event, told)
        ):
            recipient = inner.recipient or event.actor
            yield replace(
                inner, status="background" if event.status == "background" else "actual", recipient=recipient, time=None
            )


def _agreed(event: Event, told: Iterable[Event]) -> Iterator[Event]:
    """The meeting that those who agree on it plan."""
    for inner in event.about:
        parties = inner if len(_codes((*inner.actor, *inner.recipient))) > 1 else event
        if (
            inner.type == "CONSULT"
            and inner.status != "negated"
            and len(_codes(parties.actor)) > 1
            and not _beside(inner, event, told)
        ):
            yield replace(inner, status="planned", actor=parties.actor, recipient=parties.recipient)


def _beside(inner: Event, event: Event, told: Iterable[Event]) -> bool:
    own = _codes(inner.actor)
    return any(e.type == inner.type and e.sentence == event.sentence and _codes(e.actor) & own for e in told)


def _claim(event: Event, context: _Context) -> Claim:
    sentence, article = context.sentences[event.sentence], context.article
    meeting = _meeting_of(event, context.meetings.get(event.sentence, ()))
    event = _filled(event, meeting)
    codebook, code = context.versions
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
    return claim_of(
        event,
        report,
        part=sentence.part,
        lead=context.is_lead(sentence),
        meeting=meeting.id if meeting else None,
        names=context.names_of(event),
        topic=context.topic,
    )


def claim_of(
    event: Event,
    report: Report,
    *,
    part: str = "body",
    lead: bool = False,
    meeting: str | None = None,
    names: Iterable[str] = (),
    topic: frozenset[str] = frozenset(),
) -> Claim:
    """A claim of an event and the report that tells it.

    Args:
        event: what is claimed.
        report: where.
        part: of the article: title, standfirst, caption or body.
        lead: whether it stands in the first paragraphs of the body.
        meeting: the article's meeting record that it tells of.
        names: all names that the article has for its parties.
        topic: content words that say what the article is about.
    """
    actors, recipients = _coded(event.actor), _coded(event.recipient)
    if event.type in MUTUAL and (event.type == "CONSULT" or not recipients):
        actors, recipients = actors | recipients, frozenset()
    parties = (*event.actor, *event.recipient)
    names = [*names, *(w for p in parties for w in (p.text, p.name or "", p.person or ""))]
    inner = [e for act in event.about for e in _walk(act)]
    published = day_of(report.published)
    return Claim(
        id=report.event,
        report=report,
        event=event,
        part=part,
        lead=lead,
        actors=actors,
        recipients=recipients,
        vague=frozenset(key[1:] for key in _codes(parties) if key.startswith("~")),
        people=tuple((party_key(p), plain(p.person)) for p in parties if p.person and p.code),
        span=_possible(span_of(event.time), event.status, published),
        published=published,
        deeds=frozenset(e.type for e in inner),
        thirds=frozenset(c for e in inner for c in _coded((*e.actor, *e.recipient))) - actors - recipients,
        words=content_words(report.sentence, names) - plain_words(event.type),
        evidence=content_words(event.evidence.text, names) - plain_words(event.type),
        topic=topic,
        meeting=meeting,
        origin=_origin(event, report),
    )


def _possible(span: Span | None, status: str, published: int | None) -> Span | None:
    """Nothing was done after the article that tells it, and nothing that is to come was before: "by the end of March" begins with the article."""
    if span is None or published is None:
        return span
    if status == "planned" and span.last >= published - 1:
        return Span(first=max(span.first, published - 1), last=span.last)
    if status == "actual" and span.first <= published + 1:
        return Span(first=span.first, last=min(span.last, published + 1))
    return span


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
    start, end = (
        (told.start + at, told.start + at + len(claim.event.evidence.text)) if at >= 0 else (told.start, told.end)
    )
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
    event = replace(claim.event, id=key)
    # whom the original comes from, too: its outlet may tell another version by now than the one whose words these are
    origin = tuple(dict.fromkeys((*_origin(event, report), *claim.origin)))
    return replace(claim, id=key, report=report, event=event, published=day_of(report.published), origin=origin)


def by_words(sentences: Iterable[Sentence]) -> dict[str, Sentence]:
    """Sentences by their words, blind to case, marks and blanks."""
    return {_flat(s.text): s for s in sentences}


def _flat(text: str) -> str:
    return _MARKS.sub("", plain(text))


_MARKS = re.compile(r"[\W_]+")


# -- parts -------------------------------------------------------------------------------------------------------------------------------


def party_key(party: Party) -> str:
    """The code of a party, else its plain name marked with a tilde."""
    return party.code or f"~{plain(party.name or party.text)}"


def _codes(parties: Iterable[Party]) -> frozenset[str]:
    """Codes; parties without one stand under their plain names, marked with a tilde."""
    return frozenset(party_key(p) for p in parties)


def _coded(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(p.code for p in parties if p.code)


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
    fitting = [
        m
        for m in meetings
        if own and len(own & _codes(m.participants)) >= min(2, len(own)) and _agree(event.time, m.time)
    ]
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
    return replace(
        event, time=event.time or meeting.time, place=event.place or meeting.place, actor=(*event.actor, *missing)
    )


def _origin(event: Event, report: Report) -> tuple[str, ...]:
    """Whom this telling comes from: the outlet, the agencies whose words it carries, the media that it cites."""
    cited = [
        plain(link.source.name or link.source.text)
        for link in event.attribution
        if link.source and link.source.sector == "JRN"
    ]
    chain = [plain(name) for name in ((report.outlet,) if report.outlet else ()) + report.agencies] + cited
    return tuple(dict.fromkeys(_bare(name) for name in chain if name))


def _bare(name: str) -> str:
    """An outlet's name without article: "the Meridian" is "meridian"."""
    return name.removeprefix("the ").strip()
