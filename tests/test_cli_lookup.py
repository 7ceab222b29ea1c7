"""The look-ups as a person types them, on the graph of the shipped samples."""

from __future__ import annotations

import csv
import io
import os
import pty
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kgnews.records import Page
from support.builds import build, seed_pages
from support.shell import kgnews

HOSTILE = "\x1b]0;owned\x07\x1b[31m\u202e"
COMMANDS = (
    ["search", "火炬"],
    ["show", "贾敬敏"],
    ["path", "贾敬敏", "蔡家华"],
    ["timeline", "贾敬敏"],
    ["common", "贾敬敏", "蔡家华"],
    ["who", "科技部火炬中心"],
    ["stats"],
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, and an article whose every part is hostile."""
    path = tmp_path_factory.mktemp("lookup") / "graph.db"
    text = f"7月3日，{HOSTILE}科技部火炬中心副主任温砚秋{HOSTILE}在[bold]北京[/bold]会见佛山市副市长[link=x]罗清河。"
    hostile = Page("hostile", text, f"{HOSTILE}标题[red]", "2021-07-04", source=HOSTILE, whole=True)
    summary = build(path, [*seed_pages(), hostile])
    assert summary.failures == []
    return path


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_pipe_gets_json_lines_with_proof_in_each(graph: Path, command: list[str]) -> None:
    done = kgnews(*command, "-g", graph)
    assert done.code == 0, done.err
    assert done.rows
    for row in done.rows:
        if "fact" in row and row.get("proofs"):
            assert all(row[key] for key in ("quote", "article", "article_date", "rule", "confidence")), row
    assert "\x1b" not in done.out + done.err


README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
TOLD = sorted(set(re.findall(r"^\.venv/bin/kgnews ((?:show|who|path) [^#\n]+?) +#", README, re.MULTILINE)))


def test_the_readme_shows_lookups() -> None:
    assert {told.split()[0] for told in TOLD} == {"show", "who", "path"}


@pytest.mark.parametrize("told", TOLD)
def test_lookups_of_the_readme_find_something(graph: Path, told: str) -> None:
    done = kgnews(*told.split(), "-g", graph)
    assert done.code == 0, done.err
    assert any(row.get("proofs") for row in done.rows), done.out + done.err


@pytest.mark.parametrize("format", ["json", "csv", "tsv", "md", "table"])
def test_other_formats_and_a_file(graph: Path, format: str, tmp_path: Path) -> None:
    done = kgnews("who", "科技部火炬中心", "-g", graph, "-f", format)
    assert done.code == 0
    assert "贾敬敏" in done.out
    assert "\x1b" not in done.out
    into = kgnews("who", "科技部火炬中心", "-g", graph, "-f", format, "-o", tmp_path / "x")
    assert (into.code, into.out) == (0, "")
    assert (tmp_path / "x").read_text(encoding="utf-8") == done.out


def test_show_has_every_quotation_and_the_graph_may_be_named_by_the_environment(graph: Path) -> None:
    done = kgnews("show", "贾敬敏", KGNEWS_GRAPH=str(graph))
    assert done.code == 0
    posts = [row for row in done.rows if row["section"] == "posts"]
    assert {row["title"] for row in posts} >= {"主任", "副主任"}
    assert all("贾敬敏" in row["quote"] for row in posts)


def test_show_batch(graph: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("\ufeff贾敬敏\n\n没有此人某\n蔡家华\n贾敬敏\n", encoding="utf-8")
    done = kgnews("show", "--batch", names, "-g", graph, "-f", "csv")
    assert done.code == 1
    assert {row["query"] for row in csv.DictReader(io.StringIO(done.out))} == {"贾敬敏", "蔡家华"}
    assert "没有此人某" in done.err
    piped = kgnews("show", "--batch", "-", "-g", graph, stdin="蔡家华\n")
    assert (piped.code, {row["query"] for row in piped.rows}) == (0, {"蔡家华"})


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_list_of_names_may_come_from_any_editor(graph: Path, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "names.txt").write_bytes("贾敬敏\r\n蔡家华\r\n".encode(encoding))
    done = kgnews("show", "--batch", tmp_path / "names.txt", "-g", graph)
    assert done.code == 0, done.err
    assert {row["query"] for row in done.rows} == {"贾敬敏", "蔡家华"}


@pytest.mark.parametrize("words", [("show", "--batch"), ("judgements", "import")])
def test_a_list_that_is_no_text_is_told(graph: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "names.txt").write_bytes(bytes(range(256)))
    done = kgnews(*words, tmp_path / "names.txt", "-g", graph)
    assert done.code == 3
    assert "names.txt: " in done.err


@pytest.mark.parametrize(
    "words", [["shw", "王"], ["show", "--limt", "3"], ["who"], ["search", "a", "--limit", "0"], ["-g", "x", "show"]]
)
def test_wrong_usage_is_one_line_and_a_hint(words: list[str]) -> None:
    done = kgnews(*words)
    assert done.code == 2
    assert done.err.startswith("kgnews: ")
    assert [line[:2] for line in done.err.splitlines()] == ["kg", "  "]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["show", "贾静敏"], 1, "是否指：贾敬敏"),
        (["show", "jiajingmin"], 1, "是否指：贾敬敏"),
        (["search", "绝对没有的话"], 1, "没有"),
        (["path", "贾敬敏", "科技部火炬中心", "--hops", "9"], 2, ""),
        (["path", "贾敬敏", "贾敬敏"], 2, "one entity"),
        (["timeline", "贾敬敏", "--since", "去年"], 2, "is no date"),
        (["timeline", "贾敬敏", "--since", "1999", "--until", "2000"], 1, "no facts"),
        (["why", "fact-0"], 1, "no fact"),
        (["show"], 2, "NAME"),
        (["show", "--batch", "/nowhere.txt"], 2, "/nowhere.txt"),
        (["nonsense"], 2, ""),
        (["show", "贾敬敏", "-f", "xlsx"], 2, ""),
    ],
)
def test_no_and_wrong_questions(graph: Path, words: list[str], code: int, told: str) -> None:
    done = kgnews(*words, *(["-g", str(graph)] if words[0] != "nonsense" else []))
    assert done.code == code
    assert told in done.err
    assert done.out == ""
    assert "Traceback" not in done.err


def test_why_shows_every_proof_and_a_rejected_claim_says_so(graph: Path) -> None:
    posts = [row for row in kgnews("show", "贾敬敏", "-g", graph).rows if row["section"] == "posts"]
    best = max(posts, key=lambda row: len(row["proofs"]))
    done = kgnews("why", best["fact"], "-g", graph)
    assert [proof["claim"] for proof in done.rows[0]["proofs"]] == [proof["claim"] for proof in best["proofs"]]
    flat = list(csv.DictReader(io.StringIO(kgnews("why", best["fact"], "-g", graph, "-f", "csv").out)))
    assert [row["article"] for row in flat] == [proof["article"] for proof in best["proofs"]]
    card = kgnews("why", best["fact"], "-g", graph, "-f", "table")
    assert all(proof["quotes"][0]["quote"] in card.out for proof in best["proofs"])


def on_terminal(*words: object) -> str:
    """The output of a command whose standard output is a terminal of 60 columns."""
    parent, child = pty.openpty()
    environment = os.environ | {"COLUMNS": "60", "TERM": "xterm-256color", "NO_COLOR": "1"}
    process = subprocess.Popen([sys.executable, "-m", "kgnews", *map(str, words)], stdout=child, stderr=child, env=environment)
    os.close(child)
    data = b""
    while True:
        try:
            piece = os.read(parent, 65536)
        except OSError:
            break
        if not piece:
            break
        data += piece
    process.wait(60)
    os.close(parent)
    return data.decode(errors="replace")


@pytest.mark.parametrize("command", [["show", "温砚秋"], ["search", "温砚秋"], ["timeline", "温砚秋"], ["show", HOSTILE + "x"]])
def test_a_terminal_gets_no_escape_of_an_article(graph: Path, command: list[str]) -> None:
    text = on_terminal(*command, "-g", graph)
    ours = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert "\x1b" not in ours
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", ours)
    if command[1] == "温砚秋":
        assert "温砚秋" in ours
        assert not ours.lstrip().startswith("{")


def test_locale_of_another_encoding(graph: Path) -> None:
    done = kgnews("show", "贾敬敏", "-g", graph, LC_ALL="C", PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert done.code == 0
    assert "贾敬敏" in done.out


def test_no_graph_there(tmp_path: Path) -> None:
    done = kgnews("show", "贾敬敏", cwd=tmp_path)
    assert done.code == 2
    assert "kgnews.db: no graph there" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_closed_pipe_is_no_error(graph: Path) -> None:
    command = f"{sys.executable} -m kgnews export -g {graph} | head -1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, timeout=60)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr


def quickest(words: list[object], times: int = 5) -> float:
    """Seconds of processor time of the quickest run: the machine may be busy, the program is what is measured."""
    found = []
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        kgnews(*words)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found)


def test_start_up_is_quick(graph: Path) -> None:
    assert quickest(["show", "贾敬敏", "-g", graph]) < 0.5
    assert quickest(["--help"]) < 0.3


def test_heavy_libraries_stay_out_of_help_and_show(graph: Path) -> None:
    script = (
        "import sys; sys.argv = sys.argv[1:]\n"
        "from kgnews.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "found = {name.split('.')[0] for name in sys.modules}\n"
        "heavy = {'neo4j', 'networkx', 'pyvis', 'numpy', 'rjieba', 'trafilatura', 'lxml', 'ahocorasick_rs'}\n"
        "print(sorted(found & heavy), file=sys.stderr)"
    )
    for words in (["--help"], ["show", "贾敬敏", "-g", str(graph)]):
        done = subprocess.run([sys.executable, "-c", script, "kgnews", *words], capture_output=True, text=True, timeout=60)
        assert done.stderr.strip().splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["who", "科技部火炬中心", "--on", "2021"], "贾敬敏 任职 科技部火炬中心 主任  当时在任"),
        (["path", "贾敬敏", "王冰"], "路径 path 1"),
        (["common", "贾敬敏", "蔡家华"], "蔡家华 出席 2020科技成果直通车"),
        (["timeline", "贾敬敏"], "报道 2020-03-12  贾敬敏 任职 科技部火炬中心 副主任 曾任"),
        (["show", "贾敬敏"], "（2019-09-18）—（2020-03-12 前）  科技部火炬中心 副主任（曾任）"),
    ],
)
def test_a_person_reads_facts_as_sentences_with_quotation_and_source(graph: Path, words: list[str], told: str) -> None:
    done = kgnews(*words, "-g", graph, "-f", "table")
    assert done.code == 0, done.err
    assert told in done.out
    assert "      “" in done.out
    assert "规则 " in done.out
    assert "fact-" in done.out
    assert not re.search(r"HOLDS_POSITION| former| appointed|object:|\x1b|\u202e", done.out)


def test_a_title_in_a_place_that_only_the_gazetteer_knows(graph: Path) -> None:
    assert "蔡家华" in {row["person"] for row in kgnews("who", "副市长", "广东", "-g", graph).rows}
    assert kgnews("who", "副市长", "火星", "-g", graph).code == 1
