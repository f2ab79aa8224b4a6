"""The coding steps in their order: those of a sentence while its mentions are resolved, then those that look over the whole article."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.code.at_home import suppose_home
from dragoman.code.attribution import attribute
from dragoman.code.events import is_asked, make_events
from dragoman.code.frames import Trial, coded, codes_of, each_once
from dragoman.code.matcher import Matcher
from dragoman.code.meetings import find_meetings, glimpse_meetings
from dragoman.code.opposite import HOSTILE
from dragoman.code.positions import find_positions
from dragoman.code.private import keep_public
from dragoman.code.private_matters import Stage
from dragoman.code.statements import code_statements
from dragoman.code.teams import is_told_of_team
from dragoman.code.ties import find_ties

if TYPE_CHECKING:
    from dragoman.code.coder import Coder
    from dragoman.code.draft import Draft, Line
    from dragoman.code.parties import Mention

_AWAITING = frozenset({"REQUEST", "AGREE", "THREATEN", "ACCUSE"})
# acts that wait for an answer of those they are done to
_AT_ODDS = frozenset({"ACCUSE", "THREATEN", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
_ENDING = frozenset({"AGREE", "RETREAT"})
_PEACE = frozenset("truce ceasefire cease-fire armistice peace fighting war hostility disengagement".split())
# acts of those at odds; of two together, what ends or bounds a quarrel, by its words
_REMEMBERED = 12
# acts that "the request" or "the invitation" may still stand for


def code_acts(coder: Coder, draft: Draft, line: Line) -> None:
    """Fire the frames of one sentence, but those that are figures of speech there."""
    assert line.parse is not None
    paragraph = [o.parse for o in draft.paragraph(line.sentence.paragraph) if o.parse is not None and o is not line]
    types, figures = coder.figures.blocked(line.parse, paragraph)
    matcher = Matcher(coder.frames, draft.resolver, coder.status, types, figures)
    matcher.explain = draft.explain
    matcher.before = draft.acts[-_REMEMBERED:]
    stage = Stage(line.parse, line.hits, coder.frames, coder.figures, draft.told)
    line.acts, private = keep_public(matcher.code(line.parse), stage)
    if line.acts and line.sentence.part == "body" and is_told_of_team(line.parse, line.hits, coder.frames.codebook.figurative.games) and not stage.is_political:
        private += [Trial(word=a.trigger.text if a.trigger else "", frame=a.frame.id, fired=False, why="a team is told of") for a in line.acts]
        line.acts = []
    line.acts = [a for a in line.acts if not is_asked(line, a)]
    suppose_home(line.acts, draft.resolver)
    line.trials = matcher.trials + private
    draft.acts += [a for a in line.acts if a.actor]
    if draft.last_meeting and "CONSULT" not in types:
        line.acts += matcher.again(line.parse, draft.last_meeting)
    for act in (n for a in line.acts for n in a.walk()):
        sides = (*act.actor, *act.recipient)
        if act.type == "CONSULT" and len(codes_of(sides)) > 1:
            draft.last_meeting = sides
            draft.resolver.meet(sides)
            if act.frame.mode not in ("phone", "third-party"):
                # several who travel together talk of themselves as "the leaders", not of their host
                draft.resolver.seat(act.actor if len(codes_of(act.actor)) > 1 and act.recipient else sides)
    _remember_together(draft, line)
    asked = [a for a in line.acts if a.type in _AWAITING and len(codes_of(a.recipient)) == 1]
    if asked:
        draft.resolver.asked = asked[-1].recipient
    offered = [a for a in line.acts if a.type in _AWAITING and codes_of(a.actor) and a.status != "negated"]
    if offered:
        draft.resolver.offered, draft.resolver.offered_at = coded(offered[-1].actor), draft.resolver.sentence


def _remember_together(draft: Draft, line: Line) -> None:
    """Who met, or who acted on one another last: "the ministers", "both sides", "neither" of the sentences to come.

    Those whom the sentence names in one breath ("Kenya and Uganda") go before the sides of an act, not before those who met; two whom one and the
    same party acted on are the two, not that party.
    """
    resolver = draft.resolver
    named = bool(resolver.group) and max(m.sentence for m in resolver.group) == resolver.sentence
    acts = [(a, _players(a.actor), _players(a.recipient)) for a in line.acts]
    # "each side" is found by these counts, and adds nothing to them
    told = [a for a in line.acts if not (len(codes_of(a.actor)) > 1 and all(m.party.basis.startswith("«") for m in a.actor))]
    peace = line.parse is not None and any(t.lemma in _PEACE for t in line.parse.tokens)
    at_odds = {codes_of((*a.actor, *a.recipient)) for a in told if a.type in _AT_ODDS or (peace and a.type in _ENDING and not a.recipient)}
    for pair, weight in {codes_of((*a.actor, *a.recipient)): 2 if a.type in HOSTILE else 1 for a in told}.items():
        if len(pair) == 2 and all(resolver.codebook.actors[c].kind != "organisation" for c in pair if c in resolver.codebook.actors):
            # organisations stand between those at odds
            resolver.face(pair, weight, at_odds=pair in at_odds)
    for act, actor, recipient in reversed(acts):
        sides = each_once((*actor, *recipient))
        if act.type == "CONSULT" and len(sides) > 1:
            # several who travel together are "the leaders" afterwards, not their host
            resolver.join(actor if len(actor) > 1 and recipient else sides)
            return
    for _, actor, recipient in reversed(acts):
        sides = each_once((*actor, *recipient))
        if named or len(sides) != 2:
            continue
        met = each_once([m for _, a, r in acts if codes_of(a) == codes_of(actor) for m in r])
        resolver.join(met if len(actor) == 1 and len(met) == 2 else sides)
        return


def _players(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if m.party.code and m.kind not in ("thing", "place"))


def code_events(coder: Coder, draft: Draft, line: Line) -> None:
    """Make events of the acts."""
    if not line.acts:
        return
    draft.tell_times(line)
    contexts = _contexts(coder, draft, line.sentence.paragraph)
    make_events(draft, line, contexts, {t: coder.contexts.of_type(t) for t in {a.type for act in line.acts for a in act.walk()}})


def _contexts(coder: Coder, draft: Draft, paragraph: int) -> frozenset[str]:
    """Contexts that a paragraph's words tell, looked for once."""
    if paragraph not in draft.paragraph_contexts:
        parses = [line.parse for line in draft.paragraph(paragraph) if line.parse is not None]
        draft.paragraph_contexts[paragraph] = coder.contexts.of_words(parses)
    return draft.paragraph_contexts[paragraph]


def code_voices(coder: Coder, draft: Draft, line: Line) -> None:
    """Find who says what, and through whom it reaches the reader."""
    code_statements(draft, line)
    attribute(draft, line)


def code_encounters(coder: Coder, draft: Draft, line: Line) -> None:
    """Take what the sentence tells of meetings."""
    glimpse_meetings(draft, line)


def code_relations(coder: Coder, draft: Draft, line: Line) -> None:
    """Find named relationships."""
    find_ties(draft, line)


def code_meetings(coder: Coder, draft: Draft) -> None:
    """Make one record of each meeting."""
    find_meetings(draft)


def code_positions(coder: Coder, draft: Draft) -> None:
    """Find what each party holds."""
    find_positions(draft)


SENTENCE_STEPS: tuple[Callable[[Coder, Draft, Line], None], ...] = (code_acts, code_events, code_voices, code_encounters, code_relations)
EVENT_STEPS: tuple[Callable[[Coder, Draft, Line], None], ...] = (code_acts, code_events)
ARTICLE_STEPS: tuple[Callable[[Coder, Draft], None], ...] = (code_meetings, code_positions)
