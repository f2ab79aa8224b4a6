"""Where a voice is: each cue of a sentence with its construction, its source and the words that it introduces.

Verbs are read by :mod:`dragoman.code.voices_content`; here are who speaks, and the other cues: "according to", nouns and adjectives
with a clause, a name with a colon or dash. ``cues.yml`` says which constructions each verb allows. What is quoted on beyond the
sentence is added by :func:`dragoman.code.voices_span.run_on`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.code import grammar
from dragoman.code.voices_content import block_of, content_of, in_quotes, is_day
from dragoman.code.voices_scene import Find, Scene
from dragoman.code.voices_span import Bounds, hull, outer, stripped
from dragoman.code.voices_speak import can_speak
from dragoman.codebook.schema import CueVerb
from dragoman.engine.parse import Token

_MARKS = frozenset("—–―-")
_CHARGED = frozenset("deny dispute contest confirm reject refute".split())
_VIEWS = frozenset({"words", "view", "opinion"})
_CITING = frozenset({"quote", "cite"})
_SHARES = frozenset("one some many most several two three few half both none any another all".split())
_INWARD = frozenset({"thought", "plan"})
_TELLING = frozenset({"clause", "inserted"})
_PLAIN = frozenset({"clear", "known", "plain"})
# what somebody makes, or lets be: "made it clear that", "let it be known that"
# verbs whose "which" may stand for all that was told before
_NOT_CUES = ("aux", "auxpass", "amod", "compound")


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
            edge = block_of(outside.verb, bool(outside.addressee))[0]
        elif outside.how == "according":
            edge = outside.cue[0].start
        else:
            continue
        for f in finds:
            if f is not outside and f.content[0] < edge < f.content[1] and f.cue[0].start < edge and f.content[0] >= scene.start:
                f.content = stripped(scene.text, f.content[0], edge)
    for f in finds:
        _take_over(f, finds)
    return [f for f in finds if f.content[1] > f.content[0] and not _is_citation(f, finds) and not _is_told_within(scene, f, finds)]


def _is_told_within(scene: Scene, f: Find, finds: list[Find]) -> bool:
    """ "said he hoped that ...", "said it wanted to ...": what a speaker tells of thoughts and plans is his one statement, as is talk yet to come."""
    cue = scene.cues.verbs.get(f.verb.lemma) if f.verb is not None else None
    if f.verb is None or cue is None or cue.kind not in _INWARD and not any(a.tag == "MD" for a in f.verb.kids("aux")):
        return False
    return any(
        o is not f
        and o.verb is not None
        and o.how in _TELLING
        and o.content[0] <= f.verb.start < o.content[1]
        and not f.content[0] <= o.verb.start < f.content[1]
        and (outward := scene.cues.verbs.get(o.verb.lemma)) is not None
        and outward.kind not in _INWARD
        for o in finds
    )


def _take_over(f: Find, finds: list[Find]) -> None:
    """ "Erdogan said that Turkey would veto the bid and warned Sweden": who warned is who said, once the content ends before."""
    if f.verb is None or f.verb.dep != "conj" or f.verb.child("nsubj", "nsubjpass") is not None:
        return
    for other in finds:
        clause = f.verb.head
        if other.verb is not None and clause.dep == "ccomp" and clause.head is other.verb and other.content[1] <= f.cue[0].start:
            f.source = other.source


def _is_citation(f: Find, finds: list[Find]) -> bool:
    """ ", citing officials" behind another voice names its source and tells nothing itself."""
    if f.verb is None or f.verb.lemma != "cite" or len(finds) < 2:
        return False
    return (f.verb.tag == "VBG" and f.verb.dep in ("advcl", "acl")) or (f.verb.dep == "relcl" and f.verb.child("nsubj") is not None)


def _all(scene: Scene) -> Iterator[Find]:
    for token in scene.parse.tokens:
        if token.lower == "according" or token.lower in _VIEWS and _is_in_the(scene, token):
            yield from _according(scene, token)
        elif token.lower in _PLAIN and (plain := _made_plain(scene, token)) is not None:
            yield plain
        elif token.is_verb and token.dep not in _NOT_CUES:
            cue = scene.cues.verbs.get(token.lemma)
            if cue is not None:
                found = _by_charge(scene, token) or _by_verb(scene, token, cue)
                if found is not None:
                    yield found
        elif token.is_noun and token.lemma in scene.cues.nouns:
            yield from _by_noun(scene, token)
        elif token.tag[:2] == "JJ" and (token.lower in scene.cues.adjectives or token.lower in scene.cues.bent):
            yield from _by_adjective(scene, token)
    yield from _by_mark(scene)


# -- verbs -------------------------------------------------------------------------------------------------------------------------------


def _by_verb(scene: Scene, verb: Token, cue: CueVerb) -> Find | None:
    if verb.tag == "VBN" and verb.dep in ("advcl", "acl") and not verb.kids("aux", "auxpass", "agent"):
        # "asked whether he would come, X said": nobody tells who asked
        return None
    if verb.lemma in _CITING and any(c.tag == "VBG" and c.lemma in scene.cues.verbs for q in verb.kids("prep") if q.lower == "as" for c in q.kids("pcomp")):
        # the words after "as saying" have their own cue; those before it ("..., the agency quoted X as saying") are X's, too
        before = [c for c in verb.kids("ccomp") if c.i < verb.i]
        named = verb.kids("nsubjpass") if grammar.is_passive(verb) else verb.kids("dobj")
        return Find(_cue_tokens(verb), hull(c.span() for c in before), named, [], verb, "inserted") if before and named else None
    source = [_within(t) for t in _source(scene, verb)]
    if source and not can_speak(source[0], cue.kind, scene.cues):
        return None
    found = content_of(scene, verb, cue)
    if found is None:
        return None
    how, content = found
    if not source and not _may_be_unnamed(verb, cue, how):
        return None
    if any(scene.between(start, scene.end).lower().startswith(scene.cues.anonymous) for start in (verb.start, content[0])):
        # "who asked not to be named" tells of the source, not of the matter
        return None
    addressee = _addressee(verb, cue)
    return Find(_cue_tokens(verb), content, source, addressee, verb, how, cue.medium)


def _by_charge(scene: Scene, verb: Token) -> Find | None:
    """ ", a charge Tehran denies": the noun stands for all that comes before it."""
    noun, subject = verb.head, verb.child("nsubj")
    which = next((t for t in verb.kids("dobj") if t.lower == "which"), None)
    if verb.dep == "relcl" and verb.lemma in _CHARGED and subject is not None and which is not None and scene.parse.tokens[which.i - 1].text == ",":
        # "..., which Kigali denies"
        return Find(_cue_tokens(verb), stripped(scene.text, scene.start, which.start), [subject], [], _denying(verb), "charge")
    if verb.dep != "relcl" or not noun.is_noun or noun.lemma not in scene.cues.nouns or subject is None or subject.tag in ("WDT", "WP"):
        return None
    low = noun.i - len([c for c in noun.kids("det", "amod", "poss") if c.i < noun.i])
    if low < 3 or scene.parse.tokens[low - 1].text != "," or verb.kids("ccomp", "dobj"):
        return None
    return Find(_cue_tokens(verb), stripped(scene.text, scene.start, scene.parse.tokens[low].start), [subject], [], _denying(verb), "charge")


def _denying(verb: Token) -> Token:
    """ "neither confirms nor denies": of two verbs the one that vouches for nothing."""
    return next((c for c in verb.kids("conj") if c.lemma in _CHARGED), verb)


def _source(scene: Scene, verb: Token) -> list[Token]:
    own = [c for c in verb.kids("nsubj") if c.tag not in ("WDT", "WP", "EX")]
    if verb.dep == "pcomp" and verb.head.lower == "as" and verb.head.head.lemma in _CITING:
        # "quoted Raisi as saying": who is quoted speaks
        citing = verb.head.head
        return citing.kids("nsubjpass") if grammar.is_passive(citing) else citing.kids("dobj") or grammar.subjects(verb)
    if own and not in_quotes(scene, verb):
        outside = [c for c in own if not in_quotes(scene, c)]
        if not outside:
            return _beside(scene, verb)
        if len(outside) < len(own):
            return outside[:1]
    if len(own) > 1 and not grammar.is_passive(verb):
        # "To understand the real Dred Scott, Roberts said": the nearer one
        before = [c for c in own if c.i < verb.i]
        return before[-1:] or own[:1]
    found = grammar.subjects(verb)
    return found or _beside(scene, verb)


def _within(source: Token) -> Token:
    """ "One of the Congolese negotiators said": who is meant stands behind *of*."""
    if source.lower not in _SHARES:
        return source
    return next((p for q in source.kids("prep") if q.lower == "of" for p in q.kids("pobj") if p.is_noun), source)


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
        if t.tag == "PRP" or t.is_noun and t.dep not in ("compound", "npadvmod") and not is_day(t):
            return [t]
        if t.is_verb and t.dep not in ("aux", "acl", "relcl") or t.text in (";", ":"):
            return []
    return []


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


# -- other cues --------------------------------------------------------------------------------------------------------------------------


def _according(scene: Scene, token: Token) -> Iterator[Find]:
    """ "..., according to X", "..., in the words of X": the rest of the clause."""
    after = scene.parse.tokens[token.i + 1 : token.i + 2]
    if not after or after[0].lower != ("to" if token.lower == "according" else "of"):
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


def _is_in_the(scene: Scene, token: Token) -> bool:
    """Whether a noun stands in "in the ... of"."""
    return [t.lower for t in scene.parse.tokens[max(0, token.i - 2) : token.i]] == ["in", "the"]


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
    """ "his claim that ...", "a warning to ...", "made clear his view that"."""
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
    """ "is confident that ...", "was reluctant to ..."."""
    if adjective.dep not in ("acomp", "oprd", "conj", "ROOT"):
        return
    wanted = ("ccomp",) if adjective.lower in scene.cues.adjectives else ("xcomp",)
    head = adjective.head
    parts = [c.span() for c in adjective.kids(*wanted) if c.i > adjective.i]
    # "was adamant that the truce had held": the parser may hang the clause on the verb
    parts = parts or [c.span() for c in head.kids(*wanted) if c.i > adjective.i and (m := c.child("mark")) and m.lower == "that"]
    if not parts:
        return
    source = grammar.surface_subjects(head) if head.is_verb and head is not adjective else adjective.kids("nsubj")
    if source and can_speak(source[0], "thought", scene.cues):
        cue = [head, adjective] if head.is_verb and head.i < adjective.i and adjective.i - head.i < 4 else [adjective]
        yield Find(cue, hull(parts), source, [], None, "adjective")


def _made_plain(scene: Scene, word: Token) -> Find | None:
    """ "made it clear that no troops would be sent", "let it be known that": the clause is what was said."""
    maker = next((t for t in word.ancestors() if t.is_verb and t.lemma in ("make", "let")), None)
    if maker is None or word.i - maker.i > 4:
        return None
    clauses = [c for t in (word, maker, *maker.kids("ccomp", "xcomp")) for c in t.kids("ccomp", "advcl", "acl") if (m := c.child("mark")) and m.lower == "that"]
    source = grammar.surface_subjects(maker)
    if not clauses or not source or not can_speak(source[0], "speech", scene.cues):
        return None
    return Find([maker, word], hull(c.span() for c in clauses), source, [], maker, "clause")


_LABEL = re.compile(
    r"\W*(?:live|breaking|update\w*|exclusive|analysis|opinion|video|watch|explainer|explained|factbox|timeline|photos?|page|corrected|refile|feature|insight"
    r"|interview|wrapup|editorial|comment|column|profile|podcast|letter|q&a|in pictures|in brief|questions?|journalists?|reporters?|moderator)\b[^:]{0,20}:",
    re.IGNORECASE,
)
# what a headline or turn opens with is a kind of text or a questioner
_TAIL = re.compile(
    r"(?<=\w)['’”\"]?\s[-–—]\s([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*| officials?| minister| ministry| police| army| report| sources?| media| envoy){0,3}"
    r"|officials?|minister|ministry|police|army|reports?|sources?|media|envoy)\Z"
)
# who says so, at the end of a headline: "Rebels took Goma airport - UN"


def _by_tail(scene: Scene, words: str) -> Iterator[Find]:
    """ "Rebels took Goma airport - UN": a headline's source behind a dash."""
    found = _TAIL.search(words)
    if found is None or len(words[: found.start()].split()) < 4:
        return
    low, high = scene.start + found.start(1), scene.start + found.end(1)
    names = [t for t in scene.parse.tokens if low <= t.start < high]
    mark = next((t for t in reversed(scene.parse.tokens) if t.start < low and t.text[:1] in _MARKS), None)
    if names and mark is not None and not any(t.is_verb for t in names) and can_speak(names[-1], "speech", scene.cues):
        yield Find([mark], stripped(scene.text, scene.start, mark.start), [names[-1]], [], None, "mark")


