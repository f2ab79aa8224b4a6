"""Mentions by a name of the codebook: states, seats, organisations, bodies, parties and people."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.code.names import Hit, valid
from dragoman.code.noun_phrases import is_honorific, left_edge, name_start, role_at, words_between
from dragoman.code.party_choice import AMERICAN_GEORGIA, choose, held_in
from dragoman.code.party_clauses import served
from dragoman.code.party_countries import countries, demonym_of
from dragoman.code.party_mention import PERSON_KINDS, Mention, again, gender_of, hit_text, root_of
from dragoman.code.party_titles import (
    apposed,
    apposed_role,
    is_former,
    is_then,
    role_in,
    role_of_apposition,
    title_before,
)
from dragoman.code.party_use import part_of_longer_name, use_of
from dragoman.codebook.actors import plain
from dragoman.codebook.schema import Entry
from dragoman.engine.parse import Token
from dragoman.model import Party

if TYPE_CHECKING:
    from dragoman.code.parties import Resolver

_NOT_FIRST_NAMES = frozenset(
    """president minister north south east west northern southern eastern western central greater new old prime king saudi republic city port state
    upper lower mr mrs ms al democratic furious angry defiant embattled outraged jubilant wary nervous isolated besieged
    neighbouring neighboring emerging warring ailing nearby tiny mighty wealthy poor rich fellow neutral rival divided
    communist socialist muslim christian catholic orthodox tropical remote former modern
    post-soviet""".split()
)
_OPENING_ADJECTIVE = re.compile(r"\w{3,}(?:ous|ful|less|locked|ished|stricken|hit|ridden)", re.IGNORECASE)
# "Neighbouring Tunisia", "Impoverished Haiti": with the capital that opens a sentence, an adjective looks like a given name
_COMMON_NAMES = frozenset(
    """adams allen anderson ashton bailey baker baldwin barnes bell bennett bishop brooks brown burns bush butler campbell carter clark collins cook cooper
    cox cummings davies davis day diallo edwards english evans field fisher flynn ford foster fox gibson graham grant gray green griffin hall hamilton
    harris harrison hayes henry hill hope hughes hunt hunter jackson james jenkins johnson johnston jones jordan kelly kennedy key king knight law lee
    lewis little long lynch mann marshall martin mason may miller mitchell moore morgan morris murphy murray nelson o'neill owen palmer parker patterson
    phillips powell price rangel reid reynolds rice richards roberts robertson robinson rogers rose rosenthal ross russell ryan scott shaw simmons simpson
    smith stern stevens stewart stone sullivan tax taylor thomas thompson trimble tucker turner wagner walker wallace ward washington watson webb wells
    west white williams wilson wood woods wright young""".split()
)
# surnames that are words, months or everybody's
_NEAR = 3
# sentences in which "the Thai" may still be who was named
_RANKS = ("head", "minister", "envoy")
_WHERE = frozenset("in near outside inside".split())
_PUT_IN = frozenset("confidence faith trust belief believe confide interest hope invest disappoint interested".split())
_PLACES = ("name", "capital", "seat")
_OF_PEOPLE = frozenset("protest march vote rally mourn flee celebrate kill die live queue".split())
_QUANTITY = frozenset(
    """some many most several few thousands hundreds dozens scores young ordinary two three four five six seven eight nine ten more other fellow""".split()
)


def by_hit(r: Resolver, token: Token, hit: Hit) -> tuple[Mention, ...] | None:
    """The mention that a name of the codebook makes; empty where it means nobody here, None where it is not that name at all."""
    if part_of_longer_name(r, token, hit):
        return None
    form = hit_text(hit, r.parse)
    earlier = r.people.get(form)
    people = [e for e in hit.entries if e.kind in PERSON_KINDS]
    only_people = len(people) == len(hit.entries)
    if people and earlier is not None and earlier.party.person and " " not in form and (only_people or earlier.party.person != form):
        return (_same_person(r, token, hit, earlier),)
    edge = left_edge(token, r.parse)
    title = ""
    if people:
        title = (title_before(r, token, edge) or "").lower() or ("mr" if any(is_honorific(t) for t in r.parse.tokens[edge : token.i]) else "")
    near = [c for c, _ in countries(r, token, skip=hit)] if len(hit.entries) > 1 or people or hit.entries[0].kind == "body" else []
    surname = len(people) == len(hit.entries) and " " not in form
    if title and near and surname and not any(e.code in near or r.country_of(e.code) in near for e in people):
        return None
    entry = choose(r, hit, near, title)
    if entry is None:
        # "his Qatari counterpart, Sheikh Mohammed": the office beside an open name tells whose it is
        told = role_of_apposition(r, token) if people else None
        if people and served(r, token) is not None:
            return None
        return _open(r, token, hit, people) if told is None or not countries(r, told[1]) else None
    if entry.kind == "body" and near and entry.code not in near and r.country_of(entry.code) not in near and token.child("poss", "amod"):
        # "Colombia's Congress" is not America's
        return None
    if entry.owner == "media" and " " not in form and any(c.is_proper and c.i not in r.hits for c in token.kids("compound")):
        # the surname of "Salem Al Sabah" is no newspaper
        return None
    if entry.kind == "name" and entry.end and not valid(entry, r.date):
        # a user's table names nobody outside the term it tells
        return None
    if entry.kind in PERSON_KINDS:
        if entry.short and not title and ((not near and not _is_expected(r, entry, form)) or _is_where(token)):
            return None
        return (known_person(r, token, hit, entry, near),)
    if entry.kind == "party" and hit.end - hit.start < 3:
        return ()
    single = entry.kind == "demonym" and token.tag in ("NN", "NNP") and any(d.lower == "the" for d in token.kids("det"))
    if single and (who := _of_office(r, entry.code)) is not None:
        return (again(who, token),)
    made = _of_entry(r, token, hit, entry, form)
    national = demonym_of(r, token) if entry.kind == "name" and entry.owner in ("organisation", "ngo") else None
    if national is not None and national != entry.code and made:
        # "the Peruvian Red Cross" is Peru's own
        how = f"{made[0].party.basis}, of {national}"
        return (replace(made[0], party=replace(made[0].party, code=national, basis=how), kind="body"),)
    return made


def _is_where(token: Token) -> bool:
    """"The attacks in Farah": a bare surname behind a word of place is that of a town; faith is put in people, too."""
    return token.dep == "pobj" and token.head.lower in _WHERE and token.head.head.lemma not in _PUT_IN


def _of_office(r: Resolver, code: str) -> Mention | None:
    """"The Thai thanked the Malaysian": who of that nationality and of an office the last sentences told of."""
    near = (m for m in reversed(r.memory[-40:]) if r.sentence - m.sentence <= _NEAR)
    return next((m for m in near if m.kind == "person" and m.level in _RANKS and m.party.code == code), None)


def _is_expected(r: Resolver, entry: Entry, form: str) -> bool:
    """Whether a bare surname can be taken for its owner's: once their country is on the stage; heads, ministers and leaders of groups with rare names.

    Measured on 84 American articles: without this, Cummings was a minister of Guyana and Bailey a British banker.
    """
    about = entry.code in r.seen or entry.code in r.beside
    return about or ((entry.level in _RANKS or entry.owner == "group") and form.lower() not in _COMMON_NAMES)


def _of_entry(r: Resolver, token: Token, hit: Hit, entry: Entry, form: str) -> tuple[Mention, ...]:
    actor = r.codebook.actors[entry.code]
    is_state = "state" in actor.kind or actor.kind == "region"
    use = use_of(r, token, entry.kind) if entry.kind in _PLACES else "acts"
    if not is_state:
        hosts = [e for e in hit.entries if e.kind == "capital"]
        if entry.kind == "seat" and use == "place" and hosts:
            # "farmers in Brussels": as a place, the seat of an organisation is its host's capital
            return _of_entry(r, token, Hit(hit.start, hit.end, (hosts[0],)), hosts[0], form)
        use = "acts"
    if entry is AMERICAN_GEORGIA:
        use = "place"
    if use == "team":
        return ()
    sector = entry.sector or ("GOV" if is_state else actor.sector)
    people = entry.kind == "demonym" and token.tag in ("NNS", "NNPS") and _is_people(r, token)
    party = Party(
        text=r.slice(hit.start, hit.end),
        start=hit.start,
        end=hit.end,
        name=entry.name if entry.kind in ("body", "party") else actor.name,
        code=entry.code,
        sector="CVL" if people else sector,
        role=entry.role if entry.kind == "body" else None,
        person=None,
        basis=f"codebook {entry.code}: {entry.kind} «{form}»" + (", as a place" if use in ("place", "host") else ""),
    )
    kind = "state" if is_state else "group" if actor.kind == "group" else "organisation"
    if entry.kind in ("body", "party"):
        kind = "body"
    kind = "place" if use == "place" and (entry.kind != "name" or entry is AMERICAN_GEORGIA) else "role" if people else kind
    role = role_at(token, r.parse, r.codebook)
    plural, place = token.tag in ("NNPS", "NNS"), use in ("place", "host")
    return (Mention(party, kind, role_noun=role[1] if role else None, actor_kind=actor.kind, plural=plural, place=place),)


def _is_people(r: Resolver, token: Token) -> bool:
    """Whether a plural nationality means people, not their state: "thousands of Georgians", "two Iranians", "Indians living abroad"."""
    if token.head.dep in ("pobj", "nsubj", "dobj") and token.dep == "pobj" and token.head.head.lower in _QUANTITY:
        return True
    before = r.parse.tokens[token.i - 1].lower if token.i else ""
    if before in _QUANTITY or token.child("nummod", "acl", "relcl"):
        return True
    governor = token.head
    if token.dep == "pobj" and governor.dep == "prep" and governor.head.lower in _QUANTITY | {"million", "millions", "number", "majority", "group", "crowd"}:
        return True
    return before != "the" and token.dep in ("nsubj", "nsubjpass") and governor.lemma in _OF_PEOPLE


def _open(r: Resolver, token: Token, hit: Hit, people: list[Entry]) -> tuple[Mention, ...]:
    """A name that could be several parties: only what they have in common is told."""
    if not people:
        form = hit_text(hit, r.parse)
        codes = ", ".join(sorted({e.code for e in hit.entries}))
        basis = f"«{form}» may be any of {codes}: left open"
        party = Party(text=form, start=hit.start, end=hit.end, name=form, code=None, sector=None, role=None, person=None, basis=basis)
        return (Mention(party, "unknown", low=True),)
    form = hit_text(hit, r.parse)
    codes = ", ".join(sorted({e.code for e in people}))
    basis = f"«{form}» may be of any of {codes}: left open"
    party = Party(text=form, start=hit.start, end=hit.end, name=form, code=None, sector=None, role=None, person=form, basis=basis)
    return (Mention(party, "person", low=True, gender=gender_of(r.parse, left_edge(token, r.parse), token.i)),)


def _same_person(r: Resolver, token: Token, hit: Hit, earlier: Mention) -> Mention:
    party = Party(
        text=r.slice(hit.start, hit.end),
        start=hit.start,
        end=hit.end,
        name=earlier.party.name,
        code=earlier.party.code,
        sector=earlier.party.sector,
        role=earlier.party.role,
        person=earlier.party.person,
        basis=f"earlier mention «{earlier.party.text}»: {root_of(earlier.party.basis)}",
    )
    gender = earlier.gender or gender_of(r.parse, left_edge(token, r.parse), token.i)
    return Mention(party, "person", role_noun=earlier.role_noun, level=earlier.level, gender=gender, low=earlier.low)


def known_person(r: Resolver, token: Token, hit: Hit, entry: Entry, near: list[str] | None = None) -> Mention:
    """A person of the codebook: in office, out of it, or not yet in it at the article's date."""
    edge = left_edge(token, r.parse)
    title = title_before(r, token, edge)
    appos = apposed_role(r, token)
    said = title or appos
    code, sector, basis = entry.code, entry.sector, f"codebook {entry.code}: {entry.role or 'person'} {entry.name}"
    role = said or entry.role
    text = r.slice(hit.start, hit.end)
    level, low = entry.level, False
    new_code: str | None = code
    over = entry.end is not None and not valid(entry, r.date) and not _ahead(entry, r.date)
    gone = any(is_former(r, left_edge(o, r.parse), o.i) for o in apposed(token) if role_at(o, r.parse, r.codebook))
    if is_former(r, edge, token.i) or gone or entry.sector == "ELI" or (entry.role or "").startswith("former "):
        new_code, sector, basis = None, "ELI", basis + ", former"
        role = said or (f"former {entry.role}".replace("former former", "former") if entry.role else None)
    elif held_in(entry, r.years) or is_then(r, edge, token.i):
        basis += " at that time"
    elif over and not said:
        new_code, sector, basis = None, "ELI", basis + f", until {entry.end}"
        role = f"former {entry.role}" if entry.role else None
    elif _ahead(entry, r.date):
        # before the office: of that state, in what office the words say
        beside = role_of_apposition(r, token)
        told = role_in(r, token, edge) or (beside[0] if beside is not None else None)
        new_code = code if "state" in r.codebook.actors[code].kind else None
        sector, role, level, low = told.sector if told else None, said, told.level if told else None, True
        basis += f", only from {entry.start}"
    if title and near and code not in near and new_code is not None and _is_foreign_title(r, near, code):
        new_code, basis = near[0], basis + ", but the title names another side"
    if not entry.sure:
        basis += " (unverified)"
    known = r.people.get(entry.name.split()[-1]) or r.people.get(text.split()[-1])
    person = _as_written(text, known, entry)
    party = Party(text=text, start=hit.start, end=hit.end, name=person, code=new_code, sector=sector, role=role, person=person, basis=basis)
    gender = gender_of(r.parse, edge, token.i) or (known.gender if known is not None else None)
    noun = role_at(token, r.parse, r.codebook)
    last = (entry.role or "").lower().split(" ")[-1] or None
    return Mention(party, "person", role_noun=noun[1] if noun else last, level=level, gender=gender, low=low)


