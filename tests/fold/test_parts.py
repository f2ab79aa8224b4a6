"""Days, words, keys, copies: the small parts that folding is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.engine.words import content_terms, content_words, likeness, plain, plain_words, stem
from dragoman.fold.copies import LEAST, sketch, verdict
from dragoman.fold.days import OPEN, Span, day_of, iso, span_of
from dragoman.fold.keys import AHEAD, BEFORE, akin, is_long, keys, probes, window
from fold.made import claim, day

D5 = day_of("2024-10-05")


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2024-10-05", "2024-10-05", "2024-10-05"),
        ("2024-10", "2024-10-01", "2024-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-09-30/2024-10-06", "2024-09-30", "2024-10-06"),
        ("2024-10-06/2024-10-01", "2024-10-06", "2024-10-06"),
    ],
)
def test_a_time_is_the_days_that_it_allows(told, first, last):
    span = span_of(day(told))
    assert (iso(span.first), iso(span.last)) == (first, last)


def test_open_times_reach_far_and_years_untold_are_none():
    assert span_of(day("2024-10-05/")) == Span(first=D5, last=D5 + OPEN)
    assert span_of(day("/2024-10-05")) == Span(first=D5 - OPEN, last=D5)
    assert span_of(day("--10-05/--10-05")) is None
    assert span_of(None) is None


@pytest.mark.parametrize("moment", [None, "", "2024", "2024-10", "--10-05", "2024-13-40", "soon"])
def test_what_is_no_day_is_none(moment):
    assert day_of(moment) is None


def test_a_moment_is_of_the_day_in_its_own_zone():
    assert day_of("2024-10-05T00:30:00+05:30") == D5


spans = st.builds(lambda a, n: Span(first=a, last=a + n), st.integers(1, 99), st.integers(0, 20))


@given(spans, spans, st.integers(0, 3))
def test_spans_meet_and_share_the_same_both_ways(a, b, slack):
    assert a.meets(b, slack) == b.meets(a, slack) == (a.gap(b) <= slack)
    assert a.common(b) == b.common(a)
    if a.meets(b):
        assert set(range(a.common(b).first, a.common(b).last + 1)) == {*range(a.first, a.last + 1)} & {
            *range(b.first, b.last + 1)
        }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("talks", "talking"),
        ("expelled", "expels"),
        ("convoy", "convoys"),
        ("accuses", "accused"),
        ("negotiations", "negotiation"),
        ("ministries", "ministry"),
    ],
)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("siege", "seize"), ("grain", "grant"), ("border", "bridge")])
def test_other_words_have_other_stems(one, other):
    assert stem(one) != stem(other)


def test_content_words_leave_out_parties_and_what_all_news_has():
    assert content_words(
        "The Egyptian minister said on Saturday that Egypt wants 14 convoys.", ("Egypt", "the Egyptian minister")
    ) == {"want", "14", "convo"}
    assert content_terms("Lift the Siege") == [("lift", "Lift"), ("sieg", "Siege")]
    assert plain("Vučić, São Tomé") == "vucic, sao tome"


def test_plain_words_are_of_a_type():
    assert stem("killed") in plain_words("ASSAULT")
    assert stem("killed") not in plain_words("REQUEST")
    assert plain_words("AGREE") != plain_words("REJECT")


@given(st.frozensets(st.sampled_from("abcdefgh")), st.frozensets(st.sampled_from("abcdefgh")))
def test_likeness_is_a_share(a, b):
    assert 0 <= likeness(a, b) == likeness(b, a) <= 1
    assert likeness(a, a) == (1 if len(a) >= 3 else len(a) / 3)


@pytest.mark.parametrize(
    ("status", "first", "last"),
    [("actual", -BEFORE, 1), ("negated", -BEFORE, 1), ("planned", -1, AHEAD), ("hypothetical", -1, AHEAD)],
)
def test_an_act_without_a_time_is_near_its_article(status, first, last):
    assert window(claim("CONSULT", "EGY, ARE", id="a", status=status)) == Span(first=D5 + first, last=D5 + last)


def test_nothing_was_done_after_the_article_that_tells_it():
    assert window(claim("AID", "EGY > SDN", id="a", time="2024-10")).last == D5 + 1
    assert window(claim("CONSULT", "EGY, ARE", id="a", time="/2024-10-31", status="planned")).first == D5 - 1
    assert is_long(window(claim("AID", "EGY > SDN", id="a", time="2023-04-01/")))
    assert window(claim("AID", "EGY > SDN", id="a", published=None)) is None


def test_types_that_coders_take_for_each_other():
    assert akin("SANCTION", "COERCE")
    assert akin("AGREE", "SUPPORT")
    assert not akin("REQUEST", "ACCUSE")
    assert not akin("ASSAULT", "SANCTION")


def meet(a, b):
    return bool(set(probes(a)) & set(keys(b))) and bool(set(probes(b)) & set(keys(a)))


def test_half_told_acts_meet_full_ones_and_full_ones_of_one_party_do_not_meet():
    full = claim("REQUEST", "EGY > ARE", id="a")
    assert meet(full, claim("REQUEST", "EGY >", id="b"))
    assert meet(full, claim("REQUEST", "> ARE", id="b", published="2024-10-06"))
    assert not meet(full, claim("REQUEST", "> ARE", id="b", published="2024-10-08"))
    assert not meet(full, claim("REQUEST", "EGY > SAU", id="b"))
    assert not meet(full, claim("REQUEST", "ARE > EGY", id="b"))
    assert meet(claim("CONSULT", "EGY > ARE", id="a"), claim("CONSULT", "ARE > EGY", id="b"))


def test_a_deed_without_parties_is_found_by_its_place():
    blast = claim("ASSAULT", ">", id="a", place=("Tyre", "LBN"), published="2024-10-08", time="2024-10-05")
    assert meet(blast, claim("ASSAULT", "ISR > LBN", id="b", place=("Tyre", "LBN")))
    assert not meet(blast, claim("ASSAULT", "ISR > LBN", id="b", place=("Nabatieh", "LBN")))


LONG = " ".join(f"word{n}" for n in range(400))
WORDS = LONG.split()


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (LONG, "same"),
        (LONG.replace("word7 ", "term "), "same"),
        (" ".join(WORDS[:250]), "copy"),
        (f"{LONG} {' '.join(f'own{n}' for n in range(300))}", "carries"),
        (" ".join(f"other{n}" for n in range(400)), None),
        (" ".join(WORDS[:20]), None),
    ],
    ids=["again", "a word touched up", "trimmed", "with more of its own", "another text", "too short to tell"],
)
def test_copies_are_told_from_samples(new, expected):
    own, known = sketch(new), sketch(LONG)
    assert verdict(len(own & known), len(own), len(known)) == expected


def test_a_sample_is_about_a_quarter_and_blind_to_case_and_marks():
    assert LEAST < len(sketch(LONG)) < 200
    assert sketch(LONG) == sketch(LONG.upper().replace(" ", ", "))
