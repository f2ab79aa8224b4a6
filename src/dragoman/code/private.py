"""Acts of private life: deeds that frames tell but that no political party does or suffers.

PLOVER codes acts between politically relevant parties. "A Polish poet urged young writers to read", "Nestle agreed to buy a maker of chocolate" and
"drought has held the north hostage" stand in the constructions of REQUEST, AGREE and ASSAULT, but nobody in them acts for a state or a group.
Tests by who takes part, not by the sentence (what marks a whole sentence is in :mod:`dragoman.code.contexts`):

*Private parties.* An act in words, of help or of meeting needs one side, at any depth of what it is about, that is public: a state, an organisation,
a group, an office, or somebody in arms. People of private trades, things that merely come from a country, and one firm alone are not. Acts of force
and of protest are left alone: there, private people count (2,501 cases of the codebook: none that is wanted is lost).

*Idle doers.* What cannot will does nothing to anybody: winds, droughts, share prices, films (list ``idle`` of ``figurative.yml``).

*Untouchable objects.* Hopes, leads and goals are not assaulted (list ``untouchable``).

*Private matters.* A coach, a concert or a department store for a side or an object draws the act into its field of life (lists ``private`` and
``touches``), unless politics is on the stage. See :mod:`dragoman.code.private_matters`.

*People, cities, courts.* "The Dutchman attacked the Belgian" tells of two people; a capital alone, where nothing of politics is told, is the city;
courts that deal with private people deal with private law; a firm is assaulted in words, unless somebody in arms does it.

*Teams.* "France visit Cardiff", "Mexico sacked their coach": a country told in the plural is its team (:mod:`dragoman.code.teams`).
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.code import grammar
from dragoman.code.frames import Act, Trial, codes_of
from dragoman.code.parties import Mention
from dragoman.code.private_matters import Stage, nouns_of, private_matter
from dragoman.engine.parse import Parse, Token

_WORDS_AND_HELP = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "MOBILIZE", "COOPERATE"}
)
_DEEDS = frozenset({"AID", "COOPERATE", "SANCTION", "RETREAT", "ASSAULT"})
# acts that people of any trade may do or suffer, but not firms among themselves
_LEAVING = frozenset({"RETREAT", "ASSAULT"})
# nor may firms withdraw from a state as armies do, or assault one
_PRIVATE = frozenset({"BUS", "AGR", "EDU", "CVL", "SOC", "LAB", "MED", "ELI"})
# sectors of roles that act for themselves; of the unknown ones (None) a name with a country may still be a person in office
_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "SPY", "JUD", "LEG"})
# sectors of roles that are public even where no country is told
_FORCES = _ARMED - {"JUD", "LEG"}
_OF_PROTESTS = frozenset({"AGREE", "REJECT", "THREATEN", "CONCEDE"})
_PROTESTS = frozenset("strike protest sit-in blockade boycott demonstration occupation hunger walkout".split())
# what people of any trade may vow, refuse or agree to end or to go on with
_BODIES = frozenset({"IGO", "JUD", "LEG"})
# courts, committees and alliances without a country: there are private ones, too
_LAW = frozenset({"SUPPORT", "REJECT", "REQUEST", "AGREE", "RETREAT"})
# what courts do to private people in private matters: to grant, to refuse, to order, to acquit
_RULES = frozenset("law legislation decree constitution amendment election referendum".split())
# what is made by those who rule, and judged as theirs
_WAR_MACHINES = frozenset("aircraft plane jet helicopter drone".split())
# no firm's where they kill: "the coalition's aircraft"
_ECHOES = frozenset("colleague counterpart neighbour neighbor friend peer".split())
# roles that say what somebody is to somebody else: as public as that one is
_STATE = frozenset("state state-owned state-run state-controlled national government-owned".split())
_ONE = ("an", "n", "i", "e", "k", "o", "kh")
# the ends of words for one of a people (Canadian, Swede, Slovak, Israeli); those that end in -s, -sh, -ch, -se mean the people


def keep_public(acts: Iterable[Act], stage: Stage) -> tuple[list[Act], list[Trial]]:
    """The acts that are not of private life; of those that are, the public ones told inside them.

    Args:
        acts: of one sentence.
        stage: the sentence.

    Returns:
        The acts that stay, and for ``dragoman try`` a trial for each that does not.
    """
    kept: list[Act] = []
    trials: list[Trial] = []
    for act in acts:
        why = _private(act, stage)
        if why is None:
            kept.append(act)
            continue
        trials.append(Trial(word=act.trigger.text if act.trigger is not None else "", frame=act.frame.id, fired=False, why=why))
        # a plain verb tells nothing but inside another act
        inner, more = keep_public([a for a in act.about if a.trigger is not None and a.frame.lemmas], stage)
        # what somebody private asks of people of one country ("urged Germans to get a jab") is done to nobody else
        kept += [a for a in inner if a.actor and codes_of(a.actor) and codes_of(a.actor) != codes_of(a.recipient)]
        trials += more
    return kept, trials


def _private(act: Act, stage: Stage) -> str | None:
    """Why an act is of private life; None if it is not."""
    parse, codebook = stage.parse, stage.codebook
    doers = _doers(act)
    called = doers and any(m.party.code and m.kind in ("group", "organisation") and m.party.end == doers[0].end for m in act.actor)
    # "the front let a team in": not where a group or state is called so
    if doers and not called and all(t.lemma in codebook.figurative.idle and not t.is_proper for t in doers):
        return f"«{doers[0].text}» does nothing on purpose"
    if act.type == "ASSAULT" and act.recipient and all(_head(m, parse) in codebook.figurative.untouchable for m in act.recipient):
        return f"«{act.recipient[0].party.text}» is nothing that can be hurt"
    if _assaults_firms(act, stage):
        return f"«{act.recipient[0].party.text}» is a firm, assaulted in words"
    if _is_between_two_people(act, stage):
        return "it is between two people of no office"
    both = act.actor and act.recipient and all(_is_public(m, stage) for m in (*act.actor, *act.recipient))
    if act.type == "RETREAT" and act.frame.mode == "release" and both:
        # "returned a painting to Italy": whatever one state gives back to another
        return None
    matter = private_matter(act, stage)
    if matter is not None:
        return matter
    if _is_forecast(act, stage):
        return f"«{act.actor[0].party.text}» makes a forecast"
    if _is_trading(act, stage):
        return f"«{act.actor[0].party.text}» is in trade"
    sides = [m for a in act.walk() for m in (*a.actor, *a.recipient)]
    if act.type == "RETREAT" and not codes_of(act.recipient) and _is_private_law(act, sides, stage):
        return "a court lets private people go"
    if act.type not in _WORDS_AND_HELP:
        return None
    if _is_private_law(act, sides, stage):
        return "a court deals with private people"
    if act.type == "CONSULT" and act.frame.mode == "visit" and act.actor and all(_is_traveller(m, stage) for m in act.actor):
        return f"«{act.actor[0].party.text}» travels for himself"
    if _is_only_a_city(act, sides, stage):
        return "a city is told of, not its government"
    if act.type in _OF_PROTESTS and any(o.lemma in _PROTESTS for a in act.walk() if a.trigger is not None for o in a.trigger.kids("dobj")):
        # "teachers will not end their strike": protest is politics, whoever gives it up or goes on with it
        return None
    if any(_is_public(m, stage) for m in sides) or len(codes_of(m for m in sides if m.kind == "organisation")) > 1:
        return None
    return "nobody in it acts for a state or a political group"


def _is_public(m: Mention, stage: Stage) -> bool:
    codebook = stage.codebook
    role = codebook.roles.get(m.role_noun or "") if m.kind in ("role", "person") else None
    if (role is not None and role.things and m.party.code) or _head(m, stage.parse) in codebook.figurative.public or _is_of_state(m, stage.parse):
        # a vessel, an embassy; a policy
        return True
    if m.party.sector == "ELI" and m.level is not None:
        # "the former prime minister"
        return True
    actor = codebook.actors.get(m.party.code or "")
    if m.kind in ("role", "person") and actor is not None and actor.kind not in ("state", "company") and m.party.sector != "BUS":
        # "a UN expert"
        return True
    if m.kind in ("thing", "place", "unknown") or m.party.sector == "BUS" or m.role_noun in _ECHOES or _is_one_person(m, stage.parse):
        return False
    if _lends_its_name(m, stage):
        return False
    if m.role_noun in codebook.figurative.bystanders and m.kind != "state" and not stage.is_political:
        return False
    if m.kind == "person" and m.party.sector is None:
        return False
    if m.kind in ("role", "person") and m.party.code is None:
        return m.party.sector in _FORCES or m.party.sector == "GOV" or (m.party.sector in _BODIES and stage.is_political)
    return not (m.kind == "role" and m.party.sector in _PRIVATE)


def _is_only_a_city(act: Act, sides: Iterable[Mention], stage: Stage) -> bool:
    """"Copenhagen refuses to let go of its bicycles", "Djokovic thanked Rome": a capital alone, where no politics is told and nothing named its state."""
    known = [m for m in sides if m.party.code and not (m.kind in ("role", "person") and not _is_public(m, stage))]
    if act.type == "MOBILIZE":
        # no city of its own has tanks to mass
        return False
    told = any(a.frame.lemmas for a in act.about)
    if not known or told or len(codes_of(known)) > 1 or not all(": capital «" in m.party.basis for m in known) or stage.is_political:
        return False
    if any(m.party.code in stage.told for m in known) or act.trigger is None or not act.trigger.is_verb:
        return False
    # what states do to each other: steps and offers, visits and loans
    return not any(n.lemma in stage.codebook.figurative.public or stage.names_act(n) for n in nouns_of(act))


def _is_trading(act: Act, stage: Stage) -> bool:
    """Whether firms or their people do the act, to nobody public: but firms withdraw from states and assault them only in figures."""
    if act.type not in _DEEDS or not act.actor or any(not _is_trade(m) or _is_public(m, stage) for m in act.actor):
        return False
    return act.type in _LEAVING or not any(_is_public(m, stage) and not m.place for m in act.recipient)


def _is_traveller(m: Mention, stage: Stage) -> bool:
    """"8 million Chinese tourists visited": people of private trades, or a number of a people; a delegation of theirs is not."""
    if m.kind == "role" and m.party.sector in _PRIVATE | {None} and m.level is None:
        return not _is_public(m, stage)
    if ": demonym" not in m.party.basis or m.party.start is None or m.party.end is None:
        return False
    heads = stage.parse.at(m.party.start, m.party.end)[-1:]
    return any(t.tag[-1] == "S" and t.child("nummod") is not None for t in heads)


def _is_forecast(act: Act, stage: Stage) -> bool:
    """"Citigroup expects Turkey to cut rates": what firms expect of states they foresee."""
    if act.type != "REQUEST" or act.trigger is None or act.trigger.lemma not in stage.codebook.figurative.forecasts:
        return False
    return bool(act.actor) and all(_is_trade(m) and not _is_of_state(m, stage.parse) for m in act.actor)


def _is_trade(m: Mention) -> bool:
    return m.party.sector == "BUS" and m.kind in ("role", "person", "organisation") and m.role_noun not in _WAR_MACHINES


def _lends_its_name(m: Mention, stage: Stage) -> bool:
    """"Lebanese" in "a Lebanese importer": the country of somebody private."""
    if m.kind != "state" or m.party.start is None or m.party.end is None:
        return False
    last = stage.parse.at(m.party.start, m.party.end)[-1:]
    role = stage.codebook.roles.get(last[0].head.lemma) if last and last[0].dep == "amod" else None
    return role is not None and role.sector in _PRIVATE and not role.things


def _is_of_state(m: Mention, parse: Parse) -> bool:
    """"Iran's state airline", "a state-owned bank": a firm that is the state's own."""
    if m.party.start is None or m.party.end is None:
        return False
    return any(t.lower in _STATE for t in parse.at(m.party.start, m.party.end)[:-1])


