"""The codebook's frames written out as phrases in the form of ``acts.txt``: the model hears of every word that a rule knows."""

import sys
from itertools import islice
from pathlib import Path

from table import pair_type

from dragoman.codebook.load import load
from dragoman.codebook.schema import Codebook, Frame

_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_PLACES = frozenset("in into near from at across around over through along".split())
_CLAUSE = {
    "REQUEST": "to {theirdeed}",
    "AGREE": "to {coop}",
    "THREATEN": "to {conf}",
    "REJECT": "to {coop}",
    "ACCUSE": "of {crime}",
}
_PREPOSITIONS = frozenset(
    "to with on against for from in of over into at by toward towards upon about between near across around through behind".split()
)
_MOST = 14
# words of a set that stand for the rest in one phrase's choices


def lines(codebook: Codebook) -> list[str]:
    """``[TYPE]`` heads and phrases under them."""
    out: dict[str, list[str]] = {}
    for frame in codebook.frames:
        kind = pair_type(frame.type, frame.cameo)
        kind = _YIELD.get(kind, kind)
        made = (
            _verb(frame)
            if frame.pos == "verb"
            else _noun(frame, codebook)
            if frame.pos == "noun"
            else _adjective(frame)
        )
        out.setdefault(kind, []).extend(made)
    return [line for kind, phrases in out.items() for line in (f"[{kind}]", *dict.fromkeys(phrases))]


def _choice(words: frozenset[str] | tuple[str, ...]) -> str:
    return "(" + "|".join(islice(sorted(words), 40)) + ")"


def _object(frame: Frame) -> str:
    words = frame.words.get("object")
    return "(the|a|its|) " + _choice(words) if words else ""


def _verb(frame: Frame) -> list[str]:
    if "subject" not in frame.actor or frame.status == "negated":
        return []
    verb = _choice(frame.lemmas) + (f" {frame.particle.split(',')[0].strip()}" if frame.particle else "")
    extra = ""
    for slot, words in frame.words.items():
        if slot in _PREPOSITIONS:
            extra += f" {slot} (the|a|) {_choice(words)}"
    clause = " " + _CLAUSE[frame.type] if "to-clause" in frame.about and frame.type in _CLAUSE else ""
    if frame.phrase:
        clause += " " + frame.phrase[0]
    out = []
    for slot in frame.recipient or ("object",):
        if slot in ("object", "indirect") and not frame.words.get("object"):
            out.append(f"{verb} <B>{extra}{clause}")
        elif slot in ("object",):
            out.append(f"{verb} <B>'s {_choice(frame.words['object'])}{extra}{clause}")
        elif slot in _PREPOSITIONS and slot not in frame.words:
            open_side = "<L>" if slot in _PLACES else "<B>"
            out.append(" ".join(f"{verb} {_object(frame)}{extra} {slot} {open_side}{clause}".split()))
    if "object" in frame.about and not frame.words.get("object"):
        out.append(f"{verb} <W>{extra}")
    if frame.mutual:
        out.append(f"{verb} {_object(frame)} with <B>")
    return out


def _noun(frame: Frame, codebook: Codebook) -> list[str]:
    noun = _choice(frame.lemmas)
    light = [s for s in codebook.support if s.slot == "object" and not (s.converse or s.bystander or s.particle)]
    carriers = sorted({s.verb for s in light if frame.type in s.types})
    plain = ["make", "issue", "have"] if not carriers else carriers[:_MOST]
    verbs = "(" + "|".join(plain) + ")"
    slots = [s for s in frame.recipient if s in _PREPOSITIONS]
    clause = " " + _CLAUSE[frame.type] if "to-clause" in frame.about and frame.type in _CLAUSE else ""
    out = []
    for slot in slots[:3]:
        if slot == "between":
            out.append(f"={noun} between <A> and <B>")
            continue
        out.append(f"{verbs} (a|its|the|) {noun} {slot} <B>{clause}")
        out.append(f"=<A>'s {noun} {slot} <B>{clause}")
    return out


def _adjective(frame: Frame) -> list[str]:
    clause = " " + _CLAUSE[frame.type] if "to-clause" in frame.about and frame.type in _CLAUSE else ""
    slots = [s for s in frame.recipient if s in _PREPOSITIONS] or (["of"] if clause else [])
    return [
        f"be {_choice(frame.lemmas)}{clause}" if clause else f"be {_choice(frame.lemmas)} {s} <B>" for s in slots[:2]
    ]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("\n".join(lines(load())) + "\n", encoding="utf-8")
