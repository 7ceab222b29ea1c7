"""Who is at an event and who is not: long lists, couples, names known by their place only, interviews told in a report (invented)."""

from __future__ import annotations

import pytest

from kgnews import api
from kgnews.records import Article

HELD = "第三届全国智慧农业论坛昨日在佛山举行，与会嘉宾深入交流。\n"
TYPES = {"SPEAKS_AT": "讲", "CHAIRS": "主", "ATTENDS": "到"}


def facts(text: str, title: str = "") -> set[str]:
    """The facts of the three types as words: 讲 甲."""
    claims = api.extract(Article("a", text, title=title, date="2021-05-06"))
    return {f"{TYPES[c.type]} {c.subject.name}" for c in claims if c.type in TYPES}


THERE = [
    (
        "参加论坛的外方领导人有朴正民、李浩然、努光福、金建国、陈立新、太亨民、王建军等。",
        {f"到 {name}" for name in ("朴正民", "李浩然", "努光福", "金建国", "陈立新", "太亨民", "王建军")},
    ),
    (
        "信息学院林远江副教授、物理学院教学督导周明达、苏州校区教务部陈珂、李建国等参加了论坛。",
        {"到 林远江", "到 周明达", "到 陈珂", "到 李建国"},
    ),
    (
        "其间，佛山市市长林远江会见红河大学校长周明达、德清县县长陈小红等，出席第三届全国智慧农业论坛等活动。",
        {"到 林远江"},
    ),
    (
        "林远江、陈小红、汪洋、王沪明、赵立新、韩正华等党和国家领导人出席论坛。",
        {f"到 {name}" for name in ("林远江", "陈小红", "汪洋", "王沪明", "赵立新", "韩正华")},
    ),
    (
        "青山电视台台长林远江，巴西总统府妇女、青年事务部部长陈小红，中国驻巴西大使李建国等出席论坛。",
        {"到 林远江", "到 陈小红", "到 李建国"},
    ),
    ("巴西副总统林远江、佛山市市长陈小红出席论坛，分别作工作报告。", {"讲 林远江", "讲 陈小红"}),
    ("佛山市市长林远江对各企业参加第三届全国智慧农业论坛表示欢迎。", {"讲 林远江"}),
    (
        "东海大学教授林远江、社工系主任周明达以及陈小红副教授分别就育儿环境、家庭政策应对、托儿照顾等主题做了报告。",
        {"讲 林远江", "讲 周明达", "讲 陈小红"},
    ),
    (
        "东海大学教授林远江、青山大学教授周明达、红河大学教授陈小红先后从不同角度呈现了智慧灌溉的核心问题。",
        {"讲 林远江", "讲 周明达", "讲 陈小红"},
    ),
    ("会议着重学习了周明达总书记等中央领导同志的重要讲话。", set()),
    ("佛山市教育局局长林远江主持授课，200人参加论坛。", {"主 林远江"}),
    ("国务院副总理林远江讲话。周明达总理要求，要抓好粮食生产。", {"讲 林远江"}),
    ("林远江的发言人10日也表示，佛山将加大投入。", set()),
]


@pytest.mark.parametrize(("text", "there"), THERE, ids=[text[:14] for text, _ in THERE])
def test_there(text: str, there: set[str]) -> None:
    """Exactly these people are told to be there."""
    assert facts(HELD + text) == there


def test_at_a_survey_that_is_a_meeting() -> None:
    """参加调研 is to be at the meeting that the survey is."""
    text = "教师考核评价调研会昨日举行，林远江副校长出席。研究生院副院长周明达、教务处副处长陈小红参加调研。"
    assert facts(text) == {"到 林远江", "到 周明达", "到 陈小红"}


ELSEWHERE = [
    ("数字赋能教育添彩（在一线）", "红河大学校长林远江说，学校用上了云平台。"),
    ("数字赋能教育添彩", "课堂上，红河大学教授林远江对研究生们提出一个课题。\n红河大学校长周明达说，学校用上了云平台。"),
    ("早读｜论坛举行｜学者热议", "红河大学校长林远江说，学校用上了云平台。"),
]


@pytest.mark.parametrize(("title", "text"), ELSEWHERE)
def test_not_there(title: str, text: str) -> None:
    """Stories that only mention the conference in their lead quote nobody at it."""
    assert facts(HELD + text, title) == set()


def test_a_telegram_is_no_speech() -> None:
    """致电 to a meeting: the sender was not there."""
    text = "国家主席林远江31日致电江河国家联盟会议轮值主席周明达，祝贺第三届江河国家联盟会议在佛山召开。\n林远江指出，联盟致力于和平。"
    assert facts(text, "林远江向第三届江河国家联盟会议致贺电") == set()


def test_the_next_item_of_a_report_is_at_its_own_event() -> None:
    """A course that is taught is where the story is then; those who attend another meeting are only spoken with."""
    text = (
        "2020年5月4日，林远江教授参加“党报研讨会”。会议由青山日报社社长周明达主持。\n"
        "2020年5月6日下午，林远江教授在佛山为“全国信息传媒工作培训班”授课。佛山日报社社长陈小红主持会议。"
    )
    claims = api.extract(Article("a", text, date="2020-05-08"))
    chairs = {(c.subject.name, c.object.name) for c in claims if c.type == "CHAIRS" and c.object}
    assert chairs == {("周明达", "党报研讨会"), ("陈小红", "全国信息传媒工作培训班")}


def test_at_the_event_of_a_headline_that_the_text_names_late() -> None:
    """The lead says only that they talked; the headline says where."""
    text = (
        "全国政协主席林远江8日在京与有关党派负责人座谈，就调研成果进行协商。\n林远江强调，企业是根本。\n要久久为功。\n要深入调研。\n"
        "要总结经验。\n民革中央主席周明达、民进中央主席陈小红分别介绍了调研成果。\n林远江指出，“优化环境”座谈会是好形式。"
    )
    assert facts(text, "林远江出席“优化环境”座谈会") >= {"讲 周明达", "讲 陈小红"}


def test_attends_while_meeting() -> None:
    """出席某会期间会见某人: who attends is the one who meets."""
    assert facts("国家主席林远江在约翰内斯堡出席第三届江河国家论坛期间会见巴西总统卢拉。") == {"到 林远江"}
