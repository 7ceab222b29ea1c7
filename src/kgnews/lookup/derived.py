"""Links that no article states, derived from facts and marked so: appeared together, colleagues, predecessor.

Each lists the facts that it comes from in ``facts``. Reprints count once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import combinations

from kgnews.lookup.facts import Reader
from kgnews.lookup.offices import successions
from kgnews.lookup.spells import spells_of
from kgnews.records import Edge, Graph
from kgnews.records.graphstore import EdgeQuery, GraphStore

TOGETHER, COLLEAGUE, PRECEDED = "APPEARED_WITH", "COLLEAGUE_OF", "PRECEDED"
_AT_EVENT = ("ATTENDS", "CHAIRS", "SPEAKS_AT", "HOSTS")
_CROWD = 60  # people at an event: a congress makes no acquaintances
_STAFF = 40  # people seen in a body


def derived_links(store: GraphStore, people: Iterable[str] | None = None) -> list[Edge]:
    """All derived links (of these people: ids), by id."""
    wanted = None if people is None else frozenset(people)
    found = [*_together(store, wanted), *_colleagues(store, wanted), *_preceded(store, wanted)]
    return sorted(found, key=lambda edge: edge.id)


def with_derived(graph: Graph, links: Iterable[Edge]) -> Graph:
    """The graph with derived links between its nodes."""
    nodes = {node.id for node in graph.nodes}
    added = (edge for edge in links if edge.source in nodes and edge.target in nodes)
    return Graph(graph.nodes, tuple(sorted([*graph.edges, *added], key=lambda edge: edge.id)))


def _facts(store: GraphStore, types: tuple[str, ...], wanted: frozenset[str] | None) -> list[Edge]:
    """The facts of these types; with ``wanted`` only those around what these people are in."""
    if wanted is None:
        return store.edges(EdgeQuery(types=types))
    own = store.edges(EdgeQuery(ends=tuple(sorted(wanted)), types=types))
    return store.edges(EdgeQuery(ends=tuple(sorted({edge.target for edge in own})), types=types)) if own else []


def _together(store: GraphStore, wanted: frozenset[str] | None) -> Iterator[Edge]:
    """People at one event, and people who met; weighted by independent sources."""
    reader = Reader(store)
    edges = _facts(store, _AT_EVENT, wanted)
    reader.rows(edges)
    at: dict[str, dict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for edge in edges:
        if edge.source.startswith("person"):
            at[edge.target][edge.source].append(edge)
    ties: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for present in at.values():
        if len(present) <= _CROWD:
            for left, right in combinations(sorted(present), 2):
                ties[left, right] += [*present[left], *present[right]]
    for (left, right), facts in ties.items():
        if wanted is None or left in wanted or right in wanted:
            yield _link(TOGETHER, left, right, facts, reader.source_of)


def _colleagues(store: GraphStore, wanted: frozenset[str] | None) -> Iterator[Edge]:
    """People seen in posts of one body at times that overlap."""
    reader = Reader(store)
    edges = _facts(store, ("HOLDS_POSITION",), wanted)
    by_id = {edge.id: edge for edge in edges}
    staff: dict[str, dict[str, list[tuple[str, str, list[str]]]]] = defaultdict(lambda: defaultdict(list))
    for row in spells_of(reader, edges):
        first, last = row["start"] or row["first_observed"], row["last_observed"] or row["start"]
        if first and last:
            staff[row["body_id"]][row["person_id"]].append((first, last, row["facts"]))
    ties: dict[tuple[str, str], set[str]] = defaultdict(set)
    for people in staff.values():
        if len(people) <= _STAFF:
            for left, right in combinations(sorted(people), 2):
                ties[left, right].update(_overlap(people[left], people[right]))
    for (left, right), facts in ties.items():
        if facts and (wanted is None or left in wanted or right in wanted):
            yield _link(COLLEAGUE, left, right, [by_id[key] for key in sorted(facts)], reader.source_of)


def _overlap(left: list[tuple[str, str, list[str]]], right: list[tuple[str, str, list[str]]]) -> Iterator[str]:
    for first, last, facts in left:
        for begin, end, others in right:
            if first <= end and begin <= last:
                yield from facts
                yield from others


def _preceded(store: GraphStore, wanted: frozenset[str] | None) -> Iterator[Edge]:
    for row in successions(store):
        pair = (row["person_id"], row["next_id"])
        if row["kind"] == "followed by" and (wanted is None or wanted & set(pair)):
            properties = {"body": row["body"], "title": row["title"], "facts": tuple(row["facts"])}
            key = _id(PRECEDED, *pair, row["body_id"], row["title"])
            yield Edge(key, PRECEDED, row["person_id"], row["next_id"], properties, derived=True)


def _link(kind: str, left: str, right: str, facts: Iterable[Edge], source_of: Callable[[str], str]) -> Edge:
    edges = {edge.id: edge for edge in facts}
    sources = {source_of(proof.article) for edge in edges.values() for proof in edge.proofs}
    properties: Mapping[str, int | tuple[str, ...]] = {"weight": len(sources), "facts": tuple(sorted(edges))}
    return Edge(_id(kind, left, right), kind, left, right, properties, derived=True)


def _id(*parts: str) -> str:
    return f"fact-{blake2b(chr(10).join(parts).encode(), digest_size=8).hexdigest()}"
