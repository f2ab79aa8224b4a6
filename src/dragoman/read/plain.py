"""Plain text to an article: the file's own characters, with the parts marked in place."""

from collections.abc import Sequence

from dragoman.model import Article, Block, Caption, Dateline
from dragoman.read.body import Body, Piece, read_body
from dragoman.read.dateline import Prefix
from dragoman.read.draft import dateline_of
from dragoman.read.head import Head, read_head
from dragoman.read.identity import article_id
from dragoman.read.language import detect_language
from dragoman.read.lines import Para, paragraphs
from dragoman.read.outlets import country_of, outlet_by_name
from dragoman.read.stamps import Setting, Stamp, find_stamps, numbers_day_first


def read_plain(text: str, input: str, url: str | None = None) -> Article:
    """Read a plain text.

    Args:
        text: all of it; kept as it is.
        input: the path or URL as given.
        url: where it stands, if anywhere.

    Returns:
        An article with ``article.text == text``; blocks, head and boilerplate point into it or quote it.
    """
    paras = paragraphs(text)
    head = read_head([para.text for para in paras])
    taken = {head.title, *head.standfirsts, *head.matter}
    rest = [place for place in range(len(paras)) if place not in taken]
    known = outlet_by_name(head.outlet)
    body = read_body([paras[place].text for place in rest], outlet=known)
    outlet = (known.name if known else head.outlet) or (body.dateline.agency if body.dateline else None)
    published, updated = _times(head, body, known.day_first if known else None)
    pieces = dict(zip(rest, body.pieces, strict=True))
    title = paras[head.title].text if head.title is not None else None
    return Article(
        id=article_id(url=url, outlet=outlet, title=title, published=published, text=text),
        input=input,
        url=url,
        outlet=outlet,
        title=_one_line(title),
        standfirst=_one_line("\n".join(paras[place].text for place in head.standfirsts)) or None,
        byline=head.byline,
        dateline=_dateline(body.dateline, head, published),
        published=published,
        updated=updated,
        language=detect_language(" ".join(paras[place].text for place in rest) or text),
        text=text,
        tags=body.tags,
        captions=_captions(paras, pieces),
        agencies=body.agencies,
        disclaimer=body.disclaimer,
        boilerplate=_boilerplate(paras, head, pieces),
        blocks=_blocks(paras, head, pieces),
    )


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) if text is not None else None


def _times(head: Head, body: Body, day_first: bool | None) -> tuple[str | None, str | None]:
    """When the text was published and updated, as its head tells; a lone time of updating is also that of publication."""
    place = body.dateline.place if body.dateline else None
    lines = (*head.stamps, *body.stamps)
    country = country_of(head.outlet, *lines, place, head.place, *body.agencies)
    told = numbers_day_first(" ".join(lines))
    setting = Setting(country=country, day_first=day_first if told is None else told)
    stamps = [stamp for line in lines for stamp in find_stamps(line, setting) if stamp.full]
    issued = [stamp for line in body.issued for stamp in find_stamps(line, setting) if stamp.full]
    updated = _pick(stamps, "updated")
    published = _pick(stamps, "published") or _pick(stamps, None)
    if published is None and updated is None:
        line = body.dateline.date if body.dateline else None
        day = None if line is None or line.startswith("--") else line
        at_foot = _pick(issued, None)
        # a foot tells the clock time beside the dateline's day, or another date than that of issue
        published = at_foot if at_foot and (day is None or at_foot.startswith(day)) else day
    return published or updated, updated


def _pick(stamps: Sequence[Stamp], label: str | None) -> str | None:
    """The most precise stamp with a label."""
    isos = [stamp.iso for stamp in stamps if stamp.label == label]
    return max(isos, key=len) if isos else None


def _dateline(prefix: Prefix | None, head: Head, published: str | None) -> Dateline | None:
    told = dateline_of(prefix, published)
    if told or not head.place:
        return told
    return Dateline(place=head.place, date=published[:10] if published else None)


def _blocks(paras: Sequence[Para], head: Head, pieces: dict[int, Piece]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for place, para in enumerate(paras):
        part, start, end = "", para.start, para.end
        if place == head.title:
            part = "title"
        elif place in head.standfirsts:
            part = "standfirst"
        elif place in pieces and pieces[place].kind != "boilerplate":
            part, start, end = pieces[place].kind, para.start + pieces[place].start, para.start + pieces[place].end
        if part and start < end:
            blocks.append(Block(part=part, paragraph=len(blocks), start=start, end=end))
    return tuple(blocks)


def _captions(paras: Sequence[Para], pieces: dict[int, Piece]) -> tuple[Caption, ...]:
    return tuple(
        Caption(text=_one_line(paras[place].text[piece.start : piece.end]) or "", credit=piece.credit)
        for place, piece in pieces.items()
        if piece.kind == "caption"
    )


def _boilerplate(paras: Sequence[Para], head: Head, pieces: dict[int, Piece]) -> tuple[str, ...]:
    """Head matter and furniture, in the order of the text."""
    return tuple(
        para.text
        for place, para in enumerate(paras)
        if place in head.matter or (place in pieces and pieces[place].kind == "boilerplate")
    )
