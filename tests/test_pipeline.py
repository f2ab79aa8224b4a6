"""The order of the rooms, and the public functions, with the rooms themselves replaced."""

import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import ModuleType

import pytest

import dragoman
import made
from dragoman import pipeline
from dragoman.errors import CodebookError, InputError
from dragoman.model import Article, Readout
from dragoman.settings import FetchSettings, Settings
from dragoman.view import Readouts


@pytest.fixture
def rooms(monkeypatch):
    """Reads each input as an article of that name; codes it into a readout that remembers what it was coded with."""
    calls = {"loaded": 0, "fetch": {}}
    read, code = ModuleType("dragoman.read"), ModuleType("dragoman.code")

    def read_inputs(inputs, **fetch):
        calls["fetch"] = fetch
        for name in inputs:
            bad = InputError(name, "nothing in it", "write something")
            yield bad if name.startswith("bad") else made.article(input=name)

    def code_article(article, coder, *, date, min_confidence):
        if article.input == "breaks":
            raise ZeroDivisionError("division by zero")
        if article.input == "codebook":
            raise CodebookError("ind.yml", "line 1", "odd", "mend it")
        calls["coded"] = (coder, date, min_confidence)
        return made.readout(article=article)

    class Coder:
        @classmethod
        def load(cls, folders):
            calls["loaded"] += 1
            return ("coder", *folders)

    read.read_inputs = read_inputs
    read.read_text = read.passage = lambda text: made.article(text)
    code.code_article, code.Coder = code_article, Coder
    code.code_pair = lambda text, actor, recipient, coder, *, marked, date: (f"{actor}>{recipient}", 0.5)
    monkeypatch.setitem(sys.modules, "dragoman.read", read)
    monkeypatch.setitem(sys.modules, "dragoman.code", code)
    pipeline.coder.cache_clear()
    yield calls
    pipeline.coder.cache_clear()


def names(results):
    return [r.input if isinstance(r, InputError) else r.article.input for r in results]


def test_every_input_gives_a_readout_or_its_error_in_order(rooms):
    results = list(pipeline.read(["a", "bad", "b"], Settings()))
    assert names(results) == ["a", "bad", "b"]
    assert [type(r) for r in results] == [Readout, InputError, Readout]


def test_settings_reach_the_rooms(rooms):
    fetch = FetchSettings(timeout=3, max_bytes=10, user_agent="me", robots=False)
    settings = Settings(date="2024-07-10", min_confidence=0.4, codebook="mine", fetch=fetch)
    list(pipeline.read(["a"], settings))
    assert rooms["fetch"] == {"timeout": 3, "max_bytes": 10, "user_agent": "me", "robots": False}
    assert rooms["coded"] == (("coder", "mine"), "2024-07-10", 0.4)


def test_the_coder_is_loaded_once_and_only_for_an_article(rooms):
    list(pipeline.read(["bad"], Settings()))
    assert rooms["loaded"] == 0
    list(pipeline.read(["a", "b"], Settings()))
    pipeline.code("x", Settings())
    assert rooms["loaded"] == 1


def test_an_article_that_breaks_the_coder_does_not_stop_the_others(rooms):
    results = list(pipeline.read(["a", "breaks", "b"], Settings()))
    assert names(results) == ["a", "breaks", "b"]
    assert "ZeroDivisionError: division by zero" in str(results[1])
    assert isinstance(results[1].__cause__, ZeroDivisionError)


def test_a_broken_codebook_stops_everything(rooms):
    with pytest.raises(CodebookError):
        list(pipeline.read(["codebook"], Settings()))


def test_many_hands_keep_the_order_and_do_not_run_ahead():
    taken = []

    def articles():
        for i in range(20):
            taken.append(i)
            yield InputError(str(i), "odd", "mend") if i % 5 == 0 else made.article(input=str(i))

    with ThreadPoolExecutor(3) as pool:
        submit = partial(pool.submit, lambda article: made.readout(article=article))
        results = pipeline._spread(articles(), submit, 4)
        assert names([next(results)]) == ["0"]
        assert len(taken) <= 5
        assert names(results) == [str(i) for i in range(1, 20)]


def test_public_read_returns_a_list_that_notebooks_draw(rooms):
    found = dragoman.read("a", "b", date="2024-07-10")
    assert isinstance(found, Readouts)
    assert names(found) == ["a", "b"]
    assert rooms["coded"][1] == "2024-07-10"


def test_public_read_raises_for_a_bad_input_or_skips_it(rooms):
    with pytest.raises(InputError, match="bad: nothing in it"):
        dragoman.read("a", "bad")
    with pytest.warns(UserWarning, match="bad: nothing in it"):
        found = dragoman.read("a", "bad", "b", errors="skip")
    assert names(found) == ["a", "b"]


def test_public_text_functions(rooms):
    assert dragoman.read_text("One.").article.text == "One."
    assert dragoman.code("Two.", date="2024-07-10").article.text == "Two."
    assert rooms["coded"][1] == "2024-07-10"
    assert pipeline.pair("A sued B.", "A", "B", Settings()) == ("A>B", 0.5)


def test_functions_stay_functions_when_rooms_are_imported():
    from dragoman.read import __name__ as room

    assert room == "dragoman.read"
    assert callable(dragoman.read)
    assert callable(dragoman.code)
    assert dragoman.schema()["$ref"] == "#/$defs/Readout"


def test_the_package_knows_its_version_and_no_other_names():
    assert dragoman.__version__.count(".") == 2
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        dragoman.nonsense  # noqa: B018


def test_model_is_importable_beside_the_functions():
    assert Article.__module__ == "dragoman.model.article"
