"""The graph from readings, entity ids and verdicts. Sorted throughout: the order of the readings changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kgnews.graph.edges import Bundle, apart_values
from kgnews.graph.ids import article_node_id, edge_id, value_node_id
from kgnews.graph.nodes import Draft, article_node, event_date
from kgnews.records import Article, Claim, Edge, End, Graph, LocalEntity, NamedMention, Node, Proof, Reading, Resolution, Tie
from kgnews.records.claims import NAMED_VALUES, OWN_VALUES
from kgnews.records.review import Ruling

MENTIONED_IN = "MENTIONED_IN"


def build_graph(
    readings: Iterable[Reading],
    articles: Iterable[Article],
    resolution: Resolution,
    verdicts: Mapping[str, Ruling],
    symmetric: Collection[str],
) -> Graph:
    """Nodes and edges of all claims that are not rejected.

    ``resolution`` gives the entity of each (article, label, name) in the readings, ``verdicts`` the ruling on a claim by
    its id, ``symmetric`` the types whose ends have no order. A doubtful claim makes a doubtful edge, never a plain one,
    unless it is confirmed. Only entities that a claim speaks of become nodes; each is MENTIONED_IN all its articles. Ties
    become derived edges between the nodes.
    Raises ``ValueError`` where a claim names an entity that ``resolution`` does not know.
    """
    builder = _Builder(resolution, verdicts, symmetric)
    for article in articles:
        builder.add_article(article)
    for reading in readings:
        builder.add_reading(reading)
    return builder.graph()


class _Builder:
    def __init__(self, resolution: Resolution, verdicts: Mapping[str, Ruling], symmetric: Collection[str]) -> None:
        self._resolution = resolution
        self._verdicts = verdicts
        self._symmetric = symmetric
        self._articles: dict[str, Node] = {}
        self._drafts: dict[str, Draft] = {}
        self._bundles: dict[tuple[object, ...], Bundle] = {}

    def add_article(self, article: Article) -> None:
        node = article_node(article)
        least = self._resolution.copies.get(article.id)
        self._articles[article.id] = replace(node, properties={**node.properties, "copy_of": least}) if least else node

    def add_reading(self, reading: Reading) -> None:
        for entity in reading.entities:
            node = self._resolution.id_of(reading.article, entity.label, entity.name)
            if node is not None:
                self._draft(node, entity.label).add(reading.article, entity)
        for claim in reading.claims:
            if self._verdicts.get(claim.id) != "reject":
                self._add_claim(claim)

    def _draft(self, node: str, label: str) -> Draft:
        if node not in self._drafts:
            self._drafts[node] = Draft(node, label, self._resolution.entities.get(node))
        return self._drafts[node]

    def _add_claim(self, claim: Claim) -> None:
        source = self._end(claim, claim.subject)
        target = self._target(claim, source)
        if claim.type in self._symmetric and target < source:
            source, target = target, source
        confirmed = self._verdicts.get(claim.id) == "confirm"
        doubtful = claim.doubtful and not confirmed
        key = (claim.type, source, target, *apart_values(claim.type, claim), doubtful)
        bundle = self._bundles.setdefault(key, Bundle(claim.type, source, target, doubtful))
        bundle.members.append((claim, self._date(claim.article), confirmed))

    def _target(self, claim: Claim, source: str) -> str:
        """The end of an edge: a date or value is the subject's own, a byline's end is its article."""
        if claim.object is None:
            return article_node_id(claim.article)
        return source if claim.object.label in OWN_VALUES else self._end(claim, claim.object)

    def _end(self, claim: Claim, end: End) -> str:
        known = self._resolution.id_of(claim.article, end.label, end.name)
        if known is not None:
            return known
        if end.label not in NAMED_VALUES:
            raise ValueError(f"{claim.article}: claim {claim.id} names {end.label} {end.name!r}, which resolution does not know")
        node = value_node_id(end.label, end.name)
        mentions = tuple(
            NamedMention(item.where, item.start, item.end, item.quote) for item in claim.evidence if item.quote == end.name
        )
        self._draft(node, end.label).add(claim.article, LocalEntity(end.label, end.name, mentions=mentions))
        return node

    def _date(self, article: str) -> str | None:
        node = self._articles.get(article)
        return str(node.properties["date"]) if node and "date" in node.properties else None

    def graph(self) -> Graph:
        facts = [bundle.edge() for bundle in self._bundles.values()]
        spoken_of = {end for edge in facts for end in (edge.source, edge.target)}
        drafts = [draft for key, draft in self._drafts.items() if key in spoken_of]
        mentions = [edge for draft in drafts for edge in self._mentioned(draft)]
        ties = [_tie(tie) for tie in self._resolution.ties if {tie.source, tie.target} <= spoken_of]
        nodes = [*_dated([draft.node() for draft in drafts], facts), *self._articles.values()]
        return Graph(
            tuple(sorted(nodes, key=lambda node: node.id)), tuple(sorted([*facts, *mentions, *ties], key=lambda edge: edge.id))
        )

    def _mentioned(self, draft: Draft) -> Iterable[Edge]:
        for article, mentions in draft.mentions.items():
            if article not in self._articles:
                continue
            quotes = tuple(("mention", item.where, item.start, item.end, item.form) for item in mentions)
            target = article_node_id(article)
            proof = Proof("", article, "mention", 1.0, quotes, self._date(article))
            yield Edge(edge_id(MENTIONED_IN, draft.id, target, (), False), MENTIONED_IN, draft.id, target, proofs=(proof,))


def _tie(tie: Tie) -> Edge:
    """A link that no article states: it has a reason in the place of proofs."""
    key = edge_id(tie.type, tie.source, tie.target, ("tie",), False)
    return Edge(key, tie.type, tie.source, tie.target, {"why": tie.why}, derived=True)


def _dated(nodes: Iterable[Node], facts: Iterable[Edge]) -> Iterable[Node]:
    """Events with the date that their articles tell."""
    held: dict[str, list[Edge]] = {}
    for edge in facts:
        if edge.type == "HELD_ON" and not edge.doubtful:
            held.setdefault(edge.source, []).append(edge)
    for node in nodes:
        yield replace(node, properties={**node.properties, "date": event_date(held[node.id])}) if node.id in held else node
