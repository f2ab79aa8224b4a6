"""Statements: source, cue and content of speech, beliefs, wishes, plans and documents (after PARC 3 and PolNeAR).

A cue verb with its complement; "according to"; cue nouns and adjectives with a clause; quotation that a name and a colon or dash introduce.
The content is one span; words that are quoted on into the next sentences belong to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.code import grammar
from dragoman.code.draft import Draft, Line
from dragoman.code.quotes import Span, find_quotes
from dragoman.codebook.schema import Cues, CueVerb
from dragoman.engine.parse import Token
from dragoman.model import Party, Quote, Statement

_CLAUSE = ("ccomp", "xcomp")
_SKIP_OBJECT = frozenset("reporter journalist newspaper agency audience crowd news".split())


@dataclass(slots=True)
class Find:
    """A statement in the making."""

    cue: list[Token]
    content: tuple[int, int]
    source: list[Token]
    addressee: list[Token]
    verb: Token | None
    medium: str | None = None


def code_statements(draft: Draft, line: Line) -> None:
    """Find the statements and quotes of one sentence."""
    if line.parse is None:
        return
    cues = draft.codebook.cues
    spans = [q for q in _paragraph_quotes(draft, line) if q.start < line.sentence.end and q.end > line.sentence.start]
    finds = [f for f in _finds(line, cues, spans, draft.article.text) if f.content[1] > f.content[0]]
    made = [_statement(draft, line, f, spans) for f in _without_doubles(finds)]
    draft.statements += made
    for q in spans:
        if line.sentence.start <= q.start < line.sentence.end or (q.start - 1 >= line.sentence.start and q.start - 1 < line.sentence.end):
            draft.quotes.append(_quote(draft, line, q, made))


def _paragraph_quotes(draft: Draft, line: Line) -> list[Span]:
    """Quotes of the line's paragraph, found once a paragraph."""
    key = line.sentence.paragraph
    if key not in draft.paragraph_quotes:
        block = next(b for b in draft.article.blocks if b.paragraph == key)
        draft.paragraph_quotes[key] = find_quotes(draft.article.text, block.start, block.end)
    return draft.paragraph_quotes[key]


def _without_doubles(finds: list[Find]) -> list[Find]:
    """One statement a cue: the first found, which is the more demanding."""
    seen: set[int] = set()
    out = []
    for f in finds:
        if not seen & {t.i for t in f.cue}:
            seen |= {t.i for t in f.cue}
            out.append(f)
    return out


# -- finding -----------------------------------------------------------------------------------------------------------------------------


def _finds(line: Line, cues: Cues, quotes: list[Span], text: str) -> Iterator[Find]:
    assert line.parse is not None
    for token in line.parse.tokens:
        if token.is_verb and token.dep not in ("aux", "auxpass", "amod", "compound"):
            cue = cues.verbs.get(token.lemma)
            if cue is not None:
                yield from _by_verb(line, token, cue, quotes)
        elif token.lower == "according":
            yield from _according(line, token)
        elif token.is_noun and token.lemma in cues.nouns:
            yield from _by_noun(token)
        elif token.tag[:2] == "JJ" and token.lower in cues.adjectives:
            yield from _by_adjective(token)
    yield from _by_mark(line, quotes, text)


def _by_verb(line: Line, verb: Token, cue: CueVerb, quotes: list[Span]) -> Iterator[Find]:
    source = grammar.subjects(verb)
    content = _verb_content(line, verb, cue, quotes, bool(source))
    if content is None:
        return
    addressee = [t for t in grammar.objects(verb) if t.tag != "VB"] if cue.addressee and verb.child("ccomp") else []
    yield Find(_cue_tokens(verb), content, source, addressee, verb, cue.medium)


def _cue_tokens(verb: Token) -> list[Token]:
    return sorted([verb, *(c for c in verb.kids("aux", "auxpass", "prt", "neg") if abs(c.i - verb.i) < 4)], key=lambda t: t.i)


