"""Exports: golden files, read back by programs that are not ours, and the promises of each format."""

import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import fields

import duckdb
import icalendar
import msgspec
import pytest
from recorded import EVENTS, asked

from dragoman.ask.exporters.dyads import number_of
from dragoman.ask.exporters.formats import FORMATS, of
from dragoman.ask.exporters.ics import span_of
from dragoman.ask.filters import Filter
from dragoman.ask.questions import EVERYTHING
from dragoman.model import FoldedEvent, Time

NAMES = [f.name for f in FORMATS]


def export(home, name, chosen=EVERYTHING, **given):
    out = io.BytesIO()
    with asked(home, **given) as it:
        left = of(name).write(it, chosen, out)
    return out.getvalue(), left


def table(home, name, **given):
    raw, _ = export(home, name, **given)
    head = None if name.startswith("gdelt") else 0
    rows = list(csv.reader(io.StringIO(raw.decode()), delimiter="\t", quoting=csv.QUOTE_NONE))
    names = rows.pop(0) if head == 0 else [c.name for c in of(name).columns]
    assert all(len(row) == len(names) for row in rows)
    return [dict(zip(names, row, strict=True)) for row in rows]


@pytest.mark.parametrize("name", [n for n in NAMES if n != "parquet"])
def test_each_format_is_as_its_golden_file(home, golden, name):
    raw, left = export(home, name)
    words = "".join(f"left out: {n} {why}\n" for why, n in sorted(left.items()))
    golden(f"export-{name}.txt", raw.decode().replace("\r\n", "\n") + words)


@pytest.mark.parametrize("name", NAMES)
def test_an_export_of_nothing_is_a_file_of_its_format(home, name):
    raw, left = export(home, name, Filter(party=("ATA",)))
    assert not any(left.values())
    if name in ("csv", "polecat", "icews", "cameo"):
        assert len(raw.decode().splitlines()) == 1
    elif name == "ics":
        assert not icalendar.Calendar.from_ical(raw).walk("VEVENT")
    elif name == "graphml":
        assert not ET.fromstring(raw).findall(".//{*}node")
    elif name != "parquet":
        assert raw == b""


def test_json_lines_are_the_events_whole(home):
    raw, _ = export(home, "jsonl")
    found = [msgspec.json.decode(line, type=FoldedEvent) for line in raw.splitlines()]
    assert {e.id for e in found} == {e.id for e in EVENTS}
    assert next(e for e in found if e.id == "0a").reports == EVENTS[0].reports
    assert [f.name for f in fields(FoldedEvent)] == [c.name for c in of("jsonl").columns]


def test_csv_and_parquet_hold_the_same_and_every_status(home, tmp_path):
    raw, _ = export(home, "csv")
    rows = list(csv.DictReader(io.StringIO(raw.decode())))
    assert len(rows) == len(EVENTS)
    assert {r["status"] for r in rows} == {"actual", "planned", "negated", "hypothetical", "background"}
    path = tmp_path / "e.parquet"
    path.write_bytes(export(home, "parquet")[0])
    cursor = duckdb.connect().execute(f"select * from '{path}' order by id")
    assert [c[0] for c in cursor.description] == list(rows[0])
    first = dict(zip(rows[0], cursor.fetchall()[0], strict=True))
    assert (first["actors"], first["recipients"], first["score"]) == (["EGY"], ["ARE", "RSF"], -1.0)


def test_tables_of_dyads_have_a_row_for_each_pair_and_only_for_what_was_done(home):
    rows = table(home, "cameo")
    assert {r["id"].split("-")[0] for r in rows} == {"0a", "0b", "0c", "0e", "1a", "1c", "1d"}
    assert [(r["source"], r["target"]) for r in rows if r["id"].startswith("0a")] == [("EGY", "ARE"), ("EGY", "RSF")]
    assert [(r["source"], r["target"]) for r in rows if r["id"].startswith("0b")] == [("IND", "RUS"), ("IND", "UN"), ("RUS", "UN")]
    assert export(home, "cameo")[1] == {"negated": 1, "hypothetical": 1, "planned": 1}


def test_a_plan_stands_as_the_intent_that_was_told_on_the_day_of_the_report(home):
    (planned,) = [r for r in table(home, "cameo") if r["id"] == "0c"]
    assert (planned["cameo"], planned["plover"], planned["date"]) == ("036", "AGREE", "2024-05-04")


def test_types_that_the_readout_codes_otherwise_are_translated_back(home):
    (sanction,) = [r for r in table(home, "polecat") if r["Event ID"] == "0e"]
    assert sanction["Event Type"] == "COERCE"


def test_what_is_not_known_stays_empty(home):
    (aid,) = [r for r in table(home, "icews") if r["Event ID"] == "1a"]
    assert (aid["Source Name"], aid["Source Country"], aid["Target Name"], aid["Target Country"]) == ("", "", "Council of Elders", "")
    assert (aid["CAMEO Code"], aid["Event Text"], aid["City"], aid["Latitude"], aid["Sentence Number"]) == ("", "", "", "", "")


@pytest.mark.parametrize(("name", "columns"), [("gdelt", 61), ("gdelt1", 58)])
def test_gdelt_tables_have_their_columns_and_numbers_for_ids(home, name, columns):
    rows = table(home, name)
    assert len(rows[0]) == columns
    assert len({r["GLOBALEVENTID"] for r in rows}) == len(rows)
    assert all(0 < int(r["GLOBALEVENTID"]) < 2**62 for r in rows)
    meeting = next(r for r in rows if r["GLOBALEVENTID"] == str(number_of("0b-1")))
    assert (meeting["Actor1CountryCode"], meeting["Actor2CountryCode"], meeting["ActionGeo_CountryCode"]) == ("IND", "RUS", "RS")
    assert (meeting["SQLDATE"], meeting["NumSources"], meeting["SOURCEURL"]) == ("20240503", "2", "https://meridian.example/a1")


