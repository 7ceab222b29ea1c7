"""Pages, articles, fragments and entities as canonical JSON, without the texts, which have columns of their own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from kgnews.records import Article, Fragment, LocalEntity, NamedMention, Page, Span
from kgnews.records.serial import dumps


def fingerprint(*parts: str) -> str:
    """A hash of some strings, in their order (32 hexadecimal digits)."""
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def page_record(page: Page) -> str:
    """The page without its text and id."""
    return dumps(
        {
            "title": page.title,
            "date": page.date,
            "home": page.home,
            "source": page.source,
            "whole": page.whole,
            "metadata": dict(page.metadata),
        }
    )


def page_from_record(key: str, record: str, text: str) -> Page:
    """The page that ``page_record`` was given."""
    return Page(id=key, text=text, **json.loads(record))


def article_record(article: Article) -> str:
    """The article without its text and id."""
    return dumps(
        {
            "title": article.title,
            "date": article.date,
            "home": article.home,
            "source": article.source,
            "page": article.page,
            "spans": _pairs(article.spans),
            "title_spans": _pairs(article.title_spans),
            "copies": _pairs(article.copies),
            "metadata": dict(article.metadata),
        }
    )


def article_from_record(key: str, record: str, text: str) -> Article:
    """The article that ``article_record`` was given."""
    value = json.loads(record)
    for name in ("spans", "title_spans", "copies"):
        value[name] = _spans(value[name])
    return Article(id=key, text=text, **value)


def fragment_record(fragment: Fragment) -> str:
    """The fragment without its page."""
    return dumps(
        {
            "span": list(fragment.span),
            "text": fragment.text,
            "candidates": list(fragment.candidates),
            "reason": fragment.reason,
        }
    )


def fragment_from_record(page: str, record: str) -> Fragment:
    """The fragment that ``fragment_record`` was given."""
    value = json.loads(record)
    return Fragment(page, Span(*value["span"]), value["text"], tuple(value["candidates"]), value["reason"])


def entity_record(entity: LocalEntity) -> str:
    """The entity of an article with all its forms and mentions."""
    mentions = [[item.where, item.start, item.end, item.form] for item in entity.mentions]
    value = {"label": entity.label, "name": entity.name, "forms": list(entity.forms), "generic": entity.generic}
    return dumps(value | {"mentions": mentions})


def entity_from_record(record: str) -> LocalEntity:
    """The entity that ``entity_record`` was given."""
    value: dict[str, Any] = json.loads(record)
    mentions = tuple(NamedMention(*item) for item in value["mentions"])
    return LocalEntity(value["label"], value["name"], tuple(value["forms"]), value["generic"], mentions)


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans(pairs: Iterable[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
