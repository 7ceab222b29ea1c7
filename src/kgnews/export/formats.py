"""All formats by name. A stream format is one text, a folder format several files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kgnews.errors import KgnewsError
from kgnews.export import ftm, neo4j, networks, plain, rdf, tables
from kgnews.export.neo4j import RowMaker
from kgnews.records import Graph
from kgnews.schema import Ontology

STREAM_FORMATS: Mapping[str, str] = {
    "jsonl": "nodes and edges with every proof, one JSON object a line",
    "graphml": "Gephi, yEd, Cytoscape, NetworkX",
    "gexf": "Gephi",
    "ftm": "FollowTheMoney entities (Aleph), one JSON object a line",
    "turtle": "RDF, Turtle",
    "jsonld": "RDF, JSON-LD",
    "cypher": "a script for cypher-shell or Neo4j Browser; running it twice changes nothing",
}
FOLDER_FORMATS: Mapping[str, str] = {
    "csv": "nodes.csv, edges.csv and proofs.csv, safe for spreadsheets",
    "neo4j-admin": "files for `neo4j-admin database import full`",
}


def stream(graph: Graph, name: str, ontology: Ontology, rows: RowMaker | None = None) -> Iterator[str]:
    """The text of a stream format, in pieces. ``rows`` says how Neo4j has nodes and edges (cypher)."""
    if name == "jsonl":
        return plain.jsonl(graph)
    if name in ("graphml", "gexf"):
        return networks.graphml(graph) if name == "graphml" else networks.gexf(graph)
    if name == "ftm":
        return ftm.entities(graph, ontology)
    if name in ("turtle", "jsonld"):
        return rdf.turtle(graph, ontology) if name == "turtle" else rdf.jsonld(graph, ontology)
    if name == "cypher" and rows is not None:
        return neo4j.cypher(graph, rows)
    raise _unknown(name)


def folder(graph: Graph, name: str, rows: RowMaker | None = None) -> Iterable[tuple[str, Iterator[str]]]:
    """The files of a folder format: each name with its text in pieces."""
    if name == "csv":
        return tables.files(graph)
    if name == "neo4j-admin" and rows is not None:
        return neo4j.admin_files(graph, rows)
    raise _unknown(name)


def _unknown(name: str) -> KgnewsError:
    return KgnewsError(f"no format {name!r}", f"formats: {', '.join([*STREAM_FORMATS, *FOLDER_FORMATS])}")
