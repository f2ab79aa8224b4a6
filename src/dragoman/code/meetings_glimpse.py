"""A glimpse: what one sentence tells of one meeting, and the readings of a single phrase (form, level, number, table, fate)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dragoman.code.draft import Draft, Line
from dragoman.code.parties import Mention
from dragoman.codebook.schema import MeetingWords
from dragoman.engine.parse import Token
from dragoman.model import Ordinal, Outcome, Party, Place, Time

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_ORDINAL_WORDS = {
    w: i + 1
    for i, w in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
        seventeenth eighteenth nineteenth twentieth""".split()
    )
}
LEVELS = {"head": "head of state or government", "minister": "minister", "official": "official", "envoy": "envoy"}
RANK = ("head of state or government", "minister", "envoy", "official")
_TAKING_PLACE = ("take", "begin", "start", "open", "resume", "continue", "convene", "follow", "be")
_TAKING_PLACE_ALSO = frozenset("take begin start open resume convene follow be hold come end collapse fail adjourn plan schedule".split())
_POINTING = frozenset("their his her its they it he she them him".split())
_AHEAD = ("due", "scheduled", "set", "slated", "expected", "likely")
_TITLE = 24
# characters of "heads of government"
_WINDOWS = ("in", "within", "over", "this", "for", "of", "under")
_SPANS = frozenset("year month week day decade century process series term presidency history time quarter generation".split())


@dataclass(slots=True)
class Glimpse:
    """One telling of a meeting, or several that were joined."""

    line: Line
    word: Token
    parties: list[Party]
    codes: frozenset[str]
    status: str | None
    # held | planned | postponed | cancelled; None where the sentence only names the meeting
    form: str | None
    presence: str | None
    # remote | in person; None where untold
    qualifiers: tuple[str, ...]
    level: str | None
    place: Place | None
    time: Time | None
    ordinal: Ordinal | None
    agenda: list[str]
    anaphoric: bool
    # names a meeting known already ("the talks")
    fresh: bool
    # "another", "the next", "the last such": not the one just spoken of
    past: bool = False
    # told as finished history
    begun: bool = False
    # told of its first day
    running: bool = False
    # told to go on ("will run until Wednesday")
    sentences: list[str] = field(default_factory=list)
    outcome: list[Outcome] = field(default_factory=list)


def parties_of(mentions: Iterable[Mention]) -> list[Party]:
    """The parties of mentions, each code once."""
    seen: set[str | None] = set()
    out = []
    for m in mentions:
        if m.party.code is None and m.party.text.lower() in _POINTING:
            continue
        if m.party.code not in seen or m.party.code is None:
            seen.add(m.party.code)
            out.append(m.party)
    return out


def codes_of(parties: Iterable[Party]) -> frozenset[str]:
    """The codes of parties that have one."""
    return frozenset(p.code for p in parties if p.code)


