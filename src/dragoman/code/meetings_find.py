"""Finds what one sentence tells of meetings: in the acts of consultation, in nouns for meetings, in verbs of meeting that no frame took,
in guests ("told his German guest"), and in captions that show two persons at a place and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.code import grammar
from dragoman.code.draft import Draft, Line
from dragoman.code.events import is_background
from dragoman.code.frames import Act
from dragoman.code.meetings_agenda import agenda_of
from dragoman.code.meetings_beside import beside
from dragoman.code.meetings_glimpse import (
    Glimpse,
    carried_by,
    codes_of,
    fate_of,
    form_of,
    is_compound,
    is_elliptic,
    is_fresh,
    is_upcoming,
    known,
    level_of,
    number,
    ordinal_of,
    parties_of,
    presence_of,
    qualifiers_of,
)
from dragoman.code.meetings_join import OF_SERIES, fold_inner
from dragoman.code.meetings_sides import above, left_by, noun_sides, owners, splits, verb_sides
from dragoman.code.meetings_when import same_time, time_of
from dragoman.code.parties import Mention
from dragoman.code.places import place_near
from dragoman.code.status import conditional
from dragoman.codebook.schema import MeetingWords
from dragoman.engine.parse import Token
from dragoman.model import Ordinal, Place, Time

_ANAPHORIC = frozenset("the this that these those their his her its both".split())
_CARRYING = frozenset("fly drive sail ship send return bring carry take".split())
# verbs of a way that things may go, too
_RUNNING = frozenset("run last continue end conclude close finish".split())
_BEGINNING = frozenset("begin open start resume convene".split())
_SIT_WITH = frozenset({"with", "at", "down", "together", "opposite", "across", "around"})
_ACCEPTED = ("accept", "take")
_OFTEN = frozenset("regularly often frequently routinely usually".split())
_SHOT = frozenset({"fire", "shoot", "launch", "lob"})
# "rounds fired by the rebels"
_NO_MEETING = frozenset(
    "mortar ammunition artillery tank live rifle news press party budget earnings training photo court hearing wake-up roll curtain".split()
)


def glimpses(draft: Draft, line: Line) -> list[Glimpse]:
    """All that a sentence tells of meetings, each telling once."""
    words = draft.codebook.meetings
    seen: set[int] = set()
    out = list(_of_acts(draft, line, words, seen))
    assert line.parse is not None
    for token in line.parse.tokens:
        if token.i in seen:
            continue
        found: Glimpse | None = None
        if token.is_noun and token.lemma in words.guests:
            found = _of_guest(draft, line, token, words)
        elif token.is_noun and (token.lemma in words.nouns or is_compound(token, words)) and token.dep != "compound":
            found = _of_noun(draft, line, token, words)
        elif token.is_verb and (token.lemma in words.verbs or token.lemma in words.spoken or _shakes_hands(token)):
            found = _of_verb(draft, line, token, words)
        elif draft.glimpses and token.dep in ("nsubj", "nsubjpass", "dobj") and is_elliptic(token):
            found = _of_noun(draft, line, token, words)
        if found is not None:
            out.append(found)
    if not out and line.sentence.part == "caption":
        out += _of_caption(draft, line, words)
    return fold_inner(out)


# -- acts --------------------------------------------------------------------------------------------------------------------------------


def _of_acts(draft: Draft, line: Line, words: MeetingWords, seen: set[int]) -> Iterator[Glimpse]:
    told: set[tuple[int, frozenset[str | None]]] = set()
    for act, outer in _with_outer(line.acts, ()):
        word = act.trigger
        accepted = any(o.trigger is not None and o.trigger.lemma in _ACCEPTED for o in outer)
        if act.type == "CONSULT" and word is not None and not accepted and any(_is_unsettled(o.trigger, words) for o in outer):
            # what is only offered or asked for is no meeting, whichever of its words is looked at
            seen |= {word.i} | {c.i for c in word.kids("dobj") if c.lemma in words.nouns}
        if act.type != "CONSULT" or word is None or (act.frame.mode == "third-party" and word.lemma != "shuttle"):
            continue
        key = (word.i, frozenset(m.party.code for m in (*act.actor, *act.recipient)))
        if key in told:
            continue
        told.add(key)
        event = line.of_act.get(id(act))
        status = _status_of(draft, act, outer, event.status if event else act.status, words)
        if status is None:
            if act.status != "negated" and any(o.trigger is not None and o.trigger.lemma in words.inviting for o in outer):
                sides = (*act.actor, *act.recipient, *(m for o in outer for m in o.recipient))
                draft.invitations.append(_glimpse(draft, line, word, sides, "planned", words, act=act, time=time_of(draft, line, word, "planned")))
            if act.status == "negated" or word.is_verb:
                seen |= {word.i} | {c.i for c in word.kids("dobj") if c.lemma in words.nouns}
            continue
        seen |= {word.i} | ({act.support.i} if act.support else set())
        seen |= {c.i for c in word.kids("dobj") if word.is_verb and c.lemma in words.nouns}
        if _is_no_encounter(draft, act, words):
            continue
        time = time_of(draft, line, word, status) or (event.time if event and event.time and event.time.end and status in ("held", "planned") else None)
        for mentions in splits(draft, line, act):
            if len(codes_of(m.party for m in mentions)) < 2:
                # "gave a lunch for the minister": the host may be told by the verb
                nouns = [word] if word.is_noun else [c for c in word.kids("dobj") if c.lemma in words.nouns]
                more = [m for n in nouns for m in noun_sides(draft, line, n, words)] or verb_sides(draft, line, word)
                mentions = (*mentions, *more)
            mentions = (*mentions, *owners(draft, word))
            if act.frame.mode not in ("phone", "third-party"):
                draft.resolver.seat(tuple(m for m in mentions if m.party.code))
            yield _glimpse(draft, line, word, mentions, status, words, act=act, time=time)


def _with_outer(acts: Iterable[Act], outer: tuple[Act, ...]) -> Iterator[tuple[Act, tuple[Act, ...]]]:
    for act in acts:
        if act.frame.lemmas or not outer:
            # what a plain verb comes to inside another act ("promised to raise the matter") is no meeting that was told of
            yield act, outer
        yield from _with_outer(act.about, (*outer, act))


def _status_of(draft: Draft, act: Act, outer: tuple[Act, ...], told: str, words: MeetingWords) -> str | None:
    """held, planned, postponed, cancelled; None where the text leaves open whether there was or will be a meeting."""
    assert act.trigger is not None
    fate = fate_of(draft, act.trigger)
    if act.operator is not None and act.operator.meeting in ("cancelled", "postponed"):
        fate = act.operator.meeting
    if fate in ("cancelled", "postponed"):
        return fate
    if told == "negated" and _fell_through(act.trigger, words):
        return "cancelled"
    if told == "hypothetical" or told == "negated":
        return None
    accepted = any(o.trigger is not None and o.trigger.lemma in _ACCEPTED for o in outer)
    if any(o.status in ("hypothetical", "negated") for o in outer):
        return None
    if told == "actual" and act.trigger.is_noun and act.trigger.dep == "pobj" and fate is None:
        over = above(act.trigger, words)
        if over is not None and draft.status.of_verb(over) == "planned":
            # "agreed to send its minister to Berbera for talks with", "will meet on the margins of a summit"
            return "planned"
    if not accepted and any(o.type == "ACCUSE" or _is_unsettled(o.trigger, words) for o in outer):
        return None
    if _is_left_open(act.trigger, words):
        return None
    return "planned" if told == "planned" or fate == "planned" else "held"


def _fell_through(word: Token, words: MeetingWords) -> bool:
    """ "the meeting will not take place"."""
    return word.dep in ("nsubj", "nsubjpass") and word.head.lemma in words.happening and bool(word.kids("det"))


def _is_unsettled(word: Token | None, words: MeetingWords) -> bool:
    return word is not None and word.lemma in words.unsettled and not (word.is_noun and word.lemma in words.nouns)


def _is_left_open(word: Token, words: MeetingWords) -> bool:
    """ "offered to host talks", "called for talks", "the invitation": the meeting is somebody's wish."""
    if word.is_noun and _is_unsettled(word, words):
        return True
    node = word
    while node.dep in ("dobj", "xcomp", "acl") or (node.dep == "pobj" and node.head.lower in ("for", "of")):
        node = node.head.head if node.dep == "pobj" else node.head
        if _is_unsettled(node, words):
            # "accepted an invitation to visit": now it will be
            return node.head.lemma not in _ACCEPTED
    return False