def _ahead(entry: Entry, date: str | None) -> bool:
    return bool(date and entry.start and entry.start[: len(date)] > date[: len(entry.start)])


def _is_foreign_title(r: Resolver, near: list[str], code: str) -> bool:
    """Whether the country in a title is a side of its own (not the person's state, nor one of its bodies or blocs)."""
    kinds = {r.codebook.actors[c].kind for c in near if c in r.codebook.actors}
    return len(near) == 1 and kinds == {"state"} and "state" in r.codebook.actors[code].kind


def person_of_that_name(r: Resolver, token: Token, hit: Hit) -> bool:
    """"Michael Jordan", "Jordan, the congressman", "Bruce Lee": a name of the codebook that is somebody else's here."""
    if not token.is_proper:
        return False
    people = [e for e in hit.entries if e.kind in PERSON_KINDS]
    before = r.parse.tokens[token.i - 1] if token.i else None
    if people:
        return _is_namesake(r, token, hit, before, people)
    known = r.people.get(token.text)
    if known is not None and known.party.person and known.party.person.split()[-1] == token.text and known.party.person != token.text:
        # the article has a person of that surname: bare, the name is theirs unless it is told as a place or the state was named since
        if token.child("appos") is not None and any(role_at(a, r.parse, r.codebook) for a in token.kids("appos")):
            return True
        if token.dep in ("nsubj", "nsubjpass", "dobj", "poss", "agent") and not token.child("prep", "amod") and hit.start == token.start:
            codes = {e.code for e in hit.entries}
            return not any(m.party.code in codes for m in r.memory)
    if hit.start != token.start or before is None:
        return False
    return before.head is token and before.dep == "compound" and before.i not in r.hits and _is_given_name(r, before)


