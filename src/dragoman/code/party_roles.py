"""Mentions without a name of the codebook: roles ("the Indian foreign minister"), unknown people with title, crowds, things that somebody owns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.code.grammar import subjects
from dragoman.code.names import Hit
from dragoman.code.noun_phrases import is_honorific, left_edge, name_start, role_at, singular, words_between
from dragoman.code.party_bodies import (
    country_in_charge,
    is_of_government,
    only_state_with,
    owner_by_name,
    owner_of_body,
)
from dragoman.code.party_choice import choose
from dragoman.code.party_clauses import office_now, served
from dragoman.code.party_countries import (
    countries,
    demonym_of,
    last_scene,
    lent_country,
    links_of,
    place_country,
    scene_country,
    shared_country,
    site_country,
)
from dragoman.code.party_groups import REACH, counted_group, doers
from dragoman.code.party_memory import call_back
from dragoman.code.party_mention import PERSON_KINDS, Mention, again, gender_of, hit_text, root_of
from dragoman.code.party_names import known_person
from dragoman.code.party_peers import OF_VISIT, peer
from dragoman.code.party_titles import (
    apposed_person,
    apposed_role,
    is_former,
    name_of_titles,
    role_in,
    role_of_apposition,
    role_text,
    title_before,
)
from dragoman.code.party_use import is_product, is_sport
from dragoman.code.place import gazetteer
from dragoman.codebook.schema import Role
from dragoman.engine.parse import Token
from dragoman.model import Party

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_STATE_OFFICES = frozenset({"governor", "lieutenant governor", "senator", "congressman", "congresswoman", "attorney general", "secretary of state"})
# offices of the American state, which the Republic of Georgia does not have or does not call so
_AT_HOME = frozenset({"COP", "MIL", "JUD"})
# sectors of which an article's home country may be supposed
_CABINETS = frozenset({"cabinet", "council of ministers", "parliament", "national assembly"})
_ABROAD = frozenset({"AGR", "LAB", "MIL"})
_FREEING = frozenset("free release return release repatriation freedom hand".split())
_WANTING = frozenset("ask urge demand request call press want implore beseech beg appeal seek plead".split())
# who asks for people back, and what is asked
_LAUNCHED = frozenset("drone uav missile rocket balloon".split())
_LAUNCHING = frozenset("launch fire send lob loose fly dispatch deploy release".split())
# what is sent against others, and how
_REPLYING = frozenset("reply retort respond answer counter rejoin".split())
# what those do of whom something was asked
_FROM_ABROAD = frozenset({"peacekeeper", "blue helmet", "peacekeeping troop", "peacekeeping mission", "peacekeeping force", "military observer", "mercenary"})
# who is never of the country that an article is at home in
_ON_SCENE = frozenset({"COP", "MIL", "JUD", "MED", "LAB", "EDU", "CVL", "OPP", "AGR", "REL", "GOV", "SOC", "REF"})
# those who act where they are; ministers and envoys travel
_CONDITIONS = frozenset("siege emergency war alert alarm exception calamity disaster affairs mind play flux paralysis limbo readiness denial repair".split())
_DISASTERS = frozenset(
    "earthquake quake flood flooding cyclone hurricane typhoon tsunami landslide mudslide avalanche drought famine epidemic outbreak".split()
)
# what befalls the country in which it happens: "condolences over the earthquake in Peru"
_IN_ARMS = frozenset({"MIL", "REB", "UAF", "PRM", "COP"})
# "government fighters" are soldiers
_NAMELESS = frozenset("unknown unidentified unnamed unspecified mysterious".split())
# who they are nobody has told
_FACING = frozenset({"government", "army", "military", "authority"})
# what a state has one of, told beside those who fight it
_GATHERED = frozenset({"group", "organisation", "organization", "association", "congregation", "community", "network", "collective"})
# many together, of no told country but that of their town
_CROWDS = frozenset("thousand hundred dozen score crowd million".split())
_BODIED = ("organisation", "group", "ngo", "media", "company")
_PANELS = frozenset("panel inquiry commission committee tribunal team delegation board secretariat taskforce rapporteur agency mission".split())
# what an organisation sets up, which speaks and acts for it
_TWINS = {"koreas": ("KOR", "PRK"), "congos": ("COD", "COG"), "sudans": ("SDN", "SSD"), "yemens": ("YEM", "YMD"), "germanys": ("DEU", "DDR")}
_SIDES = frozenset({"side", "delegation", "team", "mission"})
_PEERS = frozenset({"counterpart", "colleague"})
# who has the same office as somebody else
_COMMANDING = frozenset("instruct order direct command task authorise authorize tell ask empower".split())
# what those who rule do to the forces they rule
_RULED = frozenset(
    """ban bar outlaw proscribe disband dissolve disqualify exclude arrest detain jail imprison sentence convict try charge prosecute free release
    pardon amnesty legalise legalize silence persecute strip""".split()
)
_OPPOSING = frozenset("accuse criticise criticize blame denounce attack condemn challenge mock deride lambast slam blast rebuke chide taunt berate".split())
_POWERS = frozenset({"GOV", "JUD", "COP", "LEG", "MIL"})
# what those who rule do to an opposition
_PREMIERS = frozenset({"minister", "premier", "chancellor", "taoiseach"})
# who heads a government and no state
_SHIPS = {
    **{"HMS": "GBR", "USS": "USA", "USCGC": "USA", "HMAS": "AUS", "HMCS": "CAN", "HMNZS": "NZL", "BRP": "PHL", "ROKS": "KOR", "TCG": "TUR", "FGS": "DEU"},
    **{"HNoMS": "NOR", "HDMS": "DNK", "HSwMS": "SWE", "HNLMS": "NLD", "PNS": "PAK", "KRI": "IDN", "ESPS": "ESP"},
}
# the letters before a warship's name -> whose navy; those that are words or shared by two navies are left out
_HALVES = {"North": "PRK", "South": "KOR"}
_OF_ANY = frozenset({"royal", "federal", "national", "transitional", "interim", "union", "central"})
# what a government calls itself, whichever country it is of
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_SPOKEN_FOR = frozenset({"state", "organisation", "group", "body", "seat", "capital"})
# who has spokesmen: not persons, whose aides need not be of their country's government
_OFFICE_WORDS = frozenset("foreign external affairs defence defense interior finance trade justice energy prime ministry minister government cabinet".split())
# of what an office is called, whoever's it is
_LEADERS = frozenset("leader president premier prime chancellor".split())


def role(r: Resolver, token: Token, found: tuple[Role, str, int], edge: int) -> tuple[Mention, ...]:
    """The party that a role stands for: who holds it, else the country it carries, else whom it calls back, else where it acts."""
    kind, noun, first = found
    if (noun in ("side", "club", "coach", "captain") and is_sport(r.parse)) or name_of_titles(token) is not None or _is_condition(token):
        return ()
    person = apposed_person(r, token)
    links = links_of(kind, noun)
    if person is not None and person.party.code and not countries(r, token, prepositions=links):
        text, start, end = r.span(token, edge)
        title = role_text(r, token, edge, first)
        party = replace(person.party, text=text, start=start, end=end, role=title or person.party.role)
        return (replace(person, party=party, role_noun=noun),)
    if is_former(r, edge, token.i, kind):
        return (_make(r, token, found, edge, None, "former office-holder", sector="ELI", person=person),)
    if kind.sector in _IN_ARMS and any(c.lower in _NAMELESS for c in token.kids("amod")):
        # "killed by unknown gunmen near Taiz": where they shot tells not whose they are
        return (_make(r, token, found, edge, None, f"{noun}: told as unknown", sector=_sector(r, token, kind, edge, None), person=person),)
    now = office_now(r, token)
    carried = now[0] if now is not None else countries(r, token, prepositions=links)
    if not carried and (head := _head_of_state(r, token, kind, noun)) is not None:
        return (again(head, token),)
    if noun in _STATE_OFFICES and [c for c, _ in carried] == ["GEO"]:
        carried = [("USA", "the state of Georgia")]
    if kind.level in ("head", "minister") and noun not in _STATE_OFFICES and [c for c, _ in carried] == ["USA"] and "Georgia" in carried[0][1]:
        # no state of the Union has ministers
        carried = [("GEO", carried[0][1])]
    if not carried and (owner := owner_of_body(r, token, kind, noun, first)) is not None:
        carried = [owner]
    if carried:
        if noun.split(" ")[-1] in _PEERS:
            return tuple(_counterpart(r, token, found, edge, code, how, person) for code, how in carried)
        made = [
            _make(
                r, token, found, edge, code, f"{noun} of {code}: {how}",
                sector=_sector(r, token, kind, edge, code), person=person or _holder(r, noun, code, token),
            )
            for code, how in carried
        ]  # fmt: skip
        return tuple(made)
    other = peer(r, token, noun) or _named_beside(r, token)
    if other:
        return other
    pair = counted_group(r, token, edge)
    if pair:
        return pair
    visitor = _visitor(r, token, edge)
    if visitor is not None:
        return (again(visitor, token),)
    facing = _facing_country(r, token, noun, edge) or _other_government(r, token, noun)
    if facing is not None:
        return (_make(r, token, found, edge, facing[0], f"{noun}: {facing[1]}", sector=_sector(r, token, kind, edge, facing[0]), person=None),)
    back = call_back(r, token, noun, edge)
    if back is not None and token.child("appos") is None:
        return back
    return (_without_country(r, token, found, edge, person),)


def _is_condition(token: Token) -> bool:
    """"A state of siege", "a state of emergency": how things are, not whose."""
    return token.lower == "state" and any(n.lemma in _CONDITIONS for p in token.kids("prep") if p.lower == "of" for n in p.kids("pobj"))


def _named_beside(r: Resolver, token: Token) -> tuple[Mention, ...]:
    """"The two neighbours, Malawi and Zambia": whose names stand behind them."""
    if token.tag != "NNS":
        return ()
    lists = [a for a in token.kids("appos") if a.is_proper and a.i in r.hits and a.kids("conj") and not r.is_pending(a)]
    found = [m for m in r.mentions(lists) if m.party.code and m.kind in ("state", "organisation", "group", "place")]
    return tuple(again(replace(m, kind="state" if m.kind == "place" else m.kind, place=False), token) for m in found) if len(found) > 1 else ()


def _head_of_state(r: Resolver, token: Token, kind: Role, noun: str) -> Mention | None:
    """"The head of state": the president or king of the home country whom the article has named, else the last one named."""
    if kind.level != "head" or noun != "head" or token.tag not in ("NN", "NNP") or not any(d.lower == "the" for d in token.kids("det")):
        return None
    heads = [m for m in reversed(r.memory) if m.kind == "person" and m.level == "head" and m.party.code]
    of_state = any(n.lower == "state" for p in token.kids("prep") for n in p.kids("pobj"))
    heads = [m for m in heads if ((m.role_noun or "").split(" ")[-1] in _PREMIERS) != of_state] or heads
    return next((m for m in heads if m.party.code == r.home), None) or next((m for m in heads if r.sentence - m.sentence <= REACH), None)


def _without_country(r: Resolver, token: Token, found: tuple[Role, str, int], edge: int, person: Mention | None) -> Mention:
    kind, noun, _ = found
    sector = _sector(r, token, kind, edge, None)
    governed = kind.sector in _IN_ARMS and any(c.lower == "government" for c in token.kids("compound", "nmod"))
    sector = "MIL" if governed else sector
    unowned = is_of_government(kind, noun, token) and _is_told_without_owner(r, token, edge)
    lent = scene_country(r, token) if token.dep == "dobj" and token.head.dep == "relcl" and kind.sector in _ON_SCENE and not kind.level else None
    lent = lent or shared_country(r, token) or _under_orders(r, token, kind) or _ruled_by(r, token, kind) or _asked_back(r, token, kind)
    if lent is None and kind.sector == "COP" and token.dep in ("nsubj", "nsubjpass") and edge == token.i and not token.kids("prep", "relcl", "acl"):
        # "Chinese police trainers landed. Hundreds marched in Auki. Police used tear gas": those of the scene, not those told of before
        lent = scene_country(r, token) or last_scene(r)
    lent = lent or (_country_of_rebels(r) if governed else None) or lent_country(r, token)
    lent = lent or (_opposed_country(r, token, edge) if noun == "government" else None)
    if lent is None and noun != "side" and kind.sector in _ON_SCENE and kind.level not in ("head", "minister", "envoy") and not kind.things:
        lent = scene_country(r, token)
    homely = (kind.sector in _AT_HOME or noun in _CABINETS) and noun not in _FROM_ABROAD and not token.child("prep") and not kind.things
    if lent is None and homely and _is_told_without_owner(r, token, edge):
        lent = last_scene(r) or ((r.home, "the article's home country") if r.home else None)
    if lent is None and (unowned or (kind.sector in ("COP", "LAB") and not token.child("prep") and _is_told_without_owner(r, token, edge))):
        # "Tsvangirai rejected the result. Police arrested his deputy"
        lent = country_in_charge(r, token)
    if lent is None and kind.things and noun.split(" ")[-1] in _LAUNCHED:
        lent = _launched_by(r, token)
    if lent is None and noun in _SPEAKING:
        lent = _spoken_for(r, token)
    if lent is None and token.dep == "nsubj" and token.head.lemma in _REPLYING:
        lent = _asked_before(r, token)
    made = _make(r, token, found, edge, lent[0] if lent else None, f"{noun}: {lent[1] if lent else 'no country told'}", sector=sector, person=person)
    made.low = lent is not None
    return made


def _under_orders(r: Resolver, token: Token, kind: Role) -> tuple[str, str] | None:
    """"Lukashenko instructed the army to ...": those who rule a state command its own forces and ministers."""
    verb = token.head
    if token.dep not in ("dobj", "dative", "nsubj") or not verb.is_verb or kind.sector not in ("MIL", "COP", "GOV") or kind.level in ("head", "envoy"):
        return None
    if token.dep == "nsubj":
        verb = verb.head if verb.dep == "ccomp" else verb
    bare = [c.lower for c in token.children if c.i < token.i] in (["the"], [])
    if not bare or verb.lemma not in _COMMANDING or verb is token.head and token.dep == "nsubj":
        return None
    told = r.named_before(subjects(verb), token)
    rules = len(told) == 1 and told[0].party.code and told[0].level in ("head", "minister")
    return (str(told[0].party.code), f"under «{told[0].party.text}»") if rules else None


def _ruled_by(r: Resolver, token: Token, kind: Role) -> tuple[str, str] | None:
    """"Venezuela barred an opposition leader from office": only those who rule them forbid, try or free an opposition."""
    verb = token.head
    if kind.sector not in ("OPP", "PTY") or token.dep not in ("dobj", "nsubjpass") or verb.lemma not in _RULED:
        return None
    told = [m for m in r.mentions(t for t in subjects(verb) if not r.is_pending(t)) if m.party.code and m.party.sector in _POWERS and r.is_state(m)]
    return (str(told[0].party.code), f"ruled by «{told[0].party.text}»") if len(told) == 1 else None


def _opposes(r: Resolver, token: Token, kind: Role) -> tuple[str, str] | None:
    """"The candidate who came first accused President Santos of ...": in a home paper, who runs against a head of state is of the same country."""
    verb = token.head
    if kind.sector not in ("OPP", "PTY") or token.dep != "nsubj" or verb.lemma not in _OPPOSING or not r.home:
        return None
    told = [m for t in verb.kids("dobj") for m in r.at(t) if m.kind == "person" and m.level in ("head", "minister")]
    return (r.home, f"opposes «{told[0].party.text}»") if len(told) == 1 and told[0].party.code == r.home else None


def _asked_back(r: Resolver, token: Token, kind: Role) -> tuple[str, str] | None:
    """"Bangladesh asked China to have the rebels free 38 fishermen": those who work abroad or at sea are of the state that wants them back."""
    if kind.sector not in _ABROAD or kind.things or token.kids("poss", "amod", "prep") or not token.kids("nummod", "det"):
        return None
    verb = token.head if token.dep == "dobj" else token.head.head if token.dep == "pobj" and token.head.lower == "of" else None
    if verb is None or verb.lemma not in _FREEING:
        return None
    for t in verb.ancestors():
        if t.lemma in _WANTING and t.is_verb:
            told = r.named_before(subjects(t), token)
            states = [m for m in told if r.is_state(m) and m.kind in ("state", "person", "body", "role")]
            return (str(states[0].party.code), f"wanted back by «{states[0].party.text}»") if len(states) == 1 and len(told) == 1 else None
    return None


def _opposed_country(r: Resolver, token: Token, edge: int) -> tuple[str, str] | None:
    """"The ELN suspended its talks with the government": that of the one country of the armed groups that the sentence names."""
    return _country_of_rebels(r) if _is_told_without_owner(r, token, edge) else None


def _country_of_rebels(r: Resolver) -> tuple[str, str] | None:
    """"The FARC released nine government soldiers": the one country of the armed groups that the sentence names."""
    found = {(actor.country, actor.name) for c in r.beside if (actor := r.codebook.actors.get(c)) is not None and actor.kind == "group" and actor.country}
    return next((country, f"the country of {name}") for country, name in found) if len({c for c, _ in found}) == 1 else None


def _facing_country(r: Resolver, token: Token, noun: str, edge: int) -> tuple[str, str] | None:
    """"bring the government and the FARC to the table": that of the armed group it stands beside, whatever other government was told before."""
    if noun not in _FACING or not _is_told_without_owner(r, token, edge):
        return None
    beside = [*token.kids("conj"), *([token.head] if token.dep == "conj" else ())]
    for other in beside:
        hit = r.hits.get(other.i)
        entry = choose(r, hit) if hit is not None else None
        actor = r.codebook.actors.get(entry.code) if entry is not None else None
        if actor is not None and actor.kind == "group" and actor.sector == "REB" and actor.country:
            return actor.country, f"the country of {actor.name}"
    return None


def _visitor(r: Resolver, token: Token, edge: int) -> Mention | None:
    """"The visiting minister", in an article of its host: who was named last with an office of another country."""
    if not r.home or token.tag not in ("NN", "NNP") or not any(t.lower == "visiting" for t in r.parse.tokens[edge : token.i]):
        return None
    named = (m for m in reversed(r.memory[-60:]) if m.kind == "person" and m.level and m.party.code and not m.plural)
    return next((m for m in named if m.party.code != r.home), None)


def _other_government(r: Resolver, token: Token, noun: str) -> tuple[str, str] | None:
    """"We urged the government to hold its fire": no government urges itself; the one other state told of last is meant."""
    if noun != "government" or token.dep not in ("dobj", "pobj", "dative") or [c.lower for c in token.children if c.i < token.i] != ["the"]:
        return None
    acting = {m.party.code for m in doers(r, token)}
    if not r.home or acting != {r.home}:
        return None
    near = [m for m in (*r.memory[-20:], *r.places[-5:]) if r.sentence - m.sentence <= 3 and m.party.code not in (None, r.home)]
    states = [m for m in near if (actor := r.actor_of(m)) is not None and actor.kind == "state"]
    last = max(states, key=lambda m: (m.sentence, m.party.start or 0), default=None)
    return (str(last.party.code), f"another's than the doer's, as «{last.party.text}» before") if last is not None else None


def _launched_by(r: Resolver, token: Token) -> tuple[str, str] | None:
    """"Hezbollah launched drones, which the navy shot down", "drones that it had launched": whose they are who sent them tells."""
    clauses = [c for c in token.kids("relcl", "acl") if c.lemma in _LAUNCHING]
    verbs = [token.head] if token.kids("relcl") and token.dep == "dobj" and token.head.lemma in _LAUNCHING else clauses
    doers_ = [t for v in verbs for t in (*v.kids("nsubj"), *(n for a in v.kids("agent") for n in a.kids("pobj"))) if t.tag[0] != "W" and not r.is_pending(t)]
    told = [m for m in r.mentions(doers_) if m.party.code and m.kind not in ("thing", "place")]
    return (str(told[0].party.code), f"sent by «{told[0].party.text}»") if len({m.party.code for m in told}) == 1 else None


def _asked_before(r: Resolver, token: Token) -> tuple[str, str] | None:
    """"The embassy demanded that Sweden charge them; a police spokeswoman replied": who answers is of the state that was asked in the sentence."""
    for verb in reversed(r.parse.tokens[: token.i]):
        if not verb.is_verb or verb.lemma not in _WANTING:
            continue
        clauses = [c for c in verb.kids("ccomp") if c.i < token.i]
        behind = [n for p in verb.kids("prep") if p.lower in ("on", "to") for n in p.kids("pobj")]
        asked = [*verb.kids("dobj", "dative"), *(s for c in clauses for s in c.kids("nsubj")), *behind]
        told = [m for t in asked if t.i < token.i and not r.is_pending(t) for m in r.at(t) if m.party.code and r.is_state(m)]
        return (str(told[0].party.code), f"asked, «{told[0].party.text}»") if len({m.party.code for m in told}) == 1 else None
    return None


def _spoken_for(r: Resolver, token: Token) -> tuple[str, str] | None:
    """"Its foreign ministry called for calm, and a spokesman said ...": he speaks for whoever acts in the clause that his goes on from."""
    verb = token.head
    bare = not any(p.lower in ("of", "for", "from", "in", "at") for p in token.kids("prep")) and not token.kids("compound", "poss", "amod", "nmod", "appos")
    if token.dep == "nsubj" and bare and not any(t.is_proper for t in r.parse.tokens[: token.i]):
        before = _acted_before(r, token)
        if before is not None:
            return before
    own = _tells_of_own(r, token)
    if own is not None:
        return own
    if token.dep != "nsubj" or verb.dep != "conj" or not verb.head.is_verb or not bare:
        return None
    acting = r.named_before(verb.head.kids("nsubj"), token)
    known = [m for m in acting if m.party.code and m.kind in ("state", "organisation", "group", "body", "role")]
    return (str(known[0].party.code), f"speaks for «{known[0].party.text}»") if len(acting) == 1 and known else None


def _tells_of_own(r: Resolver, token: Token) -> tuple[str, str] | None:
    """"The Kenyan army has moved two battalions, a military spokesman said": set behind what he tells, he speaks for its subject, a body like his."""
    verb = token.head
    if token.dep != "nsubj" or any(p.lower in ("of", "for", "from") for p in token.kids("prep")):
        return None
    clauses = [c for c in verb.kids("ccomp") if c.i < token.i]
    if not clauses and verb.dep in ("advcl", "parataxis") and verb.head.is_verb and verb.head.i < token.i:
        clauses = [verb.head]
    acting = [m for c in clauses[:1] for m in r.named_before(c.kids("nsubj"), token)]
    sector = {"military": "MIL", "army": "MIL", "police": "COP", "government": "GOV"}.get(next((c.lower for c in token.kids("amod", "compound")), ""))
    fits = len(acting) == 1 and acting[0].party.code and (acting[0].party.sector == sector or (sector is None and acting[0].kind == "body"))
    return (str(acting[0].party.code), f"speaks for «{acting[0].party.text}»") if fits else None


def _acted_before(r: Resolver, token: Token) -> tuple[str, str] | None:
    """"The Foreign Office summoned the envoy. A spokesman accused Madrid": he speaks for the one body that acts in the sentence before, in its paragraph."""
    near = [m for m in r.memory[-12:] if m.subject and r.sentence - m.sentence == 1 and m.kind in _SPOKEN_FOR and m.party.code]
    codes = {str(m.party.code) for m in near}
    if len(codes) != 1 or "\n" in r.slice(near[-1].party.end or 0, token.start):
        return None
    return codes.pop(), f"speaks for «{near[-1].party.text}»"


def _is_told_without_owner(r: Resolver, token: Token, edge: int) -> bool:
    """Whether nothing before the role could be a foreign owner that is merely unknown; an office in capitals ("Foreign Ministry Spokesman") is none."""
    if edge < token.i and all(t.lower in _OFFICE_WORDS or t.lower == "the" for t in r.parse.tokens[edge : token.i]):
        return True
    return not any((t.is_proper and t.lower not in _OF_ANY) or t.tag == "PRP$" for t in r.parse.tokens[edge : token.i])


def _holder(r: Resolver, noun: str, code: str, token: Token) -> Mention | None:
    """The person whom "the Indian leader" calls back: named before with that office."""
    if token.tag not in ("NN", "NNP") or token.child("appos") is not None:
        return None
    last = noun.split(" ")[-1]
    for m in reversed(r.memory[-60:]):
        named = m.kind == "person" and m.party.person and m.party.code == code and r.sentence - m.sentence <= 12
        if named and last == "minister" and not _same_ministry(noun, (m.party.role or "").lower()):
            continue
        if named and ((m.role_noun or "").split(" ")[-1] == last or (last in _LEADERS and m.level == "head")):
            return m
    return None


def _same_ministry(noun: str, held: str) -> bool:
    """Whether "the foreign minister" may be who holds this office: no premier, and of the same field where both are told."""
    field, other = noun.removesuffix("minister").strip(), held.removesuffix("minister").strip()
    return ("prime" in field) == ("prime" in other) and (not field or not other or field in other or other in field)


def _counterpart(r: Resolver, token: Token, found: tuple[Role, str, int], edge: int, code: str, how: str, person: Mention | None) -> Mention:
    """"His Qatari counterpart": the same office as the person they are the counterpart of."""
    other: Mention | None = None
    for child in token.kids("poss"):
        for m in r.at(child):
            other = m
    made = _make(r, token, found, edge, code, f"counterpart of {code}: {how}", sector=(other.party.sector if other else None) or "GOV", person=person)
    if other is not None and other.level:
        made.level = other.level
        made.role_noun = other.role_noun or made.role_noun
        if other.party.role:
            made.party = replace(made.party, role=other.party.role)
    return made


def _make(
    r: Resolver, token: Token, found: tuple[Role, str, int], edge: int, code: str | None, basis: str, *, sector: str | None, person: Mention | None
) -> Mention:
    kind, noun, first = found
    text, start, end = r.span(token, edge)
    actor = r.codebook.actors.get(code or "")
    party = Party(
        text=text,
        start=start,
        end=end,
        name=person.party.person if person else (actor.name if actor else None),
        code=code,
        sector=sector,
        role=role_text(r, token, edge, first),
        person=person.party.person if person else None,
        basis=basis,
    )
    is_person = person or (kind.level and token.tag in ("NN", "NNP") and not kind.things)
    gender = gender_of(r.parse, edge, token.i) or (person.gender if person else None)
    return Mention(party, "person" if is_person else "role", role_noun=noun, level=kind.level, plural=token.tag in ("NNS", "NNPS"), gender=gender)


def _sector(r: Resolver, token: Token, kind: Role, edge: int, code: str | None) -> str:
    """The role's sector, or that of the body it serves ("army spokesman"); an organisation's official is the organisation's."""
    if kind.body:
        for t in r.parse.tokens[edge : token.i]:
            hit = r.hits.get(t.i)
            entry = choose(r, hit) if hit is not None else None
            if entry is not None and entry.sector and (entry.kind in ("body", "party") or (entry.kind == "name" and entry.owner in _BODIED)):
                return entry.sector
            inner = role_at(t, r.parse, r.codebook)
            if inner is not None and inner[0].sector != "GOV":
                return inner[0].sector
        for p in token.kids("prep"):
            for noun in p.kids("pobj") if p.lower in ("of", "for") else ():
                for m in r.at(noun):
                    if m.party.sector and m.kind in ("body", "organisation", "group", "role"):
                        return m.party.sector
    actor = r.codebook.actors.get(code or "")
    if actor is not None and kind.sector == "GOV" and actor.sector and actor.sector != "GOV":
        return actor.sector
    if code in ("HKG", "MAC") and kind.sector == "BUS" and token.lower == "executive":
        # their chief executives govern
        return "GOV"
    return kind.sector


