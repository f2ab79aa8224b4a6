"""Meetings: one record for each, however many sentences tell of it.

Every CONSULT act and every noun for a meeting that has a time, a place, an ordinal or a fate of its own is a *glimpse*. Glimpses of one meeting
are joined: those that name it again ("the talks"), and those with the same parties, the same status and no two different times or places.
Refusals to sign, boycotts and signings are put to the meeting that they happened at.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.code import grammar
from dragoman.code.draft import Draft, Line
from dragoman.code.frames import Act
from dragoman.code.parties import Mention
from dragoman.code.places import place_near
from dragoman.code.time import When
from dragoman.codebook.schema import MeetingWords
from dragoman.engine.parse import Token
from dragoman.model import Meeting, Ordinal, Outcome, Party, Place, Time

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_ORDINAL_WORDS = {
    w: i + 1
    for i, w in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
        seventeenth eighteenth nineteenth twentieth""".split()
    )
}
_LEVELS = {"head": "head of state or government", "minister": "minister", "official": "official", "envoy": "envoy"}
_RANK = ("head of state or government", "minister", "envoy", "official")
_NEW = frozenset("another next new last previous earlier such second third fourth fifth separate further".split())
_DISCUSSING = frozenset("discuss review cover address focus tackle debate".split())
_ANAPHORIC = frozenset("the this that these those their his her its".split())


@dataclass(slots=True)
class Glimpse:
    """One telling of a meeting."""

    line: Line
    word: Token
    parties: list[Party]
    codes: frozenset[str]
    status: str
    form: str | None
    qualifiers: tuple[str, ...]
    level: str | None
    place: Place | None
    time: Time | None
    ordinal: Ordinal | None
    agenda: list[str]
    anaphoric: bool
    fresh: bool
    # "another", "the next", "the last such": not the one just spoken of
    sentences: list[str] = field(default_factory=list)
    outcome: list[Outcome] = field(default_factory=list)


def glimpse_meetings(draft: Draft, line: Line) -> None:
    """Take what one sentence tells of meetings, and join it to what is known of them."""
    words = draft.codebook.meetings
    for glimpse in _glimpses(draft, line, words):
        _join(draft.glimpses, glimpse)
    _add_agenda(draft, line)
    _outcomes(draft, line, draft.glimpses, words)


def _add_agenda(draft: Draft, line: Line) -> None:
    """"On Sudan, the minister stressed ...": what the parties of the last meeting speak of was on its table."""
    assert line.parse is not None
    first = line.parse.tokens[0] if line.parse.tokens else None
    if first is None or first.lower not in ("on", "regarding", "concerning") or not draft.glimpses:
        return
    topics = [t for t in first.kids("pobj") if not any(w.start <= t.start - line.sentence.start < w.end for w in line.times)]
    speakers = {m.party.code for m in draft.resolver.mentions(grammar.subjects(first.head) if first.head.is_verb else [])}
    meeting = draft.glimpses[-1]
    if topics and speakers & meeting.codes:
        a, b = topics[0].span()
        meeting.agenda.append(draft.article.text[a:b])


def find_meetings(draft: Draft) -> None:
    """Make the article's meeting records."""
    draft.meetings += [_meeting(draft, g) for g in draft.glimpses if g.codes or g.time or g.place or g.ordinal]


# -- glimpses ----------------------------------------------------------------------------------------------------------------------------


def _glimpses(draft: Draft, line: Line, words: MeetingWords) -> Iterable[Glimpse]:
    seen: set[int] = set()
    out: list[Glimpse] = []
    for act in (n for a in line.acts for n in a.walk()):
        word = act.trigger
        if act.type != "CONSULT" or word is None or word.i in seen or act.frame.mode == "third-party":
            continue
        seen |= {word.i} | ({act.support.i} if act.support else set())
        if act.status in ("hypothetical",) or (act.status == "negated" and not _called_off(act)):
            continue
        out.append(_of_act(draft, line, act, word, words))
    assert line.parse is not None
    for token in line.parse.tokens:
        if token.is_noun and token.lemma in words.nouns and token.i not in seen and token.dep != "compound":
            glimpse = _of_noun(draft, line, token, words)
            if glimpse is not None:
                out.append(glimpse)
    return out


def _called_off(act: Act) -> bool:
    return act.operator is not None and act.operator.meeting is not None


