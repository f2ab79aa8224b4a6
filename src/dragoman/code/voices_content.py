"""Where the content of a cue verb stands, the most demanding construction first.

A clause before, after or around the cue; quoted words beside it; an infinitive; an object with *as* or a second noun; a preposition's
phrase; a bare object. The small parser hangs short cue clauses in many ways, so a cue that is set in ("..., he said") is known by its
commas.
"""

from __future__ import annotations

from dragoman.code import grammar
from dragoman.code.quotes import Span
from dragoman.code.voices_scene import Scene
from dragoman.code.voices_span import Bounds, around, cut_back, hull, outer, tree_span
from dragoman.codebook.schema import CueVerb
from dragoman.engine.parse import Token

_REPORTERS = frozenset("reporter journalist newspaper agency audience crowd news".split())
_AFTER_OBJECT = frozenset("as for of to over against with".split())
_ANSWERS = frozenset("deny dispute confirm contest reject refute dismiss".split())
_LATER = frozenset("because if unless since although though".split())
# conjunctions whose clause behind the content is part of it more often than not
_MONTHS = frozenset("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_LONG = 120
# characters between a cue verb and the quote behind it: an addressee, a day and a place fit in
_FAR = 34
# characters: shorter phrases behind a clause tell day and place of the speech, longer ones are part of what is said


def content_of(scene: Scene, verb: Token, cue: CueVerb) -> tuple[str, Bounds] | None:
    """The construction and the bounds of a cue verb's content; None where it has none that the verb allows."""
    allowed = cue.content
    if "clause" in allowed:
        clause = _clause(scene, verb, cue.addressee)
        if clause is not None:
            return clause[0], _split(scene, verb, clause[1])
    if "as" in allowed and verb.child("dobj", "ccomp", "oprd") is not None and (named := _named(scene, verb)) is not None:
        return "as", named
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
        empty = ("little", "nothing", "much") if _is_answer(verb) else ("it", "so", "little", "nothing", "much")
        objects = [t for t in verb.kids("dobj", "attr") if t.lemma not in _REPORTERS and t.tag not in ("WDT", "WP") and t.lower not in empty]
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


def _is_answer(verb: Token) -> bool:
    """ "Egypt denies it.": a whole sentence that answers the one before."""
    return verb.dep == "ROOT" and verb.lemma in _ANSWERS


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
        return "inserted", around(_with_tail(scene, verb, block_of(verb, addressed)), scene.start, scene.end, scene.text)
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
    if before and (told := _colon_quote(scene, verb)) is not None:
        return "quote", told
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


def _colon_quote(scene: Scene, verb: Token) -> Bounds | None:
    """The quote right behind a cue that has no quote before it: "Asked whether ..., X said: 'Maybe'"."""
    for q in scene.here():
        if q.start > verb.start and scene.between(verb.end, q.start - q.mark).strip() in (":", ","):
            return None if any(o.end < verb.start and o.end > verb.start - _FAR for o in scene.here()) else outer(q)
    return None


def _is_behind(scene: Scene, verb: Token) -> bool:
    """Whether a cue stands behind words that a comma or a closing mark parts from it, or before its own subject."""
    if any(c.i > verb.i for c in verb.kids("nsubj")):
        return True
    before = scene.between(scene.start, block_of(verb)[0]).rstrip()
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
    if (
        verb.kids("ccomp", "acomp", "attr")
        or subject is None
        or subject.tag in ("WP", "WDT")
        or any(m.lower != "as" for m in verb.kids("mark"))
        or verb.head is subject
    ):
        return False
    if verb.kids("dobj") and not addressed or _colon_quote(scene, verb) is not None:
        return False
    start, end = block_of(verb, addressed)
    before = scene.between(scene.start, start).rstrip()
    after = scene.between(end, scene.end).lstrip()
    if len(before) < 3 or before.rstrip("”\"'’")[-1:] not in ",—–-?!":
        return False
    if not after.strip(".”\"'’)") and _is_setting(scene, verb, start):
        return False
    if after[:1] in (",", ":") and after[1:].lstrip()[:1] in "“\"'‘" and before[-1:] not in "”\"'’":
        return False
    return not after.strip(".”\"'’)") or after[0] in ",.;—–"


def _is_setting(scene: Scene, verb: Token, start: int) -> bool:
    """ "In an interview, Iran's envoy pointed to China": what stands before is a phrase of time or place, and nothing told."""
    before = [t for t in scene.parse.tokens if t.end <= start]
    if not before or before[0].tag != "IN" or before[0].head is not verb or before[0].dep != "prep":
        return False
    return not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in before) and not any(q.start < start for q in scene.here())


