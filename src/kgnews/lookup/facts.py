"""Edges as rows that a person reads and a program takes: names for ids, and quote, article, date, rule and confidence in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from kgnews.records import Edge, Node, Proof
from kgnews.records.claims import OWN_VALUES
from kgnews.records.graphstore import GraphStore, NodeQuery
from kgnews.records.serial import proof_to_json, properties_to_json

Row: TypeAlias = dict[str, Any]

MENTION = "MENTIONED_IN"
# What says little about two entities that share it; walks and connections leave it out.
WEAK = frozenset({MENTION, "BYLINE"})

FACT_COLUMNS = (
    "fact", "type", "subject", "title", "status", "object", "date", "since", "until",
    "quote", "article", "article_title", "article_date", "rule", "confidence", "sources", "doubtful",
)  # fmt: skip


def own_value(edge: Edge) -> tuple[str, str] | None:
    """Label and value of an edge that tells of its own node (the date of an event, the birth of a person), None for others."""
    if edge.source != edge.target:
        return None
    for label, key in OWN_VALUES.items():
        if key in edge.properties and (label == "Value" or edge.type == "HELD_ON"):
            return label, str(edge.properties[key])
    return None


class Reader:
    """Turns edges into rows, and keeps the nodes that it has fetched."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        self._nodes: dict[str, Node] = {}
        self._articles: dict[str, Node] = {}

    def fetch(self, ids: Iterable[str]) -> Mapping[str, Node]:
        """The nodes by id, those that exist."""
        missing = tuple(sorted(set(ids) - set(self._nodes)))
        if missing:
            self._nodes.update((node.id, node) for node in self.store.nodes(NodeQuery(ids=missing)))
        return self._nodes

    def rows(self, edges: Iterable[Edge]) -> list[Row]:
        """One row an edge, in their order."""
        edges = list(edges)
        self.fetch(end for edge in edges for end in (edge.source, edge.target))
        self._fetch_articles({proof.article for edge in edges for proof in edge.proofs})
        return [self._row(edge) for edge in edges]

    def _fetch_articles(self, ids: set[str]) -> None:
        missing = tuple(sorted(ids - set(self._articles)))
        if missing:
            found = self.store.nodes(NodeQuery(articles=missing, labels=("Article",)))
            self._articles.update((node.articles[0], node) for node in found if node.articles)

    def _row(self, edge: Edge) -> Row:
        row: Row = {"fact": edge.id, "type": edge.type}
        row |= self._end("subject", edge.source)
        own = own_value(edge)
        if own:
            row |= {"object": own[1], "object_id": None, "object_label": own[0]}
        else:
            row |= self._end("object", edge.target)
        row |= properties_to_json(edge.properties)
        dates = sorted(proof.date for proof in edge.proofs if proof.date)
        row |= {"first": dates[0] if dates else None, "last": dates[-1] if dates else None}
        row |= self._best(edge)
        row |= {"confidence": edge.confidence, "doubtful": edge.doubtful, "derived": edge.derived}
        row["sources"] = len({self.source_of(proof.article) for proof in edge.proofs})
        row["proofs"] = [self._proof(proof) for proof in edge.proofs]
        return row

    def source_of(self, article: str) -> str:
        """The article, or the least of those that repeat it: reprints are one source."""
        node = self._articles.get(article)
        return str(node.properties.get("copy_of", article)) if node else article

    def _end(self, side: str, key: str) -> Row:
        node = self._nodes.get(key)
        return {side: node.name if node else key, f"{side}_id": key, f"{side}_label": node.label if node else None}

    def _best(self, edge: Edge) -> Row:
        """The surest proof stands for all in a flat row; the oldest of equals."""
        proof = max(edge.proofs, key=lambda item: item.confidence, default=None)
        if proof is None:
            return {"quote": None, "article": None, "article_title": None, "article_date": None, "rule": None}
        article = self._articles.get(proof.article)
        return {
            "quote": quote_of(proof),
            "article": proof.article,
            "article_title": article.name if article else None,
            "article_date": proof.date,
            "rule": proof.rule,
        }

    def _proof(self, proof: Proof) -> Row:
        article = self._articles.get(proof.article)
        found: Row = {"article_title": article.name if article else None}
        for key in ("source", "url"):
            if article and key in article.properties:
                found[key] = article.properties[key]
        return proof_to_json(proof) | found


def quote_of(proof: Proof) -> str:
    """The words that state the fact, then in brackets those that show an end which they only point at.

    Pieces of a sentence that a column broke are joined by an ellipsis.
    """
    said: dict[str, list[str]] = {}
    for shows, _, _, _, quote in proof.quotes:
        said.setdefault(shows, []).append(quote)
    facts = " … ".join(said.pop("fact", []))
    others = (f"[{shows}: {' … '.join(quotes)}]" for shows, quotes in said.items())
    return " ".join(part for part in (facts, *others) if part)
