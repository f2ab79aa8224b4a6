"""Loads the rules for time expressions from ``codebook/times.yml`` and compiles them on first use.

A rule is a regular expression with named groups, written with macros (``{m}`` a month, ``{d}`` a day of the month, ``{y}`` a year ...), the
class of words without which it cannot match (`needs`), perhaps words of which one stands in every match (`with`), and the name of the function
that resolves it (`gives`). One prefilter expression finds which classes of words a sentence holds; only rules of these classes are tried.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dragoman.errors import CodebookError

_MACRO = re.compile(r"\{([a-z]\w*)\}")
_FILE = "codebook/times.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One pattern of the codebook."""

    id: str
    needs: tuple[str, ...]
    # classes of the prefilter that must all be in the sentence
    words: tuple[str, ...]
    # if there are any, one of them stands in every match, in lower case: a quick look before the pattern is tried
    source: str
    gives: str
    # name of the function in `time_resolve`; "none" for words that only look like a time
    span: str | int
    # the group that is the expression; 0 for the whole match
    because: str
    cases: tuple[dict[str, str], ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when it is first tried: most articles need a fraction of them."""
        return compiled(self.source, f"rule {self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words that tell whether a date lies ahead of the article or behind it."""

    future: re.Pattern[str]
    weak: re.Pattern[str]
    past: re.Pattern[str]
    perfect: re.Pattern[str]
    # after a deadline: it has passed
    unmet: re.Pattern[str]
    # what was to be


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Words to numbers, all lower case and without a full stop."""

    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    zones: dict[str, str]
    seasons: dict[str, int]
    # first month


@cache
def _book() -> dict[str, object]:
    text = files("dragoman").joinpath(_FILE).read_text(encoding="utf-8")
    book = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 (base loader: strings only)
    if not isinstance(book, dict) or "rules" not in book:
        raise CodebookError(_FILE, "top", "no `rules`", "restore the file")
    return book


def _table(key: str) -> dict[str, str]:
    table = _book()[key]
    if not isinstance(table, dict):
        raise CodebookError(_FILE, key, f"found {type(table).__name__}, expected a mapping", "see docs/decisions/0003")
    return {str(name): str(value) for name, value in table.items()}


def _words(table: dict[str, int]) -> dict[str, int]:
    """Spread "january jan": 1 into one entry a word."""
    return {word: number for words, number in table.items() for word in words.split()}


@cache
def names() -> Names:
    """The word lists of the codebook."""
    numbers = {key: {k: int(v) for k, v in _table(key).items()} for key in ("months", "weekdays", "numbers", "seasons")}
    return Names(
        months=_words(numbers["months"]),
        weekdays=_words(numbers["weekdays"]),
        numbers=_words(numbers["numbers"]),
        zones=_table("zones"),
        seasons=_words(numbers["seasons"]),
    )


def _expand(pattern: str, where: str, depth: int = 0) -> str:
    macros = _table("macros")

    def one(found: re.Match[str]) -> str:
        if found[1] not in macros or depth > 5:
            raise CodebookError(_FILE, where, f"unknown macro {{{found[1]}}}", "add it under `macros`")
        return _expand(macros[found[1]], where, depth + 1)

    return _MACRO.sub(one, pattern)


@cache
def compiled(pattern: str, where: str) -> re.Pattern[str]:
    """A pattern of the codebook with its macros filled in; case does not matter."""
    try:
        return re.compile(_expand(pattern, where), re.IGNORECASE)
    except re.error as broken:
        raise CodebookError(_FILE, where, f"pattern does not compile ({broken})", "mend it") from broken


def raw_rules() -> list[dict[str, object]]:
    """The rules as they stand in the file."""
    rules = _book()["rules"]
    if not isinstance(rules, list):
        raise CodebookError(_FILE, "rules", "not a list", "restore the file")
    return rules


@cache
def rule(index: int) -> Rule:
    """One rule as it stands in the file."""
    raw = raw_rules()[index]
    where = f"rules[{index}] {raw.get('id')}"
    for key in ("id", "needs", "pattern", "gives", "because", "cases"):
        if key not in raw:
            raise CodebookError(_FILE, where, f"no `{key}`", "add it")
    cases = raw["cases"] if isinstance(raw["cases"], list) else []
    return Rule(
        id=str(raw["id"]),
        needs=tuple(str(raw["needs"]).split()),
        words=tuple(str(raw["with"]).split("|")) if "with" in raw else (),
        source=str(raw["pattern"]),
        gives=str(raw["gives"]),
        span=str(raw["span"]) if "span" in raw else 0,
        because=str(raw["because"]),
        cases=tuple(cases),
    )


@cache
def rules_for(classes: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that can match a sentence holding these classes of words."""
    return tuple(rule(i) for i, raw in enumerate(raw_rules()) if classes.issuperset(str(raw["needs"]).split()))


@cache
def _prefilter() -> re.Pattern[str]:
    words = "|".join(f"(?P<{name}>{_expand(pattern, 'classes')})" for name, pattern in _table("classes").items() if name != "digit")
    # the look at the letter first spares most positions the alternatives; lower case, as case that does not matter costs as much again
    return re.compile(rf"\b(?=[a-z])(?:{words})|(?P<digit>{_table('classes')['digit']})")


def classes_of(text: str) -> frozenset[str]:
    """The classes of time words that a sentence holds, found by one expression in one pass."""
    return frozenset([found.lastgroup for found in _prefilter().finditer(text.lower()) if found.lastgroup])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A named pattern of the `joins` part."""
    return compiled(_table("joins")[name], f"joins.{name}")


@cache
def cues() -> Cues:
    """The cue words for future and past."""
    table = _table("cues")
    return Cues(
        **{key: compiled(rf"\b(?:{table[key]})\b", f"cues.{key}") for key in ("future", "weak", "past", "perfect", "unmet")}
    )
