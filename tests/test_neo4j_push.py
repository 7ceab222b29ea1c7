"""push on a real server: idempotent, order-free, withdrawing, safe beside others' data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kgnews.errors import Neo4jError
from kgnews.records import Edge, Graph, Node, Proof
from kgnews.records.graphstore import Difference, EdgeQuery, NodeQuery, difference, whole_graph
from kgnews.store.ledger import Ledger
from kgnews.store.neo4j_connect import Connection
from kgnews.store.neo4j_graph import Neo4jGraph
from kgnews.store.neo4j_push import Report, plan_push, push
from neo4j_server import Server, dump, open_graph
from support.graphs import synthetic_graph
from support.ledgers import A, B, C, build, build_together, remove

HOSTILE = "O'Brien\"`}) MATCH (n) DETACH DELETE n //\\u0027 $name \x1b[31m\u202e\n\t"


@pytest.fixture
def connection(neo4j_empty: Server) -> Iterator[Connection]:
    with neo4j_empty.connect() as opened:
        yield opened


def push_file(path: Path, connection: Connection, **options: bool) -> Report:
    with Ledger.open(path) as ledger:
        return push(ledger.graph, open_graph(connection), **options)


def bookmark(connection: Connection) -> object:
    """The last transaction, as a session that only reads is told of it."""
    with connection.driver.session(default_access_mode="READ") as session:
        session.run("RETURN 1").consume()
        return session.last_bookmarks().raw_values


def put(store: Neo4jGraph, graph: Graph) -> None:
    store.apply(difference(store.digests(), graph))


def test_second_push_writes_nothing(connection: Connection, tmp_path: Path) -> None:
    path = build(tmp_path / "a.db", A, B)
    first = push_file(path, connection)
    assert first.written.server["nodes_created"] > 10
    before, held = bookmark(connection), dump(connection)
    second = push_file(path, connection)
    assert not second.written
    assert not second.plan
    assert bookmark(connection) == before
    assert dump(connection) == held


def test_pushed_graph_is_the_ledgers(connection: Connection, tmp_path: Path) -> None:
    path = build(tmp_path / "a.db", A, B, C)
    push_file(path, connection)
    with Ledger.open(path) as ledger:
        assert whole_graph(open_graph(connection)) == whole_graph(ledger.graph)


def test_order_and_history_do_not_matter(connection: Connection, tmp_path: Path) -> None:
    """A then B, B then A, A and B at once, and with C in between: the same graph, byte for byte."""
    together = build_together(tmp_path / "ab.db", A, B)
    push_file(together, connection)
    expected = dump(connection)
    assert len(expected) > 30
    push_file(build(tmp_path / "ba.db", B, A), connection)
    assert dump(connection) == expected
    steps = tmp_path / "steps.db"
    for change in (lambda: build(steps, C), lambda: build(steps, A), lambda: build(steps, B), lambda: remove(steps, "news-c")):
        change()
        push_file(steps, connection)
    assert dump(connection) == expected


def test_removing_an_article_takes_its_facts_alone(connection: Connection, tmp_path: Path) -> None:
    path = build(tmp_path / "ab.db", A, B)
    push_file(path, connection)
    foreign = "CREATE (p:Person {name: '别人的'})-[:HOLDS_POSITION {title: 'x'}]->(o:Organization {name: 'y', key: 'z'})"
    with connection.session(write=True) as session:
        session.run(foreign).consume()
    before = set(dump(connection))
    remove(path, "news-b")
    push_file(path, connection)
    after = set(dump(connection))
    assert not [line for line in after if "news-b" in line]
    assert {line for line in before if "别人的" in line or "('title', 'str', 'x')" in line} <= after
    untouched = {line for line in before if "'news-a'" in line and "news-b" not in line}
    assert untouched
    assert untouched <= after
    with Ledger.open(path) as ledger:
        assert whole_graph(open_graph(connection)) == whole_graph(ledger.graph)


def test_what_others_hang_on_our_nodes_stays(connection: Connection) -> None:
    """Their properties survive a change; their relationships survive a withdrawal, and find the node again when it returns."""
    store, graph = open_graph(connection), synthetic_graph(40, 80)
    put(store, graph)
    victim = graph.nodes[-1]
    note = "MATCH (n:Entity {id: $id}) SET n.mine = 'keep' CREATE (:Note {text: 'seen'})-[:ABOUT {by: 'me'}]->(n)"
    with connection.session(write=True) as session:
        session.run(note, id=victim.id).consume()
    changed = replace(victim, name="改名", properties={"date": "2021"})
    put(store, Graph((*graph.nodes[:-1], changed), graph.edges))
    assert connection.rows("MATCH (n {id: $id}) RETURN n.mine, n.name, n.date_year", id=victim.id) == [["keep", "改名", 2021]]
    kept = tuple(edge for edge in graph.edges if victim.id not in (edge.source, edge.target))
    written = store.write(difference(store.digests(), Graph(graph.nodes[:-1], kept)))
    assert written.done["nodes emptied"] == 1
    found = connection.rows("MATCH (:Note)-[r:ABOUT {by: 'me'}]->(n) RETURN labels(n), properties(n)")
    assert found == [[["Withdrawn"], {"graph": "kgnews", "id": victim.id, "mine": "keep"}]]
    put(store, graph)
    assert whole_graph(store) == graph
    assert connection.rows("MATCH (:Note)-[:ABOUT]->(n:Entity) RETURN n.id, n.mine") == [[victim.id, "keep"]]


def test_graphs_of_other_names_stay_apart(connection: Connection, neo4j_empty: Server) -> None:
    first, second = synthetic_graph(30, 60, seed=1), synthetic_graph(30, 60, seed=2)
    stores = {name: Neo4jGraph(connection, open_graph(connection).ontology, name) for name in ("one", "one.two", "日报")}
    put(stores["one"], first)
    put(stores["one.two"], second)
    put(stores["日报"], first)
    put(stores["one"], Graph())
    assert whole_graph(stores["one"]) == Graph()
    assert whole_graph(stores["one.two"]) == second
    assert whole_graph(stores["日报"]) == first
    assert neo4j_empty.counts() == (len(first.nodes) + len(second.nodes), len(first.edges) + len(second.edges))


def test_hostile_names_change_no_query(connection: Connection, neo4j_empty: Server) -> None:
    with connection.session(write=True) as session:
        session.run("CREATE (:Bystander)").consume()
    long = "长" * 20_000
    nodes = (
        Node("person-1", "Person", HOSTILE, (HOSTILE + "2", long), {"note": HOSTILE}, (HOSTILE,)),
        Node("person-2", "Person", long, (), {}, ()),
    )
    proof = Proof("c", HOSTILE, HOSTILE, 0.5, (("fact", "text", 0, 9, HOSTILE),), "2020-02-30")
    edge = Edge("fact-1", "MEETS", "person-1", "person-2", {"place": HOSTILE, "date": "2020-13-40"}, (proof,), 0.5)
    store, graph = open_graph(connection), Graph(nodes, (edge,))
    put(store, graph)
    assert whole_graph(store) == graph
    assert [node.id for node in store.nodes(NodeQuery(name=HOSTILE))] == ["person-1"]
    assert store.edges(EdgeQuery(quote=HOSTILE, claims=("c",), articles=(HOSTILE,))) == [edge]
    assert neo4j_empty.counts() == (3, 1)


@pytest.mark.parametrize("name", ["MEETS`]->() DETACH DELETE n //", "meets", "", "A-B"])
def test_a_type_that_is_no_name_is_refused(connection: Connection, name: str) -> None:
    nodes = (Node("a", "Person", "a"), Node("b", "Person", "b"))
    with pytest.raises(Neo4jError, match="no label or relationship type"):
        open_graph(connection).apply(Difference(nodes, (Edge("e", name, "a", "b"),)))


def test_real_dates_numbers_and_lists(connection: Connection) -> None:
    dates = {"d1": "2020-11-05", "d2": "2020-11", "d3": "2020"}
    nodes = tuple(Node(key, "Event", key, ("别名", "二"), {"date": value}, ("a", "b")) for key, value in dates.items())
    put(open_graph(connection), Graph(nodes))
    rows = connection.rows("MATCH (n:Event) RETURN n.id, n.date, n.date_text, n.date_year, n.date_month, n.aliases ORDER BY n.id")
    shown = [[row[0], row[1] and row[1].iso_format(), *row[2:]] for row in rows]
    names = ["别名", "二"]
    assert shown == [
        ["d1", "2020-11-05", None, 2020, 11, names],
        ["d2", None, "2020-11", 2020, 11, names],
        ["d3", None, "2020", 2020, None, names],
    ]
    assert connection.rows("MATCH (n:Event) WHERE n.date > date('2020-11-01') RETURN n.id") == [["d1"]]


def test_every_relationship_shows_its_proof(connection: Connection, tmp_path: Path) -> None:
    push_file(build(tmp_path / "a.db", A, B, C), connection)
    bare = "size(r.quotes) = 0 OR size(r.articles) = 0 OR size(r.rules) <> size(r.articles) OR r.confidence IS NULL"
    assert connection.rows(f"MATCH ()-[r]->() WHERE r.derived IS NULL AND ({bare}) RETURN type(r), r.id") == []
    apart = "MATCH (n:Entity) WHERE NOT n:Article AND NOT EXISTS { (n)-[:MENTIONED_IN]->(:Article) } RETURN n.name"
    assert connection.rows(apart) == []


def test_schema_is_there_and_is_used(connection: Connection) -> None:
    store = open_graph(connection)
    put(store, synthetic_graph(40, 60))
    rows = connection.rows("SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state, owningConstraint, options")
    assert {row[4] for row in rows} == {"ONLINE"}
    unique = {row[2][0] for row in rows if row[5] and row[3] == ["key"]}
    assert {"Entity", *store.ontology.labels} <= unique
    fulltext = next(row for row in rows if row[1] == "FULLTEXT")
    assert fulltext[6]["indexConfig"]["fulltext.analyzer"] == "cjk"
    assert ["Event"] in [row[2] for row in rows if row[3] == ["date"]]
    with connection.session() as session:
        plan = session.run("EXPLAIN MATCH (n:Entity) WHERE n.search CONTAINS '论坛' RETURN n").consume().plan
    assert "NodeIndexContainsScan" in str(plan)


def test_dry_run_writes_nothing(connection: Connection, tmp_path: Path) -> None:
    path = build(tmp_path / "a.db", A)
    before = bookmark(connection)
    with Ledger.open(path) as ledger:
        plan = plan_push(ledger.graph, open_graph(connection))
    assert len(plan.nodes.new) == plan.total_nodes > 5
    assert bookmark(connection) == before


def test_a_push_repairs_what_somebody_deleted_or_doubled(connection: Connection, tmp_path: Path) -> None:
    path = build(tmp_path / "a.db", A, B)
    push_file(path, connection)
    expected = dump(connection)
    twice = "MATCH (a)-[r:HOLDS_POSITION]->(b) WITH a, r, b LIMIT 1 CREATE (a)-[x:HOLDS_POSITION]->(b) SET x = properties(r)"
    with connection.session(write=True) as session:
        session.run("MATCH (n:Person) WITH n ORDER BY n.id LIMIT 1 DETACH DELETE n").consume()
        session.run(twice).consume()
        session.run("DROP INDEX kgnews_names").consume()
    push_file(path, connection)
    assert dump(connection) == expected
    assert connection.rows("SHOW INDEXES YIELD name WHERE name = 'kgnews_names' RETURN count(*)") == [[1]]


def test_force_writes_anew(connection: Connection, tmp_path: Path) -> None:
    path = build(tmp_path / "a.db", A)
    push_file(path, connection)
    expected = dump(connection)
    with connection.session(write=True) as session:
        session.run("MATCH (n:Person) SET n.name = 'x'").consume()
        session.run("MATCH ()-[r:HOLDS_POSITION]->() SET r.quotes = ['x']").consume()
    assert not push_file(path, connection).plan
    push_file(path, connection, force=True)
    assert dump(connection) == expected


def test_of_two_pushes_the_later_one_goes_on(connection: Connection) -> None:
    """A push that was thought dead cannot write into the graph that its successor has read."""
    store, graph = open_graph(connection), synthetic_graph(40, 60)
    first, second = store.writer(), store.writer()
    second.put_nodes(graph.nodes, {})
    with pytest.raises(Neo4jError, match="another push"):
        first.put_nodes(graph.nodes, {})
    with pytest.raises(Neo4jError, match="another push"):
        first.put_edges(graph.edges, {})


def test_an_edge_without_its_end_is_told(connection: Connection) -> None:
    edge = Edge("e", "MEETS", "person-1", "person-2")
    with pytest.raises(Neo4jError, match="end of an edge"):
        open_graph(connection).apply(Difference((Node("person-1", "Person", "a"),), (edge,)))


def test_many_edges_go_in_lanes(connection: Connection) -> None:
    """Enough edges for two transactions at a time, hubs among them."""
    graph = synthetic_graph(300, 9_000, seed=5)
    store = open_graph(connection)
    put(store, graph)
    assert not difference(store.digests(), graph)
    changed = tuple(replace(edge, confidence=0.123) for edge in graph.edges[::10])
    later = Graph(
        graph.nodes, tuple(sorted({**{e.id: e for e in graph.edges}, **{e.id: e for e in changed}}.values(), key=lambda e: e.id))
    )
    written = store.write(difference(store.digests(), later))
    assert written.done == {"edges changed": 900}
    assert whole_graph(store) == later


def test_routing_and_causal_reads(neo4j_empty: Server, tmp_path: Path) -> None:
    """What a cluster or Aura needs: neo4j:// is routed, and a reading session waits for what an earlier one wrote."""
    target = replace(neo4j_empty.target(), uri=neo4j_empty.uri.replace("bolt:", "neo4j:"))
    path = build(tmp_path / "a.db", A)
    with Connection(target) as routed:
        push_file(path, routed)
        store = open_graph(routed)
        put(store, synthetic_graph(20, 20))
        with routed.session() as session:
            session.run("RETURN 1").consume()
            seen = session.last_bookmarks().raw_values
        assert seen, "the sessions of a connection hand their bookmarks on"
        assert whole_graph(store) == synthetic_graph(20, 20)
    with neo4j_empty.connect() as direct:
        assert whole_graph(open_graph(direct)) == synthetic_graph(20, 20)
