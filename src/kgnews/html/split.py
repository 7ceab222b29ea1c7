"""A large graph as a folder: an index page with the picture and the search, and a small page without script for each entity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from kgnews.html.ego import ego_picture
from kgnews.html.markup import Content, Markup, clean, join, safe_link, tag
from kgnews.html.network import STYLES
from kgnews.html.options import HIDDEN_LABELS, Guide, Options
from kgnews.html.page import render, static_page, words
from kgnews.html.payload import source_name
from kgnews.html.select import edge_dates, select
from kgnews.records import Edge, Graph, Node, Proof


def page_name(id_: str) -> str:
    """The file name of an entity's page, without ending: safe on every file system, different for different ids."""
    return "".join(one if one.isascii() and (one.isalnum() or one in "_-") else f"~{ord(one):x}" for one in id_)


def render_split(graph: Graph, options: Options, guide: Guide) -> Iterator[tuple[str, bytes]]:
    """Relative paths and contents: ``index.html``, then ``entities/<id>.html`` for each entity by id."""
    yield "index.html", render(graph, replace(options, pages=True), guide)
    pages = Pages(select(graph, options), options, guide)
    for node in pages.graph.nodes:
        if node.label not in HIDDEN_LABELS:
            yield f"entities/{page_name(node.id)}.html", pages.page(node)