_NAMED = re.compile(r"[“\"]?((?:(?:[A-Z][\w.’'-]*|of|on|at|the|and|de|von|al-\w+|[–—-])\s+){0,6}[A-Z][\w’'-]*(?: \([^)]*\))?):\s+(?=\S{2})")
# a headline's or a transcript's name with a colon
_INTRODUCED = re.compile(r"(?:^|[-–—]\s|\bfrom\s|\s)([A-Z][\w.’'-]*(?:\s+(?:[A-Z][\w.’'-]*|and|de|von|al-\w+))*)\s?:\s+(?=[“\"«]|'')")
# a name with a colon before quoted words, whatever stands before it


def _by_mark(scene: Scene) -> Iterator[Find]:
    """ "Kyiv: 'we will hold'", "'We will hold' — Zelensky", "CLINTON: We ...": a name and a mark introduce the words."""
    tokens = scene.parse.tokens
    words = scene.between(scene.start, scene.end)
    found = _NAMED.match(words) or _INTRODUCED.search(words)
    if found is not None:
        low, high = scene.start + found.start(1), scene.start + found.end(1)
        names = [t for t in tokens if t.start < high and t.end > low]
        colon = next((t for t in tokens if t.start >= high and t.text == ":"), None)
        speaker = next((t for t in reversed(names) if t.tag[:2] in ("NN", "JJ", "CD", "PR", "VB") and t.text[:1].isupper()), None)
        if colon is not None and speaker is not None and not _LABEL.match(words) and speaker.lemma not in scene.cues.mute and not speaker.text.isdigit():
            start = scene.start + found.end()
            yield Find([colon], (start, scene.end), [speaker], [], None, "mark")
    yield from _by_tail(scene, words)
    for q in scene.here():
        if q.start < scene.start:
            continue
        rest = scene.between(q.end + q.mark, scene.end).strip()
        if rest[:1] in _MARKS and 3 < len(rest) < 80:
            later = [t for t in tokens if t.start > q.end]
            names = [t for t in later if t.text[:1].isupper() and t.dep != "compound"]
            marks = [t for t in later if t.text[:1] in _MARKS]
            if names and marks and not any(t.is_verb for t in later[:3]):
                yield Find(marks[:1], outer(q), names[:1], [], None, "mark")
