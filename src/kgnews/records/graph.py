"""What the graph shows: nodes and edges, derived from claims and judgements, never edited by hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgnews.records.claims import Properties


@dataclass(frozen=True, slots=True)
class Proof:
    """One claim behind an edge: where it was read, by which rule, and the quotations that show it.

    ``quotes`` are (shows, where, start, end, quote) in the order of the claim's evidence; ``where`` is "text", "title"
    or "page". ``date`` is the article's.
    """

    claim: str
    article: str
    rule: str
    confidence: float
    quotes: tuple[tuple[str, str, int, int, str], ...]
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """An entity, award or article. ``properties`` hold what the ontology declares for its label (date of an event, …)."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    properties: Properties = field(default_factory=dict)
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """One (type, ends, title, status, date) with the proofs of all its claims.

    ``status`` of a doubtful edge is kept apart by ``doubtful``; ``derived`` marks links that no article states.
    """

    id: str
    type: str
    source: str
    target: str
    properties: Properties = field(default_factory=dict)
    proofs: tuple[Proof, ...] = ()
    confidence: float = 1.0
    doubtful: bool = False
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges, each sorted by id: the same input gives the same tuple."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
