"""Bringing a stored graph to a Neo4j server: only what differs is sent, what is gone is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kgnews.records.graphstore import Digests, EdgeQuery, GraphStore, NodeQuery
from kgnews.store import neo4j_schema
from kgnews.store.neo4j_graph import Neo4jGraph
from kgnews.store.neo4j_write import Progress, Writer, Written

_CHUNK = 20_000  # nodes or edges in memory at a time


@dataclass(frozen=True, slots=True)
class Delta:
    """Ids of what is new, changed or gone."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.new) + len(self.changed) + len(self.gone)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a push is to do, and how much there is in all."""

    nodes: Delta
    edges: Delta
    total_nodes: int
    total_edges: int
    schema: int = 0

    def __bool__(self) -> bool:
        return bool(len(self.nodes) or len(self.edges))


@dataclass(frozen=True, slots=True)
class Report:
    """What a push did, or would do."""

    plan: Plan
    written: Written = field(default_factory=Written)


def plan_push(source: GraphStore, target: Neo4jGraph, force: bool = False) -> Plan:
    """Compare what both hold, by digests; with ``force`` all that is there is written anew."""
    return _plan(source.digests(), target.digests(), len(neo4j_schema.missing(target.connection, target.ontology)), force)


def _plan(wanted: Digests, stored: Digests, schema: int, force: bool) -> Plan:
    nodes = _delta(wanted.nodes, stored.nodes, force)
    edges = _delta(wanted.edges, stored.edges, force)
    return Plan(nodes, edges, len(wanted.nodes), len(wanted.edges), schema)


def _delta(wanted: Mapping[str, str], stored: Mapping[str, str], force: bool) -> Delta:
    new = tuple(sorted(wanted.keys() - stored.keys()))
    changed = tuple(sorted(key for key, value in wanted.items() if key in stored and (force or stored[key] != value)))
    return Delta(new, changed, tuple(sorted(stored.keys() - wanted.keys())))


def push(source: GraphStore, target: Neo4jGraph, progress: Progress | None = None, force: bool = False) -> Report:
    """Make the target hold exactly what the source holds. Where nothing differs, nothing is written at all."""
    wanted, stored = source.digests(), target.digests()
    plan = _plan(wanted, stored, len(neo4j_schema.missing(target.connection, target.ontology)), force)
    if not plan:
        if plan.schema:
            neo4j_schema.ensure(target.connection, target.ontology)
        return Report(plan)
    writer = target.writer(progress)
    stored = target.digests()  # again: until now another push may have been writing
    plan = _plan(wanted, stored, plan.schema, force)
    writer.know(wanted)
    _carry_out(plan, source, writer, stored)
    return Report(plan, writer.written)


def _carry_out(plan: Plan, source: GraphStore, writer: Writer, stored: Digests) -> None:
    writer.drop_edges(plan.edges.gone)
    for ids in _chunks(plan.nodes.new + plan.nodes.changed):
        writer.put_nodes(source.nodes(NodeQuery(ids=ids)), stored.nodes)
    for ids in _chunks(plan.edges.new + plan.edges.changed):
        writer.put_edges(source.edges(EdgeQuery(ids=ids, doubtful=None)), stored.edges)
    writer.drop_nodes(plan.nodes.gone)


def _chunks(ids: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
