"""Whether an act is told as done, planned, possible or not done: tense, modals, conditionals, negation, operators.

The status is that of the act in its sentence; acts finished long before publication become ``background`` later, when their time is known.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.codebook.schema import Codebook, Support
from dragoman.engine.parse import Token

_PLANNED_MODALS = frozenset({"will", "shall", "'ll", "wo"})
_HYPOTHETICAL_MODALS = frozenset({"could", "may", "might", "can", "should", "must", "ca", "ought"})
_CONDITIONAL = frozenset({"if", "unless", "whether", "lest", "were", "should", "provided"})
_SPEECH_PAST = frozenset("say tell add announce report note declare state promise pledge vow confirm warn agree suggest".split())
_NEGATIVE_SUBJECT = frozenset({"no", "neither", "nobody", "none"})
_PLANNED_ADJECTIVES = frozenset("planned upcoming forthcoming next scheduled future proposed possible potential impending expected prospective".split())
_HYPOTHETICAL_ADJECTIVES = frozenset("possible potential proposed hypothetical eventual would-be".split())
_PAST_ADJECTIVES = frozenset("recent last previous earlier past first latest weekend".split())

_PERFORMED = frozenset(
    "thank congratulate welcome commend condemn applaud salute praise acknowledge express reiterate reaffirm extend offer appeal urge".split()
)
# what is done by saying that one would like to
_LATER = frozenset("when once after before until till as".split())

_PROSPECT = {"AGREE": "planned", "THREATEN": "planned", "CONCEDE": "planned", "REQUEST": "hypothetical", "REJECT": "hypothetical"}
# what is agreed or threatened to be done is planned, what is asked or refused hypothetical


class Status:
    """Reads the status of acts off the tree."""

    def __init__(self, codebook: Codebook) -> None:
        self._operators: dict[str, list[Support]] = {}
        for op in codebook.operators:
            self._operators.setdefault(op.verb, []).append(op)
        self._prospects: dict[str, str] = {}
        for frame in codebook.frames:
            if frame.pos == "verb" and "to-clause" in frame.about and frame.type in _PROSPECT:
                for lemma in frame.lemmas:
                    if lemma in ("be", "have"):
                        # "is to meet" is due, whatever phrase a frame builds on it
                        continue
                    self._prospects.setdefault(lemma, _PROSPECT[frame.type])

    def of_verb(self, verb: Token) -> str:
        """Status of the act that a verb tells."""
        if _is_said_by_wishing(verb):
            return "actual"
        own = _own_status(verb)
        if own in ("negated", "hypothetical"):
            return own
        inherited = self._from_above(verb)
        if inherited == "negated" and own == "negated":
            return "actual"
        if inherited == "actual" and own == "planned":
            # "announced that it would convene": what the clause says of itself goes before what is usual behind the verb
            return own
        return inherited or own

    def of_noun(self, noun: Token, support: Token | None) -> str:
        """Status of the act that a noun tells, by the verb that carries it and the adjectives before it."""
        words = {c.lower for c in noun.kids("amod", "compound", "det", "nmod", "dep")}
        if words & {"no", "non"}:
            return "negated"
        if support is not None:
            status = self.of_verb(support)
            if status == "actual" and noun.head is support and noun.dep == "dobj":
                # "plans a rally": the verb carries the noun and puts it off
                status = self._operator_status(noun) or status
            if status != "actual":
                return status
        else:
            status = self._operator_status(noun) or "actual"
            if status != "actual":
                return status
        if words & _HYPOTHETICAL_ADJECTIVES:
            return "hypothetical"
        if words & _PLANNED_ADJECTIVES and not words & _PAST_ADJECTIVES:
            return "planned"
        return "actual"

    def operator(self, verb: Token, slot: str) -> Support | None:
        """The operator entry of a verb for an act that stands in this slot."""
        particles = {c.lower for c in verb.kids("prt", "advmod")}
        for op in self._operators.get(verb.lemma, ()):
            if op.slot == slot and (op.particle is None or op.particle in particles):
                return op
        return None

    def _operator_status(self, noun: Token) -> str | None:
        head = noun.head
        if head.is_verb and noun.dep in ("dobj", "nsubjpass"):
            op = self.operator(head, "object")
            if op is not None:
                return _combine(op.status, _own_status(head)) or self._from_above(head)
        if noun.dep == "pobj" and head.head.is_verb:
            op = self.operator(head.head, head.lower)
            if op is not None:
                return _combine(op.status, _own_status(head.head))
        return None

    def _from_above(self, verb: Token) -> str | None:
        """What a governing verb, adjective or conditional says of the clause."""
        head = verb.head
        if head is verb:
            return None
        if verb.dep in ("xcomp", "ccomp") and head.is_verb:
            op = self.operator(head, _slot_of(verb))
            if op is not None:
                return _combine(op.status, _own_status(head)) or self._from_above(head)
            if _slot_of(verb) == "to-clause" and head.lemma in self._prospects:
                return self._prospects[head.lemma]
            if _slot_of(verb) == "to-clause" and head.lower == "going" and _own_status(head) == "actual":
                # "is going to see her tomorrow": nobody is on the way yet
                was = any(a.lower in ("was", "were") for a in head.kids("aux"))
                return "hypothetical" if was else "planned"
            if verb.dep == "xcomp":
                above = _own_status(head)
                return above if above != "actual" else self._from_above(head)
            if _own_status(head) == "hypothetical" and head.lemma not in _SPEECH_PAST:
                return "hypothetical"
            return None
        if verb.dep in ("xcomp", "ccomp", "advcl", "pcomp") and head.lower == "about" and verb.tag == "VB":
            return "planned"
        if verb.dep == "advcl" and verb.tag == "VB" and any(a.tag == "TO" for a in verb.kids("aux")) and _own_status(head) in ("planned", "hypothetical"):
            # "will travel to Skopje to meet the president": what a journey is for waits for the journey
            return _own_status(head)
        if verb.dep in ("xcomp", "ccomp", "advcl") and head.tag[:2] == "JJ":
            return "planned" if head.lower in ("due", "set", "ready", "likely", "scheduled", "bound", "poised") else None
        if verb.dep == "pcomp" and head.lower == "without":
            return "negated"
        if verb.dep == "pcomp" and head.head.is_verb:
            op = self.operator(head.head, head.lower)
            if op is not None:
                return _combine(op.status, _own_status(head.head))
        if verb.dep == "acl" and verb.tag == "VB" and head.is_noun:
            return "planned" if head.lemma in ("plan", "decision", "intention", "deal", "agreement") else None
        if verb.dep == "conj" and head.is_verb and not verb.kids("nsubj", "nsubjpass"):
            own_aux = verb.kids("aux", "auxpass")
            return self.of_verb(head) if not own_aux or verb.tag == "VB" else None
        if verb.dep == "advcl" and any(c.lower == "until" for c in verb.kids("mark")) and _own_status(head) in ("negated", "planned", "hypothetical"):
            # "would not talk until it stopped": it has not
            return "hypothetical"
        if verb.dep == "advcl" and verb.tag in ("VBZ", "VBP") and head.tag != "VBD" and any(c.lower in _LATER for c in verb.kids("mark", "advmod")):
            # "will sign when they meet next month"
            return "planned" if _own_status(head) == "planned" or _is_to_come(head) else None
        return None


def _is_to_come(verb: Token) -> bool:
    return verb.tag == "VB" and verb.dep == "xcomp" and any(a.tag == "TO" for a in verb.kids("aux"))


def _slot_of(verb: Token) -> str:
    if any(a.tag == "TO" for a in verb.kids("aux")):
        return "to-clause"
    return "ing-clause" if verb.tag == "VBG" and not verb.kids("nsubj") else "that-clause"


def _combine(outer: str | None, own: str) -> str | None:
    """Two negations make an assertion ("did not rule out"): an untold possibility; a negated plan is negated."""
    if own == "negated":
        return "hypothetical" if outer == "negated" else "negated"
    if own in ("hypothetical", "planned") and outer in (None, "actual"):
        return own
    return outer


def negated(verb: Token) -> bool:
    """"did not", "never", "no longer", "has yet to", "neither ... nor", "nor has"."""
    if verb.child("neg") or any(a.child("neg") for a in verb.kids("aux")):
        return True
    if any(c.lower in ("never", "hardly", "nor", "neither") for c in verb.kids("advmod", "cc", "preconj")):
        return True
    if any(c.lower == "longer" and any(n.lower == "no" for n in c.children) for c in verb.kids("advmod")):
        return True
    for s in verb.kids("nsubj", "nsubjpass"):
        if s.lower in _NEGATIVE_SUBJECT or any(d.lower in ("no", "neither") for d in s.kids("det", "preconj", "cc") if d.i < s.i):
            return True
    head = verb.head
    return verb.dep == "xcomp" and head.lemma == "have" and any(a.lower == "yet" for a in head.kids("advmod"))


def _own_status(verb: Token) -> str:
    """What the clause itself says, without looking up."""
    if negated(verb):
        return "negated"
    modals = {a.lower for a in verb.kids("aux") if a.tag == "MD"}
    if conditional(verb):
        return "hypothetical"
    if modals & _PLANNED_MODALS:
        return "planned"
    if "would" in modals or "'d" in modals:
        return "planned" if reported(verb) else "hypothetical"
    if modals & _HYPOTHETICAL_MODALS:
        return "hypothetical"
    if verb.tag == "VB" and any(a.tag == "TO" for a in verb.kids("aux")):
        head = verb.head
        if verb.dep in ("xcomp", "ccomp") and head.lemma == "be":
            return "planned"
        if verb.dep == "ROOT":
            return "planned"
    for a in verb.kids("aux"):
        if a.lower == "going":
            return "planned"
    if verb.tag == "VBG" and any(a.lemma == "be" and a.tag in ("VBP", "VBZ") for a in verb.kids("aux")) and _future_adverb(verb):
        return "planned"
    return "actual"


def _is_said_by_wishing(verb: Token) -> bool:
    """"I would like to thank", "we wish to congratulate": who says so has done it."""
    wish = verb.head
    if verb.dep != "xcomp" or verb.lemma not in _PERFORMED or wish.lemma not in ("like", "want", "wish", "love") or negated(wish) or negated(verb):
        return False
    return any(s.lower in ("i", "we") for s in wish.kids("nsubj"))


def _future_adverb(verb: Token) -> bool:
    return any(t.lower in ("tomorrow", "next", "soon", "shortly") for t in verb.subtree())


def conditional(verb: Token) -> bool:
    """Stands in an if-clause, or in "should the parties so wish"."""
    if any(m.lower in ("if", "unless", "whether", "lest", "provided", "providing") for m in verb.kids("mark")):
        return True
    aux = verb.kids("aux")
    subject = verb.kids("nsubj", "nsubjpass")
    inverted = bool(aux and subject and aux[0].lower in ("should", "were", "had") and aux[0].i < subject[0].i)
    return inverted and verb.dep in ("advcl", "ccomp")


def reported(verb: Token) -> bool:
    """Reported future: "said it would"."""
    for t in _climb(verb):
        head = t.head
        if t.dep in ("ccomp", "advcl", "relcl", "conj", "parataxis") and head.is_verb and head.tag in ("VBD", "VBN", "VBZ", "VBG", "VBP"):
            return True
        if t.dep == "acl" and head.is_noun:
            return True
    return any(c.dep in ("ccomp", "parataxis") and c.lemma in _SPEECH_PAST for c in verb.children)


def _climb(verb: Token) -> Iterable[Token]:
    yield verb
    for t in verb.ancestors():
        if t.dep not in ("conj", "xcomp"):
            yield t
            return
        yield t
