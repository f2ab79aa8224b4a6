"""Metonymy: whether the name of a state, capital or seat of power acts here, is a place, a team, or only part of another thing's name.

Decided by syntax and by the class of the governing word, never by the name: a capital behind "in", toured, shaken or lying on a river is a
place; one that urges, that is urged, or that owns an act (its refusal, its envoy) is the government; one that beats another 2-1 is a team; one
that stands in the name of a syndrome, a sandwich or an airline is none of these (Markert and Nissim, SemEval-2007 task 8, whose classes
place-for-people, place-for-event, place-for-product these are).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.code.names import Hit
from dragoman.code.noun_phrases import is_honorific, role_at, singular
from dragoman.engine.parse import Parse, Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_IN = frozenset("in near outside inside around across throughout within via into off beneath above beyond through".split())
_MOTION = frozenset(
    """go fly travel head come arrive leave depart return meet land sail drive move flee emigrate migrate relocate march walk ride commute flight trip
    tour visit journey travels departure arrival return train road route bus ferry ticket voyage pilgrimage way cross stream pour evacuate deport ship
    drift wander escape fled bring transport bound export import""".split()
)
_DEPART = frozenset("leave depart head bound bind set embark sail".split())
_TOURED = frozenset(
    """tour visit leave reach enter cross explore photograph roam wander circle quit approach near surround encircle besiege bypass shake flood batter
    lash jolt hit rock blanket engulf ravage pummel drench paralyse paralyze inhabit love miss design build found rebuild paint overlook""".split()
)
_LIES = frozenset(
    """lie sprawl nestle boast swelter bask stretch straddle stand shiver bake awake wake sleep bustle glitter sink flood grow swell shake tremble""".split()
)
_BUILT = frozenset(
    """build found flood shake hit lash batter locate situate bury blanket rock design jolt rename perch drench crown surround swamp carpet deck
    paralyse paralyze""".split()
)
_SPOTS = frozenset(
    """street city town suburb outskirts outskirt centre center downtown south north east west southeast southwest northeast northwest skyline port
    airport district capital battle siege fall capture map resident neighbourhood neighborhood area region part side edge heart coast shore hill
    mile kilometre kilometer km miles kilometers kilometres bridge square university bishop archbishop mayor museum island province treaty peace
    congress convention road border zoo club bank outside population weather climate history people economy native citizen streets visit tour
    architecture beach""".split()
)
_EVENTS = frozenset(
    """talk summit conference meeting accord agreement declaration protocol process convention treaty round forum ceremony office bureau
    correspondent resident suburb street airport hotel university zoo metro exchange bombing blast attack riot rally protest accords talks
    conventions statute syndrome neighbourhood neighborhood restaurant store shop market museum festival marathon olympics stadium district
    court mayor school hospital subway underground train tower region area station port apartment flat house home zoo film fashion studio club
    team side derby newspaper council dateline time plant factory headquarters office prison jail cathedral mosque church synagogue bazaar
    waterfront skyline taxi driver commuter squad""".split()
)
_ARRIVAL = frozenset("arrive arrival land landing touch stop stopover receive welcome".split())
_AWAITED = frozenset("be expect schedule await due".split())
_TRAVELLERS = frozenset(
    """president minister premier envoy chancellor king queen emir prince sultan delegation chief secretary leader diplomat negotiator mediator pope
    general commander commissioner spokesman official""".split()
)
_POSTS = frozenset("embassy consulate mission ambassador envoy base troop asylum refuge".split())
_PLACE_LIKE = frozenset(
    """city capital port town hub destination metropolis place home beautiful sunny humid crowded polluted picturesque congested lovely hot cold rainy
    expensive walkable hilly smoggy noisy far close away""".split()
)
_SPORT = frozenset(
    """match goal goals striker midfielder goalkeeper coach quarterfinal quarterfinals quarter-final semifinal semifinals semi-final qualifier
    qualifiers wicket wickets innings cricket football soccer rugby tennis hockey basketball volleyball handball penalty penalties halftime
    half-time striker tournament cup championship championships medal medals olympic olympics fifa uefa test try tries scrum runs batsmen bowler
    defender league final group playoff play-off friendly championship stadium equaliser equalizer squad champions winger fly-half batting
    bowling doubles davis relay""".split()
)
_POLITICAL = frozenset(
    """boycott boycotted banned ban minister government diplomacy missile nuclear ballistic embassy ambassador sanctions ceasefire truce treaty troops
    parliament resolution""".split()
)
# words beside which words of sport prove nothing ("the Arab League condemned the missile test")
_STRONG_SPORT = frozenset(
    """striker midfielder goalkeeper wicket wickets innings halftime half-time quarterfinal quarterfinals quarter-final semifinal semi-final
    semifinals batsmen bowler scrum fly-half equaliser equalizer winger playoff play-off cricket rugby""".split()
)
_SCORE = re.compile(r"\b\d{1,3}\s?[-–]\s?\d{1,3}\b(?!\s?(?:year|vote|member|day|majority|percent))")
_BEATEN = frozenset("beat defeated draw drew thrashed win won lost edged".split())
_VOTES = frozenset("vote votes voted majority resolution parliament senate council assembly judges ruling abstention abstentions".split())
_PRODUCTS = frozenset(
    """sandwich cuisine food restaurant recipe dish wine beer coffee tea cheese chocolate carpet rug shirt jersey hat shorts nut nuts sprout
    delight bath pastry toast fries roulette terrier shepherd cat dog horse pony orange lily ivy peach bride doll novel film movie opera ballet
    song album band singer actor actress painting dance tango waltz salsa rum whisky vodka cigar shop plate cup dinner breast soup stuffing leg
    feather farm gravy syndrome flu variant strain fever convention conventions protocol accord accords agreement treaty pact statute
    declaration marathon exchange""".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# "The Peruvian government Thursday denied": the day is no part of the name
_COMPASS = frozenset("south north central latin native".split())
# a South American nation is none of the United States


def use_of(r: Resolver, token: Token, kind: str) -> str:
    """What the name at a head stands for: "acts", "place", "host" (a place whose government receives somebody) or "team".

    Args:
        r: at the sentence.
        token: the head of the name.
        kind: of the entry: name, capital, seat.
    """
    if is_sport(r.parse):
        return "team"
    first = _first(token)
    head, dep = first.head, first.dep
    if dep == "pobj":
        return ("host" if _is_host(head) else "place") if _is_place_phrase(head) else "acts"
    if dep == "npadvmod" or (dep == "appos" and _first(head).dep == "pobj" and _is_place_phrase(_first(head).head)):
        return "place"
    if dep == "appos" and head.is_proper and not r.is_pending(head) and any(m.kind == "place" for m in r.at(head)):
        return "place"
    if dep == "dobj" and head.lemma in _TOURED and (kind == "capital" or head.lemma in ("tour", "visit", "leave", "reach", "enter", "cross", "explore")):
        return "place"
    if dep in ("nsubj", "nsubjpass") and head.is_verb:
        return _of_subject(head, dep)
    if dep in ("compound", "nmod", "amod") and kind == "capital" and head.is_noun and (singular(head) in _EVENTS or singular(head) in _PRODUCTS):
        return "place"
    bound = any(c.tag == "VB" for c in head.kids("acl", "advcl"))
    # "Kabul's agreement to free the prisoners" is the government's
    if dep == "poss" and kind == "capital" and head.is_noun and not bound and (singular(head) in _EVENTS or singular(head) in _SPOTS):
        return "place"
    return "acts"


def _first(token: Token) -> Token:
    """The first of coordinated names, which carries their common function."""
    while token.dep == "conj" and token.head is not token and token.head.is_noun:
        token = token.head
    return token


def _is_place_phrase(preposition: Token) -> bool:
    governor = preposition.head
    word = governor.lemma if governor.is_verb else singular(governor) if governor.is_noun else governor.lower
    p = preposition.lower
    if p in _IN:
        return True
    if p in ("to", "from"):
        return word in _MOTION
    if p == "for":
        return word in _DEPART
    if p == "of":
        return word in _SPOTS
    if p == "between":
        return word in ("flight", "train", "road", "route", "ferry")
    return False


def _is_host(preposition: Token) -> bool:
    """Whether a phrase of place names the host of a visit or the seat of an embassy: "arrived in Kyiv", "flew to Nairobi", "its embassy in Kabul"."""
    governor = preposition.head
    word = governor.lemma if governor.is_verb else singular(governor)
    if preposition.lower == "in" and word in _AWAITED:
        # "is expected in Cairo", "the president was in Washington"
        subjects = governor.kids("nsubjpass", "nsubj")
        return word != "be" or any(s.is_proper or s.lemma in _TRAVELLERS for s in subjects)
    if governor.is_verb and governor.kids("dobj") and preposition.lower == "in":
        return any(singular(o) in _POSTS for o in governor.kids("dobj"))
    return word in _ARRIVAL or word in _POSTS or (word in _MOTION and preposition.lower == "to")


def _of_subject(verb: Token, dep: str) -> str:
    if dep == "nsubjpass":
        return "place" if verb.lemma in _BUILT else "acts"
    if verb.lemma == "be":
        return "place" if any(c.lower in _PLACE_LIKE for c in verb.kids("attr", "acomp", "advmod")) else "acts"
    if verb.lemma in _LIES and not verb.kids("ccomp", "dobj"):
        particle = {c.lower for c in verb.kids("prep", "advmod", "prt")}
        return "acts" if verb.lemma in ("stand", "wake", "grow") and particle & {"by", "with", "up", "behind", "firm", "against", "ready"} else "place"
    return "acts"


def is_sport(parse: Parse) -> bool:
    """Whether a sentence tells of a match: a strong word of sport, or two words and a score."""
    if "sport" not in parse.facts:
        parse.facts["sport"] = _sport(parse)
    return bool(parse.facts["sport"])


def _sport(parse: Parse) -> bool:
    told = parse.words
    if "-" in told:
        words = [t.lower for t in parse.tokens]
        told = told.union(f"{a}-{b}" for a, dash, b in zip(words, words[1:], words[2:], strict=False) if dash == "-")
    if told & _STRONG_SPORT:
        return not told & _POLITICAL
    marks = len(told & _SPORT)
    if not marks or told & _POLITICAL and not told & _BEATEN:
        return False
    text = " ".join([t.text for t in parse.tokens]) if any(t.text[:1].isdigit() for t in parse.tokens) else ""
    score = bool(_SCORE.search(text.replace(" - ", "-").replace(" – ", "-"))) and not told & _VOTES
    return (marks > 1 or score) and not told & _POLITICAL or (score and bool(told & _BEATEN))


def is_product(token: Token) -> bool:
    """Whether a noun names a thing that a country only lends its name ("sandwich", "syndrome", "protocol")."""
    return singular(token) in _PRODUCTS


def _is_continent(hit: Hit) -> bool:
    return any(e.kind == "demonym" and e.code == "USA" for e in hit.entries)


def part_of_longer_name(r: Resolver, token: Token, hit: Hit) -> bool:
    """Whether the capitalised name goes on where the hit ends ("The Guardian Council", "Niger Delta", "Iran Air"): then the hit is not what is named.

    A title, a role, another name of the codebook or an act may follow ("Chad President Idriss Deby", "Ukraine Foreign Ministry").
    """
    tokens = r.parse.tokens
    before = tokens[token.i - 1] if token.i else None
    if before is not None and before.end + 1 == hit.start and before.lower in _COMPASS and before.text[:1].isupper() and _is_continent(hit):
        return True
    i = token.i + 1
    while i < len(tokens) and tokens[i].start < hit.end:
        i += 1
    run: list[Token] = []
    while i < len(tokens) and tokens[i].lower not in _DAYS:
        joint = run and tokens[i].lower in ("of", "and") and i + 1 < len(tokens) and tokens[i + 1].is_proper
        if not tokens[i].is_proper and not joint:
            break
        if i in r.hits or (not run and (tokens[i].text.isupper() and len(tokens[i].text) < 3)):
            return False
        run.append(tokens[i])
        i += 1
    if not run or run[0].start > hit.end + 1 or not run[0].text[:1].isupper():
        return False
    # a run that holds a role is told of the country: "Niger Army Chief", "Kenya Police Service"; of a paper or firm only its people are
    roles = [found[0] for t in run if (found := role_at(t, r.parse, r.codebook)) is not None]
    if all(e.owner in ("media", "company", "ngo") for e in hit.entries):
        return not any(role.level for role in roles)
    return not roles and not any(is_honorific(t) for t in run)
