"""Between entities: shortest paths, what two have in common, what happened when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kgnews.lookup.card import when_of
from kgnews.lookup.facts import FACT_COLUMNS, MENTION, WEAK, Reader, Row
from kgnews.records import Edge, Node
from kgnews.records.graphstore import EdgeQuery, GraphStore, Link

PATH_COLUMNS = ("path", "step", "when", "dating", *FACT_COLUMNS)
COMMON_COLUMNS = ("common", "common_label", "when", "dating", *FACT_COLUMNS)
TIMELINE_COLUMNS = ("when", "dating", *FACT_COLUMNS)


def shortest_paths(
    store: GraphStore, starts: Sequence[Node], goals: Sequence[Node], hops: int = 4, limit: int = 3, mentions: bool = False
) -> list[list[str]]:
    """The shortest ways from any of ``starts`` to any of ``goals`` as node ids, at most ``hops`` facts long.

    Of several of one length the first ``limit`` by ids. Articles are stepped over only with ``mentions``.
    """
    first, last = {node.id for node in starts}, {node.id for node in goals}
    parents: dict[str, set[str]] = {key: set() for key in first}
    frontier = set(first)
    for _ in range(hops):
        if not frontier or frontier & last:
            break
        reached: dict[str, set[str]] = {}
        for link in _links(store, frontier, mentions):
            for here, there in ((link.source, link.target), (link.target, link.source)):
                if here in frontier and there not in parents:
                    reached.setdefault(there, set()).add(here)
        parents |= reached
        frontier = set(reached)
    return _unwind(parents, sorted(frontier & last), limit)


def _links(store: GraphStore, ends: Iterable[str], mentions: bool) -> list[Link]:
    links = store.links(EdgeQuery(ends=tuple(sorted(ends))))
    return links if mentions else [link for link in links if link.type not in WEAK]


def _unwind(parents: dict[str, set[str]], ends: Iterable[str], limit: int) -> list[list[str]]:
    """Walk back from each end, in the order of ids, until there are enough."""
    stack = [[end] for end in sorted(ends, reverse=True)]
    found: list[list[str]] = []
    while stack and len(found) < limit:
        trail = stack.pop()
        before = parents[trail[-1]]
        if not before:
            found.append(trail[::-1])
        stack += [[*trail, key] for key in sorted(before, reverse=True)]
    return found


def path_rows(store: GraphStore, paths: Sequence[Sequence[str]]) -> list[Row]:
    """Each step of each path with all its facts: ``path`` and ``step`` count from 1."""
    reader, rows = Reader(store), []
    for number, path in enumerate(paths, 1):
        for step, pair in enumerate(pairwise(path), 1):
            edges = [edge for edge in _edges(store, pair[:1]) if {edge.source, edge.target} == set(pair)]
            rows += [{"path": number, "step": step} | row for row in _dated(edges, reader)]
    return rows


def _dated(edges: Sequence[Edge], reader: Reader) -> list[Row]:
    """The rows of facts with the date of each: its own, else its event's, else that of the first report (``dating``)."""
    rows = []
    for edge, row in zip(edges, reader.rows(edges), strict=True):
        when, dating = when_of(edge, row, reader)
        rows.append({"when": when, "dating": dating} | row)
    return rows


def common(store: GraphStore, one: Sequence[Node], other: Sequence[Node]) -> list[Row]:
    """Facts between the two, then those that tie both to a third; articles that mention both come last."""
    left, right = _by_neighbour(store, one), _by_neighbour(store, other)
    ids = {node.id for node in one}, {node.id for node in other}
    direct = [edge for key, edges in left.items() if key in ids[1] for edge in edges]
    shared = sorted((set(left) & set(right)) - ids[0] - ids[1])
    reader = Reader(store)
    nodes = reader.fetch(shared)
    shared.sort(key=lambda key: (nodes[key].label == "Article", nodes[key].label, key))
    nobody: Row = {"common": None, "common_id": None, "common_label": None}
    rows = [nobody | row for row in _dated(_unique(direct), reader)]
    for key in shared:
        head = {"common": nodes[key].name, "common_id": key, "common_label": nodes[key].label}
        rows += [head | row for row in _dated(_unique([*left[key], *right[key]]), reader)]
    return rows


def _by_neighbour(store: GraphStore, nodes: Sequence[Node]) -> dict[str, list[Edge]]:
    found: dict[str, list[Edge]] = {}
    own = {node.id for node in nodes}
    for edge in _edges(store, sorted(own)):
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            if here in own and there not in own:
                found.setdefault(there, []).append(edge)
    return found


def _edges(store: GraphStore, ends: Sequence[str]) -> list[Edge]:
    return store.edges(EdgeQuery(ends=tuple(ends)))


def _unique(edges: Iterable[Edge]) -> list[Edge]:
    return list({edge.id: edge for edge in edges}.values())


def timeline(store: GraphStore, nodes: Sequence[Node], since: str = "", until: str = "", doubtful: bool = False) -> list[Row]:
    """The facts of these entities by date: their own, else the event's, else that of the first report (see ``dating``).

    ``since`` and ``until`` are ISO dates of any precision, both inclusive. Facts without any date come last.
    """
    reader = Reader(store)
    query = EdgeQuery(ends=tuple(sorted(node.id for node in nodes)), doubtful=None if doubtful else False)
    edges = [edge for edge in store.edges(query) if edge.type != MENTION and not edge.derived]
    rows = [row for row in _dated(edges, reader) if within(row["when"], since, until)]
    return sorted(rows, key=lambda row: (row["when"] or "9999", row["type"], row["subject"], row["fact"]))


def within(when: str | None, since: str, until: str) -> bool:
    """Whether a date of any precision may lie between two others; an undated fact does where no bound is given."""
    if not when:
        return not since and not until
    return not_after(since, when) and not_after(when, until or "9999")


def not_after(one: str, other: str) -> bool:
    """Whether ``one`` may be no later than ``other``, as far as the coarser of the two tells."""
    size = min(len(one), len(other))
    return one[:size] <= other[:size]
