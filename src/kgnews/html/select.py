"""The part of a graph that a page holds: by focus, time, type and confidence. Everything is a pure function of records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kgnews.html.options import HIDDEN_LABELS, HIDDEN_RELATIONS, Options
from kgnews.records import Edge, Graph, Node


def edge_dates(graph: Graph) -> dict[str, str]:
    """The date of each edge by its id: its own, else that of its event, else of its earliest article. Undated ones are absent."""
    events = {node.id: str(node.properties["date"]) for node in graph.nodes if node.properties.get("date")}
    events = {id_: date for id_, date in events.items() if date}
    dates = {}
    for edge in graph.edges:
        told = edge.properties.get("date") or edge.properties.get("since")
        event = events.get(edge.target) or events.get(edge.source)
        printed = min((proof.date for proof in edge.proofs if proof.date), default=None)
        if date := told or event or printed:
            dates[edge.id] = str(date)
    return dates


def select(graph: Graph, options: Options) -> Graph:
    """The graph that the page holds; links to articles are not edges of it (a node lists its articles)."""
    labels = {node.label for node in graph.nodes}
    relations = {edge.type for edge in graph.edges}
    kept_labels = options.types & labels
    kept_relations = options.types & relations
    nodes = {node.id: node for node in graph.nodes if not kept_labels or node.label in kept_labels or node.label in HIDDEN_LABELS}
    edges = [
        edge
        for edge in graph.edges
        if edge.type not in HIDDEN_RELATIONS
        and edge.source in nodes
        and edge.target in nodes
        and (not kept_relations or edge.type in kept_relations)
        and edge.confidence >= options.min_confidence
    ]
    if options.since or options.until:
        edges = _within(edges, edge_dates(graph), options.since or "", options.until or "")
    narrowed = bool(kept_relations or options.since or options.until or options.min_confidence)
    if options.focus:
        reached = _around(options.focus, edges, nodes, options.hops)
        edges = [edge for edge in edges if edge.source in reached and edge.target in reached]
        nodes = {id_: node for id_, node in nodes.items() if id_ in reached or node.label in HIDDEN_LABELS}
    elif narrowed:
        ends = {edge.source for edge in edges} | {edge.target for edge in edges} | set(options.path or ())
        nodes = {id_: node for id_, node in nodes.items() if id_ in ends or node.label in HIDDEN_LABELS}
    return Graph(tuple(_with_used_articles(nodes.values(), edges)), tuple(edges))


def _within(edges: Iterable[Edge], dates: Mapping[str, str], since: str, until: str) -> list[Edge]:
    """Edges whose date lies in the range as precisely as both are told; an undated edge does not."""

    def inside(date: str) -> bool:
        return date[: len(since)] >= since[: len(date)] and (not until or date[: len(until)] <= until[: len(date)])

    return [edge for edge in edges if edge.id in dates and inside(dates[edge.id])]


def _around(start: str, edges: Iterable[Edge], nodes: Mapping[str, Node], hops: int) -> set[str]:
    """Ids of the nodes at most ``hops`` links away; an article joins nothing."""
    neighbours: dict[str, list[str]] = {}
    for edge in edges:
        neighbours.setdefault(edge.source, []).append(edge.target)
        neighbours.setdefault(edge.target, []).append(edge.source)
    reached = ring = {start}
    for _ in range(hops):
        ring = {other for one in ring if nodes[one].label not in HIDDEN_LABELS for other in neighbours.get(one, ())} - reached
        reached = reached | ring
    return reached


def _with_used_articles(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterable[Node]:
    """All entities, and the articles that a kept proof, edge or entity refers to."""
    entities = [node for node in nodes if node.label not in HIDDEN_LABELS]
    kept = {node.id for node in entities}
    used = {article for node in entities for article in node.articles}
    for edge in edges:
        used.update(proof.article for proof in edge.proofs)
        used.update((edge.source, edge.target))
    return (node for node in nodes if node.id in kept or node.id in used or used.intersection(node.articles))
