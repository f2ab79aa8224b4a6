import io

import pytest
from rich.console import Console

import made
from dragoman.view import terminal


def drawn(readout, width: int, **given) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    console.print(terminal.render(readout, **given))
    return "".join(line.rstrip() + "\n" for line in console.file.getvalue().splitlines())


@pytest.mark.parametrize("width", [80, 160])
def test_readout_in_words(golden, width):
    text = drawn(made.readout(), width, colours=False)
    golden(f"readout-{width}.txt", text)
    assert max(map(len, text.splitlines())) <= width


def test_square_brackets_of_the_news_survive():
    text = drawn(made.readout(), 160)
    assert "Washington asks Delhi to press Moscow [update]" in text
    assert "to press Russia [on grain]" in text


def test_sections_without_content_are_left_out():
    text = drawn(made.readout(events=(), meetings=(), ties=(), notes=(), positions=()), 80)
    assert "WHO SAID WHAT" in text
    for title in ("WHO ASKED WHAT", "MEETINGS", "POSITIONS", "TIES", "NOTES"):
        assert title not in text


def test_branches_stand_under_their_chain():
    two = (made.event("AID", (made.IND,), (made.SDN,)), made.event("REJECT", (made.IND,), (made.RUS,)))
    text = drawn(made.readout(events=(made.event("REQUEST", (made.USA,), (made.IND,), about=two),)), 80)
    assert "\n  about IND -AID-> SDN\n  about IND -REJECT-> RUS\n" in text


def test_colours_mark_evidence_on_a_terminal():
    console = Console(file=io.StringIO(), width=160, force_terminal=True, color_system="standard", no_color=False)
    console.print(terminal.events(made.readout()))
    assert "\x1b[1;4murged\x1b[0m" in console.file.getvalue()
    assert "*urged*" not in console.file.getvalue()
