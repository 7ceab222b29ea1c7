"""What the page is given: a core for picture and search, and the details that panels show. Columns, for they are smaller."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from kgnews.html.names import readings
from kgnews.html.network import STYLES, build_network, certain_neighbours
from kgnews.html.options import HIDDEN_LABELS, Guide, Options
from kgnews.html.select import edge_dates
from kgnews.records import Edge, Graph, Node, Proof

Json = dict[str, Any]


class Payload(NamedTuple):
    """``core`` is needed before anything is drawn, ``detail`` when an entity is opened."""

    core: Json
    detail: Json


class _Numbers(dict[str, int]):
    """A number for each value, in order of first use."""

    def of(self, value: str) -> int:
        return self.setdefault(value, len(self))


def build_payload(graph: Graph, options: Options, guide: Guide, whole: Graph) -> Payload:
    """The data of one page. ``graph`` is what the page holds, ``whole`` what it was selected from (for the counts)."""
    articles = {key: node for node in graph.nodes if node.label in HIDDEN_LABELS for key in (*node.articles, node.id)}
    graph = _told_in_order(graph)
    network, layout, nodes = build_network(graph, guide, options.top)
    labels, relations = _Numbers(), _Numbers()
    dates = edge_dates(graph)
    columns = network.nodes
    shown = [node for node in nodes if node.label not in HIDDEN_LABELS]
    core: Json = {
        "title": options.title,
        "lang": options.lang,
        "focus": options.focus if options.focus else None,
        "hops": options.hops,
        "path": list(options.path) if options.path else None,
        "quotes": options.quotes,
        "pages": options.pages,
        "joined": sum(map(bool, certain_neighbours(graph).values())),
        "whole": [sum(node.label not in HIDDEN_LABELS for node in whole.nodes), _countable(whole)],
        "nodes": {
            "id": [node.id for node in nodes],
            "name": [node.name for node in nodes],
            "label": [labels.of(node.label) for node in nodes],
            "alias": _sparse([list(node.aliases) for node in nodes]),
            "shown": len(shown),
            "pinyin": readings([(node.name, node.label == "Person") for node in shown]),
            "x": [column["x"] for column in columns if "x" in column],
            "y": [column["y"] for column in columns if "x" in column],
            "group": layout.group,
        },
        "edges": {
            "from": [edge["from"] for edge in network.edges],
            "to": [edge["to"] for edge in network.edges],
            "type": [relations.of(edge.type) for edge in graph.edges],
            "date": [dates.get(edge.id, "") for edge in graph.edges],
            "confidence": [round(edge.confidence, 3) for edge in graph.edges],
            "flags": [edge.doubtful + 2 * edge.derived for edge in graph.edges],
        },
        "discs": [[round(value, 1) for value in disc] for disc in layout.discs],
        "bundles": layout.bundles,
    }
    core["labels"] = [_label(name, guide) for name in labels]
    core["relations"] = [_relation(name, guide) for name in relations]
    return Payload(core, _detail(graph, nodes, guide, articles, quotes=options.quotes))


def _countable(graph: Graph) -> int:
    return sum(edge.type != "MENTIONED_IN" for edge in graph.edges)


def _sparse(values: Iterable[Any]) -> dict[str, Any]:
    """Only what is not empty, by position."""
    return {str(at): value for at, value in enumerate(values) if value}


def _label(name: str, guide: Guide) -> Json:
    word = guide.label(name)
    shape, color = STYLES.get(name, ("dot", "#767676"))
    return {"id": name, "zh": word.zh, "en": word.en, "off": word.off, "shape": shape, "color": color}


def _relation(name: str, guide: Guide) -> Json:
    word = guide.relation(name)
    return {"id": name, "zh": word.zh, "en": word.en, "off": word.off, "symmetric": word.symmetric}


def _told_in_order(graph: Graph) -> Graph:
    """Without articles that no edge ends at, and edges in the order of being told: neighbours share words, and pack well."""
    ends = {end for edge in graph.edges for end in (edge.source, edge.target)}
    nodes = tuple(node for node in graph.nodes if node.label not in HIDDEN_LABELS or node.id in ends)

    def place(edge: Edge) -> tuple[str, int, str]:
        first = edge.proofs[0] if edge.proofs else None
        return first.article if first else "", first.quotes[0][2] if first and first.quotes else 0, edge.id

    return Graph(nodes, tuple(sorted(graph.edges, key=place)))


def _detail(graph: Graph, nodes: list[Node], guide: Guide, known: Mapping[str, Node], *, quotes: bool) -> Json:
    numbers = _Facts(_Numbers(), _Numbers(), _Numbers(), [])
    facts = [[dict(edge.properties) or 0, [numbers.proof(proof, quotes=quotes) for proof in edge.proofs]] for edge in graph.edges]
    mentions = [[numbers.articles.of(article) for article in node.articles] for node in nodes]
    return {
        "facts": facts,
        "claims": _joined(numbers.claims),
        "mentions": mentions,
        "properties": _sparse([{} if node.label in HIDDEN_LABELS else dict(node.properties) for node in nodes]),
        "articles": [_article(article, known.get(article)) for article in numbers.articles],
        "rules": [[rule, guide.rules.get(rule, "")] for rule in numbers.rules],
        "shows": list(numbers.shows),
    }


class _Facts(NamedTuple):
    """Numbers of what proofs refer to, and the ids of their claims in order."""

    articles: _Numbers
    rules: _Numbers
    shows: _Numbers
    claims: list[str]

    def proof(self, proof: Proof, *, quotes: bool) -> list[Any]:
        """A proof as [article, rule, confidence, quotations]; its claim's id goes to the column of all."""
        self.claims.append(proof.claim)
        said = [[self.shows.of(what), quote, where, start] for what, where, start, _, quote in proof.quotes] if quotes else []
        return [self.articles.of(proof.article), self.rules.of(proof.rule), round(proof.confidence, 3), said]


def _joined(ids: list[str]) -> Sequence[int | str]:
    """Ids of one length as [length, all of them in one string], which packs better than a list."""
    widths = {len(id_) for id_ in ids}
    return [widths.pop(), "".join(ids)] if len(widths) == 1 else ids


def _article(article: str, node: Node | None) -> Json:
    """Id, title, and of its properties what the page shows: date, source and address."""
    told = dict(node.properties) if node else {}
    if "source" in told:
        told["source"] = source_name(str(told["source"]))
    return {"id": article, "title": node.name if node else ""} | {
        key: str(told[key]) for key in ("date", "source", "url") if told.get(key)
    }


def source_name(source: str) -> str:
    """Where an article came from as a reader may see it: of a file only its name, for the page is sent to others."""
    return source if "://" in source else re.split(r"[\\/]", source)[-1]
