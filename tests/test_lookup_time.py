"""Spells, successions, titles in a place, derived links, quality: on a small graph of invented people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kgnews.errors import NotFoundError
from kgnews.lookup import Reader, card, find
from kgnews.lookup.derived import derived_links, with_derived
from kgnews.lookup.offices import _bears, successions, who_in_place
from kgnews.lookup.posts import _once
from kgnews.lookup.quality import quality_counts, quality_rows
from kgnews.lookup.spells import spells
from kgnews.records import Edge, Graph, Node, Proof
from kgnews.records.graphstore import Difference, GraphStore, whole_graph
from kgnews.records.serial import edge_to_json
from kgnews.store.ledger import Ledger

ARTICLES = {"a1": "2012-03-01", "a2": "2013-05-01", "a3": "2015-06-01", "a4": "2016-02-01", "a5": "2016-02-03", "a6": ""}
PEOPLE = ("person-jia", "person-yi", "person-bing", "person-ding")
BODIES = {"organization-foshan": ("佛山市", "4406"), "organization-gd": ("广东省", "44"), "organization-lz": ("兰州市", "6201")}


def proof(article: str, quote: str = "引文") -> Proof:
    return Proof(f"claim-{article}", article, "rule", 0.9, (("fact", "text", 0, len(quote), quote),), ARTICLES[article] or None)


def post(person: str, body: str, title: str, *articles: str, **properties: str) -> Edge:
    key = "fact-" + "-".join((person, body, title, *properties.values()))
    proofs = tuple(proof(article, f"{person}任{title}") for article in articles)
    return Edge(key, "HOLDS_POSITION", person, body, {"title": title, **properties}, proofs, 0.9)


def attends(person: str, event: str, *articles: str) -> Edge:
    return Edge(f"fact-{person}-{event}", "ATTENDS", person, event, {}, tuple(map(proof, articles)), 0.9)


GRAPH = Graph(
    tuple(
        sorted(
            [
                *(Node(key, "Person", "甲" if key == "person-ding" else key, (), {}, tuple(ARTICLES)) for key in PEOPLE),
                *(Node(key, "Organization", name, (), {"code": code}, ("a1",)) for key, (name, code) in BODIES.items()),
                Node("place-foshan", "Place", "佛山市", ("佛山",), {"code": "4406"}, ("a1",)),
                Node("place-gd", "Place", "广东省", ("广东",), {"code": "44"}, ("a1",)),
                Node("event-1", "Event", "某某大会", (), {"date": "2016-02-01"}, ("a4",)),
                Node("event-2", "Event", "另一大会", (), {}, ("a4",)),
                *(
                    Node(
                        f"article-{key}", "Article", key, (), {"date": date, **({"copy_of": "a4"} if key == "a5" else {})}, (key,)
                    )
                    for key, date in ARTICLES.items()
                ),
            ],
            key=lambda node: node.id,
        )
    ),
    (
        post("person-jia", "organization-foshan", "市长", "a1", "a2"),
        post("person-jia", "organization-foshan", "市长", "a3", status="former"),
        post("person-yi", "organization-foshan", "市长", "a3", status="appointed"),
        post("person-yi", "organization-foshan", "副市长", "a2", since="2011-07", until="2015-05"),
        post("person-bing", "organization-foshan", "副市长", "a1", "a3"),
        post("person-ding", "organization-lz", "副市长", "a1"),
        post("person-ding", "organization-gd", "秘书长", "a6"),
        attends("person-jia", "event-1", "a4", "a5"),
        attends("person-ding", "event-1", "a4"),
        Edge("fact-body", "BODY_OF", "organization-foshan", "place-foshan", {"why": "…"}, derived=True),
    ),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with Ledger.open(tmp_path_factory.mktemp("time") / "kgnews.db", write=True) as ledger:
        ledger.graph.apply(Difference(GRAPH.nodes, GRAPH.edges))
        yield ledger.graph


def spell(store: GraphStore, person: str, title: str) -> dict[str, object]:
    return next(row for row in spells(store) if row["person_id"] == person and row["title"] == title)


def test_a_spell_is_observed_and_never_stretched(store: GraphStore) -> None:
    row = spell(store, "person-bing", "副市长")
    assert (row["first_observed"], row["last_observed"]) == ("2012-03-01", "2015-06-01")
    assert (row["start"], row["end"], row["status"]) == (None, None, "held")
    assert row["quotes"] == ["person-bing任副市长"]


def test_a_former_holder_bounds_the_end(store: GraphStore) -> None:
    row = spell(store, "person-jia", "市长")
    assert (row["first_observed"], row["last_observed"]) == ("2012-03-01", "2013-05-01")
    assert (row["end"], row["end_basis"], row["status"]) == ("2015-06-01", "former by", "former")


def test_told_dates_keep_their_precision(store: GraphStore) -> None:
    row = spell(store, "person-yi", "副市长")
    assert (row["start"], row["start_precision"], row["start_basis"]) == ("2011-07", "month", "told")
    assert (row["end"], row["end_precision"]) == ("2015-05", "month")


def test_an_appointment_begins_a_spell(store: GraphStore) -> None:
    row = spell(store, "person-yi", "市长")
    assert (row["start"], row["start_basis"], row["status"]) == ("2015-06-01", "appointment reported", "appointed")


def test_an_undated_report_tells_no_time(store: GraphStore) -> None:
    row = spell(store, "person-ding", "秘书长")
    assert (row["first_observed"], row["start"], row["reports"]) == (None, None, 1)


def test_holding_a_post_again_is_a_new_spell(store: GraphStore) -> None:
    again = [post("p", "b", "市长", "a1", "a4"), post("p", "b", "市长", "a3", status="former")]
    from kgnews.lookup.spells import spells_of

    rows = spells_of(Reader(store), again)
    assert [(row["spell"], row["first_observed"], row["end"]) for row in rows] == [
        (1, "2012-03-01", "2015-06-01"),
        (2, "2016-02-01", None),
    ]


def test_succession(store: GraphStore) -> None:
    rows = [(row["kind"], row["person_id"], row["next_id"]) for row in successions(store)]
    assert rows == [("followed by", "person-jia", "person-yi")]  # a deputy has no successor


def test_title_in_a_place(store: GraphStore) -> None:
    found = {row["person_id"] for row in who_in_place(store, "副市长", "广东")}
    assert found == {"person-yi", "person-bing"}  # not the one of 兰州


def test_a_place_that_the_graph_has_no_node_of_is_known_by_its_code(store: GraphStore) -> None:
    with pytest.raises(NotFoundError):
        who_in_place(store, "副市长", "甘肃")
    rows = who_in_place(store, "副市长", "甘肃", known={"甘肃": ("62",)}.__getitem__)
    assert [row["person_id"] for row in rows] == ["person-ding"]


@pytest.mark.parametrize(
    ("own", "asked", "bears"),
    [
        ("副市长", "副市长", True),
        ("常务副市长", "副市长", True),
        ("代市长", "市长", True),
        ("副市长", "市长", False),
        ("市长助理", "市长", False),
        ("书记", "省委书记", True),
        ("书记", "市委书记", False),
    ],
)
def test_a_title_with_a_rank_before_it_is_that_title(own: str, asked: str, bears: bool) -> None:
    assert _bears({"title": own, "body": "广东省委"}, asked) is bears


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        ("2010", {}),
        ("2012-06", {"person-bing": "attested", "person-yi": "attested"}),
        ("2020", {"person-bing": "last known"}),  # 乙's told end has passed
    ],
)
def test_title_in_a_place_on_a_date(store: GraphStore, on: str, holds: dict[str, str]) -> None:
    assert {row["person_id"]: row["holds"] for row in who_in_place(store, "副市长", "广东", on)} == holds


def test_a_person_in_a_post_is_one_row_on_a_date() -> None:
    old, new, other = (
        {"object_id": "o", "title": "总理", "subject_id": person, "holds": holds, "to": to}
        for person, holds, to in (("a", "last known", "2013"), ("a", "attested", "2020"), ("b", "last known", "2013"))
    )
    assert _once([old, new, other]) == [new, other]
    assert _once([new, old]) == [new]


def test_mayor_on_a_date(store: GraphStore) -> None:
    def mayor(on: str) -> list[str]:
        return [row["person_id"] for row in who_in_place(store, "市长", "佛山", on)]

    assert mayor("2012-12") == ["person-jia"]
    assert mayor("2016-01") == ["person-yi"]


def test_derived_links_say_what_they_rest_on(store: GraphStore) -> None:
    edges = derived_links(store)
    assert all(edge.derived and edge.properties["facts"] for edge in edges)
    together = next(edge for edge in edges if edge.type == "APPEARED_WITH")
    assert {together.source, together.target} == {"person-jia", "person-ding"}
    assert together.properties["weight"] == 1  # a5 is a reprint of a4
    assert {edge.type for edge in edges} == {"APPEARED_WITH", "COLLEAGUE_OF", "PRECEDED"}


def test_derived_links_of_one_are_among_those_of_all(store: GraphStore) -> None:
    mine = derived_links(store, ["person-ding"])
    assert [edge.type for edge in mine] == ["APPEARED_WITH"]
    everything = {edge.id: edge_to_json(edge) for edge in derived_links(store)}
    assert edge_to_json(mine[0]) == everything[mine[0].id]


def test_derived_links_are_switched_on(store: GraphStore) -> None:
    plain = whole_graph(store)
    assert len(with_derived(plain, derived_links(store)).edges) > len(plain.edges)


def test_a_place_and_its_body_are_one_card(store: GraphStore) -> None:
    node = find(store, "佛山市", ("Place",))[0]
    found = card(store, node)
    assert found["entity"]["also"] == "organization-foshan"
    assert len(found["sections"]["posts"]) == 5


def test_reprints_are_one_source(store: GraphStore) -> None:
    edge = next(edge for edge in GRAPH.edges if edge.id == "fact-person-jia-event-1")
    assert Reader(store).rows([edge])[0]["sources"] == 1


def test_quality_finds_what_deserves_a_look(store: GraphStore) -> None:
    found = {(row["what"], row["name"]) for row in quality_rows(store)}
    assert ("event without a date", "另一大会") in found
    assert ("orphan", "另一大会") in found
    assert sum(row["count"] for row in quality_counts(store)) == len(quality_rows(store))


def test_mentions_without_a_fact(tmp_path: Path) -> None:
    from kgnews.building.mentions import sentence_at

    text = "第一句。第二句提到甲！第三句"
    assert sentence_at(text, text.index("甲")) == "第二句提到甲！"
    assert sentence_at(text, len(text) - 1) == "第三句"
    assert sentence_at(text, len(text)) == ""
