"""Writing a graph into Neo4j: nodes before edges, in batches, so that it can be cut off at any point and begun again.

Only one push writes a graph at a time: a push takes over the graph's ``KgnewsGraph`` nodes, and every transaction of it
takes the lock of one and looks whether it still holds it. A commit of a push that was killed or replaced thus never
arrives after its successor has read what is stored, and what is new can be created without looking for it first.
"""

from __future__ import annotations

import gc
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeAlias
from zlib import crc32

import neo4j

from kgnews.errors import Neo4jError
from kgnews.records import Edge, Node
from kgnews.records.graphstore import Digests
from kgnews.records.serial import digest
from kgnews.schema import Ontology
from kgnews.store.neo4j_codec import EDGE_KEYS, NODE_KEYS, UMBRELLA, Codec, record_fields
from kgnews.store.neo4j_connect import Connection
from kgnews.store.neo4j_schema import META, WITHDRAWN
from kgnews.store.neo4j_statements import Statement, check_label, creation

BATCH = 2_000  # rows a transaction: larger ones hold locks longer and gain nothing (measured: bench/neo4j.py)
LANES = 2  # transactions at once; more only contend for the locks of the same nodes
_PARALLEL_FROM = 2 * BATCH
# In each round the lanes' edges end in different quarters of the nodes: they never wait for each other's locks.
_ROUNDS = (((0, 0), (0, 1), (1, 1)), ((2, 2), (2, 3), (3, 3))), (((0, 2),), ((1, 3),)), (((0, 3),), ((1, 2),))

Progress: TypeAlias = Callable[[str, int], None]


@dataclass(slots=True)
class Written:
    """What was changed: our own count by what was done, and the server's counters of the same transactions."""

    done: Counter[str] = field(default_factory=Counter)
    server: Counter[str] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return any(self.done.values()) or any(self.server.values())


