"""Who is who in one article: every mention resolved to whom it acts for, in the order of reading, with a memory of what was named before.

Resolution tries, in this order: pronouns and other words that point back (:mod:`party_memory`); names of the codebook (:mod:`party_names`, which
asks :mod:`party_choice` whom a name means and :mod:`party_use` whether it acts or is a place); roles and things with a country before or behind
them, persons by title or apposition, words that call back an earlier mention (:mod:`party_roles`), "its neighbour" (:mod:`party_peers`), "the
Commission" and governments without a country (:mod:`party_bodies`). What none of these settles stays unknown.
Each party says how it was resolved (``basis``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dragoman.code import party_groups, party_memory, party_names, party_roles, party_speaker
from dragoman.code.grammar import conjuncts
from dragoman.code.names import Hit
from dragoman.code.noun_phrases import left_edge, role_at
from dragoman.code.party_bodies import turned_to
from dragoman.code.party_choice import told_years
from dragoman.code.party_matters import note_matter
from dragoman.code.party_mention import PERSON_KINDS, Mention
from dragoman.code.place import gazetteer
from dragoman.codebook.actors import plain
from dragoman.codebook.schema import Actor, Codebook, Role
from dragoman.engine.parse import Parse, Token

__all__ = ["Mention", "Resolver"]

_PRONOUNS = ("PRP", "PRP$")
_ARTICLE = re.compile(r"(?:[Aa][lnrsdtz]|[Ee]l)-[A-Z]")
# the Arabic article, also as it is spoken before s, r, n ...: names may be told with or without it

_PARTS_PLAYED = frozenset(
    """host organiser organizer chair convener convenor guarantor broker go-between winner loser newcomer latecomer absentee holdout heavyweight
    sponsor facilitator intermediary petitioner claimant""".split()
)


class Resolver:
    """Resolves the mentions of one article. Feed it the sentences in order."""

    text: str = ""
    # the article's text, which all offsets count; set by the coder

    def __init__(self, codebook: Codebook, date: str | None, home: str | None = None) -> None:
        """
        Args:
            codebook: what is known.
            date: publication date (ISO, may be partial), for office-holders; None if unknown.
            home: ISO3 of the article's home desk, for roles that name no country; None if unknown (see :mod:`dragoman.code.home`).
        """
        self.codebook = codebook
        self.date = date
        self.home = home
        self.memory: list[Mention] = []
        # parties in the order of reading, without places and things
        self.places: list[Mention] = []
        # states and capitals that were named as places
        self.seen: set[str] = set()
        # codes of all parties and places so far
        self.beside: set[str] = set()
        # codes that this sentence names beyond doubt
        self.people: dict[str, Mention] = {}
        # each word of a person's name -> who was last named so
        self.group: tuple[Mention, ...] = ()
        # the last two or more parties that were named together
        self.acted = False
        # whether these were told to act on each other, not named in one breath
        self.dyads: Counter[frozenset[str]] = Counter()
        # how often two parties acted on each other or together so far, hostile acts twice
        self.feuds: Counter[frozenset[str]] = Counter()
        # how often two were told to be at odds
        self.named: Counter[str] = Counter()
        # how often each state was named so far
        self.acting: tuple[Mention, ...] = ()
        # the last two or more that were the subject of a sentence together
        self.table: tuple[Mention, ...] = ()
        # the parties of the talks told last
        self.table_sentence = -1
        self.met: tuple[Mention, ...] = ()
        # who met or spoke last, on whatever way
        self.met_sentence = -1
        self.asked: tuple[Mention, ...] = ()
        # whom somebody asked, offered or accused of something last: who may answer
        self.offered: tuple[Mention, ...] = ()
        # who offered, asked or threatened last, and in which sentence
        self.offered_at = -9
        self.matter: tuple[Mention, ...] = ()
        # whose the offer or demand is that was named last, and in which sentence
        self.matter_at = -9
        self.called: dict[str, str] = {}
        # noun -> code: whom "the bloc" called back before
        self.ranks: dict[str, str] = {}
        # rank -> person: who was told with it, "Colonel Assimi Goita"
        self.topic: tuple[str, str, int] | None = None
        # the country that "Turning to Mali," turned to last: code, words, where they end
        self.turn: tuple[Mention, ...] = ()
        # whose turn it is in a transcript
        self.turn_mark: tuple[int, int, int] | None = None
        # where the name that opened it starts and ends, and its colon
        self.answers: tuple[Mention, ...] = ()
        # who answered before the question that is asked now
        self.issuer: str | None = None
        # code of the body that issued a transcript
        self.turns: dict[str, Mention] = {}
        # name before a colon, in lower case -> whose it is
        self.spoke: tuple[Mention, ...] = ()
        # who spoke in the last sentence that quoted
        self.spoke_at = -1
        self.sentence = -1
        self.years: tuple[str, ...] = ()
        # the years that this sentence names
        self.parse: Parse
        self.hits: dict[int, Hit] = {}
        self._cache: dict[int, tuple[Mention, ...]] = {}
        self._pending: set[int] = set()

    def begin(self, parse: Parse, hits: Iterable[Hit]) -> None:
        """Take the next sentence: resolve its mentions in order and remember them."""
        self.sentence += 1
        self.parse = parse
        self._cache = {}
        self.hits = {}
        self.beside = set()
        for hit in hits:
            for token in parse.at(hit.start, hit.end):
                self.hits[token.i] = hit
            if len(hit.entries) == 1 and hit.entries[0].kind not in PERSON_KINDS:
                self.beside.add(hit.entries[0].code)
        self.topic = turned_to(self) or self.topic
        self.years = told_years(self.slice(parse.start, parse.end)) if self.hits else ()
        for token in parse.tokens:
            if (token.is_noun and token.dep not in ("compound", "npadvmod")) or token.tag in _PRONOUNS:
                self._remember(token)
        note_matter(self)
        spoke = party_speaker.last_speakers(self)
        if spoke:
            self.spoke, self.spoke_at = spoke, self.sentence

    def join(self, together: tuple[Mention, ...]) -> None:
        """Take note of those who acted together in this sentence: "the two sides", "they" of the sentences after it."""
        self.group = tuple(replace(m, sentence=self.sentence) for m in together)
        self.acted = True

    def face(self, pair: frozenset[str], weight: int, at_odds: bool = False) -> None:
        """Take note of two who acted on each other, for "both governments" that are told of much later.

        Args:
            pair: their codes.
            weight: hostile acts weigh more.
            at_odds: whether the act tells that they quarrel, or end a quarrel.
        """
        self.dyads[pair] += weight
        self.feuds[pair] += at_odds

    def mentions(self, tokens: Iterable[Token]) -> tuple[Mention, ...]:
        """All parties at these heads and what is coordinated with them, each code or person once."""
        out: list[Mention] = []
        seen: set[object] = set()
        for token in tokens:
            for one in self._listed(token):
                for m in self.at(one):
                    key = (m.party.code, m.party.person) if m.party.code or m.party.person else m.party.text
                    if key not in seen:
                        seen.add(key)
                        out.append(m)
        return tuple(out)

    def _listed(self, token: Token) -> list[Token]:
        """What is coordinated with a head; "Saudi Arabia, the UAE and Bahrain" is a list of three, not one with another name."""
        out = conjuncts(token)
        if token.lemma in _PARTS_PLAYED and token.i not in self.hits and not token.kids("poss"):
            # "The host, Uganda's Yoweri Museveni, scolded": a part that somebody plays is told by the name behind it
            return [*(name for name in token.kids("appos") if name.is_proper), *out]
        if token.i in self.hits and token.is_proper:
            # "and Mali and Burkina Faso warned": the parser takes the first name for part of the second
            out = [*(c for c in token.kids("nmod") if c.i in self.hits and c.is_proper and (c.kids("cc") or c.kids("punct"))), *out]
        for name in token.kids("appos") if token.i in self.hits and token.is_proper else ():
            if name.is_proper and name.i in self.hits and name.kids("conj") and name not in out:
                out += conjuncts(name)
        return out

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

    def seat(self, parties: tuple[Mention, ...]) -> None:
        """Note who sits at the talks that this sentence tells of: whom "both sides" and "the parties" mean later."""
        if len({m.party.code for m in parties if m.party.code}) > 1:
            self.table, self.table_sentence = parties, self.sentence

    def meet(self, parties: tuple[Mention, ...]) -> None:
        """Note who met in this sentence: whom "them" may mean in the next ("the second conversation between them")."""
        self.met, self.met_sentence = parties, self.sentence

    def is_pending(self, token: Token) -> bool:
        """Whether a token is just being resolved: asking for it again would lead in a circle."""
        return token.i in self._pending

    def country_of(self, code: str) -> str | None:
        """The state that an organisation, group, firm or outlet belongs to, if its file says so."""
        actor = self.codebook.actors.get(code)
        return actor.country if actor is not None else None

    def actor_of(self, m: Mention) -> Actor | None:
        """Whom of the codebook a mention stands for."""
        return self.codebook.actors.get(m.party.code or "")

    def is_state(self, m: Mention) -> bool:
        """Whether a mention stands for a state, also a former or an unrecognised one."""
        actor = self.actor_of(m)
        return actor is not None and "state" in actor.kind

    def named_before(self, heads: Iterable[Token], token: Token) -> list[Mention]:
        """The parties at those heads that stand before a word and are settled already."""
        return [m for t in heads if t.i < token.i and not self.is_pending(t) for m in self.at(t)]

    def named_here(self) -> set[str]:
        """Codes of all that this sentence names, places too."""
        return {m.party.code for found in self._cache.values() for m in found if m.party.code} | self.beside

    def span(self, token: Token, edge: int) -> tuple[str, int, int]:
        """The words of a phrase from its first token to its head, with their offsets."""
        start = self.parse.tokens[edge].start
        return self.slice(start, token.end), start, token.end

    def slice(self, start: int, end: int) -> str:
        """The article's words between two offsets."""
        return self.text[start:end]

    def _remember(self, token: Token) -> None:
        found = self.at(token)
        for m in found:
            m.sentence = self.sentence
            # whom an aside is about ("the plan, which Fidan had aired") is not who the sentence is about
            aside = token.head.dep == "relcl" and token.tag not in _PRONOUNS
            agent = token.head.dep == "agent" and token.head.head.dep not in ("acl", "relcl")
            m.subject = m.subject or agent or (token.dep in ("nsubj", "nsubjpass") and not aside)
            if token.tag in _PRONOUNS:
                if m.kind == "person" and token.lower in ("he", "she") and token.dep in ("nsubj", "nsubjpass"):
                    # "She received Macron. She told reporters": whom a pronoun is about stays who the text is about
                    self.memory.append(m)
                continue
            if m.kind == "place":
                self.places.append(m)
            elif m.kind != "thing":
                self.memory.append(m)
            if m.party.code and not (m.kind == "place" and m.low):
                self.seen.add(m.party.code)
                if token.i in self.hits:
                    self.named[m.party.code] += 1
            self._remember_person(m)
        if token.dep != "conj" and found:
            together = self.mentions([token])
            if len({m.party.code for m in together if m.party.code and m.kind not in ("place", "thing")}) > 1:
                self.group, self.acted = together, False
                if token.dep in ("nsubj", "nsubjpass") and token.tag not in _PRONOUNS:
                    self.acting = together

    def _remember_person(self, m: Mention) -> None:
        if not m.party.person:
            return
        rank = (m.party.role or "").rpartition(" ")[2].lower()
        if rank in party_memory.RANKS:
            self.ranks[rank] = m.party.person
        for word in m.party.person.split():
            # "Khalid al-Attiyah" is Mr Attiyah afterwards
            word = word[3:] if _ARTICLE.match(word) else word
            if word[:1].isupper() and len(word) > 1:
                before = self.people.get(word)
                if before is None or before.party.code is None or m.party.code is not None:
                    self.people[word] = m

    def _resolve(self, token: Token) -> tuple[Mention, ...]:
        if token.tag in _PRONOUNS:
            return party_memory.pronoun(self, token)
        if token.tag in ("WP", "WDT", "WP$"):
            for t in token.ancestors():
                if t.dep == "relcl":
                    return self.at(t.head)
            return ()
        if token.lower in party_groups.PAIR_WORDS and token.tag in ("DT", "CD", "CC", "PDT") or (token.tag == "CD" and token.lower == "two"):
            return party_groups.pair(self, token)
        two = token.child("nummod")
        if token.tag[:2] == "JJ" and two is not None and two.lower == "two" and token.child("det") is not None:
            # "The two last met": the parser takes "last" for a noun
            return party_groups.pair(self, two)
        if token.lower in ("latter", "former") and any(d.lower == "the" for d in token.kids("det")) and not token.kids("amod"):
            return party_groups.latter(self, token)
        if not token.is_noun:
            hit = self.hits.get(token.i)
            if hit is not None and (token.tag in ("JJ", "FW") or token.text[:1].isupper()):
                return party_names.by_hit(self, token, hit) or ()
            return ()
        return self._noun(token)

    def _noun(self, token: Token) -> tuple[Mention, ...]:
        hit = self.hits.get(token.i)
        edge = left_edge(token, self.parse)
        role = role_at(token, self.parse, self.codebook)
        if hit is not None and role is not None and all(e.kind in PERSON_KINDS for e in hit.entries) and token.child("det") is not None:
            # "the King of Morocco" is nobody of that surname
            return party_roles.role(self, token, role, edge)
        if hit is not None and role is not None and self._shares_adjective(token, hit):
            # "Turkish and Azerbaijani forces" is one phrase with two countries, whatever name its end is
            return party_roles.role(self, token, role, edge)
        if hit is not None and not party_names.person_of_that_name(self, token, hit):
            found = party_names.by_hit(self, token, hit)
            if found or (found is not None and role is None):
                return found
        elif hit is None and role is not None and token.is_proper:
            longer = self._longer_hit(token, edge)
            if longer is not None:
                return party_names.by_hit(self, token, longer) or ()
        named = token.is_proper and role is not None
        if role is not None and not (
            named and (self._looks_like_surname(token, edge) or self._is_firm_name(token, role[0]) or self._is_place_name(token))
        ):
            return party_roles.role(self, token, role, edge)
        if token.is_proper:
            return party_roles.proper(self, token, edge, hit)
        return party_roles.thing(self, token, edge)

    def _shares_adjective(self, token: Token, hit: Hit) -> bool:
        """Whether the name's first word is coordinated with a nationality before it."""
        inside = [t for t in self.parse.at(hit.start, hit.end) if t is not token]
        return any(t.dep == "conj" and t.head.i in self.hits and t.head.start < hit.start for t in inside[:1])

    def _longer_hit(self, token: Token, edge: int) -> Hit | None:
        """A name of the codebook that ends here and that a shorter one before it hides ("The Guardian" in "The Guardian Council")."""
        for i in range(edge, token.i):
            if i not in self.hits:
                continue
            for first in range(i, token.i):
                start = self.parse.tokens[first].start
                entries = self.codebook.entries.get(plain(self.slice(start, token.end)))
                if entries:
                    return Hit(start, token.end, entries)
        return None

    def _is_firm_name(self, token: Token, role: Role) -> bool:
        """"Bank of America", "Georgetown University": a firm or school whose name has a place in it is not the state's."""
        if role.sector not in ("BUS", "EDU") or role.level or token.child("poss"):
            return False
        inside = [c for c in token.kids("compound", "nmod") if c.i in self.hits] + [n for p in token.kids("prep") if p.lower == "of" for n in p.kids("pobj")]
        return any(e.kind in ("name", "capital") for c in inside if c.i in self.hits for e in self.hits[c.i].entries)

    def _is_place_name(self, token: Token) -> bool:
        """"The West Bank": a place whose name ends in a word for something else."""
        names = [c for c in token.kids("compound") if c.is_proper and c.i < token.i]
        return bool(names) and gazetteer().lookup(self.slice(names[0].start, token.end)) is not None

    def _looks_like_surname(self, token: Token, edge: int) -> bool:
        """Whether a capitalised role word is a name here ("Alastair King", "Bishop said")."""
        before = self.parse.tokens[token.i - 1] if token.i > edge else None
        return before is not None and before.tag == "NNP" and before.i not in self.hits and token.text in self.people
