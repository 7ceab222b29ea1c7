"""Nodes and edges as flat Neo4j properties, and back without loss.

A node is ``(:Entity:Person {key, graph, id, hash, name, aliases, articles, search, …})``, an edge a relationship of its
type with ``{graph, id, hash, confidence, doubtful, quotes, articles, rules, record, …}`` and its own properties beside
them. ``first_seen`` and ``last_seen`` are the dates of the oldest and newest article. ``articles`` and ``rules`` have one
entry a proof, ``quotes`` one a quotation. ``record`` is JSON with what has no use in a query but belongs to the proof:
``[[[claim, confidence, date, [[start, end, shows, in], …]], …], field, …]``; a string follows ``[`` only where it is a
claim, so that a claim can be found in it. ``derived`` is there, and true, on links that no article states. An empty list
is no property, because the bulk import knows none.

A full date is a Neo4j ``date``; of a partial one (2020-11) the words are kept in ``date_text``. ``date_year`` and
``date_month`` are numbers in either case.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from kgnews.records import Edge, Node, Proof
from kgnews.records.claims import Properties, Value
from kgnews.records.fold import fold

UMBRELLA = "Entity"
NODE_KEYS = ("key", "graph", "id", "hash", "name", "aliases", "articles", "search", "fields", "name_full")
EDGE_KEYS = (
    "graph", "id", "hash", "confidence", "doubtful", "first_seen", "last_seen", "quotes", "articles", "rules", "record",
    "derived",
)  # fmt: skip
_RESERVED = frozenset(NODE_KEYS + EDGE_KEYS)
# A range index takes keys of at most 8 kB, a text index 32 kB; nobody's name is longer, but a hostile text may be.
_NAME_BYTES = 4_000
_SEARCH_BYTES = 30_000
# made once: json.dumps makes an encoder anew for each call that asks for anything but its defaults
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DATE_PARTS = ("", "_text", "_year", "_month")


@dataclass(frozen=True, slots=True)
class Codec:
    """``graph`` is the name that keeps this graph apart from others in the database, ``dates`` the properties that are dates."""

    graph: str
    dates: frozenset[str] = frozenset({"date", "since", "until"})

    @property
    def prefix(self) -> str:
        """What the keys of this graph begin with, and no other's."""
        return f"{self.graph}:"

    def key(self, node: str) -> str:
        """The unique key of a node."""
        return self.prefix + node

    def node_properties(self, node: Node, digest: str) -> dict[str, Any]:
        """All properties of a node."""
        fields = sorted(node.properties)
        row: dict[str, Any] = {
            "key": self.key(node.id),
            "graph": self.graph,
            "id": node.id,
            "hash": digest,
            "name": clip(node.name, _NAME_BYTES),
            **{key: _texts(value) for key, value in (("aliases", node.aliases), ("articles", node.articles)) if value},
            "search": search_text((node.name, *node.aliases)),
            **self.fields(node.properties),
        }
        if fields:
            row["fields"] = fields
        if row["name"] != node.name:
            row["name_full"] = _text(node.name)
        return row

    def edge_row(self, edge: Edge, digest: str) -> tuple[list[Any], dict[str, Any]]:
        """The values of ``EDGE_KEYS`` in their order, and the edge's own properties."""
        proofs = edge.proofs
        seen = sorted(day for proof in proofs if (day := full_date(proof.date or "")))
        record = _encode([[_proof_record(proof) for proof in proofs], *sorted(edge.properties)])
        values = [
            self.graph,
            edge.id,
            digest,
            edge.confidence,
            edge.doubtful,
            seen[0] if seen else None,
            seen[-1] if seen else None,
            [_text(quote[4]) for proof in proofs for quote in proof.quotes] or None,
            [_text(proof.article) for proof in proofs] or None,
            [_text(proof.rule) for proof in proofs] or None,
            _text(record),
            edge.derived or None,
        ]
        return values, self.fields(edge.properties) if edge.properties else {}

    def edge_properties(self, edge: Edge, digest: str) -> dict[str, Any]:
        """All properties of a relationship."""
        values, fields = self.edge_row(edge, digest)
        own = zip(EDGE_KEYS, values, strict=True)
        return {key: value for key, value in own if value is not None} | fields

    def fields(self, properties: Properties) -> dict[str, Any]:
        """Properties as Neo4j has them: real dates, lists, numbers."""
        row: dict[str, Any] = {}
        for name, value in properties.items():
            if name in self.dates and isinstance(value, str):
                row |= date_parts(name, value)
            else:
                row[stored_name(name)] = _texts(value) if isinstance(value, tuple) else _text(value)
        return row

    def stored_names(self, names: Iterable[str]) -> list[str]:
        """The properties in which fields of these names may lie."""
        return sorted(
            {name + part for name in names if name in self.dates for part in _DATE_PARTS}
            | {stored_name(name) for name in names if name not in self.dates}
        )

    def node(self, labels: Iterable[str], row: Mapping[str, Any]) -> Node:
        """The node that ``node_properties`` was given."""
        label = next(label for label in sorted(labels) if label != UMBRELLA)
        name = row.get("name_full", row["name"])
        properties = self._read(row.get("fields", ()), row)
        return Node(row["id"], label, name, tuple(row.get("aliases", ())), properties, tuple(row.get("articles", ())))

    def edge(self, kind: str, source: str, target: str, row: Mapping[str, Any]) -> Edge:
        """The edge that ``edge_properties`` was given; ``source`` and ``target`` are node ids."""
        records, *names = json.loads(row["record"])
        quotes = iter(row.get("quotes", ()))
        proofs = tuple(
            Proof(
                claim,
                article,
                rule,
                confidence,
                tuple((shows, where, start, end, next(quotes)) for start, end, shows, where in places),
                day,
            )
            for (claim, confidence, day, places), article, rule in zip(
                records, row.get("articles", ()), row.get("rules", ()), strict=True
            )
        )
        properties = self._read(names, row)
        sure = (row["confidence"], row["doubtful"], row.get("derived", False))
        return Edge(row["id"], kind, source, target, properties, proofs, *sure)

    def _read(self, names: Iterable[str], row: Mapping[str, Any]) -> dict[str, Value]:
        return {name: self._value(name, row) for name in names}

    def _value(self, name: str, row: Mapping[str, Any]) -> Value:
        if name in self.dates:
            day = row.get(name)
            return str(row[f"{name}_text"]) if day is None else str(day.iso_format())
        value = row[stored_name(name)]
        return tuple(value) if isinstance(value, list) else value


