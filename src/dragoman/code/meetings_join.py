"""Joins the tellings of one meeting: those that name it again, and those with the same parties and fate and no two times, places or numbers."""

from __future__ import annotations

from dragoman.code.meetings_glimpse import RANK, Glimpse
from dragoman.code.places import finer
from dragoman.model import Time

_DAYS_OF_TALKS = 7
OF_SERIES = ("round", "session")
# nouns that always are one of several
_APART = ({"conference", "visit"}, {"conference", "call"}, {"visit", "call"}, {"summit", "call"}, {"lunch", "call"})
# forms that one meeting does not have both


def join(kept: list[Glimpse], g: Glimpse) -> None:
    """Put a glimpse to the meeting it tells of, or keep it as a new one."""
    g.sentences = [g.line.sentence.id]
    if g.status is None:
        # only names a meeting: it adds to one that is known
        known = next((k for k in reversed(kept) if _names(k, g)), None)
        if known is not None:
            merge(known, g)
        return
    if g.running and any(k.status == "held" and _names(k, g) for k in kept):
        # "The meeting will run until Wednesday": it is the one that has begun
        g.status = "held"
    if g.anaphoric and len(g.codes) < 2:
        known = _called_back(kept, g)
        if known is not None:
            if not g.fresh and _same_fate(known, g) and not clash(known, g):
                merge(known, g)
                return
            if g.ordinal and known.ordinal is None and known.status == g.status and not clash(known, g):
                merge(known, g)
                return
            # another meeting of the same parties: "A fourth round is due", "the last such meeting was in"
            g.parties, g.codes = list(known.parties), known.codes
    for k in reversed(kept):
        if _same(k, g):
            merge(k, g)
            return
    kept.append(g)


def _called_back(kept: list[Glimpse], g: Glimpse) -> Glimpse | None:
    """The meeting that "the talks" or "the fourth round" points back to: for a number, the last of a series."""
    fit = [k for k in reversed(kept) if _is_known(k, g) and g.codes <= k.codes and not _apart(k, g) and (g.past or not k.past)]
    if not g.codes and not g.fresh:
        # "the round had been postponed"
        fit.sort(key=lambda k: k.word.lemma != g.word.lemma)
    if g.form == "negotiation":
        # a round is one of talks rather than of visits and calls
        fit.sort(key=lambda k: (k.form in ("visit", "call"), k.form != "negotiation"))
    if g.ordinal:
        fit = [k for k in fit if k.ordinal] or fit
    return fit[0] if fit else None


def _is_known(k: Glimpse, g: Glimpse) -> bool:
    """Whether enough is known of a meeting to call it back: two parties, the same noun, or talks of which there are rounds."""
    return len(k.codes) > 1 or k.word.lemma == g.word.lemma or (g.word.lemma in OF_SERIES and k.form in (None, "negotiation"))


def _names(k: Glimpse, g: Glimpse) -> bool:
    return g.codes <= k.codes and not g.fresh and not clash(k, g)


def _same_fate(k: Glimpse, g: Glimpse) -> bool:
    return k.status == g.status or (k.status == "planned" and g.status in ("cancelled", "postponed"))


def _same(k: Glimpse, g: Glimpse) -> bool:
    if not _same_fate(k, g) or (g.fresh and not g.ordinal) or clash(k, g):
        return False
    if not (k.codes and g.codes):
        return not k.codes and not g.codes and k.form == g.form and bool(k.place or k.time) and (k.place, k.time) == (g.place, g.time)
    if k.past != g.past and not (k.time and g.time) and not g.anaphoric:
        return False
    if not g.anaphoric and (_is_old(k) != _is_old(g)) and not (k.time and g.time) and k.line.sentence.paragraph != g.line.sentence.paragraph:
        # "received by the premier" is told of today, not of the round two years ago
        return False
    if not g.anaphoric and k.level != g.level and None not in (k.level, g.level) and _others(k, g):
        return False
    if k.codes == g.codes:
        return len(k.codes) > 1 or k.form == g.form or g.anaphoric
    if not (k.codes <= g.codes or g.codes <= k.codes):
        return False
    if len(k.codes & g.codes) >= 2:
        return True
    few = min(k, g, key=lambda x: len(x.codes))
    same_place = k.place is not None and g.place is not None and k.place.name == g.place.name
    if few is k and k.form == g.form and (same_place or k.line.sentence.part in ("title", "standfirst")):
        # a headline names one side alone
        return True
    unknown = any(p.code is None for p in few.parties)
    # "Foreign Minister holds call with the Emirati minister": one side has no name yet
    return k.form == g.form and k.form is not None and (unknown or few is g and g.anaphoric)


def _is_old(g: Glimpse) -> bool:
    """Whether a meeting ended more than a month before publication."""
    published = g.line.anchor.published if g.line.anchor else None
    end = (g.time.end or g.time.start) if g.time else None
    if not published or not end or end.startswith("-") or g.status != "held":
        return False
    year, month = int(published[:4]), int(published[5:7] or 1)
    before = f"{year - 1}-12" if month == 1 else f"{year:04}-{month - 1:02}"
    return end[:7].ljust(7, "9") < before or (len(end) == 10 and end < f"{before}{published[7:10]}")


