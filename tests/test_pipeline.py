"""One article that takes too long is a failure of its own: it is listed, the others are kept."""

from __future__ import annotations

import json
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
