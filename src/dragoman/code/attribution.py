"""Attribution chains: every voice between the reader and a record, outermost first.

A record inside the content of a statement rests on that statement's speaker, unless it is the speaker's own act in words. "According to
a Bloomberg report citing unnamed sources" is two links; "X told Y, the agency reported" puts the agency above X. A source is anonymous
where its words hide who it is. What passes something on is speech and documents; wishes, plans and judgements are acts of their own and
no link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.code import grammar
from dragoman.code.draft import Draft, Line
from dragoman.code.frames import IN_WORDS
from dragoman.code.statements import medium_of
from dragoman.code.voices_sources import UNNAMED, is_anonymous, is_state_media, party_of
from dragoman.engine.parse import Token
from dragoman.model import Attribution, Event, Party, Statement

# of acts done in words the actor is no voice between them and the reader
_CITING = frozenset("cite quote".split())
_RECENT = 12
# statements that "the official" may call back
_CITED = re.compile(r"\b(?:cit|quot)(?:ing|ed|es)\b(?! by name)")
_SEEN = frozenset("see obtain review leak view examine".split())
# what an outlet did with a paper that nobody published
_VOICES = frozenset({"speech", "document"})
_NO_VOICE = frozenset(
    """urge ask call demand request order press push invite encourage praise commend thank welcome
    endorse back defend criticize criticise condemn denounce blame accuse reject dismiss refuse decline oppose
    threaten promise vow pledge propose agree rule decide decree charge discuss""".split()
)
# verbs of speech that do something rather than tell of it
_DENIALS = frozenset("deny dispute refute reject dismiss rebut".split())


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement with the link that it lends to what it tells of."""

    statement: Statement
    link: Attribution


def attribute(draft: Draft, line: Line) -> None:
    """Give the events and statements of one sentence their chains."""
    if line.parse is None:
        return
    new_events, new_statements = _newest(draft.events, line), _newest(draft.statements, line)
    said = [draft.statements[i] for i in new_statements]
    hedges = _hedges(draft, line)
    cited = [*_papers(draft, line, said), *_cited(draft, line)]
    quoting = _quoting(draft, line)
    voices = [Voice(s, _link(draft, line, s)) for s in said if _passes_on(draft, s)]
    voices.sort(key=lambda v: -_length(v.statement))
    for i in new_events:
        e = draft.events[i]
        draft.events[i] = replace(e, attribution=_behind(quoting, _of_event(e, voices, hedges, cited)))
    for i in new_statements:
        s = draft.statements[i]
        draft.statements[i] = replace(s, attribution=_behind(quoting, _of_statement(draft, line, s, voices, cited), alone=True))


def _behind(quoting: list[Attribution], chain: tuple[Attribution, ...], *, alone: bool = False) -> tuple[Attribution, ...]:
    """A chain behind those who quote it: "IRNA quoted Raisi as saying" is IRNA first."""
    return (*(q for q in quoting if q not in chain), *chain) if chain or alone else chain


def _quoting(draft: Draft, line: Line) -> list[Attribution]:
    """Who quotes somebody "as saying" in the sentence: an outer voice."""
    assert line.parse is not None
    out: list[Attribution] = []
    for t in line.parse.tokens:
        said = any(c.tag == "VBG" for q in t.kids("prep") if q.lower == "as" for c in q.kids("pcomp"))
        if t.lemma not in _CITING or not t.is_verb or not said:
            continue
        for source in (p for head in grammar.subjects(t) for p in party_of(draft, head)[:1]):
            medium = "state media" if (actor := draft.codebook.actors.get(source.code or "")) and actor.state_media else None
            out.append(Attribution(source=source, cue=t.text, medium=medium, anonymous=False, hedge=None))
    return out


def _newest(records: Sequence[Event] | Sequence[Statement], line: Line) -> range:
    """Indexes of the records of the sentence at hand: it was coded last, so they stand at the end."""
    first = len(records)
    while first and records[first - 1].sentence == line.sentence.id:
        first -= 1
    return range(first, len(records))


# -- chains ------------------------------------------------------------------------------------------------------------------------------


