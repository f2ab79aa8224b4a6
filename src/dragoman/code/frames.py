"""Frames at work: which frame fires at a word, what fills its slots, and the acts that it is about.

For each verb, noun or adjective that some frame knows, the frames of that word are tried, the most demanding first; the first that holds
fires. An act in an ``about`` slot is coded inside its outer act and not again beside it. Why a frame did not hold is kept for
``dragoman try``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dragoman.code import grammar
from dragoman.code.parties import Mention, Resolver
from dragoman.code.status import Status, conditional
from dragoman.codebook.schema import Codebook, Frame, Support
from dragoman.engine.parse import Parse, Token

_MAX_DEPTH = 6
_CLAUSE_SLOTS = frozenset({"to-clause", "that-clause", "ing-clause"})
_DURING = frozenset({"in", "during", "at", "on", "after", "before", "following", "through", "ahead"})
_MOTION = frozenset("go fly travel head come arrive leave depart return meet land sail drive".split())
_LIGHT = 5
# a frame that asks for no more than the noun leaves the telling to it; one with a particle or phrase has a sense of its own
_ACT_NOUNS = frozenset(
    """idea charge claim move step offer proposal plan call demand suggestion accusation allegation request decision appeal pledge threat
    invitation initiative""".split()
)
# nouns that sum up what was just told
_PEOPLE = ("person", "role", "body", "group")
_BETWEEN_STATES = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID"})
_TAKING_PLACE = frozenset("hold take cover focus last begin start end conclude resume open follow address involve".split())
_STATIVE = frozenset("be have know need mean matter last work happen become remain seem appear cost lead cause".split())
_IMPERSONAL = frozenset({"AGREE", "SUPPORT", "REJECT"})
# "It was agreed that the minister will visit": where nobody is told to have agreed, the act inside is the act
_ANSWERS = frozenset({"REJECT", "AGREE", "ACCUSE", "SUPPORT", "THREATEN", "CONCEDE"})
# types whose acts answer or judge somebody else's
_DESCEND = ("xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "acl", "advcl", "conj", "attr", "dative")


@dataclass(slots=True)
class Act:
    """A frame that fired at a word."""

    frame: Frame
    type: str
    trigger: Token | None
    # None for an act that the outer frame tells by itself ("pledged $70 million": AID)
    actor: tuple[Mention, ...]
    recipient: tuple[Mention, ...]
    about: list[Act] = field(default_factory=list)
    status: str = "actual"
    support: Token | None = None
    why: str = ""
    operator: Support | None = None
    worn: frozenset[int] = frozenset()
    # words that the frame itself asked for: they tell no act of their own

    def walk(self) -> Iterator[Act]:
        """The act and every act inside it."""
        yield self
        for a in self.about:
            yield from a.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One frame that was tried at a word, and why it fired or not."""

    word: str
    frame: str
    fired: bool
    why: str