def proper(r: Resolver, token: Token, edge: int, hit: Hit | None) -> tuple[Mention, ...]:
    """A proper name that the codebook does not know: a person by title, apposition or earlier mention; else a place, else unknown."""
    if token.lower in _TWINS:
        return thing(r, token, edge)
    if (half := _of_korea(r, token)) is not None:
        return (half,)
    known = r.people.get(token.text)
    start = name_start(token, r.parse, r.codebook, edge)
    name = words_between(r.parse, start, token.i)
    inside = [r.hits[i] for i in range(start, token.i + 1) if i in r.hits and any(e.kind in PERSON_KINDS for e in r.hits[i].entries)]
    if inside and hit is None:
        entry = choose(r, inside[-1])
        if entry is not None and entry.kind in PERSON_KINDS and " " in hit_text(inside[-1], r.parse):
            return (known_person(r, token, inside[-1], entry),)
    if name.split(" ")[0] in _SHIPS and token.i > start:
        return (_warship(r, token, edge, name),)
    title = title_before(r, token, edge)
    if known is not None and title is None and (start == token.i or known.party.person == name):
        text, begin, end = r.span(token, edge)
        basis = f"earlier mention «{known.party.text}»: {root_of(known.party.basis)}"
        return (replace(known, party=replace(known.party, text=text, start=begin, end=end, basis=basis), subject=False),)
    repeated = known is not None and known.party.code and title and _is_repeated(known, name, title)
    if known is not None and repeated and not countries(r, token, prepositions=("of", "for", "to")):
        # "Nicaragua's ambassador, Denis Moncada, ... Ambassador Moncada left": the office as it was told before
        text, begin, end = r.span(token, edge)
        basis = f"earlier mention «{known.party.text}»: {root_of(known.party.basis)}"
        return (replace(known, party=replace(known.party, text=text, start=begin, end=end, basis=basis), subject=False),)
    told = role_in(r, token, edge)
    styled = title is None or all(is_honorific(t) for t in r.parse.tokens[edge : token.i] if t.text in title.split(" "))
    if told is not None and styled and role_of_apposition(r, token) is not None:
        # "his Qatari counterpart, Sheikh Mohammed": the office tells more than the style
        told, title = None, None
    beside = role_of_apposition(r, token) if told is None else None
    if told is not None or title is not None or beside is not None:
        return (_titled(r, token, edge, name, told, title, beside),)
    return _servant(r, token, edge, name) or _unknown(r, token, edge, start, name)


