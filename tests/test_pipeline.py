"""The order of the rooms, and the public functions, with the rooms themselves replaced."""

import pickle
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from functools import partial

import pytest

import dragoman
import made
from dragoman import pipeline
from dragoman.errors import CodebookError, EngineError, InputError, NoArticleError
from dragoman.model import Readout
from dragoman.read import inputs as room
from dragoman.settings import FetchSettings, Settings
from dragoman.view import Readouts


class Coder:
    """Codes every article into the made readout and remembers what it was asked."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.how: dict = {}

    def code_many(self, articles, **how):
        self.batches.append([article.input for article in articles])
        self.how = how
        for article in articles:
            if article.input == "breaks":
                raise ZeroDivisionError("division by zero")
            if article.input == "codebook":
                raise CodebookError("ind.yml", "line 1", "odd", "mend it")
            yield made.readout(article=article)


@pytest.fixture
def coder(monkeypatch):
    it = Coder()
    it.folders = []
    monkeypatch.setattr(pipeline, "coder", lambda folder, events_only=False: it.folders.append(folder) or it)
    return it


@pytest.fixture(autouse=True)
def asked(monkeypatch):
    """Reads every input as an article of that name, but those called bad."""
    calls = []

    def read_inputs(inputs, *, stdin, settings):
        calls.append((stdin, settings))
        for name in inputs:
            bad = InputError(name, "nothing in it", "write something")
            yield bad if name.startswith("bad") else made.article(input=name)

    monkeypatch.setattr(room, "read_inputs", read_inputs)
    return calls


def names(results):
    return [r.input if isinstance(r, InputError) else r.article.input for r in results]


def test_every_input_gives_a_readout_or_its_error_in_order(coder):
    results = list(pipeline.read(["bad1", "a", "bad2", "b", "bad3"], Settings()))
    assert names(results) == ["bad1", "a", "bad2", "b", "bad3"]
    assert [type(r) for r in results] == [InputError, Readout, InputError, Readout, InputError]
    assert coder.batches == [["a", "b"]]


def test_settings_reach_the_rooms(coder, asked):
    fetch = FetchSettings(timeout=3, max_bytes=10, user_agent="me", robots=False)
    settings = Settings(date="2024-07-10", min_confidence=0.4, codebook="mine", fetch=fetch)
    list(pipeline.read(["a"], settings, stdin=bytes))
    assert asked == [(bytes, fetch)]
    assert coder.folders == ["mine"]
    assert coder.how == {"date": "2024-07-10", "min_confidence": 0.4}


def test_inputs_without_an_article_load_no_coder(coder):
    assert names(pipeline.read(["bad"], Settings())) == ["bad"]
    assert coder.folders == []


def test_long_runs_are_coded_in_batches_without_reading_ahead(coder):
    results = pipeline.read([str(i) for i in range(5)], Settings(), batch=2 * len(made.TEXT))
    assert names([next(results)]) == ["0"]
    assert coder.batches == [["0", "1"]]
    assert names(results) == ["1", "2", "3", "4"]
    assert coder.batches == [["0", "1"], ["2", "3"], ["4"]]


def test_events_only_is_coded_in_longer_batches(coder):
    settings = Settings(events_only=True)
    assert len(list(pipeline.read([str(i) for i in range(6)], settings, batch=len(made.TEXT)))) == 6
    assert coder.batches == [["0", "1", "2", "3"], ["4", "5"]]
    assert len(list(pipeline.read(["7", "8"], settings, batch=1))) == 2
    assert coder.batches[2:] == [["7"], ["8"]]


def test_an_article_that_breaks_the_coder_does_not_stop_the_others(coder):
    results = list(pipeline.read(["a", "breaks", "b"], Settings()))
    assert names(results) == ["a", "breaks", "b"]
    assert "ZeroDivisionError: division by zero" in str(results[1])
    assert isinstance(results[1].__cause__, ZeroDivisionError)


def test_a_broken_codebook_stops_everything(coder):
    with pytest.raises(CodebookError):
        list(pipeline.read(["a", "codebook"], Settings()))


def test_many_hands_keep_the_order_and_do_not_run_ahead(coder):
    taken = []

    def batches():
        for i in range(20):
            taken.append(i)
            yield [made.article(input=str(i))]

    with ThreadPoolExecutor(3) as pool:
        spread = pipeline._spread(partial(pool.submit, partial(pipeline._coded, Settings())), 4, batches())
        assert names(next(spread)) == ["0"]
        assert len(taken) <= 5
        assert [name for batch in spread for name in names(batch)] == [str(i) for i in range(1, 20)]


def test_a_worker_that_dies_is_told_with_a_remedy():
    with pytest.raises(EngineError, match="set fewer processes"), pipeline.workers(Settings(processes=2)):
        raise BrokenExecutor


def test_what_workers_send_back_survives_the_journey():
    sent = [
        NoArticleError("a.txt", "empty", "write", "line 3"),
        CodebookError("ind.yml", "line 1", "odd", "mend it"),
        made.readout(),
    ]
    back = pickle.loads(pickle.dumps(sent))
    assert [str(item) for item in back] == [str(item) for item in sent]
    assert [type(item) for item in back] == [type(item) for item in sent]
    assert back[0].where == "line 3"


def test_public_read_returns_a_list_that_notebooks_draw(coder):
    found = dragoman.read("a", "b", date="2024-07-10")
    assert isinstance(found, Readouts)
    assert names(found) == ["a", "b"]
    assert coder.how["date"] == "2024-07-10"


def test_public_read_raises_for_a_bad_input_or_skips_it(coder):
    with pytest.raises(InputError, match="bad: nothing in it"):
        dragoman.read("a", "bad")
    with pytest.warns(UserWarning, match="bad: nothing in it"):
        found = dragoman.read("a", "bad", "b", errors="skip")
    assert names(found) == ["a", "b"]


def test_public_text_functions(coder):
    assert dragoman.read_text("Talks resume\n\nEgypt met Sudan.").article.text.startswith("Talks resume")
    coded = dragoman.code("Two.", date="2024-07-10")
    assert coded.article.text == "Two."
    assert coded.article.published is None
    assert coder.how["date"] == "2024-07-10"


def test_a_passage_that_breaks_the_coder_is_an_error_with_its_cause(monkeypatch):
    def broken(articles, settings):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(pipeline, "_readouts", broken)
    with pytest.raises(InputError, match="<text>: the coder broke on this article") as raised:
        dragoman.code("Two.")
    assert isinstance(raised.value.__cause__, ZeroDivisionError)


def test_functions_stay_functions_when_rooms_are_imported():
    from dragoman.code import __name__ as coding
    from dragoman.read import __name__ as reading

    assert (reading, coding) == ("dragoman.read", "dragoman.code")
    assert dragoman.read.__doc__.startswith("Read articles and code them")
    assert dragoman.code.__doc__.startswith("Code a sentence")
    assert dragoman.schema()["$ref"] == "#/$defs/Readout"


def test_the_package_knows_its_version_and_no_other_names():
    assert dragoman.__version__.count(".") == 2
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        dragoman.nonsense  # noqa: B018
