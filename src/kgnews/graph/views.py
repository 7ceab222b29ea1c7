"""Smaller graphs from a graph."""

from __future__ import annotations

from kgnews.records import Graph

_HANGING = ("MENTIONED_IN",)


def asserted(graph: Graph) -> Graph:
    """The graph without doubtful edges, and without the entities that only these speak of."""
    facts = [edge for edge in graph.edges if not edge.doubtful and edge.type not in _HANGING]
    kept = {end for edge in facts for end in (edge.source, edge.target)}
    kept |= {node.id for node in graph.nodes if node.label == "Article"}
    edges = (edge for edge in graph.edges if not edge.doubtful and edge.source in kept and edge.target in kept)
    return Graph(tuple(node for node in graph.nodes if node.id in kept), tuple(edges))