def _is_no_encounter(draft: Draft, act: Act, words: MeetingWords) -> bool:
    """ "flying drones to the group", "in constant contact with", "aid would stop": things neither travel to talks nor meet, and letters are no meetings."""
    word = act.trigger
    assert word is not None
    if word.lemma in words.written or any(c.lemma in words.written for c in word.kids("dobj", "nsubjpass")):
        return True
    if word.is_verb and (_meets_a_people(draft, word) or _is_habit(word)):
        return True
    doers = word.kids("nsubj") if word.is_verb else []
    if doers and doers[0].tag in ("NN", "NNS") and doers[0].lemma not in words.nouns and not draft.resolver.at(doers[0]):
        return True
    things = [c for c in word.kids("dobj") if c.tag in ("NN", "NNS") and c.lemma not in words.nouns and not any(m.party.code for m in draft.resolver.at(c))]
    return word.lemma in ("contact", "touch") or (word.lemma in _CARRYING and bool(things))


def _is_habit(verb: Token) -> bool:
    """ "have met several times a year", "meet regularly": no one meeting is told of."""
    if any(c.lower in _OFTEN for c in verb.kids("advmod")):
        return True
    times = [c for c in verb.kids("npadvmod", "dobj") if c.lemma == "time" and c.tag == "NNS"]
    return any(k.lemma in ("year", "month", "week", "day") for t in times for k in t.kids("npadvmod", "appos"))


