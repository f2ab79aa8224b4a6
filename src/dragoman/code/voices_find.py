"""Where a voice is: each cue of a sentence with its construction, its source and the words that it introduces.

A cue verb is read by what stands as its content, the most demanding construction first: a clause before, after or around it; quoted words
beside it; an infinitive; an object with *as* or a second noun; a preposition's phrase; a bare object. ``cues.yml`` says which constructions
each verb allows. What is quoted on beyond the sentence is added by :mod:`dragoman.code.voices_span`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.code import grammar
from dragoman.code.quotes import Span
from dragoman.code.voices_span import Bounds, around, cut_back, hull, outer, stripped, tree_span
from dragoman.code.voices_speak import can_speak
from dragoman.codebook.schema import Cues, CueVerb
from dragoman.engine.parse import Parse, Token

_REPORTERS = frozenset("reporter journalist newspaper agency audience crowd news".split())
_AFTER_OBJECT = frozenset("as for of to over against with".split())
_LATER = frozenset("because if unless since although though".split())
# conjunctions whose clause behind the content is part of it more often than not
_MONTHS = frozenset("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_MARKS = frozenset("—–―-")
_NOT_CUES = ("aux", "auxpass", "amod", "compound")
_LONG = 120
# characters between a cue verb and the quote behind it: an addressee, a day and a place fit in
_FAR = 34
# words between a cue set in at the end and the verb of its sentence


@dataclass(slots=True)
class Find:
    """A statement in the making."""

    cue: list[Token]
    content: Bounds
    source: list[Token]
    addressee: list[Token]
    verb: Token | None
    how: str
    # the construction: clause, inserted, quote, infinitive, as, about, object, noun, adjective, according, mark
    medium: str | None = None


@dataclass(slots=True)
class Scene:
    """One sentence as the finders see it."""

    parse: Parse
    start: int
    end: int
    text: str
    # of the whole article
    quotes: list[Span]
    # of the paragraph
    cues: Cues

    def between(self, a: int, b: int) -> str:
        """The article's words from a to b."""
        return self.text[a:b]

    def here(self) -> list[Span]:
        """Quotes that touch the sentence."""
        return [q for q in self.quotes if q.start < self.end and q.end > self.start]


def find_voices(scene: Scene) -> list[Find]:
    """All statements of a sentence: one a cue, the first found being the more demanding."""
    seen: set[int] = set()
    out: list[Find] = []
    for f in _all(scene):
        mine = {t.i for t in f.cue}
        if seen & mine or f.content[1] <= f.content[0]:
            continue
        seen |= mine
        out.append(f)
    return _apart(scene, out)


def _apart(scene: Scene, finds: list[Find]) -> list[Find]:
    """Contents that end before a voice that wraps them: "X told Y that ..., the agency reported"; "X vowed to ..., according to Z"."""
    for outside in finds:
        if outside.how == "inserted" and outside.verb is not None:
            edge = _block(outside.verb, bool(outside.addressee))[0]
        elif outside.how == "according":
            edge = outside.cue[0].start
        else:
            continue
        for f in finds:
            if f is not outside and f.content[0] < edge < f.content[1] and f.cue[0].start < edge and f.content[0] >= scene.start:
                f.content = stripped(scene.text, f.content[0], edge)
    return [f for f in finds if f.content[1] > f.content[0] and not _is_citation(f, finds)]


def _is_citation(f: Find, finds: list[Find]) -> bool:
    """", citing officials" behind another voice names its source and tells nothing itself."""
    return f.verb is not None and f.verb.lemma == "cite" and f.verb.tag == "VBG" and f.verb.dep == "advcl" and len(finds) > 1 and f.how == "object"


def _all(scene: Scene) -> Iterator[Find]:
    for token in scene.parse.tokens:
        if token.lower == "according":
            yield from _according(scene, token)
        elif token.is_verb and token.dep not in _NOT_CUES:
            cue = scene.cues.verbs.get(token.lemma)
            if cue is not None:
                found = _by_verb(scene, token, cue)
                if found is not None:
                    yield found
        elif token.is_noun and token.lemma in scene.cues.nouns:
            yield from _by_noun(scene, token)
        elif token.tag[:2] == "JJ" and (token.lower in scene.cues.adjectives or token.lower in scene.cues.bent):
            yield from _by_adjective(scene, token)
    yield from _by_mark(scene)


