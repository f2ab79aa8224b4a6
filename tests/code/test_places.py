"""Where acts took place: place phrases told apart from who acts."""

import pytest

from dragoman.code import Coder
from dragoman.code.cases import article_of, walk
from dragoman.model import Readout

CASES = [
    ("Police in Nairobi arrested 12 protesters on Monday.", "COERCE", "Nairobi"),
    ("Israeli jets struck Damascus overnight.", "ASSAULT", "Damascus"),
    ("Thousands marched in Tbilisi against the law.", "PROTEST", "Tbilisi"),
    ("France sent 200 soldiers to Chad.", "MOBILIZE", "Chad"),
    ("In Geneva, Iran agreed to freeze enrichment.", "AGREE", "Geneva"),
    ("Egypt sent 40 tonnes of medicine to Gaza.", "AID", "Gaza"),
    ("Gunmen killed five soldiers near Timbuktu in Mali.", "ASSAULT", "Timbuktu"),
    ("Vietnamese President To Lam arrived in Beijing on Sunday.", "CONSULT", "Beijing"),
    ("Moscow accused Kyiv of murder.", "ACCUSE", None),
    ("Ankara urged Damascus to talk.", "REQUEST", None),
    ("The US imposed sanctions on two banks in Hong Kong.", "SANCTION", None),
]


@pytest.fixture(scope="module")
def readouts() -> dict[str, Readout]:
    """All texts, read together once."""
    return dict(zip([text for text, _, _ in CASES], Coder.load().code_many(article_of(text, "2024-10-05") for text, _, _ in CASES), strict=True))


@pytest.mark.parametrize(("text", "kind", "place"), CASES)
def test_place_of_act(text: str, kind: str, place: str | None, readouts: dict[str, Readout]) -> None:
    found = [n.place.name if n.place else None for e in readouts[text].events for n in walk(e) if n.type == kind]
    assert found[:1] == [place]