def _meets_a_people(draft: Draft, verb: Token) -> bool:
    """ "received 400,000 Venezuelans": a number of a people is nobody's guest."""
    return any(": demonym" in m.party.basis and c.child("nummod") for c in grammar.objects(verb) for m in draft.resolver.at(c))


# -- nouns, verbs, guests, captions ------------------------------------------------------------------------------------------------------


def _of_noun(draft: Draft, line: Line, word: Token, words: MeetingWords) -> Glimpse | None:
    """ "The talks were held in New Delhi", "talks planned for 17 October", "A fourth round is due in Ankara"; a bare "the talks" calls back."""
    if not _stands_for_meeting(word, words):
        return None
    sides = known(draft, line, noun_sides(draft, line, word, words))
    if word.lemma in words.diplomatic:
        draft.resolver.seat(tuple(m for m in sides if m.party.code))
    on_line = _on_the_line(draft, line, word) if word.lemma in words.remote | {"conversation"} and len(codes_of(m.party for m in sides)) < 2 else ()
    status = _noun_status(draft, line, word, words)
    if on_line:
        sides, told = on_line, draft.status.of_verb(word.head.head)
        status = status or ("planned" if told == "planned" else "held" if told in ("actual", "background") else "open")
    anaphoric = bool({c.lower for c in word.kids("det", "poss")} & _ANAPHORIC) or any(s.lower in ("it", "this", "that") for s in _subjects_of(word))
    if status == "open":
        return None
    out = _glimpse(draft, line, word, sides, status, words, time=time_of(draft, line, word, status))
    if is_elliptic(word):
        out.ordinal, out.form, anaphoric = Ordinal(n=number(word.lower) or 0, window=None), draft.glimpses[-1].form, True
    out.anaphoric = anaphoric or (not out.codes and (bool(out.ordinal) or word.lemma in OF_SERIES))
    carried = status and (carried_by(word) or left_by(word, words)) and (out.place or out.time)
    enough = status == "cancelled" or fate_of(draft, word) or out.ordinal or len(out.codes) > 1 or carried
    if not enough or (status is None and not out.ordinal):
        out.status = status if enough else None
        return out if anaphoric or enough else None
    return out