def _is_repeated(known: Mention, surname: str, title: str) -> bool:
    """Whether a bare surname with a title is that of somebody told with that office before."""
    return surname == (known.party.person or "").split(" ")[-1] and title.lower() in (known.party.role or "").lower()


def _of_korea(r: Resolver, token: Token) -> Mention | None:
    """"Seoul urged the North to talk": a half of Korea, where either is told of."""
    code = _HALVES.get(token.text)
    if code is None or not {"KOR", "PRK"} & (r.seen | r.beside) or not any(d.lower == "the" for d in token.kids("det")) or token.kids("prep", "compound"):
        return None
    party = Party(
        text=token.text, start=token.start, end=token.end, name=r.codebook.actors[code].name, code=code, sector="GOV", role=None, person=None,
        basis=f"half of Korea: «the {token.text}»",
    )  # fmt: skip
    return Mention(party, "state", actor_kind="state")


def _warship(r: Resolver, token: Token, edge: int, name: str) -> Mention:
    """"HMS Severn", "USS Barry": a ship of the navy whose letters it bears."""
    code = _SHIPS[name.split(" ")[0]]
    text, start, end = r.span(token, edge)
    party = Party(
        text=text, start=start, end=end, name=r.codebook.actors[code].name, code=code, sector="MIL",
        role="warship", person=None, basis=f"warship of {code}: «{name}»"
    )  # fmt: skip
    return Mention(party, "role", role_noun="warship")


