"""Sets of pairs over small articles, read by the real pipeline: nobody is merged with another, nearly all true ones are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgnews.pipeline import Knowledge, load_knowledge
from kgnews.records import Resolution
from kgnews.resolve import resolve
from resolution_texts import FOLDER, TextCase, TextPair, load_texts


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module", params=sorted(FOLDER.glob("texts*.txt")), ids=lambda path: path.stem)
def cases(request: pytest.FixtureRequest, knowledge: Knowledge) -> list[TextCase]:
    path: Path = request.param
    return load_texts(path, knowledge)


def merged(pair: TextPair, found: Resolution) -> bool:
    return pair.left is not None and pair.right is not None and found.ids[pair.left] == found.ids[pair.right]


def test_no_false_merge_in_one_graph(cases: list[TextCase], knowledge: Knowledge) -> None:
    readings = [reading for case in cases for reading in case.readings]
    found = resolve(readings, [article for case in cases for article in case.articles], knowledge.terms)
    assert [pair.line for case in cases for pair in case.pairs if not pair.same and merged(pair, found)] == []


def test_each_case_for_itself(cases: list[TextCase], knowledge: Knowledge) -> None:
    wrong, missed, true = [], [], 0
    for case in cases:
        found = resolve(case.readings, case.articles, knowledge.terms)
        wrong += [pair.line for pair in case.pairs if not pair.same and merged(pair, found)]
        missed += [pair.line for pair in case.pairs if pair.same and not merged(pair, found)]
        true += sum(pair.same for pair in case.pairs)
    assert wrong == []
    assert 1 - len(missed) / true >= 0.9, "\n".join(missed)
