"""One act is told once: a verb and the noun that it asks for, a doer that is itself the deed, meetings told twice, means and their end."""

from __future__ import annotations

from dataclasses import replace

from dragoman.code import grammar
from dragoman.code.frames import IN_WORDS, Act, FrameIndex, codes_of
from dragoman.code.party_mention import Mention
from dragoman.engine.parse import Token

_AT_HOME = frozenset({"GOV", "LEG", "COP", "JUD", "MIL"})
_LEFT_OUT = frozenset({"of", "with", "for"})
# what the same preposition tells of a second side ("accused A of this and B of that")
_LIGHT = 5
# a frame that asks for no more than the noun leaves the telling to it; one with a particle or phrase has a sense of its own


def merge_doer_and_deed(done: dict[int, list[Act]]) -> None:
    """"A Saudi airstrike on Yemen killed nine": the noun that is a verb's doer and the verb tell one act, which keeps what either knows."""
    for acts in list(done.values()):
        for act in acts:
            verb = act.trigger
            if verb is None or not verb.is_verb or any(m.party.code for m in act.actor):
                continue
            for subject in grammar.subjects(verb):
                twin = next((a for a in done.get(subject.i, []) if a.type == act.type), None)
                if twin is not None:
                    twin.recipient = twin.recipient or act.recipient
                    twin.support = twin.support or verb
                    done[verb.i] = []


def _carries(act: Act, noun: Act, index: FrameIndex) -> bool:
    """Whether a verb only carries a noun ("imposed curbs"), or the noun is what does the verb's deed ("the attack killed")."""
    verb, word = act.trigger, noun.trigger
    assert verb is not None
    if word in grammar.subjects(verb):
        return act.type == noun.type
    if act.frame.demands() > _LIGHT:
        return False
    return noun.type != act.type and any(not s.types or noun.type in s.types for s in index.support.get(verb.lemma, ()))


def _acts_upon(act: Act, noun: Act, index: FrameIndex) -> bool:
    """Whether a verb does something to the noun's act ("eased the embargo", "broke its promise"): then its own act is the one that is told."""
    verb, word = act.trigger, noun.trigger
    assert verb is not None
    return word not in grammar.subjects(verb) and not any(not s.types or noun.type in s.types for s in index.support.get(verb.lemma, ()))


def part_verb_and_noun(done: dict[int, list[Act]], inside: set[int], index: FrameIndex) -> None:
    """A verb that asks for a noun and the noun itself tell one act ("put pressure on", "imposed curbs"): the one that knows more is kept.

    Where they know alike, a noun of another type tells more than its verb; of the same type, the verb stands for both.
    """
    for act in [a for acts in done.values() for top in acts for a in top.walk()]:
        for i in act.worn:
            for noun in [n for n in done.get(i, []) if n is not act]:
                known, told = len(codes_of((*act.actor, *act.recipient))), len(codes_of((*noun.actor, *noun.recipient)))
                free = id(act) not in inside and act.trigger is not None
                if free and (told > known or (told == known and _carries(act, noun, index))) and not _acts_upon(act, noun, index):
                    done[act.trigger.i] = []  # type: ignore[union-attr]  # `free` says that it has one
                else:
                    done[i] = []


def told_by_its_making(done: dict[int, list[Act]]) -> None:
    """"hailed the pact signed on Monday between Chad and Mali": the making of an accord that is told inside another act is not told again beside it."""
    within = [a for acts in done.values() for top in acts for a in top.walk() if a is not top and a.trigger is not None and a.trigger.is_noun]
    for i, acts in done.items():
        kept = []
        for act in acts:
            verb = act.trigger
            made = verb is not None and verb.is_verb and verb.dep == "acl" and not act.about
            if made and any(a.trigger is verb.head and a.type == act.type and codes_of(act.actor) <= codes_of(a.actor) for a in within):  # type: ignore[union-attr]
                continue
            kept.append(act)
        done[i] = kept


