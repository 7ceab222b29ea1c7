"""Whose a post is where the text says it in other ways than with a body before the title, and where it must not be guessed."""

from __future__ import annotations

import pytest

from support.posts import Told, held

GUESSED: list[tuple[str, Told]] = [
    # What stands right before the title says whose it is, and it is not the company named before.
    ("华光公司昨日公布业绩。《山河颂》的艺术总监林远江到会。", set()),
    ("华光公司昨日公布业绩。公司的总经理林远江到会。", {("林远江", "华光公司", "总经理")}),
    ("华光公司昨日公布业绩。负责财务的副总裁林远江到会。", {("林远江", "华光公司", "副总裁")}),
    ("华光公司昨日公布业绩。副总裁林远江到会。", {("林远江", "华光公司", "副总裁")}),
    # A post of what is founded or travels is not one of the body that its holder comes from.
    ("华光集团社长林远江担任名誉理事长。", {("林远江", "华光集团", "社长")}),
    ("红河大学党委副书记林远江担任团长。", {("林远江", "红河大学", "党委副书记")}),
    ("华光公司总经理林远江兼任董事长。", {("林远江", "华光公司", "总经理"), ("林远江", "华光公司", "董事长")}),
]


@pytest.mark.parametrize(("text", "expected"), GUESSED, ids=[text[8:26] for text, _ in GUESSED])
def test_bodies_that_are_guessed(text: str, expected: Told) -> None:
    assert held(text) == expected


def test_leaders_of_the_university_in_the_news_of_a_faculty() -> None:
    source = {"source": "红河大学新闻学院"}
    text = "3月4日，红河大学召开全校党建会议。党委书记林远江讲话，校领导周明达、何明远出席。林远江书记提出要求。"
    assert {body for _, body, _ in held(text, **source)} == {"红河大学"}
    text = "3月4日，我院召开党建会议。党委书记林远江讲话。"
    assert held(text, **source) == {("林远江", "红河大学新闻学院", "党委书记")}


def test_experts_from_elsewhere_are_no_professors_of_the_house() -> None:
    source = {"source": "红河大学新闻学院"}
    lead = "3月4日，红河大学新闻学院举办讲座。"
    assert held(f"{lead}林远江教授主持。", **source) == {("林远江", "红河大学新闻学院", "教授")}
    assert held(f"{lead}国内知名专家林远江教授主讲。", **source) == set()
    assert held(f"{lead}阿里尔教授主讲。", **source) == set()


ENVOYS: list[tuple[str, Told]] = [
    (
        "埃及总统塞西特使、外交部长舒克里访华。",
        {("塞西", "埃及", "总统"), ("舒克里", "埃及", "特使"), ("舒克里", "埃及外交部", "部长")},
    ),
    ("中国驻阿联酋、约旦大使林远江出席。", {("林远江", "中国", "驻阿联酋、约旦大使")}),
    ("古巴副主席萨尔瓦多·巴尔德斯访问北京。", {("萨尔瓦多·巴尔德斯", "古巴", "副主席")}),
    ("朝鲜最高领导人金正恩和特朗普会谈。", {("金正恩", "朝鲜", "最高领导人")}),
    ("浙江援疆医生、青山市人民医院副院长林远江介绍。", {("林远江", "青山市人民医院", "副院长")}),
]


@pytest.mark.parametrize(("text", "expected"), ENVOYS, ids=[text[:12] for text, _ in ENVOYS])
def test_envoys_and_states(text: str, expected: Told) -> None:
    assert held(text) == expected


