import json
from dataclasses import fields

import msgspec

import made
from dragoman.model import Event, Readout
from dragoman.view import schema, to_json


def test_one_line_with_the_fields_of_the_contract_in_order():
    line = to_json(made.readout())
    assert b"\n" not in line
    record = json.loads(line)
    assert list(record) == [field.name for field in fields(Readout)]
    assert record["schema"] == 1
    assert record["statements"][0]["source_span"] == [0, 20]
    assert record["events"][0]["about"][0]["recipient"][0]["code"] == "RUS"


def test_a_readout_survives_json():
    readout = made.readout()
    assert msgspec.json.decode(to_json(readout), type=Readout) == readout


def test_the_schema_describes_every_noun():
    described = schema()
    assert described["$ref"] == "#/$defs/Readout"
    event = described["$defs"]["Event"]
    assert set(event["properties"]) == {field.name for field in fields(Event)}
    assert event["properties"]["about"]["items"] == {"$ref": "#/$defs/Event"}
