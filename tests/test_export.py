"""Exports are read back by libraries that are not ours, hold everything, and are the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import networkx
import pytest
import rdflib

from contract_graphstore import GRAPH as HOSTILE_GRAPH
from contract_graphstore import HOSTILE
from kgnews import paths
from kgnews.errors import KgnewsError
from kgnews.export import folder, stream
from kgnews.export.ftm import _ENDS
from kgnews.records import Edge, Graph, Node, Proof
from kgnews.records.safe import xml_text
from kgnews.records.serial import edge_from_json, node_from_json
from kgnews.schema import load_ontology
from kgnews.store.neo4j_codec import Codec
from support.readings import sample_graph

ONTOLOGY = load_ontology(paths.schema_dir())
ROWS = Codec("kgnews")
ROOT = Path(__file__).parents[1]
FTM = json.loads((Path(__file__).parent / "data" / "followthemoney.json").read_text(encoding="utf-8"))["schemata"]
KG = rdflib.Namespace("urn:kgnews:")
SCHEMA = rdflib.Namespace("https://schema.org/")

FORMULAS = Graph(
    (Node("p", "Person", '=HYPERLINK("http://evil")', ("+1", "@a", "-b"), {}, ("\t=1",)), Node("q", "Person", " \r\n=2")),
    (Edge("f", "MEETS", "p", "q", {"place": "@SUM(A1)"}, (Proof("c", "=a", "r", 1.0, (("fact", "text", 0, 2, "＝1"),)),)),),
)
GRAPHS = {"sample": sample_graph(), "hostile": HOSTILE_GRAPH, "formulas": FORMULAS, "empty": Graph()}
graphs = pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS.keys())


def text_of(graph: Graph, name: str) -> str:
    return "".join(stream(graph, name, ONTOLOGY, ROWS))


def files_of(graph: Graph, name: str) -> dict[str, str]:
    return {file: "".join(pieces) for file, pieces in folder(graph, name, ROWS)}


@graphs
def test_jsonl_gives_back_the_graph(graph: Graph) -> None:
    rows = [json.loads(line) for line in text_of(graph, "jsonl").splitlines()]
    nodes = tuple(node_from_json(row) for row in rows if row["kind"] == "node")
    edges = tuple(edge_from_json(row) for row in rows if row["kind"] == "edge")
    assert Graph(nodes, edges) == graph


@graphs
def test_graphml_is_read_by_networkx(graph: Graph) -> None:
    net = networkx.parse_graphml(text_of(graph, "graphml"), force_multigraph=True)
    assert set(net.nodes) == {node.id for node in graph.nodes}
    found = {(source, target, key) for source, target, key in net.edges(keys=True)}
    assert found == {(edge.source, edge.target, edge.id) for edge in graph.edges}
    for node in graph.nodes:
        assert (net.nodes[node.id]["label"].split(), net.nodes[node.id]["kind"]) == (xml_text(node.name).split(), node.label)
    for edge in graph.edges:
        data = net.edges[edge.source, edge.target, edge.id]
        assert (data["relation"], data["confidence"], data["doubtful"]) == (edge.type, edge.confidence, edge.doubtful)
        quotes = [xml_text(quote[4]) for proof in edge.proofs for quote in proof.quotes]
        assert all(quote.replace("\r", "\n") in data["quotes"] for quote in quotes)


@graphs
def test_gexf_is_read_by_networkx_and_has_no_date_of_today(graph: Graph, tmp_path: Path) -> None:
    text = text_of(graph, "gexf")
    assert "lastmodified" not in text
    (tmp_path / "graph.gexf").write_text(text, encoding="utf-8")
    net = networkx.read_gexf(tmp_path / "graph.gexf")
    assert set(net.nodes) == {node.id for node in graph.nodes}
    relations = sorted((source, target, data["relation"]) for source, target, data in net.edges(data=True))
    assert relations == sorted((edge.source, edge.target, edge.type) for edge in graph.edges)


@graphs
def test_turtle_and_jsonld_say_the_same_to_rdflib(graph: Graph) -> None:
    turtle = rdflib.Graph().parse(data=text_of(graph, "turtle"), format="turtle")
    jsonld = rdflib.Graph().parse(data=text_of(graph, "jsonld"), format="json-ld")
    assert set(turtle) == set(jsonld)
    for edge in graph.edges:
        own = KG[edge.id]
        assert (own, rdflib.RDF.predicate, KG[edge.type]) in turtle
        quotes = {str(text) for proof in turtle.objects(own, KG.proof) for part in turtle.objects(proof, KG.quotation)
                  for text in turtle.objects(part, KG.quote)}  # fmt: skip
        assert quotes == {quote[4] for proof in edge.proofs for quote in proof.quotes}
        assert len(set(turtle.objects(own, KG.proof))) == len(edge.proofs)
    for node in graph.nodes:
        assert (KG[node.id], rdflib.RDFS.label, rdflib.Literal(node.name)) in turtle


def test_rdf_uses_the_terms_of_schema_org() -> None:
    found = rdflib.Graph().parse(data=text_of(sample_graph(), "turtle"), format="turtle")
    label = {str(name): key for key, name in found.subject_objects(rdflib.RDFS.label)}
    event, body = label["创新大赛"], label["火炬中心"]
    assert (event, SCHEMA.organizer, body) in found
    assert (event, SCHEMA.location, label["杭州"]) in found
    assert (event, SCHEMA.startDate, rdflib.Literal("2020-11-05", datatype=rdflib.XSD.date)) in found
    assert (event, rdflib.RDF.type, SCHEMA.Event) in found
    article = label["创新大赛开幕"]
    assert (article, SCHEMA.url, rdflib.URIRef("https://example.org/1")) in found
    assert (article, SCHEMA.datePublished, rdflib.Literal("2020-11-09", datatype=rdflib.XSD.date)) in found
    doubtful = next(edge for edge in sample_graph().edges if edge.doubtful)
    assert (KG[doubtful.source], KG[doubtful.type], KG[doubtful.target]) not in found


def is_a(schema: str, other: str) -> bool:
    return other in FTM[schema]["is_a"]


@graphs
def test_followthemoney_entities_keep_to_the_model(graph: Graph) -> None:
    """The model is a copy of followthemoney's (its package holds networkx back, so that it is not installed here)."""
    entities: dict[str, dict[str, Any]] = {}
    for line in text_of(graph, "ftm").splitlines():
        entity = json.loads(line)
        assert entity["id"] not in entities
        entities[entity["id"]] = entity
    expected = {node.id for node in graph.nodes} | {edge.id for edge in graph.edges if edge.type != "HELD_ON"}
    assert set(entities) == expected
    for entity in entities.values():
        model = FTM[entity["schema"]]
        assert not model["abstract"]
        assert set(model["required"]) <= set(entity["properties"])
        for name, values in entity["properties"].items():
            kind, reach = model["properties"][name]
            assert values
            assert all(isinstance(value, str) for value in values)
            if kind == "date":
                assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value) for value in values)
            if kind == "entity":
                assert all(is_a(entities[value]["schema"], reach) for value in values), (entity, name)
        if model["edge"]:
            assert all(len(entity["properties"][end]) == 1 for end in model["edge"])


