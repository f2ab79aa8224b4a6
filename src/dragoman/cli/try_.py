"""``dragoman try``: one sentence, the parties in it, the frames that fired and why."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Date, settings

if TYPE_CHECKING:
    from rich.text import Text

    from dragoman.code.draft import Draft
    from dragoman.code.frames import Trial
    from dragoman.model import Event, Party


def try_sentence(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, in quotation marks.")],
    date: Date = None,
) -> None:
    """Code one sentence and explain the result.

    Shows the acts, the frames that were tried, which of them fired and why, and who the parties are.

    \b
        dragoman try "Egypt urged the UAE to press the RSF."
        dragoman try "Lavrov will visit Ankara on Tuesday." --date 2024-07-10

    Quotation marks keep the shell from taking the sentence apart; double ones allow apostrophes in it.
    """
    from dragoman import pipeline
    from dragoman.cli.output import console, draw
    from dragoman.view import terminal

    readout = pipeline.code(sentence, settings(date))
    draft = pipeline.explain(sentence, settings(date))
    screen = console(sys.stdout)
    if readout.events:
        draw(screen, terminal.events(readout, colours=screen.color_system is not None))
    else:
        typer.echo("No act: no frame of the codebook fits this sentence.")
    for line in _why(draft):
        draw(screen, line)


def _why(draft: "Draft") -> "Iterator[Text]":
    from rich.text import Text

    trials = sorted((trial for line in draft.lines for trial in line.trials), key=lambda trial: not trial.fired)
    reasons = _reasons({trial.frame for trial in trials if trial.fired})
    yield from _section("FRAMES", (_trial(trial, reasons) for trial in trials))
    yield from _section("PARTIES", (_party(party) for party in _parties(draft)))
    yield from _section("NOTES", (Text(f"{note.kind}: {note.message}") for note in draft.notes))


def _section(title: str, lines: "Iterable[Text]") -> "Iterator[Text]":
    from rich.text import Text

    shown = list(lines)
    if shown:
        yield Text(f"\n{title}", "dim")
        yield from shown


def _trial(trial: "Trial", reasons: dict[str, str]) -> "Text":
    from rich.text import Text

    if not trial.fired:
        return Text(f"'{trial.word}' is not {trial.frame}: {trial.why}", "dim")
    because = reasons.get(trial.frame)
    return Text.assemble(
        (f"'{trial.word}' is {trial.frame}", "bold"), f": {trial.why}", f" | {because}" if because else ""
    )


def _party(party: "Party") -> "Text":
    from rich.text import Text

    known = ", ".join(part for part in (party.role, party.name, party.sector) if part) or "no name"
    return Text.assemble((f"'{party.text}'", "bold"), f" is {party.code or 'unknown'}: {known} ({party.basis})")


def _parties(draft: "Draft") -> "list[Party]":
    """Every party once, first those of the acts."""
    acting = (p for event in _acts(draft.events) for p in (*event.actor, *event.recipient))
    named = (mention.party for mention in draft.resolver.memory)
    return list(dict.fromkeys((*acting, *named)))


def _acts(events: "Iterable[Event]") -> "Iterator[Event]":
    for event in events:
        yield event
        yield from _acts(event.about)


def _reasons(frames: set[str]) -> dict[str, str]:
    """``because`` of each frame; the compiled codebook leaves it out, so the files are asked."""
    from dragoman.codebook.load import PACKAGED
    from dragoman.codebook.source import files, read_yaml

    listed = (frame for path in files(PACKAGED, "events") for frame in read_yaml(path).get("frames") or [])
    return {frame["id"]: frame["because"] for frame in listed if frame["id"] in frames}