def reject_the_same(done: dict[int, list[Act]]) -> None:
    """"Cotonou dismissed the tale; Paris has rebuffed it, too", "Hamas accepted the plan and Israel turned it down": what a second side answers with the
    first is not the first one's, nor anybody's who was told of before, but theirs to whom the first has answered."""
    acts = [a for i in sorted(done) for a in done[i] if a.type in ("REJECT", "AGREE") and a.trigger is not None and a.trigger.is_verb]
    for first, second in zip(acts, acts[1:], strict=False):
        verb = second.trigger
        assert verb is not None
        assert first.trigger is not None
        things = [o for o in first.trigger.kids("dobj") if o.is_noun and not o.is_proper]
        pointed = any(o.lower in ("it", "them", "this", "that") for o in verb.kids("dobj"))
        apart = codes_of(first.actor) and not codes_of(first.actor) & codes_of(second.actor)
        if second.type == "REJECT" and things and pointed and apart and codes_of(second.recipient):
            second.recipient = tuple(m for m in first.recipient if m.party.code not in codes_of(second.actor))


_LETTERS = frozenset("write letter message note missive memo memorandum telegram cable".split())
# how something is said, where what is said is told beside it


def without_letters(acts: list[Act]) -> list[Act]:
    """"In a letter to the council, the envoy asked for", "had written to the union to ask for": what a letter says is the act, and who gets it hears it."""
    out = []
    for act in acts:
        word = act.trigger
        # "rejected it in a letter addressed to the council"
        sent = word is not None and not codes_of(act.actor) and word.dep == "acl" and word.head.lemma in _LETTERS and word.head.dep == "pobj"
        if act.type != "CONSULT" or word is None or (word.lemma not in _LETTERS and not sent):
            out.append(act)
            continue
        said = [b for b in acts if b.type in IN_WORDS and b.trigger is not None and _is_said_in(b.trigger, word)]
        for b in said[:1]:
            if not codes_of(b.recipient) and b.type in ("REQUEST", "THREATEN") and codes_of(act.recipient) != codes_of(b.actor):
                b.recipient = act.recipient
        if not said:
            out.append(act)
    return out


def _is_said_in(act: Token, letter: Token) -> bool:
    """Whether an act's word governs the letter ("in a letter to X, asked") or hangs on it ("wrote to X to ask")."""
    return act in letter.ancestors() or letter in act.ancestors()


def tell_left_out(done: dict[int, list[Act]]) -> None:
    """"accused Chad of arming rebels and Sudan of paying them": the verb that is left out before Sudan tells an act of its own."""
    for acts in done.values():
        for act in list(acts):
            verb = act.trigger
            slots = {s for s in act.frame.about if s in _LEFT_OUT}
            if verb is None or not verb.is_verb or not slots or len(act.recipient) < 2:
                continue
            for second in (n for o in verb.kids("dobj") for n in o.kids("conj")):
                matter = [n for p in second.kids("prep") if p.lower in slots for n in p.kids("pcomp", "pobj")]
                told = tuple(m for m in act.recipient if m.party.start is not None and second.span()[0] <= m.party.start < second.end)
                if not matter or not told or len(told) == len(act.recipient):
                    continue
                inner = [a for n in matter for a in done.get(n.i, [])]
                for a in inner:
                    a.actor = a.actor or told
                    a.status = "actual" if act.type == "ACCUSE" else a.status
                act.recipient = tuple(m for m in act.recipient if m not in told)
                act.about = [a for a in act.about if a not in inner]
                for a in act.about:
                    a.actor = tuple(m for m in a.actor if m not in told) or a.actor
                acts.append(replace(act, recipient=told, about=inner))


def with_each(act: Act) -> list[Act]:
    """"talks with both A and B": a meeting with each."""
    trigger = act.trigger
    if act.type != "CONSULT" or trigger is None or not act.frame.mutual:
        return [act]
    for head in (trigger, *([act.support] if act.support is not None else []), *trigger.kids("dobj")):
        for token in grammar.prepositional(head, "with"):
            inside = {t.i for t in token.subtree()}
            guests = [m for m in act.actor if m.party.start is not None and any(t.i in inside and t.start <= m.party.start < t.end for t in token.subtree())]
            if any(c.lower == "both" for c in token.kids("preconj", "cc", "det", "predet")) and len(guests) > 1:
                hosts = tuple(m for m in act.actor if m not in guests)
                return [replace(act, actor=(*hosts, guest)) for guest in guests]
    return [act]