def _on_the_line(draft: Draft, line: Line, word: Token) -> tuple[Mention, ...]:
    """ "was conveyed to the minister by his counterpart in a telephone call", "urged him in a phone conversation": those of the verb are on the line."""
    verb = word.head.head
    if word.dep != "pobj" or word.head.lower not in ("in", "during", "over", "by", "through") or not verb.is_verb:
        return ()
    found = known(draft, line, verb_sides(draft, line, verb))
    found = tuple(m for m in found if m.kind in ("person", "role", "state"))
    return found if len(codes_of(m.party for m in found)) == 2 else ()


def _subjects_of(word: Token) -> list[Token]:
    return word.head.kids("nsubj") if word.dep == "attr" else []


def _stands_for_meeting(word: Token, words: MeetingWords) -> bool:
    """Whether a noun that can mean much else ("round", "call", "session", "conference") means a meeting here."""
    before = {c.lower for c in word.kids("compound", "amod", "nmod") if not c.kids("nummod")}
    # "a five-party conference" is one of parties
    if before & _NO_MEETING or (word.lemma == "round" and any(c.lemma in _SHOT for c in word.kids("acl", "relcl"))):
        return False
    matter = [p for q in word.kids("prep") if q.lower == "of" for p in q.kids("pobj")]
    if word.lemma == "round":
        return not matter or any(t.lemma in words.nouns or t.lemma == "process" for t in matter)
    pointed = any(c.lower in ("the", "this", "that", "their") for c in word.kids("det", "poss"))
    if word.lemma == "call":
        return pointed or bool(before & words.remote) or any(q.lower in ("with", "between") for q in word.kids("prep"))
    if word.lemma == "session" and (pointed or word.kids("acl", "relcl") or any(number(c.lower) for c in word.kids("amod"))):
        # "the session", "a session planned for May"
        return True
    if word.lemma in ("session", "engagement"):
        return bool(matter and any(t.lemma in words.nouns for t in matter)) or any(q.lower in ("with", "between") for q in word.kids("prep"))
    return True


def _noun_status(draft: Draft, line: Line, word: Token, words: MeetingWords) -> str | None:
    """held, planned, postponed, cancelled, None where nothing is told, "open" where it is left open."""
    fate = fate_of(draft, word)
    if fate:
        return fate
    if is_upcoming(draft, word, words):
        return "planned"
    verb = word.head if word.dep in ("dobj", "nsubj", "nsubjpass", "attr") and word.head.is_verb else None
    if verb is None and word.dep == "pobj" and word.head.lower in ("from", "in", "at", "to") and word.head.head.is_verb:
        verb = word.head.head if word.head.head.lemma in words.attend or word.head.head.lemma in words.avoid else None
    left = left_by(word, words)
    if left is not None and draft.status.of_verb(left) in ("actual", "background"):
        return "held"
    if draft.status.of_noun(word, None) in ("hypothetical", "negated") or _is_left_open(word, words):
        return "open"
    if verb is not None:
        told = draft.status.of_verb(verb)
        if told == "negated" and _fell_through(word, words):
            return "cancelled"
        if told in ("hypothetical", "negated") or conditional(verb) or _is_unsettled(verb, words):
            return "open"
        if told == "planned" or _was_to_be(verb):
            return "planned"
        if verb.lemma in words.broker and word.dep in ("dobj", "nsubjpass"):
            return "held"
        if word.dep in ("nsubj", "nsubjpass", "attr") or verb.lemma in words.attend:
            return "held"
        return None
    behind = word.head.lower if word.dep == "pobj" else ""
    if behind == "of" and word.head.head.lemma in words.edges and word.head.head.dep == "pobj":
        behind = "at"
    if behind == "to" and word.head.head.lemma in words.gather and draft.status.of_verb(word.head.head) == "actual":
        return "held"
    if behind in ("during", "after", "following", "since", "at"):
        return _status_during(draft, word, behind)
    if word.dep == "pobj" and word.head.lower == "for" and _is_unsettled(word.head.head, words):
        return "open"
    return None


