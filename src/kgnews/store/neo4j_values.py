"""Neo4j's values for people and for JSON: nodes, relationships, paths, temporal and spatial values, bytes, vectors."""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Mapping
from typing import Any

from neo4j import graph as graphs
from neo4j import spatial, time


def to_json(value: Any) -> Any:
    """The value as JSON can hold it; ISO 8601 for times, base64 for bytes, a list of nodes and relationships for a path."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else str(value)
        case graphs.Node():
            return {"labels": sorted(value.labels), **_properties(value), "element_id": value.element_id}
        case graphs.Relationship():
            ends = {"start": _end(value.start_node), "end": _end(value.end_node)}
            return {"type": value.type, **ends, **_properties(value), "element_id": value.element_id}
        case graphs.Path():
            return [to_json(item) for item in _steps(value)]
        case Mapping():
            return {str(key): to_json(item) for key, item in value.items()}
        case bytes() | bytearray():
            return base64.b64encode(value).decode()
        case spatial.Point():
            return {"srid": value.srid, "coordinates": [to_json(part) for part in value]}
        case list() | tuple() | set() | frozenset() if not isinstance(value, time.Duration):
            return [to_json(item) for item in value]
    return to_text(value)


def to_text(value: Any) -> str:
    """The value in one cell, as Cypher writes it; a node by its label and name."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case graphs.Node():
            return _node(value)
        case graphs.Relationship():
            return f"[:{value.type}{_own(value)}]"
        case graphs.Path():
            return _path(value)
        case spatial.Point():
            return f"point({', '.join(map(str, value))}; srid {value.srid})"
        case bytes() | bytearray():
            return "0x" + bytes(value).hex()
        case Mapping():
            return json.dumps(to_json(value), ensure_ascii=False)
    return _other(value)


def _other(value: Any) -> str:
    iso = getattr(value, "iso_format", None) or getattr(value, "isoformat", None)
    if iso is not None:
        return str(iso())
    native = getattr(value, "to_native", None)  # a vector
    if native is not None:
        return to_text(list(native()))
    if isinstance(value, list | tuple | set | frozenset):
        return "、".join(map(to_text, value))
    return str(value)


def _properties(item: graphs.Entity) -> dict[str, Any]:
    return {"properties": {key: to_json(value) for key, value in sorted(item.items())}}


def _end(node: graphs.Node | None) -> str | None:
    return node.element_id if node is not None else None


def _name(node: graphs.Node) -> str:
    shown = node.get("name") or node.get("title") or node.get("id")
    return to_text(shown) if shown is not None else ""


def _node(node: graphs.Node) -> str:
    labels = sorted(node.labels - {"Entity"}) or sorted(node.labels)
    return f"({''.join(f':{label}' for label in labels)}{' ' if labels and _name(node) else ''}{_name(node)})"


def _own(relationship: graphs.Relationship) -> str:
    shown = [to_text(relationship[key]) for key in ("title", "status", "date", "date_text") if relationship.get(key) is not None]
    return f" {' '.join(shown)}" if shown else ""


def _steps(path: graphs.Path) -> list[graphs.Node | graphs.Relationship]:
    steps: list[graphs.Node | graphs.Relationship] = [path.nodes[0]]
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [relationship, node]
    return steps


def _path(path: graphs.Path) -> str:
    text = _node(path.nodes[0])
    for place, relationship in enumerate(path.relationships):
        forward = relationship.start_node == path.nodes[place]
        text += f"{'-' if forward else '<-'}{to_text(relationship)}{'->' if forward else '-'}{_node(path.nodes[place + 1])}"
    return text
