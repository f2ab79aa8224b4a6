"""Statements that no cue tells: acts done in words ("laid the raid at its door", "turned the truce down flat") are said by whoever does them.

The contract has it so: a request, accusation, threat or rejection made in words is an event and a statement. Where a cue has found the words already,
nothing is added; deeds that are of such a type all the same (a boycott, a suit at law, an inquiry) are no words.
"""

from __future__ import annotations

import hashlib

from dragoman.code.draft import Draft, Line
from dragoman.code.frames import Act, codes_of
from dragoman.code.quotes import Span
from dragoman.engine.parse import Token
from dragoman.model import Statement

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SAID: dict[str, frozenset[str]] = {
    "ACCUSE": frozenset(
        """lay put pin trace attribute ascribe chalk brand label dub lambast lambaste slam blast assail castigate chide upbraid berate rail fulminate inveigh
        pillory deride mock ridicule scorn rebuke reproach lash hit fire tear take pour heap point call denounce condemn decry deplore criticise criticize
        attack savage vilify liken compare charge allege blame fault complain""".split()
    ),
    "REJECT": frozenset(
        "turn rebuff dismiss brush shrug wave laugh scoff sneer pronounce declare rule reject spurn refute pooh-pooh rubbish contest deny".split()
    ),
    "REQUEST": frozenset(
        """lean press push plead beg appeal call put demand urge ask dare challenge implore beseech entreat exhort petition prod nudge lobby counsel advise
        insist""".split()
    ),
    "THREATEN": frozenset("vow swear threaten warn pledge promise menace".split()),
}
# verbs by which such an act is done in words


def statements_of_acts(draft: Draft, line: Line, made: list[Statement], quotes: list[Span]) -> list[Statement]:
    """The statements of a sentence's acts that no cue has told.

    Args:
        draft: the article.
        line: the sentence, its acts coded.
        made: the statements found by cues.
        quotes: of the paragraph; what is told within them is told by whoever is quoted.
    """
    out: list[Statement] = []
    for act in line.acts:
        verb = act.trigger
        if verb is None or not _is_said(act, verb) or any(q.start <= verb.start < q.end for q in quotes):
            continue
        voices = codes_of(act.actor)
        if any(p.code in voices for s in (*made, *out) for p in s.speaker) or any(m.kind in ("thing", "place") for m in act.actor):
            continue
        span = _content(verb)
        if span is not None:
            out.append(_statement(draft, line, act, verb, span))
    return out


def _is_said(act: Act, verb: Token) -> bool:
    if verb.lemma not in _SAID.get(act.type, ()) or act.status != "actual" or act.frame.mode == "investigate" or len(codes_of(act.actor)) != 1:
        return False
    perfect = verb.tag == "VBN" and any(a.lower in ("has", "have", "had") for a in verb.kids("aux")) and not verb.child("auxpass")
    return (verb.tag in _FINITE or perfect) and verb.child("neg") is None


def _content(verb: Token) -> tuple[int, int] | None:
    """From the first to the last of what hangs on the verb behind it, without what it is joined to."""
    parts = [c.span() for c in verb.children if c.i > verb.i and c.dep not in ("conj", "cc", "punct", "prt", "parataxis")]
    return (min(p[0] for p in parts), max(p[1] for p in parts)) if parts else None


def _statement(draft: Draft, line: Line, act: Act, verb: Token, span: tuple[int, int]) -> Statement:
    text = draft.article.text
    key = f"{draft.article.id}|{line.sentence.id}|{verb.start}|act"
    name = hashlib.sha256(key.encode()).hexdigest()[:16]
    draft.cue_lemmas[name] = verb.lemma
    party = act.actor[0].party
    return Statement(
        id=name,
        sentence=line.sentence.id,
        speaker=tuple(m.party for m in act.actor),
        addressee=(),
        cue=text[verb.start : verb.end],
        content=text[span[0] : span[1]],
        source_span=(party.start, party.end) if party.start is not None and party.end is not None else None,
        cue_span=(verb.start, verb.end),
        content_span=span,
        directness="indirect",
        medium=None,
        time=None,
        attribution=(),
    )
