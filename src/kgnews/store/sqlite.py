"""The graph in SQLite: ``GraphStore`` over the derived tables of a ledger."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from kgnews.records import Edge, Node
from kgnews.records.fold import fold
from kgnews.records.graphstore import Counts, Difference, Digests, EdgeQuery, Link, Match, NameRow, NodeQuery
from kgnews.records.serial import digest, dumps, edge_from_json, edge_to_json, node_from_json, node_to_json
from kgnews.store.database import transaction
from kgnews.store.grams import grams, phrase

_Condition: TypeAlias = tuple[str, tuple[object, ...]]
_LISTED = "(SELECT value FROM json_each(?))"  # a list of any length as one parameter
_LAST = "\U0010ffff"


class SqliteGraph:
    """A stored graph; see ``GraphStore`` for what each method answers."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def nodes(self, query: NodeQuery) -> list[Node]:
        """The nodes that the query describes, by id."""
        conditions = _node_conditions(query)
        if conditions is None:
            return []
        rows = self._select("SELECT record FROM nodes", conditions, query.limit)
        return [node_from_json(json.loads(record)) for (record,) in rows]

    def edges(self, query: EdgeQuery) -> list[Edge]:
        """The edges that the query describes with all their proofs, by id."""
        conditions = _edge_conditions(query)
        if conditions is None:
            return []
        rows = self._select("SELECT record FROM edges", conditions, query.limit)
        return [edge_from_json(json.loads(record)) for (record,) in rows]

    def links(self, query: EdgeQuery) -> list[Link]:
        """The same edges without proofs, by id."""
        conditions = _edge_conditions(query)
        if conditions is None:
            return []
        return [Link(*row) for row in self._select("SELECT id, type, source, target FROM edges", conditions, query.limit)]

    def names(self) -> list[NameRow]:
        """The names of all nodes that are no articles, by id."""
        rows = self._connection.execute("SELECT record FROM nodes WHERE label != 'Article' ORDER BY id")
        nodes = (json.loads(record) for (record,) in rows)
        return [NameRow(node["id"], node["label"], node["name"], tuple(node["aliases"])) for node in nodes]

    def counts(self) -> Counts:
        """How much the graph holds; keys in alphabetical order."""
        return Counts(
            nodes=self._tally("SELECT label, count(*) FROM nodes GROUP BY label ORDER BY label"),
            edges=self._tally("SELECT type, count(*) FROM edges WHERE NOT doubtful GROUP BY type ORDER BY type"),
            doubtful=self._tally("SELECT type, count(*) FROM edges WHERE doubtful GROUP BY type ORDER BY type"),
            rules=self._tally("SELECT rule, count(*) FROM proofs GROUP BY rule ORDER BY rule"),
        )

    def digests(self) -> Digests:
        """What is stored, for telling what a new graph changes."""
        rows = (dict(self._connection.execute(f"SELECT id, digest FROM {table}")) for table in ("nodes", "edges"))
        return Digests(*rows)

    def apply(self, difference: Difference) -> None:
        """Make the changes, in one transaction."""
        with transaction(self._connection):
            self._drop("edge", (*difference.drop_edges, *(edge.id for edge in difference.put_edges)))
            self._drop("node", (*difference.drop_nodes, *(node.id for node in difference.put_nodes)))
            for node in difference.put_nodes:
                self._put_node(node)
            for edge in difference.put_edges:
                self._put_edge(edge)

    def _select(self, what: str, conditions: Sequence[_Condition], limit: int | None) -> Iterable[tuple[str, ...]]:
        where = " AND ".join(condition for condition, _ in conditions) or "1"
        bound = "" if limit is None else f" LIMIT {int(limit)}"
        return self._connection.execute(
            f"{what} WHERE {where} ORDER BY id{bound}", [value for _, values in conditions for value in values]
        )

    def _tally(self, statement: str) -> dict[str, int]:
        return dict(self._connection.execute(statement))

    def _drop(self, kind: str, ids: Sequence[str]) -> None:
        """Take out nodes or edges with all that hangs on them."""
        text = {"node": "node_text", "edge": "quote_text"}[kind]
        for key in ids:
            found = self._connection.execute(f"SELECT n FROM {kind}s WHERE id = ?", (key,)).fetchone()
            if found:
                self._connection.execute(f"DELETE FROM {text} WHERE rowid = ?", found)
                self._connection.execute(f"DELETE FROM {kind}s WHERE n = ?", found)

    def _put_node(self, node: Node) -> None:
        execute, names = self._connection.execute, (node.name, *node.aliases)
        row = (node.id, node.label, dumps(node_to_json(node)), digest(node))
        n = execute("INSERT INTO nodes (id, label, record, digest) VALUES (?, ?, ?, ?)", row).lastrowid
        execute("INSERT INTO node_text (rowid, grams) VALUES (?, ?)", (n, grams(names)))
        many = self._connection.executemany
        many("INSERT INTO names VALUES (?, ?)", [(node.id, name) for name in sorted(set(map(fold, names))) if name])
        many("INSERT INTO node_articles VALUES (?, ?)", [(node.id, article) for article in sorted(set(node.articles))])

    def _put_edge(self, edge: Edge) -> None:
        execute = self._connection.execute
        row = (edge.id, edge.type, edge.source, edge.target, edge.doubtful, dumps(edge_to_json(edge)), digest(edge))
        columns = "id, type, source, target, doubtful, record, digest"
        n = execute(f"INSERT INTO edges ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row).lastrowid
        quotes = dict.fromkeys(quote[4] for proof in edge.proofs for quote in proof.quotes)
        execute("INSERT INTO quote_text (rowid, grams) VALUES (?, ?)", (n, grams(quotes)))
        proofs = [(edge.id, place, proof.claim, proof.article, proof.rule) for place, proof in enumerate(edge.proofs)]
        self._connection.executemany("INSERT INTO proofs VALUES (?, ?, ?, ?, ?)", proofs)


def _listed(values: Iterable[str]) -> tuple[str]:
    return (json.dumps(list(values)),)


def _node_conditions(query: NodeQuery) -> list[_Condition] | None:
    """Conditions with their parameters; None where nothing can match."""
    conditions: list[_Condition] = []
    if query.ids is not None:
        conditions.append((f"id IN {_LISTED}", _listed(query.ids)))
    if query.labels:
        conditions.append((f"label IN {_LISTED}", _listed(query.labels)))
    if query.articles:
        inner = f"SELECT node FROM node_articles WHERE article IN {_LISTED}"
        conditions.append((f"id IN ({inner})", _listed(query.articles)))
    if query.name is not None:
        folded = fold(query.name)
        if not folded:
            return None
        conditions.append(_name_condition(folded, query.match))
    return conditions


def _name_condition(folded: str, match: Match) -> _Condition:
    if match == "contains":
        return "n IN (SELECT rowid FROM node_text WHERE node_text MATCH ?)", (phrase(folded),)
    if match == "prefix":
        return "id IN (SELECT node FROM names WHERE folded >= ? AND folded < ?)", (folded, f"{folded}{_LAST}")
    return "id IN (SELECT node FROM names WHERE folded = ?)", (folded,)


def _edge_conditions(query: EdgeQuery) -> list[_Condition] | None:
    """Conditions with their parameters; None where nothing can match."""
    conditions: list[_Condition] = []
    if query.ids is not None:
        conditions.append((f"id IN {_LISTED}", _listed(query.ids)))
    if query.ends is not None:
        sides = (f"SELECT n FROM edges WHERE {side} IN {_LISTED}" for side in ("source", "target"))
        conditions.append((f"n IN ({' UNION '.join(sides)})", _listed(query.ends) * 2))
    if query.types:
        conditions.append((f"type IN {_LISTED}", _listed(query.types)))
    for column, values in (("claim", query.claims), ("article", query.articles), ("rule", query.rules)):
        if values:
            conditions.append((f"id IN (SELECT edge FROM proofs WHERE {column} IN {_LISTED})", _listed(values)))
    if query.quote is not None:
        wanted = phrase(query.quote)
        if wanted is None:
            return None
        conditions.append(("n IN (SELECT rowid FROM quote_text WHERE quote_text MATCH ?)", (wanted,)))
    if query.doubtful is not None:
        conditions.append(("doubtful = ?", (int(query.doubtful),)))
    return conditions