class FrameIndex:
    """Frames by trigger, the most demanding first. Built once a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self.by_word: dict[tuple[str, str], list[Frame]] = {}
        for frame in codebook.frames:
            for lemma in frame.lemmas:
                self.by_word.setdefault((frame.pos, lemma), []).append(frame)
        for frames in self.by_word.values():
            frames.sort(key=lambda f: (-f.demands(), f.id))
        self.support: dict[str, list[Support]] = {}
        for s in codebook.support:
            self.support.setdefault(s.verb, []).append(s)
        self.codebook = codebook
        # no word of its own: any verb of doing under "will not" (contract, "Status")
        self.refusal = Frame(id="reject.will-not", type="REJECT", pos="verb", lemmas=(), actor=("subject",), about=("that-clause",))

    def at(self, token: Token) -> list[Frame]:
        """The frames whose trigger this word may be."""
        if token.is_verb:
            return self.by_word.get(("verb", token.lemma), [])
        if token.tag in ("NN", "NNS", "NNP", "NNPS"):
            found = self.by_word.get(("noun", token.lemma), []) or self.by_word.get(("noun", token.lower), [])
            return found
        if token.tag[:2] in ("JJ", "VB", "RB"):
            return self.by_word.get(("adjective", token.lower), [])
        return []


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
        self.trials: list[Trial] = []
        self._done: dict[int, list[Act]] = {}
        self._open: set[int] = set()
        self._means: set[int] = set()
        # ids of acts that are only the means of another

    def code(self, parse: Parse) -> list[Act]:
        """All outermost acts of the sentence, in the order of their words."""
        self._done, self._open, self._means = {}, set(), set()
        self.trials = []
        for token in parse.tokens:
            self.acts(token)
        inside = {id(a) for acts in self._done.values() for act in acts for n in act.about for a in n.walk()} | self._means
        self._part_verb_and_noun(inside)
        carried = {a.support.i for acts in self._done.values() for a in acts if a.support is not None}
        self._merge_noun_and_verb()
        out: list[Act] = []
        for i in sorted(self._done):
            for act in self._done[i]:
                if id(act) in inside or (i in carried and act.trigger is not None and act.trigger.is_verb and not act.frame.words):
                    continue
                impersonal = not any(m.party.code for m in (*act.actor, *act.recipient)) and act.type in _IMPERSONAL
                out += act.about if impersonal and act.about else _each(act)
        return _without_parts(out)

    def _merge_noun_and_verb(self) -> None:
        """"A Saudi airstrike on Yemen killed nine": the noun that is a verb's doer and the verb tell one act, which keeps what either knows."""
        for acts in list(self._done.values()):
            for act in acts:
                verb = act.trigger
                if verb is None or not verb.is_verb or any(m.party.code for m in act.actor):
                    continue
                for subject in grammar.subjects(verb):
                    twin = next((a for a in self._done.get(subject.i, []) if a.type == act.type), None)
                    if twin is not None:
                        twin.recipient = twin.recipient or act.recipient
                        twin.support = twin.support or verb
                        self._done[verb.i] = []

    def _carries(self, act: Act, noun: Act) -> bool:
        """Whether a verb only carries a noun ("imposed curbs"), or the noun is what does the verb's deed ("the attack killed")."""
        verb, word = act.trigger, noun.trigger
        assert verb is not None
        if word in grammar.subjects(verb):
            return act.type == noun.type
        if act.frame.demands() > _LIGHT:
            return False
        return noun.type != act.type and any(not s.types or noun.type in s.types for s in self.index.support.get(verb.lemma, ()))

    def _acts_upon(self, act: Act, noun: Act) -> bool:
        """Whether a verb does something to the noun's act ("eased the embargo", "broke its promise"): then its own act is the one that is told."""
        verb, word = act.trigger, noun.trigger
        assert verb is not None
        return word not in grammar.subjects(verb) and not any(not s.types or noun.type in s.types for s in self.index.support.get(verb.lemma, ()))

    def _part_verb_and_noun(self, inside: set[int]) -> None:
        """A verb that asks for a noun and the noun itself tell one act ("put pressure on", "imposed curbs"): the one that knows more is kept.

        Where they know alike, a noun of another type tells more than its verb; of the same type, the verb stands for both.
        """
        for act in [a for acts in self._done.values() for top in acts for a in top.walk()]:
            for i in act.worn:
                for noun in [n for n in self._done.get(i, []) if n is not act]:
                    known, told = len(_codes((*act.actor, *act.recipient))), len(_codes((*noun.actor, *noun.recipient)))
                    free = id(act) not in inside and act.trigger is not None
                    if free and (told > known or (told == known and self._carries(act, noun))) and not self._acts_upon(act, noun):
                        self._done[act.trigger.i] = []  # type: ignore[union-attr]  # `free` says that it has one
                    else:
                        self._done[i] = []

    def acts(self, token: Token) -> list[Act]:
        """The acts whose trigger is this word (at most one)."""
        if token.i in self._done:
            return self._done[token.i]
        if token.i in self._open or len(self._open) > _MAX_DEPTH * 4:
            return []
        self._open.add(token.i)
        found: list[Act] = []
        if not (token.dep in ("aux", "auxpass") or (token.is_noun and token.dep == "compound")):
            fitting = [a for a in (self._try(frame, token) for frame in self.index.at(token)) if a is not None]
            if fitting:
                found = [max(fitting, key=_fit)]
            if token.is_verb and _will_not(token):
                found = self._refused(token, found)
        self._open.discard(token.i)
        self._done[token.i] = found
        return found

    def _refused(self, verb: Token, found: list[Act]) -> list[Act]:
        """"will not sign", "would not attend": a refusal of the act that the verb tells (contract: REJECT about it, told as done)."""
        if any(a.type == "REJECT" for a in found):
            return found
        frame = self.index.refusal
        actor = tuple(m for m in self.resolver.mentions(grammar.subjects(verb)) if m.party.code)
        if not actor or verb.lemma in _STATIVE or "REJECT" in self.blocked or any(m.kind == "thing" for m in actor):
            return found
        for inner in found:
            inner.status = "hypothetical"
        act = Act(frame, "REJECT", verb, actor, (), list(found), why=f"will not «{verb.text}»")
        met = [m for a in found for m in (*a.actor, *a.recipient) if m.party.code]
        act.recipient = self._without(tuple({m.party.code: m for m in met}.values()), actor)
        self._note(verb, frame, True, act.why)
        return [act]

    def again(self, parse: Parse, parties: tuple[Mention, ...]) -> list[Act]:
        """"The talks were held in New Delhi": the meeting told before, by its parties.

        Args:
            parse: the sentence, after :meth:`code`.
            parties: those of the last meeting in the article.
        """
        talks = self.index.codebook.sets.get("talks", frozenset())
        frame = next((f for f in self.index.codebook.frames if f.id == "consult.meeting-own"), None)
        out: list[Act] = []
        for token in parse.tokens:
            named = {c.lower for c in token.kids("det")} & {"the", "these", "those"} and not token.kids("poss", "amod")
            verb = token.head
            if frame is None or token.lemma not in talks or not named or token.dep not in ("nsubj", "nsubjpass") or verb.lemma not in _TAKING_PLACE:
                continue
            if self._done.get(token.i) or self._done.get(verb.i) or any(p.lower in ("with", "between", "of") for p in token.kids("prep")):
                continue
            act = Act(frame, "CONSULT", token, parties, (), support=verb, status=self.status.of_verb(verb), why=f"«{token.text}»: the meeting told before")
            out.append(act)
        return out

    # -- one frame ---------------------------------------------------------------------------------------------------------------

    def _try(self, frame: Frame, token: Token) -> Act | None:
        why = self._refusal(frame, token)
        if why:
            self._note(token, frame, False, why)
            return None
        support, entry = self._support(token, frame) if frame.pos == "noun" else (None, None)
        fill = _Filler(self, frame, token, support, entry)
        actor = tuple(m for m in fill.side(frame.actor) if m.kind != "place")
        # towns suffer acts for their country, but only capitals act for it
        recipient = fill.side(frame.recipient, besides=actor)
        if entry is not None and entry.converse and not recipient and support is not None:
            recipient = self._without(self.resolver.mentions(grammar.surface_subjects(support)), actor)
        for need in frame.needs:
            if not fill.filled(need, actor, recipient):
                self._note(token, frame, False, f"{need} is not filled")
                return None
        if frame.mutual:
            actor, recipient = _unite(actor, recipient), ()
        act = Act(frame, frame.type, token, actor, recipient, support=support)
        act.status = frame.status or (
            self.status.of_noun(token, support) if frame.pos == "noun" else self.status.of_verb(token if token.is_verb else _copula(token))
        )
        act.about = self._inside(act, fill)
        if not act.recipient and not frame.mutual:
            act.recipient = self._addressee_of(act, fill)
        if not any(m.party.code for a in act.walk() for m in (*a.actor, *a.recipient)):
            self._note(token, frame, False, "no known party on any side")
            return None
        if frame.pos == "verb":
            asked_for = (h for slot, lemmas in frame.words.items() if slot not in frame.about for t in fill.tokens(slot) for h in _heads(t) if h.lemma in lemmas)
            act.worn = frozenset(h.i for h in asked_for)
        act.why = f"{frame.pos} «{token.text}» with " + ", ".join(fill.used) if fill.used else f"{frame.pos} «{token.text}»"
        self._note(token, frame, True, act.why)
        return act

    def _addressee_of(self, act: Act, fill: _Filler) -> tuple[Mention, ...]:
        """Whom a refusal, an answer or a judgement meets: the one whose act or thing it is about ("rejected Iran's offer")."""
        if act.type in ("REJECT", "THREATEN"):
            inner = [m for a in act.about for m in (*a.actor, *a.recipient)]
            met = self._without(tuple(m for m in inner if m.party.code), act.actor)
            if met:
                return tuple({m.party.code: m for m in met}.values())
        if act.type == "REJECT":
            met = self._refused_party(act, fill)
            if met:
                return met
        if act.type == "REQUEST":
            asked = self._asked(act, fill)
            if asked:
                return asked
        if act.type == "ACCUSE":
            clauses = [t for slot in act.frame.about if slot == "that-clause" for t in fill.tokens(slot)]
            accused = self.resolver.mentions(s for c in clauses for s in (*c.kids("nsubj", "nsubjpass"),))
            if any(m.party.code for m in accused):
                return self._without(accused, act.actor)
        if act.type in ("AGREE", "SUPPORT"):
            met = self._partner_of_tie(act, fill)
            if met:
                return met
        if act.type in _ANSWERS:
            owned = [t for slot in (*act.frame.about, *act.frame.recipient) if slot == "object" for t in fill.tokens(slot)]
            met = tuple(m for m in self.resolver.mentions(owned) if m.party.code and m.kind == "thing")
            return self._without(met, act.actor) or self._answered(act, owned)
        return ()

    def _answered(self, act: Act, objects: list[Token]) -> tuple[Mention, ...]:
        """"offered to chair the talks, an idea that Ethiopia dismissed": the noun stands for the act told before it, and its doer is met."""
        if act.trigger is None or not any(t.lemma in _ACT_NOUNS and not t.kids("poss") for t in objects):
            return ()
        before = [a for i in sorted(self._done) if i < act.trigger.i for a in self._done[i] if a is not act]
        for a in reversed(before):
            met = self._without(tuple(m for m in a.actor if m.party.code), act.actor)
            if met and a.type != act.type:
                return met
        return ()

    def _asked(self, act: Act, fill: _Filler) -> tuple[Mention, ...]:
        """"requested that the Emirates prevail", "an appeal for Brazil to help": who is to do it."""
        token = fill.token
        clauses = [c for slot in act.frame.about if slot == "that-clause" for c in fill.tokens(slot)]
        clauses += [t for t in grammar.nearby(token, "for") if t.is_verb]
        found = self.resolver.mentions(s for c in clauses for s in c.kids("nsubj", "nsubjpass"))
        return self._without(tuple(m for m in found if m.party.code), act.actor)

    def _refused_party(self, act: Act, fill: _Filler) -> tuple[Mention, ...]:
        """"declined to act as Berlin's go-between", "refused to answer Iran": the one party that the refused doing names."""
        found: list[Mention] = []
        for clause in (c for slot in act.frame.about if slot in _CLAUSE_SLOTS for c in fill.tokens(slot)):
            heads = [*clause.kids("dobj", "dative"), *(n for p in clause.kids("prep") if p.lower in ("as", "with", "to", "from") for n in p.kids("pobj"))]
            found += [m for m in self.resolver.mentions(heads) if m.party.code and m.kind != "place"]
        met = self._without(tuple(found), act.actor)
        return met if len({m.party.code for m in met}) == 1 else ()

    def _partner_of_tie(self, act: Act, fill: _Filler) -> tuple[Mention, ...]:
        """"intends to deepen the partnership between India and Russia", "vowed to strengthen ties with Iran": the other side of the tie."""
        sets = self.index.codebook.sets
        ties = sets.get("ties", frozenset()) | sets.get("offers", frozenset()) | sets.get("requests", frozenset())
        clauses = [t for slot in (*act.frame.about, "object") for t in fill.tokens(slot)]
        for clause in clauses:
            for noun in clause.subtree():
                if not noun.is_noun or (noun.lemma not in ties and noun.lower.rstrip("s") not in ties):
                    continue
                bound = sets.get("ties", frozenset())
                joined = ("with", "between", "to") if noun.lemma in bound or noun.lower.rstrip("s") in bound else ("by", "from")
                sides = [*noun.kids("poss"), *(t for p in joined for t in grammar.nearby(noun, p))]
                found = tuple(m for m in (*self.resolver.at(noun), *self.resolver.mentions(sides)) if m.party.code)
                met = self._without(found, act.actor)
                if met:
                    return met
        return ()

    def _refusal(self, frame: Frame, token: Token) -> str | None:
        """Why the words around do not allow the frame; None if they do."""
        if frame.type in self.blocked or token.lemma in self.figures:
            return "a figure of speech in this sentence"
        if frame.particle is not None:
            near = {c.lower for c in token.kids("prt", "advmod", "acomp", "oprd", "npadvmod", "dobj")}
            near |= {c.lower for c in token.kids("prep") if not c.child("pobj") or c.i == token.i + 1}
            if not any(p.strip() in near for p in frame.particle.split(",")):
                return f"no particle «{frame.particle}»"
        if frame.phrase:
            start, end = (token.head if not token.is_verb and token.head.is_verb else token).span()
            words = self.resolver.slice(start, end).lower()
            if not any(p.lower() in words for p in frame.phrase):
                return f"no phrase «{frame.phrase[0]}»"
        for slot, lemmas in frame.words.items():
            heads = self.fillers(slot, token, *self._support(token, frame))
            if not any(h.lemma in lemmas or h.lower in lemmas for t in heads for h in _heads(t)):
                return f"{slot} is none of «{next(iter(sorted(lemmas)), '')}» ..."
        return None

    def _note(self, token: Token, frame: Frame, fired: bool, why: str) -> None:
        self.trials.append(Trial(word=token.text, frame=frame.id, fired=fired, why=why))

    def _without(self, some: tuple[Mention, ...], others: tuple[Mention, ...]) -> tuple[Mention, ...]:
        taken = {m.party.code for m in others if m.party.code}
        return tuple(m for m in some if m.party.code not in taken)

    # -- slots -------------------------------------------------------------------------------------------------------------------

    def fillers(self, slot: str, token: Token, support: Token | None, entry: Support | None) -> list[Token]:
        """Heads of the phrases in a slot of a verb, adjective or noun."""
        if token.is_noun:
            return self._noun_fillers(slot, token, support, entry)
        if slot == "subject":
            if token.is_verb:
                return grammar.subjects(token)
            return grammar._adjective_subjects(token, 0)
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
        return grammar.nearby(token, slot)

    def _noun_fillers(self, slot: str, noun: Token, support: Token | None, entry: Support | None) -> list[Token]:
        if slot == "possessor":
            return grammar.possessors(noun)
        if slot == "subject":
            if support is None:
                return _adjunct_subjects(noun)
            if entry is None or entry.converse or entry.bystander:
                return []
            return grammar.subjects(support)
        if slot == "to-clause":
            return grammar.to_clauses(noun)
        if slot == "that-clause":
            return grammar.that_clauses(noun)
        if slot == "object":
            return []
        found = grammar.nearby(noun, slot)
        if not found and support is not None:
            found = grammar.nearby(support, slot)
            if not found and slot in ("to", "with"):
                found = [t for t in grammar.indirect_objects(support) if t is not noun] if slot == "to" else []
        if not found and slot == "between":
            found = []
        return found

    def _support(self, noun: Token, frame: Frame) -> tuple[Token | None, Support | None]:
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
            # "held a round of talks"
            slot, head = "object", head.head.head
        if not slot:
            return None, None
        particles = {c.lower for c in head.kids("prt", "advmod")}
        for s in self.index.support.get(head.lemma, ()):
            if s.slot == slot and (s.particle is None or s.particle in particles) and (not s.types or frame.type in s.types):
                return head, s
        op = self.status.operator(head, slot)
        if op is not None:
            return head, op
        return None, None

    # -- what it is about --------------------------------------------------------------------------------------------------------

    def _inside(self, act: Act, fill: _Filler) -> list[Act]:
        frame = act.frame
        out: list[Act] = []
        for slot in frame.about:
            for token in fill.tokens(slot):
                for part in _coordinated(token):
                    out += [a for a in self._found_in(part, act) if a not in out]
        doer = act.actor if frame.control == "actor" else act.recipient
        other = act.recipient if frame.control == "actor" else act.actor
        for inner in out:
            if not inner.actor and doer and _lacks_doer(inner):
                inner.actor = doer
                inner.recipient = self._without(inner.recipient, doer) or inner.recipient
            if inner.status == "actual":
                inner.status = _inner_status(act.type, inner)
        ends = [_end_of_means(inner) for inner in out]
        self._means |= {id(inner) for inner, end in zip(out, ends, strict=True) if inner is not end}
        out = ends
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
            if found:
                return found
            bare = [a for t in level for a in self._bare(t, outer)]
            if bare:
                return bare
            level = [c for t in level for c in t.children if c.dep in _DESCEND and c.dep != "conj"]
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
            if self._refusal(frame, token):
                continue
            act = Act(frame, frame.type, token, (), (), status="actual")
            support, entry = self._support(token, frame) if frame.pos == "noun" else (None, None)
            fill = _Filler(self, frame, token, support, entry)
            act.recipient = fill.side(frame.recipient)
            if not act.recipient and "recipient" in frame.needs and outer.frame.control == "actor":
                # "warned Serbia that it would suspend funds": those who are warned are those who would lose them
                act.recipient = outer.recipient
            if any(not fill.filled(n, (), act.recipient) for n in frame.needs if n not in ("actor", "subject", "possessor", "pair")):
                continue
            act.about = self._inside(act, fill)
            return [act]
        return []


