"""How often coders took a verb with a construction for an attribution: the facts that ``cues.yml`` follows.

usage: python bench/cue_facts.py POLNEAR_SPLIT_DIR [--step N] [--least 3] [--share 0.33]

Every verb of the articles is read with every construction open (:mod:`dragoman.code.voices_find`), and each find is compared with the brat
annotations (source, cue, content): the share printed is of finds whose cue is a coder's and whose content shares half of its union with the
coder's. Cues within quotation marks are left out, as coders left them out. Only counts are kept, no text. PolNeAR: Newell et al. 2018.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.code.quotes import find_quotes
from dragoman.code.voices_find import find_voices
from dragoman.code.voices_scene import Find, Scene
from dragoman.code.voices_span import run_on
from dragoman.codebook.load import load
from dragoman.codebook.schema import Cues, CueVerb
from dragoman.engine.sentences import split
from dragoman.engine.spacy_engine import Engine

_OPEN = frozenset({"clause", "quote", "question", "infinitive", "as", "object"})
_ABOUT = frozenset("about of on for against to as with in at over into from upon by toward out around like behind".split())

Marks = list[tuple[set[int], set[int]]]
# characters of (cue, content) of each annotated attribution


class _AnyVerb(dict[str, CueVerb]):
    """Any verb as a cue with every construction; who is spoken to as the codebook has it."""

    def __init__(self, known: dict[str, CueVerb]) -> None:
        super().__init__()
        self._known = known

    def get(self, key: str, default: object = None) -> CueVerb:
        old = self._known.get(key)
        return CueVerb(kind="speech", content=_OPEN, about=_ABOUT, addressee=bool(old and old.addressee), medium=None, weak=False)

    def __contains__(self, key: object) -> bool:
        return True


def read_marks(path: Path) -> Marks:
    """The attributions of one annotation file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    out: Marks = []
    rows = path.read_text(encoding="utf-8").splitlines()
    for row in rows:
        f = row.split("\t")
        if row.startswith("T") and len(f) > 1:
            spans[f[0]] = [(int(a), int(b)) for a, b in (p.split() for p in f[1].split(" ", 1)[1].split(";"))]
    for row in rows:
        if row.startswith("E"):
            roles: dict[str, set[int]] = {}
            for item in row.split("\t")[1].split():
                role, ref = item.split(":")
                roles.setdefault(re.sub(r"\d+$", "", role), set()).update(i for a, b in spans.get(ref, []) for i in range(a, b))
            if roles.get("Cue") and roles.get("Content"):
                out.append((roles["Cue"], roles["Content"]))
    return out


def finds(text: str, engine: Engine, cues: Cues) -> Iterator[tuple[Find, tuple[int, int]]]:
    """Every find of one article, with its content as run on."""
    for block in re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", text):
        quotes = find_quotes(text, block.start(), block.end())
        bounds = split(text, block.start(), block.end())
        for (start, end), parse in zip(bounds, engine.parse([(text[a:b], a) for a, b in bounds]), strict=True):
            for f in find_voices(Scene(parse=parse, start=start, end=end, text=text, quotes=quotes, cues=cues)):
                if not any(q.start <= f.cue[0].start < q.end for q in quotes):
                    yield f, run_on(f.content, (start, end), quotes, text)


def is_marked(f: Find, content: tuple[int, int], marks: Marks) -> bool:
    """Whether a coder marked the same cue with about the same content."""
    cue, words = set(range(f.cue[0].start, f.cue[-1].end)), set(range(*content))
    return any(cue & c and 2 * len(words & w) >= len(words | w) for c, w in marks)


def construction(f: Find) -> str:
    """The label under which a find is counted."""
    if f.how != "about" or f.verb is None:
        return f.how
    prepositions = [c.lower for c in f.verb.kids("prep", "prt", "advmod") if c.lower in _ABOUT and c.i > f.verb.i]
    return f"about {prepositions[0] if prepositions else '?'}"


def main() -> None:
    """Print the table, commonest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("split", type=Path)
    parser.add_argument("--step", type=int, default=1, help="read every N-th article")
    parser.add_argument("--least", type=int, default=3, help="leave out what was found less often")
    parser.add_argument("--share", type=float, default=0.33, help="mark with + what is kept from this share up")
    args = parser.parse_args()
    codebook, engine = load(), Engine()
    cues = codebook.cues
    everything = type(cues)(**{**{f: getattr(cues, f) for f in cues.__struct_fields__}, "verbs": _AnyVerb(cues.verbs), "mute": frozenset()})
    seen: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for path in sorted((args.split / "text").glob("*.txt"))[:: args.step]:
        annotations = sorted((args.split / "attributions").glob(f"{path.stem}_*.ann"))
        if not annotations:
            continue
        marks, text = read_marks(annotations[0]), path.read_text(encoding="utf-8")
        for f, content in finds(text, engine, everything):
            key = (f.verb.lemma if f.verb else f.cue[-1].lower, construction(f))
            seen[key] += 1
            right[key] += is_marked(f, content, marks)
    for (lemma, how), n in seen.most_common():
        if n >= args.least:
            share = right[lemma, how] / n
            print(f"{'+' if share >= args.share else ' '} {lemma:16} {how:14} {right[lemma, how]:5} / {n:<5} {share:.2f}")


if __name__ == "__main__":
    main()