def _titled(
    r: Resolver, token: Token, edge: int, name: str, told: Role | None, title: str | None, beside: tuple[Role, Token] | None
) -> Mention:
    """A person by title ("Egyptian Foreign Minister X") or apposition ("X, the mayor of Lagos")."""
    role = told or (beside[0] if beside else None)
    noun = (title or apposed_role(r, token) or "").lower()
    links = links_of(role, noun)
    carried = countries(r, token, prepositions=links)
    is_gone = is_former(r, edge, token.i, role)
    if beside is not None:
        other = beside[1]
        is_gone = is_gone or is_former(r, left_edge(other, r.parse), other.i, role)
        now = office_now(r, other)
        carried = (now[0] if now is not None else countries(r, other, prepositions=links)) or ([lent] if (lent := lent_country(r, other)) else []) or carried
    if not carried and (led := _leader_of_side(r, token)) is not None:
        carried = [led]
    if not carried and role is not None and (ruled := _ruled_by(r, token, role)) is not None:
        carried = [ruled]
    if not carried and role is not None and (opposed := _opposes(r, token, role)) is not None:
        carried = [opposed]
    if not carried and role is not None and (only := only_state_with(role, beside[1] if beside is not None else token)) is not None:
        carried = [only]
    if not carried and title is not None and role is not None and role.level != "envoy" and (lent := _seat_of(r, token, edge)) is not None:
        # "Texas Governor X"
        carried = [lent]
    if not carried and role is not None and title is not None and _is_bare_title(r, token, edge, title) and is_of_government(role, noun, token):
        carried = [lent] if (lent := country_in_charge(r, token)) else []
    if not carried and role is not None and title is None and beside is not None and not is_gone and _is_bare_office(r, beside[1], role):
        carried = [lent] if (lent := country_in_charge(r, token)) else []
    if not carried and role is not None and title is not None and role.sector in _ON_SCENE and role.level not in ("head", "minister", "envoy"):
        # "In Bangkok, army spokesman X denied it": he acts where he is
        carried = [lent] if _is_bare_title(r, token, edge, title) and (lent := scene_country(r, token)) else []
    if not carried and title is not None and noun.split(" ")[-1] in _SPEAKING and (lent := _speaks_of_plans(r, token)) is not None:
        carried = [lent]
    if not carried and not is_gone and (works := served(r, token)) is not None:
        carried = [(str(works[0].party.code), f"in the service of «{works[0].party.text}»")]
    code, how = carried[0] if carried else (None, "no country told")
    sector = None
    if role is not None:
        head = beside[1] if beside else token
        sector = _sector(r, head, role, left_edge(head, r.parse), code)
    if is_gone:
        code, sector, how = None, "ELI", "former office-holder"
    text, begin, end = r.span(token, edge)
    actor = r.codebook.actors.get(code or "")
    if actor is not None and sector == "GOV" and actor.sector and actor.sector != "GOV":
        sector = actor.sector
    party = Party(
        text=text, start=begin, end=end, name=name, code=code, sector=sector,
        role=title or apposed_role(r, token), person=name, basis=f"title or apposition: {how}"
    )
    return Mention(party, "person", role_noun=noun.split(" ")[-1] or None, level=role.level if role else None, gender=gender_of(r.parse, edge, token.i))


