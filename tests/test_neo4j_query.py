"""query: read only unless it is said otherwise, parameters, every type of value in every format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest

from kgnews.errors import KgnewsError, Neo4jError
from kgnews.store.neo4j_connect import Connection
from kgnews.store.neo4j_query import literal, parse_parameters, parse_value, run_query
from kgnews.store.neo4j_values import to_json, to_text
from neo4j_server import Server


@pytest.fixture
def connection(neo4j_empty: Server) -> Iterator[Connection]:
    with neo4j_empty.connect() as opened:
        with opened.session(write=True) as session:
            meets = "[:MEETS {title: '主任', date: date('2020-11-05')}]"
            session.run(f"CREATE (:Person:Entity {{name: '甲', b: $b}})-{meets}->(:Place {{id: 'p'}})", b=b"\x00\xff").consume()
        yield opened


VALUES = [
    ("null", None, ""),
    ("true", True, "true"),
    ("7", 7, "7"),
    ("2.5", 2.5, "2.5"),
    ("0.0/0.0", "nan", "nan"),
    ("1.0/0.0", "inf", "inf"),
    ("'字'", "字", "字"),
    ("date('2020-11-05')", "2020-11-05", "2020-11-05"),
    ("time('12:30:01+08:00')", "12:30:01.000000000+08:00", "12:30:01.000000000+08:00"),
    ("localtime('12:30')", "12:30:00.000000000", "12:30:00.000000000"),
    ("datetime('2020-11-05T12:30+08:00')", "2020-11-05T12:30:00.000000000+08:00", "2020-11-05T12:30:00.000000000+08:00"),
    ("localdatetime('2020-11-05T12:30')", "2020-11-05T12:30:00.000000000", "2020-11-05T12:30:00.000000000"),
    ("duration('P1Y2M3DT4H')", "P1Y2M3DT4H", "P1Y2M3DT4H"),
    ("point({x: 1, y: 2})", {"srid": 7203, "coordinates": [1.0, 2.0]}, "point(1.0, 2.0; srid 7203)"),
    ("point({longitude: 120.2, latitude: 30.3})", {"srid": 4326, "coordinates": [120.2, 30.3]}, "point(120.2, 30.3; srid 4326)"),
    ("[1, 'a', null, date('2020-01-01')]", [1, "a", None, "2020-01-01"], "1、a、、2020-01-01"),
    ("{a: 1, b: [date('2020-01-01')]}", {"a": 1, "b": ["2020-01-01"]}, '{"a": 1, "b": ["2020-01-01"]}'),
]


@pytest.mark.parametrize(("expression", "as_json", "as_text"), VALUES)
def test_values_of_every_type(neo4j_connection: Connection, expression: str, as_json: object, as_text: str) -> None:
    [[value]] = run_query(neo4j_connection, f"RETURN {expression} AS v", {}).rows
    assert to_json(value) == as_json
    json.dumps(to_json(value), allow_nan=False)
    assert to_text(value) == as_text


def test_nodes_relationships_paths_bytes(connection: Connection) -> None:
    query = "MATCH p = (n:Person)-[r]->(m) RETURN n, r, p, n.b AS b, [n, r] AS l, (m)<--() AS none"
    [[node, relation, path, data, both, _]] = run_query(connection, query.replace(", (m)<--() AS none", ", 1 AS one"), {}).rows
    assert to_text(node) == "(:Person 甲)"
    assert to_json(node)["labels"] == ["Entity", "Person"]
    assert to_json(node)["properties"] == {"b": "AP8=", "name": "甲"}
    assert to_text(relation) == "[:MEETS 主任 2020-11-05]"
    assert to_json(relation)["properties"] == {"date": "2020-11-05", "title": "主任"}
    assert to_text(path) == "(:Person 甲)-[:MEETS 主任 2020-11-05]->(:Place p)"
    assert [sorted(step)[-1] for step in to_json(path)] == ["properties", "type", "properties"]
    assert to_text(data) == "0x00ff"
    assert to_text(both) == "(:Person 甲)、[:MEETS 主任 2020-11-05]"
    [[back]] = run_query(connection, "MATCH p = (:Place)<-[]-(:Person) RETURN p", {}).rows
    assert to_text(back) == "(:Place p)<-[:MEETS 主任 2020-11-05]-(:Person 甲)"


WRITES = [
    "CREATE (n:X) RETURN n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) SET n.x = 1",
    "CREATE INDEX nope FOR (n:X) ON (n.y)",
    "MATCH (n) CALL (n) { SET n.x = 1 } IN TRANSACTIONS",
    "CALL db.createLabel('Nope')",
    "CREATE USER x SET PASSWORD 'abcdefgh'",
]


@pytest.mark.parametrize("query", WRITES)
def test_reading_session_refuses_every_write(connection: Connection, neo4j_empty: Server, query: str) -> None:
    before = neo4j_empty.counts()
    with pytest.raises(Neo4jError):
        run_query(connection, query, {})
    assert neo4j_empty.counts() == before
    assert connection.rows("MATCH (n) WHERE n.x = 1 OR n:X OR n:Nope RETURN count(n)") == [[0]]


def test_write_is_allowed_where_it_is_said(connection: Connection) -> None:
    assert run_query(connection, "CREATE (:X)", {}, write=True).changed == {"nodes_created": 1, "labels_added": 1}
    assert run_query(connection, "MATCH (n:X) CALL (n) { DELETE n } IN TRANSACTIONS", {}, write=True).changed == {
        "nodes_deleted": 1
    }


def test_a_wrong_query_is_one_line(connection: Connection) -> None:
    with pytest.raises(Neo4jError, match="the query was refused: ") as caught:
        run_query(connection, "MATCH (n RETURN n", {})
    assert "\n" not in caught.value.message
    with pytest.raises(Neo4jError, match="missing"):
        run_query(connection, "RETURN $missing", {})


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ("name=贾敬敏", "贾敬敏"),
        ("n=5", 5),
        ("x=2.5", 2.5),
        ("t=true", True),
        ("none=null", None),
        ('s="5"', "5"),
        ("l=[1,2]", [1, 2]),
        ('m={"a":1}', {"a": 1}),
        ("e=", ""),
        ("q=a=b", "a=b"),
        ("big=99999999999999999999", "99999999999999999999"),
        ("d=2020-11-05", "2020-11-05"),
    ],
)
def test_parameters(pair: str, expected: object) -> None:
    assert list(parse_parameters([pair]).values()) == [expected]


@pytest.mark.parametrize("pair", ["name", "=x", "a b=1", "1a=2"])
def test_a_parameter_has_a_name(pair: str) -> None:
    with pytest.raises(KgnewsError, match="name=value"):
        parse_parameters([pair])


@pytest.mark.parametrize(
    "text", ["贾敬敏", "O'Brien\\", "\\u0027", "\\'", "a\nb\r\tc", '$name `x` "y"', "\\\\u0027 RETURN 1 //", ""]
)
def test_literals_keep_within_their_quotes(neo4j_connection: Connection, text: str) -> None:
    assert run_query(neo4j_connection, f"RETURN {literal([text, 1, True])} AS v", {}).rows == [[[text, 1, True]]]


def test_parse_value_of_odd_numbers() -> None:
    assert parse_value("1e400") == float("inf")
    assert parse_value("-9223372036854775808") == -(2**63)


def test_formats(neo4j_empty: Server, connection: Connection) -> None:
    from test_neo4j_cli import kgnews

    query = "MATCH (n:Person)-[r]->() RETURN n, n.name AS name, r.date AS date, [1, 2] AS l"
    answers = {
        name: kgnews(neo4j_empty, "query", query, "-f", name).stdout for name in ("json", "jsonl", "csv", "tsv", "md", "table")
    }
    assert json.loads(answers["json"])[0]["date"] == "2020-11-05"
    assert json.loads(answers["jsonl"])["name"] == "甲"
    assert next(csv.DictReader(io.StringIO(answers["csv"])))["n"] == "(:Person 甲)"
    assert next(csv.DictReader(io.StringIO(answers["tsv"]), delimiter="\t"))["l"] == "1、2"
    assert "2020-11-05" in answers["md"]
    assert "甲" in answers["table"]
