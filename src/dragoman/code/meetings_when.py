"""When a meeting was or will be: the time that hangs on its noun or verb, not that of its announcement or cancellation."""

from __future__ import annotations

from dragoman.code.draft import Draft, Line
from dragoman.code.meetings_glimpse import ordinal_of
from dragoman.code.meetings_sides import above, left_by
from dragoman.code.time import When
from dragoman.codebook.schema import MeetingWords
from dragoman.engine.parse import Token
from dragoman.model import Time

_CLOSE = 4
# words between a time and the word it belongs to: "before the end of March" climbs four
_SET = ("plan", "schedule", "due", "set", "slate", "hold")
_TIMED_BY = ("for", "during", "on", "at", "in", "after", "before", "following", "of", "to", "as")


def same_time(line: Line, words: MeetingWords) -> Time | None:
    """ "Across town", "the same evening": the day told before."""
    low = line.sentence.text.lower()
    told = line.anchor.previous if line.anchor else None
    if told is None or told.precision not in ("day", "minute") or not any(w in low for w in words.same_time):
        return None
    return told


def time_of(draft: Draft, line: Line, word: Token, status: str | None) -> Time | None:
    """The time that hangs on a meeting's word or its verb, read as lying ahead for a planned one; the nearer reading for one called off."""
    assert line.parse is not None
    mine = _timed_words(word, status, draft.codebook.meetings)
    series = ordinal_of(word)
    window = (series.window or "") if series else ""
    best: tuple[tuple[int, bool], When] | None = None
    for when in line.times:
        if when.kind == "duration-since" and status != "planned":
            # "the first encounter since August": how long there was none
            continue
        if window and when.time.text in window:
            # "the third this year"
            continue
        tokens = line.parse.at(line.sentence.start + when.start, line.sentence.start + when.end)
        if any(v.dep in ("relcl", "advcl") and v.head in tokens for v in (word, word.head, word.head.head)):
            # "March, when the league is to hold its summit"
            best = min(best, ((0, False), when), key=lambda b: b[0]) if best else ((0, False), when)
            continue
        tops = [t for t in tokens if t.head not in tokens or t.head is t] or tokens
        for t in tops:
            for n, a in enumerate((t, *t.ancestors())):
                if a.i in mine and n <= _CLOSE and _may_move(t, a, status):
                    rank = (mine[a.i], when.time.precision in ("year", "quarter", "approximate"))
                    best = min(best, (rank, when), key=lambda b: b[0]) if best else (rank, when)
                if a.i in mine or (a.is_verb and n > 1):
                    break
    if best is None:
        return None
    when = best[1]
    if status == "planned":
        return line.read_as(when, True).time
    if status in ("cancelled", "postponed"):
        return min((line.read_as(when, True).time, line.read_as(when, False).time), key=lambda t: _distance(t, draft.date))
    if status == "held":
        return line.read_as(when, False).time
    return when.time


def _may_move(top: Token, word: Token, status: str | None) -> bool:
    """Whether a time on the verb that puts a meeting off is the meeting's: "postponed to May", but not "postponed on Monday"."""
    if status not in ("postponed", "cancelled") or word.dep in ("acl", "relcl") or not word.is_verb:
        return True
    return top.head is not word and any(p.lower in ("to", "until", "till") for p in (top, *top.ancestors()) if p.head is word)


def _timed_words(word: Token, status: str | None, words: MeetingWords) -> dict[int, int]:
    """The words whose times are the meeting's, the nearest ranked first: its own, its clauses', its verb's, the auxiliary verb's above."""
    ranked = [word, *word.kids("acl", "relcl")]
    if word.is_noun:
        # "a meeting of their ministers planned for next week": the parser hangs the clause on the nearest noun
        ranked += [c for p in word.kids("prep") for n in p.kids("pobj") for c in n.kids("acl") if c.lemma in _SET]
    top = word
    if not word.is_verb:
        if word.dep in ("dobj", "nsubj", "nsubjpass", "attr") and word.head.is_verb:
            top = word.head
        elif word.dep == "pobj" and word.head.lower in _TIMED_BY and (verb := above(word, words)) is not None:
            top = verb
    if top.lemma == "be":
        # "was to have opened on Tuesday"
        ranked += [c for c in top.kids("xcomp") if any(a.tag == "TO" for a in c.kids("aux"))]
    left = left_by(word, words)
    ranked += [top, *([left] if left is not None else [])]
    while top.is_verb and top.dep == "xcomp" and top.head.is_verb:
        top = top.head
        ranked.append(top)
    ranked += [c for t in ranked[:] for c in t.kids("acomp")]
    return {t.i: n for n, t in reversed(list(enumerate(ranked)))}


def _distance(time: Time, published: str | None) -> int:
    """Days between a time and publication, roughly; what cannot be told is far."""
    if not published or not time.start or time.start.startswith("-"):
        return 99999
    a, b = time.start, published
    return abs((int(a[:4]) - int(b[:4])) * 365 + (int(a[5:7] or 6) - int(b[5:7] or 6)) * 30 + int(a[8:10] or 15) - int(b[8:10] or 15))