def _speaks_of_plans(r: Resolver, token: Token) -> tuple[str, str] | None:
    """"Togo will not pay, government spokesman X said": who tells what a side will do speaks for it."""
    verb = token.head
    if token.dep != "nsubj":
        return None
    clauses = [c for c in verb.kids("ccomp") if c.i < token.i and any(a.lower in ("will", "would", "shall", "wo") for a in c.kids("aux"))]
    told = [m for c in clauses for t in c.kids("nsubj", "nsubjpass") if not r.is_pending(t) for m in r.at(t)]
    fitting = [m for m in told if m.party.code and m.kind in ("state", "organisation", "group", "body")]
    return (str(fitting[0].party.code), f"speaks for «{fitting[0].party.text}»") if len(told) == 1 and fitting else None


def _seat_of(r: Resolver, token: Token, edge: int) -> tuple[str, str] | None:
    """The country of the place that stands before somebody's title: "Texas Governor X", "Lagos Governor Y"."""
    tokens = r.parse.tokens
    title = next((i for i in range(edge, token.i) if role_at(tokens[i], r.parse, r.codebook)), edge)
    place = [t for t in tokens[edge:title] if t.tag != "DT"]
    if not place or any(not t.is_proper or t.i in r.hits for t in place):
        return None
    found = gazetteer().lookup(r.slice(place[0].start, place[-1].end), near=r.seen)
    return (str(found.country), f"gazetteer: {found.name}") if found is not None and found.country in r.codebook.actors else None


