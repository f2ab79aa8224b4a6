"""Whether the confidence of ``--pairs`` means something: answers by confidence, and the share of them that is right.

python bench/pairs/reliability.py GOLD.jsonl ANSWERS.jsonl
"""

import json
import sys
from pathlib import Path

_EDGES = (0.0, 0.5, 0.7, 0.85, 0.95, 1.01)
_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def main(gold: str, answers: str) -> None:
    """Print a row a bin and the expected calibration error."""
    want = {r["id"]: r["type"] for r in map(json.loads, Path(gold).read_text(encoding="utf-8").splitlines())}
    got = [json.loads(line) for line in Path(answers).read_text(encoding="utf-8").splitlines()]
    rows = [(r["pair"]["confidence"], _YIELD.get(r["pair"]["type"], r["pair"]["type"]) == want[r["id"]]) for r in got]
    error = 0.0
    print("| confidence | answers | mean confidence | right |\n|---|---|---|---|")
    for low, high in zip(_EDGES, _EDGES[1:], strict=False):
        part = [(c, ok) for c, ok in rows if low <= c < high]
        if part:
            mean, right = sum(c for c, _ in part) / len(part), sum(ok for _, ok in part) / len(part)
            error += abs(mean - right) * len(part) / len(rows)
            print(f"| {low:.2f} to {min(high, 1):.2f} | {len(part)} | {mean:.2f} | {right:.2f} |")
    print(f"\nExpected calibration error {error:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
