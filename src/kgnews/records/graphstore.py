"""The contract of a graph store, SQLite or Neo4j: a few general questions, and one way of writing.

Look-ups are written once above this protocol. Every answer is sorted by id, so that each store gives the same bytes;
texts are compared as ``kgnews.records.fold.fold`` gives them. Nothing here writes into a ledger: a graph is derived.

How the graph holds facts that have no second entity: HELD_ON is an edge from the event to itself with the property
``date`` (and the event's own property ``date`` is the best of them), RECEIVES_AWARD ends at an ``Award`` node, BYLINE
and MENTIONED_IN end at an ``Article`` node.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol, TypeAlias

from kgnews.records.graph import Edge, Graph, Node

Match: TypeAlias = Literal["exact", "prefix", "contains"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeQuery:
    """Which nodes: all conditions that are given hold together; with none, all nodes.

    ``ids``: one of these. ``name``: the name or an alias matches, folded, in the manner of ``match``; a name that folds
    to nothing matches nothing. ``labels``: one of these. ``articles``: has one of these article ids (the record's id, as
    in ``Node.articles``; an Article node has its own). ``limit``: the first so many by id.
    """

    ids: tuple[str, ...] | None = None
    name: str | None = None
    match: Match = "exact"
    labels: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeQuery:
    """Which edges: all conditions that are given hold together; with none, all edges.

    ``ids``: one of these. ``ends``: source or target is one of these node ids. ``types``: one of these.
    ``claims``: has a proof by one of these claims. ``articles``: has a proof from one of these article ids.
    ``rules``: has a proof by one of these rules. ``quote``: a quotation of a proof contains this text, folded.
    ``doubtful``: None for both. ``limit``: the first so many by id.
    """

    ids: tuple[str, ...] | None = None
    ends: tuple[str, ...] | None = None
    types: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    quote: str | None = None
    doubtful: bool | None = False
    limit: int | None = None


class Link(NamedTuple):
    """An edge without its proofs, for walking the graph."""

    id: str
    type: str
    source: str
    target: str


class NameRow(NamedTuple):
    """The names of a node, for offering near ones."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a graph holds. ``edges`` counts facts by type, ``doubtful`` those kept apart, ``rules`` proofs by rule."""

    nodes: Mapping[str, int] = field(default_factory=dict)
    edges: Mapping[str, int] = field(default_factory=dict)
    doubtful: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Digests:
    """What a store holds, as the digest (``kgnews.records.serial.digest``) of each node and edge by its id."""

    nodes: Mapping[str, str] = field(default_factory=dict)
    edges: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """What turns a stored graph into another: whole nodes and edges to put (new or changed), ids to take out."""

    put_nodes: tuple[Node, ...] = ()
    put_edges: tuple[Edge, ...] = ()
    drop_nodes: tuple[str, ...] = ()
    drop_edges: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.put_nodes or self.put_edges or self.drop_nodes or self.drop_edges)


class GraphStore(Protocol):
    """A stored graph. Reading never changes it; ``apply`` is the only way of writing."""

    def nodes(self, query: NodeQuery) -> list[Node]:
        """The nodes that the query describes, by id."""

    def edges(self, query: EdgeQuery) -> list[Edge]:
        """The edges that the query describes with all their proofs, by id."""

    def links(self, query: EdgeQuery) -> list[Link]:
        """The same edges without proofs, by id."""

    def names(self) -> list[NameRow]:
        """The names of all nodes that are no articles, by id."""

    def counts(self) -> Counts:
        """How much the graph holds; keys in alphabetical order."""

    def digests(self) -> Digests:
        """What is stored, for telling what a new graph changes."""

    def apply(self, difference: Difference) -> None:
        """Make the changes; may be cut off at any point and made again to the same end."""


def difference(stored: Digests, graph: Graph) -> Difference:
    """What must be written so that the store holds exactly ``graph``."""
    from kgnews.records.serial import digest

    put_nodes = tuple(node for node in graph.nodes if stored.nodes.get(node.id) != digest(node))
    put_edges = tuple(edge for edge in graph.edges if stored.edges.get(edge.id) != digest(edge))
    return Difference(put_nodes, put_edges, _gone(stored.nodes, graph.nodes), _gone(stored.edges, graph.edges))


def _gone(stored: Iterable[str], kept: Iterable[Node] | Iterable[Edge]) -> tuple[str, ...]:
    return tuple(sorted(set(stored) - {item.id for item in kept}))


def whole_graph(store: GraphStore) -> Graph:
    """Everything that is stored, doubtful edges included."""
    return Graph(tuple(store.nodes(NodeQuery())), tuple(store.edges(EdgeQuery(doubtful=None))))
