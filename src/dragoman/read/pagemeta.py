"""What a page says of itself for machines: JSON-LD (schema.org), OpenGraph and other meta elements, <time>."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.read.draft import level
from dragoman.read.stamps import Setting, find_stamps
from dragoman.read.values import as_texts, iso_moment, name_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(
    r"(?:Article|Posting|Report|Review|BlogPosting|LiveBlogPosting|PressRelease|SpecialAnnouncement)$"
)
_SPLIT_TITLE = re.compile(r"\s+(?:[|–—·»•:]|--?|::)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the machine-readable part tells; None where it is silent."""

    url: str | None
    outlet: str | None
    title: str | None
    titled: bool
    # whether a headline is told, not only a <title>
    description: str | None
    byline: str | None
    published: str | None
    updated: str | None
    language: str | None
    tags: tuple[str, ...]
    body: str | None
    # JSON-LD's articleBody, for pages that a script fills in
    updates: tuple[tuple[str, str], ...]
    # headline and text of each entry of a live blog


def read_meta(root: "HtmlElement") -> Meta:
    """Read the machine-readable part of a page.

    Args:
        root: the page's tree, scripts still in it.

    Returns:
        JSON-LD where it has a value, else the meta elements, else the <title>.
    """
    article = _json_article(root)
    metas = _metas(root)
    title = name_of(article.get("headline")) or metas.get("og:title") or metas.get("twitter:title")
    tail, outlet = _from_title(root, title)
    site = name_of(article.get("publisher")) or metas.get("og:site_name") or metas.get("application-name") or outlet
    return Meta(
        url=_canonical(root)
        or metas.get("og:url")
        or name_of(article.get("url"))
        or name_of(article.get("mainEntityOfPage")),
        outlet=_plain(metas.get("og:site_name") or site),
        title=_plain(_without_outlet(title, site)) or _plain(tail),
        titled=title is not None,
        description=_plain(
            name_of(article.get("description")) or metas.get("og:description") or metas.get("description")
        ),
        byline=_byline(article, metas),
        published=_first_moment(
            article.get("datePublished"), article.get("dateCreated"), *(metas.get(k) for k in _PUBLISHED)
        ),
        updated=_first_moment(article.get("dateModified"), *(metas.get(k) for k in _UPDATED)),
        language=_language(root, article, metas),
        tags=_tags(article, metas, root),
        body=name_of(article.get("articleBody")),
        updates=_updates(article),
    )


_PUBLISHED = (
    "article:published_time", "og:published_time", "article:published", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publish_date", "sailthru.date",
    "parsely-pub-date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "citation_publication_date",
    "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "article:modified",
)


def _plain(text: str | None) -> str | None:
    import html

    return level(html.unescape(text)) or None if text else None


def _json_article(root: "HtmlElement") -> Mapping[str, Any]:
    """The first article among the objects of the page's JSON-LD, which may be lists or graphs."""
    nodes: list[Mapping[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes.extend(_nodes(_loads(script.text or "")))
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in as_texts(node.get("@type")))]
    chosen = next((node for node in articles if node.get("headline")), articles[0] if articles else {})
    ids = {str(node["@id"]): node for node in nodes if "@id" in node}
    return {key: _resolved(value, ids) for key, value in chosen.items()}


def _loads(text: str) -> Any:
    """JSON as pages have it: in comments, with raw line breaks; None where it is broken beyond that."""
    bare = (
        re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$", "", text).strip().rstrip(";")
    )
    try:
        return json.loads(bare, strict=False)
    except ValueError:
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list) and depth < 6:
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict) and depth < 6:
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth + 1)


def _resolved(value: Any, ids: Mapping[str, Mapping[str, Any]]) -> Any:
    """References within a graph ({"@id": "#org"}) replaced by what they stand for."""
    if isinstance(value, dict) and set(value) <= {"@id", "@type"} and str(value.get("@id")) in ids:
        return ids[str(value["@id"])]
    return [_resolved(item, ids) for item in value] if isinstance(value, list) else value


def _metas(root: "HtmlElement") -> dict[str, str]:
    """Meta elements by lower-case name; of equal names the first, but article:tag joined by commas."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower().strip()
        content = (meta.get("content") or "").strip()
        if not name or not content:
            continue
        if name == "article:tag" and name in found:
            found[name] += "," + content
        found.setdefault(name, content)
    return found


def _from_title(root: "HtmlElement", told: str | None) -> tuple[str | None, str | None]:
    """The title and the outlet in "Headline | Outlet"; the part that matches the told title is the headline."""
    whole = level(root.findtext(".//title") or "")
    pieces = [piece for piece in _SPLIT_TITLE.split(whole) if piece]
    if len(pieces) < 2:
        return whole or None, None
    if told and level(told).casefold() == whole.casefold():
        return whole, None
    last = pieces[-1]
    cut = whole.rfind(last)
    title = re.sub(r"\s+(?:[|–—·»•:]|--?|::)\s*$", "", whole[:cut])
    return (title, last) if len(last.split()) <= 6 else (whole, None)


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """A headline without the outlet's name at its end."""
    if not title or not outlet:
        return title
    return re.sub(rf"\s+(?:[|–—·»•]|--?|::)\s+{re.escape(outlet)}\s*$", "", title, flags=re.IGNORECASE)


def _canonical(root: "HtmlElement") -> str | None:
    for link in root.iter("link"):
        href = link.get("href") or ""
        if (link.get("rel") or "").lower() == "canonical" and href.startswith("http"):
            return str(href)
    return None


def _byline(article: Mapping[str, Any], metas: Mapping[str, str]) -> str | None:
    names = [name for name in as_texts(article.get("author")) if not name.startswith("http")]
    if not names:
        names = [
            metas[key]
            for key in ("author", "article:author", "byl", "parsely-author", "dc.creator")
            if metas.get(key) and not metas[key].startswith("http")
        ][:1]
    joined = level(", ".join(dict.fromkeys(names)))
    return re.sub(r"^by\s+", "", joined, flags=re.IGNORECASE) or None


def _first_moment(*values: Any) -> str | None:
    for value in values:
        told = next(iter(as_texts(value)), None)
        moment = iso_moment(told) if told else None
        if moment is None and told:
            stamps = find_stamps(told, Setting())
            moment = stamps[0].iso if stamps and stamps[0].full else None
        if moment:
            return moment
    return None


def _language(root: "HtmlElement", article: Mapping[str, Any], metas: Mapping[str, str]) -> str | None:
    told = (
        name_of(article.get("inLanguage"))
        or root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or metas.get("og:locale")
        or ""
    )
    match = re.match(r"([a-z]{2})(?:[-_]|$)", told.lower())
    return match[1] if match else None


def _tags(article: Mapping[str, Any], metas: Mapping[str, str], root: "HtmlElement") -> tuple[str, ...]:
    told = article.get("keywords") or metas.get("article:tag") or metas.get("news_keywords") or metas.get("keywords")
    tags = [tag for text in as_texts(told) for tag in re.split(r"\s*[,;]\s*", text)]
    if not tags:
        tags = [a.text_content() for a in root.iter("a") if (a.get("rel") or "").lower() == "tag"]
    bare = (level(tag).removeprefix("#") for tag in tags)
    return tuple(dict.fromkeys(tag for tag in bare if tag and len(tag) <= 80))


def _updates(article: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    raw = article.get("liveBlogUpdate") or ()
    entries = raw if isinstance(raw, list) else [raw]
    found = (
        (name_of(e.get("headline")) or "", name_of(e.get("articleBody")) or "") for e in entries if isinstance(e, dict)
    )
    return tuple(pair for pair in found if pair[1])
