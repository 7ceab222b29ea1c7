"""Posts told in forms between title and name, of former ministers, of the dead, and what is no post: invented people."""

from __future__ import annotations

import pytest

from kgnews.api import extract
from kgnews.records import Article

Told = set[tuple[str, str, str, str]]


def held(text: str, title: str = "") -> Told:
    """(person, body, title, status) of every post that is extracted, doubtful ones left out."""
    told = (claim for claim in extract(Article("a", text, title)) if claim.type == "HOLDS_POSITION")
    return {
        (c.subject.name, c.object.name, str(c.properties.get("title", "")), str(c.properties.get("status", "")))
        for c in told
        if c.object is not None and not c.doubtful
    }


FORMS: list[tuple[str, Told]] = [
    (
        "青山学院分团委副书记2014级本科生林远江、周明达出席会议。",
        {("林远江", "青山学院分团委", "副书记", ""), ("周明达", "青山学院分团委", "副书记", "")},
    ),
    ("青山学院学生会常务副主席2016级林远江主持会议。", {("林远江", "青山学院学生会", "常务副主席", "")}),
    (
        "中国作协党组书记理事长林远江介绍了情况。",
        {("林远江", "中国作协", "党组书记", ""), ("林远江", "中国作协", "理事长", "")},
    ),
    (
        "红河大学党委书记校长林远江介绍了情况。",
        {("林远江", "红河大学", "党委书记", ""), ("林远江", "红河大学", "校长", "")},
    ),
    (
        "以尼泊尔交通部部长玛德哈·鲍德尔为团长的代表团来访。",
        {("玛德哈·鲍德尔", "尼泊尔交通部", "部长", "")},
    ),
    ("尼泊尔前教育部部长玛德哈·鲍德尔发言。", {("玛德哈·鲍德尔", "尼泊尔教育部", "部长", "former")}),
    ("以色列前国家安全副顾问阿里尔·莱维特发言。", {("阿里尔·莱维特", "以色列", "国家安全副顾问", "former")}),
    ("新华社北京3月4日电 会议结束。\n监制：林远江 统筹：周明达 何明远", set()),
    ("刘新朝是农民代表，也是乡镇人大主席。", set()),
    ("林远江现任非营利机构贝尔格莱德平等世界论坛主席。", {("林远江", "贝尔格莱德平等世界论坛", "主席", "")}),
    ("青山市委书记林远江会见来宾。外事书记奥古斯托参加会见。", {("林远江", "青山市委", "书记", "")}),
    (
        "红河大学党委常务副书记周明达、何明远出席会议。",
        {("周明达", "红河大学", "党委常务副书记", "")},
    ),
    (
        "何明远任轻工业部机械局计划处处长、副局长。",
        {
            ("何明远", "轻工业部机械局计划处", "处长", ""),
            ("何明远", "轻工业部机械局", "副局长", ""),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text[:12] for text, _ in FORMS])
def test_forms_of_posts(text: str, expected: Told) -> None:
    assert held(text) == expected


def test_an_obituary_tells_the_posts_of_the_dead() -> None:
    text = (
        "青山集团原总经理费明远同志，因病于2020年在北京逝世，享年90岁。\n费明远是河北人。1946年起在上海读书。"
        "他一生勤奋。他热爱工作。他爱护同事。他生活简朴。他从不张扬。"
        "1958年1月起先后任红河机械局计划处副处长、处长。1970年起先后任河北省纺织工业局副局长、局长。"
    )
    found = held(text, "费明远同志逝世")
    assert found == {
        ("费明远", "青山集团", "总经理", "former"),
        ("费明远", "红河机械局计划处", "副处长", "former"),
        ("费明远", "红河机械局计划处", "处长", "former"),
        ("费明远", "河北省纺织工业局", "副局长", "former"),
        ("费明远", "河北省纺织工业局", "局长", "former"),
    }
