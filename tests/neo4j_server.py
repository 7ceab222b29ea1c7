"""A real Neo4j for the tests: one server a session on free ports, started by ``scripts/neo4j``, emptied between tests.

Import the fixtures ``neo4j_server`` and ``neo4j_empty`` (``from neo4j_server import neo4j_empty, neo4j_server``).
Where no server can be had, tests fail if KGNEWS_REQUIRE_NEO4J is set (``scripts/test`` does), and are skipped if not.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from kgnews import paths
from kgnews.schema import load_ontology
from kgnews.store.neo4j_connect import Connection, Target
from kgnews.store.neo4j_graph import Neo4jGraph
from kgnews.store.neo4j_schema import ensure

_NUMBERS = count()
ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "scripts" / "neo4j"
DOWNLOADED = Path(os.environ.get("KGNEWS_CACHE", ROOT / ".cache")) / "neo4j"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A server of our own: ``home`` holds its data."""

    home: Path
    bolt: int = field(default_factory=free_port)
    http: int = field(default_factory=free_port)
    optimised: bool = False
    password: str = field(default_factory=lambda: f"pw-{secrets.token_hex(12)}", repr=False)

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.bolt}"

    @property
    def environment(self) -> dict[str, str]:
        """For commands that talk to it."""
        own = {"NEO4J_URI": self.uri, "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": self.password}
        # a server that lives for a minute gains nothing from the compiler's best efforts, which take a core meanwhile
        quick = {} if self.optimised else {"KGNEWS_NEO4J_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
        return {**os.environ, **own, **quick, "NEO4J_HTTP": f"http://127.0.0.1:{self.http}"}

    def script(self, action: str, *rest: str) -> subprocess.CompletedProcess[str]:
        ports = ["--home", str(self.home), "--bolt", str(self.bolt), "--http", str(self.http)]
        command = [sys.executable, str(SCRIPT), action, *ports, *rest]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=280)

    def start(self, *rest: str) -> None:
        done = self.script("start", *rest)
        if done.returncode:
            raise RuntimeError(done.stderr.strip().splitlines()[-1])

    def target(self, graph: str = "kgnews") -> Target:
        return Target(self.uri, graph, password=self.password)

    def connect(self, graph: str = "kgnews") -> Connection:
        return Connection(self.target(graph))

    def wipe(self) -> None:
        with self.connect() as connection, connection.session(write=True) as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()

    def counts(self) -> tuple[int, int]:
        """Nodes and relationships in the database, whoever wrote them."""
        with self.connect() as connection:
            query = "RETURN COUNT { (n) WHERE NOT n:KgnewsGraph }, COUNT { ()-[]->() }"
            nodes, edges = connection.rows(query)[0]
        return nodes, edges


def unavailable(reason: str) -> None:
    if os.environ.get("KGNEWS_REQUIRE_NEO4J"):
        pytest.fail(f"no Neo4j server for the tests: {reason}", pytrace=False)
    pytest.skip(f"no Neo4j server: {reason}")


def data_folder_in(otherwise: Path | None) -> Path:
    """In memory where the machine has such a place: hundreds of small commits wait for a slow disk otherwise."""
    memory = Path("/dev/shm")
    if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**31:
        return Path(tempfile.mkdtemp(prefix="kgnews-neo4j-", dir=memory))
    return otherwise or Path(tempfile.mkdtemp(prefix="kgnews-neo4j-"))


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The session's server."""
    if not os.environ.get("KGNEWS_REQUIRE_NEO4J") and not list(DOWNLOADED.glob("*/complete")):
        unavailable("run scripts/neo4j fetch once, or set KGNEWS_REQUIRE_NEO4J=1")
    server = Server(data_folder_in(tmp_path_factory.mktemp("neo4j")))
    try:
        server.start()
    except (RuntimeError, subprocess.TimeoutExpired) as error:
        server.script("kill", "--wipe")
        unavailable(str(error))
    yield server
    server.script("kill", "--wipe")


@pytest.fixture(scope="session")
def neo4j_connection(neo4j_server: Server) -> Iterator[Connection]:
    """One driver for all tests that need not make their own."""
    with neo4j_server.connect() as connection:
        ensure(connection, load_ontology(paths.schema_dir()))
        yield connection


@pytest.fixture
def neo4j_fresh(neo4j_connection: Connection) -> Neo4jGraph:
    """An empty graph under a name of its own, beside those of other tests."""
    return Neo4jGraph(neo4j_connection, load_ontology(paths.schema_dir()), f"t{next(_NUMBERS)}")


@pytest.fixture
def neo4j_empty(neo4j_server: Server) -> Server:
    """The server with nothing in it but the schema."""
    neo4j_server.wipe()
    return neo4j_server


def open_graph(connection: Connection) -> Neo4jGraph:
    return Neo4jGraph(connection, load_ontology(paths.schema_dir()))


def dump(connection: Connection) -> list[str]:
    """Everything in the database in one canonical order, whoever wrote it, without ids of storage."""
    nodes = connection.rows("MATCH (n) WHERE NOT n:KgnewsGraph RETURN labels(n), properties(n)")
    edges = connection.rows("MATCH (a)-[r]->(b) RETURN coalesce(a.key, ''), type(r), coalesce(b.key, ''), properties(r)")
    lines = [f"node {sorted(labels)} {_plain(row)}" for labels, row in nodes]
    lines += [f"edge {start} {kind} {end} {_plain(row)}" for start, kind, end, row in edges]
    return sorted(lines)


def _plain(row: dict[str, object]) -> str:
    return str(sorted((key, type(value).__name__, str(value)) for key, value in row.items()))
