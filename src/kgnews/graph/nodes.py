"""Entities, awards and articles as nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kgnews.graph.ids import article_node_id
from kgnews.records import Article, Edge, Entity, LocalEntity, NamedMention, Node

_SHOWN_MENTIONS = 3  # of one entity in one article; each is only a name with its place


@dataclass(slots=True)
class Draft:
    """What is known of a node: its names with the number of articles that use each, and where it is mentioned."""

    id: str
    label: str
    entity: Entity | None = None
    names: Counter[str] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)
    mentions: dict[str, tuple[NamedMention, ...]] = field(default_factory=dict)

    def add(self, article: str, entity: LocalEntity) -> None:
        """Take in what one article calls it. Two entities of one article may turn out to be one."""
        self.names[entity.name] += 1
        self.forms.update(entity.forms)
        mentions = sorted({*self.mentions.get(article, ()), *entity.mentions}, key=_place)
        self.mentions[article] = tuple(mentions[:_SHOWN_MENTIONS])

    def node(self) -> Node:
        """The node under the name that resolution chose, else under its best name."""
        if self.entity:
            aliases = sorted({*self.entity.aliases} - {self.entity.name})  # not 我校, 学校: what only points names nobody
            return Node(
                self.id, self.label, self.entity.name, tuple(aliases), self.entity.properties, tuple(sorted(self.mentions))
            )
        name = best_name(self.label, self.names)
        aliases = sorted((self.forms | set(self.names)) - {name})
        return Node(self.id, self.label, name, tuple(aliases), {}, tuple(sorted(self.mentions)))


def _place(mention: NamedMention) -> tuple[str, int, int, str]:
    return mention.where, mention.start, mention.end, mention.form


def best_name(label: str, names: Counter[str]) -> str:
    """A person under the commonest name, anything else under the fullest that is not rare (a fifth of its articles)."""
    if label == "Person":
        return min(names, key=lambda name: (-names[name], -len(name), name))
    common = [name for name in names if names[name] * 5 >= names.total()] or list(names)
    return min(common, key=lambda name: (-len(name), -names[name], name))


def article_node(article: Article) -> Node:
    """The node of an article; an article without a title goes by its first words."""
    found = {
        "article": article.id,
        "date": article.date,
        "source": article.source,
        "home": article.home,
        "page": article.page,
        "url": article.metadata.get("url"),
    }
    properties = {key: value for key, value in found.items() if isinstance(value, str) and value}
    name = " ".join((article.title or article.text[:40]).split()) or article.id
    return Node(article_node_id(article.id), "Article", name, (), properties, (article.id,))


def event_date(held: Iterable[Edge]) -> str:
    """The date of an event: told by most articles, then the most precise, then the earliest; "" with none."""
    told = {str(edge.properties.get("date", "")): len({proof.article for proof in edge.proofs}) for edge in held}
    return min(told, key=lambda date: (-told[date], -len(date), date), default="")
