"""Look-ups over one small graph, the same answers from every store. A subclass gives the fixture ``store``: empty and open."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kgnews import lookup
from kgnews.errors import NotFoundError
from kgnews.lookup.walks import not_after, within
from kgnews.records import Edge, Graph, Node
from kgnews.records.graphstore import GraphStore, difference
from support.readings import sample_graph


def fill(store: GraphStore, graph: Graph | None = None) -> GraphStore:
    store.apply(difference(store.digests(), graph or sample_graph()))
    return store


def said(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["subject"], row["type"], row.get("title"), row["object"]


class LookupContract:
    """The suite."""

    @pytest.fixture
    def filled(self, store: GraphStore) -> GraphStore:
        return fill(store)

    def test_a_card_has_dated_posts_events_and_connections(self, filled: GraphStore) -> None:
        (node,) = lookup.find(filled, "贾敬敏")
        card = lookup.card(filled, node)
        sections = card["sections"]
        assert [(row["when"], row["dating"], row.get("status")) for row in sections["posts"]] == [
            ("2020-11-09", "report", None),
            ("2022-03-01", "report", "former"),
        ]
        assert [(row["when"], row["dating"], row["object"]) for row in sections["events"]] == [
            ("2020-11-05", "event", "创新大赛")
        ]
        assert sorted((row["when"], row["type"]) for row in sections["connections"]) == [
            ("2021-04-20", "MEETS"),
            ("2021-04-21", "RECEIVES_AWARD"),
        ]
        assert len(sections["articles"]) == 3
        assert card["entity"]["articles"] == 3

    def test_every_fact_row_carries_quote_article_date_rule_and_confidence(self, filled: GraphStore) -> None:
        nodes = [node for name in ("贾敬敏", "火炬中心", "创新大赛") for node in lookup.find(filled, name)]
        rows = [row for node in nodes for row in lookup.card_rows(lookup.card(filled, node))]
        rows += lookup.timeline(filled, nodes) + lookup.who(filled, nodes) + lookup.common(filled, nodes[:1], nodes[1:2])
        assert len(rows) > 20
        for row in rows:
            assert row["quote"]
            assert row["article"]
            assert row["article_date"]
            assert row["rule"]
            assert 0 < row["confidence"] <= 1
            assert row["proofs"][0]["quotes"][0]["quote"] in row["quote"]
        json.dumps(rows)

    def test_held_on_is_shown_as_a_date(self, filled: GraphStore) -> None:
        rows = lookup.card_rows(lookup.card(filled, lookup.find(filled, "创新大赛")[0]))
        (row,) = [row for row in rows if row["type"] == "HELD_ON"]
        assert (row["object"], row["object_label"], row["object_id"]) == ("2020-11-05", "Date", None)

    def test_doubtful_facts_only_on_request(self, filled: GraphStore) -> None:
        (node,) = lookup.find(filled, "柯吉欣")
        assert not lookup.card(filled, node)["sections"]["connections"]
        (row,) = lookup.card(filled, node, doubtful=True)["sections"]["connections"]
        assert row["doubtful"]

    @pytest.mark.parametrize("text", ["贾敬敏", "賈敬敏", " 贾 敬敏"])
    def test_finds_by_name_in_any_writing(self, filled: GraphStore, text: str) -> None:
        (node,) = lookup.find(filled, text)
        assert lookup.find(filled, node.id) == [node]

    @pytest.mark.parametrize(
        ("text", "near"),
        [
            ("贾静敏", "贾敬敏"),  # the same sound
            ("贾敬每", "贾敬敏"),  # a part of the character, as OCR has it
            ("贾敬", "贾敬敏"),
            ("贾敏敬", "贾敬敏"),
            ("jiajingmin", "贾敬敏"),
            ("Jia Jingmin", "贾敬敏"),
            ("jjm", "贾敬敏"),
            ("火距中心", "火炬中心"),
            ("火炬中心主任", "火炬中心"),
        ],
    )
    def test_offers_near_names(self, filled: GraphStore, text: str, near: str) -> None:
        assert lookup.near_names(filled, text)[0] == near
        with pytest.raises(NotFoundError) as caught:
            lookup.find(filled, text)
        assert caught.value.hint.startswith(f"是否指：{near}")
        assert text in caught.value.message

    @pytest.mark.parametrize("text", ["欧阳某某", "", "xyz", "《》", "王"])
    def test_offers_nothing_where_nothing_is_near(self, filled: GraphStore, text: str) -> None:
        assert lookup.near_names(filled, text) == []
        with pytest.raises(NotFoundError, match="没有"):
            lookup.find(filled, text)

    def test_people_of_the_same_name_are_all_found(self, store: GraphStore) -> None:
        twins = (Node("person-1", "Person", "王敏", (), {}, ("a",)), Node("person-2", "Person", "王敏", (), {}, ("a", "b")))
        other = Node("person-3", "Person", "王大敏", ("王敏",), {}, ("a", "b", "c"))
        fill(store, Graph((*twins, other)))
        assert [node.id for node in lookup.find(store, "王敏")] == ["person-2", "person-1", "person-3"]
        assert [node.id for node in lookup.find_meant(store, "王敏")] == ["person-2", "person-1"]

    def test_search_ranks_whole_names_first_and_finds_quotations(self, filled: GraphStore) -> None:
        rows = lookup.search(filled, "大赛")
        assert [row["name"] for row in rows if row["kind"] == "entity"] == ["创新大赛", "创新大赛开幕"]
        facts = [row for row in rows if row["kind"] == "fact"]
        assert facts
        assert all("大赛" in row["quote"] for row in facts)
        assert [row["name"] for row in lookup.search(filled, "创新 开幕") if row["kind"] == "entity"] == ["创新大赛开幕"]
        assert lookup.search(filled, "大赛", ("Event",)) == rows[:1]
        assert len(lookup.search(filled, "大赛", limit=1)) == 2
        assert lookup.search(filled, "没有的话") == []
        assert lookup.search(filled, "  ") == []

    def test_paths_are_shortest_and_show_their_facts(self, filled: GraphStore) -> None:
        start, goal = lookup.find(filled, "温砚秋"), lookup.find(filled, "柯吉欣")
        paths = lookup.shortest_paths(filled, start, goal)
        assert paths
        assert {len(path) for path in paths} == {4}
        names = {node.id: node.name for node in sample_graph().nodes}
        assert [[names[key] for key in path] for path in paths] == [["温砚秋", "火炬中心", "创新大赛", "柯吉欣"]]
        rows = lookup.path_rows(filled, paths)
        assert [(row["path"], row["step"]) for row in rows] == [(1, 1), (1, 2), (1, 3)]
        assert lookup.shortest_paths(filled, start, goal, hops=2) == []
        assert lookup.shortest_paths(filled, start, lookup.find(filled, "杭州")) != []

    def test_paths_step_over_articles_only_on_request(self, filled: GraphStore) -> None:
        start, goal = lookup.find(filled, "先进个人"), lookup.find(filled, "梁书远")
        assert {len(path) for path in lookup.shortest_paths(filled, start, goal)} == {3}
        assert len(lookup.shortest_paths(filled, start, goal, mentions=True)) == 2

    def test_several_paths_come_in_the_order_of_ids(self, store: GraphStore) -> None:
        nodes = tuple(Node(f"n{n}", "Person", f"人{n}") for n in range(6))
        links = [("n0", "n1"), ("n0", "n2"), ("n0", "n3"), ("n4", "n1"), ("n4", "n2"), ("n3", "n4"), ("n4", "n5")]
        edges = tuple(Edge(f"fact-{n}", "MEETS", *pair) for n, pair in enumerate(links))
        fill(store, Graph(nodes, edges))
        assert lookup.shortest_paths(store, nodes[:1], nodes[5:], limit=2) == [["n0", "n1", "n4", "n5"], ["n0", "n2", "n4", "n5"]]

    def test_timeline_is_by_date_and_bounded(self, filled: GraphStore) -> None:
        nodes = lookup.find(filled, "贾敬敏")
        rows = lookup.timeline(filled, nodes)
        assert [row["when"] for row in rows] == sorted(row["when"] for row in rows)
        assert [row["when"] for row in lookup.timeline(filled, nodes, "2021", "2021-04-20")] == ["2021-04-20"]
        assert lookup.timeline(filled, nodes, until="2019") == []

    def test_common_shows_what_ties_both(self, filled: GraphStore) -> None:
        rows = lookup.common(filled, lookup.find(filled, "贾敬敏"), lookup.find(filled, "柯吉欣"))
        assert [(row["common"], row["subject"]) for row in rows][:2] == [("创新大赛", "贾敬敏"), ("创新大赛", "柯吉欣")]
        assert {row["common_label"] for row in rows} == {"Event", "Article"}
        direct = lookup.common(filled, lookup.find(filled, "贾敬敏"), lookup.find(filled, "梁书远"))
        assert (direct[0]["common"], direct[0]["type"]) == (None, "MEETS")

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("2020-11-08", []),
            ("2020-11-09", [("贾敬敏", "attested")]),
            ("2021", [("贾敬敏", "attested")]),
            ("2021-05-01", [("贾敬敏", "last known")]),
            ("2022-03-01", [("温砚秋", "attested")]),
            ("2023", [("温砚秋", "last known")]),
        ],
    )
    def test_who_held_a_post_on_a_day(self, filled: GraphStore, on: str, expected: list[tuple[str, str]]) -> None:
        rows = lookup.who(filled, lookup.find(filled, "火炬中心"), on)
        assert [(row["subject"], row["holds"]) for row in rows] == expected

    def test_who_lists_all_with_their_time(self, filled: GraphStore) -> None:
        rows = lookup.who(filled, lookup.find(filled, "火炬中心"))
        assert [(row["subject"], row.get("status"), row["from"], row["to"]) for row in rows] == [
            ("贾敬敏", None, "2020-11-09", "2021-04-21"),
            ("温砚秋", "appointed", "2022-03-01", "2022-03-01"),
            ("贾敬敏", "former", None, "2022-03-01"),
        ]

    def test_why_shows_every_proof_by_fact_or_claim(self, filled: GraphStore) -> None:
        edge = next(edge for edge in sample_graph().edges if len(edge.proofs) == 2)
        for key in (edge.id, edge.id.removeprefix("fact-"), edge.proofs[1].claim):
            (row,) = lookup.why(filled, key)
            assert [proof["article"] for proof in row["proofs"]] == ["news-1", "news-2"]
            assert row["proofs"][0]["url"] == "https://example.org/1"
        assert lookup.why(filled, "nothing") == []
        doubtful = next(edge for edge in sample_graph().edges if edge.doubtful)
        assert lookup.why(filled, doubtful.id)[0]["doubtful"]

    def test_stats(self, filled: GraphStore) -> None:
        rows = {(row["what"], row["of"]): row["count"] for row in lookup.stats_rows(filled)}
        assert rows["entities", "Person"] == 4
        assert rows["facts", "HOLDS_POSITION"] == 4
        assert rows["doubtful", "MEETS"] == 1
        assert rows["rules", "by-hand"] == 13


@pytest.mark.parametrize(
    ("one", "other", "holds"),
    [("2020", "2020-11", True), ("2020-11", "2020", True), ("2020-12", "2020-11-30", False), ("", "2020", True)],
)
def test_not_after(one: str, other: str, holds: bool) -> None:
    assert not_after(one, other) is holds


def test_undated_facts_lie_in_no_bounded_time() -> None:
    assert within(None, "", "")
    assert not within(None, "2020", "")