def _leader_of_side(r: Resolver, token: Token) -> tuple[str, str] | None:
    """"The Myanmar side was led by Permanent Secretary X", "and the Myanmar side by X": who leads a side is of it."""
    if token.dep != "pobj" or token.head.lower != "by":
        return None
    verb = token.head.head
    led = verb.kids("nsubjpass") if verb.is_verb else [verb]
    before = r.parse.tokens[token.head.i - 1]
    sides = [t for t in (before, *led) if t.lemma in _SIDES and not r.is_pending(t)][:1]
    codes = [(m.party.code, f"leads «{t.text}»") for t in sides for m in r.at(t) if m.party.code]
    return codes[0] if codes else None


def _is_bare_title(r: Resolver, token: Token, edge: int, title: str) -> bool:
    """Whether nothing before or behind a title could be its country, known or unknown."""
    return title.startswith(r.parse.tokens[edge].text) and not any(p.lower in ("of", "from") for p in token.kids("prep"))


def _is_bare_office(r: Resolver, office: Token, role: Role) -> bool:
    """"Rosa Quispe, the foreign minister, refused": an office that each state has one of, with nothing beside it that could be its country."""
    found = role_at(office, r.parse, r.codebook)
    noun = found[1] if found is not None else office.lemma
    whose = office.kids("poss", "relcl", "acl") or any(p.lower not in ("of", "for") for p in office.kids("prep"))
    owners = [n for p in office.kids("prep") for n in p.kids("pobj")]
    if whose or any(n.is_proper and n.i in r.hits for n in owners):
        return False
    return is_of_government(role, noun, office) and _is_told_without_owner(r, office, left_edge(office, r.parse))


