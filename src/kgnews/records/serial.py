"""Nodes and edges as canonical JSON: the same record gives the same bytes, in exports, stores and digests."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from kgnews.records.claims import Properties
from kgnews.records.graph import Edge, Node, Proof

_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(value: object) -> str:
    """Canonical JSON: keys sorted, no blanks, Chinese as such."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)  # a lone surrogate cannot be stored as UTF-8


def digest(item: Node | Edge) -> str:
    """16 hexadecimal digits that change whenever anything of the record does."""
    value = node_to_json(item) if isinstance(item, Node) else edge_to_json(item)
    return blake2b(dumps(value).encode(), digest_size=8).hexdigest()


def properties_to_json(properties: Properties) -> dict[str, Any]:
    """Properties with lists for tuples."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in properties.items()}


def properties_from_json(value: Mapping[str, Any]) -> Properties:
    """The properties that ``properties_to_json`` was given."""
    return {key: tuple(item) if isinstance(item, list) else item for key, item in value.items()}


def node_to_json(node: Node) -> dict[str, Any]:
    """The node as a JSON-ready object with every field."""
    return {
        "id": node.id,
        "label": node.label,
        "name": node.name,
        "aliases": list(node.aliases),
        "properties": properties_to_json(node.properties),
        "articles": list(node.articles),
    }


def node_from_json(value: Mapping[str, Any]) -> Node:
    """The node that ``node_to_json`` was given."""
    return Node(
        id=value["id"],
        label=value["label"],
        name=value["name"],
        aliases=tuple(value["aliases"]),
        properties=properties_from_json(value["properties"]),
        articles=tuple(value["articles"]),
    )


def edge_to_json(edge: Edge) -> dict[str, Any]:
    """The edge as a JSON-ready object with every field and all its proofs."""
    return {
        "id": edge.id,
        "type": edge.type,
        "source": edge.source,
        "target": edge.target,
        "properties": properties_to_json(edge.properties),
        "confidence": edge.confidence,
        "doubtful": edge.doubtful,
        "derived": edge.derived,
        "proofs": [proof_to_json(proof) for proof in edge.proofs],
    }


def edge_from_json(value: Mapping[str, Any]) -> Edge:
    """The edge that ``edge_to_json`` was given."""
    return Edge(
        id=value["id"],
        type=value["type"],
        source=value["source"],
        target=value["target"],
        properties=properties_from_json(value["properties"]),
        proofs=tuple(proof_from_json(proof) for proof in value["proofs"]),
        confidence=value["confidence"],
        doubtful=value["doubtful"],
        derived=value["derived"],
    )


def proof_to_json(proof: Proof) -> dict[str, Any]:
    """The proof as a JSON-ready object; quotations as in the facts format."""
    return {
        "claim": proof.claim,
        "article": proof.article,
        "rule": proof.rule,
        "confidence": proof.confidence,
        "date": proof.date,
        "quotes": [dict(zip(("shows", "in", "start", "end", "quote"), quote, strict=True)) for quote in proof.quotes],
    }


def proof_from_json(value: Mapping[str, Any]) -> Proof:
    """The proof that ``proof_to_json`` was given."""
    quotes = tuple((item["shows"], item["in"], item["start"], item["end"], item["quote"]) for item in value["quotes"])
    return Proof(value["claim"], value["article"], value["rule"], value["confidence"], quotes, value["date"])
