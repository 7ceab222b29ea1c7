"""CSV for spreadsheets: nodes, edges, and one row a quotation. Cells are never formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from kgnews.records import Edge, Graph, Node
from kgnews.records.safe import guard

NODE_COLUMNS = ("id", "label", "name", "aliases", "date", "articles")
EDGE_COLUMNS = (
    "id", "type", "source", "source_name", "target", "target_name", "title", "status", "date", "since", "until",
    "place", "order", "via", "decided_by", "acting", "on_secondment", "probation", "field", "degree", "role", "attribute", "value",
    "measure", "wording", "inferred", "confidence", "doubtful", "derived", "proofs",
)  # fmt: skip
PROOF_COLUMNS = (
    "edge",
    "claim",
    "article",
    "article_title",
    "article_date",
    "rule",
    "confidence",
    "shows",
    "in",
    "start",
    "end",
    "quote",
)
_BOM = "\ufeff"  # without it Excel takes UTF-8 for GBK


def files(graph: Graph) -> Iterable[tuple[str, Iterator[str]]]:
    """The three files."""
    names = {node.id: node.name for node in graph.nodes}
    titles = {node.articles[0]: node.name for node in graph.nodes if node.label == "Article" and node.articles}
    yield "nodes.csv", _table(NODE_COLUMNS, map(_node, graph.nodes))
    yield "edges.csv", _table(EDGE_COLUMNS, (_edge(edge, names) for edge in graph.edges))
    yield "proofs.csv", _table(PROOF_COLUMNS, (row for edge in graph.edges for row in _proofs(edge, titles)))


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield _BOM + _line(columns)
    for row in rows:
        yield _line(row)


def _line(cells: Sequence[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([_cell(value) for value in cells])
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int | float):
        return value
    if isinstance(value, tuple | list):
        return guard("；".join(map(str, value)))
    return guard("" if value is None else str(value))


def _node(node: Node) -> Sequence[object]:
    return node.id, node.label, node.name, node.aliases, node.properties.get("date"), node.articles


def _edge(edge: Edge, names: dict[str, str]) -> Sequence[object]:
    own = EDGE_COLUMNS[EDGE_COLUMNS.index("title") : EDGE_COLUMNS.index("confidence")]
    ends = (edge.source, names.get(edge.source), edge.target, names.get(edge.target))
    properties = (edge.properties.get(key) for key in own)
    return edge.id, edge.type, *ends, *properties, edge.confidence, edge.doubtful, edge.derived, len(edge.proofs)


def _proofs(edge: Edge, titles: dict[str, str]) -> Iterator[Sequence[object]]:
    for proof in edge.proofs:
        head = (edge.id, proof.claim, proof.article, titles.get(proof.article), proof.date, proof.rule, proof.confidence)
        for shows, where, start, end, quote in proof.quotes:
            yield *head, shows, where, start, end, quote