def _servant(r: Resolver, token: Token, edge: int, name: str) -> tuple[Mention, ...]:
    """"Khaing Thu Kha, who speaks for the Arakan Army": a name that only the clause behind it tells of."""
    works = served(r, token)
    if works is None:
        return ()
    owner, level = works
    text, begin, end = r.span(token, edge)
    party = Party(
        text=text, start=begin, end=end, name=name, code=owner.party.code, sector=owner.party.sector,
        role=None, person=name, basis=f"in the service of «{owner.party.text}»: {root_of(owner.party.basis)}"
    )  # fmt: skip
    return (Mention(party, "person", level=level, gender=gender_of(r.parse, edge, token.i)),)


def _unknown(r: Resolver, token: Token, edge: int, start: int, name: str) -> tuple[Mention, ...]:
    text, begin, end = r.span(token, edge)
    demonym = demonym_of(r, token)
    # "the West Bank" is no person's name
    with_article = any(d.lower == "the" for d in token.kids("det")) and not token.kids("amod")
    is_person = (looks_like_person(r, start, token) and not with_article) or any(is_honorific(t) for t in r.parse.tokens[edge : token.i])
    if demonym is None and with_article and start == token.i and (called := _called_by_noun(r, token, edge)):
        return called
    if demonym is None and not is_person and (owner := owner_by_name(r, token)) is not None:
        code, why = owner
        actor = r.codebook.actors[code]
        party = Party(
            text=text, start=begin, end=end, name=name, code=code, sector=actor.sector or "IGO", role=name.lower(), person=None, basis=f"{why}: «{name}»"
        )
        return (Mention(party, "body", role_noun=name.lower(), sentence=r.sentence),)
    if demonym is None and is_person and token.dep == "pobj" and token.head.lower in _WHERE and gazetteer().lookup(name) is not None:
        # "spoke in New York, and he": nobody by that name
        is_person = False
    if demonym is None and not is_person:
        place = gazetteer().lookup(name, near=r.seen)
        if place is not None and place.country in r.codebook.actors:
            party = Party(
                text=text, start=begin, end=end, name=place.name, code=place.country, sector=None, role=None, person=None, basis=f"gazetteer: {place.name}"
            )
            return (Mention(party, "place", low=True),)
    basis = f"name not in the codebook, with «{demonym}»" if demonym else "name not in the codebook"
    if demonym and is_sport(r.parse):
        demonym = None
    party = Party(
        text=text, start=begin, end=end, name=name, code=demonym, sector=None, role=None, person=name if is_person else None, basis=basis
    )
    return (Mention(party, "person" if is_person else "unknown", gender=gender_of(r.parse, edge, token.i)),)