def _verb_content(line: Line, verb: Token, cue: CueVerb, quotes: list[Span], sourced: bool) -> tuple[int, int] | None:
    """Where the content of a cue verb stands; None where it has none."""
    parts: list[tuple[int, int]] = []
    quoted = _quotes_of(verb, quotes)
    if "clause" in cue.content:
        parts += [_clause_span(c, verb) for c in verb.kids("ccomp") if not _relative(c)]
        if not parts and verb.dep in ("parataxis", "ccomp") and verb.head.is_verb and verb.head.i > verb.i - 40 and sourced and _inserted(verb):
            parts.append(_around(line, verb))
    if not parts and quoted:
        parts += [(q.start - 1, q.end + 1 if q.closed else q.end) for q in quoted]
    if not parts and "infinitive" in cue.content:
        parts += [c.span() for c in grammar.to_clauses(verb)]
        if parts and not cue.addressee:
            parts += [t.span() for t in verb.kids("dobj")]
            parts += [p.span() for q in verb.kids("prep") if q.lower in ("on", "upon") for p in q.kids("pobj")]
    if not parts and not cue.weak:
        about = [q for q in verb.kids("prep", "agent") if q.lower in cue.about and q.i > verb.i]
        if "object" in cue.content and not cue.addressee:
            objects = [t for t in (*verb.kids("dobj", "oprd", "attr"),) if t.lemma not in _SKIP_OBJECT]
            if objects:
                parts += [t.span() for t in objects]
                parts += [q.span() for q in verb.kids("prep") if q.lower in ("as", "for", "of", "to", "over", "against") and q.i > verb.i]
                parts += [c.span() for c in verb.kids("xcomp", "oprd")]
            elif grammar.is_passive(verb) and verb.child("nsubjpass") and (verb.kids("agent") or about):
                parts += [t.span() for t in verb.kids("nsubjpass")]
        if not parts and about:
            parts += [p.span() for q in about for p in q.kids("pobj", "pcomp")]
    if not parts and "clause" in cue.content:
        parts += [c.span() for c in verb.kids("xcomp", "advcl") if c.child("mark") and c.i > verb.i][:1]
    if not parts:
        return None
    start, end = min(p[0] for p in parts), max(p[1] for p in parts)
    for q in quoted:
        if q.start <= end + 3 and q.end >= start - 3:
            start, end = min(start, q.start - 1), max(end, q.end + (1 if q.closed else 0))
    return max(start, line.sentence.start), min(max(end, start), max(line.sentence.end, end))


def _relative(clause: Token) -> bool:
    return clause.dep == "relcl"


def _inserted(verb: Token) -> bool:
    """A verb set into or behind somebody's words: "..., he said, ..."."""
    return not verb.kids("ccomp", "xcomp", "dobj")


def _around(line: Line, verb: Token) -> tuple[int, int]:
    """The sentence but for an inserted "he said" at one of its ends."""
    inserted = verb.span()
    start, end = line.sentence.start, line.sentence.end
    if inserted[0] - start < end - inserted[1] and inserted[0] - start < 3:
        return inserted[1], end
    if end - inserted[1] < 3:
        return start, inserted[0]
    return start, end


def _clause_span(clause: Token, verb: Token) -> tuple[int, int]:
    """A content clause without the cue that stands inside or behind it ("Iran, he said, would")."""
    inside = {t.i for t in verb.subtree()} - {t.i for t in clause.subtree()} | {verb.i}
    tokens = [t for t in clause.subtree() if t.i not in inside]
    tokens = _trim(sorted(tokens, key=lambda t: t.i))
    return tokens[0].start, tokens[-1].end


def _trim(tokens: list[Token]) -> list[Token]:
    while len(tokens) > 1 and tokens[0].text in (",", ":", ";", "-", "–", "—", "."):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].text in (":", ";", "-", "–", "—", ".", ","):
        tokens = tokens[:-1]
    return tokens


def _quotes_of(verb: Token, quotes: list[Span]) -> list[Span]:
    """Quotes in the sentence that may be the content of this verb: those with no other subject and verb between."""
    out = []
    low, high = verb.span()
    for q in quotes:
        if q.start <= verb.start < q.end:
            continue
        if low - 3 <= q.start <= high + 3 or abs(q.end - low) < 4:
            out.append(q)
    return out


def _according(line: Line, token: Token) -> Iterator[Find]:
    """"..., according to X": the rest of the sentence."""
    to = next((c for c in token.children if c.lower == "to"), None)
    if to is None and token.i + 1 < len(line.parse.tokens if line.parse else []):
        after = line.parse.tokens[token.i + 1] if line.parse else token
        to = after if after.lower == "to" else None
    if to is None:
        return
    source = to.kids("pobj") or token.kids("pobj")
    if not source:
        return
    start, end = token.start, max([to.end, *(s.span()[1] for s in source)])
    sentence = line.sentence
    if start - sentence.start < 4:
        content = (min(end + 2, sentence.end), _without_stop(line, sentence.end))
    else:
        head = token.head
        content = (sentence.start if head.dep == "ROOT" or not head.is_verb else head.span()[0], start)
        content = (content[0], _back_over(line, content[1]))
        if content[1] <= content[0]:
            content = (sentence.start, _back_over(line, start))
    yield Find([token, to], content, source, [], None)


def _without_stop(line: Line, end: int) -> int:
    words = line.sentence.text
    return end - 1 if words.endswith(".") and end == line.sentence.end else end


def _back_over(line: Line, end: int) -> int:
    text = line.sentence.text
    i = end - line.sentence.start
    while i > 0 and text[i - 1] in " ,;":
        i -= 1
    return line.sentence.start + i


def _by_noun(noun: Token) -> Iterator[Find]:
    """"his claim that ...", "a warning to ..."."""
    clauses = [c for c in noun.kids("acl", "ccomp", "relcl") if c.child("mark") or any(a.tag == "TO" for a in c.kids("aux"))]
    clauses = [c for c in clauses if c.dep != "relcl"]
    if not clauses:
        return
    source = noun.kids("poss") or [p for q in noun.kids("prep") if q.lower in ("by", "from") for p in q.kids("pobj")]
    verb = noun.head
    cue = [noun]
    if not source and noun.dep == "dobj" and verb.is_verb:
        source = grammar.subjects(verb)
        cue = [verb, noun]
    if source:
        yield Find(cue, clauses[0].span(), source, [], None)


