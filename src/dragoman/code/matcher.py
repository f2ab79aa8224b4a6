"""Frames at work: which frame fires at a word, what fills its slots, and the acts that it is about.

For each verb, noun or adjective that some frame knows, the frames of that word are tried; of those that hold, the one that asks for most and
finds most fires. An act in an ``about`` slot is coded inside its outer act and not again beside it. Why a frame did not hold is kept for
``dragoman try``.
"""

from __future__ import annotations

from dragoman.code import grammar
from dragoman.code.addressee import Told, addressee_of, who_faces
from dragoman.code.answers import answer, asker, holder, only_answers
from dragoman.code.beside import fill_beside
from dragoman.code.conditions import OFFER, THREAT, on_condition
from dragoman.code.deeds import deed, knows_better
from dragoman.code.demands import unmarked
from dragoman.code.frames import Act, FrameIndex, Trial, coded, codes_of, each_once, without
from dragoman.code.met_at import met_at
from dragoman.code.opposite import faced, lacks_other_side, opposite, spoken_with, told_to, wants_redress
from dragoman.code.parties import Mention, Resolver
from dragoman.code.party_clauses import tells_office
from dragoman.code.party_groups import acted_together
from dragoman.code.party_mention import again
from dragoman.code.saying import saying_of, speakers
from dragoman.code.slots import OUTLAWS, Filler, fillers, is_asked_for, measured, support_of
from dragoman.code.status import Status, conditional, negated
from dragoman.code.telling import (
    end_of_means,
    merge_doer_and_deed,
    part_verb_and_noun,
    reject_the_same,
    tell_left_out,
    tell_protests_whole,
    told_by_its_making,
    with_each,
    without_letters,
    without_parts,
)
from dragoman.codebook.schema import Frame
from dragoman.engine.parse import Parse, Token

