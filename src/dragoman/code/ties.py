"""Ties: named relationships of two parties, with the label the text gives them.

"the strategic partnership between A and B", "A's close ties with B", "its special relationship with Moscow", "A is B's fourth-largest trading
partner", "A, a longtime ally of B", "A's closest ally, B", "A considers B a strategic partner", "A and B are bitter rivals". A noun that alone names
no relationship ("relations", "bilateral ties") is none, nor is one that is denied.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.code import grammar
from dragoman.code.draft import Draft, Line
from dragoman.code.noun_phrases import left_edge, words_between
from dragoman.code.parties import Mention
from dragoman.code.party_peers import OF_STATE
from dragoman.code.status import negated
from dragoman.codebook.schema import Relations
from dragoman.engine.parse import Parse, Token
from dragoman.model import Tie

_PREPOSITIONS = ("with", "between", "to", "of", "among")
_UNSAID = frozenset("DT PRP$ POS '' `` , IN : HYPH".split())
_NAMING = frozenset("consider call describe regard view see name label treat hail make declare".split())
_DEGREES = frozenset({"level", "status", "rank", "degree"})
_NONE = frozenset("no any former hostile-to".split())


def find_ties(draft: Draft, line: Line) -> None:
    """Find the ties of one sentence while its mentions are resolved."""
    if line.parse is None:
        return
    relations = draft.codebook.relations
    seen: set[tuple[frozenset[str | None], str]] = set()
    for token in line.parse.tokens:
        if not token.is_noun or (token.dep in ("compound", "nmod") and not _is_before_name(token)):
            continue
        kind = _kind(relations.ties, token, line.parse)
        if kind is None or _is_denied(token):
            continue
        label = _label(draft, line, token)
        if _is_bare(label, relations):
            continue
        pair = _pair(draft, token)
        for a, b in _each_with(draft, token) or ([pair] if pair else []):
            key = (frozenset({a.party.code, b.party.code}), label)
            if key not in seen:
                seen.add(key)
                draft.ties.append(Tie(parties=(a.party, b.party), label=label, kind=kind, sentence=line.sentence.id))


def _is_before_name(token: Token) -> bool:
    """"Ethiopia's arch-foe Eritrea": the parser makes the relationship part of the name behind it."""
    return token.head.is_proper and token.head.i == token.i + 1 and bool(token.kids("poss") or token.head.kids("poss"))


def _each_with(draft: Draft, token: Token) -> list[tuple[Mention, Mention]]:
    """ "Nepal has good ties with China and India": two ties, both Nepal's."""
    others = [m for m in draft.resolver.mentions(grammar.prepositional(token, "with")) if m.party.code]
    if len(others) < 2:
        return []
    owners = [m for m in (*_owners(draft, token), *_around(draft, token)) if m.party.code and m.party.code not in {o.party.code for o in others}]
    return [(owners[0], o) for o in others] if owners else []


def _kind(ties: dict[str, str], token: Token, parse: Parse) -> str | None:
    lemma = token.lemma if token.tag in ("NN", "NNS") else token.lower.removesuffix("s")
    before = parse.tokens[token.i - 1].lower if token.i else ""
    return ties.get(f"{before} {lemma}") or ties.get(lemma)


def _is_denied(token: Token) -> bool:
    """"are not allies", "has no ties", "former ally"; but a former colonial power is one still."""
    if any(c.lower == "colonial" for c in token.kids("amod")):
        return False
    if any(c.lower in _NONE for c in token.kids("det", "amod")):
        return True
    return token.dep in ("attr", "dobj") and token.head.is_verb and negated(token.head)


def _is_bare(label: str, relations: Relations) -> bool:
    return all(w.lower() in relations.bare for w in label.split())


def _label(draft: Draft, line: Line, token: Token) -> str:
    """The relationship's own words: adjectives and compounds before the noun, without article, possessor, parties and nationality."""
    assert line.parse is not None
    edge = left_edge(token, line.parse)
    owned = {t.i for c in token.kids("poss", "det") for t in c.subtree()}
    tokens = line.parse.tokens
    def is_outside(i: int) -> bool:
        return i in owned or tokens[i].tag in _UNSAID or not tokens[i].text.strip("'\"‘’“”") or _names_party(draft, tokens, i)

    while edge < token.i and not _is_quoted_word(tokens, edge) and is_outside(edge):
        edge += 1
    before = tokens[edge - 1] if edge else None
    if tokens[edge].text[:1] == "-" and before is not None:
        edge -= 1
    # "all-weather friendship", "time-tested": the parser may have hung the first half elsewhere
    while edge > 1 and tokens[edge - 1].text == "-" and tokens[edge - 2].end == tokens[edge - 1].start and not _names_party(draft, tokens, edge - 2):
        edge -= 2
    label = words_between(line.parse, edge, token.i)
    return f'"{label}' if label.count('"') == 1 else label


def _is_quoted_word(tokens: list[Token], i: int) -> bool:
    """"no limits" partnership: a small word that opens a quotation is part of the label."""
    return i > 0 and tokens[i].tag == "DT" and tokens[i - 1].text in ('"', "``", "“")