def test_graphml_is_xml_whose_edges_end_at_nodes(home):
    root = ET.fromstring(export(home, "graphml")[0])
    nodes = {n.get("id") for n in root.findall(".//{*}node")}
    edges = root.findall(".//{*}edge")
    assert {e.get("source") for e in edges} | {e.get("target") for e in edges} == nodes
    keys = {k.get("id") for k in root.findall("{*}key")}
    assert {d.get("key") for d in root.findall(".//{*}data")} <= keys
    assert {e.get("directed") for e in edges if e.find("{*}data").text in ("CONSULT", "tie")} == {"false"}


def test_the_calendar_reads_in_a_library_that_is_not_ours(home):
    raw, left = export(home, "ics")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    entries = {str(e["UID"]): e for e in icalendar.Calendar.from_ical(raw).walk("VEVENT")}
    assert set(entries) == {"0b@dragoman", "0c@dragoman", "0d@dragoman"}
    assert left == {"without a day": 1}
    held, planned, off = (entries[f"{n}@dragoman"] for n in ("0b", "0c", "0d"))
    assert (str(held["STATUS"]), str(planned["STATUS"]), str(off["STATUS"])) == ("CONFIRMED", "TENTATIVE", "CANCELLED")
    assert str(held.decoded("DTSTART")) == "2024-05-03"
    assert planned.decoded("DTSTART").isoformat() == "2024-06-10T11:00:00+00:00"
    assert (str(off.decoded("DTSTART")), str(off.decoded("DTEND"))) == ("2024-05-06", "2024-05-13")
    assert (held["SEQUENCE"], planned["SEQUENCE"]) == (1, 0)
    assert "Ana María, Ruiz; jr" in str(held["SUMMARY"]).replace("\t", " ")
    assert EVENTS[1].sentence in str(held["DESCRIPTION"])
    assert "On: the grain corridor" in str(held["DESCRIPTION"])
    assert held["GEO"].to_ical() == "43.6;39.7"


def test_as_of_gives_the_calendar_of_that_time(home):
    from recorded import NOW

    raw, _ = export(home, "ics", as_of=NOW)
    entries = {str(e["UID"]): e for e in icalendar.Calendar.from_ical(raw).walk("VEVENT")}
    assert entries["0b@dragoman"]["SEQUENCE"] == 0


@pytest.mark.parametrize(
    ("start", "end", "precision", "days"),
    [
        ("2024-02", "2024-02", "month", ("2024-02-01", "2024-03-01")),
        ("2024-12-31", "2024-12-31", "day", ("2024-12-31", None)),
        ("2024", "2024", "year", None),
        ("2024-01", "2024-03", "quarter", None),
        ("--05-03", "--05-03", "day", None),
        ("2024-05-03", "2024-05-01", "day", None),
    ],
)
def test_only_what_has_days_is_in_a_calendar(start, end, precision, days):
    span = span_of(Time(start=start, end=end, precision=precision, text=""))
    assert (span and (str(span.start), span.end and str(span.end))) == days


@pytest.mark.parametrize("name", NAMES)
def test_every_filter_reaches_every_format(home, name):
    """A filter by a column that only some tables have must not break those that add others (ties, meeting records)."""
    narrow = Filter(
        actor=("IND", "Narendra Modi"), party=("RUS",), sector=("GOV",), type=("CONSULT",), status=("actual",), since="2024-05-01", until="2024-05-31",
        country=("RUS",), place="soch", outlet=("Meridian",), text="sentence", min_confidence=0.1, min_origins=1,
    )  # fmt: skip
    raw, _ = export(home, name, narrow)
    assert raw
    wide, _ = export(home, name, Filter(party=("IND",), outlet=("Meridian",)))
    assert wide


def test_ties_stay_out_of_a_network_that_asks_for_a_type_of_act(home):
    whats = lambda raw: {e.find("{*}data").text for e in ET.fromstring(raw).findall(".//{*}edge")}  # noqa: E731
    assert "tie" in whats(export(home, "graphml", Filter(party=("IND",)))[0])
    assert whats(export(home, "graphml", Filter(type=("CONSULT",)))[0]) == {"CONSULT"}


def test_the_command_writes_a_file_and_tells_what_it_left_out(home, tmp_path):
    from typer.testing import CliRunner

    from dragoman.cli.app import build

    out = tmp_path / "events.tsv"
    done = CliRunner().invoke(build(), ["export", "--record", str(home), "--as", "icews", "--party", "Egypt", "-o", str(out)])
    assert done.exit_code == 0, done.output
    assert "left out: 1 negated; icews cannot hold them" in done.output
    assert out.read_text().count("\n") == 5
    printed = CliRunner().invoke(build(), ["export", "--record", str(home), "--as", "cameo"])
    assert printed.stdout.startswith("id\tdate")
    assert CliRunner().invoke(build(), ["export", "--record", str(home), "--as", "word"]).exit_code == 2
    assert CliRunner().invoke(build(), ["export", "--record", str(home), "--as", "csv", "-o", str(tmp_path / "no" / "x")]).exit_code == 2
