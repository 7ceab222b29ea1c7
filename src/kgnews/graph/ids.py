"""Ids that are computed from what a thing is, never from the order in which it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import TypeAlias

from kgnews.records import Reading
from kgnews.records.fold import fold

# The article, label and name of a local entity, as the ends of its claims say them.
Key: TypeAlias = tuple[str, str, str]


def _hash(*parts: str) -> str:
    data = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=8).hexdigest()


def article_node_id(article: str) -> str:
    """The node of an article."""
    return f"article-{_hash(article)}"


def award_node_id(name: str) -> str:
    """The node of an award or title: one for all spellings of its name."""
    return f"award-{_hash(fold(name) or name)}"


def edge_id(kind: str, source: str, target: str, apart: Iterable[str], doubtful: bool) -> str:
    """The id of an edge; ``apart`` are the values besides type and ends that keep edges apart."""
    return f"fact-{_hash(kind, source, target, *apart, 'doubtful' if doubtful else '')}"


def same_name(readings: Iterable[Reading]) -> Mapping[Key, str]:
    """The plainest resolution: one entity a label and name; events without a name of their own are their article's alone."""
    ids: dict[Key, str] = {}
    for reading in readings:
        for entity in reading.entities:
            own = reading.article if entity.generic else ""
            key = (reading.article, entity.label, entity.name)
            ids[key] = f"{entity.label.lower()}-{_hash(entity.label, fold(entity.name) or entity.name, own)}"
    return ids
