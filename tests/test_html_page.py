"""The page as bytes: what it holds, that nothing in it can run or ask, and that it is always the same."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgnews import paths
from kgnews.errors import KgnewsError
from kgnews.html import Guide, Options, guide_from_ontology, render, render_split, write_file, write_folder
from kgnews.html.markup import escape, safe_link, tag
from kgnews.html.names import pinyin, readings
from kgnews.html.page import escape_json
from kgnews.html.payload import source_name
from kgnews.html.select import edge_dates, select
from kgnews.html.split import page_name
from kgnews.records import Edge, Graph, Node, Proof
from kgnews.schema import load_ontology
from support_html import RULES, make_graph

GUIDE = guide_from_ontology(load_ontology(paths.schema_dir()).model_dump(), RULES)


def block(page: bytes, name: str) -> dict[str, Any]:
    """The data of a block of a page."""
    found = re.search(rf'<script type="[^"]+" id="{name}"( data-coding="deflate")?>(.*?)</script>', page.decode(), re.S)
    assert found
    text = zlib.decompress(base64.b64decode(found[2])).decode() if found[1] else found[2]
    data: dict[str, Any] = json.loads(text)
    return data


def proof(article: str, date: str | None = None, quote: str = "甲出席乙") -> Proof:
    return Proof(f"claim-{article}", article, "attends", 0.9, (("fact", "text", 3, 3 + len(quote), quote),), date)


def small() -> Graph:
    nodes = (
        Node("award-1", "Award", "先进个人"),
        Node("article-1", "Article", "会议召开", (), {"date": "2020-11-06", "source": "/home/me/news/page.md"}, ("a1",)),
        Node("event-1", "Event", "大会", (), {"date": "2020-11-05"}, ("a1",)),
        Node("person-1", "Person", "张三", ("老张",), {}, ("a1",)),
        Node("person-2", "Person", "李四", (), {}, ("a1", "a2")),
        Node("person-3", "Person", "王五"),
    )
    edges = (
        Edge("f1", "ATTENDS", "person-1", "event-1", {}, (proof("a1", "2020-11-06"),), 0.9),
        Edge("f2", "ATTENDS", "person-2", "event-1", {}, (proof("a2", "2021-01-01"),), 0.6, doubtful=True),
        Edge("f3", "MEETS", "person-1", "person-2", {"date": "2019"}, (proof("a2"),), 0.8),
        Edge("f4", "RECEIVES_AWARD", "person-3", "award-1", {}, (proof("a3"),), 0.95),
        Edge("f5", "HELD_ON", "event-1", "event-1", {"date": "2020-11-05"}, (proof("a1"),), 0.95),
        Edge("f6", "MENTIONED_IN", "person-1", "article-1"),
    )
    return Graph(tuple(sorted(nodes, key=lambda node: node.id)), edges)


def test_same_graph_same_bytes_whatever_the_locale_and_the_seed_of_hashes(tmp_path: Path) -> None:
    code = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1])\n"
        "from support_html import make_graph\nfrom kgnews.html import *\n"
        "page = render(make_graph(300, 400), Options(title='\\u56fe\\u8c31'), Guide())\n"
        "from pathlib import Path; write_file(Path(sys.argv[2]), page)\n"
    )
    pages = set()
    for number, locale in enumerate(["zh_CN.GBK", "C", "en_US.UTF-8"]):
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHONUTF8"))}
        environment |= {
            "LC_ALL": locale,
            "LANG": locale,
            "PYTHONHASHSEED": str(number),
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        }
        target = tmp_path / f"{number}.html"
        subprocess.run([sys.executable, "-c", code, str(Path(__file__).parent), str(target)], check=True, env=environment)
        pages.add(target.read_bytes())
    assert len(pages) == 1
    page = pages.pop()
    assert "图谱".encode() in page
    assert page == render(make_graph(300, 400), Options(title="图谱"), Guide())


def test_the_policy_allows_exactly_this_script_and_this_style() -> None:
    page = render(small(), Options(), GUIDE).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    allowed = policy[1].replace("&#x27;", "'")
    assert "default-src 'none'" in allowed
    assert "unsafe" not in allowed
    assert "http" not in allowed
    for kind, text in (
        ("script-src", page.rsplit("<script>", 1)[1].split("</script>")[0]),
        ("style-src", page.split("<style>")[1].split("</style>")[0]),
    ):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in allowed
    assert page.index("Content-Security-Policy") < page.index("<style>")
    assert not re.search(r'(src|href)="(?!data:,)[^"#]*//', page.split("<script type")[0])


@given(st.text(alphabet=st.characters(codec=None, categories=None)))
def test_no_text_can_leave_a_data_block(text: str) -> None:
    written = escape_json(json.dumps({"name": text + "</script><!--<script>\u2028"}, ensure_ascii=False))
    assert not re.search("[<>&\u2028\u2029]", written)
    written.encode()
    assert json.loads(written)["name"] == text + "</script><!--<script>\u2028"


@given(st.text())
def test_markup_escapes_every_text_and_attribute(text: str) -> None:
    written = tag("a", text, title=text)
    assert re.fullmatch(r'<a title="[^"<>]*">[^<>]*</a>', written, re.S)
    assert "<" not in escape(text)


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://a.example/x?y=1", True), ("HTTP://a.example", True), ("javascript:alert(1)", False), ("", False),
        (" https://a.example", False), ("data:text/html,x", False), ("https://a.example/\"onclick=", False),
        ("java\nscript:x", False), ("//a.example", False),
    ],
)  # fmt: skip
def test_only_plain_web_addresses_are_linked(address: str, allowed: bool) -> None:
    assert (safe_link(address) is not None) == allowed


def test_dates_of_edges() -> None:
    assert edge_dates(small()) == {"f1": "2020-11-05", "f2": "2020-11-05", "f3": "2019", "f5": "2020-11-05", "f6": "2020-11-06"}


@pytest.mark.parametrize(
    ("options", "edges"),
    [
        (Options(), ["f1", "f2", "f3", "f4", "f5"]),
        (Options(since="2020"), ["f1", "f2", "f5"]),
        (Options(until="2019-12"), ["f3"]),
        (Options(since="2020-11-06"), []),
        (Options(since="2019", until="2020-11-05"), ["f1", "f2", "f3", "f5"]),
        (Options(min_confidence=0.85), ["f1", "f4", "f5"]),
        (Options(types=frozenset({"Person"})), ["f3"]),
        (Options(types=frozenset({"ATTENDS", "MEETS"})), ["f1", "f2", "f3"]),
        (Options(types=frozenset({"Person", "Event", "ATTENDS"})), ["f1", "f2"]),
        (Options(focus="person-3"), ["f4"]),
        (Options(focus="event-1", hops=1), ["f1", "f2", "f3", "f5"]),
    ],
)
def test_the_part_that_is_shown(options: Options, edges: list[str]) -> None:
    chosen = select(small(), options)
    assert [edge.id for edge in chosen.edges] == edges
    kept = {node.id for node in chosen.nodes}
    assert all({edge.source, edge.target} <= kept for edge in chosen.edges)


def test_payload_carries_every_proof_with_its_place() -> None:
    detail = block(render(small(), Options(), GUIDE), "detail")
    fact = detail["facts"][0]
    article, rule, confidence, quotes = fact[1][0]
    assert detail["articles"][article] == {"id": "a1", "title": "会议召开", "date": "2020-11-06", "source": "page.md"}
    assert detail["rules"][rule] == ["attends", RULES["attends"]]
    assert confidence == 0.9
    assert detail["claims"][0] == len("claim-a1")
    assert detail["claims"][1].startswith("claim-a1")
    assert quotes == [[0, "甲出席乙", "text", 3]]


def test_without_quotes_no_quotation_is_in_the_file() -> None:
    graph = make_graph(100)
    with_quotes, without = render(graph, Options(), GUIDE), render(graph, Options(quotes=False), GUIDE)
    quote = graph.edges[0].proofs[0].quotes[0][4]
    assert quote in json.dumps(block(with_quotes, "detail"), ensure_ascii=False)
    assert quote not in json.dumps(block(without, "detail"), ensure_ascii=False)


def test_a_large_graph_with_its_quotations_stays_below_two_megabytes() -> None:
    page = render(make_graph(10_000, 13_000), Options(), GUIDE)
    assert len(page) < 2_000_000
    core = block(page, "core")
    assert len(core["nodes"]["x"]) == 3000
    assert core["nodes"]["shown"] >= 10_000


def test_types_that_the_ontology_switches_off_start_switched_off() -> None:
    guide = guide_from_ontology(
        {
            "labels": {"Person": {"zh": "人物", "en": "person"}},
            "relations": {"MEETS": {"zh": "会见", "en": "meets", "default": "off"}},
        }
    )
    core = block(render(small(), Options(), guide), "core")
    assert {one["id"]: one["off"] for one in core["relations"]}["MEETS"] is True
    assert {one["id"]: one["off"] for one in core["labels"]} == {"Person": False, "Event": False, "Award": False}


@pytest.mark.parametrize(
    ("name", "person", "syllables"),
    [
        ("曾国强", True, "zeng guo qiang"), ("单田", True, "shan tian"), ("重庆市", False, "chong qing shi"),
        ("吕梁", False, "lv liang"), ("ABC", True, ""), ("2020第九届大赛", False, "di jiu jie da sai"),
    ],
)  # fmt: skip
def test_pinyin(name: str, person: bool, syllables: str) -> None:
    assert pinyin(name, person=person) == syllables


def test_readings_tell_by_character_and_list_what_reads_otherwise() -> None:
    told = readings([("张伟", True), ("曾伟", True), ("未曾", False), ("曾国", True), ("ABC", False)])
    assert told == {"table": {"伟": "wei", "国": "guo", "张": "zhang", "曾": "zeng", "未": "wei"}, "other": {"2": "wei ceng"}}


def test_pinyin_of_hostile_names_is_short() -> None:
    assert len(pinyin("张" * 10_000, person=True)) < 200


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("/home/me/p.md", "p.md"),
        (r"C:\news\p.md", "p.md"),
        ("江云日报", "江云日报"),
        ("https://a.example/b", "https://a.example/b"),
    ],
)
def test_a_page_tells_no_paths_of_the_machine_that_wrote_it(source: str, shown: str) -> None:
    assert source_name(source) == shown


def test_split_writes_an_index_and_linked_pages(tmp_path: Path) -> None:
    pages = dict(render_split(small(), Options(title="分页"), GUIDE))
    assert set(pages) == {"index.html"} | {
        f"entities/{name}.html" for name in ("award-1", "event-1", "person-1", "person-2", "person-3")
    }
    event = pages["entities/event-1.html"].decode()
    assert 'href="person-1.html"' in event
    assert "甲出席乙" in event
    assert "<script" not in event
    for name, page in pages.items():
        for target in re.findall(r'href="([\w~-]+)\.html"', page.decode()):
            assert f"entities/{target}.html" in pages, (name, target)
    assert write_folder(tmp_path / "site", pages.items()) == 6
    (tmp_path / "site/entities/old.html").write_text("old", encoding="utf-8")
    write_folder(tmp_path / "site", pages.items())
    assert not (tmp_path / "site/entities/old.html").exists()
    assert (tmp_path / "site/index.html").read_bytes() == pages["index.html"]


@given(st.lists(st.text(min_size=1), min_size=2, max_size=2, unique=True))
def test_different_ids_have_different_safe_file_names(ids: list[str]) -> None:
    names = [page_name(one) for one in ids]
    assert names[0] != names[1]
    assert all(re.fullmatch(r"[A-Za-z0-9_~-]+", name) for name in names)


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]
    with pytest.raises(KgnewsError, match="no such folder"):
        write_file(tmp_path / "none" / "page.html", b"new")
