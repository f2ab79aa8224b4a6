"""Who asked whom: two accounts of one request with its sides changed are kept as a contradiction; two requests of two states are none."""

from dragoman.ask.questions import events
from dragoman.ingest import ingest
from dragoman.lake.serving import serving
from dragoman.record.record import derived
from dragoman.settings import Settings

STORY = """{title}

{place}, March 5, 2024 ({wire}) - {first} on Tuesday asked {second} to reopen the Kelo border crossing to lorries, officials said.
"""


def recorded(tmp_path, *stories):
    files = []
    for n, (wire, first, second) in enumerate(stories):
        file = tmp_path / f"{n}.txt"
        file.write_text(STORY.format(title=f"Lorries wait at Kelo, {wire} finds", place="LOME", wire=wire, first=first, second=second))
        files.append(str(file))
    list(ingest(files, str(tmp_path / "r"), Settings()))
    with serving(str(tmp_path / "r"), derived(str(tmp_path / "r"))) as it:
        return [e for e in events(it) if e.type == "REQUEST"]


def test_each_event_tells_who_holds_the_opposite(tmp_path):
    one, two = recorded(tmp_path, ("Lake Wire", "Chad", "Niger"), ("Hill Post", "Niger", "Chad"))
    for event in (one, two):
        (dispute,) = event.disputed
        assert dispute.field == "actor"
        assert {h.value for h in dispute.values} == {"TCD", "NER"}
        assert {i for h in dispute.values for i in h.reports} == {r.event for e in (one, two) for r in e.reports}


def test_one_outlet_that_tells_of_both_contradicts_nobody(tmp_path):
    assert [e.disputed for e in recorded(tmp_path, ("Lake Wire", "Chad", "Niger"), ("Lake Wire", "Niger", "Chad"))] == [(), ()]


def test_requests_to_others_are_no_contradiction(tmp_path):
    assert [e.disputed for e in recorded(tmp_path, ("Lake Wire", "Chad", "Niger"), ("Hill Post", "Niger", "Togo"))] == [(), ()]
