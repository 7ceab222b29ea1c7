"""What holds for every page: nothing is invented, nothing is lost, plain articles pass through untouched."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgnews.articles import cut
from kgnews.articles.assembly import Result
from kgnews.articles.cutting import take_apart
from kgnews.paths import seeds_dir
from kgnews.records import Page

SEED = (seeds_dir() / "newspaper-page-2020-11.md").read_text(encoding="utf-8")
PIECES = [line for line in SEED.split("\n") if line.strip()]
LINES = st.one_of(
    st.sampled_from(PIECES),
    st.sampled_from(PIECES).map(lambda line: line[: len(line) // 2]),
    st.sampled_from(PIECES).map(lambda line: line[len(line) // 2 :]),
    st.sampled_from(
        [
            "",
            "",
            "　　",
            "---",
            "▲▲上接1版",
            "(下转第二版)",
            "## ",
            "#",
            "本报记者 某某",
            "【编辑:某某】",
            "标题一二三四五",
            "。",
            "“",
        ]
    ),
    st.text("一二三，。”“（）#\n 　ab1", max_size=40),
)


def everything_is_accounted_for(text: str, result: Result) -> None:
    """Every character that is not white space or a mark of headings is in exactly one place."""
    seen = [0] * len(text)
    owned = [span for article in result.articles for span in (*article.spans, *article.title_spans, *article.copies)]
    for span in [*owned, *(fragment.span for fragment in result.fragments), *result.furniture]:
        assert 0 <= span.start < span.end <= len(text)
        for place in range(span.start, span.end):
            seen[place] += 1
    for place, char in enumerate(text):
        assert seen[place] <= 1, f"{char!r} at {place} is in {seen[place]} places"
        assert seen[place] or char.isspace() or char in "#\u200b\ufeff", f"{char!r} at {place} is lost"


def texts_are_their_spans(text: str, result: Result) -> None:
    for number, article in enumerate(result.articles, 1):
        assert article.id == f"page#{number}"
        assert article.text == "".join(text[a:b] for a, b in article.spans)
        assert article.title == "".join(text[a:b] for a, b in article.title_spans)
        assert article.text.strip() or article.title
    for fragment in result.fragments:
        assert fragment.text == text[slice(*fragment.span)]
        assert {candidate.split("#")[0] for candidate in fragment.candidates} <= {"page"}


def test_a_last_line_that_goes_on_in_the_first() -> None:
    title = "# 2020年创新型产业集群高质量发展 培训班在石家庄高新区举办"
    first = "一要大力培育创新型、科技型领军企业。让这些科技领军企业,更好实现高"
    text = "\n".join([first, title, title, first + "质量发展,更好地带动产业链的培育,更好地带动产业链迈向现代化,提升国"])
    result = take_apart(Page("page", text))
    everything_is_accounted_for(text, result)
    texts_are_their_spans(text, result)


def test_a_mark_at_the_end_of_joined_lines_is_furniture() -> None:
    lines = [
        "图片来源:杭州高新区",
        "发展经济 代庄百姓富起来",
        "发展经济 代庄百姓富起来",
        "(下转第二版)",
        "# 2020年创新型产业集群高质量发展 培训班举办",
    ]
    text = "\n".join(lines)
    result = take_apart(Page("page", text))
    everything_is_accounted_for(text, result)
    assert any(text[slice(*span)] == "(下转第二版)" for span in result.furniture)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\n\n"]))
def test_any_page_is_divided_without_loss_or_overlap(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    result = take_apart(Page("page", text))
    everything_is_accounted_for(text, result)
    texts_are_their_spans(text, result)


@pytest.mark.parametrize("seed", range(12))
def test_any_shuffle_of_a_real_page_is_divided_without_loss(seed: int) -> None:
    text = "\n\n".join(random.Random(seed).sample(PIECES, len(PIECES) - seed))
    result = take_apart(Page("page", text))
    everything_is_accounted_for(text, result)
    texts_are_their_spans(text, result)
    assert take_apart(Page("page", text)) == result


def test_the_seed_page_is_accounted_for() -> None:
    everything_is_accounted_for(SEED, take_apart(Page("page", SEED)))


def test_a_record_is_never_cut() -> None:
    page = Page("r", SEED, title="题", date="2020-01-01", whole=True, metadata={"url": "u"})
    articles, fragments = cut(page)
    assert fragments == []
    assert [(a.id, a.text, a.title, a.spans, a.metadata) for a in articles] == [("r", SEED, "题", (), {"url": "u"})]


PLAIN = """　　本报讯（记者 王小明） 11月5日，全省科技工作会议在江城举行。
　　会议由李大山主持，来自各地的代表三百余人参加了会议。

