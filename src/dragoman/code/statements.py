"""Statements: source, cue and content of speech, beliefs, wishes, plans and documents (after PARC 3 and PolNeAR), and quotes.

The cues of a sentence are found by :mod:`dragoman.code.voices_find`; here the speakers are resolved, words quoted on into other
sentences are added to their statement, and each quote is linked to the statement whose words it holds. Cues that stand inside
somebody's quoted words are part of those words, not the reporter's: they make no statement (nor do PolNeAR's coders mark them).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

from dragoman.code import grammar
from dragoman.code.derived import derived
from dragoman.code.draft import Draft, Line
from dragoman.code.grammar import writers
from dragoman.code.quotes import Span, find_quotes
from dragoman.code.voices_acts import statements_of_acts
from dragoman.code.voices_find import find_voices
from dragoman.code.voices_private import is_everyday
from dragoman.code.voices_scene import Find, Scene
from dragoman.code.voices_sources import party_of, state_of_house
from dragoman.code.voices_span import Bounds, outer, run_on, without_medium
from dragoman.code.voices_turns import turn_statement
from dragoman.codebook.schema import Cues
from dragoman.engine.parse import Token
from dragoman.model import Party, Quote, Statement

_OWNING = frozenset({"quote", "clause", "inserted", "mark"})
# constructions whose quoted words belong to their own cue
_ALL = 0.8
# share of the content within marks that makes it direct: a name or a dash may stand outside
_LONG_QUOTE = 3
# words: a cue inside a shorter quote is the reporter's after all ("he 'said' so")

_RUN = re.compile(r"[^\W_]+")
_SMALL = frozenset("a an the in on at by of to from told".split())
_SELF_WILLED = frozenset("refuse decline fail begin start continue plan want hope go seem appear use threaten promise vow".split())
# verbs whose own subject does the infinitive


def code_statements(draft: Draft, line: Line) -> None:
    """Find the statements and quotes of one sentence."""
    if line.parse is None:
        return
    quotes = _paragraph_quotes(draft, line.sentence.paragraph)
    finds = [f for f in _finds(draft, line, quotes) if not _is_quoted(f, quotes, draft.article.text) and not _is_asked_for(f)]
    if line.sentence.text.rstrip().endswith("?"):
        # "Can you confirm that ...?": nobody has
        finds = [f for f in finds if not any(t.lower == "you" for t in f.source)]
    made = [s for f in finds if not is_everyday(line, f, s := _statement(draft, line, f, quotes))]
    if (turn := turn_statement(draft, line, made)) is not None:
        made.insert(0, turn)
    made += statements_of_acts(draft, line, made, quotes)
    draft.statements += made
    _claim(draft, made)
    draft.quotes += [_quote(draft, line, q, made) for q in quotes if line.sentence.start <= q.start - q.mark < line.sentence.end]


def _finds(draft: Draft, line: Line, quotes: list[Span]) -> list[Find]:
    assert line.parse is not None
    s = line.sentence
    scene = Scene(parse=line.parse, start=s.start, end=s.end, text=draft.article.text, quotes=quotes, cues=draft.codebook.cues)
    return find_voices(scene)


def _is_asked_for(find: Find) -> bool:
    """"urged India to press Russia": what somebody is asked to say has not been said."""
    verb = find.verb
    if verb is None or verb.tag != "VB" or verb.dep not in ("xcomp", "ccomp", "advcl") or not any(a.tag == "TO" for a in verb.kids("aux")):
        return False
    head = verb.head
    return head.is_verb and head.lemma not in _SELF_WILLED and bool(verb.kids("nsubj") or [t for t in grammar.objects(head) if t.i < verb.i])


def _is_quoted(f: Find, quotes: list[Span], text: str) -> bool:
    at = f.cue[0].start
    return f.how != "mark" and any(q.start <= at < q.end and len(text[q.start : q.end].split()) >= _LONG_QUOTE for q in quotes)


def _paragraph_quotes(draft: Draft, paragraph: int) -> list[Span]:
    """Quotes of a paragraph, found once."""
    if paragraph not in draft.paragraph_quotes:
        block = next(b for b in draft.article.blocks if b.paragraph == paragraph)
        draft.paragraph_quotes[paragraph] = find_quotes(draft.article.text, block.start, block.end)
    return draft.paragraph_quotes[paragraph]


def _running(draft: Draft, line: Line, quotes: list[Span]) -> list[Span]:
    """The paragraph's quotes, with those of the next paragraphs while a quote is left open and the next opens with a mark."""
    out = list(quotes)
    paragraph = line.sentence.paragraph
    blocks = {b.paragraph: b for b in draft.article.blocks}
    while out and not out[-1].closed and (block := blocks.get(paragraph + 1)) is not None:
        more = _paragraph_quotes(draft, paragraph + 1)
        if not more or more[0].start - more[0].mark != block.start:
            break
        out += more
        paragraph += 1
    return out


