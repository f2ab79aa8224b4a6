"""People of no told country who suffer the law of a land are of that land: "a Kenyan court convicted a former governor", "police in Lima held two unionists".

Courts, prosecutors and police deal with whoever is before them; those who rule deal with the opposition, with their own officials and with the
public. A recipient whose country nothing tells is then supposed to be at home, but only where the sentence names no other state, and with less
confidence. Soldiers, migrants and firms are left open: they may be anybody's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.code import grammar
from dragoman.code.frames import Act, codes_of
from dragoman.code.noun_phrases import left_edge
from dragoman.code.parties import Mention, Resolver
from dragoman.engine.parse import Token
from dragoman.model import Party

_LAW = frozenset({"JUD", "COP"})
_RULING = frozenset({"GOV", "LEG"})
_BY_LAW = frozenset("COERCE ACCUSE SANCTION RETREAT REJECT CONCEDE REQUEST THREATEN SUPPORT AGREE ASSAULT".split())
# what those who enforce the law do to whoever is before them
_BY_RULE = frozenset("COERCE ACCUSE SANCTION REJECT CONCEDE REQUEST THREATEN AGREE RETREAT CONSULT AID SUPPORT".split())
# what those who rule do to those whom they rule
_RULED = frozenset({"OPP", "LEG", "JUD", "COP", "LAB", "CVL", "EDU", "AGR", "MED", "PTY", "ELI", "JRN", "SOC"})
_STATE_HAS = frozenset("government police army military authority parliament congress senate court judiciary cabinet president premier minister".split())
# what a state has one of: those of its people who face it mean their own
_FACING = _RULED | {"REB", "UAF", "REL"}
_LOCAL = frozenset({"mayor", "governor", "councillor", "councilor", "prefect", "senator", "lawmaker", "deputy", "party"})
# of those who govern, the ones who face a government; ministers and spokesmen may speak of another's
_FORCE = frozenset({"ASSAULT", "COERCE"})
_IN_STREETS = frozenset("protester protestor demonstrator marcher striker dissident opposition activist looter rioter".split())
# whom a state's own soldiers meet
_RULINGS = frozenset({"REJECT", "ACCUSE", "SUPPORT", "CONCEDE"})
_OF_STATE = frozenset("result election vote poll bill law constitution budget verdict ruling decision reform referendum decree curfew".split())
# what those who rule hold or make, and the opposition judges
_VAGUE = frozenset({"people", "person", "other", "one"})
_PEOPLE = frozenset({"role", "group", "body", "person"})
_ANYBODYS = frozenset({"MIL", "REF", "BUS", "UAF", "SPY"})
_ABROAD = frozenset({"envoy"})
_CAUGHT = frozenset({"arrest", "convict"})
# modes in which whatever stands as the object are people
_NAMED = frozenset({"PRP", "PRP$", "WP", "WDT", "DT", "EX"})


def suppose_home(acts: Iterable[Act], resolver: Resolver) -> None:
    """Give the recipients of acts that are done at home the state of those who do them.

    Args:
        acts: of one sentence; changed in place.
        resolver: at that sentence.
    """
    for act in [n for a in acts for n in a.walk()]:
        if not act.recipient and len(act.actor) > 1:
            _lend_guests(act, resolver)
        if act.frame.mutual:
            continue
        if codes_of(act.recipient):
            continue
        code = _home_of(act, resolver)
        if code is None or _names_others(code, resolver, act):
            continue
        if act.recipient:
            if all(_is_at_home(m, act) or _is_faced(m, act) for m in act.recipient):
                act.recipient = tuple(_lent(m, code, act) for m in act.recipient)
        elif act.type in _RULINGS and act.trigger is not None and act.trigger.is_verb and _rules_at_home(act):
            act.recipient = tuple(_caught(t, code, resolver) for t in grammar.objects(act.trigger)[:1] if t.is_noun)
        elif act.frame.mode in _CAUGHT and act.trigger is not None and act.trigger.is_verb:
            act.recipient = tuple(_caught(t, code, resolver) for t in grammar.objects(act.trigger) if _is_told(t))


def _lend_guests(act: Act, resolver: Resolver) -> None:
    """"The president met opposition leaders", "unions held talks with the government": the side without a country is of the other's."""
    hosts = tuple(m for m in act.actor if m.party.code is not None)
    guests = [m for m in act.actor if m.party.code is None]
    codes = codes_of(hosts)
    if not guests or len(codes) != 1 or any(m.level in _ABROAD or m.kind == "thing" for m in hosts):
        return
    ruling = all(m.party.sector in _RULING for m in hosts)
    code = next(iter(codes))
    actor = resolver.codebook.actors.get(code)
    if actor is None or "state" not in actor.kind or _names_others(code, resolver, act):
        return
    others = _RULED - {"ELI"} if ruling else _RULING | _LAW if all(m.party.sector in _FACING for m in hosts) else frozenset[str]()
    if all(m.party.sector in others and m.kind in _PEOPLE and m.party.person is None and m.level not in _ABROAD for m in guests):
        act.actor = tuple(m if m.party.code else _lent(m, code, act) for m in act.actor)


