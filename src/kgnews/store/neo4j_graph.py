"""The graph in Neo4j: ``GraphStore`` over a database, with the same answers as ``SqliteGraph``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from kgnews.records import Edge, Node
from kgnews.records.fold import fold
from kgnews.records.graphstore import Counts, Difference, Digests, EdgeQuery, Link, NameRow, NodeQuery
from kgnews.schema import Ontology
from kgnews.store import neo4j_schema
from kgnews.store.neo4j_codec import UMBRELLA, Codec, claim_mark
from kgnews.store.neo4j_connect import Connection
from kgnews.store.neo4j_write import Progress, Writer, Written

_Condition: TypeAlias = tuple[str, dict[str, Any]]
_OURS = f"(n:{UMBRELLA}) WHERE n.key STARTS WITH $prefix"
_FACTS = f"(a:{UMBRELLA})-[r]->(b:{UMBRELLA})"


class Neo4jGraph:
    """A stored graph; see ``GraphStore`` for what each method answers."""

    def __init__(self, connection: Connection, ontology: Ontology, graph: str | None = None) -> None:
        dates = frozenset(name for name, declared in ontology.properties.items() if declared.type == "date")
        self.connection = connection
        self.ontology = ontology
        self._has_schema = False
        self.codec = Codec(graph or connection.target.graph, dates)

    def nodes(self, query: NodeQuery) -> list[Node]:
        """The nodes that the query describes, by id."""
        conditions = self._node_conditions(query)
        if conditions is None:
            return []
        match = f"MATCH (n:{UMBRELLA}) WHERE {_all(conditions)}"
        rows = self._rows(f"{match} RETURN labels(n), properties(n) ORDER BY n.id{_limit(query.limit)}", conditions)
        return [self.codec.node(labels, row) for labels, row in rows]

    def edges(self, query: EdgeQuery) -> list[Edge]:
        """The edges that the query describes with all their proofs, by id."""
        rows = self._facts(query, "type(r), a.id, b.id, properties(r)")
        return [self.codec.edge(*row) for row in rows]

    def links(self, query: EdgeQuery) -> list[Link]:
        """The same edges without proofs, by id."""
        return [Link(*row) for row in self._facts(query, "r.id, type(r), a.id, b.id")]

    def names(self) -> list[NameRow]:
        """The names of all nodes that are no articles, by id."""
        what = "n.id, labels(n), coalesce(n.name_full, n.name), coalesce(n.aliases, [])"
        rows = self._rows(f"MATCH {_OURS} AND NOT n:Article RETURN {what} ORDER BY n.id", ())
        return [NameRow(key, _label(labels), name, tuple(aliases)) for key, labels, name, aliases in rows]

    def counts(self) -> Counts:
        """How much the graph holds; keys in alphabetical order."""
        nodes: Counter[str] = Counter()
        for labels, count in self._rows(f"MATCH {_OURS} RETURN labels(n), count(*)", ()):
            nodes[_label(labels)] += count
        ours = f"MATCH {_FACTS} WHERE a.key STARTS WITH $prefix AND r.graph = $graph"
        edges = self._rows(f"{ours} RETURN type(r), r.doubtful, count(*)", ())
        rules = self._rows(f"{ours} UNWIND coalesce(r.rules, []) AS rule RETURN rule, count(*)", ())
        return Counts(
            nodes=dict(sorted(nodes.items())),
            edges=dict(sorted((kind, count) for kind, doubtful, count in edges if not doubtful)),
            doubtful=dict(sorted((kind, count) for kind, doubtful, count in edges if doubtful)),
            rules=dict(sorted((rule, count) for rule, count in rules)),
        )

    def digests(self) -> Digests:
        """What is stored. One that is there twice, or does not stand between our nodes, has the digest ""."""
        # collected lists travel several times as quickly as a record for each
        nodes = self._rows(f"MATCH {_OURS} RETURN labels(n), collect(n.id), collect(n.hash)", ())
        match = f"MATCH (a:{UMBRELLA})-[r]->(b) WHERE a.key STARTS WITH $prefix AND r.graph = $graph"
        edges = self._rows(f"{match} RETURN type(r), collect(r.id), collect(r.hash)", ())
        return Digests(_digests(nodes), _digests(edges))

    def apply(self, difference: Difference) -> None:
        """Make the changes; may be cut off at any point and made again to the same end."""
        self.write(difference)

    def write(self, difference: Difference, progress: Progress | None = None) -> Written:
        """Make the changes, schema first; what was written."""
        if not difference:
            return Written()
        writer = self.writer(progress)
        stored = self.digests()
        writer.drop_edges(difference.drop_edges)
        writer.put_nodes(difference.put_nodes, stored.nodes)
        writer.put_edges(difference.put_edges, stored.edges)
        writer.drop_nodes(difference.drop_nodes)
        return writer.written

    def writer(self, progress: Progress | None = None) -> Writer:
        """One who may write this graph, the schema being there; what is stored must be read after this."""
        if not self._has_schema:
            neo4j_schema.ensure(self.connection, self.ontology)
            self._has_schema = True
        writer = Writer(self.connection, self.codec, self.ontology, progress)
        writer.take_over()
        return writer

    def _rows(self, text: str, conditions: Iterable[_Condition]) -> list[list[Any]]:
        parameters: dict[str, Any] = {"prefix": self.codec.prefix, "graph": self.codec.graph}
        for _, values in conditions:
            parameters |= values
        return self.connection.rows(text, **parameters)

    def _node_conditions(self, query: NodeQuery) -> list[_Condition] | None:
        """Conditions with their parameters; None where nothing can match."""
        conditions: list[_Condition] = []
        if query.ids is not None:
            conditions.append(("n.key IN $keys", {"keys": [self.codec.key(node) for node in query.ids]}))
        if query.name is not None:
            folded = fold(query.name)
            if not folded:
                return None
            wanted = {"exact": f"\n{folded}\n", "prefix": f"\n{folded}", "contains": folded}[query.match]
            conditions.append(("n.search CONTAINS $wanted", {"wanted": wanted}))
        conditions.append(("n.key STARTS WITH $prefix", {}))
        if query.labels:
            conditions.append(("any(label IN labels(n) WHERE label IN $labels)", {"labels": list(query.labels)}))
        if query.articles:
            conditions.append(("any(article IN n.articles WHERE article IN $articles)", {"articles": list(query.articles)}))
        return conditions

    def _facts(self, query: EdgeQuery, what: str) -> list[list[Any]]:
        """Rows about the edges that the query describes, by id."""
        if query.quote is not None:
            found = self._quoted(query)
            return [] if not found else self._facts(EdgeQuery(ids=found, doubtful=None), what)
        conditions = self._edge_conditions(query)
        where = " AND ".join(["r.graph = $graph", *(text for text, _ in conditions)])
        tail = f"WITH DISTINCT a, r, b ORDER BY r.id{_limit(query.limit)} RETURN {what}"
        if query.ends is not None:
            # from either side: an index finds the ends, whatever the size of the graph
            keys = [self.codec.key(node) for node in query.ends]
            start = f"UNWIND $ends AS key MATCH (x:{UMBRELLA} {{key: key}})-[r]-() WITH startNode(r) AS a, r, endNode(r) AS b "
            return self._rows(f"{start} WHERE {where} {tail}", [*conditions, ("", {"ends": keys})])
        return self._rows(f"MATCH {_FACTS} WHERE a.key STARTS WITH $prefix AND {where} {tail}", conditions)

    def _edge_conditions(self, query: EdgeQuery) -> list[_Condition]:
        conditions: list[_Condition] = []
        if query.ids is not None:
            conditions.append(("r.id IN $ids", {"ids": list(query.ids)}))
        if query.types:
            conditions.append(("type(r) IN $types", {"types": list(query.types)}))
        for name, values in (("articles", query.articles), ("rules", query.rules)):
            if values:
                conditions.append((f"any(one IN r.{name} WHERE one IN ${name})", {name: list(values)}))
        if query.claims:
            marks = [claim_mark(claim) for claim in query.claims]
            conditions.append(("any(one IN $claims WHERE r.record CONTAINS one)", {"claims": marks}))
        if query.doubtful is not None:
            conditions.append(("r.doubtful = $doubtful", {"doubtful": query.doubtful}))
        return conditions

    def _quoted(self, query: EdgeQuery) -> tuple[str, ...]:
        """Ids of the edges with the quotation, by id: quotations are compared folded, which Cypher cannot do."""
        folded = fold(query.quote or "")
        if not folded:
            return ()
        others = EdgeQuery(**{**_fields(query), "quote": None, "limit": None})
        rows = self._facts(others, "r.id, r.quotes")
        found = (key for key, quotes in rows if any(folded in fold(quote) for quote in quotes or ()))
        return tuple(found)[: query.limit]


def _fields(query: EdgeQuery) -> dict[str, Any]:
    return {name: getattr(query, name) for name in query.__dataclass_fields__}


def _all(conditions: Sequence[_Condition]) -> str:
    return " AND ".join(text for text, _ in conditions)


def _limit(limit: int | None) -> str:
    return "" if limit is None else f" LIMIT {int(limit)}"


def _label(labels: Iterable[str]) -> str:
    return next(label for label in sorted(labels) if label != UMBRELLA)


def _digests(rows: Iterable[Sequence[Any]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for _, ids, hashes in rows:
        if len(ids) != len(hashes) or (found.keys() & ids) or len(set(ids)) != len(ids):
            for key, value in zip(ids, hashes, strict=False):
                found[key] = "" if key in found or len(ids) != len(hashes) else value
        else:
            found.update(zip(ids, hashes, strict=True))
    return found