# -- verbs -------------------------------------------------------------------------------------------------------------------------------


def _by_verb(scene: Scene, verb: Token, cue: CueVerb) -> Find | None:
    source = _source(scene, verb)
    if source and not can_speak(source[0], cue.kind, scene.cues):
        return None
    found = _content(scene, verb, cue)
    if found is None:
        return None
    how, content = found
    if not source and not _may_be_unnamed(verb, cue, how):
        return None
    addressee = _addressee(verb, cue)
    return Find(_cue_tokens(verb), content, source, addressee, verb, how, cue.medium)


def _source(scene: Scene, verb: Token) -> list[Token]:
    own = [c for c in verb.kids("nsubj") if c.tag not in ("WDT", "WP", "EX")]
    if len(own) > 1 and not grammar.is_passive(verb):
        # "To understand the real Dred Scott, Roberts said": the nearer one
        before = [c for c in own if c.i < verb.i]
        return before[-1:] or own[:1]
    found = grammar.subjects(verb)
    return found or _beside(scene, verb)


def _beside(scene: Scene, verb: Token) -> list[Token]:
    """Where the parser gave a finite verb no subject: the name behind it (", said X"), else the noun next before it."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.lemma not in scene.cues.verbs or grammar.is_passive(verb) or verb.dep == "relcl":
        return []
    tokens = scene.parse.tokens
    if verb.i and tokens[verb.i - 1].text in ("”", '"', "''", "’", "'", ","):
        after = next((t for t in tokens[verb.i + 1 : verb.i + 9] if t.is_noun and t.dep != "compound" or t.tag == "PRP"), None)
        if after is not None and not any(t.text == "," for t in tokens[verb.i + 1 : after.i]):
            return [after]
    for t in reversed(tokens[max(0, verb.i - 14) : verb.i]):
        if t.tag == "PRP" or t.is_noun and t.dep not in ("compound", "npadvmod") and not _is_day(t):
            return [t]
        if t.is_verb and t.dep not in ("aux", "acl", "relcl") or t.text in (";", ":"):
            return []
    return []


def _is_day(token: Token) -> bool:
    return token.lower.endswith("day") or token.lower in ("week", "month", "year", "night", "morning")


def _is_date(token: Token) -> bool:
    return _is_day(token) or token.tag == "CD" or token.text.rstrip(".")[:3] in _MONTHS and token.is_proper


def _may_be_unnamed(verb: Token, cue: CueVerb, how: str) -> bool:
    """Speech without a speaker in sight: quoted words, and participles ("saying that"); never thought, nor a bare passive."""
    return how == "quote" and cue.kind == "speech" and verb.tag in ("VBG", "VBD") and not grammar.is_passive(verb)


def _addressee(verb: Token, cue: CueVerb) -> list[Token]:
    if not cue.addressee:
        return []
    if grammar.is_passive(verb):
        return verb.kids("nsubjpass") if verb.child("agent") else []
    return [t for t in (*verb.kids("dobj", "dative"),) if t.tag != "VB" and (t.is_noun or t.tag in ("PRP", "CD"))]


def _cue_tokens(verb: Token) -> list[Token]:
    near = [c for c in verb.kids("aux", "auxpass", "prt", "neg") if abs(c.i - verb.i) < 4]
    return sorted([verb, *near], key=lambda t: t.i)


def _content(scene: Scene, verb: Token, cue: CueVerb) -> tuple[str, Bounds] | None:
    """The construction and the bounds of a cue verb's content; None where it has none that the verb allows."""
    allowed = cue.content
    if "clause" in allowed:
        clause = _clause(scene, verb, cue.addressee)
        if clause is not None:
            return clause
    if "clause" in allowed or "quote" in allowed:
        quoted = _quoted(scene, verb)
        if quoted is not None:
            return "quote", quoted
    if "question" in allowed:
        asked = [c for c in verb.kids("ccomp", "xcomp", "advcl", "pcomp") if _is_question(c)]
        if asked:
            return "question", hull(tree_span(c, verb) for c in asked)
    if "infinitive" in allowed:
        infinitive = _infinitive(scene, verb, cue)
        if infinitive is not None:
            return "infinitive", infinitive
    if "as" in allowed:
        named = _named(scene, verb)
        if named is not None:
            return "as", named
    about = _about(verb, cue)
    if "object" in allowed and not cue.addressee and not grammar.is_passive(verb):
        objects = [t for t in verb.kids("dobj", "attr") if t.lemma not in _REPORTERS and t.tag not in ("WDT", "WP") and t.lower not in ("it", "so")]
        if objects:
            parts = [t.span() for t in objects]
            parts += [q.span() for q in verb.kids("prep") if q.lower in _AFTER_OBJECT and q.i > verb.i]
            parts += [c.span() for c in verb.kids("xcomp", "oprd")]
            return "object", hull(parts)
    if "object" in allowed and grammar.is_passive(verb) and verb.child("nsubjpass") and verb.kids("agent"):
        return "passive", hull(t.span() for t in verb.kids("nsubjpass"))
    if about is not None and not grammar.is_passive(verb):
        return "about", about
    return None


