"""The gate: which sentences are worth a parse, told from their words alone.

*Everything* (the wide gate): a sentence passes that holds a name, a role, a pronoun of a person or state, a word that introduces a voice or names a
tie or a meeting, or a quotation mark. It could be narrower without losing a record of its own, but what it bars cannot be pointed back to
("he", "the minister") by later sentences: barring whatever held no record changed 3 % of the events elsewhere.

*Acts alone* (the narrow gate, for bulk coding of events): some frame's trigger stands in the sentence in one of its forms, together with every
word that the frame asks for beside it (particle, phrase, preposition, the words of a slot), or "will not"; and two parties: a name of a state,
organisation, group, body or firm with any second party-like mention (another name, a role, a pronoun, a capitalised word), or two names of
persons; an outlet, which mostly is but the source, counts for neither. The conditions on words are those that the frames put themselves: what
fails them could not have fired. Those on parties lose acts of one person alone ("Clinton called for a vote"), of pronouns and of unknown names:
docs/decisions/0005 says how many.

Words are looked at once: what a form may mean is kept for the next sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from dragoman.code.demands import Demand, demand_of, unmarked
from dragoman.code.names import Hit
from dragoman.code.party_mention import PERSON_KINDS
from dragoman.codebook.schema import Codebook

_WORD = re.compile(r"[^\W\d_]+")
_QUOTE = re.compile(r"[“”\"«»„‘]|(?<!\w)'(?=\w)")
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][\w’'.-]+")
# a capital within a sentence: after a lower-case word or a comma
_TAGS = ("VBD", "NNS")
# one of each class of word that has forms of its own: a lemma depends on the class alone
_PRONOUNS = frozenset("he she it they him her them his hers its their theirs himself herself itself themselves both each either neither".split())
_REFUSALS = frozenset({"will", "would", "wo", "won", "wouldn"})
_NEGATIONS = frozenset({"not", "n", "t", "never", "no"})


@dataclass(frozen=True, slots=True)
class Word:
    """What a form of the language may be."""

    forms: frozenset[str]
    demands: tuple[Demand, ...] = ()
    # of the frames whose trigger it may be
    free: bool = False
    # the trigger of a frame that demands nothing
    voice: bool = False
    party: bool = False
    # a role, a body, a pronoun: may be somebody


class Gate:
    """Decides on sentences. Built once a codebook; learns forms as it meets them."""

    def __init__(self, codebook: Codebook, lemma: Callable[[str, str], str]) -> None:
        """
        Args:
            codebook: frames, cues, roles.
            lemma: the dictionary form of a word in lower case, read as a Penn tag.
        """
        self._lemma = lemma
        triggers: dict[str, dict[Demand, None]] = {}
        for frame in codebook.frames:
            demand = demand_of(frame)
            for trigger in frame.lemmas:
                triggers.setdefault(trigger, {})[demand] = None
        self._triggers = {trigger: tuple(demands) for trigger, demands in triggers.items()}
        # each demand once: many frames of a trigger demand the same
        self._free = frozenset(trigger for trigger, demands in triggers.items() if any(not d.words and not d.phrases for d in demands))
        cues = codebook.cues
        meetings = codebook.sets.get("talks", frozenset()) | codebook.meetings.nouns
        self._voices = frozenset(cues.verbs) | cues.nouns | cues.adjectives | {"according"} | frozenset(codebook.relations.ties) | meetings
        self._roles = frozenset(codebook.roles)
        self._known: dict[str, Word] = {}

    def wide(self, text: str, hits: Iterable[Hit]) -> bool:
        """Whether anything at all may be in a sentence: an act, a voice, a quote, a tie, a meeting, or somebody to point back to.

        Args:
            text: the sentence.
            hits: names of the codebook in it.
        """
        if _QUOTE.search(text) or _NAME.search(text) or any(True for _ in hits):
            return True
        return any(w.voice or w.party for w in self._words(text))

    def acts(self, text: str, hits: tuple[Hit, ...]) -> bool:
        """Whether an act between two parties may be in a sentence, one of them a collective actor of the codebook or both persons known to it."""
        parties = [h for h in hits if any(e.owner != "media" for e in h.entries)]
        if not parties or (len(parties) == 1 and all(e.kind in PERSON_KINDS for e in parties[0].entries)):
            return False
        words = self._words(text)
        return (len(parties) > 1 or any(w.party for w in words) or _NAME.search(text) is not None) and self._may_act(words, text)

    def _may_act(self, words: list[Word], text: str) -> bool:
        """Whether a trigger stands in the sentence with all that its frame demands."""
        if any(w.free for w in words):
            return True
        forms: frozenset[str] = frozenset().union(*[w.forms for w in words])
        lower = unmarked(text.lower())
        if any(demand.met(forms, lower) for w in words for demand in w.demands):
            return True
        return not forms.isdisjoint(_REFUSALS) and not forms.isdisjoint(_NEGATIONS)

    def _words(self, text: str) -> list[Word]:
        known = self._known
        return [known.get(w) or self._learn(w) for w in _WORD.findall(text.lower())]

    def _learn(self, form: str) -> Word:
        forms = frozenset((form, *[self._lemma(form, tag) for tag in _TAGS]))
        triggers = [self._triggers[f] for f in forms if f in self._triggers]
        word = Word(
            forms=forms,
            demands=tuple(dict.fromkeys(chain(*triggers))) if len(triggers) > 1 else triggers[0] if triggers else (),
            free=not forms.isdisjoint(self._free),
            voice=not forms.isdisjoint(self._voices),
            party=form in _PRONOUNS or not forms.isdisjoint(self._roles),
        )
        self._known[form] = word
        return word
