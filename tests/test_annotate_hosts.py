"""Who hosts an event: the bodies between 由 and 主办, those that hold it together, and what is no host."""

from __future__ import annotations

import pytest

from kgnews import api
from kgnews.records import Article

HOSTED = [
    (
        "第三届健康论坛由越南国家科学院、日本医师会和中国国际经济交流中心（CCIEE）共同主办。",
        {"越南国家科学院", "日本医师会", "中国国际经济交流中心"},
    ),
    (
        "由青山大学新闻学院（SJC）、青山大学食品治理协同创新中心共同主办的健康论坛在京举行。",
        {"青山大学新闻学院", "青山大学食品治理协同创新中心"},
    ),
    ("由人力资源和社会保障部等四部门主办的2020金秋招聘月活动今天启动。", {"人力资源和社会保障部"}),
    ("6月9日，由青山大学数学研究院举办的《2018年冬季方程研讨会》在明理楼举办。", {"青山大学数学研究院"}),
    ("青山大学开设了外籍教师汉语培训班。", {"青山大学"}),
    ("第三届健康论坛由观众和专家评选优胜者，由志愿者承办。", set()),
    ("第三届健康论坛由多家企业、有关单位联合主办。", set()),
    ("青山大学要会同青山市教育局，举办好第三届健康论坛。", set()),
]


@pytest.mark.parametrize(("text", "hosts"), HOSTED, ids=[text[:14] for text, _ in HOSTED])
def test_hosts(text: str, hosts: set[str]) -> None:
    """The hosts are those bodies and no others."""
    claims = api.extract(Article(id="x", title="", text=text, date="2020-06-20"))
    assert {c.subject.name for c in claims if c.type == "HOSTS"} == hosts


def test_meeting_that_the_event_is_said_to_be() -> None:
    """甲论坛是乙召开的会议: one event."""
    text = "“健康与社会高端论坛”是青山大学为学习精神而召开的学术会议。"
    claims = api.extract(Article(id="x", title="", text=text, date="2020-06-20"))
    found = {(c.subject.name, c.object.name) for c in claims if c.type == "HOSTS" and c.object}
    assert found == {("青山大学", "健康与社会高端论坛")}


def test_this_forum_is_the_last_forum() -> None:
    """本届论坛 is the forum told last, not another gathering of the headline."""
    text = "当天，第六届媒体高端论坛也在佛山举行。本届论坛由青山大学主办。"
    claims = api.extract(Article(id="x", title="人文交流系列活动在佛山举行", text=text, date="2020-06-20"))
    assert {c.object.name for c in claims if c.type == "HOSTS" and c.object} == {"第六届媒体高端论坛"}