def _status_during(draft: Draft, word: Token, behind: str) -> str:
    """The status of a meeting during or after which something is told."""
    verb = next((t for t in word.ancestors() if t.is_verb), None)
    while verb is not None and verb.tag == "VB" and verb.dep in ("xcomp", "ccomp") and verb.head.is_verb:
        # "agreed at talks not to use force": the talks are those of the agreeing
        verb = verb.head
    told = draft.status.of_verb(verb) if verb is not None and behind in ("at", "during") else "actual"
    return "planned" if told == "planned" else "held" if told in ("actual", "background") else "open"


def _was_to_be(verb: Token) -> bool:
    """ "was to have opened in Caracas", "was due to": it did not, or not yet."""
    return verb.lemma == "be" and any(any(a.tag == "TO" for a in c.kids("aux")) for c in verb.kids("xcomp"))


def _of_verb(draft: Draft, line: Line, word: Token, words: MeetingWords) -> Glimpse | None:
    """ "last spoke by telephone in December", "when they speak this month"."""
    if word.lemma == "sit" and not {c.lower for c in word.kids("prep", "advmod", "prt")} & _SIT_WITH:
        return None
    mentions = known(draft, line, verb_sides(draft, line, word))
    if _meets_a_people(draft, word) or _is_habit(word):
        return None
    if len(codes_of(m.party for m in mentions)) < 2 or not (word.lemma in words.verbs or _speaks_together(word, words) or _shakes_hands(word)):
        return None
    told = draft.status.of_verb(word)
    governs = word.head if word.dep in ("xcomp", "ccomp", "conj") else None
    if told in ("hypothetical", "negated") or _is_unsettled(governs, words):
        return None
    if told == "actual" and line.sentence.part == "body" and word.tag in ("VBP", "VBZ") and not word.kids("aux", "auxpass"):
        told = "planned"
    status = "planned" if told == "planned" else "held"
    out = _glimpse(draft, line, word, mentions, status, words, time=time_of(draft, line, word, status))
    out.fresh = any(a.lower in ("last", "again", "next") for a in word.kids("advmod"))
    return out


def _shakes_hands(word: Token) -> bool:
    return word.lemma == "shake" and any(c.lemma == "hand" for c in word.kids("dobj"))


def _speaks_together(word: Token, words: MeetingWords) -> bool:
    below = {t.lemma for t in word.subtree()} | {t.lower for t in word.kids("advmod")}
    return bool(below & (words.remote | {"again", "last", "other", "together"})) or any(
        q.lower in ("with", "to") for q in word.kids("prep")
    ) or any(m.lower == "when" for m in word.kids("advmod", "mark"))


def _of_guest(draft: Draft, line: Line, word: Token, words: MeetingWords) -> Glimpse | None:
    hosts = draft.resolver.mentions(word.kids("poss"))
    named = [m for c in (word, *word.kids("appos")) for m in draft.resolver.at(c)]
    told = [e.code for c in word.kids("amod", "compound") for h in line.hits if h.start <= c.start < h.end for e in h.entries[:1]]
    if told and not [m for m in named if m.party.code == told[0]]:
        named = [m for m in draft.resolver.memory if m.party.code == told[0]][-1:]
    if word.head.is_verb and {m.party.code for m in hosts} <= {m.party.code for m in named}:
        # "Lula told his German guest": whose guest, the guest's own country does not tell
        hosts = draft.resolver.mentions(grammar.subjects(word.head))
    mentions = known(draft, line, (*hosts, *named))
    if len(codes_of(m.party for m in mentions)) != 2:
        return None
    verb = word.head if word.head.is_verb else None
    time = time_of(draft, line, word, "held") or (time_of(draft, line, verb, "held") if verb else None)
    return _glimpse(draft, line, word, mentions, "held", words, time=time)