def _of_act(draft: Draft, line: Line, act: Act, word: Token, words: MeetingWords) -> Glimpse:
    mentions = (*act.actor, *act.recipient)
    status = {"planned": "planned"}.get(act.status, "held")
    fate = _fate(draft, word)
    event = line.of_act.get(id(act))
    time = (event.time if event else None) or _time_near(line, word)
    return Glimpse(
        line=line,
        word=word,
        parties=_distinct(mentions),
        codes=frozenset(m.party.code for m in mentions if m.party.code),
        status=fate or status,
        form=_form(line, word, act, words),
        qualifiers=_qualifiers(line, words),
        level=_level(line, mentions, words),
        place=(event.place if event else None) or place_near(draft, line, word),
        time=time,
        ordinal=_ordinal(word),
        agenda=_agenda(line, word),
        anaphoric=False,
        fresh=_is_fresh(word),
    )


def _of_noun(draft: Draft, line: Line, word: Token, words: MeetingWords) -> Glimpse | None:
    """"The talks were held in New Delhi", "talks planned for 17 October", "A fourth round is due in Ankara"."""
    fate = _fate(draft, word)
    determiner = {c.lower for c in word.kids("det", "poss")}
    anaphoric = bool(determiner & _ANAPHORIC)
    place = place_near(draft, line, word)
    time = _time_near(line, word)
    ordinal = _ordinal(word)
    held = _carried(word)
    if not (fate or ordinal or (held and (place or time))):
        return None
    status = fate or ("planned" if _is_planned(draft, word) else "held")
    mentions = draft.resolver.mentions(_sides(word) or _attenders(word, words))
    return Glimpse(
        line=line,
        word=word,
        parties=_distinct(mentions),
        codes=frozenset(m.party.code for m in mentions if m.party.code),
        status=status,
        form=_form(line, word, None, words),
        qualifiers=_qualifiers(line, words),
        level=_level(line, (), words),
        place=place,
        time=time,
        ordinal=ordinal,
        agenda=_agenda(line, word),
        anaphoric=anaphoric or not mentions,
        fresh=_is_fresh(word),
    )


def _sides(word: Token) -> list[Token]:
    return [p for q in word.kids("prep") if q.lower in ("between", "with", "among", "of") for p in q.kids("pobj")] + word.kids("poss")


def _attenders(word: Token, words: MeetingWords) -> list[Token]:
    """"kept away from talks", "attended the summit": those who do, or do not, take part."""
    verb = word.head if word.dep == "dobj" else word.head.head if word.dep == "pobj" else word
    return grammar.subjects(verb) if verb.is_verb and verb.lemma in words.attend else []


def _carried(word: Token) -> Token | None:
    """The verb that tells of the meeting: "was held", "is due", "took place", "marks"."""
    head = word.head
    if word.dep in ("nsubj", "nsubjpass", "dobj") and head.is_verb:
        return head
    for c in word.kids("acl", "relcl"):
        return c
    return None


def _fate(draft: Draft, word: Token) -> str | None:
    """postponed, cancelled, planned: what an operator says of the meeting."""
    head, clauses = word.head, word.kids("acl", "relcl")
    verbs = [head] if word.dep in ("dobj", "nsubjpass") and head.is_verb else []
    planned = None
    for verb in (*verbs, *clauses):
        op = draft.status.operator(verb, "object")
        if op is not None and op.meeting is not None:
            if op.meeting in ("cancelled", "postponed"):
                return op.meeting
            planned = op.meeting
    return planned


def _is_planned(draft: Draft, word: Token) -> bool:
    verb = _carried(word)
    if verb is None:
        return {c.lower for c in word.kids("amod")} & {"next", "upcoming", "planned", "forthcoming"} != set()
    if any(c.lower in ("due", "scheduled", "set") for c in verb.kids("acomp", "attr")) or verb.lemma in ("plan", "schedule"):
        return True
    return draft.status.of_verb(verb) == "planned" or bool({c.lower for c in word.kids("amod")} & {"next", "upcoming", "planned", "forthcoming"})


def _is_fresh(word: Token) -> bool:
    return any(c.lower in _NEW for c in word.kids("amod", "det", "predet"))


def _form(line: Line, word: Token, act: Act | None, words: MeetingWords) -> str | None:
    near = {word.lemma, word.lower}
    for t in word.children:
        near |= {t.lemma, t.lower}
        near |= {g.lower for g in t.children if t.dep in ("prep",)}
    if act is not None and act.support is not None:
        near |= {act.support.lemma}
    if act is not None and act.frame.mode == "phone":
        return "call"
    if word.head.is_verb and word.dep in ("dobj", "nsubj", "nsubjpass", "pobj"):
        near |= {word.head.lemma}
    for form, tells in words.formats.items():
        if near & set(tells):
            return form
    if act is not None and act.frame.mode in ("visit", "phone"):
        return {"visit": "visit", "phone": "call"}[act.frame.mode]
    return None


def _qualifiers(line: Line, words: MeetingWords) -> tuple[str, ...]:
    low = f" {line.sentence.text.lower()} "
    return tuple(q for q, tells in words.qualifiers.items() if any(re.search(rf"(?<![\w+]){re.escape(t)}(?![\w+])", low) for t in tells))