def known(draft: Draft, line: Line, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions, a person of no known country with the country of the office beside the name ("Brian Kemp, the governor of Georgia")."""
    out = []
    for m in mentions:
        if m.party.code is None and m.party.start is not None and m.party.end is not None and line.parse is not None:
            tokens = line.parse.at(m.party.start, m.party.end)
            beside = [a for t in tokens for c in t.kids("appos") for a in draft.resolver.at(c) if a.party.code]
            if beside:
                m = replace(m, party=replace(m.party, code=beside[0].party.code, basis="apposition"), level=m.level or beside[0].level)
        out.append(m)
    return tuple(out)


def tokens_near(word: Token) -> Iterator[Token]:
    """The words of a meeting's own phrase: its modifiers, the phrases that hang on it and on the verb that carries it."""
    yield from word.subtree()
    head = word.head
    verb = head if head.is_verb else head.head if word.dep == "pobj" and head.head.is_verb else None
    if verb is not None and word.is_noun:
        yield verb
        for p in verb.kids("prep", "advmod", "acomp"):
            yield from p.subtree()


def form_of(word: Token, words: MeetingWords, mode: str | None = None, support: Token | None = None) -> str | None:
    """call, visit, summit ...: the first row of the codebook of which a word stands in the meeting's phrase."""
    if mode == "phone":
        return "call"
    near = {word.lemma, word.lower}
    for t in word.children:
        near |= {t.lemma, t.lower}
        if t.lower == "by" or t.dep == "compound":
            near |= {f"{t.lower} {g.lower}" for g in t.kids("pobj")} | {f"{t.lower} {word.lemma}"}
        if t.lower in ("over", "on", "via", "through", "by"):
            near |= {g.lower for g in t.kids("pobj")}
    if support is not None and not support.kids("prt"):
        near.add(support.lemma)
    if word.head.is_verb and word.dep in ("dobj", "nsubj", "nsubjpass") and not word.head.kids("prt"):
        # "has been called off" is no call
        near.add(word.head.lemma)
    named = {word.lemma, word.lower} | {f"{c.lower} {word.lemma}" for c in word.kids("compound", "amod")} | {c.lower for c in word.kids("compound")}
    for told in (named, near):
        for form, tells in words.formats.items():
            if told & set(tells):
                return form
    return "visit" if mode == "visit" else None


def presence_of(word: Token, form: str | None, words: MeetingWords) -> str | None:
    """Whether a meeting is face to face."""
    if form == "call":
        return "remote"
    near = {word.lemma} | {t.lemma for t in word.children}
    if word.dep == "dobj":
        near.add(word.head.lemma)
    if near & words.remote:
        return "remote"
    return "in person" if near & words.in_person or form in ("visit", "summit", "lunch") else None


def qualifiers_of(line: Line, word: Token, words: MeetingWords) -> tuple[str, ...]:
    """What is said beside the form: "2+2", "informal", "ministerial"."""
    spans = [(t.start - line.sentence.start, t.end - line.sentence.start) for t in tokens_near(word)]
    low = line.sentence.text.lower()

    def told(phrase: str) -> bool:
        found = re.finditer(rf"(?<![\w+]){re.escape(phrase)}(?![\w+])", low)
        return any(a < m.end() and m.start() < b for m in found for a, b in spans)

    return tuple(q for q, tells in words.qualifiers.items() if any(told(t) for t in tells))


def level_of(draft: Draft, line: Line, mentions: Iterable[Mention], word: Token, words: MeetingWords) -> str | None:
    """The rank of those who meet: by their offices, also where these are told elsewhere; else by words of the meeting's phrase."""
    mentions = [m for m in mentions if m.kind in ("person", "role") and m.role_noun != "counterpart"]
    told = {LEVELS[level] for m in mentions if (level := _office(draft, m)) in LEVELS}
    for m in mentions:
        # "heads of state", "deputy ministers": an office that takes more than its noun to tell
        after = draft.article.text[m.party.start : (m.party.start or 0) + _TITLE].lower() if m.party.start is not None else ""
        told |= {level for level, tells in words.levels.items() if any(after.startswith(t) for t in tells)}
    for rank in RANK:
        if rank in told:
            return rank
    start = line.sentence.start
    spans = [(t.start - start, t.end - start) for t in tokens_near(word)]
    low = line.sentence.text.lower()
    for level, tells in words.levels.items():
        for t in tells:
            if any(a < m.end() and m.start() < b for m in re.finditer(rf"\b{re.escape(t)}\b", low) for a, b in spans):
                return level
    return None


def _office(draft: Draft, m: Mention) -> str | None:
    if m.level in LEVELS or m.party.person is None:
        return m.level
    return next((k.level for k in draft.resolver.memory if k.party.person == m.party.person and k.level in LEVELS), None)


def ordinal_of(word: Token) -> Ordinal | None:
    """"their 16th meeting in a decade", "the third round of", "Scholz's visit to Brazil, his second since taking office"."""
    told = word.head.kids("attr") if word.dep == "nsubj" and word.head.lemma == "be" else []
    # "The meeting was the fifth of its kind"
    near = [*word.kids("amod", "nummod", "compound"), *(a for a in told if number(a.lower)), *word.kids("appos")]
    for c in (*near, *[k for a in word.kids("attr") for k in (a, *a.kids("amod"))]):
        n = number(c.lower)
        if n is not None and (c.dep != "appos" or c.tag == "JJ" or c.kids("poss", "det")):
            return Ordinal(n=n, window=_window(c) or _window(word))
    for p in [p for q in word.kids("prep") if q.lower == "for" for p in q.kids("pobj") if p.lemma == "time"]:
        # "met for the third time this year"
        for c in p.kids("amod"):
            n = number(c.lower)
            if n is not None:
                return Ordinal(n=n, window=_window(p) or _window(word) or _following(p))
    for c in word.kids("appos"):
        # "his visit, the third in a year", "their talks, his fourth such meeting"
        inner = next((k for k in c.kids("amod") if number(k.lower)), None)
        if inner is not None:
            return Ordinal(n=number(inner.lower) or 0, window=_window(c))
    return None


def number(word: str) -> int | None:
    """The number of an ordinal word."""
    if word in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[word]
    m = _ORDINAL.match(word)
    return int(m.group(1)) if m else None


def _window(word: Token) -> str | None:
    """The words that bound a series: "in a decade", "since taking office", "of the year"."""
    for p in word.kids("prep"):
        tokens = sorted(p.subtree(), key=lambda t: t.i)
        timed = any(t.lemma in _SPANS or (t.tag == "CD" and len(t.text) == 4) for t in tokens)
        if p.lower in ("since", "as") or (p.lower in _WINDOWS and timed and not any(number(t.lower) for t in tokens)):
            return " ".join(t.text for t in tokens)
    return None


def _following(word: Token) -> str | None:
    """ "this year" after "for the third time"."""
    for t in (*word.kids("npadvmod"), *word.head.head.kids("npadvmod")):
        if t.lemma in ("year", "month", "week", "decade") and t.i > word.i:
            return " ".join(x.text for x in sorted(t.subtree(), key=lambda x: x.i))
    return None


def carried_by(word: Token) -> Token | None:
    """The verb that tells of a meeting's noun: "was held", "is due", "took place", "marks"."""
    head = word.head
    if word.dep in ("nsubj", "nsubjpass", "dobj", "attr") and head.is_verb:
        return head
    for c in word.kids("acl", "relcl"):
        return c
    return None


def fate_of(draft: Draft, word: Token) -> str | None:
    """postponed, cancelled, planned: what an operator says of the meeting."""
    head, clauses = word.head, word.kids("acl", "relcl")
    verbs = [head] if word.dep in ("dobj", "nsubjpass") and head.is_verb else []
    planned = None
    for verb in (*verbs, *clauses):
        if verb in clauses and verb.dep == "relcl" and not verb.kids("nsubjpass"):
            continue
        op = draft.status.operator(verb, "object")
        if op is not None and op.meeting is not None:
            if draft.status.of_verb(verb) == "negated" and op.meeting != "planned":
                continue
            if op.meeting in ("cancelled", "postponed"):
                return op.meeting
            planned = op.meeting
    return planned


def is_upcoming(draft: Draft, word: Token, words: MeetingWords) -> bool:
    """Whether a noun's verb or adjectives put the meeting ahead."""
    ahead = bool({c.lower for c in word.kids("amod")} & words.upcoming) and not {c.lower for c in word.kids("amod")} & {"previous", "past"}
    verb = carried_by(word)
    if verb is None:
        return ahead
    if any(c.lower in _AHEAD for c in verb.kids("acomp", "attr")) or verb.lemma in ("plan", "schedule", "slate"):
        return True
    if verb.dep == "acl" and verb.tag == "VB":
        # "talks to be held in Cairo", but "agreed at talks not to use force"
        return bool(verb.kids("auxpass")) or verb.lemma in _TAKING_PLACE
    return draft.status.of_verb(verb) == "planned" or ahead


def is_fresh(word: Token, words: MeetingWords) -> bool:
    """ "another", "the next", "the last such"."""
    return any(c.lower in words.fresh for c in word.kids("amod", "det", "predet"))


def is_compound(word: Token, words: MeetingWords) -> bool:
    """ "round table": a noun that stands for a meeting behind another word alone."""
    first = words.compounds.get(word.lemma)
    return first is not None and any(c.lower == first for c in word.kids("amod", "compound", "nmod"))


def is_elliptic(word: Token) -> bool:
    """ "A second followed the next March": a number that stands for the meeting spoken of."""
    return number(word.lower) is not None and bool(word.kids("det")) and word.head.lemma in _TAKING_PLACE_ALSO