def _owned(draft: Draft, line: Line, quotes: list[Span]) -> list[Bounds]:
    """Other sentences of the paragraph whose quotes have a cue of their own."""
    out = []
    for other in draft.lines:
        s = other.sentence
        if other is line or s.paragraph != line.sentence.paragraph or other.parse is None or s.start < line.sentence.end:
            continue
        text = draft.article.text
        if any(f.how in _OWNING and f.verb is not None and not _is_quoted(f, quotes, text) for f in _finds(draft, other, quotes)):
            out.append((s.start, s.end))
    return out


# -- making ------------------------------------------------------------------------------------------------------------------------------


def _statement(draft: Draft, line: Line, find: Find, quotes: list[Span]) -> Statement:
    text = draft.article.text
    running = _running(draft, line, quotes)
    sentence = (line.sentence.start, line.sentence.end)
    goes_on = any(outer(q)[0] >= find.content[0] - 2 and q.start >= sentence[1] for q in running)
    told = without_medium(text, find.content) if find.how in ("object", "as", "infinitive", "about", "clause") else find.content
    start, end = run_on(told, sentence, running, text, _owned(draft, line, quotes) if goes_on else ())
    cue = (find.cue[0].start, find.cue[-1].end)
    speaker = _same_voice(draft, line, find, _speakers(draft, find.source))
    if len(speaker) == 1 and line.parse is not None:
        housed = state_of_house(draft, (start, end), speaker[0], line.parse.tokens)
        speaker = (housed,) if housed is not None else speaker
    key = f"{draft.article.id}|{line.sentence.id}|{cue}|{start}-{end}"
    name = hashlib.sha256(key.encode()).hexdigest()[:16]
    if find.verb is not None:
        draft.cue_lemmas[name] = find.verb.lemma
    return Statement(
        id=name,
        sentence=line.sentence.id,
        speaker=speaker,
        addressee=tuple(m.party for m in draft.resolver.mentions(find.addressee)),
        cue=text[cue[0] : cue[1]],
        content=text[start:end],
        source_span=_source_span(find.source),
        cue_span=cue,
        content_span=(start, end),
        directness=_directness(start, end, running, _cue_clause(find)),
        medium=find.medium or medium_of(draft.codebook.cues, line.sentence.text, text[start:end]) or _carried(draft, line),
        time=None,
        attribution=(),
    )


def _source_span(tokens: list[Token]) -> Bounds | None:
    if not tokens:
        return None
    spans = [t.span() for t in tokens]
    return min(s[0] for s in spans), max(s[1] for s in spans)


def _cue_clause(find: Find) -> Bounds:
    """From the source to the end of what hangs on the cue behind it ("Macron told reporters in Paris")."""
    parts = [(t.start, t.end) for t in find.cue] + [t.span() for t in find.source]
    if find.verb is not None:
        parts += [c.span() for c in find.verb.kids("dobj", "dative", "prep", "npadvmod", "advmod")]
    return min(p[0] for p in parts), max(p[1] for p in parts)


_CARRIED = re.compile(r"\b(?:carried|published|released|aired|broadcast|quoted) by\b|\b(?:told|tells|telling|interview with)\b")
_SPOKE = frozenset("say tell add report confirm announce state declare insist stress note argue warn explain reply".split())
_HIM = {"he": "m", "she": "f"}