def test_every_relation_of_the_ontology_has_ends_in_followthemoney() -> None:
    for name, relation in ONTOLOGY.relations.items():
        schema = relation.ftm
        if schema is None:
            assert name in ("HELD_ON", "ATTRIBUTE")
            continue
        assert FTM[schema]["edge"], name
        for ours, theirs in zip((relation.subject, relation.object), _ENDS.get(schema, ()), strict=False):
            kinds = {ONTOLOGY.labels[label].ftm or "" for label in ours if label in ONTOLOGY.labels}
            assert all(is_a(kind, FTM[schema]["properties"][theirs][1]) for kind in kinds), name
    for name, label in ONTOLOGY.labels.items():
        assert label.ftm in FTM, name
        assert not FTM[label.ftm]["abstract"], name


def read_csv(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff"), "Excel takes it for GBK otherwise"
    return list(csv.DictReader(io.StringIO(text[1:])))


@graphs
def test_csv_holds_every_node_edge_and_quotation(graph: Graph) -> None:
    files = files_of(graph, "csv")
    assert set(files) == {"nodes.csv", "edges.csv", "proofs.csv"}
    assert [row["id"] for row in read_csv(files["nodes.csv"])] == [node.id for node in graph.nodes]
    edges = read_csv(files["edges.csv"])
    assert [(row["id"], row["source"], row["target"]) for row in edges] == [(e.id, e.source, e.target) for e in graph.edges]
    quotes = [(edge.id, str(quote[2])) for edge in graph.edges for proof in edge.proofs for quote in proof.quotes]
    assert [(row["edge"], row["start"]) for row in read_csv(files["proofs.csv"])] == quotes


@graphs
def test_no_cell_is_a_formula_and_none_has_controls(graph: Graph) -> None:
    for text in files_of(graph, "csv").values():
        for row in read_csv(text):
            for cell in row.values():
                assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
                assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", cell)


@graphs
def test_cypher_is_one_statement_a_line_and_says_nothing_raw(graph: Graph) -> None:
    lines = text_of(graph, "cypher").splitlines()
    assert len(lines) == 1 + len(graph.nodes) + len(graph.edges)
    for line in lines:
        assert line.endswith(";")
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', '""', line)
        assert line.isprintable()
        assert "DROP" not in bare
        assert "DETACH" not in bare
        assert bare.count('"') % 2 == 0
    strings = {json.loads(text) for line in lines for text in re.findall(r'"(?:[^"\\]|\\.)*"', line)}
    assert {node.name for node in graph.nodes} <= strings
    assert {quote[4] for edge in graph.edges for proof in edge.proofs for quote in proof.quotes} <= strings


def test_cypher_literals() -> None:
    from kgnews.export.neo4j import _literal

    assert _literal([True, 1, 0.5, date(2020, 11, 5), 'a"\\\n\u202e😀']) == (
        '[true, 1, 0.5, date(\'2020-11-05\'), "a\\"\\\\\\n\\u202e😀"]'
    )
    assert _literal("\U000e0001") == '"\\udb40\\udc01"'


@graphs
def test_neo4j_admin_files_have_typed_headers_and_every_row(graph: Graph) -> None:
    files = files_of(graph, "neo4j-admin")
    arguments = files.pop("import.args").splitlines()
    named = {line.split("=")[-1] for line in arguments if line.startswith(("--nodes", "--relationships"))}
    assert named == set(files)
    nodes, edges = [], []
    for name, text in files.items():
        rows = list(csv.DictReader(io.StringIO(text)))
        assert all(re.fullmatch(r":[A-Z_]+|\w+:(ID|string|string\[\]|long|double|boolean|date)", key) for key in rows[0])
        (nodes if name.startswith("nodes-") else edges).extend(rows)
    assert sorted(row["key:ID"] for row in nodes) == sorted(f"kgnews:{node.id}" for node in graph.nodes)
    ends = sorted((row[":START_ID"], row[":END_ID"]) for row in edges)
    assert ends == sorted((f"kgnews:{edge.source}", f"kgnews:{edge.target}") for edge in graph.edges)
    assert {row["name:string"] for row in nodes} == {node.name for node in graph.nodes}


def test_a_missing_value_is_not_an_empty_text() -> None:
    graph = Graph((Node("a", "Event", "甲", (), {"date": "2020-11-05"}), Node("b", "Event", "乙")))
    text = files_of(graph, "neo4j-admin")["nodes-Event.csv"]
    assert '"date:date"' in text
    assert text.count('"2020-11-05"') == 1
    assert ",," in text, "the date of the second"


HASHES = """
import hashlib
import test_export as t
from kgnews.export.ftm import _ENDS
from kgnews.export import FOLDER_FORMATS, STREAM_FORMATS
for name, graph in t.GRAPHS.items():
    texts = [t.text_of(graph, key) for key in STREAM_FORMATS] + [repr(t.files_of(graph, key)) for key in FOLDER_FORMATS]
    print(name, *(hashlib.sha256(text.encode()).hexdigest() for text in texts))
"""


def test_same_graph_same_bytes_in_another_process_and_locale() -> None:
    found = set()
    for seed, locale, zone in (("1", "C", "UTC"), ("2", "zh_CN.GBK", "Asia/Shanghai")):
        changes = {"PYTHONPATH": "tests", "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", HASHES],
            env=os.environ | changes,
            cwd=Path(__file__).parents[1],
            check=True,
            capture_output=True,
        )
        found.add(done.stdout)
    assert len(found) == 1
    assert found.pop().count(b"\n") == len(GRAPHS)


def test_unknown_formats_are_told() -> None:
    for call in (lambda: text_of(Graph(), "xlsx"), lambda: files_of(Graph(), "xlsx")):
        with pytest.raises(KgnewsError, match="xlsx"):
            call()


def test_hostile_names_are_hostile() -> None:
    """The graph of the contract has what these tests are about."""
    assert "\x1b" in HOSTILE
    assert any(HOSTILE in node.name for node in HOSTILE_GRAPH.nodes)
