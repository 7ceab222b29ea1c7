"""Same input, same graph: any order, any number of loads and of processes; what changed, and only that, is read again."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kgnews import building
from kgnews.building import Steps
from kgnews.building.core import check
from kgnews.errors import InputError, KgnewsError
from kgnews.records import Article, Claim, End, Evidence, Page, Reading
from kgnews.records.graphstore import EdgeQuery
from kgnews.store.ledger import Ledger
from support.builds import build, exported, many_pages, seed_pages, steps


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The samples built in one go by one process."""
    path = tmp_path_factory.mktemp("unbroken") / "graph.db"
    summary = build(path, seed_pages())
    assert summary.failures == []
    return exported(path)


def test_the_samples_give_facts(unbroken: str) -> None:
    assert unbroken.count('"kind": "edge"') > 200
    assert "贾敬敏" in unbroken


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_and_any_number_of_loads(tmp_path: Path, unbroken: str, seed: int) -> None:
    rng = random.Random(seed)
    pages = rng.sample(seed_pages(), len(seed_pages()))
    cuts = sorted(rng.sample(range(1, len(pages)), 2))
    for part in (pages[: cuts[0]], pages[cuts[0] : cuts[1]], pages[cuts[1] :], pages[:2]):
        build(tmp_path / "graph.db", part)
    assert exported(tmp_path / "graph.db") == unbroken


def test_any_number_of_processes(tmp_path: Path) -> None:
    pages = many_pages(60)
    for jobs in (1, 2, 3):
        build(tmp_path / f"{jobs}.db", pages, jobs)
    assert exported(tmp_path / "1.db") == exported(tmp_path / "2.db") == exported(tmp_path / "3.db")


def test_what_is_unchanged_is_skipped(tmp_path: Path) -> None:
    first = build(tmp_path / "graph.db", seed_pages())
    again = build(tmp_path / "graph.db", seed_pages())
    assert (first.unchanged, again.unchanged) == (0, len(seed_pages()))
    assert (again.cut, again.read, again.changed) == (0, 0, 0)
    assert first.read > len(seed_pages())


