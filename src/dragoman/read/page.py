"""A web page to an article.

What the page says of itself for machines comes first (``pagemeta``); furniture is taken out of the tree by its element, role and
names (``pagetree``); headline, standfirst, captions and bylines are found by their marks. trafilatura (Barbaresi 2021) then votes on
which runs are prose: the smallest element that holds most of its choice is the article, and all of its runs are kept in
order, since trafilatura itself drops captions, short paragraphs and headings.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.errors import NoArticleError
from dragoman.model import Article
from dragoman.read.body import line_tags, tells_origin
from dragoman.read.boilerplate import is_boilerplate
from dragoman.read.draft import Draft, compose, level
from dragoman.read.names import outlet_shaped, read_byline, read_desk
from dragoman.read.outlets import country_of, outlet_by_name, outlet_by_url
from dragoman.read.pagemeta import Meta, read_meta
from dragoman.read.pagetree import Run, names, prune, runs, words_of
from dragoman.read.stamplines import is_stamp_line
from dragoman.read.stamps import Setting, find_stamps, numbers_day_first
from dragoman.read.values import iso_moment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STANDFIRST = re.compile(
    r"(?<![a-z])(?:stand-?first|lead|lede|dek|deck|sub-?title|sub-?head(?:line|ing)?|summary|excerpt|intro(?:duction)?"
    r"|teaser|chapo|strapline|bajada|copete|entradilla|linha-fina|sub-?titulo|sapo|kicker-text)(?![a-z])"
)
_CAPTION = re.compile(
    r"(?<![a-z])(?:caption|captions|figcaption|legend|photo-text|image-text|pie-?de-?foto|legenda|img-desc)(?![a-z])"
)
_BYLINE = re.compile(r"(?<![a-z])(?:by-?line|author|authors|writer|reporter|autor|firma|auteur)(?:-?name)?(?![a-z])")
_DATES = re.compile(
    r"(?<![a-z])(?:date|dates|time|timestamp|published|updated|pub-?date|post-?date|date-?line|datum|fecha|meta|info|byline)(?![a-z])"
)
_SENTENCE = re.compile(r"[.!?…:;)][\"'”’)\]]*$|[\"”’]$")
_SHORTEST = 40  # characters of the shortest paragraph that can carry an article by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """What was found by its marks and taken out of the tree."""

    title: str | None
    standfirst: str | None
    captions: tuple[str, ...]
    byline: str | None
    stamps: tuple[str, ...]
    times: tuple[tuple[str, bool], ...]
    # datetime values, and whether each is of an update


def read_page(html: str, input: str, url: str | None = None) -> Article:
    """Read a web page.

    Args:
        html: the page.
        input: the path or URL as given.
        url: where it was fetched from; the page's own canonical address wins.

    Returns:
        The article on it.

    Raises:
        NoArticleError: there is no prose on it.
    """
    root = _parse(html, input)
    meta = read_meta(root)
    for element in root.findall(".//head"):
        element.drop_tree()
    removed = prune(root)
    head = _headline(root, meta)
    marks = _marks(root, meta, head)
    body, left = _body(root, head, meta)
    if not body:
        body = _scripted(meta)
    if not any(len(text) >= _SHORTEST and not is_boilerplate(text) for text in body):
        raise NoArticleError(
            input,
            "a page without an article in it",
            "give the address of one article, not of a list, a video or an empty page",
        )
    return compose(_draft(meta, marks, body, (*removed, *left), url), input)


def _parse(html: str, input: str) -> "HtmlElement":
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", html)  # lxml refuses a declared encoding in decoded text
    try:
        return document_fromstring(
            bare.replace("\x00", ""), parser=HTMLParser(encoding=None, remove_comments=False, huge_tree=False)
        )
    except (etree.LxmlError, ValueError) as error:
        raise NoArticleError(input, f"a page that cannot be parsed ({error})", "save the page again") from error


def _headline(root: "HtmlElement", meta: Meta) -> "HtmlElement | None":
    """The element of the headline: the h1, or failing one any heading, that agrees with the title the page tells; else the
    first h1; where only <title> tells one, the first heading of any size."""
    wanted = level(meta.title or "").casefold()
    headings = [h for tag in ("h1", "h2", "h3") for h in root.iter(tag)]
    for heading in headings:
        words = words_of(heading).casefold()
        if (
            words
            and wanted
            and (words == wanted or words in wanted or wanted in words)
            and len(words) > 0.5 * len(wanted)
        ):
            return heading
    titled = [h for h in (headings if not meta.titled else root.iter("h1")) if len(words_of(h).split()) > 1]
    return titled[0] if titled else None


def _marks(root: "HtmlElement", meta: Meta, head: "HtmlElement | None") -> _Marks:
    """Find the marked parts and take them out of the tree, captions first, the headline last."""
    captions = _take_captions(root)
    times = tuple(
        (value, bool(re.search(r"updat|modif", f"{names(t)} {t.get('itemprop') or ''} {_before(t)}", re.IGNORECASE)))
        for t in root.iter("time")
        if (value := t.get("datetime"))
    )
    standfirst = _take_standfirst(root, meta, head)
    byline, stamps = _take_lines(root)
    return _Marks(
        title=words_of(head) if head is not None else None,
        standfirst=standfirst,
        captions=captions,
        byline=byline,
        stamps=stamps,
        times=times,
    )


def _before(element: "HtmlElement") -> str:
    """The words just before an element ("Updated:")."""
    previous = element.getprevious()
    parent = element.getparent()
    text = (previous.tail if previous is not None else parent.text if parent is not None else "") or ""
    return text[-30:]


def _take_captions(root: "HtmlElement") -> tuple[str, ...]:
    found: list[str] = []
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if element.tag == "figcaption" or (
            element.tag not in ("figure", "body", "html", "article", "main", "table")
            and _CAPTION.search(names(element))
        ):
            text = words_of(element)
            if len(text) > 700 or any(True for _ in element.iterancestors("figcaption")):
                continue
            if text and text not in found and not any(text in longer for longer in found):
                found.append(text)
            if not any(True for _ in element.iter("h1")):
                element.drop_tree()
    return tuple(found)


def _take_standfirst(root: "HtmlElement", meta: Meta, head: "HtmlElement | None") -> str | None:
    """A standfirst: so called, or the page's description in its own element, or a smaller heading right under the headline."""
    described = level(meta.description or "").casefold()
    seen = head is None
    prose = 0
    for run in list(runs(root)):
        element = run.element
        if head is not None and (element is head or head in element.iterancestors()):
            seen = True
            continue
        if not seen:
            continue
        marked = bool(_STANDFIRST.search(names(element))) or (
            element.get("itemprop") in ("description", "alternativeHeadline", "alternateName")
        )
        parent = element.getparent()
        if not marked and parent is not None and len(parent) <= 3 and len(words_of(parent)) <= len(run.text) + 10:
            marked = bool(_STANDFIRST.search(names(parent)))
        same = (
            bool(described)
            and run.text.casefold() == described
            and element.tag in ("p", "div", "h2", "h3", "span", "strong")
        )
        under = run.heading and prose == 0 and len(run.text.split()) > 4 and run.links < 0.5
        if (marked or same or under) and len(run.text) <= 700 and _more_prose(root, element):
            element.drop_tree()
            return run.text
        prose += len(run.text) > 80
        if prose > 1:
            return None
    return None


