"""What is on the table of a meeting: told with it ("talks on Sudan"), or of those who met ("The ministers also reviewed ...")."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.code import grammar
from dragoman.code.draft import Draft, Line
from dragoman.engine.parse import Token

_DISCUSSING = frozenset("discuss review cover address focus tackle debate centre center".split())
_NO_TOPIC = frozenset(
    "phone telephone video behalf sideline sidelines margin margins lunch dinner visit trip tour invitation hour day visitor board foot eve fringe".split()
)
_TOUCHING = frozenset("exchange touch raise consider examine assess".split())
_EXCHANGED = ("view", "opinion", "assessment")
# "exchanged views on": the topic stands behind
_TOPICAL = ("on", "upon", "about", "over", "concerning", "regarding")


def agenda_of(line: Line, word: Token, support: Token | None = None) -> list[str]:
    """What is on the table: "talks on Sudan", "discussed efforts to ...", "to discuss measures"."""
    out: list[str] = []
    heads = [v for v in (word, word.head, support) if v is not None]
    verbs = [v for h in heads for v in (h, *h.kids("relcl", "acl", "advcl", "xcomp", "conj")) if v.lemma in _DISCUSSING]
    seen: set[int] = set()
    for v in verbs:
        if v.i in seen:
            continue
        seen.add(v.i)
        found = [*v.kids("dobj"), *[p for q in v.kids("prep") if q.lower == "on" for p in q.kids("pobj")]]
        out += _topics(line, found)
    for p in [p for h in (word, support) if h is not None for p in h.kids("prep")]:
        if p.lower in ("on", "about", "over", "concerning", "regarding"):
            out += _topics(line, p.kids("pobj"))
    return list(dict.fromkeys(out))


def _topics(line: Line, tokens: Iterable[Token]) -> list[str]:
    """The words of topics; times, telephones and pronouns are none."""
    start = line.sentence.start
    out = []
    for t in tokens:
        timed = any(w.start <= t.start - start < w.end for w in line.times)
        if timed or t.lemma in _NO_TOPIC or t.tag[:2] in ("PR", "WP", "WD") or t.lower.endswith("day"):
            continue
        out.append(line.sentence.text[t.span()[0] - start : _end_of_topic(line, t) - start].rstrip(" ,;.:"))
    return out


def _end_of_topic(line: Line, topic: Token) -> int:
    """Where a topic ends: before a time or a place ("on Gaza in Johannesburg") that the parser hung on it."""
    end = topic.span()[1]
    for t in sorted(topic.subtree(), key=lambda t: t.i):
        below = t.kids("pobj") if t.dep == "prep" and t.head is topic else []
        timed = any(w.start <= p.start - line.sentence.start < w.end for p in (t, *below) for w in line.times)
        if t.i > topic.i and (timed or (t.lower in ("in", "at") and topic.is_proper and any(p.is_proper for p in below))):
            return t.start
    return end


def add_agenda(draft: Draft, line: Line) -> None:
    """ "On Sudan, the minister stressed ...", "The two ministers exchanged views on Libya": on the table of the meeting told last."""
    assert line.parse is not None
    if not draft.glimpses or not line.parse.tokens:
        return
    meeting = draft.glimpses[-1]
    first = line.parse.tokens[0]
    topics: list[Token] = []
    if first.lower in ("on", "regarding", "concerning"):
        speakers = {m.party.code for m in draft.resolver.mentions(grammar.subjects(first.head) if first.head.is_verb else [])}
        topics = first.kids("pobj") if speakers & meeting.codes else []
    for verb in line.parse.tokens:
        if verb.is_verb and verb.dep in ("ROOT", "conj") and (verb.lemma in _DISCUSSING or verb.lemma in _TOUCHING) and _have_met(draft, verb, meeting.codes):
            objects = verb.kids("dobj")
            topics += [t for t in objects if t.lemma not in _EXCHANGED and verb.lemma != "exchange"]
            topics += [p for h in (verb, *objects) for q in h.kids("prep", "prt") if q.lower in _TOPICAL for p in q.kids("pobj")]
    meeting.agenda += [t for t in _topics(line, [t for t in topics if t.lemma not in draft.codebook.meetings.beside]) if t not in meeting.agenda]


def _have_met(draft: Draft, verb: Token, codes: frozenset[str]) -> bool:
    """Whether those who speak are those who met: two of the meeting's parties, or "the ministers" of no other."""
    subjects = grammar.subjects(verb)
    told = {m.party.code for m in draft.resolver.mentions(subjects) if m.party.code}
    plural = any(s.tag in ("NNS", "PRP") and s.lower not in ("he", "she", "it") for s in subjects)
    return plural and (told <= codes if told else True) and len(codes) > 1
