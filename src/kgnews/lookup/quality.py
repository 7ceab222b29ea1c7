"""What in a graph deserves a look: one name for several people, two holders of one post, events without a date, …"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from kgnews.lookup.facts import Reader, Row
from kgnews.lookup.offices import successions
from kgnews.lookup.spells import agree, one_spell
from kgnews.records import Node
from kgnews.records.graphstore import EdgeQuery, GraphStore, NodeQuery

QUALITY_COLUMNS = ("what", "name", "detail", "ids")
_ONE_VALUE = frozenset({"sex", "ethnicity", "birth", "native_place", "birth_place", "work_since", "party_since"})
_ALONE = "只在本报道内成立"  # how resolution says that a name is one article's own


def quality_rows(store: GraphStore) -> list[Row]:
    """One row a finding, by kind and name."""
    nodes = {node.id: node for node in store.nodes(NodeQuery())}
    found = [*_homonyms(nodes), *_loose(store, nodes), *_undated(nodes), *_contradictions(store)]
    return sorted(found, key=lambda row: (row["what"], row["name"], row["ids"]))


def quality_counts(store: GraphStore) -> list[Row]:
    """How many findings of each kind."""
    counts: dict[str, int] = defaultdict(int)
    for row in quality_rows(store):
        counts[row["what"]] += 1
    return [{"what": "quality", "of": what, "count": count} for what, count in sorted(counts.items())]


def _row(what: str, name: str, detail: str, *ids: str) -> Row:
    return {"what": what, "name": name, "detail": detail, "ids": list(ids)}


def _homonyms(nodes: dict[str, Node]) -> Iterator[Row]:
    """People of one name who are kept apart."""
    names: dict[str, list[Node]] = defaultdict(list)
    for node in nodes.values():
        if node.label == "Person":
            names[node.name].append(node)
    for name, people in names.items():
        if len(people) > 1:
            ids = sorted(node.id for node in people)
            yield _row("name of several people", name, f"{len(people)} 人", *ids)


def _loose(store: GraphStore, nodes: dict[str, Node]) -> Iterator[Row]:
    """Entities that no certain fact ties to anything, and posts whose body only its own article knows."""
    tied: set[str] = set()
    for link in store.links(EdgeQuery()):
        if link.type not in {"MENTIONED_IN"}:
            tied.update((link.source, link.target))
        target = nodes.get(link.target)
        if link.type == "HOLDS_POSITION" and target and _ALONE in str(target.properties.get("why", "")):
            holder = nodes.get(link.source)
            yield _row("post without a known body", target.name, holder.name if holder else link.source, link.id, target.id)
    for node in nodes.values():
        if node.id not in tied and node.label != "Article":
            yield _row("orphan", node.name, f"{node.label}：没有可靠的事实", node.id)


def _undated(nodes: dict[str, Node]) -> Iterator[Row]:
    for node in nodes.values():
        if node.label == "Event" and not node.properties.get("date"):
            yield _row("event without a date", node.name, f"{len(node.articles)} 篇报道", node.id)


def _contradictions(store: GraphStore) -> Iterator[Row]:
    for row in successions(store):
        if row["kind"] == "two holders":
            detail = f"{row['title']}：{row['person']}、{row['next']}"
            yield _row("two holders of one post", row["body"], detail, *row["facts"])
    yield from _disagreeing_spells(store)
    yield from _disagreeing_attributes(store)


def _disagreeing_spells(store: GraphStore) -> Iterator[Row]:
    """One post of one person with two beginnings or ends, of which neither is but the more precise."""
    posts: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in Reader(store).rows(store.edges(EdgeQuery(types=("HOLDS_POSITION", "STUDIED_AT")))):
        if row.get("since") or row.get("until"):
            posts[row["subject_id"], row["object_id"], row.get("title", ""), row["type"]].append(row)
    for rows in posts.values():
        for one, other in combinations(rows, 2):
            told = [key for key in ("since", "until") if not agree(one.get(key), other.get(key))]
            if told and one_spell(one, other) and not _follow(one, other):
                pairs = (" / ".join(sorted((str(one.get(key)), str(other.get(key))))) for key in told)
                detail = f"{one['object']} {one.get('title', '')}：" + "；".join(pairs)
                yield _row("dates disagree", str(one["subject"]), detail, str(one["fact"]), str(other["fact"]))


def _follow(one: Row, other: Row) -> bool:
    """One line of a résumé goes on where another ends."""
    pairs = ((one.get("until"), other.get("since")), (other.get("until"), one.get("since")))
    return any(end and start and agree(end, start) for end, start in pairs)


def _disagreeing_attributes(store: GraphStore) -> Iterator[Row]:
    """One person with two sexes, births, native places …: one of the documents errs, or they are two people."""
    told: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in Reader(store).rows(store.edges(EdgeQuery(types=("ATTRIBUTE",)))):
        if row.get("attribute") in _ONE_VALUE:
            told[row["subject_id"], row["attribute"]].append(row)
    for rows in told.values():
        for one, other in combinations(rows, 2):
            if not agree(one["object"], other["object"]):
                detail = f"{one['attribute']}：" + " / ".join(sorted((one["object"], other["object"])))
                yield _row("attributes disagree", str(one["subject"]), detail, str(one["fact"]), str(other["fact"]))
