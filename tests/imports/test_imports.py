"""Event files of others, all lines invented: ICEWS, POLECAT and GDELT become events; twice is once; broken lines are named and the rest is done."""

import csv
import gzip
import zipfile

import pytest
from typer.testing import CliRunner

from dragoman.ask.exporters.formats import of
from dragoman.ask.filters import Filter
from dragoman.ask.questions import EVERYTHING, events
from dragoman.cli.app import build
from dragoman.errors import InputError
from dragoman.imports.parties import country_code, party
from dragoman.imports.road import Imported, import_events
from dragoman.imports.told import Side, told
from dragoman.lake.serving import serving
from dragoman.read.event_files import read_event_file

ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\t"
    "Story ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude"
)
MET = "77\t2011-02-03\tHosni Mubarak\tElite,Executive,Government\tEgypt\tConsult\t40\t1.0\tBarack Obama\tExecutive,Government\tUnited States\t9\t2\tHarbour Post\tCairo\t\t\tEgypt\t30.06\t31.25"
HELD = "78\t2011-02-04\tPolice (Egypt)\tPolice,Government\tEgypt\tArrest, detain, or charge with legal action\t173\t-5\tCitizen (Egypt)\tGeneral Population / Civilian / Social\tEgypt\t9\t3\tHarbour Post\t\t\t\tEgypt\t30\t31"
SAID = "79\t2011-02-04\tEgypt\t\tEgypt\tMake statement\t10\t0\tIsrael\t\tIsrael\t9\t4\tHarbour Post\t\t\t\tEgypt\t30\t31"
POLECAT = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tContexts\tActor Name\tActor Country\tPrimary Actor Sector\tActor Title\tRecipient Name\tRecipient Country\tPrimary Recipient Sector\tPlacename\tCountry\tLatitude\tLongitude\tSource\tPublication Date"
ASKED = "EV9\t2022-01-05\tREQUEST\tmeet\t0\tdiplomatic;military\tUnited Nations\t\tIGO\t\tEthiopia\tETH\tGOV\tAddis Ababa\tETH\t9.02\t38.75\tHarbour Post\t2022-01-06"


def gdelt(columns: int, **given: str) -> str:
    names = [c.name for c in of("gdelt" if columns == 61 else "gdelt1").columns][:columns]
    assert set(given) <= set(names)
    return "\t".join(given.get(n, "") for n in names)


ATTACK = {
    "GLOBALEVENTID": "410001", "SQLDATE": "20140503", "Actor1Code": "UKRMIL", "Actor1Name": "UKRAINE", "Actor1CountryCode": "UKR", "Actor1Type1Code": "MIL",
    "Actor2Code": "ROMGOV", "Actor2Name": "ROMANIA", "Actor2CountryCode": "ROM", "Actor2Type1Code": "GOV", "EventCode": "042", "GoldsteinScale": "1.9",
    "ActionGeo_FullName": "Bucharest, Bucuresti, Romania", "ActionGeo_CountryCode": "RO", "ActionGeo_Lat": "44.43", "ActionGeo_Long": "26.1", "DATEADDED": "20140504",
}  # fmt: skip
URL = "https://harbour.example/1"


def run(home, *files, dataset=None, **given):
    done = list(import_events([str(f) for f in files], str(home), dataset, **given))
    return [d for d in done if isinstance(d, Imported)], [d for d in done if isinstance(d, InputError)]


def asked(home, chosen=EVERYTHING):
    with serving(str(home), home / "derived") as it:
        return list(events(it, chosen))


