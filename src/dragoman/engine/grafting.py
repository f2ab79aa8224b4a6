"""Changing a tree: hanging a token under another head, making a verb the root."""

from __future__ import annotations

from dragoman.engine.parse import Token


def move(token: Token, head: Token, dep: str) -> None:
    """Hang a token under another head. A head that stands below the token would close a circle: then nothing is moved."""
    if head is token or any(a is token for a in head.ancestors()):
        return
    token.head.children = [c for c in token.head.children if c is not token]
    token.head = head
    token.dep = dep
    head.children.append(token)
    head.children.sort(key=lambda c: c.i)


def uproot(verb: Token) -> None:
    """Make a verb a root; what stood above it stays where it is."""
    verb.head.children = [c for c in verb.head.children if c is not verb]
    verb.head = verb
    verb.dep = "ROOT"


def promote(verb: Token, dep: str) -> None:
    """Make a verb that hangs under the root the root itself, and hang the old root under it."""
    root = verb.head
    uproot(verb)
    move(root, verb, dep)


def rejoin(verb: Token, outer: Token) -> None:
    """Have a joined verb go on with another than the one it hangs on, and take the conjunction before it along."""
    for joint in [c for c in verb.head.kids("cc") if c.i < verb.i][-1:]:
        move(joint, outer, "cc")
    move(verb, outer, "conj")
