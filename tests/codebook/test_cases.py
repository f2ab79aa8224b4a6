"""Every case of every frame and actor, against the whole codebook.

To work on one file: ``dragoman codebook check --cases``, or ``python -m tests.codebook.test_cases request`` for the failures of one file.
"""

import sys
from collections import Counter

import pytest

from dragoman.code import Coder
from dragoman.code.cases import CaseResult, run_cases
from dragoman.codebook.load import cases


@pytest.fixture(scope="module")
def results() -> list[CaseResult]:
    return run_cases(Coder.load(), cases())


def failures(results: list[CaseResult], *, frames: bool) -> list[str]:
    return [f"{r.owner}: {r.text} {r.why}" for r in results if not r.ok and ("." in r.owner) == frames]


def test_every_frame_case_holds(results: list[CaseResult]) -> None:
    assert failures(results, frames=True) == []


def test_every_actor_case_holds(results: list[CaseResult]) -> None:
    assert failures(results, frames=False) == []


def test_every_frame_fires_on_one_of_its_cases(results: list[CaseResult]) -> None:
    frames = {r.owner for r in results if "." in r.owner}
    assert frames - {r.owner for r in results if r.fired} == set()


def test_every_frame_has_a_hit_and_a_near_miss() -> None:
    counted: Counter[tuple[str, bool]] = Counter()
    for entry in cases():
        if "frame" in entry:
            gives = entry["case"]["gives"]
            wants = [] if gives == "none" else gives if isinstance(gives, list) else [gives]
            # a deed is told inside another act
            given = [*wants, *(a for w in wants if entry["file"] == "deeds.yml" for a in w["about"])]
            counted[entry["frame"], any(w.get("type") == entry["type"] for w in given)] += 1
    frames = {frame for frame, _ in counted}
    assert [f for f in sorted(frames) if not counted[f, True]] == []


def main(files: list[str]) -> None:
    found = run_cases(Coder.load(), cases())
    total, good = Counter(r.file for r in found), Counter(r.file for r in found if r.ok)
    for r in found:
        if r.file.removesuffix(".yml") in files and not r.ok:
            print(f"{r.owner}: {r.text}\n    {r.why}")
    for name, n in sorted(total.items()):
        if n > good[name] or n > 40:
            print(f"{name:20} {good[name]:4} / {n:<4} {good[name] / n:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
