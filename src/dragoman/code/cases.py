"""The codebook's own cases, run against the whole codebook: every hit must be coded, every near miss left alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.code.coder import Coder
from dragoman.code.draft import Draft
from dragoman.model import Article, Event
from dragoman.model.article import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """One case and how it went."""

    file: str
    owner: str
    # id of the frame, or code of the actor
    text: str
    ok: bool
    fired: bool
    # whether the frame itself fired
    why: str


def article_of(text: str, date: str | None = None) -> Article:
    """A bare sentence or passage as an article."""
    block = Block(part="body", paragraph=0, start=0, end=len(text))
    return Article(
        id="", input="", url=None, outlet=None, title=None, standfirst=None, byline=None, dateline=None, published=date, updated=None,
        language="en", text=text, tags=(), captions=(), agencies=(), disclaimer=None, boilerplate=(), blocks=(block,),
    )  # fmt: skip


def run_cases(coder: Coder, cases: Sequence[dict[str, Any]]) -> list[CaseResult]:
    """Run cases as :func:`dragoman.codebook.load.cases` lists them."""
    drafts = coder.drafts(article_of(c["case"]["text"], c["case"].get("date")) for c in cases)
    return [_frame_case(c, d) if "frame" in c else _actor_case(c, d) for c, d in zip(cases, drafts, strict=True)]


def _frame_case(entry: dict[str, Any], draft: Draft) -> CaseResult:
    case = entry["case"]
    gives = case["gives"]
    coded = [n for e in draft.events for n in walk(e)]
    fired = any(e.frame == entry["frame"] for e in coded)
    if gives == "none":
        why = "; ".join(describe(e) for e in draft.events)
    else:
        wants = gives if isinstance(gives, list) else [gives]
        missing = [w for w in wants if not any(matches(e, w) for e in coded)]
        why = f"wanted {missing}, got " + ("; ".join(describe(e) for e in draft.events) or "nothing") if missing else ""
    return CaseResult(file=entry["file"], owner=entry["frame"], text=case["text"], ok=not why, fired=fired, why=why)


def _actor_case(entry: dict[str, Any], draft: Draft) -> CaseResult:
    case = entry["case"]
    words = case.get("party", "")
    found = [m.party for m in draft.resolver.memory if m.party.text == words or words in m.party.text]
    sides = [p for e in draft.events for n in walk(e) for p in (*n.actor, *n.recipient)]
    sides += [p for s in draft.statements for p in s.speaker]
    why = ""
    if case.get("code") == "none":
        wrong = [p.code for p in sides if p.text == words and p.code]
        why = f"«{words}» acts or is acted upon as {wrong[0]}" if wrong else ""
    elif not any(p.code == case.get("code") and (not case.get("sector") or p.sector == case["sector"]) for p in (*found, *sides)):
        why = f"«{words}» resolved to {[(p.text, p.code, p.sector) for p in found]}"
    return CaseResult(file=entry["file"], owner=entry["actor"], text=case["text"], ok=not why, fired=True, why=why)


def walk(event: Event) -> Iterable[Event]:
    """The event and every act inside it."""
    yield event
    for inner in event.about:
        yield from walk(inner)


def codes(parties: Iterable[Any]) -> set[str]:
    """The codes of parties that have one."""
    return {p.code for p in parties if p.code}


def matches(event: Event, want: dict[str, Any]) -> bool:
    """Whether an event is what a case wants; what the case leaves out is not checked."""
    if "type" in want and want["type"] not in (event.type, event.subtype):
        return False
    if any(key in want and getattr(event, key) != want[key] for key in ("status", "mode")):
        return False
    if any(key in want and codes(getattr(event, key)) != set(want[key]) for key in ("actor", "recipient")):
        return False
    if "time" in want and not (event.time and (event.time.start or "").startswith(str(want["time"]))):
        return False
    inner = want.get("about")
    wants = inner if isinstance(inner, list) else [inner] if inner else []
    return all(any(matches(a, w) for a in event.about) for w in wants)


def describe(event: Event) -> str:
    """An event in one line."""
    inside = f" ({', '.join(describe(a) for a in event.about)})" if event.about else ""
    return f"{event.type} {sorted(codes(event.actor))} -> {sorted(codes(event.recipient))} {event.status} [{event.frame}]{inside}"
