"""Acts of private life: deeds that frames tell but that no political party does or suffers.

PLOVER codes acts between politically relevant parties. "A Polish poet urged young writers to read", "Nestle agreed to buy a maker of chocolate" and
"drought has held the north hostage" stand in the constructions of REQUEST, AGREE and ASSAULT, but nobody in them acts for a state or a group.
Three tests, each by who takes part, none by the sentence:

*Private parties.* An act in words, of help or of meeting needs one side, at any depth of what it is about, that is public: a state, an organisation,
a group, an office, or somebody in arms. People of private trades, things that merely come from a country, and one firm alone are not. Acts of force
and of protest are left alone: there, private people count (2,501 cases of the codebook: none that is wanted is lost).

*Idle doers.* What cannot will does nothing to anybody: winds, droughts, share prices, films (list ``idle`` of ``figurative.yml``).

*Untouchable objects.* Hopes, leads and goals are not assaulted (list ``untouchable``).
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.code import grammar
from dragoman.code.frames import Act, Trial, codes_of
from dragoman.code.parties import Mention
from dragoman.codebook.schema import Codebook
from dragoman.engine.parse import Parse, Token

_WORDS_AND_HELP = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "MOBILIZE", "COOPERATE"})
_PRIVATE = frozenset({"BUS", "AGR", "EDU", "CVL", "SOC", "LAB", "MED", "ELI"})
# sectors of roles that act for themselves; of the unknown ones (None) a name with a country may still be a person in office
_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "SPY", "JUD", "LEG"})
# sectors of roles that are public even where no country is told
_ECHOES = frozenset("colleague counterpart neighbour neighbor friend peer".split())
# roles that say what somebody is to somebody else: as public as that one is


def keep_public(acts: Iterable[Act], parse: Parse, codebook: Codebook) -> tuple[list[Act], list[Trial]]:
    """The acts that are not of private life; of those that are, the public ones told inside them.

    Returns:
        The acts that stay, and for ``dragoman try`` a trial for each that does not.
    """
    kept: list[Act] = []
    trials: list[Trial] = []
    for act in acts:
        why = _private(act, parse, codebook)
        if why is None:
            kept.append(act)
            continue
        trials.append(Trial(word=act.trigger.text if act.trigger is not None else "", frame=act.frame.id, fired=False, why=why))
        inner, more = keep_public([a for a in act.about if a.trigger is not None], parse, codebook)
        kept += [a for a in inner if a.actor and codes_of(a.actor)]
        trials += more
    return kept, trials


def _private(act: Act, parse: Parse, codebook: Codebook) -> str | None:
    """Why an act is of private life; None if it is not."""
    doers = _doers(act)
    if doers and all(t.lemma in codebook.figurative.idle for t in doers):
        return f"«{doers[0].text}» does nothing on purpose"
    if act.type == "ASSAULT" and act.recipient and all(_head(m, parse) in codebook.figurative.untouchable for m in act.recipient):
        return f"«{act.recipient[0].party.text}» is nothing that can be hurt"
    if act.type not in _WORDS_AND_HELP:
        return None
    sides = [m for a in act.walk() for m in (*a.actor, *a.recipient)]
    if any(_is_public(m, parse, codebook) for m in sides) or len(codes_of(m for m in sides if m.kind == "organisation")) > 1:
        return None
    return "nobody in it acts for a state or a political group"


def _is_public(m: Mention, parse: Parse, codebook: Codebook) -> bool:
    role = codebook.roles.get(m.role_noun or "")
    if (role is not None and role.things) or _head(m, parse) in codebook.figurative.public:
        # a vessel, an embassy; a policy
        return True
    if m.party.sector == "ELI" and m.level is not None:
        # "the former prime minister"
        return True
    actor = codebook.actors.get(m.party.code or "")
    if m.kind in ("role", "person") and actor is not None and actor.kind not in ("state", "company") and m.party.sector != "BUS":
        # "a UN expert"
        return True
    if m.kind in ("thing", "place", "unknown") or m.party.sector == "BUS" or m.role_noun in _ECHOES:
        return False
    if m.kind == "person" and m.party.sector is None:
        return False
    if m.kind in ("role", "person") and m.party.code is None:
        return m.party.sector in _ARMED or m.party.sector in ("GOV", "IGO")
    return not (m.kind == "role" and m.party.sector in _PRIVATE)


def _doers(act: Act) -> list[Token]:
    """Heads of what does the act, party or not."""
    word = act.trigger
    if word is None:
        return []
    if word.is_verb:
        return grammar.subjects(word)
    return [*grammar.possessors(word), *grammar.nearby(word, "from"), *grammar.nearby(word, "by")] if act.type == "ASSAULT" else []


def _head(m: Mention, parse: Parse) -> str | None:
    """The head noun of a thing, in its dictionary form; None for what is not a thing."""
    if m.kind != "thing" or m.party.start is None or m.party.end is None:
        return None
    tokens = parse.at(m.party.start, m.party.end)
    return tokens[-1].lemma if tokens else None
