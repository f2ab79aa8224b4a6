"""Times: the table of ``times.yml``, the cases beside the rules, and what the table cannot say."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.code import time_rules
from dragoman.code.time import Anchor, When, find_times
from dragoman.code.time_resolve import RESOLVERS
from dragoman.model.time import Time

TABLE: dict[str, list[dict[str, Any]]] = yaml.load(
    Path(__file__).with_name("times.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
CASES = [(group, case) for group, cases in TABLE.items() for case in cases]
PUBLISHED = "2024-10-05T18:20:00+03:00"


def told(value: str | None) -> str | None:
    """A scalar of the table; a dash or null is None."""
    return None if value in (None, "-", "null") else value


def time_of(stamp: str | None) -> Time | None:
    """The time of the sentence before, from the table's one word."""
    precision = {4: "year", 7: "month", 10: "day"}
    return Time(start=stamp, end=stamp, precision=precision[len(stamp)], text="then") if stamp else None


def anchor_of(case: dict[str, Any]) -> Anchor:
    return Anchor(published=told(case.get("published")), previous=time_of(told(case.get("previous"))))


def expected(case: dict[str, Any]) -> list[tuple[str | None, str | None, str, str]]:
    if case["gives"] == "none":
        return []
    return [(told(g["start"]), told(g.get("end", g["start"])), g["precision"], g["text"]) for g in case["gives"]]


def found(whens: tuple[When, ...]) -> list[tuple[str | None, str | None, str, str]]:
    return [(w.time.start, w.time.end, w.time.precision, w.time.text) for w in whens]


@pytest.mark.parametrize(("group", "case"), CASES, ids=[f"{g}: {c['text']}" for g, c in CASES])
def test_table(group: str, case: dict[str, Any]) -> None:
    assert found(find_times(case["text"], anchor_of(case))) == expected(case)


def test_table_is_large_and_each_sentence_is_its_own() -> None:
    texts = [(case["text"], case.get("published")) for _, case in CASES]
    assert len(texts) >= 300
    assert len(set(texts)) == len(texts)


RULES = [time_rules.rule(i) for i in range(len(time_rules.raw_rules()))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_fires_on_one_of_its_cases(rule: time_rules.Rule) -> None:
    assert rule.gives == "none" or rule.gives in RESOLVERS
    assert rule.because
    assert any(rule.pattern.search(case["text"]) for case in rule.cases)


@pytest.mark.parametrize(
    ("rule", "case"), [(r, c) for r in RULES for c in r.cases], ids=lambda x: getattr(x, "id", None)
)
def test_rule_cases_against_the_whole_codebook(rule: time_rules.Rule, case: dict[str, str]) -> None:
    starts = [w.time.start for w in find_times(case["text"], anchor_of(case))]
    assert starts == ([] if case["gives"] == "none" else case["gives"].split(", "))


@pytest.mark.parametrize("rule", [r for r in RULES if r.words], ids=lambda rule: rule.id)
def test_the_words_that_a_rule_stands_with_are_in_every_match(rule: time_rules.Rule) -> None:
    texts = [case["text"] for other in RULES for case in other.cases] + [case["text"] for _, case in CASES]
    matched = [text.lower() for text in texts if rule.pattern.search(text)]
    assert matched, "some case matches"
    assert [text for text in matched if not any(word in text for word in rule.words)] == []
    assert all(word == word.lower() for word in rule.words)


def test_rule_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He left on 3 May 2024.", "date"),
        ("He left on Thursday.", "weekday"),
        ("He left last week.", "relative"),
        ("He left three days earlier.", "anaphoric"),
        ("He served from 2010 to 2014.", "range"),
        ("He has been away since 2014.", "duration-since"),
        ("He must leave by Friday.", "deadline"),
        ("The Oct. 7 attacks changed all.", "name"),
        ("Iran left the 2015 nuclear deal.", "name"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [w.kind for w in find_times(text, Anchor(published=PUBLISHED))] == [kind]


def test_hint_overrules_the_words() -> None:
    text = "The envoys met on Friday."
    assert found(find_times(text, Anchor(published=PUBLISHED), future=True))[0][0] == "2024-10-11"
    assert (
        found(find_times("They will meet on Friday.", Anchor(published=PUBLISHED), future=False))[0][0] == "2024-10-04"
    )


def test_month_first_for_american_outlets() -> None:
    assert found(find_times("Signed 08/10/2024.", Anchor(published=PUBLISHED), day_first=False))[0][0] == "2024-08-10"


def test_dateline_then_fallback_stand_in_for_publication() -> None:
    text = "They met on Thursday."
    assert found(find_times(text, Anchor(fallback="2024-10-05")))[0][0] == "2024-10-03"
    assert found(find_times(text, Anchor(dateline="2024-03-12", fallback="2024-10-05")))[0][0] == "2024-03-07"
    assert find_times(text, Anchor(dateline="--10-05")) == ()


def test_month_takes_its_year_from_the_sentence_before() -> None:
    assert found(find_times("In July they met.", Anchor(previous=time_of("2019"))))[0][0] == "2019-07"


def test_that_day_stays_as_partial_as_it_was() -> None:
    previous = Time(start="--10-05", end="--10-05", precision="day", text="5 October")
    assert found(find_times("That day he fled.", Anchor(previous=previous)))[0][0] == "--10-05"
