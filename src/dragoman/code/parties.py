"""Who is who in one article: every mention resolved to whom it acts for, in the order of reading, with a memory of what was named before.

Resolution tries, in this order: pronouns and other words that point back; names of the codebook; roles and things with a country before or
behind them ("the Indian foreign minister", "Kosovo police", "the ministry of France"); persons by title or apposition; words that call back
an earlier mention ("the minister", "the bloc"). What none of these settles stays unknown. Each party says how it was resolved (``basis``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.code.grammar import conjuncts
from dragoman.code.names import Hit, valid
from dragoman.code.noun_phrases import is_honorific, left_edge, name_start, role_at, singular, words_between
from dragoman.code.place import gazetteer
from dragoman.codebook.schema import Codebook, Entry, Role
from dragoman.engine.parse import Parse, Token
from dragoman.model import Party

_PERSONAL = frozenset("he she him her his hers himself herself".split())
_NEUTER = frozenset("it its itself".split())
_PLURAL = frozenset("they them their theirs themselves".split())
_FEMALE = frozenset("she her hers herself ms ms. mrs mrs. queen princess dame lady spokeswoman chairwoman".split())
_MALE = frozenset("he him his himself mr mr. king prince sheikh lord sir spokesman chairman".split())
_PAIR_WORDS = frozenset("both two each neither either sides side".split())
_PAIR_NOUNS = frozenset("side country leader minister capital party nation neighbour neighbor government president ally power state rival foe diplomat".split())
_GENERIC_STATE = frozenset("country nation state kingdom republic emirate sultanate".split())
_PERSON_KINDS = ("holder", "person")
_STATE_OFFICES = frozenset({"governor", "lieutenant governor", "senator", "congressman", "congresswoman", "attorney general", "secretary of state"})
# offices of the American state, which the Republic of Georgia does not have or does not call so
_BODIES = frozenset("army military navy police government ministry parliament court cabinet presidency junta coastguard guard troop force".split())
# bodies that a state has one of: "the army" is that of the army chief named before
_NOT_FIRST_NAMES = frozenset("president minister north south east west northern southern eastern western central greater new old prime king saudi".split())


@dataclass(slots=True)
class Mention:
    """A party as it stands in the text, with what is needed to point back to it."""

    party: Party
    kind: str
    # state | organisation | group | person | role | thing | unknown
    role_noun: str | None = None
    level: str | None = None
    plural: bool = False
    subject: bool = False
    sentence: int = 0
    gender: str | None = None
    actor_kind: str | None = None
    low: bool = False
    # resolved by a weak rule: lowers confidence


class Resolver:
    """Resolves the mentions of one article. Feed it the sentences in order."""

    def __init__(self, codebook: Codebook, date: str | None, home: str | None = None) -> None:
        """
        Args:
            codebook: what is known.
            date: publication date (ISO, may be partial), for office-holders; None if unknown.
            home: ISO3 of the article's home desk, for roles that name no country; None if unknown.
        """
        self.codebook = codebook
        self.date = date
        self.home = home
        self.memory: list[Mention] = []
        self.people: dict[str, Mention] = {}
        self.group: tuple[Mention, ...] = ()
        # the last two or more parties that were named together
        self.sentence = -1
        self._parse: Parse
        self._hits: dict[int, Hit] = {}
        self._cache: dict[int, tuple[Mention, ...]] = {}
        self._pending: set[int] = set()

    def begin(self, parse: Parse, hits: Iterable[Hit]) -> None:
        """Take the next sentence: resolve its mentions in order and remember them."""
        self.sentence += 1
        self._parse = parse
        self._cache = {}
        self._hits = {}
        for hit in hits:
            for token in parse.at(hit.start, hit.end):
                self._hits[token.i] = hit
        for token in parse.tokens:
            if (token.is_noun and token.dep not in ("compound", "npadvmod")) or token.tag in ("PRP", "PRP$"):
                self._remember(token)

    def mentions(self, tokens: Iterable[Token]) -> tuple[Mention, ...]:
        """All parties at these heads and what is coordinated with them, each code or person once."""
        out: list[Mention] = []
        seen: set[object] = set()
        for token in tokens:
            for one in conjuncts(token):
                for m in self.at(one):
                    key = (m.party.code, m.party.person) if m.party.code or m.party.person else m.party.text
                    if key not in seen:
                        seen.add(key)
                        out.append(m)
        return tuple(out)

    def at(self, token: Token) -> tuple[Mention, ...]:
        """The parties that one head stands for (several for "both sides"); empty if it stands for none."""
        if token.i in self._cache:
            return self._cache[token.i]
        if token.i in self._pending:
            return ()
        self._pending.add(token.i)
        found = self._resolve(token)
        self._pending.discard(token.i)
        self._cache[token.i] = found
        return found

    # -- memory ------------------------------------------------------------------------------------------------------------------

    def _remember(self, token: Token) -> None:
        found = self.at(token)
        for m in found:
            m.sentence = self.sentence
            m.subject = m.subject or token.dep in ("nsubj", "nsubjpass")
            if token.tag in ("PRP", "PRP$"):
                continue
            if m.kind not in ("thing", "place"):
                self.memory.append(m)
            if m.party.person:
                for word in m.party.person.split():
                    if word[:1].isupper() and len(word) > 2:
                        self.people[word] = m
        if token.dep != "conj":
            together = self.mentions([token])
            coded = {m.party.code for m in together if m.party.code}
            if len(coded) > 1:
                self.group = together

    def _back(self, test: object, same_sentence_subject: bool = False) -> Mention | None:
        raise NotImplementedError

    # -- rules -------------------------------------------------------------------------------------------------------------------

    def _resolve(self, token: Token) -> tuple[Mention, ...]:
        if token.tag in ("PRP", "PRP$"):
            return self._pronoun(token)
        if token.tag in ("WP", "WDT", "WP$"):
            for t in token.ancestors():
                if t.dep == "relcl":
                    return self.at(t.head)
            return ()
        if token.lower in _PAIR_WORDS and token.tag in ("DT", "CD", "CC", "PDT") or (token.tag == "CD" and token.lower == "two"):
            return self._pair(token)
        if not token.is_noun:
            hit = self._hits.get(token.i)
            if hit is not None and (token.tag in ("JJ", "FW") or token.text[:1].isupper()):
                return self._by_hit(token, hit)
            return ()
        return self._noun(token)

    def _noun(self, token: Token) -> tuple[Mention, ...]:
        hit = self._hits.get(token.i)
        edge = left_edge(token, self._parse)
        role = role_at(token, self._parse, self.codebook)
        if hit is not None and not self._person_of_that_name(token, hit):
            found = self._by_hit(token, hit)
            if found:
                return found
        if role is not None and not (token.is_proper and self._looks_like_surname(token, edge)):
            return self._role(token, role, edge)
        if token.is_proper:
            return self._proper(token, edge, hit)
        return self._thing(token, edge)

    def _person_of_that_name(self, token: Token, hit: Hit) -> bool:
        """"Michael Jordan", "Jordan, the congressman": a place name that is somebody's surname here."""
        kinds = {e.kind for e in hit.entries}
        if kinds & set(_PERSON_KINDS) or not token.is_proper:
            return False
        known = self.people.get(token.text)
        if known is not None and known.party.person and known.party.person.split()[-1] == token.text and not token.child("prep"):
            appos = token.child("appos")
            if appos is not None and role_at(appos, self._parse, self.codebook):
                return True
        if hit.start != token.start:
            return False
        before = self._parse.tokens[token.i - 1] if token.i else None
        return (
            before is not None
            and before.head is token
            and before.dep == "compound"
            and before.tag == "NNP"
            and before.i not in self._hits
            and not before.text.isupper()
            and before.lower not in _NOT_FIRST_NAMES
            and not is_honorific(before)
            and role_at(before, self._parse, self.codebook) is None
            and before.text.isalpha()
        )

    def _looks_like_surname(self, token: Token, edge: int) -> bool:
        """Whether a capitalised role word is a name here ("Alastair King", "Bishop said")."""
        before = self._parse.tokens[token.i - 1] if token.i > edge else None
        return before is not None and before.tag == "NNP" and before.i not in self._hits and token.text in self.people

    # -- names of the codebook ---------------------------------------------------------------------------------------------------

    def choose(self, hit: Hit, near: str | None = None) -> Entry | None:
        """Which of the entries of one name is meant: by date, by a country named with it, by whom the article has named."""
        alive = [e for e in hit.entries if valid(e, self.date)]
        pool = alive or list(hit.entries)
        if near:
            pool = [e for e in pool if e.code == near] or pool
        codes = {e.code for e in pool}
        if len(codes) > 1:
            order = ("name", "capital", "seat", "body", "demonym", "holder", "person", "party")
            named = [e for e in pool if e.kind in ("name", "capital", "seat", "demonym", "body")]
            seats = [e for e in pool if e.kind == "seat" and e.owner == "organisation"]
            if seats and all(e.kind in ("capital", "seat") for e in named):
                # Brussels: what an organisation's seat does is told of the organisation, not of its host
                return seats[0]
            if named and len({e.code for e in named}) == 1:
                return min(named, key=lambda e: order.index(e.kind))
            seen = {m.party.code for m in self.memory}
            known = [e for e in pool if e.code in seen]
            if len({e.code for e in known}) == 1:
                return known[0]
            if all(e.kind in _PERSON_KINDS and e.short for e in pool):
                heads = [e for e in alive if e.level == "head"]
                return heads[0] if len({e.code for e in heads}) == 1 else None
            if named:
                return min(named, key=lambda e: order.index(e.kind))
        if not pool:
            return None
        rank = {"head": 0, "minister": 1}
        best = min(pool, key=lambda e: (e.kind not in ("name", "capital"), rank.get(e.level or "", 2), not valid(e, self.date), -_begin(e)))
        return best

    def _by_hit(self, token: Token, hit: Hit) -> tuple[Mention, ...]:
        near = next((c for c, _ in self._countries(token, skip=hit)), None)
        entry = self.choose(hit, near)
        if entry is None:
            return ()
        if entry.kind in _PERSON_KINDS:
            return (self._known_person(token, hit, entry),)
        if entry.kind == "party" and hit.end - hit.start < 3:
            return ()
        actor = self.codebook.actors[entry.code]
        text, start, end = self._words(token, hit)
        party = Party(
            text=text,
            start=start,
            end=end,
            name=entry.name if entry.kind in ("body", "party") else actor.name,
            code=entry.code,
            sector=entry.sector or ("GOV" if actor.kind == "state" else actor.sector),
            role=entry.role if entry.kind == "body" else None,
            person=None,
            basis=f"codebook {entry.code}: {entry.kind} «{hit_text(hit, self._parse)}»",
        )
        kind = "state" if "state" in actor.kind or actor.kind == "region" else "group" if actor.kind == "group" else "organisation"
        if entry.kind in ("body", "party"):
            kind = "body"
        role = role_at(token, self._parse, self.codebook)
        return (Mention(party, kind, role_noun=role[1] if role else None, actor_kind=actor.kind, plural=token.tag in ("NNPS", "NNS")),)

    def _known_person(self, token: Token, hit: Hit, entry: Entry) -> Mention:
        edge = left_edge(token, self._parse)
        title = self._title(token, edge)
        appos = self._apposed_role(token)
        over = entry.end is not None and not valid(entry, self.date)
        code: str | None = entry.code
        sector = entry.sector
        role = title or appos or entry.role
        former = self._is_former(edge, token.i)
        basis = f"codebook {entry.code}: {entry.role or 'person'} {entry.name}"
        if former or (over and not title and not appos):
            code, sector, basis = None, "ELI", basis + (", former" if former else f", until {entry.end}")
            role = title or f"former {entry.role}" if entry.role else title
        if not entry.sure:
            basis += " (unverified)"
        text, start, end = self._words(token, hit)
        party = Party(text=text, start=start, end=end, name=entry.name, code=code, sector=sector, role=role, person=entry.name, basis=basis)
        known = self.people.get(entry.name.split()[-1])
        gender = known.gender if known is not None else None
        noun = role_at(token, self._parse, self.codebook)
        role_noun = (entry.role or "").lower().split(" ")[-1] or None
        return Mention(party, "person", role_noun=noun[1] if noun else role_noun, level=entry.level, gender=gender or self._gender(edge, token.i))

    # -- roles and persons -------------------------------------------------------------------------------------------------------

    def _role(self, token: Token, found: tuple[Role, str, int], edge: int) -> tuple[Mention, ...]:
        role, noun, first = found
        appos = token.child("appos")
        person = self._apposed_person(token)
        if person is not None and person.party.code and not self._countries(token):
            text, start, end = self._span(token, edge)
            title = self._role_text(token, edge, first)
            party = replace(person.party, text=text, start=start, end=end, role=title or person.party.role)
            return (replace(person, party=party, role_noun=noun),)
        if self._is_former(edge, token.i):
            return (self._make(token, edge, first, role, noun, None, "former office-holder", sector="ELI", person=person),)
        countries = self._countries(token)
        if noun in _STATE_OFFICES and [c for c, _ in countries] == ["GEO"]:
            countries = [("USA", "the state of Georgia")]
        if countries:
            return tuple(
                self._make(token, edge, first, role, noun, code, f"{noun} of {code}: {how}", sector=sector, person=person) for (code, how), sector in
                ((c, self._sector(token, role, edge)) for c in countries)
            )
        pair = self._counted_pair(token, edge)
        if pair:
            return pair
        back = self._call_back(token, noun, edge)
        if back is not None and appos is None:
            return back
        lent = self._lent_country(token)
        if lent is not None:
            made = self._make(token, edge, first, role, noun, lent[0], f"{noun}: {lent[1]}", sector=self._sector(token, role, edge), person=person)
            made.low = True
            return (made,)
        if self.home and role.sector in ("GOV", "COP", "MIL", "JUD", "LEG") and not token.child("prep"):
            made = self._make(token, edge, first, role, noun, self.home, f"{noun}: the article's home country", sector=role.sector, person=person)
            made.low = True
            return (made,)
        return (self._make(token, edge, first, role, noun, None, f"{noun}: no country told", sector=self._sector(token, role, edge), person=person),)

    def _make(
        self, token: Token, edge: int, first: int, role: Role, noun: str, code: str | None, basis: str, *, sector: str | None, person: Mention | None
    ) -> Mention:
        text, start, end = self._span(token, edge)
        actor = self.codebook.actors.get(code or "")
        title = self._role_text(token, edge, first)
        party = Party(
            text=text,
            start=start,
            end=end,
            name=person.party.person if person else (actor.name if actor else None),
            code=code,
            sector=sector,
            role=title,
            person=person.party.person if person else None,
            basis=basis,
        )
        kind = "person" if person or (role.level and token.tag in ("NN", "NNP") and not role.things) else "role"
        return Mention(party, kind, role_noun=noun, level=role.level, plural=token.tag in ("NNS", "NNPS"), gender=self._gender(edge, token.i))

    def _proper(self, token: Token, edge: int, hit: Hit | None) -> tuple[Mention, ...]:
        """A proper name that the codebook does not know: a person by title, apposition or earlier mention; else unknown."""
        known = self.people.get(token.text)
        start = name_start(token, self._parse, self.codebook, edge)
        name = words_between(self._parse, start, token.i)
        inside = [self._hits[i] for i in range(start, token.i + 1) if i in self._hits and any(e.kind in _PERSON_KINDS for e in self._hits[i].entries)]
        if inside:
            entry = self.choose(inside[-1])
            if entry is not None and entry.kind in _PERSON_KINDS and " " in hit_text(inside[-1], self._parse):
                return (self._known_person(token, inside[-1], entry),)
        title = self._title(token, edge)
        if known is not None and title is None and (start == token.i or known.party.person == name):
            text, begin, end = self._span(token, edge)
            return (replace(known, party=replace(known.party, text=text, start=begin, end=end, basis=f"earlier mention «{known.party.text}»")),)
        role = self._role_in(token, edge) or self._role_of_apposition(token)
        countries = self._countries(token, people=role is not None)
        text, begin, end = self._span(token, edge)
        apposed = self._apposed_role(token)
        if role is not None or title is not None:
            code, how = countries[0] if countries else (None, "no country told")
            sector = role.sector if role else None
            if self._is_former(edge, token.i):
                code, sector, how = None, "ELI", "former office-holder"
            party = Party(
                text=text, start=begin, end=end, name=name, code=code, sector=sector, role=title or apposed, person=name, basis=f"title or apposition: {how}"
            )
            noun = (title or apposed or "").lower().split(" ")[-1]
            return (Mention(party, "person", role_noun=noun or None, level=role.level if role else None, gender=self._gender(edge, token.i)),)
        kind = "unknown"
        demonym = self._demonym(token)
        if demonym is None and not self._looks_like_person(start, token):
            place = gazetteer().lookup(name, near={m.party.code for m in self.memory if m.party.code})
            if place is not None and place.country in self.codebook.actors:
                party = Party(
                    text=text, start=begin, end=end, name=place.name, code=place.country, sector=None, role=None, person=None, basis=f"gazetteer: {place.name}"
                )
                return (Mention(party, "place", low=True),)
        basis = "name not in the codebook"
        if demonym:
            basis = f"name not in the codebook, with «{demonym}»"
        honorific = any(is_honorific(t) for t in self._parse.tokens[edge : token.i])
        if honorific or self._looks_like_person(start, token):
            kind = "person"
        party = Party(
            text=text, start=begin, end=end, name=name, code=demonym, sector=None, role=None, person=name if kind == "person" else None, basis=basis
        )
        return (Mention(party, kind, gender=self._gender(edge, token.i)),)

    def _looks_like_person(self, start: int, token: Token) -> bool:
        """Two or three capitalised words that act or speak: "Karine Smith said"."""
        words = self._parse.tokens[start : token.i + 1]
        return 2 <= len(words) <= 4 and all(w.text[:1].isupper() or not w.text.isalpha() for w in words) and token.tag == "NNP" and not token.text.isupper()

    def _thing(self, token: Token, edge: int) -> tuple[Mention, ...]:
        """"Serbian goods", "RSF convoys": a thing or act of a state; stands for its owner as the one acted upon."""
        pair = self._counted_pair(token, edge)
        if pair:
            return pair
        back = self._call_back(token, singular(token), edge)
        if back:
            return back
        countries = self._countries(token, prepositions=("of",))
        out = []
        text, start, end = self._span(token, edge)
        for code, how in countries:
            actor = self.codebook.actors.get(code)
            party = Party(text=text, start=start, end=end, name=actor.name if actor else None, code=code, sector=None, role=None, person=None, basis=f"thing of {code}: {how}")
            out.append(Mention(party, "thing", plural=token.tag == "NNS"))
        return tuple(out)

    def _countries(self, token: Token, skip: Hit | None = None, people: bool = True, prepositions: tuple[str, ...] = ("of", "in", "from", "to", "for", "at")) -> list[tuple[str, str]]:
        """Codes that a phrase carries, with how: adjectives and names before the head, possessors, then of/in/from phrases."""
        out: list[tuple[str, str]] = []

        def add(code: str | None, how: str) -> None:
            if code and code not in [c for c, _ in out]:
                out.append((code, how))

        for child in token.children:
            if child.i < token.i and child.dep in ("amod", "compound", "nmod", "conj", "appos", "det", "nummod", "dep", "advmod", "nsubj"):
                for t in sorted(child.subtree(), key=lambda t: t.i):
                    hit = self._hits.get(t.i)
                    if hit is None or hit is skip or t.i > token.i:
                        continue
                    entry = self.choose(hit)
                    if entry is not None and entry.kind not in _PERSON_KINDS and (people or entry.kind == "demonym"):
                        add(entry.code, f"«{hit_text(hit, self._parse)}»")
        if out:
            return out
        for child in token.kids("poss"):
            for m in self.mentions([child]):
                if m.party.code:
                    add(m.party.code, f"«{m.party.text}»")
        if out:
            return out
        for p in token.kids("prep"):
            if p.lower in prepositions:
                for noun in p.kids("pobj"):
                    for one in conjuncts(noun):
                        hit = self._hits.get(one.i)
                        entry = self.choose(hit) if hit is not None else None
                        if entry is not None and entry.kind not in _PERSON_KINDS:
                            add(entry.code, f"{p.lower} «{one.text}»")
                        elif p.lower == "of":
                            for m in self.at(one):
                                if m.kind in ("state", "organisation", "group", "body"):
                                    add(m.party.code, f"of «{one.text}»")
            if out:
                break
        return out

    def _lent_country(self, token: Token) -> tuple[str, str] | None:
        """The country of a role that names none: of a place beside it ("Mumbai police", "a spokesman there"), or of the body it was named with before."""
        if any(c.lower == "there" for c in token.kids("advmod")):
            for m in reversed(self.memory):
                if m.party.code and m.kind in ("state", "body", "organisation"):
                    return m.party.code, f"there: «{m.party.text}»"
        for child in (*token.kids("compound", "poss", "nmod"), *(n for p in token.kids("prep") if p.lower in ("of", "in") for n in p.kids("pobj"))):
            if child.is_proper and child.i not in self._hits:
                place = gazetteer().lookup(child.text)
                if place is not None and place.country in self.codebook.actors:
                    return str(place.country), f"gazetteer: {place.name}"
        bodies = {singular(t) for t in (token, *token.kids("compound")) if role_at(t, self._parse, self.codebook)} & _BODIES
        for m in reversed(self.memory):
            if m.party.code and bodies and bodies & set((m.party.role or m.party.text).lower().split()) and self.sentence - m.sentence <= 12:
                return m.party.code, f"as «{m.party.text}»"
        return None

    def _demonym(self, token: Token) -> str | None:
        for child in token.kids("amod", "compound", "nmod"):
            hit = self._hits.get(child.i)
            if hit is not None:
                entry = self.choose(hit)
                if entry is not None and entry.kind == "demonym":
                    return entry.code
        return None

    def _sector(self, token: Token, role: Role, edge: int) -> str:
        """The role's sector, or that of the body it serves ("army spokesman")."""
        if role.body:
            for t in self._parse.tokens[edge : token.i]:
                hit = self._hits.get(t.i)
                entry = self.choose(hit) if hit is not None else None
                if entry is not None and entry.kind in ("body", "name") and entry.sector:
                    return entry.sector
                inner = role_at(t, self._parse, self.codebook)
                if inner is not None and inner[0].sector != "GOV":
                    return inner[0].sector
        return role.sector

    def _role_text(self, token: Token, edge: int, first: int) -> str:
        """The title's words: without article, possessor and adjective of nationality."""
        start = edge
        tokens = self._parse.tokens
        owner = {t.i for c in token.kids("poss", "det") for t in c.subtree()}
        while start < first:
            hit = self._hits.get(start)
            demonym = hit is not None and any(e.kind in ("demonym", "name") for e in hit.entries)
            if start in owner or demonym or tokens[start].tag in ("DT", "PRP$", "POS", "CC", ",", "CD"):
                start += 1
            else:
                break
        return words_between(self._parse, start, token.i)

    def _title(self, token: Token, edge: int) -> str | None:
        """The title before a name: "White House Press Secretary" Karine Jean-Pierre."""
        last = None
        for t in self._parse.tokens[edge : token.i]:
            if t.is_noun and role_at(t, self._parse, self.codebook) is not None and not (is_honorific(t) and t.lower not in ("general",)):
                last = t
        if last is None:
            return None
        found = role_at(last, self._parse, self.codebook)
        return self._role_text(last, edge, found[2] if found else last.i)

    def _role_in(self, token: Token, edge: int) -> Role | None:
        out = None
        for t in self._parse.tokens[edge : token.i]:
            if t.is_noun:
                found = role_at(t, self._parse, self.codebook)
                out = found[0] if found else out
        return out

    def _role_of_apposition(self, token: Token) -> Role | None:
        for c in token.kids("appos"):
            found = role_at(c, self._parse, self.codebook)
            if found:
                return found[0]
        if token.dep == "appos":
            found = role_at(token.head, self._parse, self.codebook)
            return found[0] if found else None
        return None

    def _apposed_role(self, token: Token) -> str | None:
        """"Albin Kurti, Kosovo's prime minister", "Sudan's army chief, Gen. al-Burhan"."""
        for other in (*token.kids("appos"), *([token.head] if token.dep == "appos" else [])):
            found = role_at(other, self._parse, self.codebook)
            if found:
                return self._role_text(other, left_edge(other, self._parse), found[2])
        return None

    def _apposed_person(self, token: Token) -> Mention | None:
        for other in (*token.kids("appos"), *([token.head] if token.dep == "appos" else [])):
            if other.is_proper and other.i not in self._pending:
                for m in self.at(other):
                    if m.party.person:
                        return m
        return None

    def _is_former(self, edge: int, last: int) -> bool:
        words = [t.lower for t in self._parse.tokens[edge:last]]
        return any(w in self.codebook.former or w.startswith("ex-") for w in words)

    def _gender(self, edge: int, last: int) -> str | None:
        words = {t.lower for t in self._parse.tokens[edge : last + 1]}
        return "f" if words & _FEMALE else "m" if words & _MALE else None

    # -- pointing back -----------------------------------------------------------------------------------------------------------

    def _pronoun(self, token: Token) -> tuple[Mention, ...]:
        low = token.lower
        if low in _PERSONAL:
            found = self._last(lambda m: m.kind == "person" and not m.plural, token, "f" if low in _FEMALE else "m")
        elif low in _NEUTER:
            found = self._last(lambda m: m.kind in ("state", "organisation", "group", "body", "role") and not (m.kind == "role" and m.plural), token, None)
        elif low in _PLURAL:
            if self.group:
                return tuple(self._again(m, token) for m in self.group)
            found = self._last(lambda m: m.plural or m.kind in ("organisation", "group", "role", "state"), token, None)
        else:
            return ()
        return (self._again(found, token),) if found is not None else ()

    def _last(self, test: object, token: Token, gender: str | None) -> Mention | None:
        """The mention a pronoun points to: subjects of this and the last sentence first, then whoever was named last."""
        assert callable(test)
        pool = [m for m in self.memory if test(m) and m.party.start is not None and m.party.start < token.start and self.sentence - m.sentence <= 4]
        if gender:
            told = [m for m in pool if m.gender == gender]
            pool = told if told and told[-1].sentence >= self.sentence - 1 else [m for m in pool if m.gender in (None, gender)]
        if not pool:
            return None
        for back in (0, 1):
            recent = [m for m in pool if self.sentence - m.sentence == back]
            subjects = [m for m in recent if m.subject]
            if token.tag == "PRP$" and back == 0 and recent:
                # a possessive in the same clause belongs to the clause's subject, else to the nearest name
                chosen = subjects[-1] if subjects else recent[-1]
            elif subjects:
                chosen = subjects[-1] if back == 0 else subjects[0]
            elif recent:
                chosen = recent[-1]
            else:
                continue
            if gender and chosen.gender is None:
                chosen.gender = gender
            return chosen
        return pool[-1]

    def _again(self, m: Mention, token: Token) -> Mention:
        party = replace(m.party, text=token.text, start=token.start, end=token.end, basis=f"«{token.text}» -> «{m.party.text}»: {_root(m.party.basis)}")
        return replace(m, party=party, subject=False)

    def _pair(self, token: Token) -> tuple[Mention, ...]:
        if token.lower in ("side", "sides") and token.dep == "compound":
            return ()
        return tuple(self._again(m, token) for m in self._last_pair())

    def _last_pair(self) -> tuple[Mention, ...]:
        if self.group and self.sentence - max(m.sentence for m in self.group) <= 2:
            return self.group
        out: list[Mention] = []
        for m in reversed(self.memory):
            if m.party.code and m.kind != "thing" and m.party.code not in [o.party.code for o in out] and self.sentence - m.sentence <= 3:
                out.append(m)
            if len(out) == 2:
                break
        return tuple(reversed(out)) if len(out) == 2 else self.group

    def _counted_pair(self, token: Token, edge: int) -> tuple[Mention, ...]:
        """"the two ministers", "both sides", "each side"."""
        noun = singular(token)
        words = [t.lower for t in self._parse.tokens[edge : token.i]]
        if noun not in _PAIR_NOUNS or not set(words) & {"two", "both", "each", "either", "neither"}:
            return ()
        return tuple(self._again(m, token) for m in self._last_pair())

    def _call_back(self, token: Token, noun: str, edge: int) -> tuple[Mention, ...] | None:
        """"the minister", "the press secretary", "the kingdom", "the bloc": the last mention of that kind."""
        determiner = {t.lower for t in self._parse.tokens[edge : token.i]}
        if not determiner & {"the", "this", "that", "his", "her", "its"} and not token.is_proper:
            return None
        last_word = noun.split(" ")[-1]
        for m in reversed(self.memory):
            if self.sentence - m.sentence > 12 or m.party.start == token.start:
                continue
            actor = self.codebook.actors.get(m.party.code or "")
            if m.kind in ("person", "role", "body") and m.role_noun and m.party.code and m.plural == (token.tag in ("NNS", "NNPS")):
                if m.role_noun.split(" ")[-1] == last_word:
                    return (self._again(m, token),)
                if m.kind == "person" and last_word in ("official", "leader", "diplomat", "politician", "guest") and m.level and (
                    last_word != "leader" or m.level == "head"
                ):
                    return (self._again(m, token),)
            if actor is not None and m.kind in ("state", "organisation", "group"):
                if last_word in actor.nouns or (m.kind == "state" and last_word in _GENERIC_STATE) or (
                    m.kind == "group" and last_word in ("group", "movement", "militia", "rebel", "militant", "paramilitary")
                ) or (m.kind == "organisation" and last_word in ("organisation", "organization", "agency")):
                    return (self._again(m, token),)
        return None

    # -- words -------------------------------------------------------------------------------------------------------------------

    def _span(self, token: Token, edge: int) -> tuple[str, int, int]:
        start = self._parse.tokens[edge].start
        return self.slice(start, token.end), start, token.end

    def _words(self, token: Token, hit: Hit) -> tuple[str, int, int]:
        return self.slice(hit.start, hit.end), hit.start, hit.end

    def slice(self, start: int, end: int) -> str:
        """The article's words between two offsets. Set by the coder."""
        return self.text[start:end]

    text: str = ""


def hit_text(hit: Hit, parse: Parse) -> str:
    """The words of a hit, from the parse."""
    tokens = parse.at(hit.start, hit.end)
    return words_between(parse, tokens[0].i, tokens[-1].i) if tokens else ""


def _root(basis: str) -> str:
    """The first link of a chain of antecedents."""
    return basis.rsplit(": ", 1)[-1] if basis.startswith("«") else basis


def _begin(entry: Entry) -> int:
    return int((entry.start or "0")[:4] or 0)
