"""Decisions of people, through the command line: they change the graph, outlive a rebuild, and undoing restores the bytes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kgnews.cli import app
from kgnews.cli.errors import describe
from kgnews.errors import KgnewsError
from kgnews.records.graphstore import NodeQuery
from kgnews.store.ledger import Ledger

# Invented people and events.
ARTICLES = [
    {
        "id": "n1",
        "date": "2020-05-06",
        "title": "佛山市召开科技创新大会",
        "text": "5月6日，佛山市科技创新大会在佛山市举行。佛山市市长张伟出席会议并讲话。佛山市科技局局长逄金鸽主持会议。",
    },
    {
        "id": "n2",
        "date": "2020-05-12",
        "title": "兰州市举行文化旅游节",
        "text": "5月12日，2020兰州市黄河文化旅游节在兰州市开幕。兰州市市长张伟致辞。甘肃省文旅厅厅长亓明湛出席开幕式。",
    },
    {
        "id": "n3",
        "date": "2021-03-02",
        "title": "逄金鸽会见企业家",
        "text": "3月2日，逄金鸽出席2021岭南创客大会并致辞。大会由广东省科技厅主办。",
    },
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("curate")
    source = folder / "news.jsonl"
    source.write_text("\n".join(json.dumps(item, ensure_ascii=False) for item in ARTICLES), encoding="utf-8")
    graph = folder / "kgnews.db"
    assert run(graph, "build", str(source), "-j", "1").exit_code == 0
    return graph


@pytest.fixture
def graph(built: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "kgnews.db"
    shutil.copy(built, copy)
    return copy


def run(graph: Path, *words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [*words, "-g", str(graph)], input=stdin)


def exported(graph: Path) -> str:
    result = run(graph, "export", "-f", "jsonl", "--doubtful")
    assert result.exit_code == 0
    return result.stdout


def people(graph: Path, name: str) -> list[str]:
    with Ledger.open(graph) as opened:
        return [node.id for node in opened.graph.nodes(NodeQuery(name=name, labels=("Person",)))]


def test_one_name_two_people(graph: Path) -> None:
    assert len(people(graph, "张伟")) == 2


def test_merge_and_undo_restore_the_bytes(graph: Path) -> None:
    before = exported(graph)
    merged = run(graph, "merge", "张伟", "-m", "同一人", "--by", "审核员")
    assert merged.exit_code == 0, merged.output
    assert len(people(graph, "张伟")) == 1
    assert exported(graph) != before
    assert run(graph, "undo").exit_code == 0
    assert exported(graph) == before


def test_a_merge_outlives_a_rebuild_and_the_old_id_is_its_member(graph: Path) -> None:
    old = people(graph, "张伟")
    run(graph, "merge", *old)
    assert people(graph, "张伟") == [min(old, key=lambda key: key not in people(graph, "张伟"))]
    merged = exported(graph)
    assert run(graph, "build").exit_code == 0
    assert exported(graph) == merged


def test_split_and_undo(graph: Path) -> None:
    run(graph, "merge", "张伟")
    before = exported(graph)
    assert run(graph, "split", "张伟", "-a", "n2").exit_code == 0
    assert len(people(graph, "张伟")) == 2
    assert run(graph, "undo").exit_code == 0
    assert exported(graph) == before


def test_a_split_of_many_articles_is_one_decision(graph: Path, tmp_path: Path) -> None:
    more = [{"id": f"p{n}", "date": f"2020-{n + 1:02}-03", "text": f"国务院总理岑达豫第{n}次出席会议。"} for n in range(9)]
    (tmp_path / "more.jsonl").write_text("\n".join(json.dumps(item, ensure_ascii=False) for item in more), encoding="utf-8")
    assert run(graph, "build", str(tmp_path / "more.jsonl")).exit_code == 0
    before = exported(graph)
    assert len(people(graph, "岑达豫")) == 1
    assert run(graph, "split", "岑达豫", "-a", "p0", "-a", "p8").exit_code == 0
    assert len(people(graph, "岑达豫")) == 2
    assert run(graph, "undo").exit_code == 0
    assert exported(graph) == before


def test_a_rejected_fact_is_found_by_its_id(graph: Path) -> None:
    before = exported(graph)
    fact = next(json.loads(line)["id"] for line in before.splitlines() if "HOLDS_POSITION" in line)
    assert run(graph, "reject", fact).exit_code == 0
    assert fact not in exported(graph)
    assert run(graph, "reject", fact, "--withdraw").exit_code == 0
    assert exported(graph) == before
    assert run(graph, "reject", fact).exit_code == 0
    assert run(graph, "confirm", fact).exit_code == 0
    assert fact in exported(graph)


def test_split_needs_some_but_not_all_articles(graph: Path) -> None:
    run(graph, "merge", "张伟")
    result = run(graph, "split", "张伟", "-a", "n1", "-a", "n2")
    assert isinstance(result.exception, KgnewsError)
    assert "n1" in describe(result.exception)[1]


def test_two_kinds_are_never_one(graph: Path) -> None:
    result = run(graph, "merge", "张伟", "广东省科技厅")
    assert isinstance(result.exception, KgnewsError)


def test_reject_and_withdraw(graph: Path) -> None:
    before = exported(graph)
    edge = next(json.loads(line) for line in before.splitlines() if "HOLDS_POSITION" in line)
    assert run(graph, "reject", edge["id"], "-m", "误读").exit_code == 0
    assert edge["id"] not in exported(graph)
    run(graph, "build")
    assert edge["id"] not in exported(graph)
    claim = edge["proofs"][0]["claim"]
    assert run(graph, "reject", claim, "--withdraw").exit_code == 0
    assert exported(graph) == before


def test_file_of_judgements_comes_back(graph: Path, tmp_path: Path) -> None:
    before = exported(graph)
    run(graph, "merge", "张伟", "-m", "同一人", "--by", "甲")
    after = exported(graph)
    file = tmp_path / "judgements.jsonl"
    assert run(graph, "judgements", "export", "-o", str(file)).exit_code == 0
    line = json.loads(file.read_text(encoding="utf-8"))
    assert set(line) == {"left", "right", "decision", "by", "when", "why"}
    run(graph, "undo")
    assert exported(graph) == before
    assert run(graph, "judgements", "import", str(file)).exit_code == 0
    assert exported(graph) == after
    again = run(graph, "judgements", "import", str(file))
    assert "0 decisions" in again.output


@pytest.mark.parametrize(
    "line", ["{", '{"left": "a", "right": "a", "decision": "same"}', '{"claim": "x", "ruling": "maybe"}', "[]"]
)
def test_a_bad_line_is_named_and_nothing_is_kept(graph: Path, line: str) -> None:
    good = '{"left": "Person:甲@1", "right": "Person:乙@2", "decision": "same"}'
    result = run(graph, "judgements", "import", "-", stdin=f"{good}\n{line}\n")
    assert isinstance(result.exception, KgnewsError)
    assert ":2:" in str(result.exception)
    assert run(graph, "judgements", "list").stdout == ""


def test_review_asks_and_takes_back(graph: Path) -> None:
    before = exported(graph)
    queue = [json.loads(line) for line in run(graph, "review", "--list", "-f", "jsonl").stdout.splitlines()]
    assert "逄金鸽" in {row["left"] for row in queue}
    assert all(row["features"] for row in queue)
    answered = run(graph, "review", "-l", "Person", stdin="s\nz\ns\n" + "k\n" * len(queue))
    assert answered.exit_code == 0, answered.output
    assert "1 decisions" in answered.output
    left = [json.loads(line) for line in run(graph, "review", "--list", "-f", "jsonl").stdout.splitlines()]
    assert len(left) == len(queue) - 1
    run(graph, "undo")
    assert exported(graph) == before


def test_unsure_leaves_the_graph_and_the_queue(graph: Path) -> None:
    before = exported(graph)
    asked = run(graph, "review", "--list", "-f", "jsonl").stdout.splitlines()
    run(graph, "review", stdin="u\nq\n")
    assert len(run(graph, "review", "--list", "-f", "jsonl").stdout.splitlines()) == len(asked) - 1
    assert exported(graph) == before