def _home_of(act: Act, resolver: Resolver) -> str | None:
    """The state whose people, law or rulers do an act."""
    codes = codes_of(act.actor)
    if len(codes) != 1 or any(m.party.code is None or m.level in _ABROAD or m.kind == "thing" for m in act.actor):
        return None
    code = next(iter(codes))
    actor = resolver.codebook.actors.get(code)
    if actor is None or "state" not in actor.kind:
        return None
    sectors = {m.party.sector for m in act.actor}
    if sectors <= _LAW:
        return code if act.type in _BY_LAW else None
    return code if sectors <= _RULING | _LAW | _FACING or (sectors <= {"MIL", "COP"} and act.type in _FORCE) else None


def _names_others(code: str, resolver: Resolver, act: Act) -> bool:
    """Whether the sentence names another state, or what is of one; for acts of those who rule, the sentence before, too: they deal with the world."""
    named = resolver.named_here()
    if not all(m.party.sector in _LAW for m in act.actor):
        named |= {m.party.code for m in (*resolver.memory[-20:], *resolver.places[-10:]) if m.party.code and m.sentence >= resolver.sentence - 1}
    inner = {m.party.code for a in act.about for n in a.walk() for m in (*n.actor, *n.recipient)}
    # "senators urged the president to punish Turkey": what is asked may be done abroad
    for found in named - inner:
        actor = resolver.codebook.actors.get(found)
        owner = found if actor is not None and "state" in actor.kind else resolver.country_of(found)
        if owner not in (None, code):
            return True
    return False


def _is_at_home(m: Mention, act: Act) -> bool:
    if m.kind not in _PEOPLE or m.party.sector in _ANYBODYS or m.level in _ABROAD or m.role_noun in _VAGUE:
        return False
    if all(a.party.sector in _LAW for a in act.actor):
        return True
    if act.type in _FORCE and all(a.party.sector in ("MIL", "COP") for a in act.actor):
        # "security forces killed four protesters"
        return m.role_noun in _IN_STREETS
    ruling = act.type in _BY_RULE and all(a.party.sector in _LAW | _RULING for a in act.actor)
    return ruling and m.party.sector in _RULED and m.kind != "person" and m.party.person is None


def _is_faced(m: Mention, act: Act) -> bool:
    """"The mayor of Istanbul accused the government", "Kenyan unions rejected the president's offer": their own, unless who acts is the state itself."""
    one = m.kind in ("role", "person") and m.level != "envoy" and m.party.person is None and (m.role_noun or "").split(" ")[-1] in _STATE_HAS
    facing = all(a.kind in _PEOPLE and (a.party.sector in _FACING or (a.role_noun or "").split(" ")[-1] in _LOCAL) for a in act.actor)
    return one and facing and act.type != "ASSAULT"


def _rules_at_home(act: Act) -> bool:
    """"A court rejected an appeal", "the opposition rejected the results": what is judged is of the state where it is judged."""
    assert act.trigger is not None
    if all(m.party.sector == "JUD" for m in act.actor):
        return True
    opposed = all(m.party.sector in ("OPP", "PTY") for m in act.actor)
    return opposed and any(t.lemma in _OF_STATE for t in grammar.objects(act.trigger))


def _is_told(token: Token) -> bool:
    """Whether the words tell more of somebody than that there is one: "one of the ringleaders", not "forty people"."""
    return token.tag not in _NAMED and (token.lemma not in _VAGUE or any(p.lower == "of" for p in token.kids("prep")))


def _lent(m: Mention, code: str, act: Act) -> Mention:
    by = act.actor[0].party.text
    return replace(m, low=True, party=replace(m.party, code=code, basis=f"{m.party.basis}; at home with «{by}»"))


def _caught(token: Token, code: str, resolver: Resolver) -> Mention:
    """Somebody of whom the words tell neither trade nor office: "the sons of the late president"."""
    text, start, end = resolver.span(token, left_edge(token, resolver.parse))
    party = Party(text=text, start=start, end=end, name=None, code=code, sector=None, role=None, person=None, basis=f"held or tried at home in {code}")
    return Mention(party, "role", low=True, plural=token.tag in ("NNS", "NNPS"))