def without_parts(acts: list[Act]) -> list[Act]:
    """Meetings told in full leave no second telling with fewer of their parties ("visited Ukraine to discuss measures")."""
    full = [(codes_of((*a.actor, *a.recipient)), a.status) for a in acts if a.type == "CONSULT"]
    out = []
    for a in acts:
        codes = codes_of((*a.actor, *a.recipient))
        if a.type == "CONSULT" and any(codes < other and (status == a.status or a.status == "actual") for other, status in full) and a.frame.mode is None:
            continue
        if _is_told_below(a, acts):
            continue
        out.append(a)
    return out


def _is_told_below(act: Act, acts: list[Act]) -> bool:
    """"adopted a resolution condemning Iran": the verb above, which names nobody, and the participle below tell one act."""
    word = act.trigger
    if word is None or not word.is_verb or codes_of(act.recipient) or act.about or act.frame.mutual:
        return False
    own = codes_of(act.actor)
    alike = [b for b in acts if b is not act and b.type == act.type and b.trigger is not None and codes_of(b.actor) == own]
    return any(word in b.trigger.ancestors() and b.trigger.dep in ("acl", "relcl") for b in alike if b.trigger is not None)


def end_of_means(act: Act) -> Act:
    """"use its standing to push Russia": who presses by way of his influence presses once, and the end says whom."""
    for inner in act.about:
        if act.type == inner.type == "REQUEST" and codes_of(inner.recipient) and codes_of(inner.actor) == codes_of(act.actor):
            return inner
    return act


def tell_protests_whole(done: dict[int, list[Act]], inside: set[int]) -> None:
    """"Marched to demand that the president resign", "downed tools in protest at a law": the crowd's one act is against whom its demand is.

    What people do in protest and the words *protest*, *demand* ... that say why are told together: a second protest of the same people is dropped, and
    whom they ask or blame is the other side of what they do. People of no told country who protest at a government, its offices or police are at home.

    Args:
        done: the acts by the place of their word; second protests are taken out of it.
        inside: ids of acts that stand inside others.
    """
    for act in [a for i in sorted(done) for a in done[i] if a.type == "PROTEST" and id(a) not in inside]:
        verb = act.support or act.trigger
        if verb is None or not verb.is_verb or not any(a is act for acts in done.values() for a in acts):
            continue
        for word in _reasons(verb):
            for other in [a for a in done.get(word.i, []) if a is not act and id(a) not in inside]:
                if not _is_of_same(act, other):
                    continue
                if not codes_of(act.recipient):
                    act.recipient = _met(other)
                if other.type == "PROTEST":
                    act.actor = act.actor if codes_of(act.actor) else other.actor or act.actor
                    done[word.i] = [a for a in done[word.i] if a is not other]
        _send_home(act)


def _reasons(verb: Token) -> list[Token]:
    """The words beside a verb that may say why somebody does it: clauses, what it takes, and what stands in its phrases."""
    clauses = verb.kids("xcomp", "advcl")
    nouns = [n for p in verb.kids("prep") if p.lower in ("in", "as") for n in p.kids("pobj")]
    return [*clauses, *(c for k in clauses for c in k.kids("conj")), *verb.kids("dobj"), *nouns]


def _is_of_same(act: Act, other: Act) -> bool:
    """Whether another act is done by those who protest: a protest, or words of theirs."""
    if other.type not in ("PROTEST", "REQUEST", "ACCUSE", "COERCE", "REJECT"):
        return False
    if other.type == "COERCE" and other.frame.id != "coerce.force":
        return False
    return not codes_of(other.actor) or bool(codes_of(other.actor) & codes_of(act.actor)) or not codes_of(act.actor)


def _met(act: Act) -> tuple[Mention, ...]:
    """The other side of an act, or who is to do what it asks for."""
    return act.recipient if codes_of(act.recipient) else next((a.actor for a in act.about if codes_of(a.actor)), ())


def _send_home(act: Act) -> None:
    """Give people of no told country that of the one government, office or police that they protest at; embassies and states named outright are abroad."""
    codes = codes_of(act.recipient)
    if codes_of(act.actor) or len(codes) != 1 or not act.actor or any(c.isupper() for m in act.actor for c in m.party.text[1:]):
        return
    if all(m.party.sector in _AT_HOME and m.kind in ("role", "person", "body") and m.level != "envoy" for m in act.recipient):
        code = next(iter(codes))
        act.actor = tuple(replace(m, low=True, party=replace(m.party, code=code, basis=f"{m.party.basis}; protests at home against {code}")) for m in act.actor)
