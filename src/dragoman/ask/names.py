"""Whom a person means by a name, and what they may have meant where nothing was found; from the codebook and the record itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from dragoman.ask.filters import Filter
from dragoman.codebook import load
from dragoman.codebook.actors import plain
from dragoman.lake.serving import Serving

_BARE = frozenset({"name", "demonym", "capital"})
# kinds of entries that stand for the whole actor: "Egypt", "Egyptian", "Cairo"; a person or a body is a part of it
_NEAR = 0.6
# share of letters in order that two codes must have in common: EGT and EGY have 0.67


def coded(chosen: Filter, folders: Sequence[str] = ()) -> Filter:
    """The filter with names of states and organisations as their codes; other words, names of persons among them, stay as they are.

    Args:
        chosen: as it was given.
        folders: of codebooks layered over the packaged one.
    """
    if not any(_is_name(word) for word in (*chosen.actor, *chosen.recipient, *chosen.party, *chosen.about)):
        return chosen  # the codebook takes a third of a second to load
    return replace(
        chosen,
        actor=tuple(code(word, folders) for word in chosen.actor),
        recipient=tuple(code(word, folders) for word in chosen.recipient),
        party=tuple(code(word, folders) for word in chosen.party),
        about=tuple(code(word, folders) for word in chosen.about),
    )


def _is_name(word: str) -> bool:
    return any(c.islower() for c in word)


def code(word: str, folders: Sequence[str] = ()) -> str:
    """The code of a state or organisation by its name; other words as they are."""
    if not _is_name(word):
        return word
    codebook = load(folders)
    if word.upper() in codebook.actors:
        return word.upper()
    entries = codebook.entries.get(plain(word)) or codebook.entries.get(plain(word).title()) or ()
    codes = {e.code for e in entries if e.kind in _BARE and not e.end}
    return codes.pop() if len(codes) == 1 else word


def doubts(record: Serving, table: str, chosen: Filter, folders: Sequence[str] = ()) -> Iterator[str]:
    """Why an answer may be empty: parties that the record does not have, with those it has that look alike.

    Args:
        record: that was asked.
        table: that was asked.
        chosen: the filter that let nothing through.
        folders: of codebooks layered over the packaged one.
    """
    for word in dict.fromkeys((*chosen.actor, *chosen.recipient, *chosen.party)):
        if not _has(record, table, word):
            yield _doubt(record, table, word, folders)


def _has(record: Serving, table: str, word: str) -> bool:
    condition, values = Filter(party=(word,)).where(table)
    return bool(record.ask(f"select 1 from {table} where {condition} limit 1", values))


def _doubt(record: Serving, table: str, word: str, folders: Sequence[str]) -> str:
    actors = load(folders).actors
    known = actors.get(word.upper())
    if known is not None:
        return f"{word} ({known.name}) is in none of the record's {table}"
    seen = {
        code
        for (code,) in record.ask(
            f"select distinct unnest(actors) from {table} union select distinct unnest(recipients) from {table}"
        )
    }
    names = {a.name: code for code, a in actors.items()}
    # those of the record first: a slip of the finger is likelier than a party that it never heard of
    near = [c for known in (seen, actors) for c in get_close_matches(word.upper(), sorted(filter(str.isupper, known)), n=2, cutoff=_NEAR)]
    near += [names[n] for n in get_close_matches(word.title(), names, n=2, cutoff=0.75)]
    told = ", ".join(f"{c} ({actors[c].name})" if c in actors else c for c in dict.fromkeys(near))
    return f"no party is called {word}" + (
        f"; did you mean {told}?" if told else "; dragoman who NAME says what the codebook knows"
    )
