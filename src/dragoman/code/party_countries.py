"""The country of a phrase: adjectives and names before its head, possessors, of/in/from phrases; and, with less trust, places beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.code.grammar import conjuncts, is_calendar
from dragoman.code.home import OF_MEETINGS
from dragoman.code.names import Hit
from dragoman.code.noun_phrases import role_at, singular
from dragoman.code.party_choice import choose
from dragoman.code.party_mention import PERSON_KINDS, Mention, hit_text
from dragoman.code.party_peers import is_peer
from dragoman.code.party_use import part_of_longer_name
from dragoman.code.place import gazetteer
from dragoman.codebook.schema import Role
from dragoman.engine.parse import Token

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_BEFORE = ("amod", "compound", "nmod", "conj", "appos", "det", "nummod", "dep", "advmod", "nsubj", "npadvmod")
_ALL = ("of", "in", "from", "to", "for", "at")
_BODIES = frozenset("army military navy police government ministry parliament court cabinet presidency junta coastguard guard troop force patrol".split())
# bodies that a state has one of: "the army" is that of the army chief named before
_MAKING = frozenset("make stage issue carry conduct launch impose propose table deliver mount publish release voice announce commit perpetrate level".split())
# what is made by somebody is theirs; what is led or owned by them need not be
_BACKED = frozenset("backed brokered sponsored mediated recognised recognized supported funded armed trained allied aligned educated born made built".split())
_LED = frozenset({"led", "dominated", "headed", "based"})
_BLOCS = frozenset("bloc grouping organisation organization union body club".split())
# organisations, which are no part of whoever leads them; a coalition that bombs is its leader's
_ALIKE = dict.fromkeys(
    ("junta", "regime", "general", "military", "putschist"), frozenset("junta regime general military army coup ruler putschist soldier".split())
) | {"patrol": frozenset("army military troop soldier".split())}
# "the junta" is that of the generals, rulers or army named before
_OWNING = ("state", "organisation", "group", "body", "role", "place")
_FEASTS = frozenset("bash party feast banquet dinner reception wedding birthday gala ball funeral summit lunch breakfast inauguration".split())
# guests come from anywhere
_WHERE = frozenset("in at near outside across through throughout around".split())
_GROUNDS = frozenset("street square centre center downtown avenue plaza road suburb outskirts gate capital".split())
# what people march on and fill, in whichever phrase: "into the streets of Warsaw", "filled the centre of Tunis"
_DISTRICTS = frozenset("state provincial province regional city municipal district county local chief prime first".split())
# words between a district's name and its office
_SITES = frozenset(
    """airport university prison jail station square port stadium hospital bridge refinery province district region camp detention city town village
    neighbourhood neighborhood suburb enclave countryside area base airbase airfield barracks council""".split()
)
# what towns lend their name: "Frankfurt airport"


def links_of(role: Role | None, noun: str) -> tuple[str, ...]:
    """The prepositions behind a role that name whom it acts for.

    An envoy *to* Cairo, an embassy *in* Cairo and a minister *in* Cairo for talks act for somebody else; police *in* Tbilisi are Georgia's.
    """
    if role is None:
        return _ALL
    if noun.split(" ")[-1] in ("counterpart", "ally", "partner", "neighbour", "neighbor", "rival", "foe", "adversary"):
        return ("from", "in", "of") if noun.endswith("counterpart") else ("of",)
    if noun.endswith("colleague"):
        return ("from",)
    if role.level == "envoy" or role.things:
        return ("of", "from")
    if role.level in ("head", "minister"):
        # the representative of a secretary-general *for Libya* is none of Libya's
        return ("of", "from") if role.sector == "IGO" else ("of", "from", "for")
    if role.body:
        return ("of", "from", "for", "at", "with", "in")
    return ("of", "in", "from", "for", "at")


def countries(r: Resolver, token: Token, skip: Hit | None = None, people: bool = True, prepositions: tuple[str, ...] = _ALL) -> list[tuple[str, str]]:
    """Codes that a phrase carries, with how.

    Args:
        r: at the sentence.
        token: the head of the phrase.
        skip: a name that does not count.
        people: whether bare names count beside demonyms.
        prepositions: those behind the head whose noun counts.
    """
    return _before(r, token, skip, people) or _owners(r, token) or _behind(r, token, prepositions)


def _before(r: Resolver, token: Token, skip: Hit | None, people: bool) -> list[tuple[str, str]]:
    out: dict[str, str] = {}
    for child in token.children:
        if child.i > token.i or child.dep not in _BEFORE:
            continue
        for t in sorted(child.subtree(), key=lambda t: t.i):
            hit = r.hits.get(t.i)
            if hit is None or hit is skip or t.i > token.i or part_of_longer_name(r, t, hit) or _is_backer(r, t, token):
                continue
            entry = choose(r, hit)
            if entry is not None and entry.kind not in PERSON_KINDS and (people or entry.kind == "demonym"):
                out.setdefault(entry.code, f"«{hit_text(hit, r.parse)}»")
    return list(out.items())


def _is_backer(r: Resolver, t: Token, head: Token) -> bool:
    """"The UN-backed government", "an Iranian-armed militia", "the Moscow-led bloc": who stands behind somebody is not who they are."""
    after = r.parse.tokens[t.i + 1 : t.i + 3]
    if len(after) < 2 or after[0].text not in ("-", "–"):
        return False
    return after[1].lower in _BACKED or (after[1].lower in _LED and head.lemma in _BLOCS)


def _owners(r: Resolver, token: Token) -> list[tuple[str, str]]:
    out: dict[str, str] = {}
    for child in token.kids("poss"):
        if is_peer(token) and (child.tag == "PRP$" or token.tag in ("NN", "NNP")):
            # his counterpart is somebody else's minister, and Kenya's neighbour is not Kenya
            continue
        if child.tag == "PRP$" and singular(token) == "colleague" and any(p.lower == "from" for p in token.kids("prep")):
            # "her colleagues from Albania"
            continue
        for m in r.mentions([child]):
            if m.party.code:
                out.setdefault(m.party.code, f"«{m.party.text}»")
    return list(out.items())


_INSIDERS = frozenset({"source", "official", "aide", "insider", "adviser", "advisor", "figure", "person", "spokesman", "spokeswoman", "spokesperson"})
# who speak for the body in which they are


_BRANCHES = frozenset("branch wing affiliate arm faction franchise cell offshoot chapter brigade unit division battalion militia".split())


def _behind(r: Resolver, token: Token, prepositions: tuple[str, ...]) -> list[tuple[str, str]]:
    out: dict[str, str] = {}
    if "by" in prepositions:
        # "the drills staged by South Korea", "remarks made by the Indian delegate"
        for m in r.mentions(n for c in token.kids("acl") if c.lemma in _MAKING for a in c.kids("agent") for n in a.kids("pobj") if not r.is_pending(n)):
            if m.party.code and m.kind != "thing":
                out.setdefault(m.party.code, f"by «{m.party.text}»")
    for p in token.kids("prep"):
        if p.lower not in prepositions:
            continue
        for noun in p.kids("pobj"):
            for one in conjuncts(noun):
                if one.lower == "state" and _is_of_other_state(r, token):
                    continue
                hit = r.hits.get(one.i)
                entry = choose(r, hit) if hit is not None and not part_of_longer_name(r, one, hit) else None
                if entry is not None and entry.kind not in PERSON_KINDS:
                    out.setdefault(entry.code, f"{p.lower} «{one.text}»")
                elif p.lower in ("of", "for") and one.i > token.i and (deeper := _behind(r, one, ("of",))):
                    # "the Minister of Foreign Affairs of Kenya"
                    for code, how in deeper:
                        out.setdefault(code, how)
                elif p.lower in ("in", "inside", "within") and singular(token) in _INSIDERS:
                    # "a source in the presidency in Pretoria", "an official in the Iraqi foreign ministry"
                    for m in r.at(one):
                        if m.party.code and m.party.sector in ("GOV", "MIL", "SPY") and m.kind in ("role", "body", "person"):
                            out.setdefault(m.party.code, f"{p.lower} «{one.text}»")
                elif p.lower == "of" and singular(one) in _BRANCHES and (owned := _before(r, one, None, True) or _owners(r, one)):
                    # "gunmen of al-Qaeda's local branch"
                    out.update(o for o in owned if o[0] not in out)
                elif p.lower in ("of", "for", "from", "at", "with", "by"):
                    for m in r.at(one):
                        kinds = (*_OWNING, "person") if p.lower in ("of", "for", "by") else _OWNING
                        if m.party.code and m.kind in kinds:
                            out.setdefault(m.party.code, f"{p.lower} «{one.text}»")
        if out:
            break
    return list(out.items())


def _is_of_other_state(r: Resolver, token: Token) -> bool:
    """"The secretary of state for Europe" is not the American one; an assistant secretary of state is."""
    before = r.parse.tokens[token.i - 1].lower if token.i else ""
    return token.lemma == "secretary" and before not in ("assistant", "deputy", "under") and any(q.lower == "for" for q in token.kids("prep"))


def shared_country(r: Resolver, token: Token) -> tuple[str, str] | None:
    """The country of the first of coordinated roles: "the Russian president and foreign minister"."""
    if token.dep != "conj" or token.child("det", "poss"):
        return None
    for m in r.at(token.head):
        if m.party.code and m.kind in ("role", "person", "body"):
            return m.party.code, f"with «{m.party.text}»"
    return None


def lent_country(r: Resolver, token: Token) -> tuple[str, str] | None:
    """The country of a role that names none: of a place beside it ("Mumbai police", "a spokesman there"), or of the body it was named with before."""
    if any(c.lower == "there" for c in token.kids("advmod")):
        for m in reversed([*r.memory, *r.places]):
            if m.party.code and m.kind in ("state", "body", "organisation", "place"):
                return m.party.code, f"there: «{m.party.text}»"
    side = _side_of_border(r, token)
    if side is not None:
        return side
    behind = [n for p in token.kids("prep") if p.lower in ("of", "in", "near") for n in p.kids("pobj")]
    for noun in behind:
        # "fighters in the Deraa countryside", "police in the Gaza Strip"
        found = site_country(r, noun) or (_named_by_place(r, noun.i + 1) if noun.is_proper and noun.kids("compound") else None)
        if found is not None:
            return found
    if (found := _by_district(r, token)) is not None:
        return found
    for child in (*token.kids("compound", "poss", "nmod"), *behind):
        if child.text[:1].isupper() and child.i not in r.hits and (child.is_proper or child.i < token.i):
            place = gazetteer().lookup(_whole_name(child, token, r), near=r.seen)
            if place is not None and place.country in r.codebook.actors:
                return str(place.country), f"gazetteer: {place.name}"
    nouns = {singular(t) for t in (token, *token.kids("compound")) if role_at(t, r.parse, r.codebook)}
    alike = nouns & _BODIES | {w for n in nouns for w in _ALIKE.get(n, ())}
    for m in reversed(r.memory):
        if not alike or r.sentence - m.sentence > 12:
            break
        actor = r.actor_of(m)
        if actor is not None and actor.kind == "group" and actor.sector == "REB":
            # "the army", "the generals" are not those who fight it, though they call themselves an army
            continue
        if m.party.code and any(w in alike or w.removesuffix("s") in alike for w in f"{m.party.role or ''} {m.party.text}".lower().split()):
            return m.party.code, f"as «{m.party.text}»"
    return None


def _by_district(r: Resolver, token: Token) -> tuple[str, str] | None:
    """"The New South Wales government", "the Sao Paulo state government": a district's own bodies are of its state."""
    first = token.i
    while first and r.parse.tokens[first - 1].lower in _DISTRICTS or first and role_at(r.parse.tokens[first - 1], r.parse, r.codebook) is not None:
        first -= 1
    return _named_by_place(r, first) if first and r.parse.tokens[first - 1].is_proper else None