def _of_caption(draft: Draft, line: Line, words: MeetingWords) -> Iterator[Glimpse]:
    """ "Olaf Scholz and Lula da Silva in Brasilia, March 12, 2024": two persons of two parties, a place and a date."""
    assert line.parse is not None
    root = next((t for t in line.parse.tokens if t.head is t), None)
    if root is None or not root.is_noun or any(t.is_verb for t in line.parse.tokens):
        return
    people = [m for m in known(draft, line, draft.resolver.mentions([root])) if m.kind == "person" and m.party.code]
    heads = [root, *root.kids("conj")]
    place = next((p for h in heads if (p := place_near(draft, line, h)) is not None), None)
    if len({m.party.code for m in people}) > 1 and line.times and place is not None:
        out = _glimpse(draft, line, root, tuple(people), "held", words, time=line.times[-1].time)
        out.place, out.form, out.presence = place, None, "in person"
        yield out


def _without_venue(mentions: tuple[Mention, ...], word: Token) -> tuple[Mention, ...]:
    """ "the two sat down at the ASEAN summit": where two others meet, the organisation whose summit it is only gives it a name."""
    naming = {t.i for c in word.kids("compound", "nmod", "poss") for t in c.subtree()} if word.is_noun else set()
    spans = [(t.start, t.end) for t in word.children if t.i in naming]
    hosts = [m for m in mentions if m.party.sector == "IGO" and any(a <= (m.party.start or -1) < b for a, b in spans)]
    others = {m.party.code for m in mentions if m.party.code and m not in hosts}
    return tuple(m for m in mentions if m not in hosts) if hosts and len(others) > 1 else mentions


def _where_guest_was(draft: Draft, line: Line, word: Token) -> Place | None:
    """ "after talks with the minister, who was in the Russian capital": the guest's whereabouts are the meeting's."""
    guests = [*grammar.prepositional(word, "with"), *word.kids("dobj")]
    guests += [n for g in guests for p in g.kids("prep") if p.lower == "of" for n in p.kids("pobj")]
    for clause in [c for g in guests for c in g.kids("relcl") if c.lemma in ("be", "arrive", "visit", "stay") and c.kids("nsubj")]:
        found = place_near(draft, line, clause)
        if found is not None:
            return found
    return None


# -- what all have in common -------------------------------------------------------------------------------------------------------------


def _glimpse(
    draft: Draft, line: Line, word: Token, mentions: tuple[Mention, ...], status: str | None, words: MeetingWords, *, time: Time | None, act: Act | None = None
) -> Glimpse:
    mentions = _without_venue(known(draft, line, mentions), word)
    parties = parties_of(mentions)
    form = form_of(word, words, act.frame.mode if act else None, act.support if act else None)
    place = place_near(draft, line, word) or _where_guest_was(draft, line, word)
    if time is None and status == "held":
        time = same_time(line, words)
    if time is None or place is None:
        near = beside(draft, line, word, status)
        time, place = time or near[0], place or near[1]
    return Glimpse(
        line=line,
        word=word,
        parties=parties,
        codes=codes_of(parties),
        status=status,
        form=form,
        presence=presence_of(word, form, words),
        qualifiers=qualifiers_of(line, word, words),
        level=level_of(draft, line, mentions, word, words),
        place=place,
        time=time,
        ordinal=ordinal_of(word),
        agenda=agenda_of(line, word, act.support if act else None),
        anaphoric=False,
        fresh=is_fresh(word, words),
        past=bool(time and is_background(time, draft.date)),
        running=word.is_noun and word.dep == "nsubj" and word.head.lemma in _RUNNING,
        begun=word.is_noun and word.dep in ("nsubj", "nsubjpass") and word.head.lemma in _BEGINNING,
    )
