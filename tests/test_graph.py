"""Claims become nodes and edges: what is one edge, what keeps edges apart, and that order changes nothing."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgnews.graph import article_node_id, asserted, build_graph, same_name
from kgnews.graph.nodes import Draft, best_name
from kgnews.records import Article, Claim, Edge, Entity, Graph, LocalEntity, Node, Reading, Resolution, Tie
from kgnews.records.graphstore import Digests, difference
from support.readings import ARTICLES, MEETING, OPENING, READINGS, SYMMETRIC, claim, graph_of, reading, sample_graph


def edges(graph: Graph, kind: str) -> list[Edge]:
    return [edge for edge in graph.edges if edge.type == kind]


def named(graph: Graph, name: str) -> Node:
    (node,) = [node for node in graph.nodes if node.name == name]
    return node


def one(claims: list[Claim], *articles: Article) -> list[Edge]:
    """The fact edges of claims, each in the reading of its article."""
    readings = [reading(article, [item for item in claims if item.article == article.id]) for article in articles]
    return [edge for edge in graph_of(readings, articles).edges if edge.type != "MENTIONED_IN"]


def test_same_fact_of_two_articles_is_one_edge_with_both_proofs() -> None:
    (edge,) = [item for item in edges(sample_graph(), "HOLDS_POSITION") if len(item.proofs) == 2]
    assert [proof.article for proof in edge.proofs] == ["news-1", "news-2"]
    assert [proof.date for proof in edge.proofs] == ["2020-11-09", "2021-04-21"]
    assert edge.properties == {"title": "主任"}
    assert edge.confidence == 0.99


def test_quotations_are_those_of_the_claims() -> None:
    texts = {article.id: article.text for article in ARTICLES}
    quotes = [(proof.article, quote) for edge in sample_graph().edges for proof in edge.proofs for quote in proof.quotes]
    assert len(quotes) > 20
    assert all(texts[article][start:end] == text for article, (_, _, start, end, text) in quotes)


@pytest.mark.parametrize("apart", [{"title": "局长"}, {"status": "former"}, {"date": "2020-01-02"}])
def test_title_status_and_date_keep_edges_apart(apart: dict[str, str]) -> None:
    fact = ("p:贾敬敏", "HOLDS_POSITION", "o:火炬中心")
    first = claim(OPENING, fact, "火炬中心主任贾敬敏", {"title": "主任"})
    assert len(one([first, claim(OPENING, fact, "火炬中心主任贾敬敏", {"title": "主任", **apart})], OPENING)) == 2


def test_other_properties_are_settled_among_the_claims() -> None:
    fact = ("p:贾敬敏", "ATTENDS", "e:创新大赛")
    first = claim(OPENING, fact, "贾敬敏", {"order": 3, "since": "2019", "inferred": ("home", "date")})
    second = claim(OPENING, fact, "贾敬敏、杭州市", {"order": 1, "since": "2019-02", "inferred": ("home",)})
    (edge,) = one([first, second], OPENING)
    assert edge.properties == {"order": 1, "since": "2019-02", "inferred": ("home",)}


def test_a_claim_that_says_it_outright_lifts_the_inference() -> None:
    fact = ("p:贾敬敏", "ATTENDS", "e:创新大赛")
    (edge,) = one([claim(OPENING, fact, "贾敬敏", {"inferred": ("home",)}), claim(OPENING, fact, "贾敬敏、杭州市")], OPENING)
    assert "inferred" not in edge.properties


def test_symmetric_facts_have_one_direction() -> None:
    there = claim(MEETING, ("p:贾敬敏", "MEETS", "p:梁书远"), "贾敬敏会见梁书远")
    back = claim(MEETING, ("p:梁书远", "MEETS", "p:贾敬敏"), "会见梁书远")
    (edge,) = one([there, back], MEETING)
    assert edge.source < edge.target
    assert len(edge.proofs) == 2


def test_a_reprint_adds_no_confidence_but_its_proof() -> None:
    copy = replace(OPENING, id="news-1b")
    fact = ("p:贾敬敏", "ATTENDS", "e:创新大赛")
    (edge,) = one([claim(OPENING, fact, "贾敬敏"), claim(copy, fact, "贾敬敏")], OPENING, copy)
    assert (edge.confidence, len(edge.proofs)) == (0.9, 2)


def test_held_on_is_the_events_date_and_keeps_its_proof() -> None:
    graph = sample_graph()
    event = named(graph, "创新大赛")
    assert event.properties == {"date": "2020-11-05"}
    (edge,) = edges(graph, "HELD_ON")
    assert (edge.source, edge.target, edge.properties) == (event.id, event.id, {"date": "2020-11-05"})
    assert edge.proofs[0].quotes[0][4] == "11月5日，创新大赛"


def test_the_date_most_articles_tell_is_the_events() -> None:
    copies = [replace(OPENING, id=f"n{n}", date=f"2020-11-1{n}") for n in range(3)]
    dates = ["2020-11-06", "2020-11-05", "2020-11-05"]
    claims = [claim(item, ("e:创新大赛", "HELD_ON", f"d:{date}"), "11月5日") for item, date in zip(copies, dates, strict=True)]
    graph = graph_of([reading(item, [found]) for item, found in zip(copies, claims, strict=True)], copies)
    assert named(graph, "创新大赛").properties == {"date": "2020-11-05"}
    assert len(edges(graph, "HELD_ON")) == 2


def test_awards_and_articles_are_nodes() -> None:
    graph = sample_graph()
    (award,) = edges(graph, "RECEIVES_AWARD")
    assert award.target == named(graph, "先进个人").id
    byline = claim(OPENING, ("p:贾敬敏", "BYLINE", None), "贾敬敏")
    (edge,) = one([byline], OPENING)
    assert edge.target == article_node_id("news-1")
    article = named(graph, "创新大赛开幕")
    url = "https://example.org/1"
    assert article.properties == {"article": "news-1", "date": "2020-11-09", "source": "样例日报", "url": url}


def test_every_node_is_mentioned_in_its_articles() -> None:
    graph = sample_graph()
    mentioned = {(edge.source, edge.proofs[0].article) for edge in edges(graph, "MENTIONED_IN")}
    assert mentioned == {(node.id, article) for node in graph.nodes if node.label != "Article" for article in node.articles}
    assert named(graph, "贾敬敏").articles == ("news-1", "news-2", "news-3")


def test_entities_that_no_claim_speaks_of_are_no_nodes() -> None:
    silent = reading(OPENING, [claim(OPENING, ("p:贾敬敏", "ATTENDS", "e:创新大赛"), "贾敬敏")])
    more = replace(silent, entities=(*silent.entities, *READINGS[1].entities))
    assert {node.name for node in graph_of([more], [OPENING]).nodes} == {"贾敬敏", "创新大赛", "创新大赛开幕"}


def test_doubtful_is_kept_apart_and_asserted_leaves_it_out() -> None:
    graph = sample_graph()
    (doubtful,) = [edge for edge in graph.edges if edge.doubtful]
    assert doubtful.type == "MEETS"
    assert doubtful not in asserted(graph).edges
    only = claim(MEETING, ("p:梁书远", "MEETS", "p:无名氏"), "梁书远", doubtful=True)
    sure = claim(MEETING, ("p:贾敬敏", "MEETS", "p:梁书远"), "贾敬敏会见梁书远")
    names = {node.name for node in asserted(graph_of([reading(MEETING, [only, sure])], [MEETING])).nodes}
    assert names == {"贾敬敏", "梁书远", "会见"}


def test_a_sure_and_a_doubtful_claim_are_two_edges() -> None:
    fact = ("p:贾敬敏", "MEETS", "p:梁书远")
    sure, unsure = claim(MEETING, fact, "贾敬敏会见梁书远"), claim(MEETING, fact, "会见梁书远", doubtful=True)
    found = one([sure, unsure], MEETING)
    assert sorted(edge.doubtful for edge in found) == [False, True]
    assert [len(edge.proofs) for edge in found] == [1, 1]


def test_verdicts() -> None:
    doubtful = next(item for item in READINGS[1].claims if item.doubtful)
    confirmed = graph_of(READINGS, ARTICLES, {doubtful.id: "confirm"})
    edge = next(edge for edge in confirmed.edges if edge.proofs and edge.proofs[0].claim == doubtful.id)
    assert (edge.doubtful, edge.confidence) == (False, 1.0)
    award = next(item for item in READINGS[1].claims if item.type == "RECEIVES_AWARD")
    rejected = graph_of(READINGS, ARTICLES, {award.id: "reject"})
    assert not edges(rejected, "RECEIVES_AWARD")
    assert "先进个人" not in {node.name for node in rejected.nodes}


def test_generic_events_belong_to_their_article() -> None:
    facts = [claim(item, ("p:贾敬敏", "ATTENDS", "e:座谈会"), "贾敬敏") for item in (OPENING, MEETING)]
    readings = [reading(item, [fact], generic=["座谈会"]) for item, fact in zip((OPENING, MEETING), facts, strict=True)]
    graph = graph_of(readings, [OPENING, MEETING])
    assert len([node for node in graph.nodes if node.name == "座谈会"]) == 2


def test_ties_are_derived_edges_between_nodes_that_exist() -> None:
    resolution = same_name(READINGS)
    jia, center = named(sample_graph(), "贾敬敏").id, named(sample_graph(), "火炬中心").id
    ties = (Tie("PART_OF", center, jia, "目录"), Tie("PART_OF", center, "nobody", "目录"))
    graph = build_graph(READINGS, ARTICLES, Resolution(ids=resolution.ids, ties=ties), {}, SYMMETRIC)
    (edge,) = edges(graph, "PART_OF")
    assert (edge.derived, edge.properties, edge.proofs) == (True, {"why": "目录"}, ())


def test_an_end_that_resolution_does_not_know_is_a_bug_that_is_told() -> None:
    with pytest.raises(ValueError, match=r"news-1.*贾敬敏"):
        build_graph(READINGS[:1], ARTICLES, Resolution(), {}, SYMMETRIC)


@pytest.mark.parametrize(
    ("label", "names", "best"),
    [
        ("Person", ["赵小红", "赵小红", "赵小红（女）"], "赵小红"),
        ("Organization", ["火炬中心", "科技部火炬中心"], "科技部火炬中心"),
        ("Organization", ["火炬中心"] * 9 + ["科技部火炬中心主任办公"], "火炬中心"),
        ("Event", ["大赛", "创新大赛"], "创新大赛"),
    ],
)
def test_best_name(label: str, names: list[str], best: str) -> None:
    from collections import Counter

    assert best_name(label, Counter(names)) == best


@given(st.integers(0, 10_000))
def test_order_changes_nothing(seed: int) -> None:
    rng = random.Random(seed)
    readings = [
        Reading(item.article, *(tuple(rng.sample(part, len(part))) for part in (item.claims, item.entities)))
        for item in rng.sample(READINGS, len(READINGS))
    ]
    assert graph_of(readings, rng.sample(ARTICLES, len(ARTICLES))) == sample_graph()


def test_an_article_taken_out_takes_only_its_facts() -> None:
    graph, less = sample_graph(), graph_of(READINGS[:1], ARTICLES[:1])
    whole = Digests({node.id: "" for node in graph.nodes}, {edge.id: "" for edge in graph.edges})
    change = difference(whole, less)
    assert not {node.id for node in less.nodes} & set(change.drop_nodes)
    assert "news-2" not in {proof.article for edge in less.edges for proof in edge.proofs}


def test_what_only_points_is_no_alias_where_resolution_has_spoken() -> None:
    entity = Entity("o1", "Organization", "中国人民大学", ("人民大学",), (), {})
    draft = Draft("o1", "Organization", entity)
    draft.add("a", LocalEntity("Organization", "中国人民大学", ("中国人民大学", "我校", "学校", "人民大学")))
    assert draft.node().aliases == ("人民大学",)