def _is_question(clause: Token) -> bool:
    first = min(clause.subtree(), key=lambda t: t.i)
    return first.tag in ("WP", "WRB", "WDT", "WP$") or first.lower in ("if", "whether")


def _clause(scene: Scene, verb: Token, addressed: bool) -> tuple[str, Bounds] | None:
    clauses = [c for c in verb.kids("ccomp") if c.dep != "relcl" and (c.is_verb or c.tag[:2] in ("JJ", "NN") or c.children)]
    if verb.tag == "VBN" and verb.child("auxpass") and not verb.child("agent"):
        return None
    if clauses:
        finite = [c for c in clauses if not _bare_infinitive(c)]
        if finite:
            return _clause_content(scene, verb, finite)
    if _set_in(scene, verb, addressed):
        return "inserted", around(_block(verb, addressed), scene.start, scene.end, scene.text)
    marked = [c for c in verb.kids("advcl", "acl", "xcomp") if c.i > verb.i and (m := c.child("mark")) is not None and m.lower == "that"]
    if marked:
        return "clause", hull(tree_span(c, verb) for c in marked)
    objects = [c for o in verb.kids("dobj") for c in o.kids("acl", "relcl") if (m := c.child("mark")) is not None and m.lower == "that"]
    if objects:
        return "clause", hull(tree_span(c, verb) for c in objects)
    return None


def _bare_infinitive(clause: Token) -> bool:
    return any(a.tag == "TO" for a in clause.kids("aux")) and not clause.child("nsubj")


def _clause_content(scene: Scene, verb: Token, clauses: list[Token]) -> tuple[str, Bounds]:
    before = [c for c in clauses if c.i < verb.i]
    if before and len(before) < len(clauses) and not verb.kids("nsubj"):
        # a subject with clauses of its own, taken for content
        clauses, before = [c for c in clauses if c.i > verb.i], []
    parts = [tree_span(c, verb) for c in clauses]
    if before:
        start, end = hull(parts)
        if not _is_behind(scene, verb) and (later := [t for t in scene.parse.tokens if t.i > verb.i and t.text not in "”\"'’.,:"]):
            # the parser made what stands before the whole sentence its content
            return "clause", (later[0].start, scene.end)
        if end > verb.start and start < verb.start:
            # "Iran, he said, would": all around the cue
            return "inserted", (start, end)
        return "clause", (start, end)
    last = max(clauses, key=lambda c: c.i)
    end = max(p[1] for p in parts)
    parts += [c.span() for c in verb.kids("advcl", "prep") if c.i > last.i and c.span()[0] >= end - 2 and _belongs(scene, c)]
    start, end = hull(parts)
    return "clause", (start, cut_back(last, verb, (start, end), scene.cues))


