"""One article that takes too long is a failure of its own: it is listed, the others are kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kgnews import pipeline
from kgnews.errors import TimeLimitError
from kgnews.pages import ReadOptions
from kgnews.records import Article, Reading

GOOD = "3月4日，临江市市长丁茂林出席春季农业生产工作会议。"


def test_runaway_is_listed_and_the_others_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = pipeline.load_knowledge()
    assert pipeline.read_article(Article("warm", GOOD), knowledge).claims
    texts = {"first": GOOD, "endless": GOOD * 20_000, "last": GOOD}
    path = tmp_path / "articles.jsonl"
    lines = (json.dumps({"id": name, "text": text}, ensure_ascii=False) for name, text in texts.items())
    path.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(pipeline, "TIME_LIMIT", 0.5)
    first, endless, last = pipeline.read_all([path], ReadOptions(), knowledge)
    assert isinstance(first, Reading)
    assert isinstance(last, Reading)
    assert first.claims
    assert len(first.claims) == len(last.claims)
    assert isinstance(endless, TimeLimitError)
    assert "article endless" in endless.message


def test_other_threads_read_without_a_timer() -> None:
    knowledge, found = pipeline.load_knowledge(), []
    thread = threading.Thread(target=lambda: found.append(pipeline.read_article(Article("a", GOOD), knowledge)))
    thread.start()
    thread.join()
    assert [bool(reading.claims) for reading in found] == [True]


HASHED = """
from kgnews.pipeline import load_knowledge, read_article
from kgnews.records import Article
print(read_article(Article("a", "青山工商论坛开幕式4日在青山举行。市长林远江出席签字仪式。", "", "2023-05-06"), load_knowledge()))
"""


def test_the_order_of_sets_changes_nothing() -> None:
    """签字仪式 is a ceremony and a signing: which of the two came first once decided whether it was the forum's."""
    command = [sys.executable, "-c", HASHED]
    runs = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        for seed in ("1", "2", "3", "4")
    ]
    assert len({run.stdout for run in runs}) == 1