长期向好的基本面没有改变

　　李大山表示，要认真落实会议精神。“我们有信心，
　　也有能力。”他说。"""


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("", ""),
        ("全省科技工作会议在江城举行\n\n", "全省科技工作会议在江城举行"),
        ("# 全省科技工作会议在江城举行\n\n", "全省科技工作会议在江城举行"),
        ("---\ntitle: x\n---\n# 全省科技工作会议在江城举行\n", "全省科技工作会议在江城举行"),
        ("# 全省科技工作会议在江城举行 #\n\n", "全省科技工作会议在江城举行"),
    ],
)
def test_a_plain_article_passes_through_untouched(before: str, title: str) -> None:
    articles, fragments = cut(Page("page", before + PLAIN))
    assert fragments == []
    assert [(article.id, article.title, article.text) for article in articles] == [("page#1", title, PLAIN.strip("　"))]


def test_sections_of_one_document_are_no_articles() -> None:
    text = "# 某市年度报告\n\n前言第一句话在这里。\n\n## 经济\n\n经济平稳增长，民生持续改善。\n\n## 一、社会\n\n社会和谐稳定。\n"
    articles, _ = cut(Page("page", text))
    assert [article.title for article in articles] == ["某市年度报告"]
    assert articles[0].text == "前言第一句话在这里。\n经济\n经济平稳增长，民生持续改善。\n一、社会\n社会和谐稳定。"


def test_two_articles_one_below_the_other_are_two() -> None:
    text = "# 甲市举行大会\n\n本报讯（记者 张三） 大会今天举行。\n\n# 乙县抢收小麦\n\n本报讯（记者 李四） 小麦丰收在望。\n"
    articles, fragments = cut(Page("page", text))
    assert [(article.title, article.text) for article in articles] == [
        ("甲市举行大会", "本报讯（记者 张三） 大会今天举行。"),
        ("乙县抢收小麦", "本报讯（记者 李四） 小麦丰收在望。"),
    ]
    assert fragments == []


def test_bare_headlines_above_datelines_open_articles() -> None:
    text = (
        "甲市举行科技大会\n　　本报甲市11月5日电（记者 张三）科技大会今天在甲市举行。\n　　会议讨论了规划。\n"
        "乙县抢收优质小麦\n　　本报乙县11月5日电（记者 李四）小麦丰收在望。\n　　农民喜上眉梢。\n"
    )
    articles, _ = cut(Page("page", text))
    assert [article.title for article in articles] == ["甲市举行科技大会", "乙县抢收优质小麦"]
    assert articles[1].text.endswith("农民喜上眉梢。")


def test_an_empty_page_has_no_articles() -> None:
    assert cut(Page("page", "\n\n　\n")) == ([], [])


def test_a_page_of_furniture_only_loses_nothing() -> None:
    text = "图片来源:某报\n\n▲▲上接1版\n"
    everything_is_accounted_for(text, take_apart(Page("page", text)))


def test_a_page_is_read_quickly() -> None:
    cut(Page("page", SEED))
    began = time.process_time()
    cut(Page("page", SEED))
    assert time.process_time() - began < 0.5  # 0.1 s on an idle machine; the limit is for a crowded one


def test_a_long_page_takes_no_more_than_its_share() -> None:
    text = "\n\n".join(f"{SEED}".replace("贾敬敏", f"贾{chr(0x4E00 + i * 37)}敏") for i in range(4))
    began = time.process_time()
    everything_is_accounted_for(text, take_apart(Page("page", text)))
    assert time.process_time() - began < 8
