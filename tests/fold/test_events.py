"""What becomes of several claims: origins, contradictions, the best supported value of each field, and what people judged."""

import pytest

from dragoman.fold.disputes import contradict
from dragoman.fold.incremental import fold_in
from dragoman.fold.judge import holding, verdicts
from dragoman.fold.memory import Dictionaries
from dragoman.fold.merge import merge
from dragoman.fold.origins import origins
from dragoman.model import Judgement, Mark
from fold.made import claim, event


def told(n, **given):
    values = {"id": f"c{n}", "outlet": f"Paper {n}", "time": "2024-10-05", "published": f"2024-10-0{5 + n}"} | given
    return claim(values.pop("kind", "ASSAULT"), values.pop("sides", "ISR > LBN"), values.pop("text", "Tyre"), **values)


ORIGINS = {
    "two papers": ([{}, {}], 2),
    "two articles of one paper": ([{"outlet": "Nile"}, {"outlet": "Nile"}], 1),
    "the agency in two papers": ([{"agencies": ("Meridian",)}, {"agencies": ("Meridian",)}], 1),
    "the agency itself and a paper that carries it": ([{"outlet": "Meridian"}, {"agencies": ("The Meridian",)}], 1),
    "a paper that cites another": ([{"outlet": "Nile"}, {"cited": "the Nile"}], 1),
    "a copy without credit": ([{"article": "x"}, {"copy_of": "x"}], 1),
    "copies of one text": ([{"copy_of": "x"}, {"copy_of": "x"}, {}], 2),
    "over a third": ([{"agencies": ("A",)}, {"agencies": ("A", "B")}, {"agencies": ("B",)}], 1),
    "papers that are not named": ([{"outlet": None}, {"outlet": None}], 2),
}


@pytest.mark.parametrize(("given", "n"), ORIGINS.values(), ids=ORIGINS)
def test_independent_origins(given, n):
    claims = [told(i, **g) for i, g in enumerate(given)]
    assert len(set(origins(claims).values())) == n
    assert merge(claims).origins == n


def disputed(*given):
    return {
        d.field: [(h.value, len(h.reports)) for h in d.values]
        for d in merge([told(n, **g) for n, g in enumerate(given)]).disputed
    }


def test_contradictions_are_kept_with_who_says_what():
    assert disputed({"dead": 6}, {"dead": 9}, {"dead": 9}) == {"dead": [("9", 2), ("6", 1)]}
    assert disputed({"time": "2024-10-05"}, {"time": "2024-10-06"}) == {"time": [("2024-10-05", 1), ("2024-10-06", 1)]}
    assert disputed({"place": ("Tyre", "LBN")}, {"place": ("Sidon", "LBN")}) == {"place": [("Sidon", 1), ("Tyre", 1)]}
    assert disputed({}, {"status": "negated"}) == {"status": [("actual", 1), ("negated", 1)]}
    assert disputed({}, {"sides": "IRN > LBN"}) == {"actor": [("IRN", 1), ("ISR", 1)]}


def test_what_is_less_exact_contradicts_nothing():
    assert disputed({"time": "2024-10-05"}, {"time": "2024-10"}, {"time": None}) == {}
    assert disputed({"status": "planned"}, {}) == {}
    assert disputed({"dead": 6}, {}) == {}
    assert disputed({"sides": "> LBN"}, {}) == {}
    assert disputed({"article": "a", "dead": 6}, {"article": "a", "dead": 7}) == {}


def test_a_yes_and_a_no_to_one_thing_dispute_the_type():
    about = {"about": (event("REQUEST", "BRA > RUS"),)}
    yes = claim("AGREE", "BRA > DEU", "put the proposal", id="yes", outlet="Ledger", **about)
    no = claim("REJECT", "BRA > DEU", "act as go-between", id="no", outlet="Monitor", **about)
    assert contradict(yes, no)
    assert contradict(no, yes)
    folded = {e.type: e for e in fold_in(Dictionaries(), [yes, no]).events}
    assert [h.value for h in folded["AGREE"].disputed[0].values] == ["AGREE", "REJECT"]
    assert [h.value for h in folded["REJECT"].disputed[0].values] == ["REJECT", "AGREE"]
    assert not contradict(yes, claim("REJECT", "BRA > DEU", "", id="x", outlet="Ledger", **about))
    assert not contradict(
        yes, claim("REJECT", "BRA > DEU", "", id="x", outlet="Monitor", about=(event("AID", "BRA > UKR"),))
    )


def test_each_field_has_the_value_of_most_origins():
    folded = merge(
        [told(0, dead=6), told(1, dead=9, place=("Tyre", "LBN")), told(2, dead=9), told(3, dead=6, outlet="Paper 0")]
    )
    assert folded.magnitude.dead == 9
    assert folded.place.name == "Tyre"