def write(path, *lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_an_icews_line_is_an_event_with_its_way_back(tmp_path):
    file = write(tmp_path / "e.tab", ICEWS, MET)
    assert run(tmp_path / "r", file) == ([Imported(events=1)], [])
    (event,) = asked(tmp_path / "r")
    assert (event.type, event.cameo, event.status, event.frame, event.origins) == ("CONSULT", "040", "actual", "import.icews", 1)
    assert (event.actor[0].code, event.actor[0].person, event.actor[0].sector) == ("EGY", "Hosni Mubarak", "GOV")
    assert event.recipient[0].code == "USA"
    assert (event.time.start, event.time.precision, event.place.name, event.place.country, event.place.lat) == ("2011-02-03", "day", "Cairo", "EGY", 30.06)
    (report,) = event.reports
    assert (report.article, report.input, report.outlet, report.start) == (None, f"{file}:line 2", "Harbour Post", None)
    assert "Event Text: Consult; Intensity: 1.0" in report.sentence


def test_the_same_file_again_changes_nothing_and_more_lines_add_only_themselves(tmp_path):
    file = write(tmp_path / "e.tab", ICEWS, MET, MET)
    assert run(tmp_path / "r", file)[0] == [Imported(events=1, known=1)]
    assert run(tmp_path / "r", file)[0] == [Imported(events=0, known=2)]
    write(file, ICEWS, HELD, MET, SAID)
    assert run(tmp_path / "r", file)[0] == [Imported(events=1, known=1, statements=1)]
    assert len(asked(tmp_path / "r")) == 2


def test_commits_are_made_on_the_way(tmp_path):
    lines = [MET.replace("77\t", f"{n}\t", 1) for n in range(100, 110)]
    done, _ = run(tmp_path / "r", write(tmp_path / "e.tab", ICEWS, *lines), batch=4)
    assert [d.events for d in done] == [4, 4, 2]


def test_broken_lines_are_named_and_the_rest_is_done(tmp_path):
    broken = [
        "only\tthree\tcells",
        MET.replace("2011-02-03", "2011-02-30"),
        MET.replace("Consult\t40", "Juggle\t999"),
        MET.replace("30.06", "130.06"),
    ]
    file = write(tmp_path / "e.tab", ICEWS, *broken, HELD)
    done, errors = run(tmp_path / "r", file)
    assert done == [Imported(events=1)]
    assert [e.where for e in errors] == ["line 2", "line 3", "line 4", "line 5"]
    assert [word in str(e) for e, word in zip(errors, ("3 columns", "no day", "no CAMEO", "no coordinate"), strict=True)] == [True] * 4


def test_a_file_of_something_else_is_left_alone_and_the_next_is_read(tmp_path):
    other = write(tmp_path / "x.tsv", "a\tb", "c\td")
    lost = tmp_path / "none.tab"
    hopeless = write(tmp_path / "h.tab", ICEWS, *["x\ty"] * 500)
    cut = tmp_path / "cut.gz"
    cut.write_bytes(gzip.compress(b"x" * 10_000)[:40])
    done, errors = run(tmp_path / "r", other, lost, hopeless, cut, write(tmp_path / "e.tab", ICEWS, MET))
    assert done == [Imported(events=1)]
    assert len(errors) == 4 + 20
    assert "no event file" in str(errors[0])


def test_a_file_of_another_dataset_than_told_is_refused(tmp_path):
    _, errors = run(tmp_path / "r", write(tmp_path / "e.tab", ICEWS, MET), dataset="gdelt")
    assert "looks like icews" in str(errors[0])


def test_a_polecat_line_keeps_its_type_mode_and_contexts(tmp_path):
    run(tmp_path / "r", write(tmp_path / "p.txt", POLECAT, ASKED))
    (event,) = asked(tmp_path / "r", Filter(party=("UN", "ETH")))
    assert (event.type, event.mode, event.contexts, event.quad_class, event.score) == ("REQUEST", "meet", ("diplomatic", "military"), 3, 0.0)
    assert (event.outlets, event.reports[0].published, event.cameo) == (("Harbour Post",), "2022-01-06", None)


@pytest.mark.parametrize("columns", [57, 58, 61])
def test_gdelt_of_every_version_reads_zipped_or_plain(tmp_path, columns):
    line = gdelt(columns, **ATTACK, **({"SOURCEURL": URL} if columns > 57 else {}))
    file = tmp_path / "20140504.export.CSV.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("20140504.export.CSV", line + "\n")
    assert run(tmp_path / "r", file)[0] == [Imported(events=1)]
    assert run(tmp_path / "r", write(tmp_path / "plain.csv", line))[0] == [Imported(events=0, known=1)]
    (event,) = asked(tmp_path / "r")
    assert (event.type, event.mode, event.actor[0].code, event.actor[0].sector, event.recipient[0].code) == ("CONSULT", "visit", "UKR", "MIL", "ROU")
    assert (event.place.country, event.place.lat, event.reports[0].published) == ("ROU", 44.43, "2014-05-04")
    assert (URL in event.sentence) == (columns > 57)


def test_the_short_form_of_research_files_needs_no_header(tmp_path):
    file = write(tmp_path / "s.tsv", "Police (Australia)\tInvestigate\tCitizen (Australia)\t2006-03-04", "Gremlin\tConsult\tIran\t2006-03-04")
    run(tmp_path / "r", file)
    found = {e.actor[0].name: e for e in asked(tmp_path / "r")}
    police = found["Police (Australia)"].actor[0]
    assert (police.code, police.sector, police.role) == ("AUS", "COP", "Police")
    assert (found["Gremlin"].actor[0].code, found["Gremlin"].recipient[0].code) == (None, "IRN")


def test_what_we_export_comes_back(tmp_path):
    run(tmp_path / "r", write(tmp_path / "e.tab", ICEWS, MET, HELD))
    for name in ("icews", "polecat", "gdelt", "gdelt1"):
        out = tmp_path / f"{name}.tsv"
        with serving(str(tmp_path / "r"), tmp_path / "r" / "derived") as it, out.open("wb") as stream:
            of(name).write(it, EVERYTHING, stream)
        assert run(tmp_path / name, out)[0] == [Imported(events=2)], name
        back = {(e.type, e.time.start, e.actor[0].code, e.recipient[0].code) for e in asked(tmp_path / name)}
        assert back == {("CONSULT", "2011-02-03", "EGY", "USA"), ("COERCE", "2011-02-04", "EGY", "EGY")}, name


@pytest.mark.parametrize(
    ("name", "code"), [("Egypt", "EGY"), ("EGY", "EGY"), ("UNITED STATES", "USA"), ("ROM", "ROU"), ("Atlantis", None), (None, None), ("UN", None)]
)
def test_countries_by_name_or_code(name, code):
    assert country_code(name) == code


def test_a_holder_stands_for_the_state_only_in_office():
    side = Side(name="Hosni Mubarak", country=None)
    assert party(side, "2010-05-01").code == "EGY"
    assert party(side, "2016-05-01").person in (None, "Hosni Mubarak")
    assert party(side, "2016-05-01").role != party(side, "2010-05-01").role


def test_a_line_tells_its_sectors_in_the_datasets_own_words(tmp_path):
    (line,) = read_event_file(str(write(tmp_path / "e.tab", ICEWS, HELD)))
    assert told(line).actor.sectors == ("Police", "Government")
    assert party(told(line).actor, "2011-02-04").sector == "COP"
    assert party(told(line).recipient, "2011-02-04").sector == "CVL"


def test_codes_without_their_leading_zero_are_read(tmp_path):
    numbers = [MET.replace("Consult\t40", f"\t{code}") for code in ("40", "311", "111", "042")]
    found = [told(line).cameo for line in read_event_file(str(write(tmp_path / "e.tab", ICEWS, *numbers)))]
    assert found == ["040", "0311", "111", "042"]


def test_lines_in_latin_1_among_others_are_read(tmp_path):
    file = tmp_path / "e.tab"
    file.write_bytes("\n".join((ICEWS, MET)).encode() + b"\n" + MET.replace("77", "80", 1).replace("Cairo", "Asunción").encode("latin-1"))
    run(tmp_path / "r", file)
    assert {e.place.name for e in asked(tmp_path / "r")} == {"Cairo", "Asunción"}


def test_the_command_tells_what_it_did(tmp_path):
    file = write(tmp_path / "e.tab", ICEWS, MET, SAID, "broken")
    done = CliRunner().invoke(build(), ["import", str(file), "--record", str(tmp_path / "r"), "--json"])
    assert done.exit_code == 1
    assert '{"events":1,"known":0,"statements":1}' in done.output
    assert "line 4" in done.output
    assert CliRunner().invoke(build(), ["import", str(file), "--record", str(tmp_path / "r"), "--from", "cia"]).exit_code == 2


def test_a_quoted_csv_of_r_reads_too(tmp_path):
    file = tmp_path / "e.csv"
    with file.open("w", newline="") as out:
        writer = csv.writer(out, quoting=csv.QUOTE_ALL)
        writer.writerow([name.replace(" ", ".") for name in ICEWS.split("\t")])
        writer.writerow(HELD.split("\t"))
    run(tmp_path / "r", file)
    assert asked(tmp_path / "r")[0].cameo == "173"
