"""For Neo4j without a connection: a Cypher script, and files for the bulk import. Both give the graph that `push` gives."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from kgnews.records import Edge, Graph, Node
from kgnews.records.serial import digest

UMBRELLA = "Entity"
# Separates the values of a list in a cell; a control character that no text has any business with.
_SEPARATOR = "\x1f"


class RowMaker(Protocol):
    """How the store has nodes and edges as flat properties: texts, numbers, truth values, ``date`` and lists of texts."""

    def node_properties(self, node: Node, digest: str) -> Mapping[str, Any]:
        """All properties of a node; ``key`` is unique."""

    def edge_properties(self, edge: Edge, digest: str) -> Mapping[str, Any]:
        """All properties of a relationship; ``id`` is unique in its graph."""


def cypher(graph: Graph, rows: RowMaker) -> Iterator[str]:
    """A statement a line. MERGE on the unique key, so that a second run changes nothing."""
    yield f"CREATE CONSTRAINT kgnews_key_{UMBRELLA} IF NOT EXISTS FOR (n:{UMBRELLA}) REQUIRE n.key IS UNIQUE;\n"
    keys: dict[str, str] = {}
    for node in graph.nodes:
        properties = dict(rows.node_properties(node, digest(node)))
        keys[node.id] = properties["key"]
        yield f"MERGE {_node('n', properties['key'])} SET n:{_ticked(node.label)}, n = {_map(properties)};\n"
    for edge in graph.edges:
        properties = dict(rows.edge_properties(edge, digest(edge)))
        match = f"MATCH {_node('a', keys[edge.source])}, {_node('b', keys[edge.target])}"
        merge = f"MERGE (a)-[r:{_ticked(edge.type)} {{id: {_literal(edge.id)}, graph: {_literal(properties['graph'])}}}]->(b)"
        yield f"{match} {merge} SET r = {_map(properties)};\n"


def _node(name: str, key: str) -> str:
    return f"({name}:{UMBRELLA} {{key: {_literal(key)}}})"


def _ticked(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _map(properties: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{_ticked(key)}: {_literal(value)}" for key, value in sorted(properties.items())) + "}"


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_literal, value)) + "]"
    # JSON's escapes are Cypher's; non-ASCII text stays readable, but for what could end a line or turn its direction.
    text = json.dumps(str(value), ensure_ascii=False)
    return "".join(character if character.isprintable() else _escape(character) for character in text)


def _escape(character: str) -> str:
    """``\\uXXXX``; beyond the first plane as two of them."""
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))


def admin_files(graph: Graph, rows: RowMaker) -> Iterable[tuple[str, Iterator[str]]]:
    """A file of nodes for each label, of relationships for each type, and the arguments of the import command."""
    keys = {node.id: str(rows.node_properties(node, "")["key"]) for node in graph.nodes}
    nodes: dict[str, list[Mapping[str, Any]]] = {}
    for node in graph.nodes:
        nodes.setdefault(node.label, []).append(rows.node_properties(node, digest(node)))
    edges: dict[str, list[Mapping[str, Any]]] = {}
    for edge in graph.edges:
        ends = {":START_ID": keys[edge.source], ":END_ID": keys[edge.target]}
        edges.setdefault(edge.type, []).append(ends | dict(rows.edge_properties(edge, digest(edge))))
    for label, found in sorted(nodes.items()):
        yield f"nodes-{label}.csv", _admin_file(found, {"key": "key:ID"})
    for kind, found in sorted(edges.items()):
        yield f"edges-{kind}.csv", _admin_file(found, {})
    yield "import.args", _arguments(sorted(nodes), sorted(edges))


def _arguments(labels: Sequence[str], types: Sequence[str]) -> Iterator[str]:
    """For ``neo4j-admin database import full neo4j @import.args``, run in the folder of the files."""
    yield "--multiline-fields=true\n--array-delimiter=U+001F\n--id-type=string\n"
    for label in labels:
        yield f"--nodes={UMBRELLA}:{label}=nodes-{label}.csv\n"
    for kind in types:
        yield f"--relationships={kind}=edges-{kind}.csv\n"


def _admin_file(found: Sequence[Mapping[str, Any]], named: Mapping[str, str]) -> Iterator[str]:
    """A header with types, and a row each; a property that a row lacks is an empty cell, an empty text is quoted."""
    columns = sorted({key for row in found for key in row})
    yield _admin_line([named.get(key) or _typed(key, found) for key in columns])
    for row in found:
        yield _admin_line([_admin_cell(row.get(key)) for key in columns])


def _typed(key: str, found: Sequence[Mapping[str, Any]]) -> str:
    if key.startswith(":"):
        return key
    value = next(row[key] for row in found if row.get(key) is not None)
    kinds = ((bool, "boolean"), (int, "long"), (float, "double"), (date, "date"), (list | tuple, "string[]"))
    return f"{key}:{next((name for kind, name in kinds if isinstance(value, kind)), 'string')}"


def _admin_cell(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return _SEPARATOR.join(str(item).replace(_SEPARATOR, "\ufffd") for item in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _admin_line(cells: Sequence[str | None]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC).writerow(["" if cell is None else cell for cell in cells])
    return out.getvalue() if None not in cells else _with_gaps(cells)


def _with_gaps(cells: Sequence[str | None]) -> str:
    """The csv module of Python 3.11 cannot leave one cell unquoted: a missing value is not an empty text."""
    return ",".join("" if cell is None else '"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"
