"""Who a source is: the party its words name, or the maker of what it names; whether the words hide who speaks; what medium they tell.

"A press release from Washington's embassy", "a UN tally", "his office": documents and bureaus speak for whom they belong to.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.code.draft import Draft
from dragoman.codebook.schema import Cues
from dragoman.engine.parse import Token
from dragoman.model import Party

_OF_SOMEBODY = frozenset(
    """office ministry embassy team camp aide member spokesman spokeswoman
    spokesperson adviser lawyer government party army department mission agency""".split()
)
_HOUSES = {"ministry": ("minister",), "embassy": ("ambassador",), "presidency": ("president",), "chancellery": ("chancellor",)}
# houses that an article names by a bare noun, and the offices that tell whose they are
UNNAMED = frozenset(
    """official diplomat source insider aide person people resident witness negotiator adviser officer villager neighbour neighbor survivor
    local eyewitness participant delegate envoy medic rescuer executive lawmaker activist analyst expert""".split()
)
# persons who, without a name or a house, are unnamed sources
_INDEFINITE = frozenset("a an two three four five several some many one another few most other".split())
_DEFINITE = frozenset({"the", "both", "these", "those", "his", "her", "their", "its"})
_STATE_MEDIA = ("state news agency", "state media", "state television", "state tv", "state-run", "state broadcaster", "state radio")
_HOUSED = frozenset("government ministry cabinet presidential palace".split())
# houses that hide their country ("government sources", "ministry officials")
_PRESS = frozenset("newspaper daily agency broadcaster magazine outlet website channel network tabloid weekly".split())
_PAPERS = frozenset("paper station broadsheet journal site portal".split())
# an outlet only where one was named before


def party_of(draft: Draft, token: Token) -> tuple[Party, ...]:
    """The parties that a source's head stands for, with what belongs to somebody resolved to whom it belongs."""
    found = tuple(m.party for m in draft.resolver.mentions([token]))
    if _is_nobody_named(token) and all("->" in p.basis for p in found):
        # "two officials who were in the room" are not the two whom the article named before
        found = ()
    outlet = _outlet(draft, token, found)
    if outlet is not None:
        return (outlet,)
    if any(p.code or p.person for p in found):
        return _called(draft, token, found)
    start, end = token.span()
    words = draft.article.text[start:end]
    maker = _maker(draft, token) or _house(draft, token)
    old = found[0] if found else None
    if maker is not None:
        document = token.lemma in draft.codebook.cues.documents
        sector = (old.sector if old and not document else None) or maker.sector
        return (
            replace(
                maker,
                text=words,
                start=start,
                end=end,
                sector=sector,
                role=None if document else (old.role if old else None),
                person=None,
                basis=f"{token.lower} of {maker.name or maker.text}: {maker.basis}",
            ),
        )
    paper = _paper(draft, token)
    if paper is not None:
        return (replace(paper, text=words, start=start, end=end, basis=f"{token.lower}: {paper.basis}"),)
    if old is not None:
        return (replace(old, text=words, start=start, end=end), *found[1:]) if len(words) < 80 else found
    sector = "JRN" if token.lemma in _PRESS else None
    return (Party(text=words, start=start, end=end, name=None, code=None, sector=sector, role=None, person=None, basis="not resolved"),)


def _paper(draft: Draft, token: Token) -> Party | None:
    """ "The paper also reported", "the channel said": the outlet named last, whether the codebook has it or it only spoke or was told before."""
    bare = not token.kids("prep", "poss", "compound", "amod") and {c.lower for c in token.kids("det")} <= {"the", "this"}
    if token.lemma not in _PRESS | _PAPERS or token.is_proper or not bare:
        return None
    named = [m.party for m in draft.resolver.memory if m.party.sector == "JRN"]
    told = [p for s in draft.statements for p in (*s.speaker, *s.addressee) if p.sector == "JRN" or is_press_text(p.text)]
    before = [(p.start, n, p) for n, p in enumerate((*named, *told)) if p.start is not None and p.start < token.start]
    last = max(before)[2] if before else None
    return replace(last, sector="JRN", person=None, role=None) if last is not None else None


def is_press_text(words: str) -> bool:
    """Whether a phrase names a newspaper or channel by its noun."""
    return not _PRESS.isdisjoint(words.lower().split())


def _outlet(draft: Draft, token: Token, found: tuple[Party, ...]) -> Party | None:
    """A newspaper or channel by its name ("the Madrid daily La Crónica", "Kenya's Coast Echo newspaper"): it speaks for itself, not for its country.

    Agencies of a state are in the codebook and stay what they are.
    """
    if not is_press(token) and not (token.is_proper and any(is_press(c) for c in token.kids("compound", "nmod", "amod"))):
        return None
    if any(p.sector == "JRN" and p.code and (entry := draft.codebook.actors.get(p.code)) is not None and entry.state_media for p in found):
        return None
    parts = [*sorted((t for c in token.kids("compound", "nmod", "amod", "det", "poss") for t in c.subtree()), key=lambda t: t.i), token]
    press = next((t.i for t in parts if is_press(t)), token.i)
    behind = [t for t in parts if t.i > press and (t.is_proper or (t.text[:1].isupper() and t.i + 1 in {p.i for p in parts}))]
    before = [t for t in parts if t.i < press and t.is_proper and t.dep != "poss" and not any(m.party.code for m in draft.resolver.at(t))]
    named = behind or before
    if not named:
        return None
    name = draft.article.text[named[0].start : named[-1].end]
    start, end = parts[0].start, parts[-1].end
    return Party(
        text=draft.article.text[start:end], start=start, end=end, name=name, code=None, sector="JRN", role=None, person=None, basis="an outlet by its name"
    )


