"""Who hosts, organizes and supports an event, where and when it is held, in the ordinary wordings of news."""

from __future__ import annotations

import pytest

from kgnews import api
from kgnews.records import Article

ROLES = {"HOSTS": "H", "ORGANIZES": "O", "CO_ORGANIZES": "C", "SUPPORTS": "S"}
# Roles as "H body": hosts, organizes (O), co-organizes (C), supports (S).
TOLD = [
    (
        "第三届江河论坛5日在武汉开幕。活动由青山大学主办，佛山市教育局承办，红河出版社协办。",
        {"H 青山大学", "O 佛山市教育局", "C 红河出版社"},
    ),
    ("第五届“江河杯”桥牌赛12日开赛，由湖北省体育局指导，武汉市体育局主办。", {"S 湖北省体育局", "H 武汉市体育局"}),
    ("全国大学生网球赛12日在佛山开赛。赛事由青山大学主办，红河大学承办。", {"H 青山大学", "O 红河大学"}),
    (
        "首届乡村音乐节在德清县开幕。音乐节的主办单位是德清县政府，承办单位为德清县文旅局，支持单位有青山大学、红河银行。",
        {"H 德清县政府", "O 德清县文旅局", "S 青山大学", "S 红河银行"},
    ),
    ("第三届江河论坛将于26日举行，青山大学为主办单位，红河大学为承办单位。", {"H 青山大学", "O 红河大学"}),
    ("本届花博会由佛山市政府、广东省农业农村厅主办，青山大学承办。", {"H 佛山市政府", "H 广东省农业农村厅", "O 青山大学"}),
    ("本届花博会得到青山大学的支持。", {"S 青山大学"}),
    (
        "佛山市妇联会同佛山市教育局、佛山市总工会在青山大学召开家庭教育座谈会。",
        {"H 佛山市妇联", "H 佛山市教育局", "H 佛山市总工会"},
    ),
    ("中国科协携手青山大学发起的“少年科学家”挑战赛3日在佛山收官。", {"H 中国科协", "H 青山大学"}),
    ("青山大学与红河大学联手在西安推出“丝路遗珍”文物展。", {"H 青山大学", "H 红河大学"}),
    ("青山大学学生会组织开展“新生第一课”主题班会。", {"H 青山大学学生会"}),
    (
        "佛山市总工会联合团市委、佛山市妇联在工人文化宫举办“缘聚金秋”联谊会。",
        {"H 佛山市总工会", "H 团市委", "H 佛山市妇联"},
    ),
    ("第四届国际书法展开展，青山博物馆承办，中国书法家协会主办。", {"O 青山博物馆", "H 中国书法家协会"}),
    ("“校友招聘会”在佛山举办，由校友工作办公室主办、就业指导中心承办。", {"H 校友工作办公室", "O 就业指导中心"}),
    ("第三届江河论坛由青山大学与《传播研究》编辑部联合主办。", {"H 青山大学", "H 《传播研究》编辑部"}),
    (
        "赛事未定。第三届江河杯越野赛由国家体育总局青少年体育司指导，佛山市体育局主办。",
        {"S 国家体育总局青少年体育司", "H 佛山市体育局"},
    ),
    ("在佛山市农业农村局于双塔村举办的冬枣栽培技术培训班上，果农们听得格外认真。", {"H 佛山市农业农村局"}),
    ("第三届江河论坛由专业公司、社会组织承办。", set()),
    ("佛山市教育局组织全市中小学校长参加了教育论坛。", set()),
    ("这次活动由主办方负责，佛山市教育局将加强指导，支持学校开展活动。", set()),
    ("市政协委员周明远建议，每年举办一次青少年科技节，并由佛山市科协承办。", set()),
    ("红河大学的研究项目得到青山大学的支持，健康论坛上专家作了介绍。", set()),
]
# Where and when, as "@ place" and the day.
HELD = [
    ("9月2日晚，佛山市广场舞展演在世纪莲体育中心火热开演。", {"@ 世纪莲体育中心", "2023-09-02"}),
    ("两岸青年创业大赛18日在厦门登场。", {"@ 厦门", "2023-09-18"}),
    ("青山大学成立三十周年图片展9月10日在青山大学图书馆揭幕。", {"@ 青山大学图书馆", "2023-09-10"}),
    ("第三届江河马拉松9月10日在武汉鸣枪起跑。", {"@ 武汉", "2023-09-10"}),
    ("佛山市工商联三届五次常委会9月8日在佛山召开。", {"@ 佛山", "2023-09-08"}),
    ("第十届江河艺术节将在武汉举办，具体时间为10月9日至30日。", {"@ 武汉", "2023-10-09"}),
    ("9月8日晚，青山大学学生会组织开展“新生第一课”主题班会。", {"2023-09-08"}),
    ("周明远在佛山市教育局9月8日举办的形势报告会上发言。", {"2023-09-08"}),
    ("各地建成示范学校，每年在佛山开展进校园活动。", set()),
    ("随着国际体育盛会举行，游客越来越多。", set()),
]


@pytest.mark.parametrize(("text", "roles"), TOLD, ids=[text[:14] for text, _ in TOLD])
def test_roles(text: str, roles: set[str]) -> None:
    """The bodies have those roles and no others."""
    claims = api.extract(Article(id="x", title="", text=text, date="2023-09-20"))
    assert {f"{ROLES[c.type]} {c.subject.name}" for c in claims if c.type in ROLES} == roles


@pytest.mark.parametrize(("text", "held"), HELD, ids=[text[:14] for text, _ in HELD])
def test_where_and_when(text: str, held: set[str]) -> None:
    """The event is held there and then, and nowhere else."""
    claims = api.extract(Article(id="x", title="", text=text, date="2023-09-20"))
    found = {
        ("@ " if c.type == "HELD_AT" else "") + c.object.name for c in claims if c.type in ("HELD_AT", "HELD_ON") and c.object
    }
    assert found == held
