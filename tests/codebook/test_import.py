"""Users' own actors: tables and PETRARCH dictionaries, taken whole or refused with file, line and reason."""

import pytest

from dragoman.code.names import valid
from dragoman.codebook.actors import read_actors
from dragoman.codebook.clashes import clashes
from dragoman.codebook.lists import read_user_roles
from dragoman.codebook.phoenix import forms, read_dictionary
from dragoman.codebook.schema import Actor, Entry
from dragoman.codebook.table import Row, read_table, unknown_codes, write_agents, write_table
from dragoman.errors import CodebookError

STATES = {"AFG", "KOR", "UN", "IDN"}


def dictionary(tmp_path, text):
    path = tmp_path / "actors.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_names_synonyms_and_dates(tmp_path):
    path = dictionary(
        tmp_path,
        "# head\n\nBAN_KI-MOON_\n+SECRETARY-GENERAL_BAN_KI-MOON # comment\n\t[IGOUNO >20070101]\n\t[KORGOV 040117-061110]\n\t[ELI]\n",
    )
    taken = read_dictionary(path, STATES)
    assert Row("Ban Ki-Moon", "UN", "IGO", "2007-01-01", None) in taken.rows
    assert Row("Secretary-General Ban Ki-Moon", "KOR", "GOV", "2004-01-17", "2006-11-11") in taken.rows
    assert [reason for _, _, reason in taken.left] == ["a person who acts for nobody"]


def test_years_of_two_digits_pivot_at_1930(tmp_path):
    text = "X_PARTY_ [AFG 460201-521110]\nY_PARTY_ [AFG >291231]\nZ_PARTY_ [AFG 260101-330101]\nW_PARTY_ [AFG 19990101-19980101]\n"
    taken = read_dictionary(dictionary(tmp_path, text), STATES)
    assert [(r.start, r.end) for r in taken.rows] == [("1946-02-01", "1952-11-11"), ("2029-12-31", None), ("1926-01-01", "1933-01-02")]
    assert taken.left[0][2] == "19990101-19980101 ends before it begins"


def test_bracketed_short_names_are_names():
    assert list(forms("ADEN_ABYAN_ISLAMIC_ARMY_(AAIA)_")) == ["AAIA", "Aden Abyan Islamic Army"]
    assert list(forms("UN_")) == ["UN"]


def test_agents_with_sets_and_plurals(tmp_path):
    path = dictionary(tmp_path, "!PERSON! = MAN, WOMEN\nDAIRY!PERSON! [~AGR]\nCHAMBER_OF_COMMERCE {CHAMBERS_OF_COMMERCE} [~BUS]\nOGRE [~XYZ]\n")
    taken = read_dictionary(path, STATES)
    assert taken.agents == {"dairyman": "AGR", "dairywomen": "AGR", "chamber of commerce": "BUS", "chambers of commerce": "BUS"}
    assert taken.left == [(4, "OGRE [~XYZ]", "no PLOVER sector of this role")]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("KABUL_ [AFG\n", 1, "a bracket is not closed"),
        ("KABUL_ [AFG]\nHERAT [AFG 19xx]\n", 2, "no date"),
        ("+ORPHAN_\n", 1, "a synonym or code before any name"),
        ("KABUL_ []\n", 1, "an empty code"),
        ("KABUL_ [Afg]\n", 1, "no code"),
        ("KABUL_ {X [AFG]\n", 1, "a brace is not closed"),
    ],
)
def test_a_broken_line_is_refused_with_line_and_reason(tmp_path, text, line, reason):
    path = dictionary(tmp_path, text)
    with pytest.raises(CodebookError, match=reason) as caught:
        read_dictionary(path, STATES)
    assert caught.value.where == f"line {line}"
    assert read_dictionary(path, STATES, skip_broken=True).broken[0][0] == line


def test_what_cannot_be_taken_is_listed(tmp_path):
    taken = read_dictionary(dictionary(tmp_path, "A_CLUB [MNC]\nB_CLUB [XXXGOV]\nC_CLUB [AFG 991399]\nD_CLUB\nX_ [AFG]\n"), STATES)
    assert not taken.rows
    reasons = [reason for _, _, reason in taken.left]
    assert reasons[0] == "no actor of MNC in the codebook"
    assert reasons[1] == "no actor XXX in the codebook"
    assert reasons[2].startswith("no such day")
    assert reasons[3] == "no code"


def test_a_table_is_read_and_written(tmp_path):
    rows = [Row("Altyn, Gas", "ALTYN", "BUS", "2001", "2009-05"), Row("Kabul men", "AFG")]
    write_table(tmp_path / "actors" / "mine.csv", rows)
    assert read_table(tmp_path / "actors" / "mine.csv") == rows
    assert unknown_codes(rows, STATES) == ["ALTYN"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Altyn", "1 fields"),
        ("Altyn,altyn", "code"),
        ("Altyn,ALTYN,XYZ", "sector"),
        ("Altyn,ALTYN,BUS,20010101", "date"),
        ("Altyn,ALTYN,BUS,2009,2001", "from 2009 to 2001"),
        ("42,ALTYN", "name"),
        ('"Altyn,ALTYN', "unexpected end"),
    ],
)
def test_a_broken_table_is_refused_with_its_line(tmp_path, line, reason):
    path = tmp_path / "mine.csv"
    path.write_text(f"name,code,sector,from,to\nGood,GOOD\n{line}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=reason) as caught:
        read_table(path)
    assert caught.value.where.startswith("line ")


def test_a_users_folder_goes_over_the_packaged_one(tmp_path):
    base, own = tmp_path / "base", tmp_path / "own"
    (base / "actors").mkdir(parents=True)
    (base / "actors" / "ind.yml").write_text("{code: IND, kind: state, name: India, sector: GOV, capital: Delhi, region: South Asia}", encoding="utf-8")
    write_table(own / "actors" / "mine.csv", [Row("Delhi", "CLUB", "SOC", "2001", "2005"), Row("Bharat", "IND")])
    write_agents(own / "agents" / "mine.csv", {"grandee": "ELI"})
    actors, entries = read_actors((base, own))
    assert actors["IND"].region == "South Asia"
    assert [e.code for e in entries["Delhi"]] == ["CLUB"]
    assert not valid(entries["Delhi"][0], "2010-01-01")
    assert entries["Bharat"][0].code == "IND"
    assert read_user_roles([own])["grandee"].sector == "ELI"


def test_clashes_are_told():
    actors = {code: Actor(code=code, kind="state", name=code, members=(("ZZZ", None, None),) if code == "A" else ()) for code in ("A", "B")}
    one, two = (Entry(code=code, kind="capital", owner="state", name=code) for code in ("A", "B"))
    later = Entry(code="B", kind="capital", owner="state", name="B", start="1999")
    until = Entry(code="A", kind="capital", owner="state", name="A", end="1999-02")
    told = list(clashes({"Port": [one, two], "Bay": [until, later]}, actors))
    assert told == ["Port: capital of A and of B at one time", "A: member ZZZ is no actor"]