def _is_namesake(r: Resolver, token: Token, hit: Hit, before: Token | None, people: list[Entry]) -> bool:
    """A surname of the codebook behind a given name that is not its owner's."""
    if len(people) < len(hit.entries) or " " in hit_text(hit, r.parse) or before is None or before.end + 1 != hit.start:
        return False
    edge = left_edge(token, r.parse)
    if before.i < edge or not _is_given_name(r, before):
        return False
    start = name_start(token, r.parse, r.codebook, edge)
    given = {plain(w).lower().rstrip(".") for w in words_between(r.parse, start, token.i - 1).split()}
    return not any(given & {plain(w).lower() for w in e.name.split()} or any(len(g) == 1 for g in given) for e in people)


def _is_given_name(r: Resolver, before: Token) -> bool:
    hit = r.hits.get(before.i)
    return (
        before.tag == "NNP"
        and (hit is None or (hit.end - hit.start == len(before.text) and all(e.kind == "name" and e.owner == "state" for e in hit.entries)))
        and not before.text.isupper()
        and before.lower not in _NOT_FIRST_NAMES
        and not is_honorific(before)
        and not (before.i == 0 and _OPENING_ADJECTIVE.fullmatch(before.text))
        and role_at(before, r.parse, r.codebook) is None
        and before.text.isalpha()
        and before.text[:1].isupper()
    )


def _as_written(text: str, known: Mention | None, entry: Entry) -> str:
    """A person's name in the article's own spelling, where it gives more than a surname; else the codebook's."""
    if " " in text:
        return text
    if known is not None and known.party.person and " " in known.party.person and text in known.party.person.split():
        return known.party.person
    return entry.name
