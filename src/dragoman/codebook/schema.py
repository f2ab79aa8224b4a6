"""The compiled codebook: what the YAML says, checked and indexed. See docs/reference/codebook.md for the files themselves."""

from __future__ import annotations

import msgspec


class Struct(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all compiled entries."""


class Frame(Struct, frozen=True, kw_only=True):
    """When this word stands in this construction, it is this act, with these sides."""

    id: str
    type: str
    pos: str
    # verb | noun | adjective
    lemmas: tuple[str, ...]
    particle: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    words: dict[str, frozenset[str]] = {}
    never: dict[str, frozenset[str]] = {}
    # slot -> words with which it is another act
    phrase: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    inside: str | None = None
    control: str = "actor"
    mutual: bool = False
    mode: str | None = None
    status: str | None = None
    cameo: str | None = None
    subtype: str | None = None
    # a type of the user's own, of which `type` is the parent

    def demands(self) -> int:
        """How specific the frame is: the most demanding of several that fit wins."""
        asked = sum(1 if all(w.isupper() for w in words) else 3 for words in self.words.values())
        # that some side acts, or somebody in office, says little of the verb's sense
        return asked + 5 * bool(self.particle) + 3 * bool(self.phrase) + 2 * len(self.needs)


class PloverType(Struct, frozen=True, kw_only=True):
    """One of the 16 types, or one of the user's own below it, with the scores of its modes."""

    name: str
    quad_class: int
    score: float
    definition: str
    modes: dict[str, float] = {}
    parent: str | None = None
    # for a type of the user's own: the one of the 16 that it is a kind of


class Entry(Struct, frozen=True, kw_only=True):
    """One name of one actor: what a surface form may stand for, and when."""

    code: str
    kind: str
    # name | demonym | capital | seat | body | party | holder | person
    owner: str
    # kind of the actor's file: state, organisation, group, ngo, media, company ...
    name: str
    # the full name of what is named ("India", "Lok Sabha", "Narendra Modi")
    sector: str | None = None
    role: str | None = None
    level: str | None = None
    start: str | None = None
    # inclusive, partial ISO date; None: always
    end: str | None = None
    # exclusive
    sure: bool = True
    # False for a fact that says `unverified`
    short: bool = False
    # a bare surname or other short form, which another person may share


class Actor(Struct, frozen=True, kw_only=True):
    """A state, organisation, group or firm."""

    code: str
    kind: str
    name: str
    sector: str | None = None
    country: str | None = None
    state_media: bool = False
    region: str | None = None
    nouns: tuple[str, ...] = ()
    # the words by which an article calls it back: "the bloc", "the kingdom"
    members: tuple[tuple[str, str | None, str | None], ...] = ()
    ids: dict[str, str] = {}
    # in other lists: cow, gw (Correlates of War, Gleditsch and Ward), wikidata


class Role(Struct, frozen=True, kw_only=True):
    """What a head noun tells of a party: its sector and level."""

    sector: str
    level: str | None = None
    body: bool = False
    # in somebody's service: the sector of the body named before it, if any ("army spokesman")
    things: bool = False
    # stands for its owner without being a person ("embassy", "tanker")
    country: str | None = None
    # the one state that has such an office, where no other is told ("secretary of state")


class Support(Struct, frozen=True, kw_only=True):
    """A verb between a party and an act that a noun or clause names: it carries the act ("hold talks") or changes its status ("cancel talks")."""

    verb: str
    particle: str | None = None
    slot: str = "object"
    # where the act stands
    converse: bool = False
    # its subject is the other side of the act
    bystander: bool = False
    # its subject is no side at all ("the storm delayed the visit")
    types: frozenset[str] = frozenset()
    # the types whose nouns it carries; empty: all
    status: str | None = None
    meeting: str | None = None
    # held | planned | postponed | cancelled


class Deed(Struct, frozen=True, kw_only=True):
    """What a plain verb comes to inside another act, where no frame of its own holds there ("asked Canada to contribute": AID)."""

    id: str
    type: str
    verbs: frozenset[tuple[str, str | None]]
    # lemma, and the particle or preposition that belongs to the sense
    around: frozenset[str] = frozenset()
    # types of the acts around it; empty: any
    never: frozenset[str] = frozenset()
    # nouns in its phrase with which it means something else


class Figurative(Struct, frozen=True, kw_only=True):
    """Words that mark a sentence as sport, markets, weather ..., where frames of fighting and bargaining do not fire."""

    domains: dict[str, frozenset[str]]
    weak: dict[str, frozenset[str]]
    unless: dict[str, frozenset[str]]
    blocks: dict[str, frozenset[str]]
    figures: dict[str, tuple[str, ...]]
    idle: frozenset[str]
    # nouns of what does nothing on purpose (winds, prices, films)
    untouchable: frozenset[str]
    # nouns of what nobody can assault (hopes, leads)
    public: frozenset[str]
    # nouns of things that stand for those who rule (policies, offices, aid)
    private: dict[str, frozenset[str]]
    # field of life -> nouns of its people and things, which draw an act into it
    touches: dict[str, frozenset[str]]
    # field -> types of acts that are drawn; a field that is not listed draws all
    stage: frozenset[str]
    # words that put politics on the stage
    bystanders: frozenset[str]
    # nouns of roles whose bearers are private where no politics is on the stage
    offstage: frozenset[str]
    # codes of organisations whose name alone is no politics (federations of sport)
    forecasts: frozenset[str]
    # verbs that are forecasts when firms and their people say them, not wishes ("the bank expects Turkey to")
    games: dict[str, str]
    # verbs of play -> where the other team stands: object, or a preposition ("beat Zambia", "lost to Chile")


class Contexts(Struct, frozen=True, kw_only=True):
    """Words that tell PLOVER's contexts."""

    strong: dict[str, frozenset[str]]
    weak: dict[str, frozenset[str]]
    types: dict[str, tuple[str, ...]]
    # events of these types have the context by themselves


class CueVerb(Struct, frozen=True, kw_only=True):
    """A verb that introduces words, thoughts or plans, and where their content stands."""

    kind: str
    # speech | thought | plan | document
    content: frozenset[str]
    # clause | object | infinitive
    about: frozenset[str]
    # prepositions whose phrase is the content
    addressee: bool
    # its object is who is spoken to
    medium: str | None
    weak: bool
    # a statement only with a clause: "knows that", not "knows Paris"


class Cues(Struct, frozen=True, kw_only=True):
    """Everything that introduces, weakens or hides a voice."""

    verbs: dict[str, CueVerb]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    # with a finite clause: "confident that"
    bent: frozenset[str]
    # with an infinitive: "eager to"
    documents: frozenset[str]
    # nouns that say and show, but neither think nor plan
    mute: frozenset[str]
    # nouns that never speak
    phrases: tuple[str, ...]
    hedges: frozenset[str]
    hedge_verbs: frozenset[str]
    media: dict[str, tuple[str, ...]]
    anonymous: tuple[str, ...]
    anonymous_nouns: frozenset[str]


class MeetingWords(Struct, frozen=True, kw_only=True):
    """What tells of a meeting, its form, level and sides."""

    formats: dict[str, tuple[str, ...]]
    qualifiers: dict[str, tuple[str, ...]]
    levels: dict[str, tuple[str, ...]]
    nouns: frozenset[str]
    attend: frozenset[str]
    avoid: frozenset[str]
    quit: frozenset[str]
    gather: frozenset[str]
    compounds: dict[str, str]
    broker: frozenset[str]
    edges: frozenset[str]
    beside: frozenset[str]
    documents: frozenset[str]
    remote: frozenset[str]
    in_person: frozenset[str]
    verbs: frozenset[str]
    spoken: frozenset[str]
    unsettled: frozenset[str]
    inviting: frozenset[str]
    happening: frozenset[str]
    same_time: tuple[str, ...]
    guests: frozenset[str]
    upcoming: frozenset[str]
    fresh: frozenset[str]
    diplomatic: frozenset[str]
    written: frozenset[str]


class Relations(Struct, frozen=True, kw_only=True):
    """Words that name relationships and mark positions."""

    ties: dict[str, str]
    # noun -> kind
    bare: frozenset[str]
    # nouns and adjectives that alone name no relationship
    held: dict[str, frozenset[str]]
    # how a cue holds a position -> cue verbs
    stance: tuple[str, ...]
    quoted: tuple[str, ...]
    # words that make a position of what is quoted
    silent: tuple[str, ...]
    courtesies: frozenset[str]
    voiced: frozenset[str]
    # cue verbs of what is stressed or restated
    needs: frozenset[str]
    owned: frozenset[str]
    issues: dict[str, tuple[str, ...]]


class Codebook(Struct, frozen=True, kw_only=True):
    """Everything the coder knows, ready for look-up."""

    version: str
    # hash of all files
    types: dict[str, PloverType]
    # the 16
    subtypes: dict[str, PloverType]
    # those of the user's own, each with its parent
    frames: tuple[Frame, ...]
    entries: dict[str, tuple[Entry, ...]]
    # surface form -> what it may stand for
    actors: dict[str, Actor]
    roles: dict[str, Role]
    former: frozenset[str]
    keeps: frozenset[str]
    elect: frozenset[str]
    support: tuple[Support, ...]
    operators: tuple[Support, ...]
    deeds: tuple[Deed, ...]
    sets: dict[str, frozenset[str]]
    contexts: Contexts
    figurative: Figurative
    cameo: dict[str, str]
    # default CAMEO code of a type, or of "TYPE mode"
    cues: Cues
    meetings: MeetingWords
    relations: Relations
