"""The docs say what the program does: every command, option, setting and field is documented, and links lead somewhere."""

import importlib.util
import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from dragoman import model, settings
from dragoman.cli.app import COMMANDS, GROUPS, build

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.rglob("*.md")), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "examples/README.md"))]


def text(*path: str) -> str:
    return ROOT.joinpath(*path).read_text(encoding="utf-8")


def commands(command=None, path="dragoman"):
    """``(path, command)`` of every command and group."""
    command = command or typer.main.get_command(build())
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, f"{path} {name}")


def generated():
    """The module that makes pages from the code."""
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    return generate


def test_the_command_page_is_what_the_code_says_now():
    assert text("docs", "reference", "cli.md") == generated().page(), "run `make golden` and look at the diff"


def test_every_command_and_option_is_on_the_command_page():
    page = text("docs", "reference", "cli.md")
    for path, command in commands():
        assert f"# {path}\n" in page
        section = page.partition(f"# {path}\n")[2].partition("\n##")[0]
        for parameter in command.params:
            assert parameter.help, f"{path}: {parameter.name} has no help"
            for word in parameter.opts if parameter.param_type_name == "option" else ():
                assert word in section


def test_every_command_teaches_by_example():
    for path, command in commands():
        if not getattr(command, "commands", {}):
            assert re.search(rf"^ {{4,}}(.*\| )?{path}\b", command.help, re.MULTILINE), f"{path} --help has no example"


def test_every_listed_command_exists():
    assert {path.split()[1] for path, _ in commands() if " " in path} == {name for name, _ in (*COMMANDS, *GROUPS)}


def test_every_setting_is_documented_with_its_variable_and_default():
    page = text("docs", "reference", "settings.md")
    known = settings.keys()
    for key, default in known.items():
        shown = (
            "not set"
            if default is None
            else f"`{json.dumps(default)}`"
            if isinstance(default, bool)
            else f"`{default}`"
        )
        assert f"| `{key}` | `{settings.variable(key)}` | {shown} |" in page
    assert set(re.findall(r"`(DRAGOMAN_[A-Z_]+)` \|", page)) == {settings.variable(key) for key in known}


@pytest.mark.parametrize(
    "noun", [model.Readout, model.Event, model.Statement, model.Meeting, model.Note], ids=lambda n: n.__name__
)
def test_every_field_of_the_readout_is_documented(noun):
    page = text("docs", "reference", "readout.md")
    keys = {"id", "sentence", "sentences"} if noun is not model.Readout else set()
    assert not {field.name for field in fields(noun) if field.name not in keys and f"`{field.name}`" not in page}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page):
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in link:
            assert (page.parent / link).exists(), f"{link} leads nowhere"


def test_every_page_is_in_the_navigation():
    nav = text("mkdocs.yml")
    missing = [str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md") if str(page.relative_to(DOCS)) not in nav]
    assert not missing


def test_commands_shown_in_the_docs_exist():
    known = {path for path, _ in commands()}
    for page in PAGES:
        for line in re.findall(
            r"^ {4}(?:.*\| )?dragoman ((?!-)[a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE
        ):
            assert f"dragoman {line}" in known, f"{page.name} shows dragoman {line}"


def test_the_page_of_exports_has_every_format_and_every_column():
    from dragoman.ask.exporters.formats import FORMATS

    page = text("docs", "reference", "exports.md")
    assert page == generated().exports(), "run `make golden` and look at the diff"
    for form in FORMATS:
        section = page.partition(f"## {form.name}\n")[2].partition("\n## ")[0]
        assert all(f"| `{column.name}` | {column.means} |" in section for column in form.columns)


def test_help_names_every_export_format():
    from dragoman.ask.exporters.formats import FORMATS

    (option,) = [p for path, c in commands() if path == "dragoman export" for p in c.params if "--as" in p.opts]
    assert all(re.search(rf"\b{form.name}\b", option.help) for form in FORMATS)