_MAX_OPEN = 24
# words that may be under way at once: deeper than any sentence nests
_TAKING_PLACE = frozenset("hold take cover focus last begin start end conclude resume open follow address involve".split())
_ROUNDS = frozenset({"round", "session", "phase"})
_NUMBERED = frozenset("the next second third fourth fifth sixth final last new another fresh further first latest".split())
# parts of talks, and the words by which they are told apart
_OF_NAMES = frozenset("cooperation unity defence treaty trade relief liberation resistance support assistance dialogue consultation solidarity".split())
# acts by which organisations call themselves
_STATIVE = frozenset("be have feel know need mean matter last work happen become remain seem appear cost lead cause".split())
_TELLING = frozenset("say comment elaborate confirm specify disclose reveal identify speculate divulge predict detail".split())
# "would not say whether", "would not confirm": nothing is refused but news
_IMPERSONAL = frozenset({"AGREE", "SUPPORT", "REJECT"})
# "It was agreed that the minister will visit": where nobody is told to have agreed, the act inside is the act
_PRESSURE = frozenset(
    """bully intimidate coerce blackmail force push threaten deter cow dictate pressure pressurise pressurize drag provoke silence lecture sway
    browbeat humiliate deflect rush stampede goad frighten scare""".split()
)
# what a side says it will not have done to it
_GRANTED = frozenset(
    """recognise recognize lift release free allow let permit accept tolerate extradite withdraw return hand grant admit reopen ease restore resume
    renew extend waive dismantle disarm ratify discuss negotiate deploy abandon evacuate readmit surrender reinstate open""".split()
)
_OPENING = frozenset({"reopen", "open", "resume", "restart"})
_GATES = frozenset(
    """border frontier crossing bridge airspace embassy consulate mission pipeline flight talk negotiation trade route strait port service delivery
    shipment export import link tie relation corridor gate checkpoint valve tap""".split()
)
# "said the crossing would not reopen": whoever says so keeps it shut
# what is a state's to do or to leave undone: "would not be lifted"
_DECIDED = frozenset(
    """accept admit agree allow approve attend back brook cede conduct consider deliver deploy discuss enter extend extradite fund give grant hand
    hold host impose issue join launch let lift make negotiate offer pay permit provide ratify receive recognise recognize release resume send sell
    sign supply support surrender take tolerate yield""".split()
)
_TRIFLES = frozenset(
    """attempt bone care chance comment credit difference doubt effort error excuse harm heed hint mistake notice offence pain pleasure question
    quarter risk secret sense time use way word""".split()
)
# "will take no chances", "will make no comment": nothing is refused
_RULING = frozenset({"state", "person", "role", "body", "group"})
_DECIDING = frozenset({"state", "de facto state", "group"})
_JUDGING = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
# a capital where something is welcomed or condemned is who does
_IN_ARMS = OUTLAWS | {"MIL", "COP", "SPY"}
_SAID_OF_OTHERS = frozenset({"ACCUSE", "THREATEN", "SUPPORT"})
# what a clause says of somebody else; not if it is denied or supposed ("said that Iran was not behind it", "... might be")
_MEASURES = frozenset("refer prosecute sanction punish hold suspend expel freeze ban bar remove withhold cut list blacklist arrest try exclude meet".split())
_TAKEN = frozenset("frozen suspended barred excluded expelled sanctioned banned".split())
# what organisations do to those whom they warn, also as the parser has it in an adjective
_STRIKING = frozenset(
    """ambush attack assault strike hit target bomb shell raid waylay destroy fire intercept capture encircle surround overrun rout repel storm disperse
    blast mine torpedo scatter seize stop""".split()
)
_OUTFITS = frozenset("group gang hacker militant gunman rebel fighter network cell outfit smuggler trafficker agent operative mercenary bandit raider".split())
_BASED = frozenset("base operate train shelter hide harbour harbor locate headquarter act work".split())
_PROMISING = frozenset({"vow", "swear", "pledge", "promise"})
_YIELDING = frozenset({"RETREAT", "CONCEDE", "AID", "AGREE", "COOPERATE", "SUPPORT"})
# what nobody is threatened with
_BEFALLING = frozenset("hit slap strike punish threaten meet".split())
_MEETING = frozenset("face suffer incur risk".split())
_PENALTIES = frozenset(
    "sanction ban freeze penalty consequence measure punishment expulsion isolation prosecution arrest charge trial embargo suspension justice".split()
)
# what those who are warned would have to bear, from whoever warns
_BESIDE = frozenset("during after before amid since despite until till because following as when while at".split())
# what is told behind these stands beside the act, not inside it
_DESCEND = ("xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "acl", "advcl", "conj", "attr", "dative")


class Matcher:
    """Codes the acts of one sentence."""

    def __init__(
        self, index: FrameIndex, resolver: Resolver, status: Status, blocked: frozenset[str] = frozenset(), figures: frozenset[str] = frozenset()
    ) -> None:
        """
        Args:
            index: the frames.
            resolver: at the sentence to be coded.
            status: reads status off the tree.
            blocked: types that do not fire in this sentence, because it is of sport, markets ...
            figures: trigger lemmas that are figures of speech in this sentence.
        """
        self.index = index
        self.resolver = resolver
        self.status = status
        self.blocked = blocked
        self.figures = figures
        self.explain = False
        # whether the frames tried are kept, for ``dragoman try``
        self.before: list[Act] = []
        # acts of the sentences before, for "the request", "the invitation"
        self.trials: list[Trial] = []
        self._done: dict[int, list[Act]] = {}
        self._open: set[int] = set()
        self._means: set[int] = set()
        # ids of acts that are only the means of another
        self._forms: frozenset[str] = frozenset()
        self._lower = ""
        # the words of the sentence, their dictionary forms, and all of it in lower case

    def code(self, parse: Parse) -> list[Act]:
        """All outermost acts of the sentence, in the order of their words."""
        self._done, self._open, self._means = {}, set(), set()
        self.trials = []
        self._forms = parse.forms
        self._lower = unmarked(self.resolver.slice(parse.start, parse.end).lower())
        for token in parse.tokens:
            # verbs, nouns, adjectives, adverbs: no other word is a trigger
            if token.tag[0] in "VNJRM":
                self.acts(token)
        self._face()
        tell_left_out(self._done)
        fill_beside(self._done, self.index, self.resolver, self.before)
        inside = {id(a) for acts in self._done.values() for act in acts for n in act.about for a in n.walk()} | self._means
        part_verb_and_noun(self._done, inside, self.index)
        carried = {a.support.i for acts in self._done.values() for a in acts if a.support is not None and id(a) not in inside}
        merge_doer_and_deed(self._done)
        tell_protests_whole(self._done, inside)
        reject_the_same(self._done)
        told_by_its_making(self._done)
        out: list[Act] = []
        for i in sorted(self._done):
            for act in self._done[i]:
                if id(act) in inside or (i in carried and act.trigger is not None and act.trigger.is_verb and not act.frame.words):
                    continue
                impersonal = act.type in _IMPERSONAL and not codes_of((*act.actor, *act.recipient))
                out += act.about if impersonal and act.about else with_each(act)
        told = without_parts(without_letters(out))
        met = {codes_of((*a.actor, *a.recipient)) for a in told if a.type == "CONSULT"}
        there = met_at(parse, self.resolver, self.index.meeting, self.status, self.acts)
        return [*told, *(a for a in there if codes_of(a.actor) not in met)]

    def _face(self) -> None:
        """"accused Turkey of a raid and demanded an apology": known only when the acts beside are."""
        for act in [a for acts in self._done.values() for a in acts if a.type in ("REQUEST", "ACCUSE") and not a.recipient and a.actor]:
            if act.trigger is not None and act.trigger.is_verb and wants_redress(act.trigger):
                act.recipient = faced(act.trigger, act.actor, self.acts)

    def acts(self, token: Token) -> list[Act]:
        """The acts whose trigger is this word (at most one)."""
        if token.i in self._done:
            return self._done[token.i]
        if token.i in self._open or len(self._open) > _MAX_OPEN:
            return []
        found: list[Act] = []
        if not (token.dep in ("aux", "auxpass") or (token.is_noun and token.dep == "compound") or tells_office(token) or self._is_in_name(token)):
            if frames := self._worth_trying(token):
                self._open.add(token.i)
                fitting = [a for frame in frames if (a := self._try(frame, token)) is not None]
                found = [max(fitting, key=_fit)] if fitting else []
            if token.is_verb and _will_not(token):
                self._open.add(token.i)
                found = self._refused(token, found)
            elif token.is_verb and (token.kids("aux") or token.dep == "conj"):
                found = self._on_condition(token, found)
            if not found and token.is_verb and not self.blocked and only_answers(token):
                found = answer(token, self.resolver, self._told_before(token))
        self._open.discard(token.i)
        self._done[token.i] = found
        return found

    def _is_in_name(self, token: Token) -> bool:
        """"The Organisation of Islamic Cooperation": a word of a longer name tells no act."""
        if not token.is_proper or token.lemma not in _OF_NAMES:
            return False
        near = (self.resolver.hits.get(i) for i in range(max(0, token.i - 5), token.i + 6))
        return any(hit is not None and hit.start <= token.start and token.end <= hit.end and hit.end - hit.start > len(token.text) for hit in near)

    def _worth_trying(self, token: Token) -> list[Frame]:
        """The frames of a word, without those that the words of the sentence rule out; all of them where reasons are asked for."""
        return self.index.at(token) if self.explain else self.index.possible(token, self._forms, self._lower)

    def _refused(self, verb: Token, found: list[Act]) -> list[Act]:
        """"will not sign", "would not attend": a refusal of the act that the verb tells (contract: REJECT about it, told as done)."""
        if any(a.type == "REJECT" for a in found):
            for act in found:
                # "will not sit with Iran": the frame has counted the negation already
                act.status = "actual"
            return found
        frame = self.index.refusal
        pressed = verb.lemma in _PRESSURE and grammar.is_passive(verb)
        actor = coded(self.resolver.mentions(grammar.surface_subjects(verb) if pressed else grammar.subjects(verb)))
        opens = verb.lemma in _OPENING and any(s.lemma in _GATES for s in verb.kids("nsubj"))
        if not codes_of(actor) and not pressed and (opens or (verb.lemma in _GRANTED and grammar.is_passive(verb))):
            # "Oslo said that the group would not be recognised": who says so will not do it
            said = coded(self.resolver.mentions(speakers(verb)))
            actor = tuple(m for m in said if m.kind in _RULING and getattr(self.index.codebook.actors.get(m.party.code or ""), "kind", "") in _DECIDING)
        if not actor or verb.lemma in _STATIVE or verb.lemma in _TELLING or "REJECT" in self.blocked or any(m.kind == "thing" for m in actor):
            return found
        # "will make no concession", "will not hold talks": the noun that the verb carries tells what is refused
        found = found or [a for o in verb.kids("dobj") for a in self.acts(o) if a.support is verb]
        for inner in found:
            inner.status = "hypothetical"
        if pressed:
            # "would not be bullied by Spain": who is pressed refuses, whoever presses is met
            by = without(coded(self.resolver.mentions(grammar.agents(verb))), actor)
            return [Act(frame, "REJECT", verb, actor, by, why=f"will not be «{verb.text}»")]
        act = Act(frame, "REJECT", verb, actor, (), list(found), why=f"will not «{verb.text}»")
        met = coded(m for a in found for m in (*a.actor, *a.recipient))
        act.recipient = without(each_once(met), actor)
        if not act.recipient:
            # "would not sit with Iran": the one party that the refused doing names
            named = coded(self.resolver.mentions([*verb.kids("dobj"), *(t for p in ("with", "to", "from") for t in grammar.prepositional(verb, p))]))
            # "will not withdraw a soldier" tells whose soldier: that of the one who will not, not of the article's home
            other = without(tuple(m for m in named if m.kind != "place" and "home country" not in m.party.basis), actor)
            act.recipient = other if len(codes_of(other)) == 1 else told_to(act, verb, self.resolver) or self._bound_by(verb, act)
        if not act.about:
            act.about = self._bare(verb, act)
            if not act.about and (plain := deed(verb, act, actor, self.index, self.resolver)) is not None:
                act.about = [plain]
        for inner in act.about:
            inner.status = "hypothetical"
            if grammar.is_passive(verb) and inner.trigger is verb and not inner.actor:
                inner.actor = actor
        self._note(verb, frame, True, act.why)
        return [act]

    def _bound_by(self, verb: Token, act: Act) -> tuple[Mention, ...]:
        """"will not lift the embargo it has imposed on Cuba", "will not end the strike until the government pays": who is under it, or must yield."""
        imposed = [c for o in verb.kids("dobj") for c in o.kids("relcl", "acl")]
        under = coded(self.resolver.mentions(n for c in imposed for p in ("on", "against") for n in grammar.prepositional(c, p)))
        return without(under, act.actor) or who_faces(verb, act, self.resolver)

    def _on_condition(self, verb: Token, found: list[Act]) -> list[Act]:
        """"If Mali refuses, ECOWAS will impose a blockade": a threat or an offer of what the verb, or the noun that it carries, tells."""
        told = found or [a for o in verb.kids("dobj", "nsubjpass") for a in self.acts(o) if a.support is verb]
        act = on_condition(verb, told, self.resolver, self.index.codebook.sets)
        if act is None or act.type in self.blocked:
            return found
        self._note(verb, act.frame, True, act.why)
        return [act]

    def again(self, parse: Parse, parties: tuple[Mention, ...]) -> list[Act]:
        """"The talks were held in New Delhi": the meeting told before, by its parties.

        Args:
            parse: the sentence, after :meth:`code`.
            parties: those of the last meeting in the article.
        """
        talks = self.index.codebook.sets.get("talks", frozenset())
        frame = self.index.meeting
        out: list[Act] = []
        for token in parse.tokens:
            named = {c.lower for c in token.kids("det")} & {"the", "these", "those"} and not token.kids("poss", "amod")
            if token.lemma in _ROUNDS and any(p.lemma in talks for p in grammar.prepositional(token, "of")):
                # "The next round of talks opens in Algiers"
                named = {c.lower for c in token.kids("det", "amod")} & _NUMBERED and not token.kids("poss")
            elif token.lemma not in talks:
                continue
            verb = token.head
            if frame is None or not named or token.dep not in ("nsubj", "nsubjpass") or verb.lemma not in _TAKING_PLACE:
                continue
            owners = ("with", "between") if token.lemma in _ROUNDS else ("with", "between", "of")
            if self._done.get(token.i) or self._done.get(verb.i) or any(p.lower in owners for p in token.kids("prep")):
                continue
            act = Act(frame, "CONSULT", token, parties, (), support=verb, status=self.status.of_verb(verb), why=f"«{token.text}»: the meeting told before")
            out.append(act)
        return out

    def _told_before(self, token: Token) -> list[Act]:
        """The acts told before a word, those of the sentences before first."""
        return [*self.before, *(a for i in sorted(self._done) if i < token.i for a in self._done[i])]

    def _told(self) -> Told:
        return Told(resolver=self.resolver, done=self._done, sets=self.index.codebook.sets, before=self.before)

    # -- one frame ---------------------------------------------------------------------------------------------------------------

    def _try(self, frame: Frame, token: Token) -> Act | None:
        why = self._refusal(frame, token)
        if why:
            self._note(token, frame, False, why)
            return None
        support, entry = support_of(token, frame, self.index, self.status) if frame.pos == "noun" else (None, None)
        if frame.pos == "noun" and frame.type == "MOBILIZE" and support is None and token.dep in ("dobj", "nsubjpass") and token.head.lemma in _STRIKING:
            # "ambushed an army patrol": who is struck
            self._note(token, frame, False, "it is what is struck")
            return None
        fill = Filler(self.resolver, frame, token, support, entry)
        actor, recipient = fill.sides()
        if not actor and frame.type in _JUDGING and token.is_verb and grammar.is_passive(token):
            # "the release was welcomed in London"
            judges = tuple(m for m in self.resolver.mentions(grammar.prepositional(token, "in")) if m.party.code and "capital" in m.party.basis)
            actor, recipient = judges, without(recipient, judges)
        if not actor and frame.type == "AGREE" and token.is_verb and _is_impersonal(token):
            actor = tuple(again(m, token) for m in acted_together(self.resolver))
        if entry is not None and entry.converse and not recipient and support is not None:
            recipient = without(self.resolver.mentions(grammar.surface_subjects(support)), actor)
        if actor and not codes_of(recipient) and lacks_other_side(frame, token, fill.tokens):
            recipient = opposite(token, actor, self.acts, self.before, self.resolver.sentence)
        for need in frame.needs:
            if not fill.filled(need, actor, recipient) and not (need == "recipient" and _harms_at_home(frame, actor)):
                self._note(token, frame, False, f"{need} is not filled")
                return None
        if frame.mutual:
            actor, recipient = _unite(actor, recipient), ()
        act = Act(frame, frame.type, token, actor, recipient, support=support)
        act.status = frame.status or (
            self.status.of_noun(token, support) if frame.pos == "noun" else self.status.of_verb(token if token.is_verb else _copula(token))
        )
        said = saying_of(token) if any(u.startswith("speaker") for u in fill.used) else None
        if said is not None:
            # what is said to be so is told by the saying: "said that Iran was behind it"
            if frame.type in _SAID_OF_OTHERS and not _counts_negation(frame) and _is_unsaid(token):
                self._note(token, frame, False, "it is said not to be so, or only perhaps")
                return None
            act.status = frame.status or self.status.of_verb(said)
        act.about = self._inside(act, fill)
        nobody = not codes_of(act.recipient) and not any(codes_of(a.actor) for a in act.about)
        if act.type == "ACCUSE" and "that-clause" in frame.about and token.is_verb and nobody:
            act.recipient = without(self._based_in(fill), act.actor) or act.recipient
        if act.type == "THREATEN" and token.lemma in _PROMISING and act.about and all(a.type in _YIELDING for a in act.about):
            self._note(token, frame, False, "it is a good that is promised")
            return None
        if act.type == "AGREE" and frame.about == ("that-clause",) and act.about and all(a.frame.id == "reject.will-not" for a in act.about):
            for inner in act.about:
                inner.status = "actual"
            self._note(token, frame, False, "it is told that something will not be done")
            return None
        if act.type == "ACCUSE" and frame.about == ("that-clause",) and not act.recipient and _is_own_deed(act):
            self._note(token, frame, False, "it is told of one's own deed")
            return None
        if frame.mode == "ceasefire" and token.is_verb and _is_of_others(act, self.resolver.mentions(fill.tokens("object"))):
            self._note(token, frame, False, "it is others' fire that is to stop")
            return None
        if act.type in ("THREATEN", "AGREE") and act.actor and not codes_of(act.actor) and not frame.mutual:
            # "Peru will halt exports, a ministry official warned": who would do it is who threatens it
            act.actor = coded(m for a in act.about for m in a.actor) or act.actor
            act.recipient = without(act.recipient, act.actor)
        if act.type == "ASSAULT" and frame.about and not act.about:
            # "claimed responsibility for blasts that struck a port of Peru"
            clauses = [c for slot in frame.about for t in fill.tokens(slot) for c in t.kids("relcl", "acl")]
            act.about = [a for c in clauses for a in self.acts(c) if a.type == act.type and not codes_of(a.actor)]
        if act.type == "ASSAULT" and act.about:
            # "claimed responsibility for the attack on Israel": the deed that is claimed is the one deed told
            deeds = [a for a in act.about if a.type == act.type]
            act.recipient = act.recipient or tuple(m for a in deeds for m in a.recipient)
            self._means |= {id(a) for a in deeds}
            act.about = [a for a in act.about if a not in deeds]
        if act.type == "ACCUSE" and act.about and act.recipient and all(m.kind == "thing" for m in act.recipient):
            # "condemned the killing of a Kenyan": whose deed it is is blamed, not who suffered it
            blamed = tuple(m for a in act.about for m in a.actor if m.party.code)
            if blamed or frame.mode != "investigate":
                act.recipient = without(blamed, actor)
        elif act.type == "REQUEST" and act.recipient and not codes_of(act.recipient):
            # "demanded the release of two soldiers held by Venezuela": those who are to be freed are not asked
            act.recipient = addressee_of(act, fill, self._told()) or act.recipient
        elif act.type == "REJECT" and act.recipient and not codes_of(act.recipient):
            # "told him there would be no truce with the gunmen": whoever hears it has asked
            act.recipient = told_to(act, support or token, self.resolver) or act.recipient
        elif not act.recipient and not frame.mutual and not fill.reciprocal:
            act.recipient = addressee_of(act, fill, self._told()) or spoken_with(act, support or token, self.acts)
            if not act.recipient:
                before, now = self._told_before(token), self.resolver.sentence
                act.recipient = told_to(act, support or token, self.resolver) or asker(act, before, now) or holder(act, before, now)
            if act.type == "THREATEN" and act.actor and not act.recipient:
                # "vowed to retaliate": against whom the sentence before may tell
                act.recipient = opposite(support or token, act.actor, self.acts, self.before, self.resolver.sentence)
        if frame.mode == "visit" and token.is_verb and "object" not in (*frame.actor, *frame.recipient, *frame.words) and _has_thing(token):
            self._note(token, frame, False, "something is sent or brought, nobody travels")
            return None
        if frame.type == "CONSULT" and frame.mode == "visit" and not codes_of(actor) and all(m.place or m.kind == "place" for m in act.recipient):
            # "the drivers flew to Abu Dhabi": a journey of nobody's is no visit to a government
            self._note(token, frame, False, "no party that travels")
            return None
        for inner in act.about if act.type in ("REJECT", "SUPPORT") and len(codes_of(act.recipient)) == 1 else ():
            if not inner.actor and _is_others(inner):
                inner.actor = coded(act.recipient)
        if act.type == "THREATEN" and frame.about == ("that-clause",) and _only_foretells(act, fill, self.resolver):
            self._note(token, frame, False, "an organisation warns of what others will do or suffer")
            return None
        if not any(m.party.code for a in act.walk() for m in (*a.actor, *a.recipient)):
            self._note(token, frame, False, "no known party on any side")
            return None
        if frame.pos == "verb":
            slots = [(t, lemmas) for slot, lemmas in frame.words.items() if slot not in frame.about for t in fill.tokens(slot)]
            asked_for = (h for t, lemmas in slots for h in measured(t) if h.lemma in lemmas)
            act.worn = frozenset(h.i for h in asked_for)
        act.why = f"{frame.pos} «{token.text}» with " + ", ".join(fill.used) if fill.used else f"{frame.pos} «{token.text}»"
        self._note(token, frame, True, act.why)
        return act

    def _refusal(self, frame: Frame, token: Token) -> str | None:
        """Why the words around do not allow the frame; None if they do."""
        if frame.type in self.blocked or token.lemma in self.figures:
            return "a figure of speech in this sentence"
        if token.is_noun and token.dep == "pobj" and token.head.lower == "of" and _is_missing(token.head.head):
            return f"there is no {token.head.head.text} of it"
        if frame.particle is not None:
            near = {c.lower for c in token.kids("prt", "advmod", "acomp", "oprd", "npadvmod", "dobj")}
            near |= {c.lower for c in token.kids("prep") if not c.child("pobj") or c.i == token.i + 1}
            if not any(p.strip() in near for p in frame.particle.split(",")):
                return f"no particle «{frame.particle}»"
        elif frame.pos == "verb" and not frame.phrase and not frame.words and any((token.lemma, c.lower) in self.index.phrasal for c in token.kids("prt")):
            return f"«{token.lemma}» with its particle is another verb"
        if frame.phrase:
            start, end = (token.head if not token.is_verb and token.head.is_verb else token).span()
            words = unmarked(self.resolver.slice(start, end).lower())
            if not any(p.lower() in words for p in frame.phrase):
                return f"no phrase «{frame.phrase[0]}»"
        for slot, lemmas in frame.words.items():
            heads = fillers(slot, token, *support_of(token, frame, self.index, self.status))
            if not any(is_asked_for(h, lemmas, self.resolver) for t in heads for h in measured(t)):
                return f"{slot} is none of «{next(iter(sorted(lemmas)), '')}» ..."
        for slot, lemmas in frame.never.items():
            heads = fillers(slot, token, *support_of(token, frame, self.index, self.status))
            barred = next((h for t in heads for h in measured(t) if is_asked_for(h, lemmas, self.resolver)), None)
            if barred is not None:
                return f"{slot} is «{barred.text}»"
        return None

    def _note(self, token: Token, frame: Frame, fired: bool, why: str) -> None:
        if self.explain:
            self.trials.append(Trial(word=token.text, frame=frame.id, fired=fired, why=why))

    # -- what it is about --------------------------------------------------------------------------------------------------------

    def _based_in(self, fill: Filler) -> tuple[Mention, ...]:
        """"charged that a group in Egypt had hacked it", "that hackers based in Pakistan ...": who lets them work there is blamed."""
        out: list[Token] = []
        for who in fill.tokens("that-subject"):
            if who.is_proper or who.lemma not in _OUTFITS:
                continue
            for word in (who, *(c for c in who.kids("acl") if c.lemma in _BASED)):
                out += [n for p in word.kids("prep") if p.lower in ("in", "from", "inside", "out") for n in p.kids("pobj")]
        return tuple(m for m in coded(self.resolver.mentions(out)) if m.kind in ("state", "place"))

    def _inside(self, act: Act, fill: Filler) -> list[Act]:
        frame = act.frame
        out: list[Act] = []
        parts = [part for slot in frame.about for token in fill.tokens(slot) for part in _coordinated(token)]
        for part in parts:
            out += [a for a in self._found_in(part, act) if a not in out]
        doer = act.actor if frame.control == "actor" else act.recipient
        other = act.recipient if frame.control == "actor" else act.actor
        if act.type in ("THREATEN", "AGREE", "CONCEDE"):
            # "warned that it would cut aid if Mali refused" is one threat
            out = [deep for inner in out for deep in (inner.about if inner.frame in (THREAT, OFFER) and inner.about else [inner])]
        for inner in out:
            if act.type == "ACCUSE" and doer and all(m.kind == "thing" for m in doer):
                # "condemned the killing of a Kenyan": who suffered it did not do it
                doer = without(doer, inner.recipient)
            if not inner.actor and doer and act.type == "REJECT" and _is_others(inner):
                # "rejected the allegations": whoever rejects words has not said them
                inner.recipient = inner.recipient or doer
            elif not inner.actor and doer and _lacks_doer(inner):
                inner.actor = doer
                inner.recipient = without(inner.recipient, doer) or inner.recipient
            if inner.status == "actual":
                inner.status = _inner_status(act.type, inner)
        if act.trigger is not None and act.trigger.lemma == "accept":
            # an invitation that is accepted is what it invites to
            self._means |= {id(inner) for inner in out if inner.about}
            out = [deep for inner in out for deep in (inner.about or [inner])]
        ends = [end_of_means(inner) for inner in out]
        self._means |= {id(inner) for inner, end in zip(out, ends, strict=True) if inner is not end}
        out = ends
        if not out and not frame.inside:
            out = [a for part in parts if part.is_verb and (a := deed(part, act, doer, self.index, self.resolver)) is not None]
            for inner in out:
                inner.status = _inner_status(act.type, inner)
        if not out and frame.inside:
            out = [Act(frame, frame.inside, None, doer, other if frame.control == "actor" else (), status=_inner_status(act.type, None))]
        return out

    def _found_in(self, token: Token, outer: Act) -> list[Act]:
        """The acts at a slot's head, or the nearest ones below it."""
        level = [token]
        for _ in range(4):
            # a word that is being coded further out cannot stand inside itself
            level = [t for t in level if t.i not in self._open and t is not outer.trigger]
            same = [a for t in level for a in self._again(t)]
            if same:
                return same
            found = [a for t in level for a in self.acts(t)]
            broad = [a for a in found if not codes_of(a.recipient) and a.trigger and knows_better(a.trigger, a.frame, outer.type, self.index)]
            if broad:
                # "told Sudan to halt": told neither beside nor inside, but as the plain verb
                self._means |= {id(a) for a in broad}
                return []
            if found:
                return found
            bare = [a for t in level for a in self._bare(t, outer)]
            if bare:
                return bare
            level = [c for t in level for c in t.children if c.dep in _DESCEND and c.dep != "conj" and c.lower not in _BESIDE and not _is_beside(c)]
            if not level:
                return []
        return []

    def _again(self, token: Token) -> list[Act]:
        """"threatened to follow suit", "offered to do the same": the act told before it, done by somebody else."""
        objects = {c.lower for c in token.kids("dobj", "advmod")} if token.is_verb else set()
        if not ((token.lemma == "follow" and objects & {"suit"}) or (token.lemma == "do" and objects & {"so", "same", "likewise"})):
            return []
        before = [a for i in sorted(self._done) if i < token.i for a in self._done[i]]
        return [Act(before[-1].frame, before[-1].type, token, (), before[-1].recipient)] if before else []

    def _bare(self, token: Token, outer: Act) -> list[Act]:
        """An act inside that names no party of its own: its sides come from the outer act."""
        if not (token.is_verb or token.is_noun):
            return []
        self._open.add(token.i)
        found = self._bare_act(token, outer)
        self._open.discard(token.i)
        return found

    def _bare_act(self, token: Token, outer: Act) -> list[Act]:
        for frame in self.index.at(token):
            if frame.actor[:1] == ("speaker",) or self._refusal(frame, token) or knows_better(token, frame, outer.type, self.index):
                # what is told by the saying is no act without somebody who says it
                continue
            act = Act(frame, frame.type, token, (), (), status="actual")
            support, entry = support_of(token, frame, self.index, self.status) if frame.pos == "noun" else (None, None)
            fill = Filler(self.resolver, frame, token, support, entry)
            act.recipient = fill.side(frame.recipient)
            if not act.recipient and "recipient" in frame.needs and outer.frame.control == "actor":
                # "warned Serbia that it would suspend funds": those who are warned are those who would lose them
                act.recipient = outer.recipient
            if any(not fill.filled(n, (), act.recipient) for n in frame.needs if n not in ("actor", "subject", "possessor", "pair")):
                continue
            act.about = self._inside(act, fill)
            return [act]
        return []


def _harms_at_home(frame: Frame, actor: tuple[Mention, ...]) -> bool:
    """"Burmese soldiers razed two hundred homes": those in arms of a known side, and the frame knows what is hurt: whose it is may be untold."""
    if frame.type != "ASSAULT" or "object" not in frame.words or not codes_of(actor):
        return False
    return all(m.party.sector in _IN_ARMS and m.kind in ("role", "group", "body", "organisation") for m in actor)


def _fit(act: Act) -> tuple[int, int]:
    """How well a frame fits: what it demands of the words, and how much of it is filled."""
    return act.frame.demands() + 2 * bool(act.actor) + 2 * bool(act.recipient) + bool(act.about), -len(act.frame.id)


def _will_not(verb: Token) -> bool:
    """"will not", "would not", "won't": a refusal, but not in a condition."""
    modals = {a.lower for a in verb.kids("aux") if a.tag == "MD"}
    return bool(modals & {"will", "would", "wo", "'ll"}) and (negated(verb) or _none_of_it(verb)) and not conditional(verb)


def _none_of_it(verb: Token) -> bool:
    """"would attend no conference", "will agree to no talks": the refusal stands at what would be done."""
    if verb.lemma not in _DECIDED:
        return False
    things = [*verb.kids("dobj"), *(t for p in verb.kids("prep") if p.lower in ("to", "in", "with") for t in p.kids("pobj"))]
    return any(d.lower == "no" for t in things if t.lemma not in _TRIFLES for d in t.kids("det"))


def _only_foretells(act: Act, fill: Filler, resolver: Resolver) -> bool:
    """"The UN warned that rations would run out": those who help and count foretell, unless they will do it themselves."""
    if not act.actor or not all(m.party.sector in ("IGO", "NGO") for m in act.actor) or fill.side(("object", "indirect")):
        return False
    own = codes_of(act.actor)
    if any(own & codes_of(a.actor) for a in act.about):
        return False
    clauses = fill.tokens("that-clause")
    if any(c.lemma in _MEASURES and grammar.is_passive(c) or any(k.lower in _TAKEN for k in c.kids("acomp")) for c in clauses):
        # "warned that those responsible would be referred to the court"
        return False
    if any(c.lemma in _BEFALLING and grammar.is_passive(c) and any(o.lemma in _PENALTIES for o in grammar.prepositional(c, "with")) for c in clauses):
        # "warned the junta that it would be hit with new sanctions"
        return False
    if any(c.lemma in _MEETING and any(o.lemma in _PENALTIES for o in c.kids("dobj")) for c in clauses):
        # "warned the plotters that they would face travel bans"
        return False
    said = resolver.mentions(s for c in clauses for s in c.kids("nsubj", "nsubjpass"))
    return not own & codes_of(said)


def _is_beside(clause: Token) -> bool:
    """"... to stop as Washington backs a freeze", "... to leave because it had fired": what the clause tells is not what is asked."""
    return clause.dep == "advcl" and any(m.lower in _BESIDE or m.lower in ("if", "unless") for m in clause.kids("mark", "advmod"))


def _is_impersonal(verb: Token) -> bool:
    """"It was agreed that ...": whoever was at the table agreed."""
    it = verb.child("nsubjpass", "nsubj")
    return it is not None and it.lower == "it" and grammar.is_passive(verb) and not grammar.agents(verb)


def _counts_negation(frame: Frame) -> bool:
    """Whether a frame asks for the negation itself: "would not go unpunished"."""
    return any({"not", "never", "no", "nothing"} & set(p.split()) for p in frame.phrase)


def _is_unsaid(token: Token) -> bool:
    """"said that it was not to blame", "said it might be to blame", "said it did not know if it was to blame": nothing is claimed."""
    verb = token if token.is_verb else token.head if token.head.is_verb else token
    doubtful = any(a.lower in ("may", "might", "could") for a in verb.kids("aux")) and token.lemma not in ("face", "suffer", "pay", "regret")
    return negated(verb) or conditional(verb) or doubtful


def _is_own_deed(act: Act) -> bool:
    """"claimed that it had attacked the base": who tells of a deed of his own accuses nobody."""
    doers = codes_of(m for a in act.about for m in a.actor)
    return bool(doers) and doers <= codes_of(act.actor)


def _is_of_others(act: Act, objects: tuple[Mention, ...]) -> bool:
    """"sent troops to stop Russian attacks": who stops somebody else's fire has ceased none."""
    owners = codes_of(m for m in objects if m.kind == "thing")
    return bool(owners) and bool(codes_of(act.actor)) and not owners & codes_of(act.actor)


def _is_missing(noun: Token) -> bool:
    """"no sign of contrition", "little hint of a truce"."""
    return noun.lemma in ("sign", "hint", "trace", "indication", "glimmer", "shred") and any(
        c.lower in ("no", "little", "scant", "nary") for c in noun.kids("det", "amod", "advmod")
    )


def _has_thing(verb: Token) -> bool:
    """"returned to Chile a stone head": a verb of motion with an object moves that."""
    return any(o.tag in ("NN", "NNS") and o.lemma not in ("way", "day", "week", "trip", "visit", "time", "home") for o in verb.kids("dobj"))


def _unite(some: tuple[Mention, ...], others: tuple[Mention, ...]) -> tuple[Mention, ...]:
    codes = codes_of(some)
    return (*some, *(m for m in others if m.party.code not in codes))


def _coordinated(token: Token) -> list[Token]:
    out = [token]
    for c in token.kids("conj"):
        if token.is_verb == c.is_verb:
            out += _coordinated(c)
    return out


def _copula(adjective: Token) -> Token:
    return adjective.head if adjective.head.is_verb else adjective


def _is_others(act: Act) -> bool:
    """Words that somebody else has said, told by a noun."""
    return act.type in ("ACCUSE", "REQUEST", "THREATEN", "AGREE") and act.trigger is not None and act.trigger.is_noun


def _lacks_doer(act: Act) -> bool:
    """Whether the inner act may take its doer from outside: an agentless passive keeps its doer unknown."""
    return act.trigger is None or not (act.trigger.is_verb and act.frame.actor[:1] == ("subject",) and grammar.is_passive(act.trigger))


def _inner_status(outer: str, inner: Act | None) -> str:
    """What is promised or threatened is planned, what is asked or refused hypothetical, what is alleged told as done."""
    if outer in ("AGREE", "THREATEN", "CONCEDE"):
        return "planned"
    if outer in ("REQUEST", "REJECT"):
        return "hypothetical"
    return "actual"
