"""What every graph store must do, told once. A test module of a store subclasses ``GraphStoreContract`` and gives it a
fixture ``store``: an empty, open store."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgnews.records import Edge, Graph, Node, Proof
from kgnews.records.fold import fold
from kgnews.records.graphstore import (
    Difference,
    EdgeQuery,
    GraphStore,
    Link,
    NodeQuery,
    difference,
    whole_graph,
)

HOSTILE = "\x1b]0;x\x07'); DROP TABLE nodes;--` MATCH (n) DETACH DELETE n //\u202e\"\\"


def quoted(text: str, claim: str = "c1", article: str = "a#1", rule: str = "attends") -> Proof:
    return Proof(claim, article, rule, 0.9, (("fact", "text", 3, 3 + len(text), text),), "2020-11-05")


NODES = (
    Node("article-1", "Article", "大赛开幕", (), {"article": "a#1", "date": "2020-11-09"}, ("a#1",)),
    Node("award-1", "Award", "先进集体", (), {}, ("b",)),
    Node("event-1", "Event", "第九届创新大赛", ("创新大赛", "大赛"), {"date": "2020-11-05"}, ("a#1", "b")),
    Node("organization-1", "Organization", "科技部火炬中心", ("火炬中心",), {}, ("a#1",)),
    Node("organization-2", "Organization", "5G 联合实验室（上海）", (), {}, ("b",)),
    Node("person-1", "Person", "贾敬敏", ("賈敬敏",), {}, ("a#1", "b")),
    Node("person-2", "Person", "敬敏", (), {}, ("c",)),
    Node("person-3", "Person", HOSTILE, (HOSTILE + "2",), {}, (HOSTILE,)),
    Node("person-4", "Person", "𬭚𠮷", (), {}, ("c",)),
)
EDGES = (
    Edge("fact-1", "ATTENDS", "person-1", "event-1", {"order": 1}, (quoted("贾敬敏等参加了开幕式"),), 0.9),
    Edge(
        "fact-2",
        "HOLDS_POSITION",
        "person-1",
        "organization-1",
        {"title": "主任", "inferred": ("home", "date")},
        (quoted("火炬中心主任贾敬敏", "c2", "a#1", "post"), quoted("火炬中心贾敬敏主任", "c3", "b", "post-after")),
        0.99,
    ),
    Edge("fact-3", "ATTENDS", "person-2", "event-1", {}, (quoted("敬敏据说到会", "c4", "c"),), 0.5, doubtful=True),
    Edge("fact-4", "HELD_ON", "event-1", "event-1", {"date": "2020-11-05"}, (quoted("11月5日", "c5"),), 0.95),
    Edge("fact-5", "MENTIONED_IN", "person-1", "article-1", {}, (quoted("贾敬敏", "", "a#1", "mention"),)),
    Edge("fact-6", "PART_OF", "organization-1", "organization-2", {"why": "目录"}, (), derived=True),
    Edge("fact-7", "MEETS", "person-3", "person-4", {"place": HOSTILE}, (quoted(HOSTILE, HOSTILE, HOSTILE, HOSTILE),)),
)
GRAPH = Graph(NODES, EDGES)

_names = st.text(st.sampled_from("贾敬敏科技部火炬中心大赛A5 《》·賈"), max_size=6)


def fill(store: GraphStore, graph: Graph = GRAPH) -> None:
    store.apply(difference(store.digests(), graph))


def ids(items: list[Node] | list[Edge] | list[Link]) -> list[str]:
    return [item.id for item in items]


class GraphStoreContract:
    """The suite. Every answer is compared whole or by ids in order."""

    def test_is_empty_at_first(self, store: GraphStore) -> None:
        assert whole_graph(store) == Graph()
        assert store.counts().nodes == {}
        assert store.names() == []
        assert store.digests().nodes == {}
        assert store.digests().edges == {}

    def test_gives_back_what_it_was_given(self, store: GraphStore) -> None:
        fill(store)
        assert whole_graph(store) == GRAPH

    def test_same_graph_again_changes_nothing(self, store: GraphStore) -> None:
        fill(store)
        assert not difference(store.digests(), GRAPH)
        store.apply(Difference(NODES, EDGES))
        assert whole_graph(store) == GRAPH

    def test_replaces_what_changed_and_drops_what_is_gone(self, store: GraphStore) -> None:
        fill(store)
        renamed = replace(NODES[5], name="贾静敏", aliases=(), articles=("z",))
        reproved = replace(EDGES[0], proofs=(quoted("全新的引文", "c9", "z"),))
        graph = Graph((*NODES[:5], renamed, *NODES[6:7]), (reproved, *EDGES[1:5]))
        change = difference(store.digests(), graph)
        assert (ids(list(change.put_nodes)), ids(list(change.put_edges))) == (["person-1"], ["fact-1"])
        assert (change.drop_nodes, change.drop_edges) == (("person-3", "person-4"), ("fact-6", "fact-7"))
        store.apply(change)
        assert whole_graph(store) == graph
        assert store.nodes(NodeQuery(name="贾敬敏")) == []
        assert ids(store.nodes(NodeQuery(name="贾静敏"))) == ["person-1"]
        assert ids(store.nodes(NodeQuery(articles=("z",)))) == ["person-1"]
        assert store.edges(EdgeQuery(quote="贾敬敏等参加")) == []
        assert ids(store.edges(EdgeQuery(quote="全新"))) == ["fact-1"]
        assert store.edges(EdgeQuery(claims=("c1",))) == []
        assert ids(store.edges(EdgeQuery(claims=("c9",)))) == ["fact-1"]

    def test_apply_is_repeatable_after_being_cut_off(self, store: GraphStore) -> None:
        change = difference(store.digests(), GRAPH)
        store.apply(replace(change, put_nodes=NODES[:6], put_edges=EDGES[:1]))
        fill(store)
        assert whole_graph(store) == GRAPH

    def test_dropping_what_is_not_there_is_no_error(self, store: GraphStore) -> None:
        store.apply(Difference(drop_nodes=("nobody",), drop_edges=("nothing",)))
        assert whole_graph(store) == Graph()

    @pytest.mark.parametrize(
        ("name", "match", "expected"),
        [
            ("贾敬敏", "exact", ["person-1"]),
            ("賈敬敏", "exact", ["person-1"]),
            ("敬敏", "exact", ["person-2"]),
            ("敬敏", "contains", ["person-1", "person-2"]),
            ("敏", "contains", ["person-1", "person-2"]),
            ("贾敬", "contains", ["person-1"]),
            ("贾敏", "contains", []),
            ("敏贾", "contains", []),
            ("贾", "prefix", ["person-1"]),
            ("火炬", "prefix", ["organization-1"]),
            ("火炬", "exact", []),
            ("５g联合 实验室(上海)", "exact", ["organization-2"]),
            ("G联", "contains", ["organization-2"]),
            ("大赛", "exact", ["event-1"]),
            ("大赛", "contains", ["article-1", "event-1"]),
            ("𠮷", "contains", ["person-4"]),
            ("𬭚𠮷", "exact", ["person-4"]),
            ("", "contains", []),
            ("《》 ", "contains", []),
            ("《》 ", "prefix", []),
            ("%", "contains", []),
            ("贾_敏", "exact", []),
            ('" OR "', "contains", []),
            (HOSTILE, "exact", ["person-3"]),
            (HOSTILE, "contains", ["person-3"]),
            ("MATCH (n) DETACH", "contains", ["person-3"]),
        ],
    )
    def test_finds_names(self, store: GraphStore, name: str, match: str, expected: list[str]) -> None:
        fill(store)
        assert ids(store.nodes(NodeQuery(name=name, match=match))) == expected  # type: ignore[arg-type]

    def test_node_conditions_hold_together(self, store: GraphStore) -> None:
        fill(store)
        assert ids(store.nodes(NodeQuery(ids=("person-2", "person-1", "nobody")))) == ["person-1", "person-2"]
        assert store.nodes(NodeQuery(ids=())) == []
        assert ids(store.nodes(NodeQuery(labels=("Award", "Event")))) == ["award-1", "event-1"]
        assert ids(store.nodes(NodeQuery(articles=("a#1",)))) == ["article-1", "event-1", "organization-1", "person-1"]
        assert ids(store.nodes(NodeQuery(articles=("a#1",), labels=("Person",)))) == ["person-1"]
        assert ids(store.nodes(NodeQuery(name="敏", match="contains", ids=("person-2",)))) == ["person-2"]
        assert ids(store.nodes(NodeQuery(limit=2))) == ["article-1", "award-1"]
        assert store.nodes(NodeQuery(limit=0)) == []

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            (EdgeQuery(), ["fact-1", "fact-2", "fact-4", "fact-5", "fact-6", "fact-7"]),
            (EdgeQuery(doubtful=None), [f"fact-{n}" for n in range(1, 8)]),
            (EdgeQuery(doubtful=True), ["fact-3"]),
            (EdgeQuery(ids=("fact-2", "fact-1")), ["fact-1", "fact-2"]),
            (EdgeQuery(ids=()), []),
            (EdgeQuery(ends=()), []),
            (EdgeQuery(ends=("person-1",)), ["fact-1", "fact-2", "fact-5"]),
            (EdgeQuery(ends=("event-1",)), ["fact-1", "fact-4"]),
            (EdgeQuery(ends=("event-1",), doubtful=None), ["fact-1", "fact-3", "fact-4"]),
            (EdgeQuery(ends=("event-1", "organization-2")), ["fact-1", "fact-4", "fact-6"]),
            (EdgeQuery(types=("ATTENDS", "HELD_ON")), ["fact-1", "fact-4"]),
            (EdgeQuery(types=("ATTENDS",), ends=("person-2",), doubtful=None), ["fact-3"]),
            (EdgeQuery(claims=("c3",)), ["fact-2"]),
            (EdgeQuery(articles=("b", "c"), doubtful=None), ["fact-2", "fact-3"]),
            (EdgeQuery(rules=("post-after", "mention")), ["fact-2", "fact-5"]),
            (EdgeQuery(quote="主任"), ["fact-2"]),
            (EdgeQuery(quote="參加了"), ["fact-1"]),
            (EdgeQuery(quote="任"), ["fact-2"]),
            (EdgeQuery(quote="11月5"), ["fact-4"]),
            (EdgeQuery(quote="主任贾敬敏火炬"), []),
            (EdgeQuery(quote=" "), []),
            (EdgeQuery(quote=HOSTILE, articles=(HOSTILE,), rules=(HOSTILE,), claims=(HOSTILE,)), ["fact-7"]),
            (EdgeQuery(limit=2), ["fact-1", "fact-2"]),
        ],
    )
    def test_finds_edges_and_their_links(self, store: GraphStore, query: EdgeQuery, expected: list[str]) -> None:
        fill(store)
        edges = store.edges(query)
        assert ids(edges) == expected
        assert edges == [edge for edge in EDGES if edge.id in expected]
        assert store.links(query) == [Link(edge.id, edge.type, edge.source, edge.target) for edge in edges]

    def test_counts(self, store: GraphStore) -> None:
        fill(store)
        counts = store.counts()
        assert counts.nodes == {"Article": 1, "Award": 1, "Event": 1, "Organization": 2, "Person": 4}
        assert list(counts.nodes) == sorted(counts.nodes)
        assert counts.edges == {"ATTENDS": 1, "HELD_ON": 1, "HOLDS_POSITION": 1, "MEETS": 1, "MENTIONED_IN": 1, "PART_OF": 1}
        assert counts.doubtful == {"ATTENDS": 1}
        assert counts.rules == {"attends": 3, "mention": 1, "post": 1, "post-after": 1, HOSTILE: 1}

    def test_names_leave_articles_out(self, store: GraphStore) -> None:
        fill(store)
        expected = [(node.id, node.label, node.name, node.aliases) for node in NODES if node.label != "Article"]
        assert store.names() == expected

    def test_queries_of_many_ids(self, store: GraphStore) -> None:
        fill(store)
        many = tuple(f"nobody-{n}" for n in range(40_000))
        assert ids(store.nodes(NodeQuery(ids=(*many, "person-1")))) == ["person-1"]
        assert ids(store.edges(EdgeQuery(ends=(*many, "person-2"), doubtful=None))) == ["fact-3"]

    @settings(
        max_examples=20,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    )
    @given(names=st.lists(_names, min_size=1, max_size=4), wanted=_names)
    def test_contains_means_contains(self, store: GraphStore, names: list[str], wanted: str) -> None:
        nodes = tuple(Node(f"person-{n}", "Person", name) for n, name in enumerate(names))
        fill(store, Graph(nodes))
        for match, holds in (("exact", str.__eq__), ("prefix", str.startswith), ("contains", str.__contains__)):
            expected = [node.id for node in nodes if fold(wanted) and holds(fold(node.name), fold(wanted))]
            assert ids(store.nodes(NodeQuery(name=wanted, match=match))) == expected  # type: ignore[arg-type]
