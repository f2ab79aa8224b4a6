"""Turns of a transcript: whose words follow "MR MILLER:" or "Official Spokesperson:" until the next name with a colon.

A name that the article has told is that person; a title alone is who bore it before; anybody else speaks for the issuing body: the article's
home country, or the organisation whose letterhead it bears. What stands before the first name is the issuing body's, too. Questions are
nobody's that could be coded; "you" in them is whoever answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.code.party_mention import PERSON_KINDS, Mention
from dragoman.codebook.actors import plain
from dragoman.model import Article, Party

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_WORD = r"[A-ZÀ-Þ][\w.’'-]*"
_TURN = re.compile(rf"\s*(?P<name>{_WORD}(?:(?:,? (?:and |of |for |the |de |al-|bin )*){_WORD}){{0,7}})(?: \([^()\n]{{2,60}}\))?\s?:\s+(?=\S)")
# "MR. AMANO: ", "QUESTION (Danubia Radio): "
_ASKERS = re.compile(r"(?:question|q|reporter|journalist|correspondent|interviewer|moderator|host|operator|audience|participant|anchor)s?\b", re.IGNORECASE)
_ANSWERS = frozenset({"a", "answer", "ans"})
_TITLED = re.compile(
    r"(?:mr|ms|mrs|dr|amb|gen|sec|sen|hon|spokes\w+|official spokes\w+|(?:foreign |prime |deputy |defen[cs]e )?minister|secretary|ambassador|president"
    r"|premier|director|chair\w*|commissioner|envoy|official|administrator|general|admiral)\b",
    re.IGNORECASE,
)
_HONORIFICS = frozenset("mr ms mrs dr shri smt sir dame amb ambassador h.e hon".split())
_FEWEST = 3
# turns below which a text with names and colons is a list or a headline


def is_transcript(article: Article) -> bool:
    """Whether at least three paragraphs open with somebody's name and a colon, and one of the names comes again or is a questioner's."""
    names = [m["name"] for b in article.blocks if b.part == "body" and (m := _TURN.match(article.text, b.start, b.end))]
    return len(names) >= _FEWEST and (len(set(names)) < len(names) or any(_ASKERS.match(n) for n in names))


def open_turns(r: Resolver) -> None:
    """Before the first sentence of a transcript: until the first name, the body speaks whose letterhead it bears; a paper tells in its own words."""
    if r.issuer is not None:
        r.turn = (_issuer(r, "", 0),)
    r.issuer = r.issuer or r.home


def opening(text: str) -> int:
    """How many characters of a sentence in a transcript are the name and colon that open a turn."""
    found = _TURN.match(text)
    return found.end() if found else 0


def take_turn(r: Resolver, text: str, start: int) -> None:
    """Note whose turn it is, where a sentence opens one.

    Args:
        r: of an article that is a transcript, after ``open_turns``.
        text: the sentence.
        start: its offset in the article.
    """
    found = _TURN.match(text)
    if found is None:
        return
    name = found["name"]
    r.turn_mark = (start + found.start("name"), start + found.end("name"), start + text.index(":", found.end("name")))
    if _ASKERS.match(name):
        r.answers = r.turn or r.answers
        r.turn = ()
        return
    key = name.split(",")[0].strip().lower()
    if key in _ANSWERS:
        # "A: We will not sign": whoever the words before the first question named first
        asked = r.turns.get(key) or next((m for m in r.memory if m.kind == "person" and m.party.code), None)
        r.turn = (asked,) if asked is not None else ()
        r.turns |= {key: asked} if asked is not None else {}
        return
    told = r.people.get(name.split()[-1]) or r.people.get(name.split()[-1].capitalize())
    if told is not None and told.party.code:
        r.turns[key] = told
    elif (holder := _holder(r, name, start + found.start("name"))) is not None:
        r.turns[key] = holder
    elif key not in r.turns and r.issuer and (_TITLED.match(name) or name.isupper()):
        r.turns[key] = _issuer(r, name, start + found.start("name"))
    r.turn = (r.turns[key],) if key in r.turns else ()
    if r.turn:
        family = name.split()[-1]
        r.people.setdefault(family.capitalize() if family.isupper() else family, r.turn[0])


def _holder(r: Resolver, name: str, start: int) -> Mention | None:
    """Somebody in the codebook, by the name behind the title ("Official Spokesperson, Shri Raveesh Kumar", "DIRECTOR GENERAL YUKIYA AMANO")."""
    for part in reversed(name.split(",")):
        words = [w.capitalize() if w.isupper() else w for w in part.split() if w.rstrip(".").lower() not in _HONORIFICS]
        for first in range(len(words) - 1):
            entries = [e for e in r.codebook.entries.get(plain(" ".join(words[first:])), ()) if e.kind in PERSON_KINDS]
            if len({e.code for e in entries}) == 1:
                e = entries[0]
                party = Party(
                    text=name, start=start, end=start + len(name), name=e.name, code=e.code, sector=e.sector, role=e.role, person=e.name,
                    basis=f"codebook {e.code}: name «{e.name}»",
                )
                return Mention(party, "person", level=e.level)
    return None


def _issuer(r: Resolver, name: str, start: int) -> Mention:
    """Somebody who speaks for the issuing body; nobody by name where none is told."""
    person = " ".join(w.capitalize() if w.isupper() else w for w in re.sub(r"^(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\.?\s+", "", name).split())
    named = bool(name) and (person != name or not _TITLED.match(name))
    actor = r.codebook.actors[r.issuer or ""]
    party = Party(
        text=name or actor.name, start=start if name else None, end=start + len(name) if name else None, name=person if named else None, code=r.issuer,
        sector=actor.sector or "GOV", role=name if name and not named else None, person=person if named else None,
        basis="speaks for the article's home country" if r.issuer == r.home else "speaks for the issuing body",
    )
    return Mention(party, "person" if name else "body", level="official")