def _names_party(draft: Draft, tokens: list[Token], i: int) -> bool:
    """A leading "UK-US", "Sino-Russian", "India-Russia"."""
    word = tokens[i]
    joined = (i + 1 < len(tokens) and tokens[i + 1].text in ("-", "–")) or (i > 0 and tokens[i - 1].text in ("-", "–"))
    return joined and word.text[:1].isupper() and any(m.party.code for m in draft.resolver.at(word))


def _pair(draft: Draft, token: Token) -> tuple[Mention, Mention] | None:
    """The two parties: from between/with/to-phrases, the possessor, the subject of the verb that carries the noun, the noun it stands beside."""
    found: list[Mention] = []

    def add(mentions: Iterable[Mention]) -> None:
        for m in mentions:
            if m.party.code and m.party.code not in [f.party.code for f in found]:
                found.append(m)

    resolver = draft.resolver
    head = token.head
    add(_owners(draft, token))
    for preposition in _PREPOSITIONS:
        own = found or token.dep in ("attr", "appos", "oprd")
        add(resolver.mentions(grammar.prepositional(token, preposition) if own else grammar.nearby(token, preposition)))
    if len(found) < 2:
        for preposition in ("with", "between"):
            add(resolver.mentions(grammar.nearby(token, preposition)))
    if len(found) < 2 and token.dep in ("attr", "appos", "oprd"):
        add(resolver.mentions(grammar.prepositional(token, "for")))
    one_of = head.head if token.dep == "pobj" and head.lower == "of" and head.head.lower in ("one", "some", "among") else None
    if token.dep == "appos":
        # "Egypt, a longtime ally of the United States"
        add(resolver.mentions([head]))
    elif one_of is not None:
        # "Nicaragua, one of Venezuela's closest allies", "Togo is one of"
        add(resolver.mentions([one_of.head] if one_of.dep == "appos" else grammar.surface_subjects(one_of.head) if one_of.head.is_verb else []))
    add(m for c in token.kids("appos") for m in resolver.mentions([c]))
    add(m for c in token.kids("compound", "nmod") for m in resolver.at(c) if m.kind == "state" and len(found) < 2 and c.text[:1].isupper() and _joined(c))
    if token.lemma in OF_STATE and token.kids("poss"):
        # "sided with its treaty ally": whom the text before tells
        add(resolver.at(token))
    beside = any(t.lower.startswith("non") for c in token.kids("compound", "nmod", "amod") for t in c.subtree())
    # "a major non-NATO ally" is not NATO's
    add(m for m in resolver.at(token) if m.kind in ("thing", "role") and not beside)
    if token.dep in ("compound", "nmod"):
        add(resolver.mentions(token.head.kids("poss")))
        add(resolver.mentions([head]))
    add(_around(draft, token) if len(found) < 2 else ())
    return (found[0], found[1]) if len(found) >= 2 else None


def _joined(c: Token) -> bool:
    return any(t.text in ("-", "–") for t in (*c.children, *c.head.children))


def _owners(draft: Draft, token: Token) -> Iterable[Mention]:
    """The possessors; "its" in what another is urged to do is that other's ("urges India to leverage its relationship")."""
    owners = token.kids("poss")
    verb = token.head
    if owners and owners[0].lower in ("its", "their") and token.dep == "dobj" and verb.tag == "VB":
        doers = draft.resolver.mentions(grammar.surface_subjects(verb))
        if len(doers) == 1 and doers[0].party.code:
            return doers
    return draft.resolver.mentions(owners)


def _around(draft: Draft, token: Token) -> list[Mention]:
    """Parties of the clause: subject of the verb that carries the noun, and the object that the noun names."""
    at = draft.resolver.mentions
    head = token.head
    out: list[Mention] = []
    verb: Token | None = head if head.is_verb and token.dep in ("dobj", "attr", "pobj", "oprd", "ccomp", "nsubj", "nsubjpass", "xcomp") else None
    if verb is None and token.dep == "pobj" and head.head.is_verb:
        verb = head.head
        for raised in verb.kids("dobj", "nsubjpass"):
            # "upgraded its relations with Vietnam to a partnership"
            out += [*at(raised.kids("poss")), *at(grammar.prepositional(raised, "with"))]
    if verb is None and token.dep == "pobj" and head.head.is_noun:
        # "India's stance as a strategic partner to the US", "their ties to a comprehensive partnership", "to the level of a partnership"
        noun = head.head
        if noun.lemma in _DEGREES and noun.dep == "pobj":
            noun = noun.head.head
        if noun.is_verb:
            noun = next(iter(noun.kids("dobj", "nsubjpass")), noun)
        out += [*at(noun.kids("poss")), *at(grammar.prepositional(noun, "with"))]
        verb = noun.head if noun.head.is_verb else None
    if verb is None:
        return out
    naming = verb.lemma in _NAMING
    if token.dep in ("nsubj", "nsubjpass") and not naming:
        # "Its closest ally is B"
        return [*out, *at(verb.kids("attr"))] if verb.lemma == "be" else out
    if token.dep in ("dobj", "attr", "oprd", "pobj", "xcomp", "ccomp", "nsubj"):
        out += at(grammar.surface_subjects(verb))
    if naming or token.dep == "pobj" or grammar.is_passive(verb):
        out += at([o for o in (*grammar.objects(verb), *verb.kids("dobj", "nsubj")) if o is not token])
        inner = verb.kids("ccomp", "xcomp")
        out += at([s for c in inner for s in c.kids("nsubj")])
    return out
