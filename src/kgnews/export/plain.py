"""JSON lines: everything, nodes before edges."""

from __future__ import annotations

from collections.abc import Iterator

from kgnews.records import Graph
from kgnews.records.safe import json_text
from kgnews.records.serial import edge_to_json, node_to_json


def jsonl(graph: Graph) -> Iterator[str]:
    """One object a node and an edge, told apart by ``kind``."""
    for node in graph.nodes:
        yield json_text({"kind": "node"} | node_to_json(node)) + "\n"
    for edge in graph.edges:
        yield json_text({"kind": "edge"} | edge_to_json(edge)) + "\n"
