"""Bodies of posts: where their names begin and end, whose a title without a body is. Invented people and sentences."""

from __future__ import annotations

import pytest

from kgnews.annotate.posts.terms_of_office import told_term
from test_annotate_posts import posts

Told = set[tuple[str, str, str]]


def held(text: str, title: str = "", **more: str) -> Told:
    return {(person, body, post) for person, body, post, _ in posts(text, title, **more)}


NAMES = [
    ("“任命状”——代庄村党支部书记李建国说。", {("李建国", "代庄村", "党支部书记")}),
    ("会上由校学术委员会主任李建国发言。", set()),
    ("据雄安云网科技有限公司董事长李建国介绍，数据很多。", {("李建国", "雄安云网科技有限公司", "董事长")}),
    ("王志强向红河大学校长李建国赠书。", {("李建国", "红河大学", "校长")}),
    ("同济大学政治与国际关系学院李建国教授发言。", {("李建国", "同济大学政治与国际关系学院", "教授")}),
    ("西安交通大学人文社会科学院院长李建国主持。", {("李建国", "西安交通大学人文社会科学院", "院长")}),
    ("巴西国家地理与统计局局长李建国表示，很好。", {("李建国", "巴西国家地理与统计局", "局长")}),
    ("视听传播系主任李建国出席。", {("李建国", "视听传播系", "主任")}),
    ("恒盛地产北京合天房地产开发有限公司总经理李建国上台。", {("李建国", "恒盛地产北京合天房地产开发有限公司", "总经理")}),
    ("如涵控股创始人、董事长李建国表示，很好。", {("李建国", "如涵控股", "创始人"), ("李建国", "如涵控股", "董事长")}),
    ("红河大学学生工作部（处）部长李建国参加。", {("李建国", "红河大学学生工作部（处）", "部长")}),
    ("红河大学社会学系副系主任李建国出席。", {("李建国", "红河大学社会学系", "副系主任")}),
    ("英国《金融时报》首席评论员李建国认为，很好。", {("李建国", "英国《金融时报》", "首席评论员")}),
    ("英语学院党总支书记李建国出席。", {("李建国", "英语学院", "党总支书记")}),
    ("招生就业处处长李建国出席。", {("李建国", "招生就业处", "处长")}),
    ("天津某公司董事长李建国也来了。", set()),
    ("给毛主席戴红领巾。", set()),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text[:12] for text, _ in NAMES])
def test_names_of_bodies(text: str, expected: Told) -> None:
    assert held(text) == expected


ELIDED = [
    (
        "中兴通讯选出新一届董事会，李自强出任公司董事长。",
        {("李自强", "中兴通讯", "董事长")},
    ),
    (
        "青山股份2023年度股东大会召开，董事长李建国主持，总经理王志强作报告。",
        {("李建国", "青山股份", "董事长"), ("王志强", "青山股份", "总经理")},
    ),
    (
        "会议会见了郝建明院士，环境学院院长王志强、环境学院党委书记李建国参加会见。",
        {("王志强", "环境学院", "院长"), ("李建国", "环境学院", "党委书记")},
    ),
    (
        "李建国教授（红河大学）、王志强教授（青山大学）作了发言。",
        {("李建国", "红河大学", "教授"), ("王志强", "青山大学", "教授")},
    ),
    ("主讲人：李建国 红河大学新闻学院教授", {("李建国", "红河大学新闻学院", "教授")}),
    (
        "广东省律师协会会长、红河大学法学院校友李建国应邀出席。",
        {("李建国", "广东省律师协会", "会长")},
    ),
    ("河北大学法学院李建国教授的发言题目是宪法。", {("李建国", "河北大学法学院", "教授")}),
    ("美国财政部长姆努钦及商务部长罗斯致词。", {("姆努钦", "美国财政部", "财政部长"), ("罗斯", "美国", "商务部长")}),
    ("来宾有社会学系历任系主任，李建国教授主持。", set()),
]


@pytest.mark.parametrize(("text", "expected"), ELIDED, ids=[text[:12] for text, _ in ELIDED])
def test_whose_a_title_is(text: str, expected: Told) -> None:
    assert held(text) == expected


def test_a_visitor_is_no_professor_of_the_house() -> None:
    text = "我校举办论坛。《外交评论》执行主编李建国教授主持论坛。红河大学王志强教授发言。"
    assert ("李建国", "红河大学", "教授") not in held(text, home="红河大学")


def test_one_of_several_bodies_is_doubtful() -> None:
    text = "红河大学、青山大学、海口大学的代表出席。会后举行了座谈，校长李建国发言。"
    assert held(text) == set()


def test_a_guest_holds_no_post_of_the_host() -> None:
    told = held("红河大学代表团访问牛津大学，副校长王志强率团，牛津大学校长李建国会见。")
    assert told == {("李建国", "牛津大学", "校长")}


def test_the_country_of_a_head_of_state_stands_in_the_title() -> None:
    told = held("欢迎仪式后，双方举行会谈。会上转达了对罗塞夫总统的问候。", "李建国同巴西总统举行会谈")
    assert ("罗塞夫", "巴西", "总统") in told


ELECTED = [
    (
        "中国摄影家协会第十次全国代表大会闭幕。大会选举产生了新一届主席团，李建国当选主席，王志强、赵海洋（女）、周明达等当选副主席。",
        {
            ("李建国", "中国摄影家协会", "主席"),
            ("王志强", "中国摄影家协会", "副主席"),
            ("赵海洋", "中国摄影家协会", "副主席"),
            ("周明达", "中国摄影家协会", "副主席"),
        },
    ),
    (
        "红河大学教育基金会召开第三届理事会第一次会议，选举李建国为理事长，王志强、赵海洋为副理事长。",
        {
            ("李建国", "红河大学教育基金会", "理事长"),
            ("王志强", "红河大学教育基金会", "副理事长"),
            ("赵海洋", "红河大学教育基金会", "副理事长"),
        },
    ),
    (
        "李建国、王志强任中央军委副主席。",
        {("李建国", "中央军委", "副主席"), ("王志强", "中央军委", "副主席")},
    ),
    ("李建国接替王志强出任青山集团总裁。", {("李建国", "青山集团", "总裁")}),
]


@pytest.mark.parametrize(("text", "expected"), ELECTED, ids=[text[:12] for text, _ in ELECTED])
def test_who_is_elected(text: str, expected: Told) -> None:
    assert held(text) == expected


TERMS = [
    ("李建国2018年3月任", ("2018-03", "")),
    ("李建国自2015年起担任", ("2015", "")),
    ("李建国2012年3月至2015年任", ("2012-03", "2015")),
    ("2018年5月4日当选", ("2018-05-04", "")),
    ("2018年毕业，后任", ("", "")),
    ("2018年19月任", ("2018", "")),
]


@pytest.mark.parametrize(("before", "expected"), TERMS)
def test_terms_of_office(before: str, expected: tuple[str, str]) -> None:
    assert told_term(before + "红河大学校长", len(before)) == expected
