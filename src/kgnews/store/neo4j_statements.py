"""The statements that write relationships, and how rows are sent: as little as can be, because there are many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from kgnews.errors import Neo4jError
from kgnews.records import Edge
from kgnews.store.neo4j_codec import EDGE_KEYS, UMBRELLA, Codec

_LABEL = re.compile(r"[A-Z][A-Za-z0-9]*")
_TYPE = re.compile(r"[A-Z][A-Z0-9_]*")


class Statement(NamedTuple):
    """What is done for each of ``rows`` under the name ``each``; ``days`` are dates that rows name by their place.

    With ``creates`` it must make so many relationships, or the transaction is given up.
    """

    text: str
    rows: Sequence[Any]
    days: Sequence[date] = ()
    each: str = "row"
    creates: int = 0


class _Days:
    """Dates, each once: the driver takes ten times as long for a date as for a number, and most rows share a few."""

    def __init__(self) -> None:
        self._places: dict[date, int] = {}

    @property
    def listed(self) -> list[date]:
        return list(self._places)

    def out_of(self, values: list[Any]) -> list[Any]:
        """The values with the place of each date instead of it."""
        places = self._places
        return [places.setdefault(value, len(places)) if type(value) is date else value for value in values]


def creation(codec: Codec, kind: str, edges: Sequence[Edge], digests: Sequence[str]) -> tuple[Statement, Statement]:
    """The statement that creates, and the one that creates only what is not there yet."""
    check_type(kind)
    pairs = [codec.edge_row(edge, digest) for edge, digest in zip(edges, digests, strict=True)]
    names = sorted({name for _, fields in pairs for name in fields})
    days = _Days()
    rows: dict[str, list[list[Any]]] = {}
    for edge, (values, fields) in zip(edges, pairs, strict=True):
        own = [fields.get(name) for name in names] if names else []
        row = [codec.key(edge.target), *days.out_of(values[1:]), *days.out_of(own)]
        rows.setdefault(codec.key(edge.source), []).append(row)
    dated = {"first_seen", "last_seen", *codec.dates}
    places = {name: f"row[{place}]" for place, name in enumerate((*EDGE_KEYS[1:], *names), start=1)}
    places = {f"`{name}`": f"$days[{place}]" if name in dated else place for name, place in places.items()}
    places["graph"] = "$graph"
    # each source is looked up once for all of its edges
    ends = f"MATCH (a:{UMBRELLA} {{key: source[0]}}) UNWIND source[1] AS row MATCH (b:{UMBRELLA} {{key: row[0]}})"
    create = f"{ends} CREATE (a)-[:`{kind}` {{{', '.join(f'{key}: {place}' for key, place in places.items())}}}]->(b)"
    sets = ", ".join(f"r.{key} = {place}" for key, place in places.items())
    merge = f"{ends} MERGE (a)-[r:`{kind}` {{graph: $graph, id: {places['`id`']}}}]->(b) SET {sets}"
    sources = list(rows.items())
    return (
        Statement(create, sources, days.listed, "source", len(edges)),
        Statement(merge, sources, days.listed, "source"),
    )


def check_label(name: str) -> None:
    """Raise ``Neo4jError`` unless it is a plain name: a label becomes part of a query's text."""
    _check(_LABEL, name)


def check_type(name: str) -> None:
    """Raise ``Neo4jError`` unless it is a plain name: a type becomes part of a query's text."""
    _check(_TYPE, name)


def _check(shape: re.Pattern[str], name: str) -> None:
    if not shape.fullmatch(name):
        raise Neo4jError(f"{name!r} is no label or relationship type")
