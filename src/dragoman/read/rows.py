"""Articles as JSON: one object, a list, a mapping that holds a list, JSON Lines, JSON Feed; under the names that archives and APIs use."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.errors import InputError, NoArticleError
from dragoman.model import Article
from dragoman.read.draft import Draft, compose, level
from dragoman.read.fragments import fragment_line, fragment_paragraphs
from dragoman.read.names import read_byline
from dragoman.read.plain import read_plain
from dragoman.read.stamps import find_stamps
from dragoman.read.values import as_texts, clean, iso_moment, name_of

_TITLE = ("title", "headline", "head", "heading", "name", "webTitle", "hl1")
_TEXT = (
    "text",
    "body",
    "content",
    "maintext",
    "articleBody",
    "article_body",
    "body_text",
    "bodyText",
    "full_text",
    "fulltext",
    "content_html",
    "content_text",
    "story",
    "cleaned_text",
    "raw_text",
    "paragraphs",
    "article",
)
_STANDFIRST = ("standfirst", "subtitle", "subheadline", "subhead", "lead", "dek", "abstract", "trailText", "lede")
_SUMMARY = ("description", "summary", "snippet", "excerpt")
_PUBLISHED = (
    "published", "date", "datePublished", "date_published", "published_at", "publishedAt", "published_date",
    "publish_date", "publishDate", "pub_date", "pubDate", "pubdate",
    "publication_date", "publicationDate", "date_publish", "webPublicationDate", "created", "created_at",
    "dateCreated", "timestamp", "time", "datetime", "seendate", "day",
)  # fmt: skip
_UPDATED = (
    "updated",
    "dateModified",
    "date_modified",
    "modified",
    "updated_at",
    "updatedAt",
    "last_modified",
    "modified_date",
    "date_modify",
    "lastModified",
)
_URL = ("url", "link", "webUrl", "web_url", "uri", "permalink", "canonical_url", "external_url", "source_url")
_OUTLET = (
    "outlet",
    "source",
    "publisher",
    "publication",
    "source_name",
    "sourceName",
    "site",
    "site_name",
    "siteName",
    "newspaper",
    "media",
    "media_name",
    "source_domain",
    "domain",
)
_AUTHOR = ("byline", "author", "authors", "creator", "writer", "dc:creator")
_TAGS = ("tags", "keywords", "categories", "topics", "subjects", "category", "section")
_LANGUAGE = ("language", "lang", "inLanguage", "language_code")
_LISTS = (
    "articles",
    "items",
    "results",
    "data",
    "documents",
    "docs",
    "hits",
    "entries",
    "rows",
    "response",
    "stories",
    "news",
)
WORDS = frozenset((*_TITLE, *_TEXT, *_STANDFIRST, *_SUMMARY))
# names under which an article's words stand
NAMES = WORDS | frozenset((*_PUBLISHED, *_UPDATED, *_URL, *_OUTLET, *_AUTHOR, *_TAGS, *_LANGUAGE, "caption", "captions", "fields", "_source"))
# all names that are looked at
_IN_LOWER_CASE = {name.lower(): name for name in NAMES}


def usual_name(name: str) -> str | None:
    """The name that is looked at for one that may be written in other letters ("Title", "PUBLISHED_AT"); None where there is none."""
    return name if name in NAMES else _IN_LOWER_CASE.get(name.lower())


def read_json(text: str, input: str) -> Iterator[Article | InputError]:
    """Read a document of JSON.

    Args:
        text: the document.
        input: the path or URL as given.

    Yields:
        One article for each object that is one; an error for each that has no words.

    Raises:
        InputError: it is no JSON.
        NoArticleError: no object in it is an article.
    """
    try:
        value = json.loads(text, strict=False)
    except RecursionError as error:
        raise InputError(input, "JSON nested too deeply", "give articles as flat objects") from error
    except ValueError as error:
        raise InputError(input, f"broken JSON ({error})", "mend it, or give one object a line (.jsonl)") from error
    objects = _objects(value)
    if not objects:
        raise NoArticleError(input, "JSON without an article in it", 'give objects with "title" and "text"')
    for number, one in enumerate(objects, 1):
        yield read_row(one, input, f"object {number}" if len(objects) > 1 else None)


def read_jsonl(lines: Iterable[str], input: str) -> Iterator[Article | InputError]:
    """Read JSON Lines.

    Args:
        lines: the lines, which are taken one by one.
        input: the path or URL as given.

    Yields:
        One article or error for each line that is not blank; an error names its line.
    """
    seen = False
    for number, line in enumerate(lines, 1):
        if not line.strip(" \t\r\n\ufeff"):
            continue
        seen = True
        where = f"line {number}"
        try:
            value = json.loads(line.strip("\ufeff \t\r\n"), strict=False)
        except RecursionError:
            yield InputError(input, "JSON nested too deeply", "give articles as flat objects", where)
        except ValueError as error:
            yield InputError(input, f"broken JSON ({error})", "mend the line; the others are read", where)
        else:
            yield read_row(value, input, where)
    if not seen:
        yield InputError(input, "it is empty", "give a file with one JSON object a line")


def _objects(value: Any) -> list[Any]:
    """The articles in a document: itself, the members of a list, or of a list under a usual name."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    if not _first(value, (*_TEXT, *_STANDFIRST, *_SUMMARY)) or (
        isinstance(value.get("items"), list) and value["items"]
    ):
        for key in _LISTS:
            inner = value.get(key)
            if isinstance(inner, list):
                return inner
            if isinstance(inner, dict) and key in ("response", "data") and (deeper := _objects(inner)):
                return deeper
    return [value]


