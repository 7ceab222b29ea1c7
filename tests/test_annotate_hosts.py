"""Events and who takes part: hosts between 由 and 主办, speakers, places, and what is none of them."""

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


SAID = [
    (
        "第三届健康论坛昨日在佛山举行。在会上发言的还有甲乙传播学院院长周明远代表《健康传播》主编林晓东、《今日健康》主编陈志鹏。",
        {"周明远", "陈志鹏"},
    ),
    (
        "青山大学教授周明远表示，要总结经验。\n东湖大学教授林晓东表示，要坚持原则。\n当日，健康学术研讨会举行，周明远在会上作上述发言。",
        {"周明远", "林晓东"},
    ),
    ("第三届健康论坛昨日在佛山举行。学院的周明远老师等数十位师生聆听了精彩演讲。", set()),
    ("第三届健康论坛昨日在佛山举行。会议学习了省委书记周明远近期重要讲话和重要指示精神。", set()),
]


@pytest.mark.parametrize(("text", "speakers"), SAID, ids=[text[:14] for text, _ in SAID])
def test_speakers(text: str, speakers: set[str]) -> None:
    """The speakers are those and no others."""
    claims = api.extract(Article(id="x", title="", text=text, date="2020-06-20"))
    assert {c.subject.name for c in claims if c.type == "SPEAKS_AT"} == speakers


def test_comment_is_at_no_event() -> None:
    """What a column quotes was said elsewhere than at the event it named last."""
    text = "健康之友部长级会议在佛山举行。\n青山市市长周明远在致辞中表示，要加强合作。"
    for title, speakers in (("健康合作走深走实（和音）", set()), ("健康之友部长级会议举行", {"周明远"})):
        claims = api.extract(Article(id="x", title=title, text=text, date="2020-06-20"))
        assert {c.subject.name for c in claims if c.type == "SPEAKS_AT"} == speakers


def test_meeting_of_the_house() -> None:
    """我省召开会议 and 全省某工作会议 are one."""
    text = "我省召开会议\n昨日，全省推进健康工作电视电话会议召开。佛山市作交流发言。"
    claims = api.extract(Article(id="x", title="", text=text, date="2020-06-20", home="广东省"))
    assert {c.object.name for c in claims if c.type == "ATTENDS" and c.object} == {"全省推进健康工作电视电话会议"}


PLACED = [
    ("第三届健康论坛在广西南宁召开。", {"南宁", "广西"}),
    ("第三届健康论坛在广州白云国际会议中心举行。", {"广州", "广州白云国际会议中心"}),
    ("代表们齐聚国家会议中心，参加第三届健康论坛。", {"国家会议中心"}),
    ("第三届健康论坛的地点定在佛山国际会议中心。", {"佛山国际会议中心"}),
    ("周明远在佛山以视频方式出席第三届健康论坛。", set()),
]


@pytest.mark.parametrize(("text", "places"), PLACED, ids=[text[:18] for text, _ in PLACED])
def test_held_at(text: str, places: set[str]) -> None:
    """The places are those and no others."""
    claims = api.extract(Article(id="x", title="", text=text, date="2020-06-20"))
    assert {c.object.name for c in claims if c.type == "HELD_AT" and c.object} == places


def test_meeting_told_by_its_holding() -> None:
    """座谈会今天在佛山召开 is an event, though nothing else names it; 最终会在6月举行 is none."""
    text = "座谈会今天在佛山召开，由青山大学校长周明远主持。"
    claims = api.extract(Article(id="x", title="", text=text, date="2020-06-20"))
    assert {(c.type, c.subject.name) for c in claims if c.type in ("CHAIRS", "HELD_ON")} == {
        ("CHAIRS", "周明远"),
        ("HELD_ON", "座谈会"),
    }
    assert not api.extract(Article(id="x", title="", text="考试最终会在6月举行。", date="2020-06-20"))


def test_column_of_a_headline_is_no_event() -> None:
    """（国际论坛） in a headline is where the piece stands."""
    text = "2006年，青山市市长周明远率代表团出席活动。"
    claims = api.extract(Article(id="x", title="拉近民心的距离（国际论坛）", text=text, date="2020-06-20"))
    assert not [c for c in claims if c.type == "ATTENDS"]


def test_said_before_the_press_conference_is_told() -> None:
    """甲31日在佛山表示……。新闻办当日召开发布会。甲指出: at the press conference; who comes later need not have been there."""
    text = (
        "青山市：保障开学\n多地将开学。\n今年情况特殊。\n"
        "青山市教育局局长周明远31日在青山表示，要保障开学。\n青山市政府新闻办当日召开新闻发布会，介绍有关情况。\n"
        "周明远指出，物资已经到位。\n“这样做有好处。”青山大学教授林晓东说。"
    )
    claims = api.extract(Article(id="x", title="青山市：保障开学", text=text, date="2020-03-31"))
    assert {c.subject.name for c in claims if c.type == "SPEAKS_AT"} == {"周明远"}


def test_ceremony_held_at_another_event() -> None:
    """颁奖仪式在年会上举行: who reads out the winners does so at the ceremony."""
    text = "5月6日，青山奖颁奖仪式在健康学会2020年学术年会上举行。青山大学周明远教授宣读获奖名单。"
    claims = api.extract(Article(id="x", title="青山奖颁奖仪式举行", text=text, date="2020-05-07"))
    assert {c.object.name for c in claims if c.type == "SPEAKS_AT" and c.object} == {"青山奖颁奖仪式"}
