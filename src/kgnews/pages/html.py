"""The main text and the metadata of a web page. Imported only when there is one: its libraries are slow to load."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from kgnews.pages.dates import normalise_date

_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publishtime",
    "firstpublishedtime",
    "weibo: article:create_at",
    "dc.date",
    "dc.date.issued",
    "date",
)
_SITES = ("source", "contentsource", "og:site_name", "sitename", "author:source")
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
# A page's <title> ends in the names of section and site: 某市召开大会-某某网, 某市召开大会_新闻_某某网.
_SITE_TAIL = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{1,24}$")


@dataclass(frozen=True, slots=True)
class MainText:
    """What a web page says: ``text`` begins with its headline as a heading, if it has one. ``metadata`` are its meta tags."""

    text: str
    title: str = ""
    date: str | None = None
    site: str = ""
    metadata: dict[str, str] = field(default_factory=dict)


def main_text(page: str) -> MainText | None:
    """None where the page has no running text."""
    tree = _tree(page)
    if tree is None:
        return None
    body = _body(tree)
    if not body:
        return None
    meta = dict(_meta(tree))
    title = _title(tree, meta)
    lines = [line.strip() for line in body.split("\n") if line.strip()]
    if title and lines and _bare(lines[0]) == _bare(title):
        lines = lines[1:]
    lines = [f"# {title}", *lines] if title else lines
    site = next((meta[key] for key in _SITES if meta.get(key)), "")
    return MainText("\n\n".join(lines), title, _date(tree, meta), site, meta)


def _tree(page: str) -> lxml_html.HtmlElement | None:
    try:
        # A declaration of an encoding in a decoded text is refused by lxml.
        return lxml_html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    except (etree.ParserError, ValueError):
        return None


def _body(tree: lxml_html.HtmlElement) -> str:
    # Precision first: in the default mode menus and lists of related articles come along on short pages.
    for precise in (True, False):
        text = trafilatura.extract(
            lxml_html.tostring(tree, encoding="unicode"),
            output_format="markdown",
            include_comments=False,
            include_formatting=False,
            include_links=False,
            favor_precision=precise,
            deduplicate=False,
        )
        if text and text.strip():
            return str(text)
    return ""


def _bare(text: str) -> str:
    return re.sub(r"[\s#]", "", text)


def _meta(tree: lxml_html.HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            yield name.strip().lower(), content


def _title(tree: lxml_html.HtmlElement, meta: dict[str, str]) -> str:
    heads = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    whole = " ".join((tree.findtext(".//title") or "").split())
    given = meta.get("og:title") or meta.get("articletitle") or meta.get("title") or whole
    for head in heads:
        if len(head) >= 4 and (len(heads) == 1 or head in given):
            return head
    while (shorter := _SITE_TAIL.sub("", given)) != given and len(shorter) >= 6:
        given = shorter
    return given


def _date(tree: lxml_html.HtmlElement, meta: dict[str, str]) -> str | None:
    """Only from tags that mean the date of publication; a date somewhere on the page proves nothing."""
    times = [element.get("datetime") for element in tree.iter("time") if "pub" in " ".join(element.attrib.values()).lower()]
    for value in (*(meta.get(key) for key in _DATES), *_linked_data(tree), *times):
        try:
            if value and (day := normalise_date(value)):
                return day
        except ValueError:
            continue
    return None


def _linked_data(tree: lxml_html.HtmlElement) -> Iterator[str]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict) and isinstance(item.get("datePublished"), str):
                yield item["datePublished"]