class _Filler:
    """The slots of one frame at one word."""

    def __init__(self, matcher: Matcher, frame: Frame, token: Token, support: Token | None, entry: Support | None) -> None:
        self.matcher = matcher
        self.frame = frame
        self.token = token
        self.support = support
        self.entry = entry
        self.used: list[str] = []

    def tokens(self, slot: str) -> list[Token]:
        return self.matcher.fillers(slot, self.token, self.support, self.entry)

    def side(self, slots: Iterable[str], besides: tuple[Mention, ...] = ()) -> tuple[Mention, ...]:
        """The parties of the first slot that holds one."""
        taken = {m.party.code for m in besides if m.party.code}
        nameless: tuple[Mention, ...] = ()
        for slot in slots:
            found = self.matcher.resolver.mentions(self.tokens(slot))
            found = tuple(m for m in found if m.party.code or m.party.person or m.party.sector)
            if slot == "in":
                # where an act takes place is no side of it
                found = tuple(m for m in found if m.kind != "place")
            fresh = tuple(m for m in found if m.party.code not in taken or m.party.code is None or self._domestic(m, besides))
            if any(m.party.code for m in fresh):
                self.used.append(f"{slot} «{fresh[0].party.text}»")
                return fresh
            # "the movement of Palestinian farmers": a party of known country in a later slot tells more than a bare role in this one
            nameless = nameless or fresh
        return nameless

    def _domestic(self, m: Mention, besides: tuple[Mention, ...]) -> bool:
        """Two sides within one country ("police detained the opposition leader"): other people than those who act."""
        if self.frame.type in _BETWEEN_STATES or m.kind not in _PEOPLE:
            return False
        own = [b for b in besides if b.party.code == m.party.code]
        return all(b.kind in _PEOPLE and b.party.start != m.party.start and _who(b) != _who(m) for b in own)

    def filled(self, need: str, actor: tuple[Mention, ...], recipient: tuple[Mention, ...]) -> bool:
        if need == "actor":
            return bool(actor)
        if need == "recipient":
            return bool(recipient)
        if need == "pair":
            return len({m.party.code for m in (*actor, *recipient) if m.party.code}) > 1
        return bool(self.tokens(need))


