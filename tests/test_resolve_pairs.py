"""An adversarial set of pairs: no false merge, nearly all true ones found, whatever the order of loading."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgnews.paths import schema_dir
from kgnews.records import Resolution
from kgnews.resolve import resolve
from kgnews.schema import Terms, load_terms
from resolution_cases import Case, load


@pytest.fixture(scope="module")
def terms() -> Terms:
    return load_terms(schema_dir())


@pytest.fixture(scope="module")
def case() -> Case:
    return load()


@pytest.fixture(scope="module")
def resolved(case: Case, terms: Terms) -> Resolution:
    return resolve(case.readings, case.articles, terms)


def test_the_set_is_large(case: Case) -> None:
    assert len(case.pairs) >= 200
    assert sum(pair.same for pair in case.pairs) >= 100
    assert sum(not pair.same for pair in case.pairs) >= 90


def test_no_false_merge(case: Case, resolved: Resolution) -> None:
    wrong = [pair.line for pair in case.pairs if not pair.same and resolved.ids[pair.left] == resolved.ids[pair.right]]
    assert wrong == []


def test_true_pairs_are_joined(case: Case, resolved: Resolution) -> None:
    true = [pair for pair in case.pairs if pair.same]
    missed = [pair.line for pair in true if resolved.ids[pair.left] != resolved.ids[pair.right]]
    assert 1 - len(missed) / len(true) >= 0.95, "\n".join(missed)


def test_every_score_is_its_features(resolved: Resolution) -> None:
    assert resolved.decisions
    for decision in resolved.decisions:
        assert decision.score == pytest.approx(sum(feature.weight for feature in decision.features), abs=0.01)
        assert all(feature.why for feature in decision.features)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_order_changes_nothing(case: Case, terms: Terms, resolved: Resolution, seed: int) -> None:
    readings, articles = list(case.readings), list(case.articles)
    shuffled = random.Random(seed)
    shuffled.shuffle(readings)
    shuffled.shuffle(articles)
    again = resolve(readings, articles, terms)
    assert again.entities == resolved.entities
    assert again.decisions == resolved.decisions
    assert again.ties == resolved.ties
