"""The SQLite store keeps the contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from contract_graphstore import GraphStoreContract
from kgnews.records.graphstore import GraphStore
from kgnews.store.ledger import Ledger


class TestSqliteGraph(GraphStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[GraphStore]:
        with Ledger.open(tmp_path / "graph.db", write=True) as ledger:
            yield ledger.graph
