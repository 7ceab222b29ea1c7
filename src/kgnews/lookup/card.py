"""The card of an entity: dated posts, events, connections, articles, each fact with its quotations."""

from __future__ import annotations

from kgnews.lookup.facts import MENTION, Reader, Row
from kgnews.records import Edge, Node
from kgnews.records.graphstore import EdgeQuery, GraphStore
from kgnews.records.serial import properties_to_json

SECTIONS = ("posts", "events", "connections", "articles")
CARD_COLUMNS = (
    "entity", "section", "type", "subject", "title", "status", "object", "date", "first", "last",
    "quote", "article", "article_title", "article_date", "rule", "confidence", "sources", "doubtful", "fact",
)  # fmt: skip


def card(store: GraphStore, node: Node, doubtful: bool = False) -> Row:
    """The entity with its facts by section; posts and events by date, the rest by type."""
    other = partner(store, node.id)
    ends = (node.id, other) if other else (node.id,)
    edges = store.edges(EdgeQuery(ends=ends, doubtful=None if doubtful else False))
    reader = Reader(store)
    rows = reader.rows(edges)
    sections: dict[str, list[Row]] = {name: [] for name in SECTIONS}
    for edge, row in zip(edges, rows, strict=True):
        sections[section_of(edge, row)].append(_dated(edge, row, reader))
    for found in sections.values():
        found.sort(key=lambda row: (row["when"] or "9999", row["type"], row.get("order", 999), row["subject"], row["fact"]))
    entity = {
        "id": node.id,
        "label": node.label,
        "name": node.name,
        "aliases": list(node.aliases),
        "properties": properties_to_json(node.properties),
        "articles": len(node.articles),
        "also": other,
    }
    return {"entity": entity, "sections": sections}


def partner(store: GraphStore, node: str) -> str | None:
    """A place and the body that acts for it are two nodes and one card: the other of the two."""
    edges = store.edges(EdgeQuery(ends=(node,), types=("BODY_OF",)))
    return next((edge.target if edge.source == node else edge.source for edge in edges), None)


def card_rows(found: Row) -> list[Row]:
    """The card as one flat row a fact."""
    entity = found["entity"]
    head = {"entity": entity["name"], "entity_id": entity["id"], "entity_label": entity["label"]}
    return [head | {"section": name} | row for name in SECTIONS for row in found["sections"][name]]


def section_of(edge: Edge, row: Row) -> str:
    """Where a fact stands on a card."""
    if edge.type == "HOLDS_POSITION":
        return "posts"
    if edge.type == MENTION or edge.type == "BYLINE":
        return "articles"
    return "events" if "Event" in (row["subject_label"], row["object_label"]) else "connections"


def _dated(edge: Edge, row: Row, reader: Reader) -> Row:
    """With ``when`` and ``dating``: the fact's own date, the event's, or that of the first report."""
    when, dating = when_of(edge, row, reader)
    return row | {"when": when, "dating": dating}


def when_of(edge: Edge, row: Row, reader: Reader) -> tuple[str | None, str]:
    """When a fact took place, and on what that rests: "fact", "event" or "report"."""
    for key in ("date", "since", "until"):
        if row.get(key):
            return str(row[key]), "fact"
    for node in reader.fetch((edge.source, edge.target)).values():
        if node.id in (edge.source, edge.target) and node.label == "Event" and node.properties.get("date"):
            return str(node.properties["date"]), "event"
    return row["first"], "report"
