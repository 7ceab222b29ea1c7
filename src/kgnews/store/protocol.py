"""The contract that SQLite and Neo4j keep; it lies among the records, because look-ups and exports speak it too."""

from kgnews.records.graphstore import (
    Counts,
    Difference,
    Digests,
    EdgeQuery,
    GraphStore,
    Link,
    NameRow,
    NodeQuery,
    difference,
    whole_graph,
)

__all__ = [
    "Counts",
    "Difference",
    "Digests",
    "EdgeQuery",
    "GraphStore",
    "Link",
    "NameRow",
    "NodeQuery",
    "difference",
    "whole_graph",
]