def _is_behind(scene: Scene, verb: Token) -> bool:
    """Whether a cue stands behind words that a comma or a closing mark parts from it, or before its own subject."""
    if any(c.i > verb.i for c in verb.kids("nsubj")):
        return True
    before = scene.between(scene.start, _block(verb)[0]).rstrip()
    return before[-1:] in "”\"'’,?!—–-" or not before


def _belongs(scene: Scene, phrase: Token) -> bool:
    """Whether a phrase behind the content, which the parser gave to the cue, is rather part of what is said."""
    if phrase.dep == "prep":
        start, end = phrase.span()
        return end - start > _FAR and not scene.between(start - 2, start).startswith(",")
    mark = phrase.child("mark")
    return mark is not None and mark.lower in _LATER


def _set_in(scene: Scene, verb: Token, addressed: bool) -> bool:
    """A cue set into or behind the words it introduces ("..., he said, ...", "..., residents said"), however the parser hung it."""
    subject = verb.child("nsubj")
    if verb.kids("ccomp", "acomp", "attr") or subject is None or subject.tag in ("WP", "WDT") or any(m.lower != "as" for m in verb.kids("mark")) or verb.head is subject:
        return False
    if verb.kids("dobj") and not addressed:
        return False
    start, end = _block(verb, addressed)
    before = scene.between(scene.start, start).rstrip()
    after = scene.between(end, scene.end).lstrip()
    if len(before) < 3 or before.rstrip("”\"'’")[-1:] not in ",—–-?!":
        return False
    if after[:1] in (",", ":") and after[1:].lstrip()[:1] in "“\"'‘" and before[-1:] not in "”\"'’":
        return False
    return not after.strip(".”\"'’)") or after[0] in ",.;—–"


def _block(verb: Token, addressed: bool = False) -> Bounds:
    """The cue clause alone: subject, verb, adverbs, day and place."""
    parts = [(verb.start, verb.end)]
    for c in verb.kids("nsubj", "aux", "advmod", "npadvmod", "prt", "prep", "neg", *(("dobj", "dative") if addressed else ())):
        low, high = c.span()
        if c.i < verb.i and c.dep in ("nsubj", "aux", "advmod", "neg") or c.i > verb.i and high - low < _LONG:
            parts.append((low, high))
    return hull(parts)


def _quoted(scene: Scene, verb: Token) -> Bounds | None:
    """Quoted words beside the cue: those right before its clause, and those behind it without another verb between."""
    parts: list[Bounds] = []
    low = min([verb.start, *(c.span()[0] for c in verb.kids("nsubj", "aux", "advmod"))])
    for q in scene.here():
        if q.start <= verb.start < q.end:
            continue
        if q.end <= low and not scene.between(q.end + q.mark, low).strip(" ,\n"):
            parts.append(outer(q))
        elif q.start > verb.start and q.start - verb.end < _LONG and _clear(scene, verb, q):
            parts.append(outer(q))
    return hull(parts) if parts else None


def _clear(scene: Scene, verb: Token, q: Span) -> bool:
    between = [t for t in scene.parse.tokens if verb.i < t.i and t.end < q.start]
    if any(t.is_verb and t.dep not in ("aux", "auxpass", "amod") for t in between) or any(t.text in (".", ";") for t in between):
        return False
    lead = scene.between(verb.end, q.start - q.mark).strip()
    return not lead or lead[-1] in ":,—–" or lead in ("that", "only that", "as", "of", "how") or q.end - q.start > _FAR


def _infinitive(scene: Scene, verb: Token, cue: CueVerb) -> Bounds | None:
    clauses = grammar.to_clauses(verb)
    if not clauses or grammar.is_passive(verb) and not verb.kids("agent"):
        return None
    parts = [tree_span(c, verb) for c in clauses]
    parts += [t.span() for t in verb.kids("dobj") if not cue.addressee or cue.kind != "speech" or "object" in cue.content]
    parts += [p.span() for q in verb.kids("prep") if q.lower in ("on", "upon") and q.i > verb.i for p in q.kids("pobj")]
    # a second infinitive behind "or": "declined to threaten or even to name"
    parts += [x.span() for c in clauses for x in c.kids("conj") if x.tag == "VB"]
    return hull(parts)


