"""Further ways to tell of events, bodies and works (invented): exactly these facts of their types, and no other."""

from __future__ import annotations

import pytest

from kgnews import api
from kgnews.records import Article

KINDS = {"HOSTS", "ORGANIZES", "HELD_AT", "HELD_ON", "PUBLISHES", "FOUNDS", "ATTENDS", "SPEAKS_AT", "CHAIRS"}


def told(text: str, title: str = "", date: str = "2023-08-20") -> set[str]:
    """The facts of these types as "subject TYPE object"."""
    claims = api.extract(Article("a", text, title=title, date=date))
    return {f"{c.subject.name} {c.type} {c.object.name if c.object else ''}" for c in claims if c.type in KINDS}


FACTS: list[tuple[str, str, set[str]]] = [
    # days
    ("8月3日下午至4日上午，青山国工商论坛在佛山举行。", "", {"青山国工商论坛 HELD_ON 2023-08-03", "青山国工商论坛 HELD_AT 佛山"}),
    (
        "外交部发言人周明达今天（19日）在记者会上表示，双方愿合作。",
        "",
        {"记者会 HELD_ON 2023-08-19", "周明达 SPEAKS_AT 记者会"},
    ),
    ("8月3日，国务院常务会议决定，扩大试点。", "", {"国务院常务会议 HELD_ON 2023-08-03"}),
    ("滨海医师会1日召开记者会指出病床不足。", "", {"滨海医师会 HOSTS 记者会", "记者会 HELD_ON 2023-08-01"}),
    (
        "8月1日至8日，青山国总理加里巴什来华出席第三届滨海运动会开幕式。",
        "",
        {"加里巴什 ATTENDS 第三届滨海运动会"},
    ),
    (
        "第三届滨海智能技术展，今天在佛山开幕。",
        "",
        {"第三届滨海智能技术展 HELD_ON 2023-08-20", "第三届滨海智能技术展 HELD_AT 佛山"},
    ),
    # the event behind its guests
    (
        "8月8日中午，在明理楼611会议室，学院党委副书记周明达老师、团委书记陈小红老师参加了国防班第一次班会。",
        "",
        {
            "国防班第一次班会 HELD_ON 2023-08-08",
            "国防班第一次班会 HELD_AT 明理楼",
            "周明达 ATTENDS 国防班第一次班会",
            "陈小红 ATTENDS 国防班第一次班会",
        },
    ),
    (
        "红河市委书记林远江，在佛山主持召开审判工作调研座谈会。",
        "",
        {"林远江 CHAIRS 审判工作调研座谈会", "审判工作调研座谈会 HELD_AT 佛山"},
    ),
    # hosts
    (
        "红河市工信局、青山高新区管委会联合举办特钢产业链招商活动。",
        "",
        {"红河市工信局 HOSTS 特钢产业链招商活动", "青山高新区管委会 HOSTS 特钢产业链招商活动"},
    ),
    ("佛山市政府共同举办2023世界旅游合作与发展大会。", "", {"佛山市政府 HOSTS 2023世界旅游合作与发展大会"}),
    ("佛山电视台主办的“寻找最美教师”大型公益活动启动。", "", {"佛山电视台 HOSTS “寻找最美教师”大型公益活动"}),
    ("红河大学将定期选派专家到青山市举办学术报告会。", "", set()),
    # each its own
    (
        "浙江省委日前举行学习精神报告会，专家作了辅导。江苏省委近日举行报告会，邀请红河大学校长林远江，就依法治国问题作专题报告。",
        "",
        {"浙江省委 HOSTS 学习精神报告会", "江苏省委 HOSTS 报告会", "林远江 SPEAKS_AT 报告会"},
    ),
    # founders
    (
        "红河大学和佛山市委共建的新闻教育研究中心成果丰硕。",
        "",
        {"红河大学 FOUNDS 新闻教育研究中心", "佛山市委 FOUNDS 新闻教育研究中心"},
    ),
    # works
    (
        "周明达教授著述颇丰。出版著作《花鸟画史》（青山美术出版社）、《画家研究》（红河教育出版社）。",
        "",
        {"周明达 PUBLISHES 花鸟画史", "周明达 PUBLISHES 画家研究"},
    ),
    (
        "这是由人社部、住建部等4部门新近出台的《工伤保险意见》。",
        "",
        {"人社部 PUBLISHES 工伤保险意见", "住建部 PUBLISHES 工伤保险意见"},
    ),
    # notices
    (
        "主讲人：周明达（红河大学教授）\n时间：2023-08-2414:00\n地点：信息楼四层学术报告厅",
        "信息讲坛第三期预告",
        {"信息讲坛第三期 HELD_ON 2023-08-24", "信息讲坛第三期 HELD_AT 信息楼", "周明达 SPEAKS_AT 信息讲坛第三期"},
    ),
    (
        "8月24日周四14：00，明理楼3层演播厅，校友讲坛第二十六期邀请周明达教授讲述青山的故事。",
        "",
        {"校友讲坛第二十六期 HELD_ON 2023-08-24", "校友讲坛第二十六期 HELD_AT 明理楼", "周明达 SPEAKS_AT 校友讲坛第二十六期"},
    ),
    ("第三届健康论坛预计召开。地点：待定", "", set()),
    # a report that begins with thoughts, and one that only names the meeting
    (
        "农业怎么做？\n这是时代的课题。\n办法总比困难多。\n大家都在想。\n8月18日，2023智慧农业论坛在佛山举行。代表们齐聚一堂，深入交流。\n"
        "红河大学校长林远江表示，要抓住机遇。",
        "农业的明天",
        {"2023智慧农业论坛 HELD_ON 2023-08-18", "2023智慧农业论坛 HELD_AT 佛山", "林远江 SPEAKS_AT 2023智慧农业论坛"},
    ),
    (
        "农业怎么做？\n这是时代的课题。\n办法总比困难多。\n大家都在想。\n8月18日，2023智慧农业论坛在佛山举行。\n"
        "红河大学校长林远江对本报记者表示，要抓住机遇。",
        "农业的明天",
        {"2023智慧农业论坛 HELD_ON 2023-08-18", "2023智慧农业论坛 HELD_AT 佛山"},
    ),
]


@pytest.mark.parametrize(("text", "title", "facts"), FACTS, ids=[text[:16] for text, _, _ in FACTS])
def test_facts(text: str, title: str, facts: set[str]) -> None:
    """What the article tells, no more and no less."""
    assert told(text, title) == facts