def _by_adjective(adjective: Token) -> Iterator[Find]:
    """"is confident that ...", "was reluctant to ..."."""
    if adjective.dep not in ("acomp", "oprd", "conj", "ROOT"):
        return
    parts = [c.span() for c in adjective.kids("ccomp", "xcomp")]
    if not parts:
        parts = [p.span() for q in adjective.kids("prep") if q.lower in ("of", "about", "with", "by", "to") for p in q.kids("pobj", "pcomp")]
    source = grammar.surface_subjects(adjective.head) if adjective.head.is_verb else []
    if parts and source:
        yield Find([adjective.head, adjective], parts[0], source, [], None)


def _by_mark(line: Line, quotes: list[Span], text: str) -> Iterator[Find]:
    """"Name: “words”", "“words” — Name": a quote that a colon or dash gives to a short name."""
    assert line.parse is not None
    for q in quotes:
        if not (line.sentence.start <= q.start < line.sentence.end):
            continue
        before = text[line.sentence.start : q.start - 1].rstrip()
        if before.endswith(":") and 2 < len(before) < 60:
            tokens = [t for t in line.parse.tokens if t.end <= line.sentence.start + len(before)]
            names = [t for t in tokens if t.is_proper and t.dep != "compound"]
            if names and not any(t.is_verb for t in tokens):
                yield Find([tokens[-1]], (q.start - 1, q.end + 1), names[-1:], [], None)
        after = text[q.end + 1 : line.sentence.end].strip()
        if after[:1] in "—–―-" and 3 < len(after) < 80:
            tokens = [t for t in line.parse.tokens if t.start > q.end]
            names = [t for t in tokens if t.is_proper and t.dep != "compound"]
            marks = [t for t in tokens if t.text[:1] in "—–―-"]
            if names and marks:
                yield Find(marks[:1], (q.start - 1, q.end + 1), names[:1], [], None)


# -- making ------------------------------------------------------------------------------------------------------------------------------


def _statement(draft: Draft, line: Line, find: Find, quotes: list[Span]) -> Statement:
    text = draft.article.text
    start, end = _run_on(draft, line, find.content, quotes)
    cue = (find.cue[0].start, find.cue[-1].end)
    mentions = draft.resolver.mentions(find.source)
    speaker = tuple(m.party for m in mentions) or tuple(_unknown(text, t) for t in find.source[:1])
    source = _source_span(find.source)
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
        source_span=source,
        cue_span=cue,
        content_span=(start, end),
        directness=_directness(text, start, end, quotes),
        medium=find.medium or medium_of(draft.codebook.cues, line.sentence.text, text[start:end]),
        time=None,
        attribution=(),
    )


def _source_span(tokens: list[Token]) -> tuple[int, int] | None:
    if not tokens:
        return None
    spans = [t.span() for t in tokens]
    return min(s[0] for s in spans), max(s[1] for s in spans)


def _unknown(text: str, token: Token) -> Party:
    start, end = token.span()
    return Party(text=text[start:end], start=start, end=end, name=None, code=None, sector=None, role=None, person=None, basis="not resolved")


def _run_on(draft: Draft, line: Line, content: tuple[int, int], quotes: list[Span]) -> tuple[int, int]:
    """Content that is quoted on beyond the sentence: to the end of the quote, and over quoted sentences that follow at once."""
    start, end = content
    for q in quotes:
        if start <= q.start <= end + 2 and q.end > end and q.end > line.sentence.end:
            end = q.end + (1 if q.closed else 0)
    return start, end


def _directness(text: str, start: int, end: int, quotes: Iterable[Span]) -> str:
    inside = sum(max(0, min(end, q.end) - max(start, q.start)) for q in quotes)
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.8 * (end - start) else "mixed"


def medium_of(cues: Cues, sentence: str, content: str = "") -> str | None:
    """The medium that a sentence names outside the words told ("in a post on X")."""
    words = " " + sentence.replace(content, " ").lower() + " "
    for medium, phrases in cues.media.items():
        for phrase in phrases:
            at = words.find(phrase)
            if at > 0 and not words[at - 1].isalnum() and not words[at + len(phrase) : at + len(phrase) + 1].isalnum():
                return medium
    return None


def _quote(draft: Draft, line: Line, q: Span, made: list[Statement]) -> Quote:
    text = draft.article.text
    owner = next(
        (s.id for s in made if s.content_span and s.content_span[0] <= q.start and q.end <= s.content_span[1] + 1),
        None,
    )
    start, end = q.start, q.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    key = f"{draft.article.id}|{line.sentence.id}|quote|{start}-{end}"
    return Quote(
        id=hashlib.sha256(key.encode()).hexdigest()[:16], sentence=line.sentence.id, text=text[start:end], start=start, end=end, statement=owner
    )