TITLES: list[tuple[str, Told]] = [
    ("阿里巴巴首席平台治理官林远江发布报告。", {("林远江", "阿里巴巴", "首席平台治理官")}),
    ("红河大学社会学系第三任主任林远江出席。", {("林远江", "红河大学社会学系", "第三任主任")}),
    ("华光公司首席官员制度已经建立。", set()),
    (
        "红河大学法学研究中心副主任刘计划教授到会。",
        {("刘计划", "红河大学法学研究中心", "副主任"), ("刘计划", "红河大学法学研究中心", "教授")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TITLES, ids=[text[:12] for text, _ in TITLES])
def test_titles_that_no_list_holds(text: str, expected: Told) -> None:
    assert held(text) == expected


def test_a_preposition_before_a_surname_is_no_name() -> None:
    assert held("汉森博士向韩院长介绍了情况。红河大学法学院是主办方。") == set()
    assert held("会议由红河大学数学学院向田副教授主持。") == {("向田", "红河大学数学学院", "副教授")}


CAREERS: list[tuple[str, Told]] = [
    ("林远江3月26日刚刚被任命为青山市副市长。", {("林远江", "青山市", "副市长")}),
    ("据了解，林远江在过去六年里一直担任华光集团首席财务官一职。", {("林远江", "华光集团", "首席财务官")}),
    ("检方认为，林远江作为青山区副区长滥用职权。", {("林远江", "青山区", "副区长")}),
    ("林远江于2014年3月在云泽省副省长任上被查。", {("林远江", "云泽省", "副省长")}),
    ("时任红河学院党委书记的林远江曾表示不满。", {("林远江", "红河学院", "党委书记")}),
    ("曾担任日本央行行长的福井俊彦说，政策不是万能的。", {("福井俊彦", "日本央行", "行长")}),
    ("格桑卓嘎，是青山市云泽社区党委第一书记。", {("格桑卓嘎", "青山市云泽社区", "党委第一书记")}),
    ("中国新任驻孟大使林远江递交国书。", {("林远江", "中国", "驻孟大使")}),
    ("去年，公司在董事长任上的表现被批评。", set()),
    ("有人作为教师，在学校工作。", set()),
]


@pytest.mark.parametrize(("text", "expected"), CAREERS, ids=[text[:12] for text, _ in CAREERS])
def test_careers(text: str, expected: Told) -> None:
    assert held(text) == expected


NAMES: list[tuple[str, Told]] = [
    ("牛津大学校长路易丝·理查森：“什么时候？”", {("路易丝·理查森", "牛津大学", "校长")}),
    ("美国网络司令部司令保罗·中曾根已经表示，有必要。", {("保罗·中曾根", "美国网络司令部", "司令")}),
    ("青山市副市长周又川在会上发言。", {("周又川", "青山市", "副市长")}),
    ("蒙古国总统巴特图勒嘎和来宾会谈。", {("巴特图勒嘎", "蒙古国", "总统")}),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text[:12] for text, _ in NAMES])
def test_names_beside_titles(text: str, expected: Told) -> None:
    assert held(text) == expected


BODIES: list[tuple[str, Told]] = [
    ("国家副主席会见阿联酋联邦国民议会议长萨格尔。", {("萨格尔", "阿联酋联邦国民议会", "议长")}),
    ("红石镇东沟村耕耘农机专业合作社理事长林远江说。", {("林远江", "耕耘农机专业合作社", "理事长")}),
    (
        "山东省委依法治省办副主任、省司法厅厅长林远江表示。",
        {("林远江", "山东省委依法治省办", "副主任"), ("林远江", "山东省司法厅", "厅长")},
    ),
    (
        "罗马尼亚第一副总理兼地区发展和公共行政部长德拉格内亚到访。",
        {("德拉格内亚", "罗马尼亚", "第一副总理"), ("德拉格内亚", "罗马尼亚", "地区发展和公共行政部长")},
    ),
    ("代表团访问马达加斯加，同马总统拉乔利纳会见。", {("拉乔利纳", "马达加斯加", "总统")}),
    (
        "会见以韩中交流协会会长郑梦准为团长的韩国国会代表团。",
        {("郑梦准", "韩中交流协会", "会长"), ("郑梦准", "韩国国会代表团", "团长")},
    ),
    ("特朗普预计商务部长罗斯将独立判断。", set()),
    ("中国的卓越领导人，离开了我们。", set()),
    ("哈萨克斯坦眼科医生卡培拉别科夫来华。", set()),
    ("电影《长河》导演林远江到场。", set()),
    ("红河公司总经理田某到案。", set()),
]


@pytest.mark.parametrize(("text", "expected"), BODIES, ids=[text[:12] for text, _ in BODIES])
def test_where_bodies_begin_and_what_is_none(text: str, expected: Told) -> None:
    assert held(text) == expected


PLAIN: list[tuple[str, Told]] = [
    (
        "江北交投集团总经理兼江北高速公路公司董事长林远江，集团副总经理周明达参加签约。",
        {
            ("林远江", "江北交投集团", "总经理"),
            ("林远江", "江北高速公路公司", "董事长"),
            ("周明达", "江北交投集团", "副总经理"),
        },
    ),
    ("山北省市场监管局公布案例。该局执法稽查处处长林远江表示不满。", {("林远江", "山北省市场监管局执法稽查处", "处长")}),
    ("林远江是青山县退役军人事务局的一名科员。", {("林远江", "青山县退役军人事务局", "科员")}),
    ("2019年起任红河运营公司总经理的林远江到会。", {("林远江", "红河运营公司", "总经理")}),
    ("林远江、周明达分别当选红河协会会长、秘书长。", {("林远江", "红河协会", "会长"), ("周明达", "红河协会", "秘书长")}),
    ("演员林远江饰演青山县公安局局长周明达。", set()),
    ("总统提名经济学家卡洛斯·埃雷拉出任秘鲁央行行长，尚待批准。", set()),
    (
        "青山县法院庭长林远江担任审判长，书记员周明达记录。",
        {("林远江", "青山县法院", "庭长"), ("周明达", "青山县法院", "书记员")},
    ),
    ("国家重点研发计划首席科学家林远江作报告。", set()),
    ("同时也是执业律师的法学教授林远江说。", set()),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[text[:12] for text, _ in PLAIN])
def test_ordinary_wordings(text: str, expected: Told) -> None:
    assert held(text) == expected


COMPANIES: list[tuple[str, Told]] = [
    ("记者获悉，中源协和董事长林远江到会。", {("林远江", "中源协和", "董事长")}),
    ("有赞CEO林远江曾透露此事。", {("林远江", "有赞", "CEO")}),
    ("“北京零废弃”的联合创始人林远江说。", {("林远江", "“北京零废弃”", "联合创始人")}),
    ("现年91岁的林远江1977年至1981年出任美国副总统。", {("林远江", "美国", "副总统")}),
    ("当时董事长林远江到会，北大校长周明达出席。", {("周明达", "北大", "校长")}),
    ("年轻总裁林远江到会。", set()),
]


@pytest.mark.parametrize(("text", "expected"), COMPANIES, ids=[text[:12] for text, _ in COMPANIES])
def test_companies_that_no_list_knows(text: str, expected: Told) -> None:
    assert held(text) == expected


def test_posts_of_one_committee_and_of_a_byline() -> None:
    assert held("红河大学党委委员、常委、书记林远江讲话。") == {
        ("林远江", "红河大学", "党委委员"),
        ("林远江", "红河大学党委", "常委"),
        ("林远江", "红河大学党委", "书记"),
    }
    assert held("（作者：林远江，系红河大学法学院教授）") == {("林远江", "红河大学法学院", "教授")}
    assert held("林远江以312票当选红河协会会长。") == {("林远江", "红河协会", "会长")}
    assert held("林远江历任东山县副县长，县委常委、组织部部长，西山县委副书记。") == {
        ("林远江", "东山县", "副县长"),
        ("林远江", "东山县委", "常委"),
        ("林远江", "东山县委组织部", "部长"),
        ("林远江", "西山县委", "副书记"),
    }


SEEN: list[tuple[str, Told]] = [
    ("美国总统唐纳德?特朗普(Donald)表示欢迎。", {("唐纳德?特朗普", "美国", "总统")}),
    (
        "邀请最高人民检察院张军检察长、中央政法委副秘书长林远江授课。",
        {("张军", "最高人民检察院", "检察长"), ("林远江", "中央政法委", "副秘书长")},
    ),
    ("华光公司发展很快。泰国电视五台高级主编林远江表示欢迎。", set()),
    (
        "古巴国务委员会主席兼部长会议主席劳尔·卡斯特罗到会。",
        {("劳尔·卡斯特罗", "古巴", "国务委员会主席"), ("劳尔·卡斯特罗", "古巴部长会议", "主席")},
    ),
    ("某精品酒店王姓总经理说，生意不错。", set()),
    ("“东山纵火案”律师林远江到庭。", set()),
    ("该案主审法官林远江表示不满。", set()),
]


@pytest.mark.parametrize(("text", "expected"), SEEN, ids=[text[:12] for text, _ in SEEN])
def test_wordings_seen_in_fresh_articles(text: str, expected: Told) -> None:
    assert held(text) == expected


def test_two_sides_of_a_meeting_and_of_a_school() -> None:
    assert ("何明远", "红河学院", "教授") not in held("红河学院院长林远江、副院长周明达与何明远教授会谈。")
    assert held("红河大学法学院AnnaLee院长到访。") == {("AnnaLee", "红河大学法学院", "院长")}
    assert held("巴勒斯坦前领导人阿拉法特墓前，人们献花。") == {("阿拉法特", "巴勒斯坦", "领导人")}
    text = "我校外语中心教师林远江到会。新闻学院举办了活动。"
    assert all("新闻学院" not in body for _, body, _ in held(text, source="新闻学院"))
    assert held("新闻学院学生会换届。2018-2019学年学生会主席林远江讲话。") != {("林远江", "学年学生会", "主席")}


def test_no_body_begins_with_who_is_appointed() -> None:
    bodies = {body for _, body, _ in held("日前，江北省委决定：晏子乔同志任江海大学党委书记，不再担任南岭师范大学党委书记职务。")}
    assert bodies == {"江海大学", "南岭师范大学"}
