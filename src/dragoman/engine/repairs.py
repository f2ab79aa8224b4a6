"""Repairs of what the small parser often gets wrong in news prose, made on the tree before anything reads it.

Each repair names the construction, and acts only where the tree cannot be right as it stands.
"""

from __future__ import annotations

from dragoman.engine.parse import Parse, Token

_SUBORDINATORS = frozenset({"after", "before", "since", "until", "till", "as", "when", "while", "because", "once"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def repair(parse: Parse) -> None:
    """Mend a parse in place."""
    for token in parse.tokens:
        if token.lower in _SUBORDINATORS and token.dep == "prep":
            _clause_taken_for_phrase(token, parse)


def _move(token: Token, head: Token, dep: str) -> None:
    """Hang a token under another head. A head that stands below the token would close a circle: then nothing is moved."""
    if head is token or any(a is token for a in head.ancestors()):
        return
    token.head.children = [c for c in token.head.children if c is not token]
    token.head = head
    token.dep = dep
    head.children.append(token)
    head.children.sort(key=lambda c: c.i)


def _clause_taken_for_phrase(mark: Token, parse: Parse) -> None:
    """"came three days after the envoy, X, asked Cairo": *after the envoy* is no phrase where a finite verb without a subject follows."""
    noun = mark.child("pobj")
    governor = mark.head
    if noun is None or noun.i < mark.i:
        return
    for verb in parse.tokens[noun.i + 1 :]:
        if verb.tag not in _FINITE or verb.dep not in ("conj", "ccomp", "dep", "advcl", "ROOT") or verb is governor:
            continue
        if verb.kids("nsubj", "nsubjpass", "expl") or any(c.dep == "cc" and c.i > mark.i for c in verb.head.children if verb.dep == "conj" and c.i < verb.i):
            return
        if verb.dep == "ROOT" or verb.head.i > mark.i or any(a is verb for a in governor.ancestors()):
            return
        _move(verb, governor, "advcl")
        _move(noun, verb, "nsubj")
        _move(mark, verb, "mark")
        return
