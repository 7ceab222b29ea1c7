"""The newspaper page of seeds/, put in order by careful reading: which paragraph belongs to which headline, and where."""

from __future__ import annotations

import pytest

from kgnews.articles import cut
from kgnews.paths import seeds_dir
from kgnews.records import Article, Page

TEXT = (seeds_dir() / "newspaper-page-2020-11.md").read_text(encoding="utf-8")
ARTICLES, FRAGMENTS = cut(Page("page", TEXT, date="2020-11-09"))

# Beginnings of the paragraphs under each headline; "+" joins what a column broke.
EXPECTED = {
    "2020年创新型产业集群高质量发展 培训班在石家庄高新区举办": [
        "培训期间,科技部火炬中心",
        "学员们纷纷表示,参加此次培训班",
        "了《关于深入推进创新型",
        "对于如何谋划推进",
        "一要大力培育+际影响力。",
        "二要扎实抓好",
        "三要真实实施",
        "四要深入探索",
        "五要加强战略",
        "六要推进体制",
    ],
    "第九届中国创新创业大赛 全国总决赛打响": ["本报讯(记者 李洋)", "据悉,第九届", "贾敬敏在开幕式上表示"],
    "2020科技成果直通车 (佛山站智能制造领域)驶入北京": [
        "本报讯(记者 罗晓燕)",
        "贾敬敏表示,希望通过",
        "会上,佛山高新区发布",
        "此次发布对接会上",
        "据悉,2020科技成果直通车",
    ],
    "国际工业互联网创新发展论坛 聚焦工业互联网转型发展": [
        "本报讯(记者 崔彩凤)",
        "此次论坛以",
        "在签约和成立仪式环节+APP联合创新中心",
        "与会专家纷纷表示",
    ],
    "代玉建:当好村民脱贫致富的“引路人”": [
        "▶ 本报记者 刘琴",
        "走进河南省兰考县",
        "如今,代庄村的老百姓",
        "情系家乡",
        "待人热情",
        "2014年5月6日",
        "听闻代玉建放弃事业",
        "放着郑州的好日子不过+里“讨苦吃”",
        "就这样,代玉建",
        "发展经济",
        "长期以来,代庄村",
        "2014年9月+打造绿色有机农业",
        "如今,代庄村有500亩",
        "越来越丰富的产业链条",
        "乡村振兴 幸福代庄",
        "代玉建介绍说+村建设,村两委",
        "绿树环绕",
        "“这些年让我感到高兴",
        "不仅如此,代庄村",
        "几年来,在代玉建",
    ],
    "探寻七星村的致富密码": [
        "“这样的场景以前",
        "年轻教师不愿意来",
        "据衡阳高新区扶贫工作队",
        "“到2015年秋季开学",
        "“如今,七星小学+教学设施齐全",
        "大兴产业让小康",
        "要让人们的生活",
        "在村民“鸡司令”",
        "“衡阳高新区扶贫队+你来看,我的房子",
        "“鸡司令”的故事",
        "比如,张大爷",
        "当下正值丰收",
    ],
}


def begins_in_order(article: Article) -> list[str]:
    """The text's paragraphs as beginnings in the notation of EXPECTED."""
    found, wanted = [], EXPECTED[article.title]
    for paragraph, pattern in zip(article.text.split("\n"), wanted, strict=False):
        first, _, second = pattern.partition("+")
        found.append(pattern if paragraph.startswith(first) and second in paragraph else paragraph[:20])
    return found + [paragraph[:20] for paragraph in article.text.split("\n")[len(wanted) :]]


def test_every_headline_opens_an_article_in_the_order_of_the_page() -> None:
    assert [article.title for article in ARTICLES] == list(EXPECTED)
    assert [article.id for article in ARTICLES] == [f"page#{i}" for i in range(1, 7)]
    assert all(article.date == "2020-11-09" and article.page == "page" for article in ARTICLES)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_paragraphs_come_back_to_their_article_and_place(article: Article) -> None:
    assert begins_in_order(article) == EXPECTED[article.title]


def test_nothing_is_left_over() -> None:
    assert FRAGMENTS == []


@pytest.mark.parametrize(
    "joined",
    [
        "成立工业软件和工业APP联合创新中心",
        "提升国际影响力。",
        "带领村民努力打造绿色有机农业",
        "推进美丽乡村建设",
        "非要回村里“讨苦吃”",
        "变美了,现代教学设施齐全",
        "一无所有,现在你来看",
    ],
)
def test_broken_sentences_are_joined_and_point_to_both_halves(joined: str) -> None:
    article = next(article for article in ARTICLES if joined in article.text)
    start = article.text.index(joined)
    spans = article.page_spans("text", start, start + len(joined))
    assert len(spans) == 2
    assert "".join(TEXT[a:b] for a, b in spans) == joined


def test_paragraphs_read_twice_are_kept_as_copies() -> None:
    village = next(article for article in ARTICLES if article.title.startswith("探寻"))
    assert village.text.count("“鸡司令”的故事") == 1
    copies = [TEXT[a:b] for a, b in village.copies]
    assert sum(copy.startswith("“鸡司令”的故事") for copy in copies) == 2
    assert sum(copy.startswith("你看,我的房子") for copy in copies) == 2
