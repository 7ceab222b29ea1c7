"""`kgnews html` from a graph file to a page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kgnews.cli import app
from kgnews.errors import KgnewsError, NotFoundError

ARTICLES = [
    {
        "id": "a1",
        "date": "2020-11-06",
        "title": "创新论坛在江云市举行",
        "text": "11月5日，江云创新发展论坛在江云会展中心举行。论坛由江云市科学技术局主办。"
        "江云市科学技术局局长陈志远出席论坛并致辞。",
    },
    {
        "id": "a2",
        "date": "2021-03-02",
        "title": "座谈会",
        "text": "江云大学校长林晓峰主持座谈会。江云大学副校长陈志远出席座谈会。",
    },
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("html-cli")
    (folder / "news.jsonl").write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in ARTICLES), encoding="utf-8")
    result = CliRunner().invoke(app, ["build", str(folder / "news.jsonl"), "-g", str(folder / "news.db")])
    assert result.exit_code == 0, result.output
    return folder / "news.db"


def run(graph: Path, *arguments: str) -> None:
    result = CliRunner().invoke(app, ["html", "-g", str(graph), *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output


def core(page: Path) -> dict[str, dict[str, list[str]]]:
    found = re.search(r'<script type="application/json" id="core">(.*?)</script>', page.read_text(encoding="utf-8"))
    assert found
    data: dict[str, dict[str, list[str]]] = json.loads(found[1])
    return data


def test_the_whole_graph(graph: Path, tmp_path: Path) -> None:
    page = tmp_path / "all.html"
    run(graph, "-o", str(page), "--title", "样例<1>")
    names = core(page)["nodes"]["name"]
    assert "陈志远" in names
    assert "样例&lt;1&gt;" in page.read_text(encoding="utf-8")
    again = tmp_path / "again.html"
    run(graph, "-o", str(again), "--title", "样例<1>")
    assert again.read_bytes() == page.read_bytes()


def test_a_part_by_focus_type_and_time(graph: Path, tmp_path: Path) -> None:
    page = tmp_path / "part.html"
    run(graph, "-o", str(page), "--focus", "林晓峰", "--hops", "1")
    assert "江云会展中心" not in core(page)["nodes"]["name"]
    assert core(page)["focus"]
    run(graph, "-o", str(page), "--type", "任职")
    assert [one["id"] for one in core(page)["relations"]] == ["HOLDS_POSITION"]  # type: ignore[index]
    run(graph, "-o", str(page), "--until", "2020", "--lang", "en")
    assert "林晓峰" not in core(page)["nodes"]["name"]


def test_split(graph: Path, tmp_path: Path) -> None:
    run(graph, "--split", str(tmp_path / "site"))
    assert (tmp_path / "site/index.html").exists()
    assert len(list((tmp_path / "site/entities").glob("*.html"))) >= 4


def test_a_path_as_a_page(graph: Path, tmp_path: Path) -> None:
    page = tmp_path / "path.html"
    result = CliRunner().invoke(app, ["path", "-g", str(graph), "江云市科学技术局", "江云会展中心", "--html", str(page)])
    assert result.exit_code == 0, result.output
    names = core(page)["nodes"]["name"]
    ids = core(page)["nodes"]["id"]
    assert [names[ids.index(end)] for end in core(page)["path"]] == ["江云市科学技术局", "江云会展中心"]


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (["--focus", "没有这个人"], NotFoundError, "没有这个人"),
        (["--type", "出息"], KgnewsError, "neither a label nor a relation"),
        (["--since", "yesterday"], KgnewsError, "is no date"),
        (["--lang", "fr"], KgnewsError, "no such language"),
        (["-o", "/nowhere/at/all.html"], KgnewsError, "no such folder"),
    ],
)
def test_what_cannot_be_done_is_said(graph: Path, arguments: list[str], error: type[KgnewsError], words: str) -> None:
    with pytest.raises(error, match=words):
        run(graph, *arguments)