def _is_one_person(m: Mention, parse: Parse) -> bool:
    """"The Canadian", "a Swede", "the Swiss has": one person of a people, not the state."""
    if m.kind != "state" or ": demonym" not in m.party.basis or m.party.start is None or m.party.end is None:
        return False
    tokens = parse.at(m.party.start, m.party.end)
    if not tokens or not any(c.lower in ("the", "a", "an") for c in tokens[-1].kids("det")):
        return False
    last = tokens[-1]
    if last.dep == "nsubj" and (last.head.tag == "VBZ" or any(c.tag == "VBZ" for c in last.head.kids("aux", "auxpass"))):
        return True
    return last.tag in ("NN", "NNP") and last.lower.endswith(_ONE)


def _assaults_firms(act: Act, stage: Stage) -> bool:
    """"Ryanair attacked Boeing over late deliveries": nobody in arms attacks a firm."""
    if act.type != "ASSAULT" or not act.recipient or any(m.kind != "organisation" or m.party.sector != "BUS" for m in act.recipient):
        return False
    return not stage.is_political and not any(_is_public(m, stage) for m in act.actor)


def _is_private_law(act: Act, sides: Iterable[Mention], stage: Stage) -> bool:
    """"A court rejected a widow's claim": courts that grant, refuse or order something to private people in private matters."""
    if act.type not in _LAW or not act.actor or any(m.party.sector != "JUD" for m in act.actor) or stage.is_political:
        return False
    if any(n.lemma in _RULES for n in nouns_of(act)):
        return False
    return not any(_is_public(m, stage) and m.party.sector != "JUD" for m in sides)


def _is_between_two_people(act: Act, stage: Stage) -> bool:
    """"The Dutchman attacked the Belgian": two people of two peoples, and nothing told of what they are."""
    sides = (*act.actor, *act.recipient)
    return bool(act.actor and act.recipient) and all(_is_one_person(m, stage.parse) for m in sides) and not stage.is_political


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
