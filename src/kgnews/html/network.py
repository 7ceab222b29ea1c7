"""The pyvis network of a graph: nodes with place, shape and size, directed edges with their names, parallel ones kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgnews.html.layout import Layout, compute_layout
from kgnews.html.options import HIDDEN_LABELS, Guide
from kgnews.records import Graph, Node

if TYPE_CHECKING:
    from pyvis.network import Network  # type: ignore[import-untyped]

# Okabe and Ito's palette: told apart by colour-blind people, and each label has a shape of its own besides.
STYLES = {
    "Person": ("dot", "#0072B2"),
    "Organization": ("square", "#D55E00"),
    "Event": ("diamond", "#009E73"),
    "Place": ("triangle", "#CC79A7"),
    "Work": ("hexagon", "#E69F00"),
    "Award": ("star", "#56B4E9"),
    "Article": ("triangleDown", "#767676"),
}
OTHER = ("dot", "#767676")


class _Ids(dict[int, None]):
    """pyvis keeps its ids in a list and searches it for each node and each end of an edge: 4 s at 10,000 nodes."""

    def append(self, id_: int) -> None:
        self[id_] = None


def certain_neighbours(graph: Graph) -> dict[str, set[str]]:
    """The entities that certain facts tie each node to, by id; articles and the node itself are none."""
    neighbours: dict[str, set[str]] = {node.id: set() for node in graph.nodes}
    entities = {node.id for node in graph.nodes if node.label not in HIDDEN_LABELS}
    for edge in graph.edges:
        if not edge.doubtful and edge.source != edge.target and {edge.source, edge.target} <= entities:
            neighbours[edge.source].add(edge.target)
            neighbours[edge.target].add(edge.source)
    return neighbours


def rank_nodes(graph: Graph) -> list[Node]:
    """Nodes by importance: the number of their certain neighbours, then of their facts, then by id. Articles come last."""
    neighbours = certain_neighbours(graph)
    facts = dict.fromkeys(neighbours, 0)
    for edge in graph.edges:
        if not edge.doubtful:
            facts[edge.source] += len(edge.proofs)
            facts[edge.target] += len(edge.proofs)
    return sorted(
        graph.nodes, key=lambda node: (node.label in HIDDEN_LABELS, -len(neighbours[node.id]), -facts[node.id], node.id)
    )


def choose_drawn(graph: Graph, top: int) -> tuple[list[Node], int]:
    """All nodes in order, those that are drawn first, and how many these are: at most ``top``, by importance.

    One that would stand alone is not drawn, and where not all are drawn its place goes to a neighbour of the others.
    """
    ranked = rank_nodes(graph)
    neighbours = certain_neighbours(graph)
    entities = sum(node.label not in HIDDEN_LABELS for node in ranked)
    first = {node.id for node in ranked[: min(top, entities)]}
    kept = {id_ for id_ in first if neighbours[id_] & first} or first
    for node in ranked[top:entities]:
        if len(kept) >= top:
            break
        if neighbours[node.id] & kept:
            kept.add(node.id)
    return sorted(ranked, key=lambda node: node.id not in kept), len(kept)


def build_network(graph: Graph, guide: Guide, top: int) -> tuple[Network, Layout, list[Node]]:
    """The network of ``graph``, the layout of its ``top`` most important nodes, and all nodes in the order of their numbers.

    Node ids are these numbers (0 is the most important), ``key`` is the graph's id; what is not drawn has no place.
    """
    from pyvis.network import Network

    ranked, drawn = choose_drawn(graph, top)
    rank = {node.id: at for at, node in enumerate(ranked)}
    links = [(rank[edge.source], rank[edge.target]) for edge in graph.edges if not edge.doubtful]
    layout = compute_layout([node.name for node in ranked[:drawn]], [(a, b) for a, b in links if max(a, b) < drawn])
    network = Network(directed=True, cdn_resources="in_line")
    network.node_ids = _Ids()
    for at, node in enumerate(ranked):
        shape, color = STYLES.get(node.label, OTHER)
        network.add_node(at, node.name, shape, color, **_placed(layout, at, drawn), group=node.label, key=node.id)
    for edge in graph.edges:
        word = guide.relation(edge.type)
        arrows = "" if word.symmetric else "to"
        network.add_edge(
            rank[edge.source], rank[edge.target], label=word.zh, arrows=arrows, dashes=edge.doubtful, key=edge.id, group=edge.type
        )
    return network, layout, ranked


def _placed(layout: Layout, at: int, drawn: int) -> dict[str, Any]:
    if at >= drawn:
        return {"hidden": True, "physics": False}
    x, y = layout.positions[at]
    return {"x": round(float(x), 1), "y": round(float(y), 1), "physics": False}
