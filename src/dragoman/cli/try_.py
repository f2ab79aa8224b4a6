"""``dragoman try``: one sentence, the parties in it, the frames that fired and why."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Date, settings
from dragoman.model import Event, Party, Readout

if TYPE_CHECKING:
    from rich.text import Text


def try_sentence(
    sentence: Annotated[str, typer.Argument(help="A sentence, in quotation marks.")],
    date: Date = None,
) -> None:
    """Code one sentence and explain it: the acts, the frame that fired for each and why, and who the parties are.

    dragoman try "Egypt urged the UAE to press the RSF."
    dragoman try "Lavrov will visit Ankara on Tuesday." --date 2024-07-10

    Quotation marks keep the shell from taking the sentence apart; double ones allow apostrophes in it.
    """
    from dragoman import pipeline
    from dragoman.cli.output import console, draw
    from dragoman.view import terminal

    readout = pipeline.code(sentence, settings(date))
    screen = console(sys.stdout)
    if not readout.events:
        typer.echo("No act: no frame of the codebook fits this sentence.")
    draw(screen, terminal.events(readout, colours=screen.color_system is not None))
    for line in _why(readout):
        draw(screen, line)


def _why(readout: Readout) -> "Iterator[Text]":
    from rich.text import Text

    acts = list(_acts(readout.events))
    reasons = _reasons({act.frame for act in acts})
    for act in acts:
        yield Text.assemble(
            (f"{act.evidence.text!r}", "bold"), f" fires {act.frame}: {reasons.get(act.frame, 'a rule of the coder')}"
        )
    for party in _parties(acts):
        yield Text.assemble(
            (f"{party.text!r}", "bold"), f" is {party.code or 'unknown'}, {_who(party)} ({party.basis})"
        )
    for note in readout.notes:
        yield Text(f"{note.kind}: {note.message}", "yellow")


def _acts(events: tuple[Event, ...]) -> Iterator[Event]:
    for event in events:
        yield event
        yield from _acts(event.about)


def _parties(acts: list[Event]) -> list[Party]:
    """Every party once, in the order of the acts."""
    return list(dict.fromkeys(party for act in acts for party in (*act.actor, *act.recipient)))


def _who(party: Party) -> str:
    return ", ".join(part for part in (party.role, party.name, party.sector) if part) or "no name"


def _reasons(frames: set[str]) -> dict[str, str]:
    """``because`` of each frame; the compiled codebook leaves it out, so the files are asked."""
    from dragoman.codebook.load import PACKAGED
    from dragoman.codebook.source import files, read_yaml

    listed = (frame for path in files(PACKAGED, "events") for frame in read_yaml(path).get("frames") or [])
    return {frame["id"]: frame["because"] for frame in listed if frame["id"] in frames}
