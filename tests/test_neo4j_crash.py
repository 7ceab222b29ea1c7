"""Killed at any point, push goes on to the same graph: the client ten times, the server once."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kgnews.records.graphstore import difference, whole_graph
from kgnews.store.ledger import Ledger
from kgnews.store.neo4j_connect import Connection
from neo4j_server import Server, dump, open_graph
from support.graphs import synthetic_graph

SLOW = """
from kgnews.store import neo4j_connect, neo4j_write
neo4j_write.BATCH, neo4j_connect.RETRY_SECONDS = 40, 2.0
from kgnews.cli import main
main()
"""
GRAPH = synthetic_graph(400, 3_600, seed=3)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crash") / "big.db"
    with Ledger.open(path, write=True) as ledger:
        ledger.graph.apply(difference(ledger.graph.digests(), GRAPH))
    return path


def start_push(server: Server, path: Path) -> subprocess.Popen[str]:
    # small batches: many points at which it can be cut off
    command = [sys.executable, "-c", SLOW, "push", "-g", str(path)]
    return subprocess.Popen(command, env=server.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(server: Server, path: Path) -> str:
    process = start_push(server, path)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert server.password not in out + err
    return err


def stored(connection: Connection) -> int:
    """How many nodes and relationships there are."""
    query = "RETURN COUNT { (n) WHERE NOT n:KgnewsGraph } + COUNT { ()-[]->() }"
    return int(connection.rows(query)[0][0])


def wait_for_more(connection: Connection, before: int, process: subprocess.Popen[str]) -> None:
    """Until the push has written something."""
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None and stored(connection) == before:
        time.sleep(0.01)


def test_client_killed_ten_times(neo4j_empty: Server, path: Path) -> None:
    everything = len(GRAPH.nodes) + len(GRAPH.edges)
    dice, cut = random.Random(4), 0
    with neo4j_empty.connect() as connection:
        for _ in range(10):
            before = stored(connection)
            process = start_push(neo4j_empty, path)
            wait_for_more(connection, before, process)
            time.sleep(dice.uniform(0, 0.02))
            process.send_signal(signal.SIGKILL)
            process.communicate(timeout=30)
            cut += before < stored(connection) < everything
        assert cut >= 5, "the kills came too late to cut pushes off"
        finish(neo4j_empty, path)
        killed = dump(connection)
        assert whole_graph(open_graph(connection)) == GRAPH
        assert "(0 writes)" in finish(neo4j_empty, path)
        neo4j_empty.wipe()
        finish(neo4j_empty, path)
        assert dump(connection) == killed


def test_server_killed_in_mid_load(neo4j_empty: Server, path: Path) -> None:
    process = start_push(neo4j_empty, path)
    with neo4j_empty.connect() as connection:
        wait_for_more(connection, 0, process)
    neo4j_empty.script("kill")
    out, err = process.communicate(timeout=120)
    assert process.returncode == 4, err
    assert neo4j_empty.password not in out + err
    lines = err.strip().splitlines()
    assert lines[0].startswith("kgnews: bolt://127.0.0.1:"), err
    assert len(lines) == 2, err
    neo4j_empty.start()
    finish(neo4j_empty, path)
    with neo4j_empty.connect() as connection:
        assert whole_graph(open_graph(connection)) == GRAPH
