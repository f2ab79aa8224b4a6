"""The coder: Article in, Readout out. Pure: same article and codebook, same readout; no clock, no network, no store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dragoman.code.contexts import ContextFinder, Figures
from dragoman.code.draft import Draft, Line
from dragoman.code.frames import FrameIndex
from dragoman.code.gate import Gate
from dragoman.code.home import origins
from dragoman.code.name_words import mend_names
from dragoman.code.names import Hit, Names, within
from dragoman.code.parties import Resolver
from dragoman.code.party_mention import PERSON_KINDS
from dragoman.code.party_turns import is_transcript, open_turns, opening, take_turn
from dragoman.code.status import Status
from dragoman.code.steps import ARTICLE_STEPS, EVENT_STEPS, SENTENCE_STEPS
from dragoman.codebook.load import load
from dragoman.codebook.schema import Codebook
from dragoman.engine.collector import without_collector
from dragoman.engine.headlines import clauses, familiar, hush, recase, unaddressed
from dragoman.engine.sentences import split
from dragoman.engine.spacy_engine import Engine
from dragoman.model import SCHEMA, Article, Note, Readout, Sentence

_CLOCK = re.compile(r"\d{1,2}[:.][0-5]\d(?:\s?(?:[ap]\.?m\b\.?|[A-Z]{2,4}\b))?\s+[–—-]?\s*(?=[“‘\"'A-Z])")
# the hour before an entry of a live blog: no word of its sentence
_HEADLINES = ("title", "standfirst")
# parts of an article in which names have no context
_BATCH = 256
# sentences parsed together: enough to fill the parser's batches of like length


class Coder:
    """A codebook and a language engine, ready to code articles. Build one and keep it: both are loaded once."""

    def __init__(self, codebook: Codebook, engine: Engine, *, events_only: bool = False, gated: bool = True) -> None:
        """
        Args:
            codebook: what is known.
            engine: parses.
            events_only: acts and their events alone, for bulk work: the narrow gate, no statements and so no attribution, no meetings,
                positions or ties.
            gated: False parses every sentence, whatever its words.
        """
        self.codebook = codebook
        self.events_only = events_only
        self.gated = gated
        self.engine = engine
        self.names = Names(codebook)
        self.frames = FrameIndex(codebook)
        self.status = Status(codebook)
        self.contexts = ContextFinder(codebook.contexts)
        self.figures = Figures(codebook)
        self.gate = Gate(codebook, engine.lemma)

    @classmethod
    def load(cls, folders: Iterable[str | Path] = (), *, events_only: bool = False, gated: bool = True) -> Coder:
        """The packaged codebook with the user's folders over it, and the engine; options as of the constructor.

        Raises:
            CodebookError: a codebook file is broken.
        """
        return cls(load(folders), Engine(), events_only=events_only, gated=gated)

    def code(self, article: Article, *, date: str | None = None, min_confidence: float = 0.0) -> Readout:
        """Everything the coder takes from one article. See :meth:`code_many`."""
        return next(self.code_many([article], date=date, min_confidence=min_confidence))

    def code_many(self, articles: Iterable[Article], *, date: str | None = None, min_confidence: float = 0.0) -> Iterator[Readout]:
        """Code articles, several at a time so that the parser works on full batches.

        Args:
            articles: what was read.
            date: ISO date against which times are resolved where an article tells none; never becomes ``published``.
            min_confidence: events below it are left out, with a note.

        Yields:
            One readout an article, in order.
        """
        batch: list[Draft] = []
        size = 0
        for article in articles:
            batch.append(self._draft(article, date))
            size += len(batch[-1].lines)
            if size >= (4 if self.events_only else 1) * _BATCH:
                # the narrow gate lets a third of them through
                yield from self._code(batch, min_confidence)
                batch, size = [], 0
        yield from self._code(batch, min_confidence)

    def drafts(self, articles: Iterable[Article], *, date: str | None = None) -> list[Draft]:
        """The work sheets themselves, for those who ask why (``dragoman try``, the cases of the codebook); every sentence is parsed."""
        batch = [self._draft(a, date) for a in articles]
        for draft in batch:
            draft.explain = True
        self._run(batch, every=True)
        return batch

    def _code(self, batch: list[Draft], min_confidence: float) -> Iterator[Readout]:
        self._run(batch)
        for draft in batch:
            _drop_weak(draft, min_confidence)
            yield _readout(draft)

    def _run(self, batch: list[Draft], *, every: bool = False) -> None:
        # trees of words are cycles, and garbage only once the batch is told
        with without_collector():
            self._code_batch(batch, every)

    def _code_batch(self, batch: list[Draft], every: bool) -> None:
        self._parse([d for d in batch if _is_english(d)], every or not self.gated)
        steps = EVENT_STEPS if self.events_only else SENTENCE_STEPS
        for draft in batch:
            if draft.transcript:
                open_turns(draft.resolver)
            for line in draft.lines:
                if draft.transcript:
                    take_turn(draft.resolver, line.sentence.text, line.sentence.start)
                if line.parse is None:
                    draft.resolver.sentence += 1  # what was named before is one sentence farther off
                    continue
                draft.resolver.begin(line.parse, line.hits)
                for step in steps:
                    step(self, draft, line)
            if not self.events_only:
                for article_step in ARTICLE_STEPS:
                    article_step(self, draft)

    def _draft(self, article: Article, date: str | None) -> Draft:
        when = article.published or date
        home, issuer = origins(article, self.codebook)
        resolver = Resolver(self.codebook, when[:10] if when and not when.startswith("-") else None, home)
        resolver.text = article.text
        resolver.issuer = issuer
        draft = Draft(
            article=article, codebook=self.codebook, resolver=resolver, status=self.status, date=when, transcript=is_transcript(article)
        )
        number = 0
        for block in article.blocks:
            first = _CLOCK.match(article.text, block.start, block.end)
            for start, end in split(article.text, first.end() if first else block.start, block.end):
                number += 1
                sentence = Sentence(
                    id=f"s{number}", part=block.part, paragraph=block.paragraph, text=article.text[start:end], start=start, end=end
                )
                skip = opening(sentence.text) if draft.transcript and block.part == "body" else 0
                draft.lines.append(Line(sentence=sentence, parse=None, hits=(), skip=skip))
        return draft

    def _parse(self, batch: list[Draft], every: bool) -> None:
        passed: list[Line] = []
        words: list[tuple[str, int]] = []
        counts: list[int] = []
        # parses a sentence: a headline may be several clauses
        for draft in batch:
            hushed = {n.sentence.start: hush(n.sentence.text, self.codebook.entries.__contains__) for n in draft.lines if n.sentence.text.isupper()}
            text = _with(draft.article.text, hushed)
            hits = self.names.find(text)
            known = {w for h in hits for w in text[h.start : h.end].split()}
            for line, found in zip(draft.lines, within(hits, [(n.sentence.start, n.sentence.end) for n in draft.lines]), strict=True):
                line.hits = found
            kept = [n for n in draft.lines if every or self._passes(n)]
            draft.untold = (kept if self.events_only else draft.lines)[::-1]
            if not self.events_only:
                draft.tell_times()
            passed += kept
            for line in kept:
                s = line.sentence
                running = recase(hushed.get(s.start, s.text), self.engine, known) if s.part == "title" or s.start in hushed else s.text
                parts = [(o, _familiar(line, t, o)) for o, t in clauses(running)] if s.part in _HEADLINES else [(line.skip, running[line.skip :])]
                words += [(unaddressed(part), s.start + offset) for offset, part in parts]
                counts.append(len(parts))
        parses = iter(self.engine.parse(words))
        for line, count in zip(passed, counts, strict=True):
            line.parse = next(parses)
            for _ in range(count - 1):
                line.parse.extend(next(parses))
            if line.sentence.part in _HEADLINES:
                _rename(line)
            mend_names(line.parse, line.hits)
        if self.events_only:
            # bulk work does without: of 424 events of 84 US articles six come out otherwise, of 682 of our own none
            return
        self._read_again([line for line in passed if line.sentence.part not in _HEADLINES and _is_misread(line)])

    def _read_again(self, lines: list[Line]) -> None:
        """Parse sentences anew in which the parser took a name for another word ("ECOWAS imposed": a gerund)."""
        words = [(unaddressed(_familiar(line, line.sentence.text[line.skip :], line.skip)), line.sentence.start + line.skip) for line in lines]
        for line, parse in zip(lines, self.engine.parse(words), strict=True) if words else ():
            line.parse = parse
            _rename(line)
            mend_names(parse, line.hits)

    def _passes(self, line: Line) -> bool:
        """Whether the sentence may hold anything that is asked for."""
        test = self.gate.acts if self.events_only else self.gate.wide
        return test(line.sentence.text, line.hits)


def _with(text: str, others: Mapping[int, str]) -> str:
    """The text with some of its sentences in another case; keys are their offsets."""
    for start, words in others.items():
        text = text[:start] + words + text[start + len(words) :]
    return text


def _is_name_of_party(line: Line, hit: Hit) -> bool:
    """Whether a name is that of a state, an organisation, their seats or leaders, and no word besides (nationality, party, paper); bodies by letters."""
    start = line.sentence.start
    if all(e.kind == "body" for e in hit.entries) and line.sentence.text[hit.start - start : hit.end - start].isupper():
        # "USAID provided": an adverb to the parser
        return True
    return all(e.kind in PERSON_KINDS or (e.kind in ("name", "capital", "seat") and e.owner in ("state", "organisation")) for e in hit.entries)


def _familiar(line: Line, text: str, offset: int) -> str:
    """A stretch of a sentence, or all of it, with names that the parser knows; each keeps its length, and gets its own letters back in ``_rename``."""
    names = [(h.start, h.end) for h in line.hits if _is_name_of_party(line, h)]
    return familiar(text, line.sentence.start + offset, names)


def _is_misread(line: Line) -> bool:
    """Whether the parser took a name for no noun."""
    if line.parse is None or line.sentence.text.isupper():
        return False
    names = (h for h in line.hits if _is_name_of_party(line, h) and h.end - h.start > 3)
    return any(t.tag[:2] != "NN" and t.start == h.start and t.end == h.end for h in names for t in line.parse.at(h.start, h.end))


def _rename(line: Line) -> None:
    """Give the names of a headline back that stood under others for the parser."""
    for hit in line.hits:
        for token in line.parse.at(hit.start, hit.end) if line.parse is not None and _is_name_of_party(line, hit) else ():
            word = line.sentence.text[token.start - line.sentence.start : token.end - line.sentence.start]
            # as hush leaves it in a headline in capitals
            token.text = word.capitalize() if line.sentence.text.isupper() and len(word) > 5 else word
            token.lower = token.text.lower()
            token.lemma = token.text


def _is_english(draft: Draft) -> bool:
    language = draft.article.language
    if language in (None, "en"):
        return True
    draft.notes.append(Note(stage="code", kind="language", message=f"the text is in «{language}»: only English is coded", sentence=None))
    return False


def _drop_weak(draft: Draft, floor: float) -> None:
    for event in [e for e in draft.events if e.confidence < floor]:
        draft.events.remove(event)
        message = f"not coded: {event.type} ({event.frame}), confidence {event.confidence} below {floor}"
        draft.notes.append(Note(stage="code", kind="confidence", message=message, sentence=event.sentence))


def _readout(draft: Draft) -> Readout:
    return Readout(
        schema=SCHEMA,
        article=draft.article,
        sentences=tuple(line.sentence for line in draft.lines),
        events=tuple(draft.events),
        statements=tuple(draft.statements),
        quotes=tuple(draft.quotes),
        meetings=tuple(draft.meetings),
        positions=tuple(draft.positions),
        ties=tuple(draft.ties),
        notes=tuple(draft.notes),
    )