def test_one_changed_article_is_read_again_and_its_old_facts_go(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    build(path, seed_pages())
    old = next(page for page in seed_pages() if page.id == "sample-2021-04-21")
    new = replace(old, text=old.text.replace("贾敬敏", "贾静名"))
    changed = build(path, [new])
    assert (changed.unchanged, changed.read) == (0, 1)
    build(tmp_path / "afresh.db", [new if page is old else page for page in seed_pages()])
    assert exported(path) == exported(tmp_path / "afresh.db")
    build(path, [old])
    build(tmp_path / "before.db", seed_pages())
    assert exported(path) == exported(tmp_path / "before.db")


def test_a_change_of_date_alone_is_a_change(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    page = next(page for page in seed_pages() if page.id == "sample-2019-09-18")
    build(path, [page])
    assert build(path, [replace(page, date="2018-09-18")]).read == 1
    assert '"2018-09-17"' in exported(path)
    assert '"2019-09-17"' not in exported(path)


def test_removing_takes_the_facts_along_and_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    build(path, seed_pages())
    with Ledger.open(path, write=True) as ledger:
        summary = building.remove(ledger, ["sample-2021-04-21", "newspaper-page-2020-11", "nobody"], steps())
    assert [failure.source for failure in summary.failures] == ["nobody"]
    gone = {"sample-2021-04-21", "newspaper-page-2020-11"}
    build(tmp_path / "afresh.db", [page for page in seed_pages() if page.id not in gone])
    assert exported(path) == exported(tmp_path / "afresh.db")


def test_an_article_taken_out_of_its_page_stays_out_until_the_page_is_given_again(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    build(path, seed_pages())
    before = exported(path)
    with Ledger.open(path, write=True) as ledger:
        building.remove(ledger, ["newspaper-page-2020-11#2"], steps())
    assert '"newspaper-page-2020-11#2"' not in exported(path)
    build(path, [page for page in seed_pages() if page.id.startswith("sample")])
    assert '"newspaper-page-2020-11#2"' not in exported(path)
    build(path, [page for page in seed_pages() if page.id.startswith("newspaper")])
    assert exported(path) == before


def with_steps(**changes: object) -> Callable[[], Steps]:
    return lambda: replace(steps(), **changes)  # type: ignore[arg-type]


def test_new_rules_read_everything_again_and_take_old_facts_out(tmp_path: Path) -> None:
    pages = [page for page in seed_pages() if page.id.startswith("sample")]

    def fewer(article: Article) -> Reading:
        found = steps().read(article)
        return replace(found, claims=tuple(item for item in found.claims if item.type != "HOLDS_POSITION"))

    with Ledger.open(tmp_path / "graph.db", write=True) as ledger:
        building.build(ledger, pages, steps, 1)
        assert "HOLDS_POSITION" in ledger.graph.counts().edges
        summary = building.build(ledger, [], with_steps(knowledge="fewer rules", read=fewer), 1)
        assert summary.read == len(pages)
        assert "HOLDS_POSITION" not in ledger.graph.counts().edges
        building.build(ledger, [], steps, 1)
    build(tmp_path / "afresh.db", pages)
    assert exported(tmp_path / "graph.db") == exported(tmp_path / "afresh.db")


def test_one_bad_article_is_listed_and_costs_no_other(tmp_path: Path) -> None:
    pages = [page for page in seed_pages() if page.id.startswith("sample")]

    def failing(article: Article) -> Reading:
        if article.id == pages[0].id:
            raise RecursionError("too deep")
        return steps().read(article)

    with Ledger.open(tmp_path / "graph.db", write=True) as ledger:
        building.build(ledger, pages, steps, 1)
        summary = building.build(ledger, [], with_steps(knowledge="a bug", read=failing), 1)
        assert [(item.source, item.stage, item.message) for item in summary.failures] == [
            (pages[0].id, "read", "RecursionError: too deep")
        ]
        assert ledger.failures() == summary.failures
        assert summary.read == len(pages) - 1
        assert ledger.graph.edges(EdgeQuery(articles=(pages[0].id,))) == []
        building.build(ledger, [], steps, 1)
        assert ledger.failures() == []
    build(tmp_path / "afresh.db", pages)
    assert exported(tmp_path / "graph.db") == exported(tmp_path / "afresh.db")


def test_a_page_that_cannot_be_cut_loses_its_old_articles(tmp_path: Path) -> None:
    def failing(page: Page) -> tuple[list[Article], list[object]]:
        raise InputError("torn", "scan it again")

    with Ledger.open(tmp_path / "graph.db", write=True) as ledger:
        building.build(ledger, seed_pages()[:1], steps, 1)
        summary = building.build(ledger, [], with_steps(knowledge="a bug", cut=failing), 1)
        assert [item.message for item in summary.failures] == ["torn (scan it again)"]
        assert list(ledger.articles()) == []
        assert not ledger.graph.counts().nodes
        assert building.build(ledger, [], steps, 1).failures == []
        assert list(ledger.articles())


def test_inputs_that_failed_are_listed_and_the_rest_is_kept(tmp_path: Path) -> None:
    summary = build(tmp_path / "graph.db", [InputError("x.pdf: no text"), *seed_pages()[:1]])
    assert [item.message for item in summary.failures] == ["x.pdf: no text"]
    assert summary.read == 1


def test_an_id_that_two_pages_claim_is_an_error_of_the_later(tmp_path: Path) -> None:
    page = next(page for page in seed_pages() if page.id == "newspaper-page-2020-11")
    thief = Page("newspaper-page-2020-11#2", "甲公司董事长乙某某出席会议。", whole=True)
    summary = build(tmp_path / "graph.db", [page, thief])
    assert len(summary.failures) == 1
    assert "newspaper-page-2020-11#2" in summary.failures[0].message
    again = build(tmp_path / "other.db", [thief, page])
    assert exported(tmp_path / "graph.db") == exported(tmp_path / "other.db")
    assert [item.source for item in again.failures] == [item.source for item in summary.failures]


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with Ledger.open(tmp_path / "graph.db", write=True) as ledger:
        building.build(ledger, seed_pages(), steps, 1, lambda *item: told.append(item))
    assert told[-1] == ("graph", 1, 1)
    assert [item[0] for item in told] == ["cut", "read", "graph", "graph"]


ARTICLE = Article("a", "贾敬敏出席。", "标题")


def a_claim(quote: str, start: int = 0) -> Claim:
    evidence = (Evidence("fact", "text", start, start + 3, quote),)
    return Claim("c", "a", "ATTENDS", End("Person", "贾敬敏"), End("Event", "会"), {}, evidence, "r", 1)


def test_a_quotation_that_does_not_stand_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not stand"):
        check(Reading("a", (a_claim("贾静敏"),)), ARTICLE)
    with pytest.raises(ValueError, match="does not stand"):
        check(Reading("a", (a_claim("贾敬敏", 1),)), ARTICLE)


def test_ends_that_are_no_entities_become_some() -> None:
    found = check(Reading("a", (a_claim("贾敬敏"),)), ARTICLE)
    assert [(item.label, item.name) for item in found.entities] == [("Event", "会"), ("Person", "贾敬敏")]


def crash(article: Article) -> Reading:
    import os

    os._exit(9)


def crashing() -> Steps:
    return replace(steps(), read=crash)


def test_a_worker_that_dies_ends_the_build_with_a_word(tmp_path: Path) -> None:
    with (
        Ledger.open(tmp_path / "graph.db", write=True) as ledger,
        pytest.raises(KgnewsError, match="worker process ended"),
    ):
        building.build(ledger, seed_pages(), crashing, 2)
    summary = build(tmp_path / "graph.db", seed_pages())
    assert summary.read > len(seed_pages())
