"""A prize named after somebody is not the person; the person beside it stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgnews.annotate import annotate
from kgnews.records import Article
from kgnews.schema import load_terms

TERMS = load_terms(Path(__file__).parents[1] / "schema")
CASES = [
    ("会议邀请了林远江奖学金获得者发言。", set()),
    ("红河大学校长林远江出席论坛。与会者参观了林远江纪念馆。", {"林远江"}),
    ("红河大学校长林远江奖励了学生。", {"林远江"}),
    ("林远江基金会主办论坛。", set()),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_persons(text: str, names: set[str]) -> None:
    """The persons of a text are those and no others."""
    read = annotate(Article(id="x", title="论坛", text=text, date="2020-01-01"), TERMS)
    assert {m.name for sentence in read.sentences for m in sentence.mentions if m.label == "Person"} == names