def _side_of_border(r: Resolver, token: Token) -> tuple[str, str] | None:
    """"Customs officers on the Spanish side": they are of the country whose side it is."""
    for side in (n for p in token.kids("prep") if p.lower in ("on", "from", "at") for n in p.kids("pobj") if n.lower == "side"):
        for owner in side.kids("amod", "nmod", "compound", "poss"):
            hit = r.hits.get(owner.i)
            entry = choose(r, hit) if hit is not None else None
            if entry is not None and entry.owner in ("state", "region", "de facto state"):
                return entry.code, f"on the side of «{owner.text}»"
    return None


def _whole_name(child: Token, token: Token, r: Resolver) -> str:
    """"North Dakota" before "Senate": all words of a name of several, of which none is a place by itself ("Niger Delta militants")."""
    tokens = r.parse.tokens

    def joined(t: Token) -> bool:
        return t.is_proper and t is not token and (t.head is child or t.head is token or child.head is t) and t.dep == "compound"

    first = last = child.i
    while first > 0 and joined(tokens[first - 1]):
        first -= 1
    while last + 1 < len(tokens) and joined(tokens[last + 1]):
        last += 1
    return r.slice(tokens[first].start, tokens[last].end)


def scene_country(r: Resolver, token: Token) -> tuple[str, str] | None:
    """The country of the place where the clause is set: "Thousands marched in Tbilisi", "police arrested six people in Lagos", "their capital"."""
    for verb in token.ancestors():
        if not verb.is_verb:
            continue
        told_of = [verb.head] if verb.dep == "relcl" and verb.head.is_noun else []
        # "a raid on a camp in Hajjah, in which aircraft killed eight": where what the clause tells of is
        told_of += [n for t in told_of for p in t.kids("prep") for n in p.kids("pobj")]
        for place in (n for t in told_of for p in t.kids("prep") if p.lower in _WHERE for n in p.kids("pobj")):
            if not is_calendar(place) and (found := place_country(r, place)):
                return found
        phrases = [q for k in verb.kids("prep") for q in (k, *k.kids("prep"))]
        lower = [*verb.kids("dobj", "nsubjpass", "xcomp", "advcl", "prep", "conj", "advmod", "acomp", "oprd"), *(o for k in phrases for o in k.kids("pobj"))]
        for ground in lower:
            if ground.lemma in _GROUNDS and (found := place_country(r, ground)):
                return found
        for p in (*verb.kids("prep"), *(q for o in lower for q in o.kids("prep"))):
            if p.lower not in _WHERE:
                continue
            for noun in p.kids("pobj"):
                found = place_country(r, noun) if not is_calendar(noun) else None
                if found:
                    return found
    return None


