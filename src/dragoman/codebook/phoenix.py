"""Actor and agent dictionaries of PETRARCH and Phoenix (Schrodt and Analytics 2012-2015; TABARI's format) as tables of ours.

A head line has a name, in capitals with underscores, and its codes in brackets, which may also follow on lines of their own; ``+`` lines are
synonyms; ``<YYMMDD``, ``>YYMMDD`` and ``YYMMDD-YYMMDD`` date a code; ``#`` starts a comment. CAMEO's codes are chains of three letters: a state
or organisation and then roles (AFGGOV, IGOUNO); the first role becomes the PLOVER sector. In agents files ``[~COP]`` is a role, ``{...}`` holds an
irregular plural, ``!SET!`` stands for each word of a set.

Years of two digits count as 1930 to 2029 (the dictionaries end in 2014 and begin with rulers of the thirties); a term that would end before it
begins begins a century earlier. A code that ends on a day is exclusive
with us: the day after. What has no counterpart here is listed and left out: codes of no known actor, people who act for nobody, roles without a sector.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from dragoman.codebook.table import Row
from dragoman.errors import CodebookError

ROLES = {
    role: sector
    for sector, roles in {
        "GOV": "GOV", "MIL": "MIL", "REB": "REB INS SEP", "UAF": "UAF RAD", "OPP": "OPP", "PTY": "PTY", "LEG": "LEG", "JUD": "JUD", "COP": "COP",
        "SPY": "SPY", "CVL": "CVL CIV SET YTH KID WOM", "BUS": "BUS MNC", "JRN": "MED", "EDU": "EDU", "REL": "REL CHR MOS JEW BUD HIN MUS", "MED": "HLH",
        "LAB": "LAB", "AGR": "AGR", "REF": "REF", "ELI": "ELI", "CRM": "CRM", "NGO": "NGO NGM HRI", "IGO": "IGO IGM", "SOC": "SOC ENV DEV", "UNK": "UIS",
    }.items()
    for role in roles.split()
}  # fmt: skip
ORGANISATIONS = {
    "UNO": "UN", "EEC": "EU", "NAT": "NATO", "OAU": "AU", "AFU": "AU", "ARL": "LAS", "ASN": "ASEAN", "SAA": "SAARC", "IMF": "IMF", "WBK": "WB", "WTO": "WTO",
    "OPC": "OPEC", "OSC": "OSCE", "CIS": "CIS", "GCC": "GCC", "WAS": "ECOWAS", "IAE": "IAEA", "WHO": "WHO", "HCR": "UNHCR", "IRC": "ICRC", "OAS": "OAS",
    "OIC": "OIC", "ICC": "ICC", "ICJ": "ICJ", "WFP": "WFP", "COE": "COE", "SCO": "SCO", "OIF": "OIF", "CWN": "COMMW", "IAD": "IGAD", "SAD": "SADC",
    "AMN": "AMNESTY", "HRW": "HRW", "MSF": "MSF", "UNF": "UNICEF",
}  # fmt: skip
_GENERIC = frozenset({"IGO", "IGM", "NGO", "NGM", "MNC", "IMG", "INT"})
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_CODE = re.compile(r"(?:---|[A-Z]{3})+|[A-Z]{2}")
_WHEN = re.compile(r"([<>]?)\s*(\d+)(?:\s*-\s*(\d+))?")
_SMALL = frozenset("of the and for in on de la el du des al bin ibn von van der da do dos del to a".split())
_SET = re.compile(r"!(\w+)!\s*=\s*(.+)")


@dataclass(slots=True)
class Taken:
    """What a dictionary gave."""

    rows: list[Row] = field(default_factory=list)
    agents: dict[str, str] = field(default_factory=dict)
    # role noun -> sector
    left: list[tuple[int, str, str]] = field(default_factory=list)
    # (line, words, reason) of what cannot be taken
    broken: list[tuple[int, str, str]] = field(default_factory=list)
    # (line, words, reason) of lines that are no dictionary lines; only where asked to skip them


@dataclass(slots=True)
class _Actor:
    """One head with its synonyms and codes."""

    names: list[tuple[int, str]]
    codes: list[tuple[int, str]]


def read_dictionary(path: Path, states: Collection[str], *, skip_broken: bool = False) -> Taken:
    """Read an actor or agent dictionary.

    Args:
        path: the file; UTF-8, else Latin-1.
        states: codes that the codebook knows.
        skip_broken: leave broken lines out and list them, instead of refusing the file.

    Raises:
        CodebookError: a line is broken, with its number and the reason; nothing is taken.
    """
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    taken = Taken()
    sets: dict[str, tuple[str, ...]] = {}
    actors: list[_Actor] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split("#", 1)[0].strip()
        if not words:
            continue
        if made := _SET.fullmatch(words):
            sets[made[1]] = tuple(w.strip() for w in made[2].split(",") if w.strip())
            continue
        reason = _take(words, number, actors)
        if reason and not skip_broken:
            raise CodebookError(str(path), f"line {number}", f"{reason}: {words[:60]!r}", "mend the line, or import with --skip-broken")
        if reason:
            taken.broken.append((number, words, reason))
    for actor in actors:
        _settle(actor, states, sets, taken)
    return taken


def _take(line: str, number: int, actors: list[_Actor]) -> str | None:
    """Add a line to its actor; the reason where it is broken."""
    codes = _BRACKET.findall(line)
    rest = _BRACKET.sub(" ", line)
    if "[" in rest or "]" in rest:
        return "a bracket is not closed"
    rest = re.sub(r"^\*+", "", rest).strip()
    name = re.sub(r"\{[^}]*\}", " ", rest).strip()
    if "{" in name or "}" in name:
        return "a brace is not closed"
    if not name and not codes:
        return None
    if (not name or name.startswith("+")) and not actors:
        return "a synonym or code before any name"
    if any(not code.strip() for code in codes):
        return "an empty code"
    for code in codes:
        parts = code.split(None, 1)
        if not code.startswith("~") and not _CODE.fullmatch(parts[0]):
            return f"no code: {parts[0]}"
        if len(parts) > 1 and not _WHEN.fullmatch(parts[1].strip()):
            return f"no date: {parts[1]}"
    if name.startswith("+"):
        actors[-1].names.append((number, name[1:].strip()))
    elif name:
        actors.append(_Actor([(number, name)], []))
    actors[-1].codes += [(number, code.strip()) for code in codes]
    actors[-1].names += [(number, plural.strip()) for plural in re.findall(r"\{([^}]*)\}", line) if plural.strip()]
    return None


def _settle(actor: _Actor, states: Collection[str], sets: dict[str, tuple[str, ...]], taken: Taken) -> None:
    line, head = actor.names[0]
    if not actor.codes:
        taken.left.append((line, head, "no code"))
        return
    if any(code.startswith("~") for _, code in actor.codes):
        _agents(actor, sets, taken)
        return
    for number, told in actor.codes:
        code, sector, term, reason = _meaning(told, states)
        if reason or code is None:
            taken.left.append((number, f"{head} [{told}]", reason or "no code"))
            continue
        for _, name in actor.names:
            taken.rows += [Row(form, code, sector, *term) for form in forms(name)]


def _meaning(told: str, states: Collection[str]) -> tuple[str | None, str | None, tuple[str | None, str | None], str | None]:
    """(code, sector, (from, to), why it cannot be taken) of one bracket."""
    chain, _, when = told.partition(" ")
    parts = [chain[i : i + 3] for i in range(0, len(chain), 3)]
    sectors = [ROLES[p] for p in parts if p in ROLES]
    if parts[0] in states and parts[0] not in _GENERIC:
        code, sector = parts[0], sectors[0] if sectors else None
    elif parts[0] in _GENERIC:
        code = next((ORGANISATIONS[p] for p in parts[1:] if p in ORGANISATIONS), next((p for p in parts[1:] if p in states), None)) or ""
        sector = ROLES.get(parts[0], "BUS" if parts[0] == "MNC" else None)
    elif parts[0] in ("ELI", "---"):
        return None, None, (None, None), "a person who acts for nobody"
    else:
        return None, None, (None, None), f"no actor {parts[0]} in the codebook"
    if not code or code not in states:
        return None, None, (None, None), f"no actor of {chain} in the codebook"
    try:
        return code, sector, _term(when.strip()), None
    except ValueError as e:
        return None, None, (None, None), f"no such day: {e}" if "ends" not in str(e) else str(e)


def _term(when: str) -> tuple[str | None, str | None]:
    found = _WHEN.fullmatch(when)
    if not found:
        return None, None
    sign, first, last = found.groups()
    if sign == "<":
        return None, str(_day(first))
    if sign == ">" or not last:
        return str(_day(first)), None
    begin, end = _day(first), _day(last) + timedelta(days=1)
    if begin > end and len(first) == 6:
        begin = begin.replace(year=begin.year - 100)
    if begin > end:
        raise ValueError(f"{when} ends before it begins")
    return str(begin), str(end)


def _day(digits: str) -> date:
    if len(digits) not in (6, 8):
        raise ValueError(digits)
    year = int(digits[:-4])
    if len(digits) == 6:
        year += 1900 if year >= 30 else 2000
    return date(year, int(digits[-4:-2]), int(digits[-2:]))


def _agents(actor: _Actor, sets: dict[str, tuple[str, ...]], taken: Taken) -> None:
    number, told = actor.codes[0]
    head = actor.names[0][1]
    sector = next((ROLES[p] for p in (told.strip("~")[i : i + 3] for i in range(0, len(told), 3)) if p in ROLES), None)
    if sector is None:
        taken.left.append((number, f"{head} [{told}]", "no PLOVER sector of this role"))
        return
    for _, name in actor.names:
        for form in _spelled(name, sets):
            taken.agents[form.lower()] = sector


def _spelled(name: str, sets: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """A name with each word of a set in the set's place."""
    found = re.search(r"!(\w+)!", name)
    if found and found[1] in sets:
        for word in sets[found[1]]:
            yield from _spelled(name.replace(found[0], word, 1), sets)
        return
    yield " ".join(name.replace("_", " ").split())


def forms(name: str) -> Iterator[str]:
    """The ways in which running text writes a name that stands in capitals: "UNITED_NATIONS_(UN)_" is "United Nations" and "UN"."""
    for inner in re.findall(r"\(([^)]+)\)", name):
        yield from forms(inner)
    words = " ".join(re.sub(r"\([^)]*\)", " ", name).replace("_", " ").replace("+", " ").split())
    letters = sum(c.isalpha() for c in words)
    if letters < 2:
        return
    if " " not in words and len(words) <= 5:
        yield words
    if " " in words or len(words) > 4:
        yield _title(words)


def _title(words: str) -> str:
    out = []
    for i, word in enumerate(words.split(" ")):
        if i and word.lower() in _SMALL:
            out.append(word.lower())
        elif word.isupper() and ("." in word or (len(word) <= 4 and not set(word) & set("AEIOUY"))):
            out.append(word)
        else:
            out.append("-".join(part[:1].upper() + part[1:].lower() for part in word.split("-")) if word.isupper() else word)
    return " ".join(out)