def _same_voice(draft: Draft, line: Line, find: Find, speaker: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "'...,' he said" keeps the paragraph's speaker, unless the one resolved has spoken in it, too."""
    word = find.source[0].lower if find.source else ""
    if word == "they" and find.how in ("clause", "inserted"):
        return _same_voices(draft, line, find.source[0], speaker)
    if word not in _HIM or find.how not in ("quote", "clause", "inserted"):
        return speaker
    near = {o.sentence.id for o in draft.lines if o.sentence.paragraph == line.sentence.paragraph and o is not line}
    spoke = [s for s in draft.statements if s.sentence in near]
    # "X will ask for its repeal, Y told the paper. '...,' he added": who told goes on, not who will ask
    spoke = [s for s in spoke if draft.lemma_of(s) in _SPOKE] or spoke
    # what "both men" said is nobody's who is "he"
    voices = [p for s in spoke for p in s.speaker if p.person and len(s.speaker) == 1]
    if not voices or any(p.person == v.person for p in speaker for v in voices):
        return speaker
    last = voices[-1]
    known = draft.resolver.people.get((last.person or "").split()[-1])
    if known is not None and known.gender not in (None, _HIM[word]):
        return speaker
    head = find.source[0]
    return (replace(last, text=head.text, start=head.start, end=head.end, basis=f"the speaker before: {last.basis}"),)


def _same_voices(draft: Draft, line: Line, they: Token, speaker: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "..., government sources said. ..., they said": several who spoke in the sentence before speak on."""
    lines = draft.paragraph(line.sentence.paragraph)
    before = next((o.sentence.id for o, n in zip(lines, lines[1:], strict=False) if n is line), None)
    last = next((s for s in reversed(draft.statements) if s.sentence == before and s.speaker and draft.lemma_of(s) in _SPOKE), None)
    if last is None or not (len(last.speaker) > 1 or last.speaker[0].text.rstrip(".").endswith("s")):
        return speaker
    return tuple(replace(p, text=they.text, start=they.start, end=they.end, basis=f"the speakers before: {p.basis}") for p in last.speaker)


def _speakers(draft: Draft, source: list[Token]) -> tuple[Party, ...]:
    """All speakers of a joint statement, each once."""
    out: list[Party] = []
    for head in source:
        found = party_of(draft, head)
        if not any(p.code or p.person for p in found) and (by := [w for w in writers(head) if w is not head]):
            # "adopted a resolution urging both to withdraw": whoever adopted it says so
            found = tuple(p for w in by for p in party_of(draft, w) if p.code) or found
        out += [p for p in found if p not in out]
    return tuple(out)


def _directness(start: int, end: int, quotes: Iterable[Span], cue: Bounds) -> str:
    """How much of the content stands within marks; a cue clause set into it does not count."""
    inside = sum(max(0, min(end, b) - max(start, a)) for a, b in map(outer, quotes))
    if not inside:
        return "indirect"
    outside = max(0, min(end, cue[1]) - max(start, cue[0]))
    return "direct" if inside >= _ALL * (end - start - outside) else "mixed"


def _telling_words(media: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """One word of every phrase that names a medium, the longest that is not small: without it the phrase cannot stand there."""
    runs = (_RUN.findall(phrase) for phrases in media.values() for phrase in phrases)
    return frozenset(max(words, key=lambda w: (w not in _SMALL, len(w))) for words in runs if words)


def _carried(draft: Draft, line: Line) -> str | None:
    """ "in a commentary carried by the Korean Central News Agency", "told TASS": the medium is a state's."""
    named = [e for h in line.hits if len(h.entries) == 1 for e in h.entries]
    media = any((actor := draft.codebook.actors.get(e.code)) is not None and actor.state_media for e in named)
    return "state media" if media and _CARRIED.search(line.sentence.text) else None


def medium_of(cues: Cues, sentence: str, content: str = "") -> str | None:
    """The medium that a sentence names outside the words told ("in a post on X")."""
    words = " " + (sentence.replace(content, " ") if content else sentence).lower() + " "
    if derived(cues.media, _telling_words).isdisjoint(_RUN.findall(words)):
        return None
    for medium, phrases in cues.media.items():
        for phrase in phrases:
            at = words.find(phrase)
            if at > 0 and not words[at - 1].isalnum() and not words[at + len(phrase) : at + len(phrase) + 1].isalnum():
                return medium
    return None


def _quote(draft: Draft, line: Line, q: Span, made: list[Statement]) -> Quote:
    text = draft.article.text
    start, end = q.start, q.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    key = f"{draft.article.id}|{line.sentence.id}|quote|{start}-{end}"
    return Quote(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        sentence=line.sentence.id,
        text=text[start:end],
        start=start,
        end=end,
        statement=_owner(draft, q, made),
    )


def _claim(draft: Draft, made: list[Statement]) -> None:
    """Link quotes of earlier sentences whose cue came only now: "'We waited. We were wrong,' X said"."""
    for i, q in enumerate(draft.quotes):
        if q.statement is None and made:
            owner = next((s.id for s in made if s.content_span and s.content_span[0] <= q.start and q.end <= s.content_span[1] + 1), None)
            if owner is not None:
                draft.quotes[i] = replace(q, statement=owner)


def _owner(draft: Draft, q: Span, made: list[Statement]) -> str | None:
    """The statement whose words a quote holds: of this sentence the narrowest, else one whose words run on into it."""
    for pool in (made, draft.statements):
        holding = [s for s in pool if s.content_span and s.content_span[0] <= q.start and q.end <= s.content_span[1] + 1]
        if holding:
            return min(holding, key=lambda s: len(s.content)).id
    return None
