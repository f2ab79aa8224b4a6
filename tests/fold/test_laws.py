"""The laws of folding: it is blind to the order and the batches in which claims come, and what is taken out again leaves no trace."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.fold.claim import Claim
from dragoman.fold.compare import compare, weigh
from dragoman.fold.incremental import fold_in
from dragoman.fold.keys import keys, probes
from dragoman.fold.memory import Dictionaries
from dragoman.fold.merge import merge
from dragoman.fold.stance import join, stance
from dragoman.model import FoldedEvent
from fold.made import claims, crowds

laws = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def events_of(batches: Sequence[Sequence[Claim]], gone: Sequence[Sequence[str]] = ()) -> dict[str, FoldedEvent]:
    """What a record would hold after these calls: each event as it was written last."""
    memory, held = Dictionaries(), {}
    for n, batch in enumerate(batches):
        folding = fold_in(memory, batch, gone[n] if n < len(gone) else ())
        for old, _ in folding.retired:
            held.pop(old, None)
        held.update({e.id: e for e in folding.events})
    return held


@laws
@given(claims(), claims())
def test_likeness_is_the_same_both_ways(a, b):
    assert compare(a, b) == compare(b, a)
    assert weigh(a, b) == weigh(b, a)


@laws
@given(crowds(20))
def test_what_is_linked_meets_under_a_key(crowd):
    stands, asks = ({c.id: set(of(c)) for c in crowd} for of in (keys, probes))
    for a, b in combinations(crowd, 2):
        if compare(a, b).linked:
            assert asks[a.id] & stands[b.id], (a, b)
            assert asks[b.id] & stands[a.id], (a, b)


@laws
@given(claims(), claims())
def test_stances_join_the_same_both_ways(a, b):
    assert join(stance(a), stance(b)) == join(stance(b), stance(a))


@laws
@given(crowds(), st.randoms(use_true_random=False), st.integers(1, 5))
def test_order_and_batches_do_not_matter(crowd, random, size):
    whole = events_of([crowd])
    shuffled = list(crowd)
    random.shuffle(shuffled)
    assert events_of([shuffled[i : i + size] for i in range(0, len(shuffled), size)]) == whole


@laws
@given(crowds())
def test_what_is_known_changes_nothing(crowd):
    memory = Dictionaries()
    fold_in(memory, crowd)
    assert fold_in(memory, crowd).events == ()
    assert fold_in(memory, crowd).retired == ()


@laws
@given(crowds(), st.randoms(use_true_random=False))
def test_what_is_taken_out_leaves_no_trace(crowd, random):
    gone = [c.id for c in crowd if random.random() < 0.4]
    left = [c for c in crowd if c.id not in gone]
    assert events_of([crowd, []], [(), gone]) == events_of([left])


@laws
@given(crowds())
def test_every_report_is_in_exactly_one_event(crowd):
    held = [r.event for e in events_of([crowd]).values() for r in e.reports]
    assert sorted(held) == sorted(c.id for c in crowd)


@laws
@given(crowds(8).filter(bool))
def test_an_event_says_nothing_that_no_report_says(crowd):
    for folded in events_of([crowd]).values():
        told = [c.event for c in crowd if c.id in {r.event for r in folded.reports}]
        assert folded.type in {e.type for e in told}
        assert folded.status in {e.status for e in told}
        assert folded.time in {e.time for e in told}
        assert folded.place in {e.place for e in told}
        assert set(folded.actor) <= {p for e in told for p in (*e.actor, *e.recipient)}
        assert set(folded.recipient) <= {p for e in told for p in (*e.actor, *e.recipient)}
        assert folded.about in {e.about for e in told}
        assert folded.confidence >= max(e.confidence for e in told)
        assert 1 <= folded.origins <= len(told)


@laws
@given(crowds(8).filter(bool), st.randoms(use_true_random=False))
def test_merging_is_blind_to_order(crowd, random):
    shuffled = list(crowd)
    random.shuffle(shuffled)
    assert merge(shuffled) == merge(crowd)
