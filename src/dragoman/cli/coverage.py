"""``dragoman codebook coverage``: what to add to the codebook next."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Date, settings
from dragoman.cli.output import complain, console, draw, write
from dragoman.errors import InputError

if TYPE_CHECKING:
    from dragoman.code.coverage import Gap
    from dragoman.code.draft import Draft


def coverage(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Texts: files, folders, URLs or -, as for dragoman read.")],
    top: Annotated[int, typer.Option("--top", min=1, help="Show so many words.")] = 40,
    pairs: Annotated[bool, typer.Option("--pairs", help="Only words that stood between two parties at least once.")] = False,
    date: Date = None,
    json: Annotated[bool, typer.Option("--json", help="One word a line, as JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="As comma-separated values with a head line.")] = False,
) -> None:
    """List verbs and nouns that no frame covered, by count.

    Verbs and nouns that stood between two parties, or had one party as their subject, each with where the parties stood and an example. Where frames
    of the word exist, their conditions did not hold: dragoman try says why.

    \b
        dragoman codebook coverage articles/
        dragoman codebook coverage articles/ --pairs --csv > next.csv
    """
    from dragoman import pipeline
    from dragoman.code.coverage import gaps

    if json and csv:
        raise typer.BadParameter("choose one of --json and --csv", param_hint="--csv")
    chosen = settings(date)
    failed = False
    drafts: list[Draft] = []
    for result in pipeline.work_sheets(files, chosen):
        if isinstance(result, InputError):
            complain(result)
            failed = True
        else:
            drafts.append(result)
    found = [g for g in gaps(drafts, pipeline.coder(chosen.codebook).frames) if g.between or not pairs][:top]
    (_as_json if json else _as_csv if csv else _in_words)(found)
    raise typer.Exit(1 if failed else 0)


def _as_json(found: "list[Gap]") -> None:
    import msgspec

    for gap in found:
        write(sys.stdout, msgspec.json.encode(gap).decode())


def _as_csv(found: "list[Gap]") -> None:
    from csv import writer

    out = writer(sys.stdout, lineterminator="\n")
    out.writerow(("word", "pos", "between", "alone", "frames", "slots", "example"))
    out.writerows((g.word, g.pos, g.between, g.alone, g.frames, _slots(g), g.example) for g in found)


def _in_words(found: "list[Gap]") -> None:
    from rich import box
    from rich.table import Table

    table = Table("word", "", "between", "alone", "frames", "slots", "example", box=box.SIMPLE)
    for gap in found:
        table.add_row(gap.word, gap.pos, str(gap.between), str(gap.alone), str(gap.frames), _slots(gap), gap.example)
    draw(console(sys.stdout), table)


def _slots(gap: "Gap") -> str:
    """The commonest construction."""
    return gap.slots.most_common(1)[0][0] if gap.slots else ""
