"""Write the pages that are made from the code: ``reference/cli.md``. ``make golden`` runs it; a test checks that it was run."""

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from dragoman.cli.app import build

CLI = Path(__file__).parent / "reference" / "cli.md"
HEAD = """# Commands

Made from the code by `make golden`; `dragoman COMMAND --help` says the same. Exit status: 0 when everything was done, 1 when some
of it failed (each named on standard error, the rest still done), 2 for a wrong call, 130 after Ctrl-C.
"""


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
