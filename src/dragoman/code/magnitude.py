"""How large an act was, in persons: the dead, the injured, and how many took part or were acted upon.

The tree says what a number counts: the object of "killed", the subject of "died", the people of "thousands marched", the diplomats of "expelled ten
diplomats". Numbers stand in digits, in words, or are vague. **A magnitude is a lower bound**: "at least 14" and "more than 14" are 14, "between 20 and
30" is 20, and a vague plural is the least that it can mean: "dozens" 24, "scores" 40, "hundreds" 200, "thousands" 2,000, "tens of thousands" 20,000,
"hundreds of thousands" 200,000, "millions" 2,000,000. "Up to 30" and "as many as 30" are read as 30, for want of a lower one. "Some", "several",
"many" without a number stay untold (None). Several groups that one verb counts are added up ("killed two soldiers and a child" is 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.code import grammar
from dragoman.code.frames import Act
from dragoman.engine.parse import Parse, Token
from dragoman.model import Magnitude

_KILL = frozenset("kill slay massacre murder execute assassinate behead lynch slaughter hang".split())
_DIE = frozenset("die perish succumb drown".split())
_WOUND = frozenset("wound injure hurt maim".split())
_TOLLS = frozenset("dead death fatality life".split())
_INJURIES = frozenset("injury".split())
_TAKE = frozenset("abduct kidnap capture seize".split())
# acts of force that count whom they take
_COUNTED = frozenset({"COERCE", "SANCTION", "RETREAT", "MOBILIZE"})
# types whose objects are counted: the detained, the expelled, the released, the deployed
_CASUALTIES = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_WORDS = {w: n for n, w in enumerate(_ONES)} | _TENS
_POWERS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12, "score": 20}
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000, "tens": 20}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?$")
_NOT_PERSONS = frozenset(
    """percent per cent dollar euro pound day week month year hour minute kilometre kilometer km mile metre meter time tonne ton drone missile rocket
    tank vehicle aircraft jet plane ship vessel house building home shell target city town village site position round strike airstrike attack""".split()
)
_GROUPS = frozenset("family group crowd crew unit number handful series string wave lot".split())
_PEOPLE_TAGS = ("NN", "NNS")


def magnitude_of(parse: Parse, act: Act) -> Magnitude | None:
    """The persons that an act's own clause counts.

    Args:
        parse: the sentence of the act.
        act: its trigger and support verb say which clause.

    Returns:
        None where nothing is counted.
    """
    if act.trigger is None or act.type not in _CASUALTIES | _COUNTED:
        return None
    dead, injured = _casualties(parse, act) if act.type in _CASUALTIES else (None, None)
    size = _size(act)
    if act.trigger.lemma in _KILL | _DIE | _WOUND:
        size = None
    return Magnitude(dead=dead, injured=injured, size=size) if (dead, injured, size) != (None, None, None) else None


def _casualties(parse: Parse, act: Act) -> tuple[int | None, int | None]:
    dead: list[int] = []
    injured: list[int] = []
    for token in parse.tokens:
        lists = dead if token.lemma in _KILL | _DIE | _TOLLS else injured if token.lemma in _WOUND | _INJURIES else None
        if lists is not None and _same_clause(token, act):
            lists += _counted_by(token)
    return (sum(dead) if dead else None), (sum(injured) if injured else None)


def _same_clause(token: Token, act: Act) -> bool:
    """Whether a word of death or injury belongs to the act: it is its trigger, or one of them hangs on the other, or both on one verb."""
    mine = [t for t in (act.trigger, act.support) if t is not None]
    if any(t is token for t in mine):
        return True
    above = {t.i for t in token.ancestors()}
    return any(t.i in above or token.i in {a.i for a in t.ancestors()} or (token.head.is_verb and token.head.i in {a.i for a in t.ancestors()}) for t in mine)


def _counted_by(token: Token) -> list[int]:
    """The numbers that a word of death or injury counts."""
    if token.is_verb and token.lemma in _DIE:
        return _numbers([*token.kids("nsubj", "nsubjpass")])
    if token.is_verb and token.tag == "VBN" and token.dep in ("acl", "amod", "oprd", "acomp", "ccomp"):
        # "left 30 wounded"; "30 people wounded"
        return _numbers([token.head] if token.head.is_noun else [*token.kids("nsubj", "nsubjpass"), *token.head.kids("dobj")])
    if token.is_verb:
        return _numbers([*token.kids("dobj", "nsubjpass")])
    if token.lemma == "dead" and token.tag == "JJ":
        # "left 14 people dead"; "14 dead"
        return _numbers([*token.kids("nsubj"), *token.head.kids("dobj", "nsubj")] if token.head.is_verb else []) or _numbers([token])
    if token.lemma == "life":
        return _numbers([token]) if token.head.lemma in ("claim", "cost", "take") else []
    found = _numbers([token])
    if not found and token.lemma == "death" and token.head.lemma == "toll":
        verb = token.head.head
        found = [n for p in verb.kids("prep") if p.lower in ("to", "at") for c in p.kids("pobj") for n in _numbers([c])]
    return found


def _size(act: Act) -> int | None:
    """How many took part, or were detained, expelled, released, deployed."""
    word = act.trigger
    assert word is not None
    heads: list[Token] = []
    verb = word if word.is_verb else act.support
    if act.type == "PROTEST" and verb is not None:
        heads = [*verb.kids("nsubj"), *(t for t in verb.kids("agent") for t in t.kids("pobj"))]
    elif (act.type in _COUNTED or word.lemma in _TAKE) and verb is not None:
        heads = [*verb.kids("dobj", "nsubjpass")]
        if act.type == "MOBILIZE":
            heads += grammar.nearby(verb, "with")
    if not word.is_verb:
        heads += [*grammar.nearby(word, "of"), *grammar.nearby(word, "by")]
    numbers = _numbers(h for h in heads if h.tag in _PEOPLE_TAGS or h.tag == "CD")
    return sum(numbers) if numbers else None


def _numbers(heads: Iterable[Token]) -> list[int]:
    """The number of each of these nouns and of what is coordinated with them."""
    out: list[int] = []
    for head in heads:
        for noun in _conjuncts(head):
            number = number_of(noun)
            if number is not None:
                out.append(number)
    return out


def _conjuncts(head: Token) -> Iterator[Token]:
    yield head
    for c in head.kids("conj"):
        if c.is_noun or c.tag == "CD":
            yield from _conjuncts(c)


def number_of(noun: Token) -> int | None:
    """How many persons a noun phrase is; None where it does not say or counts something else."""
    counted = noun
    while counted.lower in _VAGUE or counted.lemma in ("score", "dozen", "total", "crowd", "group", "number"):
        inner = [c for p in counted.kids("prep") if p.lower in ("of", "as") for c in p.kids("pobj")]
        if not inner:
            break
        counted = inner[0]
    if counted.lemma in _NOT_PERSONS or counted.lower in _NOT_PERSONS:
        return None
    words = [t.lower for t in sorted(noun.subtree(), key=lambda t: t.i) if t.i <= max(noun.i, counted.i)]
    number = read_number(words)
    if number is None and noun.tag == "NN" and noun.lemma not in _GROUPS and {"a", "an"} & {c.lower for c in noun.kids("det")}:
        return 1
    return number


def read_number(words: list[str]) -> int | None:
    """The first number in a row of lower-case words: "at least 14", "two dozen", "tens of thousands", "1.5 million", "twenty - five"."""
    words = [part for w in words for part in (w.split("-") if w.replace("-", "").isalpha() else [w]) if part not in ("-", "")]
    for i, word in enumerate(words):
        if word == "half" and words[i + 1 : i + 2] == ["a"] and (half := _POWERS.get("".join(words[i + 2 : i + 3]))):
            return half // 2
        if _DIGITS.fullmatch(word):
            if words[i + 1 : i + 2] in (["year"], ["percent"], ["%"]):
                continue
            value = float(word.replace(",", ""))
            for power in words[i + 1 : i + 3]:
                value *= _POWERS.get(power, 1)
            return round(value)
        if word in _VAGUE:
            rest = words[i + 1 : i + 3]
            return _VAGUE[word] * (_POWERS.get(rest[1].removesuffix("s"), 1) if len(rest) > 1 and rest[0] == "of" and rest[1] in _VAGUE else 1)
        if word in _WORDS or word in _POWERS:
            return _in_words(words[i:])
    return None


def _in_words(words: list[str]) -> int:
    """"two hundred and fifty", "dozen"."""
    total, part, seen = 0, 0, False
    for word in words:
        if word in _WORDS:
            part += _WORDS[word]
        elif word in _POWERS:
            part = (part or 1) * _POWERS[word]
            if _POWERS[word] >= 1_000:
                total, part = total + part, 0
        elif word != "and" or not seen:
            break
        seen = True
    return total + part
