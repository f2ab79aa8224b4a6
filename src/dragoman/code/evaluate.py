"""Readouts against what a careful reader takes from the same articles: found and wanted by facet, precision and recall by type, and the misses.

Gold is a list of articles; each names its file, and under ``expect`` sentences by an ``anchor`` (a piece of the sentence) with what is in them
(docs/how-to/evaluate.md has the keys). What is in ``must`` has to be found, what is in ``may`` is right if found, and any other event is spurious.

*Matching.* A wanted event fits a coded one, outermost or nested, of one of its types and with the same codes on both sides; who hosts a meeting does
not matter. Wanted and coded events are paired one to one, as many as possible (augmenting paths, Kuhn 1955), better fits first. Status, time, inner acts
and chains are asked of the paired event only, so that one miss is not counted twice. Recall counts wanted events, precision outermost coded ones:
nested ones are part of theirs. F1 by type is their harmonic mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.code.cases import codes, walk
from dragoman.codebook.source import read_yaml
from dragoman.errors import CodebookError
from dragoman.model import Event, Meeting, Party, Readout, Statement

_ARTICLE_KEYS = frozenset("article title standfirst byline outlet published updated tags agencies boilerplate expect meetings positions".split())
_EXPECT_KEYS = frozenset("anchor must may statements quotes ties attribution".split())
_EVENT_KEYS = frozenset("type actor recipient parties one_of about chain time status".split())
_UNSURE = ("hypothetical", "negated")
# a wanted event that names no status must not come out as one of these


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One thing that was wanted and not found, or coded and not allowed."""

    facet: str
    article: str
    anchor: str
    what: str


@dataclass(slots=True)
class Count:
    """Hits among tries."""

    found: int = 0
    wanted: int = 0

    @property
    def share(self) -> float | None:
        """Found of wanted; None where nothing was wanted."""
        return self.found / self.wanted if self.wanted else None


