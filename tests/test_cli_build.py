"""build, remove, export, demo and doctor as a person types them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from support.builds import DATE, SEEDS, many_pages, write_jsonl
from support.shell import kgnews

TEXT = "7月3日，科技部火炬中心主任贾敬敏在北京会见佛山市市长罗清河。"
ARTICLE = {"id": "a", "date": "2021-07-04", "title": "会见", "text": TEXT}


def line(**changes: object) -> str:
    return json.dumps(ARTICLE | changes, ensure_ascii=False) + "\n"


def seeds() -> list[Path]:
    return sorted(path for path in SEEDS.iterdir() if path.stem != "README")


def test_build_show_again_remove(tmp_path: Path) -> None:
    done = kgnews("build", *seeds(), "--date", DATE, cwd=tmp_path)
    assert (done.code, done.out) == (0, ""), done.err
    assert "0 failed" in done.err
    again = kgnews("build", *seeds(), "--date", DATE, cwd=tmp_path)
    assert again.code == 0
    assert "0 articles read; 0 changes" in again.err
    removed = kgnews("remove", "newspaper-page-2020-11", cwd=tmp_path)
    assert removed.code == 0
    assert "removed: newspaper-page-2020-11#1" in removed.err
    assert kgnews("show", "钱叶叶", cwd=tmp_path).code == 1
    assert kgnews("show", "梁书远", cwd=tmp_path).code == 0
    assert kgnews("remove", "nobody", cwd=tmp_path).code == 1


def test_standard_input_and_an_empty_build(tmp_path: Path) -> None:
    done = kgnews("build", "-", cwd=tmp_path, stdin=line())
    assert done.code == 0, done.err
    assert kgnews("show", "罗清河", cwd=tmp_path).code == 0
    assert kgnews("build", cwd=tmp_path).code == 0


def test_date_and_home_are_for_inputs_that_have_none(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("会见\n\n" + TEXT, encoding="utf-8")
    assert kgnews("build", "x.txt", "--date", "2019-07-04", "--id", "mine", cwd=tmp_path).code == 0
    rows = kgnews("show", "罗清河", cwd=tmp_path).rows
    assert {row["article_date"] for row in rows} == {"2019-07-04"}
    assert {row["article"].split("#")[0] for row in rows} == {"mine"}
    assert kgnews("build", "x.txt", "--date", "yesterday", cwd=tmp_path).code == 2


def test_bad_inputs_are_listed_and_the_rest_is_kept(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text(line() + "{broken\n" + line(id="b", text="") + line(id="c"), encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    done = kgnews("build", "news.jsonl", "empty.txt", "missing.txt", cwd=tmp_path)
    assert done.code == 3
    failed = [item for item in done.err.splitlines() if item.startswith("failed")]
    assert len(failed) == 4
    assert any("news.jsonl, line 2" in item for item in failed)
    assert "2 articles" in done.err.splitlines()[-1]
    assert kgnews("show", "罗清河", cwd=tmp_path).code == 0


def test_the_same_id_twice_in_one_build_is_an_error_and_later_a_replacement(tmp_path: Path) -> None:
    other = TEXT.replace("罗清河", "孟长河")
    (tmp_path / "one.jsonl").write_text(line(), encoding="utf-8")
    (tmp_path / "two.jsonl").write_text(line(text=other), encoding="utf-8")
    both = kgnews("build", "one.jsonl", "two.jsonl", "-g", "both.db", cwd=tmp_path)
    assert both.code == 3
    assert "comes again" in both.err
    assert kgnews("build", "one.jsonl", "one.jsonl", "-g", "same.db", cwd=tmp_path).code == 0
    assert kgnews("build", "one.jsonl", cwd=tmp_path).code == 0
    assert kgnews("build", "two.jsonl", cwd=tmp_path).code == 0
    assert kgnews("show", "罗清河", cwd=tmp_path).code == 1
    assert kgnews("show", "孟长河", cwd=tmp_path).code == 0


def test_the_graph_does_not_depend_on_where_its_inputs_lie(tmp_path: Path) -> None:
    for name in ("here", "there"):
        (tmp_path / name / "deep").mkdir(parents=True)
        for path in seeds():
            shutil.copy(path, tmp_path / name / "deep")
    assert kgnews("build", "here", "--date", DATE, "-g", "1.db", cwd=tmp_path).code == 0
    assert (
        kgnews(
            "build", *sorted((tmp_path / "there/deep").iterdir(), reverse=True), "--date", DATE, "-g", "2.db", cwd=tmp_path
        ).code
        == 0
    )
    for number in "12":
        assert kgnews("export", "-g", f"{number}.db", "-o", f"{number}.jsonl", cwd=tmp_path).code == 0
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_wrong_graphs(tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("this is a text and no database, whatever its name may say" * 30)
    for words in (["build", "-"], ["show", "x"], ["export"]):
        done = kgnews(*words, "-g", "no.db", cwd=tmp_path, stdin=line())
        assert done.code == 2, done.err
        assert "cannot be opened" in done.err
    assert (tmp_path / "no.db").read_text().startswith("this is a text")
    assert kgnews("build", "-", "-g", "nowhere/x.db", cwd=tmp_path, stdin=line()).code == 2


@pytest.mark.parametrize("format", ["jsonl", "graphml", "gexf", "ftm", "turtle", "jsonld", "cypher"])
def test_export_to_a_pipe_and_to_a_file_are_the_same(tmp_path_factory: pytest.TempPathFactory, format: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    if not (folder / "small.db").exists():
        assert kgnews("build", "-", "-g", "small.db", cwd=folder, stdin=line()).code == 0
    piped = kgnews("export", "-f", format, "-g", "small.db", cwd=folder)
    assert piped.code == 0
    assert "罗清河" in piped.out
    assert kgnews("export", "-f", format, "-g", "small.db", "-o", f"x.{format}", cwd=folder).code == 0
    assert (folder / f"x.{format}").read_text(encoding="utf-8") == piped.out


def test_export_of_folders(tmp_path: Path) -> None:
    kgnews("build", "-", cwd=tmp_path, stdin=line())
    assert kgnews("export", "-f", "csv", cwd=tmp_path).code == 2
    assert kgnews("export", "-f", "csv", "-o", "out/tables", cwd=tmp_path).code == 0
    assert {path.name for path in (tmp_path / "out/tables").iterdir()} == {"nodes.csv", "edges.csv", "proofs.csv"}
    assert kgnews("export", "-f", "neo4j-admin", "-o", "admin", cwd=tmp_path).code == 0
    assert (tmp_path / "admin" / "import.args").exists()
    assert kgnews("export", "-f", "xlsx", cwd=tmp_path).code == 2


def test_demo(tmp_path: Path) -> None:
    done = kgnews("demo", "try", cwd=tmp_path)
    assert done.code == 0, done.err
    assert "“科技部火炬中心主任贾敬敏”" in done.out
    assert (tmp_path / "try/demo.db").exists()
    assert "贾敬敏" in (tmp_path / "try/demo.html").read_text(encoding="utf-8")


def test_doctor(tmp_path: Path) -> None:
    kgnews("build", *seeds(), "--date", DATE, cwd=tmp_path)
    done = kgnews("doctor", cwd=tmp_path)
    assert done.code == 0
    states = {row["check"]: row["state"] for row in done.rows}
    assert states["schema"] == states["integrity"] == states["graph"] == states["sqlite"] == "ok"
    (tmp_path / "kgnews.db").write_bytes(b"broken" * 1000)
    assert kgnews("doctor", cwd=tmp_path).code == 1


def test_interrupt_leaves_a_sound_graph(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "many.jsonl", many_pages(1000))
    words = [sys.executable, "-m", "kgnews", "build", "many.jsonl", "-j", "1"]
    # A shell without job control starts background jobs deaf to the interrupt, and the tests may run in one.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    process = subprocess.Popen(words, cwd=tmp_path, stderr=subprocess.PIPE, preexec_fn=heard)
    deadline = time.monotonic() + 30
    while not (tmp_path / "kgnews.db").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert kgnews("build", "many.jsonl", cwd=tmp_path).code == 0
    assert {row["state"] for row in kgnews("doctor", cwd=tmp_path).rows} <= {"ok", "note"}


def test_a_bug_is_told_in_one_line_and_debug_shows_where(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema/ontology.yml").write_text("labels: {Person: {zh: 人, en: person, colour: red}}\n", encoding="utf-8")
    done = kgnews("build", "-", "--schema", "schema", cwd=tmp_path, stdin=line())
    assert done.code == 2
    assert "ontology.yml" in done.err
    assert "Traceback" not in done.err
    assert "Traceback" in kgnews("build", "-", "--schema", "schema", "--debug", cwd=tmp_path, stdin=line()).err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_broken_rule_stops_a_build_and_costs_no_fact(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "a.jsonl").write_text(line() + line(id="b", text=TEXT + "他说。"), encoding="utf-8")
    assert kgnews("build", "a.jsonl", cwd=tmp_path).code == 0
    before = kgnews("export", cwd=tmp_path).out
    (tmp_path / "own/rules").mkdir(parents=True)
    (tmp_path / "own/rules/x.yml").write_text("rules:\n  - id: x\n    patern: a\n", encoding="utf-8")
    done = kgnews("build", "a.jsonl", "--schema", "own", "--jobs", jobs, cwd=tmp_path)
    assert done.code == 2
    assert "x.yml:3: rule x: unknown key 'patern'" in done.err
    assert kgnews("export", cwd=tmp_path).out == before
    extracted = kgnews("extract", "a.jsonl", "--schema", "own", cwd=tmp_path)
    assert (extracted.code, extracted.out, extracted.err.count("patern")) == (2, "", 1)


def test_a_schema_folder_in_which_nothing_is_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/x.yml").write_text("rules: []\n", encoding="utf-8")
    done = kgnews("build", "-", "--schema", "own", cwd=tmp_path, stdin=line())
    assert done.code == 2
    assert "own/rules/*.yml" in done.err


@pytest.mark.parametrize("words", [("build", "-", "--date", "yesterday"), ("extract", "-", "--date", "2021-02-30")])
def test_a_wrong_date_on_the_command_line_is_a_usage_error(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = kgnews(*words, cwd=tmp_path, stdin=line())
    assert done.code == 2
    assert "--date" in done.err


def test_a_graph_of_a_newer_kgnews_is_not_to_be_built_again(tmp_path: Path) -> None:
    assert kgnews("build", "-", cwd=tmp_path, stdin=line()).code == 0
    with sqlite3.connect(tmp_path / "kgnews.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    done = kgnews("show", "罗清河", cwd=tmp_path)
    assert done.code == 2
    assert "newer" in done.err
    assert "build it again" not in done.err


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("setpriv") is None, reason="needs setpriv")
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("show", "罗清河", "-g", "ro/k.db"), 0, ""),
        (("build", "a.txt", "-g", "ro/k.db"), 2, "may you write there"),
        (("build", "a.txt", "-g", "ro/new.db"), 2, "may you write there"),
        (("export", "-g", "ro/k.db", "-o", "ro/x.jsonl"), 2, "ro/x.jsonl: cannot be written (Permission denied)"),
        (("extract", "locked.txt"), 3, "locked.txt: cannot be read"),
        (("extract", "locked"), 3, "locked: the folder cannot be read"),
    ],
)
def test_what_may_not_be_read_or_written(tmp_path: Path, words: tuple[str, ...], code: int, told: str) -> None:
    (tmp_path / "ro").mkdir()
    assert kgnews("build", "-", "-g", "ro/k.db", cwd=tmp_path, stdin=line()).code == 0
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "locked.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "locked").mkdir()
    for name, mode in (("ro/k.db", 0o444), ("ro", 0o555), ("locked.txt", 0), ("locked", 0)):
        (tmp_path / name).chmod(mode)
    # Root reads and writes everything unless it gives that up.
    plain = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"] if os.geteuid() == 0 else []
    command = [*plain, sys.executable, "-m", "kgnews", *words]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    (tmp_path / "ro").chmod(0o755)
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_password_in_an_address_is_not_repeated() -> None:
    from kgnews.cli.graphs import ledger
    from kgnews.errors import KgnewsError

    with pytest.raises(KgnewsError) as caught, ledger("bolt://neo4j:geheim@localhost:7687"):
        pass
    assert "geheim" not in caught.value.message
    assert "bolt://localhost:7687" in caught.value.message