def _with_tail(scene: Scene, verb: Token, block: Bounds) -> Bounds:
    """The cue clause with what it goes on to, to the end of the sentence: "'...,' he said, laughing", "..., she said, adding that"."""
    if scene.between(scene.start, block[0]).rstrip()[-1:] not in ("”", '"', "'", "’"):
        return block
    rest = [t for t in scene.parse.tokens if t.start >= block[1] and t.text not in ",.”\"'’"]
    if not rest or rest[0].tag not in ("VBG", "IN", "WRB") or any(q.start - q.mark <= rest[0].start + 1 for q in scene.here() if q.start > verb.end):
        return block
    inside = {t.i for c in verb.kids("advcl", "prep", "acl") if c.i > verb.i for t in c.subtree()}
    inside |= {t.i for c in verb.kids("nsubj") if c.i > verb.i for t in c.subtree()}
    return (block[0], max(block[1], scene.end)) if rest[0].i in inside else block


def block_of(verb: Token, addressed: bool = False) -> Bounds:
    """The cue clause alone: subject, verb, adverbs, day and place."""
    parts = [(verb.start, verb.end)]
    for c in verb.kids("nsubj", "aux", "advmod", "npadvmod", "prt", "prep", "neg", *(("dobj", "dative") if addressed else ())):
        low, high = c.span()
        if c.i < verb.i and c.dep in ("nsubj", "aux", "advmod", "neg") or c.i > verb.i and high - low < _LONG:
            parts.append((low, high))
    return hull(parts)


def _split(scene: Scene, verb: Token, content: Bounds) -> Bounds:
    """Words before the cue with the quote behind it that goes on: "'A,' X told reporters, 'and B.'"."""
    if content[1] > verb.start:
        return content
    later = [outer(q) for q in scene.here() if q.start > verb.start and q.start < scene.end and _clear(scene, verb, q)]
    return hull([content, *later])


def _quoted(scene: Scene, verb: Token) -> Bounds | None:
    """Quoted words beside the cue: those right before its clause, and those behind it without another verb between."""
    parts: list[Bounds] = []
    low = min([verb.start, *(c.span()[0] for c in verb.kids("nsubj", "aux", "advmod") if not in_quotes(scene, c))])
    for q in scene.here():
        if q.start <= verb.start < q.end:
            continue
        before = q.end <= low and not scene.between(q.end + q.mark, low).strip(" ,\n")
        if before or (q.start > verb.start and q.start - verb.end < _LONG and _clear(scene, verb, q)):
            parts.append(outer(q))
    return hull(parts) if parts else None


def in_quotes(scene: Scene, token: Token) -> bool:
    """Whether a word stands within quotation marks."""
    return any(q.start <= token.start < q.end for q in scene.here())


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
    """ "called him a liar", "described it as a threat", "called the plan 'insanity'"; of a passive with its agent, too."""
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
        if (
            verb.end < q.start
            and any(t.is_noun or t.tag == "PRP" for t in between)
            and len(between) < 9
            and between[-1].tag not in ("IN", ",")
            and not any(t.is_verb or t.text in ",;:" for t in between[:-1])
        ):
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


def is_day(token: Token) -> bool:
    """A day, week or the like: no speaker and nothing said."""
    return token.lower.endswith("day") or token.lower in ("week", "month", "year", "night", "morning")


def _is_date(token: Token) -> bool:
    return is_day(token) or token.tag == "CD" or token.text.rstrip(".")[:3] in _MONTHS and token.is_proper
