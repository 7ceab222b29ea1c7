"""Relationships a second into a real Neo4j, against a plain `UNWIND … MERGE` script in the same run.

    python bench/neo4j.py            20,000 nodes, 80,000 relationships, three rounds
    python bench/neo4j.py --small    2,000 and 8,000, one round: for CI

Both sides start from the same records in memory and use neo4j-rust-ext where it is installed. The plain script merges a
relationship with its id and a handful of properties and has one constraint; ours brings the full schema (12 indexes of all
kinds), every quotation, article and rule. "again" is the same graph a second time. The mix of relationships is that of the
shipped samples: half MENTIONED_IN, one proof an edge, 1.4 quotations of 13 characters. A fresh server is started and ended.
Exits 1 where a promise is not kept (not with --small, whose times are mostly start-up).
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
# This file's own folder must not stand in the way of the driver, which is called neo4j, too.
sys.path[:] = [str(ROOT / "tests"), *(entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).parent)]
# ruff: noqa: E402

from kgnews.records import Edge, Graph, Node, Proof
from kgnews.records.graphstore import difference
from kgnews.store import neo4j_write
from kgnews.store.ledger import Ledger
from kgnews.store.neo4j_connect import Connection
from kgnews.store.neo4j_push import push
from neo4j_server import Server, data_folder_in, open_graph
from support.graphs import ENDS, GIVEN, SURNAMES, TITLES, short_hash

PLAIN_BATCH = 10_000
PROMISED = {"empty": 1.0, "again": 3.0}


def news_graph(nodes: int, edges: int, seed: int = 1) -> Graph:
    """A graph with the mix of relationships, proofs and quotations that news gives."""
    rng = random.Random(seed)
    shares = {"Person": 0.35, "Organization": 0.3, "Event": 0.1, "Place": 0.05, "Article": 0.2}
    by_label = {label: [_node(rng, label, i) for i in range(int(nodes * share))] for label, share in shares.items()}
    made: dict[str, Edge] = {}
    while len(made) < edges:
        edge = _edge(rng, by_label)
        made[edge.id] = edge
    every = sorted((node for group in by_label.values() for node in group), key=lambda node: node.id)
    return Graph(tuple(every), tuple(made[key] for key in sorted(made)))


def _node(rng: random.Random, label: str, number: int) -> Node:
    name = rng.choice(SURNAMES) + rng.choice(GIVEN) + rng.choice(GIVEN) + ("" if label == "Person" else f"{label}{number}")
    dated = {"date": f"2020-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"} if label in ("Event", "Article") else {}
    return Node(f"{label.lower()}-{short_hash(label, number)}", label, name, (), dated, (f"a{number}",))


def _edge(rng: random.Random, by_label: dict[str, list[Node]]) -> Edge:
    kind = rng.choice(["MENTIONED_IN"] * 5 + ["HOLDS_POSITION"] * 2 + ["ATTENDS", "SPEAKS_AT", "HOSTS"])
    start, end = ENDS.get(kind, (rng.choice(["Person", "Organization"]), "Article"))
    source, target = rng.choice(by_label[start]), rng.choice(by_label[end])
    properties = {"title": rng.choice(TITLES)} if kind == "HOLDS_POSITION" else {}
    quotes = [("fact", "text", 100, 113, f"{source.name}出席了有关活动并讲话")]
    if rng.random() < 0.4:
        quotes.append(("object", "text", 9, 20, target.name))
    article = f"news-{rng.randrange(5000)}"
    proof = Proof(short_hash(article, source.id, kind), article, kind.lower(), 0.95, tuple(quotes), "2020-11-06")
    edge_id = f"fact-{short_hash(kind, source.id, target.id, properties.get('title', ''))}"
    return Edge(edge_id, kind, source.id, target.id, properties, (proof,), 0.95)


def plain_nodes(connection: Connection, graph: Graph) -> None:
    """What people write: MERGE on a unique key, one statement a batch."""
    rows = [{"key": node.id, "name": node.name, "label": node.label} for node in graph.nodes]
    merge(connection, "UNWIND $rows AS row MERGE (n:Plain {key: row.key}) SET n += row", rows)


def plain_edges(connection: Connection, graph: Graph) -> None:
    for kind, group in groupby(sorted(graph.edges, key=lambda edge: edge.type), key=lambda edge: edge.type):
        rows = [{"s": e.source, "t": e.target, "id": e.id, "p": {"confidence": e.confidence, **e.properties}} for e in group]
        match = "UNWIND $rows AS row MATCH (a:Plain {key: row.s}) MATCH (b:Plain {key: row.t})"
        merge(connection, f"{match} MERGE (a)-[r:{kind} {{id: row.id}}]->(b) SET r += row.p", rows)


def merge(connection: Connection, text: str, rows: list[dict[str, Any]]) -> None:
    with connection.session(write=True) as session:
        for start in range(0, len(rows), PLAIN_BATCH):
            part = rows[start : start + PLAIN_BATCH]
            session.execute_write(lambda tx, part=part: tx.run(text, rows=part).consume())


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure_plain(connection: Connection, graph: Graph) -> dict[str, float]:
    with connection.session(write=True) as session:
        session.run("CREATE CONSTRAINT plain IF NOT EXISTS FOR (n:Plain) REQUIRE n.key IS UNIQUE").consume()
    nodes = timed(lambda: plain_nodes(connection, graph))
    edges = timed(lambda: plain_edges(connection, graph))
    again = timed(lambda: (plain_nodes(connection, graph), plain_edges(connection, graph)))
    return rates(graph, nodes, edges, again)


def measure_ours(connection: Connection, graph: Graph, ledger: Ledger) -> dict[str, float]:
    writer = open_graph(connection).writer()
    writer.know(ledger.graph.digests())
    nodes = timed(lambda: writer.put_nodes(graph.nodes, {}))
    edges = timed(lambda: writer.put_edges(graph.edges, {}))
    again = timed(lambda: push(ledger.graph, open_graph(connection)))
    return rates(graph, nodes, edges, again)


def rates(graph: Graph, nodes: float, edges: float, again: float) -> dict[str, float]:
    """Nodes and relationships a second; ``again`` is relationships a second of the whole second push, nodes and all."""
    return {"nodes": len(graph.nodes) / nodes, "empty": len(graph.edges) / edges, "again": len(graph.edges) / again}


def measure_push(connection: Connection, graph: Graph, ledger: Ledger) -> float:
    """Relationships a second of the command's own work from the ledger's file, nodes and schema included."""
    return len(graph.edges) / timed(lambda: push(ledger.graph, open_graph(connection)))


def wipe(connection: Connection) -> None:
    with connection.session(write=True) as session:
        session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS").consume()
        session.run("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS").consume()


@contextmanager
def server() -> Iterator[Server]:
    own = Server(data_folder_in(None), optimised=True)
    own.start()
    try:
        yield own
    finally:
        own.script("kill", "--wipe")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    graph = news_graph(2_000, 8_000) if options.small else news_graph(20_000, 80_000)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "bench.db", write=True) as ledger, server() as own:
        ledger.graph.apply(difference(ledger.graph.digests(), graph))
        with own.connect() as connection:
            return compare(connection, graph, ledger, 1 if options.small else options.rounds, options.small)


def compare(connection: Connection, graph: Graph, ledger: Ledger, rounds: int, small: bool) -> int:
    extension = "with" if find_spec("neo4j._rust") or find_spec("neo4j_rust_ext") else "WITHOUT"
    print(f"Neo4j {connection.version}, {extension} neo4j-rust-ext, {len(graph.nodes)} nodes, {len(graph.edges)} relationships")
    print(f"batches of {neo4j_write.BATCH} in {neo4j_write.LANES} lanes; relationships a second")
    warm = news_graph(1_000, 5_000, seed=2)  # the server's compiler learns both sides' statements
    for _ in range(1 if small else 3):
        measure_plain(connection, warm)
        wipe(connection)
        push_graph(connection, warm)
        wipe(connection)
    runs: dict[str, list[dict[str, float]]] = {"plain": [], "kgnews": []}
    for _ in range(rounds):
        runs["plain"].append(measure_plain(connection, graph))
        wipe(connection)
        runs["kgnews"].append(measure_ours(connection, graph, ledger))
        wipe(connection)
    whole = measure_push(connection, graph, ledger)
    return tell(runs, whole, small)


def push_graph(connection: Connection, graph: Graph) -> None:
    store = open_graph(connection)
    store.apply(difference(store.digests(), graph))


def tell(runs: dict[str, list[dict[str, float]]], whole: float, small: bool) -> int:
    middle = {who: {key: statistics.median(run[key] for run in made) for key in made[0]} for who, made in runs.items()}
    failed = False
    for key in ("nodes", "empty", "again"):
        ratio = middle["kgnews"][key] / middle["plain"][key]
        promise = PROMISED.get(key)
        kept = "" if promise is None else f", promised {promise:.1f}"
        failed |= promise is not None and ratio < promise
        print(f"{key:6} plain {middle['plain'][key]:>10,.0f}   kgnews {middle['kgnews'][key]:>10,.0f}   ratio {ratio:.2f}{kept}")
    print(f"kgnews push from the file, nodes and all: {whole:,.0f} relationships a second")
    return int(failed and not small)


if __name__ == "__main__":
    sys.exit(main())
