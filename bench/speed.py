"""Speed against bare spaCy, as ratios measured in one run: ``python bench/speed.py [FOLDER of .txt] [--rounds N]``.

What a figure includes:

- *throughput*: each measure runs in a process of its own, one after the other, in turn, ``--rounds`` times; one process, one thread. Loading
  (model, codebook) and one warm-up text are left out. ``bare`` is ``spacy.load(model).pipe(texts)``, all its components, each Doc dropped at once.
  ``full`` is a text as read from the file to its finished Readout: the plain-text reader, sentences, gate, parser, all coding steps. ``events`` is
  the same with ``events_only=True``. Words are blanks-separated words of the files, the same for all. Processor time is what is divided, the
  median over rounds; on a quiet machine wall time gives the same.
- *memory*: peak resident set of those processes, loading included.
- *cold*: wall time of whole processes from start to exit, the best of the rounds (noise only adds): ``dragoman read --json`` of one short article
  against ``python -c "import spacy; ..."`` that loads the model and parses the same text; and ``dragoman --help``. The codebook's cache is warm.
- *codebook*: wall time of ``dragoman.codebook.load.load()`` from the cache, in a fresh process, imports of the package included; best of rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT.parent / "shared/gold/polnear/dev/text"
ARTICLE = ROOT / "examples/appeal.txt"
# one thread each, for both sides
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
MEASURES = ("bare", "full", "events")
COLD_SPACY = """
import sys, spacy
nlp = spacy.load(sys.argv[1])
doc = nlp(open(sys.argv[2], encoding="utf-8").read())
print(len(doc))
"""
COLD_CODEBOOK = """
import time; start = time.perf_counter()
from dragoman.codebook.load import load
load(); print(time.perf_counter() - start)
"""
TARGETS = {"full": 2.0, "events": 8.0, "memory full": 1.6, "memory events": 1.6, "cold": 1.25, "help": 0.25, "codebook": 0.3}


def _bare() -> Callable[[list[str]], int]:
    import warnings

    import spacy

    from dragoman.engine.spacy_engine import model_name

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = spacy.load(model_name())
    return lambda texts: sum(1 for doc in nlp.pipe(texts) for _ in doc.sents)


def _coder(events_only: bool) -> Callable[[list[str]], int]:
    from dragoman.code import Coder
    from dragoman.read import read_text

    coder = Coder.load(events_only=events_only)
    return lambda texts: sum(len(r.sentences) for r in coder.code_many(read_text(t) for t in texts))


def child(measure: str, folder: str) -> None:
    """One measure in this process; prints {words, cpu, wall, rss} as JSON."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(Path(folder).glob("*.txt"))]
    run = _bare() if measure == "bare" else _coder(measure == "events")
    run(texts[:1])
    cpu, wall = time.process_time(), time.perf_counter()
    sentences = run(texts)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"words": sum(len(t.split()) for t in texts), "sentences": sentences, "cpu": cpu, "wall": wall, "rss": rss}))


def _run(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | ONE_THREAD)
    return done.stdout


def _wall(*command: str) -> float:
    start = time.perf_counter()
    _run(*command)
    return time.perf_counter() - start


def throughput(folder: Path, rounds: int, measures: Iterable[str] = MEASURES) -> dict[str, list[dict[str, float]]]:
    """The figures of every measure, one a round."""
    out: dict[str, list[dict[str, float]]] = {m: [] for m in measures}
    for _ in range(rounds):
        for measure, figures in out.items():
            figures.append(json.loads(_run(sys.executable, __file__, "--child", measure, str(folder))))
    return out


def cold(rounds: int) -> dict[str, float]:
    """Best wall seconds of whole processes."""
    from dragoman.engine.spacy_engine import model_name

    dragoman = str(Path(sys.executable).parent / "dragoman")
    commands = {
        "spacy": (sys.executable, "-W", "ignore", "-c", COLD_SPACY, model_name(), str(ARTICLE)),
        "read": (dragoman, "read", "--json", str(ARTICLE)),
        "help": (dragoman, "--help"),
    }
    best = dict.fromkeys(commands, float("inf"))
    best["codebook"] = float("inf")
    for _ in range(rounds):
        for name, command in commands.items():
            best[name] = min(best[name], _wall(*command))
        best["codebook"] = min(best["codebook"], float(_run(sys.executable, "-c", COLD_CODEBOOK)))
    return best


def _median(figures: list[dict[str, float]], key: str) -> float:
    return statistics.median(f[key] for f in figures)


def _verdict(name: str, value: float, *, at_least: bool) -> str:
    good = value >= TARGETS[name] if at_least else value <= TARGETS[name]
    return f"{'at least' if at_least else 'at most'} {TARGETS[name]}: {'met' if good else 'MISSED'}"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="Speed against bare spaCy, as ratios.")
    options.add_argument("folder", nargs="?", type=Path, default=TEXTS, help="folder of .txt files")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--child", help=argparse.SUPPRESS)
    options.add_argument("--only", choices=("throughput", "cold"))
    args = options.parse_args()
    if args.child:
        child(args.child, args.folder)
        return
    if args.only != "cold":
        found = throughput(args.folder, args.rounds)
        bare = found["bare"]
        for name, figures in found.items():
            speed, wall = (_median(figures, "words") / _median(figures, k) for k in ("cpu", "wall"))
            print(f"{name:8} {speed:8,.0f} words/s processor time, {wall:8,.0f} wall, peak {_median(figures, 'rss'):4.0f} MB", end="")
            if name == "bare":
                print()
                continue
            ratio, rss = _median(bare, "cpu") / _median(figures, "cpu"), _median(figures, "rss") / _median(bare, "rss")
            each = " ".join(f"{b['cpu'] / f['cpu']:.2f}" for b, f in zip(bare, figures, strict=True))
            print(f"; {ratio:.2f}x bare ({each}; {_verdict(name, ratio, at_least=True)}); ", end="")
            print(f"memory {rss:.2f}x ({_verdict('memory ' + name, rss, at_least=False)})")
    if args.only != "throughput":
        best = cold(max(5, args.rounds))
        for name in ("read", "help"):
            ratio = best[name] / best["spacy"]
            verdict = _verdict("cold" if name == "read" else name, ratio, at_least=False)
            print(f"cold {name}: {best[name]:.2f} s, {ratio:.2f}x of spaCy's {best['spacy']:.2f} s ({verdict})")
        print(f"codebook: {best['codebook']:.2f} s ({_verdict('codebook', best['codebook'], at_least=False)})")


if __name__ == "__main__":
    main()