def _more_prose(root: "HtmlElement", element: "HtmlElement") -> bool:
    """Whether a page has prose besides one element."""
    return any(
        run.element is not element and len(run.text) >= _SHORTEST and run.links < 0.5
        for run in runs(root)
        if not run.heading
    )


def _take_lines(root: "HtmlElement") -> tuple[str | None, tuple[str, ...]]:
    """Bylines and lines of dates, wherever they stand."""
    byline: str | None = None
    stamps: list[str] = []
    for run in list(runs(root)):
        if len(run.text) > 200 or run.heading:
            continue
        text, element = run.text, run.element
        parts = [
            words_of(child)
            for child in element.iter()
            if child is not element
            and isinstance(child.tag, str)
            and _BYLINE.search(names(child) + " " + (child.get("rel") or ""))
        ]
        own = _BYLINE.search(names(element)) and not find_stamps(text)
        dated = (
            bool(_DATES.search(names(element)))
            and bool(find_stamps(text))
            and len(text) < 160
            and not text.endswith(".")
        )
        who = next(
            (read_byline(part) or part for part in parts if part and not find_stamps(part)), None
        ) or read_byline(text)
        if own or read_byline(text) or (who and len(text) < len(who) + 80) or is_stamp_line(text) or dated:
            byline = byline or who or (text if own and len(text) < 100 else None)
            if find_stamps(text):
                stamps.append(text)
            _drop_words(element, text)
    return byline, tuple(stamps)


def _drop_words(element: "HtmlElement", text: str) -> None:
    """Take a line out of the tree, with its element where that holds nothing else."""
    if words_of(element) == text:
        element.drop_tree()


def _body(root: "HtmlElement", head: "HtmlElement | None", meta: Meta) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs of the article, and what else stands in its element."""
    every = list(runs(root))
    chosen = _voted(root, every)
    voted = {id(run) for run in chosen}
    container = _container(root, chosen)
    if container is None:
        return (), tuple(run.text for run in every)
    inside = [run for run in every if run.element is container or container in run.element.iterancestors()]
    title = level(meta.title or "").casefold()
    start = next(
        (
            i + 1
            for i, run in enumerate(inside)
            if run.element is head or (head is not None and head in run.element.iterancestors())
        ),
        0,
    )
    body: list[str] = []
    left = [run.text for run in inside[:start] if run.element is not head]
    last = max((i for i, run in enumerate(inside) if id(run) in voted), default=-1)
    for place, run in enumerate(inside[start:], start):
        if run.element is head or run.text.casefold() == title:
            continue
        (body if _belongs(run, id(run) in voted, place <= last) else left).append(run.text)
    within = {id(run) for run in inside}
    outside = [run.text for run in every if id(run) not in within and run.element is not head]
    return tuple(_untrailed(body)), tuple(left + outside)


def _belongs(run: Run, chosen: bool, before_last: bool) -> bool:
    """Whether a run in the article's element is part of it."""
    if run.links > 0.6 and not (chosen and len(run.text) > 120):
        return False
    if is_boilerplate(run.text) or tells_origin(run.text):
        return True  # the reader of the body takes what they tell and leaves them aside
    if read_desk(run.text) or (len(run.text) < 60 and outlet_shaped(run.text)):
        return False
    if chosen:
        return True
    sentence = bool(re.search(r"[.!?…:][\"'”’)]*$", run.text))
    if run.heading or str(run.element.tag) in ("li", "blockquote", "p"):
        return before_last or (sentence and len(run.text) >= _SHORTEST)
    return sentence and len(run.text) >= _SHORTEST