def last_scene(r: Resolver) -> tuple[str, str] | None:
    """Where the sentence before was set ("In northern Mali a convoy was ambushed. The army ...")."""
    near = [m for m in (*r.memory[-20:], *r.places[-10:]) if m.party.code and (m.place or m.kind == "place") and r.sentence - m.sentence == 1]
    near = [m for m in near if m.party.text.lower() not in OF_MEETINGS]
    last = max(near, key=lambda m: m.party.start or 0, default=None)
    return (str(last.party.code), f"in «{last.party.text}» before") if last is not None else None


def place_country(r: Resolver, noun: Token) -> tuple[str, str] | None:
    """The country of a place, or of what is named with one."""
    for t in (noun, *noun.kids("appos", "npadvmod"), *(n for p in noun.kids("prep") if p.lower in ("of", "in") for n in p.kids("pobj"))):
        found = _places_at(r, t)
        if len({m.party.code for m in found}) > 1:
            # "their capital" of two states is nowhere in particular
            return None
        for m in found:
            if m.kind == "thing" and t.lemma in _FEASTS and any(o.kind == "person" for q in t.kids("poss") if not r.is_pending(q) for o in r.at(q)):
                # "at Putin's palace bash": where the guests are from that tells not
                continue
            if m.party.code and m.kind in ("state", "place", "body", "thing"):
                return m.party.code, f"in «{m.party.text}»"
    return site_country(r, noun)


