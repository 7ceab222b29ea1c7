"""Search by a piece of a name or of a quotation."""

from __future__ import annotations

from kgnews.lookup.facts import MENTION, Reader, Row
from kgnews.records import Node
from kgnews.records.fold import fold
from kgnews.records.graphstore import EdgeQuery, GraphStore, NodeQuery

SEARCH_COLUMNS = ("kind", "name", "label", "aliases", "quote", "article", "article_date", "rule", "confidence", "id")


def search(store: GraphStore, text: str, labels: tuple[str, ...] = (), limit: int = 20, doubtful: bool = False) -> list[Row]:
    """Entities whose name contains every word of ``text``, then facts whose quotation does; at most ``limit`` of each."""
    words = text.split()
    return [*_entities(store, words, labels)[:limit], *(_facts(store, words, doubtful)[:limit] if not labels else [])]


def _entities(store: GraphStore, words: list[str], labels: tuple[str, ...]) -> list[Row]:
    if not words:
        return []
    found = store.nodes(NodeQuery(name=words[0], match="contains", labels=labels))
    folded = [fold(word) for word in words]
    hits = [node for node in found if any(all(word in name for word in folded) for name in _names(node))]
    return [_entity_row(node) for node in sorted(hits, key=lambda node: _rank(node, "".join(folded)))]


def _names(node: Node) -> list[str]:
    return [fold(name) for name in (node.name, *node.aliases)]


def _rank(node: Node, wanted: str) -> tuple[int, int, str]:
    """The whole name first, then its beginning, then a part; the best known first; articles last."""
    names = _names(node)
    match = 0 if wanted in names else 1 if any(name.startswith(wanted) for name in names) else 2
    return match + 3 * (node.label == "Article"), -len(node.articles), node.id


def _entity_row(node: Node) -> Row:
    return {
        "kind": "entity",
        "id": node.id,
        "name": node.name,
        "label": node.label,
        "aliases": list(node.aliases),
        "articles": len(node.articles),
        "properties": dict(node.properties),
    }


def _facts(store: GraphStore, words: list[str], doubtful: bool) -> list[Row]:
    if not words:
        return []
    edges = [
        edge for edge in store.edges(EdgeQuery(quote=words[0], doubtful=None if doubtful else False)) if edge.type != MENTION
    ]
    rest = [fold(word) for word in words[1:]]
    hits = [
        edge
        for edge in edges
        if any(all(word in fold(quote[4]) for word in rest) for proof in edge.proofs for quote in proof.quotes)
    ]
    hits.sort(key=lambda edge: (-edge.confidence, edge.id))
    rows = Reader(store).rows(hits)
    return [{"kind": "fact", "id": row["fact"], "name": _said(row), "label": row["type"]} | row for row in rows]


def _said(row: Row) -> str:
    return " ".join(str(row[key]) for key in ("subject", "type", "title", "object") if row.get(key))
