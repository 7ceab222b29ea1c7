"""The card of an entity: dated posts, events, connections, articles, each fact with its quotations."""

from __future__ import annotations

from collections.abc import Iterable

from kgnews.lookup.facts import MENTION, Reader, Row
from kgnews.lookup.spells import spells_of
from kgnews.records import Edge, Node
from kgnews.records.graphstore import EdgeQuery, GraphStore
from kgnews.records.serial import properties_to_json

SECTIONS = ("attributes", "posts", "discipline", "events", "connections", "articles")
_OWN_SECTION = {"ATTRIBUTE": "attributes", "DISCIPLINE": "discipline"}
CARD_COLUMNS = (
    "entity", "section", "type", "subject", "title", "status", "object", "date", "first", "last",
    "since", "until", "attribute", "measure", "wording", "role", "decided_by",
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
    career = career_of(reader, edges) if node.label == "Person" else []
    return {"entity": entity, "career": career, "sections": sections}


def career_of(reader: Reader, edges: Iterable[Edge]) -> list[Row]:
    """The curriculum vitae of a person: spells in office and at schools by time, each with ``when`` as it is printed."""
    posts = spells_of(reader, [edge for edge in edges if edge.type == "HOLDS_POSITION"])
    schools = reader.rows([edge for edge in edges if edge.type == "STUDIED_AT"])
    rows = [
        {
            "kind": "post",
            "start": row["start"],
            "end": row["end"],
            "body": row["body"],
            "what": row["title"],
            "status": row["status"],
        }
        | {"end_basis": row["end_basis"], "sources": row["sources"]}
        | {"observed": row["first_observed"], "observed_last": row["last_observed"], "facts": row["facts"]}
        for row in posts
    ]
    rows += [
        {"kind": "study", "start": row.get("since"), "end": row.get("until"), "body": row["object"], "status": "former"}
        | {"what": " ".join(filter(None, (row.get("field"), row.get("degree")))), "facts": [row["fact"]]}
        | {"observed": None, "observed_last": None, "end_basis": "told" if row.get("until") else None, "sources": row["sources"]}
        for row in schools
    ]
    rows.sort(
        key=lambda row: (row["start"] or row["end"] or row["observed"] or "0", row["end"] or "9999", row["body"], row["what"])
    )
    return rows


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
    if edge.type in _OWN_SECTION:
        return _OWN_SECTION[edge.type]
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
