"""Write the pages that are made from the code: ``reference/cli.md``, ``reference/exports.md``. ``make golden`` runs it; tests check that it was run."""

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from dragoman.ask.exporters.formats import FORMATS
from dragoman.cli.app import build

CLI = Path(__file__).parent / "reference" / "cli.md"
HEAD = """# Commands

Made from the code by `make golden`; `dragoman COMMAND --help` says the same. Exit status: 0 when everything was done, 1 when some
of it failed (each named on standard error, the rest still done), 2 for a wrong call, 130 after Ctrl-C.
"""
EXPORTS = Path(__file__).parent / "reference" / "exports.md"
EXPORTS_HEAD = """# Exports

Made from the code by `make golden`. `dragoman export --record DIR --as FORMAT` writes these; [how to](../how-to/export-and-import.md).

What holds for all of them:

- What is not known stays empty. No column is filled with a guess, and one that the record has nothing for says so below.
- Rows come by day, then by id, so that two exports of one record are the same file (Parquet: not sorted).
- A day is the first that the time told allows; where none is told, it is that of the first report.

What holds for the tables of dyads (`plover`, `polecat`, `icews`, `gdelt`, `gdelt1`, `cameo`), whose readers take every row for something that happened:

- An event with several parties on a side is a row for each pair, one record in `plover`. A meeting without a recipient is a row for each two who took part.
- Negated and hypothetical acts are left out, and counted on standard error.
- A planned act stands as the intent or threat that was told (CAMEO 03 and 13: "express intent to meet"), on the day of the report; planned acts for which
  CAMEO has no such code are left out and counted.
- Where Dragoman codes another type than the conversion table of the PLOVER manual, the table's type is written (an embargo is SANCTION here, COERCE there).
"""


def exports() -> str:
    """The page of exports."""
    return EXPORTS_HEAD + "".join(_format(form) for form in FORMATS)


def _format(form: Any) -> str:
    rows = "".join(f"| `{column.name}` | {column.means} |\n" for column in form.columns)
    return f"\n## {form.name}\n\n{form.means}\n\n| column | what it holds |\n|---|---|\n{rows}"


def page() -> str:
    """The whole page."""
    return HEAD + "\n".join(_command("dragoman", typer.main.get_command(build()), 2)) + "\n"


def _command(path: str, command: Any, level: int) -> Iterator[str]:
    yield f"\n{'#' * level} {path}\n"
    yield _markdown(textwrap.dedent(command.help or ""))
    yield from _parameters(command)
    for name, inner in getattr(command, "commands", {}).items():
        yield from _command(f"{path} {name}", inner, min(level + 1, 3))


def _parameters(command: Any) -> Iterator[str]:
    rows = [row for parameter in command.params if (row := _row(parameter))]
    if rows:
        yield "\n| word | meaning |\n|---|---|"
        yield from rows


def _row(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        name = parameter.metavar or parameter.name.upper()
    else:
        words = (*parameter.opts, *parameter.secondary_opts)
        name = ", ".join(words) + (f" {parameter.metavar}" if parameter.metavar else "")
    return f"| `{name}` | {_markdown(parameter.help or '')} |"


def _markdown(text: str) -> str:
    """Without the mark by which click leaves a paragraph as it is."""
    return text.replace("\b\n", "").strip()


if __name__ == "__main__":
    CLI.write_text(page(), encoding="utf-8")
    EXPORTS.write_text(exports(), encoding="utf-8")
