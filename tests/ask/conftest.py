"""Two small records, made once: ``asked`` of invented articles, ``home`` of rows made by hand."""

import json
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
import yaml

from dragoman.ingest import Ingested, ingest
from dragoman.lake.ledger import Ledger
from dragoman.settings import Settings

sys.path.insert(0, str(Path(__file__).parent))  # so that tests here find `recorded`
TURNS = yaml.safe_load((Path(__file__).parent / "stories.yml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Asked:
    home: str
    moments: tuple[datetime, ...]
    # of the last commit of each turn


@pytest.fixture(scope="session")
def asked(tmp_path_factory) -> Asked:
    """The record; tests only ask it."""
    folder = tmp_path_factory.mktemp("asked")
    home = str(folder / "record")
    moments = []
    for n, turn in enumerate(TURNS):
        file = folder / f"turn-{n}.jsonl"
        file.write_text("\n".join(json.dumps(story) for story in turn), encoding="utf-8")
        done = list(ingest([str(file)], home, Settings()))
        assert all(isinstance(d, Ingested) for d in done), done
        moments.append(Ledger.open(home).last_moment())
    return Asked(home, tuple(moments))


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    from recorded import write

    folder = tmp_path_factory.mktemp("record") / "r"
    write(folder)
    return folder