def _untrailed(body: Sequence[str]) -> list[str]:
    """A body without headings after its last sentence."""
    last = max((i for i, text in enumerate(body) if len(text) >= 100 or _SENTENCE.search(text)), default=len(body))
    kept = [text for i, text in enumerate(body) if i <= last or tells_origin(text) or is_boilerplate(text)]
    return kept


def _voted(root: "HtmlElement", every: Sequence[Run]) -> list[Run]:
    """The runs that trafilatura takes for prose; where it takes too little, every long one with few links."""
    import copy

    import trafilatura

    text = (
        trafilatura.extract(
            copy.deepcopy(root), include_comments=False, include_tables=False, favor_recall=True, deduplicate=False
        )
        or ""
    )
    accepted = re.sub(r"\W+", "", text).casefold()
    long = [run for run in every if len(run.text) >= 80 and run.links < 0.4]
    votes = [
        run
        for run in every
        if len(run.text) >= 25 and run.links < 0.6 and re.sub(r"\W+", "", run.text).casefold() in accepted
    ]
    return votes if sum(len(run.text) for run in votes) >= 0.5 * sum(len(run.text) for run in long) else long or votes


def _container(root: "HtmlElement", chosen: Sequence[Run]) -> "HtmlElement | None":
    """The smallest element that holds at least 85% of the prose by length."""
    weight: Counter[int] = Counter()
    by_id: dict[int, HtmlElement] = {}
    total = 0
    for run in chosen:
        size = len(run.text)
        total += size
        for element in (run.element, *run.element.iterancestors()):
            by_id[id(element)] = element
            weight[id(element)] += size
    best, depth = None, -1
    for key, element in by_id.items():
        deep = sum(1 for _ in element.iterancestors())
        if weight[key] >= 0.85 * total and deep > depth:
            best, depth = element, deep
    return best


def _scripted(meta: Meta) -> tuple[str, ...]:
    """The body of a page that a script fills in, from its JSON-LD."""
    from dragoman.read.fragments import fragment_paragraphs

    if meta.updates:
        return tuple(text for title, body in meta.updates for text in (title, *fragment_paragraphs(body)) if text)
    return fragment_paragraphs(meta.body) if meta.body else ()


def _draft(meta: Meta, marks: _Marks, body: tuple[str, ...], left: tuple[str, ...], url: str | None) -> Draft:
    known = outlet_by_url(meta.url or url) or outlet_by_name(meta.outlet)
    joined = " ".join(marks.stamps)
    country = country_of(meta.outlet, meta.url or url)
    told = numbers_day_first(joined)
    setting = Setting(country=country, day_first=told if told is not None else known.day_first if known else None)
    stamps = [stamp for line in marks.stamps for stamp in find_stamps(line, setting) if stamp.full]
    seen = {late: next((s.iso for s in stamps if (s.label == "updated") == late), None) for late in (False, True)}
    timed = {
        late: next((iso for value, is_late in marks.times if is_late == late and (iso := iso_moment(value))), None)
        for late in (False, True)
    }
    title = marks.title or meta.title
    return Draft(
        url=meta.url or url,
        outlet=known.name if known else meta.outlet,
        title=title,
        standfirst=marks.standfirst if marks.standfirst != title else None,
        byline=meta.byline or marks.byline,
        # a line that says "Published" goes before the times of a live blog's entries
        published=_fuller(meta.published, next((s.iso for s in stamps if s.label == "published"), None), timed[False], seen[False]),
        updated=_fuller(meta.updated, timed[True], seen[True]),
        language=meta.language,
        tags=meta.tags or tuple(tag for text in left for tag in line_tags(text)),
        captions=marks.captions,
        body=body,
        boilerplate=tuple(dict.fromkeys(text for text in (*marks.stamps, *left) if text)),
    )


def _fuller(*told: str | None) -> str | None:
    """The first of several times; one with a clock time for the same or the next day is preferred to a bare date before it."""
    first = next(filter(None, told), None)
    if first and len(first) == 10:
        return next((one for one in told if one and len(one) > 10 and one[:10] == first), first)
    return first
