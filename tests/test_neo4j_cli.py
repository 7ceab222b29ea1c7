"""The commands as a person runs them: exit codes, one clear line, and never a password."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kgnews.cli import app
from neo4j_server import Server, free_port
from support.ledgers import A, B, build

SECRET = "hunter2-secret-word"


def run(environment: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = (
        [sys.executable, "-m", "kgnews", *arguments] if (Path(__file__).parents[1] / "src/kgnews/__main__.py").exists() else []
    )
    command = command or [sys.executable, "-c", "from kgnews.cli import main; main()", *arguments]
    return subprocess.run(command, env=dict(environment), capture_output=True, text=True, timeout=120)


def kgnews(server: Server, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = run(server.environment, *arguments)
    assert server.password not in done.stdout + done.stderr
    return done


def lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The error and its hint: two lines at most, and nothing on standard output."""
    assert done.returncode == 4, done.stderr
    assert done.stdout == ""
    told = done.stderr.strip().splitlines()
    assert told[0].startswith("kgnews: "), done.stderr
    assert len(told) <= 2, done.stderr
    return told


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(build(tmp_path_factory.mktemp("cli") / "a.db", A, B))


def test_push_tells_what_it_did(neo4j_empty: Server, ledger: str) -> None:
    planned = kgnews(neo4j_empty, "push", "-g", ledger, "--dry-run")
    assert "dry run" in planned.stderr
    assert neo4j_empty.counts() == (0, 0)
    first = kgnews(neo4j_empty, "push", "-g", ledger)
    assert first.returncode == 0, first.stderr
    assert "nodes_created" in first.stderr
    assert f"http://127.0.0.1:{neo4j_empty.http}/browser/?" in first.stderr
    assert first.stdout == ""
    assert "\x1b" not in first.stderr
    second = kgnews(neo4j_empty, "push", "-g", ledger)
    assert "is up to date already" in second.stderr
    assert "(0 writes)" in second.stderr


QUESTIONS = [
    ("show", "韩立言"),
    ("show", "云岭高新区", "--doubtful"),
    ("path", "韩立言", "周明远"),
    ("timeline", "韩立言"),
    ("who", "青州市科技局"),
    ("common", "韩立言", "周明远"),
    ("search", "大赛"),
]


def test_look_ups_give_the_same_bytes_from_either_store(
    neo4j_empty: Server, ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kgnews(neo4j_empty, "push", "-g", ledger, "--name", "look")
    for key in ("NEO4J_USERNAME", "NEO4J_PASSWORD"):
        monkeypatch.setenv(key, neo4j_empty.environment[key])
    runner = CliRunner()
    for question in QUESTIONS:
        for form in ("jsonl", "csv", "table"):
            stores = (ledger, f"{neo4j_empty.uri}?graph=look")
            answers = [runner.invoke(app, [*question, "-f", form, "-g", store]) for store in stores]
            assert [answer.exit_code for answer in answers] == [0, 0], (question, answers)
            assert answers[0].stdout_bytes == answers[1].stdout_bytes, question
            assert len(answers[0].stdout) > 20


def test_statistics_agree(neo4j_empty: Server, ledger: str) -> None:
    kgnews(neo4j_empty, "push", "-g", ledger)
    from_file, from_server = (kgnews(neo4j_empty, "stats", "-g", graph) for graph in (ledger, neo4j_empty.uri))
    shared = [line for line in from_file.stdout.splitlines() if '"ledger"' not in line]  # the ledger is the file's alone
    assert from_server.stdout.splitlines() == shared


def test_query_takes_parameters_and_saved_names(neo4j_empty: Server, ledger: str) -> None:
    kgnews(neo4j_empty, "push", "-g", ledger)
    rows = kgnews(neo4j_empty, "query", "cv", "-p", "name=韩立言").stdout.splitlines()
    assert {json.loads(row)["title"] for row in rows} == {"局长"}
    assert all(json.loads(row)["quotes"] for row in rows)
    assert "cv" in kgnews(neo4j_empty, "query", "--list").stdout
    unknown = kgnews(neo4j_empty, "query", "nothing-like-it")
    assert unknown.returncode == 2
    assert "no saved query" in unknown.stderr


def test_writing_by_query_needs_saying(neo4j_empty: Server) -> None:
    told = lines(kgnews(neo4j_empty, "query", "CREATE (:X)"))
    assert "--write" in told[1]
    assert "nodes_created 1" in kgnews(neo4j_empty, "query", "CREATE (:X)", "--write").stderr


@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_wrong_password(neo4j_empty: Server, ledger: str, debug: list[str]) -> None:
    done = run({**neo4j_empty.environment, "NEO4J_PASSWORD": SECRET}, *debug, "push", "-g", ledger)
    assert SECRET not in done.stdout + done.stderr
    assert done.returncode == 4
    assert "wrong password or user (neo4j)" in done.stderr or "too many wrong passwords" in done.stderr
    if not debug:
        lines(done)


def test_password_file(neo4j_empty: Server, ledger: str, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(neo4j_empty.password + "\n", encoding="utf-8")
    environment = {key: value for key, value in neo4j_empty.environment.items() if key != "NEO4J_PASSWORD"}
    assert run(environment, "push", "-g", ledger, "--password-file", str(file)).returncode == 0
    assert "no password" in lines(run(environment, "push", "-g", ledger))[0]


def environment(uri: str) -> dict[str, str]:
    return {**os.environ, "NEO4J_URI": uri, "NEO4J_PASSWORD": SECRET}


def test_no_server(ledger: str) -> None:
    done = run(environment(f"bolt://127.0.0.1:{free_port()}"), "push", "-g", ledger)
    assert "no Neo4j server answers" in lines(done)[0]
    assert SECRET not in done.stderr


@pytest.mark.parametrize(
    "uri",
    ["http://localhost:7474", "bolt://", "localhost:7687", "bolt://neo4j:hunter2-secret-word@localhost", "bolt://h:99999999"],
)
def test_an_address_that_is_none(uri: str, ledger: str) -> None:
    done = run(environment(""), "push", "-g", ledger, "--uri", uri)
    lines(done)
    assert SECRET not in done.stderr


@pytest.fixture
def old_server() -> Iterator[str]:
    """Answers the Bolt handshake as a server does that knows none of the versions offered: with zeros."""
    listener = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        while True:
            try:
                peer, _ = listener.accept()
            except OSError:
                return
            with peer:
                peer.recv(20)
                peer.sendall(b"\x00\x00\x00\x00")

    threading.Thread(target=answer, daemon=True).start()
    yield f"bolt://127.0.0.1:{listener.getsockname()[1]}"
    listener.close()


def test_server_too_old(old_server: str, ledger: str) -> None:
    told = lines(run(environment(old_server), "push", "-g", ledger))
    assert "too old" in told[0]
    assert "5.13" in told[1]
