"""The slots of a frame at a word: which phrases stand in them, and the parties these name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.code import grammar
from dragoman.code.frames import FrameIndex, codes_of
from dragoman.code.noun_phrases import users_of
from dragoman.code.parties import Mention, Resolver
from dragoman.code.party_countries import scene_country
from dragoman.code.saying import hearers, speakers
from dragoman.code.status import Status
from dragoman.codebook.schema import Frame, Support
from dragoman.engine.parse import Token

KINDS = frozenset({"ANY", "PARTY", "STATE", "PERSON", "PEOPLE", "CROWD", "SOMEBODY", "ARMED", "RULER", "PLACE"})
# in a frame's list of words: whatever stands there, whatever names a party, a government or whoever speaks for it, somebody with a name or an
# office, those of a country by its name ("27,000 Haitians"), civilians of any trade together ("a union"), any people of a known side, those in arms,
# those who rule or serve a state or are an organisation of states, a place
_SPANS = frozenset("hour day week night month minute round year".split())
_FOR_THEMSELVES = frozenset({"SOC", "EDU", "BUS", "MED", "AGR", "LAB", "REF", "CVL", "ELI"})
# sectors of those who speak for nobody but themselves
_DURING = frozenset({"in", "during", "at", "on", "after", "before", "following", "through", "ahead"})
_MOTION = frozenset("go fly travel head come arrive leave depart return meet land sail drive".split())
_MONEY = frozenset("$ € £ dollar euro pound yen million billion rouble ruble yuan dirham riyal dinar franc krone krona rupee rand peso usd eur".split())
_PEOPLE = ("person", "role", "body", "group")
_THEM = frozenset({"them", "him", "her"})
_EDGES = frozenset("border frontier boundary crossing line".split())
# what lies between two sides: the other one stands behind *with*
_RULING = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO", "REB"})
_IN_ARMS = frozenset({"MIL", "REB", "UAF", "PRM"})
OUTLAWS = frozenset({"REB", "UAF", "PRM", "CRM"})
# those in arms against a state, or outside it
_CIVIL = frozenset({"CVL", "AGR", "LAB", "EDU", "SOC", "OPP", "MED", "REL", "REF", "NGO", "JRN", "ELI"})
_GOVERNED = frozenset({"OPP", "PTY", "REB", "UAF", "CRM", "JRN", "REF", "REL", "CVL", "NGO", "SOC", "ELI"})
# whoever is ruled, or fights those who rule; not those of a trade
_CHECKING = frozenset({"LEG", "JUD"})
# bodies of a state that its government has to do with
_AT_HOME = frozenset({"COERCE", "ASSAULT"})
# what rulers do to their own towns
_TAKING = frozenset("take retake capture recapture reclaim regain recover liberate free seize enter secure control clear conquer overrun storm".split())
# a town that is taken was others'
_HELP = frozenset("aid assistance relief food ration feeding distribution humanitarian".split())
_OWN = frozenset({"its", "their", "his", "her"})
_ON_THINGS = ("object", "on", "against")
_ACTING = ("state", "person", "role", "body", "organisation")
_TOGETHER = frozenset(
    """crowd mob union opposition movement federation confederation association alliance coalition group community minority clan tribe people public
    family staff crew diaspora clergy resistance league""".split()
)
# words for many, told in the singular
_LOOKERS_ON = frozenset(
    """fan tourist passenger customer shopper athlete celebrity artist singer writer poet bystander commuter holidaymaker traveller traveler hostage victim
    boy girl child teenager woman women man men""".split()
)
# those whom no politics brings together
_DEEDS = frozenset("CONSULT COOPERATE AID RETREAT CONCEDE PROTEST SANCTION MOBILIZE COERCE ASSAULT SUPPORT".split())
_NAMED_SLOTS = frozenset("subject object indirect complement possessor to-clause that-clause ing-clause wish-clause that-subject to-object".split())
# slots that no preposition opens
_JUDGING = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
# what an office may do to what its own state does
_EASING = frozenset({"RETREAT", "CONCEDE"})
# what is lifted lay on somebody, in whatever words
_GIVING = frozenset({"AID", "RETREAT"})
# what goes to somebody, also far behind: "returned twelve skulls that were stolen in 1940 to Peru"
_BETWEEN_STATES = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID"})


def fillers(slot: str, token: Token, support: Token | None, entry: Support | None) -> list[Token]:
    """Heads of the phrases in a slot of a verb, adjective or noun."""
    if slot == "speaker":
        return speakers(support or token)
    if slot == "hearer":
        return hearers(support or token)
    if token.is_noun:
        return _noun_fillers(slot, token, support, entry)
    if slot == "subject":
        if token.is_verb:
            return [w for t in grammar.subjects(token) for w in _authors(t, token)]
        return grammar.adjective_subjects(token)
    if slot == "object":
        return grammar.objects(token) if token.is_verb else []
    if slot == "indirect":
        return grammar.indirect_objects(token)
    if slot == "complement":
        return grammar.complements(token)
    if slot == "to-clause":
        return grammar.to_clauses(token)
    if slot == "that-clause":
        return grammar.that_clauses(token)
    if slot == "ing-clause":
        return grammar.ing_clauses(token)
    if slot == "wish-clause":
        return grammar.wish_clauses(token)
    if slot == "that-subject":
        return [s for c in grammar.that_clauses(token) for s in c.kids("nsubj", "nsubjpass")]
    if slot == "to-object":
        clauses = grammar.to_clauses(token)
        return [o for c in clauses for o in (*grammar.objects(c), *grammar.prepositional(c, "on"), *grammar.prepositional(c, "with"))]
    return grammar.nearby(token, slot)


def _authors(text: Token, verb: Token) -> list[Token]:
    """Who speaks by a text: whoever wrote it, else who tells of it ("the note demanded an apology, the foreign ministry said")."""
    found = grammar.writers(text)
    nobody = found == [text] and text.is_noun and not text.is_proper and text.lemma in grammar.TEXTS
    return (speakers(verb) if nobody else []) or found


def is_asked_for(head: Token, lemmas: frozenset[str], resolver: Resolver) -> bool:
    """Whether the head of a phrase is one of the words that a frame asks for, or of the kind that it asks for (see ``KINDS``)."""
    if head.lemma in lemmas or head.lower in lemmas:
        return True
    thing = grammar.stands_for(head)
    if thing is not None and (thing.lemma in lemmas or thing.lower in lemmas):
        return True
    kinds = lemmas & KINDS
    if "ANY" in kinds:
        return True
    if head.lower in _THEM and any((m.role_noun or "").split(" ")[-1] in lemmas for m in resolver.at(head)):
        # "until the police scattered them"
        return True
    return bool(kinds) and any(_is_kind(m, kinds) for m in resolver.at(head))


def _is_kind(m: Mention, kinds: frozenset[str]) -> bool:
    if "PERSON" in kinds and (m.kind == "person" or (m.kind == "role" and m.level is not None)):
        return True
    if "PEOPLE" in kinds and m.kind in ("state", "role") and ": demonym" in m.party.basis:
        return True
    if "STATE" in kinds and m.party.code and m.party.sector in ("GOV", "IGO") and m.kind not in ("place", "thing") and ": demonym" not in m.party.basis:
        return True
    if "SOMEBODY" in kinds and m.kind in ("person", "role") and m.party.code is not None and m.party.sector != "BUS":
        return True
    if "RULER" in kinds and m.party.code is not None and m.party.sector in _RULING and m.kind not in ("place", "thing"):
        return True
    if "CROWD" in kinds and _is_crowd(m):
        return True
    if "ARMED" in kinds and m.party.sector in _IN_ARMS and m.kind not in ("place", "thing"):
        return True
    if "PLACE" in kinds and (m.kind in ("place", "state", "unknown") and m.party.person is None):
        return True
    return "PARTY" in kinds and m.party.code is not None and m.kind not in ("place", "thing")


def _is_crowd(m: Mention) -> bool:
    """Civilians of any trade, several of them: "pensioners", "Bolivian peasants", "a teachers' union"; not one dean, one newspaper."""
    if m.kind not in ("role", "group", "body") or m.party.sector not in _CIVIL or m.role_noun in _LOOKERS_ON:
        return False
    return m.plural or (m.role_noun or "").split(" ")[-1] in _TOGETHER


_LOOKING_INTO = frozenset("investigation inquiry enquiry probe trial study review report account footage image video photo evidence news memory".split())
# "started an investigation of the killing": who looks into a deed has not done it
_TALKED_OVER = frozenset("discuss debate review raise address".split())
_PAPERS = frozenset("deal agreement accord pact treaty memorandum understanding arrangement".split())


def _noun_fillers(slot: str, noun: Token, support: Token | None, entry: Support | None) -> list[Token]:
    if slot == "possessor":
        return grammar.possessors(noun)
    if slot == "subject":
        if support is None:
            return _adjunct_subjects(noun)
        if entry is None or entry.converse or entry.bystander:
            return []
        if grammar.is_passive(support) and entry.slot != "object":
            # "were engaged in talks"
            return grammar.surface_subjects(support)
        return grammar.subjects(support)
    if slot == "to-clause":
        return grammar.to_clauses(noun)
    if slot == "that-clause":
        return grammar.that_clauses(noun)
    if slot in ("object", "that-subject", "to-object", "wish-clause"):
        return []
    if slot == "with" and noun.dep == "dobj" and noun.head.lemma in _TALKED_OVER and noun.lemma in _PAPERS:
        # "ready to discuss the deal with Mogadishu": with whom it is talked over, not with whom it was made
        return []
    found = grammar.nearby(noun, slot)
    if not found and support is not None:
        found = grammar.nearby(support, slot)
        if not found and slot == "to":
            found = [t for t in grammar.indirect_objects(support) if t is not noun]
    return found


def _adjunct_subjects(noun: Token) -> list[Token]:
    """"In a call to his counterpart, the minister asked": who does the rest is a side of the call, too."""
    preposition = noun.head
    verb = preposition.head
    if noun.lemma == "protest" and noun.dep == "pobj" and preposition.lower in ("in", "as") and verb.is_verb:
        # "honked their horns in protest at"
        return grammar.subjects(verb)
    if noun.dep == "pobj" and verb.is_noun and verb.dep == "ROOT" and preposition.lower in ("in", "for", "at"):
        # "Ethiopian PM in Asmara for talks with Isaias"
        return [verb]
    if preposition.lower == "of" and verb.lemma in _SPANS and verb.dep == "pobj":
        # "after four hours of talks"
        noun, preposition, verb = verb, verb.head, verb.head.head
        if not verb.is_verb or preposition.lower not in _DURING:
            return []
        return [s for s in grammar.subjects(verb) if s.child("conj") or any(c.child("conj") for c in s.kids("amod", "compound", "nmod"))]
    if noun.dep != "pobj" or not verb.is_verb or not any(p.lower in ("with", "to", "from") for p in noun.kids("prep")):
        return []
    if preposition.lower in _DURING or (preposition.lower == "for" and verb.lemma in _MOTION):
        return grammar.subjects(verb)
    return []


def support_of(noun: Token, frame: Frame, index: FrameIndex, status: Status) -> tuple[Token | None, Support | None]:
    """The light verb that carries a noun: "hold talks", "talks were held", "came under attack"."""
    if not noun.is_noun:
        return None, None
    head, slot = noun.head, ""
    top = noun
    while top.dep == "conj" and top.head.is_noun:
        top = top.head
        head = top.head
    if top.dep in ("dobj", "nsubjpass") and head.is_verb:
        slot = "object"
    elif top.dep == "pobj" and head.head.is_verb:
        slot, head = head.lower, head.head
    elif top.dep == "pobj" and head.head.is_noun and head.head.dep in ("dobj", "nsubjpass") and head.head.head.is_verb and head.lower == "of":
        if head.head.lemma in _LOOKING_INTO:
            return None, None
        # "held a round of talks"
        slot, head = "object", head.head.head
    if not slot:
        return _support_behind(noun, frame, index)
    particles = {c.lower for c in head.kids("prt", "advmod")}
    for s in index.support.get(head.lemma, ()):
        if s.slot == slot and (s.particle is None or s.particle in particles) and (not s.types or frame.type in s.types):
            return head, s
    op = status.operator(head, slot)
    if op is not None:
        return head, op
    return None, None


def _support_behind(noun: Token, frame: Frame, index: FrameIndex) -> tuple[Token | None, Support | None]:
    """"a meeting which the group held", "the attack it had carried out": the light verb of a clause that hangs on its noun."""
    for clause in noun.kids("relcl"):
        if not clause.kids("nsubj") or any(o.tag not in ("WDT", "IN", "DT") for o in clause.kids("dobj")):
            continue
        particles = {c.lower for c in clause.kids("prt", "advmod")}
        for s in index.support.get(clause.lemma, ()):
            if s.slot == "object" and not s.converse and (s.particle is None or s.particle in particles) and (not s.types or frame.type in s.types):
                return clause, s
    return None, None


class Filler:
    """The slots of one frame at one word."""

    def __init__(self, resolver: Resolver, frame: Frame, token: Token, support: Token | None, entry: Support | None) -> None:
        self.resolver = resolver
        self.frame = frame
        self.token = token
        self.support = support
        self.entry = entry
        self.used: list[str] = []
        self.reciprocal = False
        # whether those who act do it to one another

    def tokens(self, slot: str) -> list[Token]:
        """Heads of the phrases in a slot."""
        found = fillers(slot, self.token, self.support, self.entry)
        if slot == "between" and not found and self.frame.mode == "third-party" and self.support is not None:
            # "launched a mediation effort to end the rift between Qatar and Bahrain"
            found = [n for t in self.support.subtree() if t.lower == "between" and t.i > self.token.i for n in t.kids("pobj")][:1]
        if slot == "with" and not found and self.token.is_verb:
            # a state there may be whose border or war it is
            found = [t for t in grammar.deeper(self.token, slot) if any(m.kind == "person" for m in self.resolver.at(t))]
        if not found and self.token.is_verb and slot not in _NAMED_SLOTS and "object" in self.frame.words:
            # "imposed a ban on Somalia and lifted it": on whom it lay
            things = [t for o in grammar.objects(self.token) if (t := grammar.stands_for(o)) is not None]
            found = [n for t in things for n in grammar.nearby(t, slot) or (grammar.nearby(t.head, slot) if t.head.is_verb else [])]
        return found

    def side(self, slots: Iterable[str], besides: tuple[Mention, ...] = ()) -> tuple[Mention, ...]:
        """The parties of the first slot that holds one."""
        taken = codes_of(besides)
        nameless: tuple[Mention, ...] = ()
        for slot in slots:
            found = self._found(slot, besides)
            fresh = tuple(m for m in found if m.party.code not in taken or m.party.code is None or self._domestic(m, besides, slot))
            if any(m.party.code for m in fresh):
                self.used.append(f"{slot} «{fresh[0].party.text}»")
                return fresh
            # "the movement of Palestinian farmers": a party of known country in a later slot tells more than a bare role in this one
            nameless = nameless or fresh
        return nameless

    def _found(self, slot: str, besides: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Whatever a slot names; of a deed, also what stands deeper in its phrases, where the nearest name nobody."""
        heads = self.tokens(slot)
        near = self._named(slot, heads, besides)
        if codes_of(near) or self.frame.type not in _DEEDS:
            return near
        if self.frame.type in _BETWEEN_STATES and slot not in self.frame.actor and not codes_of(besides):
            # who gave or met nobody knows of has no far-off other side
            return near
        # firms are named with many a thing
        deep = tuple(m for m in self._named(slot, self._deeper(slot, heads), besides) if m.party.sector != "BUS")
        if self.frame.type == "CONSULT":
            # "discussed the situation at the border with the president": somebody is met, a country only named
            deep = tuple(m for m in deep if m.kind in ("person", "role") and m.level is not None)
        if slot == "object" and not codes_of(deep):
            deep = self._named(slot, [t for h in heads for t in users_of(h)], besides)
        return deep if codes_of(deep) else near

    def _named(self, slot: str, heads: list[Token], besides: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Those parties at some heads that may fill a slot."""
        if not heads:
            return ()
        found = tuple(m for m in self.resolver.mentions(heads) if m.party.code or m.party.person or m.party.sector)
        if slot == "speaker":
            # "analysts in Vienna said": they speak for nobody
            return tuple(m for m in found if m.party.sector not in _FOR_THEMSELVES)
        if slot == "hearer":
            # "told Reuters that": who carries the word is no side of it
            return tuple(m for m in found if m.party.sector != "JRN")
        if self.frame.type == "CONSULT":
            # "when he spoke to the BBC": an interview is no meeting
            found = tuple(m for m in found if m.party.sector != "JRN")
        if slot == "in" and self.frame.mode != "visit" and not self._used_on_place(besides):
            # where an act takes place is no side of it; but force that others, or gunmen of no told side, use in a state's towns is used on that
            # state, and so is help
            return tuple(m for m in found if m.kind != "place")
        return found

    def _used_on_place(self, besides: tuple[Mention, ...]) -> bool:
        """Whether the place of the act is its other side: of force that others use there, of help, of a curfew."""
        if self.frame.type == "SANCTION" and self.frame.mode == "discontinue":
            # "suspended aid deliveries in Borno": help that stops stops for those who live there
            return bool(codes_of(besides)) and any(t.lemma in _HELP for o in self.tokens("object") for t in (o, *o.kids("compound")))
        if self.frame.type not in ("ASSAULT", "AID"):
            return self.frame.mode in ("curfew", "martial-law")
        return bool(codes_of(besides)) or (self.frame.type == "ASSAULT" and any(m.party.sector in OUTLAWS for m in besides))

    def _deeper(self, slot: str, heads: list[Token]) -> list[Token]:
        if slot == "object":
            if self.frame.type in _BETWEEN_STATES:
                # what is given or sold comes from its country, it does not go there
                return []
            heads = [*heads, *(o for d in self._doings() for o in grammar.objects(d))]
            return [*heads, *(t for h in heads for c in grammar.conjuncts(h) for t in grammar.owners_of(c))]
        if slot in _NAMED_SLOTS:
            return []
        # places named with their country; what a border is with
        behind = [n for h in heads for n in (*h.kids("appos"), *(grammar.prepositional(h, "with") if h.lemma in _EDGES else ()), *grammar.owners_of(h))]
        found = [*behind, *grammar.farther(self.token, slot), *(t for d in self._doings() for t in grammar.nearby(d, slot))]
        if slot == "on" and self.frame.type in _EASING and "object" in self.frame.words and self.token.is_verb:
            # "lifted the sanctions imposed on India", "restrictions on the right to visit relatives in Cuba"
            found += [t for p in ("on", "against", "to", "in") for t in grammar.far_behind(self.token, p)]
        if self.frame.type in _GIVING and self.token.is_verb:
            if slot == "to":
                found += grammar.far_behind(self.token, slot)
            if self.frame.type == "AID":
                found += grammar.served(self.token)
        return found

    def _doings(self) -> list[Token]:
        """"stopped importing coal from Nicaragua": the doing that the frame asks for."""
        return [t for s in ("ing-clause", "from") if s in self.frame.words for t in self.tokens(s) if t.is_verb]

    def sides(self) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """Actor and recipient. Whoever is named as recipient is none of "the leaders" who act: "they pledged tanks to Ukraine"."""
        # towns suffer acts for their country, but only capitals act for it
        actor = tuple(m for m in self.side(self.frame.actor) if m.kind != "place")
        self.reciprocal = len(codes_of(actor)) > 1 and any(_is_each_other(t) for slot in self.frame.recipient for t in self.tokens(slot))
        if self.reciprocal:
            return actor, ()
        recipient = self.side(self.frame.recipient, besides=actor)
        if not recipient and len(codes_of(actor)) > 1 and not self.frame.mutual and all(m.party.basis.startswith("«") for m in actor):
            named = self.side(self.frame.recipient)
            others = tuple(m for m in actor if m.party.code not in codes_of(named))
            if others and len(others) < len(actor):
                return others, named
        return actor, self._on_scene(recipient) if self.frame.type == "PROTEST" else recipient

    def _on_scene(self, recipient: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """"In Bishkek they massed outside the White House": no seat of another country's stands where the clause is set."""
        subject = self.tokens("subject")[:1]
        scene = scene_country(self.resolver, subject[0]) if subject and any(m.kind == "body" for m in recipient) else None
        return tuple(m for m in recipient if scene is None or m.kind != "body" or m.party.code == scene[0])

    def _domestic(self, m: Mention, besides: tuple[Mention, ...], slot: str) -> bool:
        """Two sides within one country ("police detained the opposition leader"): other people than those who act; towns that rulers press or shell."""
        own = [b for b in besides if b.party.code == m.party.code]
        apart = m.kind in _PEOPLE and all(b.kind in _PEOPLE and b.party.start != m.party.start and _who(b) != _who(m) for b in own)
        if self.frame.type in _JUDGING and m.kind in ("thing", "state") and not m.place and not _is_pointed_at(m):
            # "the chancellor defended Germany's decision": the office judges what the state does
            return all(b.kind in _PEOPLE and not _is_pointed_at(b) for b in own)
        if self.frame.type in _BETWEEN_STATES or m.party.text.split(" ")[0].lower() in _OWN:
            # "insisted that Iran release its citizens": whose they are is not sure
            return apart and self.frame.type not in _BETWEEN_STATES and m.party.sector != "BUS"
        if m.kind == "place" or m.place or (m.kind == "thing" and (slot in _ON_THINGS or self._used_on_place(besides))):
            rulers = all(b.kind in _ACTING and b.party.sector in _RULING for b in own)
            return rulers and self.frame.type in _AT_HOME and self.token.lemma not in _TAKING
        # "Venezuela has barred an opposition leader from holding office"
        ruled = m.party.sector in _GOVERNED or (m.kind == "body" and m.party.sector in _CHECKING)
        return apart or (m.kind in _PEOPLE and ruled and all(b.kind == "state" and b.party.sector == "GOV" for b in own))

    def filled(self, need: str, actor: tuple[Mention, ...], recipient: tuple[Mention, ...]) -> bool:
        """Whether what a frame needs is there: a side, two parties, or anything in a slot."""
        if need == "actor":
            return bool(actor)
        if need == "recipient":
            return bool(recipient) or self.reciprocal
        if need == "pair":
            # "the former premier said the government must act": two sides of one country
            ruled = bool(codes_of(actor)) and all(m.party.sector in _GOVERNED for m in actor)
            own = [m for m in recipient if m.party.code in (None, *codes_of(actor)) and m.party.sector in _RULING]
            at_home = ruled and bool(own) and len(own) == len(recipient)
            return at_home or len(codes_of((*actor, *recipient))) > 1
        # a side that stands deeper fills its slot, too
        return bool(self.tokens(need)) or (self.frame.type == "CONSULT" and self.frame.recipient == (need,) and bool(recipient))


def _is_each_other(token: Token) -> bool:
    """"Accused each other", "blamed one another", "each side blames the other"."""
    before = {c.lower for c in token.kids("det", "nummod")}
    return (token.lower == "other" and bool(before & {"each", "the"})) or (token.lower == "one" and "another" in before)


def _is_pointed_at(m: Mention) -> bool:
    """"Its decision", "their plan": whoever acts, once more."""
    return m.party.basis.startswith("«") or m.party.text.lower().split(" ")[0] in ("its", "his", "her", "their", "our", "my")


def _who(m: Mention) -> str | None:
    return m.party.person or m.party.role or m.party.name


def measured(token: Token) -> Iterator[Token]:
    """The head of a phrase and, behind words of measure, what is measured ("a round of talks")."""
    for t in grammar.conjuncts(token):
        yield t
        for p in t.kids("prep"):
            if p.lower == "of" or (p.lower == "in" and t.lemma in _MONEY):
                # "30 million euros in budget support"
                yield from p.kids("pobj")


