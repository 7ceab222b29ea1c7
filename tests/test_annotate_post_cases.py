"""Posts of state leaders, posts in the news of a school, and where names and bodies end: invented people."""

from __future__ import annotations

import pytest

from support.posts import Told, held

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


BODIES: list[tuple[str, Told]] = [
    ("华光科技有限公司的创始人雷小军表示", {("雷小军", "华光科技有限公司", "创始人")}),
    ("青山大学的教授李四平说", {("李四平", "青山大学", "教授")}),
    ("埃及常驻联合国粮农组织代表巴萨姆·拉迪说", {("巴萨姆·拉迪", "埃及", "常驻联合国粮农组织代表")}),
    (
        "安理会本月轮值主席、中国常驻联合国代表张军说",
        {("张军", "安理会", "轮值主席"), ("张军", "中国", "常驻联合国代表")},
    ),
    ("美国商务部新闻官WillReinert表示", {("WillReinert", "美国商务部", "新闻官")}),
    ("中共中央组织部组织二局五处处长李拥福到会。", {("李拥福", "中共中央组织部组织二局五处", "处长")}),
    ("任县住建局局长耿卫平说", {("耿卫平", "任县住建局", "局长")}),
    ("葡萄牙科技和高等教育部部长埃托尔说", {("埃托尔", "葡萄牙科技和高等教育部", "部长")}),
    ("不少企业，如联想控股股份有限公司董事长刘传明到会。", {("刘传明", "联想控股股份有限公司", "董事长")}),
    (
        "中央应对新冠肺炎疫情工作领导小组组长李小强到会。",
        {("李小强", "中央应对新冠肺炎疫情工作领导小组", "组长")},
    ),
    ("参议院多数党领袖麦康奈尔说", {("麦康奈尔", "参议院", "多数党领袖")}),
    ("联合国叙利亚问题特使德米斯图拉说", {("德米斯图拉", "联合国", "叙利亚问题特使")}),
    (
        "代表团团长为青山大学哲学院院长姚中新教授。",
        {("姚中新", "青山大学哲学院", "院长"), ("姚中新", "青山大学哲学院", "教授")},
    ),
    ("东四九条小学校长王凤岭介绍", set()),
    ("二审代理律师殷小利说", set()),
    ("钢琴教师陈朝晖说", set()),
    ("研究方向项目经理窦志明说", set()),
    ("旷明义是湖南一家劳务公司的项目经理。", set()),
]


@pytest.mark.parametrize(("text", "expected"), BODIES, ids=[text[:12] for text, _ in BODIES])
def test_what_is_a_body(text: str, expected: Told) -> None:
    assert held(text) == expected


FRONT: list[tuple[str, Told]] = [
    ("作为湖南衡阳市委书记，郑建新的目标是发展。", {("郑建新", "湖南衡阳市委", "书记")}),
    ("时任三河街社区主任的张正平说", {("张正平", "三河街社区", "主任")}),
    (
        "李小青曾任杭州仪表厂工程师，2003年加入杭州海兴电力科技股份有限公司担任副总经理。",
        {("李小青", "杭州仪表厂", "工程师"), ("李小青", "杭州海兴电力科技股份有限公司", "副总经理")},
    ),
    ("美国总统特朗普取消出访，改由副总统彭斯代表致意。", {("特朗普", "美国", "总统"), ("彭斯", "美国", "副总统")}),
]


@pytest.mark.parametrize(("text", "expected"), FRONT, ids=[text[:12] for text, _ in FRONT])
def test_posts_before_the_clause_of_their_holder(text: str, expected: Told) -> None:
    assert held(text) == expected


def test_of_the_university_in_the_news_of_its_faculty() -> None:
    text = "参会的有校审核评估专家组组长、常务副校长王利平，校长助理郝新立，教务秘书庄小莹。"
    told = held(text, home="青山大学新闻学院")
    assert ("郝新立", "青山大学", "校长助理") in told
    assert ("庄小莹", "青山大学新闻学院", "教务秘书") in told
    assert not any(body == "审核评估" for _, body, _ in told)


LINES: list[tuple[str, Told]] = [
    (
        "【主讲】贾国华，青山大学国际关系学院前院长、教授【时间】2020年4月27日",
        {("贾国华", "青山大学国际关系学院", "院长"), ("贾国华", "青山大学国际关系学院", "教授")},
    ),
    ("【主讲】黄福明中国旅游研究院首席专家【时间】2020年4月28日", {("黄福明", "中国旅游研究院", "首席专家")}),
    ("美国政府表示，奥巴马总统将出席。", {("奥巴马", "美国", "总统")}),
    ("访问卢旺达期间，他将同卡加梅总统举行会谈。", {("卡加梅", "卢旺达", "总统")}),
    ("青山市检察院高度重视。该院检察长丁小敏到会。", {("丁小敏", "青山市检察院", "检察长")}),
    ("青山网副总裁关建文先生受聘担任委员。", {("关建文", "青山网", "副总裁")}),
    ("剑桥大学高级研究员、《山河》作者马丁·杰克斯说", {("马丁·杰克斯", "剑桥大学", "高级研究员")}),
    ("利比里亚国防部长布朗尼·萨穆凯说", {("布朗尼·萨穆凯", "利比里亚", "国防部长")}),
]


@pytest.mark.parametrize(("text", "expected"), LINES, ids=[text[:12] for text, _ in LINES])
def test_lines_and_well_known_heads(text: str, expected: Told) -> None:
    assert held(text) == expected


def test_a_list_of_the_house() -> None:
    home = "青山大学国际关系学院"
    told = held("我院开会，院长郑志勇，党总支书记旋天颖，副院长柯媛元参加。", home=home)
    assert ("旋天颖", home, "党总支书记") in told
    told = held("分团委书记刘天中老师、分团委学生会、青年志愿者协会负责人担任评委。", home=home)
    assert told == {("刘天中", home, "团委书记")}
    told = held("我院郑保明教授、杨保军教授参会。", home=home)
    assert ("杨保军", home, "教授") in told


FRAMED: list[tuple[str, Told]] = [
    ("青山市委书记周洪都、秘书长李明参加会议。", {("周洪都", "青山市委", "书记")}),
    ("青山公司副总裁盛夏、郎岱、席远及员工代表出席会议。", {(one, "青山公司", "副总裁") for one in ("盛夏", "郎岱", "席远")}),
    ("仪式由青山市教育局副局长温泉主持。", {("温泉", "青山市教育局", "副局长")}),
    ("青山市水利局局长高渊率工作组赶赴灾区。", {("高渊", "青山市水利局", "局长")}),
    ("晚宴由华侨中心执行长洪远山主持。", {("洪远山", "华侨中心", "执行长")}),
    ("青山竹业协会会长李明，执行会长、永青集团董事局主席章远，副会长黄小敏出席。", {("黄小敏", "青山竹业协会", "副会长")}),
    ("聘任甲校李明等19人为委员会委员，实验室主任王小刚讲话。", {("王小刚", "实验室", "主任")}),
    ("下图为青山市作家协会主席颜立山（右二）。", {("颜立山", "青山市作家协会", "主席")}),
    ("青山市教育局局长任上，他一直关心学校。", set()),
    ("青山市教育局局长单位，由市里确定。", set()),
]


@pytest.mark.parametrize(("text", "expected"), FRAMED, ids=[text[:12] for text, _ in FRAMED])
def test_names_that_are_words_between_a_title_and_a_mark(text: str, expected: Told) -> None:
    told = held(text)
    assert expected <= told
    assert expected or not told
