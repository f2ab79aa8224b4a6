"""Statements of a transcript: each sentence of substance in a turn is its speaker's, whether or not a verb says so."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from dragoman.code.draft import Draft, Line
from dragoman.model import Statement

_LONG = 4
# words: a shorter answer that names nobody says yes or no
_OURS = frozenset({"we", "our", "us"})
_TAKING = frozenset("question floor microphone thank welcome excuse sorry".split())
# words of whoever leads through the hour


def turn_statement(draft: Draft, line: Line, made: Sequence[Statement]) -> Statement | None:
    """The statement that a sentence of a transcript is.

    Args:
        draft: its article.
        line: the sentence, with the acts found in it.
        made: what verbs of saying in it have told already.

    Returns:
        The statement of whose turn it is, its cue the colon behind the name; None in questions, pleasantries, sentences that tell no act and
        name no party, and where a statement of the same speaker has been made.
    """
    r = draft.resolver
    sentence = line.sentence
    start = sentence.start + line.skip
    if not draft.transcript or not r.turn or sentence.part != "body" or line.parse is None or sentence.text.rstrip().endswith("?"):
        return None
    speaker = tuple(m.party for m in r.turn)
    codes = {p.code for p in speaker}
    if not start < sentence.end or any({p.code for p in s.speaker} & codes for s in made) or not _has_substance(draft, line):
        return None
    content = draft.article.text[start : sentence.end]
    name, end, colon = r.turn_mark or (None, None, None)
    key = f"{draft.article.id}|{sentence.id}|turn|{start}-{sentence.end}"
    return Statement(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        sentence=sentence.id,
        speaker=speaker,
        addressee=(),
        cue=":" if colon is not None else "",
        content=content,
        source_span=(name, end) if name is not None and end is not None else None,
        cue_span=(colon, colon + 1) if colon is not None else None,
        content_span=(start, sentence.end),
        directness="direct",
        medium=None,
        time=None,
        attribution=(),
    )


def _has_substance(draft: Draft, line: Line) -> bool:
    """Whether a sentence tells an act, says something of a party, or what "we" do."""
    assert line.parse is not None
    tokens = line.parse.tokens
    if not any(t.is_verb for t in tokens):
        return False
    if line.acts or any(m.party.code for t in tokens if t.is_noun for m in draft.resolver.at(t)):
        return True
    opens = line.skip > 0 and len(tokens) > _LONG
    return (opens or any(t.lower in _OURS for t in tokens)) and not any(t.lemma in _TAKING for t in tokens)