def _fit(act: Act) -> tuple[int, int]:
    """How well a frame fits: what it demands of the words, and how much of it is filled."""
    return act.frame.demands() + 2 * bool(act.actor) + 2 * bool(act.recipient) + bool(act.about), -len(act.frame.id)


def _who(m: Mention) -> str | None:
    return m.party.person or m.party.role or m.party.name


def _each(act: Act) -> list[Act]:
    """"talks with both A and B": a meeting with each."""
    trigger = act.trigger
    if act.type != "CONSULT" or trigger is None or not act.frame.mutual:
        return [act]
    for head in (trigger, *([act.support] if act.support is not None else []), *trigger.kids("dobj")):
        for token in grammar.prepositional(head, "with"):
            inside = {t.i for t in token.subtree()}
            guests = [m for m in act.actor if m.party.start is not None and any(t.i in inside and t.start <= m.party.start < t.end for t in token.subtree())]
            if any(c.lower == "both" for c in token.kids("preconj", "cc", "det", "predet")) and len(guests) > 1:
                hosts = tuple(m for m in act.actor if m not in guests)
                return [replace(act, actor=(*hosts, guest)) for guest in guests]
    return [act]


def _without_parts(acts: list[Act]) -> list[Act]:
    """Meetings told in full leave no second telling with fewer of their parties ("visited Ukraine to discuss measures")."""
    full = [(_codes((*a.actor, *a.recipient)), a.status) for a in acts if a.type == "CONSULT"]
    out = []
    for a in acts:
        codes = _codes((*a.actor, *a.recipient))
        if a.type == "CONSULT" and any(codes < other and (status == a.status or a.status == "actual") for other, status in full) and a.frame.mode is None:
            continue
        out.append(a)
    return out


