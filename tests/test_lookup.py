"""Look-ups over SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from contract_lookup import LookupContract, test_not_after, test_undated_facts_lie_in_no_bounded_time
from kgnews.records.graphstore import GraphStore
from kgnews.store.ledger import Ledger

__all__ = ["TestLookup", "test_not_after", "test_undated_facts_lie_in_no_bounded_time"]


class TestLookup(LookupContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[GraphStore]:
        with Ledger.open(tmp_path / "graph.db", write=True) as ledger:
            yield ledger.graph