def read_row(value: Any, input: str, where: str | None) -> Article | InputError:
    """Read one object.

    Args:
        value: a mapping, or a string that is a text by itself.
        input: the path or URL as given.
        where: its place in the input, for an error.

    Returns:
        The article, or a NoArticleError where the object holds no words.
    """
    if isinstance(value, str) and value.strip():
        return read_plain(clean(value), input)
    if not isinstance(value, dict):
        return NoArticleError(
            input, f"{type(value).__name__} where an object was expected", 'give objects with "title" and "text"', where
        )
    row: Mapping[str, Any] = value
    inner = row.get("article") or row.get("fields") or row.get("_source")
    if isinstance(inner, dict):
        row = {**row, **inner}
    row = {**{usual_name(str(key)) or str(key): value for key, value in row.items()}, **row}
    paragraphs, title = _paragraphs(row), fragment_line(_first(row, _TITLE))
    if not paragraphs and not title:
        return NoArticleError(input, "an object without a text", 'give it a "text", "body" or "content"', where)
    draft = _draft(row, title, paragraphs)
    raw = _first(row, _TEXT)
    if title is None and raw and not re.search(r"<(?:p|br|div)\b", raw):
        return _from_plain(raw, draft, input)
    return compose(draft, input)


def _paragraphs(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The paragraphs of the body; a summary stands in where there is no text."""
    for key in (*_TEXT, *_SUMMARY):
        value = row.get(key)
        if isinstance(value, dict):
            continue
        found = tuple(text for part in as_texts(value) for text in fragment_paragraphs(part))
        if found:
            return found
    return ()


def _draft(row: Mapping[str, Any], title: str | None, paragraphs: tuple[str, ...]) -> Draft:
    standfirst = fragment_line(_first(row, _STANDFIRST))
    url, author = (
        _first(row, _URL),
        ", ".join(text for key in _AUTHOR[:1] for text in as_texts(row.get(key))) or ", ".join(_all(row, _AUTHOR)),
    )
    language = (_first(row, _LANGUAGE) or "").lower()
    outlet = _first(row, _OUTLET)
    return Draft(
        url=url if url and re.match(r"https?://", url) else None,
        outlet=outlet if outlet and not outlet.startswith("http") else None,
        title=title,
        standfirst=standfirst if standfirst not in (title, *paragraphs) else None,
        byline=level(read_byline(author) or author) or None,
        published=_moment(row, _PUBLISHED),
        updated=_moment(row, _UPDATED),
        language=language[:2] if re.match(r"[a-z]{2}(?:[-_]|$)", language) else None,
        tags=tuple(
            dict.fromkeys(
                level(tag) for text in _all(row, _TAGS) for tag in re.split(r"\s*[,;|]\s*", text) if tag.strip()
            )
        ),
        captions=tuple(level(text) for text in (*as_texts(row.get("captions")), *as_texts(row.get("caption")))),
        body=tuple(text for place, text in enumerate(paragraphs) if place > 1 or text not in (title, standfirst)),
    )


def _from_plain(text: str, draft: Draft, input: str) -> Article:
    """An object with no title: its text is read as plain text, whose head may tell one; what the object tells wins."""
    from dataclasses import replace

    from dragoman.read.identity import article_id

    article = read_plain(clean(text), input, draft.url)
    told = {
        name: getattr(draft, name)
        for name in ("outlet", "byline", "published", "updated", "language")
        if getattr(draft, name)
    }
    article = replace(article, **told, tags=tuple(dict.fromkeys((*draft.tags, *article.tags))))
    new_id = article_id(
        url=article.url, outlet=article.outlet, title=article.title, published=article.published, text=article.text
    )
    return replace(article, id=new_id)


def _first(row: Mapping[str, Any], keys: Iterable[str]) -> str | None:
    return next(
        (
            text
            for key in keys
            if not (key == "article" and isinstance(row.get(key), dict)) and (text := name_of(row.get(key)))
        ),
        None,
    )


def _all(row: Mapping[str, Any], keys: Iterable[str]) -> tuple[str, ...]:
    """All texts under the first of some keys that has any."""
    return next((texts for key in keys if (texts := as_texts(row.get(key)))), ())


def _moment(row: Mapping[str, Any], keys: Iterable[str]) -> str | None:
    """The first time under some keys; compact ones (20241005T182000Z, 20241005) are told by their digits."""
    for key in keys:
        told = name_of(row.get(key))
        if not told:
            continue
        compact = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)(Z?))?", told)
        if compact:
            y, m, d, hour, minute, second, zulu = compact.groups()
            told = f"{y}-{m}-{d}" + (f"T{hour}:{minute}:{second}{zulu}" if hour else "")
        moment = iso_moment(told)
        if moment:
            return moment
        stamps = find_stamps(told)
        if stamps and stamps[0].full:
            return stamps[0].iso
    return None
