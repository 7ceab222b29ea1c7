"""GraphML and GEXF, written by networkx."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kgnews.records import Edge, Graph, Node
from kgnews.records.safe import xml_text

if TYPE_CHECKING:
    import networkx

_SEPARATOR = "；"


def network(graph: Graph) -> networkx.MultiDiGraph[str]:
    """The graph with flat attributes: texts, whole numbers, fractions, truth values."""
    import networkx

    net: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in graph.nodes:
        net.add_node(xml_text(node.id), **_node(node))
    for edge in graph.edges:
        net.add_edge(xml_text(edge.source), xml_text(edge.target), key=edge.id, **_edge(edge))
    return net


def graphml(graph: Graph) -> Iterator[str]:
    """GraphML; parallel relations keep their ids."""
    import networkx

    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    for line in networkx.generate_graphml(network(graph)):
        yield _readable(line) + "\n"


def gexf(graph: Graph) -> Iterator[str]:
    """GEXF 1.2; without the date that networkx puts in, so that the same graph gives the same bytes."""
    import networkx

    net = network(graph)
    for _, _, key, data in net.edges(keys=True, data=True):
        data["id"] = key
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    for line in networkx.generate_gexf(net):
        yield _readable(re.sub(r' lastmodifieddate="[^"]*"', "", line)) + "\n"


def _readable(line: str) -> str:
    """Chinese as such, where networkx writes the number of each character."""
    return re.sub(r"&#(\d+);", lambda match: chr(int(match[1])) if int(match[1]) > 127 else match[0], line)


def _node(node: Node) -> dict[str, Any]:
    flat = {"label": node.name, "kind": node.label, "aliases": _SEPARATOR.join(node.aliases), "articles": len(node.articles)}
    return {key: _value(value) for key, value in {**flat, **{f"p_{k}": v for k, v in node.properties.items()}}.items()}


def _edge(edge: Edge) -> dict[str, Any]:
    quotes = (quote[4] for proof in edge.proofs for quote in proof.quotes)
    flat = {
        "relation": edge.type,
        "confidence": edge.confidence,
        "doubtful": edge.doubtful,
        "derived": edge.derived,
        "quotes": _SEPARATOR.join(dict.fromkeys(quotes)),
        "sources": _SEPARATOR.join(dict.fromkeys(proof.article for proof in edge.proofs)),
        "rules": _SEPARATOR.join(sorted({proof.rule for proof in edge.proofs})),
    }
    return {key: _value(value) for key, value in {**flat, **{f"p_{k}": v for k, v in edge.properties.items()}}.items()}


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return xml_text(_SEPARATOR.join(map(str, value)))
    return xml_text(value) if isinstance(value, str) else value
