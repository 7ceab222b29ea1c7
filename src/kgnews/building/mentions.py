"""Every sentence that names an entity, from the ledger: also those that no fact was read from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgnews.records import Article, LocalEntity
from kgnews.records.graphstore import NodeQuery
from kgnews.store.ledger import Ledger

MENTION_COLUMNS = ("name", "label", "form", "sentence", "facts", "article", "article_title", "article_date", "in", "start", "end")
_SENTENCE = re.compile("[^。！？!?\n]*[。！？!?\n]?[”」』）]*")


def mention_rows(ledger: Ledger, name: str) -> list[dict[str, object]]:
    """A row per mention, by article date: the sentence and the number of facts that the article tells of the entity."""
    nodes = ledger.graph.nodes(NodeQuery(ids=(name,))) or ledger.graph.nodes(NodeQuery(name=name))
    names = {name} | {alias for node in nodes for alias in (node.name, *node.aliases)}
    labels = {node.label for node in nodes}
    rows: list[dict[str, object]] = []
    for key, entity in ledger.entities_named(sorted(names)):
        article = ledger.article(key)
        if article is not None and (not labels or entity.label in labels):
            rows += _rows(ledger, article, entity)
    return sorted(
        rows, key=lambda row: (str(row["article_date"] or "9999"), str(row["article"]), str(row["in"]), int(str(row["start"])))
    )


def _rows(ledger: Ledger, article: Article, entity: LocalEntity) -> Iterator[dict[str, object]]:
    claims = ledger.reading(article.id).claims
    end = (entity.label, entity.name)
    facts = sum(any(item and (item.label, item.name) == end for item in (claim.subject, claim.object)) for claim in claims)
    for mention in entity.mentions:
        source = article.title if mention.where == "title" else article.text
        yield {
            "name": entity.name,
            "label": entity.label,
            "form": mention.form,
            "sentence": sentence_at(source, mention.start),
            "facts": facts,
            "article": article.id,
            "article_title": article.title,
            "article_date": article.date,
            "in": mention.where,
            "start": mention.start,
            "end": mention.end,
        }


def sentence_at(text: str, position: int) -> str:
    """The sentence that a position of a text lies in."""
    for found in _SENTENCE.finditer(text):
        if found.end() > position:
            return found[0].strip()
    return ""