def claim_mark(claim: str) -> str:
    """What stands in the ``record`` of an edge that has a proof by this claim, and in no other."""
    return f"[{json.dumps(_text(claim), ensure_ascii=False)},"


def record_fields(record: str) -> list[str]:
    """The names of an edge's own properties."""
    return [str(name) for name in json.loads(record)[1:]]


def date_parts(name: str, value: str) -> dict[str, Any]:
    """A date as Neo4j has it: ``name`` or ``name_text``, and as numbers ``name_year``, ``name_month`` where they are known."""
    day = full_date(value)
    row: dict[str, Any] = {name: day} if day else {f"{name}_text": _text(value)}
    parts = value.split("-")
    if len(parts[0]) == 4 and parts[0].isdecimal():
        row[f"{name}_year"] = int(parts[0])
        if len(parts) > 1 and parts[1].isdecimal() and 1 <= int(parts[1]) <= 12:
            row[f"{name}_month"] = int(parts[1])
    return row


@lru_cache(maxsize=4096)
def full_date(value: str) -> date | None:
    """The day, None where the text is no full date."""
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None


def stored_name(name: str) -> str:
    """A property's name in Neo4j; one that means something else there is moved aside."""
    return f"x_{name}" if name in _RESERVED else name


def search_text(names: Sequence[str]) -> str:
    """The folded names, each between line ends: one text index answers whole names, beginnings and parts."""
    folded = dict.fromkeys(text for text in map(fold, names) if text)
    return clip("\n" + "".join(f"{text}\n" for text in folded), _SEARCH_BYTES) if folded else ""


def clip(text: str, size: int) -> str:
    """The text cut to so many bytes of UTF-8."""
    data = text.encode("utf-8", "replace")
    return data[:size].decode("utf-8", "ignore")


def _text(value: Any) -> Any:
    """Neo4j's strings are UTF-8: a lone surrogate has no place in them."""
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode()
    return value


def _texts(values: Iterable[str]) -> list[str]:
    return [_text(value) for value in values]


def _proof_record(proof: Proof) -> list[object]:
    return [
        proof.claim,
        proof.confidence,
        proof.date,
        [[start, end, shows, where] for shows, where, start, end, _ in proof.quotes],
    ]
