"""The bulk path: what `export -f neo4j-admin` writes, the real importer turns into the graph that push gives."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgnews.records import Edge, Graph, Node, Proof
from kgnews.records.graphstore import difference, whole_graph
from kgnews.store.ledger import Ledger
from neo4j_server import SCRIPT, Server, dump, open_graph
from support.graphs import synthetic_graph
from test_neo4j_cli import kgnews, lines

ODD = "a\"b'c,d\\e\nf\tg `h` $i =1+1 \x1b[31m\u202e 𠮷"


def odd_graph(size: int = 200) -> Graph:
    """A synthetic graph with a corner of everything that a table of text finds hard."""
    base = synthetic_graph(size, 2 * size, seed=9)
    proof = Proof("c", ODD, "rule", 1.0, (("fact", "text", 0, 1, ODD), ("object", "title", 0, 0, "")), None)
    nodes = (
        Node("person-odd", "Person", ODD, (ODD, "", " blank "), {"note": ODD}, ()),
        Node("person-plain", "Person", "1", (), {}, ("007",)),
        Node("event-odd", "Event", " ", ("-1",), {"date": "2020"}, ("a",)),
    )
    edges = (
        Edge("fact-odd", "MEETS", "person-odd", "person-plain", {"place": ODD, "date": "2020-11"}, (proof,), 1.0),
        Edge("fact-empty", "ATTENDS", "person-plain", "event-odd", {"inferred": ("home", "date")}, (), 0.5, True, True),
    )
    return Graph(
        tuple(sorted((*base.nodes, *nodes), key=lambda node: node.id)),
        tuple(sorted((*base.edges, *edges), key=lambda edge: edge.id)),
    )


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("admin") / "odd.db"
    with Ledger.open(path, write=True) as opened:
        opened.graph.apply(difference(opened.graph.digests(), odd_graph()))
    return str(path)


@pytest.fixture(scope="module")
def imported(neo4j_server: Server, ledger: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A second server over what neo4j-admin has imported; it is read-only."""
    folder = tmp_path_factory.mktemp("files")
    done = kgnews(neo4j_server, "export", "-f", "neo4j-admin", "-o", str(folder), "-g", ledger)
    assert done.returncode == 0, done.stderr
    server = Server(neo4j_server.home.parent / f"{neo4j_server.home.name}-imported")
    command = [sys.executable, str(SCRIPT), "admin", "--home", str(server.home), "--", "database", "import", "full", "neo4j"]
    report = subprocess.run(
        [*command, "@import.args"], cwd=folder, env=server.environment, capture_output=True, text=True, timeout=120
    )
    try:
        assert report.returncode == 0, report.stdout[-3000:] + report.stderr[-3000:]
        server.start("--read-only")
        yield server
    finally:
        server.script("kill", "--wipe")
        shutil.rmtree(server.home, ignore_errors=True)


def test_import_gives_the_graph_that_push_gives(neo4j_empty: Server, imported: Server, ledger: str) -> None:
    pushed = kgnews(neo4j_empty, "push", "-g", ledger)
    assert pushed.returncode == 0, pushed.stderr
    with neo4j_empty.connect() as connection, imported.connect() as other:
        assert dump(other) == dump(connection)
        assert whole_graph(open_graph(other)) == odd_graph()


def test_read_only_server_is_told(imported: Server, ledger: str) -> None:
    told = lines(kgnews(imported, "push", "-g", ledger))
    assert "read-only" in told[0]
    assert kgnews(imported, "query", "MATCH (n) RETURN count(n) AS n").returncode == 0
    assert "read-only" in lines(kgnews(imported, "query", "CREATE (:X)", "--write"))[0]


def test_files_are_the_same_bytes_again(neo4j_server: Server, ledger: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        kgnews(neo4j_server, "export", "-f", "neo4j-admin", "-o", str(tmp_path / name), "-g", ledger)
    names = sorted(os.listdir(tmp_path / "one"))
    assert "import.args" in names
    assert [(tmp_path / "one" / name).read_bytes() for name in names] == [
        (tmp_path / "two" / name).read_bytes() for name in names
    ]


def test_cypher_script_gives_the_graph_that_push_gives(neo4j_empty: Server, tmp_path: Path) -> None:
    graph, path = odd_graph(20), tmp_path / "small.db"
    with Ledger.open(path, write=True) as opened:
        opened.graph.apply(difference(opened.graph.digests(), graph))
    script = kgnews(neo4j_empty, "export", "-f", "cypher", "-g", str(path)).stdout
    statements = [text for text in script.split(";\n") if text.strip() and not text.startswith("CREATE CONSTRAINT")]
    with neo4j_empty.connect() as connection:
        with connection.session(write=True) as session:
            for statement in statements:
                session.run(statement).consume()
            again = [session.run(statement).consume().counters for statement in statements]
        assert not any(counters.nodes_created or counters.relationships_created for counters in again)
        assert whole_graph(open_graph(connection)) == graph
