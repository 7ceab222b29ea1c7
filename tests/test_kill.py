"""A build may be killed at any moment: the ledger stays sound, and going on gives the same bytes as an unbroken run."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kgnews.lookup import find, search
from kgnews.store.ledger import Ledger
from support.builds import build, exported, many_pages, write_jsonl

PAGES = many_pages(48)
KILLS = 20


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, float]:
    """What the whole build gives, and how many seconds it takes."""
    folder = tmp_path_factory.mktemp("unbroken")
    build(folder / "warm.db", PAGES)  # what is loaded at first use is not what is measured
    began = time.monotonic()
    build(folder / "graph.db", PAGES)
    return exported(folder / "graph.db"), time.monotonic() - began


def sound(path: Path) -> None:
    """Whatever happened, the file opens, is whole, and answers."""
    if not path.exists():
        return
    with Ledger.open(path, write=True) as ledger:
        assert ledger.integrity() == []
        search(ledger.graph, "火炬")
        counts = ledger.graph.counts()
        assert not counts.edges or counts.nodes


def clear(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)


@pytest.mark.parametrize("seed", [7])
def test_twenty_kills_at_random_moments(tmp_path: Path, unbroken: tuple[str, float], seed: int) -> None:
    expected, seconds = unbroken
    rng, path, finished = random.Random(seed), tmp_path / "graph.db", 0
    for number in range(KILLS):
        process = multiprocessing.get_context("fork").Process(target=build, args=(path, PAGES, 1 + number % 2))
        process.start()
        time.sleep(rng.uniform(0, seconds))
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        finished += process.exitcode == 0
        sound(path)
        if number % 2:  # resume, and begin anew, so that early moments are hit as often as late ones
            build(path, PAGES)
            assert exported(path) == expected, f"after kill {number + 1}"
            clear(path)
    assert finished < KILLS / 2, "most builds must have been cut off, or this shows nothing"
    build(path, PAGES)
    assert exported(path) == expected


def test_the_command_and_its_workers_end_when_it_is_killed(tmp_path: Path, unbroken: tuple[str, float]) -> None:
    inputs = write_jsonl(tmp_path / "news.jsonl", PAGES)
    path = tmp_path / "graph.db"
    command = [sys.executable, "-m", "kgnews", "build", str(inputs), "-g", str(path), "-j", "2"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 20
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.6)
    children = _children(process.pid)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 10
    while any(map(_runs, children)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [child for child in children if _runs(child)], "workers outlive the build"
    sound(path)
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    build(tmp_path / "afresh.db", _as_read(inputs))
    assert exported(path) == exported(tmp_path / "afresh.db")
    with Ledger.open(path) as ledger:
        assert find(ledger.graph, "温砚秋")


def _as_read(inputs: Path) -> list:  # type: ignore[type-arg]
    from kgnews.pages import read_inputs

    return list(read_inputs([inputs]))


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    if not listed.exists():
        pytest.skip("no /proc here")
    return [int(child) for child in listed.read_text().split()]


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z"
    except OSError:
        return False