def _called_by_noun(r: Resolver, token: Token, edge: int) -> tuple[Mention, ...]:
    """"The Front then let a team in": a noun with a capital, by which a group or organisation told before calls itself."""
    if token.kids("prep", "compound", "amod") or token.dep == "compound":
        return ()
    back = call_back(r, token, token.lower, edge) or ()
    return back if all(m.kind in ("group", "organisation") for m in back) else ()


_WHERE = frozenset({"in", "at", "near", "from", "outside", "to"})
_OF_MAPS = frozenset(
    """america africa asia europe sea ocean river lake bay gulf strait straits valley island islands mountain mountains peninsula desert delta canal city
    airport port province district region county base avenue street square bridge road park palace hotel hall accord accords agreement treaty pact
    protocol declaration convention act bill war summit forum conference times post review herald gazette tribune daily journal news media""".split()
)
# last words of names that are no persons': "Latin America", "Boa Vista Airport"


_QUARTERS = frozenset("north south east west northern southern eastern western central northeastern northwestern southeastern southwestern".split())
# "Eastern Ghouta" is nobody's name


def looks_like_person(r: Resolver, start: int, token: Token) -> bool:
    """Two or three capitalised words that act or speak: "Karine Smith said"."""
    words = r.parse.tokens[start : token.i + 1]
    if token.lower in _OF_MAPS or words[0].lower in _QUARTERS:
        return False
    return 2 <= len(words) <= 4 and all(w.text[:1].isupper() or not w.text.isalpha() for w in words) and token.tag == "NNP" and not token.text.isupper()


def thing(r: Resolver, token: Token, edge: int) -> tuple[Mention, ...]:
    """"Serbian goods", "RSF convoys": a thing or act of a state; stands for its owner as the one acted upon. Crowds are people of the scene."""
    noun = singular(token)
    pair = counted_group(r, token, edge)
    if pair:
        return pair
    other = peer(r, token, noun) if noun in OF_VISIT and token.child("amod") is None else ()
    if other:
        return other
    if noun in _CROWDS or (noun in _GATHERED and token.tag == "NNS" and not countries(r, token, prepositions=("of", "by"))):
        return _crowd(r, token, edge)
    back = call_back(r, token, noun, edge)
    if back:
        return back
    if token.lower in _TWINS:
        return tuple(_twin(r, token, code) for code in _TWINS[token.lower] if code in r.codebook.actors)
    if is_sport(r.parse):
        return ()
    out = []
    text, start, end = r.span(token, edge)
    owners = countries(r, token, people=not is_product(token), prepositions=("of", "by"))
    if noun == "member" and token.tag == "NNS" and not owners and not token.kids("prep", "relcl"):
        # "The members of the Council met. ... The members also thanked": those told before
        told = next((m for m in reversed(r.memory) if m.kind == "role" and m.plural and m.role_noun == noun and m.party.code), None)
        if told is not None:
            return (again(told, token),)
    site = (site_country(r, token) or (_struck_country(r, token) if noun in _DISASTERS else None)) if not owners else None
    for code, how in [*owners, *([site] if site else [])]:
        actor = r.codebook.actors.get(code)
        sector = actor.sector if actor else None
        party = Party(
            text=text, start=start, end=end, name=actor.name if actor else None, code=code, sector=sector,
            role=None, person=None, basis=f"thing of {code}: {how}"
        )
        # "The members of the Council condemned it. They demanded": who acts for a body can be pointed back to
        acting = (noun == "member" and token.tag == "NNS") or (noun in _PANELS and token.tag == "NN")
        members = acting and actor is not None and actor.kind == "organisation"
        out.append(Mention(party, "role" if members else "thing", role_noun=noun if members else None, plural=token.tag == "NNS"))
    return tuple(out)


def _struck_country(r: Resolver, token: Token) -> tuple[str, str] | None:
    """"Condolences over the earthquake in Sichuan province": what befalls a country in which it happens."""
    return next((found for p in token.kids("prep") if p.lower == "in" for n in p.kids("pobj") if (found := place_country(r, n))), None)


def _twin(r: Resolver, token: Token, code: str) -> Mention:
    """"The two Koreas": each of the states of that name."""
    name = r.codebook.actors[code].name
    party = Party(
        text=token.text, start=token.start, end=token.end, name=name, code=code, sector="GOV", role=None, person=None, basis=f"one of «{token.text}»"
    )
    return Mention(party, "state", actor_kind="state", plural=True)


def _crowd(r: Resolver, token: Token, edge: int) -> tuple[Mention, ...]:
    """"Thousands marched in Tbilisi", "hundreds of Georgians": civilians of the place or nationality told."""
    for p in token.kids("prep"):
        for inner in p.kids("pobj") if p.lower == "of" else ():
            found = r.at(inner)
            if found or singular(inner) in _CROWDS:
                return found or _crowd(r, inner, edge)
            return ()
    if not token.head.is_verb or token.dep not in ("nsubj", "nsubjpass"):
        return ()
    town = next((there for p in token.kids("prep") if p.lower in ("in", "from") for n in p.kids("pobj") if (there := place_country(r, n))), None)
    lent = town or scene_country(r, token) or ((r.home, "the article's home country") if r.home else None)
    text, start, end = r.span(token, edge)
    code, how = lent if lent else (None, "no country told")
    actor = r.codebook.actors.get(code or "")
    party = Party(
        text=text, start=start, end=end, name=actor.name if actor else None, code=code, sector="CVL",
        role=text, person=None, basis=f"crowd: {how}"
    )
    return (Mention(party, "role", role_noun="crowd", plural=True, low=True),)
