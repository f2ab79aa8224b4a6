"""Attribution chains: every voice between the reader and a record, outermost first.

A record inside the content of a statement rests on that statement's speaker, unless the record is the speaker's own spoken act. "According to
a Bloomberg report citing unnamed sources" is two links. A source is anonymous where its words hide who it is.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.code import grammar
from dragoman.code.draft import Draft, Line
from dragoman.code.statements import medium_of
from dragoman.codebook.schema import Cues
from dragoman.engine.parse import Token
from dragoman.model import Attribution, Event, Party, Statement

_SPOKEN = frozenset("REQUEST ACCUSE REJECT THREATEN AGREE SUPPORT CONCEDE".split())
# acts done in words: their actor is no voice between them and the reader
_CITING = frozenset("cite quote reference".split())
_VOICES = frozenset({"speech", "document"})
_OUTLET_KINDS = frozenset({"media"})


def attribute(draft: Draft, line: Line) -> None:
    """Give the events and statements of one sentence their chains."""
    if line.parse is None:
        return
    said = [s for s in draft.statements if s.sentence == line.sentence.id]
    hedge = _hedge(draft.codebook.cues, line)
    cited = _cited(draft, line)
    links = {s.id: _links(draft, line, s, hedge, cited) for s in said}
    for i, e in enumerate(draft.events):
        if e.sentence == line.sentence.id:
            draft.events[i] = replace(e, attribution=_of_event(draft, e, said, links, hedge, cited))
    for i, s in enumerate(draft.statements):
        if s.sentence == line.sentence.id:
            draft.statements[i] = replace(s, attribution=_of_statement(s, said, links, cited, draft, line))


def _of_event(
    draft: Draft, e: Event, said: list[Statement], links: dict[str, tuple[Attribution, ...]], hedge: str | None, cited: list[tuple[Token, Attribution]]
) -> tuple[Attribution, ...]:
    out: list[Attribution] = []
    voices = [s for s in said if _covers(s, e) and _is_voice(draft, s)]
    for s in sorted(voices, key=lambda s: -_length(s)):
        own = {p.code for p in s.speaker if p.code} & {p.code for p in e.actor if p.code}
        if own and e.type in _SPOKEN:
            continue
        out += [k for k in links[s.id] if k not in out]
    out += [k for _, k in cited if k not in out]
    if not out and hedge:
        out.append(Attribution(source=None, cue=None, medium=None, anonymous=False, hedge=hedge))
    return tuple(out)


def _of_statement(
    s: Statement, said: list[Statement], links: dict[str, tuple[Attribution, ...]], cited: list[tuple[Token, Attribution]], draft: Draft, line: Line
) -> tuple[Attribution, ...]:
    out: list[Attribution] = []
    for other in sorted(said, key=lambda o: -_length(o)):
        if other is not s and other.content_span and s.cue_span and other.content_span[0] <= s.cue_span[0] and s.cue_span[1] <= other.content_span[1]:
            if _is_voice(draft, other):
                out += [k for k in links[other.id] if k not in out]
    out += [k for _, k in cited if k not in out]
    if not out and s.speaker and _anonymous(draft.codebook.cues, s.speaker[0], line):
        # nobody stands between, yet the reader must know that the speaker has no name
        out.append(_link(draft, line, s))
    return tuple(out)


def _length(s: Statement) -> int:
    return s.content_span[1] - s.content_span[0] if s.content_span else 0


def _covers(s: Statement, e: Event) -> bool:
    if s.content_span is None:
        return False
    a, b = s.content_span
    middle = (e.evidence.start + e.evidence.end) // 2
    return a <= middle <= b


def _is_voice(draft: Draft, s: Statement) -> bool:
    """Whether a statement passes something on: speech and documents do; wishes, plans and judgements are acts of their own."""
    word = s.cue.split(" ")[-1].lower()
    if "according" in s.cue.lower():
        return True
    cue = draft.codebook.cues.verbs.get(draft.lemma_of(s) or word)
    return cue is not None and cue.kind in _VOICES and "clause" in cue.content and draft.lemma_of(s) not in _ACTS


_ACTS = frozenset(
    """urge ask call demand request order press push invite encourage praise commend thank welcome endorse back defend criticize criticise condemn
    denounce blame accuse reject dismiss refuse decline oppose threaten promise vow pledge propose agree deny rule decide decree charge""".split()
)


def _links(draft: Draft, line: Line, s: Statement, hedge: str | None, cited: list[tuple[Token, Attribution]]) -> tuple[Attribution, ...]:
    return (replace(_link(draft, line, s), hedge=hedge),)


def _link(draft: Draft, line: Line, s: Statement) -> Attribution:
    source = s.speaker[0] if s.speaker else None
    words = source.text if source else ""
    text = draft.article.text[s.source_span[0] : s.source_span[1]] if s.source_span else words
    medium = s.medium or medium_of(draft.codebook.cues, f" {text} ")
    if source is not None and draft.codebook.actors.get(source.code or "") and draft.codebook.actors[source.code or ""].state_media:
        medium = "state media"
    if "state news agency" in text.lower() or "state media" in text.lower() or "state television" in text.lower():
        medium = "state media"
    return Attribution(source=source, cue=s.cue, medium=medium, anonymous=_anonymous(draft.codebook.cues, source, line, text), hedge=None)


def _anonymous(cues: Cues, source: Party | None, line: Line, text: str = "") -> bool:
    """Whether the words of a source hide who it is."""
    if source is None or source.person:
        return False
    words = " " + (text or _phrase_around(line, source)).lower() + " "
    if any(f" {p}" in words for p in cues.anonymous):
        return True
    return any(f" {n} " in words or f" {n}s " in words for n in cues.anonymous_nouns)


def _phrase_around(line: Line, source: Party) -> str:
    """The source's noun phrase with what follows it ("a diplomat who asked not to be named")."""
    if line.parse is None or source.start is None or source.end is None:
        return source.text
    tokens = line.parse.at(source.end - 1, source.end)
    if not tokens:
        return source.text
    start, end = tokens[-1].span()
    return line.sentence.text[max(0, start - line.sentence.start) : end - line.sentence.start]


def _hedge(cues: Cues, line: Line) -> str | None:
    """The first word that weakens what the sentence asserts."""
    assert line.parse is not None
    for t in line.parse.tokens:
        if t.lower in cues.hedges:
            return t.lower
        if t.is_verb and t.lemma in cues.hedge_verbs and grammar.is_passive(t) and not grammar.agents(t) and t.kids("xcomp", "ccomp"):
            return f"{t.lower} to"
    return None


def _cited(draft: Draft, line: Line) -> list[tuple[Token, Attribution]]:
    """"..., citing a source in the president's office": an inner voice."""
    assert line.parse is not None
    out: list[tuple[Token, Attribution]] = []
    for t in line.parse.tokens:
        if t.is_verb and t.lemma in _CITING and t.tag == "VBG":
            for noun in grammar.objects(t):
                found = draft.resolver.mentions([noun])
                start, end = noun.span()
                words = draft.article.text[start:end]
                source = found[0].party if found else Party(
                    text=words, start=start, end=end, name=None, code=None, sector=None, role=None, person=None, basis="not resolved"
                )
                anonymous = _anonymous(draft.codebook.cues, source, line, words)
                out.append((t, Attribution(source=source, cue=t.text, medium=medium_of(draft.codebook.cues, f" {words} "), anonymous=anonymous, hedge=None)))
    return out