@dataclass
class Pages:
    """Writes the page of one entity after another."""

    graph: Graph
    options: Options
    guide: Guide

    @cached_property
    def nodes(self) -> dict[str, Node]:
        return {node.id: node for node in self.graph.nodes}

    @cached_property
    def articles(self) -> dict[str, Node]:
        return {key: node for node in self.graph.nodes if node.label in HIDDEN_LABELS for key in (*node.articles, node.id)}

    @cached_property
    def edges(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.graph.edges:
            for end in {edge.source, edge.target}:
                found[end].append(edge)
        return found

    @cached_property
    def dates(self) -> dict[str, str]:
        return edge_dates(self.graph)

    @cached_property
    def namesakes(self) -> dict[tuple[str, str], int]:
        count: dict[tuple[str, str], int] = defaultdict(int)
        for node in self.graph.nodes:
            count[node.label, node.name] += 1
        return count

    def say(self, key: str) -> str:
        """A word in the page's language."""
        return words(self.options.lang)[key]

    def name(self, node: Node) -> str:
        """The shown name, without tricks and of bearable length."""
        text = clean(node.name)
        return text if len(text) <= 200 else text[:199] + "…"

    def page(self, node: Node) -> bytes:
        """The page of an entity in UTF-8."""
        edges = sorted(self.edges.get(node.id, ()), key=self._order)
        groups: dict[tuple[str, bool], list[Edge]] = defaultdict(list)
        for edge in edges:
            groups[edge.type, edge.source == node.id].append(edge)
        label = self.guide.label(node.label)
        body = [
            tag("p", tag("a", self.say("back"), href=f"../index.html#e={node.id}")),
            tag("h1", self.name(node)),
            tag("p", f"{getattr(label, self.options.lang)} · {len(edges)} {self.say('facts')}", class_="soft"),
            tag("p", self.say("alias") + "、".join(node.aliases)[:400], class_="soft") if node.aliases else Markup(),
            tag("p", self.say("same"), class_="warn") if self.namesakes[node.label, node.name] > 1 else Markup(),
            ego_picture(node, self._neighbours(node, edges)),
            *(self._group(node, kind, own) for (kind, _), own in groups.items()),
            self._mentions(node),
            tag("footer", self.say("note"), id="note"),
        ]
        return static_page(f"{self.name(node)} · {self.options.title or 'kgnews'}", self.options.lang, join(body))

    def _order(self, edge: Edge) -> tuple[bool, str, int, str]:
        order = edge.properties.get("order", 9999)
        return edge.doubtful, edge.type, order if isinstance(order, int) else 9999, edge.id

    def _neighbours(self, node: Node, edges: list[Edge]) -> list[tuple[str, str, str, tuple[str, str]]]:
        """(address, name, relation, (shape, colour)) of each certain neighbour, once."""
        found: dict[str, tuple[str, str, str, tuple[str, str]]] = {}
        for edge in edges:
            other = self.nodes[edge.target if edge.source == node.id else edge.source]
            if not edge.doubtful and other.id != node.id and other.label not in HIDDEN_LABELS:
                relation = getattr(self.guide.relation(edge.type), self.options.lang)
                style = STYLES.get(other.label, ("dot", "#767676"))
                found.setdefault(other.id, (f"{page_name(other.id)}.html", self.name(other), relation, style))
        return list(found.values())

    def _group(self, node: Node, kind: str, edges: list[Edge]) -> Markup:
        word = getattr(self.guide.relation(kind), self.options.lang)
        return tag(
            "section",
            tag("h2", f"{word}（{len(edges)}）"),
            tag("ul", *(self._fact(node, edge) for edge in edges), class_="plain"),
        )

    def _fact(self, node: Node, edge: Edge) -> Markup:
        other = self.nodes[edge.target if edge.source == node.id else edge.source]
        properties = {key: str(value) for key, value in edge.properties.items() if value not in ("", ())}
        head: list[Content] = [self._link(other) if other.id != node.id else properties.get("date", "")]
        head += [" ", tag("b", properties["title"])] if "title" in properties else []
        head += [tag("span", f" [{self.say('doubtful')}]", class_="soft")] if edge.doubtful else []
        told = [properties.get(key, "") for key in ("since", "until", "place", "via")] + [self.dates.get(edge.id, "")]
        head += [tag("span", " · " + " · ".join(filter(None, told)), class_="soft")] if any(told) else []
        kind = "fact doubtful" if edge.doubtful else "fact"
        return tag("li", tag("div", *head, class_="head"), *(self._proof(proof) for proof in edge.proofs), class_=kind)

    def _link(self, node: Node) -> Markup:
        if node.label in HIDDEN_LABELS:
            return self._article(node.articles[0] if node.articles else node.id)
        return tag("a", tag("bdi", self.name(node)), href=f"{page_name(node.id)}.html")

    def _proof(self, proof: Proof) -> Markup:
        quotes: list[Markup] = []
        for shows, _, _, _, quote in proof.quotes if self.options.quotes else ():
            lead = "" if shows == "fact" else self.say("shows").format(words(self.options.lang).get(shows, shows))
            quotes.append(tag("blockquote", lead, tag("bdi", quote), class_="aside" if lead else None))
        why = [
            f"{self.say('rule')} {proof.rule}",
            self.guide.rules.get(proof.rule, ""),
            f"{self.say('confidence')} {proof.confidence:g}",
        ]
        why.append(f"{self.say('fact')} {proof.claim}")
        reason = tag("details", tag("summary", self.say("why")), tag("p", " · ".join(filter(None, why))), class_="why")
        return tag("div", *quotes, tag("div", self._article(proof.article), reason, class_="meta"), class_="proof")

    def _article(self, article: str) -> Markup:
        node = self.articles.get(article)
        told = dict(node.properties) if node else {}
        title = self.name(node) if node else article
        href = safe_link(str(told.get("url", "")))
        line = tag("a", title, href=href, target="_blank", rel="noopener noreferrer") if href else tag("span", title)
        rest = [source_name(str(told.get("source", ""))), str(told.get("date", ""))]
        return tag("span", line, "".join(f" · {one}" for one in rest if one))

    def _mentions(self, node: Node) -> Markup:
        if not node.articles:
            return Markup()
        items = [tag("li", self._article(article)) for article in node.articles[:50]]
        return tag(
            "section", tag("h2", f"{self.say('mentioned')}（{len(node.articles)}）"), tag("ul", *items, class_="plain meta")
        )
