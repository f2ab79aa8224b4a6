"""What a page, a feed item or a row of JSON tells of an article, before its text is composed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Article, Block, Caption, Dateline
from dragoman.read.agencies import known_agency
from dragoman.read.body import Body, read_body
from dragoman.read.captions import read_caption
from dragoman.read.dateline import Prefix
from dragoman.read.identity import article_id
from dragoman.read.language import detect_language
from dragoman.read.outlets import country_of, outlet_by_name, outlet_by_url
from dragoman.read.stamps import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The parts of an article as the input gives them, each without the others' words."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    # paragraphs in order, headings among them
    boilerplate: tuple[str, ...] = ()


def level(text: str) -> str:
    """White space levelled to single blanks, soft hyphens and zero-width characters dropped."""
    return re.sub(r"\s+", " ", re.sub(r"[\u00ad\u200b\u2060\ufeff]", "", text)).strip()


def compose(draft: Draft, input: str) -> Article:
    """Build an article and its text from a draft.

    Args:
        draft: the parts.
        input: the path or URL as given.

    Returns:
        An article whose text is title, standfirst, captions and body, parted by blank lines.
    """
    known = outlet_by_url(draft.url) or outlet_by_name(draft.outlet)
    paragraphs = [text for text in draft.body if text]
    setting = Setting(country=country_of(draft.outlet, draft.url), day_first=known.day_first if known else None)
    body = read_body(paragraphs, outlet=known, setting=setting)
    writer = _Writer()
    for part, text in (("title", draft.title), ("standfirst", draft.standfirst)):
        if text:
            writer.add(part, text)
    captions, agencies = _captions(draft, paragraphs, body, writer)
    left: list[str] = []
    for text, piece in zip(paragraphs, body.pieces, strict=True):
        if piece.kind == "body" and piece.end > piece.start:
            writer.add("body", text, piece.start, piece.end)
        elif piece.kind == "boilerplate":
            left.append(text)
    text = "\n\n".join(writer.parts)
    outlet = draft.outlet or (known.name if known else None)
    return Article(
        id=article_id(url=draft.url, outlet=outlet, title=draft.title, published=draft.published, text=text),
        input=input,
        url=draft.url,
        outlet=outlet,
        title=draft.title,
        standfirst=draft.standfirst,
        byline=draft.byline,
        dateline=dateline_of(body.dateline, draft.published),
        published=draft.published or draft.updated,
        updated=draft.updated,
        language=draft.language or detect_language(text),
        text=text,
        tags=tuple(dict.fromkeys((*draft.tags, *body.tags))),
        captions=captions,
        agencies=tuple(dict.fromkeys((*_supplier(draft.byline), *body.agencies, *agencies))),
        disclaimer=body.disclaimer,
        boilerplate=tuple(dict.fromkeys((*draft.boilerplate, *left))),
        blocks=tuple(writer.blocks),
    )


def _supplier(byline: str | None) -> tuple[str, ...]:
    """The agency that signs a story in place of an author."""
    names = re.split(r"\s*(?:,|/|&|\band\b|\bwith\b)\s*", byline) if byline else []
    return tuple(name for name in names if known_agency(name))


def dateline_of(prefix: Prefix | None, published: str | None) -> Dateline | None:
    """The dateline of the model: the year of publication is lent to a date without one, unless the month would be ahead of it.

    Args:
        prefix: what the first paragraph opens with.
        published: when the article was published, as ISO 8601.

    Returns:
        None where there is neither a place nor a date.
    """
    if prefix is None or (prefix.place is None and prefix.date is None):
        return None
    date = prefix.date
    if date and date.startswith("--") and published:
        year = int(published[:4])
        date = f"{year - (date[2:] > published[5:7] + '-99')}-{date[2:]}"
    return Dateline(place=prefix.place, date=date)


def _captions(
    draft: Draft, paragraphs: Sequence[str], body: Body, writer: "_Writer"
) -> tuple[tuple[Caption, ...], list[str]]:
    """Captions of figures and those found among the paragraphs, with their agencies; their words go to the text."""
    found: list[Caption] = []
    agencies: list[str] = []
    among = [text for text, piece in zip(paragraphs, body.pieces, strict=True) if piece.kind == "caption"]
    for text in dict.fromkeys((*draft.captions, *among)):
        split = read_caption(text)
        words = text[split.start : split.end]
        agencies.extend(split.agencies)
        found.append(Caption(text=words, credit=split.credit))
        if any(char.isalnum() for char in words):
            writer.add("caption", words)
    return tuple(found), agencies


class _Writer:
    """The text and blocks of an article under composition."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self._length = 0

    def add(self, part: str, text: str, start: int = 0, end: int | None = None) -> None:
        """Append a paragraph; ``start`` and ``end`` bound its coded words."""
        at = self._length + (2 if self.parts else 0)
        stop = len(text) if end is None else end
        self.blocks.append(Block(part=part, paragraph=len(self.blocks), start=at + start, end=at + stop))
        self.parts.append(text)
        self._length = at + len(text)
