"""Where names and bodies beside titles begin and end, and whose a post in a list of statesmen is: invented people."""

from __future__ import annotations

import pytest

from kgnews.api import extract
from kgnews.records import Article

Told = set[tuple[str, str, str]]


def held(text: str, title: str = "", **more: str) -> Told:
    """(person, body, title) of every post that is extracted, doubtful ones left out."""
    told = (claim for claim in extract(Article("a", text, title, **more)) if claim.type == "HOLDS_POSITION")  # type: ignore[arg-type]
    return {
        (c.subject.name, c.object.name, str(c.properties.get("title", "")))
        for c in told
        if c.object is not None and not c.doubtful
    }


TAILS: list[tuple[str, Told]] = [
    ("他会见了约旦国王阿卜杜勒七世，双方交谈。", {("阿卜杜勒七世", "约旦", "国王")}),
    ("日本外务大臣小林太郎定于14日访问。", {("小林太郎", "日本", "外务大臣")}),
    ("青山市商务局局长刘长于在会上说，情况良好。", {("刘长于", "青山市商务局", "局长")}),
    ("会见蒙古国总理阿勒坦苏亚格。", {("阿勒坦苏亚格", "蒙古国", "总理")}),
    ("缅甸移民和人口部部长昂载会见了代表团。", {("昂载", "缅甸移民和人口部", "部长")}),
    ("李强同哈萨克斯坦总理举行会晤。", set()),
]


@pytest.mark.parametrize(("text", "expected"), TAILS, ids=[text[:12] for text, _ in TAILS])
def test_tails_of_names(text: str, expected: Told) -> None:
    assert held(text) == expected