def test_what_an_act_is_about_is_what_most_tellings_say():
    """A misread headline, however sure, does not change whom the others name; a fuller telling of the same does add to it."""
    press, misread = event("REQUEST", "IDN > MMR"), event("REQUEST", "IDN > IDN")
    tellings = [(press, 0.9), (press, 0.9), (misread, 0.99)]
    claims = [told(n, kind="REQUEST", sides="AUS > IDN", about=(act,), confidence=sure) for n, (act, sure) in enumerate(tellings)]
    assert merge(claims).about == (press,)
    fuller = event("REQUEST", "IDN > MMR", about=(event("AID", "MMR > THA"),))
    assert merge([*claims, told(3, kind="REQUEST", sides="AUS > IDN", about=(fuller,))]).about == (fuller,)


def test_of_tolls_with_equal_support_the_latest_counts():
    assert merge([told(0, dead=6), told(1, dead=9)]).magnitude.dead == 9
    assert merge([told(0, dead=9), told(1, dead=6)]).magnitude.dead == 6


def test_planned_then_held_is_held_and_a_person_stands_for_the_state():
    before = told(0, kind="CONSULT", sides="DEU, BRA", status="planned", published="2024-10-01")
    after = told(1, kind="CONSULT", sides="DEU:Olaf Scholz, BRA")
    folded = merge([before, after])
    assert folded.status == "actual"
    assert {p.person for p in folded.actor} == {"Olaf Scholz", None}
    assert len(folded.actor) == 2


def test_confidence_grows_with_origins_and_never_reaches_one():
    one, two = merge([told(0)]).confidence, merge([told(0), told(1)]).confidence
    assert one == 0.8 < two < 1
    assert merge([told(0), told(1, outlet="Paper 0")]).confidence == one
    assert merge([told(n) for n in range(4)] * 5).confidence <= 0.99


# -- what people judged ---------------------------------------------------------------------------------------------------------------------


def mark(c):
    return Mark(article=c.report.article, start=c.report.start, end=c.report.end, type=c.event.type, event=c.id)


def judged(id, action, marks=(), others=(), value=None, at="2024-11-01T00:00:00+00:00"):
    return Judgement(
        id=id,
        action=action,
        marks=tuple(map(mark, marks)),
        others=tuple(map(mark, others)),
        value=value,
        by="ana",
        why="",
        at=at,
    )


A, B = told(1), told(2)
C = told(3, sides="FRA > MLI", text="Gao")


def groups(judgements, claims=(A, B, C)):
    memory = Dictionaries()
    fold_in(memory, claims)
    fold_in(memory, judgements=judgements, touched=[c.id for c in claims])
    events = memory.events_of([c.id for c in claims])
    return sorted(sorted(i for i in events if events[i] == e) for e in set(events.values()))


def test_people_put_together_and_part():
    assert groups([]) == [["c1", "c2"], ["c3"]]
    assert groups([judged("j1", "merge", [A, C])]) == [["c1", "c2", "c3"]]
    assert groups([judged("j1", "split", [A], [B])]) == [["c1"], ["c2"], ["c3"]]
    assert groups([judged("j1", "reject", [A])]) == [["c2"], ["c3"]]


def test_what_is_withdrawn_holds_no_more():
    split = judged("j1", "split", [A], [B])
    gone = judged("j2", "withdraw", value="j1", at="2024-11-02T00:00:00+00:00")
    assert holding([gone, split]) == ()
    assert groups([split, gone]) == [["c1", "c2"], ["c3"]]


def test_the_last_word_on_a_type_counts():
    said = [
        judged("j2", "retype", [A], value="COERCE", at="2024-11-02T00:00:00+00:00"),
        judged("j1", "retype", [A], value="SANCTION"),
    ]
    assert verdicts(said, {"c1": A}).types == {"c1": "COERCE"}
    memory = Dictionaries()
    fold_in(memory, [A, B])
    folding = fold_in(memory, judgements=[*said, judged("j3", "note", [A], value="see the UN's count")], touched=["c1"])
    assert [(e.type, e.notes) for e in folding.events] == [("COERCE", ("see the UN's count (ana)",))]


def test_a_mark_is_found_again_after_its_article_was_coded_anew():
    lost = Mark(article=A.report.article, start=0, end=2, type="ASSAULT", event="gone")
    assert verdicts(
        [Judgement(id="j", action="reject", marks=(lost,), by="ana", why="", at="2024")], {"c1": A}
    ).rejected == {"c1"}
    far = Mark(article=A.report.article, start=900, end=950, type="ASSAULT", event="gone")
    assert (
        verdicts([Judgement(id="j", action="reject", marks=(far,), by="ana", why="", at="2024")], {"c1": A}).rejected
        == frozenset()
    )
