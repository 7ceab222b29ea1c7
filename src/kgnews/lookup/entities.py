"""From what a person types to nodes."""

from __future__ import annotations

from collections.abc import Sequence

from kgnews.errors import NotFoundError
from kgnews.lookup.near import near_names, suggestion
from kgnews.records import Node
from kgnews.records.graphstore import GraphStore, NodeQuery


def find(store: GraphStore, text: str, labels: Sequence[str] = ()) -> list[Node]:
    """The nodes of that id or name, those that have it as their own name first, then by how many articles know them.

    Several may share a name: the caller shows them all. ``NotFoundError`` with near names where there is none.
    """
    found = store.nodes(NodeQuery(ids=(text,), labels=tuple(labels)))
    found = found or store.nodes(NodeQuery(name=text, labels=tuple(labels)))
    if not found:
        raise NotFoundError(f"没有“{text}” (no entity of that name)", suggestion(near_names(store, text)))
    return sorted(found, key=lambda node: (node.name != text, -len(node.articles), node.id))


def find_meant(store: GraphStore, text: str, labels: Sequence[str] = ()) -> list[Node]:
    """As ``find``, but where some have it as their own name, without those that only have it as an alias."""
    found = find(store, text, labels)
    own = [node for node in found if node.name == text or node.id == text]
    return own or found
