"""A raw web page → the article's text, and what its markup says about title, publisher, language and day.

The markup's own statements come first (JSON-LD, then meta elements, then `<time>`), htmldate last; a day read off
running text ("Copyright 2024") is no statement. A missing day is better than a wrong one.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any

from pipeline.read.boilerplate import without_boilerplate
from pipeline.read.decode import NotPlainTextError, check_text
from pipeline.read.published import NotADateError, read_metadata_day
from pipeline.read.source import Metadata, Source, printable

if TYPE_CHECKING:
    from datetime import date

    from lxml.html import HtmlElement

MAX_DEPTH = 250  # nested elements; trafilatura reads nothing below about 300
MIN_WORDS = 10  # of an article; fewer are a menu or a notice
MAX_JSON_BYTES = 1_000_000  # of one JSON-LD block
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
SCRIPT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option".split())
SITE_SUFFIX = re.compile(r"(.+?)\s+[|–—-]\s+([^|–—]{2,40})")
ARTICLE_TYPES = re.compile(r"Article$|^(?:BlogPosting|LiveBlogPosting|Report|WebPage|NewsMediaOrganization)$")
DAY_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date.created",
    "pubdate",
    "pub_date",
    "publishdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:publishtime",
    "bt:pubdate",
    "date",
)


def read_page(source: Source) -> tuple[Source, str]:
    """The source with the page's metadata filled in where nothing was said before, and the article's text.

    Raises NotPlainTextError when the page cannot be decoded, is nested beyond reason, or holds no article.
    """
    import trafilatura

    markup = check_text(decode_page(source.content))
    if nesting(markup) > MAX_DEPTH:
        raise NotPlainTextError(f"more than {MAX_DEPTH} nested elements.")
    tree = _parse(markup)
    text = trafilatura.extract(markup, include_comments=False, output_format="txt") if tree is not None else None
    if tree is None or not text or len(text.split()) < MIN_WORDS:
        raise NotPlainTextError("unextractable: no article found in the page.")
    said = page_metadata(markup, tree)
    own = {key: value for key in Metadata.__slots__ if (value := getattr(source.metadata, key)) is not None}
    return replace(source, metadata=replace(said, **own)), without_boilerplate(text)


def decode_page(content: bytes | str) -> str:
    """The markup of a page: UTF-8, else the encoding it declares. Raises NotPlainTextError."""
    if isinstance(content, str):
        return content
    declared = CHARSET.search(content[:4096])
    for name in ("utf-8-sig", declared.group(1).decode("ascii", "replace") if declared else ""):
        try:
            return content.decode(codecs.lookup(name).name if name else "utf-8")
        except (LookupError, UnicodeError):
            continue
    raise NotPlainTextError("neither UTF-8 nor the encoding that the page declares.")


def nesting(markup: str) -> int:
    """How deep elements are nested, from their tags alone: cheap, and before any parser is trusted with the page."""
    depth = deepest = 0
    for match in TAG.finditer(SCRIPT.sub("", markup)):
        is_end, name, is_empty = match.groups()
        if is_empty or name.lower() in VOID:
            continue
        depth = max(0, depth - 1) if is_end else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _parse(markup: str) -> HtmlElement | None:
    from lxml import etree, html

    try:
        return html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.LxmlError, ValueError):
        return None


def page_metadata(markup: str, tree: HtmlElement) -> Metadata:
    """What the markup says about the article; None for what it does not say."""
    metas = _metas(tree)
    nodes = list(_linked_data(tree))
    headings = [" ".join(str(h.text_content()).split()) for h in tree.iter("h1")]
    titles = [metas.get("og:title"), *(node.get("headline") for node in nodes), metas.get("twitter:title"), *headings]
    publishers = [metas.get("og:site_name"), *(_name(node.get("publisher")) for node in nodes)]
    publisher = _first(publishers)
    return Metadata(
        title=_without_site(_first([*titles, tree.findtext(".//title")]), publisher, titles),
        publisher=publisher,
        url=_first([*tree.xpath("//link[@rel='canonical']/@href"), metas.get("og:url")]),
        language=_first([tree.get("lang"), metas.get("og:locale")]),
        published=page_day(markup, tree, metas, nodes),
    )


def _first(values: list[Any]) -> str | None:
    return next((printable(unescape(value)) for value in values if isinstance(value, str) and value.strip()), None)


def _without_site(title: str | None, publisher: str | None, others: list[Any]) -> str | None:
    """A title without the site's name behind a bar or dash: the publisher, or what is left when the page's own headline
    is taken away."""
    match = SITE_SUFFIX.fullmatch(title or "")
    if title is None or match is None:
        return title
    head, tail = match.groups()
    site = _folded(publisher or "")
    is_site = bool(site) and (_folded(tail) in site or site in _folded(tail))
    return head if is_site or _folded(head) in {_folded(str(other)) for other in others} else title


def _folded(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _name(publisher: Any) -> Any:
    return publisher.get("name") if isinstance(publisher, dict) else publisher


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first content of every meta element by its name in lower case."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            found.setdefault(name.lower(), meta.get("content"))
    return found


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The nodes of the page's JSON-LD that describe an article, in order; broken blocks are passed over."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        block = script.text or ""
        if len(block) > MAX_JSON_BYTES:
            continue
        try:
            value = json.loads(block, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (node for node in _nodes(value) if any(map(ARTICLE_TYPES.search, _types(node))))


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """A JSON-LD block's top nodes, those of its graph and what its pages are about."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph") or item.get("mainEntity") or ()
            yield from (node for node in (graph if isinstance(graph, list) else [graph]) if isinstance(node, dict))


def _types(node: dict[str, Any]) -> list[str]:
    types = node.get("@type")
    return [str(kind) for kind in (types if isinstance(types, list) else [types])]


def page_day(markup: str, tree: HtmlElement, metas: dict[str, str], nodes: list[dict[str, Any]]) -> date | None:
    """The day of publication that the markup states, None when it states none that can be read."""
    articles_first = sorted(nodes, key=lambda node: not any(kind.endswith(("Article", "Posting")) for kind in _types(node)))
    stated = [node.get("datePublished") for node in articles_first] + [metas.get(name) for name in DAY_METAS]
    stated += tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    stated += tree.xpath("//article//time/@datetime")[:1] + tree.xpath("//header//time/@datetime")[:1]
    for words in stated:
        if day := _day(words):
            return day
    return _guess(markup)


def _day(words: Any) -> date | None:
    if not isinstance(words, str) or not words.strip():
        return None
    try:
        return read_metadata_day(words)
    except NotADateError:
        return None


def _guess(markup: str) -> date | None:
    """htmldate's reading of the remaining markup, without its search through running text."""
    from htmldate import find_date

    return _day(find_date(markup, original_date=True, extensive_search=False))