def _others(k: Glimpse, g: Glimpse) -> bool:
    """Whether two tellings name different persons for one party, and none for it in common."""
    for code in k.codes & g.codes:
        a = {p.person for p in k.parties if p.code == code and p.person}
        b = {p.person for p in g.parties if p.code == code and p.person}
        if a and b and not a & b:
            return True
    return False


def _apart(k: Glimpse, g: Glimpse) -> bool:
    """Two forms or presences that one meeting does not have both."""
    if None not in (k.presence, g.presence) and k.presence != g.presence:
        return True
    return {k.form, g.form} in _APART


def clash(k: Glimpse, g: Glimpse) -> bool:
    """Two different times, places, forms or numbers."""
    if k.time and g.time and k.time.start and g.time.start and not _overlap(k.time, g.time) and not _goes_on(k, g):
        return True
    if k.place and g.place and k.place.name != g.place.name and k.place.country and g.place.country:
        in_country = k.place.country == g.place.country and (k.place.lat is None or g.place.lat is None)
        near = (k.place.lat, k.place.lon) == (g.place.lat, g.place.lon) and k.place.lat is not None
        if not (in_country or near):
            return True
    if k.ordinal and g.ordinal and k.ordinal.n != g.ordinal.n:
        return True
    return _apart(k, g)


def _goes_on(k: Glimpse, g: Glimpse) -> bool:
    """Whether one telling is of the day when the other's meeting began: "The session had begun a day earlier"."""
    if not (k.begun or g.begun) or not k.time or not g.time:
        return False
    a, b = sorted((str(k.time.start)[:10], str(g.time.start)[:10]))
    return len(a) == len(b) == 10 and a[:4] != "----" and a[:7] == b[:7] and int(b[8:]) - int(a[8:]) <= _DAYS_OF_TALKS


def _overlap(a: Time, b: Time) -> bool:
    """Whether two times have a day in common, as far as they are told."""
    a0, a1, b0, b1 = (str(x)[:10] for x in (a.start, a.end or a.start, b.start, b.end or b.start))
    n = min(len(x) for x in (a0, a1, b0, b1))
    return a0[:n] <= b1[:n] and b0[:n] <= a1[:n]


def merge(k: Glimpse, g: Glimpse) -> None:
    """Add what a glimpse tells to a known meeting."""
    have = {p.code for p in k.parties}
    persons = {p.code: p for p in g.parties if p.code and p.person}
    k.parties = [persons[p.code] if p.code in persons and not p.person else p for p in k.parties]
    nameless = [p for p in k.parties if p.code is None]
    k.parties += [p for p in g.parties if p.code not in have]
    if nameless and len(g.codes) > len(k.codes):
        k.parties = [p for p in k.parties if p.code is not None]
    k.codes |= g.codes
    k.status = g.status if g.status in ("cancelled", "postponed") else k.status
    k.begun = k.begun or g.begun
    k.form = k.form or g.form
    k.presence = k.presence or g.presence
    k.qualifiers = tuple(dict.fromkeys((*k.qualifiers, *g.qualifiers)))
    k.level = min((lv for lv in (k.level, g.level) if lv), key=RANK.index, default=None)
    k.place = finer(k.place, g.place)
    k.time = _finer(k.time, g.time)
    k.ordinal = k.ordinal or g.ordinal
    k.agenda += [a for a in g.agenda if a not in k.agenda]
    k.sentences += [s for s in g.sentences if s not in k.sentences]


def _finer(a: Time | None, b: Time | None) -> Time | None:
    if a is None or b is None:
        return a or b
    return b if (len(b.start or ""), a.start != a.end) > (len(a.start or ""), b.start != b.end) else a


def fold_inner(found: list[Glimpse]) -> list[Glimpse]:
    """ "flies to Buenos Aires on Wednesday for talks with Milei": the noun's meeting is the verb's."""
    out: list[Glimpse] = []
    for g in sorted(found, key=lambda g: not g.word.is_verb):
        host = next((k for k in out if _is_inside(g, k)), None)
        if host is None:
            out.append(g)
            continue
        have = {p.code for p in host.parties}
        host.parties += [p for p in g.parties if p.code not in have]
        host.codes |= g.codes
        host.agenda += [a for a in g.agenda if a not in host.agenda]
        host.level = host.level or g.level
        host.time = host.time or g.time
        host.place = host.place or g.place
        host.qualifiers = tuple(dict.fromkeys((*host.qualifiers, *g.qualifiers)))
        host.ordinal = host.ordinal or g.ordinal
    return sorted(out, key=lambda g: g.word.i)


def _is_inside(g: Glimpse, host: Glimpse) -> bool:
    """A noun behind a preposition of the host's verb, with at least one party in common or none of its own."""
    word = g.word
    if g.ordinal and g.codes and g.codes <= host.codes and len(host.codes) > 1 and any(c.tag == "PRP$" for c in word.kids("poss")):
        # "Blinken arrives in Cairo on Wednesday, his tenth trip to the region"
        return True
    if not word.is_noun or word.dep != "pobj" or word.head.lower not in ("for", "during", "in", "on", "at", "as", "to"):
        return False
    if g.status is not None and host.status != g.status and g.status in ("cancelled", "postponed"):
        return False
    linked = host.word in list(word.ancestors())[:3]
    return linked and (not g.codes or bool(g.codes & host.codes)) and (not g.fresh or g.ordinal is not None)