BODIES: list[tuple[str, Told]] = [
    ("石村村党支部书记何明远介绍。", {("何明远", "石村村", "党支部书记")}),
    ("中铁十九局集团国际公司总经理何明远说。", {("何明远", "中铁十九局集团国际公司", "总经理")}),
    ("青山市保安局局长林远江联合警务处处长何明远发表声明。", {("林远江", "青山市保安局", "局长"), ("何明远", "警务处", "处长")}),
    ("青山区检察院检察长林远江、公诉部主任陈明远参加。", {("林远江", "青山区检察院", "检察长"), ("陈明远", "公诉部", "主任")}),
    (
        "比较国际政治研究所所长何明远教授发言。",
        {("何明远", "比较国际政治研究所", "所长"), ("何明远", "比较国际政治研究所", "教授")},
    ),
    ("中国铁路青山局集团有限公司副总经理何明远说。", {("何明远", "中国铁路青山局集团有限公司", "副总经理")}),
    ("林远江辞任华光网董事会秘书 何明远接任", {("林远江", "华光网", "董事会秘书")}),
    ("纵火案被告林远江律师何明远退庭。", set()),
    ("法律援助律师何明远参加了庭审。", set()),
    ("红河大学法学院选派挂职青山财经大学法学院副院长的何明远教授参加会议。", {("何明远", "青山财经大学法学院", "副院长")}),
    (
        "我院邀请AnnaLee教授、法国青山第三大学副校长MarkOtis教授参加。",
        {("MarkOtis", "法国青山第三大学", "副校长"), ("MarkOtis", "法国青山第三大学", "教授")},
    ),
    (
        "林远江曾先后担任通辽市科左后旗副旗长、旗长。",
        {("林远江", "通辽市科左后旗", "副旗长"), ("林远江", "通辽市科左后旗", "旗长")},
    ),
    ("青山市委书记、全市总河长何明远到河边巡查。", {("何明远", "青山市委", "书记")}),
    (
        "华光国际董事长、时任青山银行业协会会长的何明远到会。",
        {("何明远", "华光国际", "董事长"), ("何明远", "青山银行业协会", "会长")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODIES, ids=[text[:12] for text, _ in BODIES])
def test_edges_of_bodies(text: str, expected: Told) -> None:
    assert held(text) == expected


STATES: list[tuple[str, Told]] = [
    ("他会见了新加坡副总理黄循安、外长维武。", {("黄循安", "新加坡", "副总理"), ("维武", "新加坡", "外长")}),
    ("美国财政部长姆努尔和贸易代表莱特泽尔将访华。", {("姆努尔", "美国财政部", "财政部长"), ("莱特泽尔", "美国", "贸易代表")}),
    ("叙利亚局势紧张，他呼吁叙总统巴沙罗下台。", {("巴沙罗", "叙利亚", "总统")}),
    ("马里过渡总统特拉奥罗发表讲话。", {("特拉奥罗", "马里", "过渡总统")}),
    ("越共中央政治局委员、副总理王庭安到访。", {("王庭安", "越共中央政治局", "委员"), ("王庭安", "越南", "副总理")}),
    ("国务委员兼外长林远江在京会见客人。", {("林远江", "国务院", "国务委员")}),
]


@pytest.mark.parametrize(("text", "expected"), STATES, ids=[text[:12] for text, _ in STATES])
def test_posts_of_states(text: str, expected: Told) -> None:
    assert held(text) == expected


MORE: list[tuple[str, Told]] = [
    ("他到云泽县柳坪镇上河村采访。村党支部书记何明远介绍。", {("何明远", "上河村", "党支部书记")}),
    ("他到云泽县柳坪镇上河村和柳坪镇下河村采访。村党支部书记何明远介绍。", set()),
    ("校人事处处长何明远汇报了情况。", {("何明远", "人事处", "处长")}),
    ("尼泊尔共产党（联合马列）主席奥尔利出席。", {("奥尔利", "尼泊尔共产党（联合马列）", "主席")}),
    ("刚果(布)前总统雅克·若阿姆出席。", {("雅克·若阿姆", "刚果(布)", "总统")}),
    ("新加坡副总理兼经济政策统筹部长王瑞安出席。", {("王瑞安", "新加坡", "副总理"), ("王瑞安", "新加坡", "经济政策统筹部长")}),
    (
        "国务院总理林远江会见芬兰议长洛尔拉。他请洛尔拉转达对尼斯特总统的问候。",
        {
            ("林远江", "国务院", "总理"),
            ("洛尔拉", "芬兰", "议长"),
            ("尼斯特", "芬兰", "总统"),
        },
    ),
    (
        "其中包括联合国工发组织总干事林远江，特斯拉CEO马斯洛，还有周明达。",
        {("林远江", "联合国工发组织", "总干事"), ("马斯洛", "特斯拉", "CEO")},
    ),
    ("中国燃气总裁何明远感谢大家。", {("何明远", "中国燃气", "总裁")}),
    ("博达数据首席执行官何明远说，算力不足。", {("何明远", "博达数据", "首席执行官")}),
    ("青山大学讲座教授何明远发言。", {("何明远", "青山大学", "讲座教授")}),
    ("东场村的第一书记何明远录入信息。", {("何明远", "东场村", "第一书记")}),
    ("职工监事范明远兼任柯莱华监事。", {("范明远", "柯莱华", "监事")}),
    (
        "华视网聘任何明远为公司副总经理；聘任赵慧为公司证券事务代表。",
        {("何明远", "华视网", "副总经理"), ("赵慧", "华视网", "证券事务代表")},
    ),
    ("美国司法部长霍尔特、国土安全部长比尔顿到会。", {("霍尔特", "美国", "司法部长"), ("比尔顿", "美国", "国土安全部长")}),
    (
        "青山市政协委员、国家一级心理咨询师、青山市静心社工服务中心负责人何明远说。",
        {
            ("何明远", "青山市", "政协委员"),
            ("何明远", "青山市静心社工服务中心", "负责人"),
        },
    ),
    ("”保佳物业广州塔景区项目负责人何明远说。", {("何明远", "保佳物业广州塔景区", "项目负责人")}),
    ("青山市人社局专业技术人员管理处处长何明远说。", {("何明远", "青山市人社局专业技术人员管理处", "处长")}),
    (
        "武汉市人力资源和社会保障局武昌社会保险管理处副处长何明远说。",
        {("何明远", "武汉市人力资源和社会保障局武昌社会保险管理处", "副处长")},
    ),
    ("天河路商会副会长余明慧表示，商圈很好。", {("余明慧", "天河路商会", "副会长")}),
    ("中国商务部发言人强硬回应：中方不怕。", set()),
    ("青山市市长向记者介绍情况。青山市市长曾多次表示反对。", set()),
    ("会见了希腊总理萨马洛斯。", {("萨马洛斯", "希腊", "总理")}),
    ("伊朗原子能机构主席萨利希到会。", {("萨利希", "伊朗原子能机构", "主席")}),
    ("华光集团执行董事长何明远到会。", {("何明远", "华光集团", "执行董事长")}),
    ("红河大学法学院尤明远副教授作了评论。", {("尤明远", "红河大学法学院", "副教授")}),
    ("芬兰议长洛尔拉到访。伊拉克议会通过了总理阿巴德的提名。", {("洛尔拉", "芬兰", "议长")}),
]


@pytest.mark.parametrize(("text", "expected"), MORE, ids=[text[:12] for text, _ in MORE])
def test_bodies_told_before(text: str, expected: Told) -> None:
    assert held(text) == expected


def test_a_post_used_for_bribes_is_a_former_one() -> None:
    text = "被告人林远江利用担任青山市建设局局长、云泽县委书记等职务的便利，收受贿赂。"
    told = [claim for claim in extract(Article("a", text)) if claim.type == "HOLDS_POSITION"]
    assert {claim.properties.get("status") for claim in told} == {"former"}
    assert len(told) == 2


def test_the_school_of_a_faculty() -> None:
    told = held("我院召开会议。校党委副书记何明远、我校副校长周明达教授出席。", source="红河大学新闻学院")
    assert told == {("何明远", "红河大学", "党委副书记"), ("周明达", "红河大学", "副校长"), ("周明达", "红河大学", "教授")}
    text = "青山大学教务处来我校交流，教务处副处长何明远主持会议。何明远副处长作了介绍。"
    assert held(text, source="红河大学") == {("何明远", "教务处", "副处长")}


def test_scholars_from_elsewhere_are_not_of_the_house() -> None:
    text = "红河大学新闻学院举办研讨会。来自台湾的学者张家明、胡中安和大陆学者易松明、吕新明教授作了演讲。"
    assert all(person != "吕新明" for person, _, _ in held(text, source="红河大学新闻学院"))


def test_who_is_kept_no_longer_is_a_former_holder() -> None:
    text = "华光公司不再聘任林远江为公司总裁，也不再聘任何明远、周明达等5人为公司执行副总裁。"
    told = [claim for claim in extract(Article("a", text)) if claim.type == "HOLDS_POSITION"]
    assert {claim.properties.get("status") for claim in told} == {"former"}


def test_a_list_of_names_is_of_the_body_before_it() -> None:
    text = "我院党委副书记何明远教授和东海大学传播学院林远江、周明达副院长参加会议。"
    told = held(text, source="红河大学新闻学院")
    assert ("周明达", "东海大学传播学院", "副院长") in told
    assert not {(body, title) for person, body, title in told if person == "周明达"} - {("东海大学传播学院", "副院长")}
