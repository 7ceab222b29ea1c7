"""The Neo4j store keeps the contract, on a real server."""

from __future__ import annotations

import pytest

from contract_graphstore import GraphStoreContract
from kgnews.records.graphstore import GraphStore
from kgnews.store.neo4j_graph import Neo4jGraph


class TestNeo4jGraph(GraphStoreContract):
    @pytest.fixture
    def store(self, neo4j_fresh: Neo4jGraph) -> GraphStore:
        return neo4j_fresh