def _named(scene: Scene, verb: Token) -> Bounds | None:
    """"called him a liar", "described it as a threat", "called the plan 'insanity'"; of a passive with its agent, too."""
    if grammar.is_passive(verb) and not verb.kids("agent"):
        return None
    what = [c for c in verb.kids("oprd", "xcomp") if c.i > verb.i and not (c.is_verb and c.tag == "VB")]
    what += [q for q in verb.kids("prep") if q.lower == "as" and q.i > verb.i]
    what += [q for o in verb.kids("dobj") for q in o.kids("prep") if q.lower == "as"]
    what += [c for c in verb.kids("ccomp") if not c.is_verb and c.kids("nsubj")]
    parts = [c.span() for c in (*what, *(verb.kids("dobj") if what else ()))]
    first = min((t.start for t in scene.parse.tokens if t.i > verb.i), default=verb.end)
    for q in scene.here():
        between = [t for t in scene.parse.tokens if verb.i < t.i and t.end < q.start]
        if verb.end < q.start and between and len(between) < 9 and between[-1].tag not in ("IN", ",") and not any(t.is_verb or t.text in ",;:" for t in between[:-1]):
            parts += [(first, q.end)]
            break
    return hull(parts) if parts else None


def _about(verb: Token, cue: CueVerb) -> Bounds | None:
    phrases = [q for q in verb.kids("prep", "prt", "advmod") if q.lower in cue.about and q.i > verb.i]
    parts = [p.span() for q in phrases for p in q.kids("pobj", "pcomp") if not _is_date(p)]
    parts += [p.span() for q in phrases for r in q.kids("prep") for p in r.kids("pobj", "pcomp")]
    if not parts:
        # "called for Israel to stop", "pointed out that"
        parts = [c.span() for c in verb.kids("advcl", "ccomp") if any(m.lower in cue.about for m in c.kids("mark"))]
    return hull(parts) if parts else None


# -- other cues --------------------------------------------------------------------------------------------------------------------------


def _according(scene: Scene, token: Token) -> Iterator[Find]:
    """"..., according to X": the rest of the clause."""
    after = scene.parse.tokens[token.i + 1 : token.i + 2]
    if not after or after[0].lower != "to":
        return
    to = after[0]
    source = to.kids("pobj") or token.kids("pobj") or [t for t in scene.parse.tokens[to.i + 1 :] if t.head.i <= to.i and t.is_noun][:1]
    if not source:
        return
    end = max([to.end, *(s.span()[1] for s in source)])
    initial = token.start - scene.start < 12 and not any(t.is_verb for t in scene.parse.tokens[: token.i])
    if initial:
        content = _after_source(scene, to, end)
    else:
        low = scene.start
        rest = scene.between(end, scene.end).lstrip()
        finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in scene.parse.tokens if low <= t.start < token.start)
        content = stripped(scene.text, low, token.start if finite or rest[:1] != "," else scene.end)
    yield Find([token, to], content, source, [], None, "according")


def _after_source(scene: Scene, to: Token, end: int) -> Bounds:
    """What follows "According to X, ...": from the subject of the first full verb that is not the source's own."""
    for t in scene.parse.tokens[to.i + 1 :]:
        if t.tag not in ("VBD", "VBZ", "VBP", "MD") or any(a.dep in ("relcl", "acl") for a in (t, *t.ancestors()) if a.i > to.i):
            continue
        main = t.head if t.dep in ("aux", "auxpass") else t
        subject = main.child("nsubj", "nsubjpass", "expl", "csubj")
        commas = [c for c in scene.parse.tokens if to.i < c.i < main.i and c.text == ","]
        if subject is not None and subject.i > to.i and (not commas or subject.span()[0] > commas[0].start):
            return stripped(scene.text, subject.span()[0], scene.end)
        if commas:
            return stripped(scene.text, commas[-1].end, scene.end)
    return stripped(scene.text, end, scene.end)


