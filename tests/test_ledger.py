"""The ledger: what it keeps, what it refuses, what it forgets."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kgnews.errors import InputError, KgnewsError
from kgnews.records import Article, Fragment, Page, Span
from kgnews.store.database import transaction
from kgnews.store.ledger import Failure, Ledger
from support.readings import MEETING, OPENING, READINGS

HOSTILE = "零\x00字节 \x1b[31m'; DROP TABLE claims;-- \u202e\ufeff𬭚"
PAGE = Page(
    "page",
    "甲文。乙文。残片",
    "版面",
    "2020-11-09",
    "杭州市",
    "报.txt",
    False,
    {"url": "https://example.org", "n": [1, {"a": None}]},
)
FIRST = Article("page#1", "甲文。", "甲", "2020-11-09", "杭州市", "报.txt", "page", (Span(0, 3),), (), (Span(1, 2),), {"k": "v"})
SECOND = Article("page#2", "乙文。", "乙", "2020-11-09", "杭州市", "报.txt", "page", (Span(3, 6),), (Span(0, 1),))
REST = Fragment("page", Span(6, 8), "残片", ("page#2", "page#1"), "no seam")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "graph.db", write=True) as opened:
        yield opened


def take(ledger: Ledger, page: Page, *articles: Article, knowledge: str = "k") -> None:
    ledger.put_page(page)
    ledger.put_articles(page, articles, [REST] if page.id == "page" else [], knowledge)


def whole(article: Article) -> Page:
    return Page(
        article.id, article.text, article.title, article.date, source=article.source, whole=True, metadata=article.metadata
    )


def test_gives_back_pages_articles_and_fragments(ledger: Ledger) -> None:
    take(ledger, PAGE, FIRST, SECOND)
    assert ledger.page("page") == PAGE
    assert list(ledger.articles()) == [FIRST, SECOND]
    assert ledger.article("page#2") == SECOND
    assert ledger.fragments() == [REST]
    assert ledger.page("nobody") is None
    assert ledger.article("nobody") is None


def test_a_whole_page_keeps_its_text_once(ledger: Ledger, tmp_path: Path) -> None:
    page = whole(OPENING)
    take(ledger, page, OPENING)
    assert ledger.page(page.id) == page
    assert sqlite3.connect(tmp_path / "graph.db").execute("SELECT text FROM pages").fetchone() == (None,)


def test_gives_back_readings(ledger: Ledger) -> None:
    take(ledger, whole(OPENING), OPENING)
    take(ledger, whole(MEETING), MEETING)
    for item in READINGS[1::-1]:
        ledger.put_reading(item, "k")
    assert list(ledger.readings()) == list(READINGS[:2])
    (found,) = ledger.claims(READINGS[0].claims[0].id)
    assert found == READINGS[0].claims[0]


def test_hostile_text_is_kept_as_it_is(ledger: Ledger) -> None:
    page = Page(HOSTILE, HOSTILE, HOSTILE, whole=True, metadata={HOSTILE: HOSTILE})
    take(ledger, page, Article(HOSTILE, HOSTILE, HOSTILE, page=HOSTILE))
    assert ledger.page(HOSTILE) == page
    assert ledger.remove(HOSTILE) == [HOSTILE]
    assert ledger.sizes()["pages"] == 0


def test_unchanged_pages_are_known(ledger: Ledger) -> None:
    assert not ledger.has_page(PAGE)
    take(ledger, PAGE, FIRST, SECOND)
    assert ledger.has_page(PAGE)
    for change in ({"text": "甲"}, {"date": None}, {"home": None}, {"title": ""}, {"metadata": {}}, {"source": "x"}):
        assert not ledger.has_page(replace(PAGE, **change))  # type: ignore[arg-type]


def test_what_is_stale(ledger: Ledger) -> None:
    ledger.put_page(PAGE)
    assert ledger.stale_pages("k") == ["page"]
    ledger.put_articles(PAGE, [FIRST, SECOND], [], "k")
    assert ledger.stale_pages("k") == []
    assert ledger.stale_pages("new rules") == ["page"]
    assert ledger.stale_articles("k") == ["page#1", "page#2"]
    ledger.put_reading(replace(READINGS[0], article="page#1"), "k")
    assert ledger.stale_articles("k") == ["page#2"]
    assert ledger.stale_articles("new rules") == ["page#1", "page#2"]
    ledger.drop_reading("page#1")
    assert ledger.stale_articles("k") == ["page#1", "page#2"]
    assert list(ledger.readings()) == []


def test_a_changed_article_loses_its_reading_and_its_neighbour_keeps_it(ledger: Ledger) -> None:
    take(ledger, PAGE, FIRST, SECOND)
    for key in ("page#1", "page#2"):
        ledger.put_reading(replace(READINGS[0], article=key), "k")
    take(ledger, replace(PAGE, text="甲文。丙文。残片"), FIRST, replace(SECOND, text="丙文。"))
    assert [item.article for item in ledger.readings()] == ["page#1"]
    assert ledger.stale_articles("k") == ["page#2"]
    take(ledger, PAGE, FIRST)
    assert [item.id for item in ledger.articles()] == ["page#1"]


def test_an_id_of_another_page_is_refused_and_nothing_is_half_done(ledger: Ledger) -> None:
    take(ledger, PAGE, FIRST, SECOND)
    other = Page("other", "丙文。")
    ledger.put_page(other)
    with pytest.raises(InputError, match="page#1"):
        ledger.put_articles(other, [Article("other#1", "丙", page="other"), replace(FIRST, text="丙文。")], [], "k")
    assert [item.id for item in ledger.articles()] == ["page#1", "page#2"]
    assert ledger.article("page#1") == FIRST


def test_removing_a_page_and_an_article_of_one(ledger: Ledger) -> None:
    take(ledger, PAGE, FIRST, SECOND)
    take(ledger, whole(OPENING), OPENING)
    ledger.put_reading(replace(READINGS[0], article="page#1"), "k")
    ledger.put_failure(Failure("page#1", "read", "x"))
    assert ledger.remove("page#1") == ["page#1"]
    assert [item.id for item in ledger.articles()] == ["news-1", "page#2"]
    assert list(ledger.readings()) == []
    assert ledger.failures() == []
    take_again = [FIRST, SECOND]
    ledger.put_articles(PAGE, take_again, [], "new rules")
    assert [item.id for item in ledger.articles()] == ["news-1", "page#2"], "stays out when the page is only cut again"
    assert not ledger.has_page(PAGE), "given again, it comes back"
    take(ledger, PAGE, *take_again)
    assert [item.id for item in ledger.articles()] == ["news-1", "page#1", "page#2"]
    assert ledger.remove("page") == ["page#1", "page#2"]
    assert ledger.remove("news-1") == ["news-1"]
    assert ledger.remove("news-1") == []
    assert not any(ledger.sizes().values())


def test_a_transaction_is_all_or_nothing(ledger: Ledger) -> None:
    def work() -> None:
        with ledger.transaction():
            take(ledger, PAGE, FIRST, SECOND)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        work()
    assert not any(ledger.sizes().values())


def test_failures_are_listed_once(ledger: Ledger) -> None:
    ledger.put_failure(Failure("a", "read", "old"))
    ledger.put_failure(Failure("a", "read", "new"))
    assert ledger.failures() == [Failure("a", "read", "new")]
    ledger.clear_failures("cut", "a")
    assert len(ledger.failures()) == 1
    ledger.clear_failures("read", "a")
    assert ledger.failures() == []


def test_judgements_are_a_log_of_which_the_last_holds(ledger: Ledger) -> None:
    review = ledger.review
    review.judge("b", "a", "same", "one person", "me")
    review.judge("a", "c", "unsure")
    review.judge("a", "b", "different")
    assert [(item.left, item.right, item.decision) for item in review.judgements()] == [
        ("a", "b", "different"),
        ("a", "c", "unsure"),
    ]
    assert [item.decision for item in review.history()] == ["same", "unsure", "different"]
    assert [item.decision for item in review.undo()] == ["different"]
    assert [item.decision for item in review.judgements()] == ["same", "unsure"]
    assert len(review.undo(1)) == 1
    assert [item.decision for item in review.judgements()] == ["unsure"]
    assert review.undo(99) == []
    for other in "xyz":
        review.judge("a", other, "different", at="2026-01-01T00:00:00.000001+00:00")
    assert [item.right for item in review.undo()] == ["x", "y", "z"]  # one decision
    assert [item.decision for item in review.judgements()] == ["unsure"]
    with pytest.raises(ValueError, match="different keys"):
        review.judge("a", "a", "same")


def test_verdicts(ledger: Ledger) -> None:
    ledger.review.rule("c1", "reject", "no such person")
    ledger.review.rule("c1", "confirm")
    ((verdict),) = ledger.review.verdicts()
    assert (verdict.claim, verdict.ruling, verdict.note) == ("c1", "confirm", "")
    assert verdict.at.endswith("+00:00")
    assert ledger.review.withdraw_ruling("c1")
    assert not ledger.review.withdraw_ruling("c1")


def test_state_changes_with_everything_the_graph_rests_on(ledger: Ledger) -> None:
    seen = [ledger.state("k"), ledger.state("new rules")]
    take(ledger, PAGE, FIRST, SECOND)
    seen.append(ledger.state("k"))
    ledger.put_reading(replace(READINGS[0], article="page#1"), "k")
    seen.append(ledger.state("k"))
    ledger.review.judge("a", "b", "same")
    seen.append(ledger.state("k"))
    ledger.review.rule("c", "reject")
    seen.append(ledger.state("k"))
    ledger.remove("page#1")
    seen.append(ledger.state("k"))
    assert len(set(seen)) == len(seen)


def test_is_recognised_and_sound(tmp_path: Path) -> None:
    path = tmp_path / "有 空格#?.db"
    with Ledger.open(path, write=True) as ledger:
        take(ledger, PAGE, FIRST, SECOND)
    with Ledger.open(path) as ledger:
        assert ledger.integrity() == []
        assert ledger.page("page") == PAGE
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            ledger.remove("page")
    assert [item.name for item in tmp_path.iterdir()] == [path.name], "nothing lies beside a closed ledger"


def test_a_folder_that_may_not_be_written_can_be_read(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    with Ledger.open(tmp_path / "graph.db", write=True) as ledger:
        take(ledger, PAGE, FIRST, SECOND)
    tmp_path.chmod(0o500)
    try:
        with Ledger.open(tmp_path / "graph.db") as ledger:
            assert ledger.page("page") == PAGE
    finally:
        tmp_path.chmod(0o700)


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()


def newer_ledger(path: Path) -> None:
    Ledger.open(path, write=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "no graph there"),
        (lambda path: path.write_bytes(b"not a database at all, but long enough to be one" * 40), "cannot be opened"),
        (other_database, "not a graph of kgnews"),
        (newer_ledger, "newer kgnews"),
        (lambda path: path.mkdir(), "no graph there"),
    ],
)
def test_refuses_what_is_no_ledger(tmp_path: Path, make, message: str) -> None:  # type: ignore[no-untyped-def]
    make(tmp_path / "graph.db")
    with pytest.raises(KgnewsError, match=message) as caught:
        Ledger.open(tmp_path / "graph.db")
    assert "\n" not in caught.value.message
    assert caught.value.hint


def test_another_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    other_database(path)
    before = path.read_bytes()
    with pytest.raises(KgnewsError, match="not a graph"):
        Ledger.open(path, write=True)
    assert path.read_bytes() == before


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(KgnewsError, match="no such folder"):
        Ledger.open(tmp_path / "nowhere" / "graph.db", write=True)


def test_two_that_write_wait_for_each_other(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "graph.db", write=True) as one, Ledger.open(tmp_path / "graph.db", write=True) as two:
        with one.transaction():
            take(one, PAGE, FIRST, SECOND)
            assert two.page("page") is None
        take(two, whole(OPENING), OPENING)
        assert len(list(one.articles())) == 3


def test_nested_transactions_are_one() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE t (x)")

    def work() -> None:
        with transaction(connection):
            with transaction(connection):
                connection.execute("INSERT INTO t VALUES (1)")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        work()
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
