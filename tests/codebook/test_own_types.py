"""A user's folder adds types of its own below PLOVER's, without touching the package."""

from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.code import Coder
from dragoman.code.cases import run_cases
from dragoman.codebook.load import build, cases, load
from dragoman.errors import CodebookError
from dragoman.settings import Settings

ESPOUSE = """
type: ESPOUSE
parent: SUPPORT
score: 4.5
definition: Dynastic marriages between ruling houses.
modes: {betroth: 2}
frames:
  - id: espouse.wed
    verb: [betroth, affiance]
    actor: subject
    recipient: [object, to]
    mode: betroth
    because: Our own ESPOUSE; a house promises a marriage. A betrothal in a play is not.
    cases:
      - {text: "Jordan betrothed its princess to Saudi Arabia.", gives: {type: ESPOUSE, actor: [JOR]}}
      - {text: "The play was betrothed to failure.", gives: none}
"""
ENTREAT = """
type: ENTREAT
parent: REQUEST
frames:
  - id: entreat.supplicate
    verb: supplicate
    actor: subject
    recipient: object
    about: to-clause
    because: Our own ENTREAT; a humble request. Not a prayer.
    cases:
      - {text: "Egypt supplicated the UAE to press the RSF.", gives: {type: ENTREAT, actor: [EGY], recipient: [ARE], about: {type: REQUEST, actor: [ARE]}}}
      - {text: "The sinner supplicated in silence.", gives: none}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("mine")
    (home / "events").mkdir()
    (home / "events" / "espouse.yml").write_text(ESPOUSE)
    (home / "events" / "entreat.yml").write_text(ENTREAT)
    return home


def test_the_readout_keeps_to_plovers_types_and_tells_ones_own_beside(folder: Path) -> None:
    readout = pipeline.code("Egypt supplicated the UAE to press the RSF.", Settings(codebook=str(folder)))
    (event,) = readout.events
    assert (event.type, event.subtype, event.frame) == ("REQUEST", "ENTREAT", "entreat.supplicate")
    assert (event.quad_class, event.about[0].type, event.about[0].subtype) == (3, "REQUEST", None)


def test_score_and_modes_are_ones_own_where_told_and_else_the_parents(folder: Path) -> None:
    book = load([folder])
    assert book.subtypes["ESPOUSE"].score == 4.5
    assert book.subtypes["ESPOUSE"].modes["betroth"] == 2
    assert book.subtypes["ENTREAT"].score == book.types["REQUEST"].score
    assert book.subtypes["ENTREAT"].modes == book.types["REQUEST"].modes
    assert "ESPOUSE" not in book.types


def test_ones_own_cases_run(folder: Path) -> None:
    results = run_cases(Coder.load([folder]), cases(folder))
    assert len(results) == 4
    assert [r for r in results if not r.ok] == []


def test_the_packaged_codebook_knows_no_type_of_anybodys_own() -> None:
    assert load().subtypes == {}


BROKEN = {
    "no parent": ("type: ENTREAT\nquad_class: 3\nscore: 0\n", "not a type of PLOVER"),
    "unknown parent": ("type: ENTREAT\nparent: PRAY\n", "parent PRAY"),
    "PLOVER's own name": ("type: REQUEST\nparent: CONSULT\n", "leave out `parent`"),
    "no type": ("parent: REQUEST\n", "no `type`"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_type_is_refused_with_the_remedy(tmp_path: Path, what: str) -> None:
    from dragoman.codebook.load import PACKAGED

    text, message = BROKEN[what]
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "own.yml").write_text(text)
    with pytest.raises(CodebookError, match=message):
        build((PACKAGED, tmp_path), "test")