def _by_noun(scene: Scene, noun: Token) -> Iterator[Find]:
    """"his claim that ...", "a warning to ...", "made clear his view that"."""
    clauses = [c for c in noun.kids("acl", "ccomp") if c.child("mark") or any(a.tag == "TO" for a in c.kids("aux"))]
    if not clauses:
        return
    source = noun.kids("poss") or [p for q in noun.kids("prep") if q.lower in ("by", "from") for p in q.kids("pobj")]
    verb = noun.head
    cue = [noun]
    if not source and noun.dep == "dobj" and verb.is_verb and not grammar.is_passive(verb):
        source = grammar.subjects(verb)
        cue = [verb, noun]
    if source and can_speak(source[0], "speech", scene.cues):
        yield Find(cue, hull(c.span() for c in clauses), source, [], None, "noun")


def _by_adjective(scene: Scene, adjective: Token) -> Iterator[Find]:
    """"is confident that ...", "was reluctant to ..."."""
    if adjective.dep not in ("acomp", "oprd", "conj", "ROOT"):
        return
    wanted = ("ccomp",) if adjective.lower in scene.cues.adjectives else ("xcomp",)
    parts = [c.span() for c in adjective.kids(*wanted) if c.i > adjective.i]
    if not parts:
        return
    head = adjective.head
    source = grammar.surface_subjects(head) if head.is_verb and head is not adjective else adjective.kids("nsubj")
    if source and can_speak(source[0], "thought", scene.cues):
        cue = [head, adjective] if head.is_verb and head.i < adjective.i and adjective.i - head.i < 4 else [adjective]
        yield Find(cue, hull(parts), source, [], None, "adjective")


_NAMED = re.compile(r"[“\"]?((?:(?:[A-Z][\w.’'-]*|of|on|at|the|and|de|von|al-\w+|[–—-])\s+){0,6}[A-Z][\w’'-]*(?: \([^)]*\))?):\s+(?=\S{2})")
# a headline's or a transcript's name with a colon
_INTRODUCED = re.compile(r"(?:^|[-–—]\s|\bfrom\s|\s)([A-Z][\w.’'-]*(?:\s+(?:[A-Z][\w.’'-]*|and|de|von|al-\w+))*)\s?:\s+(?=[“\"«]|'')")
# a name with a colon before quoted words, whatever stands before it


def _by_mark(scene: Scene) -> Iterator[Find]:
    """"Kyiv: 'we will hold'", "'We will hold' — Zelensky", "CLINTON: We ...": a name and a mark introduce the words."""
    tokens = scene.parse.tokens
    words = scene.between(scene.start, scene.end)
    found = _NAMED.match(words) or _INTRODUCED.search(words)
    if found is not None:
        low, high = scene.start + found.start(1), scene.start + found.end(1)
        names = [t for t in tokens if t.start < high and t.end > low]
        colon = next((t for t in tokens if t.start >= high and t.text == ":"), None)
        speaker = next((t for t in reversed(names) if t.tag[:2] in ("NN", "JJ", "CD", "PR", "VB") and t.text[:1].isupper()), None)
        if colon is not None and speaker is not None and speaker.lemma not in scene.cues.mute and not speaker.text.isdigit():
            start = scene.start + found.end()
            yield Find([colon], (start, scene.end), [speaker], [], None, "mark")
    for q in scene.here():
        if q.start < scene.start:
            continue
        rest = scene.between(q.end + q.mark, scene.end).strip()
        if rest[:1] in _MARKS and 3 < len(rest) < 80:
            later = [t for t in tokens if t.start > q.end]
            names = [t for t in later if t.is_proper and t.dep != "compound"]
            marks = [t for t in later if t.text[:1] in _MARKS]
            if names and marks and not any(t.is_verb for t in later[:3]):
                yield Find(marks[:1], outer(q), names[:1], [], None, "mark")
