"""What the codebook does not cover, counted."""

from dragoman.code import Coder
from dragoman.code.cases import article_of
from dragoman.code.coverage import Gap, gaps

TEXTS = (
    "Ankara flummoxed Baku.",
    "Serbia flummoxed Kosovo with a letter.",
    "Egypt urged the UAE to press the RSF.",
    "Iran's conundrum with Iraq grew.",
    "Norway vacillated.",
)


def found() -> dict[str, Gap]:
    coder = Coder.load()
    return {g.word: g for g in gaps(coder.drafts(article_of(t) for t in TEXTS), coder.frames)}


def test_words_between_parties_are_counted_and_covered_ones_left_out() -> None:
    words = found()
    assert (words["flummox"].pos, words["flummox"].between, words["flummox"].frames) == ("verb", 2, 0)
    assert words["flummox"].example == TEXTS[0]
    assert words["flummox"].slots.most_common(1)[0][0] == "subject + object"
    assert (words["conundrum"].pos, words["conundrum"].between) == ("noun", 1)
    assert (words["vacillate"].between, words["vacillate"].alone) == (0, 1)
    assert not {"urge", "press", "letter"} & words.keys()


def test_the_commonest_comes_first() -> None:
    assert next(iter(found())) == "flummox"
