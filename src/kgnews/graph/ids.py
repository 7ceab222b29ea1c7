"""Ids that are computed from what a thing is, never from the order in which it came."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from kgnews.records import Member, Reading, Resolution
from kgnews.records.fold import fold


def _hash(*parts: str) -> str:
    data = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=8).hexdigest()


def article_node_id(article: str) -> str:
    """The node of an article."""
    return f"article-{_hash(article)}"


def value_node_id(label: str, name: str) -> str:
    """The node of an award or a field of work: one for all spellings of its name."""
    return f"{label.lower()}-{_hash(fold(name) or name)}"


def edge_id(kind: str, source: str, target: str, apart: Iterable[str], doubtful: bool) -> str:
    """The id of an edge; ``apart`` are the values besides type and ends that keep edges apart."""
    return f"fact-{_hash(kind, source, target, *apart, 'doubtful' if doubtful else '')}"


def same_name(readings: Iterable[Reading]) -> Resolution:
    """The plainest resolution: one entity a label and name; events without a name of their own are their article's alone."""
    ids: dict[Member, str] = {}
    for reading in readings:
        for entity in reading.entities:
            own = reading.article if entity.generic else ""
            member = Member(reading.article, entity.label, entity.name)
            ids[member] = f"{entity.label.lower()}-{_hash(entity.label, fold(entity.name) or entity.name, own)}"
    return Resolution(ids=ids)