@dataclass(slots=True)
class Evaluation:
    """The figures of a whole gold file."""

    facets: dict[str, Count] = field(default_factory=dict)
    recall: dict[str, Count] = field(default_factory=dict)
    # by type of the wanted event
    precision: dict[str, Count] = field(default_factory=dict)
    # by type of the coded event
    misses: list[Miss] = field(default_factory=list)

    def add(self, facet: str, ok: bool, article: str, anchor: str, what: object) -> None:
        """Count one try of a facet, and keep it if it failed."""
        count = self.facets.setdefault(facet, Count())
        count.wanted += 1
        count.found += ok
        if not ok:
            self.misses.append(Miss(facet=facet, article=article, anchor=anchor, what=what if isinstance(what, str) else _words(what)))

    def by_type(self) -> dict[str, tuple[float | None, float | None, float | None]]:
        """Type -> (precision, recall, F1); None where there is nothing to divide by."""
        out = {}
        for kind in sorted({*self.recall, *self.precision}):
            p, r = (c.get(kind, Count()).share for c in (self.precision, self.recall))
            out[kind] = (p, r, 2 * p * r / (p + r) if p and r else None if p is None or r is None else 0.0)
        return out


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The articles of a gold file, every scalar a string.

    Raises:
        CodebookError: not YAML, or not in the format; with the place and what to do.
    """
    raw = read_yaml(path)
    if not isinstance(raw, list):
        raise CodebookError(str(path), "top", "not a list", "write one entry an article, each beginning `- article: file.txt`")
    for n, entry in enumerate(raw, 1):
        if not isinstance(entry, dict) or not entry.get("article"):
            raise CodebookError(str(path), f"entry {n}", "no `article`", "name the article's file")
        _check(path, entry["article"], entry, _ARTICLE_KEYS)
        for x in entry.get("expect") or []:
            where = f"{entry['article']} «{x.get('anchor')}»"
            _check(path, where, x, _EXPECT_KEYS)
            for want in (*(x.get("must") or []), *(x.get("may") or [])):
                _check(path, where, want, _EVENT_KEYS)
                if "type" not in want or not ({"parties", "one_of"} & set(want) or {"actor", "recipient"} <= set(want)):
                    raise CodebookError(str(path), where, f"an event that says {want}", "give `type`, and `actor` with `recipient`, `parties` or `one_of`")
    return raw


def _check(path: Path, where: str, entry: Mapping[str, Any], known: frozenset[str]) -> None:
    unknown = sorted(set(entry) - known)
    if unknown:
        raise CodebookError(str(path), where, f"unknown key {', '.join(unknown)}", f"known keys: {', '.join(sorted(known))}")


def evaluate(gold: Sequence[Mapping[str, Any]], readouts: Iterable[Readout]) -> Evaluation:
    """Score readouts.

    Args:
        gold: as :func:`read_gold` gives it.
        readouts: in any order; paired with their gold by the file name of ``article.input``.

    Returns:
        The figures; an article without readout counts as read and empty (facet ``read``).
    """
    by_file: dict[str, list[Readout]] = {}
    for r in readouts:
        by_file.setdefault(r.article.input.rsplit("/", 1)[-1], []).append(r)
    result = Evaluation()
    for entry in gold:
        name = entry["article"].rsplit("/", 1)[-1]
        anchors = [x["anchor"] for x in _list(entry.get("expect"))]
        # of several articles in one input (a feed), the one that has most of the anchors
        best = max(by_file.get(name, []), key=lambda r: sum(_norm(a) in _norm(r.article.text) for a in anchors), default=None)
        result.add("read", best is not None, name, "", "no readout")
        _article(result, entry, name, best)
    return result


def _article(result: Evaluation, entry: Mapping[str, Any], name: str, r: Readout | None) -> None:
    for key in ("title", "standfirst", "byline", "outlet", "published", "updated"):
        if _given(entry.get(key)):
            result.add("article", r is not None and _norm(getattr(r.article, key)) == _norm(entry[key]), name, key, entry[key])
    for key in ("tags", "agencies"):
        for want in _list(entry.get(key)):
            result.add("article", r is not None and _norm(want) in {_norm(x) for x in getattr(r.article, key)}, name, key, want)
    allowed: dict[str, list[Mapping[str, Any]]] = {}
    for x in _list(entry.get("expect")):
        ids = {s.id for s in r.sentences if _norm(x["anchor"]) in _norm(s.text)} if r is not None else set()
        for i in ids:
            allowed.setdefault(i, []).extend([*_list(x.get("must")), *_list(x.get("may"))])
        _sentence(result, x, name, r, ids)
    _whole(result, entry, name, r)
    if r is None:
        return
    _spurious(result, name, r, allowed)
    busy = {e.sentence for e in r.events} | {s.sentence for s in r.statements} | {p.sentence for p in r.positions} | {t.sentence for t in r.ties}
    for s in r.sentences:
        if s.id not in allowed and len(s.text) > 25:
            result.add("silence", s.id not in busy, name, s.text[:60], "something was coded where nothing is expected")


def _sentence(result: Evaluation, x: Mapping[str, Any], name: str, r: Readout | None, ids: set[str]) -> None:
    """What is wanted of one sentence."""
    anchor = x["anchor"]
    result.add("sentences", bool(ids), name, anchor, "stands in no sentence")
    here = [n for e in (r.events if r is not None else ()) if e.sentence in ids for n in walk(e)]
    wants = _list(x.get("must"))
    paired = pair_up(wants, here)
    for i, want in enumerate(wants):
        event = paired.get(i)
        kind = event.type if event is not None else _list(want["type"])[0]
        count = result.recall.setdefault(kind, Count())
        count.wanted += 1
        count.found += event is not None
        result.add("events", event is not None, name, anchor, want)
        if event is not None:
            result.add("status", _status_fits(event, want), name, anchor, f"{_words(want)}: {event.status}")
        for facet, key, test in (("nesting", "about", _about_fits), ("times", "time", _time_fits)):
            if key in want:
                result.add(facet, event is not None and test(event, want), name, anchor, want)
        if "chain" in want:
            result.add("chains", any(_has_chain(e, want["chain"]) for e in here), name, anchor, " -> ".join(want["chain"]))
    _voices(result, x, name, r, ids)


def _voices(result: Evaluation, x: Mapping[str, Any], name: str, r: Readout | None, ids: set[str]) -> None:
    said = [s for s in (r.statements if r is not None else ()) if s.sentence in ids]
    for want in _list(x.get("statements")):
        result.add("statements", any(_says(s, want) for s in said), name, x["anchor"], want)
    quoted = {_bare(q.text) for q in (r.quotes if r is not None else ()) if q.sentence in ids}
    for want in _list(x.get("quotes")):
        result.add("quotes", _bare(want) in quoted, name, x["anchor"], want)
    for want in _list(x.get("ties")):
        held = [t for t in (r.ties if r is not None else ()) if t.sentence in ids]
        ok = any(codes(t.parties) == set(want["parties"]) and _norm(want["label"]) in _norm(t.label) for t in held)
        result.add("ties", ok, name, x["anchor"], want)
    if _list(x.get("attribution")):
        links = x["attribution"]
        carriers: list[Event | Statement] = [*said, *(e for e in (r.events if r is not None else ()) if e.sentence in ids)]
        chains = [c.attribution for c in carriers]
        ok = any(len(c) >= len(links) and all(_is_link(a, w) for a, w in zip(c, links, strict=False)) for c in chains)
        result.add("attribution", ok, name, x["anchor"], links)


def _whole(result: Evaluation, entry: Mapping[str, Any], name: str, r: Readout | None) -> None:
    """What is wanted of the article as a whole: meetings and positions."""
    for want in _list(entry.get("meetings")):
        result.add("meetings", any(_meets(m, want) for m in (r.meetings if r is not None else ())), name, "", want)
    for want in _list(entry.get("positions")):
        held = r.positions if r is not None else ()
        ok = any(p.party.code == want["party"] and _norm(want["contains"]) in _norm(p.stance) for p in held)
        result.add("positions", ok, name, "", want)


def _spurious(result: Evaluation, name: str, r: Readout, allowed: Mapping[str, list[Mapping[str, Any]]]) -> None:
    for e in r.events:
        ok = any(event_fits(e, w) for w in allowed.get(e.sentence, []))
        count = result.precision.setdefault(e.type, Count())
        count.wanted += 1
        count.found += ok
        sides = f"{'+'.join(sorted(codes(e.actor)))} -> {'+'.join(sorted(codes(e.recipient)))}"
        result.add("precision", ok, name, e.evidence.text[:60], f"spurious {e.type} {sides} ({e.frame})")


def pair_up(wants: Sequence[Mapping[str, Any]], events: Sequence[Event]) -> dict[int, Event]:
    """Index of each wanted event -> the coded one that it is paired with: as many pairs as there can be, each event in one."""
    owner: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        fitting = sorted((j for j, e in enumerate(events) if event_fits(e, wants[i])), key=lambda j: -_fitness(events[j], wants[i]))
        for j in fitting:
            if j not in tried:
                tried.add(j)
                if j not in owner or place(owner[j], tried):
                    owner[j] = i
                    return True
        return False

    # the more a gold event asks for, the earlier it chooses
    for i in sorted(range(len(wants)), key=lambda i: -len(wants[i])):
        place(i, set())
    return {i: events[j] for j, i in owner.items()}


def event_fits(e: Event, want: Mapping[str, Any]) -> bool:
    """Whether type and sides of a coded event are those of a wanted one."""
    if e.type not in _list(want["type"]):
        return False
    actor, recipient = codes(e.actor), codes(e.recipient)
    if "one_of" in want:
        return any(actor | recipient == set(_list(p)) for p in want["one_of"])
    if "parties" in want:
        return actor | recipient == set(_list(want["parties"]))
    wanted = set(_list(want["actor"])), set(_list(want["recipient"]))
    return (actor, recipient) == wanted or (e.type == "CONSULT" and actor | recipient == wanted[0] | wanted[1])


def _fitness(e: Event, want: Mapping[str, Any]) -> int:
    tests = [_status_fits(e, want)]
    tests += [_about_fits(e, want)] if "about" in want else []
    tests += [_time_fits(e, want)] if "time" in want else []
    tests += [_has_chain(e, want["chain"])] if "chain" in want else []
    return sum(tests)


def _status_fits(e: Event, want: Mapping[str, Any]) -> bool:
    return e.status in _list(want["status"]) if "status" in want else e.status not in _UNSURE


def _about_fits(e: Event, want: Mapping[str, Any]) -> bool:
    return any(a.type in _list(want["about"]) for a in e.about)


def _time_fits(e: Event, want: Mapping[str, Any]) -> bool:
    return e.time is not None and (e.time.start or "").startswith(want["time"])


def _has_chain(e: Event, chain: Sequence[str], doer: str | None = None) -> bool:
    """A acts on B, about B acting on C: each party but the last acts, on the next one or about its act."""
    actors = codes(e.actor) or ({doer} if doer else set())
    if chain[0] not in actors:
        return False
    on_next = chain[1] in codes(e.recipient)
    inner = [a for a in e.about if chain[1] in codes(a.actor) or not a.actor]
    if not on_next and not any(chain[1] in codes(a.actor) for a in inner):
        return False
    return len(chain) == 2 or any(_has_chain(a, chain[1:], chain[1]) for a in inner)


def _says(s: Statement, want: Mapping[str, Any]) -> bool:
    def fits(p: Party) -> bool:
        code = want.get("speaker")
        return (
            (not _given(code) or p.code == code)
            and want.get("sector", p.sector) == p.sector
            and all(_norm(want.get(key)) in _norm(getattr(p, key)) for key in ("person", "role"))
        )

    return any(fits(p) for p in s.speaker) and _norm(want.get("medium")) in _norm(s.medium)


def _is_link(link: Any, want: Mapping[str, Any]) -> bool:
    source: Party | None = link.source
    name = (source.name or source.text) if source is not None else None
    return (
        ("code" not in want or (source.code if source is not None else None) == want["code"])
        and _norm(want.get("name")) in _norm(name)
        and _norm(want.get("medium")) in _norm(link.medium)
        and ("anonymous" not in want or link.anonymous == (want["anonymous"] == "true"))
    )


def _meets(m: Meeting, want: Mapping[str, Any]) -> bool:
    out = want.get("outcome")
    return (
        codes(m.participants) >= set(_list(want.get("participants")))
        and want.get("status", m.status) == m.status
        and ("format" not in want or any(_norm(f) in _norm(m.format) for f in _list(want["format"])))
        and _norm(want.get("place")) in _norm(m.place.name if m.place is not None else None)
        and _norm(want.get("level")) in _norm(m.level)
        and ("time" not in want or (m.time is not None and (m.time.start or "").startswith(want["time"])))
        and ("ordinal" not in want or (m.ordinal is not None and str(m.ordinal.n) == want["ordinal"]))
        and ("agenda_contains" not in want or any(_norm(want["agenda_contains"]) in _norm(a) for a in m.agenda))
        and (not out or any(o.party.code == out["party"] and o.act == out["act"] for o in m.outcome if o.party is not None))
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if _given(value) else []


def _given(value: Any) -> bool:
    return value not in (None, "", "null", "~")


def _norm(text: str | None) -> str:
    """Lower case, straight quotes, single blanks."""
    return " ".join((text or "").lower().translate(str.maketrans("’‘“”«»", "''\"\"\"\"")).split()) if text != "null" else ""


def _bare(text: str) -> str:
    return _norm(text).strip("\"'.,;: ")


def _words(want: Any) -> str:
    """A piece of gold in one line."""
    if isinstance(want, Mapping):
        return ", ".join(f"{k} {_words(v)}" for k, v in want.items())
    return "+".join(map(_words, want)) if isinstance(want, list) else str(want)