def site_country(r: Resolver, noun: Token) -> tuple[str, str] | None:
    """The country of a site by the town that lends its name: "Frankfurt airport", "the West Bank towns"."""
    if singular(noun) not in _SITES:
        return None
    return _named_by_place(r, noun.i)


def _named_by_place(r: Resolver, end: int) -> tuple[str, str] | None:
    """The country of the place whose name, of one word or several, stands right before a word: "the *New South Wales* government"."""
    first = end
    while first and r.parse.tokens[first - 1].is_proper and r.parse.tokens[first - 1].text[:1].isupper():
        first -= 1
    if first == end or any(i in r.hits for i in range(first, end)):
        return None
    place = gazetteer().lookup(r.slice(r.parse.tokens[first].start, r.parse.tokens[end - 1].end), near=r.seen)
    if place is not None and place.country in r.codebook.actors:
        return str(place.country), f"gazetteer: {place.name}"
    return None


def _places_at(r: Resolver, token: Token) -> tuple[Mention, ...]:
    return () if r.is_pending(token) else r.at(token)


def demonym_of(r: Resolver, token: Token) -> str | None:
    """The code of a nationality before a name."""
    for child in token.kids("amod", "compound", "nmod"):
        hit = r.hits.get(child.i)
        if hit is not None:
            entry = choose(r, hit)
            if entry is not None and entry.kind == "demonym":
                return entry.code
    return None
