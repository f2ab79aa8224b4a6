"""A sentence's words, tags and tree, as arrays tell them, made a Parse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.engine.parse import Parse, Token
from dragoman.engine.repairs import repair

_LIFTED = "||"
# in labels of words that a projective parser had to hang too high: "dobj||xcomp" belongs under the next xcomp


def parse_of(
    words: Sequence[str],
    spaces: Sequence[int],
    tags: Sequence[str],
    heads: list[int],
    labels: list[str],
    lemma: Callable[[str, str], str],
    place: tuple[int, int],
) -> Parse:
    """The parse of a sentence; white space taken for words is dropped.

    Args:
        words: with the white space that is words of its own.
        spaces: for each word 1 if a blank follows it, else 0.
        tags: Penn tags.
        heads: index of each word's head; its own for roots.
        labels: of the links to them.
        lemma: dictionary form of a word in lower case, read as a tag.
        place: where the sentence starts and ends in the article's text.
    """
    if any(_LIFTED in label for label in labels):
        _lower(words, heads, labels)
    kept: list[Token] = []
    of: list[Token | None] = []
    at = place[0]
    for word, space, tag, label in zip(words, spaces, tags, labels, strict=True):
        if tag == "_SP" or word.isspace():
            of.append(None)
        else:
            token = Token(len(kept), word, lemma(word.lower(), tag), tag, label, at)
            kept.append(token)
            of.append(token)
        at += len(word) + space
    for i, (token, head) in enumerate(zip(of, heads, strict=True)):  # type: ignore[assignment]
        above = of[head]
        if token is None or above is None:
            continue
        if head == i:
            token.dep = "ROOT"
        else:
            token.head = above
            above.children.append(token)
    parse = Parse(kept, *place)
    repair(parse)
    return parse


def _lower(words: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """Hang lifted words where they belong: under the nearest word of the given label below their head, breadth first, left to right."""
    for i, label in enumerate(labels):
        if _LIFTED in label:
            labels[i], wanted = label.split(_LIFTED)
            heads[i] = _below(i, wanted, words, heads, labels)


def _below(word: int, wanted: str, words: Sequence[str], heads: list[int], labels: list[str]) -> int:
    level = [heads[word]]
    while level:
        children = [c for above in level for c, head in enumerate(heads) if head == above and c not in (above, word) and not words[c].isspace()]
        for child in children:
            if labels[child] == wanted:
                return child
        level = children
    return heads[word]