def _of_event(e: Event, voices: list[Voice], hedges: list[tuple[int, str]], cited: list[Attribution]) -> tuple[Attribution, ...]:
    out: list[Attribution] = []
    for v in voices:
        if _covers(v.statement, e) and not _is_own(v.statement, e) and v.link not in out:
            out.append(v.link)
    out += [k for k in cited if k not in out]
    hedge = next((word for at, word in hedges if _touches(e, at)), None)
    if hedge and out:
        out[-1] = replace(out[-1], hedge=hedge)
    elif hedge:
        out.append(Attribution(source=None, cue=None, medium=None, anonymous=False, hedge=hedge))
    return tuple(out)


def _of_statement(draft: Draft, line: Line, s: Statement, voices: list[Voice], cited: list[Attribution]) -> tuple[Attribution, ...]:
    out: list[Attribution] = []
    for v in voices:
        if v.statement is not s and _contains(v.statement, s) and v.link not in out:
            out.append(v.link)
    if out or (s.speaker and not any(v.statement is s for v in voices)):
        out += [k for k in cited if k not in out]
    elif cited:
        out += cited
    if not out and _link(draft, line, s).anonymous:
        # nobody stands between, yet the reader must know that the speaker has no name
        out.append(_link(draft, line, s))
    return tuple(out)


def _contains(outer: Statement, inner: Statement) -> bool:
    if outer.content_span is None or inner.cue_span is None:
        return False
    a, b = outer.content_span
    return a <= inner.cue_span[0] and inner.cue_span[1] <= b and not (outer.cue_span is not None and outer.cue_span == inner.cue_span)


def _length(s: Statement) -> int:
    return s.content_span[1] - s.content_span[0] if s.content_span else 0


def _covers(s: Statement, e: Event) -> bool:
    if s.content_span is None:
        return False
    a, b = s.content_span
    return a <= (e.evidence.start + e.evidence.end) // 2 <= b


def _is_own(s: Statement, e: Event) -> bool:
    """Whether the speaker is the one who does the event, and does it in these very words or another act of speech."""
    # who acts in words is no voice between the act and the reader
    if e.type not in IN_WORDS:
        return False
    return any(_same(p, a) for p in s.speaker for a in e.actor)


def _same(speaker: Party, actor: Party) -> bool:
    """The same voice: the same words or person; not merely the same state ("the ministry said" of what its minister did)."""
    if speaker.start is not None and speaker.start == actor.start:
        return True
    if speaker.person and actor.person:
        return speaker.person == actor.person
    if speaker.code is None or speaker.code != actor.code:
        return False
    return not speaker.person and not actor.person and speaker.role == actor.role and (speaker.name == actor.name)


def _touches(e: Event, at: int) -> bool:
    return e.evidence.start - 60 <= at <= e.evidence.end + 30


# -- links -------------------------------------------------------------------------------------------------------------------------------


def _passes_on(draft: Draft, s: Statement) -> bool:
    """Whether a statement passes something on: speech and documents with a clause do; wishes and judgements are acts of their own."""
    if "according" in s.cue.lower() or s.cue == ":":
        return True
    lemma = draft.lemma_of(s)
    if lemma in _DENIALS and s.content_span and s.cue_span and s.content_span[1] <= s.cue_span[0]:
        # "..., a charge Tehran denies": who denies a charge does not vouch for it
        return False
    cue = draft.codebook.cues.verbs.get(lemma or "")
    return cue is not None and cue.kind in _VOICES and ("clause" in cue.content or "quote" in cue.content) and lemma not in _NO_VOICE


def _link(draft: Draft, line: Line, s: Statement) -> Attribution:
    source = s.speaker[0] if s.speaker else None
    text = draft.article.text
    words = text[s.source_span[0] : s.source_span[1]] if s.source_span else ""
    head = _head(line, s.source_span)
    # what a document cites is another voice: "a report citing unnamed sources"
    outside = _CITED.split(f"{words} ")[0] + _CITED.split(_outside(line, s))[0]
    medium = (
        s.medium or medium_of(draft.codebook.cues, f" {words} ") or (medium_of(draft.codebook.cues, f" a {head.lemma} ") if head else None)
    )
    actor = draft.codebook.actors.get(source.code or "") if source is not None else None
    if (actor is not None and actor.state_media) or is_state_media(words):
        medium = "state media"
    return Attribution(
        source=source,
        cue=s.cue,
        medium=medium,
        anonymous=is_anonymous(draft.codebook.cues, source, head, outside) or _is_of_nameless(draft, line, source, head),
        hedge=None,
    )


