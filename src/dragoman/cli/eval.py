"""``dragoman eval``: one's own gold against what the coder finds."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import Date, MinConfidence, settings
from dragoman.cli.output import complain, console, draw, write
from dragoman.errors import CodebookError, InputError

if TYPE_CHECKING:
    from dragoman.code.evaluate import Evaluation
    from dragoman.model import Readout


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.yaml", help="What a careful reader takes from the articles.", dir_okay=False)],
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT", help="The articles, as for dragoman read; left out, those that the gold names, beside it."),
    ] = None,
    date: Date = None,
    min_confidence: MinConfidence = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object: facets, types, misses.")] = False,
) -> None:
    """Score the coder on articles that you have coded by hand.

    Found and wanted by facet, precision, recall and F1 by type, and everything that was missed or spurious.

    \b
        dragoman eval my-gold/gold.yaml
        dragoman eval gold.yaml articles/ --date 2024-07-10 --json

    The exit status is 1 when an input could not be read or an article of the gold was not among them, 2 when the gold itself is broken.
    """
    from dragoman import pipeline
    from dragoman.code.evaluate import evaluate as score
    from dragoman.code.evaluate import read_gold

    try:
        wanted = read_gold(gold)
    except (OSError, CodebookError) as error:
        raise typer.BadParameter(str(error), param_hint="GOLD.yaml") from error
    chosen = inputs or [str(gold.parent / name) for name in dict.fromkeys(entry["article"] for entry in wanted)]
    failed = False
    readouts: list[Readout] = []
    for result in pipeline.read(chosen, settings(date, min_confidence)):
        if isinstance(result, InputError):
            complain(result)
            failed = True
        else:
            readouts.append(result)
    found = score(wanted, readouts)
    for miss in found.misses:
        if miss.facet == "read":
            typer.echo(f"dragoman: {miss.article}: no readout", err=True)
            failed = True
    if json:
        _as_json(found)
    else:
        _in_words(found)
    raise typer.Exit(1 if failed else 0)


def _as_json(found: "Evaluation") -> None:
    import msgspec

    answer: dict[str, Any] = {
        "facets": {name: {"found": c.found, "wanted": c.wanted, "share": c.share} for name, c in found.facets.items()},
        "types": {kind: dict(zip(("precision", "recall", "f1"), row, strict=True)) for kind, row in found.by_type().items()},
        "misses": found.misses,
    }
    write(sys.stdout, msgspec.json.encode(answer).decode())


def _in_words(found: "Evaluation") -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    screen = console(sys.stdout)
    facets = Table("facet", "found", "wanted", "share", box=box.SIMPLE)
    for name, count in found.facets.items():
        facets.add_row(name, str(count.found), str(count.wanted), _share(count.share))
    types = Table("type", "precision", "recall", "F1", box=box.SIMPLE)
    for kind, row in found.by_type().items():
        types.add_row(kind, *map(_share, row))
    draw(screen, facets)
    draw(screen, types)
    for line in _misses(found):
        draw(screen, Text(line))


def _misses(found: "Evaluation") -> Iterator[str]:
    if found.misses:
        yield "MISSES"
    for miss in found.misses:
        where = f"{miss.article} «{miss.anchor}»" if miss.anchor else miss.article
        yield f"{miss.facet}: {where}: {miss.what}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