class Writer:
    """One push at work; made by ``take_over``."""

    def __init__(self, connection: Connection, codec: Codec, ontology: Ontology, progress: Progress | None = None) -> None:
        self._connection = connection
        self._codec = codec
        self._ontology = ontology
        self._progress = progress or (lambda what, count: None)
        self._token = uuid.uuid4().hex
        self._known: dict[str, str] = {}
        self._withdrawn: set[str] = set()
        self.written = Written()

    def know(self, digests: Digests) -> None:
        """The digests of what will be put, where they need not be computed."""
        self._known = {**digests.nodes, **digests.edges}

    def _digest(self, item: Node | Edge) -> str:
        return self._known.get(item.id) or digest(item)

    def take_over(self) -> None:
        """Become the one who writes this graph; waits for a transaction of another push that is under way."""
        rows = [{"key": self._lane_key(lane)} for lane in range(LANES)]
        query = f"UNWIND $rows AS row MERGE (m:{META} {{key: row.key}}) SET m.graph = $graph, m.writer = $token"
        with self._connection.session(write=True) as session:
            session.execute_write(lambda tx: tx.run(query, rows=rows, graph=self._codec.graph, token=self._token).consume())
        held = self._connection.rows(f"MATCH (n:{WITHDRAWN} {{graph: $graph}}) RETURN n.id", graph=self._codec.graph)
        self._withdrawn = {row[0] for row in held}

    def drop_edges(self, ids: Iterable[str]) -> None:
        """Take relationships of this graph out."""
        for batch in _batches(self._find_edges(ids), BATCH):
            rows = [[element, edge] for element, edge, *_ in batch]
            text = "MATCH ()-[r]->() WHERE elementId(r) = row[0] AND r.id = row[1] AND r.graph = $graph DELETE r"
            self._run(0, [Statement(text, rows)])
            self._count("edges", "withdrawn", len(batch))

    def drop_nodes(self, ids: Sequence[str]) -> None:
        """Take nodes of this graph out. One that a relationship of somebody else holds is emptied and left standing."""
        match = f"MATCH (n:{UMBRELLA} {{key: row.key}}) "
        labels = "".join(f":`{label}`" for label in (UMBRELLA, *sorted(self._ontology.labels)))
        statements = (
            match + "MATCH (n)-[r]-() WHERE r.graph = $graph DELETE r",
            match + "WHERE NOT (n)--() DELETE n",
            match + f"SET n:{WITHDRAWN} REMOVE n{labels} SET n += row.gone",
        )
        for batch in _batches(ids, BATCH):
            gone = self._own_properties([self._codec.key(node) for node in batch])
            rows = [{"key": key, "gone": dict.fromkeys(own - {"graph", "id"})} for key, own in gone.items()]
            counters = self._run(0, [Statement(text, rows) for text in statements])
            self._count("nodes", "emptied", counters["labels_added"])
            self._count("nodes", "withdrawn", len(batch) - counters["labels_added"])

    def _own_properties(self, keys: Sequence[str]) -> dict[str, set[str]]:
        """What kgnews wrote on nodes that are there, by their keys; anything else on them is somebody else's."""
        query = f"UNWIND $keys AS key MATCH (n:{UMBRELLA} {{key: key}}) RETURN key, n.fields"
        found = self._connection.rows(query, keys=keys) if keys else []
        return {key: {*NODE_KEYS, *self._codec.stored_names(fields or ())} for key, fields in found}

    def put_nodes(self, nodes: Iterable[Node], stored: Mapping[str, str]) -> None:
        """Create nodes, and change those that are ``stored`` already (hash by id)."""
        for batch in _batches(sorted(nodes, key=lambda node: (node.label, node.id)), BATCH):
            old = [node for node in batch if node.id in stored]
            new = [node for node in batch if node.id not in stored]
            self._revive(new)
            made = [self._created(label, list(group)) for label, group in _by_label(new)]
            self._run(0, [create for create, _ in made], [merge for _, merge in made])
            self._count("nodes", "created", len(new))
            self._run(0, [self._updated(label, group) for label, group in _by_label(old)])
            self._count("nodes", "changed", len(old))

    def _revive(self, nodes: Iterable[Node]) -> None:
        """Nodes that were withdrawn but that others' relationships hold are taken up again."""
        rows = [[node.id, self._codec.key(node.id)] for node in nodes if node.id in self._withdrawn]
        match = f"MATCH (n:{WITHDRAWN} {{graph: $graph, id: row[0]}})"
        self._run(0, [Statement(f"{match} SET n:{UMBRELLA}, n.key = row[1] REMOVE n:{WITHDRAWN}", rows)])

    def _created(self, label: str, nodes: Sequence[Node]) -> tuple[Statement, Statement]:
        """The statement that creates, and the one that creates only what is not there yet."""
        check_label(label)
        rows = [self._codec.node_properties(node, self._digest(node)) for node in nodes]
        merge = Statement(f"MERGE (n:{UMBRELLA} {{key: row.key}}) SET n:`{label}` SET n += row", rows)
        if any(node.id in self._withdrawn for node in nodes):
            return merge, merge
        return Statement(f"CREATE (n:{UMBRELLA}:`{label}`) SET n = row", rows), merge

    def _updated(self, label: str, nodes: Iterable[Node]) -> Statement:
        check_label(label)
        rows = [self._codec.node_properties(node, self._digest(node)) for node in nodes]
        text = f"MATCH (n:{UMBRELLA} {{key: row.key}}) {self._relabel(label)} SET n += row"
        return Statement(text, self._with_nulls(rows))

    def _relabel(self, label: str) -> str:
        others = "".join(f":`{other}`" for other in sorted(self._ontology.labels) if other != label)
        return f"SET n:`{label}` REMOVE n{others}"

    def _with_nulls(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The rows with null for what was ours before and is no more; what others have added to our nodes stays."""
        gone = self._own_properties([row["key"] for row in rows])
        return [dict.fromkeys(gone.get(row["key"], ())) | row for row in rows]

    def put_edges(self, edges: Sequence[Edge], stored: Mapping[str, str]) -> None:
        """Create edges; those that are ``stored`` already (hash by id) are changed where they stand."""
        new = [edge for edge in edges if edge.id not in stored]
        self._create_edges(new)
        self._change_edges([edge for edge in edges if edge.id in stored])

    def _create_edges(self, edges: Sequence[Edge]) -> None:
        with _no_collector():
            if len(edges) < _PARALLEL_FROM:
                self._lane(0, edges)
                return
            groups: dict[tuple[int, int], list[Edge]] = {}
            for edge in edges:
                first, second = sorted((_quarter(edge.source), _quarter(edge.target)))
                groups.setdefault((first, second), []).append(edge)
            with ThreadPoolExecutor(LANES) as pool:
                for lanes in _ROUNDS:
                    parts = [[edge for pair in pairs for edge in groups.get(pair, ())] for pairs in lanes]
                    for _ in pool.map(self._lane, range(LANES), parts):
                        pass

    def _lane(self, lane: int, edges: Sequence[Edge]) -> None:
        for batch in _batches(sorted(edges, key=lambda edge: (edge.type, edge.source)), BATCH):
            made = [self._creation(kind, list(group)) for kind, group in groupby(batch, key=lambda edge: edge.type)]
            self._run(lane, [create for create, _ in made], [merge for _, merge in made])
            self._count("edges", "created", len(batch))

    def _creation(self, kind: str, edges: Sequence[Edge]) -> tuple[Statement, Statement]:
        return creation(self._codec, kind, edges, [self._digest(edge) for edge in edges])

    def _change_edges(self, edges: Sequence[Edge]) -> None:
        """Exactly one relationship an edge, between the right ends; a stray or doubled one goes."""
        by_id = {edge.id: edge for edge in edges}
        found: dict[str, list[tuple[str, str, str, str, str]]] = {}
        for row in self._find_edges(by_id):
            found.setdefault(row[1], []).append(row)
        right: list[Edge] = []
        wrong: list[Edge] = []
        for key, edge in by_id.items():
            rows = found.get(key, [])
            ends = (edge.type, self._codec.key(edge.source), self._codec.key(edge.target))
            (right if len(rows) == 1 and rows[0][2:] == ends else wrong).append(edge)
        self.drop_edges([edge.id for edge in wrong])
        self._create_edges(wrong)
        for batch in _batches(right, BATCH):
            elements = {edge.id: found[edge.id][0][0] for edge in batch}
            read = "UNWIND $elements AS element MATCH ()-[r]->() WHERE elementId(r) = element RETURN r.id, r.record"
            before = dict(self._connection.rows(read, elements=list(elements.values())))
            changed = [[elements[edge.id], edge.id, self._changed(edge, before.get(edge.id))] for edge in batch]
            text = "MATCH ()-[r]->() WHERE elementId(r) = row[0] AND r.id = row[1] AND r.graph = $graph SET r += row[2]"
            self._run(0, [Statement(text, changed)])
            self._count("edges", "changed", len(batch))

    def _changed(self, edge: Edge, before: str | None) -> dict[str, Any]:
        """The properties of an edge, with null for its own ones that are no more; ``before`` is its old record."""
        values, fields = self._codec.edge_row(edge, self._digest(edge))
        nulls = dict.fromkeys(self._codec.stored_names(record_fields(before) if before else ()))
        return nulls | fields | dict(zip(EDGE_KEYS, values, strict=True))

    def _find_edges(self, ids: Iterable[str]) -> list[tuple[str, str, str, str, str]]:
        """Element id, id, type and the keys of both ends of the relationships with these ids."""
        wanted = list(ids)
        if not wanted:
            return []
        query = (
            f"MATCH (a:{UMBRELLA})-[r]->(b) WHERE a.key STARTS WITH $prefix AND r.graph = $graph AND r.id IN $ids "
            "RETURN elementId(r), r.id, type(r), a.key, b.key"
        )
        rows = self._connection.rows(query, prefix=self._codec.prefix, graph=self._codec.graph, ids=wanted)
        return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]

    def _run(self, lane: int, first: list[Statement], again: list[Statement] | None = None) -> Counter[str]:
        """One transaction; ``again`` is what a retry runs, when it is not known whether the first attempt was committed."""
        if not any(statement.rows for statement in first):
            return Counter()
        attempts = iter((first,))

        def work(tx: neo4j.ManagedTransaction) -> Counter[str]:
            self._hold(tx, lane)
            counters: Counter[str] = Counter()
            for statement in next(attempts, again or first):
                if statement.rows:
                    counters.update(self._execute(tx, statement))
            return counters

        with self._connection.session(write=True) as session:
            counters = session.execute_write(work)
        self.written.server.update(counters)
        return counters

    def _execute(self, tx: neo4j.ManagedTransaction, statement: Statement) -> Counter[str]:
        query = f"UNWIND $rows AS {statement.each} {statement.text}"
        result = tx.run(query, rows=statement.rows, graph=self._codec.graph, days=statement.days)
        made = Counter(_counters(result.consume().counters))
        if made["relationships_created"] < statement.creates:
            raise Neo4jError("an end of an edge is not in the database", "does somebody delete there? push again")
        return made

    def _hold(self, tx: neo4j.ManagedTransaction, lane: int) -> None:
        query = f"MATCH (m:{META} {{key: $key}}) SET m.writer = m.writer RETURN m.writer"
        found = tx.run(query, key=self._lane_key(lane)).single()
        if found is None or found[0] != self._token:
            raise Neo4jError(f"another push has taken over the graph {self._codec.graph}", "let one of them finish")

    def _lane_key(self, lane: int) -> str:
        return f"{self._codec.graph}#{lane}"

    def _count(self, what: str, how: str, count: int) -> None:
        if count:
            self.written.done[f"{what} {how}"] += count
            self._progress(what, count)


def _by_label(nodes: Iterable[Node]) -> Iterator[tuple[str, Iterator[Node]]]:
    """``nodes`` are in the order of their labels."""
    return groupby(nodes, key=lambda node: node.label)


def _quarter(node: str) -> int:
    return crc32(node.encode()) % 4


def _counters(counters: neo4j.SummaryCounters) -> dict[str, int]:
    return {name: value for name, value in vars(counters).items() if isinstance(value, int) and not isinstance(value, bool)}


def _batches(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


@contextmanager
def _no_collector() -> Iterator[None]:
    """Rows are trees that reference counting frees; the collector would walk the whole graph for each batch of them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
