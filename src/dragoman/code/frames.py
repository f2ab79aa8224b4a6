"""What a frame that fired gives, and the frames by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.code.demands import Choices, demand_of
from dragoman.code.parties import Mention
from dragoman.codebook.schema import Codebook, Deed, Frame, Support
from dragoman.engine.parse import Token


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


IN_WORDS = frozenset("REQUEST ACCUSE REJECT THREATEN AGREE SUPPORT CONCEDE".split())
# types of acts that are done by saying so


class FrameIndex:
    """Frames by trigger, the most demanding first. Built once a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self.by_word: dict[tuple[str, str], list[Frame]] = {}
        for frame in codebook.frames:
            for lemma in frame.lemmas:
                self.by_word.setdefault((frame.pos, lemma), []).append(frame)
        for frames in self.by_word.values():
            frames.sort(key=lambda f: (-f.demands(), f.id))
        self._choices: dict[tuple[str, str], Choices] = {}
        # made when a trigger is first met
        self.support: dict[str, list[Support]] = {}
        for s in codebook.support:
            self.support.setdefault(s.verb, []).append(s)
        self.phrasal = frozenset((lemma, p.strip()) for f in codebook.frames if f.particle for lemma in f.lemmas for p in f.particle.split(","))
        # verbs that mean something else with their particle ("back off", "turn down")
        self.codebook = codebook
        self.deeds: dict[tuple[str, str | None], list[Deed]] = {}
        for deed in codebook.deeds:
            for verb in deed.verbs:
                self.deeds.setdefault(verb, []).append(deed)
        self.meeting = next((f for f in codebook.frames if f.id == "consult.meeting-own"), None)
        # what "the talks" are coded by; None where a user's codebook has dropped it
        # no word of its own: any verb of doing under "will not" (contract, "Status")
        self.refusal = Frame(id="reject.will-not", type="REJECT", pos="verb", lemmas=(), actor=("subject",), about=("that-clause",))

    def at(self, token: Token) -> list[Frame]:
        """The frames whose trigger this word may be."""
        key = self._key(token)
        return self.by_word[key] if key is not None else []

    def possible(self, token: Token, forms: frozenset[str], lower: str) -> list[Frame]:
        """Those frames of a word for which the words of its sentence hold what they ask for.

        Args:
            token: the word.
            forms: the words in lower case and their dictionary forms.
            lower: the sentence in lower case.
        """
        key = self._key(token)
        if key is None:
            return []
        frames = self.by_word[key]
        choices = self._choices.get(key)
        if choices is None:
            choices = self._choices[key] = Choices([demand_of(frame) for frame in frames])
        return [frames[place] for place in choices.met(forms, lower)]

    def _key(self, token: Token) -> tuple[str, str] | None:
        """What the frames of a word are listed under; None if there are none."""
        keys: tuple[tuple[str, str], ...] = ()
        if token.is_verb:
            keys = (("verb", token.lemma),)
        elif token.is_noun:
            keys = (("noun", token.lemma), ("noun", token.lower))
        elif token.tag[:2] in ("JJ", "RB"):
            keys = (("adjective", token.lower),)
        for key in keys:
            if key in self.by_word:
                return key
        return None


def sentence_of(act: Act) -> int:
    """The number of the sentence in which an act was told: the last of those of its parties; -1 where it has none."""
    return max((m.sentence for m in (*act.actor, *act.recipient)), default=-1)


def codes_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """The codes of those mentions that have one."""
    return frozenset(m.party.code for m in mentions if m.party.code)


def without(some: tuple[Mention, ...], others: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Those of some whose code is not among the others'."""
    taken = codes_of(others)
    return tuple(m for m in some if m.party.code not in taken)


def each_once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """One mention a code, the last one, in the order of the codes' first."""
    return tuple({m.party.code: m for m in mentions}.values())


def coded(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Those mentions that have a code."""
    return tuple(m for m in mentions if m.party.code)
