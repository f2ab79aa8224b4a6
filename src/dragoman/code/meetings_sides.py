"""Who takes part in a meeting: the sides that hang on its noun or verb, hosts, those who attend and those who might stay away."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.code import grammar
from dragoman.code.draft import Draft, Line
from dragoman.code.frames import Act
from dragoman.code.parties import Mention
from dragoman.codebook.schema import MeetingWords
from dragoman.engine.parse import Token

_PEERS = ("counterpart", "colleague", "opposite")
_PAIRS = ("either", "neither", "both")
_DURING = ("during", "at", "in", "after", "following")
_OF_PARTIES = ("between", "with", "among", "of", "by", "involving")


def noun_sides(draft: Draft, line: Line, word: Token, words: MeetingWords) -> tuple[Mention, ...]:
    """The parties of a meeting's noun.

    "talks between A and B", "A's meeting with B", "A-B summit", "a summit hosted by A", "talks that will involve A and B's ministers", "A attended the
    summit"; of those who stay away, the parties of a meeting still to come.
    """
    found: list[Mention] = []
    at = draft.resolver.mentions
    _add(found, at(word.kids("poss")))
    _add(found, at([p for q in word.kids("prep", "agent") if q.lower in _OF_PARTIES for p in q.kids("pobj") if p.lemma not in ("kind", "sort", "type")]))
    if not any(q.lower in _OF_PARTIES for q in word.kids("prep")) and word.dep != "nsubj":
        _add(found, at(grammar.nearby(word, "with")))
    if word.lemma in ("visit", "trip", "tour"):
        _add(found, (m for m in at([p for q in word.kids("prep") if q.lower in ("to", "of", "by") for p in q.kids("pobj")])))
    pair = [m for c in word.kids("compound", "nmod", "amod") for d in (c, *c.kids("conj", "compound", "amod", "nmod")) for m in at([d]) if m.party.code]
    if len({m.party.code for m in pair}) > 1:
        _add(found, pair)
    for clause in word.kids("acl", "relcl"):
        _add(found, at(grammar.agents(clause)))
        if clause.lemma in words.gather:
            _add(found, _all_below(draft, clause))
    found = [m for m in found if m.kind != "unknown" or m.party.code]
    _add(found, owners(draft, word))
    doers = _attenders(draft, word, words)
    paired = [m for d in doers if d.lower in _PAIRS for m in _pair_before(draft, line, d)]
    _add(found, paired or at(doers))
    return tuple(found)


def owners(draft: Draft, word: Token) -> list[Mention]:
    """ "talks with her Japanese and Chinese counterparts": whose counterparts they are takes part."""
    near = [*word.kids("dobj"), *[p for q in word.kids("prep") if q.lower in ("with", "to", "between") for p in q.kids("pobj")]]
    return [m for p in near if p.lemma in _PEERS for c in p.kids("poss") for m in draft.resolver.at(c)]


def _pair_before(draft: Draft, line: Line, word: Token) -> tuple[Mention, ...]:
    """What "either" and "neither" stand for: the last two parties joined by "and" before them in the sentence."""
    assert line.parse is not None
    for t in reversed(line.parse.tokens[: word.i]):
        joined = draft.resolver.mentions([t]) if t.kids("conj") and t.is_noun else ()
        if len({m.party.code for m in joined if m.party.code}) == 2:
            return joined
    return ()


def _attenders(draft: Draft, word: Token, words: MeetingWords) -> list[Token]:
    """ "attended the summit", "the summit brings together"; "kept away from talks planned for"."""
    verb = word.head if word.dep == "dobj" else word.head.head if word.dep == "pobj" else None
    left = left_by(word, words)
    if left is not None and left.dep not in ("relcl", "acl"):
        ahead = any(draft.status.operator(c, "object") is not None for c in word.kids("acl")) or bool({c.lower for c in word.kids("amod")} & words.upcoming)
        return _doers(left) if ahead or left.lemma in words.quit else []
    if verb is not None and not verb.is_verb and word.dep == "pobj":
        verb = above(word, words)
    if verb is not None and verb.is_verb and word.dep == "pobj" and verb.lemma in words.gather and word.head.lower in ("to", "at", "for", "around"):
        # "brought Egypt and Sudan to a round table"
        return [*verb.kids("dobj"), *_doers(verb)]
    if verb is None or not verb.is_verb:
        return [t for t in _below(word.head) if t.is_noun] if word.dep == "nsubj" and word.head.lemma in words.gather else []
    if word.dep == "dobj" and word.lemma in ("visit", "trip", "tour", "stopover") and draft.status.operator(verb, "object") is not None:
        # "Mexico's president called off a trip to Washington"
        return _doers(verb)
    if word.dep == "pobj" and word.head.head.lemma in words.beside:
        # who meets on the margins of a summit is told with their own meeting
        return []
    led = word.dep == "pobj" and (word.head.lower in (*_DURING, "of") or (word.head.lower == "for" and verb.lemma not in words.unsettled))
    if verb.lemma in words.attend or led:
        return _doers(verb)
    return []


def left_by(word: Token, words: MeetingWords) -> Token | None:
    """The verb of those who stay away from a meeting or leave it: "kept away from", "walked out of", "a summit that Israel boycotted"."""
    for clause in word.kids("relcl", "acl"):
        if clause.lemma in words.avoid and (clause.kids("nsubj") or clause.tag == "VBN"):
            return clause
    if word.dep in ("dobj", "nsubjpass"):
        return word.head if word.head.lemma in words.avoid else None
    if word.dep != "pobj" or word.head.lower not in ("from", "of"):
        return None
    verb = next((t for t in word.head.ancestors() if t.is_verb), None)
    return verb if verb is not None and verb.lemma in words.avoid else None


def above(word: Token, words: MeetingWords) -> Token | None:
    """The verb over a noun behind a preposition, also past the edge of the meeting ("at the end of the third round")."""
    noun = word.head.head
    if (noun.lemma in words.edges or noun.lemma in words.beside) and word.head.lower == "of" and noun.dep == "pobj":
        noun = noun.head.head
    return noun if noun.is_verb else None


def _doers(verb: Token) -> list[Token]:
    """Subjects of a verb; "if either kept away" has a pair word that the parser takes for a conjunction."""
    return grammar.subjects(verb) or [c for c in verb.children if c.lower in _PAIRS]


def _all_below(draft: Draft, clause: Token) -> list[Mention]:
    return [m for t in _below(clause) for m in draft.resolver.at(t) if m.party.code]


def _below(verb: Token) -> list[Token]:
    heads = [*verb.kids("dobj", "attr"), *[p for q in verb.kids("prep", "agent") for p in q.kids("pobj")]]
    return sorted((t for h in heads for t in h.subtree() if t.is_noun), key=lambda t: t.i)


def verb_sides(draft: Draft, line: Line, verb: Token) -> tuple[Mention, ...]:
    """The parties of a verb of meeting: its subject, object, and with- or to-phrase."""
    found: list[Mention] = []
    at = draft.resolver.mentions
    subjects = [*grammar.surface_subjects(verb), *grammar.agents(verb)]
    _add(found, at(subjects))
    if len(subjects) == 1 and subjects[0].lower in ("they", "two", "both", "pair") and len({m.party.code for m in found}) < 2:
        found = _two_before(draft, line, subjects[0])
    if len(subjects) == 1 and len({m.party.code for m in found}) < 2 and any(t.lower == "and" for t in subjects[0].subtree()):
        # the parser often takes the first of two named persons for a modifier of the second
        _add(found, (m for t in sorted(subjects[0].subtree(), key=lambda t: t.i) for m in draft.resolver.at(t) if m.kind == "person" and m.party.code))
    for c in verb.kids("dobj"):
        _add(found, at([c]))
    for preposition in ("with", "to"):
        _add(found, at(grammar.prepositional(verb, preposition)))
    _add(found, owners(draft, verb))
    return tuple(found)


def _two_before(draft: Draft, line: Line, pronoun: Token) -> list[Mention]:
    """The last two persons of different parties before a "they" that is not resolved otherwise; else the last pair named together."""
    assert line.parse is not None
    people = [m for t in line.parse.tokens[: pronoun.i] for m in draft.resolver.at(t) if m.kind == "person" and m.party.code]
    last: dict[str | None, Mention] = {}
    for m in reversed(people):
        last.setdefault(m.party.code, m)
    if len(last) >= 2:
        return list(last.values())[:2]
    return list(draft.resolver.group)


def _add(found: list[Mention], more: Iterable[Mention]) -> None:
    have = {m.party.code for m in found}
    for m in more:
        if m.party.code is None or m.party.code not in have:
            have.add(m.party.code)
            if m not in found:
                found.append(m)


def splits(draft: Draft, line: Line, act: Act) -> list[tuple[Mention, ...]]:
    """"held talks with both B and C": two meetings, each with A; else one."""
    mentions = (*act.actor, *act.recipient)
    assert act.trigger is not None
    assert line.parse is not None
    for t in line.parse.tokens:
        top = t.head
        while top.dep in ("poss", "compound", "nmod", "amod"):
            top = top.head
        told = t.lower == "both" and (top.kids("conj") or act.frame.mode != "phone")
        # "spoke to both presidents by telephone" may be one call
        if told and t.dep in ("preconj", "det", "predet", "cc") and top.dep in ("pobj", "dobj") and act.trigger in [*top.ancestors()]:
            apart = {m.party.code for m in draft.resolver.mentions([top])}
            first = tuple(m for m in mentions if m.party.code not in apart)
            each = [m for m in mentions if m.party.code in apart]
            if first and len(each) > 1:
                return [(*first, m) for m in each]
    return [mentions]
