"""Posts of state leaders, posts in the news of a school, and where names and bodies end: invented people."""

from __future__ import annotations

import pytest

from kgnews.api import extract
from kgnews.records import Article

Told = set[tuple[str, str, str]]


def held(text: str, title: str = "", **more: str) -> Told:
    """(person, body, title) of every post that is extracted, doubtful ones left out."""
    told = (claim for claim in extract(Article("a", text, title, **more)) if claim.type == "HOLDS_POSITION")  # type: ignore[arg-type]
    return {(c.subject.name, c.object.name, str(c.properties.get("title", ""))) for c in told if c.object is not None}


NAMES: list[tuple[str, Told]] = [
    ("华光公司创始人任正山引述过一句话", {("任正山", "华光公司", "创始人")}),
    ("教育部基础教育司司长吕玉刚讲道", {("吕玉刚", "教育部基础教育司", "司长")}),
    ("青山市人大常委会原副主任刘玉和，以及其他人到会。", {("刘玉和", "青山市人大常委会", "副主任")}),
    ("意大利总理孔特时强调", {("孔特", "意大利", "总理")}),
    ("习近平致电祝贺祖马再次当选南非总统。", {("祖马", "南非", "总统")}),
    ("国家副主席韩正在纽约出席会议", {("韩正", "中国", "国家副主席")}),
    ("布隆迪外长欣吉罗、乌干达外长杰杰·奥东戈出席。", {("欣吉罗", "布隆迪", "外长"), ("杰杰·奥东戈", "乌干达", "外长")}),
    ("纳扎尔巴耶夫总统成功举行会议。", set()),
    ("此外，日本议员也参拜。", set()),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text[:12] for text, _ in NAMES])
def test_where_names_end(text: str, expected: Told) -> None:
    assert held(text) == expected


STATE: list[tuple[str, Told]] = [
    ("埃及总统塞西指示", {("塞西", "埃及", "总统")}),
    ("阮富仲总书记强调，中共中央一直支持。", set()),
    (
        "越共中央总书记、国家主席阮富仲会见来宾。阮富仲总书记强调友好。",
        {("阮富仲", "越共中央", "总书记"), ("阮富仲", "越南", "国家主席")},
    ),
    ("李克强总理访问匈牙利。匈牙利总理与他会谈。", set()),
    ("习近平指出，你担任菲律宾总统以来，两国友好。", set()),
    ("习近平强调，智利还是亚洲基础设施投资银行正式成员。", set()),
    ("要深刻领会习近平总书记重要讲话精神。", set()),
    (
        "意大利副总理兼内政部长萨尔维尼说",
        {("萨尔维尼", "意大利", "副总理"), ("萨尔维尼", "意大利内政部", "部长")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATE, ids=[text[:12] for text, _ in STATE])
def test_posts_of_states(text: str, expected: Told) -> None:
    assert held(text) == expected


def test_a_bare_post_belongs_to_the_house_not_to_the_school_visited() -> None:
    text = (
        "周明达副校长一行赴青山财经大学调研，看望我校挂职教师。青山财经大学副校长孙国明参加了座谈。"
        "孙国明副校长表示欢迎。红河大学重视合作。会上，周明达副校长向孙国明副校长赠书。"
    )
    told = held(text, "周明达副校长一行调研")
    assert ("周明达", "红河大学", "副校长") in told
    assert ("孙国明", "青山财经大学", "副校长") in told
    assert not any(name == "周明达" and "财经" in body for name, body, _ in told)


def test_the_one_office_of_the_article_is_its_heads() -> None:
    assert held("教务处召开会议，会议由李四平处长主持。", source="教务处") == {("李四平", "教务处", "处长")}