def _is_of_nameless(draft: Draft, line: Line, source: Party | None, head: Token | None) -> bool:
    """ "one of them said", "they added", "the aide added", of sources without a name that spoke before in this paragraph or the one before."""
    if source is None or source.person or head is None:
        return False
    if head.lemma in UNNAMED and {c.lower for c in head.kids("det")} & {"the", "that", "this"}:
        before = (a for s in reversed(draft.statements[-_RECENT:]) for a in s.attribution if a.anonymous and a.source is not None)
        return any(head.lemma in (a.source.text if a.source else "").lower().replace(",", " ").split() for a in before)
    if head.lower not in ("one", "another", "both", "they", "others"):
        return False
    paragraph = line.sentence.paragraph
    near = {n.sentence.id for p in (paragraph - 1, paragraph) for n in draft.paragraph(p) if n is not line}
    spoke = next((s for s in reversed(draft.statements) if s.sentence in near), None)
    return spoke is not None and any(a.anonymous for a in spoke.attribution)


def _outside(line: Line, s: Statement) -> str:
    """What the sentence says outside the words told."""
    base, words = line.sentence.start, line.sentence.text
    if s.content_span is None:
        return words
    a, b = max(0, s.content_span[0] - base), max(0, s.content_span[1] - base)
    return f"{words[:a]} {words[b:]}"


def _head(line: Line, span: tuple[int, int] | None) -> Token | None:
    """The head of the phrase at a span."""
    if span is None or line.parse is None:
        return None
    inside = {t.i for t in line.parse.at(*span)}
    return next((t for t in line.parse.at(*span) if t.head is t or t.head.i not in inside), None)


def _hedges(draft: Draft, line: Line) -> list[tuple[int, str]]:
    """The words that weaken what the sentence asserts, with their places."""
    assert line.parse is not None
    cues = draft.codebook.cues
    out: list[tuple[int, str]] = []
    for t in line.parse.tokens:
        if t.lower in cues.hedges:
            out.append((t.start, t.lower))
        elif t.is_verb and t.lemma in cues.hedge_verbs and grammar.is_passive(t) and not grammar.agents(t) and t.kids("xcomp", "ccomp"):
            out.append((t.start, f"{t.lower} to"))
    return out


def _cited(draft: Draft, line: Line) -> list[Attribution]:
    """ "..., citing a source in the president's office": an inner voice."""
    assert line.parse is not None
    out: list[Attribution] = []
    for t in line.parse.tokens:
        told = t.tag == "VBG" or (t.dep == "relcl" and any(c.tag in ("WDT", "WP") for c in t.kids("nsubj")))
        if not (t.is_verb and t.lemma in _CITING and told):
            continue
        for noun in grammar.objects(t):
            start, end = noun.span()
            words = draft.article.text[start:end]
            source = party_of(draft, noun)[0]
            anonymous = is_anonymous(draft.codebook.cues, source, noun, words)
            out.append(
                Attribution(source=source, cue=t.text, medium=medium_of(draft.codebook.cues, f" {words} "), anonymous=anonymous, hedge=None)
            )
    return out


def _papers(draft: Draft, line: Line, said: list[Statement]) -> list[Attribution]:
    """ "In a letter dated May 30 and seen by the agency, ...": a paper that the outlet saw is a voice, unless a cue makes it the speaker."""
    assert line.parse is not None
    cues = draft.codebook.cues
    out: list[Attribution] = []
    for t in line.parse.tokens:
        if t.lemma not in cues.documents or not t.is_noun:
            continue
        clauses = [v for c in t.kids("acl") for v in (c, *c.kids("conj"))]
        if not any(v.lemma in _SEEN and v.tag == "VBN" for v in clauses) or any(s.source_span and s.source_span[0] <= t.start < s.source_span[1] for s in said):
            continue
        source = party_of(draft, t)[0]
        out.append(Attribution(source=source, cue=None, medium=medium_of(cues, f" a {t.lemma} ") or t.lemma, anonymous=False, hedge=None))
    return out
