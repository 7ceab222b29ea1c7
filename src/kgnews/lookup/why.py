"""Why a fact stands in the graph, and how much the graph holds."""

from __future__ import annotations

from kgnews.lookup.facts import Reader, Row
from kgnews.records.graphstore import EdgeQuery, GraphStore


def why(store: GraphStore, fact: str) -> list[Row]:
    """The fact of that id (with or without ``fact-``), or those that the claim of that id supports, with every proof."""
    keys = (fact, fact if fact.startswith("fact-") else f"fact-{fact}")
    edges = store.edges(EdgeQuery(ids=keys, doubtful=None)) or store.edges(EdgeQuery(claims=(fact,), doubtful=None))
    return Reader(store).rows(edges)


def stats_rows(store: GraphStore) -> list[Row]:
    """Numbers of entities by label, facts and doubtful facts by type, proofs by rule."""
    counts = store.counts()
    groups = (("entities", counts.nodes), ("facts", counts.edges), ("doubtful", counts.doubtful), ("rules", counts.rules))
    return [{"what": what, "of": name, "count": number} for what, found in groups for name, number in found.items()]
