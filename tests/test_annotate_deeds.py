"""Deeds between persons and bodies in the wordings that news have for them: all facts of the type, and no others."""

from __future__ import annotations

import pytest

from kgnews import api
from kgnews.records import Article

Pairs = set[tuple[str, str]]
DEEDS: list[tuple[str, str, Pairs]] = [
    ("MEETS", "外交部长林远江在内罗毕与法国外长皮埃尔·雅克会面。", {("林远江", "皮埃尔·雅克")}),
    ("MEETS", "外交部长林远江同法国外长皮埃尔·雅克通了电话。", {("林远江", "皮埃尔·雅克")}),
    ("MEETS", "国家主席林远江和夫人陈晓红18日在红河宫会见法国总统皮埃尔·雅克。", {("林远江", "皮埃尔·雅克")}),
    ("MEETS", "清华大学校长林远江接待了来访的红河大学校长王建军一行。", {("林远江", "王建军")}),
    ("MEETS", "清华大学校长林远江接待了来访的师生代表，红河大学校长王建军发来贺信。", set()),
    ("SIGNS_WITH", "清华大学、红河大学与青山集团签订协议。", {("清华大学", "青山集团"), ("红河大学", "青山集团")}),
    (
        "SIGNS_WITH",
        "清华大学与红河大学、青山集团等3家单位，以“云签约”方式签署合作协议。",
        {("清华大学", "红河大学"), ("清华大学", "青山集团")},
    ),
    ("SIGNS_WITH", "清华大学与青山集团举行座谈会。会上，双方签署了合作协议。", {("清华大学", "青山集团")}),
    ("SIGNS_WITH", "清华大学与青山集团举行座谈会。双方拟签署合作协议。", set()),
    ("PUBLISHES", "教育部会同财政部印发《教师队伍建设规划》。", {("教育部", "教师队伍建设规划"), ("财政部", "教师队伍建设规划")}),
    ("PUBLISHES", "教育部、财政部分别发布《教育报告》、《财政报告》。", {("教育部", "教育报告"), ("财政部", "财政报告")}),
    ("PUBLISHES", "教育部、财政部、清华大学分别发布《教育报告》、《财政报告》。", set()),
    (
        "PUBLISHES",
        "清华大学高度重视人才工作，先后制定了《引进办法》《评价办法》。",
        {("清华大学", "引进办法"), ("清华大学", "评价办法")},
    ),
    ("PUBLISHES", "根据教育部印发的《教师队伍建设规划》，各校加快培养。", {("教育部", "教师队伍建设规划")}),
    ("PUBLISHES", "国务院总理林远江日前签署国务院令，公布《网络保护条例》。", {("国务院", "网络保护条例")}),
    ("PUBLISHES", "由中国法学会组织编写的《法治报告》在京发布。", {("中国法学会", "法治报告")}),
    ("PUBLISHES", "清华大学高度重视人才工作，认真学习《引进办法》。", set()),
    ("FOUNDS", "清华大学纺织学院成立了“毕业指导小组”。", {("清华大学纺织学院", "毕业指导小组")}),
    ("FOUNDS", "德清县高度重视媒体融合，清华大学率先组建成立德清县融媒体中心。", {("清华大学", "德清县融媒体中心")}),
    (
        "FOUNDS",
        "青山研究院由清华大学、红河大学以及企业联合构建。",
        {("清华大学", "青山研究院"), ("红河大学", "青山研究院")},
    ),
    ("FOUNDS", "华为公司在德国设立慕尼黑研究中心。", {("华为公司", "慕尼黑研究中心")}),
    ("FOUNDS", "教育部在清华大学、北京大学等高校设立国家教师发展中心。", {("教育部", "国家教师发展中心")}),
    (
        "FOUNDS",
        "清华大学和华为公司共建“智能基座”联合实验室。",
        {("清华大学", "“智能基座”联合实验室"), ("华为公司", "“智能基座”联合实验室")},
    ),
    ("FOUNDS", "清华大学成立了专门工作组。", set()),
    ("FOUNDS", "清华大学筹划在德清县设立产业研究院。", set()),
]


@pytest.mark.parametrize(("kind", "text", "pairs"), DEEDS, ids=[f"{kind}-{text[:16]}" for kind, text, _ in DEEDS])
def test_deeds(kind: str, text: str, pairs: Pairs) -> None:
    """The two ends of each fact of the kind."""
    claims = api.extract(Article(id="x", title="", text=text, date="2024-05-20"))
    assert {(c.subject.name, c.object.name) for c in claims if c.type == kind and c.object} == pairs