def _end_of_means(act: Act) -> Act:
    """"use its standing to push Russia": who presses by way of his influence presses once, and the end says whom."""
    for inner in act.about:
        if act.type == inner.type == "REQUEST" and _codes(inner.recipient) and _codes(inner.actor) == _codes(act.actor):
            return inner
    return act


def _codes(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(m.party.code for m in mentions if m.party.code)


def _will_not(verb: Token) -> bool:
    """"will not", "would not", "won't": a refusal, but not in a condition."""
    modals = {a.lower for a in verb.kids("aux") if a.tag == "MD"}
    return bool(modals & {"will", "would", "wo", "'ll"}) and verb.child("neg") is not None and not conditional(verb)


def _adjunct_subjects(noun: Token) -> list[Token]:
    """"In a call to his counterpart, the minister asked": who does the rest is a side of the call, too."""
    preposition = noun.head
    verb = preposition.head
    if noun.dep != "pobj" or not verb.is_verb or not any(p.lower in ("with", "to", "from") for p in noun.kids("prep")):
        return []
    if preposition.lower in _DURING or (preposition.lower == "for" and verb.lemma in _MOTION):
        return grammar.subjects(verb)
    return []


def _unite(some: tuple[Mention, ...], others: tuple[Mention, ...]) -> tuple[Mention, ...]:
    codes = {m.party.code for m in some if m.party.code}
    return (*some, *(m for m in others if m.party.code not in codes))


def _heads(token: Token) -> Iterator[Token]:
    """The head of a phrase and, behind words of measure, what is measured ("a round of talks")."""
    for t in grammar.conjuncts(token):
        yield t
        for p in t.kids("prep"):
            if p.lower == "of":
                yield from p.kids("pobj")


def _coordinated(token: Token) -> list[Token]:
    out = [token]
    for c in token.kids("conj"):
        if token.is_verb == c.is_verb:
            out += _coordinated(c)
    return out


def _copula(adjective: Token) -> Token:
    return adjective.head if adjective.head.is_verb else adjective


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