def _level(line: Line, mentions: Iterable[Mention], words: MeetingWords) -> str | None:
    told = {_LEVELS[m.level] for m in mentions if m.level in _LEVELS and m.kind == "person"}
    for rank in _RANK:
        if rank in told:
            return rank
    low = f" {line.sentence.text.lower()} "
    for level, tells in words.levels.items():
        if any(f" {t} " in low or f" {t}," in low or f" {t}." in low for t in tells):
            return level
    return None


def _ordinal(word: Token) -> Ordinal | None:
    """"their 16th meeting in a decade", "the third round of", "Scholz's visit to Brazil, his second since taking office"."""
    for c in (*word.kids("amod", "nummod", "compound"), *word.kids("appos")):
        n = _number(c.lower)
        if n is not None and (c.dep != "appos" or c.tag == "JJ" or c.kids("poss")):
            return Ordinal(n=n, window=_window(c) or _window(word))
    return None


def _number(word: str) -> int | None:
    if word in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[word]
    m = _ORDINAL.match(word)
    return int(m.group(1)) if m else None


def _window(word: Token) -> str | None:
    for p in word.kids("prep"):
        if p.lower in ("in", "since", "within", "over", "this"):
            tokens = sorted(p.subtree(), key=lambda t: t.i)
            return " ".join(t.text for t in tokens)
    return None


def _time_near(line: Line, word: Token) -> Time | None:
    """The time that hangs on a meeting's noun or its verb."""
    verb = _carried(word)
    best: tuple[int, When] | None = None
    assert line.parse is not None
    for when in line.times:
        tokens = line.parse.at(line.sentence.start + when.start, line.sentence.start + when.end)
        for t in tokens:
            chain = [t, *t.ancestors()]
            hit = next((n for n, a in enumerate(chain) if a is word or a is verb), None)
            if hit is not None and hit <= 4 and (best is None or hit < best[0]):
                best = (hit, when)
    return best[1].time if best else None


def _agenda(line: Line, word: Token) -> list[str]:
    """What is on the table: "talks on Sudan", "discussed efforts to ...", "to discuss measures"."""
    out: list[str] = []
    start = line.sentence.start
    verbs = [v for v in (word, word.head, *word.kids("relcl", "acl", "advcl", "xcomp")) if v.lemma in _DISCUSSING]
    for v in verbs:
        for t in (*v.kids("dobj"), *[p for q in v.kids("prep") if q.lower == "on" for p in q.kids("pobj")]):
            a, b = t.span()
            out.append(line.sentence.text[a - start : b - start])
    for p in word.kids("prep"):
        if p.lower in ("on", "about", "over", "concerning"):
            for t in p.kids("pobj"):
                a, b = t.span()
                out.append(line.sentence.text[a - start : b - start])
    return out


def _distinct(mentions: Iterable[Mention]) -> list[Party]:
    seen: set[str | None] = set()
    out = []
    for m in mentions:
        if m.party.code not in seen or m.party.code is None:
            seen.add(m.party.code)
            out.append(m.party)
    return out


# -- joining -----------------------------------------------------------------------------------------------------------------------------


def _join(kept: list[Glimpse], g: Glimpse) -> None:
    """Put a glimpse to the meeting it tells of, or keep it as a new one."""
    g.sentences = [g.line.sentence.id]
    if g.anaphoric and not g.codes:
        known = next((k for k in reversed(kept) if k.codes and _same_series(k, g)), None)
        if known is not None and (g.fresh or g.status != known.status or _clash(known, g)):
            # another meeting of the same parties
            g.parties, g.codes = list(known.parties), known.codes
        elif known is not None:
            _merge(known, g)
            return
    for k in reversed(kept):
        if _same(k, g):
            _merge(k, g)
            return
    kept.append(g)


def _same_series(k: Glimpse, g: Glimpse) -> bool:
    forms = {k.form, g.form}
    return not ({"visit", "call"} & forms and len(forms) == 2 and None not in forms)


def _same(k: Glimpse, g: Glimpse) -> bool:
    if k.status != g.status or not (k.codes and g.codes) or (g.fresh and not g.ordinal):
        return False
    if not (k.codes <= g.codes or g.codes <= k.codes):
        return False
    if len(k.codes & g.codes) < 2 and k.codes != g.codes:
        return False
    return not _clash(k, g)


def _clash(k: Glimpse, g: Glimpse) -> bool:
    """Two different times, places, forms or numbers."""
    if k.time and g.time and k.time.start and g.time.start:
        n = min(len(k.time.start), len(g.time.start), 10)
        if k.time.start[:n] != g.time.start[:n] and not _within(k.time, g.time) and not _within(g.time, k.time):
            return True
    if k.place and g.place and k.place.name != g.place.name and k.place.country != g.place.country:
        return True
    if k.ordinal and g.ordinal and k.ordinal.n != g.ordinal.n:
        return True
    return "call" in (k.form, g.form) and k.form != g.form and None not in (k.form, g.form)


