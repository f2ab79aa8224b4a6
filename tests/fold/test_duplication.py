"""The duplication test: one story told by thirty outlets is one event with the right origins; thirty look-alikes are thirty events. The whole road, from files."""

import json
from collections import Counter
from pathlib import Path

import pytest

from dragoman.ask.events import events
from dragoman.ingest import ingest
from dragoman.lake.serving import serving
from dragoman.model import FoldedEvent
from dragoman.record.record import derived
from dragoman.settings import Settings

MERIDIAN = """CAIRO, Oct 5 (Meridian) - Egypt on Saturday urged the United Arab Emirates to press the Rapid Support Forces to lift the siege of El Fasher.

Foreign Minister Badr Abdelatty made the appeal hours after a truce in the Sudanese city had fallen apart, the ministry said in the evening. More than two hundred thousand
people are cut off in the city, where bread and medicine ran out weeks ago.

The camps on the road to the north took in nine thousand families in September alone, and the wells there are failing. Doctors at the last hospital operate by the light
of telephones. Lorries with flour have been waiting on the border since the rains ended.

The harvest was lost for the second year, and traders say that a sack of millet costs four times as much as it did in spring."""
BOSPHORUS = """CAIRO, October 5 (Bosphorus Wire) - Egypt called on the United Arab Emirates on Saturday to lean on Sudan's Rapid Support Forces so that the encirclement of El Fasher ends.

The plea followed the collapse of a short ceasefire. Shells fell on the market before noon, and smoke stood over the eastern quarters until dusk, people reached by radio said.

Nobody has counted the dead of this summer. The town's mayor fled in June; the grain store burned in July; and of eleven pharmacies one is open, for two hours a day.

Aid workers who left on Thursday describe queues of women with empty jars in front of a single pump, and children who no longer go out to play."""
OWN = (
    "Egypt asked the United Arab Emirates on Saturday to press the Rapid Support Forces to end the siege of El Fasher.",
    "Cairo urged the UAE on Saturday to press the RSF to lift its siege of El Fasher in Darfur.",
    "Egypt on Saturday appealed to the United Arab Emirates to press the RSF over the siege of El Fasher.",
    "Egypt's foreign minister, Badr Abdelatty, urged the Emirates on Saturday to press the RSF to lift the El Fasher siege.",
    "Egypt has urged the United Arab Emirates to press the Rapid Support Forces to stop the siege of El Fasher.",
    "Egypt pressed the United Arab Emirates on Saturday to make the Rapid Support Forces lift the siege of El Fasher.",
    "The Egyptian foreign minister on Saturday called on the United Arab Emirates to press the RSF to end the siege of El Fasher.",
    "Cairo called on Abu Dhabi on Saturday to press the Rapid Support Forces to lift the siege of the Darfur city of El Fasher.",
    "On Saturday Egypt urged the UAE to press the paramilitary Rapid Support Forces to lift the El Fasher siege.",
    "Egypt on 5 October asked the United Arab Emirates to press the RSF to lift the siege of El Fasher.",
)
TAILS = (
    "The rains are over.",
    "Nights are cold now.",
    "Prices rose again.",
    "The road is dry.",
    "Radio was the only source.",
)


def trimmed(text: str, n: int) -> str:
    """Copy as desks make it: whole, cut from its end, or with a line of their own."""
    parts = text.split("\n\n")
    return "\n\n".join((parts, parts[:-1], [*parts, TAILS[n % len(TAILS)]])[n % 3])


def thirty_outlets() -> list[dict[str, str]]:
    texts = [trimmed(MERIDIAN, n) for n in range(12)] + [trimmed(BOSPHORUS, n) for n in range(8)]
    texts += [f"{own}\n\n{TAILS[n % len(TAILS)]}" for n, own in enumerate(OWN)]
    return [
        {"outlet": f"Outlet {chr(65 + n // 26)}{chr(65 + n % 26)}", "published": f"2024-10-0{5 + n % 2}", "text": t}
        for n, t in enumerate(texts)
    ]


def folded(folder: Path, articles: list[dict[str, str]]) -> list[FoldedEvent]:
    files = []
    for n, article in enumerate(articles):
        file = folder / f"{n:02}.json"
        file.write_text(json.dumps(article), encoding="utf-8")
        files.append(str(file))
    for _ in ingest(files, str(folder / "record"), Settings()):
        pass
    with serving(str(folder / "record"), derived(str(folder / "record")), None) as it:
        return list(events(it))


def told_by_thirty(folded: list[FoldedEvent]) -> None:
    asked = [e for e in folded if e.type == "REQUEST" and "ARE" in {p.code for p in e.recipient}]
    assert [len({r.outlet for r in e.reports}) for e in asked] == [30]
    assert asked[0].origins == 2 + len(OWN)
    assert asked[0].time is not None
    assert asked[0].time.start == "2024-10-05"


def test_thirty_outlets_tell_one_event_of_twelve_origins(tmp_path):
    told_by_thirty(folded(tmp_path, thirty_outlets()))


def test_so_they_do_if_the_copies_come_first_and_the_agencies_last(tmp_path):
    told_by_thirty(folded(tmp_path, thirty_outlets()[::-1]))


PAIRS = (
    ("Egypt", "the United Arab Emirates"),
    ("Egypt", "Saudi Arabia"),
    ("Kenya", "the United Arab Emirates"),
    ("Chad", "Libya"),
    ("Ethiopia", "Egypt"),
)
PLEAS = ("release the flour convoys", "open the border bridge", "cut electricity tariffs")
DAYS = (("Saturday", "2024-10-05"), ("Monday", "2024-10-14"))


@pytest.fixture(scope="module")
def alike(tmp_path_factory) -> list[FoldedEvent]:
    articles = [
        {
            "outlet": f"Paper {n % 7}",
            "published": published,
            "text": f"{a} on {day} urged {b} to {plea}.\n\n{TAILS[n % len(TAILS)]}",
        }
        for n, (a, b, plea, day, published) in enumerate(
            (a, b, p, d, w) for a, b in PAIRS for p in PLEAS for d, w in DAYS
        )
    ]
    return folded(tmp_path_factory.mktemp("alike"), articles)


def test_thirty_look_alikes_are_thirty_events(alike):
    asked = [e for e in alike if e.type == "REQUEST"]
    assert Counter(len(e.reports) for e in asked) == {1: 30}