def _called(draft: Draft, token: Token, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "the United Nations mission, MONUSCO": a body that the text names beside its kind bears that name."""
    beside = token.child("appos")
    if len(found) != 1 or found[0].person or token.is_proper or beside is None or not beside.is_proper or not beside.text.isupper():
        return found
    return (replace(found[0], name=beside.text),)


def _is_nobody_named(token: Token) -> bool:
    """An unnamed source that is new to the article: "two officials", "a diplomat", "sources"."""
    marks = {c.lower for c in token.kids("det", "nummod", "poss", "amod", "predet")}
    return token.lemma in UNNAMED | {"source"} and not token.is_proper and not marks & _DEFINITE


def state_of_house(draft: Draft, content: tuple[int, int], source: Party, tokens: list[Token]) -> Party | None:
    """ "India has turned down the offer, government sources said": a house of no named country is that of the state the words begin with."""
    words = source.text.lower().split()
    if source.code or source.person or not words or not ({*words[:2]} & _HOUSED):
        return None
    inside = [t for t in tokens if content[0] <= t.start < content[1] and t.dep in ("nsubj", "nsubjpass")]
    for subject in inside[:1]:
        for m in draft.resolver.mentions([subject]):
            if m.party.code and m.kind == "state":
                return replace(source, code=m.party.code, sector=source.sector or "GOV", basis=f"«{words[0]}» of the state that the words begin with")
    return None


def _maker(draft: Draft, token: Token) -> Party | None:
    """Whose document or bureau this is: possessor, the name before it, or the phrase with from, by or of."""
    document = token.lemma in draft.codebook.cues.documents
    if not document and token.lemma not in _OF_SOMEBODY:
        return None
    makers = [c for c in token.kids("poss", "compound", "nmod", "amod") if c.text[:1].isupper() or c.tag == "PRP$"]
    makers += [p for q in token.kids("prep") if q.lower in ("from", "by", "of") for p in q.kids("pobj")]
    makers += [p for v in token.kids("acl") for q in v.kids("agent", "prep") if q.lower in ("by", "from") for p in q.kids("pobj")]
    for maker in makers:
        coded = [m.party for m in draft.resolver.mentions([maker]) if m.party.code]
        if coded:
            return coded[0]
        if maker.tag == "PRP$" and (subject := _subject_before(draft, maker)) is not None:
            return subject
        if document and maker.is_noun and (inner := _maker(draft, maker)) is not None:
            return inner
        if document and maker.is_proper:
            start, end = maker.span()
            name = draft.article.text[start:end]
            return Party(
                text=name, start=start, end=end, name=name, code=None, sector=None, role=None, person=None, basis="its maker's name"
            )
    return None


def _subject_before(draft: Draft, pronoun: Token) -> Party | None:
    """ "Abdelatty will travel ..., his office said": the subject before the pronoun in the same sentence."""
    root = next((t for t in pronoun.ancestors() if t.head is t), pronoun)
    subjects = sorted((t for t in root.subtree() if t.dep in ("nsubj", "nsubjpass") and t.i < pronoun.i - 1), key=lambda t: -t.i)
    for subject in subjects:
        for m in draft.resolver.mentions([subject]):
            if m.party.code and m.kind == "person":
                return m.party
    return None


def _house(draft: Draft, token: Token) -> Party | None:
    """ "The ministry said", with no country: that of the minister the article named last."""
    if token.lemma not in _HOUSES and token.lower not in _HOUSES or any(c.dep != "det" or c.lower != "the" for c in token.children):
        return None
    wanted = _HOUSES[token.lower if token.lower in _HOUSES else token.lemma]
    for m in reversed(draft.resolver.memory):
        if m.party.code and m.party.person and m.party.role and any(w in m.party.role.lower() for w in wanted):
            return replace(m.party, sector="GOV", person=None, role=None)
    return None


def is_anonymous(cues: Cues, source: Party | None, head: Token | None, around: str) -> bool:
    """Whether the words of a source hide who it is.

    Args:
        cues: has the phrases that hide ("on condition of anonymity") and the nouns that do.
        source: the party as resolved.
        head: head of the source's phrase, if known.
        around: the source's phrase and what the sentence says of it outside the words told.
    """
    if source is None or source.person:
        return False
    words = f" {around.lower()} "
    if any(f" {p}" in words for p in cues.anonymous):
        return True
    own = f" {source.text.lower()} "
    if any(f" {n} " in own or f" {n}s " in own for n in cues.anonymous_nouns):
        return True
    if head is None or head.is_proper or head.lemma not in UNNAMED or head.child("appos") is not None:
        return False
    if {c.lower for c in head.kids("det", "nummod")} & _INDEFINITE:
        # "a source close to the junta", whoever stands behind
        return True
    first = own.split()[:1]
    return bool(first) and (first[0] in _INDEFINITE or head.tag == "NNS" and first[0] not in ("the", "its", "their", "his", "her"))


def is_state_media(words: str) -> bool:
    """Whether a source's words say that a state runs it."""
    low = words.lower()
    return any(w in low for w in _STATE_MEDIA)


def is_press(token: Token) -> bool:
    """A newspaper, agency or channel by its noun."""
    return token.lemma in _PRESS