def _within(a: Time, b: Time) -> bool:
    return bool(a.start and b.start and b.end) and str(b.start)[:10] <= str(a.start)[:10] <= str(b.end)[:10]


def _merge(k: Glimpse, g: Glimpse) -> None:
    known = {p.code for p in k.parties}
    k.parties += [p for p in g.parties if p.code not in known]
    k.codes |= g.codes
    k.form = k.form or g.form
    k.qualifiers = tuple(dict.fromkeys((*k.qualifiers, *g.qualifiers)))
    k.level = min((lv for lv in (k.level, g.level) if lv), key=_RANK.index, default=None)
    k.place = k.place or g.place
    k.time = _finer(k.time, g.time)
    k.ordinal = k.ordinal or g.ordinal
    k.agenda += [a for a in g.agenda if a not in k.agenda]
    k.sentences += [s for s in g.sentences if s not in k.sentences]


def _finer(a: Time | None, b: Time | None) -> Time | None:
    if a is None or b is None:
        return a or b
    return b if len(b.start or "") > len(a.start or "") else a


# -- outcomes ----------------------------------------------------------------------------------------------------------------------------


def _outcomes(draft: Draft, line: Line, kept: list[Glimpse], words: MeetingWords) -> None:
    """Signings, refusals to sign, boycotts and walk-outs, put to the meeting they belong to."""
    for act in (n for a in line.acts for n in a.walk()):
        if act.trigger is None or act.status not in ("actual", "background"):
            continue
        verb, document = _deed(act, words)
        if verb is None:
            continue
        codes = frozenset(m.party.code for m in (*act.actor, *act.recipient) if m.party.code)
        meeting = _meeting_of(kept, line, codes, verb, act)
        if meeting is None:
            continue
        for m in act.actor:
            meeting.outcome.append(Outcome(party=m.party, document=document, act=verb))
        if line.sentence.id not in meeting.sentences:
            meeting.sentences.append(line.sentence.id)


def _deed(act: Act, words: MeetingWords) -> tuple[str | None, str | None]:
    trigger = act.trigger
    assert trigger is not None
    paper = next((t for t in trigger.subtree() if t.is_noun and t.lemma in words.documents), None)
    if trigger.lemma in ("sign", "initial", "ink") and act.type in ("AGREE", "SUPPORT"):
        return "signed", paper.text if paper else None
    if trigger.lemma in ("adopt", "endorse") and paper is not None and act.type in ("AGREE", "SUPPORT"):
        return "adopted", paper.text
    if act.type == "REJECT" and any(t.lemma in ("sign", "endorse", "initial", "adopt") for t in trigger.subtree()) and paper is not None:
        return "declined", paper.text
    if trigger.lemma == "boycott" and any(t.lemma in words.nouns for t in trigger.subtree()):
        return "boycotted", None
    if trigger.lemma in ("walk", "storm") and any(c.lower == "out" for c in trigger.children):
        return "walked out", None
    return None, None


def _meeting_of(kept: list[Glimpse], line: Line, codes: frozenset[str], verb: str, act: Act) -> Glimpse | None:
    """The meeting at which something was signed or refused: one in this sentence, else the last one held with that party."""
    if verb == "boycotted":
        return next((k for k in reversed(kept) if line.sentence.id in k.sentences), None)
    for k in reversed(kept):
        if k.status == "held" and codes and codes <= k.codes:
            return k
    return None


def _meeting(draft: Draft, g: Glimpse) -> Meeting:
    form = _name(g)
    time = g.time
    key = f"{draft.article.id}|meeting|{sorted(g.codes)}|{g.status}|{g.sentences[0]}|{g.word.start}"
    return Meeting(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        sentences=tuple(g.sentences),
        participants=tuple(g.parties),
        format=form,
        level=g.level or "unknown",
        place=g.place,
        time=time,
        status=g.status,
        ordinal=g.ordinal,
        agenda=tuple(g.agenda),
        outcome=tuple(g.outcome),
    )


def _name(g: Glimpse) -> str | None:
    """"2+2 ministerial", "informal bilateral", "bilateral visit"."""
    parts = list(g.qualifiers)
    if len(g.codes) == 2 and g.form != "conference" and "2+2" not in parts:
        parts.append("bilateral")
    elif len(g.codes) == 3 and g.form not in ("call", "conference") and "trilateral" not in parts:
        parts.append("trilateral")
    if g.form:
        parts.append(g.form)
    return " ".join(dict.fromkeys(parts)) or None

